"""Markdown → safe HTML, headings, links and images, each with its place."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from insyn.explanation import explain
from insyn.markup import SCHEMES, Reference, Rendered, render
from insyn.problem import Place, Problem

FILE = "content/projects/a.md"


def rendered(
    markdown: str, language: str = "sv", reserved_ids: frozenset[str] = frozenset()
) -> tuple[Rendered, tuple[Problem, ...]]:
    return render(markdown, file=FILE, first_line=1, language=language, reserved_ids=reserved_ids)


def html_of(markdown: str) -> str:
    """The HTML of a body without mistakes, on one line."""
    body, problems = rendered(markdown)
    assert problems == ()
    return "".join(
        (f"[{section.heading.text}]" if section.heading else "")
        + re.sub(r"\s*\n\s*", "", section.html)
        for section in body.sections
    )


def told(markdown: str) -> list[tuple[int, int, str]]:
    _, problems = rendered(markdown)
    for problem in problems:
        for language in ("sv", "en"):
            assert explain(problem, language).message
    return [(found.place.line, found.place.column, found.code) for found in problems]


# --- headings and sections ---


def test_sections_begin_at_h2_and_keep_what_stands_before_the_first() -> None:
    body, problems = rendered("Intro\n\n## Bakgrund\n\nText\n\n### Mer\n\nText\n\n## Syfte\n")
    assert problems == ()
    assert [(s.heading.text if s.heading else None, s.html) for s in body.sections] == [
        (None, "<p>Intro</p>"),
        ("Bakgrund", '<p>Text</p>\n<h3 id="mer">Mer</h3>\n<p>Text</p>'),
        ("Syfte", ""),
    ]


def test_no_section_without_heading_where_nothing_stands_before_the_first() -> None:
    body, _ = rendered("\n## Bakgrund\n\nText")
    assert [bool(section.heading) for section in body.sections] == [True]
    assert rendered("")[0] == Rendered((), (), (), "")


def test_headings_of_both_kinds_with_their_places() -> None:
    body, problems = render(
        "Intro\n## Ett **två** ##\n\nTre\nfyra\n-----\n\n### C#\n\n> ## Citat\n",
        file=FILE,
        first_line=20,
        language="sv",
    )
    assert problems == ()
    assert [(h.level, h.text, h.place.line, h.place.column) for h in body.headings] == [
        (2, "Ett två", 21, 1),
        (2, "Tre fyra", 23, 1),
        (3, "C#", 27, 1),
        (2, "Citat", 29, 3),
    ]


def test_ids_are_slugs_and_unique_and_avoid_the_reserved() -> None:
    markdown = "## Åtgärder\n\n## Åtgärder\n\n## Mål\n\n## 💡\n\n## Atgarder 2\n"
    body, _ = rendered(markdown, reserved_ids=frozenset({"mal"}))
    assert [heading.id for heading in body.headings] == [
        "atgarder",
        "atgarder-2",
        "mal-2",
        "avsnitt",
        "atgarder-2-2",
    ]
    assert rendered("## 💡", "en")[0].headings[0].id == "section"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# A", [(1, 1, "heading-level-1")]),
        ("Text\n\nA\n===", [(3, 1, "heading-level-1")]),
        ("### A", [(1, 1, "heading-skipped")]),
        ("## A\n\n#### B\n\n### C", [(3, 1, "heading-skipped")]),
        ("## A\n\n### B\n\n## C\n\n### D\n\n#### E", []),
        ("# A\n\n### B", [(1, 1, "heading-level-1")]),
        ("##\n\nText", [(1, 1, "heading-empty")]),
        ("## <b></b>", [(1, 1, "heading-empty"), (1, 4, "raw-html")]),
        ("```\n# kod\n```", []),
        ("    # kod", []),
        ("~~~\n#### kod\n~~~\n\n## A", []),
        ("#hashtag och text", []),
    ],
)
def test_mistakes_in_headings(markdown: str, expected: list[tuple[int, int, str]]) -> None:
    assert told(markdown) == expected


def test_a_skipped_level_is_told_with_the_right_sign() -> None:
    _, problems = rendered("## A\n\n#### B")
    assert explain(problems[0], "sv").hint == "Byt #### mot ###: ### B"


# --- links and images ---


def test_links_and_images_with_their_places() -> None:
    body, problems = rendered(
        'En [länk](../stories/x.md "titel") och ![en *bild*](images/a.jpg)\n'
        "och [**fet**][r], [r] samt\n"
        "- en <https://example.org/?a=1&b=2>\n"
        "  > <a@example.org> `[kod](x)` \\[ingen](x)\n"
        "\n"
        "| A | B |\n"
        "|---|---|\n"
        "| 1 | [z](y%20z) |\n"
        "\n"
        "[r]: http://example.org/r\n"
    )
    assert problems == ()
    assert [(r.kind, r.target, r.text, r.place.line, r.place.column) for r in body.references] == [
        ("link", "../stories/x.md", "länk", 1, 4),
        ("image", "images/a.jpg", "en *bild*", 1, 40),
        ("link", "http://example.org/r", "fet", 2, 5),
        ("link", "http://example.org/r", "r", 2, 19),
        ("link", "https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2", 3, 6),
        ("link", "mailto:a@example.org", "a@example.org", 4, 5),
        ("link", "y%20z", "z", 8, 7),
    ]


def test_places_behind_a_tab_count_characters() -> None:
    assert [r.place.column for r in rendered("- a\n\n\t[b](c)")[0].references] == [2]


def test_targets_are_mapped_and_unknown_ones_dropped_with_their_text_kept() -> None:
    def link(reference: Reference) -> str | None:
        return {"../stories/x.md": "card:stories/x", "a.jpg": "media:images/a.jpg"}.get(
            reference.target
        )

    body, problems = render(
        "[x](../stories/x.md) [**y**](y.md) ![Alt](a.jpg) ![Alt & b](b.jpg)",
        file=FILE,
        first_line=1,
        language="sv",
        link=link,
    )
    assert problems == ()
    assert body.sections[0].html == (
        '<p><a href="card:stories/x">x</a> <strong>y</strong> '
        '<img alt="Alt" src="media:images/a.jpg"> Alt &amp; b</p>'
    )
    assert len(body.references) == 4


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/a?b=1&c=2#d",
        "mailto:a@example.org",
        "tel:+46-19-19-44-14",
        "/projekt/a/",
        "../a.md",
        "#del",
        "card:stories/x",
    ],
)
def test_targets_that_pass(target: str) -> None:
    body, problems = rendered(f"[x]({target})")
    assert problems == ()
    assert f'href="{html.escape(target)}"' in body.sections[0].html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#1;javascript:alert(1)",
        "<javascript:alert(1)>",
        "< javascript:alert(1)>",
        "vbscript:x",
        "data:text/html,x",
        "data:text/html;base64,PHNjcmlwdD4=",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "![x]({})", "[x][r]\n\n[r]: {}"])
def test_script_links_are_made_harmless_and_told(target: str, form: str) -> None:
    if form.startswith("[x][r]") and " " in target:
        target = target.replace(" ", "")
    body, problems = rendered(form.format(target))
    assert [(p.place, p.code) for p in problems] == [(Place(FILE, 1, 1), "script-link")]
    assert explain(problems[0], "sv").severity == "warning"
    assert body.sections[0].html == "<p>x</p>"
    assert body.references == ()


def test_an_autolink_with_a_script_is_harmless() -> None:
    assert told("<javascript:alert(1)>") == [(1, 1, "script-link")]
    assert rendered("<javascript:alert(1)>")[0].sections[0].html == "<p>javascript:alert(1)</p>"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("En bild: ![](a.jpg)", [(1, 10, "image-alt-missing")]),
        ("![ ](a.jpg)", [(1, 1, "image-alt-missing")]),
        ("![][b]\n\n[b]: a.jpg", [(1, 1, "image-alt-missing")]),
        ("[](a.md)", [(1, 1, "link-text-missing")]),
        ("[![Alt](a.jpg)](b.md)", []),
        ("[x]()", [(1, 1, "link-empty")]),
        ("Se [x](file:///c:/x.docx)", [(1, 4, "link-scheme")]),
        ("[x](C:\\x.docx)", [(1, 1, "link-scheme")]),
    ],
)
def test_mistakes_in_links_and_images(markdown: str, expected: list[tuple[int, int, str]]) -> None:
    assert told(markdown) == expected


# --- raw HTML ---


@pytest.mark.parametrize(
    ("markdown", "expected", "problems"),
    [
        ("a <b>fet</b> c", "<p>a fet c</p>", [(1, 3)]),
        ("a fet</b> <i>c</b>", "<p>a fet c</p>", [(1, 6), (1, 11)]),
        ("a<br>b", "<p>a b</p>", [(1, 2)]),
        ("a <!-- hemligt --> b", "<p>a  b</p>", [(1, 3)]),
        ("<!--\n\nhemligt\n\n-->\n\na", "<p>a</p>", [(1, 1)]),
        ("<div class='x'>\n\na\n\n</div>", "<p>a</p>", [(1, 1), (5, 1)]),
        ("<script>alert(1)</script>a", "<p>a</p>", [(1, 1)]),
        ("<script>\n\nalert(1)\n\n</script>\n\na", "<p>a</p>", [(1, 1)]),
        ("a <STYLE>b</STYLE> c", "<p>a  c</p>", [(1, 3)]),
        ('- a\n  - <img onerror="x()"> b', "<ul><li>a<ul><li>b</li></ul></li></ul>", [(2, 5)]),
        ("| a | b |\n|---|---|\n| <i>c</i> | d |", None, [(3, 3)]),
        ("`<b>` \\<i> 3 < 5 <3", "<p><code>&lt;b&gt;</code> &lt;i&gt; 3 &lt; 5 &lt;3</p>", []),
        ("&lt;script&gt; &copy; &amp;", "<p>&lt;script&gt; © &amp;</p>", []),
        ("```\n<b>&amp;\n```", "<pre><code>&lt;b&gt;&amp;amp;</code></pre>", []),
        ("[x](<a b.md>)", '<p><a href="a b.md">x</a></p>', []),
    ],
)  # fmt: skip
def test_raw_html_is_dropped_and_told(
    markdown: str, expected: str | None, problems: list[tuple[int, int]]
) -> None:
    assert told(markdown) == [(line, column, "raw-html") for line, column in problems]
    if expected is not None:
        body = rendered(markdown)[0].sections[0].html
        assert re.sub(r"\s*\n\s*", "", body) == expected
    for problem in rendered(markdown)[1]:
        assert explain(problem, "sv").severity == "warning"


# --- blocks as on git hosts ---


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a\n- b\n- c", "<p>a</p><ul><li>b</li><li>c</li></ul>"),
        ("a\n1. b\n2. c", "<p>a</p><ol><li>b</li><li>c</li></ol>"),
        ("a\n1986. b", "<p>a1986. b</p>"),
        (
            "- a\n  - b\n    - c\n- d",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
        ),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\n- b\n\nc", "<ul><li>a</li><li>b</li></ul><p>c</p>"),
        ("1. a\n- b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        (
            "- a\n  ```\n  - x\n  ```\n- b",
            "<ul><li><p>a</p><pre><code>- x</code></pre></li><li><p>b</p></li></ul>",
        ),
        ("```\na\n\n- b\n```", "<pre><code>a- b</code></pre>"),
        ("    a", "<pre><code>a</code></pre>"),
        ("a  \nb\\\nc", "<p>a<br>b<br>c</p>"),
        ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
        ("*a* **b** a_b_c `d`", "<p><em>a</em> <strong>b</strong> a_b_c <code>d</code></p>"),
        ("> a\n\n> b", "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>"),
        ("-", ""),
        (">", ""),
    ],
)  # fmt: skip
def test_blocks(markdown: str, expected: str) -> None:
    assert html_of(markdown) == expected


@pytest.mark.parametrize("dash", ["— ", "– ", "—"])
@pytest.mark.parametrize("gap", ["\n> ", "\n>\n> ", "  \n> ", "\\\n> "])
def test_a_quote_that_ends_in_a_name_becomes_a_figure(dash: str, gap: str) -> None:
    assert html_of(f"> Jag *fick* jobb.{gap}{dash}Anna **Ek**, deltagare") == (
        '<figure class="quote"><blockquote><p>Jag <em>fick</em> jobb.</p></blockquote>'
        "<figcaption>Anna <strong>Ek</strong>, deltagare</figcaption></figure>"
    )


def test_a_quote_without_a_name_stays_a_quote() -> None:
    assert html_of("> Jag – och du.\n> Slut") == (
        "<blockquote><p>Jag – och du.Slut</p></blockquote>"
    )
    assert html_of("> — Anna") == "<blockquote><p>— Anna</p></blockquote>"


def test_a_table_has_a_caption_and_headers_both_ways_and_no_style() -> None:
    assert html_of("Text:\n| A | B |\n|:--|--:|\n| 1 | 2 |\n") == (
        "<p>Text:</p><table><caption>Tabell</caption><thead><tr>"
        '<th scope="col">A</th><th class="align-right" scope="col">B</th></tr></thead>'
        '<tbody><tr><th scope="row">1</th><td class="align-right">2</td></tr></tbody></table>'
    )


def test_a_wide_table_can_be_scrolled_with_the_keyboard_and_has_a_name_of_its_own() -> None:
    table = "| A |  | C |\n|---|:-:|---|\n| 1 | 2 | 3 |\n\n"
    body, problems = rendered(f"## Mål & medel\n\n{table}Text\n\n{table}", "en")
    assert problems == ()
    found = re.findall(r'<div aria-label="([^"]*)" class="([^"]*)" (.*?)>', body.sections[0].html)
    assert found == [
        ("Table: Mål &amp; medel", "table-wrap", 'role="region" tabindex="0"'),
        ("Table: Mål &amp; medel (2)", "table-wrap", 'role="region" tabindex="0"'),
    ]
    # A header cell without words would be read out as nothing.
    assert '<td class="align-center"></td>' in body.sections[0].html


def test_the_text_has_every_word_once_and_no_mark() -> None:
    body, _ = rendered(
        "## Rubrik\n\nEtt [två](x) &amp; **tre**  \nfyra\n\n- fem\n  - sex\n\n> sju\n> — Åtta\n\n"
        "| A | B |\n|---|---|\n| 9 | 10 |\n\n```\nkod <b>\n```\n"
    )
    assert body.text.split("\n\n") == [
        "Rubrik",
        "Ett två & tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "Åtta",
        "A",
        "B",
        "9",
        "10",
        "kod <b>",
    ]


# --- who speaks, and pictures with captions ---


@pytest.mark.parametrize(
    "quote",
    [
        "> Jag fick jobb.\n> Anna Ek",
        "> Jag fick jobb.\n>\n> Anna Ek",
        "> ”Jag fick jobb!”  \n> Anna Ek\n\nSå var det.",
        "> Jag fick jobb.\n> -- Anna Ek",
        "> Jag fick jobb.\n> - Anna Ek",
        "> Jag fick jobb.\n>\n> ― Anna Ek",
        "> Jag fick jobb.\n> //Anna Ek",
        "> Jag fick jobb.\n\n— Anna Ek",
        "> Jag fick jobb.\n\n- Anna Ek\n\nSå var det.",
    ],
)
def test_what_seems_to_be_a_speaker_gets_advice(quote: str) -> None:
    _, problems = rendered(quote)
    assert [(p.code, dict(p.values)["name"]) for p in problems] == [("quote-speaker", "Anna Ek")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Amina, deltagare", True),
        ("Per-Erik Andersson, koordinator på Coompanion", True),
        ("Anna von Ek", True),
        ("Nu har jag ett jobb", False),
        ("Nu har jag ett jobb.", False),
        ("Amina", False),
        ("Ja, absolut", False),
        ("Sedan, efter ett år", False),
        ("Arbetsförmedlingen, som fanns då, hjälpte mig", False),
        ("Tack Coompanion", False),
        ("Anna Ek!", False),
    ],
)
def test_a_bare_name_is_told_from_the_end_of_a_quote(line: str, *, told: bool) -> None:
    _, problems = rendered(f"> Jag fick jobb.\n> {line}")
    assert [p.code for p in problems] == ["quote-speaker"] * told
    # In the middle of a sentence it is no name of a speaker.
    _, problems = rendered(f"> Jag träffade min handledare på\n> {line}")
    assert not problems


@pytest.mark.parametrize(
    "text",
    [
        "> Jag fick jobb.\n> — Anna Ek",
        "> Jag fick jobb.\n> — Anna Ek\n\n– Bra",
        "> - Ett\n> - Två",
        "> Jag fick jobb.\n> - det är bra",
        "> Jag fick jobb.\n\n– Det är bra, säger hon.",
        "> Jag fick jobb.\n\n- Anna Ek\n- Kim Berg",
        "> Jag fick jobb.\n\nAnna Ek",
        "– Anna Ek",
    ],
)
def test_other_texts_get_none(text: str) -> None:
    _, problems = rendered(text)
    assert problems == ()


def test_a_picture_with_a_title_has_a_caption() -> None:
    assert html_of('![Ett hus](a.png "Huset & ån")') == (
        '<figure class="picture"><img alt="Ett hus" src="a.png">'
        "<figcaption>Huset &amp; ån</figcaption></figure>"
    )


@pytest.mark.parametrize(
    "text", ['![Ett hus](a.png "T") och mer', '![Ett](a.png "T") ![Hus](b.png)', "![Ett](a.png)"]
)
def test_other_pictures_stand_in_the_text(text: str) -> None:
    assert "<figure" not in html_of(text)


# --- what holds for every text ---

ALLOWED = {
    "a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "th": {"scope", "class"},
    "td": {"class"}, "figure": {"class"}, "div": {"class", "role", "tabindex", "aria-label"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    **{name: set() for name in (
        "p br hr em strong code pre ul ol li blockquote figcaption table caption thead tbody tr"
    ).split() if name != "ol"},
}  # fmt: skip


class Outline(HTMLParser):
    """What a browser sees: elements with their attributes, and words."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.parts: list[str] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.parts.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def assert_harmless(written: str) -> None:
    for tag, attributes in Outline(written).elements:
        assert tag in ALLOWED, written
        assert set(attributes) <= ALLOWED[tag], written
        for name in ("href", "src"):
            target = re.sub(r"[\x00-\x20\x7f-\xa0]", "", attributes.get(name) or "")
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", target, re.IGNORECASE)
            assert scheme is None or scheme[1].lower() in SCHEMES, written


PIECES = st.sampled_from(
    [
        *"[]()<>!*_`|#-+=~\\\"'&;: \n\t/",
        *("[x](", "](", "![", "javascript:", "java&#115;cript:", "data:", "&Tab;", "&colon;"),
        *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>", "<!--", "-->"),
        *("<a href='javascript:x'>", "<b", "```\n", "~~~\n", "- ", "1. ", "> ", "    ", "---\n"),
        *("| a | b |\n|---|---|\n", "[r]: ", "[r]", "<https://a>", "<a@b>", "— ", "\n\n", "## "),
        *("&lt;", "&amp;lt;", "&#60;", "å", "wzxhzdk:0"),
        *("\x02", "\x03", "\ue000", "\ue001", "\U000f0000"),
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=100)


@given(TEXTS)
def test_no_text_gets_a_script_through(markdown: str) -> None:
    body, problems = rendered(markdown)
    assert list(problems) == sorted(problems)
    for section in body.sections:
        assert_harmless(section.html)
        if section.heading:
            assert section.heading.text
    outputs = [*(s.html for s in body.sections), *(h.text for h in body.headings), body.text]
    assert not re.search("[\U000f0000-\U000ffffd\ue000\ue001\x02\x03]", "".join(outputs))
    ids = [heading.id for heading in body.headings]
    assert len(ids) == len(set(ids))
    lines = markdown.split("\n")
    for place in (
        *(problem.place for problem in problems),
        *(reference.place for reference in body.references),
        *(heading.place for heading in body.headings),
    ):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    assert rendered(markdown) == (body, problems)


LINKS = st.sampled_from(
    [
        *"[]!*\\ \n",
        *("[x](y)", "![x](y)", "[**x**](y)", "[`x`](y)", "`[x](y)`"),
        *("[x][r]", "[r]", "\n\n[r]: z\n\n"),
        *("<https://a>", "<a@b>", "- ", "> ", "  ", "## ", "| [x](y) | b |\n|---|---|\n", "å"),
    ]
)


@given(st.lists(LINKS, max_size=20).map("".join))
def test_every_link_stands_at_its_bracket(markdown: str) -> None:
    lines = markdown.split("\n")
    for reference in rendered(markdown)[0].references:
        line = lines[reference.place.line - 1][reference.place.column - 1 :]
        assert line.startswith(("<", "![") if reference.kind == "image" else ("<", "["))


WORDS = st.sampled_from(["a", "b c", "**d**", "[e](f)", "g | h", "`j`", "k\\", "#x", "l: m."])
STARTS = st.sampled_from(["", "", "", "- ", "1. ", "2. ", "> ", "## ", "> - ", "- > "])
LINES = st.just("") | st.builds(
    "{}{}{}".format, st.sampled_from(["", "", "  ", "   "]), STARTS, WORDS
)
GIT_HOST = MarkdownIt("commonmark").enable("table")


def outline(written: str) -> list[str]:
    """Blocks and words, without what is told apart on purpose: paragraphs, and empty items."""
    kept = r"</?(?:ul|ol|li|blockquote|pre|h2)>"
    text = "".join(Outline(written).parts)
    text = " ".join(re.sub(rf"(?!{kept})</?[a-z0-9]+>", " ", text).split())
    parts = [part.strip() for part in re.split(f"({kept})", text) if part.strip()]
    at = 0
    while at < len(parts) - 1:
        if re.fullmatch(r"<[a-z0-9]+>", parts[at]) and parts[at + 1] == f"</{parts[at][1:]}":
            del parts[at : at + 2]
            at = max(at - 1, 0)
        else:
            at += 1
    return parts


@pytest.mark.slow
@given(st.lists(LINES, max_size=8).map("\n".join))
def test_blocks_are_those_of_a_git_host(markdown: str) -> None:
    body, _ = rendered(markdown)
    ours = "".join(
        (f"<h2>{html.escape(s.heading.text)}</h2>" if s.heading else "") + s.html
        for s in body.sections
    )
    theirs = GIT_HOST.render(markdown).replace("h1>", "h2>")
    assert outline(ours) == outline(theirs)


@pytest.mark.parametrize(
    "markdown",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[a](" * 10_000,
        "[a][b" * 10_000,
        "[" * 5_000 + "]" * 5_000,
        ">" * 20_000,
        "- " * 20_000,
        "*a " * 20_000,
        "".join(f"{'  ' * depth}- a\n" for depth in range(200)),
        "".join(f"{'> ' * depth}a\n" for depth in range(200)),
    ],
    ids=lambda markdown: repr(markdown[:6]),
)
def test_no_text_takes_for_ever_or_exhausts_the_stack(markdown: str) -> None:
    body, _ = rendered(markdown)
    assert_harmless(body.sections[0].html)


def test_threads_do_not_disturb_each_other() -> None:
    texts = [f"## Rubrik {n}\n\n[x{n}](y{n}) ![a{n}](b{n})\n\n- a\n  - {n}\n" for n in range(40)]
    alone = [rendered(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(rendered, texts)) == alone


def test_the_order_of_sets_does_not_matter() -> None:
    script = (
        "from insyn.markup import render\n"
        "t='## A\\n\\n|a|b|c|\\n|-|-:|-|\\n|1|2|3|\\n\\n![x](y) [z](w)\\n\\n> q\\n> — N\\n'\n"
        "print(render(t, file='f', first_line=1, language='sv'))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert "table-wrap" in outputs.pop()


# --- words in another language ---


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("a [b *c*]{lang=en} d", '<p>a <span dir="auto" lang="en">b <em>c</em></span> d</p>'),
        ('a [b]{ lang="en-GB" }', '<p>a <span dir="auto" lang="en-GB">b</span></p>'),
        ("[a](/b/){lang=fi}", '<p><a dir="auto" href="/b/" lang="fi">a</a></p>'),
        ("**a**{lang=fi}", '<p><strong dir="auto" lang="fi">a</strong></p>'),
        ("a\nb\n{lang=en}", '<p dir="auto" lang="en">a\nb</p>'),
        ("a\n\n{: lang=en}", '<p dir="auto" lang="en">a</p>'),
        ("- a\n- b\n\n{lang=en}", '<ul dir="auto" lang="en">\n<li>a</li>\n<li>b</li>\n</ul>'),
        ("- a {lang=en}\n- b", '<ul>\n<li dir="auto" lang="en">a</li>\n<li>b</li>\n</ul>'),
        (
            "> a\n>\n> {lang=en}",
            '<blockquote dir="auto" lang="en">\n<p>a</p>\n</blockquote>',
        ),
        ("`{lang=en}`", "<p><code>{lang=en}</code></p>"),
        ("{lang=en}", ""),
    ],
)
def test_words_in_another_language_are_marked(typed: str, html: str) -> None:
    rendered, problems = render(typed, file="a.md", first_line=1, language="sv")
    assert problems == ()
    assert "".join(section.html for section in rendered.sections) == html
    assert "lang" not in rendered.text or "`" in typed


@pytest.mark.parametrize(
    ("typed", "code", "column"),
    [
        ("a [b]{lang=english}", "language-mark-unknown", 6),
        ("- a\n  {lang=xx}", "language-mark-unknown", 3),
        ("## a {lang=en}", "language-mark-heading", 1),
    ],
)
def test_a_mark_that_says_no_language_is_told(typed: str, code: str, column: int) -> None:
    rendered, [problem] = render(typed, file="a.md", first_line=1, language="sv")
    assert (problem.code, problem.place.column) == (code, column)
    assert "lang" not in "".join(section.html for section in rendered.sections)


def test_each_passage_knows_where_its_words_stand() -> None:
    typed = "Ett\nett *två*\n\n> - tre\n\n## Fyra\n\n| a |\n|---|\n| b |\n"
    rendered, _ = render(typed, file="a.md", first_line=5, language="sv")
    found = [(p.kind, p.typed.split("\n")[0], p.lines[0].line) for p in rendered.passages]
    assert found == [
        ("text", "Ett", 5),
        ("item", "tre", 8),
        ("heading", "Fyra", 10),
        ("table", "| a |", 12),
    ]
    first = rendered.passages[0]
    assert first.place(first.typed.index("två")) == Place("a.md", 6, 6)
