"""What is seen of every page, measured in Chromium: rows 12 to 20, forced colours and paper.

Each kind of page in both languages, the states of the search page, and the corner cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from accessibility.conftest import WIDE, Faulty
from accessibility.sight import (
    DRAWN_FOCUS,
    LARGE,
    NOT_IN_ORDER,
    ONLY_PART,
    SAID_BESIDE,
    SPACED,
    by_colour_alone,
    cut_off,
    faint_edges,
    faint_texts,
    hard_lines,
    offered,
    out_of_order,
    wrong_on_paper,
)

pytestmark = pytest.mark.slow

MEASURED = "own measurement in Chromium"

NARROW: ViewportSize = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %
ZOOMED: ViewportSize = {"width": 640, "height": 450}  # WIDE at 200 %
UPRIGHT: ViewportSize = {"width": 390, "height": 844}
LYING: ViewportSize = {"width": 844, "height": 390}
A4: ViewportSize = {"width": 672, "height": 900}  # between the margins
LETTERS = 16  # pixels, as browsers come
THEMES = ("light", "dark", "contrast")


@pytest.fixture(scope="module")
def around(browser: Browser) -> Iterator[BrowserContext]:
    """Without motion: what is measured is there at once."""
    with browser.new_context(viewport=WIDE, bypass_csp=True, reduced_motion="reduce") as context:
        yield context


@pytest.fixture
def visit(loaded: Page) -> Page:
    """The page, as a test before has left it: each says for itself what it needs."""
    loaded.emulate_media(media="null", color_scheme="null", forced_colors="null")
    return loaded


Probe = Callable[[Page], list[str]]


def at(page: Page, window: ViewportSize) -> Page:
    if page.viewport_size != window:
        page.set_viewport_size(window)
    return page


def in_themes(page: Page, probe: Probe) -> list[str]:
    """What the probe finds in each theme, the device's and the reader's own, the theme first."""
    found = []
    for theme in THEMES:
        if theme == "contrast":
            page.evaluate("document.documentElement.dataset.theme = 'contrast'")
        else:
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        found += [f"{theme}: {said}" for said in probe(page)]
    page.evaluate("delete document.documentElement.dataset.theme")
    return found


def in_forced_colours(page: Page, probe: Probe) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light", forced_colors="active"
        )
        found += [f"{scheme}: {said}" for said in probe(page)]
    return found


def in_large_letters(page: Page) -> list[str]:
    """What is cut off where the reader's browser has letters of twice the size."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 2 * LETTERS}})
    found = cut_off(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": LETTERS}})
    session.detach()
    return found


def dim_or_bare(page: Page) -> list[str]:
    """What forced colours must keep: texts, edges, focus, marks and what tells them apart."""
    return [*faint_texts(page), *faint_edges(page), *by_colour_alone(page)]


def lacking_one_way(page: Page) -> list[str]:
    """What can be read or used upright but not lying, or the other way round."""
    upright, lying = (offered(at(page, window)) for window in (UPRIGHT, LYING))
    return [
        *(f"not when lying: {one}" for one in upright if one not in lying),
        *(f"not when upright: {one}" for one in lying if one not in upright),
        *([] if sorted(upright) == sorted(lying) else ["more of a thing one way"]),
    ]


def untagged(paper: bytes, language: str) -> list[str]:
    """What a PDF file lacks for those who have it read to them."""
    wanted = {
        "structure": b"/StructTreeRoot",
        "tags": b"/Marked true",
        "language": f"/Lang ({language})".encode(),
    }
    return [f"no {name}" for name, key in wanted.items() if key not in paper]


# --- every page ----------------------------------------------------------------------------------


@pytest.mark.row(12, tool=MEASURED)
def test_code_eye_and_focus_go_in_one_order(visit: Page, path: str) -> None:
    del path
    assert out_of_order(at(visit, WIDE)) == []
    assert out_of_order(at(visit, NARROW)) == []


@pytest.mark.row(18, tool=MEASURED)
def test_nothing_sticks_out_of_a_narrow_window(visit: Page, path: str) -> None:
    del path
    assert cut_off(at(visit, NARROW)) == []


@pytest.mark.row(19, tool=MEASURED)
def test_wider_spacing_cuts_nothing_off(visit: Page, path: str) -> None:
    del path
    assert cut_off(at(visit, NARROW), SPACED) == []
    assert cut_off(at(visit, WIDE), SPACED) == []


@pytest.mark.row(16, tool=MEASURED)
def test_larger_text_cuts_nothing_off(visit: Page, path: str) -> None:
    """As a larger text alone, as zoom of the whole page, and as both on a telephone."""
    del path
    assert cut_off(at(visit, WIDE), LARGE) == []
    assert cut_off(at(visit, ZOOMED)) == []
    assert in_large_letters(at(visit, NARROW)) == []


@pytest.mark.row(20, tool=MEASURED)
def test_a_page_works_upright_and_lying(visit: Page, path: str) -> None:
    del path
    assert lacking_one_way(visit) == []


@pytest.mark.row(17, tool=MEASURED)
def test_lines_are_short_and_apart(visit: Page, path: str) -> None:
    del path
    assert hard_lines(at(visit, WIDE)) == []


@pytest.mark.row(13, tool=MEASURED)
def test_what_differs_does_so_in_grey(visit: Page, path: str) -> None:
    del path
    assert in_themes(at(visit, WIDE), by_colour_alone) == []


@pytest.mark.row(14, tool=MEASURED)
def test_every_text_has_contrast(visit: Page, path: str) -> None:
    del path
    assert in_themes(at(visit, WIDE), faint_texts) == []


@pytest.mark.row(15, tool=MEASURED)
def test_edges_marks_and_focus_are_seen(visit: Page, path: str) -> None:
    del path
    assert in_themes(at(visit, WIDE), faint_edges) == []


@pytest.mark.row(30, tool=MEASURED)
def test_forced_colours_keep_all(visit: Page, path: str) -> None:
    del path
    assert in_forced_colours(at(visit, WIDE), dim_or_bare) == []


@pytest.mark.row(31, tool=MEASURED)
def test_paper_has_what_it_needs(visit: Page, path: str) -> None:
    del path
    visit.emulate_media(media="print")
    at(visit, A4)
    assert wrong_on_paper(visit) == []
    assert faint_texts(visit) == []
    assert cut_off(visit) == []
    language = visit.locator("html").get_attribute("lang") or ""
    assert untagged(visit.pdf(tagged=True, outline=True), language) == []


# --- some pages ----------------------------------------------------------------------------------

PROJECT, MONEY, ABOUT, SEARCH = "/projekt/jobbpunkt-vast-orebro/", "/en/money/", "/om/", "/sok/"


def contrasts(page: Page, selector: str) -> float:
    """The greatest contrast within three points in a row, of an element's picture: of an edge."""
    picture = Image.open(BytesIO(page.locator(selector).first.screenshot())).convert("RGB")

    def luminance(red: int, green: int, blue: int) -> float:
        r, g, b = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (red / 255, green / 255, blue / 255)
        )
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    middle = [picture.getpixel((x, picture.height // 2)) for x in range(picture.width)]
    tones = [luminance(*point) for point in middle if isinstance(point, tuple)]
    threes = zip(tones, tones[1:], tones[2:], strict=False)
    found = [(max(three) + 0.05) / (min(three) + 0.05) for three in threes]
    return max(found, default=1)


BOXES = "main :is([type=checkbox], [type=radio]:not(:checked))"


def unseen_box(page: Page) -> list[str]:
    """The boxes that one ticks are drawn by the browser: only their pixels tell what they are."""
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    found = contrasts(page, BOXES)
    return [] if found >= 3 else [f"a box to tick has {found:.2f}:1"]


@pytest.mark.row(15, tool=MEASURED)
@pytest.mark.parametrize("path", [SEARCH, "/en/search/", "/installningar/", "/en/settings/"])
def test_a_box_to_tick_is_seen(faulty: Faulty, path: str) -> None:
    page = faulty(path, "</head>", "</head>", reduced_motion="reduce")
    assert in_themes(page, unseen_box) == []


# What the probes pass over by name: the names, the probe, and where each name is needed.
LET_PASS: list[tuple[dict[str, str], Probe, dict[str, str]]] = [
    (
        NOT_IN_ORDER,
        out_of_order,
        {".locator": "/platser/region/vastsverige/", ".place-map": "/platser/"},
    ),
    (ONLY_PART, faint_edges, {".window": "/", ".tick": "/tidslinje/"}),
    (DRAWN_FOCUS, faint_edges, {".place-map svg": "/platser/"}),
    (SAID_BESIDE, by_colour_alone, {".place-map": "/platser/", ".locator .within": PROJECT}),
]


def test_what_is_let_pass_is_still_there(faulty: Faulty, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nothing needs any longer would hide the next fault of that name."""
    for names, probe, needed in LET_PASS:
        assert set(names) == set(needed)
        for name, path in needed.items():
            page = faulty(path, "</head>", "</head>", reduced_motion="reduce")
            assert in_themes(page, probe) == [], name
            with monkeypatch.context() as patch:
                patch.delitem(names, name)
                assert in_themes(page, probe) != [], name
            page.close()


# --- made wrong on purpose -----------------------------------------------------------------------


@pytest.fixture
def styled(faulty: Faulty) -> Callable[[str, str], Page]:
    """The page at a path with more style, in a wide window, without motion."""

    def opened(path: str, style: str) -> Page:
        return faulty(path, "</head>", f"<style>{style}</style></head>", reduced_motion="reduce")

    return opened


Styled = Callable[[str, str], Page]


def only(found: list[str], words: str) -> bool:
    """Was something found, and nothing else than what these words tell of?"""
    return bool(found) and all(re.search(words, one) for one in found)


@pytest.mark.seeded(12, tool=MEASURED)
@pytest.mark.parametrize(
    ("style", "said"),
    [
        (".brand { flex-direction: row-reverse; }", "stands before .* “Insyn”"),
        ("main { display: flex; flex-direction: column-reverse; }", "stands before"),
        ("h1 { position: relative; top: 20rem; }", "“Jobb.* stands before .* “Jobb|stands before"),
    ],
)
def test_another_order_on_the_screen_is_seen(styled: Styled, style: str, said: str) -> None:
    assert only(out_of_order(styled(PROJECT, style)), said)


@pytest.mark.seeded(12, tool=MEASURED)
def test_another_order_of_the_focus_is_seen(faulty: Faulty) -> None:
    page = faulty(PROJECT, '<a class="site-name"', '<a tabindex="3" class="site-name"')
    assert only(out_of_order(page), "the focus jumps to .*Insyn")


@pytest.mark.seeded(13, tool=MEASURED)
@pytest.mark.parametrize(
    ("path", "style", "said"),
    [
        (ABOUT, ".prose a { text-decoration: none; }", "only its colour marks|nothing marks"),
        (ABOUT, ".term { text-decoration: none; }", "nothing marks"),
        (
            PROJECT,
            ".site-nav a[aria-current] { font-weight: inherit; border-color: transparent; }",
            "the chosen one: <a> “Projekt”",
        ),
        (ABOUT, ".site-footer a[aria-current] { font-weight: 400; }", "the chosen one: <a> “Om"),
        (PROJECT, ":root { --rest: #7a2020; --part: #0a5238; }", "only their colours tell apart"),
    ],
)
def test_what_only_colour_tells_is_seen(styled: Styled, path: str, style: str, said: str) -> None:
    assert only(by_colour_alone(styled(path, style)), said)


@pytest.mark.seeded(13, tool=MEASURED)
def test_a_spot_of_colour_without_words_is_seen(faulty: Faulty) -> None:
    style = (
        "<style>i { display: inline-block; width: 1rem; height: 1rem; background: #a00; }</style>"
    )
    page = faulty(PROJECT, "</h1>", f"</h1>{style}<p><i></i></p>")
    assert only(by_colour_alone(page), "a spot of colour without words: <i>")


@pytest.mark.seeded(14, tool=MEASURED)
@pytest.mark.parametrize(
    ("path", "style", "said"),
    [
        (PROJECT, ":root { --ink: light-dark(#666666, #ffffff); }", r"light: 5\.\d\d:1"),
        (PROJECT, "@media (prefers-color-scheme: dark) { :root { --soft: #80907f; } }", "dark: "),
        (PROJECT, ':root[data-theme="contrast"] { --ink: #8080ff; }', "contrast: "),
        (MONEY, ".bars text { fill: light-dark(#767676, #ffffff); }", "light: 4"),
        (PROJECT, ".facts-line { opacity: 0.6; }", "(light|dark|contrast): [1-6]"),
        (PROJECT, '.lead::after { content: "Nytt"; color: #808080; }', '“"Nytt"”'),
    ],
)
def test_a_faint_text_is_seen(styled: Styled, path: str, style: str, said: str) -> None:
    assert only(in_themes(styled(path, style), faint_texts), said)


@pytest.mark.seeded(15, tool=MEASURED)
@pytest.mark.parametrize(
    ("path", "style", "said"),
    [
        (SEARCH, "input { border-color: #ccc !important; }", "light: the bounds of <input"),
        (SEARCH, "input { border: 0 !important; }", "the bounds of <input"),
        (PROJECT, ".bar, .key { border-color: #d5ddd7; }", "light: a mark is not seen"),
        (
            "/platser/",
            ".place-map path { stroke: transparent !important; }",
            "(light|dark|contrast): a mark is not seen",
        ),
        (PROJECT, ":focus-visible { outline: 0 !important; }", "the focus has no frame"),
        (
            PROJECT,
            ":focus-visible { outline-color: #ffe9a8 !important; }",
            "the frame of the focus is not seen (within|around)",
        ),
    ],
)
def test_a_faint_edge_is_seen(styled: Styled, path: str, style: str, said: str) -> None:
    found = in_themes(styled(path, style), faint_edges)
    if said.startswith("light: "):
        found = [one for one in found if one.startswith("light: ")]
    assert only(found, said)


@pytest.mark.seeded(15, tool=MEASURED)
def test_a_faint_box_to_tick_is_seen(styled: Styled) -> None:
    style = "[type=checkbox] { appearance: none; border: 1px solid #999 !important; }"
    page = styled(SEARCH, style)
    page.emulate_media(color_scheme="light")
    assert only(unseen_box(page), "a box to tick has 2")


@pytest.mark.seeded(16, tool=MEASURED)
def test_a_box_that_does_not_grow_is_seen(styled: Styled) -> None:
    page = styled(PROJECT, ".lead { block-size: 170px; overflow: hidden; }")
    assert cut_off(page) == []
    assert only(cut_off(page, LARGE), '^cut off: <p class="lead">')
    at(page, ZOOMED)
    assert only(in_large_letters(page), '^cut off: <p class="lead">|^upon each other: ')


@pytest.mark.seeded(16, tool=MEASURED)
def test_text_upon_text_is_seen(styled: Styled) -> None:
    page = styled(PROJECT, ".lead { block-size: 130px; } .head .lead + * { margin: 0 !important; }")
    assert cut_off(page) == []
    assert only(cut_off(page, LARGE), "^upon each other: ")


@pytest.mark.seeded(17, tool=MEASURED)
@pytest.mark.parametrize(
    ("style", "said"),
    [
        (".prose p { max-inline-size: none; }", r"^\d+ characters in a line: <p>"),
        (".prose p { text-align: justify; }", "^justified: <p>"),
        (".prose p { line-height: 1.4; }", r"^lines 1\.40 apart: <p>"),
        (".prose p { margin: 0 !important; }", "^too near the paragraph before: <p>"),
    ],
)
def test_a_line_that_is_hard_to_read_is_seen(styled: Styled, style: str, said: str) -> None:
    assert only(hard_lines(styled(ABOUT, style)), said)


@pytest.mark.seeded(18, tool=MEASURED)
@pytest.mark.parametrize(
    "style",
    ["h1 { min-inline-size: 330px; }", ".chart { min-inline-size: 400px; }"],
)
def test_what_sticks_out_is_seen(styled: Styled, style: str) -> None:
    page = styled(MONEY, style)
    assert cut_off(page) == []
    assert only(cut_off(at(page, NARROW)), r"^the page is \d+ wide in 320: ")


@pytest.mark.seeded(19, tool=MEASURED)
def test_a_box_without_room_is_seen(styled: Styled) -> None:
    page = styled(PROJECT, ".status { width: 104px; overflow: hidden; white-space: nowrap; }")
    assert cut_off(page) == []
    assert only(cut_off(page, SPACED), '^cut off: <span class="status"> “Avslutat”')


@pytest.mark.seeded(20, tool=MEASURED)
@pytest.mark.parametrize("way", ["portrait", "landscape"])
def test_what_is_only_there_one_way_is_seen(styled: Styled, way: str) -> None:
    page = styled(ABOUT, f"@media (orientation: {way}) {{ .lead {{ display: none; }} }}")
    other = {"portrait": "upright", "landscape": "lying"}[way]
    assert only(lacking_one_way(page), f"^not when {other}: |^more of a thing one way")


@pytest.mark.seeded(30, tool=MEASURED)
@pytest.mark.parametrize(
    ("path", "style", "said"),
    [
        (SEARCH, "button { border: 0 !important; background: Canvas; }", "the bounds of <button"),
        (
            PROJECT,
            ".bar .part { fill: #222 !important; } .bar .rest { fill: #333 !important; }",
            r"colours tell apart|a mark is not seen on rgb\(51",
        ),
        (PROJECT, ":focus-visible { outline: 0 !important; }", "the focus has no frame"),
        (
            PROJECT,
            ".site-nav a[aria-current] { font-weight: 400; border-color: Canvas !important; }",
            "the chosen one: <a> “Projekt”",
        ),
        (MONEY, ".lead { forced-color-adjust: none; color: #777; }", "4.48:1|4.69:1"),
    ],
)
def test_what_forced_colours_take_away_is_seen(
    styled: Styled, path: str, style: str, said: str
) -> None:
    page = styled(path, f"@media (forced-colors: active) {{ {style} }}")
    assert only(in_forced_colours(page, dim_or_bare), said)


@pytest.mark.seeded(31, tool=MEASURED)
@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("nav { display: block !important; }", "^on paper there is <a"),
        (".brand::after { content: none !important; }", "^the sender is not named"),
        (".site-name svg { display: none; }", "^the sign is gone"),
        (".site-footer::after { content: none !important; }", "^the page's own address is gone"),
        ("main a::after { content: none !important; }", "^the address is not shown of <a> “Annan”"),
    ],
)
def test_paper_that_lacks_something_is_seen(faulty: Faulty, style: str, said: str) -> None:
    link = '</h1><p><a href="https://example.org/">Annan</a></p>'
    page = faulty(PROJECT, "</h1>", f"{link}<style>@media print {{ {style} }}</style>")
    page.emulate_media(media="print")
    assert only(wrong_on_paper(page), said)


@pytest.mark.seeded(31, tool=MEASURED)
def test_a_document_without_a_language_is_seen(faulty: Faulty) -> None:
    page = faulty(PROJECT, '<html lang="sv"', "<html")
    assert untagged(page.pdf(tagged=True), "sv") == ["no language"]
    assert untagged(page.pdf(tagged=False), "sv") == ["no structure", "no tags", "no language"]
