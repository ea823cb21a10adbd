"""YAML as editors really type it: a tree of strings with a place for every value.

Hides PyYAML and YAML's traps.  Every scalar stays a string, so that `no`, `0451` and `2026-02-30`
mean what they say; anchors, aliases, tags and merges are refused, since nobody means them and a
few lines of them can grow without bound.

The parser stops at the first mistake, but an editor wants them all.  So a line that cannot be read
is mended the way the hint proposes, and the reading begins anew: what comes out beside an error is
only there to find the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from insyn.problem import Place, Problem

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw] | None"
"""A value: nothing but strings; an empty value is None."""

FieldPath: TypeAlias = tuple[str | int, ...]
"""Where a value sits: `("funding", "eu")`, `("targets", 0, "what")`."""

MAX_DEPTH = 8
"""A card has four levels; whatever nests deeper is a mistake or an attack on the call stack."""

MAX_MENDED = 50
"""Each mended line costs another reading: whoever has more mistakes is told the rest next time."""

_MAX_SHOWN = 100
_MAX_WHOLE = 1_000
_SMART_QUOTES = "“”„‟«»‘’‚"
_LIST_MARKS = "*•·‣▪◦●–—"
# The start of a line as far as its key: only here does the kind of white space matter.
_START = re.compile(r"[\s\u200b\ufeff]*(?:-[\s\u200b\ufeff]+)*(?:\w+:[\s\u200b\ufeff]*)?")
_ENTRY = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[^\s:#\"'\[\]{},-][^:]*):(?: +(?P<value>.*))?$")
_FIELD = re.compile(r" *(?:- +)*[\w-]+:(?: |$)")
_GLUED = re.compile(r" *(?:- +)*[a-z][a-z_]*(?P<colon>:)(?![ ]|//|$)")
_MARKED = re.compile(rf" *(?P<mark>-(?=[^\s-])|[{_LIST_MARKS}](?=\s))\s*")
# Marks that nobody sees and no fact needs: a soft hyphen, spaces without width, directions.  What
# joins letters (ZWJ, ZWNJ) stays, since Arabic and emoji are spelled with it.
WITHOUT_WIDTH = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_BRACKETED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?(?P<bracket>[\[{])")
_QUOTED_START = re.compile(r"(?P<before> *(?:- +)*(?:[\w-]+: +)?)(?P<quote>[\"'])")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A mapping as typed, and where its parts are."""

    fields: Mapping[str, Raw] = field(default_factory=dict)
    values: Mapping[FieldPath, Place] = field(default_factory=dict)
    """Where each value begins, list items and nested ones too; an empty value has only a key."""
    keys: Mapping[FieldPath, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MendedLine:
    """A line (`number`, counted from 0) as it was probably meant, and the problem (`code`) it had.

    `text` is None where the line was joined to the one above.
    """

    number: int
    text: str | None
    code: str


def read_front_matter(
    text: str, *, file: str, first_line: int
) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Read the YAML mapping `text`, which begins on `first_line` of `file`.

    Returns None when it is no mapping, or damaged beyond guessing; the problems say why.
    """
    return _read(text, file, first_line, [])


def mended_lines(text: str) -> tuple[MendedLine, ...]:
    """The lines of `text` as the hints propose to write them; the last proposal comes last.

    Some are mended only so that the reading can go on: which are safe to keep is told by the code.
    """
    mended: list[MendedLine] = []
    _read(text, "", 1, mended)
    return tuple(mended)


def _read(
    text: str, file: str, first_line: int, mended: list[MendedLine]
) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    # One line more: the parser finds some mistakes only after the last.
    lines = [*text.split("\n"), ""]
    for number, line in enumerate(lines):
        lines[number] = _with_plain_spaces(line, Place(file, first_line + number), problems)
        if lines[number] != line:
            mended.append(MendedLine(number, lines[number], problems[-1].code))

    tries = [0] * (len(lines) + 1)
    while True:
        reading = _Reading(file, first_line, lines)
        try:
            fields = reading.root()
        except yaml.MarkedYAMLError as error:
            mistake = _diagnose(lines, error)
        except _Broken as broken:
            mistake = broken.mistake
        else:
            problems += reading.problems
            mended += reading.mended
            if fields is None:
                return None, tuple(problems)
            return FrontMatter(fields, reading.values, reading.keys), tuple(problems)
        place = Place(file, first_line + mistake.line, mistake.column + 1)
        problems.append(Problem.at(place, mistake.code, **mistake.values))
        tries[mistake.line] += 1
        # A line that is broken even when mended twice is not understood.
        if mistake.mend is None or tries[mistake.line] > 2 or sum(tries) == MAX_MENDED:  # noqa: PLR2004
            return None, (*problems, *reading.problems)
        mended += _mend(lines, mistake.mend, mistake)


def _mend(
    lines: list[str], mend: Callable[[list[str]], None], mistake: _Mistake
) -> Iterator[MendedLine]:
    before = list(lines)
    mend(lines)
    for number, (old, new) in enumerate(zip(before, lines, strict=True)):
        if old != new:
            joined = not new and number != mistake.line
            yield MendedLine(number, None if joined else new, mistake.code)


def _with_plain_spaces(line: str, place: Place, problems: list[Problem]) -> str:
    """Tell of tabs and odd spaces where YAML wants spaces, and put plain ones there."""
    start = _START.match(line)
    indent = start.group() if start else ""
    odd = next((at for at, sign in enumerate(indent) if sign.isspace() and sign not in " \t"), -1)
    invisible = next((at for at, sign in enumerate(indent) if sign in "\u200b\ufeff"), -1)
    tab = line.find("\t")
    if tab < 0 and odd < 0 and invisible < 0:
        return line
    mended = line.expandtabs(1) if tab >= len(indent) else line
    mended = re.sub(r"[\u200b\ufeff]", "", indent).replace("\t", "  ") + mended[len(indent) :]
    mended = re.sub(r"[^\S ]", " ", mended)
    code, at = ("tab", tab) if tab >= 0 else ("odd-space", odd if odd >= 0 else invisible)
    at_column = Place(place.file, place.line, at + 1)
    problems.append(Problem.at(at_column, code, mended=_shown_indented(mended)))
    return mended


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What is wrong with a line (counted from 0), and how it could be mended."""

    code: str
    line: int
    column: int
    values: Mapping[str, str] = field(default_factory=dict)
    mend: Callable[[list[str]], None] | None = None


class _Broken(Exception):  # noqa: N818 - it is a signal within this module, no error of its own
    """The parser saw no mistake, but there is one that makes nonsense of what follows."""

    def __init__(self, mistake: _Mistake) -> None:
        super().__init__(mistake.code)
        self.mistake = mistake


class _Reading:
    """One pass over the parser's events."""

    def __init__(self, file: str, first_line: int, lines: list[str]) -> None:
        self.file = file
        self.first_line = first_line
        self.lines = lines
        self.values: dict[FieldPath, Place] = {}
        self.keys: dict[FieldPath, Place] = {}
        self.problems: list[Problem] = []
        self.mended: list[MendedLine] = []
        # Events rather than nodes: an alias is seen before anything follows it.
        self.events: Iterator[Any] = iter(yaml.parse("\n".join(lines), Loader=yaml.CBaseLoader))

    def root(self) -> dict[str, Raw] | None:
        next(self.events)  # the stream's start
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return {}
        first = next(self.events)
        empty = isinstance(first, yaml.ScalarEvent) and not first.value
        tree = self._node(first, (), first.start_mark.line)
        next(self.events)  # the document's end
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._tell(after.start_mark, "second-document")
        if isinstance(tree, dict):
            return tree
        if empty:
            return {}
        self._tell(first.start_mark, "not-a-mapping")
        return None

    def _node(self, event: Any, path: FieldPath, key_line: int) -> Raw:
        if len(path) > MAX_DEPTH:
            mark = event.start_mark
            raise _Broken(_Mistake("too-deep", mark.line, mark.column))
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._tell_quoting(event, "anchor-or-alias")
        if isinstance(event, yaml.AliasEvent):
            self.values[path] = self._place(event.start_mark)
            return str(event.anchor)
        if event.tag is not None:
            self._tell_quoting(event, "tag")
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, path, key_line)
        if path:
            self.values[path] = self._place(event.start_mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path)

    def _list(self, path: FieldPath) -> list[Raw]:
        items: list[Raw] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.values[here] = self._place(event.start_mark)
            items.append(self._node(event, here, event.start_mark.line))
        return items

    def _mapping(self, path: FieldPath) -> dict[str, Raw]:
        entries: dict[str, Raw] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            start = event.start_mark
            if not isinstance(event, yaml.ScalarEvent) or not event.value:
                self._tell(start, "key-unreadable")
                self._passed_over(path, start.line, event)
                self._passed_over(path, start.line)
                continue
            if event.tag is not None or event.anchor is not None:
                self._tell_quoting(event, "tag" if event.tag is not None else "anchor-or-alias")
            if event.value == "<<":
                self._tell(start, "merge-key")
                self._passed_over(path, start.line)
                continue
            plain = event.style in {None, ""} and _GLUED.match(event.value)
            if plain and (glued := _glued_colon(self.lines, start.line)):
                # `summary:We sow: and reap.`: what follows the first colon is the value.
                raise _Broken(glued)
            here = (*path, event.value)
            if event.value in entries:
                first = self.keys[here].line
                self._tell(start, "duplicate-key", key=event.value, first=str(first))
                self._passed_over(here, start.line)
                continue
            self.keys[here] = self._place(start)
            entries[event.value] = self._node(next(self.events), here, start.line)
        return entries

    def _passed_over(self, path: FieldPath, key_line: int, event: Any = None) -> None:
        """Read a value for its mistakes only: what was there keeps its place."""
        values, keys = dict(self.values), dict(self.keys)
        self._node(event or next(self.events), path, key_line)
        self.values, self.keys = values, keys

    def _text(self, event: Any, path: FieldPath, key_line: int) -> str | None:
        text = WITHOUT_WIDTH.sub("", event.value)
        start, end = event.start_mark, event.end_mark
        if event.style in {'"', "'"}:
            if end.line > start.line and (swallowed := _swallowed(self.lines, start, end.line)):
                raise _Broken(swallowed)
            if "\\" in self.lines[start.line] and _CONTROL.search(text):
                self._tell(start, "unknown-escape", mended="\\\\")
        elif event.style in {None, ""}:
            rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
            if re.match(r"\s+#\S", rest):
                place = self._place(end)
                at = place.column + len(rest) - len(rest.lstrip())
                line = self.lines[end.line]
                begin = start.column if start.line == end.line else 0
                mended = _whole(line[:begin] + quoted(line[begin:]))
                self.problems.append(
                    Problem.at(
                        Place(place.file, place.line, at),
                        "text-cut",
                        left=_shown(rest),
                        mended=mended,
                    )
                )
            if start.line > key_line or (not path):
                self._tell_unread_structure(start)
            if end.line > start.line and (first := self._before_list(path, start, end.line)):
                text = first
        if not text.strip():
            return None
        self.values[path] = self._place(start)
        return text

    def _before_list(self, path: FieldPath, start: Any, last: int) -> str:
        """The text on the line of `start`, if a list follows that YAML takes for more of it."""
        for number in range(start.line + 1, min(last + 1, len(self.lines))):
            line = self.lines[number]
            if not re.match(r" *- +\S", line):
                continue
            place = Place(self.file, self.first_line + number, _indent(line) + 1)
            above = self.lines[start.line]
            if path and isinstance(path[-1], int):
                values = {"found": _indent(line), "wanted": _indent(above), "typed": _shown(line)}
                self.problems.append(Problem.at(place, "indentation", **values))
            else:
                self.problems.append(
                    Problem.at(place, "list-misplaced", above=_shown(self.lines[number - 1]))
                )
            return str(above[start.column :].strip())
        return ""

    def _tell_unread_structure(self, mark: Any) -> None:
        """A text below its key that was probably meant as a list or as fields."""
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        if marked := _MARKED.match(line):
            self._tell(mark, "list-mark", mended="- " + _whole(line[marked.end() :]))
            proper = f"{' ' * _indent(line)}- {line[marked.end() :]}"
            self.mended.append(MendedLine(mark.line, proper, "list-mark"))
        elif glued := _GLUED.match(line):
            at = glued.start("colon") + 1
            place = Place(self.file, self.first_line + mark.line, at)
            proper = f"{line[:at]} {line[at:]}"
            self.mended.append(MendedLine(mark.line, proper, "colon-without-space"))
            mended = _whole(proper)
            self.problems.append(Problem.at(place, "colon-without-space", mended=mended))

    def _place(self, mark: Any) -> Place:
        return Place(self.file, self.first_line + mark.line, mark.column + 1)

    def _tell(self, mark: Any, code: str, **values: str) -> None:
        self.problems.append(Problem.at(self._place(mark), code, **values))

    def _tell_quoting(self, event: Any, code: str) -> None:
        """A problem whose cure is to put what stands there in quotes."""
        start, end = event.start_mark, event.end_mark
        line = self.lines[start.line]
        scalar = isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)) and end.line == start.line
        stop = end.column if scalar else len(line)
        value = line[start.column : stop]
        proper = line[: start.column] + quoted(value) + line[stop:]
        if end.line == start.line:
            self.mended.append(MendedLine(start.line, proper, code))
        self._tell(start, code, mended=_whole(proper), typed=_shown(value))


# --- what the parser's errors mean ---


def _diagnose(lines: list[str], error: yaml.MarkedYAMLError) -> _Mistake:
    """The mistake behind the parser's error.

    libyaml's sentences are stable but speak of tokens, and point to where it got stuck, which is
    often a line below the mistake.
    """
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    for number in range(min(line + 1, len(lines))):
        if (quote := _QUOTED_START.match(lines[number])) is not None:
            at = _Spot(number, quote.start("quote"))
            if swallowed := _swallowed(lines, at, line):
                return swallowed
    reason = error.problem or ""
    found = _scanning(lines, error, line, column)
    if found is None and line < len(lines):
        within_line = lines[line][:column].strip()
        found = (_value_start if within_line else _misplaced)(lines, line, column, reason)
    return found or _Mistake("yaml-syntax", min(line, len(lines)), column, {"reason": reason})


def _scanning(  # noqa: PLR0911 - one for each of the parser's sentences
    lines: list[str], error: yaml.MarkedYAMLError, line: int, column: int
) -> _Mistake | None:
    """The mistake, where the parser says what it was reading when it got stuck."""
    reason, within, context = error.problem or "", error.context or "", error.context_mark
    if "mapping values" in reason:
        return _colon(lines, line, column)
    if context is None:
        return None
    if "expected ':'" in reason:
        return _no_colon(lines, context.line)
    if "quoted scalar" in within:
        is_escape = "escape" in reason
        return _escape(lines, line, column) if is_escape else _unclosed_quote(lines, context)
    if "alias" in within or "anchor" in within:
        if not lines[line][: context.column].strip(" -") and _MARKED.match(lines[line]):
            return _list_mark(lines, line)
        return _quoting("anchor-or-alias", lines, line, context.column)
    if "flow" in within:
        return _bracket(lines, context.line)
    return None


@dataclass(frozen=True, slots=True)
class _Spot:
    line: int
    column: int


def _swallowed(lines: list[str], start: Any, last: int) -> _Mistake | None:
    """A quote that is opened at `start` and runs on over the next fields."""
    text = lines[start.line]
    quote = text[start.column]
    if quote not in "\"'" or quote in text[start.column + 1 :]:
        return None
    indent = len(text) - len(text.lstrip(" -"))
    for following in lines[start.line + 1 : last + 1]:
        if _FIELD.match(following) and len(following) - len(following.lstrip(" -")) <= indent:
            return _unclosed_quote(lines, start)
        if quote in following:
            return None
    return None


def _unclosed_quote(lines: list[str], start: Any) -> _Mistake:
    text = lines[start.line].rstrip()
    mended = text + text[start.column]

    def mend(lines: list[str]) -> None:
        lines[start.line] = mended

    return _Mistake("unclosed-quote", start.line, start.column, {"mended": _whole(mended)}, mend)


def _escape(lines: list[str], line: int, column: int) -> _Mistake:
    text = lines[line]

    def mend(lines: list[str]) -> None:
        lines[line] = f"{text[:column]}\\{text[column:]}"

    return _Mistake("unknown-escape", line, column, {"mended": "\\\\"}, mend)


def _colon(lines: list[str], line: int, column: int) -> _Mistake | None:
    """A colon where YAML expects none: in a text, or since the lines don't fit each other."""
    text = lines[line]
    entry = _ENTRY.match(text)
    if entry is None or column != entry.end("key"):
        return _unquoted_colon(lines, line, column)
    above = _above(lines, line)
    if above is None:
        return None
    if _GLUED.match(lines[above]):
        return _glued_colon(lines, above)
    upper = _ENTRY.match(lines[above])
    if upper is None:
        goes_on = above > 0 and _indent(lines[above]) == _indent(text) > 0
        return _unquoted_colon(lines, line, column) if goes_on else _no_colon(lines, above)
    if re.fullmatch(r"[a-z][a-z_]*", entry["key"]):
        return _indentation(lines, line, len(upper["indent"]))
    return _unquoted_colon(lines, line, column)


def _unquoted_colon(lines: list[str], line: int, column: int) -> _Mistake | None:
    first = line
    while first > 0 and not _FIELD.match(lines[first]):
        first -= 1
    entry = _ENTRY.match(lines[first])
    if entry is None or entry["value"] is None:
        return None
    start = entry.start("value")
    parts = [lines[first][start:], *(text.strip() for text in lines[first + 1 : line + 1])]
    value = " ".join(parts).strip()
    smart = value[:1] in _SMART_QUOTES
    mended = lines[first][:start] + quoted(value)

    def mend(lines: list[str]) -> None:
        lines[first : line + 1] = [mended, *("" for _ in range(line - first))]

    values = {"mended": _whole(mended)}
    if smart:
        return _Mistake("smart-quote-yaml", first, start, values | {"quote": value[0]}, mend)
    return _Mistake("unquoted-colon", line, column, values, mend)


def _glued_colon(lines: list[str], line: int) -> _Mistake | None:
    glued = _GLUED.match(lines[line])
    if glued is None:
        return None
    at = glued.start("colon")
    value = lines[line][at + 1 :]
    mended = f"{lines[line][: at + 1]} {quoted(value) if ': ' in value else value}"

    def mend(lines: list[str]) -> None:
        lines[line] = mended

    return _Mistake("colon-without-space", line, at, {"mended": _whole(mended)}, mend)


def _no_colon(lines: list[str], line: int) -> _Mistake:
    """A line among fields that is no field."""
    text = lines[line]
    if glued := _glued_colon(lines, line):
        return glued
    indent = _indent(text)
    above = _above(lines, line)
    upper = lines[above] if above is not None else ""
    if _MARKED.match(text) or upper.lstrip().startswith("- "):
        return _list_mark(lines, line)

    def mend(lines: list[str]) -> None:
        # Read with the value above it would make that a mistake as well.
        lines[line] = ""

    return _Mistake("colon-missing", line, indent, {"typed": _shown(text)}, mend)


def _list_mark(lines: list[str], line: int) -> _Mistake:
    """An item that does not begin with a hyphen and a space."""
    text = lines[line]
    marked = _MARKED.match(text)
    indent = _indent(text)
    above = _above(lines, line)
    if above is not None and lines[above].lstrip().startswith("- "):
        indent = _indent(lines[above])
    item = text[marked.end() :] if marked else text.strip()
    mended = f"{' ' * indent}- {item}"

    def mend(lines: list[str]) -> None:
        lines[line] = mended

    column = _indent(text)
    return _Mistake("list-mark", line, column, {"mended": _whole(mended)}, mend)


def _indentation(lines: list[str], line: int, wanted: int) -> _Mistake:
    text = lines[line]
    found = len(text) - len(text.lstrip(" "))

    def mend(lines: list[str]) -> None:
        lines[line] = " " * wanted + text.lstrip(" ")

    values = {"found": str(found), "wanted": str(wanted), "typed": _shown(text)}
    return _Mistake("indentation", line, found, values, mend)


def _outside_item(lines: list[str], line: int) -> _Mistake | None:
    """A field of the item above that does not begin as far in as the item's other fields."""
    if _FIELD.match(lines[line]) is None:
        return None
    number = _above(lines, line)
    while number is not None and not lines[number].lstrip().startswith("- "):
        number = _above(lines, number) if _FIELD.match(lines[number]) else None
    item = _ENTRY.match(lines[number]) if number is not None else None
    if item is None:
        return None
    text = lines[line].strip()
    mended = " " * len(item["indent"]) + text

    def mend(lines: list[str]) -> None:
        lines[line] = mended

    values = {
        "typed": _shown(text),
        "wanted": str(len(item["indent"])),
        "mended": _shown_indented(mended),
    }
    return _Mistake("field-outside-item", line, _indent(lines[line]), values, mend)


def _bracket(lines: list[str], line: int) -> _Mistake | None:
    """A `[` or `{` that is never closed, or was meant as text."""
    while line > 0 and not _BRACKETED.match(lines[line]):
        line -= 1
    text = lines[line].rstrip()
    if (opening := _BRACKETED.match(text)) is None:
        return None
    column = opening.start("bracket")
    closing = "]" if opening["bracket"] == "[" else "}"
    if closing in text[column:]:
        return _quoting("reserved-character", lines, line, column)
    mended = text + closing

    def mend(lines: list[str]) -> None:
        lines[line] = mended

    values = {"mended": _whole(mended), "bracket": closing}
    return _Mistake("unclosed-bracket", line, column, values, mend)


def _misplaced(lines: list[str], line: int, _column: int, reason: str) -> _Mistake | None:
    """A line that is fine in itself but does not fit the lines above."""
    text = lines[line]
    above = _above(lines, line)
    if above is None or not text.strip():
        return None
    if "'-' indicator" in reason:
        return _outside_item(lines, line) or _list_mark(lines, line)
    if text.lstrip().startswith("- "):

        def blank(lines: list[str]) -> None:
            lines[line] = ""

        column = _indent(text)
        return _Mistake("list-misplaced", line, column, {"above": _shown(lines[above])}, blank)
    if _ENTRY.match(text) is None:
        return None
    upper = _ENTRY.match(lines[above])
    return _indentation(lines, line, len(upper["indent"]) if upper else 0)


def _value_start(lines: list[str], line: int, column: int, _reason: str) -> _Mistake | None:
    """A value that begins with a character that YAML takes for something else."""
    entry = _ENTRY.match(lines[line])
    item = re.match(r" *(?:- +)+", lines[line])
    if entry is not None and entry["value"]:
        start = entry.start("value")
    elif item is not None:
        start = item.end()
    else:
        return None
    if lines[line][start : start + 1] in {'"', "'"}:
        return _quoting("text-after-quote", lines, line, start, told=column)
    return _quoting("reserved-character", lines, line, start)


def _quoting(
    code: str, lines: list[str], line: int, column: int, told: int | None = None
) -> _Mistake:
    """A mistake that is mended by quotes around all from `column` on."""
    text = lines[line]
    mended = text[:column] + quoted(text[column:])

    def mend(lines: list[str]) -> None:
        lines[line] = mended

    values = {
        "mended": _whole(mended),
        "character": text[column : column + 1],
        "typed": _shown(text[column:]),
    }
    return _Mistake(code, line, column if told is None else told, values, mend)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _above(lines: list[str], line: int) -> int | None:
    """The nearest line above that says something."""
    for number in range(min(line, len(lines)) - 1, -1, -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number
    return None


def quoted(value: str) -> str:
    """`value` in the quotes that it needs least escaping in; typographic ones are replaced."""
    value = value.strip()
    if len(value) > 1 and value[0] in _SMART_QUOTES and value[-1] in _SMART_QUOTES:
        value = value[1:-1]
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def is_marked(line: str) -> bool:
    """Does a line begin with what people put before the parts of a list, but YAML does not know?"""
    return bool(_MARKED.match(line))


def _shown_indented(line: str) -> str:
    """As `_whole`, but with the spaces in front: they are what the line is about."""
    return " " * _indent(line) + _whole(line)


def _whole(line: str) -> str:
    """A line to be copied: whole, unless it is longer than any text that a field may have."""
    line = line.strip()
    return line if len(line) <= _MAX_WHOLE else line[: _MAX_WHOLE - 1] + "…"


def _shown(line: str) -> str:
    line = line.strip()
    return line if len(line) <= _MAX_SHOWN else line[: _MAX_SHOWN - 1] + "…"
