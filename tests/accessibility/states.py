"""The pages that are judged: every kind in both languages, and every state that a page can be in.

Such a page is told in one line, which the report counts: its path on the real site, or another site
and the path there, and after a plus what its reader has done:

    /en/search/?q=jobs
    corners:/kontakter/
    / + notice put away
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from playwright.sync_api import Page, Route, expect

PATIENCE = 20_000  # milliseconds: only how long a broken search goes on

FAILED = "error"  # the words of a search whose index never arrives
_CHOSEN = {"theme": "contrast", "width": "short", "spacing": "wide", "easy": "first"}

# What a page becomes when it is used, by name: in Swedish and in English.
STATES: Mapping[str, tuple[str, str]] = {
    "search-results": ("/sok/?q=jobb", "/en/search/?q=jobs"),
    "search-name": ("/sok/?q=Skövde", "/en/search/?q=Skövde"),
    "search-no-results": ("/sok/?q=barnqqqzzz", "/en/search/?q=childqqqzzz"),
    "search-error": (f"/sok/?q={FAILED}", f"/en/search/?q={FAILED}"),
    "search-narrowed": (
        "/sok/?q=jobb&region=Västsverige + filters open",
        "/en/search/?q=jobs&region=West+Sweden + filters open",
    ),
    "list-narrowed": (
        "/projekt/?region=Västsverige + filters open",
        "/en/projects/?region=West+Sweden + filters open",
    ),
    "list-without-results": (
        "/projekt/?region=Västsverige&q=barnqqqzzz",
        "/en/projects/?region=West+Sweden&q=childqqqzzz",
    ),
    "settings-chosen": ("/installningar/ + settings chosen", "/en/settings/ + settings chosen"),
    "project-chosen": (
        "/projekt/jobbpunkt-vast-orebro/ + settings chosen",
        "/en/projects/jobbpunkt-vast-orebro/ + settings chosen",
    ),
    "notice-away": ("/ + notice put away", "/en/ + notice put away"),
}

# What the real site has not got: what is unknown, untranslated, old; and very much of everything.
CORNERS = (
    *("/projekt/allt-kant/", "/en/projects/allt-okant/", "/kontakter/", "/en/money/"),
    *("/tidslinje/", "/en/results/", "/tillganglighetsredogorelse/"),
)
CROWDED = (
    *("/projekt/sida-2/", "/en/projects/", "/pengar/", "/en/places/region/west-sweden/"),
    "/tidslinje/",
)


def _refuse(route: Route) -> None:
    route.abort()


def _choose(page: Page) -> None:
    """Choose other settings than the ordinary ones, on whatever page."""
    page.evaluate("text => localStorage.setItem('insyn-settings', text)", json.dumps(_CHOSEN))
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", _CHOSEN["theme"])


def _put_away(page: Page) -> None:
    """Put the first notice away, as a reader does."""
    page.locator(".notice-away").first.click()
    expect(page.locator(".notice-gone")).to_be_focused()


def _open_filters(page: Page) -> None:
    """Open the filters and the first facet."""
    filters = page.locator("[data-part=filters]")
    filters.locator("summary").first.click()
    filters.locator("details summary").first.click()
    expect(filters.get_by_role("checkbox").first).to_be_visible()


_DEEDS: Mapping[str, Callable[[Page], None]] = {
    "settings chosen": _choose,
    "notice put away": _put_away,
    "filters open": _open_filters,
}


def site_of(told: str) -> str:
    """The fixture that has the address of the site: "address" is that of the real one."""
    site, colon, _ = told.partition(":")
    return site if colon else "address"


def to_the_top(page: Page) -> None:
    """Let the next press of the Tab key be the first one, as on a page that was just loaded."""
    page.evaluate(
        """() => {
            const first = document.createElement("span");
            first.tabIndex = -1;
            document.body.prepend(first);
            first.focus();
            first.remove();
            scrollTo(0, 0);
        }"""
    )


def arrive(page: Page, address: str, told: str) -> None:
    """Open what is told on the site at `address`, do there what is told, and be at its top."""
    path, _, deed = told.rpartition(":")[2].partition(" + ")
    if path.endswith(f"={FAILED}"):
        page.route(re.compile("/pagefind/"), _refuse)
    answer = page.goto(f"{address}{path}")
    assert answer is not None
    assert answer.ok or path.endswith("404.html")
    if "?" in path:
        expect(page.get_by_role("status")).not_to_be_empty(timeout=PATIENCE)
    if deed:
        _DEEDS[deed](page)
        to_the_top(page)


def leave(page: Page) -> None:
    """Close a page; what its reader chose is forgotten."""
    page.evaluate("localStorage.clear()")
    page.close()
