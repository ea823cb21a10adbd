"""The pages of stories."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Text
from insyn.pages.views.lists import Paging
from insyn.pages.views.shared import (
    Fact,
    Figure,
    LeadPicture,
    OtherForms,
    Related,
    StorySummary,
    TextSection,
)
from insyn.pages.views.words import WordList


@dataclass(frozen=True, slots=True)
class StoryListView:
    """All stories (`pages/story-list.html`)."""

    stories: tuple[StorySummary, ...]
    paging: Paging | None  # `None` where they are few


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story (`pages/story.html`)."""

    title: Text
    summary: Text
    figures: tuple[Figure, ...]
    text: tuple[TextSection, ...]
    text_language: str
    words: WordList | None  # `None` where the text has no word to explain
    other_forms: OtherForms
    facts: tuple[Fact, ...]  # people, place, municipalities, projects, organisations
    picture: LeadPicture | None
    related: tuple[Related, ...]
    source_address: str
    source_reference: str
