"""The first use of each of the glossary's words is marked, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.pages.term_marks import Expression, Marks, Vocabulary

VOCABULARY = Vocabulary(
    (
        Expression("stod", ("försörjningsstöd", "försörjningsstödet")),
        Expression("foretag", ("socialt företag", "sociala företag")),
        Expression("esf", ("ESF", "Europeiska socialfonden"), "Europeiska socialfonden"),
        Expression("can", ("CAN",), "Council for Information"),
        Expression("3r", ("3R-metoden", "3R")),
        Expression("eu", ("EU",), "Europeiska unionen"),
        Expression("fond", ("EU:s socialfond",)),
        Expression("kassa", ("A-kassa",)),
        Expression("co", ("cooperative", "co-op")),
    )
)

_MARK = re.compile(r'<a class="term" [^>]*>(.*?)</a>', re.DOTALL)
_MEANING = re.compile(r'<span class="stands-for"[^>]*>.*?</span>', re.DOTALL)


class Marked(NamedTuple):
    htmls: tuple[str, ...]
    terms: tuple[str, ...]


def marked(htmls: Sequence[str], vocabulary: Vocabulary = VOCABULARY) -> Marked:
    page = Marks({"sv": vocabulary}, "{}: what it means".format)
    return Marked(tuple(page.mark(html, "sv") for html in htmls), tuple(page.terms))


def marks(*htmls: str) -> list[str]:
    return [word for html in marked(htmls).htmls for word in _MARK.findall(html)]


def without_marks(html: str) -> str:
    return _MARK.sub(r"\1", _MEANING.sub("", html))


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>De fick försörjningsstöd.</p>", ["försörjningsstöd"]),
        ("<p>Försörjningsstöd är pengar.</p>", ["Försörjningsstöd"]),
        ("<p>Det var slut. Försörjningsstödet räckte inte.</p>", ["Försörjningsstödet"]),
        ("<p>Ett försörjningsstöds gränser</p>", ["försörjningsstöds"]),
        ("<p>De sociala\nföretagen, ett socialt\nföretag</p>", ["socialt\nföretag"]),
        ("<p>ett socialt, företag</p>", []),
        ("<p>The cooperatives and the co-op’s rules</p>", ["cooperatives"]),
        ("<p>Med 3R-metoden</p>", ["3R-metoden"]),
        ("<p>ESF:s regler</p>", ["ESF:s"]),
        ("<p>EU:s socialfond</p>", ["EU:s socialfond"]),
        ("<p>A-kassa och a-kassa</p>", ["A-kassa"]),
        # no part of a longer word
        ("<p>försörjningsstödsgrupp, ESFERA, icke-ESF, ESF-rådet, CAN:fem</p>", ["CAN:fem"]),
        ("<p>CAN:fyra</p>", ["CAN"]),
        # an abbreviation is no word
        ("<p>You can do it, esf</p>", []),
        # a name, not the word: a capital that no sentence gives it, or quotation marks
        ("<p>Siffran kom från Försörjningsstöd i Örebro.</p>", []),
        ("<p><strong>Vi på</strong> Försörjningsstöd i Örebro.</p>", []),
        ("<ul><li>Försörjningsstöd</li></ul>", ["Försörjningsstöd"]),
        ("<p>Artikeln ”försörjningsstöd i Örebro”</p>", []),
        ("<p>Så kallat (försörjningsstöd)</p>", ["försörjningsstöd"]),
        # not where a mark does harm
        ('<p><a href="/a/">ESF i Sverige</a></p>', []),
        ("<h3>ESF</h3><pre><code>ESF</code></pre><p><code>ESF</code></p>", []),
        ("<figure><blockquote><p>ESF</p></blockquote><figcaption>ESF</figcaption></figure>", []),
        ('<p><img src="a" alt="ESF"></p>', []),
        ("<script>var a = 'ESF' < b;</script><!-- ESF -->", []),
        ('<p><a href="/a/">ESF</a> är ESF</p>', ["ESF"]),
        ("<p>R&amp;D och ESF &amp; CAN</p>", ["ESF", "CAN"]),
        ("<p>&esf; &ESF;</p>", []),
    ],
)
def test_words_are_found_as_people_write_them(html: str, marked: list[str]) -> None:
    assert marks(html) == marked


def test_only_the_first_use_of_all_parts_is_marked() -> None:
    assert marks("<p>EU och EU, sociala företag och socialt företag</p>") == [
        "EU",
        "sociala företag",
    ]
    assert marks("<p>CAN, CAN</p>", "<p>CAN ESF</p>", "<p>ESF</p>") == ["CAN", "ESF"]


def test_a_mark_leads_to_the_explanation_and_can_be_come_back_to() -> None:
    done = marked(["<p>Ett socialt\nföretag</p>"])
    assert done.htmls == (
        (
            '<p>Ett <a class="term" id="use_foretag" href="#word_foretag" '
            'aria-label="socialt företag: what it means">socialt\nföretag</a></p>'
        ),
    )
    assert done.terms == ("foretag",)


@pytest.mark.parametrize(
    ("html", "expanded"),
    [
        ("<p>Pengar från ESF.</p>", True),
        ("<p>Europeiska  <em>socialfonden</em> (ESF) gav pengar.</p>", False),
        ("<p>ESF står för europeiska socialfonden.</p>", False),
        ("<p>ESF gav pengar.</p><p>Det är Europeiska socialfonden.</p>", True),
        ("<p>Europeiska socialfonden gav pengar.</p>", False),
        ("<h3>Europeiska socialfonden</h3><p>ESF gav pengar.</p>", False),
    ],
)
def test_an_abbreviation_is_expanded_where_the_text_does_not_do_it(
    html: str, *, expanded: bool
) -> None:
    (done,) = marked([html]).htmls
    assert (" (Europeiska socialfonden)</span>" in done) is expanded


@pytest.mark.parametrize("html", ["<p>Enligt ESF:s regler.</p>", "<p>Enligt ESF Sverige.</p>"])
def test_within_a_name_an_abbreviation_is_expanded_for_the_ear(html: str) -> None:
    (done,) = marked([html]).htmls
    assert "stands-for" not in done
    assert '(Europeiska socialfonden): what it means"' in done


def test_short_lines_have_no_brackets_and_say_the_meaning_to_the_ear() -> None:
    page = Marks({"sv": VOCABULARY}, "{}: what it means".format, brackets=False)
    done = page.mark("<p>Pengar från ESF.</p>", "sv")
    assert "stands-for" not in done
    assert '"ESF (Europeiska socialfonden): what it means"' in done


def test_what_a_word_stands_for_is_text_and_no_markup() -> None:
    vocabulary = Vocabulary((Expression("a", ("ABC",), "<b>&amp;"),))
    (done,) = marked(["<p>ABC</p>"], vocabulary).htmls
    assert "> (&lt;b&gt;&amp;amp;)</span>" in done


def test_a_word_is_marked_once_on_a_page_whatever_its_language() -> None:
    english = Vocabulary((Expression("esf", ("ESF",), "European Social Fund"),))
    page = Marks({"sv": VOCABULARY, "en": english}, "{}: what it means".format)
    assert 'class="term"' in page.mark("<p>The ESF</p>", "en")
    assert page.mark("<p>Pengar från ESF.</p>", "sv") == "<p>Pengar från ESF.</p>"
    assert page.mark("<p>ESF</p>", "fi") == "<p>ESF</p>"
    assert page.terms == {"esf": "en"}


def test_plain_words_become_safe_markup() -> None:
    page = Marks({"sv": VOCABULARY}, "{}: what it means".format)
    done = page.mark_plain('<b>CAN</b> & "ESF"', "sv")
    assert without_marks(done) == '&lt;b&gt;CAN&lt;/b&gt; &amp; "ESF"'
    assert _MARK.findall(done) == ["CAN"]  # the other stands in quotation marks


PIECES = st.sampled_from(
    [
        *("försörjningsstöd", "Försörjningsstödet", "socialt företag", "ESF", "ESF:s", "CAN", "3R"),
        *("EU:s socialfond", "Europeiska socialfonden", "cooperatives", "A-kassa", "ord", "EU"),
        *(" ", "\n", ". ", ", ", "”", "(", ")", "’", "-", "&amp;", "&nbsp;", ":", "s"),
        *("<p>", "</p>", "<li>", "</li>", "<strong>", "</strong>", "<h3>", "</h3>", "<br>"),
        *('<a href="/a/">', "</a>", "<code>", "</code>", "<blockquote>", "</blockquote>"),
        *("<script>", "</script>", "<!--", "-->", "<", ">", '"', "'", '<img alt="ESF>">'),
    ]
)
HTMLS = st.lists(st.lists(PIECES, max_size=25).map("".join), max_size=3)


@given(HTMLS)
def test_the_text_stays_as_it_is(htmls: list[str]) -> None:
    done = marked(htmls).htmls
    assert [without_marks(html) for html in done] == htmls


@given(HTMLS)
def test_a_word_is_marked_once_at_most(htmls: list[str]) -> None:
    done = marked(htmls)
    ids = re.findall(r' id="use_([^"]*)"', "".join(done.htmls))
    assert ids == list(dict.fromkeys(ids)) == list(done.terms)


@given(HTMLS)
def test_marking_again_changes_nothing(htmls: list[str]) -> None:
    done = marked(htmls)
    assert marked(done.htmls) == done


@given(st.text())
def test_whatever_is_typed_can_be_read(text: str) -> None:
    assert without_marks(marked([text]).htmls[0]) == text


def test_a_long_text_is_read_once() -> None:
    """Not by the clock: each word is looked up once, however many there are."""
    looked_up: list[object] = []

    class Starts(frozenset[str]):
        def __contains__(self, word: object) -> bool:
            looked_up.append(word)
            return super().__contains__(word)

    words = 5_000
    assert list(VOCABULARY.uses("ord " * words, Starts(VOCABULARY.by_first_word))) == []
    assert len(looked_up) == words
