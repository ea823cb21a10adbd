"""Lists of projects: pages of them, orders, sums, and the ways to narrow one down."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.search import Finder
from insyn.pages.views.shared import Funding, ProjectSummary


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page stands among the pages of a long list.

    `previous` and `next` are addresses, empty at the ends.  `numbers` are the pages to choose
    from, each with its number as text; where some are left out stands one without an address.
    `first` and `last` count the things of the list that are on this page.
    """

    page: int
    pages: int
    first: int
    last: int
    previous: str
    next: str
    numbers: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of projects, or one page of it (component `listing`).

    The sums leave out the projects whose total budget is not known: `without_total` of them.
    """

    projects: tuple[ProjectSummary, ...]  # those of this page
    count: int  # of the whole list
    totals: Funding
    without_total: int
    orders: tuple[Link, ...]  # empty for a short list
    paging: Paging | None  # `None` if there is one page only
    whole: Link  # the whole list on one page; without an address where that is too long, or here
    feed: str  # url
    csv: str  # url
    brief: bool = False  # are they so many that each has one line only?


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, and how many projects of the list have it."""

    text: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Values that a list can be narrowed down by: "Phase" with its phases.

    `more` leads to all values, where they are not all here.
    """

    name: str
    values: tuple[Value, ...]
    more: Link


@dataclass(frozen=True, slots=True)
class ProjectListView:
    """A list of projects, or a page of it (`pages/project-list.html`)."""

    listing: Listing
    facets: tuple[Facet, ...]  # what narrows the list down, only what gives something
    wider: tuple[Link, ...]  # the lists that this one is a part of
    table: Link  # the same projects as a table; without an address where there is none
    finder: Finder | None = None  # on the first page of all projects


@dataclass(frozen=True, slots=True)
class FacetView:
    """All values of a facet (`pages/facet.html`), or a page of them."""

    values: tuple[Value, ...]
    paging: Paging | None  # `None` if there is one page only


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
    """The projects as a table, sorted by one column (`pages/project-table.html`), or a page of it.

    Every order is a page of its own, so that sorting needs no script.
    """

    columns: tuple[Column, ...]
    sentence: str  # how the table is sorted, said in words
    projects: tuple[ProjectSummary, ...]
    paging: Paging | None  # `None` if there is one page only
    list: Link  # the same projects as a list
