"""Markdown → safe HTML, headings, links and images, each with its place in the file.

Hides two things.  Editors preview on git hosts, so the blocks are read as git hosts read them
(CommonMark and its tables) and handed to Python-Markdown in the dialect that it wants.  And since
Python-Markdown tells no places, each heading and link carries its own through the conversion: one
character of Unicode's private use area in its text, which is taken out again at the end.

Raw HTML never gets through: it is dropped here and told, and the result is sanitised by an allow
list besides.
"""

from __future__ import annotations

import html
import re
import string
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element, SubElement

import nh3
from babel import Locale
from markdown import Markdown
from markdown.inlinepatterns import (
    BacktickInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.serializers import to_html_string
from markdown.util import AtomicString

from insyn.problem import Place, Problem
from insyn.slugs import slugify


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body; `level` is 2 to 6."""

    level: int
    text: str
    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or image: `target` as typed, `text` the link's text or the alternative text.

    `address` is what stands in `href` or `src`; empty where the link was dropped.
    `caption` is what everybody sees below an image.
    """

    target: str
    place: Place
    kind: Literal["link", "image"]
    text: str
    address: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a text or a table as it is typed, for those who judge its words.

    `language` is the one that it is marked with, empty for the language of the whole body.
    `lines` are the places at which the lines of `typed` begin.
    """

    kind: Literal["heading", "text", "item", "table"]
    typed: str
    lines: tuple[Place, ...]
    language: str = ""

    def place(self, offset: int) -> Place:
        """Where the character at `offset` of `typed` stands in the file."""
        line = self.lines[min(self.typed.count("\n", 0, offset), len(self.lines) - 1)]
        start = self.typed.rfind("\n", 0, offset) + 1
        return Place(line.file, line.line, line.column + offset - start)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one h2: the HTML without the heading itself.

    Only the first section can lack a heading: what stands before the first h2.
    """

    heading: Heading | None
    html: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML, and what there is in it, in the order of the text."""

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    references: tuple[Reference, ...]
    text: str
    """Without marks; an empty line between blocks."""
    passages: tuple[Passage, ...] = ()
    """What stands in the body as it is typed; empty when its words have been judged."""


LinkMap = Callable[[Reference], str | None]
"""What a reference's target becomes in `href` or `src`; None drops the link and keeps its text."""


def render(  # noqa: PLR0913 - what it needs to know about the body, by name
    markdown: str,
    *,
    file: str,
    first_line: int,
    language: str,
    reserved_ids: frozenset[str] = frozenset(),
    link: LinkMap | None = None,
) -> tuple[Rendered, tuple[Problem, ...]]:
    """Render the body `markdown`, which begins on `first_line` of `file`.

    `language` is that of the words that are put in (a table's label).  No heading gets an id of
    `reserved_ids`.  Where `link` is None, targets stay as typed.
    """
    problems: list[Problem] = []
    blocks = _Blocks(file, problems)
    lines = [
        _Line(first_line + number, *_untabbed(text))
        for number, text in enumerate(_PRIVATE.sub("\ufffd", markdown).split("\n"))
    ]
    root = _tree("\n".join(blocks.read(lines)))
    body = _Body(root, blocks, _Setting(file, first_line, language, reserved_ids, link))
    rendered = body.rendered()
    return rendered, tuple(sorted(problems))


# --- the marks ---

_FIRST_MARK, _MARKS = 0xF0000, 0xFFFE
_MARK = re.compile("[\U000f0000-\U000ffffd]")
_CODE = "\ue000"
_BETWEEN = "\ue001"
_CODE_TOKEN = re.compile(f"{_CODE}([0-9]+){_CODE}")
# Our marks and Python-Markdown's own (STX, ETX): a text that has them could forge a place.
_PRIVATE = re.compile("[\U000f0000-\U000ffffd\ue000\ue001\x02\x03]")


# --- blocks: as git hosts read them → as Python-Markdown wants them ---

_MAX_NESTING = 10
_MAX_TARGET = 2000
_MAX_BRACKETS = 1000
"""In one text: four times as many as a table of all municipalities has."""

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r" {0,3}(?:(?P<bullet>[-+*])|(?P<number>[0-9]{1,9})[.)])(?P<gap> +|$)")
_TABBED_ITEM = re.compile(r"(?P<mark>[-+*]|[0-9]{1,9}[.)])[ \t]*\t[ \t]*(?=\S)")
_RULE = re.compile(r" {0,3}(?P<sign>[-*_])(?: *(?P=sign)){2,} *")
_ATX = re.compile(r" {0,3}(?P<signs>#{1,6})(?: +(?P<text>.*?))??(?: +#+)? *")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
_TABLE_RULE = re.compile(r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
_NO_CONTENT = r"script|style|textarea|template|iframe|object|svg|math|noscript"
_HTML_BLOCK = re.compile(
    rf" {{0,3}}<(?:(?P<comment>!--)|(?P<tag>{_NO_CONTENT})(?=[\s>]|$))", re.IGNORECASE
)
_ATTRIBUTION = re.compile(r"[—–] *\S")
# What people write before the speaker's name when it is no dash, and the name, which is short.
_ALMOST_ATTRIBUTION = re.compile(r"(?:-{1,3}|[‒―~—–]|//?) *(?P<name>[A-ZÅÄÖÉÜÆØ].{0,79}[^.!?:…])")

# The last line of a quote that is a name and no more: "Amina Warsame", or "Amina, deltagare" with a
# role of a few words.  Only after a whole sentence: a sentence may go on with a name.
_NAME = r"[A-ZÅÄÖÉÜÆØ][\w’'-]*\w"
_ROLE = r", [^\W\d_][\w-]*(?: [\w-]+){0,2}"
_BARE_NAME = re.compile(
    r"(?!(?:Ja|Nej|Jo|Men|Och|Så|Sedan|Tack|Yes|No|But|And|So|Then|Thanks)\b)"
    rf"(?P<name>{_NAME}(?:(?: (?:von|van|af|de))? {_NAME}){{1,3}}(?:{_ROLE})?|{_NAME}{_ROLE})"
)
_SENTENCE_END = re.compile(r"[.!?…][”\"»'’*_)]*\\?\s*$")

# What tells the language of what stands before it: `[sentence]{lang=en}`, or a whole block.
_LANGUAGE = re.compile(r"\{:? *lang *= *[\"']?(?P<code>[\w-]+)[\"']? *\}")
_LANGUAGE_AT_END = re.compile(rf"\s*{_LANGUAGE.pattern}\s*\Z")

# What comes along from Word, and splits words for those who search: soft hyphens, no-width spaces.
_SOFT = re.compile("[\u00ad\u200b\u2060]")

# A heading whose number signs stand against its words, and what Word puts before the parts of a
# list: signs, or a hyphen, a dash or a letter that a tab follows.
_GLUED_HEADING = re.compile(r" {0,3}(?P<signs>#{2,6})[\u00a0\t]*(?=[^\s#])")
_WORD_BULLET = re.compile(
    r" {0,3}(?:[\u2022\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u27a2\uf0b7\uf0a7]\s*"
    r"|[-*+]\u00a0\s*|o\t\s*)(?=\S)"
)
_DASHED = re.compile(r" {0,3}[–—]\s+(?=\S)")

_INLINE = re.compile(
    rf"""
      (?P<kept> \\. | (?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)
        | (?m:^\[[^\[\]\n]+\]:[ ]*\S.*?$) )
    | (?P<auto> <(?:[a-z][a-z0-9+.-]{{1,31}}:[^<>\s]*|[^\s<>@/]+@[^\s<>@]+)> )
    | (?P<raw> <!--.*?(?:-->|\Z)
        | <(?P<name>{_NO_CONTENT})(?:\s[^<>]*)?>.*?(?:</(?P=name)\s*>|\Z)
        | </?[a-z][a-z0-9-]*(?:\s[^<>]*|/)?> | <[!?][a-z][^<>]*> )
    | (?P<bracket> [\[\]] )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


class _Line(NamedTuple):
    """A line's text within its container; `column` is that of its first character."""

    number: int
    column: int
    text: str

    def after(self, length: int) -> _Line:
        return _Line(self.number, self.column + length, self.text[length:])

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


def _untabbed(text: str) -> tuple[int, str]:
    """The line with its first tabs as spaces, and the column that keeps the others' right."""
    stripped = text.lstrip(" \t")
    indent = text[: len(text) - len(stripped)]
    spaces = indent.expandtabs(4)
    if tabbed := _TABBED_ITEM.match(stripped):  # as Word has it
        stripped = f"{tabbed['mark']} {stripped[tabbed.end() :]}"
    return 1 + len(indent) - len(spaces), spaces + stripped


class _Block(NamedTuple):
    """A block for Python-Markdown, and the index of the line after it."""

    lines: list[str]
    end: int


@dataclass(slots=True)
class _Blocks:
    """Reads blocks, remembering code and places apart."""

    file: str
    problems: list[Problem]
    code: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def read(
        self,
        lines: list[_Line],
        nesting: int = 0,
        *,
        within: Literal["", "item", "quote"] = "",
    ) -> list[str]:
        """The lines of one container, for Python-Markdown."""
        out: list[str] = []
        text: list[_Line] = []
        in_item = within == "item"
        starts = [lines[0].number] if lines else []
        """The lines on which blocks begin; of a quote the first is where all of it begins."""
        list_above = ""
        at = 0
        while at < len(lines):
            line = lines[at]
            if text and _UNDERLINE.fullmatch(line.text):
                out += self._heading(1 if "=" in line.text else 2, text, text[0].indent)
                text, list_above, at = [], "", at + 1
            elif item := _item_start(line, nesting, in_text=bool(text)):
                # Python-Markdown ends a text only at an empty line; in an item that would make
                # the list a loose one, and it is not needed right after the item's first words.
                first_words = in_item and not out
                out += self._text(text, starts, within)
                kind = "ul" if item["bullet"] else "ol"
                if kind != list_above:
                    starts.append(line.number)
                if out and out[-1] and not first_words and kind != list_above:
                    out.append("")
                end = self._item_end(lines, at, item)
                out += self._item(lines[at:end], item, nesting)
                text, list_above, at = [], kind, end
            elif (block := self._block(lines, at, nesting, in_text=bool(text))) is not None:
                out += self._text(text, starts, within)
                out += block.lines
                if line.text.strip():
                    starts.append(line.number)
                text, list_above, at = [], "", block.end
            else:
                if not text:
                    starts.append(line.number)
                if list_above:  # what goes on with an item was taken with it
                    out.append("")
                    list_above = ""
                text.append(line)
                at += 1
        return out + self._text(text, starts, within)

    def _text(self, lines: list[_Line], starts: list[int], within: str) -> list[str]:
        """A paragraph; or, where it is nothing but a language, that of the block above it."""
        if not lines:
            return []
        if len(lines) > 1 or not (language := _LANGUAGE.fullmatch(lines[0].text.strip())):
            return self._paragraph(lines, within)
        start = starts[0] if within == "quote" else starts[-2]
        self._told_language(language["code"], lines[0], lines[0].indent)
        self.passages = [
            replace(passage, language=passage.language or language["code"])
            if start <= passage.lines[0].line
            else passage
            for passage in self.passages
        ]
        return [language.group()]

    def _told_language(self, code: str, line: _Line, offset: int) -> None:
        if not is_language(code):
            place = Place(self.file, line.number, line.column + offset)
            self.problems.append(Problem.at(place, "language-mark-unknown", value=code))

    def _block(  # noqa: PLR0911 - one for each kind of block
        self, lines: list[_Line], at: int, nesting: int, *, in_text: bool
    ) -> _Block | None:
        """The block that begins at `at`, if it is no list and no text."""
        line = lines[at]
        if not line.text.strip():
            return _Block([""], at + 1)
        if _RULE.fullmatch(line.text):
            return _Block(["", "---", ""], at + 1)
        if (atx := _ATX.fullmatch(line.text)) is not None:
            start = atx.start("text") if atx["text"] else 0
            words = line.after(start)._replace(text=atx["text"] or "")
            level = len(atx["signs"])
            return _Block(self._heading(level, [words], line.indent - start), at + 1)
        if (end := self._code_end(lines, at, in_text=in_text)) > at:
            return _Block(self._code(lines[at:end]), end)
        if (end := self._html_end(lines, at)) > at:
            self._tell(line.number, line.column + line.indent, "raw-html", line.text)
            return _Block([], end)
        if nesting < _MAX_NESTING and _QUOTE.match(line.text):
            end = self._quote_end(lines, at)
            self._tell_of_speaker_below(lines[at:end], lines[end:])
            return _Block(self._quote(lines[at:end], nesting), end)
        return None

    # Where a block ends

    @staticmethod
    def _code_end(lines: list[_Line], at: int, *, in_text: bool) -> int:
        """The index after the code that begins at `at`, or `at` where none does."""
        if fence := _FENCE.match(lines[at].text):
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

    @staticmethod
    def _html_end(lines: list[_Line], at: int) -> int:
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

    @staticmethod
    def _quote_end(lines: list[_Line], at: int) -> int:
        end = at
        while end < len(lines) and (
            _QUOTE.match(lines[end].text)
            or (_is_plain(lines[end].text) and _leaves_text_open(lines[end - 1].text))
        ):
            end += 1
        return end

    @staticmethod
    def _item_end(lines: list[_Line], at: int, item: re.Match[str]) -> int:
        offset = _content_offset(item, lines[at].text)
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

    # What a block becomes

    def _heading(self, level: int, lines: list[_Line], indent: int) -> list[str]:
        """A heading that begins `indent` characters after its text's first line does."""
        mark = self._mark(Place(self.file, lines[0].number, lines[0].column + indent))
        self._keep("heading", lines)
        words = [line.strip() for line in self._inline(lines)]
        # A "#" at the end belongs to the text: git hosts have taken away those that close it.
        text = re.sub(r"#+$", lambda end: "\\#" * len(end.group()), " ".join(words))
        if (len(text) - len(text.rstrip("\\"))) % 2:
            text += "\\"
        return ["", f"{'#' * level} {mark}{text}", ""]

    def _code(self, lines: list[_Line]) -> list[str]:
        if fence := _FENCE.match(lines[0].text):
            indent = lines[0].indent
            inner = lines[1:]
            if inner and inner[-1].text.strip().startswith(fence["fence"]):
                inner = inner[:-1]
        else:
            indent, inner = 4, lines
        texts = [line.text[min(indent, line.indent) :] for line in inner]
        self.code.append("\n".join(texts) + "\n")
        return ["", f"{_CODE}{len(self.code) - 1}{_CODE}", ""]

    def _quote(self, lines: list[_Line], nesting: int) -> list[str]:
        inner = [line.after(_width(_QUOTE, line.text)) for line in lines]
        while inner and not inner[-1].text.strip():
            inner.pop()
        if len(inner) > 1 and _ATTRIBUTION.match(inner[-1].text.lstrip(" ")):
            # The name gets a paragraph of its own, which `_Body` turns into a caption.
            above = inner[-2]._replace(text=inner[-2].text.rstrip(" \\"))
            inner[-2:] = [above, _Line(above.number, 1, ""), inner[-1]]
        elif len(inner) > 1 and not _ITEM.match(inner[-2].text):
            words = next((line.text for line in reversed(inner[:-1]) if line.text.strip()), "")
            self._tell_of_speaker(inner[-1], above=words)
        quoted = [
            f"> {line}" if line else ">" for line in self.read(inner, nesting + 1, within="quote")
        ]
        if set(quoted) <= {">"}:
            return [""]
        # Python-Markdown makes one quote of two that follow each other.
        return ["", *quoted, "", _BETWEEN, ""]

    def _tell_of_speaker(self, line: _Line, above: str = "") -> None:
        """Advise where a line looks like the name of who speaks, but is not typed as one.

        `above` is the line before it within the quote: after a whole sentence a name is no part
        of it.
        """
        found = _ALMOST_ATTRIBUTION.fullmatch(line.text.strip())
        if found is None and _SENTENCE_END.search(above):
            found = _BARE_NAME.fullmatch(line.text.strip())
        if found:
            place = Place(self.file, line.number, line.column + line.indent)
            values = {"typed": line.text.strip(), "name": found["name"]}
            self.problems.append(Problem.at(place, "quote-speaker", **values))

    def _tell_of_speaker_below(self, quote: list[_Line], below: list[_Line]) -> None:
        """The same for a paragraph of one line below a quote that has no name yet."""
        named = _ATTRIBUTION.match(quote[-1].after(_width(_QUOTE, quote[-1].text)).text.lstrip())
        after = next((n for n, line in enumerate(below) if line.text.strip()), None)
        if named or after is None:
            return
        if after + 1 == len(below) or not below[after + 1].text.strip():
            self._tell_of_speaker(below[after])

    def _item(self, lines: list[_Line], item: re.Match[str], nesting: int) -> list[str]:
        offset = _content_offset(item, lines[0].text)
        inner = [lines[0].after(min(offset, len(lines[0].text)))]
        inner += [line.after(min(offset, line.indent)) for line in lines[1:]]
        content = self.read(inner, nesting + 1, within="item")
        while content and not content[0]:
            content.pop(0)
        if not content:
            return []
        out = [f"- {content[0]}" if item["bullet"] else f"{int(item['number'])}. {content[0]}"]
        in_first_words = True
        for line in content[1:]:
            in_first_words = in_first_words and bool(line) and not _ITEM.match(line)
            out.append(line if in_first_words or not line else f"    {line}")
        while not out[-1]:
            out.pop()
        return [*out, ""] if "" in out else out

    def _paragraph(self, lines: list[_Line], within: str) -> list[str]:
        for number in range(2, len(lines)):
            # A table may follow a text without an empty line.
            if (
                "|" in lines[number].text
                and _TABLE_RULE.fullmatch(lines[number].text)
                and "|" in lines[number - 1].text
            ):
                return [
                    *self._paragraph(lines[: number - 1], within),
                    "",
                    *self._paragraph(lines[number - 1 :], within),
                ]
        is_table = len(lines) > 1 and "|" in lines[0].text and _TABLE_RULE.fullmatch(lines[1].text)
        if not is_table:
            self._tell_of_marks(lines)
        self._keep("table" if is_table else "item" if within == "item" else "text", lines)
        return self._inline(lines)

    def _tell_of_marks(self, lines: list[_Line]) -> None:
        """Tell of what was meant as a heading or a list, and will be read as one long text."""
        listed = False
        for line, mark in meant_marks(line.text for line in lines):
            if listed and mark.code == "list-mark-in-text":
                continue  # of a list the first line is told
            listed = mark.code == "list-mark-in-text"
            at = lines[line]
            place = Place(self.file, at.number, at.column + at.indent)
            rest = at.text.lstrip()[len(mark.typed) :]
            values = {"typed": _shortened(at.text), "mended": _shortened(mark.proper + rest)}
            self.problems.append(Problem.at(place, mark.code, **values))

    def _keep(self, kind: Literal["heading", "text", "item", "table"], lines: list[_Line]) -> None:
        """Remember a passage as it is typed, with the language at its end."""
        stripped = [line.after(line.indent) for line in lines]
        typed = "\n".join(line.text for line in stripped)
        places = tuple(Place(self.file, line.number, line.column) for line in stripped)
        found = _LANGUAGE_AT_END.search(typed)
        if kind == "table" or (found and typed[: found.start()].endswith("]")):
            found = None
        self.passages.append(Passage(kind, typed, places, found["code"] if found else ""))
        for mark in _LANGUAGE.finditer(typed):
            number = typed.count("\n", 0, mark.start())
            offset = mark.start() - typed.rfind("\n", 0, mark.start()) - 1
            self._told_language(mark["code"], stripped[number], offset)

    def _inline(self, lines: list[_Line]) -> list[str]:
        """A text's lines with a mark in each link, and without raw HTML."""
        stripped = [line.after(line.indent) for line in lines]
        starts: list[int] = []
        length = 0
        for line in stripped:
            starts.append(length)
            length += len(line.text) + 1

        opened: set[str] = set()  # of an element, its beginning alone is told

        def place(offset: int) -> Place:
            index = bisect_right(starts, offset) - 1
            line = stripped[index]
            return Place(self.file, line.number, line.column + offset - starts[index])

        def replaced(found: re.Match[str]) -> str:
            start = found.start()
            in_target = found.string[max(start - 2, 0) : start] == "](" and start - 2 in closing
            if found["kept"] or found["bracket"] == "]" or (in_target and not found["bracket"]):
                return found.group()
            here = place(start)
            if found["bracket"]:
                if start not in opening:
                    return "&#91;"  # an escaping backslash would take far longer to read
                return "[" + self._mark(here)
            if found["auto"]:
                return self._mark(here) + found.group()
            tag = found.group().lower()
            name = re.match(r"</?([a-z0-9-]*)", tag)
            if not (tag.startswith("</") and name and name[1] in opened):
                self._tell(here.line, here.column, "raw-html", found.group())
            opened.add(name[1] if name else "")
            return " " if found.group().lower().startswith("<br") else ""

        text = "\n".join(line.text for line in stripped)
        opening, closing = self._paired_brackets(text)
        written = _INLINE.sub(replaced, text)
        if not written.strip():
            return []
        # A backslash breaks a line, but ends no text.
        written = _SOFT.sub("", re.sub(r"(?<!\\)\\\n", "  \n", written))
        return [_as_text(line) for line in written.split("\n")]

    def _paired_brackets(self, text: str) -> tuple[set[int], set[int]]:
        """Where the brackets that may be links begin and end.

        Python-Markdown looks for the end of each, in time that grows with its square: so those
        without an end are not shown to it, nor more than anyone would write.
        """
        pairs: list[tuple[int, int]] = []
        open_: list[int] = []
        for found in _INLINE.finditer(text):
            if found["bracket"] == "[":
                open_.append(found.start())
            elif found["bracket"] and open_:
                start, after = open_.pop(), found.end()
                endless = text.startswith("(", after) and (
                    text.find(")", after, after + _MAX_TARGET) < 0
                )
                if len(open_) < _MAX_NESTING and not endless:
                    pairs.append((start, found.start()))
        pairs = sorted(pairs)[: min(_MAX_BRACKETS, _MARKS - len(self.places))]
        return {start for start, _ in pairs}, {end for _, end in pairs}

    def _mark(self, place: Place) -> str:
        if len(self.places) == _MARKS:
            return ""
        self.places.append(place)
        return chr(_FIRST_MARK + len(self.places) - 1)

    def _tell(self, line: int, column: int, code: str, typed: str) -> None:
        place = Place(self.file, line, column)
        self.problems.append(Problem.at(place, code, typed=_shortened(typed)))


def _shortened(typed: str) -> str:
    shown = " ".join(typed.split())
    return shown if len(shown) <= 60 else shown[:59] + "…"  # noqa: PLR2004


def text_lines(lines: Sequence[str], start: int) -> Iterator[int]:
    """Those of `lines` from `start` on, as indices, that are no code and no comment."""
    at = start
    typed = [_Line(number, 1, text) for number, text in enumerate(lines)]
    while at < len(lines):
        in_text = at > start and bool(lines[at - 1].strip())
        end = max(
            _Blocks._code_end(typed, at, in_text=in_text),  # noqa: SLF001
            _Blocks._html_end(typed, at),  # noqa: SLF001
        )
        if end == at:
            yield at
        at = max(end, at + 1)


class MeantMark(NamedTuple):
    """What stands at the start of a line (`typed`, without spaces before), and what was meant."""

    code: str
    typed: str
    proper: str


def meant_marks(lines: Iterable[str]) -> Iterator[tuple[int, MeantMark]]:
    """The lines of one paragraph, by index, that were meant as headings or parts of a list.

    Dashes are meant so only where several lines follow each other: one alone is what somebody
    says, and so are several that end as sentences do.
    """
    texts = list(lines)
    dashed = [bool(_DASHED.match(text)) for text in texts]
    said = (text for text, dash in zip(texts, dashed, strict=True) if dash)
    ended = any(_SENTENCE_END.search(text) for text in said)
    for number, text in enumerate(texts):
        stripped = text.lstrip(" ")
        if found := _GLUED_HEADING.match(text):
            typed = found.group().lstrip(" ")
            yield number, MeantMark("heading-without-space", typed, f"{found['signs']} ")
        elif found := _WORD_BULLET.match(text):
            yield number, MeantMark("list-mark-in-text", found.group().lstrip(" "), "- ")
        elif dashed[number] and sum(dashed) > 1 and not ended:
            width = len(_DASHED.match(stripped).group())  # type: ignore[union-attr]
            yield number, MeantMark("list-mark-in-text", stripped[:width], "- ")


def _item_start(line: _Line, nesting: int, *, in_text: bool) -> re.Match[str] | None:
    """The start of a list item. Within a text "1986." at a line's start is a year."""
    item = _ITEM.match(line.text)
    if item is None or nesting == _MAX_NESTING or _RULE.fullmatch(line.text):
        return None
    begins_list = line.text[item.end() :].strip() and item["number"] in {None, "1"}
    return item if begins_list or not in_text else None


def _is_plain(text: str) -> bool:
    """Whether the line can only go on with the text above it."""
    return (
        bool(text.strip())
        and not any(pattern.match(text) for pattern in (_FENCE, _QUOTE, _ITEM, _HTML_BLOCK))
        and not any(pattern.fullmatch(text) for pattern in (_RULE, _ATX, _UNDERLINE))
    )


def _leaves_text_open(text: str) -> bool:
    """Whether the line ends in a text, in whatever quotes and lists, that the next may go on."""
    while inner := _QUOTE.match(text) or (not _RULE.fullmatch(text) and _ITEM.match(text)):
        text = text[inner.end() :]
    return _is_plain(text)


def _width(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _content_offset(item: re.Match[str], text: str) -> int:
    """How far the content of a list item is indented."""
    gap = len(item["gap"])
    if gap > 4 or not text[item.end() :]:  # noqa: PLR2004 - then it is code, or nothing
        return item.end() - gap + 1
    return item.end()


def _as_text(line: str) -> str:
    """A line of a paragraph, so that Python-Markdown sees nothing else in it."""
    if line.startswith(("#", ">")):
        return "\\" + line
    if item := _ITEM.match(line):
        sign = item.end() - len(item["gap"]) - 1
        return f"{line[:sign]}\\{line[sign:]}"
    return line


# --- Python-Markdown ---


class _Unmarked:
    """Looks up a reference by its name without the mark."""

    def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:  # noqa: N802
        found: tuple[str | None, int, bool] = super().evalId(data, index, text)  # type: ignore[misc]
        name, end, handled = found
        return (None if name is None else _MARK.sub("", name)), end, handled


class _ReferenceLink(_Unmarked, ReferenceInlineProcessor): ...


class _ShortReferenceLink(_Unmarked, ShortReferenceInlineProcessor): ...


class _ReferenceImage(_Unmarked, ImageReferenceInlineProcessor): ...


class _ShortReferenceImage(_Unmarked, ShortImageReferenceInlineProcessor): ...


class _Spoken(LinkInlineProcessor):
    """`[words in another language]{lang=en}`."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        text, index, closed = self.getText(data, m.end(0))
        language = _LANGUAGE.match(data, index) if closed else None
        if language is None:
            return None, None, None
        spoken = Element("span")
        spoken.set("lang", language["code"])
        spoken.text = text
        return spoken, m.start(0), language.end()


class _AutoLink(InlineProcessor):
    """`<https://example.org>` and `<name@example.org>`, with the mark in front taken along."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        del data
        link = Element("a")
        target = self.unescape(m[2])
        link.set("href", target if ":" in target else f"mailto:{target}")
        link.text = AtomicString(m[1] + html.escape(target, quote=False))
        return link, m.start(0), m.end(0)


_AUTO_LINK = (
    "([\U000f0000-\U000ffffd]?)"
    r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[^\s<>@/]+@[^\s<>@]+)>"
)

# As Python-Markdown's own, but a run of backticks is never cut in two.
_CODE_SPAN = r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<![\\`])(`+)(?!`)(.+?)(?<!`)\2(?!`))"

_local = threading.local()


def _tree(source: str) -> Element:
    """Python-Markdown's tree for `source`. A converter keeps state, so each thread has its own."""
    converter: Markdown | None = getattr(_local, "converter", None)
    if converter is None:
        converter = _local.converter = _converter()
    converter.reset()
    lines = source.split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    converter.parser.parseChunk(root, "\n".join(lines))
    for processor in converter.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    return root


def _converter() -> Markdown:
    made = Markdown(extensions=["tables", "sane_lists"])
    made.preprocessors.deregister("html_block")
    for name in ("code", "setextheader"):
        made.parser.blockprocessors.deregister(name)
    for name in ("html", "entity", "automail"):
        made.inlinePatterns.deregister(name)
    # As in CommonMark, but for &: the tree keeps entities as they are typed.
    made.ESCAPED_CHARS = [sign for sign in string.punctuation if sign != "&"]
    patterns = made.inlinePatterns
    patterns.register(BacktickInlineProcessor(_CODE_SPAN), "backtick", 190)
    for name, kind, priority in (
        ("reference", _ReferenceLink, 170),
        ("image_reference", _ReferenceImage, 140),
        ("short_reference", _ShortReferenceLink, 130),
        ("short_image_ref", _ShortReferenceImage, 125),
    ):
        patterns.register(kind(patterns[name].pattern, made), name, priority)
    patterns.register(_AutoLink(_AUTO_LINK, made), "autolink", 120)
    patterns.register(_Spoken(r"\[", made), "spoken", 165)
    return made


# --- the tree → HTML ---

SCHEMES = frozenset({"http", "https", "mailto", "tel", "card", "media"})
"""What a link may begin with. `card:` and `media:` are what `link` makes of links to files."""

_SCRIPT_SCHEMES = frozenset({"javascript", "data", "vbscript"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    {*_HEADINGS, "p", "li", "ul", "ol", "pre", "blockquote", "figure", "figcaption"}
    | {"table", "tr", "td", "th", "div", "hr", "br"}
)
_INLINE_ELEMENTS = frozenset({"a", "em", "strong", "img", "code"})
_WITH_LANGUAGE_AT_END = frozenset({*_HEADINGS, "p", "li", "td", "th", "figcaption"})
_DROPPED = "dropped"
"""What the sanitiser does not know: it keeps the text and drops the element."""

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_WIDE_TABLE = 3
"""A table with so many columns may have to be scrolled sideways on a phone."""

_TABLE_LABEL = {"sv": "Tabell", "en": "Table"}
_SECTION_ID = {"sv": "avsnitt", "en": "section"}

_CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "em", "strong", "code", "pre", "a", "img", "ul", "ol", "li"),
        *("blockquote", "figure", "figcaption", "h2", "h3", "h4", "h5", "h6"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "div", "span"),
    },
    attributes={
        "*": {"lang", "dir"},
        "a": {"href"},
        "img": {"src", "alt"},
        "ol": {"start"},
        "div": {"aria-label"},
        **{name: {"id"} for name in _HEADINGS[1:]},
    },
    tag_attribute_values={
        "div": {"role": {"region"}, "tabindex": {"0"}},
        "th": {"scope": {"col", "row"}},
    },
    allowed_classes={
        "figure": {"quote", "picture"},
        "div": {"table-wrap"},
        "th": {"align-right", "align-center"},
        "td": {"align-right", "align-center"},
    },
    url_schemes=set(SCHEMES),
    link_rel=None,
)


@dataclass(frozen=True, slots=True)
class _Setting:
    file: str
    first_line: int
    language: str
    reserved_ids: frozenset[str]
    link: LinkMap | None


class _Body:
    """Turns Python-Markdown's tree into what the site needs, and tells what is wrong with it."""

    def __init__(self, root: Element, blocks: _Blocks, setting: _Setting) -> None:
        self.root = root
        self.blocks = blocks
        self.setting = setting
        self.headings: list[Heading] = []
        self.references: list[Reference] = []
        self.ids = set(setting.reserved_ids)
        self.labels: set[str] = set()
        self.captions: dict[Element, str] = {}

    def rendered(self) -> Rendered:
        self._visit(self.root)
        sections: list[tuple[Heading | None, list[Element]]] = [(None, [])]
        by_id = {heading.id: heading for heading in self.headings}
        for element in self.root:
            if element.tag == "h2":
                sections.append((by_id[element.get("id", "")], []))
            else:
                sections[-1][1].append(element)
        if not sections[0][1]:
            del sections[0]
        return Rendered(
            tuple(
                Section(heading, "".join(_safe(element) for element in elements).strip())
                for heading, elements in sections
            ),
            tuple(self.headings),
            tuple(self.references),
            _plain_blocks(self.root),
            tuple(sorted(self.blocks.passages, key=lambda passage: passage.lines[0])),
        )

    def _visit(self, parent: Element) -> None:
        """Finish all below `parent`, in the order of the text."""
        self._put_code_back(parent)
        _arrange(parent)
        for element in list(parent):
            if element.tag in _HEADINGS:
                if _take_language_at_end(element):
                    self._tell(self._place(element.text), "language-mark-heading")
                if not self._heading(element):
                    parent.remove(element)
                    continue
            elif element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._image(element)
            elif element.tag == "span":
                _set_language(element, element.get("lang", ""))
            _take_language_behind(element)
            self._visit(element)
            self._finish(element, parent)
        _take_language_at_end(parent)

    def _finish(self, element: Element, parent: Element) -> None:
        """What can be done only when all in the element is finished."""
        if element.tag == "table":
            parent[list(parent).index(element)] = self._table(element)
        elif element.tag == "p":
            self._picture(element)

    def _put_code_back(self, element: Element) -> None:
        token = _CODE_TOKEN.fullmatch((element.text or "").strip())
        if token is None:
            return
        pre = element if element.tag == "p" else Element("pre")
        element.text = None
        pre.tag = "pre"
        code = SubElement(pre, "code")
        # The tree keeps entities as typed, so what is no entity must be made one.
        code.text = AtomicString(html.escape(self.blocks.code[int(token[1])], quote=False))
        if pre is not element:
            element.insert(0, pre)

    def _heading(self, element: Element) -> bool:
        """Give a heading its id; False where it says nothing."""
        place = self._place(element.text)
        text = _plain(element)
        level = int(element.tag[1])
        if not text:
            self._tell(place, "heading-empty")
            return False
        above = self.headings[-1].level if self.headings else 1
        if level == 1:
            self._tell(place, "heading-level-1", text=text)
            level = 2
        elif level > above + 1:
            self._tell(
                place,
                "heading-skipped",
                text=text,
                typed="#" * level,
                wanted="#" * (above + 1),
            )
            level = above + 1
        element.tag = f"h{level}"
        element.attrib.clear()
        heading = Heading(level, text, self._id(text), place)
        element.set("id", heading.id)
        self.headings.append(heading)
        return True

    def _id(self, text: str) -> str:
        base = slugify(text) or _SECTION_ID.get(self.setting.language, "section")
        found, number = base, 2
        while found in self.ids:
            found, number = f"{base}-{number}", number + 1
        self.ids.add(found)
        return found

    def _link(self, element: Element) -> None:
        place = self._place(element.text)
        target = html.unescape(element.attrib.pop("href", ""))
        text = _plain(element)
        element.attrib.clear()
        if not text and element.find(".//img") is None:
            self._tell(place, "link-text-missing", target=target)
        href = self._target(Reference(target, place, "link", text))
        if href is None:
            element.tag = _DROPPED
        else:
            element.set("href", html.escape(href, quote=False))

    def _image(self, element: Element) -> None:
        alt = element.get("alt", "")
        bracket = self._place(alt)
        place = Place(bracket.file, bracket.line, max(bracket.column - 1, 1))
        text = _plain_text(alt)
        target = html.unescape(element.get("src", ""))
        if not text:
            self._tell(place, "image-alt-missing", target=target)
        caption = _plain_text(element.get("title", ""))
        src = self._target(Reference(target, place, "image", text, caption=caption))
        tail = element.tail
        element.attrib.clear()
        if src is None:
            element.tag = _DROPPED
            element.text = html.escape(text, quote=False)
        else:
            self.captions[element] = caption
            element.set("src", html.escape(src, quote=False))
            element.set("alt", html.escape(text, quote=False))
        element.tail = tail

    def _picture(self, paragraph: Element) -> None:
        """A paragraph of nothing but a picture with a caption becomes a figure."""
        if len(paragraph) != 1 or not self.captions.get(paragraph[0]):
            return
        picture = paragraph[0]
        if _plain_text((paragraph.text or "") + (picture.tail or "")):
            return
        paragraph.tag = "figure"
        paragraph.set("class", "picture")
        picture.tail = None
        caption = SubElement(paragraph, "figcaption")
        caption.text = html.escape(self.captions[picture], quote=False)

    def _target(self, reference: Reference) -> str | None:
        """What goes into the attribute; None where the link is to be dropped."""
        # Browsers pass over white space and control characters in a scheme.
        bare = re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]", "", reference.target)
        scheme = _SCHEME.match(bare)
        name = scheme[1].lower() if scheme else ""
        if not bare:
            self._tell(reference.place, "link-empty", text=reference.text)
            return None
        if name in _SCRIPT_SCHEMES:
            self._tell(reference.place, "script-link", scheme=name)
            return None
        if name and name not in SCHEMES:
            self._tell(reference.place, "link-scheme", scheme=name, target=reference.target)
            return None
        address = self.setting.link(reference) if self.setting.link else reference.target
        self.references.append(replace(reference, address=address or ""))
        return address

    def _table(self, table: Element) -> Element:
        for cell in table.iter():
            if cell.tag not in {"th", "td"}:
                continue
            style = cell.attrib.pop("style", "")
            for side in ("right", "center"):
                if side in style:
                    cell.set("class", f"align-{side}")
            if cell.tag == "th" and not _plain(cell):
                cell.tag = "td"
            elif cell.tag == "th":
                cell.set("scope", "col")
        columns = len(table.findall("./thead/tr/*"))
        if columns > 1:
            _name_rows(table)
        label = html.escape(self._table_label(), quote=False)
        caption = Element("caption")
        caption.text = label
        table.insert(0, caption)
        if columns < _WIDE_TABLE:
            return table
        # A keyboard can only scroll what has focus, and what has focus needs a name.
        wrap = Element("div")
        wrap.set("class", "table-wrap")
        wrap.set("role", "region")
        wrap.set("tabindex", "0")
        wrap.set("aria-label", label)
        wrap.append(table)
        wrap.tail, table.tail = table.tail, None
        return wrap

    def _table_label(self) -> str:
        """What a table is called: after the heading above it, and no other has the same."""
        # In another language the heading alone: a word of ours would be in the wrong one.
        name = _TABLE_LABEL.get(self.setting.language, "")
        heading = self.headings[-1].text if self.headings else ""
        label = base = ": ".join(filter(None, (name, heading))) or "Table"
        number = 2
        while label in self.labels:
            label, number = f"{base} ({number})", number + 1
        self.labels.add(label)
        return label

    def _place(self, text: str | None) -> Place:
        mark = _MARK.search(text or "")
        if mark is None:
            return Place(self.setting.file, self.setting.first_line)
        return self.blocks.places[ord(mark.group()) - _FIRST_MARK]

    def _tell(self, place: Place, code: str, **values: str) -> None:
        self.blocks.problems.append(Problem.at(place, code, **values))


def _arrange(parent: Element) -> None:
    """Take out what only parts quotes, and put names and languages where they belong."""
    for index, element in reversed(list(enumerate(parent))):
        if element.tag == "p" and (element.text or "").strip() == _BETWEEN:
            parent.remove(element)
        elif element.tag == "blockquote":
            parent[index] = _with_caption(element)
    _take_languages_below(parent)


@cache
def _language_names() -> frozenset[str]:
    return frozenset(Locale("en").languages)


def is_language(code: str) -> bool:
    """Is `code` the tag of a language that browsers and screen readers can know (BCP 47)?"""
    known = code.partition("-")[0].lower() in _language_names()
    return known and bool(_LANGUAGE_TAG.fullmatch(code))


def _set_language(element: Element, code: str) -> None:
    element.attrib.pop("lang", None)
    if is_language(code):
        element.set("lang", code)
        element.set("dir", "auto")


def _take_language_behind(element: Element) -> None:
    """`[text](address){lang=en}` and `*text*{lang=en}`: the language of an element in a text."""
    found = _LANGUAGE.match(element.tail or "")
    if found and element.tag in _INLINE_ELEMENTS:
        element.tail = (element.tail or "")[found.end() :]
        _set_language(element, found["code"])


def _take_languages_below(parent: Element) -> None:
    """A paragraph that is only a language says that of the block above it, or of its quote."""
    for index, child in reversed(list(enumerate(parent))):
        alone = _LANGUAGE.fullmatch((child.text or "").strip()) if child.tag == "p" else None
        if alone and not len(child):
            parent.remove(child)
            quote = parent.tag == "blockquote"
            if quote or index:
                _set_language(parent if quote else parent[index - 1], alone["code"])


def _take_language_at_end(block: Element) -> bool:
    """Whether the language of `block` stands at its end, from where it becomes an attribute."""
    if block.tag not in _WITH_LANGUAGE_AT_END:
        return False
    last = block[-1] if len(block) else None
    said = (block.text if last is None else last.tail) or ""
    if found := _LANGUAGE_AT_END.search(said):
        rest = said[: found.start()]
        if last is None:
            block.text = rest
        else:
            last.tail = rest
        _set_language(block, found["code"])
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


def _safe(element: Element) -> str:
    written = _MARK.sub("", to_html_string(element))
    cleaned: str = _CLEANER.clean(written)
    return cleaned


def _plain(element: Element) -> str:
    return _plain_text("".join(element.itertext()))


def _plain_text(text: str) -> str:
    return " ".join(html.unescape(_MARK.sub("", text)).split())


def _name_rows(table: Element) -> None:
    """What a row is about stands first in it: its header."""
    for row in table.findall("./tbody/tr"):
        if _plain(row[0]):
            row[0].tag = "th"
            row[0].set("scope", "row")


def _plain_blocks(root: Element) -> str:
    """All words, with an empty line wherever a block begins or ends."""
    blocks = (_plain_text(block) for block in "".join(_pieces(root)).split("\0"))
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
