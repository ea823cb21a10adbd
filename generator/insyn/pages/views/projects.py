"""The pages of projects: lists, tables, and one project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from insyn.pages.views.frame import Link, Text
from insyn.pages.views.shared import Contact, Fact, Funding, Period, ProjectSummary, Related


@dataclass(frozen=True, slots=True)
class ProjectListView:
    """All projects as a list (`pages/project-list.html`)."""

    projects: tuple[ProjectSummary, ...]
    table: Link  # the same projects as a table
    totals: Funding


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of projects: its key, its header, and the page sorted by it.

    `key` is "title", "owner", "region", "start", "total" or "eu".  `order` is `aria-sort`'s value,
    "ascending" or "descending", on the column that the page is sorted by, else empty.
    """

    key: str
    text: str
    url: str
    order: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class ProjectTableView:
    """All projects as a table, sorted by one column (`pages/project-table.html`).

    Every order is a page of its own, so that sorting needs no script.
    """

    columns: tuple[Column, ...]
    sentence: str  # how the table is sorted, said in words
    projects: tuple[ProjectSummary, ...]
    list: Link  # the same projects as a list


@dataclass(frozen=True, slots=True)
class Target:
    """What a project aims at.  `target` and `result` are spelled ("70 %", "594 personer").

    `result` is empty where nothing is reported.
    """

    what: Text
    target: str
    result: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of ESF's four sides of accessibility and what the project does there."""

    key: Literal["premises", "activities", "communication", "information"]
    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class Document:
    """A document to fetch: `format` is "PDF", `size` in bytes (`None` for one kept elsewhere)."""

    title: Text
    url: str
    format: str
    size: int | None


SectionKind = Literal[
    "facts",
    "funding",
    "text",
    "targets",
    "accessibility",
    "co_funders",
    "partners",
    "places",
    "documents",
    "related",
    "contact",
    "source",
]


@dataclass(frozen=True, slots=True)
class ProjectSection:
    """A part of the project page.  The list of contents and the page follow the same sections.

    `html` is set for `text` only (a part of the card's own text).  A section is there only when it
    has something to show.
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
    facts: tuple[Fact, ...]
    funding: Funding
    targets: tuple[Target, ...]
    sides: tuple[Side, ...]
    co_funders: tuple[Link, ...]
    partners: tuple[Link, ...]
    region: Link
    municipalities: tuple[Link, ...]
    contact: Contact | None
    documents: tuple[Document, ...]
    related: tuple[Related, ...]
    source_address: str
    source_reference: str
