"""Pages about the whole portfolio, and the pages that belong to no area."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link, Text
from insyn.pages.views.lists import Facet, Paging
from insyn.pages.views.shared import (
    ContactList,
    Figure,
    Place,
    ProjectSummary,
    StorySummary,
    TextSection,
)
from insyn.pages.views.words import WordList


@dataclass(frozen=True, slots=True)
class StartView:
    """The start page (`pages/start.html`)."""

    heading: str
    lead: str
    figures: tuple[Figure, ...]
    about_all: tuple[Link, ...]  # pages that tell more of all projects together
    projects: tuple[ProjectSummary, ...]  # at most a dozen, the newest first
    project_count: int
    all_projects: str  # url
    facets: tuple[Facet, ...]  # the ways to find a project, each with some values
    stories: tuple[StorySummary, ...]
    all_stories: str  # url


@dataclass(frozen=True, slots=True)
class ContactsView:
    """Whom to call, and where to look for it (`pages/contacts.html`)."""

    regions: tuple[Place, ...]  # those with projects; the address is that of their contacts
    organisations: Link  # all organisations, A to Z
    contacts: ContactList | None  # all of them, where they are few
    without: int  # how many projects name no contact
    projects: int


@dataclass(frozen=True, slots=True)
class RegionContactsView:
    """The contacts of one region (`pages/region-contacts.html`), or a page of them."""

    contacts: ContactList
    paging: Paging | None  # `None` if there is one page only
    region: Link


@dataclass(frozen=True, slots=True)
class SideEntry:
    """What one project does on one side of accessibility."""

    project: Link
    text: Text


@dataclass(frozen=True, slots=True)
class SideCount:
    """One side of accessibility over all projects, in figures."""

    link: Link  # to the side's own page
    question: str  # what it is about
    sentence: str  # how many tell of it, in words
    told: int
    silent: int
    silent_link: Link  # to those that say nothing; without an address if there are none
    share: float  # of the projects that tell (0–1)


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """How the projects are accessible (`pages/accessibility.html`)."""

    sides: tuple[SideCount, ...]
    sentences: tuple[str, ...]  # how many tell of all sides, and how many of none
    project_count: int


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of accessibility (`pages/accessibility-side.html`), or a page of it."""

    question: str
    explanation: str
    sentence: str
    entries: tuple[SideEntry, ...]
    paging: Paging | None  # `None` if there is one page only
    silent: Link  # to the projects that say nothing; without an address if there are none
    other_sides: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A page of text, such as About (`pages/text.html`)."""

    title: Text
    summary: Text
    text: tuple[TextSection, ...]
    text_language: str
    words: WordList | None  # `None` where the text has no word to explain


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few, with the value that the page's style knows it by."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """One setting.  The first choice holds until a reader chooses, and has an empty value.

    `help` is what is good to know before choosing, or empty.
    """

    name: str
    legend: str
    help: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What a reader may change (`pages/settings.html`)."""

    groups: tuple[ChoiceGroup, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that is not there (`pages/not-found.html`)."""

    lists: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at an old address (`pages/redirect.html`): it leads to `target`."""

    target: Link
