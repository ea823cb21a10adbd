"""Seven questions that visitors come with, and the way to each answer.

Each way is walked four times in Swedish and in English: by the keyboard alone, without JavaScript,
in a window of 320 pixels, and by ear.  All ways begin on the start page, and follow links by the
words that they are called by.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from by_ear import Ear
from reading import plain

pytestmark = pytest.mark.slow

# More stops than any page has: whoever passes them all will not come to the link.
MANY_STOPS = 400


@dataclass(frozen=True)
class Journey:
    """A question, the links that lead to its answer, and words of the answer."""

    question: str
    start: str
    links: tuple[str, ...]
    answer: tuple[str, ...]


JOURNEYS = (
    Journey(
        "What happens in my municipality?",
        "/",
        ("Alla 45 kommuner", "Trelleborg", "Egenmakt"),
        ("I Trelleborg skulle människor som länge saknat arbete",),
    ),
    Journey(
        "What happens in my municipality?",
        "/en/",
        ("All 45 municipalities", "Trelleborg", "Empowerment (Egenmakt)"),
        ("In Trelleborg, people who had long been without work",),
    ),
    Journey(
        "What does it cost, and who pays?",
        "/",
        ("Vad projekten kostar och vem som betalar",),
        ("Av 24,0 miljoner kr kommer 9,6 miljoner kr från EU.", "Per region"),
    ),
    Journey(
        "What does it cost, and who pays?",
        "/en/",
        ("What the projects cost and who pays",),
        ("Of SEK 24.0 million, SEK 9.6 million comes from the EU.", "By region"),
    ),
    Journey("Who do I call?", "/", ("Kontakter", "Sydsverige"), ("Egenmakt", "0410-73 30 94")),
    Journey("Who do I call?", "/en/", ("Contacts", "South Sweden"), ("Egenmakt", "0410-73 30 94")),
    Journey(
        "Who works with whom?",
        "/",
        ("Partner", "ÖrebroBostäder AB"),
        ("ABF Örebro län", "Almi Företagspartner i Örebro"),
    ),
    Journey(
        "Who works with whom?",
        "/en/",
        ("Partners", "ÖrebroBostäder AB"),
        ("ABF Örebro län", "Almi Företagspartner i Örebro"),
    ),
    Journey(
        "Which projects worked with people who have been out of work for long?",
        "/",
        ("Människor som står långt från arbetsmarknaden",),
        ("Egenmakt", "Jobbpunkt Väst Örebro"),
    ),
    Journey(
        "Which projects worked with people who have been out of work for long?",
        "/en/",
        ("People far from the labour market",),
        ("Egenmakt", "Jobbpunkt Väst Örebro"),
    ),
    Journey(
        "How accessible are they?",
        "/",
        ("Tillgänglighet i projekten", "Lokaler"),
        ("Vid behov kunde en ledsagare anlitas",),
    ),
    Journey(
        "How accessible are they?",
        "/en/",
        ("Accessibility in the projects", "Premises"),
        ("a guide could be engaged",),
    ),
    Journey(
        "What came of them?",
        "/",
        ("Vad det blev av projekten",),
        ("Inget projekt har berättat vad det blev.", "minst 70 %"),
    ),
    Journey(
        "What came of them?",
        "/en/",
        ("What came of the projects",),
        ("No project has told what came of it.", "at least 70%"),
    ),
)
every_journey = pytest.mark.parametrize(
    "journey", JOURNEYS, ids=[f"{one.question} {one.start}" for one in JOURNEYS]
)


def opened(browser: Browser, address: str, journey: Journey, **context: Any) -> Page:
    page = browser.new_context(**context).new_page()
    page.goto(f"{address}{journey.start}")
    return page


def see_the_answer(page: Page, journey: Journey) -> None:
    for words in journey.answer:
        expect(page.get_by_role("main").get_by_text(words).first).to_be_visible()


def follow(page: Page, name: str) -> None:
    """Click the link called `name`, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=True).first.click()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the link called `name` has the focus."""
    wanted = page.get_by_role("link", name=name, exact=True).first
    target = wanted.evaluate("link => link.href")
    for _ in range(MANY_STOPS):
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.href, document.activeElement.innerText]")
        if focused[0] == target and focused[1].strip() == name:
            return
    raise AssertionError(f"Tab does not come to {name!r} on {page.url}")


@every_journey
def test_by_the_keyboard_alone(browser: Browser, address: str, journey: Journey) -> None:
    page = opened(browser, address, journey)
    for name in journey.links:
        tab_to(page, name)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    see_the_answer(page, journey)
    page.context.close()


@every_journey
def test_without_javascript(browser: Browser, address: str, journey: Journey) -> None:
    page = opened(browser, address, journey, java_script_enabled=False)
    for name in journey.links:
        follow(page, name)
    see_the_answer(page, journey)
    page.context.close()


@every_journey
def test_in_a_narrow_window(browser: Browser, address: str, journey: Journey) -> None:
    """Nothing scrolls sideways on the way (WCAG 2.2, 1.4.10)."""
    page = opened(browser, address, journey, viewport={"width": 320, "height": 640})
    for name in journey.links:
        follow(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, page.url
    see_the_answer(page, journey)
    page.context.close()


@every_journey
def test_by_ear(browser: Browser, address: str, journey: Journey, reader_source: str) -> None:
    page = browser.new_context(bypass_csp=True).new_page()
    ear = Ear(page, reader_source)
    ear.open(f"{address}{journey.start}")
    for name in journey.links:
        ear.jump_to("Link", f"link, {name}")
        ear.follow()
    heard = plain(" ".join(ear.whole()))
    for words in journey.answer:
        assert words in heard
    page.context.close()


@pytest.mark.parametrize(
    ("start", "words", "skip", "easy"),
    [
        ("/", "egenmakt trelleborg", "Hoppa till sökresultaten", "Lättläst: "),
        ("/en/", "empowerment trelleborg", "Skip to the search results", "Easy to read: "),
    ],
)
def test_the_results_are_a_few_keys_away_and_offer_easy_texts(  # noqa: PLR0913, PLR0917
    start: str, words: str, skip: str, easy: str, browser: Browser, address: str
) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(start)
        link = page.get_by_role("link", name=skip)
        page.get_by_role("searchbox").fill(words)
        page.keyboard.press("Enter")
        first = page.locator("[data-part=list] h3 a").first
        expect(first).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(first).to_be_focused()
        page.keyboard.press("Tab")
        offered = page.locator("[data-part=list] > li").first.get_by_role("link", name=easy)
        expect(offered).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/egenmakt-trelleborg/*/")
        expect(page.get_by_role("link", name=skip)).to_have_count(0)
        # Where there are no results there is nothing to go to.
        page.goto(f"{start}{'sok/' if start == '/' else 'search/'}?q=xyzzyqqq")
        expect(page.get_by_role("status")).not_to_be_empty()
        expect(link).to_be_hidden()
