"""The accessibility statement as page and data, on sites that have one and on one that has none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from insyn.build import Website, make
from reading import PAGE_KINDS, ROOT, BuiltSite, read_html

FILE = "content/pages/accessibility-statement.yaml"
DATA = "data/accessibility-statement.json"
PATHS = PAGE_KINDS["statement"]
CORNERS = ROOT / "tests" / "sites" / "corners"
BASE = ROOT / "tests" / "invalid" / "base"


def typed(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder / FILE).read_text(encoding="utf-8"))
    return found


def strings(value: Any) -> set[str]:
    """Every value in there, as a text."""
    if isinstance(value, dict):
        return {text for inner in value.values() for text in strings(inner)}
    if isinstance(value, list):
        return {text for inner in value for text in strings(inner)}
    return {value.isoformat() if isinstance(value, date) else str(value)}


@pytest.mark.parametrize("which", ["built_site", "corner_site"])
def test_the_data_have_all_that_was_typed(which: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(which)
    told = json.loads(site.read(DATA))
    given = strings(typed(ROOT if which == "built_site" else CORNERS))
    # Choices are told by their keys; a document by its address.
    choices = {"helt förenlig", "partially compliant", "självskattning", "e-post"}
    choices |= {"granskning av någon annan", "documents/slutrapport.pdf"}
    assert given - choices <= strings(told)
    assert told["status"] == ("fully" if which == "built_site" else "partly")


def test_the_data_have_the_whole_address_of_the_report(corner_site: BuiltSite) -> None:
    report = json.loads(corner_site.read(DATA))["assessment"]["evidence"]["report"]
    assert report == f"{corner_site.address}/media/documents/slutrapport.pdf"


@pytest.mark.parametrize("path", PATHS)
def test_the_page_leads_to_its_data(built_site: BuiltSite, path: str) -> None:
    page = built_site.page(path)
    found = [link for link in page.links("alternate") if link.get("type") == "application/json"]
    assert [link["href"] for link in found] == [f"/{DATA}"]
    assert f"/{DATA}" in {link.attributes.get("href") for link in page.main.all("a")}
    (script,) = [
        script
        for script in page.tree.all("script")
        if script.attributes.get("type") == "application/ld+json"
    ]
    told = json.loads("".join(map(str, script.children)))
    assert told["url"] == built_site.whole(path)
    assert told["dateModified"] == typed(ROOT)["reviewed"].isoformat()
    assert "2018:1937" in told["about"]["accessibilitySummary"]


def test_a_form_has_a_label_that_all_see_for_each_field(corner_site: BuiltSite) -> None:
    for path in PATHS:
        page = corner_site.page(path)
        (form,) = (one for one in page.main.all("form") if one.attributes.get("method") == "post")
        labels = {label.attributes["for"]: label for label in form.all("label")}
        shown = [
            field
            for field in form.all("input", "textarea")
            if field.attributes.get("type") != "hidden"
        ]
        assert {field.attributes["id"] for field in shown} == set(labels)
        required = [field for field in shown if "required" in field.attributes]
        assert [field.attributes["name"] for field in required] == ["message"]
        words = {"sv": "måste fyllas i", "en": "must be filled in"}[page.language]
        assert words in labels[required[0].attributes["id"]].text
        (trap,) = [p for p in form.all("p") if "hidden" in p.attributes]
        assert trap.one("input").attributes["name"] == form.attributes["data-netlify-honeypot"]
        assert trap.one("label").text


@pytest.fixture(scope="module")
def without() -> Website:
    """A site that has no statement, and whose publisher need not have one."""
    return make(BASE, today=date(2026, 1, 31))


def test_a_site_without_a_statement_has_no_trace_of_one(without: Website) -> None:
    assert without.problems == ()
    pages = {file.path: file.content.decode() for file in without.files if ".html" in file.path}
    assert DATA not in {file.path for file in without.files}
    assert not [path for path, html in pages.items() if "tillganglighetsredogorelse" in html]


def test_the_thanks_are_for_whoever_has_sent_something(corner_site: BuiltSite) -> None:
    page = corner_site.page("/tillganglighetsredogorelse/tack/")
    assert page.meta("robots") == ["noindex"]
    assert PATHS[0] in {link.attributes["href"] for link in page.main.all("a")}
    assert "5 arbetsdagar" in page.main.text
    assert "tack" not in {part for path in _sites_paths(corner_site) for part in path.split("/")}


def _sites_paths(site: BuiltSite) -> list[str]:
    tree = read_html(site.read("sitemap.xml").partition("?>")[2].strip())
    return [loc.text for loc in tree.all("loc")]
