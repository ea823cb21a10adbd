"""Words and easy-to-read texts in a browser: by keyboard alone, without script, line by line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

PROJECTS = ("/projekt/motesplats-mtg/", "/en/projects/motesplats-mtg/")
EASY = (
    "/projekt/motesplats-mtg/lattlast/",
    "/en/projects/egenmakt-trelleborg/easy-to-read/",
    "/berattelser/egenmakt-i-baronbackarna/lattlast/",
)
WIDTHS = (320, 768, 1440)
LONGEST_LINE = 55

# The length of the longest line of text as it is set, in characters.
LINES = """
() => {
  const lines = [];
  for (const block of document.querySelectorAll(".easy .prose p, .easy .prose li, .easy .lead")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let line = "", top = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        if (top !== null && Math.abs(box.top - top) > 5) { lines.push(line.trim()); line = ""; }
        top = box.top;
        line += node.data[at];
      }
    }
    lines.push(line.trim());
  }
  return lines;
}
"""


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    """A page on a narrow screen, without script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 568})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PROJECTS)
def test_a_word_is_looked_up_and_the_way_back_found_by_keyboard(
    path: str, address: str, unscripted: Page
) -> None:
    page = unscripted
    page.goto(f"{address}{path}")
    mark = page.locator("a.term").nth(2)
    word = mark.get_attribute("href") or ""
    mark.focus()
    page.keyboard.press("Enter")
    explanation = page.locator(word)
    expect(explanation).to_be_in_viewport()
    page.keyboard.press("Tab")
    back = page.locator(f".words div:has(> {word}) .back a")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


@pytest.mark.parametrize("path", PROJECTS)
def test_the_easy_version_is_reached_from_the_top_and_leads_back(
    path: str, address: str, unscripted: Page
) -> None:
    page = unscripted
    page.goto(f"{address}{path}")
    page.locator(".head .also a[href^='/']").first.press("Enter")
    expect(page.locator(".easy h1")).to_be_visible()
    assert page.locator("h1").count() == 1
    page.locator(".easy .in-head a").press("Enter")
    expect(page).to_have_url(f"{address}{path}")


def test_a_word_s_name_says_that_an_explanation_follows(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/projekt/jobbpunkt-vast-orebro/")
    page.get_by_role("link", name="coachning: förklaring", exact=True).click()
    expect(page.locator("dt:target")).to_have_text("coachning")
    page.get_by_role("link", name="Tillbaka till ”coachning” i texten").click()
    expect(page.locator("a.term:target")).to_have_text("coachning")
    page.close()


@pytest.mark.parametrize("path", EASY)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_lines_of_an_easy_text_are_short(
    width: int, path: str, address: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}{path}")
    lines = page.evaluate(LINES)
    assert len(lines) > 20
    assert [line for line in lines if len(line) > LONGEST_LINE] == []
    size, body = (
        page.locator(place).first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        for place in (".easy .prose p", "footer p")
    )
    assert size > body
    page.close()
