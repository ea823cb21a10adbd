"""Words are explained, texts are easy to read, and help is where one looks for it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from insyn.build import make
from insyn.model import Portfolio
from insyn.pages.term_marks import SECTION_ID, Expression, Vocabulary
from reading import BUILD_DAY, BuiltSite, Document, Element

GLOSSARIES = {"sv": "/ordlista/", "en": "/en/glossary/"}
EASY_LISTS = {"sv": "/lattlast/", "en": "/en/easy-to-read/"}
HELP = {"sv": "/hjalp/", "en": "/en/help/"}
CARDS = {
    "projects": ("/projekt/", "/en/projects/"),
    "stories": ("/berattelser/", "/en/stories/"),
}
EASY = {"sv": "lattlast/", "en": "easy-to-read/"}
LONGEST_LINE = 55

# Written as letters, and no abbreviation that a reader has to have explained.
NO_ABBREVIATIONS = frozenset(
    {
        *("AB", "DN", "SEK", "SK", "CSV", "JSON", "EVA", "CV", "PDF", "RSS", "XML"),
        # names that have no longer form today
        *("SISU",),
    }
)


def href(link: Element) -> str:
    return link.attributes["href"]


def pages(site: BuiltSite) -> list[Document]:
    return [page for page in site.pages.values() if not page.is_redirect]


def word_lists(page: Document) -> list[Element]:
    """The explanations at the end of a page, one element for each word."""
    return [
        entry
        for heading in page.main.all("h2")
        if heading.attributes.get("id") == SECTION_ID and heading.parent
        for entry in heading.parent.one("dl").all("div")
    ]


def ancestors(element: Element) -> Iterator[Element]:
    parent = element.parent
    while parent is not None:
        yield parent
        parent = parent.parent


# --- the words of a page -------------------------------------------------------------------------


def test_every_mark_leads_to_an_explanation_that_leads_back(site: BuiltSite) -> None:
    marked = 0
    for page in pages(site):
        entries = {entry.one("dt").attributes["id"]: entry for entry in word_lists(page)}
        marks = page.main.of_class("term")
        targets = [href(mark).removeprefix("#") for mark in marks]
        assert len(targets) == len(set(targets)), page.path
        for mark, target in zip(marks, targets, strict=True):
            assert mark.attributes["aria-label"].startswith(mark.words)
            (back,) = entries[target].of_class("back")
            assert href(back.one("a")) == f"#{mark.attributes['id']}"
            assert not {one.name for one in ancestors(mark)} & {"a", "h2", "h3", "code", "pre"}
        assert set(targets) <= set(entries)
        marked += len(marks)
    assert marked


# What is no running text: a mark would stand in its way.
UNMARKED = frozenset(
    "a abbr blockquote button caption cite code dt figcaption h1 h2 h3 h4 pre th".split()
)


def missed(page: Document, words: Vocabulary) -> list[str]:
    """Words that the lead, the facts or the text of a page use before they are marked there.

    A word with a capital may be part of a name, and is passed over.
    """
    marked: set[str] = set()
    found: list[str] = []
    for text, around in page.main.texts():
        if "term" in around.attributes.get("class", "").split():
            marked.add(around.attributes["id"].removeprefix("use_"))
            continue
        chain = (around, *ancestors(around))
        shown = {name for one in chain for name in one.attributes.get("class", "").split()}
        if (
            not shown & {"lead", "prose", "sides", "facts"}
            or "notice" in shown
            or any(one.name in UNMARKED or "stands-for" in one.attributes.values() for one in chain)
            or around.language != page.language
        ):
            continue
        found += (
            text[start:end]
            for start, end, form in words.uses(text)
            if form.key not in marked and text[start:end].islower()
        )
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_first_use_on_the_page_is_marked_wherever_it_stands(
    language: str, built_site: BuiltSite, portfolio: Portfolio
) -> None:
    words = vocabulary(portfolio, language)
    examined = 0
    for kind, starts in CARDS.items():
        for slug in getattr(portfolio, kind):
            card = f"{starts[language == 'en']}{slug}/"
            for path in (card, f"{card}{EASY[language]}"):
                assert missed(built_site.page(path), words) == [], path
                examined += 1
    assert examined >= 10


def test_a_word_is_marked_in_the_summary_in_facts_and_in_what_is_told_of_accessibility(
    built_site: BuiltSite,
) -> None:
    main = built_site.page("/projekt/jobbpunkt-vast-orebro/").main
    (lead,) = main.of_class("lead")
    assert [mark.words for mark in lead.of_class("term")] == ["coachning", "praktik"]
    (sides,) = main.of_class("sides")
    assert "funktionsnedsättning" in {mark.words for mark in sides.of_class("term")}
    assert [mark.words for mark in main.of_class("term")].count("coachning") == 1
    easy = built_site.page("/projekt/jobbpunkt-vast-orebro/lattlast/").main
    assert {mark.words for mark in easy.of_class("term")} >= {"EU"}
    assert easy.of_class("stands-for") == []  # the lines are short


def test_the_explanations_are_those_of_the_glossary(site: BuiltSite) -> None:
    for language, path in GLOSSARIES.items():
        told = {
            entry.one("dt").words: {dd.words for dd in entry.all("dd")}
            for terms in site.page(path).main.all("dl")
            for entry in terms.all("div")
        }
        for page in pages(site):
            for entry in word_lists(page) if page.language == language else ():
                if entry.one("dt").language != language:
                    continue  # the text is in the site's other language
                texts = {dd.words for dd in entry.all("dd") if dd not in entry.of_class("back")}
                assert texts <= told[entry.one("dt").words], page.path


@pytest.mark.parametrize("kind", ["projects", "stories"])
def test_every_card_explains_its_words(
    kind: str, built_site: BuiltSite, portfolio: Portfolio
) -> None:
    for slug in getattr(portfolio, kind):
        for path in CARDS[kind]:
            assert len(word_lists(built_site.page(f"{path}{slug}/"))) >= 5, slug


def test_the_explanations_are_not_found_as_the_page_s_own_text(site: BuiltSite) -> None:
    for page in pages(site):
        for entry in word_lists(page):
            if any("data-pagefind-body" in one.attributes for one in ancestors(entry)):
                assert any("data-pagefind-ignore" in one.attributes for one in ancestors(entry))
        for meaning in page.main.of_class("stands-for"):
            assert "data-pagefind-ignore" in meaning.attributes


def test_the_list_of_contents_names_the_words(built_site: BuiltSite) -> None:
    page = built_site.page("/projekt/motesplats-mtg/")
    (contents,) = page.main.of_class("contents")
    links = [(href(link), link.words) for link in contents.all("a")]
    assert (f"#{SECTION_ID}", "Ord på den här sidan") in links


# --- the glossary --------------------------------------------------------------------------------


def vocabulary(portfolio: Portfolio, language: str) -> Vocabulary:
    words = [(term.slug, term.words.in_language(language)[0]) for term in portfolio.glossary]
    return Vocabulary(
        tuple(Expression(slug, (word.term, *word.forms), word.stands_for) for slug, word in words)
    )


def own_text(page: Document) -> str:
    """What a page says, without the explanations of its words."""
    explained = {text for entry in word_lists(page) for text in entry.texts()}
    return "".join(
        f"{text}\n" for text, around in page.main.texts() if (text, around) not in explained
    )


def test_there_are_words_enough_in_both_languages(portfolio: Portfolio) -> None:
    assert len(portfolio.glossary) >= 30
    for term in portfolio.glossary:
        assert [code for code, _ in term.words.versions] == ["sv", "en"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_is_used_on_some_page(
    language: str, built_site: BuiltSite, portfolio: Portfolio
) -> None:
    words = vocabulary(portfolio, language)
    texts = (
        own_text(page)
        for page in pages(built_site)
        if page.language == language and page.path != GLOSSARIES[language]
    )
    used = frozenset[str]().union(*map(words.keys_in, texts))
    assert {term.slug for term in portfolio.glossary} - used == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_abbreviation_of_the_cards_is_explained(
    language: str, built_site: BuiltSite, portfolio: Portfolio
) -> None:
    words = [term.words.in_language(language)[0] for term in portfolio.glossary]
    known = {form for word in words for form in (word.term, *word.forms)}
    for kind, starts in CARDS.items():
        start = starts[language == "en"]
        for slug in getattr(portfolio, kind):
            texts = built_site.page(f"{start}{slug}/").main.of_class("prose")
            found = {
                name
                for text in texts
                for name in re.findall(r"\b[A-ZÅÄÖ][A-ZÅÄÖa-z]?[A-ZÅÄÖ]+\b", text.text)
            }
            assert found - known - NO_ABBREVIATIONS == set(), slug


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_glossary_names_the_cards_that_use_a_word_and_no_others(
    language: str, built_site: BuiltSite, portfolio: Portfolio
) -> None:
    words = vocabulary(portfolio, language)
    uses: dict[str, set[str]] = {}
    for kind, starts in CARDS.items():
        for slug in getattr(portfolio, kind):
            path = f"{starts[language == 'en']}{slug}/"
            main = built_site.page(path).main
            texts = (section.parent for section in main.of_class("prose") if section.parent)
            for key in frozenset[str]().union(*(words.keys_in(text.text) for text in texts)):
                uses.setdefault(key, set()).add(path)
    told = {
        entry.one("dt").attributes["id"]: {
            href(link) for link in entry.of_class("uses")[0].all("a")
        }
        for terms in built_site.page(GLOSSARIES[language]).main.all("dl")
        for entry in terms.all("div")
        if entry.of_class("uses")
    }
    assert told == uses


def test_machines_read_the_glossary_too(site: BuiltSite) -> None:
    for path in GLOSSARIES.values():
        page = site.page(path)
        (script,) = (one for one in page.tree.all("script") if one.children)
        said = json.loads(str(script.children[0]))
        ids = {dt.attributes["id"] for dt in page.main.all("dt")}
        assert said["@type"] == "DefinedTermSet"
        assert {term["url"] for term in said["hasDefinedTerm"]} == {
            f"{site.whole(path)}#{name}" for name in ids
        }


# --- easy to read --------------------------------------------------------------------------------


def test_every_card_has_an_easy_version(built_site: BuiltSite, portfolio: Portfolio) -> None:
    for kind, starts in CARDS.items():
        for slug in getattr(portfolio, kind):
            for start, language in zip(starts, ("sv", "en"), strict=True):
                full = built_site.page(f"{start}{slug}/")
                easy = built_site.page(f"{full.path}{EASY[language]}")
                assert easy.path in {href(link) for link in full.main.all("a")}
                assert full.path in {href(link) for link in easy.main.all("a")}
                listed = built_site.page(EASY_LISTS[language]).main
                assert easy.path in {href(link) for link in listed.all("a")}
                assert any(href(a).startswith(("tel:", "mailto:")) for a in easy.main.all("a"))
                assert easy.main.one("h1").words != full.main.one("h1").words


def easy_lines(page: Document) -> Iterator[str]:
    (text,) = page.main.of_class("band")
    for prose in text.of_class("prose"):
        for block in prose.all("p", "li"):
            line = ""
            for child in block.children:
                if isinstance(child, Element) and child.name == "br":
                    yield line.strip()
                    line = ""
                else:
                    line += child if isinstance(child, str) else child.words
            yield line.strip()


def test_easy_texts_have_short_lines_and_few_words(
    built_site: BuiltSite, portfolio: Portfolio
) -> None:
    for kind, starts in CARDS.items():
        for slug in getattr(portfolio, kind):
            for start, language in zip(starts, ("sv", "en"), strict=True):
                full = built_site.page(f"{start}{slug}/")
                lines = list(easy_lines(built_site.page(f"{full.path}{EASY[language]}")))
                assert len(lines) > 20, slug
                assert [line for line in lines if len(line) > LONGEST_LINE] == []
                whole = " ".join(text.text for text in full.main.of_class("prose"))
                assert len(" ".join(lines)) < len(whole) / 2


def test_each_line_of_the_file_is_a_line(corner_site: BuiltSite) -> None:
    page = corner_site.page("/projekt/allt-kant/lattlast/")
    lines = list(easy_lines(page))
    assert lines[:2] == ["En rad.", "En rad till, med en länk."]
    assert lines[-3:] == ["ett", "och en rad till", "två"]
    links = {link.words: href(link) for link in page.main.all("a")}
    assert links["ordlistan"] == "/ordlista/#aao"
    assert links["samma text"] == page.path


def test_other_forms_say_what_they_are(corner_site: BuiltSite) -> None:
    head = corner_site.page("/projekt/allt-kant/").main
    links = {link.words: href(link) for also in head.of_class("also") for link in also.all("a")}
    assert links["Lyssna på texten (MP3)"] == "/media/documents/text.mp3"
    film = "https://www.example.org/film?a=1&b=2"
    assert links["Film på teckenspråk (på example.org)"] == film
    assert links["Lättläst version"] == "/projekt/allt-kant/lattlast/"
    assert [one.words for one in head.of_class("pronunciation")] == ["Uttal: ätt <äks>"]


# --- help ----------------------------------------------------------------------------------------


def test_help_is_in_the_same_place_on_every_page(built_site: BuiltSite) -> None:
    for page in pages(built_site):
        (beside,) = page.tree.of_class("languages")
        first = next(beside.all("a"))
        assert (href(first), first.words) == (
            HELP[page.language],
            {"sv": "Hjälp", "en": "Help"}[page.language],
        )
        below = {href(link) for link in page.tree.one("footer").all("a")}
        assert {HELP[page.language], GLOSSARIES[page.language]} <= below


def test_a_site_without_words_and_easy_texts_says_nothing_of_them() -> None:
    bare = Path(__file__).parents[1] / "invalid" / "base"
    website = make(bare, today=BUILD_DAY)
    assert website.problems == ()
    assert not [file.path for file in website.files if re.search("ordlista|lattlast", file.path)]
    for file in website.files:
        if file.path.endswith(".html"):
            text = file.content.decode()
            assert not re.search(r"/ordlista/|/lattlast/|class=\"term\"", text)


@pytest.mark.slow
def test_an_easy_text_in_one_language_has_no_page_in_the_other(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(Path(__file__).parents[1] / "invalid" / "base" / "content", content)
    card = "projects/jobb-i-vivalla"
    (content / f"{card}.lattlast.en.md").write_text("A line.\n", encoding="utf-8")
    website = make(tmp_path, today=BUILD_DAY)
    assert website.problems == ()
    texts = {
        file.path: file.content.decode() for file in website.files if file.path.endswith(".html")
    }
    assert [path for path in texts if "lattlast" in path] == []
    assert "/lattlast/" not in "".join(texts.values())
    easy = texts["en/projects/jobb-i-vivalla/easy-to-read/index.html"]
    assert 'hreflang="sv"' not in easy
    assert "/en/projects/jobb-i-vivalla/easy-to-read/" in texts["en/easy-to-read/index.html"]


def test_a_link_to_an_easy_text_that_is_not_there_is_told(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(Path(__file__).parents[1] / "invalid" / "base" / "content", content)
    page = content / "pages" / "om.md"
    link = "\n[Lättläst](../projects/jobb-i-vivalla.lattlast.md) [Ord](../glossary.yaml)\n"
    page.write_text(page.read_text(encoding="utf-8") + link, encoding="utf-8")
    website = make(tmp_path, today=BUILD_DAY)
    told = {(problem.code, problem.place.file) for problem in website.problems}
    assert told == {("link-broken", "content/pages/om.md")}
    assert len(website.problems) == 2
