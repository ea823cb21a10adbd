"""The reader's settings in a real browser: by keyboard, kept or not, on paper, without script."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from accessibility.engines import axe_faults
from accessibility.sight import cut_off, faint_edges, faint_texts
from browser.conftest import Opener

pytestmark = pytest.mark.slow

SETTINGS, ENGLISH = "/installningar/", "/en/settings/"
PROJECT = "/projekt/jobbpunkt-vast-orebro/"
REFUSED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("The user has refused it.", "SecurityError"); },
});"""
EVERYTHING = {
    "theme": "dark",
    "width": "short",
    "spacing": "wide",
    "motion": "none",
    "easy": "first",
}
# What is chosen when the body begins, and at the very first drawing, with the colour of the page.
FIRST_DRAWING = """new PerformanceObserver(() => {
    window.drawn ??= [{...document.documentElement.dataset},
        getComputedStyle(document.documentElement).backgroundColor];
}).observe({type: "paint", buffered: true});
new MutationObserver(() => {
    if (document.body) window.begun ??= {...document.documentElement.dataset};
}).observe(document, {childList: true, subtree: true});"""
DRAWN = """() => new Promise((done) => {
    const look = () => (window.drawn ? done(window.drawn) : requestAnimationFrame(look));
    look();
})"""
CHOICES = "({...document.documentElement.dataset})"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
PAPER, NIGHT, BLACK = "rgb(253, 252, 249)", "rgb(15, 21, 18)", "rgb(0, 0, 0)"
# Texts that stand closer than the spacing that a reader asks for (WCAG 2.2, 1.4.12).
TOO_TIGHT = """() => {
    const found = [];
    for (const element of document.body.querySelectorAll("*:not(svg *)")) {
        const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (!own || element.closest("script, template, option")) continue;
        const style = getComputedStyle(element), size = parseFloat(style.fontSize);
        if (parseFloat(style.lineHeight) < 1.5 * size - 0.1
            || parseFloat(style.letterSpacing) < 0.12 * size - 0.01
            || parseFloat(style.wordSpacing) < 0.16 * size - 0.01
            || (element.matches("p") && parseFloat(style.marginBlockEnd) < 2 * size - 0.1))
            found.push(element.outerHTML.slice(0, 100));
    }
    return found;
}"""


@pytest.fixture
def opened(opened: Opener, address: str) -> Opener:
    """Opens contexts in which these settings are `chosen`."""

    def open_context(chosen: Mapping[str, str] | None = None, **options: Any) -> BrowserContext:
        kept = [{"name": "insyn-settings", "value": json.dumps(chosen)}] if chosen else []
        origins = [{"origin": address, "localStorage": kept}]
        return opened(storage_state={"cookies": [], "origins": origins}, **options)

    return open_context


def radio(page: Page, group: str, choice: str) -> Locator:
    return page.get_by_role("group", name=group).get_by_role("radio", name=choice, exact=True)


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("the keyboard never came there")


def count_announcements(page: Page) -> None:
    page.evaluate("""() => {
        window.said = [];
        new MutationObserver(() =>
            window.said.push(document.querySelector("[role=status]").textContent)
        ).observe(document.querySelector("[role=status]"), {childList: true, subtree: true});
    }""")


def test_by_keyboard_alone_and_kept_on_every_page_in_both_languages(opened: Opener) -> None:
    context = opened(color_scheme="light")
    context.add_init_script(FIRST_DRAWING)
    page = context.new_page()
    asked: list[str] = []
    page.goto("/")
    tab_to(page, page.get_by_role("link", name="Inställningar"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{SETTINGS}")
    count_announcements(page)
    page.on("request", lambda request: asked.append(request.url))
    status = page.get_by_role("status")
    expect(status).to_be_empty()
    expect(radio(page, "Färger", "Som i min enhet")).to_be_checked()

    tab_to(page, radio(page, "Färger", "Som i min enhet"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(status).to_have_text("Färger: Mörkt. Det är sparat.")
    assert page.evaluate(GROUND) == NIGHT
    for group, choice in (
        ("Radernas längd", "Korta rader"),
        ("Avstånd", "Större avstånd mellan bokstäver, ord och rader"),
        ("Rörelse", "Ingen rörelse"),
        ("Lättläst", "Lättläst först"),
    ):
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        expect(radio(page, group, choice)).to_be_focused()
        expect(status).to_have_text(f"{group}: {choice}. Det är sparat.")
    # Each was said, once; light on the way to dark.
    assert len(page.evaluate("said")) == 6
    assert asked == []

    for path in (ENGLISH, PROJECT):
        page.goto(path)
        assert page.evaluate("begun") == EVERYTHING
        assert page.evaluate(DRAWN) == [EVERYTHING, NIGHT]
        colours = page.locator("meta[name=theme-color]")
        assert [one.get_attribute("media") for one in colours.all()] == ["not all", "all"]
        if path == ENGLISH:
            expect(
                radio(page, "Spacing", "More space between letters, words and lines")
            ).to_be_checked()
            expect(page.get_by_role("status")).to_be_empty()

    # Back to what holds without a choice.
    page.goto(SETTINGS)
    button = page.get_by_role("button", name="Återställ alla inställningar")
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Allt är som det var från början.")
    expect(button).to_be_focused()
    assert page.evaluate(CHOICES) == {}
    assert page.evaluate(GROUND) == PAPER
    assert page.evaluate("localStorage.length") == 0
    expect(radio(page, "Färger", "Som i min enhet")).to_be_checked()


def test_without_a_choice_the_page_follows_the_device_while_it_is_read(opened: Opener) -> None:
    page = opened(color_scheme="light").new_page()
    page.goto(SETTINGS)
    assert page.evaluate(GROUND) == PAPER
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(GROUND) == NIGHT
    # A choice holds against the device; and the way back is a choice too.
    radio(page, "Färger", "Ljust").check()
    assert page.evaluate(GROUND) == PAPER
    page.emulate_media(color_scheme="light", contrast="more")
    soft = page.locator(".help").first
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert soft.evaluate("element => getComputedStyle(element).color") == ink
    radio(page, "Färger", "Hög kontrast: vitt och gult på svart").check()
    assert page.evaluate(GROUND) == BLACK
    radio(page, "Färger", "Som i min enhet").check()
    assert page.evaluate(GROUND) == PAPER
    # Another tab follows.
    other = page.context.new_page()
    other.goto("/")
    radio(page, "Färger", "Mörkt").check()
    other.bring_to_front()
    expect(other.locator("html")).to_have_attribute("data-theme", "dark")


def test_where_nothing_is_kept_the_page_says_so_and_changes_all_the_same(opened: Opener) -> None:
    context = opened(color_scheme="light")
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto(SETTINGS)
    radio(page, "Färger", "Mörkt").check()
    expect(page.get_by_role("status")).to_have_text(
        "Färger: Mörkt. Din webbläsare sparar ingenting, så det gäller bara på den här sidan."
    )
    assert page.evaluate(GROUND) == NIGHT
    page.reload()
    expect(radio(page, "Färger", "Som i min enhet")).to_be_checked()
    assert page.evaluate(GROUND) == PAPER


def test_what_is_not_understood_counts_as_no_choice(opened: Opener) -> None:
    page = opened(color_scheme="light").new_page()
    page.goto(SETTINGS)
    for kept in ("not JSON", "null", "3", '{"theme": "pink", "spacing": 7}'):
        page.evaluate("(kept) => localStorage.setItem('insyn-settings', kept)", kept)
        page.reload()
        assert page.evaluate(GROUND) == PAPER
        expect(radio(page, "Färger", "Som i min enhet")).to_be_checked()
        expect(radio(page, "Avstånd", "Vanligt avstånd")).to_be_checked()


def test_without_script_the_page_says_what_holds_and_offers_nothing_dead(opened: Opener) -> None:
    page = opened(java_script_enabled=False, viewport={"width": 320, "height": 568}).new_page()
    page.goto(ENGLISH)
    main = page.get_by_role("main")
    expect(main.get_by_text("The settings need JavaScript")).to_be_visible()
    expect(main.get_by_text("Nothing is sent, and there are no cookies.")).to_be_visible()
    assert page.get_by_role("radio").count() == 0
    assert page.get_by_role("button").count() == 0
    page.goto(PROJECT)
    assert page.get_by_role("link", name="Läs den lättlästa versionen").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_nothing_is_faint_or_cut_off_and_axe_is_silent_with_everything_chosen(
    opened: Opener, axe_source: str, theme: str
) -> None:
    """Each theme with wide spacing, short lines and easy-to-read first, against its device."""
    device = "dark" if theme == "light" else "light"
    page = opened({**EVERYTHING, "theme": theme}, bypass_csp=True, color_scheme=device).new_page()
    for path in (SETTINGS, PROJECT, "/pengar/", "/en/projects/"):
        page.goto(path)
        assert axe_faults(page, axe_source) == [], path
        assert [*faint_texts(page), *faint_edges(page), *cut_off(page)] == [], path


def test_wide_spacing_and_short_lines_are_what_they_say_and_fit_a_narrow_window(
    opened: Opener,
) -> None:
    page = opened(EVERYTHING, viewport={"width": 1280, "height": 900}).new_page()
    for path in (SETTINGS, PROJECT, "/projekt/", "/pengar/", "/", "/projekt/tabell/"):
        page.goto(path)
        assert page.evaluate(TOO_TIGHT) == [], path
        page.set_viewport_size({"width": 320, "height": 568})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.set_viewport_size({"width": 1280, "height": 900})


def test_short_lines_are_shorter(opened: Opener) -> None:
    widths = []
    for chosen in ({}, {"width": "short"}):
        page = opened(chosen, viewport={"width": 1280, "height": 900}).new_page()
        page.goto(PROJECT)
        box = page.locator("main .prose p").first.bounding_box()
        assert box is not None
        widths.append(box["width"])
    assert widths[1] < 0.75 * widths[0]


def test_easy_to_read_comes_first_where_there_is_such_a_text(opened: Opener) -> None:
    page = opened({"easy": "first"}, viewport={"width": 320, "height": 568}).new_page()
    page.goto(PROJECT)
    link = page.get_by_role("link", name="Läs den lättlästa versionen")
    expect(link).to_be_visible()
    # Right after the h1, for the eye, the ear and the keyboard.
    assert link.evaluate("a => a.parentElement.previousElementSibling.matches('h1')")
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.goto("/projekt/")
    entry = page.get_by_role("listitem").filter(has=page.locator(f'h2 a[href="{PROJECT}"]'))
    links = entry.get_by_role("link")
    expect(links).to_have_text(["Jobbpunkt Väst Örebro", re.compile("^Lättläst: ")])
    links.last.click()
    page.wait_for_url(f"**{PROJECT}lattlast/")
    # The whole text is a link away, and stays the whole text.
    page.go_back()
    links.first.click()
    page.wait_for_url(f"**{PROJECT}")


def test_paper_and_forced_colours_keep_their_own(opened: Opener) -> None:
    page = opened({**EVERYTHING, "theme": "contrast"}, color_scheme="light").new_page()
    page.goto(PROJECT)
    text = page.locator("main .prose p").first
    look = """element => { const style = getComputedStyle(element);
        return [style.color, style.letterSpacing, style.backgroundColor]; }"""
    assert text.evaluate(look)[0] == "rgb(255, 255, 255)"
    page.emulate_media(media="print")
    assert text.evaluate(look) == ["rgb(0, 0, 0)", "normal", "rgba(0, 0, 0, 0)"]
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen", forced_colors="active")
    assert text.evaluate(look)[0] == "rgb(0, 0, 0)"  # that of this browser's forced colours
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"


def test_no_motion_holds_against_the_device(opened: Opener) -> None:
    context = opened(reduced_motion="no-preference")
    page = context.new_page()
    page.goto(SETTINGS)
    link = page.get_by_role("link", name="Hjälp").first
    duration = "element => getComputedStyle(element).transitionDuration"
    assert link.evaluate(duration) != "0s"
    radio(page, "Rörelse", "Ingen rörelse").check()
    assert set(link.evaluate(duration).split(", ")) == {"0s"}
