"""`insyn check`: every mistake, and nothing written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import NoReturn

import click

from insyn import __version__
from insyn.build import Website, make
from insyn.changes import (
    CannotCompareError,
    Change,
    Reason,
    caused,
    laid_out,
    place_in_repository,
    since,
    staged,
)
from insyn.cli.fixing import mendable, tell_what_can_be_mended
from insyn.cli.options import date_option, inside, is_among, language_option, site_option
from insyn.cli.refusing import Wrong, git_refusal, named
from insyn.cli.speaking import (
    report,
    say,
    site_language,
    spoken,
    steps,
    to_run,
    write_for_programs,
)
from insyn.difference import compare
from insyn.explanation import KINDS, stops
from insyn.explanation.manual import as_text, help_on, list_of_codes, nearest_code
from insyn.problem import Problem
from insyn.reports import (
    FORMATS,
    counted,
    github_commands,
    github_summary,
    gitlab_report,
    json_report,
    sarif_report,
)


@click.command(
    "check",
    epilog="""\b
Examples:
  insyn check
  insyn check content/projects/jobbpunkt-vast-orebro.md
  insyn check --since main
  insyn check --explain municipality-unknown
  insyn check --format github --since HEAD^1""",
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, or for a git host or program (docs/checking.md).",
)
@click.option(
    "--since",
    "revision",
    metavar="REV",
    help="Only what has come with changes since this branch left REV, such as main: problems in "
    "changed files, and problems elsewhere that were not there before.",
)
@click.option(
    "--staged",
    "only_staged",
    is_flag=True,
    help="The same of what `git add` has put aside for the next commit.",
)
@click.option(
    "--explain",
    "explained",
    metavar="[CODE]",
    is_flag=False,
    flag_value="",
    default=None,
    is_eager=True,
    help="A page of help on CODE, or a list of all codes.",
)
@language_option
@site_option
@date_option
def check_command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[Path, ...],
    form: str,
    revision: str | None,
    only_staged: bool,
    explained: str | None,
    site: Path,
    today: date,
) -> None:
    """Find every mistake in the content.  Nothing is written.

    With a PATH, only the mistakes in that file or folder are shown.
    """
    language = site_language(site)
    if explained is not None:
        _explain(explained.strip("[] "), spoken(language))
        return
    if revision is not None and only_staged:
        sv = "--since och --staged går inte att använda tillsammans."
        raise Wrong(sv, "--since and --staged cannot be used together.")
    wanted = inside(site, paths)
    change = _change(site, revision, language, only_staged=only_staged)
    if change is None:
        with steps(language) as progress:
            website = make(site, today=today, progress=progress)
        found = website.problems
    else:
        try:
            website, found = _of_change(site, change, today, language)
        except CannotCompareError as error:
            option = "--staged" if only_staged else "--since"
            _refuse(_why_not(error, site, option, revision or "", language))
    shown = [problem for problem in found if not wanted or is_among(problem.place.file, wanted)]
    language = website.language
    left = len(website.problems) - len(shown) if change else 0
    if form == "text":
        report(shown, language, to_stderr=False)
        if shown and change is None:
            tell_what_can_be_mended(site, shown, language)
        if not shown:
            click.echo(counted((), spoken(language)))
        if left:
            command = to_run("insyn check", "make check")
            sv = f"Problem som ändringarna inte har med att göra: {left}. Se alla: {command}"
            en = f"Problems that the changes have nothing to do with: {left}. See all: {command}"
            click.echo(say(language, sv, en))
    else:
        _tell_program(form, shown, spoken(language), site)
    if any(stops(problem) for problem in shown):
        raise SystemExit(1)


# --- only what a change has brought ---


def _change(site: Path, revision: str | None, language: str, *, only_staged: bool) -> Change | None:
    """What has changed, if only that is asked for."""
    if revision is None and not only_staged:
        return None
    option = "--staged" if only_staged else "--since"
    try:
        return staged(site) if only_staged else since(site, revision or "")
    except CannotCompareError as error:
        _refuse(_why_not(error, site, option, revision or "", language))


def _why_not(
    error: CannotCompareError, site: Path, option: str, revision: str, language: str
) -> str:
    """Why changes cannot be told, and what to do."""
    lost = (f"Git hittar inte ”{revision}”", f"Git finds no “{revision}”")
    if refused := git_refusal(error.reason, site):
        return say(language, *refused)
    sv, en = {
        Reason.NO_REPOSITORY: (
            f"{named(site)} ligger inte i något git-förråd som går att läsa. Kör utan {option}.",
            f"{named(site)} is in no git repository that can be read. Run without {option}.",
        ),
        Reason.NO_SUCH_COMMIT: (
            f"{lost[0]}. Skriv en gren, en tagg eller en version, till exempel main.",
            f"{lost[1]}. Write a branch, a tag or a commit, such as main.",
        ),
        Reason.SHALLOW: (
            f"{lost[0]}: bara de senaste versionerna finns här. Hämta: git fetch --unshallow",
            f"{lost[1]}: only the last commits are here. Fetch: git fetch --unshallow",
        ),
        Reason.NO_ANSWER: (
            f"Git kunde inte svara. Kör utan {option}.",
            f"Git could not answer. Run without {option}.",
        ),
    }[error.reason]
    message = say(language, sv, en)
    return f"{message} (git: {error.answer.splitlines()[0]})" if error.answer else message


def _of_change(
    site: Path, change: Change, today: date, language: str
) -> tuple[Website, tuple[Problem, ...]]:
    """The site as it is, and the problems that the change has to do with."""
    if not change.files:
        return Website(site_language(site), (), (), ()), ()
    old = change.files | change.differing
    with (
        steps(language) as progress,
        _content(site, change) as folder,
        laid_out(site, change.before, old) as folder_before,
    ):
        website, before = compare(
            folder, folder_before, change.files, today=today, progress=progress
        )
    return website, caused(website.problems, change, before)


@contextmanager
def _content(site: Path, change: Change) -> Iterator[Path]:
    """The folder with the content to check."""
    if change.now is None:
        yield site
    else:
        with laid_out(site, change.now, change.differing) as folder:
            yield folder


# --- for programs, and help ---


def _tell_program(form: str, problems: Sequence[Problem], language: str, site: Path) -> None:
    folder = place_in_repository(site)
    if form == "github":
        write_for_programs(github_commands(problems, language, folder))
        write_for_programs(f"{counted(problems, language)}\n")
        text = github_summary(problems, language, _address_on_github(folder))
        _add_summary(text, language)
    elif form == "gitlab":
        write_for_programs(gitlab_report(problems, language, folder))
    elif form == "sarif":
        manual = _address_of_manual()
        write_for_programs(sarif_report(problems, language, __version__, folder, manual))
    else:
        write_for_programs(json_report(problems, language, mendable(site, problems)))


def _add_summary(text: str, language: str) -> None:
    """Add to the summary that the git host shows of the job, if it says where that is."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        why = error.strerror or type(error).__name__
        sv = f"Sammanfattningen kunde inte skrivas ({why}): {name}"
        click.echo(say(language, sv, f"The summary could not be written ({why}): {name}"), err=True)


def _address_on_github(folder: str) -> str:
    """Where the site's folder can be read on the web, in the version that is checked."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    host, repository, commit = (os.environ.get(name, "") for name in names)
    if not (host.startswith("https://") and repository and commit):
        return ""
    return f"{host}/{repository}/blob/{commit}/{folder}"


def _address_of_manual() -> str:
    """The web address of `docs/problems.md`, if the package's URLs tell it (`Problems`)."""
    try:
        told = metadata("insyn").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    labels = (entry.partition(", ") for entry in told)
    return next((address for label, _, address in labels if label == "Problems"), "")


def _explain(code: str, language: str) -> None:
    if not code:
        click.echo(list_of_codes(language), nl=False)
        return
    if code in KINDS:
        click.echo(as_text(help_on(code, language), language), nl=False)
        return
    near = nearest_code(code)
    every = to_run("insyn check --explain", "make explain")
    sv = f"Det finns ingen kod som heter ”{code}”."
    en = f"There is no code “{code}”."
    if near:
        sv, en = f"{sv} Menade du {near}?", f"{en} Did you mean {near}?"
    sv, en = f"{sv} Se alla: {every}", f"{en} See all: {every}"
    _refuse(say(language, sv, en))


def _refuse(message: str) -> NoReturn:
    """Say what was asked for wrongly, and end."""
    click.echo(message, err=True)
    raise SystemExit(2)
