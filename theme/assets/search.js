// The search page.  The page brings all its sentences; what is searched is in the address, so that
// a search can be shared and the Back button works.  Pagefind searches; it is fetched only then.

const form = document.getElementById("search_form");
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const base = new URL("../pagefind/", import.meta.url).pathname;
const title = document.title;
const step = 10;

// --- sentences ---

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
const list = new Intl.ListFormat(language);

// The sentence `name`, in the form for `count`, with its blanks filled in.
function say(name, values, count = 0) {
  const kind = plural.select(count);
  const forms = [...part("sentences").content.querySelectorAll(`[data-say="${name}"]`)];
  const form = forms.find((one) => plural.select(one.dataset.count) === kind) ?? forms.at(-1);
  const blanks = { count: number.format(count), ...values };
  return form.textContent.replace(/\{(\w+)\}/g, (_, blank) => blanks[blank]);
}

// --- the address and the form ---

const choices = [...form.elements].filter((control) => control.name && control.name !== "q");
const filters = choices.filter((control) => control.name !== "sort");

function readAddress() {
  const asked = new URLSearchParams(location.search);
  form.elements.q.value = asked.get("q") ?? "";
  for (const control of choices) {
    control.value = asked.get(control.name) ?? "";
    // A choice that the page doesn't have is no choice.
    if (control.selectedIndex < 0) control.value = "";
  }
  if (filters.some((control) => control.value)) part("filters").open = true;
  return asked.has("q") || choices.some((control) => control.value);
}

function writeAddress() {
  const asked = new URLSearchParams({ q: form.elements.q.value.trim() });
  for (const { name, value } of choices) if (value) asked.set(name, value);
  const address = `${location.pathname}?${asked}`;
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
}

// --- Pagefind ---

let loading;
let failure;

// Pagefind only logs a part of its index that doesn't arrive, and searches on without it.
const { fetch } = window;
window.fetch = async (...request) => {
  try {
    const response = await fetch(...request);
    if (!response.ok) throw new Error(response.statusText);
    return response;
  } catch (error) {
    failure = error;
    throw error;
  }
};

async function load() {
  const { createInstance } = await import(`${base}pagefind.js`);
  return createInstance({ basePath: base, noWorker: true });
}

// Where no word of the index begins with the typed one, Pagefind cuts the end of it off until one
// fits: "barnqqq" finds "barn".  Such a word is told by its hits, which don't change with more
// nonsense at its end, unlike those of the beginning of a longer word.
async function isKnown(pagefind, word) {
  const hits = async (words) => {
    const { results } = await pagefind.search(words);
    return results.map((hit) => [hit.id, hit.words, hit.matchedMetaFields?.sort()].join()).sort();
  };
  if ((await hits(`"${word}"`)).length) return true;
  const found = await hits(word);
  return found.length > 0 && found.join(" ") !== (await hits(`${word}qq`)).join(" ");
}

async function search(query) {
  failure = undefined;
  loading ??= load();
  const pagefind = await loading;
  let words = query;
  let missing = [];
  if (query && !/^".+"$/.test(query)) {
    const typed = query.replaceAll('"', " ").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const known = await Promise.all(typed.map((word) => isKnown(pagefind, word)));
    words = typed.filter((_, index) => known[index]).join(" ");
    missing = typed.filter((_, index) => !known[index]);
  }
  let hits = [];
  if (words || !query) {
    const chosen = filters.filter((control) => control.value);
    const options = { filters: Object.fromEntries(chosen.map(({ name, value }) => [name, value])) };
    hits = (await pagefind.search(words || null, options)).results;
    const { value, selectedOptions } = form.elements.sort;
    const sort = value || (words ? "" : "start");
    if (sort) {
      // Pagefind leaves pages out that lack what it sorts by; they come last.
      const order = selectedOptions[0].dataset.order ?? "desc";
      const sorted = (await pagefind.search(words || null, { ...options, sort: { [sort]: order } })).results;
      const have = new Set(sorted.map((hit) => hit.id));
      hits = [...sorted, ...hits.filter((hit) => !have.has(hit.id))];
    }
  }
  if (failure) throw failure;
  return { hits, words, missing };
}

// --- the results ---

let latest = 0;
let shown = 0;
let hits = [];

const show = (names) => {
  for (const name of ["heading", "busy", "advice", "results", "lists"]) {
    part(name).hidden = !names.includes(name);
  }
};

function marked(excerpt) {
  return excerpt.split(/<\/?mark>/).map((text, index) => {
    const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (index % 2 === 0) return plain;
    const mark = document.createElement("mark");
    mark.textContent = plain;
    return mark;
  });
}

function entry({ url, meta, filters: facts, sub_results: parts }) {
  const item = part("result").content.cloneNode(true);
  // The title and the summary are there already: an excerpt is from below a heading of the text.
  const [best] = parts.filter((below) => below.anchor).sort((a, b) => b.locations.length - a.locations.length);
  const fields = { ...meta, type: facts.type?.[0], excerpt: best?.excerpt };
  for (const element of item.querySelectorAll("[data-field]")) {
    const value = fields[element.dataset.field];
    if (!value) (element.closest("dl > div") ?? element).remove();
    else if (element.dataset.field === "excerpt") element.append("… ", ...marked(value), " …");
    else element.textContent = value;
    if (meta.language && element.closest(".entry")) element.lang = meta.language;
  }
  item.querySelector("a").href = url;
  return item;
}

async function showMore(upTo) {
  const run = latest;
  const added = await Promise.all(hits.slice(shown, upTo).map((hit) => hit.data()));
  if (run !== latest) return undefined;
  if (failure) throw failure;
  const first = part("list").children.length;
  part("list").append(...added.map(entry));
  shown += added.length;
  const next = Math.min(step, hits.length - shown);
  part("more").hidden = next === 0;
  part("more").textContent = say("more", {}, next);
  return part("list").children[first]?.querySelector("a");
}

async function run(upTo = step) {
  const mine = ++latest;
  const query = form.elements.q.value.trim();
  // Emptied first: the same sentence twice would not be announced the second time.
  part("status").textContent = "";
  const slow = setTimeout(() => show(["heading", "busy"]), 300);
  let told;
  try {
    const found = await search(query);
    if (mine !== latest) return;
    hits = found.hits;
    shown = 0;
    part("list").replaceChildren();
    await showMore(upTo);
    if (mine !== latest) return;
    const asked = query && (found.words || query);
    const words = asked.replace(/^"(.+)"$/, "$1");
    if (hits.length) told = say(asked ? "found" : "all", { words }, hits.length);
    else told = say(asked ? "none" : "none-at-all", { words });
    document.title = say("title", { found: told, title });
    if (found.words && found.missing.length) {
      const missing = found.missing.map((word) => say("quoted", { word }));
      told += `. ${say("missing", { words: list.format(missing) }, missing.length)}`;
    }
    part("fewer").hidden = !filters.some((control) => control.value);
    show(hits.length ? ["heading", "results"] : ["heading", "advice", "lists"]);
  } catch (error) {
    if (mine !== latest) return;
    console.error(error);
    loading = undefined;
    told = say("error");
    document.title = title;
    show(["heading", "lists"]);
  } finally {
    clearTimeout(slow);
  }
  part("status").textContent = told;
}

// --- what people do ---

function start() {
  const { upTo, opened } = history.state ?? {};
  if (!readAddress()) {
    latest++;
    part("status").textContent = "";
    document.title = title;
    show(["lists"]);
    return;
  }
  run(upTo).then(() => {
    const [visit] = performance.getEntriesByType("navigation");
    if (visit?.type === "back_forward") part("list").children[opened]?.querySelector("a").focus();
  });
}

let waiting;

function ask() {
  clearTimeout(waiting);
  writeAddress();
  run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});

for (const control of choices) {
  control.addEventListener("change", () => {
    // The arrow keys change a closed control at every step: only where they stop is searched.
    clearTimeout(waiting);
    waiting = setTimeout(ask, 400);
  });
}

part("clear")?.addEventListener("click", () => {
  for (const control of filters) control.value = "";
  ask();
});

part("more").addEventListener("click", async () => {
  try {
    const first = await showMore(shown + step);
    history.replaceState({ upTo: shown }, "");
    first?.focus();
  } catch {
    run();
  }
});

part("list").addEventListener("click", (event) => {
  const item = event.target.closest("a")?.closest("li");
  const opened = [...part("list").children].indexOf(item);
  if (opened >= 0) history.replaceState({ upTo: Math.max(step, shown), opened }, "");
});

window.addEventListener("popstate", start);
for (const control of choices) control.disabled = false;
for (const set of form.querySelectorAll("fieldset")) set.disabled = false;
if (part("filters")) part("filters").hidden = false;
start();
