"""Pages about the whole portfolio, and the pages that belong to no area."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link, Text
from insyn.pages.views.shared import (
    Contact,
    Figure,
    ProjectSummary,
    StorySummary,
    TextSection,
)


@dataclass(frozen=True, slots=True)
class StartView:
    """The start page (`pages/start.html`)."""

    heading: str
    lead: str
    figures: tuple[Figure, ...]
    projects: tuple[ProjectSummary, ...]  # at most a dozen, the newest first
    project_count: int
    all_projects: str  # url
    stories: tuple[StorySummary, ...]
    all_stories: str  # url


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact and the project that it belongs to."""

    contact: Contact
    project: Link


@dataclass(frozen=True, slots=True)
class ContactsView:
    """Whom to call, for every project (`pages/contacts.html`)."""

    rows: tuple[ContactRow, ...]  # in alphabetical order by project
    missing: tuple[Link, ...]  # projects without a contact
    ended: int  # how many of the projects in the rows have ended


@dataclass(frozen=True, slots=True)
class SideEntry:
    """What one project does on one side of accessibility."""

    project: Link
    text: Text


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of accessibility over all projects."""

    key: str
    id: str
    name: str
    explanation: str
    entries: tuple[SideEntry, ...]
    missing: tuple[Link, ...]  # projects that say nothing about it


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """How the projects are accessible (`pages/accessibility.html`)."""

    sides: tuple[SideView, ...]
    project_count: int


@dataclass(frozen=True, slots=True)
class TextView:
    """A page of text, such as About (`pages/text.html`)."""

    title: Text
    summary: Text
    text: tuple[TextSection, ...]
    text_language: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that is not there (`pages/not-found.html`)."""

    lists: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at an old address (`pages/redirect.html`): it leads to `target`."""

    target: Link
