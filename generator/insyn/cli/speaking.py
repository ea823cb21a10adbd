"""How the commands speak: in the editor's language, problems in the order of their places."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from insyn.build import Progress
from insyn.explanation import stops
from insyn.problem import Problem
from insyn.reports import counted, told

LANGUAGES = ("sv", "en")

_CHOSEN = "insyn.language"

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
    """The language that a command speaks to editors of a site in `language`.

    It is the site's own, Swedish or else English, where neither `--language` nor `INSYN_LANGUAGE`
    says otherwise.
    """
    return chosen_language() or ("sv" if language == "sv" else "en")


def chosen_language() -> str:
    """The language that `--language` or else `INSYN_LANGUAGE` asks for, or ""."""
    context = click.get_current_context(silent=True)
    chosen = context.meta.get(_CHOSEN) if context else None
    chosen = str(chosen or os.environ.get("INSYN_LANGUAGE"))
    return chosen if chosen in LANGUAGES else ""


def choose_language(
    context: click.Context, _parameter: click.Parameter | None, code: str | None
) -> None:
    """Speak the language `code` from here on, if it is given."""
    if code:
        context.meta[_CHOSEN] = code


def say(language: str, sv: str, en: str) -> str:
    """The text in the language of the site's editors."""
    return sv if spoken(language) == "sv" else en


def to_run(insyn: str, make: str) -> str:
    """How the editor runs a command: as `insyn …`, or as `make …` where that started us."""
    return make if os.environ.get("INSYN_COMMAND") == "make" else insyn


def with_make(text: str) -> str:
    """`text` with the commands of Insyn that it names as they are run with make."""
    text = re.sub(r'insyn new (\w+) "([^"\n]*)"', r'make new KIND=\1 TITLE="\2"', text)
    return re.sub(r"\binsyn (check|new|serve)\b", r"make \1", text)


def report(problems: Sequence[Problem], language: str, *, to_stderr: bool) -> None:
    """Print the problems, how many they are, and how to learn more of them."""
    language = spoken(language)
    for problem in problems:
        text = told(problem, language)
        click.echo(to_run(text, with_make(text)), err=to_stderr)
    if problems:
        click.echo(counted(problems, language), err=to_stderr)
        worst = next(filter(stops, problems), problems[0])
        click.echo(read_more(worst.code, language), err=to_stderr)


def write_for_programs(text: str) -> None:
    """Print what programs read: UTF-8, whatever the terminal's encoding is."""
    click.echo(text.encode("utf-8", "replace"), nl=False)


def read_more(code: str, language: str) -> str:
    """How to get the page of help on a code."""
    command = to_run(f"insyn check --explain {code}", f"make explain CODE={code}")
    return say(language, f"Mer om en kod: {command}", f"More on a code: {command}")


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


def system_language() -> str:
    """The language of the terminal: Swedish, or else English."""
    spoken = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "sv" if spoken.startswith("sv") else "en"


def site_language(site: Path) -> str:
    """The first language of `site`, as far as it can be told before anything is read."""
    try:
        text = (site / "content" / "site.yaml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "sv"
    compact = text.replace(" ", "").replace('"', "").replace("'", "").replace("\n", "")
    return "en" if "languages:[en" in compact or "languages:-en" in compact else "sv"


def stop_without_settings(language: str) -> NoReturn:
    """End a command that needs the site's settings, and cannot read them."""
    command = to_run("insyn check", "make check")
    sv = f"content/site.yaml går inte att läsa. Kör {command} och rätta den först."
    en = f"content/site.yaml cannot be read. Run {command}, and mend it first."
    click.echo(say(language, sv, en), err=True)
    raise SystemExit(1)
