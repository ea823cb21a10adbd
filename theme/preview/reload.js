// Loads the page anew when the preview has something new, and keeps the place on the page.
// A page out of sight lets go of its connection, for a browser has only six of them for a server.
{
  const { seen } = document.currentScript.dataset;
  // A browser keeps the place too, but brings it back late: over one that was gone to meanwhile.
  const PLACE = "insyn-preview-place";
  const remembered = (act) => {
    try {
      return act(sessionStorage);
    } catch {
      return null; // where nothing may be kept the browser does what it can
    }
  };
  const kept = remembered((storage) => storage.getItem(PLACE)) ?? "";
  remembered((storage) => storage.removeItem(PLACE));
  let wanted = kept.startsWith(`${location.pathname} `) ? Number(kept.split(" ")[1]) : 0;
  addEventListener("load", () => {
    if (wanted && scrollY === 0) scrollTo({ top: wanted, behavior: "instant" });
    wanted = 0;
  });
  let reloads = false;
  addEventListener("pagehide", () => {
    if (!reloads) history.scrollRestoration = "auto";
  });
  const reload = () => {
    remembered((storage) => {
      storage.setItem(PLACE, `${location.pathname} ${scrollY || wanted}`);
      history.scrollRestoration = "manual";
    });
    reloads = true;
    location.reload();
  };
  let news = null;
  const follow = () => {
    if (document.visibilityState === "hidden") {
      news?.close();
      news = null;
    } else if (news === null) {
      news = new EventSource(`/_insyn/changes?seen=${encodeURIComponent(seen)}`);
      news.addEventListener("message", reload);
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}
