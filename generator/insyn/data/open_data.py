"""All projects as open data: one JSON document and one CSV table.

Amounts are integers in whole units of the currency, dates are ISO 8601, and names of
organisations, places and choices are those of the site's first language.  What is not known is
`null` in JSON and empty in CSV; 0 is 0.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from insyn.files import File
from insyn.model.portfolio import Contact, Document, Portfolio, Project, Target, Words
from insyn.pages.addresses import Addresses
from insyn.pages.selection import Selection

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _in_all(words: Words, portfolio: Portfolio) -> dict[str, str]:
    """The words in each of the site's languages that has them."""
    given = dict(words.versions)
    return {code: given[code] for code in portfolio.site.languages if code in given}


def _target(target: Target, portfolio: Portfolio) -> dict[str, Any]:
    return {
        "what": _in_all(target.what, portfolio),
        "target": _number(target.target),
        "unit": _in_all(target.unit, portfolio) if target.unit else None,
        "minimum": target.minimum,
        "result": _number(target.result),
    }


def _contact(contact: Contact, portfolio: Portfolio) -> dict[str, Any]:
    return {
        "name": contact.name,
        "role": _in_all(contact.role, portfolio) if contact.role else None,
        "email": contact.email,
        "phone": contact.phone,
    }


def _document(document: Document, portfolio: Portfolio, addresses: Addresses) -> dict[str, Any]:
    return {
        "title": _in_all(document.title, portfolio),
        "kind": document.kind,
        "url": document.address or addresses.whole(addresses.media(document.media)),
        "format": document.format or None,
        "size": document.size,
        "language": document.language,
    }


def _record(project: Project, portfolio: Portfolio, addresses: Addresses) -> dict[str, Any]:
    first = portfolio.site.languages[0]

    def name(slug: str) -> str:
        return portfolio.organisations[slug].name.in_language(first)[0]

    contacts = [_contact(contact, portfolio) for contact in project.contacts]
    return {
        "id": project.slug,
        "url": addresses.whole(addresses.project(project.slug)),
        "title": _in_all(project.title, portfolio),
        "summary": _in_all(project.summary, portfolio),
        "programme_area": project.programme_area.key,
        "phase": project.phase.key,
        "target_groups": [group.key for group in project.target_groups],
        "owner": name(project.owner),
        "contact": contacts[0] if contacts else None,
        "other_contacts": contacts[1:],
        "funding": {
            "eu": project.funding.eu,
            "total": project.funding.total,
            "currency": portfolio.site.currency,
        },
        "period": {
            "start": project.period.start.isoformat(),
            "end": project.period.end.isoformat() if project.period.end else None,
        },
        "region": project.region.name(first),
        "municipalities": [place.name for place in project.municipalities],
        "co_funders": [name(slug) for slug in project.co_funders],
        "partners": [name(slug) for slug in project.partners],
        "participants": {
            "planned": project.participants.planned,
            "reached": project.participants.reached,
        },
        "targets": [_target(target, portfolio) for target in project.targets],
        "documents": [_document(document, portfolio, addresses) for document in project.documents],
        "accessibility": {side: _in_all(words, portfolio) for side, words in project.accessibility},
        "continues": project.continues or None,
    }


def _records(portfolio: Portfolio, addresses: Addresses) -> list[dict[str, Any]]:
    return [_record(project, portfolio, addresses) for project in portfolio.projects.values()]


def projects_json(portfolio: Portfolio, addresses: Addresses) -> File:
    """`data/projects.json`: every project, in order of slug."""
    text = json.dumps(
        {"projects": _records(portfolio, addresses)}, ensure_ascii=False, indent=2, sort_keys=False
    )
    return File("data/projects.json", f"{text}\n".encode())


def _cell(value: object) -> str:
    """A value as a cell that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(str(part) for part in value)
    text = str(value)
    if isinstance(value, str) and text.startswith(_FORMULA_STARTS):
        return f"'{text}"
    return text


def _in_words(target: dict[str, Any], language: str) -> str:
    """A target in one cell: "Deltagare i arbete: 40 procent"."""
    number = "" if target["target"] is None else str(target["target"])
    unit = (target["unit"] or {}).get(language, "")
    amount = " ".join(part for part in (number, unit) if part)
    return ": ".join(part for part in (target["what"].get(language, ""), amount) if part)


def _to_reach(contact: dict[str, Any], language: str) -> str:
    """A contact in one cell: "Kim Prov, projektledare, kim@horn.example.se"."""
    role = (contact["role"] or {}).get(language, "")
    given = (contact["name"], role, contact["email"], contact["phone"])
    return ", ".join(part for part in given if part)


def _row(record: dict[str, Any], languages: tuple[str, ...]) -> dict[str, object]:
    """A record with one column for each value."""
    first = languages[0]
    row: dict[str, object] = {"id": record["id"], "url": record["url"]}
    for name in ("title", "summary"):
        row |= {f"{name}_{code}": record[name].get(code) for code in languages}
    row |= {name: record[name] for name in ("programme_area", "phase", "target_groups", "owner")}
    contact = record["contact"] or {}
    row |= {f"contact_{name}": contact.get(name) for name in ("name", "email", "phone")}
    row["contact_role"] = (contact.get("role") or {}).get(first)
    row["other_contacts"] = [_to_reach(other, first) for other in record["other_contacts"]]
    row |= {f"funding_{name}": record["funding"][name] for name in ("eu", "total", "currency")}
    row |= {f"period_{name}": record["period"][name] for name in ("start", "end")}
    row |= {name: record[name] for name in ("region", "municipalities", "co_funders", "partners")}
    row |= {f"participants_{name}": record["participants"][name] for name in ("planned", "reached")}
    row["targets"] = [_in_words(target, first) for target in record["targets"]]
    row["documents"] = [document["url"] for document in record["documents"]]
    for side in ("premises", "activities", "communication", "information"):
        row[f"accessibility_{side}"] = record["accessibility"].get(side, {}).get(first)
    row["continues"] = record["continues"]
    return row


def projects_csv(portfolio: Portfolio, addresses: Addresses) -> File:
    """`data/projects.csv`: one line for each project; UTF-8 with a mark that spreadsheets need."""
    return _table("data/projects.csv", _Lines(portfolio, addresses), portfolio.projects.values())


def list_csvs(
    portfolio: Portfolio, addresses: Addresses, lists: Iterable[Selection]
) -> Iterator[File]:
    """The table of each list of projects, with the columns of `data/projects.csv`.

    A list is the same in all languages, and has one table.
    """
    lines = _Lines(portfolio, addresses)
    found: dict[str, Selection] = {}
    for selection in lists:  # those in the first language come first
        found.setdefault(selection.csv, selection)
    for url, selection in found.items():
        yield _table(addresses.file(url), lines, selection.projects)


class _Lines:
    """The lines of tables of projects: a project stands in many lists."""

    def __init__(self, portfolio: Portfolio, addresses: Addresses) -> None:
        self._portfolio = portfolio
        self._addresses = addresses
        self._found: dict[str, tuple[str, str]] = {}

    def of(self, project: Project) -> tuple[str, str]:
        """The header, and the project's line."""
        if project.slug not in self._found:
            record = _record(project, self._portfolio, self._addresses)
            row = _row(record, self._portfolio.site.languages)
            self._found[project.slug] = (_line(row), _line(map(_cell, row.values())))
        return self._found[project.slug]


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _table(file: str, lines: _Lines, projects: Iterable[Project]) -> File:
    found = [lines.of(project) for project in projects]
    text = "".join((*(header for header, _ in found[:1]), *(line for _, line in found)))
    return File(file, text.encode("utf-8-sig"))
