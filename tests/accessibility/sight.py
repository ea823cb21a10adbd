"""What can be seen of a page: probes for colours, space, order and paper.

A probe returns what is wrong with the page as it is now (window, media, theme), as sentences; none
is good.  They are written in `sight.js` and run in the page.
"""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

# What a probe passes over: the elements, and why they are right all the same.
NOT_IN_ORDER = {
    ".locator": "a drawing beside the text, which says all that it shows",
    ".place-map": "it stands beside the list of the same figures; the next goes on below the list",
}
ONLY_PART = {
    ".window": "the picture on the start page is decoration",
    ".tick": "the lines of the years guide the eye; the dates are in the table",
}
DRAWN_FOCUS = {
    ".place-map svg": "an area shows its focus in the drawing: test_maps.py measures it",
}
SAID_BESIDE = {
    ".place-map": "each area has its number, and the list beside the map has it too",
    ".locator .within": "the text beside it names the region",
}

# WCAG 1.4.12, and WCAG 1.4.4 as a reader's own larger text.
SPACED = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
LARGE = "html { font-size: 200% !important; }"


def _ask(page: Page, probe: str, *arguments: object) -> list[str]:
    typed = ", ".join(json.dumps(one) for one in arguments)
    found: list[str] = page.evaluate(f"() => {{ {SOURCE}\nreturn {probe}({typed}); }}")
    return found


def out_of_order(page: Page) -> list[str]:
    """Where code, eye and focus go in different orders (WCAG 1.3.2, 2.4.3)."""
    return _ask(page, "order", [*NOT_IN_ORDER])


def by_colour_alone(page: Page) -> list[str]:
    """What is told apart by its colour and would not be in grey (WCAG 1.4.1)."""
    return _ask(page, "inGrey", [*SAID_BESIDE])


def faint_texts(page: Page, least: float = 7) -> list[str]:
    """Texts with a contrast below `least`; of large ones below 4.5 (WCAG 1.4.6)."""
    return _ask(page, "inks", least)


def faint_edges(page: Page) -> list[str]:
    """Bounds of controls, marks in drawings and frames of focus below 3:1 (WCAG 1.4.11)."""
    return _ask(page, "faintEdges", [*ONLY_PART], [*DRAWN_FOCUS])


def cut_off(page: Page, style: str = "") -> list[str]:
    """What is cut off, lies upon other text or sticks out, with a reader's own `style` (CSS)."""
    return _ask(page, "clippedWith", style)


def hard_lines(page: Page) -> list[str]:
    """Lines that are too long, too near or justified (WCAG 1.4.8)."""
    return _ask(page, "lines")


def offered(page: Page) -> list[str]:
    """All that can be read and used, in the order of the code."""
    return _ask(page, "offered")


def wrong_on_paper(page: Page) -> list[str]:
    """What a page lacks on paper, or has too much there: menus, sender, addresses of links."""
    return _ask(page, "onPaper")
