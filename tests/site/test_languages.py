"""A site in a language that Insyn has no texts of: it brings a catalogue, and all speaks it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from insyn.build import make
from insyn.catalogue import catalogue_path
from insyn.model.register import load_register
from mirrored import SITE, in_arabic_letters, translated_site
from reading import BuiltSite, Document

pytestmark = pytest.mark.slow

DAY = date(2026, 1, 31)
# Names, currency, file formats and what the cards themselves have in Latin letters.
OWN = re.compile(
    r"SEK|ESF|CSV|JSON|Atom|Insyn|WCAG|Elmar Jehle|Ola Johnsson|[\w.]+@[\w.]+|ÖrebroBostäder AB"
    r"|Arbetsförmedlingen Örebro|"
    + "|".join(place.name for place in load_register().municipalities.values())
)
HEARD = ("aria-label", "alt", "title", "placeholder", "data-label")


def pages_in(site: BuiltSite, language: str) -> list[Document]:
    pages = site.pages.values()
    return [page for page in pages if page.language == language and not page.is_redirect]


def test_every_page_runs_the_way_of_its_language(arabic: BuiltSite) -> None:
    assert len(pages_in(arabic, "ar")) > 60
    for language, direction in (("ar", "rtl"), ("sv", "ltr")):
        for page in pages_in(arabic, language):
            assert page.tree.one("html").attributes["dir"] == direction, page.path


def told(page: Document) -> Iterator[str]:
    """Every text in the page's own language, also those that are only heard."""
    for text, around in page.tree.texts():
        if around.language == page.language:
            yield text
    for element in page.tree.all():
        if element.language == page.language:
            yield from (element.attributes.get(name, "") for name in HEARD)


def test_no_text_of_the_interface_is_left_in_english(arabic: BuiltSite) -> None:
    left: dict[str, str] = {}
    for page in pages_in(arabic, "ar"):
        for text in told(page):
            if re.search("[A-Za-z]{2}", OWN.sub("", text)):
                left.setdefault(text.strip(), page.path)
    assert left == {}


def test_a_site_with_an_unfinished_catalogue_is_built_and_told_of(tmp_path: Path) -> None:
    shutil.copytree(SITE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "content" / "overrides" / catalogue_path("ar")
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Projects"\nmsgstr "مشاريع"\n', encoding="utf-8")
    website = make(tmp_path, today=DAY)
    assert [problem.code for problem in website.problems] == ["catalogue-incomplete"]
    assert not website.stopped


@pytest.mark.parametrize(
    ("code", "day"), [("fi", "1. tammikuuta 2009"), ("se", "2009 ođđajagemánnu 1")]
)
def test_a_language_works_by_a_catalogue_alone(code: str, day: str, tmp_path: Path) -> None:
    website = make(translated_site(tmp_path / "site", code), today=DAY)
    assert website.problems == ()
    files = {file.path: file.content for file in website.files}
    html = files["projects/makan-lil-amal/index.html"].decode()
    assert f'<html lang="{code}" dir="ltr">' in html
    assert day in html.replace("\N{NO-BREAK SPACE}", " ")
    assert in_arabic_letters("Skip to the content") in html
