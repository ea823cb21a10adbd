"""How a command ends that cannot be done: one sentence in the editor's language, no traceback."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from insyn.changes import Reason
from insyn.cli.speaking import LANGUAGES, chosen_language, site_language, spoken, system_language

_INTERRUPTED = 130
"""The exit status of what Ctrl-C has ended, as shells have it."""
# What only looks: there is nothing that an interruption could have left half done.
_LOOKING = frozenset({"check", "report", "language", "schema"})
_WITHOUT_SITE = (("init",), ("demo",))

_REASONS = {
    errno.EACCES: "du har inte behörighet",
    errno.EPERM: "du har inte behörighet",
    errno.EROFS: "där går det bara att läsa",
    errno.ENOSPC: "disken är full",
    errno.ENOENT: "det finns inte",
    errno.EEXIST: "det finns redan något med det namnet",
    errno.ENOTDIR: "en fil är i vägen för en mapp",
    errno.EISDIR: "en mapp är i vägen för filen",
    errno.ENAMETOOLONG: "namnet är för långt",
}


class Wrong(click.BadParameter):
    """What was typed cannot be used: the reason in both languages, and where it was typed."""

    def __init__(self, sv: str, en: str, typed_at: str | None = None) -> None:
        super().__init__(en, param_hint=typed_at)
        self.sv = sv


class Commands(click.Group):
    """The commands; whatever ends one of them is told in one place, here."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT002 - as click has it
        **more: Any,
    ) -> Any:
        """Run the command that was typed, and end with its exit status."""
        run = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **more)
        if not standalone_mode:
            return run()
        typed = tuple(sys.argv[1:] if args is None else args)
        _let_any_text_through()
        try:
            code: object = run()
        except NoArgsIsHelpError as help_wanted:
            help_wanted.show()
            raise SystemExit(2) from None
        except click.ClickException as error:
            _tell_wrong_use(error, _language(typed))
            raise SystemExit(error.exit_code) from None
        except (click.Abort, KeyboardInterrupt) as error:
            _end_interrupted(error, typed)
        except OSError as error:
            _end(*_told(error), typed)
        except UnicodeEncodeError:
            sv = "Datorn kan inte skriva ett av tecknen här. Ställ in UTF-8: PYTHONUTF8=1"
            en = "The computer cannot write one of the characters here. Use UTF-8: PYTHONUTF8=1"
            _end(sv, en, typed)
        raise SystemExit(code if isinstance(code, int) else 0)


def reason(error: OSError | UnicodeError, language: str) -> str:
    """Why a file cannot be read or written, as a part of a sentence."""
    if isinstance(error, UnicodeError):
        return "den är inte sparad som UTF-8" if language == "sv" else "it is not stored as UTF-8"
    english = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, english) if language == "sv" else english


def named(folder: Path) -> str:
    """A folder as a sentence names it: "." is nothing to look for."""
    return str(folder.resolve()) if folder == Path() else str(folder)


def git_refusal(why: Reason, site: Path) -> tuple[str, str] | None:
    """What to do, in both languages, where git is missing or does not read the repository."""
    if why is Reason.NO_GIT:
        return (
            "Git är inte installerat på datorn. Hämta det: git-scm.com",
            "Git is not installed on this computer. Get it: git-scm.com",
        )
    if why is Reason.REFUSED:
        folder, command = site.resolve(), "git config --global --add safe.directory"
        return (
            f"Git läser inte {folder}, för mappen ägs av någon annan. Litar du på den, kör "
            f'i förrådets översta mapp: {command} "$PWD"'
        ), (
            f"Git does not read {folder}, as somebody else owns the folder. If you trust it, run "
            f'in the top folder of the repository: {command} "$PWD"'
        )
    return None


def _told(error: OSError) -> tuple[str, str]:
    # Of two names the second one is where something was to go.
    path = error.filename2 or error.filename
    shown = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
    if not shown:
        sv, en = "Det gick inte att läsa eller skriva", "Reading or writing failed"
    else:
        sv = f"{shown} går inte att läsa eller skriva"
        en = f"{shown} cannot be read or written"
    return f"{sv}: {reason(error, 'sv')}.", f"{en}: {reason(error, 'en')}."


def _end(sv: str, en: str, typed: Sequence[str]) -> NoReturn:
    click.echo(sv if _language(typed) == "sv" else en, err=True)
    raise SystemExit(2)


def _end_interrupted(error: BaseException, typed: Sequence[str]) -> NoReturn:
    swedish = _language(typed) == "sv"
    told = "Avbrutet." if swedish else "Interrupted."
    if typed and typed[0] in _LOOKING:
        told += " Inget har ändrats." if swedish else " Nothing was changed."
    click.echo(told, err=True)
    causes = (error, error.__cause__, error.__context__)
    by_hand = any(isinstance(cause, KeyboardInterrupt) for cause in causes)
    raise SystemExit(_INTERRUPTED if by_hand else 1)


def _let_any_text_through() -> None:
    """Let a terminal that lacks a letter show a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


# --- wrong use ----------------------------------------------------------------------------------


def _language(typed: Sequence[str]) -> str:
    """The language to speak to who typed this, however wrong the rest of it is."""
    # Of a new card it is the card's.
    asked = "" if typed[:1] == ("new",) else _option(typed, "--language")
    if asked in LANGUAGES:
        return asked
    site = Path(_option(typed, "--site") or ".")
    try:
        is_site = typed[:1] not in _WITHOUT_SITE and (site / "content").is_dir()
    except (OSError, ValueError):
        is_site = False
    return spoken(site_language(site)) if is_site else chosen_language() or system_language()


def _option(typed: Sequence[str], name: str) -> str:
    for word, following in zip(typed, (*typed[1:], ""), strict=True):
        if word == name:
            return following
        if word.startswith(f"{name}="):
            return word.removeprefix(f"{name}=")
    return ""


def _tell_wrong_use(error: click.ClickException, language: str) -> None:
    if language != "sv":
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        usage = context.get_usage().replace("Usage:", "Så här:", 1)
        click.echo(f"{usage}\nHjälp: {context.command_path} --help\n", err=True)
    click.echo(f"Fel: {_in_swedish(error)}", err=True)


def _in_swedish(error: click.ClickException) -> str:
    if isinstance(error, NoSuchCommand):
        return f"Det finns inget kommando {error.command_name}." + _meant(error.possibilities)
    if isinstance(error, click.NoSuchOption):
        return f"Det finns inget val {error.option_name}." + _meant(error.possibilities)
    if isinstance(error, click.MissingParameter):
        return f"{_hint(error)} saknas."
    if isinstance(error, click.BadParameter):
        said = error.sv if isinstance(error, Wrong) else _wrong_kind(error)
        return f"{_hint(error)}: {said}" if _hint(error) else said
    return error.format_message()


def _meant(possibilities: Sequence[str] | None) -> str:
    return f" Menade du {' eller '.join(sorted(possibilities))}?" if possibilities else ""


def _hint(error: click.BadParameter) -> str:
    if isinstance(error.param_hint, str):
        return error.param_hint
    if error.param is None or error.ctx is None:
        return ""
    return error.param.get_error_hint(error.ctx).strip("'")


def _wrong_kind(error: click.BadParameter) -> str:
    """What is wrong with a value that is not of the parameter's kind, as click found it."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"välj bland {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange) and kind.max is not None:
        return f"skriv ett heltal från {kind.min} till {kind.max}."
    if isinstance(kind, click.IntRange):
        return f"skriv ett heltal, minst {kind.min}."
    if isinstance(kind, click.Path):
        return "det finns inte." if kind.exists else "det ska vara en mapp."
    return error.message
