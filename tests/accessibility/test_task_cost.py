"""How many keys the journeys take: with a screen reader, and with the keyboard alone.

Those with a screen reader are counted in the transcripts of Orca; those with the keyboard are
pressed here.  The table of both is `docs/task-cost.md`:

    .venv/bin/pytest tests/accessibility/test_task_cost.py --update-golden
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from orca.journeys import JOURNEYS, WORDS
from reading import ROOT

TABLE = ROOT / "docs" / "task-cost.md"
LANGUAGES = ("sv", "en")
PRESSES_TO_A_NUMBER = 12
PRESSES_TO_A_RESULT = 8
MOST = 200  # presses

FOCUSED = """() => {
    const e = document.activeElement;
    return [e.labels?.[0]?.innerText ?? "", e.getAttribute("aria-label") ?? "", e.innerText ?? ""]
        .join(" ").replace(/\\s+/g, " ").trim();
}"""


@dataclass
class Hands:
    """Somebody who sees, and has only the keyboard."""

    page: Page
    presses: int = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.presses += 1

    def tab_to(self, name: str, key: str = "Tab") -> None:
        for _ in range(MOST):
            self.press(key)
            if name in self.page.evaluate(FOCUSED):
                return
        raise AssertionError(f"{key} does not come to {name!r} on {self.page.url}")

    def follow(self, name: str) -> None:
        self.tab_to(name)
        with self.page.expect_navigation():
            self.press("Enter")

    def skip(self) -> None:
        """Go to the content by the first link of the page."""
        self.press("Tab")
        self.press("Enter")

    def skip_to(self, name: str) -> None:
        """Go on by the link of this `name` at the top of the page."""
        self.tab_to(name)
        self.press("Enter")


Words = Mapping[str, str]


def find_a_project(hands: Hands, words: Words) -> None:
    hands.page.goto(words["start"])
    hands.follow(words["menu projects"])
    hands.skip()
    hands.follow(words["project title"])


def search(hands: Hands, words: Words) -> None:
    hands.page.goto(words["start"])
    hands.skip()
    hands.tab_to(words["field"])
    hands.page.keyboard.type(words["search"])
    with hands.page.expect_navigation():
        hands.press("Enter")
    third = hands.page.locator('[data-part="list"] h3 a').nth(2)
    expect(third).to_be_visible()
    hands.skip_to(words["results"])
    hands.follow(third.inner_text())


def read_facts_and_budget(hands: Hands, words: Words) -> None:
    hands.page.goto(words["project"])
    hands.skip()
    hands.tab_to(words["budget"])
    hands.press("Enter")


def filter_the_list(hands: Hands, words: Words) -> None:
    hands.page.goto(words["project list"])
    hands.skip()
    hands.tab_to(words["filters"])
    hands.press("Enter")
    hands.tab_to(words["region"])
    hands.press("Enter")
    expect(hands.page.get_by_role("checkbox", name=words["west"])).to_be_visible()
    hands.tab_to(words["west"])
    hands.press("Space")
    expect(hands.page.get_by_role("button", name=words["remove"])).to_be_visible()
    hands.tab_to(words["remove"], "Shift+Tab")
    hands.press("Enter")


def switch_language(hands: Hands, words: Words) -> None:
    hands.page.goto(words["project"])
    hands.follow(words["other language"])


def whom_to_call(hands: Hands, words: Words) -> None:
    hands.page.goto(words["start"])
    hands.follow(words["menu contacts"])
    hands.skip()
    hands.tab_to("019-19 44 14")


def put_a_notice_away(hands: Hands, words: Words) -> None:
    hands.page.goto(words["start"])
    hands.skip()
    hands.tab_to(words["hide"])
    hands.press("Enter")


def page_not_found(hands: Hands, words: Words) -> None:
    hands.page.goto(words["lost"])
    hands.skip()
    hands.follow(words["menu projects"])


BY_HAND: Mapping[str, Callable[[Hands, Words], None]] = {
    "find-a-project": find_a_project,
    "search": search,
    "facts-and-budget": read_facts_and_budget,
    "filter": filter_the_list,
    "switch-language": switch_language,
    "whom-to-call": whom_to_call,
    "notice": put_a_notice_away,
    "not-found": page_not_found,
}


def by_hand(browser: Browser, address: str, journey: str, language: str) -> int:
    with browser.new_context(base_url=address) as context:
        hands = Hands(context.new_page())
        BY_HAND[journey](hands, WORDS[language])
        return hands.presses


def table(presses: Mapping[tuple[str, str], int]) -> str:
    """The page of the guide; `presses` are those with the keyboard, by journey and language."""
    number = max(JOURNEYS[5].presses(language) for language in LANGUAGES)
    result = max(JOURNEYS[1].heard(language).presses_after_typing for language in LANGUAGES)
    goal = "From the start page to any project's phone number, by headings and landmarks"
    lines = [
        "# What a task costs",
        "",
        "How many keys are pressed until a task is done, on the site of this repository. Letters",
        "that are typed do not count. The tests write this page and hold it to what they count;",
        "so do not change it by hand.",
        "",
        "- **By ear:** with the screen reader Orca in Chromium, by headings, landmarks and links.",
        "  What was pressed and heard is in [tests/golden/orca/](../tests/golden/orca/).",
        "- **By hand:** with the keyboard alone, by Tab, Enter and Space, without a screen reader.",
        "",
        "| Task | By ear, Swedish | By ear, English | By hand, Swedish | By hand, English |",
        "|---|--:|--:|--:|--:|",
    ]
    for journey in JOURNEYS:
        ear = [str(journey.presses(language)) for language in LANGUAGES]
        hand = [str(presses[journey.name, language]) for language in LANGUAGES]
        lines.append(f"| {' | '.join([journey.aim, *ear, *hand])} |")
    lines += [
        "",
        "To read facts and budget by ear is to hear every line and every cell: it is the longest.",
        "",
        "## The goals",
        "",
        "| Goal | At most | Now |",
        "|---|--:|--:|",
        f"| {goal} | {PRESSES_TO_A_NUMBER} | {number} |",
        f"| From the typed words to an opened result | {PRESSES_TO_A_RESULT} | {result} |",
        "",
        "The number of every project on the start page is tried by `make test-orca`; the last of",
        f"them takes {PRESSES_TO_A_NUMBER} presses. The table has the third.",
        "",
    ]
    return "\n".join(lines)


@pytest.mark.slow
def test_the_table_has_what_is_counted(
    browser: Browser, address: str, request: pytest.FixtureRequest
) -> None:
    presses = {
        (journey.name, language): by_hand(browser, address, journey.name, language)
        for journey in JOURNEYS
        for language in LANGUAGES
    }
    counted = table(presses)
    if request.config.getoption("--update-golden"):
        TABLE.write_text(counted, encoding="utf-8")
    assert counted == TABLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_goals_are_met(language: str) -> None:
    journeys = {journey.name: journey for journey in JOURNEYS}
    assert journeys["whom-to-call"].presses(language) <= PRESSES_TO_A_NUMBER
    assert journeys["search"].heard(language).presses_after_typing <= PRESSES_TO_A_RESULT
