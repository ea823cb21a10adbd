"""Lists of projects: their sums, orders and pages.

A `Selection` is a list as a whole: some of the projects under a name.  Here it becomes pages: the
list in its own order (newest first), in other orders where that helps, each cut into pages of
`PAGE` projects, and once more on one page where it is not too long.  All of them are pages of
their own, so that none of it needs a script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from insyn.model.portfolio import Project
from insyn.pages import views
from insyn.pages.drafting import Draft, Drafting
from insyn.pages.parts import STORIES_BESIDE
from insyn.pages.selection import Selection
from insyn.pages.tellings import Telling

PAGE = 25  # projects
WHOLE_AT_MOST = 500  # projects on one page
UNORDERED_AT_MOST = 10  # projects of a list that has one order only
IN_FULL_AT_MOST = 100  # projects on one page with all that a list tells of each

Order = Literal["", "by-title", "by-budget", "by-end"]
ORDERS: tuple[Order, ...] = ("", "by-title", "by-budget", "by-end")
_NEAR = 2  # numbers of pages on either side of this one

Thing = TypeVar("Thing")


def cut(things: Sequence[Thing], size: int) -> tuple[Sequence[Thing], ...]:
    """`things` in pages of `size`; at least one page, even if it is empty."""
    return tuple(things[start : start + size] for start in range(0, max(1, len(things)), size))


def paging(
    page: int, pages: int, size: int, count: int, address: Callable[[int], str]
) -> views.Paging | None:
    """Where page number `page` stands among `pages` of `size` things; `None` if it is the only.

    The first and the last page are always to choose from, and those near this one.
    """
    if pages == 1:
        return None
    shown = sorted(
        number
        for number in {1, pages, *range(page - _NEAR, page + _NEAR + 1)}
        if 1 <= number <= pages
    )
    numbers: list[views.Link] = []
    last = 0
    for number in shown:
        if number == last + 2:  # a gap of one is no gap
            numbers.append(views.Link(str(last + 1), address(last + 1)))
        elif number > last + 2:
            numbers.append(views.Link("…"))
        current = "page" if number == page else ""
        numbers.append(views.Link(str(number), address(number), current=current))
        last = number
    return views.Paging(
        page=page,
        pages=pages,
        first=(page - 1) * size + 1,
        last=min(page * size, count),
        previous=address(page - 1) if page > 1 else "",
        next=address(page + 1) if page < pages else "",
        numbers=tuple(numbers),
    )


@dataclass(frozen=True)
class ListDrafting(Drafting):
    """Pages of an area that has lists of projects."""

    def list_description(self, selection: Selection) -> str:
        """What search engines show of a list."""
        title = selection.title
        return self.say("%(title)s: what they do, where they are, what they cost.", title=title)

    def listing(self, selection: Selection) -> views.Listing:
        """The first page of a list, in its own order."""
        return self._page(selection, self.sums(selection), "", 1)

    def with_further_pages(
        self, first: Draft, selection: Selection, view: views.ProjectListView | None = None
    ) -> Iterator[Draft]:
        """`first`, which shows the first page of `selection`, and the list's other pages.

        What they show beside the list is as in `view`.
        """
        yield replace(first, selection=selection)
        sums = self.sums(selection)
        title, trail = first.title, (*first.trail, views.Link(first.title, first.url))
        beside = view or views.ProjectListView(sums, (), (), views.Link(""))

        def draft(url: str, key: str, title: str, listing: views.Listing) -> Draft:
            return Draft(
                key=(*first.key, "list", key),
                url=url,
                kind="project-list",
                title=title,
                description=f"{title}. {first.description}",
                view=replace(beside, listing=listing),
                trail=trail,
                area=first.area,
            )

        for order in ORDERS if self._has_orders(selection) else ("",):
            ordered = f"{title}, {self._order_words[order]}" if order else title
            for page in range(1, len(cut(selection.projects, PAGE)) + 1):
                if order or page > 1:
                    yield draft(
                        self.addresses.list_page(selection.url, order, page),
                        f"{order}{page}",
                        self.numbered(ordered, page, len(cut(selection.projects, PAGE))),
                        self._page(selection, sums, order, page),
                    )
        if self._has_whole(selection):
            yield draft(
                self.addresses.whole_list(selection.url),
                "all",
                self.say("%(title)s, all on one page", title=title),
                replace(
                    sums,
                    projects=self._summaries(selection.projects),
                    brief=sums.count > IN_FULL_AT_MOST,
                ),
            )

    # --- stories ---

    def all_stories(self, name: str, url: str, tellings: Sequence[Telling]) -> views.Link:
        """The way from the page at `url`, about what is called `name`, to all of its stories.

        Without an address where the page itself has them all.
        """
        if len(tellings) <= STORIES_BESIDE:
            return views.Link("")
        text = self.language.say_many(
            "The story: %(name)s", "All %(count)s stories: %(name)s", len(tellings), name=name
        )
        return views.Link(text, self.addresses.stories_about(url))

    def further_stories(
        self, first: Draft, name: str, tellings: Sequence[Telling]
    ) -> Iterator[Draft]:
        """The pages of all stories about what `first` is about, where it shows only some."""
        if len(tellings) <= STORIES_BESIDE:
            return
        url = self.addresses.stories_about(first.url)
        title = self.say("Stories: %(name)s", name=name)
        pages = cut(tellings, PAGE)
        for page, shown in enumerate(pages, start=1):
            yield Draft(
                key=(*first.key, "stories", str(page)),
                url=self.addresses.list_page(url, "", page),
                kind="story-list",
                title=self.numbered(title, page, len(pages)),
                description=self.say("All stories on this site that tell of it."),
                view=views.StoryListView(
                    self.parts.told_stories(shown),
                    paging(
                        page,
                        len(pages),
                        PAGE,
                        len(tellings),
                        lambda number: self.addresses.list_page(url, "", number),
                    ),
                ),
                trail=(*first.trail, views.Link(first.title, first.url)),
                area=first.area,
            )

    # --- lists of projects ---

    def _summaries(self, projects: Sequence[Project]) -> tuple[views.ProjectSummary, ...]:
        return tuple(self.parts.summaries[project.slug] for project in projects)

    def _has_orders(self, selection: Selection) -> bool:
        """Are there so many projects that another order helps to find one?

        Every order is as many pages again, and few projects are seen at a glance.  The list of
        all has orders from two projects on, for the first thing that people ask is "which is the
        newest, the largest?".
        """
        everything = selection.url == self.addresses.area("projects")
        return len(selection.projects) > (1 if everything else UNORDERED_AT_MOST)

    def _has_whole(self, selection: Selection) -> bool:
        return PAGE < len(selection.projects) <= WHOLE_AT_MOST

    def sums(self, selection: Selection) -> views.Listing:
        """What is the same on all pages of a list; it has no projects yet."""
        projects = selection.projects
        return views.Listing(
            projects=(),
            count=len(projects),
            totals=self.parts.totals(projects),
            without_total=sum(project.funding.total is None for project in projects),
            orders=(),
            paging=None,
            whole=views.Link(""),
            feed=selection.feed if projects else "",
            csv=selection.csv if projects else "",
        )

    @cached_property
    def _last_cut(self) -> dict[str, tuple[Selection, Order, Sequence[Sequence[Project]]]]:
        return {}

    def _cut(self, selection: Selection, order: Order) -> Sequence[Sequence[Project]]:
        """The projects by pages.  Page after page is asked for: the last answer is kept."""
        last = self._last_cut.get("")
        if last and last[0] is selection and last[1] == order:
            return last[2]
        ranks = self._ranks[order]
        ordered = sorted(selection.projects, key=lambda project: ranks[project.slug])
        pages = cut(ordered, PAGE)
        self._last_cut[""] = (selection, order, pages)
        return pages

    def _page(
        self, selection: Selection, sums: views.Listing, order: Order, page: int
    ) -> views.Listing:
        pages = self._cut(selection, order)

        def address(number: int, order: Order = order) -> str:
            return self.addresses.list_page(selection.url, order, number)

        def current(other: Order) -> str:
            if other != order:
                return ""
            return "page" if page == 1 else "true"

        return replace(
            sums,
            projects=self._summaries(pages[page - 1]),
            orders=tuple(
                views.Link(self._order_names[other], address(1, other), current=current(other))
                for other in ORDERS
            )
            if self._has_orders(selection)
            else (),
            paging=paging(page, len(pages), PAGE, len(selection.projects), address),
            whole=views.Link(
                self.language.say_many(
                    "Show the project on one page",
                    "Show all %(count)s on one page",
                    len(selection.projects),
                ),
                self.addresses.whole_list(selection.url),
            )
            if self._has_whole(selection)
            else views.Link(""),
        )

    @cached_property
    def _order_names(self) -> Mapping[Order, str]:
        say = self.say
        return {
            "": say("Newest first"),
            "by-title": say("By title, A–Z"),
            "by-budget": say("Largest budget first"),
            "by-end": say("Last to end first"),
        }

    @cached_property
    def _order_words(self) -> Mapping[Order, str]:
        """The orders as they stand in the title of a page, after a comma."""
        say = self.say
        return {
            "": say("newest first"),
            "by-title": say("by title"),
            "by-budget": say("largest budget first"),
            "by-end": say("last to end first"),
        }

    @cached_property
    def _ranks(self) -> Mapping[Order, Mapping[str, int]]:
        """Each project's place in each order of all projects."""
        parts, sort_key = self.parts, self.language.sort_key

        def title(project: Project) -> tuple[object, ...]:
            return (sort_key(parts.words(project.title).value), project.slug)

        def budget(project: Project) -> int:
            return 1 if project.funding.total is None else -project.funding.total

        def end(project: Project) -> int:
            return -(project.period.end or date.min).toordinal()

        newest = parts.projects
        found: dict[Order, Sequence[Project]] = {
            "": newest,
            "by-title": sorted(newest, key=title),
            "by-budget": sorted(newest, key=budget),
            "by-end": sorted(newest, key=end),
        }
        return {
            order: {project.slug: place for place, project in enumerate(projects)}
            for order, projects in found.items()
        }
