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

// --- words and names ---

// A word or name without what spelling may differ in: capitals, dots and signs.
function plain(text) {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const smallWords = new Set(part("sentences").dataset.small.split(" ").map(plain));

// The pages that have what was typed as a name.
function named(query) {
  const found = [];
  for (const { href, dataset: { key }, textContent } of part("named").content.children) {
    const names = textContent.split("|");
    const [name] = names;
    if (key === "municipality") names.push(...say("whole", { name }).split("|"));
    if (!names.some((one) => plain(one) === plain(query))) continue;
    found.push({ href, key, value: name, text: say(key, { name }) });
  }
  return found;
}

function linked({ href, text }) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("a"), { href, textContent: text }));
  return item;
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

// A number in digits and signs, from its first 0 or + on, is one word however it is spelled.
const phones = /(?<![\p{L}\p{N}])\(?(?:\+|0)[\d\s()/.\u2010-\u2014-]*\d/gu;
const digits = (phone) => phone.replace(/\(0\)|\D/g, "");

// What is asked for each part of what was typed: [as it was typed, as the index has it].
function parse(query) {
  const parts = [];
  const addWords = (text) => {
    for (const word of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(word)) parts.push([word, word]);
  };
  let end = 0;
  for (const { 0: phone, index } of query.matchAll(phones)) {
    if (digits(phone).length < 6) continue;
    addWords(query.slice(end, index));
    parts.push([phone, digits(phone)]);
    end = index + phone.length;
  }
  addWords(query.slice(end));
  const telling = parts.filter(([, word]) => !smallWords.has(plain(word)));
  return telling.length ? telling : parts;
}

// The hits for `words`, or everything, in the chosen order; the best first, or the newest.
async function hitsFor(pagefind, words) {
  const chosen = filters.filter((control) => control.value);
  const options = { filters: Object.fromEntries(chosen.map(({ name, value }) => [name, value])) };
  const { results } = await pagefind.search(words, options);
  const { value, selectedOptions } = form.elements.sort;
  const sort = value || (words ? "" : "start");
  if (!sort) return results;
  // Pagefind leaves pages out that lack what it sorts by; they come last.
  const order = selectedOptions[0].dataset.order ?? "desc";
  const sorted = (await pagefind.search(words, { ...options, sort: { [sort]: order } })).results;
  const have = new Set(sorted.map((hit) => hit.id));
  return [...sorted, ...results.filter((hit) => !have.has(hit.id))];
}

// The pages with most of `words`, each as a hit for the first of them that it has.
async function askForSome(pagefind, words) {
  const found = new Map();
  for (const hits of await Promise.all(words.map((word) => hitsFor(pagefind, word)))) {
    for (const hit of hits) {
      const { count = 0, score = 0, first = hit } = found.get(hit.id) ?? {};
      found.set(hit.id, { count: count + 1, score: score + hit.score, first });
    }
  }
  const most = Math.max(0, ...[...found.values()].map(({ count }) => count));
  const having = [...found.values()].filter(({ count }) => count === most);
  const best = having.sort((a, b) => b.score - a.score).map(({ first }) => first);
  if (!form.elements.sort.value) return best;
  const places = new Map((await hitsFor(pagefind, null)).map((hit, place) => [hit.id, place]));
  return best.sort((a, b) => places.get(a.id) - places.get(b.id));
}

// `hits` with those first that belong to a place or an organisation whose name was typed.
async function putFirst(pagefind, hits, pages) {
  const having = ({ key, value }) => pagefind.search(null, { filters: { [key]: value } });
  const found = await Promise.all(pages.map(having));
  const first = new Set(found.flatMap(({ results }) => results.map((hit) => hit.id)));
  return [...hits].sort((a, b) => first.has(b.id) - first.has(a.id));
}

async function search(query, pages) {
  failure = undefined;
  loading ??= load();
  const pagefind = await loading;
  let known = [[query, query]];
  let missing = [];
  if (query && !/^".+"$/.test(query)) {
    const typed = parse(query.replaceAll('"', " "));
    const isThere = await Promise.all(typed.map(([, word]) => isKnown(pagefind, word)));
    known = typed.filter((_, index) => isThere[index]);
    missing = typed.filter((_, index) => !isThere[index]).map(([word]) => word);
    // What is left of a number that was not found tells nothing.
    const tells = (word) => /\p{L}|\d{3}/u.test(word);
    if (missing.length) known = known.filter(([, word]) => tells(word));
  }
  const words = known.map(([, word]) => word);
  let hits = [];
  let some = false;
  if (words.length) {
    hits = await hitsFor(pagefind, words.join(" ") || null);
    some = !hits.length && words.length > 1;
    if (some) hits = await askForSome(pagefind, words);
    if (pages.length && !form.elements.sort.value) hits = await putFirst(pagefind, hits, pages);
  }
  if (failure) throw failure;
  return { hits, words: known.map(([word]) => word).join(" "), missing, some: some && hits.length };
}

// --- the results ---

let latest = 0;
let shown = 0;
let hits = [];

const show = (names) => {
  for (const name of ["heading", "busy", "about", "advice", "results", "lists"]) {
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
    const pages = named(query);
    const found = await search(query, pages);
    if (mine !== latest) return;
    hits = found.hits;
    shown = 0;
    part("list").replaceChildren();
    await showMore(upTo);
    if (mine !== latest) return;
    const asked = query && (found.words || query);
    const words = asked.replace(/^"(.+)"$/, "$1");
    if (found.some) told = say("some", {}, hits.length);
    else if (hits.length) told = say(asked ? "found" : "all", { words }, hits.length);
    else told = say(asked ? "none" : "none-at-all", { words });
    document.title = say("title", { found: told, title });
    const ended = () => told.replace(/\.?$/, ".");
    if (found.words && found.missing.length) {
      const missing = found.missing.map((word) => say("quoted", { word }));
      told = `${ended()} ${say("missing", { words: list.format(missing) }, missing.length)}`;
    }
    if (pages.length) {
      told = `${ended()} ${say("about", { pages: list.format(pages.map(({ text }) => text)) })}`;
    }
    part("about").replaceChildren(...pages.map(linked));
    part("fewer").hidden = !filters.some((control) => control.value);
    const about = pages.length ? ["about"] : [];
    show(["heading", ...about, ...(hits.length ? ["results"] : ["advice", "lists"])]);
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
