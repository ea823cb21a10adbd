"""The page of one project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from insyn.pages.views.frame import Link, Text
from insyn.pages.views.maps import Locator
from insyn.pages.views.shared import (
    Contact,
    Fact,
    Funding,
    LeadPicture,
    OtherForms,
    Period,
    Related,
    StorySummary,
)
from insyn.pages.views.words import WordList


@dataclass(frozen=True, slots=True)
class Target:
    """What a project aims at.  `target` and `result` are spelled ("70 %", "594 personer").

    `result` is empty where nothing is reported, `reached` ("85 % av målet") where there is nothing
    to compare.
    """

    what: Text
    target: str
    result: str
    reached: str


@dataclass(frozen=True, slots=True)
class Results:
    """Targets beside results: `sentence` says how many of the results are known."""

    sentence: str
    targets: tuple[Target, ...]
    reported: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of ESF's four sides of accessibility and what the project does there."""

    key: Literal["premises", "activities", "communication", "information"]
    id: str
    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class Document:
    """A document to fetch: `format` is "PDF", `size` in bytes (`None` for one kept elsewhere).

    `kind` is what it is ("Utvärdering"), empty where the title says so; `language` is that of the
    document, and `in_language` says it ("på engelska") where it is not the page's.
    """

    title: Text
    kind: str
    url: str
    format: str
    size: int | None
    language: str
    in_language: str


@dataclass(frozen=True, slots=True)
class PhaseOfEffort:
    """A project as one phase of a longer effort.  `here` says that it is the page's own."""

    link: Link
    phase: str
    period: Period
    here: bool = False


SectionKind = Literal[
    "facts",
    "funding",
    "about",
    "text",
    "words",
    "results",
    "accessibility",
    "partners",
    "places",
    "documents",
    "stories",
    "phases",
    "related",
    "contact",
    "source",
]


@dataclass(frozen=True, slots=True)
class ProjectSection:
    """A part of the project page.  The list of contents and the page follow the same sections.

    `html` is set for the parts of the card's own text: `about` before its first heading, then
    `text`.  A section is there only when it has something to show; those of the facts, the budget
    and the contact always say something.
    """

    kind: SectionKind
    id: str
    heading: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class ProjectView:
    """One project (`pages/project.html`)."""

    title: Text
    summary: Text
    period: Period
    sections: tuple[ProjectSection, ...]
    text_language: str  # language of the `text` sections
    words: WordList | None  # `None` where the text has no word to explain
    other_forms: OtherForms
    facts: tuple[Fact, ...]
    funding: Funding
    per_participant: str  # a sentence, or empty
    results: Results
    sides: tuple[Side, ...]
    co_funders: tuple[Link, ...]
    partners: tuple[Link, ...]
    region: Link
    counties: tuple[Link, ...]
    municipalities: tuple[Link, ...]
    locator: Locator
    contacts: tuple[Contact, ...]
    owner: Contact  # who answers where there are no contacts
    documents: tuple[Document, ...]
    phases: tuple[PhaseOfEffort, ...]  # of the effort that it is a part of, in order
    picture: LeadPicture | None
    stories: tuple[StorySummary, ...]  # the first
    all_stories: Link  # without an address where those are all
    related: tuple[Related, ...]
    silent_sides: tuple[str, ...]  # the sides of accessibility that it says nothing about
    all_accessibility: Link  # how all projects are accessible
    source_address: str
    source_reference: str
