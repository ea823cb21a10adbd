"""Sweden's municipalities and counties, and the regions of the ESF."""

from __future__ import annotations

import pytest

from insyn.model.register import load_register

REGISTER = load_register()


def test_it_has_all_of_sweden() -> None:
    assert len(REGISTER.municipalities) == 290
    assert len(REGISTER.counties) == 21
    assert len(REGISTER.regions) == 8


def test_every_region_has_a_county_and_every_county_a_municipality() -> None:
    assert {county.region for county in REGISTER.counties.values()} == set(
        REGISTER.regions.values()
    )
    assert {place.county for place in REGISTER.municipalities.values()} == set(
        REGISTER.counties.values()
    )


def test_a_municipality_lies_in_the_county_that_its_code_says() -> None:
    for code, place in REGISTER.municipalities.items():
        assert place.code == code
        assert len(code) == 4
        assert place.county.code == code[:2]


def test_no_two_municipalities_have_one_name() -> None:
    names = [place.name for place in REGISTER.municipalities.values()]
    assert len(set(names)) == 290
    for name in names:
        assert not name.endswith(" kommun")
        found = REGISTER.find_municipality(name)
        assert found is not None
        assert found.name == name


# SCB, "Folkmängd i riket, län och kommuner": municipalities in each county.
@pytest.mark.parametrize(
    ("county", "count"),
    [("01", 26), ("09", 1), ("12", 33), ("14", 49), ("18", 12), ("23", 8), ("25", 14)],
)
def test_the_counties_have_their_municipalities(county: str, count: int) -> None:
    inside = [place for place in REGISTER.municipalities.values() if place.county.code == county]
    assert len(inside) == count


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Örebro", "Östra Mellansverige"),
        ("Uppsala", "Östra Mellansverige"),
        ("Trelleborg", "Sydsverige"),
        ("Mariestad", "Västsverige"),
        ("Halmstad", "Västsverige"),
        ("Gotland", "Småland och öarna"),
        ("Stockholm", "Stockholm"),
        ("Gävle", "Norra Mellansverige"),
        ("Sundsvall", "Mellersta Norrland"),
        ("Kiruna", "Övre Norrland"),
    ],
)
def test_a_municipality_lies_in_its_region(name: str, region: str) -> None:
    place = REGISTER.find_municipality(name)
    assert place is not None
    assert place.region.name("sv") == region


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Mark", "Marks kommun"),
        ("Lilla Edet", "Lilla Edets kommun"),
        ("Örebro", "Örebro kommun"),
        ("Falun", "Falu kommun"),
        ("Trelleborg", "Trelleborgs kommun"),
        ("Alingsås", "Alingsås kommun"),
        ("Bollnäs", "Bollnäs kommun"),
        ("Borås", "Borås kommun"),
        ("Ale", "Ale kommun"),
        ("Kiruna", "Kiruna kommun"),
        ("Upplands-Bro", "Upplands-Bro kommun"),
        ("Malung-Sälen", "Malung-Sälens kommun"),
        ("Dals-Ed", "Dals-Eds kommun"),
        ("Hofors", "Hofors kommun"),
        ("Västerås", "Västerås kommun"),
        ("Säter", "Säters kommun"),
        ("Habo", "Habo kommun"),
        ("Åre", "Åre kommun"),
    ],
)
def test_the_whole_name_has_a_genitive(name: str, whole: str) -> None:
    place = REGISTER.find_municipality(name)
    assert place is not None
    assert place.whole_name("sv") == whole
    assert place.whole_name("en") == f"{name} Municipality"


def test_names_are_found_whatever_their_case_and_spaces() -> None:
    assert REGISTER.find_municipality(" lilla  EDET ") == REGISTER.find_municipality("Lilla Edet")
    assert REGISTER.find_region("östra mellansverige") == REGISTER.regions["SE12"]
    assert REGISTER.find_region("East Middle Sweden") == REGISTER.regions["SE12"]


def test_a_name_that_is_none_is_not_found() -> None:
    for name in ("", "Marks", "Norrland", "Örebro kommun"):
        assert REGISTER.find_municipality(name) is None
    assert REGISTER.find_region("Norrland") is None


def test_every_municipality_has_an_address_of_its_own() -> None:
    slugs = {place.slug: place.name for place in REGISTER.municipalities.values()}
    assert len(slugs) == 290
    assert slugs["habo-0643"] == "Habo"
    assert slugs["habo-0305"] == "Håbo"
    assert slugs["orebro"] == "Örebro"
