"""What only a browser can say of the theme: tables, focus, and right-to-left pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Locator, Page

from sample_pages import FULL, sample_pages, write_samples
from server import hosting

pytestmark = pytest.mark.slow

FOCUS = """() => {
    const focused = document.activeElement;
    if (focused === document.body) return null;
    const style = getComputedStyle(focused);
    return {
        text: focused.textContent.trim(),
        field: focused.matches("input, select"),
        outline: `${style.outlineStyle} ${style.outlineWidth}`,
        background: style.backgroundColor,
        color: style.color,
    };
}"""
TABLE_ROLES = {"table", "row", "cell", "rowheader", "columnheader"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("theme")
    pages = sample_pages(FULL)
    mirrored = [
        replace(page, file=f"rtl/{page.file}", layout=replace(page.layout, direction="rtl"))
        for page in pages
    ]
    write_samples((*pages, *mirrored), folder)
    with hosting(folder) as served:
        yield served


def table_roles(page: Page) -> Counter[str]:
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return Counter(
        role
        for node in nodes
        if not node["ignored"] and (role := node["role"]["value"]) in TABLE_ROLES
    )


@pytest.mark.parametrize("kind", ["project", "money", "contacts", "project-table"])
def test_a_table_is_a_table_on_a_narrow_screen_too(
    browser: Browser, address: str, kind: str
) -> None:
    found = []
    for width in (320, 1440):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(f"{address}/{kind}/")
        found.append(table_roles(page))
        page.close()
    assert found[0] == found[1]
    assert found[0]["columnheader"] > 1


def pixels(target: Locator, name: str) -> str:
    return str(target.evaluate(f"element => getComputedStyle(element).{name}"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "kind", ["start", "project", "project-table", "organisation-list", "search"]
)
def test_no_component_dulls_the_focus(
    browser: Browser, address: str, kind: str, scheme: str
) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}/{'' if kind == 'start' else kind + '/'}")
    ink = "rgb(21, 33, 27)" if scheme == "light" else "rgb(15, 21, 18)"
    seen = 0
    while True:
        page.keyboard.press("Tab")
        look = page.evaluate(FOCUS)
        if look is None:
            break
        seen += 1
        assert look["outline"] == "solid 3px", look
        if not look["field"]:
            assert look["background"] == "rgb(255, 207, 51)", look
            assert look["color"] == ink, look
    context.close()
    assert seen > 10


@pytest.mark.parametrize("kind", [kind for kind in FULL if kind != "redirect"])
def test_nothing_sticks_out_from_right_to_left(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{address}/rtl/{'' if kind == 'start' else kind + '/'}")
    root = page.locator("html")
    assert root.evaluate("element => element.scrollWidth <= element.clientWidth")
    assert pixels(page.locator("h1"), "direction") == "rtl"
    page.close()
