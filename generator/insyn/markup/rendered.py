"""What a body is, once it is read: HTML, headings, links, and the words as typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from insyn.problem import Place


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
