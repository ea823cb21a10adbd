"""Figures as bars: how long each bar is, and each part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from insyn.pages import views

# A longer name does not fit above its bar on a narrow screen; the table has all of it.
_NAME_LENGTH = 32


def shortened(name: str) -> str:
    """`name` as it fits into a chart."""
    if len(name) <= _NAME_LENGTH:
        return name
    return f"{name[: _NAME_LENGTH - 1].rstrip()}…"


def bars(figures: Iterable[tuple[str, str, Sequence[int]]]) -> tuple[views.Bar, ...]:
    """A bar for each name, its amount as a text, and the parts that the amount is the sum of.

    Parts are zero or more.  The longest bar has the length 1; nothing is divided by 0.
    """
    given = tuple(figures)
    longest = max((sum(parts) for _, _, parts in given), default=0)
    return tuple(
        views.Bar(
            shortened(name), amount, tuple(part / longest for part in parts) if longest else ()
        )
        for name, amount, parts in given
    )
