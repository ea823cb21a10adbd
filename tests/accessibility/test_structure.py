"""What a page's code says of its pictures, headings and tables: rows 9 to 11."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from insyn.model import load
from insyn.source import read_content
from reading import ROOT, BuiltSite, Document, Element, read_html

CORNERS = ROOT / "tests" / "sites" / "corners"
READING = "own reading of the pages"

Probe = Callable[[Element], list[str]]


def around(element: Element) -> Iterator[Element]:
    """The element itself and all that it lies in."""
    here: Element | None = element
    while here:
        yield here
        here = here.parent


def unheard(element: Element) -> bool:
    return any(one.attributes.get("aria-hidden") == "true" for one in around(element))


def named(element: Element) -> bool:
    """Is there a name on the element, or on a link or figure around it?"""
    return any(
        one.attributes.get(name)
        for one in around(element)
        for name in ("aria-label", "aria-labelledby")
        if one.name in {"svg", "a", "button"}
    )


def unnamed_pictures(page: Element) -> list[str]:
    """Pictures without alternative text; one that only decorates says so with an empty one.

    A drawing has a role and a name, or is hidden from whoever listens.
    """
    faults = [
        f"no alternative text: {picture.attributes.get('src')}"
        for picture in page.all("img")
        if "alt" not in picture.attributes
    ]
    for drawing in page.all("svg"):
        if any(one.name == "svg" for one in list(around(drawing))[1:]) or unheard(drawing):
            continue
        role = drawing.attributes.get("role")
        if role not in {"img", "group"} or not named(drawing):
            faults.append(f"a drawing without a name: {drawing.attributes}")
    return faults


def misplaced_headings(page: Element) -> list[str]:
    """More or fewer main headings than one, skipped levels, and headings that say nothing."""
    headings = [
        (int(heading.name[1]), heading.words or "".join(map(str, heading.children)))
        for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")
        if not any(one.name == "template" for one in around(heading))
    ]
    faults = []
    if (count := [level for level, _ in headings].count(1)) != 1:
        faults.append(f"{count} main headings")
    if headings and headings[0][0] > 2:
        faults.append(f"begins at level {headings[0][0]}")
    for (above, _), (level, words) in pairwise(headings):
        if level > above + 1:
            faults.append(f"from level {above} to {level}: {words}")
    faults += [f"an empty heading of level {level}" for level, words in headings if not words]
    return faults


def rows(table: Element, *parts: str) -> list[list[Element]]:
    return [
        [cell for cell in row.children if isinstance(cell, Element)]
        for part in table.all(*parts)
        for row in part.all("tr")
    ]


def unexplained_tables(page: Element) -> list[str]:
    """Tables without a caption, and cells that no header is there for."""
    faults = []
    for table in page.all("table"):
        captions = [caption.words for caption in table.all("caption")]
        if len(captions) != 1 or not captions[0]:
            faults.append(f"captions: {captions}")
        for header in table.all("th"):
            if header.attributes.get("scope") not in {"col", "row"}:
                faults.append(f"what is it a header of: {header.words}")
            if not header.words:
                faults.append("an empty header")
        heads = rows(table, "thead")
        if len(heads) != 1 or any(cell.attributes.get("scope") != "col" for cell in heads[0]):
            faults.append(f"no row of headers: {captions}")
            continue
        for row in rows(table, "tbody", "tfoot"):
            cells = sum(int(cell.attributes.get("colspan", 1)) for cell in row)
            if cells != len(heads[0]):
                faults.append(f"{cells} cells under {len(heads[0])} headers: {captions}")
            if row[0].attributes.get("scope") != "row":
                faults.append(f"a row without a name: {row[0].words}")
    return faults


def wrong(site: BuiltSite, probe: Probe, examined: Callable[[Iterable[str]], None]) -> list[str]:
    examined(site.pages)
    return [f"{path}: {said}" for path, page in site.pages.items() for said in probe(page.tree)]


@pytest.mark.row(9, tool=READING)
def test_every_picture_has_a_name(
    site: BuiltSite, examined: Callable[[Iterable[str]], None]
) -> None:
    assert wrong(site, unnamed_pictures, examined) == []


@pytest.mark.row(10, tool=READING)
def test_headings_are_in_order(site: BuiltSite, examined: Callable[[Iterable[str]], None]) -> None:
    assert wrong(site, misplaced_headings, examined) == []


@pytest.mark.row(11, tool=READING)
def test_every_cell_has_its_headers(
    site: BuiltSite, examined: Callable[[Iterable[str]], None]
) -> None:
    assert wrong(site, unexplained_tables, examined) == []


# --- made wrong on purpose -----------------------------------------------------------------------


def made_wrong(page: Document, find: str, put: str) -> Element:
    assert find in page.html
    return read_html(page.html.replace(find, put, 1))


PROJECT = "/projekt/jobbpunkt-vast-orebro/"


@pytest.mark.seeded(9, tool=READING)
@pytest.mark.parametrize(
    ("path", "find", "put", "said"),
    [
        ("/projekt/allt-kant/", 'alt="', 'data-alt="', "no alternative text: "),
        ("/pengar/", ' role="img"', "", "a drawing without a name: "),
        ("/pengar/", 'aria-label="Stapeldiagram', 'data-x="', "a drawing without a name: "),
    ],
)
def test_a_picture_without_a_name_is_seen(
    corner_site: BuiltSite, path: str, find: str, put: str, said: str
) -> None:
    found = unnamed_pictures(made_wrong(corner_site.page(path), find, put))
    assert [one.startswith(said) for one in found] == [True]


@pytest.mark.seeded(10, tool=READING)
@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        ("<h1", '<h1 id="a">Två</h1><h1', "2 main headings"),
        ("</h1>", "</h1><h3>Tre</h3>", "from level 1 to 3: Tre"),
        ("</main>", "<h2></h2></main>", "an empty heading of level 2"),
    ],
)
def test_a_misplaced_heading_is_seen(built_site: BuiltSite, find: str, put: str, said: str) -> None:
    assert misplaced_headings(made_wrong(built_site.page(PROJECT), find, put)) == [said]


@pytest.mark.seeded(11, tool=READING)
@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        ("<caption>", "<caption></caption><caption>", "captions: ['', "),
        ('<th scope="row"', "<th", "what is it a header of: "),
        ("</td>", "</td><td>1</td>", "cells under"),
        ("<tbody>", "<tbody><tr><td>1</td><td>2</td></tr>", "a row without a name: 1"),
    ],
)
def test_a_cell_without_a_header_is_seen(
    built_site: BuiltSite, find: str, put: str, said: str
) -> None:
    found = unexplained_tables(made_wrong(built_site.page(PROJECT), find, put))
    assert found
    assert said in found[0]


# --- what stops the build ------------------------------------------------------------------------


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content of the corner cases, to be made wrong."""
    shutil.copytree(CORNERS / "content", tmp_path / "content")
    return tmp_path / "content"


def told(content: Path) -> list[str]:
    """The codes of what `insyn check` says of the cards."""
    _, problems = load(read_content(content.parent))
    return [problem.code for problem in problems]


@pytest.mark.row(9, tool="insyn check")
@pytest.mark.row(10, tool="insyn check")
def test_the_cards_have_no_such_fault(examined: Callable[[Iterable[str]], None]) -> None:
    codes = {"image-alt-missing", "picture-alt-missing", "heading-skipped", "heading-level-1"}
    for site in (ROOT, CORNERS):
        assert codes.isdisjoint(told(site / "content"))
    examined(())


@pytest.mark.seeded(9, tool="insyn check")
@pytest.mark.parametrize(
    ("card", "find", "put", "code"),
    [
        ("projects/allt-kant.md", "![Ett hus i sju våningar]", "![]", "image-alt-missing"),
        ("projects/allt-kant.md", "  alt: Örebro en kväll\n", "", "picture-alt-missing"),
        ("stories/platsen.md", "  decorative: ja\n", "", "picture-alt-missing"),
    ],
)
def test_a_picture_without_words_stops_the_build(
    content: Path, card: str, find: str, put: str, code: str
) -> None:
    file = content / card
    text = file.read_text(encoding="utf-8")
    assert find in text
    file.write_text(text.replace(find, put, 1), encoding="utf-8")
    assert told(content) == [code]


@pytest.mark.seeded(10, tool="insyn check")
@pytest.mark.parametrize(
    ("heading", "code"), [("#### Fyra", "heading-skipped"), ("# Ett", "heading-level-1")]
)
def test_a_misplaced_heading_of_a_card_stops_the_build(
    content: Path, heading: str, code: str
) -> None:
    file = content / "projects" / "allt-kant.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n{heading}\n\nText.\n", encoding="utf-8")
    assert told(content) == [code]
