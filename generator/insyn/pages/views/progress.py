"""The pages about what ran when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link
from insyn.pages.views.lists import Paging
from insyn.pages.views.projects import Document, Results
from insyn.pages.views.shared import Bar, Period, Status


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """A project in the chart: where its bar begins and how long it is, as shares of the axis.

    `short` is the name on a narrow screen, empty where the name is short enough.
    """

    name: str
    short: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The projects in the chart that stand alike."""

    name: str
    status: Status
    bars: tuple[TimelineBar, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: its text, and where it is as a share of the axis."""

    text: str
    at: float


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A project's line in the table."""

    project: Link
    period: Period


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """A year's line in the table: how many projects began, ran at some time, and ended in it."""

    year: Link  # leads to the projects that began in it, if there are any
    began: int
    ran: int
    ended: int


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What ran when (`pages/timeline.html`): each project, or in a large portfolio each year."""

    sentence: str
    groups: tuple[TimelineGroup, ...]
    ticks: tuple[Tick, ...]
    today: float | None  # where on the axis the day of the build is; `None` if it is not on it
    rows: tuple[TimelineRow, ...]
    bars: tuple[Bar, ...]
    years: tuple[TimelineYear, ...]
    all_projects: Link


@dataclass(frozen=True, slots=True)
class ProjectResults:
    """What one project aimed at, and what came of it."""

    project: Link
    period: Period
    results: Results
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class ResultsGroup:
    """Projects of which alike much is known.  `count` is of all pages."""

    id: str
    heading: str
    count: int
    projects: tuple[ProjectResults, ...]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """What came of the projects (`pages/results.html`)."""

    sentence: str
    ways: tuple[Link, ...]  # to each group, if there are several
    groups: tuple[ResultsGroup, ...]
    paging: Paging | None
