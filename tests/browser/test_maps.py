"""Maps in a real browser: by keyboard, by ear, by finger, without script, in any colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from insyn.model.register import load_register
from insyn.model.shapes import country_shapes, municipality_shapes
from insyn.pages import views
from insyn.pages.maps import draw_map
from sample_pages import FULL, sample_pages, write_samples
from server import hosting

pytestmark = pytest.mark.slow

REGISTER = load_register()
COUNTIES = tuple(REGISTER.counties.values())
IN_VASTRA_GOTALAND = tuple(p for c, p in REGISTER.municipalities.items() if c.startswith("14"))
COUNTS = {county.code: 1 + 7 * i * i for i, county in enumerate(COUNTIES)}  # 1 to 2,801: 3 shades


def full_places() -> views.PlacesView:
    """Every county has projects: the fullest map there can be."""
    view = FULL["places"]
    assert isinstance(view, views.PlacesView)
    places = tuple(
        views.Place(c.name_sv, f"/platser/lan/{c.code}/", COUNTS[c.code]) for c in COUNTIES
    )
    shapes = [country_shapes()[c.code] for c in COUNTIES]
    drawn = draw_map(list(zip(shapes, places, strict=True)), [], "Karta över Sveriges län")
    return replace(view, counties=places, counties_without=(), map=drawn)


def full_county() -> views.CountyView:
    """The county with the most municipalities, all with projects."""
    view = FULL["county"]
    assert isinstance(view, views.CountyView)
    places = tuple(views.Place(p.name, f"/platser/kommun/{p.slug}/", 1) for p in IN_VASTRA_GOTALAND)
    shapes = [municipality_shapes()[p.code] for p in IN_VASTRA_GOTALAND]
    drawn = draw_map(list(zip(shapes, places, strict=True)), [], "Karta")
    return replace(view, municipalities=places, map=drawn)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("maps")
    write_samples(sample_pages({"places": full_places(), "county": full_county()}), folder)
    with hosting(folder) as served:
        yield served


def opened(browser: Browser, address: str, width: int = 1280, **options: Any) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(address)
    return page


def luminance(colour: str) -> float:
    channels = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", ["places", "county"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_a_map_fits_and_keeps_its_proportions(
    browser: Browser, samples: str, kind: str, width: int
) -> None:
    page = opened(browser, f"{samples}/{kind}/", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = page.evaluate(
        """() => {
            const svg = document.querySelector(".place-map > svg"), box = svg.viewBox.baseVal;
            const seen = svg.getBoundingClientRect();
            return [seen.width / seen.height, box.width / box.height];
        }"""
    )
    assert found[0] == pytest.approx(found[1], rel=0.02)
    page.close()


@pytest.mark.parametrize(("kind", "width"), [("places", 320), ("places", 1440), ("county", 1440)])
def test_every_number_is_large_enough_to_hit(
    browser: Browser, samples: str, kind: str, width: int
) -> None:
    """WCAG 2.2, 2.5.8: 24 px, and nothing else lies on the middle of it."""
    page = opened(browser, f"{samples}/{kind}/", width)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".place-map svg a")].map((link) => {
            const box = link.querySelector("rect").getBoundingClientRect();
            link.scrollIntoView({block: "center"});
            const now = link.querySelector("rect").getBoundingClientRect();
            const hit = document.elementFromPoint(now.x + now.width / 2, now.y + now.height / 2);
            return [link.getAttribute("aria-label"), box.width, box.height, link.contains(hit)];
        })"""
    )
    assert len(sizes) == {"places": 21, "county": 49}[kind]
    # A later area may lie over a badge, but never over the middle of it ... of another's link.
    for name, width_, height, hit in sizes:
        assert width_ >= 24, name
        assert height >= 24, name
        assert hit, name


def test_the_keyboard_walks_the_map_in_the_order_of_the_list(
    browser: Browser, samples: str
) -> None:
    page = opened(browser, f"{samples}/places/")
    listed = page.locator(".rows").first.locator("a")
    listed.last.focus()
    page.keyboard.press("Tab")
    past = page.get_by_role("link", name="Hoppa över kartan")
    expect(past).to_be_focused()
    box = past.bounding_box()
    assert box
    assert box["height"] >= 44
    for county in COUNTIES:
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => {
                const link = document.activeElement;
                const of = (part) => getComputedStyle(link.querySelector(part));
                return {
                    inMap: !!link.closest(".place-map"),
                    name: link.getAttribute("aria-label"),
                    address: link.getAttribute("href"),
                    area: [of("use").fill, of("use").stroke, parseFloat(of("use").strokeWidth)],
                    badge: [of("rect").fill, of("text").fill],
                };
            }"""
        )
        assert focused["inMap"]
        assert focused["name"].startswith(f"{county.name_sv}: ")
        assert focused["address"] == f"/platser/lan/{county.code}/"
        fill, stroke, width = focused["area"]
        assert contrast(fill, stroke) >= 7
        assert width >= 0.2 * 30  # of a badge's 30 units: about 4 px
        assert contrast(*focused["badge"]) >= 7
    page.keyboard.press("Tab")
    assert not page.evaluate("!!document.activeElement.closest('.place-map')")
    page.close()


def test_the_keyboard_passes_the_map_by_in_two_presses(browser: Browser, samples: str) -> None:
    page = opened(browser, f"{samples}/places/")
    page.locator(".rows").first.locator("a").last.focus()
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    after = page.locator(":focus")
    expect(after).to_have_count(1)
    assert after.evaluate(
        """link => {
            const map = document.querySelector(".place-map");
            return !map.contains(link)
                && !!(map.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
        }"""
    )
    page.close()


def test_the_enter_key_on_the_map_leads_to_the_county(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/platser/")
    page.locator(".place-map svg a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/platser/lan/orebro-lan/")
    assert page.locator("h1").inner_text() == "Örebro län"
    page.close()


def test_without_script_a_click_on_the_shape_leads_to_the_county(
    browser: Browser, address: str
) -> None:
    page = opened(browser, f"{address}/platser/", java_script_enabled=False)
    shape = page.locator('.place-map a[href*="vastra-gotaland"] use')
    box = shape.bounding_box()
    assert box
    # Away from the number: in the upper left, north of lake Vänern.
    page.locator(".place-map").scroll_into_view_if_needed()
    box = shape.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.18, box["y"] + box["height"] * 0.2)
    page.wait_for_url("**/platser/lan/vastra-gotalands-lan/")
    page.close()


def test_by_ear_the_map_is_one_group_with_the_links_of_the_list(
    browser: Browser, address: str
) -> None:
    page = opened(browser, f"{address}/platser/")
    heard = page.locator(".place-map").aria_snapshot()
    assert heard.splitlines() == [
        '- group "Karta över Sveriges län med samma siffror som i listan":',
        "  - 'link \"Skåne län: 1 projekt\"':",
        "    - /url: /platser/lan/skane-lan/",
        "  - 'link \"Västra Götalands län: 2 projekt\"':",
        "    - /url: /platser/lan/vastra-gotalands-lan/",
        "  - 'link \"Örebro län: 1 projekt\"':",
        "    - /url: /platser/lan/orebro-lan/",
        '- list "Vad färgerna betyder":',
        "  - listitem: 1 projekt",
        "  - listitem: 2 projekt",
    ]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_borders_and_numbers_are_seen_in_every_scheme(
    browser: Browser, samples: str, scheme: str, forced: str
) -> None:
    page = opened(browser, f"{samples}/places/", color_scheme=scheme, forced_colors=forced)
    found = page.evaluate(
        """() => ({
            borders: [...document.querySelectorAll(".land g path")].map((path) => {
                const style = getComputedStyle(path);
                return [style.stroke, style.fill];
            }),
            numbers: [...document.querySelectorAll(".place-map svg a")].map((link) => [
                getComputedStyle(link.querySelector("text")).fill,
                getComputedStyle(link.querySelector("rect")).fill,
            ]),
        })"""
    )
    assert len({fill for _, fill in found["borders"]}) == (3 if forced == "none" else 1)
    assert min(contrast(*pair) for pair in found["borders"]) >= 3
    assert min(contrast(*pair) for pair in found["numbers"]) >= 7
    page.close()


def test_forced_colours_show_the_focus(browser: Browser, samples: str) -> None:
    page = opened(browser, f"{samples}/places/", forced_colors="active")
    link = page.locator(".place-map svg a").first
    look = "link => getComputedStyle(link.querySelector('rect')).fill"
    before = link.evaluate(look)
    page.keyboard.press("Tab")
    link.focus()
    assert contrast(before, link.evaluate(look)) >= 3
    page.close()


@pytest.mark.parametrize(
    ("path", "query", "said", "leads_to"),
    [
        ("/sok/", "kumla", "Inga projekt i Kumla: se alla kommuner", "/platser/kommun/#k"),
        (
            "/en/search/",
            "Östersund Municipality",
            "No projects in Östersund: see all municipalities",
            "/en/places/municipality/#o",
        ),
    ],
)
def test_a_search_for_a_municipality_without_projects_gets_an_answer(  # noqa: PLR0913, PLR0917
    browser: Browser, address: str, path: str, query: str, said: str, leads_to: str
) -> None:
    page = opened(browser, f"{address}{path}")
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name=said)
    link.wait_for()
    assert link.get_attribute("href") == leads_to
    link.click()
    heading = page.locator(f"[id='{leads_to.rpartition('#')[2]}']")
    assert heading.inner_text() == leads_to[-1].upper()  # in English Ö stands under O
    page.close()
