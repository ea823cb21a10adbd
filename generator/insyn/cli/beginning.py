"""`insyn new` and `insyn demo`: cards and sites to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from insyn.cli.options import site_option
from insyn.cli.speaking import say, site_language
from insyn.demo import demo_files
from insyn.model import load
from insyn.model.register import load_register
from insyn.schema import empty_card
from insyn.slugs import slugify
from insyn.source import read_content

_FOLDERS = {
    "project": "projects",
    "story": "stories",
    "organisation": "organisations",
    "notice": "notices",
}


def _choices(site: Path) -> dict[str, tuple[str, ...]]:
    """What the cards of `site` may choose, by field, as far as its `site.yaml` can be read."""
    portfolio, _ = load(read_content(site))
    if portfolio is None:
        return {}
    return {
        "programme_area": tuple(choice.key for choice in portfolio.site.programme_areas),
        "phase": tuple(choice.key for choice in portfolio.site.phases),
        "target_groups": tuple(choice.key for choice in portfolio.site.target_groups),
        "region": tuple(region.name_sv for region in load_register().regions.values()),
    }


@click.command(
    "new",
    epilog="""\b
Examples:
  insyn new project "Jobb i Vivalla"
  insyn new organisation "Örebro universitet" """,
)
@click.argument("kind", type=click.Choice(list(_FOLDERS)))
@click.argument("title")
# Hidden: `make new` gives it, since `make check` is what people run there.
@click.option("--then", default="insyn check", hidden=True, help="What to run next.")
@site_option
def new_command(kind: str, title: str, then: str, site: Path) -> None:
    """Begin a card: a file with every field explained, to fill in.

    The file's name, made from the TITLE, becomes the page's address.
    """
    title = " ".join(title.split())
    slug = slugify(title)
    if not slug:
        message = "The title needs at least one letter or figure."
        raise click.BadParameter(message, param_hint="TITLE")
    folder = site / "content" / _FOLDERS[kind]
    card = folder / f"{slug}.md"
    language = site_language(site)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with card.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(empty_card(_FOLDERS[kind], title, language, _choices(site)))
    except FileExistsError:
        click.echo(
            say(
                language,
                f"{card} finns redan. Inget har ändrats. Välj en annan titel.",
                f"{card} is there already. Nothing was changed. Choose another title.",
            ),
            err=True,
        )
        raise SystemExit(1) from None
    click.echo(
        say(
            language,
            f"{card} är skapad. Fyll i fälten och kör: {then}",
            f"{card} was made. Fill in the fields and run: {then}",
        )
    )


@click.command(
    "demo",
    epilog="""\b
Examples:
  insyn demo 300 ~/made-up-projects""",
)
@click.argument("count", metavar="N", type=click.IntRange(0))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def demo_command(count: int, folder: Path) -> None:
    """Write a site with N made-up projects to DIR, a new or empty folder.

    For a first look, and for trying Insyn with many projects.  The same N gives the same site.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            message = f"{folder} is not empty. Nothing was changed. Choose a new or empty folder."
            raise click.BadParameter(message, param_hint="DIR")
        for file in demo_files(count):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    except OSError as error:
        message = f"{folder} cannot be written ({error.strerror or type(error).__name__})."
        raise click.BadParameter(message, param_hint="DIR") from None
    sv = f"{count} påhittade projekt finns i {folder}. Bygg dem: insyn build --site {folder}"
    en = f"{count} made-up projects are in {folder}. Build them: insyn build --site {folder}"
    click.echo(say(site_language(folder), sv, en))
