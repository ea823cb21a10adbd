"""The shapes of the maps: complete, in their right places, and without gaps between them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from insyn.model.register import load_register
from insyn.model.shapes import COUNTRY, Box, Shape, country_shapes, municipality_shapes

REGISTER = load_register()
Point = tuple[float, float]

# Square kilometres of land and inland water near the shore, as the shapes have them: SCB's
# "Land- och vattenareal", 1 January 2024, land area.  The large lakes are left out of the shapes.
AREAS = {"09": 3134, "10": 2931, "12": 10968, "17": 17517, "23": 48935, "24": 54665, "25": 97239}


def rings(shape: Shape) -> list[list[Point]]:
    """The corners of each ring of a shape; the path is read as SVG 2, 9.3 says."""
    assert re.fullmatch(r"(M\d+ \d+l(-?\d+[ -]?)+z)+", shape.path), shape.code
    found: list[list[Point]] = []
    for part in shape.path.split("M")[1:]:
        start, steps = part.removesuffix("z").split("l")
        x, y = map(int, start.split())
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        ring: list[Point] = [(x, y)]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            ring.append((x, y))
        found.append(ring)
    return found


def edges(shape: Shape) -> Iterator[tuple[Point, Point]]:
    for ring in rings(shape):
        yield from zip(ring, [*ring[1:], ring[0]], strict=True)


def area(shape: Shape) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(shape))) / 2


def away(shape: Shape, x: float, y: float) -> float:
    """How far a point is from a shape: 0 inside."""
    inside, nearest = False, math.inf
    for (ax, ay), (bx, by) in edges(shape):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
        along = min(1.0, max(0.0, along))
        nearest = min(nearest, math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y))
    return 0.0 if inside else nearest


def test_every_place_of_the_register_has_a_shape_and_nothing_else_has() -> None:
    assert set(municipality_shapes()) == set(REGISTER.municipalities)
    assert set(country_shapes()) == {
        COUNTRY,
        *REGISTER.regions,
        *REGISTER.counties,
        *REGISTER.municipalities,
    }
    assert len(REGISTER.counties) == 21
    assert len(REGISTER.municipalities) == 290


@pytest.mark.parametrize("shapes", [country_shapes(), municipality_shapes()], ids=["1", "10"])
def test_a_shape_fills_its_box_and_its_label_lies_in_it(shapes: Mapping[str, Shape]) -> None:
    for shape in shapes.values():
        corners = [point for ring in rings(shape) for point in ring]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        assert shape.box == (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)), shape.code
        assert all(len(ring) >= 4 for ring in rings(shape)), shape.code
        assert area(shape) > 0, shape.code
        assert away(shape, *shape.label) <= 1, shape.code


def test_a_municipality_lies_in_its_county_and_region_on_both_maps() -> None:
    coarse = country_shapes()
    for code, place in REGISTER.municipalities.items():
        x, y = municipality_shapes()[code].label
        here = (x / 10, y / 10)
        assert away(coarse[code], *here) < 2, place.name
        # A county leaves its smallest islands out: Lidingö is one of Stockholm's.
        assert away(coarse[place.county.code], *here) < 5, place.name
        assert away(coarse[place.region.code], *here) < 5, place.name
        for other in REGISTER.counties.values():
            if other != place.county and coarse[other.code].box.meets(coarse[code].box):
                assert away(coarse[other.code], *here) > 0, (place.name, other.name_sv)


@pytest.mark.parametrize("shapes", [country_shapes(), municipality_shapes()], ids=["1", "10"])
def test_neighbours_share_their_border_so_that_no_gap_is_between_them(
    shapes: Mapping[str, Shape],
) -> None:
    beside = Counter(
        frozenset(edge) for code in REGISTER.municipalities for edge in edges(shapes[code])
    )
    # On the coarse grid a strait may close, and three meet in a line.
    assert sum(1 for count in beside.values() if count > 2) <= 3
    # A border inside the country is shared; the coast and the frontier are not.
    for code in ("1445", "0760", "1904"):  # Essunga, Uppvidinge, Skinnskatteberg
        assert all(beside[frozenset(edge)] == 2 for edge in edges(shapes[code])), code


def test_the_outline_of_a_county_is_made_of_its_municipalities_borders() -> None:
    shapes = country_shapes()
    for county in REGISTER.counties.values():
        inside = Counter(
            frozenset(edge)
            for code, place in REGISTER.municipalities.items()
            if place.county == county
            for edge in edges(shapes[code])
        )
        outline = {frozenset(edge) for edge in edges(shapes[county.code])}
        # Of an island that two municipalities share each may have too little to be drawn.
        assert len(outline - set(inside)) <= len(outline) * 0.03, county.name_sv
        # What is not outline lies between two of its municipalities, but for slivers in the source.
        between = [edge for edge in inside if edge not in outline and inside[edge] == 1]
        assert len(between) <= len(inside) * 0.05, county.name_sv


@pytest.mark.parametrize(("code", "land"), AREAS.items())
def test_the_areas_are_right(code: str, land: int) -> None:
    assert area(country_shapes()[code]) == pytest.approx(land, rel=0.12)


def test_sweden_is_not_squashed() -> None:
    """From Treriksröset to Smygehuk it is 1,572 km; the country is about 500 km wide at most."""
    country = country_shapes()[COUNTRY].box
    assert country.height == pytest.approx(1540, rel=0.02)  # from north to south alone
    assert country.width / country.height == pytest.approx(0.415, abs=0.02)
    north, south = country_shapes()["2584"], country_shapes()["1287"]
    assert REGISTER.municipalities["2584"].name == "Kiruna"
    assert REGISTER.municipalities["1287"].name == "Trelleborg"
    assert north.label[1] < south.label[1]
    east, west = country_shapes()["2583"], country_shapes()["1435"]  # Haparanda, Tanum
    assert west.label[0] < east.label[0]


def test_neighbours_are_neighbours_of_each_other() -> None:
    shapes = municipality_shapes()
    for code, shape in shapes.items():
        assert code not in shape.neighbours
        for other in shape.neighbours:
            assert code in shapes[other].neighbours
    trelleborg = {REGISTER.municipalities[near].name for near in shapes["1287"].neighbours}
    assert trelleborg == {"Vellinge", "Svedala", "Skurup"}
    assert shapes["0980"].neighbours == ()  # Gotland


def test_boxes() -> None:
    one, other = Box(0, 0, 10, 10), Box(20, 5, 10, 10)
    assert Box.around([one, other]) == Box(0, 0, 30, 15)
    assert Box.around([one], margin=2) == Box(-2, -2, 14, 14)
    assert not one.meets(other)
    assert one.meets(Box(9, 9, 1, 1))
    assert not one.meets(Box(10, 0, 1, 1))
