"""A chart of the years is bounded, whatever dates the cards have."""

from __future__ import annotations

from datetime import date

import pytest

from insyn.language import load_language
from insyn.model import load
from insyn.pages import views
from insyn.pages.addresses import Addresses
from insyn.pages.parts import Parts
from insyn.pages.progress_pages import DRAWN_AT_MOST, ProgressPages
from insyn.render import find_theme
from typed_cards import project, sources

SV = load_language("sv", find_theme() / "locale")
TODAY = date(2026, 1, 31)


def timeline(*periods: str) -> views.TimelineView:
    files = {
        f"projects/p{number}.md": project(title=f"Projekt {number}", period=period)
        for number, period in enumerate(periods)
    }
    portfolio, _ = load(sources(files))  # it is told of a period that is as long as this
    assert portfolio is not None
    parts = Parts(portfolio, SV, Addresses("https://prov.example.se", SV, True), TODAY)  # noqa: FBT003
    [view] = [draft.view for draft in ProgressPages(parts).drafts() if draft.kind == "timeline"]
    assert isinstance(view, views.TimelineView)
    return view


MANY = ["{start: 2020-01-01, end: 2022-12-31}"] * DRAWN_AT_MOST
FAR = ["{start: 1890-01-01, end: 9999-12-31}", "{start: 1900-01-01, end: 1901-12-31}"]


def test_years_beyond_sight_are_not_drawn() -> None:
    view = timeline(*MANY, *FAR, "{start: 2025-05-01}")
    years = {int(row.year.text): row for row in view.years}
    assert list(years) == list(range(1966, 2057))
    assert years[1966].ran == 1  # it has run since before the chart begins
    assert years[2021].ran == DRAWN_AT_MOST + 1
    assert years[2056].ran == 1


def test_years_without_projects_are_not_drawn_at_the_ends() -> None:
    assert [row.year.text for row in timeline(*MANY, MANY[0]).years] == ["2020", "2021", "2022"]


@pytest.mark.parametrize("period", [FAR[0], FAR[1], "{start: 9000-01-01, end: 9999-12-31}"])
def test_a_bar_stays_in_its_chart(period: str) -> None:
    view = timeline("{start: 2020-01-01, end: 2022-12-31}", period)
    bars = [bar for group in view.groups for bar in group.bars]
    assert len(bars) == 2
    for bar in bars:
        assert 0 <= bar.start <= bar.start + bar.length <= 1
    assert len(view.ticks) <= 6
