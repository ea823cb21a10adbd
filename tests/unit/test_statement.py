"""The accessibility statement as it is read, and what the day of the build says of it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from insyn.model import Portfolio, load, review_statement
from insyn.source import read_content
from reading import CONTENT_DAY, ROOT

BASE = ROOT / "tests" / "invalid" / "base"
FILE = "content/pages/accessibility-statement.yaml"


def of_guide() -> str:
    """The statement that the editor's guide has to begin with."""
    guide = (ROOT / "docs" / "redaktor.md").read_text(encoding="utf-8")
    (found,) = re.findall(r"```yaml\n(responsible: .*?)```", guide, re.DOTALL)
    return str(found)


def portfolio(
    folder: Path, statement: str = "", publisher: str = "Provkommunen", kind: str = ""
) -> tuple[Portfolio, set[str]]:
    """The base of the sites with mistakes with a statement, and the problems found in it."""
    site = folder / "site"
    shutil.copytree(BASE, site)
    if statement:
        (site / FILE).write_text(statement, encoding="utf-8")
    settings = site / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Provkommunen", publisher), encoding="utf-8")
    if kind:
        card = site / "content" / "organisations" / "utgivaren.md"
        card.write_text(f"---\ntitle: {publisher}\nkind: {kind}\n---\n", encoding="utf-8")
    found, problems = load(read_content(site))
    assert found is not None
    return found, {problem.code for problem in problems if "statement" in problem.place.file}


def codes(found: Portfolio, today: date) -> set[str]:
    return {problem.code for problem in review_statement(found, today)}


def test_the_guide_s_statement_is_whole(tmp_path: Path) -> None:
    found, wrong = portfolio(tmp_path, of_guide())
    assert wrong == set()
    assert found.statement is not None
    assert found.statement.status == "partly"
    assert codes(found, CONTENT_DAY) == set()


@pytest.mark.parametrize(
    ("reviewed", "today", "old"),
    [
        ("2026-11-22", date(2027, 11, 22), False),
        ("2026-11-22", date(2027, 11, 23), True),
        ("2028-02-29", date(2029, 3, 1), False),
        ("2028-02-29", date(2029, 3, 2), True),
        ("9999-01-01", date(9999, 12, 31), False),
    ],
)
def test_a_review_holds_for_a_year(
    tmp_path: Path,
    reviewed: str,
    today: date,
    old: bool,  # noqa: FBT001
) -> None:
    text = of_guide().replace("reviewed: 2026-11-22", f"reviewed: {reviewed}")
    found, _ = portfolio(tmp_path, text.replace("2027-03-31", "9999-12-31"))
    assert codes(found, today) == ({"statement-old"} if old else set())


def test_a_shortcoming_is_overdue_the_day_after(tmp_path: Path) -> None:
    found, _ = portfolio(tmp_path, of_guide())
    assert codes(found, date(2027, 3, 31)) == set()
    assert codes(found, date(2027, 4, 1)) == {"shortcoming-overdue"}


def test_no_date_may_be_ahead(tmp_path: Path) -> None:
    found, _ = portfolio(tmp_path, of_guide())
    told = review_statement(found, date(2026, 11, 21))
    assert {dict(problem.values)["field"] for problem in told} == {
        "assessment.date",
        "prepared",
        "reviewed",
    }


@pytest.mark.parametrize(
    ("publisher", "kind", "asked"),
    [
        ("Provkommunen", "", False),
        ("Marks kommun", "", True),
        ("örebro  Kommun", "", True),
        ("Örebro Municipality", "", True),
        ("Provmyndigheten", "state_agency", True),
        ("Provbolaget", "company", False),
        ("Provförbundet", "coordination_association", True),
    ],
)
def test_a_public_body_is_asked_for_a_statement(
    tmp_path: Path,
    publisher: str,
    kind: str,
    asked: bool,  # noqa: FBT001
) -> None:
    found, _ = portfolio(tmp_path, publisher=publisher, kind=kind)
    assert codes(found, CONTENT_DAY) == ({"statement-missing"} if asked else set())


def test_what_the_law_does_not_cover_takes_nothing_from_its_fulfilment(tmp_path: Path) -> None:
    typed: dict[str, Any] = yaml.safe_load(of_guide())
    typed["status"] = "fully compliant"
    (outside,) = typed.pop("not_compliant")
    del outside["mended_by"]
    typed["outside_the_law"] = [outside]
    found, wrong = portfolio(tmp_path, yaml.safe_dump(typed, allow_unicode=True))
    assert wrong == set()
    assert found.statement is not None


def test_a_broken_statement_is_left_out_and_not_called_missing(tmp_path: Path) -> None:
    found, wrong = portfolio(tmp_path, "responsible: Örebro kommun\n", publisher="Örebro kommun")
    assert "field-missing" in wrong
    assert found.statement is None
    assert codes(found, CONTENT_DAY) == set()
