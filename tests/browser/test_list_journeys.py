"""Lists, narrowed down and put in order with the keyboard alone, without script, on a small screen.

All three at once: whoever has all of them can still answer which projects run in a phase in a
region, and which is the largest.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

MANY_STOPS = 200  # more than any of the pages has


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the link or the group called `name` has the focus."""
    for _ in range(MANY_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == name:
            return
    raise AssertionError(f"Tab does not come to {name!r} on {page.url}")


def choose(page: Page, name: str, url: str) -> None:
    """Go to the link called `name` and follow it; nothing scrolls sideways there."""
    tab_to(page, name)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{url}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320, url


WAYS = [
    (
        "/projekt/",
        "Projektfas",
        ("Genomförande", "/projekt/fas/genomforande/"),
        ("Västsverige", "/projekt/fas/genomforande/vastsverige/"),
        "Projekt i Västsverige i fasen Genomförande",
        "Här finns 2 projekt. Av 10,9 miljoner kr kommer 4,3 miljoner kr från EU.",
        ("Projekt i Västsverige", "/platser/region/vastsverige/"),
    ),
    (
        "/en/projects/",
        "Project phase",
        ("Implementation", "/en/projects/phase/implementation/"),
        ("West Sweden", "/en/projects/phase/implementation/west-sweden/"),
        "Projects in West Sweden in the phase Implementation",
        "Here are 2 projects. Of SEK 10.9 million, SEK 4.3 million comes from the EU.",
        ("Projects in West Sweden", "/en/places/region/west-sweden/"),
    ),
]


@pytest.mark.parametrize("way", WAYS, ids=["sv", "en"])
def test_which_projects_run_in_a_phase_in_a_region(page: Page, address: str, way: tuple) -> None:  # type: ignore[type-arg]
    start, group, phase, region, heading, lead, wider = way
    page.goto(f"{address}{start}")
    tab_to(page, group)
    page.keyboard.press("Enter")
    choose(page, *phase)
    choose(page, *region)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.locator(".lead")).to_have_text(lead)
    expect(page.locator(".entries > li")).to_have_count(2)
    choose(page, *wider)  # and back out, to all of the region


def test_which_project_is_the_largest(page: Page, address: str) -> None:
    page.goto(f"{address}/projekt/")
    choose(page, "Störst budget först", "/projekt/efter-budget/")
    expect(page.locator(".orders [aria-current]")).to_have_text("Störst budget först")
    expect(page.locator(".entry h2").first).to_have_text("Jobbpunkt Väst Örebro")
    expect(page.locator(".entry h2").last).to_contain_text("Pilotutbildning")
    choose(page, "Nyast först", "/projekt/")


def test_a_group_says_how_many_before_one_goes_there(page: Page, address: str) -> None:
    """And the list that one comes to has as many."""
    page.goto(f"{address}/projekt/")
    links = page.locator(".facet-list li")
    wanted = [
        (item.locator("a").get_attribute("href") or "", item.locator("small").text_content() or "")
        for item in links.all()
        if item.locator("small").count()
    ]
    assert len(wanted) > 15
    for url, count in wanted:
        page.goto(f"{address}{url}")
        assert page.locator(".entries > li:has(.pairs)").count() == int(count.split()[0]), url
