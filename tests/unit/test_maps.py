"""Maps: numbers are shaded in steps, stand in the list's order and do not cover each other."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.model.register import load_register
from insyn.model.shapes import COUNTRY, country_shapes, municipality_shapes
from insyn.pages import views
from insyn.pages.maps import SHADES, draw_locator, draw_map, shade, shade_bounds

REGISTER = load_register()
COUNTIES = sorted(REGISTER.counties)


def place(code: str, projects: int) -> views.Place:
    return views.Place(code, f"/{code}/", projects)


def whole_map(counts: dict[str, int]) -> views.Map:
    shapes = country_shapes()
    return draw_map(
        [(shapes[code], place(code, count)) for code, count in counts.items()],
        [(shapes[code], code) for code in COUNTIES if code not in counts],
        "Sweden",
    )


def county_map(county: str, count: int) -> views.Map:
    shapes = municipality_shapes()
    inside = [c for c, p in REGISTER.municipalities.items() if p.county.code == county]
    return draw_map([(shapes[code], place(code, count)) for code in inside], [], county)


@pytest.mark.parametrize(
    ("largest", "bounds"),
    [(0, ()), (1, (1,)), (2, (1, 2)), (3, (1, 2, 3)), (8, (2, 4, 8)), (300, (6, 44, 300))],
)
def test_the_steps_are_equal_in_ratio(largest: int, bounds: tuple[int, ...]) -> None:
    assert shade_bounds(largest) == bounds


@given(st.integers(1, 5000))
def test_every_number_has_a_shade_and_more_is_never_lighter(largest: int) -> None:
    bounds = shade_bounds(largest)
    shades = [shade(number, bounds) for number in range(largest + 1)]
    assert shades[0] == 0
    assert all(1 <= found <= SHADES for found in shades[1:])
    assert shades == sorted(shades)


@given(st.dictionaries(st.sampled_from(COUNTIES), st.integers(0, 5000)))
def test_a_map_shows_the_list_and_nothing_else(counts: dict[str, int]) -> None:
    drawn = whole_map(counts)
    assert [(area.code, area.place.projects) for area in drawn.areas] == list(counts.items())
    assert {other.name for other in drawn.others} == set(COUNTIES) - set(counts)
    told = {n for step in drawn.shades for n in range(step.least, step.most + 1)}
    assert {count for count in counts.values() if count} <= told
    for area in drawn.areas:
        fitting = [
            step.shade for step in drawn.shades if step.least <= area.place.projects <= step.most
        ]
        assert fitting == ([area.shade] if area.place.projects else [])


@given(st.dictionaries(st.sampled_from(COUNTIES), st.integers(0, 5000)))
def test_every_badge_is_inside_the_map(counts: dict[str, int]) -> None:
    drawn = whole_map(counts)
    left, top, width, height = map(int, drawn.box.split())
    for area in drawn.areas:
        half = area.badge_width / 2
        assert left <= area.x - half <= area.x + half <= left + width
        assert top <= area.y - drawn.radius <= area.y + drawn.radius <= top + height


@pytest.mark.parametrize("county", COUNTIES)
def test_no_number_covers_another_in_a_county_full_of_projects(county: str) -> None:
    drawn = county_map(county, 1)
    for one, other in combinations(drawn.areas, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= 2 * drawn.radius - 2
        assert one.badge_width == 2 * drawn.radius


@pytest.mark.parametrize("count", [9, 99, 999])
def test_no_number_covers_another_where_every_county_has_projects(count: int) -> None:
    drawn = whole_map(dict.fromkeys(COUNTIES, count))
    for one, other in combinations(drawn.areas, 2):
        wide = (one.badge_width + other.badge_width) / (4 * drawn.radius)
        away = math.hypot((one.x - other.x) / wide, one.y - other.y)
        assert away >= 2 * drawn.radius - 1


def test_a_number_that_was_moved_keeps_a_line_to_its_place() -> None:
    drawn = county_map("01", 1)  # Stockholm, where municipalities are small
    moved = [area for area in drawn.areas if area.leader]
    assert moved
    for area in moved:
        x, y = municipality_shapes()[area.code].label
        assert area.leader == f"M{x} {y}L{area.x} {area.y}"


@pytest.mark.parametrize("county", COUNTIES)
def test_a_number_stays_near_its_place(county: str) -> None:
    drawn = county_map(county, 1)
    for area in drawn.areas:
        label = municipality_shapes()[area.code].label
        assert math.dist(label, (area.x, area.y)) <= 6 * drawn.radius


def test_the_small_map_shows_places_within_their_region() -> None:
    shapes = country_shapes()
    drawn = draw_locator("SE12", ("1880", "0380"), "Örebro och Uppsala")
    assert drawn.country == shapes[COUNTRY].path
    assert drawn.within == shapes["SE12"].path
    assert drawn.marked == shapes["1880"].path + shapes["0380"].path
    assert [(x, y) for x, y, _ in drawn.rings] == [
        shapes["1880"].box.middle,
        shapes["0380"].box.middle,
    ]


def test_without_municipalities_the_region_is_what_the_small_map_shows() -> None:
    drawn = draw_locator("SE12", (), "Östra Mellansverige")
    assert drawn.within == ""
    assert drawn.marked == country_shapes()["SE12"].path
    assert drawn.rings == ()


def test_neighbours_have_one_ring_together() -> None:
    shapes = country_shapes()
    codes = ("1447", "1473", "1493")  # Gullspång, Töreboda, Mariestad
    ((x, y, radius),) = draw_locator("SE23", codes, "tre kommuner").rings
    for code in codes:
        box = shapes[code].box
        for corner in ((box.x, box.y), (box.x + box.width, box.y + box.height)):
            assert math.dist((x, y), corner) <= radius


def test_what_is_large_has_no_ring() -> None:
    assert draw_locator("SE33", ("2584",), "Kiruna").rings == ()


def test_many_places_have_no_rings() -> None:
    codes = [code for code in REGISTER.municipalities if code.startswith("14")]
    assert draw_locator("SE23", codes, "49 kommuner").rings == ()
