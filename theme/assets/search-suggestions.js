// Other words for one that the index lacks: another spelling, or a part of it.

import { plain } from "./search-words.js";

// How many letters must be changed, left out, put in or swapped to make `a` of `b`; more than
// `most` is told as more.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

const shortest = 4;

// What may stand between the parts of a compound, and the endings that its first part loses there.
const joints = ["", "s", "e", "u", "o", "a"];
const lost = ["", "e", "a"];

// The two words that a compound that nobody wrote is made of: "handledarutbildning" is
// "handledare" and "utbildning".
function split(meant, words) {
  const known = new Map();
  for (const word of words) {
    const bare = plain(word);
    if (!known.has(bare)) known.set(bare, word);
  }
  for (let cut = shortest; cut <= meant.length - shortest; cut++) {
    const last = known.get(meant.slice(cut));
    if (!last) continue;
    const begun = meant.slice(0, cut);
    for (const joint of joints) {
      const bare = begun.endsWith(joint) ? begun.slice(0, cut - joint.length) : "";
      for (const ending of bare.length < shortest ? [] : lost) {
        const first = known.get(bare + ending);
        if (first) return [first, last];
      }
    }
  }
  return [];
}

// Of `words`, the most common first: the one that `typed` is a misspelling of, or those that stand
// for it because it is made of them, and others like it.
export function suggest(typed, words) {
  const meant = plain(typed);
  if (meant.length < shortest || /\d|\s/.test(meant)) return { best: "", others: [] };
  const most = meant.length < 7 ? 1 : 2;
  const exact = typed.toLowerCase();
  const found = [];
  // A word that is right, though no page has it, is no misspelling.
  const isRight = words.includes(exact);
  for (const word of isRight ? [] : words) {
    const bare = plain(word);
    // A typed beginning is right.
    if (bare[0] !== meant[0]) continue;
    const far = distance(meant, bare, most);
    if (far > most) continue;
    // Of those as near, the one with the same dots, and as many letters.
    const marks = distance(exact, word, 2 * most + 1);
    found.push([far + marks / 4 + Math.abs(bare.length - meant.length) / 10, word]);
  }
  found.sort((a, b) => a[0] - b[0]);
  const near = found.map(([, word]) => word);
  if (near.length) return { best: near[0], others: near.slice(1, 4) };
  // The parts of a compound that nobody wrote: "cykelvägsprojekt" is about "cykelväg" and "projekt".
  const parts = words.filter((word) => {
    const bare = plain(word);
    const isWithin = bare !== meant && (meant.startsWith(bare) || meant.endsWith(bare));
    return isWithin && bare.length >= shortest;
  });
  parts.sort((a, b) => b.length - a.length);
  const both = split(meant, words);
  if (both.length) return { best: both.join(" "), others: parts.slice(0, 4) };
  // Its last part is what it is a sort of: it stands for the whole where it is most of it.
  const [longest] = parts;
  const isMost = longest && meant.endsWith(plain(longest)) && longest.length > meant.length * 0.6;
  return { best: isMost ? longest : "", others: parts.slice(isMost ? 1 : 0, 4) };
}
