"""What every page of the site says: titles, links, languages, words, and the same frame around.

These are read off the built pages, all of them, without a browser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from insyn.model import Portfolio
from reading import BuiltSite, Document, Element, plain

PAGES = "own reading of the pages"
PROJECT = "/projekt/jobbpunkt-vast-orebro/"

Examined = Callable[[Iterable[str]], None]


def lasting(site: BuiltSite) -> list[Document]:
    """Every page that is not a mere redirect."""
    return [page for page in site.pages.values() if not page.is_redirect]


def changed(page: Document, find: str, put: str) -> Document:
    """The page with the first `find` of its HTML replaced by `put`."""
    assert find in page.html, f"{find!r} is not on {page.path}"
    return replace(page, html=page.html.replace(find, put, 1))


# --- 2.4.2: titles -------------------------------------------------------------------------------


def mistitled(pages: Iterable[Document], name: str) -> list[str]:
    """Titles that two pages of a language have, that lack the page or don't end with the site."""
    pages = list(pages)
    titles = Counter((page.language, page.title) for page in pages)
    faults = [f"{count} pages are called {title}" for title, count in titles.items() if count > 1]
    for page in pages:
        if not page.title.endswith(f" – {name}"):
            faults.append(f"{page.path} does not name the site last: {page.title}")
        heading = page.main.one("h1").words.replace("\xad", "")  # long words hyphenate
        if heading.casefold() not in page.title.removesuffix(f" – {name}").casefold():
            faults.append(f"{page.path} does not say “{heading}” first: {page.title}")
    return faults


@pytest.mark.row(27, tool=PAGES)
def test_titles_say_page_and_site_and_are_unique(site: BuiltSite, examined: Examined) -> None:
    pages = lasting(site)
    examined(page.path for page in pages)
    assert mistitled(pages, site.page(site.root).meta("og:site_name")[0]) == []


@pytest.mark.seeded(27, tool=PAGES)
@pytest.mark.parametrize(
    "title", ["Insyn – Om Insyn", "Om Insyn", "Projekt – Insyn"], ids=["turned", "bare", "double"]
)
def test_a_wrong_title_is_noticed(built_site: BuiltSite, title: str) -> None:
    page = built_site.page("/om/")
    wrong = changed(page, page.html.partition("<title>")[2].partition("</title>")[0], title)
    assert mistitled([built_site.page("/projekt/"), wrong], "Insyn")


# --- 2.4.4, 2.4.9: links -------------------------------------------------------------------------

VAGUE = frozenset(
    "läs mer|mer|här|klicka här|länk|läs vidare|visa|öppna|read more|more|here|click here|link|"
    "continue|show|open|details".split("|")
)


def unclear_links(page: Document) -> list[str]:
    """Link texts that say nothing, and those that lead to two addresses."""
    found: dict[str, set[str]] = {}
    for link in page.tree.all("a"):
        # A word that is explained says so in its name, and looks unlike other links.
        name = plain(link.attributes.get("aria-label", link.words)).casefold()
        found.setdefault(name, set()).add(link.attributes["href"])
    double = [f"“{name}” leads to {sorted(to)}" for name, to in found.items() if len(to) > 1]
    return double + [f"“{name}” says nothing" for name in found if name.strip(" .…→") in VAGUE]


@pytest.mark.row(28, tool=PAGES)
def test_links_that_read_the_same_lead_to_the_same_place(
    site: BuiltSite, examined: Examined
) -> None:
    # One card of the corner cases has a heading of its own that is called like one of the page's.
    pages = [page for page in lasting(site) if not page.path.endswith("/allt-kant/")]
    examined(page.path for page in pages)
    assert {page.path: faults for page in pages if (faults := unclear_links(page))} == {}


@pytest.mark.seeded(28, tool=PAGES)
@pytest.mark.parametrize("link", ['<a href="/x/">Pengar</a>', '<a href="/x/">Läs mer</a>'])
def test_an_unclear_link_is_noticed(built_site: BuiltSite, link: str) -> None:
    assert unclear_links(changed(built_site.page(PROJECT), "</main>", f"{link}</main>"))


# --- 3.1.1, 3.1.2: languages ---------------------------------------------------------------------

# Words that are in nearly every sentence of their language, and in none of the other.
STOP_WORDS = {
    "sv": frozenset(
        "och att det som är på för med till den har inte om ett var från kan när där hur vad "
        "eller också vi av alla efter under över ska blir här deras sig sin".split()
    ),
    "en": frozenset(
        "the and of to is are for with that this was from by which when who what how have has "
        "their they not be or as it its more than into about each".split()
    ),
}
ENOUGH = 3  # such words of the other language and hardly one of its own: a passage in it


def guess(text: str) -> str | None:
    """The language that a text is in by its stop words; None if they don't say."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counts = {code: sum(word in stop for word in words) for code, stop in STOP_WORDS.items()}
    best, other = sorted(counts, key=lambda code: -counts[code])
    return best if counts[best] >= ENOUGH and counts[best] > 3 * counts[other] else None


BLOCKS = frozenset({"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "caption", "figure"})


def passages(element: Element) -> Iterator[tuple[str, str]]:
    """Each run of text in one block and one language, with that language."""
    run: list[str] = []
    now: tuple[int, str] | None = None
    for text, around in element.texts():
        block = around
        while block.name not in BLOCKS and block.parent:
            block = block.parent
        key = (id(block), around.language)
        if key != now and now:
            yield "".join(run), now[1]
            run = []
        now = key
        run.append(text)
    if now:
        yield "".join(run), now[1]


def languages_unmarked(page: Document) -> list[str]:
    """Where a page does not say its language, or has a passage in another one."""
    faults = []
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", page.tree.one("html").attributes["lang"]):
        faults.append("the page has no language")
    for text, language in passages(page.tree.one("body")):
        found = guess(text)
        if found and found != language:
            faults.append(f"“{plain(text)[:60]}” is said to be {language}")
    for link in page.tree.all("a"):
        other = link.attributes.get("hreflang")
        if other and other not in {page.language, link.language}:
            # A link says where it leads in its own language, or else in the page's words.
            words = guess(link.text)
            if words and words != link.language:
                faults.append(f"the link “{link.text}” is said to be {link.language}")
    return faults


@pytest.mark.row(32, tool=PAGES)
def test_every_passage_is_in_the_language_it_is_said_to_be_in(
    site: BuiltSite, examined: Examined
) -> None:
    pages = list(site.pages.values())
    examined(page.path for page in pages)
    assert {page.path: faults for page in pages if (faults := languages_unmarked(page))} == {}


ENGLISH = "<p>This is what the people of the town have told us about their work.</p>"


@pytest.mark.seeded(32, tool=PAGES)
@pytest.mark.parametrize(
    ("find", "put"),
    [('lang="sv"', 'lang=""'), ('lang="sv"', 'lang="en"'), ("</main>", f"{ENGLISH}</main>")],
    ids=["none", "another", "a passage"],
)
def test_a_wrong_language_is_noticed(built_site: BuiltSite, find: str, put: str) -> None:
    assert languages_unmarked(changed(built_site.page(PROJECT), find, put))


def test_a_passage_that_is_marked_is_no_fault(built_site: BuiltSite) -> None:
    marked = ENGLISH.replace("<p>", '<p lang="en">')
    page = changed(built_site.page(PROJECT), "</main>", f"{marked}</main>")
    assert languages_unmarked(page) == []


# --- 3.1.3, 3.1.4: words -------------------------------------------------------------------------

# Written as letters, and no abbreviation that a reader has to have explained: forms of companies,
# currencies, kinds of files, a standard and its level, and names without a longer form today.
NO_ABBREVIATIONS = frozenset("AB DN SEK SK CSV JSON EVA CV PDF RSS XML SISU EN AA".split())
SHORT = re.compile(r"\b[A-ZÅÄÖ][A-ZÅÄÖa-z]?[A-ZÅÄÖ]+\b")


def unexplained(texts: Iterable[str], known: frozenset[str]) -> list[str]:
    """Abbreviations in running text that neither the glossary nor the text itself explains."""
    whole = " ".join(texts)
    explained = re.findall(r"(?:förkortas|short name is) (\w+)|\w \((\w+)\)", whole)
    known |= {name for pair in explained for name in pair}
    return sorted({*SHORT.findall(whole)} - known - NO_ABBREVIATIONS)


def known_words(portfolio: Portfolio, language: str) -> frozenset[str]:
    """All words of the glossary, and their forms."""
    words = [term.words.in_language(language)[0] for term in portfolio.glossary]
    return frozenset(form for word in words for form in (word.term, *word.forms))


def prose(site: BuiltSite, language: str) -> dict[str, list[str]]:
    """The running text of every page of a language, by the page's path."""
    return {
        page.path: [part.text for part in page.main.of_class("prose")]
        for page in lasting(site)
        if page.language == language
    }


@pytest.mark.row(33, tool=PAGES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_abbreviation_is_in_the_glossary(
    language: str, built_site: BuiltSite, portfolio: Portfolio, examined: Examined
) -> None:
    known = known_words(portfolio, language)
    texts = prose(built_site, language)
    examined(texts)
    faults = {path: unexplained(text, known) for path, text in texts.items()}
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.seeded(33, tool=PAGES)
def test_an_abbreviation_that_nobody_explains_is_noticed(
    built_site: BuiltSite, portfolio: Portfolio
) -> None:
    page = changed(built_site.page(PROJECT), 'class="prose">', 'class="prose"><p>Enligt FÖK.</p>')
    texts = [part.text for part in page.main.of_class("prose")]
    assert unexplained(texts, known_words(portfolio, "sv")) == ["FÖK"]


# --- 3.1.5: reading level ------------------------------------------------------------------------

HARD = 60  # LIX: above this a text is "very hard" (Björnsson)
EASY = 40  # what an easy-to-read text may have at most
LONGEST_SUMMARY = 300  # characters
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}|\b(?:bl|m|s|t|o|ca|kr|nr|kap|resp|e|i)\.(?=\s*[\w§])")


def lix(text: str) -> float:
    """The readability of a text by Björnsson's formula: below 30 very easy, above 60 very hard.

    Words to a sentence, and words of more than six letters in a hundred.  Numbers are no words,
    and neither they nor abbreviations end a sentence.
    """
    whole = _ABBREVIATION.sub("x", re.sub(r"\d[\d\s.,:–-]*", " ", text))
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", whole)
    ends = len(re.findall(r"[.!?:](?=\s|$|”)", whole))
    if not words:
        return 0
    return len(words) / max(ends, 1) + 100 * sum(len(word) > 6 for word in words) / len(words)


def too_hard(page: Document, most: float) -> list[str]:
    """What is harder to read on a page than it may be, and a summary that is missing or long."""
    faults = []
    summaries = [len(lead.text) for lead in page.main.of_class("lead")[:1]]
    if summaries in ([], [0]):
        faults.append("there is no summary")
    elif summaries[0] > LONGEST_SUMMARY:
        faults.append(f"the summary has {summaries[0]} characters")
    for part in page.main.of_class("prose"):
        text = whole_sentences(
            block.text
            for block in part.all("p", "li")
            if not any(inner.name in {"p", "li"} for inner in block.all())
        )
        if (found := lix(text)) > most:
            faults.append(f"LIX is {found:.0f}: {text[:60]}")
    return faults


def whole_sentences(blocks: Iterable[str]) -> str:
    """Paragraphs and items of lists as one text; each is whole, with a full stop or without."""
    return " ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in blocks)


AREAS = ("projekt", "en/projects", "berattelser", "en/stories")


def cards(site: BuiltSite, portfolio: Portfolio) -> Iterator[Document]:
    """The pages of all projects and stories."""
    for area in AREAS:
        slugs = portfolio.projects if "proje" in area else portfolio.stories
        for slug in slugs:
            yield site.page(f"/{area}/{slug}/")


@pytest.mark.row(34, tool=PAGES)
def test_every_card_has_a_plain_summary_and_is_not_very_hard_to_read(
    built_site: BuiltSite, portfolio: Portfolio, examined: Examined
) -> None:
    pages = list(cards(built_site, portfolio))
    examined(page.path for page in pages)
    assert len(pages) == 2 * (len(portfolio.projects) + len(portfolio.stories))
    assert {page.path: faults for page in pages if (faults := too_hard(page, HARD))} == {}


@pytest.mark.row(34, tool=PAGES)
def test_every_card_has_an_easy_version_that_is_easy(
    built_site: BuiltSite, portfolio: Portfolio, examined: Examined
) -> None:
    easy = {"projekt": "lattlast", "berattelser": "lattlast"}
    paths = [
        f"{page.path}{easy.get(page.path.split('/')[1], 'easy-to-read')}/"
        for page in cards(built_site, portfolio)
    ]
    examined(paths)
    texts = {
        path: whole_sentences(part.text for part in built_site.page(path).main.all("p", "li"))
        for path in paths
    }
    assert {path: lix(text) for path, text in texts.items() if lix(text) > EASY} == {}


@pytest.mark.seeded(34, tool=PAGES)
@pytest.mark.parametrize(
    ("find", "put"),
    [
        ('class="lead"', 'class="large"'),
        (
            'class="prose">',
            'class="prose"><p>'
            + "Samverkansförutsättningarna avseende arbetsmarknadspolitiska insatsers "
            "genomförandeprocesser implementeras " * 40 + "</p>",
        ),
    ],
    ids=["no summary", "hard"],
)
def test_a_hard_text_and_a_missing_summary_are_noticed(
    built_site: BuiltSite, find: str, put: str
) -> None:
    assert too_hard(changed(built_site.page(PROJECT), find, put), HARD)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Vi bor här. Du kan gå dit.", 3, 4),
        ("Vi bor t.ex. på 2 kap. 12 § och ringer 019-19 44 14.", 4, 20),
        ("Arbetsmarknadsdepartementet förordningsreglerar verksamhetsansvaret.", 103, 103),
        ("", 0, 0),
    ],
)
def test_lix_is_that_of_the_formula(text: str, least: float, most: float) -> None:
    assert least <= lix(text) <= most


# --- 3.1.6: pronunciation ------------------------------------------------------------------------


def unspoken(page: Document, pronunciation: str) -> list[str]:
    """What is wrong where a card tells how its name is said: the page has to show it."""
    return [] if pronunciation in page.main.text else [f"“{pronunciation}” is not on {page.path}"]


@pytest.mark.row(35, tool=PAGES)
def test_a_pronunciation_is_shown(
    built_site: BuiltSite, portfolio: Portfolio, examined: Examined
) -> None:
    told = 0
    for kind, areas in (("projects", AREAS[:2]), ("stories", AREAS[2:])):
        for slug, card in getattr(portfolio, kind).items():
            said = card.other_forms.pronunciation
            for area, language in zip(areas, ("sv", "en"), strict=True):
                if said:
                    words = said.in_language(language)[0]
                    page = built_site.page(f"/{area}/{slug}/")
                    examined([page.path])
                    assert unspoken(page, words) == []
                    told += 1
    assert told


@pytest.mark.seeded(35, tool=PAGES)
def test_a_pronunciation_that_is_not_shown_is_noticed(
    built_site: BuiltSite, portfolio: Portfolio
) -> None:
    slug, words = next(
        (slug, said.in_language("sv")[0])
        for slug, card in portfolio.projects.items()
        if (said := card.other_forms.pronunciation)
    )
    page = built_site.page(f"/projekt/{slug}/")
    assert unspoken(page, words) == []
    assert unspoken(changed(page, words, ""), words)


# --- 3.2.3, 3.2.4, 3.2.6: the same everywhere ----------------------------------------------------


def frame(page: Document) -> tuple[tuple[str, str], ...]:
    """The links of menus and footer in their order: where they lead, and their words."""
    body = page.tree.one("body")
    return tuple(
        # An e-mail tells of the page in its query.
        (link.attributes["href"].partition("?")[0], link.words)
        for place in (body.one("header"), body.one("footer"))
        for link in place.all("a")
        if "hreflang" not in link.attributes
        and not link.attributes["href"].startswith("mailto:?")  # a wrong address is not sent
    )


def differing(pages: Iterable[Document]) -> list[str]:
    """Pages whose menus or footer are not those of most pages of their language."""
    frames = {page.path: (page.language, frame(page)) for page in pages}
    usual = {
        language: Counter(found for code, found in frames.values() if code == language)
        for language in {language for language, _ in frames.values()}
    }
    return [
        path
        for path, (language, found) in frames.items()
        if found != usual[language].most_common(1)[0][0]
    ]


@pytest.mark.row(36, tool=PAGES)
def test_menus_and_help_are_the_same_on_every_page(site: BuiltSite, examined: Examined) -> None:
    examined(site.pages)
    assert all(len(frame(page)) > 10 for page in site.pages.values())
    assert differing(site.pages.values()) == []


@pytest.mark.seeded(36, tool=PAGES)
@pytest.mark.parametrize("words", ["Pengar", "Platser"])
def test_a_menu_that_differs_is_noticed(built_site: BuiltSite, words: str) -> None:
    page = changed(built_site.page("/om/"), f">{words}</a>", ">Annat</a>")
    others = [built_site.page(path) for path in ("/", "/projekt/", "/pengar/")]
    assert differing([*others, page]) == ["/om/"]
