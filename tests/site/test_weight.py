"""How much is sent for the first visit: small enough for a poor connection.

Counted as a host sends it: texts compressed with gzip -9, what is compressed already as it is.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from reading import BuiltSite

# Bytes, beside the font, which every page has in common.
FIRST_LOAD = 30_000
ALL_OF_SEARCH = 150_000


def weight(file: Path) -> int:
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


def loaded(site: BuiltSite, path: str) -> dict[str, int]:
    """What a browser fetches for a page beside the font, with the weight of each file."""
    page = site.page(path)
    wanted = [page.file]
    for element in page.tree.all("link", "script", "img"):
        relations = set(element.attributes.get("rel", "").split())
        if element.name != "link" or relations & {"stylesheet", "icon", "preload"}:
            address = element.attributes.get("src") or element.attributes.get("href") or ""
            if address:
                wanted.append(address.removeprefix("/"))
    fonts = [name for name in wanted if name.endswith(".woff2")]
    assert len(fonts) == 1
    return {name: weight(site.folder / name) for name in dict.fromkeys(wanted) if name not in fonts}


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/projekt/jobbpunkt-vast-orebro/", "/sok/"),
        *("/en/", "/en/projects/jobbpunkt-vast-orebro/", "/en/search/"),
    ],
)
def test_the_first_load_is_light(built_site: BuiltSite, path: str) -> None:
    files = loaded(built_site, path)
    assert any(name.endswith(".css") for name in files)
    assert ("search" in path or "sok" in path) == any(name.endswith(".js") for name in files)
    assert sum(files.values()) < FIRST_LOAD, files


@pytest.mark.parametrize(("language", "path"), [("sv", "/sok/"), ("en", "/en/search/")])
def test_all_of_search_is_light(built_site: BuiltSite, language: str, path: str) -> None:
    """The page, Pagefind, and every part of the index in this language."""
    pagefind = built_site.folder / "pagefind"
    entry = json.loads((pagefind / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert language in entry["languages"]
    of_search = [
        *(pagefind / name for name in ("pagefind.js", "pagefind-entry.json")),
        pagefind / f"wasm.{language}.pagefind",
        *(file for file in pagefind.rglob(f"*{language}_*") if file.is_file()),
    ]
    assert {file.parent.name for file in of_search} >= {"filter", "fragment", "index"}
    total = sum(loaded(built_site, path).values()) + sum(weight(file) for file in of_search)
    assert total < ALL_OF_SEARCH, {file.name: weight(file) for file in of_search}
