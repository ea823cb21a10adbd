"""Draws that are the same everywhere and for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws by name: each question has its own answer.

    So a new question changes no other's answer, and what is drawn for one project does not
    depend on how many there are.  (Python promises neither of `random`.)
    """

    seed: str

    def of(self, name: object) -> Dice:
        """The dice of one thing, such as a project."""
        return Dice(f"{self.seed}/{name}")

    def below(self, name: str, count: int) -> int:
        """A whole number from 0 up to `count`, not included."""
        digest = hashlib.blake2b(f"{self.seed}/{name}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % count

    def between(self, name: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + self.below(name, high - low + 1)

    def chance(self, name: str, percent: int) -> bool:
        """Is it so, in `percent` cases of a hundred?"""
        return self.below(name, 100) < percent

    def pick(self, name: str, choices: Sequence[Value]) -> Value:
        """One of `choices`."""
        return choices[self.below(name, len(choices))]

    def some(self, name: str, choices: Sequence[Value], count: int) -> tuple[Value, ...]:
        """`count` of `choices` (all, if there are no more), each at most once."""
        left = list(choices)
        return tuple(
            left.pop(self.below(f"{name}/{number}", len(left)))
            for number in range(min(count, len(left)))
        )
