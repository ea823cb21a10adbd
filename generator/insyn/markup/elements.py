"""What an element says, and what is set right within one."""

from __future__ import annotations

import html
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from insyn.markup.languages import LANGUAGE, LANGUAGE_AT_END, is_language
from insyn.markup.marks import BETWEEN, unmarked

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    {*HEADINGS, "p", "li", "ul", "ol", "pre", "blockquote", "figure", "figcaption"}
    | {"table", "tr", "td", "th", "div", "hr", "br"}
)
_INLINE_ELEMENTS = frozenset({"a", "em", "strong", "img", "code"})
_WITH_LANGUAGE_AT_END = frozenset({*HEADINGS, "p", "li", "td", "th", "figcaption"})


def plain(element: Element) -> str:
    """The words of an element, in one line."""
    return plain_text("".join(element.itertext()))


def plain_text(text: str) -> str:
    """The words of a text, without marks, entities or double spaces."""
    return " ".join(html.unescape(unmarked(text)).split())


def plain_blocks(root: Element) -> str:
    """All words, with an empty line wherever a block begins or ends."""
    blocks = (plain_text(block) for block in "".join(_pieces(root)).split("\0"))
    return "\n\n".join(block for block in blocks if block)


def _pieces(element: Element) -> Iterator[str]:
    if element.tag == "caption":
        return  # it says the heading above once more
    edge = "\0" if element.tag in _BLOCKS else ""
    yield edge
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield edge


def arrange(parent: Element) -> None:
    """Take out what only parts quotes, and put names and languages where they belong."""
    for index, element in reversed(list(enumerate(parent))):
        if element.tag == "p" and (element.text or "").strip() == BETWEEN:
            parent.remove(element)
        elif element.tag == "blockquote":
            parent[index] = _with_caption(element)
    _take_languages_below(parent)


def set_language(element: Element, code: str) -> None:
    """Mark what is in another language, if `code` is one."""
    element.attrib.pop("lang", None)
    if is_language(code):
        element.set("lang", code)
        element.set("dir", "auto")


def take_language_behind(element: Element) -> None:
    """`[text](address){lang=en}` and `*text*{lang=en}`: the language of an element in a text."""
    found = LANGUAGE.match(element.tail or "")
    if found and element.tag in _INLINE_ELEMENTS:
        element.tail = (element.tail or "")[found.end() :]
        set_language(element, found["code"])


def _take_languages_below(parent: Element) -> None:
    """A paragraph that is only a language says that of the block above it, or of its quote."""
    for index, child in reversed(list(enumerate(parent))):
        alone = LANGUAGE.fullmatch((child.text or "").strip()) if child.tag == "p" else None
        if alone and not len(child):
            parent.remove(child)
            quote = parent.tag == "blockquote"
            if quote or index:
                set_language(parent if quote else parent[index - 1], alone["code"])


def take_language_at_end(block: Element) -> bool:
    """Whether the language of `block` stands at its end, from where it becomes an attribute."""
    if block.tag not in _WITH_LANGUAGE_AT_END:
        return False
    last = block[-1] if len(block) else None
    said = (block.text if last is None else last.tail) or ""
    if found := LANGUAGE_AT_END.search(said):
        rest = said[: found.start()]
        if last is None:
            block.text = rest
        else:
            last.tail = rest
        set_language(block, found["code"])
    return found is not None


def _with_caption(quote: Element) -> Element:
    """A quote whose last paragraph is a dash and a name, as a figure with the name as caption."""
    if len(quote) < 2 or quote[-1].tag != "p" or not (quote[-1].text or "").startswith(("—", "–")):  # noqa: PLR2004
        return quote
    figure = Element("figure")
    figure.set("class", "quote")
    caption = quote[-1]
    quote.remove(caption)
    caption.tag = "figcaption"
    # The page shows the dash; nobody needs to hear it.
    caption.text = (caption.text or "").lstrip("—–").lstrip()
    caption.tail = "\n"
    figure.tail, quote.tail = quote.tail, None
    figure.extend([quote, caption])
    return figure


def name_rows(table: Element) -> None:
    """What a row is about stands first in it: its header."""
    for row in table.findall("./tbody/tr"):
        if plain(row[0]):
            row[0].tag = "th"
            row[0].set("scope", "row")
