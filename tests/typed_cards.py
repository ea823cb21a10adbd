"""Cards as an editor types them, for the tests of what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from insyn.model import Portfolio, load
from insyn.model.portfolio import Project
from insyn.problem import Problem
from insyn.source import Sources, parse_card, parse_yaml_file

SITE = """\
name: Prov
languages: [sv, en]
address: https://prov.example.se/
publisher: {name: Provkommunen, email: info@prov.example.se}
programme_areas:
  - {sv: Kompetens, en: Skills}
  - {sv: Arbete, en: Work}
phases:
  - {sv: Genomförande, en: Implementation}
"""
FACTS = {
    "title": "Jobb i Vivalla",
    "summary": "Människor får jobb.",
    "programme_area": "Arbete",
    "phase": "Genomförande",
    "owner": "ÖrebroBostäder",
    "period": "{start: 2009-01-01, end: 2011-12-31}",
    "region": "Östra Mellansverige",
}


def project(body: str = "", **facts: str) -> str:
    lines = "\n".join(f"{name}: {value}" for name, value in {**FACTS, **facts}.items() if value)
    return f"---\n{lines}\n---\n{body}\n"


def card(**facts: str) -> str:
    return "---\n" + "\n".join(f"{name}: {value}" for name, value in facts.items()) + "\n---\n"


def sources(
    files: Mapping[str, str], site: str | None = SITE, media: Mapping[str, Path] | None = None
) -> Sources:
    """What `read_content` would give for these files below `content/`."""
    cards = []
    problems: list[Problem] = []
    usual = f"title: {FACTS['title']}\n"
    named = ""
    for file, text in sorted(files.items()):
        if usual in text and file.startswith("projects/"):
            # No two projects of one name, but where a test says so.
            name = file.removeprefix("projects/").partition(".")[0]
            text = text.replace(usual, usual.replace("\n", f" {name}\n")) if named else text  # noqa: PLW2901
            named = named or name
        found, wrong = parse_card(f"content/{file}", text.encode())
        problems += wrong
        if found:
            cards.append(found)
    settings = None
    if site is not None:
        settings, wrong = parse_yaml_file("content/site.yaml", site.encode())
        problems += wrong
    return Sources(settings, tuple(cards), media or {}, {}, tuple(problems))


def loaded(files: Mapping[str, str], media: Mapping[str, Path] | None = None) -> Portfolio:
    """The portfolio in files that have no mistake."""
    portfolio, problems = load(sources(files, media=media))
    assert problems == ()
    assert portfolio is not None
    return portfolio


def only(portfolio: Portfolio) -> Project:
    """The only project."""
    (found,) = portfolio.projects.values()
    return found
