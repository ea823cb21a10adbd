"""The options that many commands have, and what must hold of what is typed there."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from insyn.cli.refusing import Wrong, named
from insyn.cli.speaking import LANGUAGES, choose_language


def _day_of_build(given: str | None) -> date:
    """The build date: as given, else `SOURCE_DATE_EPOCH`, else today."""
    if given:
        return date.fromisoformat(given)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now(tz=UTC).astimezone().date()


def _checked_site(context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    site = Path(value)
    # Help can be had anywhere.
    if context.params.get("explained") is None and not (site / "content").is_dir():
        folder = named(site)
        raise Wrong(
            f"{folder} har ingen mapp som heter content. Är det rätt mapp?",
            f"{folder} has no folder called content. Is it the right folder?",
        )
    return site


def _checked_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    try:
        return _day_of_build(value)
    except (ValueError, OverflowError, OSError):
        shown = value or f"SOURCE_DATE_EPOCH={os.environ.get('SOURCE_DATE_EPOCH')}"
        raise Wrong(
            f"{shown} är inget datum. Skriv år-månad-dag, till exempel 2026-11-22.",
            f"{shown} is no date. Write year-month-day, such as 2026-11-22.",
        ) from None


def _checked_base(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    if not value:
        return None
    whole = re.fullmatch(r"https?://[^\s/]+(/\S*)?", value)
    if not whole or any(c in value for c in "\"'<>?#"):
        raise Wrong(
            f"{value} är ingen hel webbadress. Börja med https://",
            f"{value} is no whole web address. Begin with https://",
        )
    return value


language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    callback=choose_language,
    expose_value=False,
    is_eager=True,
    help="The language to speak to you.  [default: INSYN_LANGUAGE, or the site's first language]",
)


class Text(click.ParamType[str]):
    """What is typed to be written in a file: it has to be text."""

    name = "text"

    def convert(
        self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None
    ) -> str:
        """The text; bytes that Python could not read are taken for UTF-8, where they are that."""
        typed = str(value)
        try:
            read_wrongly = any("\udc80" <= letter <= "\udcff" for letter in typed)
            typed = os.fsencode(typed).decode("utf-8") if read_wrongly else typed
            typed.encode("utf-8")
        except UnicodeError:
            raise Wrong(
                "tecknen är inte UTF-8. Ställ in terminalen på UTF-8 och skriv igen.",
                "The characters are not UTF-8. Set the terminal to UTF-8 and type it again.",
            ) from None
        return typed


def names_inside(site: Path, path: Path) -> tuple[str, ...]:
    """How problems may name the file at `path`: as it is typed, then where links lead.

    Seen from the folder of the site; () where it is not in there.
    """
    ways = (
        (Path(os.path.abspath(path)), Path(os.path.abspath(site))),  # noqa: PTH100  (follows no link)
        (path.resolve(), site.resolve()),
    )
    names = (
        unicodedata.normalize("NFC", whole.relative_to(root).as_posix())
        for whole, root in ways
        if whole.is_relative_to(root)
    )
    return tuple(dict.fromkeys(names))


def inside(site: Path, paths: Sequence[Path]) -> list[str]:
    """The paths as problems name files: seen from the site's folder."""
    wanted: list[str] = []
    for path in paths:
        names = names_inside(site, path)
        if not names:
            raise Wrong(
                f"{path} ligger inte i webbplatsens mapp {named(site)}.",
                f"{path} is not in the site folder {named(site)}.",
                "PATH",
            )
        wanted += names
    return wanted


def is_among(file: str, wanted: Collection[str]) -> bool:
    """Is `file`, seen from the site's folder, one of the `wanted` files, or in such a folder?"""
    return any(name in (".", file) or file.startswith(f"{name}/") for name in wanted)


site_option = click.option(
    "--site",
    default=".",
    show_default="this folder",
    metavar="DIR",
    callback=_checked_site,
    help="The folder that holds content/.",
)
date_option = click.option(
    "--date",
    "today",
    default=None,
    metavar="YYYY-MM-DD",
    callback=_checked_date,
    help="The day of the build, which decides what has ended.  "
    "[default: SOURCE_DATE_EPOCH, or today]",
)
base_option = click.option(
    "--base-url",
    "base",
    default=None,
    metavar="URL",
    callback=_checked_base,
    help="The site's address, where it is not the one in site.yaml.",
)
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
