"""The pages about money: what the projects cost and who pays.

All sums are over the projects whose total budget is known, and each project counts once: in its
one region, its one programme area, with its one owner, and in the year in which it begins.  So the
groups of every division add up to the same total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from insyn.model.portfolio import Project
from insyn.pages import views
from insyn.pages.charts import bars
from insyn.pages.drafting import Draft, Drafting
from insyn.pages.listing import cut, paging

Key = TypeVar("Key")

AT_ONCE = 25  # projects: of more, the table shows the largest and leads on to the others
LARGEST = 10  # groups or projects that are shown of a long list
NAMED = 10  # projects that lack something and are named one by one
OWNERS_ON_PAGE = 50
_LEADERS_AT_MOST = 3


@dataclass(frozen=True)
class MoneyPages(Drafting):
    """The pages about money in one language."""

    def drafts(self) -> Iterator[Draft]:
        """What the projects cost and who pays; in a large portfolio also every owner's sums."""
        yield self._money()
        if len(self._owners) > LARGEST:
            yield from self._all_owners()

    def _money(self) -> Draft:
        parts = self.parts
        rows, others = self._by_size, self._by_size[:0]
        if len(rows) > AT_ONCE:
            rows, others = rows[:LARGEST], rows[LARGEST:]
        unknown = [project for project in self._by_size if project.funding.total is None]
        zero = [project for project in self._by_size if project.funding.total == 0]
        count = self.language.say_many(
            "%(count)s more project", "%(count)s more projects", len(others)
        )
        all_projects = views.Link(
            self.say("All projects, the largest budget first"),
            self.addresses.project_table("total"),
        )
        return self.area(
            "money",
            "money",
            self.say("What the projects cost and who pays."),
            views.MoneyView(
                totals=parts.totals(parts.projects),
                rows=tuple(
                    views.MoneyRow(
                        parts.project_link(project),
                        parts.organisation_link(project.owner),
                        parts.period(project),
                        parts.funding(project.funding),
                    )
                    for project in rows
                ),
                others=self._group(views.Link(count), others) if others else None,
                divisions=tuple(self._divisions()) if parts.projects else (),
                zero=tuple(map(parts.project_link, zero[:NAMED])),
                zero_count=len(zero),
                unknown=tuple(map(parts.project_link, unknown[:NAMED])),
                unknown_count=len(unknown),
                alone=sum(project.funding.eu or 0 for project in unknown),
                all_projects=all_projects,
                timeline=views.Link(self.say("What ran when"), self.addresses.area("timeline")),
                results=views.Link(
                    self.say("What came of the projects"), self.addresses.area("results")
                ),
            ),
        )

    @cached_property
    def _by_size(self) -> tuple[Project, ...]:
        """All projects, the largest total first, those without one last."""
        return tuple(
            sorted(
                self.parts.projects,
                key=lambda project: (
                    1 if project.funding.total is None else -project.funding.total,
                    self.language.sort_key(self.parts.words(project.title).value),
                    project.slug,
                ),
            )
        )

    # --- all the money, divided in one way ---

    def _divisions(self) -> Iterator[views.MoneyDivision]:
        say, parts = self.say, self.parts
        nothing = views.Link("")
        years = self._grouped(lambda project: project.period.start.year)
        yield views.MoneyDivision(
            id="each_year",
            heading=say("By year"),
            caption=say("Budgets by the year in which the projects begin"),
            header=say("First year"),
            note=say(
                "The whole budget of a project is counted in the year in which the project "
                "begins, also if it runs for several years."
            ),
            sums=self._sums(
                [
                    self._group(
                        views.Link(str(year), self.addresses.facet("year", f"{year:04}")),
                        years[year],
                    )
                    for year in sorted(years)
                ],
                called=lambda year: say("projects that began in %(year)s", year=year),
            ),
            all_groups=nothing,
        )
        regions = self._grouped(lambda project: project.region)
        yield views.MoneyDivision(
            id="each_region",
            heading=say("By region"),
            caption=say("Budgets by region"),
            header=say("Region"),
            note=say("Each project is counted once, also if it runs in several municipalities."),
            sums=self._sums(
                self._largest_first(
                    self._group(parts.region_link(region), projects)
                    for region, projects in regions.items()
                )
            ),
            all_groups=nothing,
        )
        areas = self._grouped(lambda project: project.programme_area)
        yield views.MoneyDivision(
            id="each_programme_area",
            heading=say("By programme area"),
            caption=say("Budgets by programme area"),
            header=say("Programme area"),
            note="",
            sums=self._sums(
                self._largest_first(
                    self._group(parts.choice_link("programme-area", area), projects)
                    for area, projects in areas.items()
                )
            ),
            all_groups=nothing,
        )
        owners, rest = self._owners[:LARGEST], self._owners[LARGEST:]
        groups = [self._group(link, projects) for link, projects in owners]
        if rest:
            name = self.language.say_many(
                "%(count)s more project owner", "%(count)s more project owners", len(rest)
            )
            others = [project for _, projects in rest for project in projects]
            groups.append(self._group(views.Link(name), others))
        yield views.MoneyDivision(
            id="each_owner",
            heading=say("By project owner"),
            caption=say("Budgets by project owner, the largest first"),
            header=say("Project owner"),
            note="",
            sums=self._sums(groups, leaders=len(owners)),
            all_groups=self._owners_link if rest else nothing,
        )

    def _sums(
        self,
        groups: Sequence[views.MoneyGroup],
        *,
        called: Callable[[str], str] = str,
        leaders: int | None = None,
    ) -> views.MoneySums:
        """`called` names a group within a sentence.

        Only the first `leaders` are drawn and can have the most: after them comes all the rest.
        """
        return views.MoneySums(
            point=self._point(groups[:leaders], called),
            bars=bars(
                (group.name.text, self._amount(group.funding.total), parts_of(group.funding))
                for group in groups[:leaders]
            ),
            groups=tuple(groups),
            total=self._group(views.Link(self.say("Total")), self.parts.projects),
        )

    def _point(self, groups: Sequence[views.MoneyGroup], called: Callable[[str], str]) -> str:
        """The sentence that says where most of the money is; empty where there is no such place."""
        most = max((group.funding.total or 0 for group in groups), default=0)
        if not most:
            return self.say("No budget over 0 is known.")
        leading = [called(group.name.text) for group in groups if group.funding.total == most]
        if len(leading) > _LEADERS_AT_MOST:
            return ""
        values = {"names": self.language.join(leading), "amount": self._short(most)}
        if len(leading) > 1:
            return self.say("The largest sums belong to %(names)s: %(amount)s each.", **values)
        if len(groups) == 1:
            return self.say("All of the money belongs to %(names)s: %(amount)s.", **values)
        return self.say("The largest sum belongs to %(names)s: %(amount)s.", **values)

    def _short(self, amount: int) -> str:
        return self.language.money_short(amount, self.portfolio.site.currency)

    def _amount(self, amount: int | None) -> str:
        return self.say("not known") if amount is None else self._short(amount)

    def _group(self, name: views.Link, projects: Sequence[Project]) -> views.MoneyGroup:
        unknown = sum(project.funding.total is None for project in projects)
        return views.MoneyGroup(name, len(projects), unknown, self.parts.totals(projects))

    def _grouped(self, key: Callable[[Project], Key]) -> Mapping[Key, Sequence[Project]]:
        found: dict[Key, list[Project]] = {}
        for project in self.parts.projects:
            found.setdefault(key(project), []).append(project)
        return found

    def _largest_first(self, groups: Iterator[views.MoneyGroup]) -> list[views.MoneyGroup]:
        def place(group: views.MoneyGroup) -> tuple[object, ...]:
            total = group.funding.total
            name = self.language.sort_key(group.name.text)
            return (1 if total is None else -total, name, group.name.url)

        return sorted(groups, key=place)

    # --- owners ---

    @cached_property
    def _owners(self) -> tuple[tuple[views.Link, Sequence[Project]], ...]:
        """Each owner and its projects, the largest sum first."""
        found = [
            (self.parts.organisation_link(slug), projects)
            for slug, projects in self._grouped(lambda project: project.owner).items()
        ]
        sizes = {link.url: self.parts.totals(projects).total for link, projects in found}

        def place(owner: tuple[views.Link, Sequence[Project]]) -> tuple[object, ...]:
            link, total = owner[0], sizes[owner[0].url]
            return (1 if total is None else -total, self.language.sort_key(link.text), link.url)

        return tuple(sorted(found, key=place))

    @property
    def _owners_link(self) -> views.Link:
        name = self.language.say_many(
            "The project owner", "All %(count)s project owners", len(self._owners)
        )
        return views.Link(name, self.addresses.money_by_owner)

    def _all_owners(self) -> Iterator[Draft]:
        """Every owner's sums, in pages."""
        title, url = self.say("Money by project owner"), self.addresses.money_by_owner
        pages = cut(self._owners, OWNERS_ON_PAGE)
        for number, owners in enumerate(pages, start=1):
            yield Draft(
                key=("money", "owners", str(number)),
                url=self.addresses.list_page(url, "", number),
                kind="money-owners",
                title=self.numbered(title, number, len(pages)),
                description=self.say("What each project owner’s projects cost and who pays."),
                view=views.MoneyOwnersView(
                    groups=tuple(self._group(link, projects) for link, projects in owners),
                    paging=paging(
                        number,
                        len(pages),
                        OWNERS_ON_PAGE,
                        len(self._owners),
                        lambda page: self.addresses.list_page(url, "", page),
                    ),
                ),
                trail=self.trail("money"),
                area="money",
            )


def parts_of(funding: views.Funding) -> tuple[int, int, int]:
    """What a sum is made of: EU support, co-funding, and what nobody knows who pays."""
    if funding.total is None:
        return (0, 0, 0)
    return (funding.eu or 0, funding.cofunding or 0, funding.unsplit)
