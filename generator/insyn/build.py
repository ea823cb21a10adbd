"""The whole pipeline: content in, a website out, or every problem there is.

    content ─source→ Cards ─model→ Portfolio ─pages→ Plan ─render→ files ─check→ ─write→ ─index→

Each stage takes the last stage's frozen value and returns a new one, with the problems it found.
Nothing is written before all problems are known, and the old site stands until the new one is
whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from insyn.admin import Form, bundle_files, form_files
from insyn.catalogue import Text
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
from insyn.language import Language, load_language
from insyn.model import (
    Portfolio,
    TextMemory,
    load,
    mark_drafts,
    review_notices,
    review_statement,
    translatable_words,
    withdraw_contacts,
)
from insyn.pages import Page, Pause, Plan, plan, plan_page
from insyn.pictures import (
    Pictures,
    Version,
    default_cache,
    forget_others,
    is_picture,
    made,
    read_pictures,
)
from insyn.problem import Place, Problem
from insyn.render import PageMaker, PageMemory, Theme, assets, find_theme, overrides_by_page
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


@dataclass(slots=True)
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
    form: Form | None = None,
) -> Website:
    """The website of the content in `site`, with every problem found on the way.

    `base` is the site's whole address where it is not that of `site.yaml`.  What `memory` has of
    the site as it was is not made again.  With `form`, editors have a form at `/admin/`.
    """
    progress("read")
    ground = lay_ground(site, base=base, today=today, preview=preview, memory=memory)
    if isinstance(ground, Website):
        return ground
    progress("plan")
    website = Making(ground).finish(progress)
    return _with_form(website, ground.portfolio, form, site) if form else website


def _with_form(website: Website, portfolio: Portfolio, form: Form, site: Path) -> Website:
    """`website` with the form for editors, or with the problem that there is none."""
    try:
        made = form_files(
            portfolio, trial=form.trial, cards=_card_texts(site, portfolio) if form.trial else None
        )
    except LookupError:
        missing = Problem.at(Place("content/site.yaml"), "form-without-repository")
        return replace(website, problems=tuple(sorted((*website.problems, missing))))
    return replace(
        website,
        files=(*website.files, *made),
        media=(*website.media, *bundle_files(form.bundle)),
    )


def _card_texts(site: Path, portfolio: Portfolio) -> dict[str, str]:
    """Every card as it was typed, drafts too, by its path in the repository."""
    sources = read_content(site)
    cards = [*sources.cards, *filter(None, (sources.glossary, sources.statement))]
    folder = portfolio.site.repository.folder if portfolio.site.repository else ""
    return {
        f"{folder}/{card.file}".lstrip("/"): (site / card.file).read_text("utf-8") for card in cards
    }


@dataclass(frozen=True, slots=True)
class Ground:
    """What was read and what it stands for: all that the pages are made of, before any is planned.

    `problems` are those found so far.
    """

    portfolio: Portfolio
    theme: Theme
    languages: Mapping[str, Language]
    base: str
    today: date
    preview: bool
    pictures: Pictures
    problems: tuple[Problem, ...]
    memory: Memory

    @property
    def language(self) -> str:
        """The site's first language."""
        return self.portfolio.site.languages[0]

    @property
    def root(self) -> str:
        """The path of the start page."""
        return urlsplit(self.base).path.rstrip("/") + "/"

    @property
    def media(self) -> tuple[tuple[str, Path], ...]:
        """The documents to copy, as `Website` has them."""
        return tuple(
            (f"media/{path}", real)
            for path, real in sorted(self.portfolio.media.items())
            # Of a picture only what is made of it is published: it may tell where it was taken.
            if not (path.startswith("images/") and is_picture(path))
        )

    def page_maker(self) -> PageMaker[CheckedPage]:
        """What makes its pages."""
        return PageMaker(
            self.theme,
            self.languages,
            self.portfolio.site.currency,
            root=self.root,
            finish=check_page,
            memory=self.memory.pages,
        )


def lay_ground(  # noqa: PLR0913 - the ways in which a site can be made, by name
    site: Path,
    *,
    base: str | None = None,
    today: date,
    preview: bool = False,
    memory: Memory | None = None,
    drafts: bool = False,
) -> Ground | Website:
    """The first part of `make`; a website without pages, where the content allows no more.

    With `drafts` they are part of the site, and marked as such.
    """
    memory = memory or Memory()
    sources = read_content(site)
    portfolio, problems = load(sources, memory.texts, with_drafts=drafts)
    if portfolio is None:
        return Website(_first_language(sources), (), (), problems)
    portfolio, withdrawal_problems = withdraw_contacts(portfolio, today)
    if portfolio.site.repository:
        portfolio = replace(portfolio, changed=last_changes(site))
    own = portfolio.site.colours
    theme = Theme(
        find_theme(), sources.overrides, {one.token: (one.light, one.dark) for one in own}
    )
    colour_problems = theme.colour_problems(
        {one.token: (one.light_place, one.dark_place) for one in own}
    )
    languages = {
        code: load_language(code, theme.folder / "locale", theme.own_catalogue(code))
        for code in portfolio.site.languages
    }
    pictures = read_pictures(portfolio.media)
    first = portfolio.site.languages[0]
    marked = mark_drafts(
        portfolio,
        lambda code, title: languages.get(code, languages[first]).say(
            "Draft: %(title)s", title=title
        ),
    )
    return Ground(
        replace(marked, pictures=pictures.known),
        theme,
        languages,
        (base or portfolio.site.address).rstrip("/"),
        today,
        preview,
        pictures,
        (
            *problems,
            *withdrawal_problems,
            *pictures.problems,
            *review_statement(portfolio, today),
            *review_notices(portfolio, today),
            *colour_problems,
            *theme.catalogue_problems(model_texts(), _languages_named(sources)),
        ),
        memory,
    )


class Making:
    """A site whose pages are planned, and made one by one as they are asked for, or all.

    For several threads at once.  `pause` is called between two pages; what it raises ends the work.
    """

    def __init__(self, ground: Ground, pause: Pause = lambda: None) -> None:
        self.ground = ground
        self._pause = pause
        self._plan, self._plan_problems = plan(
            ground.portfolio,
            ground.languages,
            base=ground.base,
            today=ground.today,
            preview=ground.preview,
            pause=pause,
        )
        self._pages = {page.file: page for page in self._plan.pages}
        self._maker = ground.page_maker()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those found so far."""
        return tuple(sorted({*self.ground.problems, *self._plan_problems}))

    def cards_of(self, file: str) -> tuple[str, ...]:
        """The files of the card that the page `file` is made of: the original, a translation."""
        card = self._plan.cards.get(file)
        if card is None:
            return ()
        translations = self.ground.portfolio.translated.get(card, {})
        whence = self._plan.whence.get(file)
        translation = translations.get(whence.language) if whence else None
        return (card, translation) if translation else (card,)

    @property
    def paths(self) -> frozenset[str]:
        """The file of every page."""
        return frozenset(self._pages)

    def find(self, file: str) -> bytes | None:
        """The page `file`, as `finish` makes it."""
        if file not in self._pages:
            return None
        made = self._maker.make(self._pages[file])
        return None if isinstance(made, Problem) else made.file.content

    def glance(
        self, ground: Ground, files: Iterable[str]
    ) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """Some pages as they are on a newer `ground`, before all is planned there.

        With the problems of these pages alone.  A page that may be elsewhere now is left out; and
        how a page leads to other languages is taken from here.
        """
        maker = ground.page_maker()
        found: dict[str, bytes] = {}
        problems: list[Problem] = []
        for file in files:
            whence = self._plan.whence.get(file)
            planned = whence and plan_page(
                whence,
                ground.portfolio,
                ground.languages,
                base=ground.base,
                today=ground.today,
                preview=ground.preview,
                urls=self._plan.urls,
            )
            if not planned:
                continue
            page, origins = planned
            made = maker.make(page)
            if isinstance(made, Problem):
                problems.append(made)
                continue
            found[file] = made.file.content
            problems += (
                problem
                for problem in check_files((), checked=[made], root=ground.root, origins=origins)
                # Whether what it leads to is there shows when all is planned.
                if problem.code != "link-broken"
            )
        return found, tuple(sorted({*ground.problems, *problems}))

    def finish(self, progress: Progress = lambda _: None) -> Website:
        """The whole website, with every problem."""
        return self._finish(self._plan.pages, progress)

    def look_at(self, files: Collection[str], progress: Progress = lambda _: None) -> Website:
        """As `finish`, with these pages alone, and with the problems that only they can show.

        Another page is made where one of them leads into it.
        """
        return self._finish([page for page in self._plan.pages if page.file in files], progress)

    def differing(self, other: Making) -> frozenset[str]:
        """The pages that are not the same in `other`, or whose problems hang together with all.

        Both have the same memory.
        """
        same = self._maker.setting is other._maker.setting
        # Whether a site's own template is to blame shows on all pages together.
        if not same or any(overrides_by_page(self._plan.pages, self.ground.theme).values()):
            return self.paths
        pages = other._pages
        return frozenset(file for file, page in self._pages.items() if pages.get(file) != page)

    @property
    def typed(self) -> frozenset[str]:
        """The pages with links that somebody has typed in a card."""
        return frozenset(file for file, _ in self._plan.origins)

    def _look(self, file: str) -> CheckedPage | None:
        made = self._maker.make(self._pages[file]) if file in self._pages else None
        return None if isinstance(made, Problem) else made

    def _finish(self, wanted: Sequence[Page], progress: Progress) -> Website:
        ground, planned = self.ground, self._plan
        progress("render")
        checked, render_problems = self._maker.make_all(wanted, self._pause)
        pages = tuple(page.file for page in checked)
        others = (
            *assets(ground.theme),
            *_for_machines(planned, ground.base, preview=ground.preview),
        )
        media = ground.media
        versions = tuple(ground.pictures.used_in(pages))
        progress("check")
        check_problems = check_files(
            (*others, *(File(path, b"") for path in (*dict(media), *(v.path for v in versions)))),
            checked=checked,
            root=ground.root,
            origins=planned.origins,
            # What leads to a page whose template is broken is whole again once that is mended.
            known=planned.absent | self.paths,
            overrides=overrides_by_page(planned.pages, ground.theme),
            elsewhere=self._look if len(wanted) < len(planned.pages) else lambda _: None,
        )
        found = {*self.problems, *render_problems, *check_problems}
        told = tuple(sorted(found))
        return Website(ground.language, (*pages, *others), media, told, versions)


def model_texts() -> tuple[Text, ...]:
    """The words of the model that a catalogue has to have, beside the texts of the theme."""
    return tuple(Text(word, context=context) for context, word in translatable_words())


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


def _languages_named(sources: Sources) -> dict[str, Place]:
    """The languages of the site, and where its settings name each."""
    card = sources.site
    typed = card.fields.get("languages") if card else None
    if card is None or not isinstance(typed, list):
        return {}
    places = {str(code): card.place(("languages", at)) for at, code in enumerate(typed)}
    return {code: place for code, place in places.items() if code}


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
