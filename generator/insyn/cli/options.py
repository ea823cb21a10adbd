"""The options that many commands have, and what must hold of what is typed there."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

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
        message = f"{value} has no folder called content. Is it the right folder?"
        raise click.BadParameter(message)
    return site


def _checked_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    try:
        return _day_of_build(value)
    except (ValueError, OverflowError, OSError):
        shown = value or f"SOURCE_DATE_EPOCH={os.environ.get('SOURCE_DATE_EPOCH')}"
        message = f"{shown} is no date. Write year-month-day, such as 2026-11-22."
        raise click.BadParameter(message) from None


def _checked_base(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    if not value:
        return None
    whole = re.fullmatch(r"https?://[^\s/]+(/\S*)?", value)
    if not whole or any(c in value for c in "\"'<>?#"):
        message = f"{value} is no whole web address. Begin with https://"
        raise click.BadParameter(message)
    return value


language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    callback=choose_language,
    expose_value=False,
    is_eager=True,
    help="The language to speak to you.  [default: INSYN_LANGUAGE, or the site's first language]",
)


def inside(site: Path, paths: Sequence[Path]) -> list[str]:
    """The paths as problems name files: seen from the site's folder."""
    root = site.resolve()
    wanted: list[str] = []
    for path in paths:
        if not path.resolve().is_relative_to(root):
            message = f"{path} is not in the site folder {site}."
            raise click.BadParameter(message, param_hint="PATH")
        relative = path.resolve().relative_to(root).as_posix()
        wanted.append(unicodedata.normalize("NFC", relative))
    return wanted


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
