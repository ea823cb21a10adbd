"""The commands.  The only module that prints, asks or exits.

Exit status: 0 is fine, 1 means problems in the content, 2 means wrong use.
"""

from __future__ import annotations

import gc
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import click

from insyn import __version__
from insyn.build import Progress, Website, build, make
from insyn.demo import demo_files
from insyn.explanation import Severity, explain
from insyn.model import load
from insyn.model.register import load_register
from insyn.problem import Problem
from insyn.schema import empty_card
from insyn.slugs import slugify
from insyn.source import read_content

_SEVERITY = {
    "sv": {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.ADVICE: "råd"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"},
}
_STEPS = {
    "sv": {
        "read": "Läser korten …",
        "plan": "Planerar sidorna …",
        "render": "Gör sidorna …",
        "check": "Kontrollerar sidorna …",
        "write": "Skriver sidorna …",
        "index": "Gör sökregistret …",
    },
    "en": {
        "read": "Reading the cards …",
        "plan": "Planning the pages …",
        "render": "Making the pages …",
        "check": "Checking the pages …",
        "write": "Writing the pages …",
        "index": "Making the search index …",
    },
}
_FOLDERS = {
    "project": "projects",
    "story": "stories",
    "organisation": "organisations",
    "notice": "notices",
}


def _spoken(language: str) -> str:
    return "sv" if language == "sv" else "en"


def _say(language: str, sv: str, en: str) -> str:
    return sv if _spoken(language) == "sv" else en


def _today(given: str | None) -> date:
    """The build date: as given, else `SOURCE_DATE_EPOCH`, else today."""
    if given:
        return date.fromisoformat(given)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now(tz=UTC).astimezone().date()


def _shown(problem: Problem, language: str) -> str:
    """A problem as two lines: where and what, then how to mend it."""
    told = explain(problem, language)
    place = problem.place
    severity = _SEVERITY[_spoken(language)][told.severity]
    return (
        f"{place.file}:{place.line}:{place.column}: {severity}: {told.message}\n"
        f"    {told.hint} [{problem.code}]"
    )


def _counted(problems: Sequence[Problem], language: str) -> str:
    """How many there are: "3 fel och 1 varning i 2 filer."."""
    counts = Counter(explain(problem, language).severity for problem in problems)
    files = len({problem.place.file for problem in problems})
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    advice = counts[Severity.ADVICE]
    parts = []
    if errors:
        parts.append(_say(language, f"{errors} fel", f"{errors} error{'s' * (errors != 1)}"))
    if warnings:
        sv = f"{warnings} varning{'ar' * (warnings != 1)}"
        parts.append(_say(language, sv, f"{warnings} warning{'s' * (warnings != 1)}"))
    if advice:
        parts.append(
            _say(language, f"{advice} råd", f"{advice} piece{'s' * (advice != 1)} of advice")
        )
    before = ", ".join(parts[:-1])
    joined = _say(language, " och ", " and ").join([before, parts[-1]] if before else parts)
    sv = f"{joined} i {files} fil{'er' * (files != 1)}."
    return _say(language, sv, f"{joined} in {files} file{'s' * (files != 1)}.")


def _report(problems: Sequence[Problem], language: str, *, to_stderr: bool) -> None:
    for problem in problems:
        click.echo(_shown(problem, language), err=to_stderr)
    if problems:
        click.echo(_counted(problems, language), err=to_stderr)


@contextmanager
def _steps(language: str) -> Iterator[Progress]:
    """Progress on a terminal, in one line that goes away at the end; quiet in a pipe.

    Nothing moves meanwhile: that would take a thread, and several processes can't be begun beside
    one.  Neither are cycles of dead objects looked for: what a build makes lives to its end.
    """
    words = _STEPS[_spoken(language)]
    shown = sys.stderr.isatty()

    def show(text: str) -> None:
        if shown:
            click.echo(f"\r\033[K{text}", err=True, nl=False)

    gc.disable()
    try:
        yield lambda step: show(words[step])
    finally:
        gc.enable()
        show("")


def _site_language(site: Path) -> str:
    """The first language of `site`, as far as it can be told before anything is read."""
    try:
        text = (site / "content" / "site.yaml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "sv"
    compact = text.replace(" ", "").replace('"', "").replace("'", "").replace("\n", "")
    return "en" if "languages:[en" in compact or "languages:-en" in compact else "sv"


def _checked_site(_context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    site = Path(value)
    if not (site / "content").is_dir():
        message = f"{value} has no folder called content. Is it the right folder?"
        raise click.BadParameter(message)
    return site


def _checked_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    try:
        return _today(value)
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


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  insyn serve                   look at the site while you write
  insyn check                   find every mistake, write nothing
  insyn build                   make the site in public/
  insyn new project "Our work"  begin a card
  insyn demo 300 DIR            try it with made-up projects""",
)
@click.version_option(__version__, prog_name="insyn")
def main() -> None:
    """Insyn makes a website of a folder of project cards."""


@main.command(
    "build",
    epilog="""\b
Examples:
  insyn build
  insyn build --site ~/projects-site --output /var/www/projects
  insyn build --base-url https://example.org/projects --date 2026-01-31""",
)
@site_option
@click.option(
    "--output",
    default=None,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the website goes.  [default: public/ in the site folder]",
)
@click.option(
    "--base-url",
    "base",
    default=None,
    metavar="URL",
    callback=_checked_base,
    help="The site's address, where it is not the one in site.yaml.",
)
@date_option
@click.option("--preview", is_flag=True, help="Ask search engines to stay away.")
def build_command(
    site: Path,
    output: Path | None,
    base: str | None,
    today: date,
    preview: bool,
) -> None:
    """Make the website.

    If there is a mistake in the content, all mistakes are told and the old site stays as it was.
    """
    output = output or site / "public"
    with _steps(_site_language(site)) as progress:
        website = make(site, base=base, today=today, preview=preview, progress=progress)
        problems = website.problems
        if not website.stopped:
            problems = (*problems, *build(website, output, progress, site=site))
    _report(problems, website.language, to_stderr=True)
    _finish(website, output, problems)


def _finish(website: Website, output: Path, problems: Sequence[Problem]) -> None:
    language = website.language
    errors = [p for p in problems if explain(p, language).severity is Severity.ERROR]
    if errors:
        click.echo(
            _say(
                language,
                "Inget har skrivits. Den gamla webbplatsen är kvar som den var.",
                "Nothing was written. The old website is as it was.",
            ),
            err=True,
        )
        raise SystemExit(1)
    pages = sum(file.path.endswith(".html") for file in website.files)
    click.echo(_say(language, f"{pages} sidor finns i {output}", f"{pages} pages are in {output}"))


@main.command(
    "check",
    epilog="""\b
Examples:
  insyn check
  insyn check content/projects/jobbpunkt-vast-orebro.md""",
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@site_option
@date_option
def check_command(paths: tuple[Path, ...], site: Path, today: date) -> None:
    """Find every mistake in the content.  Nothing is written.

    With a PATH, only the mistakes in that file or folder are shown.
    """
    with _steps(_site_language(site)) as progress:
        website = make(site, today=today, progress=progress)
    root = site.resolve()
    wanted: list[str] = []
    for path in paths:
        if not path.resolve().is_relative_to(root):
            message = f"{path} is not in the site folder {site}."
            raise click.BadParameter(message, param_hint="PATH")
        inside = path.resolve().relative_to(root).as_posix()
        wanted.append(unicodedata.normalize("NFC", inside))
    shown = [
        problem
        for problem in website.problems
        if not wanted
        or any(
            f in (".", problem.place.file) or problem.place.file.startswith(f"{f}/") for f in wanted
        )
    ]
    _report(shown, website.language, to_stderr=False)
    if any(explain(p, website.language).severity is Severity.ERROR for p in shown):
        raise SystemExit(1)
    if not shown:
        click.echo(_say(website.language, "Inga problem.", "No problems."))


@main.command(
    "serve",
    epilog="""\b
Examples:
  insyn serve
  insyn serve --port 8080""",
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port on this computer.",
)
@site_option
@date_option
def serve_command(port: int, site: Path, today: date) -> None:
    """Show the site in a browser on this computer, and follow what you write.

    When something is wrong the problems are shown instead, until they are mended.
    """
    from insyn.serve import CannotServeError, serve  # noqa: PLC0415  (slow, and only needed here)

    try:
        serve(site, port=port, today=today, tell=click.echo)
    except CannotServeError as error:
        raise click.UsageError(str(error)) from None


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


@main.command(
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
    language = _site_language(site)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with card.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(empty_card(_FOLDERS[kind], title, language, _choices(site)))
    except FileExistsError:
        click.echo(
            _say(
                language,
                f"{card} finns redan. Inget har ändrats. Välj en annan titel.",
                f"{card} is there already. Nothing was changed. Choose another title.",
            ),
            err=True,
        )
        raise SystemExit(1) from None
    click.echo(
        _say(
            language,
            f"{card} är skapad. Fyll i fälten och kör: {then}",
            f"{card} was made. Fill in the fields and run: {then}",
        )
    )


@main.command(
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
    click.echo(_say(_site_language(folder), sv, en))


if __name__ == "__main__":
    main()
