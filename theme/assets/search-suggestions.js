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

// Of `words`, the most common first: the one that `typed` is a misspelling of, or a part of it
// that stands for it, and others like it.
export function suggest(typed, words) {
  const meant = plain(typed);
  if (meant.length < shortest || /\d|\s/.test(meant)) return { best: "", others: [] };
  const most = meant.length < 6 ? 1 : 2;
  const found = [];
  for (const word of words) {
    const bare = plain(word);
    const far = distance(meant, bare, most);
    // A typed beginning is more often right than its end.
    if (far <= most) found.push([far + (bare[0] === meant[0] ? 0 : 0.5), word]);
  }
  found.sort((a, b) => a[0] - b[0]);
  const near = found.map(([, word]) => word);
  if (near.length) return { best: near[0], others: near.slice(1, 4) };
  // The parts of a compound that nobody wrote: "cykelvägsprojekt" is about "cykelväg" and "projekt".
  const parts = words.filter((word) => {
    const bare = plain(word);
    return bare.length >= shortest && (meant.startsWith(bare) || meant.endsWith(bare));
  });
  parts.sort((a, b) => b.length - a.length);
  // Its last part is what it is a sort of: it stands for the whole where it is most of it.
  const [longest] = parts;
  const isMost = longest && meant.endsWith(plain(longest)) && longest.length > meant.length * 0.6;
  return { best: isMost ? longest : "", others: parts.slice(isMost ? 1 : 0, 4) };
}
