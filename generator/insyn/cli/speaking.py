"""How the commands speak: in the editor's language, problems in the order of their places."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from insyn.build import Progress
from insyn.explanation import Severity, explain
from insyn.problem import Problem

_SEVERITIES = {
    "sv": {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.ADVICE: "råd"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"},
}
_STEPS = {
    "sv": {
        "read": "Läser korten …",
        "plan": "Planerar sidorna …",
        "render": "Gör sidorna …",
        "check": "Kontrollerar sidorna …",
        "write": "Skriver sidorna …",
        "index": "Gör sökregistret …",
    },
    "en": {
        "read": "Reading the cards …",
        "plan": "Planning the pages …",
        "render": "Making the pages …",
        "check": "Checking the pages …",
        "write": "Writing the pages …",
        "index": "Making the search index …",
    },
}


def spoken(language: str) -> str:
    """The language that a command speaks to editors of a site in `language`."""
    return "sv" if language == "sv" else "en"


def say(language: str, sv: str, en: str) -> str:
    """The text in the language of the site's editors."""
    return sv if spoken(language) == "sv" else en


def told(problem: Problem, language: str) -> str:
    """A problem as two lines: where and what, then how to mend it."""
    explained = explain(problem, language)
    place = problem.place
    severity = _SEVERITIES[spoken(language)][explained.severity]
    return (
        f"{place.file}:{place.line}:{place.column}: {severity}: {explained.message}\n"
        f"    {explained.hint} [{problem.code}]"
    )


def counted(problems: Sequence[Problem], language: str) -> str:
    """How many there are: "3 fel och 1 varning i 2 filer."."""
    counts = Counter(explain(problem, language).severity for problem in problems)
    files = len({problem.place.file for problem in problems})
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    advice = counts[Severity.ADVICE]
    parts = []
    if errors:
        parts.append(say(language, f"{errors} fel", f"{errors} error{'s' * (errors != 1)}"))
    if warnings:
        sv = f"{warnings} varning{'ar' * (warnings != 1)}"
        parts.append(say(language, sv, f"{warnings} warning{'s' * (warnings != 1)}"))
    if advice:
        parts.append(
            say(language, f"{advice} råd", f"{advice} piece{'s' * (advice != 1)} of advice")
        )
    before = ", ".join(parts[:-1])
    joined = say(language, " och ", " and ").join([before, parts[-1]] if before else parts)
    sv = f"{joined} i {files} fil{'er' * (files != 1)}."
    return say(language, sv, f"{joined} in {files} file{'s' * (files != 1)}.")


def report(problems: Sequence[Problem], language: str, *, to_stderr: bool) -> None:
    """Print the problems, and how many they are."""
    for problem in problems:
        click.echo(told(problem, language), err=to_stderr)
    if problems:
        click.echo(counted(problems, language), err=to_stderr)


@contextmanager
def steps(language: str) -> Iterator[Progress]:
    """Progress on a terminal, in one line that goes away at the end; quiet in a pipe.

    Nothing moves meanwhile: that would take a thread, and several processes can't be begun beside
    one.  Neither are cycles of dead objects looked for: what a build makes lives to its end.
    """
    words = _STEPS[spoken(language)]
    shown = sys.stderr.isatty()

    def show(text: str) -> None:
        if shown:
            click.echo(f"\r\033[K{text}", err=True, nl=False)

    gc.disable()
    try:
        yield lambda step: show(words[step])
    finally:
        gc.enable()
        show("")


def site_language(site: Path) -> str:
    """The first language of `site`, as far as it can be told before anything is read."""
    try:
        text = (site / "content" / "site.yaml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "sv"
    compact = text.replace(" ", "").replace('"', "").replace("'", "").replace("\n", "")
    return "en" if "languages:[en" in compact or "languages:-en" in compact else "sv"
