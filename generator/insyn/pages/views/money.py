"""The pages about money."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.lists import Paging
from insyn.pages.views.shared import Bar, Funding, Period


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A project's line in the table of budgets."""

    project: Link
    owner: Link
    period: Period
    funding: Funding


@dataclass(frozen=True, slots=True)
class MoneyGroup:
    """Sums for some projects: those of a region, of a year.

    `unknown` is how many of them have no known total budget; the sums are over the others.
    """

    name: Link
    projects: int
    unknown: int
    funding: Funding


@dataclass(frozen=True, slots=True)
class MoneySums:
    """Sums for groups of projects: the point in a sentence, and the same figures drawn and tabled.

    `total` is the sum of the groups.
    """

    point: str  # may be empty
    bars: tuple[Bar, ...]
    groups: tuple[MoneyGroup, ...]
    total: MoneyGroup


@dataclass(frozen=True, slots=True)
class MoneyDivision:
    """All the money, divided in one way.  `note` says how is counted, and may be empty."""

    id: str
    heading: str
    caption: str
    header: str  # what the groups are
    note: str
    sums: MoneySums
    all_groups: Link  # the page with every group, where these are the largest; else without text


@dataclass(frozen=True, slots=True)
class MoneyView:
    """What the projects cost and who pays (`pages/money.html`)."""

    totals: Funding
    rows: tuple[MoneyRow, ...]  # the largest total first; in a large portfolio only the largest
    others: MoneyGroup | None  # the projects that are not in the rows
    divisions: tuple[MoneyDivision, ...]
    zero: tuple[Link, ...]  # projects whose total is 0, at most as many as one reads
    zero_count: int
    unknown: tuple[Link, ...]  # projects whose total is not known, at most as many as one reads
    unknown_count: int
    alone: int  # EU support to projects whose total is not known: it is in no sum
    all_projects: Link  # every project, sorted by budget
    timeline: Link
    results: Link


@dataclass(frozen=True, slots=True)
class MoneyOwnersView:
    """The sums for every project owner, the largest first (`pages/money-owners.html`)."""

    groups: tuple[MoneyGroup, ...]  # those on this page
    paging: Paging | None
