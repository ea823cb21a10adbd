"""Row 39: without scripts, styles or WebAssembly all is reached, and the order makes sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from accessibility.conftest import WIDE, Faulty, by_language
from reading import PAGE_KINDS, BuiltSite, Document

pytestmark = pytest.mark.slow

Examined = Callable[[Iterable[str]], None]


# --- every card is reached by links --------------------------------------------------------------


def unreached(pages: Mapping[str, Document]) -> list[str]:
    """The pages that no chain of links leads to from the start; the 404 pages need none."""
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for link in pages[waiting.pop()].tree.all("a"):
            path = link.attributes["href"].partition("#")[0].partition("?")[0]
            if path in pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    return [
        f"no link leads to {path}"
        for path in pages
        if path not in reached and not path.endswith("/404.html")
    ]


@pytest.mark.row(39, tool="own reading of the pages")
def test_every_page_is_reached_by_links_alone(built_site: BuiltSite, examined: Examined) -> None:
    examined(built_site.pages)
    assert unreached(built_site.pages) == []


@pytest.mark.seeded(39, tool="own reading of the pages")
def test_a_card_that_no_link_leads_to_is_noticed(built_site: BuiltSite) -> None:
    card = "/projekt/jobbpunkt-vast-orebro/"
    other = '"/projekt/egenmakt-trelleborg/"'
    pages = {
        path: Document(page.file, path, page.html.replace(f'"{card}"', other))
        for path, page in built_site.pages.items()
        if not path.startswith(("/en/", card))
    }
    pages[card] = built_site.page(card)
    assert unreached(pages) == [f"no link leads to {card}"]


@pytest.fixture(scope="module")
def unscripted(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=False, viewport=WIDE) as context:
        yield context


@pytest.mark.row(39, tool="own measurement in Chromium")
@pytest.mark.parametrize(
    ("path", "button", "projects"),
    [("/", "Sök", "/projekt/"), ("/en/", "Search", "/en/projects/")],
)
def test_without_script_the_search_leads_to_lists_of_all(  # noqa: PLR0913, PLR0917
    unscripted: BrowserContext,
    address: str,
    built_site: BuiltSite,
    path: str,
    button: str,
    projects: str,
) -> None:
    page = unscripted.new_page()
    page.goto(f"{address}{path}")
    page.get_by_role("searchbox").fill("coachning")
    page.get_by_role("button", name=button).click()
    expect(page.locator(".without-script")).to_be_visible()
    assert page.url.endswith("?q=coachning")
    assert not page.locator("fieldset").first.is_visible()
    page.get_by_role("main").locator(f"a[href='{projects}']").click()
    links = page.get_by_role("main").locator("h2 a")
    cards = {
        found
        for found, document in built_site.pages.items()
        if document.file.startswith(projects[1:]) and document.meta("insyn:budget")
    }
    assert len(cards) == 4
    assert {links.nth(n).get_attribute("href") for n in range(links.count())} == cards
    page.close()


# --- the order, without styles -------------------------------------------------------------------

# What is wrong with how a page reads when it is nothing but its elements.
UNSTYLED = """() => {
    const faults = [];
    const words = (node) => node.data.trim().replace(/\\s+/g, " ").slice(0, 40);
    const rows = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const around = node.parentElement;
        if (!node.data.trim() || around.closest("template, script, option")) continue;
        if (!around.checkVisibility({visibilityProperty: true})) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (box.width && box.height) {
            rows.push({node, box, drawing: around.closest("svg"), line: around.closest("tr")});
        }
    }
    // From the top to the bottom; the cells of a row stand side by side.
    const read = rows.filter((row) => !row.drawing);
    for (const [index, one] of read.slice(0, -1).entries()) {
        const next = read[index + 1];
        if (next.box.bottom <= one.box.top && !(one.line && one.line === next.line)) {
            faults.push(`“${words(next.node)}” stands above “${words(one.node)}”`);
        }
    }
    for (const drawing of new Set(rows.map((row) => row.drawing).filter(Boolean))) {
        const texts = rows.filter((row) => row.drawing === drawing);
        for (const [index, {node, box}] of texts.entries()) {
            for (const other of texts.slice(index + 1)) {
                if (Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2
                    && Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
                        > box.height / 2) {
                    faults.push(`“${words(other.node)}” lies upon “${words(node)}”`);
                }
            }
        }
    }
    for (const shape of document.querySelectorAll("svg :is(path, rect, circle, use)")) {
        const box = shape.getBoundingClientRect();
        if (Math.min(box.width, box.height) > 100 && getComputedStyle(shape).fill !== "none"
            && shape.checkVisibility()) {
            const drawing = shape.closest("svg").className.baseVal;
            faults.push(`a black ${shape.localName} covers ${drawing}`);
        }
    }
    const first = document.querySelector("a[href]");
    if (!first.getAttribute("href").startsWith("#")) faults.push("the skip link is not first");
    return faults;
}"""


@pytest.fixture(scope="module", params=by_language(PAGE_KINDS))
def path(request: pytest.FixtureRequest) -> str:
    """Every kind of page: what becomes of one by script there is not."""
    found: str = request.param
    return found


def refuse(route: Route) -> None:
    route.abort()


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A tab in which neither styles, scripts nor WebAssembly arrive."""
    with browser.new_context(viewport=WIDE, java_script_enabled=False) as context:
        for ending in ("css", "js", "pagefind"):
            context.route(f"**/*.{ending}", refuse)
        yield context.new_page()


def misread(page: Page) -> list[str]:
    """What is wrong with the order of a page that has no styles."""
    found: list[str] = page.evaluate(UNSTYLED)
    return found


@pytest.mark.row(39, tool="own measurement in Chromium")
def test_without_styles_the_order_makes_sense(bare: Page, address: str, path: str) -> None:
    bare.goto(f"{address}{path}")
    assert bare.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "static"
    assert misread(bare) == []


@pytest.mark.seeded(39, tool="own measurement in Chromium")
@pytest.mark.parametrize(
    ("find", "put", "fault"),
    [
        (
            "</main>",
            '<p style="position: absolute; inset-block-start: 0">First</p></main>',
            "“First” stands above",
        ),
        (
            "</main>",
            '<svg height="30"><text y="20">One</text><text y="20">Two</text></svg></main>',
            "“Two” lies upon “One”",
        ),
        (
            "</main>",
            '<svg width="300" height="300"><rect width="300" height="300"/></svg></main>',
            "a black rect covers",
        ),
        ('<a class="skip"', '<a href="/">Insyn</a><a class="skip"', "the skip link is not first"),
    ],
)
def test_an_order_that_only_styles_make_is_noticed(
    faulty: Faulty, find: str, put: str, fault: str
) -> None:
    page = faulty("/en/", find, put)
    page.evaluate("for (const style of [...document.styleSheets]) style.disabled = true")
    assert any(said.startswith(fault) for said in misread(page))
