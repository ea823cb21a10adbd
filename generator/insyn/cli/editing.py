"""`insyn schema` and `insyn editors`: what the editors' programs are told of the cards."""

from __future__ import annotations

import json
from pathlib import Path

import click

from insyn.cli.options import language_option, site_option
from insyn.cli.speaking import say, site_language, spoken, to_run, write_for_programs
from insyn.model import load
from insyn.model.register import load_register
from insyn.schema import OWN_SETTINGS, SCHEMAS, SiteChoices, json_schema, program_files
from insyn.source import Sources, read_content


def site_choices(sources: Sources, first: str) -> SiteChoices:
    """What a site's cards may choose, as far as its `site.yaml` can be read."""
    portfolio, _ = load(sources)
    if portfolio is None:
        return SiteChoices((first,), {})
    site = portfolio.site
    in_swedish = site.languages[0] == "sv"
    regions = load_register().regions.values()
    return SiteChoices(
        site.languages,
        {
            "programme_area": tuple(choice.key for choice in site.programme_areas),
            "phase": tuple(choice.key for choice in site.phases),
            "target_groups": tuple(choice.key for choice in site.target_groups),
            "region": tuple(one.name_sv if in_swedish else one.name_en for one in regions),
        },
    )


@click.command(
    "schema",
    epilog="""\b
Examples:
  insyn schema
  insyn schema projects
  insyn schema site > site.schema.json""",
)
@click.argument("kind", required=False, type=click.Choice(list(SCHEMAS)))
@language_option
@site_option
def schema_command(kind: str | None, site: Path) -> None:
    """Print the JSON Schema of the facts of one KIND of file, or those of all kinds.

    Labels and help are in the language of the site's editors; the choices are the site's own.
    """
    first = site_language(site)
    choices = site_choices(read_content(site), first)
    wanted = {
        name: json_schema(name, spoken(first), choices.choices, choices.languages)
        for name in ([kind] if kind else SCHEMAS)
    }
    shown = wanted[kind] if kind else wanted
    write_for_programs(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")


@click.command(
    "editors",
    epilog="""\b
Examples:
  insyn editors
  insyn editors --site ~/our-projects""",
)
@language_option
@site_option
def editors_command(site: Path) -> None:
    """Write what editors' programs read: .vscode/, and GitHub's form to propose a project.

    Run it again when site.yaml has new choices.  Settings that somebody has changed are left.
    """
    language = site_language(site)
    choices = site_choices(read_content(site), language)
    for file in program_files(choices, to_run("insyn", "make")):
        path = site / file.path
        there = path.read_bytes() if path.is_file() else None
        if there == file.content:
            continue
        if there is not None and file.path in OWN_SETTINGS:
            sv = f"{path} har egna inställningar, och är kvar som den var."
            click.echo(say(language, sv, f"{path} has settings of its own, and is as it was."))
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        click.echo(say(language, f"{path} är skriven.", f"{path} was written."))
