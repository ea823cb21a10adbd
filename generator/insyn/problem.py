"""What is wrong with the content, where, and how to mend it.

A `Problem` carries a code and the values that its sentence needs; the sentence itself is chosen by
language at the rim (`insyn.explanation`).  So every stage can find problems before anyone knows
which language the editor reads, and a code means the same thing everywhere.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a content file.

    `file` is relative to the site folder, with forward slashes (`content/projects/a.md`).
    `line` and `column` count from 1, in characters.
    """

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """A link as it is typed in a card, and where.  `text` is empty where it is not known."""

    typed: str
    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, which kind (`code`), and the values for its sentence."""

    place: Place
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def at(cls, place: Place, code: str, /, **values: object) -> Problem:
        """A problem of the kind `code`; `values` fill the placeholders of its sentence."""
        return cls(place, code, tuple(sorted((key, str(value)) for key, value in values.items())))


def folded(text: str) -> str:
    """`text` as it is compared: NFC, without case, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


_LIKELY = 0.6
_BEGUN = 4  # letters that say what is meant


def nearest(word: str, choices: Iterable[str], likeness: float = _LIKELY) -> str:
    """The choice most like `word` (at least `likeness`, 0 to 1), or "" where none is near.

    By the usual likeness, the only choice that begins with `word` comes before all others.
    """
    by_fold = {folded(choice): choice for choice in sorted(set(choices), reverse=True)}
    meant = folded(word)
    begun = [fold for fold in by_fold if fold.startswith(meant)]
    if len(begun) == 1 and len(meant) >= _BEGUN and likeness <= _LIKELY:
        return by_fold[begun[0]]
    found = difflib.get_close_matches(meant, sorted(by_fold), n=1, cutoff=likeness)
    return by_fold[found[0]] if found else ""
