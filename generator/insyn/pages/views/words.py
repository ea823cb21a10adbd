"""Words explained: at the end of a page, and all of them in the glossary; easy-to-read texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from insyn.pages.views.frame import Link, Text
from insyn.pages.views.lists import Paging
from insyn.pages.views.shared import Contact, TextSection


@dataclass(frozen=True, slots=True)
class Explanation:
    """A word of the page: `use` is the address of its first use there, `language` that use's.

    `stands_for` is what an abbreviation means, else empty.
    """

    id: str
    term: str
    stands_for: str
    text: str
    use: str
    language: str


@dataclass(frozen=True, slots=True)
class WordList:
    """The explanations of a page's words, under a heading in the page's own language."""

    id: str
    heading: str
    words: tuple[Explanation, ...]  # in alphabetical order
    glossary: str  # url
    kind: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word of the glossary, and the pages that use it.

    `uses` has at most a handful; `use_count` counts them all, and `search` finds them.
    """

    id: str
    term: Text
    stands_for: str
    text: str
    synonyms: str  # "socialbidrag och ekonomiskt bistånd", or empty
    uses: tuple[Link, ...]
    use_count: int
    search: str  # url


@dataclass(frozen=True, slots=True)
class GlossaryLetter:
    """The words under one letter of the alphabet."""

    letter: str
    id: str
    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All words that the site explains (`pages/glossary.html`)."""

    letters: tuple[GlossaryLetter, ...]
    count: int


@dataclass(frozen=True, slots=True)
class EasyView:
    """The easy-to-read version of a text (`pages/easy.html`).

    In `text` each line of the card is a line of its own.
    """

    title: str
    lead: str
    text: tuple[TextSection, ...]
    words: WordList | None  # `None` where no word needs explaining
    contacts: tuple[Contact, ...]
    ended: bool  # has the project ended?
    full: Link  # the whole text
    all: Link  # all easy-to-read texts


@dataclass(frozen=True, slots=True)
class EasyGroup:
    """Easy-to-read texts of one kind."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EasyListView:
    """All easy-to-read texts (`pages/easy-list.html`)."""

    groups: tuple[EasyGroup, ...]
    paging: Paging | None  # `None` where they are few
