// Keeps a page of the preview up to date, and shows the panel beside it.
// A page out of sight lets go of its connection, for a browser has only six of them for a server.
{
  const { seen, panel: address } = document.currentScript.dataset;
  const remembered = (act) => {
    try {
      return act(sessionStorage);
    } catch {
      return null; // where nothing may be kept the browser does what it can
    }
  };
  const keep = (name, value) => remembered((storage) => storage.setItem(name, JSON.stringify(value)));
  const kept = (name) => JSON.parse(remembered((storage) => storage.getItem(name)) ?? "null") ?? {};

  // --- the place on the page ---

  // A browser keeps the place too, but brings it back late: over one that was gone to meanwhile.
  const PLACE = "insyn-preview-place";
  const before = kept(PLACE);
  remembered((storage) => storage.removeItem(PLACE));
  const same = before.path === location.pathname;
  let wanted = same ? before.top : 0;

  // Where an element stands: by its id, or from its parent.
  const way = (element) => {
    if (element === document.documentElement) return ":root";
    if (element.id) return `#${CSS.escape(element.id)}`;
    const number = [...element.parentElement.children].indexOf(element) + 1;
    return `${way(element.parentElement)} > ${element.localName}:nth-child(${number})`;
  };
  const words = (element) => (element.textContent + (element.name ?? "")).trim();

  if (same) {
    for (const [there, open] of before.open) {
      const details = document.querySelector(there);
      if (details?.localName === "details") details.open = open;
    }
    for (const [there, modal] of before.dialogs) {
      const dialog = document.querySelector(there);
      if (dialog?.localName === "dialog" && !dialog.open) dialog[modal ? "showModal" : "show"]();
    }
    const focused = before.focus && document.querySelector(before.focus[0]);
    if (focused && words(focused) === before.focus[1]) focused.focus({ preventScroll: true });
  }
  addEventListener("load", () => {
    if (wanted && scrollY === 0) scrollTo({ top: wanted, behavior: "instant" });
    wanted = 0;
  });
  let reloads = false;
  addEventListener("pagehide", () => {
    if (!reloads) history.scrollRestoration = "auto";
  });
  const reload = () => {
    const at = document.activeElement;
    keep(PLACE, {
      path: location.pathname,
      top: scrollY || wanted,
      focus: at && at !== document.body && at !== host ? [way(at), words(at)] : null,
      inside: root?.activeElement?.dataset.key,
      open: [...document.querySelectorAll("details")].map((one) => [way(one), one.open]),
      dialogs: [...document.querySelectorAll("dialog[open]")].map((one) => [
        way(one),
        one.matches(":modal"),
      ]),
    });
    remembered(() => {
      history.scrollRestoration = "manual";
    });
    reloads = true;
    location.reload();
  };

  // --- the panel ---

  const STATE = "insyn-preview-panel";
  const host = address ? document.createElement("insyn-preview") : null;
  const root = host?.attachShadow({ mode: "open" });
  let told = "";

  // Nothing of the page is hidden below the panel, not even at its end.
  const room = new ResizeObserver(([{ target }]) => {
    const height = `${Math.ceil(target.getBoundingClientRect().height) + 12}px`;
    document.documentElement.style.scrollPaddingBottom = height;
    document.body.style.paddingBottom = height;
  });

  // What is said outlives the panel, and comes a moment after it: a region says what changes in it,
  // not what it has from the start.
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "unseen";
  const say = (text) => {
    setTimeout(() => {
      status.textContent = text;
    }, 300);
  };

  const find = (key) => [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);

  const arrange = (open) => {
    const [panel, opener] = [root.querySelector(".panel"), root.querySelector(".opener")];
    panel.hidden = !open;
    opener.hidden = open;
    opener.setAttribute("aria-expanded", String(open));
    room.disconnect();
    room.observe(open ? panel : opener);
  };

  const set = (open, { errors }) => {
    keep(STATE, { ...kept(STATE), open, dismissed: open ? "" : errors });
    arrange(open);
    root.querySelector(open ? ".close" : ".opener").focus();
  };

  const refresh = async () => {
    let html = "";
    try {
      const answer = await fetch(`${address}?page=${encodeURIComponent(location.pathname)}`);
      if (!answer.ok) return;
      html = await answer.text();
    } catch {
      return; // the preview has ended
    }
    const focused = root.activeElement?.dataset.key ?? (same ? before.inside : null);
    before.inside = null;
    const scrolled = root.querySelector(".panel")?.scrollTop ?? 0;
    // The style is there already: a panel without it would be seen for a moment.
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const [style, preview] = parsed.content.children;
    if (root.firstElementChild) root.querySelector(".preview").replaceWith(preview);
    else root.append(style, preview, status);
    const { dataset } = preview;
    status.lang = preview.lang;
    const lagged = "lags" in (root.host.dataset ?? {});
    root.host.toggleAttribute("data-lags", "lags" in dataset);
    told = dataset.told;
    const state = kept(STATE);
    const open = state.open || (dataset.errors !== "" && state.dismissed !== dataset.errors);
    arrange(Boolean(open));
    root.querySelector(".panel").scrollTop = scrolled;
    for (const button of root.querySelectorAll("[data-copy]")) {
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        say(`${dataset.copied}: ${button.dataset.copy}`);
      });
    }
    root.querySelector("[data-close]").addEventListener("click", () => set(false, dataset));
    root.querySelector("[data-open]").addEventListener("click", () => set(true, dataset));
    if (focused) (find(focused) ?? root.querySelector(open ? ".close" : ".opener")).focus();
    if ((state.said ?? "") !== dataset.errors) {
      keep(STATE, { ...kept(STATE), said: dataset.errors });
      say(dataset.said);
    }
    if (lagged && !("lags" in dataset) && location.search) reload();
    follow(true);
  };

  if (host) {
    host.style.position = "absolute"; // it takes no room of the page's
    const skip = document.body.firstElementChild;
    // The way past the menu stays the first stop.
    if (skip?.matches("a[href^='#']")) skip.after(host);
    else document.body.prepend(host);
    addEventListener("keydown", (event) => {
      const open = root.querySelector(".panel:not([hidden])");
      const free = document.activeElement === host || document.activeElement === document.body;
      if (event.key !== "Escape" || event.defaultPrevented || !open || !free) return;
      set(false, root.querySelector(".preview").dataset);
    });
  }

  // --- following ---

  let news = null;
  function follow(anew) {
    if (anew || document.visibilityState === "hidden") {
      news?.close();
      news = null;
    }
    if (news === null && document.visibilityState !== "hidden") {
      const asked = new URLSearchParams({ page: location.pathname, seen, told });
      news = new EventSource(`/_insyn/changes?${asked}`);
      news.addEventListener("message", (event) => {
        if (event.data === "page") return reload();
        news.close();
        return refresh();
      });
    }
  }
  document.addEventListener("visibilitychange", () => follow(false));
  if (host) refresh();
  else follow(false);
}
