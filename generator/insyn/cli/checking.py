"""`insyn check`: every mistake, and nothing written."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import click

from insyn.build import make
from insyn.cli.options import date_option, site_option
from insyn.cli.speaking import report, say, site_language, steps
from insyn.explanation import Severity, explain


@click.command(
    "check",
    epilog="""\b
Examples:
  insyn check
  insyn check content/projects/jobbpunkt-vast-orebro.md""",
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@site_option
@date_option
def check_command(paths: tuple[Path, ...], site: Path, today: date) -> None:
    """Find every mistake in the content.  Nothing is written.

    With a PATH, only the mistakes in that file or folder are shown.
    """
    with steps(site_language(site)) as progress:
        website = make(site, today=today, progress=progress)
    root = site.resolve()
    wanted: list[str] = []
    for path in paths:
        if not path.resolve().is_relative_to(root):
            message = f"{path} is not in the site folder {site}."
            raise click.BadParameter(message, param_hint="PATH")
        inside = path.resolve().relative_to(root).as_posix()
        wanted.append(unicodedata.normalize("NFC", inside))
    shown = [
        problem
        for problem in website.problems
        if not wanted
        or any(
            f in (".", problem.place.file) or problem.place.file.startswith(f"{f}/") for f in wanted
        )
    ]
    report(shown, website.language, to_stderr=False)
    if any(explain(p, website.language).severity is Severity.ERROR for p in shown):
        raise SystemExit(1)
    if not shown:
        click.echo(say(website.language, "Inga problem.", "No problems."))
