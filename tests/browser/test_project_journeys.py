"""Who do I call?  Who works with whom?  How accessible are the projects?

Each question is answered by the keyboard alone, without script, in a window of 320 pixels, in both
languages, by someone who begins at the start page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

# The focused link's own text as one sees it, and whether one does see it.
FOCUSED = """() => {
    const link = document.activeElement;
    if (!link || link === document.body) return null;
    const box = link.getBoundingClientRect();
    return {
        text: link.innerText.trim(),
        href: link.getAttribute("href"),
        seen: box.width > 0 && box.left >= 0 && box.right <= innerWidth,
    };
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def tab_to(page: Page, text: str, within: str = "") -> str:
    """Press Tab until the link `text` has the focus, as in `within` if given; its address."""
    for _ in range(250):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        inside = not within or page.locator(within).locator(":focus").count()
        if stop and stop["text"] == text and inside:
            assert stop["seen"], f"{text} is focused where nobody sees it"
            return str(stop["href"])
    pytest.fail(f"the Tab key never reached {text}")


def follow(page: Page, text: str, heading: str, within: str = "") -> None:
    """Go to the page that the link `text` leads to, which is called `heading`."""
    tab_to(page, text, within)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    wide = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wide, f"{heading} scrolls sideways"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_who_do_i_call(page: Page, address: str, language: str) -> None:
    swedish = language == "sv"
    page.goto(f"{address}/" if swedish else f"{address}/en/")
    follow(page, *(("Kontakter", "Kontakter") if swedish else ("Contacts", "Contacts")))
    assert tab_to(page, "0410-73 30 94") == "tel:+46-410-73-30-94"
    assert tab_to(page, "ola.johnsson@trelleborg.se") == "mailto:ola.johnsson@trelleborg.se"
    follow(
        page,
        *(
            ("Västsverige", "Kontakter i Västsverige")
            if swedish
            else ("West Sweden", "Contacts in West Sweden")
        ),
    )
    assert tab_to(page, "0515-29 35 05") == "tel:+46-515-29-35-05"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_who_works_with_whom(page: Page, address: str, language: str) -> None:
    swedish = language == "sv"
    page.goto(f"{address}/" if swedish else f"{address}/en/")
    follow(page, *(("Partner", "Partner") if swedish else ("Partners", "Partners")))
    follow(page, "ÖrebroBostäder AB", "ÖrebroBostäder AB")
    heading = page.get_by_role(
        "heading", name="Arbetar tillsammans med" if swedish else "Works with", exact=True
    )
    expect(heading).to_be_visible()
    others = page.get_by_role("main").locator("section", has=heading).get_by_role("listitem")
    expect(others.filter(has_text="Örebro Folkhögskola")).to_contain_text(
        "1 projekt" if swedish else "1 project"
    )
    follow(page, "Örebro Folkhögskola", "Örebro Folkhögskola")
    # It works both ways.
    assert tab_to(page, "ÖrebroBostäder AB").endswith("/orebrobostader/")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_how_accessible_are_they(page: Page, address: str, language: str) -> None:
    swedish = language == "sv"
    page.goto(f"{address}/" if swedish else f"{address}/en/")
    title = "Tillgänglighet i projekten" if swedish else "Accessibility in the projects"
    follow(page, title, title)
    counted = (
        "3 av 4 projekt berättar om lokaler."
        if swedish
        else ("3 of 4 projects tell about premises.")
    )
    expect(page.get_by_role("main")).to_contain_text(counted)
    side = "Lokaler" if swedish else "Premises"
    follow(page, side, "Tillgänglighet: lokaler" if swedish else "Accessibility: premises", "main")
    expect(page.get_by_role("main")).to_contain_text(counted)
    project = "Egenmakt" if swedish else "Empowerment (Egenmakt)"
    follow(page, project, project)
    tab_to(page, side, "dl")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#{side.lower()}$"))
    expect(page.locator(f"h3#{side.lower()}")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_missing(page: Page, address: str, language: str) -> None:
    swedish = language == "sv"
    page.goto(
        f"{address}/tillganglighet-i-projekten/"
        if swedish
        else f"{address}/en/accessibility-in-projects/"
    )
    follow(
        page,
        *(
            ("1 projekt berättar inget om lokaler", "Projekt som inte berättar om lokaler")
            if swedish
            else (
                "1 project says nothing about premises",
                "Projects that say nothing about premises",
            )
        ),
    )
    page.get_by_role("main").locator("h2 a").first.focus()
    page.keyboard.press("Enter")
    told = "Berättar inget om tillgänglighet" if swedish else "Says nothing about accessibility"
    fact = page.locator("dl.facts > div", has=page.get_by_text(told, exact=True))
    expect(fact).to_contain_text("Lokaler" if swedish else "Premises")


def test_the_phases_of_an_effort(page: Page, corners: str) -> None:
    """The same chain on each of its projects; where one is, is marked and said."""
    page.goto(f"{corners}/projekt/bara-kontakt/")
    heading = page.get_by_role("heading", name="Faser i samma satsning")
    phases = page.locator("section", has=heading).get_by_role("listitem")
    expect(phases).to_have_count(2)
    expect(phases.nth(0)).to_have_attribute("aria-current", "true")
    expect(phases.nth(0)).to_contain_text("Du är här")
    follow(page, "@x", "@x", "ol.phases")
    expect(phases).to_have_count(2)
    expect(phases.nth(1)).to_have_attribute("aria-current", "true")
    expect(phases.nth(0)).not_to_have_attribute("aria-current", "true")
    follow(page, "Bara en adress", "Bara en adress", "ol.phases")


def test_on_paper_a_page_says_whose_it_is_where_it_is_and_of_when(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/projekt/egenmakt-trelleborg/")
    page.emulate_media(media="print")
    for hidden in (".site-nav", ".take-away ul", ".contents", ".site-footer nav"):
        expect(page.locator(hidden).first).to_be_hidden()
    added = """([selector, part]) =>
        getComputedStyle(document.querySelector(selector), part).content"""
    assert "Insyn – demonstrationssajt" in page.evaluate(added, [".brand", "::after"])
    foot = page.evaluate(added, [".site-footer", "::after"])
    assert "https://insyn.example.se/projekt/egenmakt-trelleborg/" in foot
    assert "2026" in foot
    page.close()
