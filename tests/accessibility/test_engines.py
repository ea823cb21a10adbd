"""Rows 1 to 5: what the engines say of the pages, and that they do say it of a faulty page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

import tools
from accessibility.conftest import EVERYTHING, WIDE, Faulty
from accessibility.engines import (
    ALFA_SIGNED_OFF,
    AXE_SIGNED_OFF,
    COLOUR_TAGS,
    Alfa,
    SignedOff,
    axe_faults,
    started_alfa,
)
from accessibility.listening import nonsense
from accessibility.states import site_of
from by_ear import Ear
from reading import PAGE_KINDS, BuiltSite, plain

pytestmark = pytest.mark.slow

Checker = Callable[[Path], list[str]]
Examined = Callable[[Iterable[str]], None]

NARROW: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def alfa(alfa_scripts: dict[str, str]) -> Iterator[Alfa]:
    with started_alfa(alfa_scripts) as engine:
        yield engine


# --- rows 1 and 2: the markup, as it is in the files ---------------------------------------------


@pytest.fixture(scope="module")
def sites(
    built_site: BuiltSite, corner_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The real site and that of corner cases in one folder: the checkers start slowly."""
    folder = tmp_path_factory.mktemp("sites")
    shutil.copytree(built_site.folder, folder / "site")
    shutil.copytree(corner_site.folder, folder / "corners")
    return folder


@pytest.mark.row(1, tool="Nu Html Checker")
def test_every_page_style_and_drawing_is_valid(
    sites: Path, built_site: BuiltSite, html_faults: Checker, examined: Examined
) -> None:
    examined(built_site.pages)
    assert html_faults(sites) == []


@pytest.mark.row(2, tool="html-validate")
def test_the_markup_of_every_page_is_clean(
    sites: Path, built_site: BuiltSite, markup_faults: Checker, examined: Examined
) -> None:
    examined(built_site.pages)
    assert markup_faults(sites) == []


PICTURE = '<img src="/favicon.svg" width="64" height="64">'

# What is put at the end of the start page's content, by the name of the file that it makes.
FAULTY = {
    "invalid": "<p align=center><div>Text<b></p></div>",
    "unwise": '<p><a href="tel:+461234567">01-23 45 67</a></p><button type="button"></button>',
    "picture": f"<p>{PICTURE}</p>",
}


@pytest.fixture(scope="module")
def faulty_pages(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The start page, made wrong in several ways, a wrong style sheet and a wrong drawing."""
    folder = tmp_path_factory.mktemp("faulty")
    text = built_site.read("index.html")
    assert text.count("</main>") == 1
    for name, fault in FAULTY.items():
        made = text.replace("</main>", f"{fault}</main>")
        (folder / f"{name}.html").write_text(made, encoding="utf-8")
    (folder / "wrong.css").write_text("p { colour: red }", encoding="utf-8")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><foo/></svg>'
    (folder / "sign.svg").write_text(drawing, encoding="utf-8")
    return folder


def remarks(said: list[str], name: str) -> str:
    """What a checker says of one of the files."""
    return "\n".join(line for line in said if f"/{name}" in line)


@pytest.mark.seeded(1, tool="Nu Html Checker")
@pytest.mark.seeded(5, tool="Nu Html Checker")
@pytest.mark.row(5, tool="Nu Html Checker")
def test_what_is_not_valid_is_noticed(
    faulty_pages: Path, html_faults: Checker, examined: Examined
) -> None:
    said = html_faults(faulty_pages)
    examined(["/"])
    assert 'The "align" attribute on the "p" element is obsolete' in remarks(said, "invalid")
    assert 'No "p" element in scope but a "p" end tag seen' in remarks(said, "invalid")
    assert 'must have an "alt" attribute' in remarks(said, "picture")
    assert "colour" in remarks(said, "wrong.css")
    assert "foo" in remarks(said, "sign.svg")
    assert not remarks(said, "unwise")


@pytest.mark.seeded(2, tool="html-validate")
@pytest.mark.seeded(5, tool="html-validate")
@pytest.mark.row(5, tool="html-validate")
def test_what_is_unwise_is_noticed(
    faulty_pages: Path, markup_faults: Checker, examined: Examined
) -> None:
    """Also what is valid: a number that may break in two, a button without a name."""
    said = markup_faults(faulty_pages)
    examined(["/"])
    assert "tel-non-breaking" in remarks(said, "unwise")
    assert "text-content" in remarks(said, "unwise")
    assert "wcag/h37" in remarks(said, "picture")
    assert "close-order" in remarks(said, "invalid")


# --- row 3: axe-core -----------------------------------------------------------------------------


@pytest.mark.row(3, tool="axe-core")
def test_axe_finds_nothing(visit: Page, path: str, axe_source: str) -> None:
    assert axe_faults(visit, axe_source) == []
    if site_of(path) == "corners":
        visit.set_viewport_size(NARROW)
        assert axe_faults(visit, axe_source) == []
    # Without motion colours change at once.
    visit.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert axe_faults(visit, axe_source, COLOUR_TAGS) == []


# The head stays but for what differs; styles are the same on every page.
PUT_IN_PLACE = """async path => {
    const text = await (await fetch(path)).text();
    const other = new DOMParser().parseFromString(text, "text/html");
    const styles = (page) => [...page.querySelectorAll("[rel=stylesheet]")]
        .map((link) => link.getAttribute("href")).join(" ");
    if (styles(document) !== styles(other)) throw new Error(`${path} has styles of its own`);
    document.title = other.title;
    const [mine, its] = [document.documentElement, other.documentElement];
    for (const {name} of [...mine.attributes]) mine.removeAttribute(name);
    for (const {name, value} of its.attributes) mine.setAttribute(name, value);
    document.body.replaceWith(other.body);
}"""


@pytest.mark.row(3, tool="axe-core")
def test_axe_finds_nothing_on_any_page(
    browser: Browser, address: str, axe_source: str, built_site: BuiltSite, examined: Examined
) -> None:
    """All but those above: each takes the place of the last in one tab, without its scripts.

    A page that is loaded anew makes axe-core three times as slow, for it is compiled anew.
    """
    judged = {path for pair in PAGE_KINDS.values() for path in pair}
    paths = [
        path
        for path, page in built_site.pages.items()
        if not page.is_redirect and path not in judged
    ]
    assert len(paths) > 200
    faults: dict[str, Any] = {}
    with browser.new_context(viewport=WIDE, bypass_csp=True) as context:
        tab = context.new_page()
        tab.goto(f"{address}/")
        for path in paths:
            tab.evaluate(PUT_IN_PLACE, path)
            assert plain(tab.title()) == built_site.page(path).title
            if found := axe_faults(tab, axe_source):
                faults[path] = found
    examined(paths)
    assert faults == {}


@pytest.mark.seeded(3, tool="axe-core")
def test_what_breaks_a_rule_is_noticed_by_axe(faulty: Faulty, axe_source: str) -> None:
    pale = '<p style="color: #707070">Text</p></main>'  # 4.8:1: enough for AA, not for AAA
    page = faulty("/", "</main>", pale)
    assert any(
        said.startswith("color-contrast-enhanced: ") for said in axe_faults(page, axe_source)
    )
    found = axe_faults(faulty("/en/", "<main", "<main aria-hidden=true"), axe_source)
    assert any(said.startswith("aria-hidden-focus: ") for said in found)


@pytest.mark.seeded(3, tool="axe-core")
def test_what_axe_could_not_look_at_is_no_success(faulty: Faulty, axe_source: str) -> None:
    page = faulty("/", "</main>", "</main>")
    assert axe_faults(page, axe_source, ("no-such-tag",)) != []


# --- row 4: Alfa ---------------------------------------------------------------------------------


@pytest.mark.row(4, tool="Alfa")
def test_alfa_finds_nothing(visit: Page, path: str, alfa: Alfa, judged: set[str]) -> None:
    assert alfa.faults(visit) == []
    if "/en/" not in path:  # a language has no colours of its own, and Alfa is slow
        visit.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert alfa.faults(visit, colours_alone=True) == []
    judged.add(path)


@pytest.mark.seeded(4, tool="Alfa")
def test_what_breaks_a_rule_is_noticed_by_alfa(faulty: Faulty, alfa: Alfa) -> None:
    close = '<p style="line-height: 1.1">Text</p></main>'
    found = alfa.faults(faulty("/", "</main>", close))
    assert any(said.startswith("sia-r73: ") for said in found)  # the space between lines
    pale = "<style>:root { --ink: light-dark(#15211b, #808080); }</style></head>"
    page = faulty("/om/", "</head>", pale)
    assert alfa.faults(page) == []
    page.emulate_media(color_scheme="dark")
    found = alfa.faults(page, colours_alone=True)
    assert any(said.startswith("sia-r66: ") for said in found)  # the contrast of level AAA
    found = alfa.faults(faulty("/en/", 'lang="en"', 'lang="english"'))
    assert any(said.startswith("sia-r5: ") for said in found)  # a language that is none


# --- what is let pass by name --------------------------------------------------------------------


@pytest.fixture(scope="module")
def judged() -> set[str]:
    """The pages that both engines have judged so far."""
    return set()


@pytest.mark.parametrize("signed_off", [AXE_SIGNED_OFF, ALFA_SIGNED_OFF], ids=["axe", "alfa"])
def test_what_is_let_pass_is_still_there(signed_off: SignedOff, judged: set[str]) -> None:
    """A name that nothing needs any longer would hide the next fault of that name."""
    if len(judged) < len(EVERYTHING):
        pytest.skip("Only where every page has been judged.")
    assert signed_off.needless == []


WITH_CHANGED_RULES = ("/projekt/", "/installningar/", "/ordlista/", "/kontakter/")


def test_each_markup_rule_that_is_changed_has_to_be(
    built_site: BuiltSite, markup_faults: Callable[..., list[str]], tmp_path: Path
) -> None:
    """With the rules as they come, each that is changed here has something to say."""
    ours = tools.MARKUP_RULES.read_text(encoding="utf-8")
    changed = set(re.findall(r'^        "([a-z0-9/-]+)":', ours, re.MULTILINE))
    assert len(changed) == ours.partition("rules: {")[2].count('":')
    untouched = tmp_path / "untouched.mjs"
    untouched.write_text(re.sub(r"rules: \{.*?\n    \},", "", ours, flags=re.DOTALL), "utf-8")
    longest = max(built_site.pages, key=lambda path: len(built_site.page(path).title))
    for number, path in enumerate((*WITH_CHANGED_RULES, longest)):
        text = built_site.page(path).html
        (tmp_path / f"{number}.html").write_text(text, encoding="utf-8")
    said = markup_faults(tmp_path, untouched)
    assert changed - {line.split(": ")[1] for line in said} == set()


# --- row 5: all engines, one fault; the checkers see it above ------------------------------------


@pytest.mark.seeded(5, tool="axe-core")
@pytest.mark.seeded(5, tool="Alfa")
@pytest.mark.seeded(5, tool="virtual screen reader")
@pytest.mark.seeded(5, tool="aria snapshots")
@pytest.mark.row(5, tool="axe-core")
@pytest.mark.row(5, tool="Alfa")
@pytest.mark.row(5, tool="virtual screen reader")
@pytest.mark.row(5, tool="aria snapshots")
def test_both_engines_and_both_readers_notice_a_picture_without_words(
    faulty: Faulty, axe_source: str, alfa: Alfa, reader_source: str, examined: Examined
) -> None:
    page = faulty("/", "</main>", f"<p>{PICTURE}</p></main>")
    examined(["/"])
    assert any(said.startswith("image-alt: ") for said in axe_faults(page, axe_source))
    assert any(said.startswith("sia-r2: ") for said in alfa.faults(page))
    assert "- img\n" in page.locator("main").aria_snapshot() + "\n"
    ear = Ear(page, reader_source)
    ear.listen()
    assert "“image” has no name" in nonsense(ear.whole())
