// Words as the search compares them.

const letters = { ø: "o", æ: "ae", œ: "oe", ß: "ss", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };

// A word or name without what spelling may differ in: capitals, dots and signs.  The generator does
// the same (`folded` in `search_words.py`).
export function plain(text) {
  const small = text.toLowerCase().replace(/[øæœßđðþłı]/g, (letter) => letters[letter]);
  const bare = small.normalize("NFD").replace(/\p{M}/gu, "");
  return bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// `text` with the letters that the index knows.
export const spelled = (text) => text.replace(/[øæ]/gi, (letter) => ({ ø: "ö", æ: "ä" })[letter.toLowerCase()]);
