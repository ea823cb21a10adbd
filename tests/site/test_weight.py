"""How much is sent for the first visit, and for one search: little enough for a poor connection.

Counted as a host sends it: texts compressed with gzip -9, what is compressed already as it is.
The font is left out: every page has it in common, and browsers keep it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from insyn.language import load_language
from insyn.model import Portfolio
from insyn.pages import planning
from insyn.pages.list_pages import ListPages
from insyn.pages.listing import WHOLE_AT_MOST
from insyn.render import Theme, find_theme, render_pages
from reading import BUILD_DAY, PAGE_KINDS, BuiltSite

FIRST_LOAD = 30_000  # bytes
ONE_SEARCH = 150_000  # bytes

_STATIC_IMPORT = re.compile(r'^(?:import|export)\b[^;("]*"\./([^"]+)"', re.MULTILINE)


def weight(file: Path) -> int:
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


def with_imports(folder: Path, script: str) -> set[str]:
    """The script and those that it imports at once, by their paths below `folder`."""
    found = {script}
    for name in _STATIC_IMPORT.findall((folder / script).read_text(encoding="utf-8")):
        found |= with_imports(folder, str(Path(script).with_name(name)))
    return found


def loaded(site: BuiltSite, path: str) -> dict[str, int]:
    """What a browser fetches for a page beside the font, with the weight of each file."""
    page = site.page(path)
    wanted = {page.file}
    for element in page.tree.all("link", "script", "img", "source"):
        relations = set(element.attributes.get("rel", "").split())
        # A picture below the fold is fetched when it is near.
        if element.attributes.get("loading") == "lazy" or element.name == "source":
            continue
        if element.name != "link" or relations & {"stylesheet", "icon", "preload", "modulepreload"}:
            address = element.attributes.get("src") or element.attributes.get("href") or ""
            if address.endswith(".js"):
                wanted |= with_imports(site.folder, address.removeprefix("/"))
            elif address:
                wanted.add(unquote(address).removeprefix("/"))
    fonts = {name for name in wanted if name.endswith(".woff2")}
    assert len(fonts) == 1
    return {name: weight(site.folder / name) for name in sorted(wanted - fonts)}


@pytest.mark.parametrize(
    "path", [path for both in PAGE_KINDS.values() for path in both], ids=lambda path: path
)
def test_the_first_load_is_light(built_site: BuiltSite, path: str) -> None:
    files = loaded(built_site, path)
    assert any(name.endswith(".css") for name in files)
    if path in PAGE_KINDS["search"]:
        assert any(name.endswith(".js") for name in files)
    assert sum(files.values()) < FIRST_LOAD, files


@pytest.mark.slow
def test_the_longest_list_on_one_page_is_light(
    demo_portfolio: Callable[[int], Portfolio],
    built_site: BuiltSite,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "_AREAS", (ListPages,))  # the other areas have no such list
    portfolio = demo_portfolio(WHOLE_AT_MOST)
    theme = Theme(find_theme())
    languages = {
        code: load_language(code, theme.folder / "locale") for code in portfolio.site.languages
    }
    made, _ = planning.plan(portfolio, languages, base="https://demo.example.se", today=BUILD_DAY)
    wanted = [
        page
        for page in made.pages
        if page.layout.url in ("/projekt/alla/", "/en/projects/all/", "/fi/projects/all/")
    ]
    assert len(wanted) == len(languages)
    files, problems = render_pages(wanted, theme, languages, "SEK")
    assert problems == ()
    (style,) = (built_site.folder / "assets").glob("insyn.*.css")
    for file in files:
        assert file.content.count(b"<h2><a ") == WHOLE_AT_MOST
        page = len(gzip.compress(file.content, 9, mtime=0))
        assert page + weight(style) + weight(built_site.folder / "favicon.svg") < FIRST_LOAD


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "words"), [("/sok/", "arbete"), ("/en/search/", "work")], ids=["sv", "en"]
)
def test_one_search_is_light(
    built_site: BuiltSite, browser: Browser, address: str, path: str, words: str
) -> None:
    """All that a browser asks for, from an empty store to the first ten results of a search."""
    asked: set[str] = set()
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add(unquote(urlsplit(request.url).path)))
        page.goto(f"{address}{path}?q={quote(words)}", wait_until="networkidle")
        expect(page.get_by_role("status")).not_to_be_empty(timeout=20_000)
        expect(page.locator("[data-part=results]")).to_be_visible()
    files = {f"{name}index.html" if name.endswith("/") else name for name in asked}
    weights = {
        name: weight(built_site.folder / name.removeprefix("/"))
        for name in files
        if not name.endswith(".woff2")
    }
    of_pagefind = {name.split("/")[2].partition(".")[0] for name in files if "/pagefind/" in name}
    assert {"pagefind", "pagefind-entry", "wasm", "index", "fragment"} <= of_pagefind
    assert sum(weights.values()) < ONE_SEARCH, weights
