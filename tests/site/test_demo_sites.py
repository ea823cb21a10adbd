"""Whole sites of made-up projects: with none they are complete, with many they still hold."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import insyn.processes
from insyn.build import Memory, Website, build, make
from insyn.demo import demo_files
from insyn.files import File
from reading import BUILD_DAY, BuiltSite, Element
from server import hosting

pytestmark = pytest.mark.slow

# All that is to be said of a made-up site: it has a language that Insyn has no texts in.
KNOWN = ["catalogue-missing"]
# The pages that every site has, in that language too.
ALWAYS = ("/", "/projekt/", "/pengar/", "/kontakter/", "/partner/", "/platser/", "/sok/", "/om/")

_IS_PROJECT = re.compile(r"content/projects/[^.]+\.md")

Sites = Callable[[int], Path]


def codes(website: Website) -> list[str]:
    return [problem.code for problem in website.problems]


@pytest.fixture(scope="module")
def built(demo_site: Sites, tmp_path_factory: pytest.TempPathFactory) -> dict[int, BuiltSite]:
    found: dict[int, BuiltSite] = {}
    for count in (0, 1, 5):
        website = make(demo_site(count), today=BUILD_DAY)
        assert codes(website) == KNOWN
        output = tmp_path_factory.mktemp("built") / str(count)
        assert build(website, output) == ()
        found[count] = BuiltSite(output, "https://demo.example.se")
    return found


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_small_site_is_complete(count: int, built: dict[int, BuiltSite]) -> None:
    site = built[count]
    for path in ALWAYS:
        assert path in site.pages, path
    for start in ("/en/", "/fi/"):
        assert f"{start}projects/" in site.pages
    slugs = [Path(f.path).stem for f in demo_files(count) if _IS_PROJECT.fullmatch(f.path)]
    assert len(slugs) == count
    for slug in slugs:
        for start in ("/projekt/", "/en/projects/", "/fi/projects/"):
            assert f"{start}{slug}/" in site.pages
    assert (site.folder / "pagefind" / "pagefind.js").is_file()
    assert site.read("data/projects.json")
    assert site.read("data/projects.csv")


def _says_nothing(heading: Element, main: Element) -> bool:
    """Is there nothing between the heading and the next of its level or above?"""
    every = list(main.all())
    below = every[every.index(heading) + 1 :]
    inside = {id(element) for element in heading.all()}
    for element in below:
        if id(element) in inside:
            continue
        if element.name in ("h2", "h3", "h4", "h5", "h6"):
            return element.name <= heading.name
        if element.words and not list(element.all("h2", "h3", "h4", "h5", "h6")):
            return False
        if element.name in ("img", "svg", "input", "form", "select"):
            return False
    return heading.name != "h1"


@pytest.mark.parametrize("count", [0, 1, 5])
def test_no_heading_stands_alone(count: int, built: dict[int, BuiltSite]) -> None:
    alone: list[tuple[str, str]] = []
    for path, page in built[count].pages.items():
        if page.is_redirect:
            continue
        headings = list(page.main.all("h1", "h2", "h3", "h4", "h5", "h6"))
        assert all(heading.words for heading in headings), path
        alone += [(path, h.words) for h in headings if _says_nothing(h, page.main)]
    assert alone == []


@pytest.mark.row(1, tool="Nu Html Checker")
def test_they_are_valid(
    built: dict[int, BuiltSite], html_faults: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    for count, site in built.items():
        shutil.copytree(site.folder, tmp_path / str(count))
    assert html_faults(tmp_path) == []


def test_a_language_without_texts_of_its_own_says_what_is_in_english(
    built: dict[int, BuiltSite],
) -> None:
    """A title can't be marked: the page as a whole is in the language of its title."""
    start = built[5].page("/fi/")
    assert start.language == start.main.language == "en"
    assert "lang" not in start.tree.one("body").attributes
    assert start.tree.one("html").attributes["data-edition"] == "fi"
    of_finnish_title = [
        page
        for path, page in built[5].pages.items()
        if path.startswith("/fi/") and page.language == "fi"
    ]
    assert of_finnish_title
    for page in of_finnish_title:
        assert page.main.one("h1").attributes["lang"] == "fi"
        assert page.tree.one("body").attributes["lang"] == "en"
    finnish = [
        element
        for path, page in built[5].pages.items()
        if path.startswith("/fi/projects/")
        for element in page.main.all()
        if element.attributes.get("lang") == "fi"
    ]
    assert any("Moni haluaa tehdä työtä" in element.text for element in finnish)
    led = {link.words: link for link in built[5].page("/").tree.all("a")}
    assert led["Suomi"].attributes["lang"] == "fi"


def test_its_search_finds_its_own_pages(built: dict[int, BuiltSite], browser: Browser) -> None:
    """Though its search page is in English: not those of the English edition."""
    with hosting(built[5].folder) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/fi/search/?q=ty%C3%B6t%C3%A4")
        found = page.locator("[data-part=results] h2 a, [data-part=results] h3 a")
        found.first.wait_for(timeout=20_000)
        assert all("/fi/" in str(link.get_attribute("href")) for link in found.all())


def test_a_hundred_projects_have_no_problem(demo_site: Sites) -> None:
    """More take long: tests of lists, places and money plan three hundred."""
    website = make(demo_site(100), today=BUILD_DAY)
    assert codes(website) == KNOWN
    assert len(website.files) > 1000


def _by_path(files: tuple[File, ...]) -> dict[str, bytes]:
    return {file.path: file.content for file in files}


def test_several_processes_make_what_one_makes(
    demo_site: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(insyn.processes, "_processes", lambda: 1)
    one = make(demo_site(5), today=BUILD_DAY)
    monkeypatch.setattr(insyn.processes, "_processes", lambda: 3)
    monkeypatch.setattr(insyn.processes.spread, "__kwdefaults__", {"worthwhile": 2})
    several = make(demo_site(5), today=BUILD_DAY)
    assert several == one


def test_what_is_remembered_makes_no_difference(demo_site: Sites, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(demo_site(5), site)
    memory = Memory()
    first = make(site, today=BUILD_DAY, memory=memory)
    assert make(site, today=BUILD_DAY, memory=memory) == first
    card = min((site / "content" / "projects").glob("*.en.md"))
    text = card.read_text(encoding="utf-8").replace("title: ", "title: New ", 1)
    card.write_text(text.replace('New "', '"New '), encoding="utf-8")
    changed = make(site, today=BUILD_DAY, memory=memory)
    assert _by_path(changed.files) == _by_path(make(site, today=BUILD_DAY).files)
    assert _by_path(changed.files) != _by_path(first.files)
    # A link to a card that is not there yet is mended by the card, not by a change of its own.
    with card.open("a", encoding="utf-8") as stream:
        stream.write("\n[A new organisation](../organisations/new.md)\n")
    broken = make(site, today=BUILD_DAY, memory=memory)
    assert codes(broken) == ["link-broken", *KNOWN]
    organisation = "---\ntitle: En helt ny\n---\n"
    (site / "content" / "organisations" / "new.md").write_text(organisation, encoding="utf-8")
    assert make(site, today=BUILD_DAY, memory=memory) == make(site, today=BUILD_DAY)
    assert codes(make(site, today=BUILD_DAY, memory=memory)) == KNOWN
