"""Which pages the site has and what is on each: `plan` turns a portfolio into pages.

Pure: the same portfolio, languages, address and day give the same pages in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import NamedTuple, Protocol

from insyn.catalogue import catalogue_path
from insyn.language import Language
from insyn.model.loading.pairing import EASY_KINDS
from insyn.model.portfolio import GivenAddress, Portfolio
from insyn.pages import views
from insyn.pages.accessibility_pages import AccessibilityPages
from insyn.pages.addresses import Addresses, Area, at_git_host, mailto
from insyn.pages.contact_pages import ContactPages
from insyn.pages.drafting import Draft, Drafting
from insyn.pages.list_pages import ListPages
from insyn.pages.money_pages import MoneyPages
from insyn.pages.notice_pages import NoticePages
from insyn.pages.organisation_pages import OrganisationPages
from insyn.pages.overview_pages import OverviewPages
from insyn.pages.parts import Parts
from insyn.pages.place_pages import PlacePages
from insyn.pages.progress_pages import ProgressPages
from insyn.pages.project_pages import ProjectPages
from insyn.pages.selection import Selection
from insyn.pages.statement_pages import StatementPages
from insyn.pages.story_pages import StoryPages
from insyn.pages.word_pages import WordPages
from insyn.problem import Origin, Place, Problem


class _Area(Protocol):
    """The pages of one area of the site, in one language."""

    def drafts(self) -> Iterator[Draft]: ...
    def drafts_of(self, key: tuple[str, ...]) -> Iterator[Draft]: ...


_AREAS: tuple[Callable[[Parts], _Area], ...] = (
    OverviewPages,
    ListPages,
    ContactPages,
    AccessibilityPages,
    MoneyPages,
    ProgressPages,
    ProjectPages,
    StoryPages,
    OrganisationPages,
    PlacePages,
    NoticePages,
    WordPages,
    StatementPages,
)


@dataclass(frozen=True)
class _Redirects(Drafting):
    """A page at each old address."""

    def drafts(self) -> Iterator[Draft]:
        """A page at each old address."""
        portfolio, parts = self.portfolio, self.parts
        cards: list[tuple[tuple[GivenAddress, ...], str, str, views.Link]] = [
            *(
                (project.aliases, "projects", project.file, parts.project_link(project))
                for project in portfolio.projects.values()
            ),
            *(
                (
                    story.aliases,
                    "stories",
                    story.file,
                    parts.link(story.title, self.addresses.story(story.slug)),
                )
                for story in portfolio.stories.values()
            ),
            *(
                (
                    page.aliases,
                    "pages",
                    page.file,
                    parts.link(page.title, self.addresses.text(page)),
                )
                for page in portfolio.pages.values()
            ),
        ]
        for aliases, kind, file, target in cards:
            for alias in aliases:
                last = alias.path.rpartition("/")[2]
                path = alias.path if last == "" or "." in last else f"{alias.path}/"
                yield Draft(
                    key=("redirect", kind, path),
                    url=f"{self.addresses.root}{path.lstrip('/')}",
                    kind="redirect",
                    title=target.text,
                    description=self.say("The page has moved."),
                    view=views.RedirectView(target),
                    file=file,
                    place=alias.place,
                    noindex=True,
                )


def _clash(draft: Draft, owner: Draft, language: str) -> Problem:
    """Two pages at one address: told where an editor can change it."""
    if not draft.file and not owner.file:  # only words of a site's own catalogue can do that
        place, code = (
            Place(f"content/overrides/{catalogue_path(language)}"),
            "catalogue-address-twice",
        )
        values = {"address": draft.url, "title": draft.title, "other": owner.title}
        return Problem.at(place, code, **values)
    if not draft.file:
        draft, owner = owner, draft
    code = "address-claimed-twice" if owner.file else "address-taken"
    if not owner.file and draft.place is None:
        code = "file-name-taken"
    if draft.kind == "redirect":
        code = "old-address-taken"
    place = draft.place or Place(draft.file)
    return Problem.at(place, code, address=draft.url, other=owner.file or owner.title)


class Whence(NamedTuple):
    """Where a page comes from: what `plan_page` needs to plan it again."""

    language: str
    area: int
    key: tuple[str, ...]
    url: str


Urls = Mapping[str, Mapping[tuple[str, ...], str]]
"""The address of each page: by its language, then by its key."""

Pause = Callable[[], None]
"""Called between two pages, so that others get their turn; what it raises ends the planning."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages, and what else follows from the portfolio in each language.

    `addresses` are those of the first language, `parts` has all languages, the first one first.
    `redirects` are old addresses and where they lead.  `lists` get a feed each, in the language of
    their parts, and a table of data.  `origins` finds the place in a card for a
    link on a page: by the page's file and the link's address.  `absent` are the files of cards
    that were left out because of a problem: links to them are not broken.  `whence`, `urls` and
    `cards` are for a preview: where each page comes from, and the card that it is made of, by the
    page's file.
    """

    portfolio: Portfolio
    addresses: Addresses
    parts: tuple[Parts, ...]
    pages: tuple[views.Page, ...]
    redirects: tuple[tuple[str, str], ...]
    lists: tuple[tuple[Parts, Selection], ...]
    origins: Mapping[tuple[str, str], Origin]
    absent: frozenset[str]
    whence: Mapping[str, Whence] = field(default_factory=dict)
    urls: Urls = field(default_factory=dict)
    cards: Mapping[str, str] = field(default_factory=dict)


def plan(  # noqa: PLR0913 - what a site is planned with, by name
    portfolio: Portfolio,
    languages: Mapping[str, Language],
    *,
    base: str,
    today: date,
    preview: bool = False,
    pause: Pause = lambda: None,
) -> tuple[Plan, tuple[Problem, ...]]:
    """All pages of the site.

    `base` is the site's whole address, with a path where the site lies below one; `today` is the
    day of the build; a `preview` asks search engines to stay away.
    """
    first = portfolio.site.languages[0]
    sites = {
        code: _drafting(portfolio, languages[code], base, today)
        for code in portfolio.site.languages
    }
    whence: dict[str, Whence] = {}
    drafts = {code: tuple(_drafts(code, site, whence, pause)) for code, site in sites.items()}
    urls = {code: {draft.key: draft.url for draft in found} for code, found in drafts.items()}
    redirects = tuple(_Redirects(sites[first].parts).drafts())
    pages: list[views.Page] = []
    problems: list[Problem] = []
    owners: dict[str, Draft] = {}
    machine_files = {file for site in sites.values() for file in site.parts.addresses.machine_files}
    lists: list[tuple[Parts, Selection]] = []
    origins: dict[tuple[str, str], Origin] = {}
    for code, found in (*drafts.items(), (first, redirects)):
        site = sites[code]
        others = _others(code, languages, urls)
        frame = _frame(site)
        notices = NoticePages(site.parts)
        made = {draft.url for draft in drafts[code] if not draft.file}
        for draft in found:
            pause()
            file = site.parts.addresses.file(draft.url)
            if file in owners:
                problems.append(_clash(draft, owners[file], code))
                continue
            # A statement comes from a file, but to an address of Insyn's own choice.
            chosen = draft.file and not isinstance(draft.view, views.StatementView)
            if chosen and draft.url not in made and site.parts.addresses.is_reserved(draft.url):
                place = draft.place or Place(draft.file)
                problems.append(Problem.at(place, "address-reserved", address=draft.url))
            if file in machine_files and draft.place:
                problems.append(
                    Problem.at(draft.place, "old-address-taken", address=draft.url, other=file)
                )
                continue
            owners[file] = draft
            if draft.selection and draft.selection.projects:
                lists.append((site.parts, draft.selection))
                machine_files.add(site.parts.addresses.file(draft.selection.feed))
            layout = _layout(draft, frame, site, others, preview)
            layout = replace(layout, notices=notices.on(draft))
            pages.append(views.Page(file, layout, draft.view))
            for target, origin in (*draft.origins, *notices.origins_on(draft)):
                origins.setdefault((file, target), origin)
    return (
        Plan(
            portfolio,
            sites[first].parts.addresses,
            tuple(site.parts for site in sites.values()),
            tuple(pages),
            tuple(
                (draft.url, draft.view.target.url)
                for draft in redirects
                if isinstance(draft.view, views.RedirectView)
            ),
            tuple(lists),
            origins,
            frozenset(
                site.parts.addresses.file(url)
                for site in sites.values()
                for url in _absent(site.parts)
            ),
            whence,
            urls,
            {file: draft.file for file, draft in owners.items() if draft.file},
        ),
        tuple(sorted(set(problems))),
    )


def _absent(parts: Parts) -> Iterator[str]:
    """The pages that the cards left out would have been: links to them are not broken."""
    for card in parts.portfolio.left_out:
        yield parts.addresses.card(card.kind, card.slug, {})
        if card.kind in EASY_KINDS:
            yield parts.addresses.easy(card.kind, card.slug)


def plan_page(  # noqa: PLR0913 - what a page is planned with, by name
    whence: Whence,
    portfolio: Portfolio,
    languages: Mapping[str, Language],
    *,
    base: str,
    today: date,
    preview: bool = False,
    urls: Urls,
) -> tuple[views.Page, Mapping[tuple[str, str], Origin]] | None:
    """One page as `plan` makes it, without the rest, and its part of the plan's origins.

    `whence` and `urls` are of an earlier plan.  `None` if it is no longer there.  Only its way to
    the other languages may be that of the earlier plan.
    """
    if whence.language not in portfolio.site.languages:
        return None
    site = _drafting(portfolio, languages[whence.language], base, today)
    area = _AREAS[whence.area](site.parts)
    for draft in chain(area.drafts_of(whence.key), area.drafts()):
        if (draft.key, draft.url) == (whence.key, whence.url):
            notices = NoticePages(site.parts)
            others = _others(whence.language, languages, urls)
            layout = _layout(draft, _frame(site), site, others, preview)
            layout = replace(layout, notices=notices.on(draft))
            file = site.parts.addresses.file(draft.url)
            origins: dict[tuple[str, str], Origin] = {}
            for target, origin in (*draft.origins, *notices.origins_on(draft)):
                origins.setdefault((file, target), origin)
            return views.Page(file, layout, draft.view), origins
    return None


def _drafts(code: str, site: Drafting, whence: dict[str, Whence], pause: Pause) -> Iterator[Draft]:
    """All drafts in one language; `whence` learns of each."""
    for number, area in enumerate(_AREAS):
        for draft in area(site.parts).drafts():
            pause()
            file = site.parts.addresses.file(draft.url)
            whence.setdefault(file, Whence(code, number, draft.key, draft.url))
            yield draft


def _drafting(portfolio: Portfolio, language: Language, base: str, today: date) -> Drafting:
    first = language.code == portfolio.site.languages[0]
    return Drafting(Parts(portfolio, language, Addresses(base.rstrip("/"), language, first), today))


Others = Sequence[tuple[str, Language, Mapping[tuple[str, ...], str]]]


def _others(code: str, languages: Mapping[str, Language], urls: Urls) -> Others:
    """The other languages, and where they have which page."""
    return [
        (other, languages[other], found)
        for other, found in urls.items()
        if other != code and other in languages
    ]


Links = tuple[views.Link, ...]
Frame = Callable[[Draft], tuple[Links, Links, Links]]


def _frame(site: Drafting) -> Frame:
    """The navigation, the header and the footer of a page, with the mark of where one is."""
    parts = site.parts
    areas: Sequence[Area] = (
        "projects",
        *(("stories",) if parts.stories else ()),
        *("places", "money", "partners", "contacts", "search"),
    )
    navigation = [(area, site.area_name(area), parts.addresses.area(area)) for area in areas]
    below: list[tuple[str, str]] = [
        (parts.spelled(page.title), parts.addresses.text(page))
        for page in parts.portfolio.pages.values()
    ]
    header = [
        (parts.spelled(page.title), parts.addresses.text(page))
        for page in parts.portfolio.pages.values()
        if page.in_header
    ]
    header.append((site.area_name("settings"), parts.addresses.area("settings")))
    if parts.portfolio.statement:
        area: Area = "accessibility-statement"
        below.append((site.area_name(area), parts.addresses.area(area)))
    if parts.portfolio.glossary:
        below.append((site.area_name("glossary"), parts.addresses.area("glossary")))
    if parts.has_easy_texts:
        below.append((site.area_name("easy-to-read"), parts.addresses.area("easy-to-read")))
    if parts.portfolio.notices:
        below.append((site.area_name("notices"), parts.addresses.area("notices")))
    further: Sequence[Area] = ("timeline", "results", "accessibility-in-projects")
    below += [(site.area_name(area), parts.addresses.area(area)) for area in further]
    below.append((parts.say("Open data (JSON)"), parts.addresses.projects_json))
    below.append((parts.say("Open data (CSV)"), parts.addresses.projects_csv))

    def frame(draft: Draft) -> tuple[Links, Links, Links]:
        def current(url: str, name: str = "") -> str:
            if url == draft.url:
                return "page"
            return "true" if name and name == draft.area else ""

        return (
            tuple(
                views.Link(text, url, current=current(url, name)) for name, text, url in navigation
            ),
            tuple(views.Link(text, url, current=current(url)) for text, url in header),
            tuple(views.Link(text, url, current=current(url)) for text, url in below),
        )

    return frame


def _take_away(draft: Draft, site: Drafting) -> views.TakeAway:
    """What a visitor may take from a page, and give back."""
    portfolio, addresses, code = site.portfolio, site.addresses, site.language.code
    told = portfolio.site
    report = mailto(
        told.publisher_email,
        site.say("Fault on the page: %(title)s", title=draft.title),
        (draft.title, addresses.whole(draft.url), "", site.say("What is wrong?"), ""),
    )
    if draft.kind in ("not-found", "redirect"):  # nobody shares these
        return views.TakeAway("", report, "", "", None)
    mail = addresses.mail(draft.title, draft.url)
    repository = told.repository
    if repository is None or not draft.file:
        return views.TakeAway(mail, report, "", "", None)
    translation = portfolio.translated.get(draft.file, {}).get(code)
    files = [file for file in (draft.file, translation) if file]
    days = [portfolio.changed[file] for file in files if file in portfolio.changed]
    return views.TakeAway(
        mail,
        report,
        at_git_host(repository.edit, repository, files[-1]),
        at_git_host(repository.history, repository, files[-1]),
        max(days, default=None),
    )


def _layout(
    draft: Draft,
    frame: Frame,
    site: Drafting,
    others: Others,
    preview: bool,  # noqa: FBT001
) -> views.Layout:
    parts = site.parts
    told, addresses = parts.portfolio.site, parts.addresses
    navigation, header, footer = frame(draft)
    translations: list[views.Translation] = []
    for code, language, pages in others:
        other = pages.get(draft.key)
        if other is not None:
            address = addresses.whole(other)
            translations.append(views.Translation(code, language.own_name, other, address))
    return views.Layout(
        kind=draft.kind,
        language=parts.language.code,
        spoken=parts.language.spoken,
        # A title can't be marked with a language: all of the page is in its language, but for what
        # is marked.
        titled=parts.language.code
        if draft.language == parts.language.code
        else parts.language.spoken,
        direction=parts.language.direction,
        title=draft.title,
        description=draft.description,
        url=draft.url,
        address=addresses.whole(draft.url),
        site_name=told.name,
        tagline=parts.spelled(told.tagline),
        publisher=told.publisher,
        publisher_email=told.publisher_email,
        home=addresses.start,
        search=addresses.area("search"),
        feed=addresses.feed,
        navigation=navigation,
        header=header,
        breadcrumbs=draft.trail,
        translations=tuple(translations),
        footer=footer,
        sharing_image=addresses.whole(draft.sharing_image)
        if draft.sharing_image
        else f"{addresses.base}/assets/sharing.png",
        as_of=parts.today,
        take_away=_take_away(draft, site),
        list_feed=draft.selection.feed if draft.selection and draft.selection.projects else "",
        json_ld=draft.json_ld,
        index=draft.index,
        searchable=draft.searchable,
        noindex=draft.noindex or preview,
    )
