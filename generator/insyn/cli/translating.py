"""`insyn translate`: a site in a language that Insyn does not speak yet."""

from __future__ import annotations

from pathlib import Path

import click
from babel import Locale, UnknownLocaleError

from insyn.build import model_texts
from insyn.catalogue import (
    CatalogueError,
    begin_catalogue,
    catalogue_language,
    catalogue_path,
    find_untranslated,
    read_catalogue,
)
from insyn.cli.options import site_option
from insyn.cli.refusing import Wrong
from insyn.cli.speaking import say, site_language
from insyn.render import Theme, find_theme


@click.command(
    "translate",
    epilog="""\b
Examples:
  insyn translate fi
  insyn translate ar --list""",
)
@click.argument("code", metavar="LANGUAGE")
@click.option("--list", "listed", is_flag=True, help="Print each text that has no translation.")
@site_option
def translate_command(code: str, listed: bool, site: Path) -> None:
    """Begin or bring up to date the texts of the interface in LANGUAGE, a code such as fi.

    The file is made in content/overrides/locale/.  What is translated already stays as it is.
    """
    language = site_language(site)
    path = site / "content" / "overrides" / catalogue_path(code)
    if not catalogue_language(catalogue_path(code)):
        raise Wrong(
            f"{code} är ingen språkkod. Skriv två eller tre bokstäver, till exempel fi.",
            f"{code} is no code of a language. Write two or three letters, such as fi.",
            "LANGUAGE",
        )
    texts = (*Theme(find_theme()).texts, *model_texts())
    before = path.read_bytes() if path.is_file() else b""
    try:
        Locale.parse(code)
        content = begin_catalogue(code, texts, before)
    except UnknownLocaleError:
        raise Wrong(
            f"{code} är inget känt språk. Skriv dess kod, till exempel fi.",
            f"{code} is no language that is known. Write its code, such as fi.",
            "LANGUAGE",
        ) from None
    except CatalogueError as error:
        sv = f"{path}:{error.line}: Filen går inte att läsa ({error.why}). Inget har ändrats."
        en = f"{path}:{error.line}: The file cannot be read ({error.why}). Nothing was changed."
        click.echo(say(language, sv, en), err=True)
        raise SystemExit(1) from None
    if content != before:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    left = find_untranslated(read_catalogue(content, code), texts)
    for text in left if listed else ():
        click.echo(text.one)
    sv = f"{path}: {len(left)} av {len(texts)} texter är inte översatta."
    en = f"{path}: {len(left)} of {len(texts)} texts are not translated."
    click.echo(say(language, sv, en))
