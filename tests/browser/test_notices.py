"""Putting a notice away in a real browser: by keyboard, for good, and where nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Opener
from by_ear import Ear
from reading import BuiltSite
from server import hosting

pytestmark = pytest.mark.slow

PROJECT = "/projekt/allt-kant/"
WEBINAR = "Viktigt: Webbinarium om fattigdom den 3 februari"
CLOSED = "Information: Kontoret är stängt & låst"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("The user has refused it.", "SecurityError"); },
});"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
    throw new DOMException("It is full.", "QuotaExceededError");
};"""


@pytest.fixture(scope="module")
def address(corner_site: BuiltSite) -> Iterator[str]:
    with hosting(corner_site.folder) as found:
        yield found


def button(page: Page, name: str = "Webbinarium") -> Any:
    return page.get_by_role("button", name=f"Dölj meddelandet {name}")


def region(page: Page, name: str) -> Any:
    return page.get_by_role("region", name=name, exact=True)


def tab_to(page: Page, wanted: Any) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("the keyboard never came there")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_notice_is_put_away_by_keyboard_and_the_reader_is_told(page: Page, key: str) -> None:
    page.goto(PROJECT)
    expect(region(page, WEBINAR)).to_be_visible()
    tab_to(page, button(page))
    page.keyboard.press(key)
    expect(region(page, WEBINAR)).to_have_count(0)
    gone = page.locator(".notice-gone")
    expect(gone).to_be_focused()
    expect(gone).to_have_text("Meddelandet är dolt. Alla meddelanden")
    # The other notice stays, and the next stop is the way back.
    expect(region(page, CLOSED)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Alla meddelanden")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/meddelanden/")
    expect(region(page, WEBINAR)).to_be_visible()


def test_it_stays_away_on_every_page_and_in_every_language(page: Page) -> None:
    page.goto(PROJECT)
    button(page).click()
    for path in (PROJECT, "/projekt/", "/"):
        page.goto(path)
        expect(page.get_by_role("heading", name=WEBINAR)).to_have_count(0)
        expect(page.locator(".notice-gone")).to_have_count(0)
    page.goto("/en/projects/allt-kant/")
    expect(page.get_by_role("heading", name="Webinar on poverty")).to_have_count(0)
    expect(page.get_by_role("heading", name="Kontoret är stängt")).to_be_visible()


def test_it_is_back_when_its_words_have_changed(page: Page) -> None:
    page.goto(PROJECT)
    button(page).click()
    page.evaluate("localStorage.setItem('insyn-notice-webbinarium', 'what it said before')")
    page.reload()
    expect(region(page, WEBINAR)).to_be_visible()


@pytest.mark.parametrize("script", [NO_STORAGE, FULL_STORAGE], ids=["refused", "full"])
def test_it_can_be_put_away_where_nothing_is_kept(opened: Opener, script: str) -> None:
    context = opened()
    context.add_init_script(script)
    page = context.new_page()
    page.goto(PROJECT)
    button(page).click()
    expect(region(page, WEBINAR)).to_have_count(0)
    expect(page.locator(".notice-gone")).to_be_focused()
    page.reload()
    expect(region(page, WEBINAR)).to_be_visible()


def test_without_script_it_is_whole_and_has_no_button(opened: Opener) -> None:
    page = opened(java_script_enabled=False).new_page()
    page.goto(PROJECT)
    expect(region(page, WEBINAR)).to_contain_text("Sänds klockan 10.")
    expect(page.get_by_role("button", name="Dölj")).to_have_count(0)


def test_both_can_be_put_away_and_leave_no_gap(page: Page) -> None:
    page.goto(PROJECT)
    button(page).click()
    button(page, "Kontoret").click()
    page.reload()
    assert page.locator(".notice-band").evaluate("band => band.getBoundingClientRect().height") == 0


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_it_fits_and_its_button_is_wide_enough_to_hit(opened: Opener, width: int) -> None:
    page = opened(viewport={"width": width, "height": 700}).new_page()
    page.goto(PROJECT)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = button(page).bounding_box()
    assert box["height"] >= 44
    assert box["width"] >= 44
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    # The button covers no words.
    heading = (
        region(page, WEBINAR)
        .get_by_role("heading")
        .evaluate(
            """heading => {
            const range = document.createRange();
            range.selectNodeContents(heading);
            return [...range.getClientRects()].map((one) => [one.right, one.top, one.bottom]);
        }"""
        )
    )
    for right, top, bottom in heading:
        assert right <= box["x"] or bottom <= box["y"] or top >= box["y"] + box["height"]


def test_paper_has_the_notice_without_its_button(page: Page) -> None:
    page.goto(PROJECT)
    page.emulate_media(media="print")
    expect(region(page, WEBINAR)).to_be_visible()
    expect(page.locator(".notice-away").first).to_be_hidden()


def test_a_listener_hears_the_notice_after_the_summary(opened: Opener, reader_source: str) -> None:
    ear = Ear(opened(bypass_csp=True).new_page(), reader_source)
    ear.open(PROJECT)
    whole = ear.whole()
    places = [
        next(n for n, said in enumerate(whole) if words in said)
        for words in (
            "heading, @x, level 1",
            "vet vi allt.",
            f"region, {WEBINAR}",
            f"heading, {WEBINAR}, level 2",
            "Sänds klockan 10.",
            "3 februari 2026",
            "button, Dölj meddelandet Webbinarium",
            f"region, {CLOSED}",
            "heading, Fakta, level 2",
        )
    ]
    assert places == sorted(places)
    # Nothing shouts as the page opens.
    assert not [said for said in whole if said.startswith(("alert", "assertive"))]


def test_nothing_moves_when_the_page_has_been_drawn(page: Page) -> None:
    """What was put away is gone before the first drawing, and pictures have their room."""
    page.goto(PROJECT)
    button(page).click()
    page.goto(PROJECT)
    moved = page.evaluate(
        """() => new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            window.scrollTo(0, document.body.scrollHeight);
            const twice = (next) => requestAnimationFrame(() => requestAnimationFrame(next));
            twice(() => twice(() => done(sum)));
        })"""
    )
    assert moved < 0.01
