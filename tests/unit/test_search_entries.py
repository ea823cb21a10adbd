"""What the index takes from pages: as properties of portfolios of every size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from insyn.pages import Plan
from insyn.pages.facets import Facets
from insyn.pages.search_entries import SearchEntries
from insyn.pages.search_words import words_of

SIZES = [0, 1, 5, pytest.param(300, marks=pytest.mark.slow)]


@pytest.mark.parametrize("count", SIZES)
def test_filters_count_what_the_lists_have(demo_plan: Callable[[int], Plan], count: int) -> None:
    plan = demo_plan(count)
    for parts in plan.parts:
        indexed = Counter(
            (meta.key, meta.value)
            for page in plan.pages
            if page.layout.kind == "project" and page.layout.language == parts.language.code
            for meta in page.layout.index
            if meta.kind == "filter"
        )
        listed = {
            (facet.key, value.name): len(value.projects)
            for facet in Facets(parts).all
            for value in facet.values
        }
        keys = {key for key, _ in listed}
        assert {found: n for found, n in indexed.items() if found[0] in keys} == listed


@pytest.mark.parametrize("count", SIZES)
def test_no_entry_has_an_empty_or_repeated_value(
    demo_plan: Callable[[int], Plan], count: int
) -> None:
    found = [page for page in demo_plan(count).pages if page.layout.kind == "project"]
    assert len(found) >= count
    for page in found:
        filters = [(meta.key, meta.value) for meta in page.layout.index if meta.kind == "filter"]
        assert len(filters) == len(set(filters)), page.file
        assert all(value for _, value in filters), page.file
        kinds = [(meta.kind, meta.key) for meta in page.layout.index if meta.kind != "filter"]
        assert len(kinds) == len(set(kinds)), page.file


@pytest.mark.parametrize("count", SIZES)
def test_a_project_has_the_words_of_its_target_groups(
    demo_plan: Callable[[int], Plan], count: int
) -> None:
    plan = demo_plan(count)
    seen = 0
    for parts in plan.parts:
        for project in plan.portfolio.projects.values():
            metas = {meta.key: meta.value for meta in SearchEntries(parts).project(project)}
            for group in project.target_groups:
                assert set(words_of(parts.choice(group))) <= set(metas["words"].split())
                seen += 1
    assert bool(seen) == bool(count)


@pytest.mark.parametrize("count", SIZES)
def test_what_is_unknown_has_no_place_in_an_order(
    demo_plan: Callable[[int], Plan], count: int
) -> None:
    plan = demo_plan(count)
    projects = plan.portfolio.projects
    for page in plan.pages:
        if page.layout.kind == "project":
            project = projects[page.layout.url.rstrip("/").rpartition("/")[2]]
            sorts = {meta.key: meta.value for meta in page.layout.index if meta.kind == "sort"}
            assert ("total" in sorts) == (project.funding.total is not None)
            assert ("end" in sorts) == (project.period.end is not None)
            assert sorts["start"] == project.period.start.isoformat()


@pytest.mark.parametrize("count", SIZES)
def test_a_named_place_is_a_filter_of_its_projects_and_stories(
    demo_plan: Callable[[int], Plan], count: int
) -> None:
    """A search for a name puts first what has it as a filter, and Stockholm is two places."""
    plan = demo_plan(count)
    for parts in plan.parts:
        indexed: dict[str, set[tuple[str, str]]] = {"project": set(), "story": set()}
        for page in plan.pages:
            if page.layout.kind in indexed and page.layout.language == parts.language.code:
                indexed[page.layout.kind] |= {
                    (meta.key, meta.value) for meta in page.layout.index if meta.kind == "filter"
                }
        places = {"region", "county", "municipality"}
        named = {
            (page.key, page.value or page.names[0])
            for page in SearchEntries(parts).named_pages()
            if page.key in places
        }
        assert named == {
            (key, value) for found in indexed.values() for key, value in found if key in places
        } - {
            (key, value.name)
            for facet in Facets(parts).all
            for value in facet.values
            for key in places
            if value.key[0] == "missing"
        }
        for story in plan.portfolio.stories.values():
            keys = {meta.key for meta in SearchEntries(parts).story(story) if meta.kind == "filter"}
            assert (places <= keys) == bool(story.municipalities)
