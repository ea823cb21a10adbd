"""Draws maps: which area is shaded how, and where its number stands.  Pure geometry, no words.

The shapes come from `insyn.model.shapes`.  Every number stands on a badge of its own, so that it
can be read whatever is below it; badges that would cover each other are moved apart and keep a
line to their area.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from insyn.model.shapes import COUNTRY, Box, Shape, country_shapes
from insyn.pages import views

# How far numbers go from light to dark.
SHADES = 3
# A badge is this part of the map's width, so that it is 24 px high or more where the map is
# 288 px wide: on the narrowest screen.  Where there are many they are smaller.
_BADGE = 24 / 288
_ROOM_FOR = 24
_ROUNDS = 120
# A marked place has a ring of at least so many kilometres; none where it would be twice as large,
# or where more places than these are marked.
_RING = 40
_RINGED = 6


def shade_bounds(largest: int) -> tuple[int, ...]:
    """The largest number in each shade, for numbers from 1 to `largest`; empty for 0.

    The steps are about equal in ratio, not in size: 1 and 2 differ as much as 100 and 200.
    """
    bounds = {
        next(n for n in range(largest, 0, -1) if n**SHADES <= largest**step)
        for step in range(1, SHADES + 1)
        if largest
    }
    return tuple(sorted(bounds))


def shade(number: int, bounds: Sequence[int]) -> int:
    """The shade of a number: 0 for none, then 1 for the lightest; one alone is the middle."""
    if number == 0:
        return 0
    step = next(i for i, bound in enumerate(bounds, start=1) if number <= bound)
    return step + 1 if len(bounds) == 1 else step


def draw_map(
    places: Sequence[tuple[Shape, views.Place]], others: Iterable[tuple[Shape, str]], name: str
) -> views.Map:
    """A map of `places`, which are links, among `others`, which have no projects.

    `places` stand in the order of the list that the map is equal to.  Their names come from there.
    """
    rest = tuple(others)
    inside = Box.around([shape.box for shape, _ in (*places, *((s, None) for s, _ in rest))])
    bounds = shade_bounds(max((place.projects for _, place in places), default=0))
    few = min(1.0, math.sqrt(_ROOM_FOR / max(1, len(places))))
    radius = max(1, math.ceil(inside.width * _BADGE * few / 2 * 1.08))
    widths = [_badge_width(place.projects, radius) for _, place in places]
    spots = _apart([shape.label for shape, _ in places], widths, radius)
    badges = [
        Box(x - width // 2, y - radius, width, 2 * radius)
        for (x, y), width in zip(spots, widths, strict=True)
    ]
    box = Box.around([inside, *badges], margin=max(2, radius // 4))
    return views.Map(
        name=name,
        box=_spelled(box),
        wide=box.width * 4 > box.height * 3,
        radius=radius,
        areas=tuple(
            views.MapArea(
                code=shape.code,
                place=place,
                shade=shade(place.projects, bounds),
                path=shape.path,
                x=spot[0],
                y=spot[1],
                badge_width=width,
                leader="M{} {}L{} {}".format(*shape.label, *spot)
                if math.dist(shape.label, spot) > radius
                else "",
            )
            for (shape, place), spot, width in zip(places, spots, widths, strict=True)
        ),
        others=tuple(views.MapShape(other, shape.path) for shape, other in rest),
        shades=tuple(
            views.MapShade(shade(bound, bounds), before + 1, bound)
            for before, bound in zip((0, *bounds), bounds, strict=False)
            if any(before < place.projects <= bound for _, place in places)
        ),
    )


def draw_locator(within: str, marked: Sequence[str], name: str) -> views.Locator:
    """A small map of Sweden: the area with the code `within` is tinted, those of `marked` filled.

    Without `marked` the tinted area itself is what is shown.
    """
    shapes = country_shapes()
    found = [shapes[code] for code in marked] or [shapes[within]]
    return views.Locator(
        name=name,
        box=_spelled(Box.around([shapes[COUNTRY].box], margin=24)),
        country=shapes[COUNTRY].path,
        within=shapes[within].path if marked else "",
        marked="".join(shape.path for shape in found),
        rings=tuple(_rings([shape.box for shape in found])) if len(found) <= _RINGED else (),
    )


def _rings(boxes: Iterable[Box]) -> Iterator[tuple[int, int, int]]:
    """A circle around each box that is small; what would touch gets one together."""
    groups: list[Box] = []
    for box in boxes:
        whole = box
        while near := [one for one in groups if math.dist(one.middle, whole.middle) < 2 * _RING]:
            groups = [one for one in groups if one not in near]
            whole = Box.around([whole, *near])
        groups.append(whole)
    for box in groups:
        radius = max(_RING, math.ceil(math.hypot(box.width, box.height) / 2) + 8)
        if radius <= 2 * _RING:
            yield (*box.middle, radius)


def _spelled(box: Box) -> str:
    return f"{box.x} {box.y} {box.width} {box.height}"


def _badge_width(number: int, radius: int) -> int:
    """Room for the digits: a digit is as wide as 0.62 of the radius."""
    return max(2 * radius, math.ceil(radius * (0.8 + 0.65 * len(str(number)))))


def _apart(
    points: Sequence[tuple[int, int]], widths: Sequence[int], radius: int
) -> list[tuple[int, int]]:
    """The points, moved as little as it takes for badges of these widths not to meet."""
    spots = [(float(x), float(y)) for x, y in points]
    least = 2.1 * radius
    for _ in range(_ROUNDS):
        moved = False
        for i, j in combinations(range(len(spots)), 2):
            # Wide badges are taken for circles in a space that is narrower by as much.
            wide = (widths[i] + widths[j]) / (4 * radius)
            across, up = (spots[j][0] - spots[i][0]) / wide, spots[j][1] - spots[i][1]
            away = math.hypot(across, up)
            if away >= least:
                continue
            # Two in one spot part sideways.
            across, up = (across / away, up / away) if away else (1.0, 0.0)
            push = (least - away) / 2 + 0.01
            spots[i] = (spots[i][0] - across * push * wide, spots[i][1] - up * push)
            spots[j] = (spots[j][0] + across * push * wide, spots[j][1] + up * push)
            moved = True
        if not moved:
            break
    return [(round(x), round(y)) for x, y in spots]
