"""The accessibility report: each row, how it is proved, on how many pages, with what result.

Two files at the top of the repository, `accessibility-report.html` in English and
`tillganglighetsrapport.html` in Swedish; they are made by the tests and not kept in git.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from accessibility.rows import ROWS, Row
from reading import ROOT

if TYPE_CHECKING:
    from evidence import Evidence, Proof

FILES = {"en": "accessibility-report.html", "sv": "tillganglighetsrapport.html"}

_SAY = {
    "en": {
        "title": "Accessibility report",
        "lead": "Each row was tested on every kind of page, in Swedish and English. Then a page "
        "was made wrong on purpose, to show that the test notices the fault.",
        "caption": "What was tested, and the result",
        "heads": ("What is asked", "Tool", "Result", "Pages", "Checks", "Seeded fault", "Day"),
        "met": "met",
        "not met": "not met",
        "not tested": "not tested",
        "caught": "caught",
        "missed": "missed",
        "summary": "{met} of {all} rows are met.",
        "name": "English",
    },
    "sv": {
        "title": "Tillgänglighetsrapport",
        "lead": "Varje rad är prövad på varje sorts sida, på svenska och engelska. Sedan gjordes "
        "en sida fel med avsikt, för att visa att provet upptäcker felet.",
        "caption": "Vad som är prövat, och resultatet",
        "heads": ("Vad som krävs", "Verktyg", "Resultat", "Sidor", "Prov", "Avsiktligt fel", "Dag"),
        "met": "uppfyllt",
        "not met": "inte uppfyllt",
        "not tested": "inte prövat",
        "caught": "upptäckt",
        "missed": "inte upptäckt",
        "summary": "{met} av {all} rader är uppfyllda.",
        "name": "Svenska",
    },
}


@dataclass(frozen=True)
class Line:
    """A line of the report, in words."""

    number: int
    criterion: str
    proof: str
    tools: str
    result: str
    met: bool
    pages: int
    checks: int
    caught: str
    day: str


def _passed(counts: Iterable[dict[str, int]]) -> bool:
    """Did all of them pass, and at least one?"""
    outcomes = {outcome for each in counts for outcome in each}
    return outcomes == {"passed"}


def _line(row: Row, language: str, found: Sequence[tuple[str, Proof]]) -> Line:
    say = _SAY[language]
    proofs = [proof for _, proof in found]
    checks = [proof.checks for proof in proofs if proof.checks]
    seeded = [proof.seeded for proof in proofs if proof.seeded]
    met = _passed(checks) and _passed(seeded)
    tried = "met" if met else "not met" if checks else "not tested"
    caught = "caught" if _passed(seeded) else "missed" if seeded else "not tested"
    return Line(
        row.number,
        row.criterion[language],
        row.proof[language],
        ", ".join(sorted({proof.tool for proof in proofs})),
        str(say[tried]),
        met,
        len({page for proof in proofs for page in proof.pages}),
        sum(sum(each.values()) for each in checks),
        str(say[caught]),
        max((day for day, _ in found), default=""),
    )


def lines(evidence: Iterable[Evidence], language: str) -> Iterator[Line]:
    """The lines of the report, one for each row, from the evidence of all suites."""
    found = [(run.day, proof) for run in evidence for proof in run.proofs]
    for row in ROWS:
        yield _line(row, language, [one for one in found if one[1].row == row.number])


def report_html(evidence: Sequence[Evidence], language: str) -> str:
    """The report in one of its languages, a whole page that asks for no other file."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    say = _SAY[language]
    other = next(code for code in FILES if code != language)
    found = tuple(lines(evidence, language))
    return environment.get_template("report.html").render(
        language=language,
        say=say,
        lines=found,
        summary=str(say["summary"]).format(met=sum(line.met for line in found), all=len(found)),
        other={"file": FILES[other], "language": other, "name": _SAY[other]["name"]},
    )


def write_report(evidence: Sequence[Evidence], folder: Path = ROOT) -> Iterator[str]:
    """Write the report in both languages; yield what to say about it, a line each."""
    for language, name in FILES.items():
        (folder / name).write_text(report_html(evidence, language), encoding="utf-8")
    found = tuple(lines(evidence, "en"))
    for line in found:
        if not line.met:
            yield f"Row {line.number}, {line.criterion}: {line.result}; fault {line.caught}."
    yield f"{sum(line.met for line in found)} of {len(found)} rows are met: see {FILES['en']}."
