"""`insyn language`: the report as an editor gets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from insyn.cli import main

SITES = Path(__file__).parents[1] / "invalid"
DULL = """\
---
title: Om oss
summary: Det här är en webbplats om projekt.
---

## Vad vi gör

Kommunen erhåller bidrag, och lokalerna hyrs av kommunen.
"""
DULL_IN_ENGLISH = """\
---
title: About us
summary: This is a website about projects.
---

## What we do

The municipality utilises grants.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    settings = (SITES / "base" / "content" / "site.yaml").read_text(encoding="utf-8")
    (tmp_path / "content" / "site.yaml").write_text(settings, encoding="utf-8")
    (pages / "om.md").write_text(DULL, encoding="utf-8")
    (pages / "om.en.md").write_text(DULL_IN_ENGLISH, encoding="utf-8")
    (pages / "hjalp.md").write_text(DULL.replace("erhåller", "får"), encoding="utf-8")
    return tmp_path


def language(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["language", "--site", str(site), *arguments])


def test_the_report_of_a_portfolio_in_the_language_of_its_editors(site: Path) -> None:
    told = language(site)
    assert told.exit_code == 0, told.output
    files = [line for line in told.output.splitlines() if line.startswith("content/")]
    assert files == [f"content/pages/{name}.md" for name in ("om.en", "om", "hjalp")]
    assert "    rad 8: Det finns ett vanligare ord än ”erhåller”.\n" in told.output
    assert "      Skriv hellre: får\n" in told.output
    assert "rad 8: Det finns ett vanligare ord än ”utilises”.\n      Skriv hellre: uses" in (
        told.output
    )
    assert "    rad 8 ”hyrs”\n" in told.output
    assert told.output.endswith("2 råd i 2 av dem.\n")


def test_a_card_is_told_of_in_all_its_languages(site: Path) -> None:
    told = language(site, "--language", "en", str(site / "content" / "pages" / "om.md"))
    assert "content/pages/om.en.md" in told.output
    assert "content/pages/hjalp.md" not in told.output
    assert "There is a more common word than “erhåller”." in told.output
    whole = language(site, str(site / "content" / "pages"))
    assert "content/pages/hjalp.md" in whole.output


def test_the_report_for_programs(site: Path) -> None:
    texts = json.loads(language(site, "--format", "json").output)["texts"]
    assert [text["language"] for text in texts] == ["en", "sv", "sv"]
    assert texts[1]["findings"][0] == {
        "code": "word-plainer",
        "line": 8,
        "column": 10,
        "message": "Det finns ett vanligare ord än ”erhåller”.",
        "hint": "Skriv hellre: får",
    }


def test_without_site_file_it_says_what_to_do(site: Path) -> None:
    (site / "content" / "site.yaml").write_text("name: [\n", encoding="utf-8")
    told = language(site)
    assert told.exit_code == 1
    assert "Kör insyn check" in told.output


def test_a_site_may_do_without(site: Path) -> None:
    settings = site / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}plain_language:\n  advice: nej\n", encoding="utf-8")
    assert language(site).output.endswith("Inga råd.\n")
