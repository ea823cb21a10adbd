"""Sweden's municipalities and counties, and the eight regions of the ESF.

Municipality names and codes are Statistics Sweden's (SCB, "Län och kommuner i kodnummerordning",
CC0).  A region is one or more counties: ESF's eight regions are Sweden's NUTS 2 areas.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from insyn.problem import folded
from insyn.slugs import slugify

# What two municipalities become without their accents.
_AMBIGUOUS = frozenset({"habo"})


@dataclass(frozen=True, slots=True)
class Region:
    """One of ESF's eight regions: NUTS 2 code, name in Swedish and in English."""

    code: str
    name_sv: str
    name_en: str

    def name(self, language: str) -> str:
        """The name in `language` (English where it is not Swedish)."""
        return self.name_sv if language == "sv" else self.name_en


@dataclass(frozen=True, slots=True)
class County:
    """A county: SCB's two-figure code, names, and its region."""

    code: str
    name_sv: str
    name_en: str
    region: Region

    def name(self, language: str) -> str:
        """The name in `language` (English where it is not Swedish)."""
        return self.name_sv if language == "sv" else self.name_en


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: SCB's four-figure code, official name, and its county."""

    code: str
    name: str
    county: County

    @property
    def slug(self) -> str:
        """The name as a part of an address; Habo and Håbo, which are the same there, with code."""
        slug = slugify(self.name)
        return f"{slug}-{self.code}" if slug in _AMBIGUOUS else slug

    @property
    def region(self) -> Region:
        """The ESF region in which it lies."""
        return self.county.region

    def whole_name(self, language: str) -> str:
        """The name with its kind: "Marks kommun", "Örebro kommun"; "Mark Municipality" in English.

        A Swedish name takes a genitive s, unless it ends in a vowel or a sibilant.
        """
        if language != "sv":
            return f"{self.name} Municipality"
        if self.name == "Falun":
            return "Falu kommun"
        bare = self.name[-1] in "aeiouyåäösxz"
        return f"{self.name} kommun" if bare else f"{self.name}s kommun"


@dataclass(frozen=True, slots=True)
class Register:
    """All municipalities, counties and regions, by code, and found by name."""

    regions: Mapping[str, Region]
    counties: Mapping[str, County]
    municipalities: Mapping[str, Municipality]
    _by_name: Mapping[str, Municipality]
    _region_by_name: Mapping[str, Region]
    _by_any_name: Mapping[str, Municipality]
    _region_by_place: Mapping[str, Region]

    def find_municipality(self, name: str) -> Municipality | None:
        """The municipality with this official name; case and spaces do not matter."""
        return self._by_name.get(folded(name))

    def municipality_called(self, name: str) -> Municipality | None:
        """The municipality with this name in the register, or as people say it: "Marks kommun"."""
        return self._by_any_name.get(folded(name))

    def find_region(self, name: str) -> Region | None:
        """The region with this Swedish or English name; case and spaces do not matter."""
        return self._region_by_name.get(folded(name))

    def region_of_place(self, name: str) -> Region | None:
        """The region where the county or municipality with this name lies.

        People call a county by its land too ("Västra Götaland") or by who runs its health care
        ("Region Västmanland").
        """
        return self._region_by_place.get(folded(name).removeprefix("region "))


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("insyn.model").joinpath("register", name).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines()))


@cache
def load_register() -> Register:
    """The register that comes with the package."""
    regions = {
        row["code"]: Region(row["code"], row["name_sv"], row["name_en"])
        for row in _rows("regions.csv")
    }
    counties = {
        row["code"]: County(row["code"], row["name_sv"], row["name_en"], regions[row["region"]])
        for row in _rows("counties.csv")
    }
    municipalities = {
        row["code"]: Municipality(row["code"], row["name"], counties[row["county"]])
        for row in _rows("municipalities.csv")
    }
    return Register(
        regions,
        counties,
        municipalities,
        {folded(place.name): place for place in municipalities.values()},
        {
            folded(name): region
            for region in regions.values()
            for name in (region.name_sv, region.name_en)
        },
        {folded(name): place for place in municipalities.values() for name in _names_of(place)},
        {
            folded(name): region
            for region, names in (
                *((place.region, _names_of(place)) for place in municipalities.values()),
                *((county.region, _names_of(county)) for county in counties.values()),
            )
            for name in names
        },
    )


def _names_of(place: County | Municipality) -> Iterator[str]:
    """What people call a place."""
    if isinstance(place, Municipality):
        whole = place.whole_name("sv")
        yield from (place.name, whole, place.whole_name("en"))
        yield f"{whole.removesuffix(' kommun')} stad"
        return
    genitive = place.name_sv.removesuffix(" län")
    land = place.name_en.removesuffix(" County")
    yield from (place.name_sv, place.name_en, genitive, land, f"{land} län")
