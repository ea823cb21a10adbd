"""A site that is read from right to left: laid out as a mirror of the others, and as whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from accessibility.engines import axe_faults
from accessibility.sight import cut_off, faint_texts, out_of_order
from reading import BuiltSite
from server import hosting

pytestmark = pytest.mark.slow

PAGES = (
    *("/", "/projects/", "/projects/table/total/", "/projects/makan-lil-amal/", "/stories/"),
    *("/places/", "/money/", "/timeline/", "/results/", "/partners/", "/contacts/", "/glossary/"),
    *("/search/?q=ESF", "/settings/", "/about/", "/sv/projekt/makan-lil-amal/"),
)


@pytest.fixture(scope="module")
def mirrored(arabic: BuiltSite) -> Iterator[str]:
    with hosting(arabic.folder) as address:
        yield address


@pytest.fixture(scope="module")
def around(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        yield context


@pytest.fixture(scope="module", params=PAGES)
def visit(request: pytest.FixtureRequest, around: BrowserContext, mirrored: str) -> Iterator[Page]:
    page = around.new_page()
    page.goto(mirrored + request.param)
    if "search" in request.param:
        page.locator("#search_results li").first.wait_for()
    yield page
    page.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_sticks_out_or_is_cut_off(visit: Page, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 900})
    widths = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    whole, seen = visit.evaluate(widths)
    assert whole <= seen
    assert cut_off(visit) == []


def test_it_reads_in_the_order_of_the_eye(visit: Page) -> None:
    visit.set_viewport_size({"width": 1440, "height": 900})
    assert out_of_order(visit) == []


def test_axe_finds_nothing_and_every_text_is_clear(visit: Page, axe_source: str) -> None:
    assert axe_faults(visit, axe_source) == []
    assert faint_texts(visit) == []


@pytest.fixture
def page(around: BrowserContext) -> Iterator[Page]:
    opened = around.new_page()
    opened.set_viewport_size({"width": 1440, "height": 900})
    yield opened
    opened.close()


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"]


def test_the_page_is_the_mirror_of_one_from_left_to_right(page: Page, mirrored: str) -> None:
    page.goto(mirrored + "/")
    assert left(page, "header a") > left(page, "header nav li:last-child a")
    assert left(page, "main h1") + 0 > 400
    page.goto(mirrored + "/sv/")
    assert left(page, "header a") < left(page, "header nav li:last-child a")


def test_a_phone_number_and_an_address_are_read_from_the_left(page: Page, mirrored: str) -> None:
    page.goto(mirrored + "/projects/makan-lil-amal/")
    for link in page.locator("main a[href^='tel:'], main a[href^='mailto:']").all():
        if "@" in link.inner_text() or link.get_attribute("class") == "phone":
            assert link.evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_bars_begin_on_the_right_and_their_words_are_not_turned(page: Page, mirrored: str) -> None:
    page.goto(mirrored + "/money/")
    bars = page.locator("svg.bars").first.evaluate(
        """svg => {
            const whole = svg.getBoundingClientRect();
            const bar = svg.querySelector("rect.bar-part").getBoundingClientRect();
            const text = svg.querySelector("text.bar-name");
            const turned = text.getScreenCTM().a;
            const word = text.getBoundingClientRect();
            return [whole.right - bar.right, whole.right - word.right, turned];
        }"""
    )
    assert abs(bars[0]) < 2
    assert abs(bars[1]) < 2
    assert bars[2] > 0
