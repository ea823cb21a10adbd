"""`insyn build` and `insyn serve`: the website, and a preview of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from insyn.build import Website, build, make
from insyn.cli.forming import fetched_form
from insyn.cli.options import base_option, date_option, language_option, site_option
from insyn.cli.refusing import Wrong
from insyn.cli.speaking import (
    chosen_language,
    read_more,
    report,
    say,
    site_language,
    spoken,
    steps,
    to_run,
    with_make,
)
from insyn.explanation import explain, stops
from insyn.problem import Problem


@click.command(
    "build",
    epilog="""\b
Examples:
  insyn build
  insyn build --site ~/projects-site --output /var/www/projects
  insyn build --base-url https://example.org/projects --date 2026-01-31""",
)
@site_option
@click.option(
    "--output",
    default=None,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the website goes.  [default: public/ in the site folder]",
)
@base_option
@date_option
@click.option("--preview", is_flag=True, help="Ask search engines to stay away.")
@click.option("--admin", is_flag=True, help="Put the form for editors at /admin/.")
@click.option(
    "--try-admin", is_flag=True, help="The form for trying: what is saved stays in the browser."
)
@language_option
def build_command(  # noqa: PLR0913, PLR0917 - one for each option
    site: Path,
    output: Path | None,
    base: str | None,
    today: date,
    preview: bool,
    admin: bool,
    try_admin: bool,
) -> None:
    """Make the website.

    If there is a mistake in the content, all mistakes are told and the old site stays as it was.
    """
    output = output or site / "public"
    form = fetched_form(site, trial=try_admin) if admin or try_admin else None
    with steps(site_language(site)) as progress:
        website = make(site, base=base, today=today, preview=preview, progress=progress, form=form)
        problems = website.problems
        if not website.stopped:
            problems = (*problems, *build(website, output, progress, site=site))
    _refuse_output(problems, website.language)
    report(problems, website.language, to_stderr=True)
    _finish(website, output, problems)


def _refuse_output(problems: Sequence[Problem], language: str) -> None:
    """End where the folder for the site was chosen wrongly: that is no place in the content."""
    for problem in problems:
        if problem.code.startswith("output-"):
            told = explain(problem, spoken(language))
            command = read_more(problem.code, language)
            nothing = say(language, "Inget har skrivits.", "Nothing was written.")
            click.echo(f"{told.message} {nothing}\n{told.hint}\n{command}", err=True)
            raise SystemExit(2)


def _finish(website: Website, output: Path, problems: Sequence[Problem]) -> None:
    language = website.language
    if any(stops(problem) for problem in problems):
        click.echo(
            say(
                language,
                "Inget har skrivits. Den gamla webbplatsen är kvar som den var.",
                "Nothing was written. The old website is as it was.",
            ),
            err=True,
        )
        raise SystemExit(1)
    pages = sum(file.path.endswith(".html") for file in website.files)
    click.echo(say(language, f"{pages} sidor finns i {output}", f"{pages} pages are in {output}"))
    if looked_at := to_run("", "make serve"):
        click.echo(say(language, f"Se dem så här: {looked_at}", f"To look at them: {looked_at}"))


_EDITORS = {
    name: f"{name}://file{{path}}:{{line}}:{{column}}" for name in ("cursor", "vscode", "vscodium")
}


def _checked_editor(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if (
        value
        and value not in _EDITORS
        and not re.fullmatch(r"[a-z][a-z0-9+.-]*:.*\{path\}.*", value)
    ):
        raise Wrong(
            f"{value} är ingen känd editor, och ingen adress med {{path}} i.",
            f"{value} is no editor that is known, and no address with {{path}} in it.",
        )
    return _EDITORS.get(value, value)


@click.command(
    "serve",
    epilog="""\b
Examples:
  insyn serve
  insyn serve --port 8080
  insyn serve --editor vscode""",
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port on this computer.",
)
@click.option(
    "--editor",
    default="",
    envvar="INSYN_EDITOR",
    callback=_checked_editor,
    help="Let links open files in your editor: vscode, vscodium or an address with {path}, {line} "
    "and {column} in it.  [env: INSYN_EDITOR]",
)
@language_option
@site_option
@date_option
def serve_command(port: int, editor: str, site: Path, today: date) -> None:
    """Show the site in a browser on this computer, and follow what you write.

    When something is wrong the problems are shown beside the page, which stays as it last was.
    """
    from insyn.serve import CannotServeError, serve  # noqa: PLC0415  (slow, and only needed here)

    def tell(text: str) -> None:
        click.echo(to_run(text, with_make(text)))

    try:
        serve(site, port=port, today=today, tell=tell, editor=editor, spoken=chosen_language())
    except CannotServeError as error:
        raise Wrong(error.sv, error.en) from None
