"""The whole pipeline: content in, a website out, or every problem there is.

    content ─source→ Cards ─model→ Portfolio ─pages→ Plan ─render→ files ─check→ ─write→ ─index→

Each stage takes the last stage's frozen value and returns a new one, with the problems it found.
Nothing is written before all problems are known, and the old site stands until the new one is
whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from insyn.check import CheckedPage, check_files, check_page
from insyn.data import (
    feed,
    list_csvs,
    list_feed,
    projects_csv,
    projects_json,
    redirect_rules,
    robots,
    search_helps,
    sitemap,
    statement_json,
)
from insyn.explanation import stops
from insyn.files import File
from insyn.history import last_changes
from insyn.index import build_index
from insyn.language import load_language
from insyn.model import TextMemory, load, review_statement, withdraw_contacts
from insyn.pages import Plan, plan
from insyn.pictures import Version, default_cache, forget_others, is_picture, made, read_pictures
from insyn.problem import Problem
from insyn.render import PageMemory, Theme, assets, find_theme, make_pages, overrides_by_page
from insyn.source import Sources, read_content
from insyn.write import publish

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Website:
    """A finished website that nobody has written yet.

    `files` are the pages and all else that Insyn makes; `media` the documents to copy, by their
    place in the output folder; `pictures` those still to be made.  `language` is the site's first.
    """

    language: str
    files: tuple[File, ...]
    media: tuple[tuple[str, Path], ...]
    problems: tuple[Problem, ...]
    pictures: tuple[Version, ...] = ()

    @property
    def stopped(self) -> bool:
        """Is there a problem that must be mended first?"""
        return any(stops(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a preview, which makes its site again and again, remembers from one time to the next."""

    texts: TextMemory = field(default_factory=TextMemory)
    pages: PageMemory[CheckedPage] = field(default_factory=PageMemory)


def make(  # noqa: PLR0913 - the ways in which a site can be made, by name
    site: Path,
    *,
    base: str | None = None,
    today: date,
    preview: bool = False,
    progress: Progress = lambda _: None,
    memory: Memory | None = None,
) -> Website:
    """The website of the content in `site`, with every problem found on the way.

    `base` is the site's whole address where it is not that of `site.yaml`.  What `memory` has of
    the site as it was is not made again.
    """
    memory = memory or Memory()
    progress("read")
    sources = read_content(site)
    portfolio, problems = load(sources, memory.texts)
    if portfolio is None:
        return Website(_first_language(sources), (), (), problems)
    portfolio, withdrawal_problems = withdraw_contacts(portfolio, today)
    if portfolio.site.repository:
        portfolio = replace(portfolio, changed=last_changes(site))
    progress("plan")
    own = portfolio.site.colours
    theme = Theme(
        find_theme(), sources.overrides, {one.token: (one.light, one.dark) for one in own}
    )
    colour_problems = theme.colour_problems(
        {one.token: (one.light_place, one.dark_place) for one in own}
    )
    languages = {
        code: load_language(code, theme.folder / "locale") for code in portfolio.site.languages
    }
    base = (base or portfolio.site.address).rstrip("/")
    pictures = read_pictures(portfolio.media)
    portfolio = replace(portfolio, pictures=pictures.known)
    planned, plan_problems = plan(portfolio, languages, base=base, today=today, preview=preview)
    progress("render")
    root = planned.addresses.root
    checked, render_problems = make_pages(
        planned.pages,
        theme,
        languages,
        portfolio.site.currency,
        root=root,
        finish=check_page,
        memory=memory.pages,
    )
    pages = tuple(page.file for page in checked)
    others = (*assets(theme), *_for_machines(planned, base, preview=preview))
    media = tuple(
        (f"media/{path}", real)
        for path, real in sorted(portfolio.media.items())
        # Of a picture only what is made of it is published: it may tell where it was taken.
        if not (path.startswith("images/") and is_picture(path))
    )
    versions = tuple(pictures.used_in(pages))
    progress("check")
    check_problems = check_files(
        (*others, *(File(path, b"") for path in (*dict(media), *(v.path for v in versions)))),
        checked=checked,
        root=root,
        origins=planned.origins,
        known=planned.absent,
        overrides=overrides_by_page(planned.pages, theme),
    )
    found = {*problems, *withdrawal_problems, *pictures.problems}
    found |= set(review_statement(portfolio, today))
    found |= {*plan_problems, *render_problems, *check_problems, *colour_problems}
    first = portfolio.site.languages[0]
    told = tuple(sorted(_told_once(found)))
    return Website(first, (*pages, *others), media, told, versions)


def _told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those of a page that the card it is made of has already."""
    problems = tuple(problems)
    told = {
        (problem.place.file, dict(problem.values)["text"].casefold())
        for problem in problems
        if problem.code == "link-text-twice"
    }
    for problem in problems:
        name = dict(problem.values).get("text", "").casefold()
        if problem.code != "page-link-twice" or (problem.place.file, name) not in told:
            yield problem


def build(
    website: Website,
    output: Path,
    progress: Progress = lambda _: None,
    *,
    site: Path | None = None,
) -> tuple[Problem, ...]:
    """Write `website` to `output` with its search index, in one swap.

    Whatever happens on the way, `output` is either as it was or the whole new site.  The folder
    of the `site`, where it is told, keeps the pictures that are made, so that they are made once.
    """

    def index(folder: Path) -> tuple[Problem, ...]:
        progress("index")
        return build_index(folder)

    progress("write")
    cache = default_cache(site) if site else None
    with made(website.pictures, cache) as pictures:
        problems = publish(website.files, (*website.media, *pictures), output, finish=index)
    if cache:
        forget_others(website.pictures, cache)
    return problems


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
        *(file for parts in planned.parts for file in search_helps(parts)),
        *statement_json(planned.parts),
        sitemap(planned.pages),
        robots(base, preview=preview),
        redirect_rules(planned.redirects, portfolio, root=planned.addresses.root),
    )
