"""What goes through Python-Markdown as a sign and comes out as what it was.

Python-Markdown tells no places, and would read code as text.  So each heading and link carries its
place through it, and each block of code its number: in characters of Unicode's private use area,
which are taken out again at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from insyn.problem import Place

_FIRST, _MOST = 0xF0000, 0xFFFE
MARK = "[\U000f0000-\U000ffffd]"
"""A pattern for one place."""

BETWEEN = "\ue001"
"""A paragraph of its own that keeps two quotes apart, which Python-Markdown would join."""

_MARK = re.compile(MARK)
_CODE = "\ue000"
_CODE_TOKEN = re.compile(f"{_CODE}([0-9]+){_CODE}")

# Our marks and Python-Markdown's own (STX, ETX): a text that has them could forge a place.
_PRIVATE = re.compile("[\U000f0000-\U000ffffd\ue000\ue001\x02\x03]")


@dataclass(slots=True)
class Marks:
    """The places and the code of one body."""

    places: list[Place] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    @property
    def left(self) -> int:
        """So many more places can be marked."""
        return _MOST - len(self.places)

    def mark(self, place: Place) -> str:
        """The sign for `place`; empty when there are no more."""
        if not self.left:
            return ""
        self.places.append(place)
        return chr(_FIRST + len(self.places) - 1)

    def place(self, text: str | None) -> Place | None:
        """The place that the first mark in `text` stands for."""
        mark = _MARK.search(text or "")
        return self.places[ord(mark.group()) - _FIRST] if mark else None

    def keep(self, code: str) -> str:
        """The sign for a block of code."""
        self.code.append(code)
        return f"{_CODE}{len(self.code) - 1}{_CODE}"

    def kept(self, text: str | None) -> str | None:
        """The code that `text` stands for, if it stands for any."""
        token = _CODE_TOKEN.fullmatch((text or "").strip())
        return self.code[int(token[1])] if token else None


def unforged(typed: str) -> str:
    """A body without signs that could be taken for marks."""
    return _PRIVATE.sub("\ufffd", typed)


def unmarked(text: str) -> str:
    """A text without the places in it."""
    return _MARK.sub("", text)
