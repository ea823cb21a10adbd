"""The preview in a real browser: it follows each save, and its own pages are accessible."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from serving import (
    BROKEN,
    MISSPELLED,
    PATIENCE,
    Running,
    previewed,
    write_about,
    write_card,
    write_site,
)

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
    # Without `preload`, for which axe makes styles that the policy forbids.
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run({preload: false}).then(({violations}) => violations)"
    )
    # It can't tell that the way past the menu comes before a link in a shadow tree.
    skip = {"id": "region", "targets": [[".skip"]]}
    return [
        one
        for one in found
        if {"id": one["id"], "targets": [node["target"] for node in one["nodes"]]} != skip
    ]


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


# In a closed part, a field and a link, each after so much text that places would move.
RICH = "Se [kommunens webbplats](https://ekby.example.se/). " + LONG


def settled(page: Page) -> None:
    """Wait until the panel says that all is checked."""
    shown = page.locator("insyn-preview .opener, insyn-preview .panel").locator("visible=true")
    expect(shown.first).to_be_visible()
    expect(page.get_by_text("Resten av webbplatsen kontrolleras.")).to_have_count(0)


def test_focus_and_open_parts_are_kept(site: Path, running: Running, page: Page) -> None:
    write_about(site, RICH)
    page.goto(f"{running.address}om/")
    link = page.get_by_role("link", name="kommunens webbplats")
    link.wait_for()
    page.evaluate(
        "document.querySelectorAll('details').forEach((details) => { details.open = true })"
    )
    opened = page.locator("details[open]").count()
    link.focus()
    write_about(site, RICH.replace("Stycke 3 om huset.", "Nu är stycket nytt."))
    page.get_by_text("Nu är stycket nytt.").wait_for()
    expect(page.get_by_role("link", name="kommunens webbplats")).to_be_focused()
    assert page.locator("details[open]").count() == opened


def test_a_page_that_has_not_changed_is_left_alone(
    site: Path, running: Running, page: Page
) -> None:
    page.goto(f"{running.address}berattelser/huset/")
    settled(page)
    page.evaluate("window.untouched = true")
    write_card(site, BROKEN)
    expect(page.get_by_role("heading", name="1 fel att rätta")).to_be_visible()
    assert page.evaluate("window.untouched")
    write_about(site, "Nu är det rätt.")
    expect(page.get_by_role("heading", name="1 fel att rätta")).to_be_hidden()
    running.hear("klara")
    assert page.evaluate("window.untouched")


def test_mistakes_come_and_go_beside_the_page(site: Path, running: Running, page: Page) -> None:
    page.goto(f"{running.address}om/")
    settled(page)
    page.get_by_role("link", name="Kontakter").first.focus()
    write_card(site, BROKEN)
    panel = page.get_by_role("region", name="1 fel att rätta")
    expect(panel).to_be_visible()
    # The page stays beneath, and the focus where it was.
    expect(page.get_by_role("heading", level=1)).to_have_text("Om oss")
    expect(page.get_by_role("link", name="Kontakter").first).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="1 fel att rätta")).to_have_count(1)
    link = panel.get_by_role("link", name="Rad 2 i content/pages/om.md")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("content/pages/om.md")
    expect(page.locator("#L2")).to_contain_text("title: Om oss: fas 2")
    page.go_back()
    write_about(site, "Nu är det rätt.")
    page.get_by_text("Nu är det rätt.").wait_for()
    expect(page.get_by_role("region", name="1 fel att rätta")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("Om oss")


def test_the_panel_is_told_of_once_and_can_be_put_away(
    site: Path, running: Running, page: Page
) -> None:
    page.goto(f"{running.address}om/")
    settled(page)
    write_card(site, BROKEN)
    panel = page.get_by_role("region", name="1 fel att rätta")
    expect(panel).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="1 fel att rätta")).to_have_count(1)
    # By the keyboard alone: the panel comes right after the way past the menu.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="Stäng")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    opener = page.get_by_role("button", name="1 fel att rätta")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    # It stays away on the next page, and is not told of there.
    page.goto(f"{running.address}kontakter/")
    settled(page)
    expect(panel).to_be_hidden()
    page.wait_for_timeout(600)
    expect(page.locator("insyn-preview [role=status]")).to_have_text("")
    opener = page.get_by_role("button", name="1 fel att rätta")
    opener.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    expect(panel.get_by_role("button", name="Stäng")).to_be_focused()
    # Another mistake brings it back.
    page.keyboard.press("Escape")
    write_card(site, MISSPELLED)
    expect(page.get_by_role("region", name="2 fel att rätta")).to_be_visible()


def test_advice_is_a_button_and_not_in_the_way(site: Path, running: Running, page: Page) -> None:
    page.goto(f"{running.address}om/")
    settled(page)
    write_about(site, title="Om oss #1")
    opener = page.get_by_role("button", name="1 sak kan bli bättre")
    expect(opener).to_be_visible()
    expect(page.locator("insyn-preview .panel")).to_be_hidden()
    box = opener.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["width"] < 400
    # Nothing is hidden beneath it at the end of the page.
    page.keyboard.press("End")
    last = page.get_by_role("contentinfo").get_by_role("link").last
    last.focus()
    beneath = last.bounding_box()
    assert beneath is not None
    assert (
        beneath["y"] + beneath["height"] <= box["y"] or beneath["x"] + beneath["width"] <= box["x"]
    )


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
    settled(page)
    assert violations(page, axe_source) == []
    write_card(site, BROKEN)
    expect(page.get_by_role("region", name="1 fel att rätta")).to_be_visible()
    settled(page)
    assert violations(page, axe_source) == []
    source = "_insyn/file?path=content/pages/om.md#L2"
    page.goto(f"{running.address}{source}")
    assert violations(page, axe_source) == []
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("om/", source):
        page.goto(f"{running.address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{running.address}om/")
    settled(page)
    panel = page.locator("insyn-preview .panel")
    assert panel.evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")
    for control in panel.get_by_role("button").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    page.emulate_media(forced_colors="active")
    expect(panel.get_by_role("button", name="Stäng")).to_be_visible()
    border = "(panel) => getComputedStyle(panel).borderTopStyle"
    assert panel.evaluate(border) == "solid"


def test_a_place_in_a_file_can_be_copied(site: Path, running: Running, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{running.address}om/")
    settled(page)
    write_card(site, BROKEN)
    page.get_by_role("button", name="Kopiera content/pages/om.md:2").click()
    expect(
        page.get_by_role("status").filter(has_text="Kopierat: content/pages/om.md:2")
    ).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == "content/pages/om.md:2"


def test_the_preview_s_own_pages_are_good_html(
    site: Path, running: Running, html_faults: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    write_card(site, BROKEN)
    panel = running.panel("/om/", having="1 fel att rätta", without="kontrolleras")
    _, source = running.ask("/_insyn/file?path=content/pages/om.md")
    head = '<!doctype html><html lang="sv"><head><title>Panel</title></head><body>'
    head += "<main><h1>Sidan</h1></main>"
    # A stylesheet may stand where a shadow tree begins.
    panel = re.sub(r"<link[^>]*>", "", panel)
    (pages / "panel.html").write_text(f"{head}{panel}</body></html>", "utf-8")
    (pages / "source.html").write_text(source, "utf-8")
    broken = write_site(tmp_path / "broken")
    write_card(broken, BROKEN)
    with previewed(broken) as never_good:
        (pages / "problems.html").write_text(never_good.ask("/")[1], "utf-8")
    assert html_faults(pages) == []


def test_the_page_of_mistakes_is_accessible(tmp_path: Path, page: Page, axe_source: str) -> None:
    site = write_site(tmp_path / "broken")
    write_card(site, BROKEN)
    with previewed(site) as running:
        page.goto(running.address)
        expect(page.get_by_role("heading", level=1)).to_have_text("1 fel att rätta")
        assert violations(page, axe_source) == []
        write_about(site)
        expect(page.get_by_role("heading", level=1)).to_have_text("Se vad pengarna går till")
        page.goto("about:blank")
