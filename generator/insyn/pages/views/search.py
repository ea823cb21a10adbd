"""What a page that searches knows."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link


@dataclass(frozen=True, slots=True)
class Filter:
    """What narrows a search: `key` as in the index, and its values in their order.

    `values` is empty where the index alone has them: in order of the alphabet, or too many.
    """

    key: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """What the script that searches needs to know (component `search-results`).

    `helps` is where the files that help it lie: the names of pages that are not in the index, by
    first letter (`letters` are those that there are), and the words of the texts.  `only` is the
    kind of page that is searched alone, or empty.
    """

    filters: tuple[Filter, ...]
    helps: str
    letters: str
    only: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page (`pages/search.html`).

    Without script the filters are not shown, and `lists` leads to the full lists.
    """

    finder: Finder
    lists: tuple[Link, ...]
