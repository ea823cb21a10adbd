"""Every kind of page in a real browser, in both languages, under the published headers.

What axe-core, a keyboard, a narrow window, large text, paper and a browser without script say.
The site is the real one; the corner cases bring a redirect and a page with every part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
)

from reading import PAGE_KINDS, BuiltSite

pytestmark = pytest.mark.slow

AXE_TAGS = [
    *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"),
    *("best-practice", "experimental"),
]

# What axe-core cannot decide: the rule, the elements, and why they are right all the same.
SIGNED_OFF: dict[tuple[str, str], str] = {
    ("color-contrast", ".place-map text"): (
        "it cannot tell what is behind a text in a drawing: test_maps.py measures it"
    ),
    ("color-contrast", ".bars text"): (
        "it cannot tell what is behind a text in a drawing: test_money.py says that no bar is"
    ),
    ("hidden-content", "[data-part], .without-script"): (
        "parts of the search page that wait for a search: test_search.py judges them when shown"
    ),
    ("hidden-content", ".short-name, .whole-name"): (
        "a long name in a drawing stands there twice, for narrow and for wide windows; "
        "the drawing is one picture to assistive technology, and the table has the name"
    ),
    ("p-as-heading", ".lead"): "the summary is a paragraph in large type, however short it is",
}

# Addresses on the site of corner cases that show what the real site has not got.
CORNERS = (
    "/projekt/allt-kant/",
    "/en/projects/allt-okant/",
    "/kontakter/",
    "/en/money/",
    "/tidslinje/",
    "/en/results/",
)

EVERY_PAGE = [
    pytest.param(kind, path, id=f"{kind}-{language}")
    for kind, paths in PAGE_KINDS.items()
    for language, path in zip(("sv", "en"), paths, strict=True)
]
every_page = pytest.mark.parametrize(("kind", "path"), EVERY_PAGE)

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 256}


Opener = Callable[..., BrowserContext]


@pytest.fixture
def opened(browser: Browser, address: str, corners: str) -> Iterator[Opener]:
    """Opens contexts in which nothing may complain, fail or ask another address."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{address}/", f"{corners}/")):
            complaints.append(f"asked {request.url}")

    def note_response(response: Response) -> None:
        if response.status >= 400:
            complaints.append(f"{response.status} {response.url}")

    def note_page(page: Page) -> None:
        page.on("console", note_message)
        page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_context(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": WIDE, **options})
        context.on("page", note_page)
        context.on("request", note_request)
        context.on("response", note_response)
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(opened: Opener) -> Page:
    return opened().new_page()


def test_the_policy_is_in_force(browser: Browser, address: str) -> None:
    """Without this, no other test here would notice what the published policy forbids."""
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    answer = page.goto(f"{address}/")
    assert answer is not None
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'broken'";
        document.head.append(script);
        document.body.setAttribute("style", "color: red");
        fetch("https://example.com/").catch(() => {});
    }""")
    page.wait_for_timeout(0)
    assert page.title() != "broken"
    assert len([text for text in refused if "Content Security Policy" in text]) >= 3
    page.close()


# --- axe-core ------------------------------------------------------------------------------------

RUN_AXE = """async ([tags, signedOff]) => {
    const told = await axe.run({runOnly: {type: "tag", values: tags}});
    const short = (results) => results.flatMap((rule) => rule.nodes.map((node) => ({
        rule: rule.id, element: node.target.join(" "), html: node.html.slice(0, 200),
        signedOff: signedOff.some(([id, selector]) =>
            id === rule.id && document.querySelector(node.target.join(" ")).matches(selector)),
        why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" "),
    })));
    return {
        violations: short(told.violations),
        incomplete: short(told.incomplete),
        passes: told.passes.length,
    };
}"""


def judge(page: Page, axe_source: str) -> None:
    page.evaluate(axe_source)
    told = page.evaluate(RUN_AXE, [AXE_TAGS, [list(key) for key in SIGNED_OFF]])
    assert told["passes"] > 20
    assert told["violations"] == []
    assert [one for one in told["incomplete"] if not one["signedOff"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_page
def test_axe_finds_nothing(  # noqa: PLR0913, PLR0917 - what makes the page
    opened: Opener, address: str, axe_source: str, kind: str, path: str, scheme: str
) -> None:
    del kind
    page = opened(color_scheme=scheme).new_page()
    page.goto(f"{address}{path}")
    judge(page, axe_source)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", CORNERS)
def test_axe_finds_nothing_in_the_corners(
    opened: Opener, corners: str, axe_source: str, path: str, viewport: dict[str, int]
) -> None:
    page = opened(viewport=viewport).new_page()
    page.goto(f"{corners}{path}")
    judge(page, axe_source)


# --- space ---------------------------------------------------------------------------------------

# Text that is cut off by its box, or that lies upon other text; and what sticks out of the page.
# Text for screen readers alone is in a box of a pixel.
CLIPPED = """() => {
    const seen = (box) => box.width > 1 && box.height > 1;
    const faults = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth) {
        const widest = [...document.body.querySelectorAll("*")]
            .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
            .map((e) => `${e.localName}.${e.className}`).slice(0, 5);
        faults.push(`the page is ${root.scrollWidth} wide: ${widest}`);
    }
    for (const element of document.body.querySelectorAll("*")) {
        const box = element.getBoundingClientRect();
        if (!seen(box) || element.closest("svg")) continue;
        const style = getComputedStyle(element);
        const cut = (overflow) => ["hidden", "clip"].includes(overflow);
        if ((cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1)) {
            faults.push(`cut: ${element.localName}.${element.className} ${element.innerText}`);
        }
    }
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const around = node.parentElement;
        if (!node.data.trim() || around.closest("svg, template, script, option")) continue;
        if (!around.checkVisibility({visibilityProperty: true})) continue;
        let hider = around;
        while (hider && seen(hider.getBoundingClientRect())) hider = hider.parentElement;
        if (hider) continue;
        if (around.closest(".skip")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (seen(box)) lines.push([box, around, node.data.trim().slice(0, 40)]);
        }
    }
    for (const [index, [one, , text]] of lines.entries()) {
        for (const [other, , otherText] of lines.slice(index + 1)) {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            // Boxes of lines overlap a little where the line is lower than the font.
            if (across > 2 && down > 0.5 * Math.min(one.height, other.height)) {
                faults.push(`upon each other: “${text}” and “${otherText}”`);
            }
        }
    }
    return faults;
}"""

# WCAG 1.4.12, and WCAG 1.4.4 as a user's own larger text.
SPACED = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
LARGE = "html { font-size: 200% !important; }"


@every_page
def test_nothing_sticks_out_of_a_narrow_window(
    opened: Opener, address: str, kind: str, path: str
) -> None:
    del kind
    page = opened(viewport=NARROW).new_page()
    page.goto(f"{address}{path}")
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("style", [SPACED, LARGE], ids=["spaced", "large"])
def test_nothing_is_cut_off_with_more_space_or_larger_text(
    opened: Opener, address: str, corners: str, style: str, viewport: dict[str, int]
) -> None:
    # The policy would refuse the added style; it is the user's own and no part of the page.
    page = opened(viewport=viewport, bypass_csp=True).new_page()
    faults = {}
    pages = [f"{address}{path}" for pair in PAGE_KINDS.values() for path in pair]
    for url in (*pages, *(f"{corners}{path}" for path in CORNERS)):
        page.goto(url)
        page.add_style_tag(content=style)
        if found := page.evaluate(CLIPPED):
            faults[url.partition("/")[2]] = found
    assert faults == {}


# --- the keyboard --------------------------------------------------------------------------------

FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0];
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const all = [...document.querySelectorAll("a, button, input, select, summary, [tabindex]")];
    return {
        place: all.indexOf(element),
        name: element.id || element.innerText,
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        uncovered: element === top || element.contains(top) || (top && top.contains(element)),
        inside: box.top >= 0 && box.bottom <= innerHeight,
    };
}"""


def tab_to(page: Page, name: str) -> None:
    for _ in range(100):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop and stop["name"] == name:
            return
    pytest.fail(f"the Tab key never reached {name}")


def test_from_the_start_to_a_project_s_contact_with_the_keyboard_alone(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/")
    tab_to(page, "Jobbpunkt Väst Örebro")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jobbpunkt Väst Örebro")
    tab_to(page, "Kontakt")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/projekt/jobbpunkt-vast-orebro/#kontakt")
    page.keyboard.press("Tab")
    contact = page.locator("section", has=page.locator("#kontakt"))
    expect(contact.locator(":focus")).to_be_visible()
    tab_to(page, "In English")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/en/projects/jobbpunkt-vast-orebro/")
    tab_to(page, "På svenska")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/projekt/jobbpunkt-vast-orebro/")


# --- without script ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "button", "projects"),
    [("/", "Sök", "/projekt/"), ("/en/", "Search", "/en/projects/")],
)
def test_without_script_the_search_leads_to_lists_of_all(  # noqa: PLR0913, PLR0917
    opened: Opener, address: str, built_site: BuiltSite, start: str, button: str, projects: str
) -> None:
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{address}{start}")
    page.get_by_role("searchbox").fill("coachning")
    page.get_by_role("button", name=button).click()
    expect(page.locator(".without-script")).to_be_visible()
    assert page.url.endswith("?q=coachning")
    assert not page.locator("fieldset").first.is_visible()
    page.get_by_role("main").locator(f"a[href='{projects}']").click()
    links = page.get_by_role("main").locator("h2 a")
    cards = {
        path
        for path, found in built_site.pages.items()
        if found.file.startswith(projects[1:]) and found.meta("insyn:budget")
    }
    assert len(cards) == 4
    assert {links.nth(n).get_attribute("href") for n in range(links.count())} == cards


def test_all_pages_are_reachable_by_links_alone(built_site: BuiltSite) -> None:
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for link in built_site.page(waiting.pop()).tree.all("a"):
            path = link.attributes["href"].partition("#")[0].partition("?")[0]
            if path in built_site.pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    assert set(built_site.pages) - reached == {"/404.html", "/en/404.html"}


# --- other pages ---------------------------------------------------------------------------------


def test_a_wrong_address_gets_the_page_of_its_language(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for wrong, language in (("/projekt/finns-inte/", "sv"), ("/en/projects/nowhere/", "en")):
        answer = page.goto(f"{address}{wrong}")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") > "400"
    page.close()


def test_an_old_address_leads_to_the_page(
    opened: Opener, corners: str, built_site: BuiltSite
) -> None:
    del built_site
    page = opened().new_page()
    page.goto(f"{corners}/gammal/adress/")
    expect(page).to_have_url(f"{corners}/projekt/allt-okant/")
    expect(page.get_by_role("heading", level=1)).to_have_text("=1+1")


# --- paper and forced colours --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "headings"),
    [("/projekt/jobbpunkt-vast-orebro/", 10), ("/en/money/", 3)],
)
def test_a_printed_page_is_a_tagged_document(
    page: Page, address: str, path: str, headings: int
) -> None:
    page.goto(f"{address}{path}")
    levels = Counter(
        page.evaluate("[...document.querySelectorAll('h1, h2')].map(h => h.localName)")
    )
    assert levels["h1"] == 1
    assert levels["h2"] >= headings
    paper = page.pdf(tagged=True, outline=True)
    assert b"/StructTreeRoot" in paper
    assert b"/Marked true" in paper
    assert b"/Lang" in paper
    page.emulate_media(media="print")
    assert page.get_by_role("navigation").all() == []
    expect(page.locator(".skip")).to_be_hidden()
    expect(page.locator(".site-name svg")).to_be_visible()


def test_a_printed_link_to_another_site_shows_its_address(opened: Opener, corners: str) -> None:
    page = opened().new_page()
    page.goto(f"{corners}/projekt/allt-kant/")
    page.emulate_media(media="print")
    shown = page.locator("main a[href^=http]").evaluate_all(
        "links => links.map(link => [link.href, getComputedStyle(link, '::after').content])"
    )
    assert len(shown) >= 2
    for href, content in shown:
        assert href in content


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_bounds_and_the_focus(
    opened: Opener, address: str, scheme: str
) -> None:
    page = opened(forced_colors="active", color_scheme=scheme).new_page()
    page.goto(f"{address}/projekt/jobbpunkt-vast-orebro/")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    parts = page.evaluate(
        """[...document.querySelectorAll("svg.bar rect")].map(rect => {
            const style = getComputedStyle(rect);
            return [style.fill, style.stroke];
        })"""
    )
    assert len(parts) == 2
    assert parts[0] != parts[1], "one cannot tell the parts of the bar apart"
    page.goto(f"{address}/sok/")
    for control in ("#q_field", "form.search button"):
        border = page.locator(control).first.evaluate(
            "e => [getComputedStyle(e).borderStyle, parseFloat(getComputedStyle(e).borderWidth)]"
        )
        assert border[0] == "solid", control
        assert border[1] >= 1, control
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["outline"] >= 2
