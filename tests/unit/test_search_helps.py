"""The files that help the search, against the site that they are made for."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from insyn.data.search_helps import SMALL, search_helps
from insyn.pages import Plan
from insyn.pages.search_words import folded, words_of
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
    assert min(map(len, words)) == 3


def test_no_small_word_is_what_another_is_a_misspelling_of(built_site: BuiltSite) -> None:
    swedish = json.loads(built_site.read("data/search/sv/words.json"))
    english = json.loads(built_site.read("data/search/en/words.json"))
    assert not {"och", "borta", "eller", "från", "skulle", "deras"} & set(swedish)
    assert not {"and", "from", "were", "their", "which", "about"} & set(english)


@pytest.mark.parametrize("count", [0, 5, pytest.param(300, marks=pytest.mark.slow)])
def test_words_of_names_are_suggested_whatever_the_size_of_the_site(
    demo_plan: Callable[[int], Plan], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(search_helps.__globals__, "_MOST", 1)
    for parts in demo_plan(count).parts:
        (file,) = (one for one in search_helps(parts) if one.path.endswith("/words.json"))
        words = set(json.loads(file.content))
        assert {"mariestad", "töreboda"} <= words
        assert ("bostad" in words) == (parts.language.code == "sv")
        projects = parts.portfolio.projects.values()
        contacts = [contact for project in projects for contact in project.contacts]
        names = [
            *(contact.name for contact in contacts),
            *map(parts.organisation_name, parts.portfolio.organisations),
        ]
        names += [parts.choice(group) for group in parts.portfolio.site.target_groups]
        assert bool(count) == bool(contacts)
        wanted = {word for name in names for word in words_of(name) if len(word) > 4}
        assert wanted - words <= SMALL
