"""The pages of places."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.lists import Facet, Listing
from insyn.pages.views.maps import Locator, Map
from insyn.pages.views.shared import ContactList, Place, StorySummary


@dataclass(frozen=True, slots=True)
class PlacesView:
    """Where the projects are (`pages/places.html`).

    `counties` are those on the map, in its order.  `unplaced` counts the projects that name no
    municipality: they are in no county, only in their region.
    """

    counties: tuple[Place, ...]
    counties_without: tuple[str, ...]  # names
    map: Map
    municipalities: tuple[Place, ...]  # those that have a page
    regions: tuple[Place, ...]  # those that have a page
    regions_without: tuple[str, ...]
    municipality_count: int
    unplaced: int
    all_municipalities: Link


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """A municipality and its county; where there are no projects the texts lead nowhere."""

    municipality: Link
    county: Link
    projects: int


@dataclass(frozen=True, slots=True)
class MunicipalityLetter:
    """The municipalities under one letter of the alphabet."""

    letter: str
    id: str
    rows: tuple[MunicipalityRow, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityListView:
    """All municipalities of Sweden A–Ö (`pages/municipality-list.html`)."""

    letters: tuple[MunicipalityLetter, ...]
    with_projects: int


@dataclass(frozen=True, slots=True)
class WholeRegion:
    """How many projects are for the whole region and name no municipality, and where they are."""

    region: Link
    projects: int


@dataclass(frozen=True, slots=True)
class RegionView:
    """One region (`pages/region.html`).  `unplaced` projects name no municipality."""

    name: str
    counties: tuple[Place, ...]  # those on the map, in its order
    counties_without: tuple[str, ...]
    map: Map
    locator: Locator
    municipalities: tuple[Place, ...]
    unplaced: int
    listing: Listing
    shared: str  # that the sum has whole budgets of projects that run elsewhere too; or empty
    facets: tuple[Facet, ...]  # what narrows the list down
    contacts: ContactList
    stories: tuple[StorySummary, ...]  # the first
    all_stories: Link  # without an address where those are all


@dataclass(frozen=True, slots=True)
class CountyView:
    """One county (`pages/county.html`)."""

    name: str
    municipalities: tuple[Place, ...]  # those on the map, in its order
    municipalities_without: tuple[str, ...]
    map: Map
    locator: Locator
    whole_region: WholeRegion
    listing: Listing
    shared: str  # that the sum has whole budgets of projects that run elsewhere too; or empty
    contacts: ContactList
    stories: tuple[StorySummary, ...]  # the first
    all_stories: Link  # without an address where those are all


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """One municipality (`pages/municipality.html`)."""

    name: str
    county: Link
    region: Link
    locator: Locator
    neighbours: tuple[Place, ...]  # those that have a page
    whole_region: WholeRegion
    listing: Listing
    shared: str  # that the sum has whole budgets of projects that run elsewhere too; or empty
    contacts: ContactList
    organisations: tuple[Link, ...]  # those that sit here
    stories: tuple[StorySummary, ...]  # the first
    all_stories: Link  # without an address where those are all
