"""What the keyboard reaches, in which order, and that one always sees where one is.

Each page is walked once, from the top to its end and back, with real presses of the Tab key; the
tests then ask what was met on the way.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect

from accessibility.conftest import WIDE, Faulty
from accessibility.states import to_the_top

pytestmark = pytest.mark.slow

BROWSER = "own measurement in Chromium"
PROJECT = "/projekt/jobbpunkt-vast-orebro/"

# What one can stop at, and where the focus is: its place among all that could have it, what it
# looks like, and whether anything lies upon it.
STOPS = """() => {
    const NATIVE = "a[href], button, input, select, textarea, summary";
    const all = [...document.querySelectorAll(`${NATIVE}, [tabindex]`)];
    window.allStops = all;
    return all.filter((e) => e.checkVisibility({visibilityProperty: true})
        && !e.disabled && (e.tabIndex >= 0 || e.matches(NATIVE))
        // Of radio buttons one is a stop; the arrow keys reach the others.
        && !(e.type === "radio" && !e.checked)).map((e) => all.indexOf(e));
}"""
FOCUSED = """() => {
    const POINTS = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    // A place on a map is of any shape; its number is what one sees and hits.
    const drawn = Boolean(element.closest("svg"));
    const seen = (drawn && element.querySelector("text")) || element;
    const boxes = [...seen.getClientRects()];
    const covered = boxes.some((box) =>
        (drawn ? [[0.5, 0.5]] : POINTS).some(([across, down]) => {
            const top = document.elementFromPoint(
                box.x + box.width * across, box.y + box.height * down);
            return !top || !(element.contains(top) || top.contains(element)
                || (element.labels && [...element.labels].some((label) => label.contains(top))));
        }));
    return {
        place: window.allStops.indexOf(element),
        what: element.outerHTML.slice(0, 120),
        // What a drawing shows is counted in pixels below.
        outline: drawn ? 2 : style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        covered,
        inside: boxes[0].top >= -1 && boxes[0].left >= -1
            && (boxes.at(-1).bottom <= innerHeight + 1 || boxes[0].height > innerHeight),
    };
}"""
# Each press of a key tells where the focus has been until then, and each focus where it is now.
REMEMBER = f"""() => {{
    const focused = {FOCUSED};
    window.left = [];
    window.met = [];
    addEventListener("keydown", ({{key}}) => {{ if (key === "Tab") left.push(focused()); }}, true);
    addEventListener("focusin", ({{target}}) => window.met.push(window.allStops.indexOf(target)));
}}"""


@dataclass
class Walk:
    """What the Tab key met on a page: `wanted` is what can be used, in the order of the page."""

    wanted: list[int]
    forwards: list[dict[str, Any]] = field(default_factory=list)
    backwards: list[int] = field(default_factory=list)  # from the last but one
    after_the_last: int | None = None


def walk_through(page: Page) -> Walk:
    """Press Tab from the top of a freshly loaded page to its end, and Shift and Tab back."""
    walk = Walk(page.evaluate(STOPS))
    page.evaluate(REMEMBER)
    for _ in walk.wanted:
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    walk.forwards = [stop or {"place": None, "what": "the page"} for stop in _taken(page, "left")]
    beyond = page.evaluate(FOCUSED)
    walk.after_the_last = beyond and beyond["place"]
    _taken(page, "met")
    for _ in walk.wanted:
        page.keyboard.press("Shift+Tab")
    walk.backwards = _taken(page, "met")
    return walk


def _taken(page: Page, name: str) -> list[Any]:
    """What has been remembered under a name, but for the first: how it was before."""
    found: list[Any] = page.evaluate(f"window.{name}.splice(0).slice(1)")
    return found


@pytest.fixture(scope="module")
def walk(loaded: Page) -> Walk:
    """The walk through the page at `path`."""
    return walk_through(loaded)


def not_reached(walk: Walk) -> list[str]:
    """What the Tab key misses, meets in another order, or does not leave again."""
    faults = []
    met = [stop["place"] for stop in walk.forwards]
    if met != walk.wanted:
        number = next(n for n, (a, b) in enumerate(zip(met, walk.wanted, strict=True)) if a != b)
        faults.append(f"stop {number + 1} is {walk.forwards[number]['what']}")
    if walk.after_the_last in walk.wanted[1:]:
        faults.append("the focus does not leave the page")
    if walk.backwards != walk.wanted[-2::-1]:
        faults.append("the way back is another")
    return faults


def unseen(walk: Walk) -> list[str]:
    """Where the focus has no outline of 2 pixels."""
    return [stop["what"] for stop in walk.forwards if stop.get("outline", 0) < 2]


def covered(walk: Walk) -> list[str]:
    """What has the focus and is out of the window, or under something else."""
    return [
        stop["what"]
        for stop in walk.forwards
        if stop.get("covered", True) or not stop.get("inside", False)
    ]


@pytest.mark.row(21, tool=BROWSER)
def test_the_tab_key_reaches_all_and_leaves_all_both_ways(walk: Walk, path: str) -> None:
    assert len(walk.wanted) > 10, path
    assert not_reached(walk) == []


@pytest.mark.row(23, tool=BROWSER)
def test_all_that_has_focus_has_an_outline(walk: Walk, path: str) -> None:
    del path
    assert unseen(walk) == []


@pytest.mark.row(24, tool=BROWSER)
def test_nothing_lies_upon_what_has_focus(walk: Walk, path: str) -> None:
    del path
    assert covered(walk) == []


@pytest.mark.seeded(21, tool=BROWSER)
@pytest.mark.parametrize(
    ("find", "put"),
    [
        ("</main>", '<div onclick="x()" tabindex="3">x</div><a href="/">y</a></main>'),
        ("</main>", '<a href="/" tabindex="-1">x</a></main>'),
        ("</main>", "<input onkeydown=\"event.key === 'Tab' && event.preventDefault()\"></main>"),
    ],
    ids=["another order", "left out", "a trap"],
)
def test_a_wrong_order_and_a_trap_are_noticed(faulty: Faulty, find: str, put: str) -> None:
    assert not_reached(walk_through(faulty("/tillganglighet-i-projekten/", find, put)))


@pytest.mark.seeded(23, tool=BROWSER)
def test_a_focus_without_an_outline_is_noticed(faulty: Faulty) -> None:
    page = faulty(
        "/om/", "</head>", "<style>main a:focus-visible { outline: none !important }</style></head>"
    )
    assert unseen(walk_through(page))


@pytest.mark.seeded(24, tool=BROWSER)
def test_a_bar_over_what_has_focus_is_noticed(faulty: Faulty) -> None:
    bar = '<div style="background:#000;bottom:0;height:40%;left:0;position:fixed;right:0"></div>'
    assert covered(walk_through(faulty("/om/", "</body>", f"{bar}</body>")))


# --- the skip link -------------------------------------------------------------------------------


def skipping(page: Page) -> list[str]:
    """What is wrong with the first press of the Tab key, and with Enter then."""
    page.keyboard.press("Tab")
    first = page.evaluate(
        """() => {
            const box = document.activeElement.getBoundingClientRect();
            return [document.activeElement.matches("a.skip"), box.top >= 0 && box.height > 20];
        }"""
    )
    if first != [True, True]:
        return ["the skip link is not the first stop, or is not seen there"]
    faults = []
    page.keyboard.press("Enter")
    if not page.evaluate("document.activeElement.localName === 'main'"):
        faults.append("the focus does not land in the main content")
    page.keyboard.press("Tab")
    # A page without a link of its own goes on to the footer.
    after = page.evaluate(
        """() => {
            const main = document.querySelector("main");
            const own = main.querySelector("a[href], button, input, summary, [tabindex='0']");
            return !own || main.contains(document.activeElement);
        }"""
    )
    if not after:
        faults.append("the next stop is not in the main content")
    return faults


@pytest.mark.row(22, tool=BROWSER)
def test_the_skip_link_comes_first_and_leads_into_the_main_content(visit: Page, path: str) -> None:
    del path
    to_the_top(visit)
    assert skipping(visit) == []


@pytest.mark.seeded(22, tool=BROWSER)
@pytest.mark.parametrize(
    ("find", "put"),
    [
        ('<a class="skip"', '<a href="/">x</a><a class="skip"'),
        ('id="main_content"', 'id="elsewhere"'),
    ],
    ids=["not the first", "no target"],
)
def test_a_skip_link_that_does_not_skip_is_noticed(faulty: Faulty, find: str, put: str) -> None:
    assert skipping(faulty("/om/", find, put))


# --- the focus in pixels -------------------------------------------------------------------------

# One of each kind of stop: what it is, its classes and those around it.
KINDS = """() => {
    const found = {};
    for (const e of document.querySelectorAll(
            "a[href], button, input, select, textarea, summary, [tabindex='0']")) {
        if (!e.checkVisibility({visibilityProperty: true}) || e.disabled) continue;
        const kind = [e.localName, e.type || "", e.className.baseVal ?? e.className,
            e.parentElement.localName, e.parentElement.className.baseVal
                ?? e.parentElement.className].join("|");
        if (!(kind in found)) { e.dataset.kind = kind; found[kind] = 1; }
    }
    return Object.keys(found);
}"""
BOX = """kind => {
    const e = document.querySelector(`[data-kind="${kind}"]`);
    e.scrollIntoView({block: "center"});
    e.focus({focusVisible: true, preventScroll: true});
    const box = e.getBoundingClientRect();
    const area = [...e.getClientRects()].reduce((sum, r) => sum + 4 * (r.width + r.height), 0);
    return {x: box.x, y: box.y, width: box.width, height: box.height, area};
}"""
ROOM = 8  # pixels around: where an outline may be


def changed(before: bytes, after: bytes) -> int:
    """How many pixels differ by a contrast of 3:1 or more between two pictures."""
    old, new = (list(_luminances(picture)) for picture in (before, after))
    return sum((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 3 for a, b in zip(old, new, strict=True))


_LINEAR = [
    (v / 255 / 12.92) if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4
    for v in range(256)
]


def _luminances(picture: bytes) -> Iterator[float]:
    """The relative luminance of each pixel, as WCAG defines it."""
    with Image.open(io.BytesIO(picture)) as image:
        pixels = image.convert("RGB").tobytes()
    for at in range(0, len(pixels), 3):
        red, green, blue = (_LINEAR[value] for value in pixels[at : at + 3])
        yield 0.2126 * red + 0.7152 * green + 0.0722 * blue


def dim(page: Page, skip: set[str]) -> list[str]:
    """Kinds of stops whose focus shows too little: less than 2 pixels around them at 3:1.

    Kinds in `skip` have been looked at; those that are looked at now are put there.
    """
    faults = []
    for kind in page.evaluate(KINDS):
        if kind in skip:
            continue
        skip.add(kind)
        box = page.evaluate(BOX, kind)
        size: ViewportSize = page.viewport_size or WIDE
        left, top = max(box["x"] - ROOM, 0), max(box["y"] - ROOM, 0)
        clip = {
            "x": left,
            "y": top,
            "width": min(box["width"] + 2 * ROOM, size["width"] - left),
            "height": min(box["height"] + 2 * ROOM, size["height"] - top),
        }
        with_focus = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
        page.evaluate("document.activeElement.blur()")
        without = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
        # The corners of a rounded outline take a few pixels away.
        if (share := changed(without, with_focus) / box["area"]) < 0.95:
            faults.append(f"{kind}: {share:.2f} of what is asked")
    return faults


@pytest.fixture(scope="module")
def looked_at() -> dict[str, set[str]]:
    """The kinds of stops whose pixels have been counted, light and dark."""
    return {"light": set(), "dark": set()}


@pytest.mark.row(23, tool=BROWSER)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_in_pixels(
    visit: Page, path: str, scheme: Any, looked_at: dict[str, set[str]]
) -> None:
    del path
    visit.emulate_media(color_scheme=scheme)
    assert dim(visit, looked_at[scheme]) == []


@pytest.mark.seeded(23, tool=BROWSER)
@pytest.mark.parametrize(
    "style",
    ["outline: 1px solid !important", "outline: 3px solid #ddd !important"],
    ids=["thin", "pale"],
)
def test_a_thin_or_pale_focus_is_noticed(faulty: Faulty, style: str) -> None:
    rule = f"main .prose a:focus-visible {{ {style}; background: none !important }}"
    page = faulty("/om/", "</head>", f"<style>{rule}</style></head>")
    expect(page.locator("main .prose a").first).to_be_visible()
    assert dim(page, set())
