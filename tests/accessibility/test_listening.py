"""Rows 7 and 8: what a screen reader is given and says, as texts that a person can read.

`tests/golden/` has Playwright's aria snapshots: roles, names and order, as the browser hands them
to assistive technology.  `tests/golden/speech/` has what the virtual screen reader says, a phrase
for each stop; whether a box is ticked it takes from the HTML as it came, the snapshot from the page
as it is.  A change is right only if it reads right; then keep it:

    .venv/bin/pytest tests/accessibility/test_listening.py --update-golden
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from accessibility.conftest import Faulty, by_language
from accessibility.listening import nonsense, transcript
from accessibility.states import STATES
from by_ear import Ear
from reading import PAGE_KINDS, ROOT

pytestmark = pytest.mark.slow

GOLDEN = ROOT / "tests" / "golden"
SPEECH = GOLDEN / "speech"
# The parts of these states are heard in others: ten results, and a project with the link to its
# easy version first.
HEARD_ELSEWHERE = {"search-results", "search-narrowed", "project-chosen"}
HEARD = {**PAGE_KINDS} | {kind: of for kind, of in STATES.items() if kind not in HEARD_ELSEWHERE}
NAMES = {
    path: f"{kind}.{language}.txt"
    for kind, paths in HEARD.items()
    for language, path in zip(("sv", "en"), paths, strict=True)
}


@pytest.fixture(scope="module", params=by_language(HEARD))
def path(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def part(path: str) -> str:
    """The frame is the same on every page: it is read on the start page."""
    return "body" if path in PAGE_KINDS["start"] else "main"


def snapshot(page: Page, path: str) -> str:
    """The page's title, and what the browser hands on."""
    return f"title: {page.title()}\n{page.locator(part(path)).aria_snapshot()}\n"


def speech(page: Page, path: str, source: str) -> list[str]:
    """All that the virtual reader says."""
    ear = Ear(page, source)
    ear.listen()
    return ear.whole(part(path))


def keep(text: str, golden: Path, config: pytest.Config) -> None:
    """Make `text` the golden one, if so asked."""
    if config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")


@pytest.mark.row(8, tool="aria snapshots")
def test_a_page_means_what_it_did(visit: Page, path: str, request: pytest.FixtureRequest) -> None:
    found, golden = snapshot(visit, path), GOLDEN / NAMES[path]
    keep(found, golden, request.config)
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.row(7, tool="virtual screen reader")
def test_a_page_sounds_as_it_did(
    visit: Page, path: str, reader_source: str, request: pytest.FixtureRequest
) -> None:
    said, golden = speech(visit, path, reader_source), SPEECH / NAMES[path]
    assert nonsense(said) == []
    keep(transcript(said), golden, request.config)
    assert transcript(said) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [GOLDEN, SPEECH])
def test_there_is_no_golden_text_without_a_page(folder: Path) -> None:
    assert {file.name for file in folder.glob("*.txt")} == set(NAMES.values())


@pytest.mark.seeded(8, tool="aria snapshots")
@pytest.mark.parametrize(
    ("find", "put"),
    [
        ("<h1>", '<p class="heading">'),  # a heading that only looks like one
        ("<nav ", "<div "),  # a menu that none can jump to
        ("</main>", '<div onclick="1">Search</div></main>'),  # a button that only looks like one
    ],
)
def test_what_means_something_else_is_noticed(faulty: Faulty, find: str, put: str) -> None:
    found = snapshot(faulty("/en/", find, put), "/en/")
    assert found != (GOLDEN / NAMES["/en/"]).read_text(encoding="utf-8")


@pytest.mark.seeded(7, tool="virtual screen reader")
@pytest.mark.parametrize(
    ("put", "said"),
    [
        ('<button type="button"></button>', "“button” has no name"),
        ('<p><a href="/en/search/"></a></p>', "“link” has no name"),
        ('<fieldset><input type="checkbox"></fieldset>', "“group” has no name"),
        ('<p><a href="/en/">Link: start</a></p>', "“link, Link: start” says twice what it is"),
        (
            '<p><a href="/en/"><img src="/favicon.svg" alt="Start"> Start</a></p>',
            "“link, Start Start” says its name twice",
        ),
        ("<p>Four projects</p><p>Four projects</p>", "“Four projects” is said twice in a row"),
        (
            '<p><a href="/en/about/">https://example.com/about</a></p>',
            "“link, https://example.com/about” is called by an address",
        ),
    ],
)
def test_what_makes_no_sense_to_a_listener_is_noticed(
    faulty: Faulty, reader_source: str, put: str, said: str
) -> None:
    heard = speech(faulty("/en/", "</main>", f"{put}</main>"), "/en/", reader_source)
    assert said in nonsense(heard)


@pytest.mark.seeded(7, tool="virtual screen reader")
def test_a_heading_that_only_looks_like_one_is_noticed(faulty: Faulty, reader_source: str) -> None:
    page = faulty("/en/", "<h1>", '<p class="heading">')
    heard = transcript(speech(page, "/en/", reader_source)).splitlines()
    golden = (SPEECH / NAMES["/en/"]).read_text(encoding="utf-8").splitlines()
    assert [phrase for phrase in golden if phrase not in heard] == [
        "heading, See where the money goes, level 1"
    ]
