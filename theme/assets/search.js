// A page that searches: the search page, and the list of projects.  The page brings all its
// sentences; what is searched and chosen is in the address, so that it can be shared and the Back
// button works.  All that is needed to search is fetched only then.

import { plain } from "./search-words.js";

const form = document.getElementById("search_form");
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const parts = (name) => document.querySelectorAll(`[data-part="${name}"]`);
const made = (name, ...inside) => {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
};
const { helps, letters, only, small } = part("sentences").dataset;
const title = document.title;
const step = 10;

// --- sentences ---

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
const list = new Intl.ListFormat(language);
const inOrder = new Intl.Collator(language, { numeric: true }).compare;

// The sentence `name`, in the form for `count`, with its blanks filled in.
function say(name, values, count = 0) {
  const kind = plural.select(count);
  const forms = [...part("sentences").content.querySelectorAll(`[data-say="${name}"]`)];
  const form = forms.find((one) => plural.select(one.dataset.count) === kind) ?? forms.at(-1);
  const blanks = { count: number.format(count), ...values };
  return form.textContent.replace(/\{(\w+)\}/g, (_, blank) => blanks[blank]);
}

const quoted = (words) => list.format(words.map((word) => say("quoted", { word })));
const smallWords = new Set(small.split(" ").map(plain));

// --- what is fetched only when it is needed ---

const kept = new Map();

function fetchOnce(file) {
  if (!kept.has(file)) {
    const answer = fetch(helps + file).then((response) => response.json());
    answer.catch(() => kept.delete(file));
    kept.set(file, answer);
  }
  return kept.get(file);
}

// The pages that have one of `names`, as [facet, name, address], and the facet's value where that is
// not the name.
async function named(names) {
  const found = new Map();
  for (const name of new Set(names.map(plain).filter(Boolean))) {
    const letter = /^[a-z]/.test(name) ? name[0] : "0";
    if (!letters.includes(letter)) continue;
    const pages = await fetchOnce(`names-${letter}.json`);
    // "constructor" is no name of a page, though every object has it.
    for (const page of Object.hasOwn(pages, name) ? pages[name] : []) found.set(page[2], page);
  }
  return [...found.values()];
}

async function suggest(word) {
  const { suggest } = await import("./search-suggestions.js");
  return suggest(word, await fetchOnce("words.json"));
}

let engine;

// --- what is asked: the words, the order, and the values chosen in each facet ---

const sorting = document.getElementById("sort_field");
const facets = [...document.querySelectorAll("[data-facet]")];
const nameOf = (key) => {
  const facet = facets.find((one) => one.dataset.facet === key);
  return facet?.querySelector('[data-part="name"]').textContent;
};
let chosen = {};

const has = (key, value) => chosen[key]?.includes(value);
const isChosen = () => Object.keys(chosen).length > 0;

function choose(key, value, wanted) {
  const values = (chosen[key] ?? []).filter((one) => one !== value);
  if (wanted) values.push(value);
  const { [key]: _, ...others } = chosen;
  chosen = values.length ? { ...others, [key]: values.sort(inOrder) } : others;
}

const query = () => form.elements.q.value.trim();

// Only words have a best match; without them the newest come first.
const usualOrder = () => (query() ? "" : "start");

const byMatch = sorting.options[0];

function offerOrders() {
  const isUsual = sorting.value === (byMatch.isConnected ? "" : "start");
  if (!query()) byMatch.remove();
  else if (!byMatch.isConnected) sorting.prepend(byMatch);
  if (isUsual) sorting.value = usualOrder();
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  form.elements.q.value = asked.get("q") ?? "";
  if (!byMatch.isConnected) sorting.prepend(byMatch);
  sorting.value = asked.get("sort") ?? "";
  // An order that the page doesn't have is no order.
  if (sorting.selectedIndex < 0) sorting.value = "";
  const isSorted = Boolean(sorting.value);
  offerOrders();
  chosen = {};
  for (const { dataset } of facets) {
    const values = [...new Set(asked.getAll(dataset.facet))].filter(Boolean);
    if (values.length) chosen[dataset.facet] = values.sort(inOrder);
  }
  return asked.has("q") || isSorted || isChosen();
}

function writeAddress() {
  const asked = new URLSearchParams();
  if (query() || !only) asked.set("q", query());
  for (const { dataset } of facets) {
    for (const value of chosen[dataset.facet] ?? []) asked.append(dataset.facet, value);
  }
  if (sorting.value !== usualOrder()) asked.set("sort", sorting.value);
  const address = location.pathname + `?${asked}`.replace(/^\?$/, "");
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
}

// A printed page tells its address in the footer.
const footer = document.querySelector("[data-address]");
const ownAddress = footer?.dataset.address;

// What the page shows the answer to.
let answered = "";

function tellAddress() {
  answered = location.search;
  if (footer) footer.dataset.address = ownAddress + location.search;
}

const filters = () => (only ? { ...chosen, type: [only] } : chosen);

// --- the facets ---

const atOnce = 24;
let latest = 0;
// The words of the last search, as the index has them; `false` where counts would not be of them.
let asked = null;

// What the page knows of an opened facet.
const opened = new Map();

function open(facet) {
  const key = facet.dataset.facet;
  if (opened.has(key)) return opened.get(key);
  const content = part("facet").content.cloneNode(true);
  const name = nameOf(key);
  content.querySelector("legend").textContent = name;
  const field = content.querySelector("input");
  field.id = `narrow_${key}`;
  const label = content.querySelector("label");
  label.htmlFor = field.id;
  label.textContent = say("narrow", { name });
  const order = [...(facet.querySelector("template")?.content.children ?? [])];
  const known = {
    key,
    field,
    narrow: content.querySelector('[data-part="narrow"]'),
    list: made("ul"),
    rest: content.querySelector('[data-part="rest"]'),
    order: order.map((value) => value.textContent),
    values: [],
    boxes: new Map(),
  };
  known.narrow.hidden = true;
  known.rest.before(known.list);
  field.addEventListener("input", () => drawFacet(known));
  // Enter in here must not search.
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  facet.append(content);
  opened.set(key, known);
  return known;
}

function box(known, value) {
  const input = Object.assign(document.createElement("input"), { type: "checkbox" });
  input.addEventListener("change", () => {
    choose(known.key, value, input.checked);
    later();
  });
  const text = made("span");
  const item = made("li", made("label", input, text));
  return { item, input, text };
}

// Shows the values that something has, or that are chosen; of many only the first, and those that
// have the typed words in them.  What is there already stays, so that the focus does.
function drawFacet(known) {
  const { key, field, list, boxes, values } = known;
  const offered = values.filter(([value, count]) => count !== 0 || has(key, value));
  const typed = plain(field.value);
  const fitting = offered.filter(([value]) => has(key, value) || plain(value).includes(typed));
  const shown = new Map(fitting.slice(0, atOnce));
  for (const [value, count] of fitting.slice(atOnce)) if (has(key, value)) shown.set(value, count);
  let place = list.firstElementChild;
  for (const [value, count] of values) {
    if (shown.has(value) && !boxes.has(value)) {
      boxes.set(value, box(known, value));
      list.insertBefore(boxes.get(value).item, place);
    }
    if (!boxes.has(value)) continue;
    const { item, input, text } = boxes.get(value);
    item.hidden = !shown.has(value);
    input.checked = Boolean(has(key, value));
    const counted = count === undefined ? value : say("counted", { value }, count);
    if (text.textContent !== counted) text.textContent = counted;
    place = item.nextElementSibling;
  }
  known.narrow.hidden = offered.length <= atOnce && !field.value;
  known.rest.textContent =
    shown.size < offered.length ? say("shown", { shown: number.format(shown.size) }, offered.length) : "";
}

function tellChosen() {
  for (const facet of facets) {
    const count = chosen[facet.dataset.facet]?.length ?? 0;
    // With a space of its own, or a screen reader says "Region(1 chosen)" as one word.
    facet.querySelector('[data-part="number"]').textContent = count ? ` ${say("chosen", {}, count)}` : "";
  }
}

// The counts of every open facet, for what is searched now.
async function fillFacets() {
  tellChosen();
  const mine = latest;
  for (const facet of facets) {
    if (!facet.open || !part("filters").open) continue;
    const known = open(facet);
    const counts = await engine.countValues(known.key, asked || null, filters());
    if (mine !== latest) return;
    const place = new Map(known.order.map((value, place) => [value, place]));
    const end = known.order.length;
    const values = Object.entries(counts).sort(
      ([a], [b]) => (place.get(a) ?? end) - (place.get(b) ?? end) || inOrder(a, b),
    );
    known.values = asked === false ? values.map(([value]) => [value]) : values;
    drawFacet(known);
  }
}

// --- the chosen values as tags ---

// What was made for each chosen value.
const tagItems = new Map();

// An entry of the list of tags, whose button does `act`.  The focus goes to `next()` first, and the
// button goes when a screen reader has followed: one that is gone before is told as the leaving of
// all kinds of things.
const followed = 300; // milliseconds
function tagItem(words, next, act) {
  const button = made("button", ...words);
  Object.assign(button, { type: "button", className: "quiet" });
  const item = made("li", button);
  button.addEventListener("click", () => {
    next(item).focus();
    act();
    setTimeout(drawTags, followed);
    ask();
  });
  return item;
}

const toFilters = () => part("filters").querySelector("summary");

function valueTag(key, value) {
  const before = made("span", `${say("tag")} `);
  before.className = "visually-hidden";
  const text = say("value", { name: nameOf(key), value });
  const cross = part("cross").content.cloneNode(true);
  // To the next tag, or to where others are chosen.
  const next = (item) =>
    Object.values(chosen).flat().length > 1
      ? item.nextElementSibling.querySelector("button")
      : toFilters();
  return tagItem([before, text, cross], next, () => choose(key, value, false));
}

function clearTag() {
  const item = tagItem([say("clear")], toFilters, () => (chosen = {}));
  item.className = "all";
  item.firstChild.dataset.part = "clear";
  return item;
}

function drawTags() {
  const tags = part("tags");
  const wanted = new Map();
  const want = (id, make) => wanted.set(id, tagItems.get(id) ?? make());
  for (const { dataset } of facets) {
    const key = dataset.facet;
    for (const value of chosen[key] ?? []) want(`${key} ${value}`, () => valueTag(key, value));
  }
  if (wanted.size) want("clear", clearTag);
  for (const [id, item] of tagItems) if (!wanted.has(id)) item.remove();
  tagItems.clear();
  // What is there already stays, so that the focus does.
  let place = tags.firstElementChild;
  for (const [id, item] of wanted) {
    tagItems.set(id, item);
    if (item === place) place = place.nextElementSibling;
    else tags.insertBefore(item, place);
  }
  tags.hidden = !wanted.size;
}

// --- the results ---

let shown = 0;
let hits = [];
let terms = [];

const show = (names) => {
  for (const name of ["heading", "busy", "near", "about", "advice", "results", "lists"]) {
    for (const element of parts(name)) element.hidden = !names.includes(name);
  }
  part("skip").hidden = !names.includes("results");
};

const mark = (text) => made("mark", text);

function marked(excerpt) {
  return excerpt.split(/<\/?mark>/).map((text, index) => {
    const plainText = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return index % 2 ? mark(plainText) : plainText;
  });
}

// A passage of `content` around the first word that has `term` in it, marked; or nothing.  The word
// may end in another way: "vägarna" is in "cykelvägar".
function passage(content, term) {
  const words = content.split(/\s+/);
  const bare = words.map(plain);
  let place = -1;
  for (let end = term.length; place < 0 && end >= Math.max(3, term.length - 4); end--) {
    place = bare.findIndex((word) => word.includes(term.slice(0, end)));
  }
  if (place < 0) return undefined;
  const from = Math.max(0, place - 12);
  const text = (begin, end) => words.slice(begin, end).join(" ");
  return [`${text(from, place)} `, mark(words[place]), ` ${text(place + 1, place + 18)}`];
}

// Why a page was found for a term that none of `seen` has: a sentence, or nothing.
function why(term, facts, meta) {
  const begins = (name) => ` ${plain(name)}`.includes(` ${term}`);
  for (const key of ["municipality", "county", "region", "owner", "organisation"]) {
    const name = facts[key]?.find(begins);
    if (name) return say(`why-${key}`, { name });
  }
  const contact = meta.contact?.split("; ").find((one) => begins(one) || hasDigits(one, term));
  if (contact) return say("why-contact", { name: contact });
  const name = meta.names?.split(", ").find(begins);
  if (name) return say("why-names", { name });
  const synonym = meta.synonyms?.split("; ").find((one) => begins(one.split(" = ")[0]));
  if (synonym) {
    const [other, word] = synonym.split(" = ");
    return say("why-synonym", { other, word });
  }
  return undefined;
}

const hasDigits = (text, term) => /^\d{6,}$/.test(term) && text.replace(/\D/g, "").includes(term.replace(/^46/, ""));

function entry({ url, meta, filters: facts, content, sub_results: below }) {
  const item = part("result").content.cloneNode(true);
  // The title and the summary are there already: an excerpt is from below a heading of the text.
  const [best] = below.filter((one) => one.anchor).sort((a, b) => b.locations.length - a.locations.length);
  let excerpt = best && marked(best.excerpt);
  const seen = ` ${plain(`${meta.title} ${meta.summary}`)} ${best ? plain(best.excerpt) : ""}`;
  const reasons = new Set();
  for (const term of terms.map(plain)) {
    if (!term || seen.includes(` ${term}`)) continue;
    const reason = why(term, facts, meta);
    if (reason) reasons.add(reason);
    else excerpt ??= passage(content, term);
  }
  const fields = { ...meta, type: facts.type?.[0], owner: facts.owner?.[0], why: [...reasons].join(". ") };
  for (const element of item.querySelectorAll("[data-field]")) {
    const { field } = element.dataset;
    const value = field === "excerpt" ? excerpt : fields[field];
    if (!value) (element.closest("dl > div") ?? element).remove();
    else if (field === "title") element.replaceChildren(link(url, value));
    else if (field === "easy") element.replaceChildren(link(meta.easy_address, value));
    else if (field === "excerpt") element.append("… ", ...value, " …");
    else element.textContent = value;
    if (meta.language && field !== "why" && field !== "easy" && element.closest(".entry")) element.lang = meta.language;
  }
  return item;
}

async function showMore(upTo) {
  const run = latest;
  const added = await engine.withPagefind(() => Promise.all(hits.slice(shown, upTo).map((hit) => hit.data())));
  if (run !== latest) return undefined;
  const first = part("list").children.length;
  part("list").append(...added.map(entry));
  shown += added.length;
  const next = Math.min(step, hits.length - shown);
  part("more").hidden = next === 0;
  part("more").textContent = say("more", {}, next);
  return part("list").children[first]?.querySelector("a");
}

function link(href, text) {
  return Object.assign(document.createElement("a"), { href, textContent: text });
}

// Links to searches for `words`.
function drawNear(words) {
  const links = [...new Set(words)].map((word) =>
    made("li", link(`${location.pathname}?${new URLSearchParams({ q: word })}`, word)),
  );
  const rows = made("ul", ...links);
  rows.className = "links";
  part("near").replaceChildren(...(links.length ? [made("p", say("near")), rows] : []));
}

// A value that nothing has is no choice: the index knows.
async function dropUnknown() {
  for (const [key, values] of Object.entries(chosen)) {
    const counts = await engine.countValues(key, null, {});
    for (const value of values) if (!(value in counts)) choose(key, value, false);
  }
}

async function find(query) {
  engine ??= await import("./search-engine.js");
  return engine.withPagefind(async () => {
    await dropUnknown();
    const { value: sort, selectedOptions } = sorting;
    const how = { filters: filters(), sort, order: selectedOptions[0].dataset.order ?? "desc" };
    return engine.search(query, how, smallWords, named, suggest);
  });
}

async function run(upTo = step) {
  const mine = ++latest;
  tellAddress();
  const typed = query();
  // Emptied first: the same sentence twice would not be announced the second time.
  part("status").textContent = "";
  const slow = setTimeout(() => show(["heading", "busy"]), 300);
  let told;
  try {
    const found = await find(typed);
    if (mine !== latest) return;
    const { pages } = found;
    ({ hits, terms } = found);
    asked = found.some ? false : found.asked;
    shown = 0;
    part("list").replaceChildren();
    await showMore(upTo);
    if (mine !== latest) return;
    drawTags();
    const words = (typed && (found.words || typed)).replace(/^"(.+)"$/, "$1");
    if (found.some) told = say("some", {}, hits.length);
    else if (hits.length) told = say(words ? "found" : "all", { words }, hits.length);
    else told = say(words ? "none" : "none-at-all", { words });
    document.title = say("title", { found: told, title });
    const add = (sentence) => {
      told = `${told.replace(/\.?$/, ".")} ${sentence}`;
    };
    if (found.instead.length) {
      const [typed, near] = [0, 1].map((side) => quoted(found.instead.map((pair) => pair[side])));
      add(say("instead", { words: typed, near }, found.instead.length));
    }
    if (found.words && found.missing.length) {
      add(say("missing", { words: quoted(found.missing) }, found.missing.length));
    }
    const links = pages.map(([key, name, url]) => link(url, say(key, { name })));
    if (links.length) add(say("about", { pages: list.format(links.map((one) => one.textContent)) }));
    part("about").replaceChildren(...links.map((one) => made("li", one)));
    drawNear(found.near);
    part("fewer").hidden = !isChosen();
    const extra = [...(links.length ? ["about"] : []), ...(found.near.length ? ["near"] : [])];
    show(["heading", ...extra, ...(hits.length ? ["results"] : ["advice", ...(only ? [] : ["lists"])])]);
    await fillFacets();
  } catch (error) {
    if (mine !== latest) return;
    console.error(error);
    told = say("error");
    document.title = title;
    show(["heading", "lists"]);
  } finally {
    clearTimeout(slow);
  }
  if (mine === latest) part("status").textContent = told;
}

// --- what people do ---

function start() {
  const { upTo, opened: place } = history.state ?? {};
  const isAsked = readAddress();
  drawTags();
  tellChosen();
  if (!isAsked) {
    rest();
    return;
  }
  run(upTo).then(() => {
    const [visit] = performance.getEntriesByType("navigation");
    if (visit?.type === "back_forward") part("list").children[place]?.querySelector("a").focus();
  });
}

// Nothing is asked: the page as it came.
function rest() {
  latest++;
  tellAddress();
  asked = null;
  part("status").textContent = "";
  document.title = title;
  show(["lists"]);
  if (engine) fillFacets().catch(console.error);
}

let waiting;

function ask() {
  clearTimeout(waiting);
  offerOrders();
  writeAddress();
  if (!only || location.search) {
    run();
    return;
  }
  rest();
  // Whoever took the last filter away is told so; who just came is not.
  part("status").textContent = say("whole");
}

// The arrow keys change a closed control at every step, and several boxes may be wanted: only where
// people stop is searched.
function later() {
  clearTimeout(waiting);
  drawTags();
  tellChosen();
  waiting = setTimeout(ask, 400);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
sorting.addEventListener("change", later);

// An opened facet gets its values; so do those that are open in what is opened around them.
for (const element of facets.length ? [part("filters"), ...facets] : []) {
  element.addEventListener("toggle", async () => {
    if (!element.open || !facets.some((facet) => facet.open)) return;
    try {
      engine ??= await import("./search-engine.js");
      await engine.withPagefind(fillFacets);
    } catch (error) {
      console.error(error);
      element.open = false;
      part("status").textContent = say("error");
    }
  });
}

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
  const place = [...part("list").children].indexOf(item);
  if (place >= 0) history.replaceState({ upTo: Math.max(step, shown), opened: place }, "");
});

// A link within the page, such as the one to its content, asks nothing new.
window.addEventListener("popstate", () => location.search === answered || start());
sorting.disabled = false;
if (part("filters")) part("filters").hidden = false;
if (part("finder")) part("finder").hidden = false;
start();
