"""`insyn doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

from pathlib import Path

import click

from insyn.cli.options import language_option
from insyn.cli.speaking import say, site_language, spoken, system_language
from insyn.doctor import examine
from insyn.starting import Said

_MARKS = {
    "there": Said("Finns", "There"),
    "missing": Said("Saknas", "Missing"),
    "notice": Said("Obs", "Note"),
}


@click.command(
    "doctor",
    epilog="""\b
Examples:
  insyn doctor
  insyn doctor --site ~/our-projects --output /var/www/projects""",
)
@click.option(
    "--site",
    default=".",
    show_default="this folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder that holds content/, if there is one.",
)
@click.option(
    "--output",
    default=None,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the website goes.  [default: public/ in the site folder]",
)
@language_option
def doctor_command(site: Path, output: Path | None) -> None:
    """Tell what is installed here, what is missing, and how to get it.

    The exit status is 1 where something is missing that building needs.
    """
    is_site = (site / "content").is_dir()
    language = spoken(site_language(site) if is_site else system_language())
    found = examine(site if is_site else None, output or site / "public")
    for finding in found:
        mark = _MARKS[finding.state].in_language(language)
        told = finding.told
        said = told.in_language(language) if isinstance(told, Said) else told
        line = f"{mark}: {finding.name.in_language(language)}"
        click.echo(f"{line} – {said}" if said else line)
        if finding.cure:
            click.echo(f"    {finding.cure.in_language(language)}")
    missing = sum(finding.state == "missing" for finding in found)
    if missing:
        sv = f"Insyn kan inte bygga: {missing} sak{'er' * (missing != 1)} saknas."
        en = f"Insyn cannot build: {missing} thing{'s are' if missing != 1 else ' is'} missing."
        click.echo(say(language, sv, en))
        raise SystemExit(1)
    if not is_site:
        sv = "Allt som behövs för att bygga finns på datorn, men här finns ingen webbplats."
        en = "All that building needs is on this computer, but here is no site."
        click.echo(say(language, sv, en))
        return
    click.echo(
        say(language, "Allt som behövs för att bygga finns.", "All that building needs is there.")
    )
