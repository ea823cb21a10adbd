"""`insyn hook`: git checks the content at every commit."""

from __future__ import annotations

from pathlib import Path

import click

from insyn.changes import CannotCompareError, hooks_folder, place_in_repository
from insyn.cli.options import language_option, site_option
from insyn.cli.refusing import git_refusal, named, reason
from insyn.cli.speaking import say, site_language
from insyn.hosting import git_hook, is_ours


@click.command(
    "hook",
    epilog="""\b
Examples:
  insyn hook""",
)
@language_option
@site_option
def hook_command(site: Path) -> None:
    """Let git check the content at every commit on this computer.

    Errors stop the commit, warnings and advice do not.
    """
    language = site_language(site)
    try:
        folder = hooks_folder(site)
    except CannotCompareError as error:
        sv, en = git_refusal(error.reason, site) or (
            f"{named(site)} ligger inte i något git-förråd.",
            f"{named(site)} is in no git repository.",
        )
        nothing = say(language, "Inget har ändrats.", "Nothing was changed.")
        click.echo(f"{say(language, sv, en)}\n{nothing}", err=True)
        raise SystemExit(2) from None
    hook = folder / "pre-commit"
    folder_of_site = place_in_repository(site).rstrip("/")
    try:
        there = hook.read_text(encoding="utf-8") if hook.exists() else ""
        if there and not is_ours(there):
            where = f" --site '{folder_of_site}'" if folder_of_site else ""
            _refuse_to_replace(hook, f"insyn check --staged{where}", language)
        folder.mkdir(parents=True, exist_ok=True)
        hook.write_bytes(git_hook(folder_of_site).encode("utf-8", "surrogateescape"))
        hook.chmod(0o755)
    except (OSError, UnicodeDecodeError) as error:
        sv = f"{hook} går inte att läsa eller skriva: {reason(error, 'sv')}. Inget har ändrats."
        en = f"{hook} cannot be read or written: {reason(error, 'en')}. Nothing was changed."
        click.echo(say(language, sv, en), err=True)
        raise SystemExit(2) from None
    sv = f"{hook} är skriven. Git kontrollerar nu innehållet när du sparar en version (commit)."
    en = f"{hook} was written. Git now checks the content when you commit."
    click.echo(say(language, sv, en))


def _refuse_to_replace(hook: Path, command: str, language: str) -> None:
    sv = f"{hook} finns redan. Inget har ändrats. Lägg till den här raden i den:"
    en = f"{hook} is there already. Nothing was changed. Add this line to it:"
    click.echo(f"{say(language, sv, en)}\n    {command} || exit 1", err=True)
    raise SystemExit(1)
