"""Lines as git hosts read them (CommonMark): what begins on a line, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from insyn.problem import Place

MAX_NESTING = 10
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
QUOTE = re.compile(r" {0,3}> ?")
ITEM = re.compile(r" {0,3}(?:(?P<bullet>[-+*])|(?P<number>[0-9]{1,9})[.)])(?P<gap> +|$)")
_TABBED_ITEM = re.compile(r"(?P<mark>[-+*]|[0-9]{1,9}[.)])[ \t]*\t[ \t]*(?=\S)")
RULE = re.compile(r" {0,3}(?P<sign>[-*_])(?: *(?P=sign)){2,} *")
ATX = re.compile(r" {0,3}(?P<signs>#{1,6})(?: +(?P<text>.*?))??(?: +#+)? *")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
TABLE_RULE = re.compile(r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
NO_CONTENT = r"script|style|textarea|template|iframe|object|svg|math|noscript"
_HTML_BLOCK = re.compile(
    rf" {{0,3}}<(?:(?P<comment>!--)|(?P<tag>{NO_CONTENT})(?=[\s>]|$))", re.IGNORECASE
)


class Line(NamedTuple):
    """A line's text within its container; `column` is that of its first character."""

    number: int
    column: int
    text: str

    @classmethod
    def typed(cls, number: int, text: str) -> Line:
        """A line as it stands in the file: its first tabs as spaces, its column for the others."""
        stripped = text.lstrip(" \t")
        indent = text[: len(text) - len(stripped)]
        spaces = indent.expandtabs(4)
        if tabbed := _TABBED_ITEM.match(stripped):  # as Word has it
            stripped = f"{tabbed['mark']} {stripped[tabbed.end() :]}"
        return cls(number, 1 + len(indent) - len(spaces), spaces + stripped)

    def place(self, file: str, offset: int = 0) -> Place:
        """Where the character at `offset` stands."""
        return Place(file, self.number, self.column + offset)

    def after(self, length: int) -> Line:
        """The line without its first characters."""
        return Line(self.number, self.column + length, self.text[length:])

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))


def item_start(line: Line, nesting: int, *, in_text: bool) -> re.Match[str] | None:
    """The start of a list item. Within a text "1986." at a line's start is a year."""
    item = ITEM.match(line.text)
    if item is None or nesting == MAX_NESTING or RULE.fullmatch(line.text):
        return None
    begins_list = line.text[item.end() :].strip() and item["number"] in {None, "1"}
    return item if begins_list or not in_text else None


def content_offset(item: re.Match[str], text: str) -> int:
    """How far the content of a list item is indented."""
    gap = len(item["gap"])
    if gap > 4 or not text[item.end() :]:  # noqa: PLR2004 - then it is code, or nothing
        return item.end() - gap + 1
    return item.end()


def _is_plain(text: str) -> bool:
    """Whether the line can only go on with the text above it."""
    return (
        bool(text.strip())
        and not any(pattern.match(text) for pattern in (FENCE, QUOTE, ITEM, _HTML_BLOCK))
        and not any(pattern.fullmatch(text) for pattern in (RULE, ATX, UNDERLINE))
    )


def _leaves_text_open(text: str) -> bool:
    """Whether the line ends in a text, in whatever quotes and lists, that the next may go on."""
    while inner := QUOTE.match(text) or (not RULE.fullmatch(text) and ITEM.match(text)):
        text = text[inner.end() :]
    return _is_plain(text)


def unquoted(line: Line) -> Line:
    """A line of a quote without the quote's sign."""
    found = QUOTE.match(line.text)
    return line.after(found.end() if found else 0)


def code_end(lines: Sequence[Line], at: int, *, in_text: bool) -> int:
    """The index after the code that begins at `at`, or `at` where none does."""
    if fence := FENCE.match(lines[at].text):
        closing = re.compile(rf" {{0,3}}{re.escape(fence['fence'])}{fence['fence'][0]}* *")
        for number in range(at + 1, len(lines)):
            if closing.fullmatch(lines[number].text):
                return number + 1
        return len(lines)
    if in_text or lines[at].indent < 4:  # noqa: PLR2004 - CommonMark's indented code
        return at
    end = at
    for number in range(at, len(lines)):
        if lines[number].text.strip():
            if lines[number].indent < 4:  # noqa: PLR2004
                break
            end = number + 1
    return end


def html_end(lines: Sequence[Line], at: int) -> int:
    """The index after a comment or an element whose content is no text."""
    block = _HTML_BLOCK.match(lines[at].text)
    if block is None:
        return at
    closing = "-->" if block["comment"] else f"</{block['tag'].lower()}"
    for number in range(at, len(lines)):
        if closing in lines[number].text.lower():
            rest = lines[number].text.lower().partition(closing)[2].lstrip(" >")
            # Text behind it belongs to the paragraph, where it is read in its turn.
            return at if rest and number == at else number + 1
    return len(lines)


def quote_end(lines: Sequence[Line], at: int) -> int:
    """The index after the quote that begins at `at`."""
    end = at
    while end < len(lines) and (
        QUOTE.match(lines[end].text)
        or (_is_plain(lines[end].text) and _leaves_text_open(lines[end - 1].text))
    ):
        end += 1
    return end


def item_end(lines: Sequence[Line], at: int, item: re.Match[str]) -> int:
    """The index after the item of a list that begins at `at`."""
    offset = content_offset(item, lines[at].text)
    end = at + 1
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if not line.text.strip():
            continue
        goes_on = (
            number == end and _is_plain(line.text) and _leaves_text_open(lines[number - 1].text)
        )
        if line.indent < offset and not goes_on:
            break
        end = number + 1
    return end


def text_lines(lines: Sequence[str], start: int) -> Iterator[int]:
    """Those of `lines` from `start` on, as indices, that are no code and no comment."""
    at = start
    typed = [Line(number, 1, text) for number, text in enumerate(lines)]
    while at < len(lines):
        in_text = at > start and bool(lines[at - 1].strip())
        end = max(
            code_end(typed, at, in_text=in_text),
            html_end(typed, at),
        )
        if end == at:
            yield at
        at = max(end, at + 1)


def shortened(typed: str) -> str:
    """What is typed, as a message shows it."""
    shown = " ".join(typed.split())
    return shown if len(shown) <= 60 else shown[:59] + "…"  # noqa: PLR2004
