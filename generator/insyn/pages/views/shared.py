"""Parts that several kinds of page show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from insyn.pages.views.frame import Link, Text

Status = Literal["planned", "running", "ended"]


@dataclass(frozen=True, slots=True)
class Funding:
    """EU support and total budget in whole units of the currency; `None` is "not known".

    `share` is EU support of the total (0–1), `None` where the total is unknown or 0.
    `cofunding` is the rest, `None` where it can't be told.
    """

    eu: int | None
    total: int | None
    cofunding: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Period:
    """When a project runs.  `end` is `None` while no end is set."""

    start: date
    end: date | None
    status: Status


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call.  `phone` is for people, `phone_url` is `tel:+46-…`; any may be empty."""

    name: str
    role: Text
    email: str
    phone: str
    phone_url: str
    organisation: Link


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project as a list shows it."""

    title: Text
    url: str
    summary: Text
    owner: str
    phase: str
    region: str
    municipalities: tuple[str, ...]  # official names in the language's order
    place: str  # where, in few words: "Trelleborg", or "43 kommuner i Västsverige"
    funding: Funding
    period: Period


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story as a list shows it."""

    title: Text
    url: str
    summary: Text
    place: str


@dataclass(frozen=True, slots=True)
class TextSection:
    """A part of a card's own text: an h2 with its id, and safe HTML below it.

    The part before the first heading has an empty `heading` and `id`.
    """

    heading: str
    id: str
    html: str


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or region with the number of its projects."""

    name: str
    url: str
    projects: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: the number as a text ("24,0 miljoner kr") and what it counts."""

    number: str
    what: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line in the list of facts: a label and one or more values."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another card, and why it is named here."""

    link: Link
    reason: str
