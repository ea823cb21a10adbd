"""What editors can break is told by `insyn check`, each with its line, and nothing else is.

The exact words are in `tests/invalid/`.  Here each fault stands alone in the same small site; and
templates of a site's own, made of the theme's with one thing taken out, are told by name.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from insyn.build import Website, make
from insyn.markup import render
from insyn.model import Portfolio, load
from insyn.problem import Place, Problem
from insyn.render import find_theme
from insyn.source import read_content
from insyn.writing import Setting, judge, judge_picture, spoken_language
from reading import BUILD_DAY, ROOT, BuiltSite

CHECK = "insyn check"
BASE = ROOT / "tests" / "invalid" / "base"
CARD = "content/projects/jobb-i-vivalla.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of a small site without a mistake."""
    shutil.copytree(BASE / "content", tmp_path / "content")
    return tmp_path


def of_cards(site: Path) -> tuple[Problem, ...]:
    return load(read_content(site))[1]


def add(site: Path, text: str) -> int:
    """Write `text` at the end of the card; its first line's number."""
    card = site / CARD
    before = card.read_text(encoding="utf-8")
    card.write_text(f"{before}\n{text}\n", encoding="utf-8")
    return before.count("\n") + 2


def judged(text: str, language: str = "sv", *explained: str) -> list[str]:
    """The codes of what is wrong with the words of `text`."""
    rendered, problems = render(text, file="a.md", first_line=1, language=language)
    found = judge(rendered, language, Setting(frozenset(explained)))
    return [problem.code for problem in (*problems, *found)]


# --- no false alarm ---


@pytest.mark.row(11, tool=CHECK)
@pytest.mark.row(14, tool=CHECK)
@pytest.mark.row(28, tool=CHECK)
@pytest.mark.row(32, tool=CHECK)
@pytest.mark.row(33, tool=CHECK)
def test_the_real_site_and_the_corner_cases_have_no_problem(
    built_site: BuiltSite,
    corner_site: BuiltSite,
    examined: Callable[[Iterable[str]], None],
) -> None:
    """Both are built without a problem of any kind: the fixtures would fail."""
    assert of_cards(ROOT) == ()
    examined([*built_site.pages, *corner_site.pages])


@pytest.mark.parametrize("count", [0, 1, 5, pytest.param(300, marks=pytest.mark.slow)])
def test_made_up_portfolios_have_no_problem(
    count: int, demo_portfolio: Callable[[int], Portfolio]
) -> None:
    assert len(demo_portfolio(count).projects) == count


@pytest.mark.parametrize(
    "text",
    [
        "Projektet bygger på boken The Art of the Possible in Housing and Work.",
        "Swedish Council for Information on Alcohol and Other Drugs (CAN) har siffrorna.",
        "Hon är van vid Microsoft Office, Adobe Photoshop, Google Docs och Slack.",
        "[We are going to hire all of the people who want to work.]{lang=en}",
        "> And this is what it was like for them at first.\n>\n> {lang=en}",
        "EU, ESF (Europeiska socialfonden) och SCB (Statistiska centralbyrån) är med.",
        "Skriv till oss: A, B eller C. Det är i hus B, rum XIV, den 3 maj.",
        "- **Jobb**\n- **Bostad**",
        "**Anmäl dig senast på fredag.**",
        "|  | Kvinnor |\n|---|---|\n| 2009 | 300 |",
        "![Kvinnor i bilder av Amina](bild.jpg)",
        "![Huset](huset.jpg)",
        "[Läs mer om jobben](a.md) och [här är kartan](b.md).",
        "[obo.se](https://www.obo.se/) och <info@obo.se>",
        "Ring 019-19 44 14, kl. 9–12, eller skriv till a@b.se. Det kostar 5 kr.",
        "## Mål\n\n### Deltagare\n\nText.\n\n## Resultat\n\n### Deltagare\n\nText.",
        "| En person | skrev detta",
        "Se [filmen, med undertexter](https://vimeo.com/1).",
    ],
)
def test_what_is_right_is_not_told_of(text: str) -> None:
    assert judged(text) == []


def test_no_sentence_of_the_cards_is_taken_for_another_language() -> None:
    """And most would be found, if they were not marked: two of three at least."""
    for language, other in (("sv", "en"), ("en", "sv")):
        sentences = [
            sentence
            for card in read_content(ROOT).cards
            if (card.language or "sv") == language
            for sentence in re.split(r"[.!?:;]\s|\n\n|\n[-#>]", re.sub(r"\([^)]*\)", "", card.body))
            if len(sentence.split()) > 7 and not re.search(r"[\[\]()|]", sentence)
        ]
        assert len(sentences) > 300
        assert [s for s in sentences if spoken_language(s, language)] == []
        found = [s for s in sentences if spoken_language(s, other) == language]
        assert len(found) > len(sentences) * 2 / 3


# --- one fault each ---


@pytest.mark.seeded(9, tool=CHECK)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("![](../images/huset.png)", "image-alt-missing"),
        ("![huset.png](../images/huset.png)", "image-alt-file-name"),
        ("![DSC_0012](../images/huset.png)", "image-alt-file-name"),
        ("![bild](../images/huset.png)", "image-alt-file-name"),
        ("![Bild på ett hus](../images/huset.png)", "image-alt-begins"),
        ("![A photo of a house](../images/huset.png)", "image-alt-begins"),
        (f"![Ett hus med {'sju ' * 40}våningar](../images/huset.png)", "image-alt-long"),
        ('![Huset i Vivalla](../images/huset.png "Huset i Vivalla.")', "image-alt-caption"),
    ],
)
def test_a_poor_alternative_text_is_told(site: Path, text: str, code: str) -> None:
    line = add(site, text)
    [problem] = of_cards(site)
    assert (problem.code, problem.place.file, problem.place.line) == (code, CARD, line)


@pytest.mark.seeded(10, tool=CHECK)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("#### Tre nivåer ner", "heading-skipped"),
        ("# Störst", "heading-level-1"),
        ("##", "heading-empty"),
        ("## Mål", "heading-twice"),
        ("**Så gick det till**", "bold-heading"),
        ("## SÅ GICK DET TILL", "capitals"),
        ("## Det som saknas\n\n## Det som finns", "section-empty"),
    ],
)
def test_a_wrong_heading_is_told(site: Path, text: str, code: str) -> None:
    line = add(site, f"{text}\n\nDet gick bra.")
    [problem] = of_cards(site)
    assert (problem.code, problem.place.line) == (code, line)


@pytest.mark.seeded(11, tool=CHECK)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("|   |   |\n|---|---|\n| 2009 | 594 |", "table-header-missing"),
        ("| År |   |\n|---|---|\n| 2009 | 594 |", "table-header-empty"),
        ("| År | Antal |\n| 2009 | 594 |", "table-rule-missing"),
    ],
)
def test_a_table_without_headers_is_told(site: Path, text: str, code: str) -> None:
    line = add(site, text)
    [problem] = of_cards(site)
    assert (problem.code, problem.place.line) == (code, line)


@pytest.mark.seeded(14, tool=CHECK)
@pytest.mark.parametrize(
    ("light", "dark", "told"),
    [
        ("#0a5238", "#93dcb6", []),
        ("#595959", "#cccccc", ["ljusa"]),  # 7:1 on white, but not on the theme's grounds
        ("#0a5238", "#3f7a5c", ["mörka"]),
    ],
)
def test_a_colour_that_cannot_be_seen_is_told(
    site: Path, light: str, dark: str, told: list[str]
) -> None:
    settings = site / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        f'{text}\ncolours:\n  accent:\n    light: "{light}"\n    dark: "{dark}"\n',
        encoding="utf-8",
    )
    website = make(site, today=BUILD_DAY)
    found = [dict(problem.values) for problem in website.problems]
    assert {problem.code for problem in website.problems} <= {"colour-contrast"}
    assert sorted({values["scheme_sv"] for values in found}) == told
    assert website.stopped == bool(told)
    css = next(file.content.decode() for file in website.files if file.path.endswith(".css"))
    assert css.count(f"light-dark({light},{dark})") == 3  # the accent and what follows it


@pytest.mark.seeded(28, tool=CHECK)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[Läs mer](https://www.obo.se/)", "link-text-vague"),
        ("[**här**](https://www.obo.se/)", "link-text-vague"),
        ("[Read more…](https://www.obo.se/)", "link-text-vague"),
        ("<https://www.obo.se/om/vivalla.html>", "link-text-address"),
        ("[Obo](https://www.obo.se/a) [Obo](https://www.obo.se/b)", "link-text-twice"),
    ],
)
def test_a_link_that_says_nothing_is_told(site: Path, text: str, code: str) -> None:
    line = add(site, text)
    [problem] = of_cards(site)
    assert (problem.code, problem.place.line) == (code, line)


@pytest.mark.seeded(32, tool=CHECK)
@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("Hon sade: ”They are going to hire all of us in the spring.”", "language-unmarked", 12),
        ("Sie haben mit den Kindern auch über das neue Haus gesprochen.", "language-unmarked", 1),
        ("Hän on ollut työssä ja hän on myös ollut koulussa.", "language-unmarked", 1),
        ("[Ja]{lang=svenska}", "language-mark-unknown", 5),
    ],
)
def test_another_language_that_is_not_marked_is_told(
    site: Path, text: str, code: str, column: int
) -> None:
    line = add(site, text)
    [problem] = of_cards(site)
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)


def test_a_translation_that_was_left_in_the_first_language_is_told(site: Path) -> None:
    card = site / "content" / "projects" / "jobb-i-vivalla.en.md"
    text = card.read_text(encoding="utf-8")
    swedish = "Bostadsbolaget hjälper människor som har det svårt att hitta ett jobb."
    card.write_text(re.sub("summary: .*", f"summary: {swedish}", text), encoding="utf-8")
    assert [problem.code for problem in of_cards(site)] == ["language-of-field"]


def test_a_marked_language_is_on_the_page(site: Path) -> None:
    add(site, "Hon sade: [I got a job]{lang=en}.\n\n> We are proud.\n>\n> {lang=en}\n>\n> — Eva Ek")
    page = page_of(make(site, today=BUILD_DAY), "projekt/jobb-i-vivalla/index.html")
    assert '<span dir="auto" lang="en">I got a job</span>' in page
    assert '<blockquote dir="auto" lang="en">' in page
    assert "{lang" not in page


@pytest.mark.seeded(33, tool=CHECK)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Projektet följer NUPP.", "abbreviation-unexplained"),
        ("Det finns kurser m.m.", "abbreviation-of-words"),
        ("Kurser, t. ex. i svenska.", "abbreviation-of-words"),
    ],
)
def test_an_abbreviation_that_nothing_explains_is_told(site: Path, text: str, code: str) -> None:
    line = add(site, text)
    [problem] = of_cards(site)
    assert (problem.code, problem.place.line) == (code, line)


def test_an_abbreviation_in_the_glossary_or_in_a_name_is_explained() -> None:
    assert judged("Projektet följer NUPP.", "sv", "NUPP") == []
    assert judged("NUPP har siffror. Nationella rådet (NUPP) ger dem.") != []
    # The levels of WCAG, and firms whose names stand for nothing else any more.
    assert judged("Sidan följer WCAG 2.2 AA, och på vägen AAA.", "sv", "WCAG") == []
    assert judged("Deltagarna fick jobb hos IKEA, SKF och ABB.") == []
    assert judged("Deltagarna fick AA.") == ["abbreviation-unexplained"]


def test_an_address_in_code_or_in_a_link_is_not_bare() -> None:
    assert judged("`www.obo.se/om` och [Obo www.obo.se/om](https://www.obo.se/om)") == []
    assert judged("Se [bolaget][obo], maria@www.obo.se.\n\n[obo]: https://www.obo.se/") == []
    assert judged("| Webb |\n|---|\n| www.obo.se/om |") == ["address-bare"]


def test_a_section_may_be_a_list_a_picture_a_table_or_parts() -> None:
    filled = ("- ett", "![Ett hus](a.png)", "| a |\n|---|\n| 1 |", "> Bra.", "### Del\n\nBra.")
    for content in filled:
        assert judged(f"## Mål\n\n{content}\n\n## Resultat\n\nBra.") == []


def test_the_cure_of_an_alternative_text_does_not_shout() -> None:
    place = Place("a.md")
    [problem] = judge_picture("BILD PÅ ETT HUS", "", "a.png", place)
    assert dict(problem.values)["mended"] == "Ett hus"
    [problem] = judge_picture("Bild på Obo", "", "a.png", place)
    assert dict(problem.values)["mended"] == "Obo"


# --- documents ---


def page_of(website: Website, path: str) -> str:
    return next(file.content.decode() for file in website.files if file.path == path)


def test_a_link_to_a_document_says_its_format_and_size(site: Path) -> None:
    folder = site / "content" / "documents"
    folder.mkdir()
    (folder / "rapport.pdf").write_bytes(b"x" * 1_250_000)
    add(
        site,
        "[Rapporten](../documents/rapport.pdf) [Rapporten som pdf](../documents/rapport.pdf) "
        "[Planen](https://www.obo.se/plan.docx) [Sidan om planen](https://www.obo.se/plan.html)",
    )
    website = make(site, today=BUILD_DAY)
    page = page_of(website, "projekt/jobb-i-vivalla/index.html").replace("\xa0", " ")
    assert website.problems == ()
    for words in (
        ">Rapporten (PDF, 1,2 MB)</a>",
        ">Rapporten som pdf (1,2 MB)</a>",
        ">Planen (DOCX)</a>",
        ">Sidan om planen</a>",
    ):
        assert words in page


# --- templates of a site's own ---

FRAME = "layouts/base.html"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "find", "put", "codes"),
    [
        (FRAME, r"<(/?)main\b", r"<\1div", {"page-main"}),
        (FRAME, r"</footer>", "</footer><main></main>", {"page-main"}),
        (FRAME, r"<(/?)header\b", r"<\1div", {"page-landmark"}),
        (FRAME, r"<(/?)footer\b", r"<\1div", {"page-landmark"}),
        (FRAME, r"<(/?)nav\b", r"<\1div", {"page-navigation-missing"}),
        (FRAME, r'<nav class="site-nav" aria-label="[^>]*">', "<nav>", {"page-navigation-name"}),
        (FRAME, r'<a class="skip".*?</a>', "", {"page-skip-link"}),
        (FRAME, r"<title>.*?</title>", "", {"page-title-missing"}),
        (FRAME, "initial-scale=1", "initial-scale=1, user-scalable=no", {"page-zoom"}),
        (FRAME, r'<html lang="[^"]*"', '<html lang="swedish"', {"page-language-unknown"}),
        ("components/page-head/template.html", r"<(/?)h1\b", r"<\1p", {"page-main-heading"}),
        ("pages/project.html", r"(?s)\Z", "{% block head %}<h1>X</h1>{% endblock %}",
         {"page-main-heading"}),
    ],
)  # fmt: skip
def test_a_template_of_the_sites_own_that_breaks_the_page_is_told_by_name(
    site: Path, template: str, find: str, put: str, codes: set[str]
) -> None:
    original = (find_theme() / template).read_text(encoding="utf-8")
    broken, count = re.subn(find, put, original)
    assert count, "the theme has changed"
    own = site / "content" / "overrides" / template
    own.parent.mkdir(parents=True)
    own.write_text(original, encoding="utf-8")
    if template == FRAME and find == r"</footer>":  # that a copy alone is no fault is asked once
        assert make(site, today=BUILD_DAY).problems == ()
    own.write_text(broken, encoding="utf-8")

    website = make(site, today=BUILD_DAY)

    assert website.stopped
    told = {problem.place.file for problem in website.problems if problem.code in codes}
    assert told == {f"content/overrides/{template}"}
    assert codes <= {problem.code for problem in website.problems}
    assert len(website.problems) < 10  # once, not on every page
