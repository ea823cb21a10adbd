"""`insyn admin`: the script of the form for editors, fetched once."""

from __future__ import annotations

from pathlib import Path

import click

from insyn.admin import Form, FormMissing, make_bundle
from insyn.cli.options import site_option
from insyn.cli.speaking import say, site_language


def fetched_form(site: Path, *, trial: bool = False) -> Form | None:
    """The form, for a site to be built with; where it cannot be had, one sentence says why."""
    try:
        return Form(make_bundle(site / ".cache"), trial=trial)
    except FormMissing as missing:
        click.echo(say(site_language(site), missing.sv, missing.en), err=True)
        return None


@click.command(
    "admin",
    epilog="""\b
Examples:
  insyn admin
  insyn admin --site ~/our-projects""",
)
@site_option
def admin_command(site: Path) -> None:
    """Fetch the form for editors, so that later builds need no network for it."""
    if fetched_form(site) is None:
        raise SystemExit(1)
    language = site_language(site)
    click.echo(
        say(
            language,
            "Formuläret är hämtat. Lägg det på webbplatsen med insyn build --admin.",
            "The form is fetched. Put it on the site with insyn build --admin.",
        )
    )
