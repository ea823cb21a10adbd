"""Every kind of page in a real browser, in both languages, under the published headers.

What axe-core, a keyboard and a browser without script say; tests/accessibility/ measures the rest.
The site is the real one; the corner cases bring a redirect and a page with every part.
"""

from __future__ import annotations

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
    ("hidden-content", ".feedback p[hidden]"): (
        "a field that is a trap for robots: nobody is to meet it, and its label says so"
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
    "/tillganglighetsredogorelse/",
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
