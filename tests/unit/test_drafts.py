"""Drafts: nobody outside the preview sees anything of them, and there all can see what they are."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from insyn.build import Ground, Making, Website, lay_ground, make

BASE = Path(__file__).parents[1] / "invalid" / "base"
TODAY = date(2026, 1, 31)
PROJECT = "projects/jobb-i-vivalla.md"
STORY = "stories/forsta-jobbet.md"

pytestmark = pytest.mark.slow  # each builds a site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "site")
    return tmp_path / "site"


def make_draft(site: Path, card: str, answer: str = "ja") -> None:
    path = site / "content" / card
    text = path.read_text("utf-8")
    path.write_text(text.replace("summary:", f"draft: {answer}\nsummary:", 1), "utf-8")


def texts(website: Website) -> dict[str, str]:
    """Every file that is text, by its path."""
    return {
        file.path: file.content.decode()
        for file in website.files
        if file.path.endswith((".html", ".json", ".csv", ".xml", ".txt", "_redirects"))
    }


def shown(site: Path) -> Website:
    ground = lay_ground(site, today=TODAY, drafts=True)
    assert isinstance(ground, Ground)
    return Making(ground).finish()


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (PROJECT, ("Jobb i Vivalla", "Jobs in Vivalla", "jobb-i-vivalla")),
        (STORY, ("Det första jobbet", "forsta-jobbet")),
    ],
)
def test_no_file_tells_of_a_draft(site: Path, card: str, words: tuple[str, ...]) -> None:
    before = texts(make(site, today=TODAY))
    for word in words:
        assert any(word in text for text in before.values()), f"{word} shows nothing"
    # What only leads to it from another card's own words is not the draft's.
    own = site / "content" / PROJECT
    own.write_text(own.read_text("utf-8").replace("Läs om [det första jobbet]", "Läs om [det]"))
    make_draft(site, card)
    website = make(site, today=TODAY)
    assert not website.stopped
    for path, text in texts(website).items():
        for word in words:
            assert word.casefold() not in text.casefold(), path


def test_a_link_to_a_draft_is_text_until_it_is_ready(site: Path) -> None:
    page = "projekt/jobb-i-vivalla/index.html"
    assert ">det första jobbet</a>" in texts(make(site, today=TODAY))[page]
    make_draft(site, STORY)
    website = make(site, today=TODAY)
    assert "Läs om det första jobbet." in texts(website)[page]
    codes = sorted(problem.code for problem in website.problems if "draft" in problem.code)
    assert codes == ["draft", "link-to-draft", "link-to-draft", "names-a-draft"]
    assert ">det första jobbet</a>" in texts(shown(site))[page]


def test_the_preview_marks_a_draft_wherever_it_is_named(site: Path) -> None:
    make_draft(site, PROJECT)
    pages = texts(shown(site))
    assert "<h1>Utkast: Jobb i Vivalla</h1>" in pages["projekt/jobb-i-vivalla/index.html"]
    assert "<h1>Draft: Jobs in Vivalla</h1>" in pages["en/projects/jobb-i-vivalla/index.html"]
    for path in ("projekt/index.html", "berattelser/forsta-jobbet/index.html"):
        assert "Utkast: Jobb i Vivalla" in pages[path], path
        assert ">Jobb i Vivalla<" not in pages[path], path


@pytest.mark.parametrize("answer", ["nej", "no"])
def test_who_says_no_has_no_draft(site: Path, answer: str) -> None:
    before = texts(make(site, today=TODAY))
    make_draft(site, PROJECT, answer)
    assert texts(make(site, today=TODAY)) == before
    assert texts(shown(site)) == before
