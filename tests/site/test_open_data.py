"""The open data: the shape that is promised, safe in a spreadsheet, and equal to the cards."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from typing import Any

import yaml

from insyn.model.fields import ProjectFields
from reading import BUILD_DAY, ROOT, BuiltSite

LANGUAGES = {"sv", "en"}
SIDES = {"premises", "activities", "communication", "information"}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def projects(site: BuiltSite) -> list[dict[str, Any]]:
    document = json.loads(site.read("data/projects.json"))
    assert set(document) == {"projects"}
    found: list[dict[str, Any]] = document["projects"]
    return found


def rows(site: BuiltSite) -> list[dict[str, str]]:
    content = (site.folder / "data" / "projects.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "a spreadsheet needs the mark of UTF-8"
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(), strict=True))


def card(site_folder: str, slug: str, language: str = "") -> dict[str, Any]:
    """The facts of a card, every value as it is typed."""
    suffix = f".{language}.md" if language else ".md"
    file = ROOT / site_folder / "content" / "projects" / f"{slug}{suffix}"
    facts = file.read_text(encoding="utf-8").split("---\n")[1]
    found: dict[str, Any] = yaml.load(facts, yaml.BaseLoader)  # noqa: S506 - makes strings only
    return found


def digits(amount: str) -> int | None:
    return int(re.sub(r"\D", "", amount)) if amount else None


def test_a_project_has_exactly_the_promised_shape(site: BuiltSite) -> None:
    for project in projects(site):
        assert list(project) == [
            *("id", "url", "title", "summary", "programme_area", "phase", "target_groups", "owner"),
            "contact",
            *(
                "other_contacts",
                "funding",
                "period",
                "region",
                "municipalities",
                "co_funders",
                "partners",
            ),
            *("participants", "targets", "documents", "accessibility", "continues"),
        ]
        for name in ("title", "summary"):
            assert {"sv"} <= set(project[name]) <= LANGUAGES
            assert all(isinstance(text, str) and text for text in project[name].values())
        for name in ("id", "url", "programme_area", "phase", "owner", "region"):
            assert isinstance(project[name], str), name
            assert project[name], name
        for contact in (project["contact"], *project["other_contacts"]):
            assert contact is None or list(contact) == ["name", "role", "email", "phone"]
        assert project["continues"] is None or isinstance(project["continues"], str)
        assert list(project["funding"]) == ["eu", "total", "currency"]
        for name in ("eu", "total"):
            amount = project["funding"][name]
            assert amount is None or (type(amount) is int and amount >= 0)
        assert project["funding"]["currency"] == "SEK"
        assert list(project["period"]) == ["start", "end"]
        for day in (project["period"]["start"], project["period"]["end"] or BUILD_DAY.isoformat()):
            assert date.fromisoformat(day).isoformat() == day
        for name in ("municipalities", "co_funders", "partners"):
            assert all(isinstance(part, str) and part for part in project[name])
        for target in project["targets"]:
            assert list(target) == ["what", "target", "unit", "minimum", "result"]
            assert set(target["what"]) <= LANGUAGES
            assert target["target"] is None or type(target["target"]) in (int, float)
            assert type(target["minimum"]) is bool
        assert set(project["accessibility"]) <= SIDES
        assert all(set(texts) <= LANGUAGES for texts in project["accessibility"].values())


def test_participants_and_documents_have_the_promised_shape(site: BuiltSite) -> None:
    for project in projects(site):
        assert list(project["participants"]) == ["planned", "reached"]
        for count in project["participants"].values():
            assert count is None or (type(count) is int and count >= 0)
        for document in project["documents"]:
            assert list(document) == ["title", "kind", "url", "format", "size", "language"]
            assert set(document["title"]) <= LANGUAGES
            assert document["url"].startswith("https://")


def test_every_project_page_is_in_the_data(site: BuiltSite) -> None:
    pages = {
        site.whole(page.path)
        for page in site.pages.values()
        if page.file.startswith("projekt/")
        and page.file.count("/") == 2
        and "data-pagefind-body" in page.main.attributes  # lists are not searched
    }
    assert {project["url"] for project in projects(site)} == pages
    assert {row["url"] for row in rows(site)} == pages


def test_the_data_say_what_the_cards_say(built_site: BuiltSite) -> None:
    for project in projects(built_site):
        swedish, english = card("", project["id"]), card("", project["id"], "en")
        for name in ("title", "summary"):
            assert project[name] == {"sv": swedish[name].strip(), "en": english[name].strip()}
        for name in ("programme_area", "phase", "owner", "region"):
            assert project[name] == swedish[name], name
        contact = swedish["contact"]
        assert project["contact"] == {
            **{name: contact[name] for name in ("name", "email", "phone")},
            "role": None,
        }
        assert project["funding"]["eu"] == digits(swedish["funding"]["eu"])
        assert project["funding"]["total"] == digits(swedish["funding"]["total"])
        assert project["period"] == swedish["period"]
        assert project["municipalities"] == swedish["municipalities"]
        for name in ("co_funders", "partners"):
            assert project[name] == swedish.get(name, [])
        for target, typed, spoken in zip(
            project["targets"], swedish["targets"], english["targets"], strict=True
        ):
            assert target["what"] == {"sv": typed["what"], "en": spoken["what"]}
            wanted = typed.get("target")
            assert target["target"] == (float(wanted.replace(",", ".")) if wanted else None)
            assert target["minimum"] == ("minimum" in typed)
        assert project["accessibility"] == {
            side: {
                "sv": swedish["accessibility"][side].strip(),
                "en": english["accessibility"][side].strip(),
            }
            for side in swedish["accessibility"]
        }


def spelled(value: object) -> str:
    """A value of the document as it stands in the table."""
    if isinstance(value, list):
        return "; ".join(value)
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def flat(project: dict[str, Any]) -> dict[str, str]:
    """A project of the document as a row of the table, but for its targets."""
    row = {name: value for name, value in project.items() if not isinstance(value, dict)}
    del row["targets"], row["other_contacts"]
    for name in ("title", "summary"):
        row |= {f"{name}_{language}": project[name].get(language) for language in LANGUAGES}
    contact = project["contact"] or {}
    row |= {f"contact_{name}": contact.get(name) for name in ("name", "email", "phone")}
    row["contact_role"] = (contact.get("role") or {}).get("sv")
    row |= {f"funding_{name}": value for name, value in project["funding"].items()}
    row |= {f"period_{name}": value for name, value in project["period"].items()}
    row |= {f"participants_{name}": value for name, value in project["participants"].items()}
    row["documents"] = [document["url"] for document in project["documents"]]
    sides = project["accessibility"]
    row |= {f"accessibility_{side}": sides.get(side, {}).get("sv") for side in SIDES}
    row.pop("contact", None)
    return {name: spelled(value) for name, value in row.items()}


def test_the_table_says_what_the_document_says(site: BuiltSite) -> None:
    found = rows(site)
    targets = [row.pop("targets") for row in found]
    others = [row.pop("other_contacts") for row in found]
    assert found == [flat(project) for project in projects(site)]
    for told, project in zip(targets, projects(site), strict=True):
        assert all(target["what"]["sv"] in told for target in project["targets"])
    for told, project in zip(others, projects(site), strict=True):
        for contact in project["other_contacts"]:
            assert contact["email"] in told
            assert contact["role"]["sv"] in told


def test_no_cell_is_a_formula(corner_site: BuiltSite) -> None:
    found = rows(corner_site)
    assert {row["title_sv"] for row in found} >= {"'=1+1", "'@x"}
    assert "'-x" in {row["title_en"] for row in found}
    cells = [cell for row in found for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(FORMULA)]


def test_what_is_not_known_is_null_and_zero_is_zero(corner_site: BuiltSite) -> None:
    by_id = {project["id"]: project for project in projects(corner_site)}
    unknown = by_id["allt-okant"]
    assert unknown["funding"] == {"eu": None, "total": None, "currency": "SEK"}
    assert unknown["contact"] is None
    assert unknown["period"]["end"] is None
    assert unknown["targets"] == unknown["partners"] == unknown["municipalities"] == []
    assert by_id["allt-kant"]["funding"]["eu"] == 0
    assert by_id["allt-kant"]["targets"][0]["result"] == 0
    assert unknown["participants"] == {"planned": None, "reached": None}
    assert by_id["allt-kant"]["participants"] == {"planned": 1200, "reached": 0}
    assert [document["kind"] for document in by_id["allt-kant"]["documents"]] == [
        None,
        "evaluation",
    ]
    assert (by_id["allt-kant"]["continues"], unknown["continues"]) == ("bara-kontakt", None)
    (row,) = (row for row in rows(corner_site) if row["id"] == "allt-kant")
    assert row["funding_eu"] == "0"


def test_every_page_leads_to_the_data(site: BuiltSite) -> None:
    for page in site.pages.values():
        links = {link.attributes["href"] for link in page.tree.one("footer").all("a")}
        assert {f"{site.root}data/projects.json", f"{site.root}data/projects.csv"} <= links


# What the open data leave out, and why.
LEFT_OUT = {
    "source": "where the facts come from is told on the page",
    "related": "a hint for readers, not a fact of the project",
    "aliases": "old addresses say nothing of the project",
    "pronunciation": "a help for readers of the page",
    "sign_language_film": "another form of the page",
    "audio": "another form of the page",
    "draft": "a draft is published nowhere",
    "picture": "it belongs to the page, and is not made for other uses",
}


def test_no_field_of_a_card_is_forgotten(site: BuiltSite) -> None:
    for project in projects(site):
        assert {*LEFT_OUT, *project} - {"id", "url"} == set(ProjectFields.model_fields)
