"""LIX: how hard a text is to read, by the length of its sentences and words."""

from __future__ import annotations

from typing import Literal

Meaning = Literal["very-easy", "easy", "medium", "hard", "very-hard"]

LONG_WORD = 6
"""A word is long if it has more letters than that."""

_SCALE: tuple[tuple[int, Meaning], ...] = (
    (30, "very-easy"),
    (40, "easy"),
    (50, "medium"),
    (60, "hard"),
)


def is_long(word: str) -> bool:
    """Has `word` more than six letters?  Figures and hyphens are none."""
    return len(word) > LONG_WORD and sum(map(str.isalpha, word)) > LONG_WORD


def lix(words: int, sentences: int, long_words: int) -> int:
    """LIX of a text with so many words, sentences and long words, rounded; 0 of no text.

    Words to a sentence, and long words to a hundred (C.-H. Björnsson, Läsbarhet, 1968).
    """
    if not words or not sentences:
        return 0
    return round(words / sentences + 100 * long_words / words)


def meaning(value: int) -> Meaning:
    """What a LIX of `value` means, on Björnsson's scale."""
    return next((name for most, name in _SCALE if value < most), "very-hard")
