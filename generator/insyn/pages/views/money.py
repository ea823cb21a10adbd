"""The pages about money."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.shared import Funding, Period


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A project's line in the table of budgets."""

    project: Link
    owner: Link
    period: Period
    funding: Funding


@dataclass(frozen=True, slots=True)
class MoneyGroup:
    """Sums for one region or programme area."""

    name: Link
    projects: int
    funding: Funding


@dataclass(frozen=True, slots=True)
class MoneyView:
    """What the projects cost and who pays (`pages/money.html`)."""

    rows: tuple[MoneyRow, ...]  # the largest total first
    totals: Funding
    regions: tuple[MoneyGroup, ...]
    programme_areas: tuple[MoneyGroup, ...]
    zero: tuple[Link, ...]  # projects whose total is 0
    unknown: tuple[Link, ...]  # projects whose total is not known
