"""`insyn language`: how the texts read, and what could be said more plainly."""

from __future__ import annotations

from pathlib import Path

import click

from insyn.cli.options import form_option, inside, language_option, site_option
from insyn.cli.speaking import (
    site_language,
    spoken,
    stop_without_settings,
    write_for_programs,
)
from insyn.language_report import as_json, as_text
from insyn.model import load
from insyn.source import read_content


@click.command(
    "language",
    epilog="""\b
Examples:
  insyn language
  insyn language content/projects/jobbpunkt-vast-orebro.md
  insyn language --all content/stories""",
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@click.option("--all", "everything", is_flag=True, help="Tell all of every text.")
@form_option
@language_option
@site_option
def language_command(paths: tuple[Path, ...], everything: bool, form: str, site: Path) -> None:
    """Tell how the texts read: LIX, long sentences, words with a plainer one.  Worst first.

    With a PATH, only of that card in all its languages, or of the cards in that folder.  It is
    advice, so the exit status is 0.
    """
    wanted = inside(site, paths)
    language = spoken(site_language(site))
    portfolio, _ = load(read_content(site))
    if portfolio is None:
        stop_without_settings(language)
    readings = {
        file: reading
        for file, reading in portfolio.readings.items()
        if not wanted or any(_is_of(file, path) for path in wanted)
    }
    if form == "json":
        write_for_programs(as_json(readings, language))
    else:
        click.echo(as_text(readings, language, everything=everything or bool(paths)), nl=False)


def _is_of(file: str, path: str) -> bool:
    """Is `file` the card `path`, another version of it, or in that folder?"""
    card = path.removesuffix(".md")
    return path == "." or file.startswith((f"{path}/", f"{card}.")) or file == path
