// How the form reads and writes a file, so that what nobody changed keeps every byte.
//
// Sveltia CMS would read YAML's own ideas of what `no` or `0451` mean, and write every file anew:
// without comments, in another order, in another spelling. Here each value stays the text that was
// typed. The text of the file travels with the values, and a save puts in it only what differs:
// field by field in the facts, block by block in the text. Fields that the form does not know stay.

import { Document, isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';

/** The hidden fields: the text of the file travels in one, the other tells whose file it is. */
export const ORIGINAL = '_original';
export const KIND = '_kind';

const AS_TYPED = { schema: 'failsafe', uniqueKeys: false };
const WIDTH = 100;
const LAID_OUT = { lineWidth: WIDTH, indentSeq: true, minContentWidth: 40 };
const FRAME = /^---[ \t]*\n(?<facts>[\s\S]*?)(?<=\n)---[ \t]*(?:\n(?<text>[\s\S]*))?$/;

/**
 * How the files of one collection are read and written.
 * @param {{name: string, fields: object[], whole?: boolean}} collection `whole`: the file is YAML throughout.
 * @param {Record<string, Record<string, string>>} spellings For a field (`targets.unit`), other
 * ways to write a choice, folded, and the value that stands for each.
 */
export const fileFormat = ({ name: kind, fields, whole = false }, spellings = {}) => {
  // What begins so is known to the form alone.
  const facts = fields.filter(({ name }) => name !== 'body' && !name.startsWith('_'));
  const hasText = fields.some(({ name }) => name === 'body');

  return {
    fromFile: (file) => {
      const { head, body } = parts(file, whole);
      const values = readFields(facts, parsed(head).contents, spellings);
      return { ...values, ...(hasText ? { body: shown(body, kind) } : {}), [KIND]: kind, [ORIGINAL]: file };
    },
    toFile: (values) => {
      const original = values[ORIGINAL] ?? '';
      const { head, body, framed } = parts(original, whole);
      // Sveltia begins a translation with facts of the original: it may have texts alone.
      const own = values[KIND] === undefined ? translated(facts) : facts;
      const newHead = writeFacts(own, head, values, spellings);
      if (whole) return newHead;
      const text = hasText ? writeText(body, values.body ?? '', kind) : body;
      if (!framed && !newHead.trim()) return text;
      return `---\n${newHead}---\n${text.trim() ? `\n${text.replace(/^\n+/, '')}` : ''}`;
    },
  };
};

/** The fields that a translation gives anew. */
const translated = (fields) =>
  fields
    .filter(({ i18n }) => i18n === true)
    .map((field) => (field.fields ? { ...field, fields: translated(field.fields) } : field));

/** The facts and the text of a file, as typed. */
const parts = (file, whole) => {
  if (whole) return { head: file && ended(file), body: '', framed: false };
  const found = file.match(FRAME);
  if (!found) return { head: '', body: file, framed: false };
  return { head: found.groups.facts, body: found.groups.text ?? '', framed: true };
};

const ended = (text) => (text.endsWith('\n') ? text : `${text}\n`);

const parsed = (head) => {
  const found = parseDocument(head, AS_TYPED);
  // Whoever opens it is told, rather than given a form that lacks half of the card.
  if (found.errors.length) throw found.errors[0];
  return found;
};

// --- reading ---

const folded = (text) => text.trim().replace(/\s+/g, ' ').toLowerCase();

const isList = ({ widget, multiple }) => widget === 'list' || multiple === true;

const readFields = (fields, map, spellings, path = '') => {
  const values = {};
  for (const field of fields) {
    const node = isMap(map) ? map.get(field.name, true) : undefined;
    const value = readField(field, node, spellings, path ? `${path}.${field.name}` : field.name);
    if (value !== undefined) values[field.name] = value;
  }
  return values;
};

const readField = (field, node, spellings, path) => {
  if (node === undefined || node === null) return undefined;
  if (field.widget === 'object')
    return isMap(node) ? readFields(field.fields, node, spellings, path) : undefined;
  if (isList(field)) {
    const items = isSeq(node) ? node.items : isEmpty(textOf(node)) ? [] : [node];
    if (!field.fields) return items.map((item) => canonical(field, textOf(item), spellings[path]));
    return items.map((item) => (isMap(item) ? readFields(field.fields, item, spellings, path) : {}));
  }
  return isScalar(node) ? canonical(field, textOf(node), spellings[path]) : undefined;
};

const textOf = (node) => (isScalar(node) ? String(node.value ?? '').trim() : '');

/** A choice may be typed in several ways; the form knows one. */
const canonical = (field, typed, spelled = {}) => {
  if (['file', 'image'].includes(field.widget) && typed && !typed.includes('://'))
    return `/${typed.replace(/^(\.\.\/|content\/|\/)+/, '')}`;
  if (!['select', 'relation', 'choice'].includes(field.widget)) return typed;
  const wanted = folded(typed);
  const same = (field.options ?? []).find(
    ({ label, value }) => folded(value) === wanted || folded(label) === wanted,
  );
  return same?.value ?? spelled[wanted] ?? typed;
};

// --- writing the facts ---

/** Where each fact stands: from the line of its key to the next key's, its comments after it. */
const segments = (head) => {
  const map = parsed(head).contents;
  if (!isMap(map)) return { before: head, entries: [] };
  const starts = map.items.map(({ key }) => head.lastIndexOf('\n', key.range[0] - 1) + 1);
  const entries = map.items.map(({ key, value }, index) => {
    const from = starts[index];
    const to = starts[index + 1] ?? head.length;
    const text = head.slice(from, to);
    // Comments at the margin and empty lines after a fact are about the next one.
    const tail = text.match(/(?:^(?:#.*|[ \t]*)\n)*$/m)?.[0] ?? '';
    const own = tail && tail !== text ? text.slice(0, text.length - tail.length) : text;
    return { name: String(key.value), own, tail: text.slice(own.length), value };
  });
  return { before: starts.length ? head.slice(0, starts[0]) : head, entries };
};

const writeFacts = (fields, head, values, spellings) => {
  const { before, entries } = segments(head);
  const previous = readFields(fields, parsed(head).contents, spellings);
  fields.forEach((field, position) => {
    const now = cleaned(values[field.name]);
    const was = cleaned(previous[field.name]);
    if (same(now, was)) return;
    const at = entries.findIndex(({ name }) => name === field.name);
    if (now === undefined) {
      // Its comments stay: perhaps they say why it is empty.
      if (at >= 0) entries.splice(at, 1, { ...entries[at], own: '' });
      return;
    }
    if (at >= 0) {
      entries[at].own = rewritten(field, entries[at].own, now, was);
      return;
    }
    const earlier = new Set(fields.slice(0, position).map(({ name }) => name));
    const after = entries.findLastIndex(({ name }) => earlier.has(name));
    const own = rewritten(field, '', now, undefined);
    entries.splice(after + 1, 0, { name: field.name, own, tail: '' });
  });
  return before + entries.map(({ own, tail }) => own + tail).join('');
};

/** One fact with a new value; within it, what did not change keeps its comments and its order. */
const rewritten = (field, own, now, was) => {
  const document = own ? parsed(own) : new Document({}, AS_TYPED);
  setValue(document, document.contents, field, now, was);
  return ended(document.toString(LAID_OUT).trimEnd());
};

const setValue = (document, map, field, now, was) => {
  const node = map.get(field.name, true);
  if (now === undefined) {
    map.delete(field.name);
  } else if (field.widget === 'object' && isMap(node)) {
    field.fields.forEach((inner) => {
      const next = cleaned(now[inner.name]);
      const before = cleaned(was?.[inner.name]);
      if (!same(next, before)) setValue(document, node, inner, next, before);
    });
  } else if (isList(field) && isSeq(node) && Array.isArray(was)) {
    node.items = listItems(document, field, node.items, now, was);
  } else if (isScalar(node) && typeof now === 'string') {
    const { value, type } = scalar(field, now);
    const quoted = String(node.type).startsWith('QUOTE');
    Object.assign(node, { value, type: type ?? (quoted ? node.type : undefined) });
  } else {
    map.set(field.name, made(document, field, now));
  }
};

/** The items of a list: an item that was there before, wherever it stands now, stays as typed. */
const listItems = (document, field, items, now, was) => {
  const left = new Map(was.map((value, index) => [index, cleaned(value)]));
  const chosen = now.map((value) => {
    const [index] = [...left].find(([, before]) => same(cleaned(value), before)) ?? [];
    if (index !== undefined) left.delete(index);
    return index;
  });
  return now.map((value, position) => {
    if (chosen[position] !== undefined) return items[chosen[position]];
    // What stands at the same place and is found nowhere else has been changed.
    if (field.fields && left.has(position) && isMap(items[position])) {
      const before = left.get(position);
      left.delete(position);
      field.fields.forEach((inner) => {
        const next = cleaned(value[inner.name]);
        const previous = cleaned(before?.[inner.name]);
        if (!same(next, previous)) setValue(document, items[position], inner, next, previous);
      });
      return items[position];
    }
    return made(document, field.fields ? { widget: 'object', fields: field.fields } : {}, value);
  });
};

const made = (document, field, value) => {
  if (typeof value === 'string') return scalar(field, value);
  if (Array.isArray(value)) {
    const sequence = document.createNode([]);
    sequence.items = listItems(document, field, [], value, []);
    return sequence;
  }
  const map = document.createNode({});
  (field.fields ?? []).forEach((inner) => {
    const given = cleaned(value?.[inner.name]);
    if (given !== undefined) map.set(inner.name, made(document, inner, given));
  });
  return map;
};

const scalar = (field, value) => {
  const path = ['file', 'image'].includes(field.widget) ? value.replace(/^\//, '') : value;
  const node = new Scalar(path.normalize('NFC'));
  if (node.value.length > WIDTH - 20) node.type = node.value.includes('\n') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED';
  return node;
};

const isEmpty = (value) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && !value.length) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmpty));

/** A value without what is empty in it; undefined where nothing is left. */
const cleaned = (value) => {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    // A half of a translated list may be empty: its place in the list is what tells which it is.
    const items = value.map((item) => cleaned(item) ?? (typeof item === 'object' ? {} : undefined));
    const kept = items.filter((item) => item !== undefined);
    return kept.every(isEmpty) ? undefined : kept;
  }
  if (value && typeof value === 'object') {
    const kept = Object.entries(value)
      .map(([name, inner]) => [name, cleaned(inner)])
      .filter(([, inner]) => inner !== undefined);
    return kept.length ? Object.fromEntries(kept) : undefined;
  }
  return value === undefined || value === null ? undefined : String(value);
};

const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).sort().map(([key, inner]) => [key, sorted(inner)]));
  return value;
};

// --- writing the text ---

/** The new text, in which every block that says what a block of the old one says is that block. */
const writeText = (old, now, kind) => {
  if (now.trim() === shown(old, kind)) return old;
  const spelled = new Map();
  blocks(old).forEach((block) => spelled.set(plain(block), block));
  return ended(blocks(now).map((block) => spelled.get(plain(block)) ?? wrapped(mended(block), kind)).join('\n\n'));
};

/** A paragraph on lines of a length that is easy to compare, as those around it are. */
const wrapped = (block, kind) => {
  if (kind.startsWith('lattlast') || !PARAGRAPH.test(block) || block.includes('\n')) return block;
  return block.split(' ').reduce((text, word) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    // No word that would begin a list or a heading may come first.
    const stays = !line || line.length + word.length < WIDTH || /^([-*+>#|~=]|\d+[.)])/.test(word);
    return text + (text ? (stays ? ' ' : '\n') : '') + word;
  }, '');
};

/** The text in the form: a paragraph is one line there, but for easy-to-read texts. */
const shown = (text, kind) =>
  kind.startsWith('lattlast')
    ? text.trim()
    : blocks(text)
        .map((block) => (PARAGRAPH.test(block) ? block.replace(/(?<! {2}|\\\\)\n(?!\{)/g, ' ') : block))
        .join('\n\n');

// No list, quote, heading, table, code, picture or mark in it: nothing to which a line matters.
const PARAGRAPH = /^(?!\s)(?![\s\S]*^\s*([-*+>#|`~]|\d+[.)]\s|!\[|\{))[\s\S]*\S/m;

const blocks = (text) => text.trim().replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/).filter((block) => block.trim());

/** What a block says, however it is spelled: breaks, escapes, marks of emphasis and of lists. */
const plain = (block) =>
  mended(block)
    .replace(/^[ \t]*[*+-][ \t]+/gm, '- ')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '**$2**')
    .replace(/(?<![*\w])[*_](?=[^\s*_])([^*_]*[^\s*_])[*_](?![*\w])/g, '_$1_')
    .replace(/^>[ \t]?/gm, '> ')
    .replace(/\s+/g, ' ')
    .trim();

/** A block without the escapes that Insyn's marks of language (`[words]{lang=en}`) cannot have. */
const mended = (block) =>
  block
    .replace(/\\\[((?:[^\]\\]|\\.)*?)\\?\](\\?\{lang=[a-z]{2,3}\\?\})/g, (_, words, mark) => `[${words}]${mark.replace(/\\/g, '')}`)
    .replace(/\\?\{lang=([a-z]{2,3})\\?\}/g, '{lang=$1}')
    .replace(/\\([-.!()&#>_*[\]])/g, (whole, sign, at, text) => (needsEscape(sign, at, text) ? whole : sign))
    .normalize('NFC');

/** Would this sign, unescaped, mean something in Markdown? */
const needsEscape = (sign, at, text) => {
  const begins = at === 0 || text[at - 1] === '\n';
  if ('*_[]'.includes(sign)) return true;
  if ('#>-'.includes(sign)) return begins;
  if (sign === '.') return /(^|\n)\d+$/.test(text.slice(0, at));
  return false;
};
