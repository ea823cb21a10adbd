"""`insyn report`: what in the content needs a review, and what a removal would break."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from insyn.cli.options import (
    date_option,
    form_option,
    language_option,
    names_inside,
    site_option,
)
from insyn.cli.refusing import Wrong
from insyn.cli.speaking import (
    say,
    site_language,
    spoken,
    stop_without_settings,
    to_run,
    write_for_programs,
)
from insyn.explanation import explain, stops
from insyn.history import last_changes
from insyn.model import Portfolio, load
from insyn.problem import Place, Problem
from insyn.reports import counted, told
from insyn.source import Sources, read_content
from insyn.upkeep import FIXED_FILES, KINDS, Finding, Removal, removal, review

_SHOWN = 10  # findings of one kind, where not all are asked for


@click.command(
    "report",
    epilog="""\b
Examples:
  insyn report
  insyn report --all
  insyn report --format json
  insyn report --removing content/projects/jobbpunkt-vast-orebro.md""",
)
@click.option(
    "--removing",
    metavar="FILE",
    default=None,
    help="Tell instead what would break if this card, picture or document went.",
)
@click.option("--all", "everything", is_flag=True, help="Show all findings of each kind.")
@form_option
@language_option
@site_option
@date_option
def report_command(
    removing: str | None,
    everything: bool,
    form: str,
    site: Path,
    today: date,
) -> None:
    """Tell what in the content needs a review: the most urgent first.

    Nothing of it is wrong, so the exit status is 0.  What is wrong is found by insyn check.
    """
    language = spoken(site_language(site))
    sources = read_content(site)
    portfolio, problems = load(sources)
    if portfolio is None:
        stop_without_settings(language)
    if removing is not None:
        gone = _removal(removing, site, (portfolio, problems, sources))
        if form == "json":
            _write(_removal_for_programs(gone, language))
        else:
            click.echo("\n".join(_removal_told(gone, language)))
        return
    changed = last_changes(site)
    found = review(portfolio, sources, changed, today, _templates(sources))
    if form == "json":
        whole = {
            "date": today.isoformat(),
            "history": bool(changed),
            "findings": [_for_programs(finding, language) for finding in found],
        }
        _write(whole)
        return
    for line in _told(found, language, len(found) if everything else _SHOWN):
        click.echo(line)
    broken = len({problem.place.file for problem in problems if stops(problem)})
    for line in _notes(broken, known=bool(changed), language=language):
        click.echo(line)


def _write(whole: object) -> None:
    write_for_programs(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _templates(sources: Sources) -> tuple[str, ...]:
    """The texts of the site's own templates and styles."""
    texts: list[str] = []
    for path in sources.overrides.values():
        with suppress(OSError):
            texts.append(path.read_text(encoding="utf-8", errors="ignore"))
    return tuple(texts)


def _told(found: Sequence[Finding], language: str, most: int) -> Iterator[str]:
    if not found:
        yield say(language, "Inget behöver ses över.", "Nothing needs a review.")
        return
    for code, group in groupby(found, key=lambda finding: finding.code):
        findings, kind = tuple(group), KINDS[code]
        yield f"{kind.heading.in_language(language)} ({len(findings)})"
        yield f"    {kind.cure.in_language(language)}"
        for finding in findings[:most]:
            place = finding.place
            yield f"{place.file}:{place.line}: {finding.told(language)}"
        if left := len(findings[most:]):
            yield say(
                language,
                f"… och {left} till. Se alla: insyn report --all",
                f"… and {left} more. See them all: insyn report --all",
            )
        yield ""
    number, files = len(found), len({finding.place.file for finding in found})
    yield say(
        language,
        f"{number} sak{'er' * (number != 1)} att se över i {files} fil{'er' * (files != 1)}.",
        f"{number} thing{'s' * (number != 1)} to review in {files} file{'s' * (files != 1)}.",
    )


def _notes(broken: int, *, known: bool, language: str) -> Iterator[str]:
    """What the report could not see."""
    if not known:
        yield say(
            language,
            "Git kan inte säga när korten ändrades. Därför är inget sagt om gamla kort.",
            "Git cannot tell when the cards were changed. So nothing is said of old cards.",
        )
    if broken:
        check = to_run("insyn check", "make check")
        yield say(
            language,
            f"{broken} fil{'er' * (broken != 1)} har fel och är inte med. Se felen: {check}",
            f"{broken} file{'s have' if broken != 1 else ' has'} mistakes and "
            f"{'are' if broken != 1 else 'is'} left out. See them: {check}",
        )


def _for_programs(finding: Finding, language: str) -> dict[str, object]:
    kind = KINDS[finding.code]
    return {
        "code": finding.code,
        "heading": kind.heading.in_language(language),
        "file": finding.place.file,
        "line": finding.place.line,
        "message": finding.told(language),
        "hint": kind.cure.in_language(language),
    }


# --- what a removal would break -----------------------------------------------------------------


_Loaded = tuple[Portfolio, Sequence[Problem], Sources]


def _removal(typed: str, site: Path, loaded: _Loaded) -> Removal:
    names = (name for path in (Path(typed), site / typed) for name in names_inside(site, path))
    for file in dict.fromkeys(names):
        if file in FIXED_FILES:
            raise Wrong(f"{file} måste finnas.", f"{file} must be there.", "--removing")
        found = removal(*loaded, file)
        if found:
            return found
    sv = f"{typed} är inget kort, ingen bild och inget dokument."
    raise Wrong(sv, f"{typed} is no card, no picture and no document.", "--removing")


def _removal_told(gone: Removal, language: str) -> Iterator[str]:
    file = gone.file
    if gone.broken:
        sv = f"Om {file} tas bort blir det här fel:"
        yield say(language, sv, f"If {file} goes, this will be wrong:")
        yield from (told(problem, language) for problem in gone.broken)
        yield counted(gone.broken, language)
    else:
        yield say(
            language,
            f"{file} kan tas bort. Inget annat går sönder.",
            f"{file} can go. Nothing else breaks.",
        )
    broken = {problem.place for problem in gone.broken}
    if named := [place for place in gone.named if place not in broken]:
        yield ""
        sv = "De här korten nämner organisationen. Namnet står kvar, men det som står om den går:"
        en = "These cards name the organisation. The name stays, but what is told of it goes:"
        yield say(language, sv, en)
        yield from (f"{place.file}:{place.line}" for place in named)
    if gone.along:
        yield ""
        yield say(language, "Ta också bort:", "Delete these as well:")
        yield from gone.along
    if gone.unused:
        yield ""
        sv = "De här filerna används sedan inte av något kort:"
        yield say(language, sv, "After that no card uses these files:")
        yield from (f"content/{path}" for path in gone.unused)
    if file.startswith(("content/projects/", "content/stories/", "content/pages/")):
        yield ""
        sv = (
            "Andra webbplatser kan länka till sidan. Skriv dess adress under aliases på det kort "
            "som läsaren ska komma till i stället."
        )
        en = (
            "Other sites may lead to the page. Write its address below aliases on the card that "
            "readers should come to instead."
        )
        yield say(language, sv, en)
        if gone.aliases:
            old = ", ".join(gone.aliases)
            sv = f"Flytta också dit de gamla adresserna: {old}"
            yield say(language, sv, f"Move the old addresses there as well: {old}")


def _removal_for_programs(gone: Removal, language: str) -> dict[str, object]:
    def at(place: Place) -> dict[str, object]:
        return {"file": place.file, "line": place.line}

    return {
        "removing": gone.file,
        "along": list(gone.along),
        "broken": [
            {
                **at(problem.place),
                "code": problem.code,
                "message": explain(problem, language).message,
            }
            for problem in gone.broken
        ],
        "named": [at(place) for place in gone.named],
        "aliases": list(gone.aliases),
        "unused": [f"content/{path}" for path in gone.unused],
    }
