// Pagefind, asked as people ask.  It is fetched only when something is searched.

import { plain, spelled } from "./search-words.js";

const base = new URL("../pagefind/", import.meta.url).pathname;

// What weighs how much beside the text: the hidden words only where nothing else is found.
const metaWeights = { title: 5, summary: 2, names: 2, contact: 2, place: 1, synonyms: 0.3, about: 2, words: 0.2, budget: 0, period: 0, language: 0 };

// The requests that failed, the last one last.
const failures = [];

// Pagefind only logs a part of its index that doesn't arrive, and searches on without it.
const { fetch } = window;
window.fetch = async (...request) => {
  try {
    const response = await fetch(...request);
    if (!response.ok) throw new Error(response.statusText);
    return response;
  } catch (error) {
    failures.push(error);
    throw error;
  }
};

let loading;
let loaded;

async function load() {
  const { createInstance } = await import(`${base}pagefind.js`);
  // Pagefind takes the index of the document's language.  Where the page is in another one than its
  // edition of the site, for want of a catalogue, the index of the edition is meant.
  const page = document.documentElement;
  const { lang } = page;
  page.lang = page.dataset.edition ?? lang;
  try {
    return createInstance({ basePath: base, noWorker: true, ranking: { metaWeights } });
  } finally {
    page.lang = lang;
  }
}

// Do `work` with Pagefind.  Where a part of it doesn't arrive all begins anew the next time.
export async function withPagefind(work) {
  const before = failures.length;
  try {
    loading ??= load();
    loaded = await loading;
    const done = await work();
    if (failures.length > before) throw failures.at(-1);
    return done;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

// --- filters: { facet: [value, …] }, any of the values of each ---

const anyOf = (filters) =>
  Object.fromEntries(Object.entries(filters).map(([key, any]) => [key, { any }]));

// How many pages have each value of `facet`, for `words` and what is chosen in the other facets.
export async function countValues(facet, words, filters) {
  // Nothing has this value: it makes Pagefind fetch the facet.
  const before = failures.length;
  await loaded.preload(null, { filters: { [facet]: "" } });
  if (failures.length > before) throw failures.at(-1);
  const { [facet]: _, ...others } = filters;
  const found = await loaded.search(words, { filters: anyOf(others) });
  return found.filters[facet] ?? {};
}

// --- words ---

// Where no word of the index begins with the typed one, Pagefind cuts the end of it off until one
// fits: "barnqqq" finds "barn".  Such a word is told by its hits, which don't change with more
// nonsense at its end, unlike those of the beginning of a longer word.
async function isKnown(word) {
  const hits = async (words) => {
    const { results } = await loaded.search(words);
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
export function parse(query, smallWords) {
  const parts = [];
  const addWords = (text) => {
    for (const word of text.split(/\s+/)) {
      if (/[\p{L}\p{N}]/u.test(word)) parts.push([word, spelled(word)]);
    }
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

// --- hits ---

// The hits for `words`, or everything, in the chosen order; the best first, or the newest.
async function hitsFor(words, { filters, sort, order }) {
  const options = { filters: anyOf(filters) };
  const { results } = await loaded.search(words, options);
  const by = sort || (words ? "" : "start");
  if (!by) return results;
  // Pagefind leaves pages out that lack what it sorts by; they come last.
  const sorted = (await loaded.search(words, { ...options, sort: { [by]: order } })).results;
  const have = new Set(sorted.map((hit) => hit.id));
  return [...sorted, ...results.filter((hit) => !have.has(hit.id))];
}

// The pages with most of `words`, each as a hit for the first of them that it has.
async function askForSome(words, how) {
  const found = new Map();
  for (const hits of await Promise.all(words.map((word) => hitsFor(word, { ...how, sort: "" })))) {
    for (const hit of hits) {
      const { count = 0, score = 0, first = hit } = found.get(hit.id) ?? {};
      found.set(hit.id, { count: count + 1, score: score + hit.score, first });
    }
  }
  const most = Math.max(0, ...[...found.values()].map(({ count }) => count));
  const having = [...found.values()].filter(({ count }) => count === most);
  const best = having.sort((a, b) => b.score - a.score).map(({ first }) => first);
  if (!how.sort) return best;
  const places = new Map((await hitsFor(null, how)).map((hit, place) => [hit.id, place]));
  return best.sort((a, b) => places.get(a.id) - places.get(b.id));
}

// `hits` with those first that belong to a place or an organisation whose name was typed.
async function putFirst(hits, pages) {
  const having = ([key, name, , value = name]) => loaded.search(null, { filters: { [key]: value } });
  const found = await Promise.all(pages.map(having));
  const first = new Set(found.flatMap(({ results }) => results.map((hit) => hit.id)));
  return [...hits].sort((a, b) => first.has(b.id) - first.has(a.id));
}

// What is found for `query`.  `how` has `filters`, `sort` and `order`; `named` finds the pages that
// have one of some names; `suggest` finds other words for one that the index lacks, the best first.
// The answer has the hits and what was asked: `words` as typed, `asked` as the index has them;
// `missing` are the words left out, `instead` those asked in the place of some: [typed, asked];
// `pages` are those that the query, or what it is a misspelling of, is a name of.
export async function search(query, how, smallWords, named, suggest) {
  const whole = /^".+"$/.test(query);
  let known = query ? [[query, query]] : [];
  let missing = [];
  const instead = [];
  const near = [];
  const names = [query];
  if (query && !whole) {
    const typed = parse(query.replaceAll('"', " "), smallWords);
    const isThere = await Promise.all(typed.map(([, word]) => isKnown(word)));
    known = [];
    const right = [];
    for (const [index, [word, asked]] of typed.entries()) {
      if (isThere[index]) {
        known.push([word, asked]);
        right.push(word);
        continue;
      }
      const { best, others } = await suggest(word);
      const words = best.split(" ").filter(Boolean);
      const areThere = await Promise.all(words.map(isKnown));
      if (words.length && areThere.every(Boolean)) {
        known.push(...words.map((one) => [one, one]));
        instead.push([word, best]);
      } else missing.push(word);
      right.push(best || word);
      near.push(...others);
    }
    names.push(typed.map(([word]) => word).join(" "), right.join(" "));
    // What is left of a number that was not found tells nothing.
    const tells = (word) => /\p{L}|\d{3}/u.test(word);
    if (missing.length) known = known.filter(([, word]) => tells(word));
  }
  const pages = await named(names);
  const words = known.map(([, word]) => word);
  let hits = [];
  let some = false;
  if (words.length || !query) {
    hits = await hitsFor(words.join(" ") || null, how);
    some = !hits.length && words.length > 1;
    if (some) hits = await askForSome(words, how);
    if (pages.length && !how.sort) hits = await putFirst(hits, pages);
  }
  return {
    hits,
    words: known.map(([word]) => word).join(" "),
    asked: some ? null : words.join(" ") || null,
    terms: words,
    missing,
    instead,
    near,
    pages,
    some: some && hits.length > 0,
  };
}
