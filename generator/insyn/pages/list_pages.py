"""The pages of all projects: as a list, narrowed down, and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from insyn.model.register import Region
from insyn.pages import views
from insyn.pages.addresses import ORDERS, Order
from insyn.pages.drafting import Draft
from insyn.pages.facets import Facet, Facets
from insyn.pages.listing import ListDrafting, cut, paging
from insyn.pages.search_entries import SearchEntries
from insyn.pages.selection import Selection

_ROWS = 100  # projects on a page of the table
_VALUES = 200  # values of a facet on a page


@dataclass(frozen=True)
class ListPages(ListDrafting):
    """The lists and tables of projects in one language."""

    def drafts(self) -> Iterator[Draft]:
        """All projects as a list, each facet with its values, and the table in each order."""
        yield from self._all_projects()
        for facet in self._facets.all:
            if not facet.place:
                yield from self._index(facet)
                for value in facet.values:
                    if value.key[0] == facet.key:
                        yield from self._narrowed(facet, value)
        for order in ORDERS:
            yield from self._table(order)

    @cached_property
    def _facets(self) -> Facets:
        return Facets(self.parts)

    def _all_projects(self) -> Iterator[Draft]:
        addresses, url = self.addresses, self.addresses.area("projects")
        title = self.area_name("projects")
        selection = Selection(
            key=("projects",),
            name=title,
            title=title,
            url=url,
            feed=addresses.feed,
            csv=addresses.projects_csv,
            projects=self.parts.projects,
        )
        view = views.ProjectListView(
            listing=self.listing(selection),
            facets=self._facets.beside_all(),
            wider=(),
            table=views.Link(
                self.say("Show the projects as a table"), addresses.project_table("title")
            ),
        )
        first = self.area(
            "projects",
            "project-list",
            self.say("All projects: what they do, where they are, what they cost."),
            replace(view, finder=SearchEntries(self.parts).finder(only=self.say("Project"))),
        )
        for draft in self.with_further_pages(first, selection, view):
            # The site's own feed and table are this list's.
            yield replace(draft, selection=None)

    def _index(self, facet: Facet) -> Iterator[Draft]:
        """The page with all values of a facet."""
        pages = cut(facet.values, _VALUES)
        for number, values in enumerate(pages, start=1):
            yield Draft(
                key=("projects", facet.key, *([f"page {number}"] if number > 1 else [])),
                url=self._index_page(facet, number),
                kind="facet",
                title=self.numbered(facet.title, number, len(pages)),
                description=self.say(
                    "%(title)s: choose a list. Each link says how many projects there are.",
                    title=facet.title,
                ),
                view=views.FacetView(
                    values=self._facets.values(values),
                    paging=paging(
                        number,
                        len(pages),
                        _VALUES,
                        len(facet.values),
                        partial(self._index_page, facet),
                    ),
                ),
                trail=self.trail("projects"),
                area="projects",
            )

    def _index_page(self, facet: Facet, number: int) -> str:
        return self.addresses.list_page(facet.url, "", number)

    def _narrowed(self, facet: Facet, value: Selection) -> Iterator[Draft]:
        """The list of a value, and those of its pairs with a region."""
        key = facet.key
        index = (*self.trail("projects"), views.Link(facet.title, facet.url))
        pairs: Mapping[Region, Selection] = {}
        facets: tuple[views.Facet, ...] = ()
        if key in ("programme-area", "phase"):
            pairs = self._facets.pairs[key][value.key[1]]
            facets = self._facets.within_choice(key, value.key[1])
        yield from self._list(value, index, facets, ())
        for region, pair in pairs.items():
            wider = views.Link(
                self.say("Projects in %(place)s", place=self.parts.region_name(region)),
                self.addresses.region(region),
            )
            trail = (*index, views.Link(value.title, value.url))
            yield from self._list(pair, trail, (), (wider,))

    def _list(
        self,
        selection: Selection,
        trail: tuple[views.Link, ...],
        facets: tuple[views.Facet, ...],
        wider: tuple[views.Link, ...],
    ) -> Iterator[Draft]:
        view = views.ProjectListView(self.listing(selection), facets, wider, views.Link(""))
        first = Draft(
            key=("projects", *selection.key),
            url=selection.url,
            kind="project-list",
            title=selection.title,
            description=self.list_description(selection),
            view=view,
            trail=trail,
            area="projects",
        )
        return self.with_further_pages(first, selection, view)

    def _column_texts(self, order: Order) -> tuple[str, str]:
        say = self.say
        return {
            "title": (say("Project"), say("In alphabetical order by title.")),
            "owner": (say("Project owner"), say("In alphabetical order by project owner.")),
            "region": (say("Region"), say("In alphabetical order by region.")),
            "start": (say("Period"), say("The latest start first.")),
            "total": (say("Total budget"), say("The largest total budget first.")),
            "eu": (say("EU support"), say("The largest EU support first.")),
        }[order]

    def _table(self, order: Order) -> Iterator[Draft]:
        language, address = self.language, self.addresses.project_table
        falling = order in ("start", "total", "eu")

        def place(view: views.ProjectSummary) -> tuple[object, ...]:
            title = language.sort_key(view.title.value)
            amount = {"total": view.funding.total, "eu": view.funding.eu}.get(order)
            first: object = {
                "title": (),
                "owner": language.sort_key(view.owner),
                "region": language.sort_key(view.region),
                "start": -view.period.start.toordinal(),
                "total": 1 if amount is None else -amount,
                "eu": 1 if amount is None else -amount,
            }[order]
            return (first, title, view.url)

        columns = tuple(
            views.Column(
                key=column,
                text=self._column_texts(column)[0],
                url=address(column),
                order=("descending" if falling else "ascending") if column == order else "",
                numeric=column in ("total", "eu"),
            )
            for column in ORDERS
        )
        title = {
            "title": self.say("The projects as a table"),
            "owner": self.say("The projects as a table, by project owner"),
            "region": self.say("The projects as a table, by region"),
            "start": self.say("The projects as a table, by start"),
            "total": self.say("The projects as a table, by total budget"),
            "eu": self.say("The projects as a table, by EU support"),
        }[order]
        projects = sorted(self.parts.summaries.values(), key=place)
        pages = cut(projects, _ROWS)
        for number, rows in enumerate(pages, start=1):
            yield Draft(
                key=("projects", "table", order, *([str(number)] if number > 1 else [])),
                url=address(order, number),
                kind="project-table",
                title=self.numbered(title, number, len(pages)),
                description=self.say("All projects in a table that can be sorted."),
                view=views.ProjectTableView(
                    columns=columns,
                    sentence=self._column_texts(order)[1],
                    projects=tuple(rows),
                    paging=paging(
                        number, len(pages), _ROWS, len(projects), lambda page: address(order, page)
                    ),
                    list=views.Link(
                        self.say("Show the projects as a list"), self.addresses.area("projects")
                    ),
                ),
                trail=self.trail("projects"),
                area="projects",
            )
