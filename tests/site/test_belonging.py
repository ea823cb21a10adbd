"""Accessibility, contacts, partners and phases: what is counted is what is listed.

Held over made-up portfolios with missing values; what is checked is what templates get.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import pytest

from insyn.model.fields import SIDES
from insyn.model.portfolio import Portfolio
from insyn.pages import Page, Plan, views
from insyn.pages.kinship import AT_MOST
from insyn.pages.parts import CONTACTS_AT_ONCE, Parts

Plans = Callable[[int], Plan]
View = TypeVar("View")

sizes = pytest.mark.parametrize("size", [0, 1, 5, pytest.param(300, marks=pytest.mark.slow)])


def languages(plan: Plan) -> Iterator[tuple[Parts, Mapping[str, Page]]]:
    """The parts of each language, and its pages by their address."""
    for parts in plan.parts:
        code = parts.language.code
        yield (
            parts,
            {page.layout.url: page for page in plan.pages if page.layout.language == code},
        )


def of_kind(pages: Mapping[str, Page], view: type[View]) -> dict[str, View]:
    return {url: page.view for url, page in pages.items() if isinstance(page.view, view)}


def over_pages(pages: Mapping[str, View], url: str) -> Iterator[View]:
    """A list's page and all that follow it, as one who goes on to the next reads them."""
    while url:
        view = pages[url]
        yield view
        paging: views.Paging | None = getattr(view, "paging", None)
        url = paging.next if paging else ""


# --- accessibility -------------------------------------------------------------------------------


@sizes
def test_a_side_counts_those_that_it_lists_and_those_it_misses(size: int, demo_plan: Plans) -> None:
    for parts, pages in languages(demo_plan(size)):
        (overview,) = of_kind(pages, views.AccessibilityView).values()
        sides = of_kind(pages, views.SideView)
        lists = of_kind(pages, views.ProjectListView)
        assert overview.project_count == size
        assert len(overview.sides) == len(SIDES)
        for key, counted in zip(SIDES, overview.sides, strict=True):
            told = {p.slug for p in parts.projects if key in dict(p.accessibility)}
            listed = [
                entry.project.url
                for view in over_pages(sides, counted.link.url)
                for entry in view.entries
            ]
            assert len(listed) == counted.told == len(told)
            assert set(listed) == {parts.addresses.project(slug) for slug in told}
            assert counted.silent == size - len(told)
            assert bool(counted.silent_link.url) == bool(counted.silent)
            if counted.silent:
                listing = lists[counted.silent_link.url].listing
                assert listing.count == counted.silent
            assert counted.share == (len(told) / size if size else 0)


@sizes
def test_a_project_tells_of_each_side_or_says_that_it_does_not(size: int, demo_plan: Plans) -> None:
    for parts, pages in languages(demo_plan(size)):
        for view in of_kind(pages, views.ProjectView).values():
            names = [side.name for side in view.sides]
            assert sorted((*names, *view.silent_sides)) == sorted(map(parts.side_name, SIDES))
            told = [value.text for fact in view.facts for value in fact.values]
            assert {f"#{side.id}" for side in view.sides} <= {
                value.url for fact in view.facts for value in fact.values
            }
            assert not view.sides or set(view.silent_sides) <= set(told)
            ids = [side.id for side in view.sides] + [section.id for section in view.sections]
            assert len(set(ids)) == len(ids), "one id twice"


# --- contacts ------------------------------------------------------------------------------------


@sizes
def test_every_project_has_its_contacts_in_one_region(size: int, demo_plan: Plans) -> None:
    for parts, pages in languages(demo_plan(size)):
        (overview,) = of_kind(pages, views.ContactsView).values()
        regions = of_kind(pages, views.RegionContactsView)
        rows: Counter[str] = Counter()
        for place in overview.regions:
            found = [row for view in over_pages(regions, place.url) for row in view.contacts.rows]
            assert len({row.project.url for row in found}) == place.projects
            rows.update(row.project.url for row in found)
        assert rows == {
            parts.addresses.project(project.slug): max(1, len(project.contacts))
            for project in parts.projects
        }
        assert all(len(view.contacts.rows) for view in regions.values())
        assert all(view.contacts.shown <= CONTACTS_AT_ONCE for view in regions.values())
        assert (overview.contacts is not None) == (size <= CONTACTS_AT_ONCE)
        assert overview.without == sum(not project.contacts for project in parts.projects)


# --- organisations -------------------------------------------------------------------------------


@sizes
def test_who_works_with_whom_holds_both_ways(size: int, demo_plan: Plans) -> None:
    for _, pages in languages(demo_plan(size)):
        organisations = of_kind(pages, views.OrganisationView)
        whole = {
            url: {one.link.url: one.projects for one in view.companions}
            for url, view in organisations.items()
            if not view.more_companions
        }
        for url, others in whole.items():
            assert url not in others
            for other, count in others.items():
                if other in whole:
                    assert whole[other][url] == count > 0
        assert all(len(view.companions) <= 20 for view in organisations.values())


@sizes
def test_every_organisation_is_in_the_list_once(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)
    for _, pages in languages(plan):
        listed = [
            row.link.url
            for view in of_kind(pages, views.OrganisationListView).values()
            for group in view.letters
            for row in group.organisations
        ]
        assert sorted(listed) == sorted(of_kind(pages, views.OrganisationView))
        for view in of_kind(pages, views.OrganisationListView).values():
            assert sum(len(group.organisations) for group in view.letters) <= 300


# --- what belongs together -----------------------------------------------------------------------


@sizes
def test_the_phases_of_an_effort_are_the_same_on_each_of_them(size: int, demo_plan: Plans) -> None:
    for _, pages in languages(demo_plan(size)):
        projects = of_kind(pages, views.ProjectView)
        for url, view in projects.items():
            here = [phase.link.url for phase in view.phases if phase.here]
            assert here == ([url] if view.phases else [])
            chain = [phase.link.url for phase in view.phases]
            starts = [phase.period.start for phase in view.phases]
            assert len(chain) != 1
            assert starts == sorted(starts), "a later phase begins later in these portfolios"
            for other in chain:
                assert [phase.link.url for phase in projects[other].phases] == chain
        if size == 300:
            assert any(len(view.phases) > 2 for view in projects.values())


@sizes
def test_what_is_related_is_told_why_and_never_the_page_itself(
    size: int, demo_plan: Plans, demo_portfolio: Callable[[int], Portfolio]
) -> None:
    portfolio = demo_portfolio(size)
    for parts, pages in languages(demo_plan(size)):
        for project in portfolio.projects.values():
            url = parts.addresses.project(project.slug)
            view = pages[url].view
            assert isinstance(view, views.ProjectView)
            others = [one.link.url for one in view.related]
            assert all(one.reason for one in view.related)
            assert len(set(others)) == len(others)
            assert not {url, *(phase.link.url for phase in view.phases)} & set(others)
            assert len(others) <= AT_MOST + len(project.related)
