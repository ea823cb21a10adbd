"""The domain as it is known to be true: projects, stories, organisations, and how they relate.

All values are frozen.  Where a thing has words in several languages it holds a `Translated`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Generic, Literal, TypeVar

from insyn.markup import Rendered
from insyn.model.fields import OrganisationKind, SideKey
from insyn.model.register import Municipality, Region
from insyn.problem import Place

Word = TypeVar("Word")


@dataclass(frozen=True, slots=True)
class Translated(Generic[Word]):
    """Something that exists in one or more languages.  The first is the original."""

    versions: tuple[tuple[str, Word], ...]

    def in_language(self, language: str) -> tuple[Word, str]:
        """The version in `language`, else the original, with the language it is in."""
        for code, version in self.versions:
            if code == language:
                return version, code
        code, version = self.versions[0]
        return version, code


Words = Translated[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that the site allows for a field, such as a phase.

    `key` is its name in the site's first language, which the cards and the open data use.
    """

    key: str
    name: Words


@dataclass(frozen=True, slots=True)
class GivenAddress:
    """A path, or a part of one, as a card spells it, and where it does so."""

    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class Site:
    """What holds for the whole site.  `languages` has the first language first."""

    name: str
    languages: tuple[str, ...]
    address: str
    tagline: Words
    description: Words
    publisher: str
    publisher_email: str
    publisher_phone: str
    publisher_website: str
    currency: str
    programme_areas: tuple[Choice, ...]
    phases: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A project owner, co-funder or partner.  One thing, whatever a card calls it.

    `part_of` is the slug of another organisation, or empty.  `file` is empty for one that is
    known only by its name on a card.
    """

    slug: str
    name: Words
    aliases: tuple[str, ...] = ()
    kind: OrganisationKind | None = None
    municipality: Municipality | None = None
    part_of: str = ""
    website: str = ""
    text: Translated[Rendered] | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call; what is not known is empty."""

    name: str
    role: Words | None
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Funding:
    """EU support and total budget in whole units of the site's currency; `None` is unknown."""

    eu: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included; `end` is `None` while undecided."""

    start: date
    end: date | None

    def status(self, today: date) -> Literal["planned", "running", "ended"]:
        """Where the project stands on the day `today`."""
        if today < self.start:
            return "planned"
        return "ended" if self.end and self.end < today else "running"


@dataclass(frozen=True, slots=True)
class Target:
    """Something to reach: `target` and `result` are numbers of `unit`; `None` is unknown."""

    what: Words
    target: Decimal | None
    unit: Words | None
    minimum: bool
    result: Decimal | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from; either may be empty."""

    address: str
    reference: Words | None


@dataclass(frozen=True, slots=True)
class Document:
    """A document: `media` is its place in `content/`, or empty where `address` says where it is.

    `size` is in bytes, `None` for a document that is kept elsewhere.
    """

    title: Words
    media: str
    address: str
    size: int | None


@dataclass(frozen=True, slots=True, order=True)
class CardReference:
    """A project or story, by its folder and slug."""

    kind: str
    slug: str


@dataclass(frozen=True, slots=True)
class Project:
    """A publicly funded project.  Organisations are given by slug."""

    slug: str
    file: str
    title: Words
    summary: Words
    programme_area: Choice
    phase: Choice
    owner: str
    contact: Contact | None
    funding: Funding
    period: Period
    region: Region
    municipalities: tuple[Municipality, ...]
    co_funders: tuple[str, ...]
    partners: tuple[str, ...]
    targets: tuple[Target, ...]
    accessibility: tuple[tuple[SideKey, Words], ...]
    source: Source | None
    related: tuple[CardReference, ...]
    aliases: tuple[GivenAddress, ...]
    documents: tuple[Document, ...]
    text: Translated[Rendered]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks in a story."""

    name: str
    role: Words | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a story tells."""

    what: Words
    number: Decimal
    unit: Words | None


@dataclass(frozen=True, slots=True)
class Story:
    """A story about people, projects and places.  Organisations and projects are given by slug."""

    slug: str
    file: str
    title: Words
    summary: Words
    municipalities: tuple[Municipality, ...]
    place: str
    organisations: tuple[str, ...]
    projects: tuple[str, ...]
    people: tuple[Person, ...]
    figures: tuple[Figure, ...]
    source: Source | None
    related: tuple[CardReference, ...]
    aliases: tuple[GivenAddress, ...]
    text: Translated[Rendered]


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of text, such as About.  `addresses` is its part of the address, by language."""

    slug: str
    file: str
    addresses: Translated[GivenAddress]
    title: Words
    summary: Words
    aliases: tuple[GivenAddress, ...]
    text: Translated[Rendered]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that the site tells.  Each mapping goes by slug and is in order of slug.

    `left_out` are the cards whose facts have a problem.
    """

    site: Site
    projects: Mapping[str, Project]
    stories: Mapping[str, Story]
    organisations: Mapping[str, Organisation]
    pages: Mapping[str, TextPage]
    media: Mapping[str, Path]
    left_out: frozenset[CardReference] = frozenset()
