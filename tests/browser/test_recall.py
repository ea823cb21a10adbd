"""Does the search find what people look for?  Measured on tests/search_queries.yaml.

The cards of this repository stand among many made-up ones, so that what is found must also come
before what is like it.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from reading import ROOT, BuiltSite
from server import hosting

pytestmark = pytest.mark.slow

QUERIES = yaml.safe_load((ROOT / "tests" / "search_queries.yaml").read_text(encoding="utf-8"))
SEARCH = {"sv": "/sok/", "en": "/en/search/"}
FIRST = 5
RECALL = 0.95


@pytest.fixture(scope="module")
def page(crowded_site: BuiltSite, browser: Browser) -> Iterator[Page]:
    with hosting(crowded_site.folder) as found, browser.new_context(base_url=found) as context:
        yield context.new_page()


def first_of(page: Page, language: str, query: str) -> tuple[list[str], list[str]]:
    """The slugs of the first results for `query`, and the pages above them."""
    if urlsplit(page.url).path != SEARCH[language]:
        page.goto(SEARCH[language])
    field = page.locator("main").get_by_role("searchbox")
    field.fill(query)
    field.press("Enter")  # which empties the status at once
    expect(page.get_by_role("status")).not_to_be_empty(timeout=20_000)

    def paths(selector: str) -> list[str]:
        links = page.locator(selector).all()
        return [urlsplit(link.get_attribute("href") or "").path for link in links]

    results = paths("[data-part=list] h3 a")[:FIRST]
    return [path.rstrip("/").rpartition("/")[2] for path in results], paths("[data-part=about] a")


@pytest.mark.parametrize("language", QUERIES)
def test_what_people_look_for_is_among_the_first_results(page: Page, language: str) -> None:
    missed: list[str] = []
    queries = QUERIES[language]
    for wanted in queries:
        query = str(wanted["query"])
        slugs, above = first_of(page, language, query)
        is_found = set(wanted.get("find", [])) & set(slugs) or "find" not in wanted
        if not is_found or wanted.get("page", "") not in ["", *above]:
            missed.append(f"{query!r} ({wanted['why']}): {slugs} {above}")
    recall = 1 - len(missed) / len(queries)
    print(f"\n{language}: {recall:.1%} of {len(queries)} queries", *missed, sep="\n  ")  # noqa: T201 - the measure itself
    assert recall >= RECALL, missed


def test_there_are_many_queries_and_each_can_fail(crowded_site: BuiltSite) -> None:
    assert sum(map(len, QUERIES.values())) >= 60
    for language, queries in QUERIES.items():
        assert len({str(wanted["query"]) for wanted in queries}) == len(queries)
        for wanted in queries:
            assert wanted.keys() <= {"query", "find", "page", "why"}
            assert wanted.get("find") or wanted.get("page"), wanted
            folder = "projekt" if language == "sv" else "en/projects"
            stories = "berattelser" if language == "sv" else "en/stories"
            for slug in wanted.get("find", ()):
                assert any(
                    (crowded_site.folder / below / slug).is_dir() for below in (folder, stories)
                ), slug
