"""What a search tells those who don't see it happen: one message, in a region that stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from accessibility.conftest import WIDE, Faulty

pytestmark = pytest.mark.slow

BROWSER = "own measurement in Chromium"

# Notes each message in any live region, and whether the first region is still the same element.
LISTEN = """() => {
    const live = "[role=status], [role=alert], [aria-live]:not([aria-live=off])";
    window.firstRegion = document.querySelector(live);
    window.messages = [];
    const told = new Map();
    new MutationObserver(() => {
        for (const region of document.querySelectorAll(live)) {
            const text = region.textContent.trim();
            if (text && told.get(region) !== text) window.messages.push(text);
            told.set(region, text);
        }
    }).observe(document.body, {childList: true, characterData: true, subtree: true});
}"""


def misannounced(page: Page, words: str) -> list[str]:
    """What is wrong with what is announced when one searches for `words` and then for nonsense."""
    faults = []
    page.evaluate(LISTEN)
    field = page.get_by_role("searchbox").first
    for number, asked in enumerate((words, "qqzzxx"), start=1):
        field.fill(asked)
        field.press("Enter")
        expect(page).to_have_title(re.compile(asked), timeout=20_000)
        page.wait_for_load_state("networkidle")
        if (said := page.evaluate("window.messages.length")) != number:
            faults.append(f"{said} messages after {number} searches")
    if not page.evaluate("window.firstRegion && window.firstRegion.isConnected"):
        faults.append("the region was replaced")
    if not all(page.evaluate("window.messages.map(text => /\\d|Inga|No /.test(text))")):
        faults.append("a message does not say how many there are")
    return faults


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own: the search leaves its words in the address."""
    with browser.new_context(viewport=WIDE) as context:
        yield context.new_page()


@pytest.mark.row(38, tool=BROWSER)
@pytest.mark.parametrize(
    ("path", "words"), [("/sok/", "arbete"), ("/en/search/", "work")], ids=["sv", "en"]
)
def test_a_search_is_announced_once(page: Page, address: str, path: str, words: str) -> None:
    page.goto(f"{address}{path}")
    assert misannounced(page, words) == []


# Where else something is announced: what the reader does there, and the beginning of what is said.
def narrow(page: Page) -> None:
    filters = page.locator("[data-part=filters]")
    filters.locator("summary").first.click()
    filters.locator("details summary").first.click()
    filters.get_by_role("checkbox").first.check()


def choose(page: Page) -> None:
    page.locator("input[type=radio][value=dark]").check()


@pytest.mark.row(38, tool=BROWSER)
@pytest.mark.parametrize(
    ("path", "deed", "said"),
    [
        ("/projekt/", narrow, r"^\d+ träff"),
        ("/en/projects/", narrow, r"^\d+ result"),
        ("/installningar/", choose, r"^Färger: Mörkt\."),
        ("/en/settings/", choose, r"^Colours: Dark\."),
    ],
)
def test_what_a_choice_changes_is_announced_once(
    page: Page, address: str, path: str, deed: Callable[[Page], None], said: str
) -> None:
    page.goto(f"{address}{path}")
    page.evaluate(LISTEN)
    deed(page)
    expect(page.get_by_role("status")).to_have_text(re.compile(said), timeout=20_000)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.messages.length") == 1
    assert page.evaluate("window.firstRegion.isConnected")


REPLACED = """<script>
addEventListener("DOMContentLoaded", () => {
    const region = document.querySelector("[role=status]");
    new MutationObserver((_, watch) => {
        watch.disconnect();
        region.replaceWith(region.cloneNode(true));
    }).observe(region, {childList: true, characterData: true, subtree: true});
});
</script></head>"""
TWICE = """<script>
addEventListener("DOMContentLoaded", () => {
    const other = document.body.appendChild(document.createElement("p"));
    other.setAttribute("role", "status");
    new MutationObserver(() => { other.textContent = document.title; })
        .observe(document.querySelector("title"), {childList: true});
});
</script></head>"""


@pytest.mark.seeded(38, tool=BROWSER)
@pytest.mark.parametrize("script", [REPLACED, TWICE], ids=["replaced", "twice"])
def test_a_wrong_announcement_is_noticed(faulty: Faulty, script: str) -> None:
    assert misannounced(faulty("/sok/", "</head>", script), "arbete")


@pytest.mark.seeded(38, tool=BROWSER)
def test_a_region_that_is_none_is_noticed(faulty: Faulty) -> None:
    assert misannounced(faulty("/sok/", 'role="status"', 'class="status"'), "arbete")
