"""What templates use and what views offer are the same: nothing is unknown, nothing is for nobody.

Every page of the real site, of the corner cases and of the samples is rendered while each reading
of a field is noted.  Readings by the filters that a template calls count as the template's.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import nodes

from insyn.language import load_language
from insyn.model import load
from insyn.pages import plan, views
from insyn.render import Theme, find_theme, render_pages
from insyn.render.rendering import make_environments
from insyn.source import read_content
from reading import BUILD_DAY, ROOT
from sample_pages import FULL, sample_pages

CLASSES = {
    name: found
    for name, found in inspect.getmembers(views, inspect.isclass)
    if dataclasses.is_dataclass(found) and found.__module__.startswith(views.__name__)
}
FIELDS = {
    (name, field.name) for name, found in CLASSES.items() for field in dataclasses.fields(found)
}

# Fields that no template of ours uses, and why they are there all the same.
UNUSED: Mapping[tuple[str, str], str] = {
    ("ProjectSummary", "municipalities"): "`place` says it in few words; an override may list them",
    ("ProjectSummary", "phase"): "an override may show it in the lists",
    ("Side", "key"): "an override may give each side a picture",
}

# Attributes in templates that are not of views.
OTHERS = {
    "first",  # loop
    "last",  # loop
    "index",  # loop
    "index0",  # loop
    "append",  # list
    "update",  # dict
}

THEME = Theme(find_theme())
LANGUAGES = {code: load_language(code, THEME.folder / "locale") for code in ("sv", "en")}


@pytest.fixture(scope="module")
def used() -> set[tuple[str, str]]:
    """Every field that is read while the pages are made."""
    planned = []
    for folder in (ROOT, ROOT / "tests" / "sites" / "corners"):
        portfolio, _ = load(read_content(folder))
        assert portfolio is not None
        found, problems = plan(
            portfolio, LANGUAGES, base="https://insyn.example.se", today=BUILD_DAY
        )
        assert problems == ()
        planned.append(found)
    seen: set[tuple[str, str]] = set()

    def note(self: object, name: str) -> object:
        seen.add((type(self).__name__, name))
        return object.__getattribute__(self, name)

    with pytest.MonkeyPatch.context() as patch:
        for found_class in CLASSES.values():
            patch.setattr(found_class, "__getattribute__", note)
        # What only large portfolios have is on the samples: pages of a list, shades of a map.
        for pages in (*(found.pages for found in planned), sample_pages(FULL)):
            _, problems = render_pages(pages, THEME, LANGUAGES, "SEK")
            assert problems == ()
    return seen


@pytest.mark.slow
def test_every_field_is_used_by_a_template(used: set[tuple[str, str]]) -> None:
    assert FIELDS - used == set(UNUSED)


def test_no_template_asks_for_a_field_that_no_view_has() -> None:
    """Also in branches that no page of ours takes; what it asks of which view, rendering tells."""
    known = {name for _, name in FIELDS} | OTHERS
    environment = make_environments(THEME, LANGUAGES, "SEK")["sv"]
    unknown = {
        (path, attribute.attr)
        for path in THEME.paths
        if path.endswith(".html") and Path(path).parts[0] != "preview"
        for attribute in environment.parse(THEME.read(path).decode()).find_all(nodes.Getattr)
        if attribute.attr not in known
    }
    assert unknown == set()


def test_every_view_is_some_page_s(used: set[tuple[str, str]]) -> None:
    assert {name for name, _ in used} == set(CLASSES)
