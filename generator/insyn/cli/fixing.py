"""`insyn fix`: what is safe to set right is set right, once the editor has seen it."""

from __future__ import annotations

import difflib
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from insyn.build import make
from insyn.cli.options import date_option, inside, is_among, language_option, site_option
from insyn.cli.speaking import report, say, site_language, steps, to_run
from insyn.explanation import stops
from insyn.mending import LIST_SPACING, Mended, mend
from insyn.model import surroundings_of
from insyn.model.values import Surroundings
from insyn.problem import Problem
from insyn.source import (
    SITE_FILE,
    Renaming,
    Sources,
    misnamed_files,
    parse_yaml_file,
    text_files,
)
from insyn.write import rename_file, replace_text

# What cannot be seen in the lines that are shown.
_REASONS = {
    "byte-order-mark": (
        "ett osynligt tecken först i filen (BOM) tas bort",
        "an invisible sign at the start of the file (BOM) goes",
    ),
    "line-ends": (
        "radsluten blir som i de andra filerna (LF)",
        "the ends of lines become as in the other files (LF)",
    ),
    "spaces-at-end": (
        "blanksteg i slutet av rader tas bort",
        "spaces at the end of lines go",
    ),
    "letters-composed": (
        "å, ä, ö och andra bokstäver sparas som ett tecken i stället för två (NFC)",
        "å, ä, ö and other letters are stored as one sign instead of two (NFC)",
    ),
    "marks-unseen": (
        "osynliga tecken, till exempel mjuka bindestreck, tas bort",
        "invisible signs, such as soft hyphens, go",
    ),
    "control-character": ("osynliga styrtecken tas bort", "invisible control characters go"),
    "not-utf8": ("filen sparas som UTF-8", "the file is stored as UTF-8"),
    "not-utf8-utf16": ("filen sparas som UTF-8", "the file is stored as UTF-8"),
    LIST_SPACING: (
        "listor får en tom rad före sig, så att alla program ser dem",
        "lists get an empty line before them, so that every program sees them",
    ),
}
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class _Work:
    """What can be mended: a text, or a name."""

    path: Path
    before: bytes
    mended: Mended | None = None
    renaming: Renaming | None = None


@click.command(
    "fix",
    epilog="""\b
Examples:
  insyn fix
  insyn fix content/projects/jobbpunkt-vast-orebro.md
  insyn fix --dry-run
  insyn fix --yes""",
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@click.option("--yes", is_flag=True, help="Mend all that is shown, without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what could be mended.")
@language_option
@site_option
@date_option
def fix_command(
    paths: tuple[Path, ...], *, yes: bool, dry_run: bool, site: Path, today: date
) -> None:
    """Mend what is safe to mend, after showing it.

    Dates, amounts, numbers to call, names of places, quotation marks, spaces, fences, marks of
    lists and headings: where only one thing can be meant.  All else in the files stays as it is.
    With a PATH, only that file or folder is mended.
    """
    language = site_language(site)
    wanted = inside(site, paths)
    work = tuple(_work(site, wanted))
    asks = not yes and not dry_run and sys.stdin.isatty() and sys.stdout.isatty()
    if work and not asks:
        for one in work:
            _show(one, language)
    if work and not asks and not yes:
        command = to_run("insyn fix --yes", "make fix YES=1")
        sv = f"Inget har ändrats. {_files(len(work), language)} kan rättas så här: {command}"
        en = f"Nothing was changed. {_files(len(work), language)} can be mended so: {command}"
        click.echo(say(language, sv, en))
        raise SystemExit(1)
    done = tuple(_asked(work, language) if asks else work)
    mended = [_do(one, language) for one in done]
    if not work:
        click.echo(say(language, "Det finns inget att rätta.", "There is nothing to mend."))
    elif done:
        count = _files(sum(mended), language)
        click.echo(say(language, f"Rättat: {count}.", f"Mended: {count}."))
    _tell_what_remains(site, wanted, today, language, left=len(work) - sum(mended))


def _files(count: int, language: str) -> str:
    sv = f"{count} fil{'er' * (count != 1)}"
    return say(language, sv, f"{count} file{'s' * (count != 1)}")


def _work(site: Path, wanted: Sequence[str]) -> Iterator[_Work]:
    """What can be mended in the files that are `wanted`; in all, where none is named."""

    def is_wanted(file: str) -> bool:
        return not wanted or is_among(file, wanted)

    surroundings = _surroundings(site)
    for file, path in text_files(site):
        if is_wanted(file):
            try:
                before = path.read_bytes()
            except OSError:
                continue  # told of below, as by `insyn check`
            if mended := mend(file, before, surroundings):
                yield _Work(path, before, mended=mended)
    # After the texts: these are found by the names that they have.
    for renaming in misnamed_files(site):
        taken = renaming.path.with_name(renaming.proper)
        free = not taken.exists() or taken.samefile(renaming.path)
        if is_wanted(renaming.file) and free:
            yield _Work(renaming.path, b"", renaming=renaming)


def _surroundings(site: Path) -> Surroundings:
    """What the site's settings let its cards choose."""
    settings = None
    try:
        data = (site / "content" / SITE_FILE).read_bytes()
        settings, _ = parse_yaml_file(f"content/{SITE_FILE}", data)
    except OSError:
        pass
    return surroundings_of(Sources(settings, (), {}, {}, ()))


def mendable(site: Path, problems: Sequence[Problem]) -> frozenset[Problem]:
    """Those of the `problems` that `insyn fix` would mend."""
    files = {problem.place.file for problem in problems}
    gone: set[Problem] = set()
    surroundings = _surroundings(site)
    for file, path in text_files(site):
        if file in files:
            try:
                found = mend(file, path.read_bytes(), surroundings)
            except OSError:
                continue
            gone |= set(found.gone) if found else set()
    return frozenset(gone & set(problems))


def tell_what_can_be_mended(site: Path, problems: Sequence[Problem], language: str) -> None:
    """Say how many of the `problems` `insyn fix` would mend, if there are any."""
    count = len(mendable(site, problems))
    if count:
        command = to_run("insyn fix", "make fix")
        every = count == len(problems)
        sv = f"{command} kan rätta {'det' if count == 1 else 'dem alla'}."
        en = f"{command} can mend {'it' if count == 1 else 'them all'}."
        if not every:
            sv, en = f"{command} kan rätta {count} av dem.", f"{command} can mend {count} of them."
        click.echo(say(language, sv, en))


# --- showing and asking ---


def _show(work: _Work, language: str) -> None:
    if work.renaming:
        old = _visible(work.renaming.file)
        if work.renaming.path.name != work.renaming.file.rpartition("/")[2]:
            sv, en = f"{old} (bokstäver i två tecken)", f"{old} (letters in two signs)"
            old = say(language, sv, en)
        new = f"{work.renaming.file.rpartition('/')[0]}/{work.renaming.proper}"
        click.echo(say(language, f"Byter namn: {old} → {new}", f"Renames: {old} → {new}") + "\n")
        return
    mended = work.mended
    if mended is None:
        return
    for line in _diff(mended):
        colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
        click.echo(click.style(line, fg=colour) if colour else line)
    reasons = {edit.code: _REASONS[edit.code] for edit in mended.edits if edit.code in _REASONS}
    for sv, en in reasons.values():
        click.echo(say(language, f"Också: {sv}.", f"Also: {en}."))
    click.echo()


def _diff(mended: Mended) -> Iterator[str]:
    """The lines that change, in the form that programmers know; ends of lines are told apart."""
    old, new = (re.split(r"\r\n|\r|\n", text) for text in (mended.old, mended.new))
    yield from (
        _visible(line.rstrip("\n"))
        for line in difflib.unified_diff(
            [line.rstrip() if line.rstrip() in new else line for line in old],
            new,
            mended.file,
            mended.file,
            n=2,
            lineterm="",
        )
    )


def _visible(text: str) -> str:
    """`text` with what a terminal would hide, or obey, as its code."""
    return "".join(
        f"‹U+{ord(sign):04X}›"
        if unicodedata.category(sign) in _UNSEEN or sign == "\N{NO-BREAK SPACE}"
        else sign
        for sign in text
    )


def _asked(work: Sequence[_Work], language: str) -> Iterator[_Work]:
    """The changes that the editor wants, asked one file at a time."""
    letters = say(language, "jnas", "ynaq")
    sv, en = "Rätta? [j]a, [n]ej, [a]lla, [s]luta", "Mend it? [y]es, [n]o, [a]ll, [q]uit"
    every = False
    for one in work:
        _show(one, language)
        answer = letters[2] if every else ""
        while answer not in set(letters):
            try:
                answer = click.prompt(say(language, sv, en), default=letters[1]).casefold()[:1]
            except click.Abort:
                click.echo()
                return
        every = answer == letters[2]
        if answer == letters[3]:
            return
        if answer in {letters[0], letters[2]}:
            yield one


# --- doing ---


def _do(work: _Work, language: str) -> bool:
    """Write one change; a file that is no longer what was shown stays as it is."""
    file = work.renaming.file if work.renaming else work.mended.file if work.mended else ""
    try:
        if work.renaming:
            done = rename_file(work.path, work.renaming.proper)
        else:
            new = work.mended.new.encode("utf-8") if work.mended else work.before
            done = replace_text(work.path, work.before, new)
        why = say(language, "filen har ändrats under tiden", "the file has changed meanwhile")
    except OSError as error:
        done, why = False, error.strerror or type(error).__name__
    if not done:
        sv, en = f"{file} är kvar som den var: {why}.", f"{file} is as it was: {why}."
        click.echo(say(language, sv, en), err=True)
    return done


def _tell_what_remains(
    site: Path, wanted: Sequence[str], today: date, language: str, *, left: int
) -> None:
    with steps(language) as progress:
        website = make(site, today=today, progress=progress)
    remaining = [
        problem
        for problem in website.problems
        if not wanted or is_among(problem.place.file, wanted)
    ]
    if remaining:
        sv, en = "Det här återstår:", "This remains:"
        click.echo("\n" + say(website.language, sv, en))
        report(remaining, website.language, to_stderr=False)
    if left or any(stops(problem) for problem in remaining):
        raise SystemExit(1)
