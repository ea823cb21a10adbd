"""The pages of organisations."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.shared import Fact, ProjectSummary, StorySummary, TextSection


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation as the list shows it."""

    link: Link
    kind: str
    place: str
    projects: int


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The organisations under one letter of the alphabet."""

    letter: str
    id: str
    organisations: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class OrganisationListView:
    """Organisations A–Ö (`pages/organisation-list.html`)."""

    letters: tuple[LetterGroup, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Role:
    """What an organisation does in which projects: "Projektägare" with its projects."""

    heading: str
    id: str
    projects: tuple[ProjectSummary, ...]


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """One organisation (`pages/organisation.html`)."""

    name: str
    facts: tuple[Fact, ...]  # kind, place, part of, other names, website
    text: tuple[TextSection, ...]
    text_language: str
    roles: tuple[Role, ...]
    stories: tuple[StorySummary, ...]
