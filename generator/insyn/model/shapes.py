"""The shapes of Sweden, its regions, counties and municipalities, as SVG path data.

From Statistics Sweden's open borders; `register/README.md` tells the source and the grids, and
`generator/shapes.py` makes the files.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the grid: its upper left corner and its size."""

    x: int
    y: int
    width: int
    height: int

    @classmethod
    def around(cls, boxes: Iterable[Box], margin: int = 0) -> Box:
        """The smallest box around `boxes`, and `margin` on every side."""
        found = tuple(boxes)
        left, top = min(box.x for box in found) - margin, min(box.y for box in found) - margin
        right = max(box.x + box.width for box in found) + margin
        bottom = max(box.y + box.height for box in found) + margin
        return cls(left, top, right - left, bottom - top)

    @property
    def middle(self) -> tuple[int, int]:
        """The point in the middle."""
        return self.x + self.width // 2, self.y + self.height // 2

    def meets(self, other: Box) -> bool:
        """Do the boxes overlap?"""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of an area.

    `code` is that of the register ("SE" for the whole country), `label` a point with room around
    it inside, `neighbours` the codes of the municipalities that share a border.
    """

    code: str
    box: Box
    label: tuple[int, int]
    neighbours: tuple[str, ...]
    path: str


COUNTRY = "SE"


@cache
def country_shapes() -> Mapping[str, Shape]:
    """The country, its regions, counties and municipalities by code, in kilometres: coarse."""
    return _shapes("shapes-country.csv")


@cache
def municipality_shapes() -> Mapping[str, Shape]:
    """The municipalities by code, in units of 100 metres: for maps of one county."""
    return _shapes("shapes-municipalities.csv")


def _shapes(name: str) -> Mapping[str, Shape]:
    text = files("insyn.model").joinpath("register", name).read_text(encoding="utf-8")
    return {
        row["code"]: Shape(
            row["code"],
            Box(int(row["x"]), int(row["y"]), int(row["width"]), int(row["height"])),
            (int(row["label_x"]), int(row["label_y"])),
            tuple(row["neighbours"].split()),
            row["path"],
        )
        for row in csv.DictReader(text.splitlines())
    }
