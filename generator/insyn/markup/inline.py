"""The text of a block, for Python-Markdown: a mark in each link, and no raw HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from insyn.markup.lines import ITEM, MAX_NESTING, NO_CONTENT, Line, shortened
from insyn.markup.marks import Marks
from insyn.problem import Place, Problem

_MAX_TARGET = 2000
_MAX_BRACKETS = 1000
"""In one text: four times as many as a table of all municipalities has."""

# What comes along from Word, and splits words for those who search: soft hyphens, no-width spaces.
_SOFT = re.compile("[\u00ad\u200b\u2060]")
_INLINE = re.compile(
    rf"""
      (?P<kept> \\. | (?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)
        | (?m:^\[[^\[\]\n]+\]:[ ]*\S.*?$) )
    | (?P<auto> <(?:[a-z][a-z0-9+.-]{{1,31}}:[^<>\s]*|[^\s<>@/]+@[^\s<>@]+)> )
    | (?P<raw> <!--.*?(?:-->|\Z)
        | <(?P<name>{NO_CONTENT})(?:\s[^<>]*)?>.*?(?:</(?P=name)\s*>|\Z)
        | </?[a-z][a-z0-9-]*(?:\s[^<>]*|/)?> | <[!?][a-z][^<>]*> )
    | (?P<bracket> [\[\]] )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Inline:
    """Reads texts, marking places and telling of what is dropped."""

    file: str
    marks: Marks
    problems: list[Problem]

    def read(self, lines: Sequence[Line]) -> list[str]:
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
                return "[" + self.marks.mark(here)
            if found["auto"]:
                return self.marks.mark(here) + found.group()
            tag = found.group().lower()
            name = re.match(r"</?([a-z0-9-]*)", tag)
            if not (tag.startswith("</") and name and name[1] in opened):
                self.tell_of_html(here, found.group())
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
                if len(open_) < MAX_NESTING and not endless:
                    pairs.append((start, found.start()))
        pairs = sorted(pairs)[: min(_MAX_BRACKETS, self.marks.left)]
        return {start for start, _ in pairs}, {end for _, end in pairs}

    def tell_of_html(self, place: Place, typed: str) -> None:
        """Raw HTML is dropped, wherever it stands."""
        self.problems.append(Problem.at(place, "raw-html", typed=shortened(typed)))


def _as_text(line: str) -> str:
    """A line of a paragraph, so that Python-Markdown sees nothing else in it."""
    if line.startswith(("#", ">")):
        return "\\" + line
    if item := ITEM.match(line):
        sign = item.end() - len(item["gap"]) - 1
        return f"{line[:sign]}\\{line[sign:]}"
    return line
