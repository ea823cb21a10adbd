"""The accessibility report tells what was found, and is itself good HTML and accessible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accessibility.engines import axe_faults
from accessibility.report import FILES, lines, report_html, write_report
from accessibility.rows import ROWS
from evidence import Evidence, Proof, keep, kept

GOOD = Proof(1, "Nu Html Checker", {"passed": 3}, {"passed": 1}, {"/", "/en/"})
BAD = Proof(2, "html-validate", {"passed": 3, "failed": 1}, {"passed": 1}, {"/"})
UNSURE = Proof(3, "axe-core", {"passed": 3}, {"failed": 1}, {"/"})
SKIPPED = Proof(4, "Alfa", {"skipped": 2}, {"passed": 1})
SPOKEN = Proof(6, "Orca", {"passed": 16}, {"passed": 1}, {"/", "/projekt/"})
RUNS = (
    Evidence("2026-01-31", (GOOD, BAD, UNSURE, SKIPPED)),
    Evidence("2026-02-01", (SPOKEN,)),
)


def test_a_row_is_met_when_all_passed_and_its_fault_was_caught() -> None:
    told = {line.number: line for line in lines(RUNS, "en")}
    assert [number for number, line in told.items() if line.met] == [1, 6]
    assert [told[n].result for n in (1, 2, 3, 4, 5)] == [
        *("met", "not met", "not met", "not met", "not tested"),
    ]
    assert [told[n].caught for n in (1, 2, 3, 5)] == ["caught", "caught", "missed", "not tested"]
    assert (told[1].pages, told[1].checks, told[1].day) == (2, 3, "2026-01-31")
    assert told[6].day == "2026-02-01"


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    for name, run in zip(("a", "b"), RUNS, strict=True):
        keep(name, run, tmp_path)
    assert kept(tmp_path) == RUNS


def test_the_report_says_what_is_not_met(tmp_path: Path) -> None:
    said = list(write_report(RUNS, tmp_path))
    assert said[0] == "Row 2, Markup lint: not met; fault caught."
    assert said[-1] == f"2 of 40 rows are met: see {FILES['en']}."
    assert len(said) == len(ROWS) - 2 + 1


@pytest.mark.slow
def test_the_report_is_accessible(
    tmp_path: Path,
    browser: Browser,
    axe_source: str,
    html_faults: Callable[[Path], list[str]],
) -> None:
    list(write_report(RUNS, tmp_path))
    assert html_faults(tmp_path) == []
    for language in FILES:
        assert report_html(RUNS, language) == (tmp_path / FILES[language]).read_text("utf-8")
        for scheme, width in (("light", 1280), ("dark", 320)):
            with browser.new_context(
                color_scheme=scheme,  # type: ignore[arg-type]
                viewport={"width": width, "height": 800},
            ) as context:
                page = context.new_page()
                page.goto((tmp_path / FILES[language]).as_uri())
                assert page.evaluate("() => document.documentElement.scrollWidth") <= width
                assert axe_faults(page, axe_source) == []
