"""The pages of places."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.shared import Funding, Place, ProjectSummary, StorySummary


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region and its municipalities that have projects."""

    region: Place
    municipalities: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """Where the projects are (`pages/places.html`)."""

    regions: tuple[RegionRow, ...]  # those with projects
    without: tuple[str, ...]  # the names of regions without projects
    municipality_count: int


@dataclass(frozen=True, slots=True)
class RegionView:
    """One region (`pages/region.html`)."""

    name: str
    counties: tuple[str, ...]
    municipalities: tuple[Place, ...]
    totals: Funding
    projects: tuple[ProjectSummary, ...]
    stories: tuple[StorySummary, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """One municipality (`pages/municipality.html`)."""

    name: str
    county: str
    region: Link
    projects: tuple[ProjectSummary, ...]
    organisations: tuple[Link, ...]  # those that sit here
    stories: tuple[StorySummary, ...]
