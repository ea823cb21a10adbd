"""The search page."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that narrows a search: `key` as in the index, and its values with their counts."""

    key: str
    label: str
    options: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page that a search for one of `names` is about.

    `key` and the first name are the filter that the pages with it have in the index.
    """

    key: str
    names: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page (`pages/search.html`).

    Without script the filters are not shown, and `lists` leads to the full lists.  `named` are
    the pages of places and organisations, which are not in the index.
    """

    filters: tuple[Filter, ...]
    named: tuple[NamedPage, ...]
    lists: tuple[Link, ...]
