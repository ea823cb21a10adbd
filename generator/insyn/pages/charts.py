"""Figures as bars: how long each bar is, and each part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from insyn.pages import views

# What fits above a bar on a narrow screen, and on a wide one; the table has the whole name.
_NARROW = 26
_WIDE = 80


def chart_names(name: str) -> tuple[str, str]:
    """`name` as it fits into a chart, and on a narrow screen; that is empty where both are one."""
    return _cut(name, _WIDE), _cut(name, _NARROW) if len(name) > _NARROW else ""


def _cut(name: str, length: int) -> str:
    return name if len(name) <= length else f"{name[: length - 1].rstrip()}…"


def bars(figures: Iterable[tuple[str, str, Sequence[int]]]) -> tuple[views.Bar, ...]:
    """A bar for each name, its amount as a text, and the parts that the amount is the sum of.

    Parts are zero or more.  The longest bar has the length 1; nothing is divided by 0.
    """
    given = tuple(figures)
    longest = max((sum(parts) for _, _, parts in given), default=0)
    return tuple(
        views.Bar(
            *chart_names(name), amount, tuple(part / longest for part in parts) if longest else ()
        )
        for name, amount, parts in given
    )
