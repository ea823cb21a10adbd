"""The whole pipeline: content in, a website out, or every problem there is.

    content ─source→ Cards ─model→ Portfolio ─pages→ Plan ─render→ files ─check→ ─write→ ─index→

Each stage takes the last stage's frozen value and returns a new one, with the problems it found.
Nothing is written before all problems are known, and the old site stands until the new one is
whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from insyn.check import check_files
from insyn.data import (
    feed,
    list_csvs,
    list_feed,
    projects_csv,
    projects_json,
    redirect_rules,
    robots,
    sitemap,
)
from insyn.explanation import stops
from insyn.files import File
from insyn.index import build_index
from insyn.language import load_language
from insyn.model import load
from insyn.pages import Plan, plan
from insyn.problem import Problem
from insyn.render import Theme, assets, find_theme, render_pages
from insyn.source import Sources, read_content
from insyn.write import publish

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Website:
    """A finished website that nobody has written yet.

    `files` are the pages and all else that Insyn makes; `media` the pictures and documents to
    copy, by their place in the output folder.  `language` is the site's first.
    """

    language: str
    files: tuple[File, ...]
    media: tuple[tuple[str, Path], ...]
    problems: tuple[Problem, ...]

    @property
    def stopped(self) -> bool:
        """Is there a problem that must be mended first?"""
        return any(stops(problem) for problem in self.problems)


def make(
    site: Path,
    *,
    base: str | None = None,
    today: date,
    preview: bool = False,
    progress: Progress = lambda _: None,
) -> Website:
    """The website of the content in `site`, with every problem found on the way.

    `base` is the site's whole address where it is not that of `site.yaml`.
    """
    progress("read")
    sources = read_content(site)
    portfolio, problems = load(sources)
    if portfolio is None:
        return Website(_first_language(sources), (), (), problems)
    progress("plan")
    theme = Theme(find_theme(), sources.overrides)
    languages = {
        code: load_language(code, theme.folder / "locale") for code in portfolio.site.languages
    }
    base = (base or portfolio.site.address).rstrip("/")
    planned, plan_problems = plan(portfolio, languages, base=base, today=today, preview=preview)
    progress("render")
    root = planned.addresses.root
    pages, render_problems = render_pages(
        planned.pages, theme, languages, portfolio.site.currency, root=root
    )
    files = (*pages, *assets(theme), *_for_machines(planned, base, preview=preview))
    media = tuple((f"media/{path}", real) for path, real in sorted(portfolio.media.items()))
    progress("check")
    check_problems = check_files(
        (*files, *(File(path, b"") for path, _ in media)),
        root=root,
        origins=planned.origins,
        known=planned.absent,
    )
    found = {*problems, *plan_problems, *render_problems, *check_problems}
    return Website(portfolio.site.languages[0], files, media, tuple(sorted(found)))


def build(
    website: Website, output: Path, progress: Progress = lambda _: None
) -> tuple[Problem, ...]:
    """Write `website` to `output` with its search index, in one swap.

    Whatever happens on the way, `output` is either as it was or the whole new site.
    """

    def index(folder: Path) -> tuple[Problem, ...]:
        progress("index")
        return build_index(folder)

    progress("write")
    return publish(website.files, website.media, output, finish=index)


def _first_language(sources: Sources) -> str:
    """The site's first language as typed, so that even a broken site is told of in it."""
    languages = sources.site.fields.get("languages") if sources.site else None
    first = languages[0] if isinstance(languages, list) and languages else languages
    return first if isinstance(first, str) else "sv"


def _for_machines(planned: Plan, base: str, *, preview: bool) -> tuple[File, ...]:
    portfolio = planned.portfolio
    return (
        projects_json(portfolio, planned.addresses),
        projects_csv(portfolio, planned.addresses),
        *(
            feed(parts, f"{parts.say('Projects')} – {portfolio.site.name}")
            for parts in planned.parts
        ),
        *(list_feed(parts, selection) for parts, selection in planned.lists),
        *list_csvs(portfolio, planned.addresses, [selection for _, selection in planned.lists]),
        sitemap(planned.pages),
        robots(base, preview=preview),
        redirect_rules(planned.redirects, portfolio, root=planned.addresses.root),
    )
