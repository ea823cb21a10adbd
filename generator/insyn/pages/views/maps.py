"""Maps: shapes with numbers that lead somewhere, and the small one that tells where."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.shared import Place


@dataclass(frozen=True, slots=True)
class MapArea:
    """An area that leads to its page.

    `shade` is 0 (no projects) to 3; `path` is SVG path data.  The number stands on a badge around
    `x`, `y`; `leader` is the line from there to an area that is too small for it, else empty.
    """

    code: str  # the register's
    place: Place
    shade: int
    path: str
    x: int
    y: int
    badge_width: int
    leader: str


@dataclass(frozen=True, slots=True)
class MapShape:
    """An area without projects: its name and SVG path data."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class MapShade:
    """What a shade says: from `least` to `most` projects."""

    shade: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Map:
    """A map whose areas are the same as in the list of places beside it, in the same order.

    `box` is SVG's `viewBox`; `wide` tells that the map is about as wide as high, or wider; `radius`
    is half a badge's height, in the units of the box.
    """

    name: str
    box: str
    wide: bool
    radius: int
    areas: tuple[MapArea, ...]
    others: tuple[MapShape, ...]
    shades: tuple[MapShade, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """A small map of Sweden.  `name` says in words what it shows.

    `within` is the tinted area around the `marked` ones, or empty; `rings` lead the eye to places
    that are small: the middle and the radius of circles.
    """

    name: str
    box: str
    country: str
    within: str
    marked: str
    rings: tuple[tuple[int, int, int], ...]
