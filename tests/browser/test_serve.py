"""The preview in a real browser: it follows each save, and its own pages are accessible."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from serving import BROKEN, PATIENCE, Running, previewed, write_about, write_card, write_site

pytestmark = pytest.mark.slow

LONG = "\n\n".join(f"Stycke {number} om huset." for number in range(200))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page; whatever it complains of (the policy above all) fails the test."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # The page of mistakes comes with the status 503, which Chromium mentions.
        if message.type in ("error", "warning") and "503" not in message.text:
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site")


@pytest.fixture
def running(site: Path) -> Iterator[Running]:
    with previewed(site) as running:
        yield running


def violations(page: Page, axe_source: str) -> list[dict[str, Any]]:
    page.evaluate(axe_source)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(({violations}) => violations)")
    return found


def test_a_save_reloads_the_page_and_keeps_the_place_on_it(
    site: Path, running: Running, page: Page
) -> None:
    write_about(site, LONG)
    page.goto(f"{running.address}om/")
    page.get_by_text("Stycke 150 om huset.").wait_for()
    page.evaluate("scrollTo({top: 2500, behavior: 'instant'})")
    write_about(site, LONG.replace("Stycke 150 om huset.", "Nu är stycket nytt."))
    page.get_by_text("Nu är stycket nytt.").wait_for()
    page.wait_for_load_state("load")
    tries = PATIENCE * 20
    while abs(page.evaluate("scrollY") - 2500) > 2:  # the policy forbids wait_for_function
        tries -= 1
        assert tries, "the page is at another place"
        page.wait_for_timeout(50)


def test_mistakes_come_and_go_by_themselves(site: Path, running: Running, page: Page) -> None:
    page.goto(f"{running.address}om/")
    write_card(site, BROKEN)
    expect(page.get_by_role("heading", level=1)).to_have_text("1 fel att rätta", timeout=60_000)
    expect(page).to_have_title("1 fel att rätta – Förhandsvisning")
    write_about(site, "Nu är det rätt.")
    page.get_by_text("Nu är det rätt.").wait_for()
    expect(page.get_by_role("heading", level=1)).to_have_text("Om oss")


def test_one_can_walk_about_in_the_last_good_site(site: Path, running: Running, page: Page) -> None:
    page.goto(f"{running.address}om/")
    write_card(site, BROKEN)
    page.get_by_role("link", name="Visa den senaste versionen som fungerade").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Om oss")
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Kontakter").click()
    expect(page).to_have_url(f"{running.address}kontakter/?last-good")
    expect(page.get_by_role("complementary", name="Förhandsvisning")).to_be_visible()
    page.get_by_role("link", name="Visa felet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 fel att rätta")


def test_a_page_out_of_sight_lets_go_and_catches_up_when_seen(
    site: Path, running: Running, page: Page, browser: Browser
) -> None:
    page.goto(f"{running.address}om/")
    see = """(state) => {
        Object.defineProperty(document, "visibilityState", {value: state, configurable: true});
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(see, "hidden")
    other = browser.new_page()
    other.goto(f"{running.address}om/")
    write_about(site, "Nu är det annorlunda.")
    other.get_by_text("Nu är det annorlunda.").wait_for()
    other.close()
    expect(page.get_by_text("Så här är det.")).to_be_visible()
    page.evaluate(see, "visible")
    page.get_by_text("Nu är det annorlunda.").wait_for()


def test_the_search_works(running: Running, page: Page) -> None:
    page.goto(f"{running.address}sok/?q=huset")
    expect(page.get_by_role("link", name="Berättelsen om huset")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_s_own_pages_are_accessible(
    site: Path, running: Running, page: Page, axe_source: str, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{running.address}om/")
    write_card(site, BROKEN)
    page.get_by_text("1 fel att rätta").wait_for()
    assert violations(page, axe_source) == []
    page.goto(f"{running.address}om/?last-good")
    assert violations(page, axe_source) == []
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("om/", "om/?last-good"):
        page.goto(f"{running.address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_preview_s_own_pages_are_good_html(
    site: Path, running: Running, html_faults: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    _, before = running.ask("/om/")
    write_card(site, BROKEN)
    running.wait_for_news(before)
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, path in [("problems", "/om/"), ("last-good", "/om/?last-good")]:
        (pages / f"{name}.html").write_text(running.ask(path)[1], "utf-8")
    assert html_faults(pages) == []
