"""The files that help the search, against the site that they are made for."""

from __future__ import annotations

import json

import pytest

from insyn.pages.search_words import folded
from reading import BuiltSite


@pytest.mark.parametrize(("language", "below"), [("sv", "/"), ("en", "/en/")])
def test_names_lead_to_pages(built_site: BuiltSite, language: str, below: str) -> None:
    folder = built_site.folder / "data" / "search" / language
    found = {}
    for file in folder.glob("names-*.json"):
        letter = file.stem.removeprefix("names-")
        for name, pages in json.loads(file.read_text(encoding="utf-8")).items():
            assert name == folded(name)
            assert letter == (name[0] if "a" <= name[0] <= "z" else "0")
            for key, called, url in pages:
                assert url.startswith(below)
                assert url.partition("#")[0] in built_site.pages, url
                found[name, key] = called
    assert found["orebro", "municipality"] == "Örebro"
    assert found["orebro kommun", "municipality"] == "Örebro"
    assert ("skara" if language == "sv" else "skara municipality", "municipality") in found
    assert found["coompanion skaraborg", "organisation"] == "Coompanion Skaraborg"
    assert len(found) > 100


def test_a_page_that_searches_knows_which_files_there_are(built_site: BuiltSite) -> None:
    for path in ("/sok/", "/projekt/", "/en/search/", "/en/projects/"):
        (known,) = (
            one
            for one in built_site.page(path).tree.all("template")
            if one.attributes.get("data-part") == "sentences"
        )
        helps = known.attributes["data-helps"].removeprefix("/")
        files = {file.name for file in (built_site.folder / helps).iterdir()}
        letters = known.attributes["data-letters"]
        assert files == {"words.json", *(f"names-{letter}.json" for letter in letters)}


def test_the_words_are_the_most_common_first(built_site: BuiltSite) -> None:
    words = json.loads(built_site.read("data/search/sv/words.json"))
    assert len(words) == len(set(words)) > 1000
    assert words.index("projektet") < words.index("handledare") < len(words)
    assert min(map(len, words)) == 4
