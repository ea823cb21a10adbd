"""The pages of organisations."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.lists import Listing, Paging
from insyn.pages.views.shared import ContactList, Fact, ProjectSummary, StorySummary, TextSection
from insyn.pages.views.words import WordList


@dataclass(frozen=True, slots=True)
class Part:
    """What an organisation does in which projects, in few words: "Project owner of Empowerment".

    Of many projects only the number is told, in `text`; then `projects` is empty.
    """

    text: str
    projects: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Through:
    """An organisation that is part of another, and what it does in projects."""

    organisation: Link
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation as the list shows it."""

    link: Link
    kind: str
    place: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The organisations under one letter of the alphabet."""

    letter: str
    id: str
    organisations: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """An organisation, and how many projects it has, or has in common with another."""

    link: Link
    projects: int


@dataclass(frozen=True, slots=True)
class OrganisationListView:
    """Organisations A–Ö (`pages/organisation-list.html`), or those of one letter.

    `choices` are the letters to choose from; where all are on one page they lead within it.
    `largest` are those with most projects, where the page shows no letter.
    """

    choices: tuple[Link, ...]
    letters: tuple[LetterGroup, ...]
    sentence: str  # how many there are, in words
    largest: tuple[Companion, ...]
    paging: Paging | None  # of a letter with many organisations


@dataclass(frozen=True, slots=True)
class Role:
    """What an organisation does in which projects: "Projektägare" with its projects."""

    heading: str
    id: str
    projects: tuple[ProjectSummary, ...]  # of many the latest
    more: Link  # to the list of all of them; without an address where they are all here


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """One organisation (`pages/organisation.html`)."""

    name: str
    facts: tuple[Fact, ...]  # kind, place, part of, other names, website
    text: tuple[TextSection, ...]
    text_language: str
    roles: tuple[Role, ...]
    through: tuple[Through, ...]  # its parts with a role, if it has none itself; the first of them
    more_through: int  # how many other such parts there are
    listing: Listing  # the sums over all projects in which it has a part, without the projects
    companions: tuple[Companion, ...]  # those with most projects in common, the most first
    more_companions: int  # how many others there are
    contacts: ContactList | None  # of the projects that it owns; `None` if it owns none
    stories: tuple[StorySummary, ...]  # the first
    all_stories: Link  # without an address where those are all
    words: WordList | None = None  # `None` where the text has no word to explain
