"""The facets of the projects: what they can be narrowed down by, and which projects have what.

Nothing is silently left out: where a card may lack a value, the projects that do so are a list of
their own, beside those of the values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeVar

from insyn.model.portfolio import Project
from insyn.model.register import Region
from insyn.pages import views
from insyn.pages.drafting import Drafting
from insyn.pages.parts import distinct_slugs
from insyn.pages.selection import Selection
from insyn.slugs import slugify

# The largest amount of each band of budgets, in whole units of the currency; the last has none.
# 0 is a band of its own: it is said, and so it is not the same as what is not known.
BANDS: tuple[int, ...] = (0, 500_000, 2_000_000, 10_000_000, 50_000_000)

AT_MOST = 10  # values of a facet beside a list; all of them are on a page of their own

ChoiceKey = Literal["programme-area", "phase"]
_PAIRED: tuple[ChoiceKey, ...] = ("programme-area", "phase")
MissingKey = Literal[
    "target-group",
    "budget",
    "eu",
    "end",
    "municipality",
    "co-funder",
    "contact",
    "targets",
    "accessibility",
]

_LACKS: Mapping[MissingKey, Callable[[Project], bool]] = {
    "target-group": lambda project: not project.target_groups,
    "budget": lambda project: project.funding.total is None,
    "eu": lambda project: project.funding.eu is None,
    "end": lambda project: project.period.end is None,
    "municipality": lambda project: not project.municipalities,
    "co-funder": lambda project: not project.co_funders,
    "contact": lambda project: not project.contacts,
    "targets": lambda project: not project.targets,
    "accessibility": lambda project: not project.accessibility,
}

Key = TypeVar("Key")


def band(total: int) -> int:
    """The number of the band of a budget: 0 for 0, 1 for at most 500 000, and so on."""
    return next((number for number, most in enumerate(BANDS) if total <= most), len(BANDS))


@dataclass(frozen=True, slots=True)
class Facet:
    """What projects can be narrowed down by, with the values that some project has.

    The values stand in their own order, with what is missing last.  All of them are on the page
    at `url`, which is called `title`; `every` says "All 12 owners" for a link to it.  `place`
    tells that the values have their pages among those of places.
    """

    key: str
    name: str
    values: tuple[Selection, ...]
    title: str = ""
    every: str = ""
    url: str = ""
    place: bool = False


@dataclass(frozen=True)
class Facets(Drafting):
    """The facets of all projects in one language."""

    @cached_property
    def all(self) -> tuple[Facet, ...]:
        """Every facet that some project has a value of."""
        found = (
            self._regions,
            self._counties,
            self._municipalities,
            self._choices("programme-area"),
            self._choices("phase"),
            self._target_groups,
            self._statuses,
            self._years,
            self._budgets,
            self._owners,
            self._missing,
        )
        return tuple(facet for facet in found if facet.values)

    @cached_property
    def pairs(self) -> Mapping[str, Mapping[str, Mapping[Region, Selection]]]:
        """The lists of a programme area or phase within a region, by the slug of its choice."""
        return {key: self._pairs(key) for key in _PAIRED}

    # --- what narrows a list down ---

    def beside_all(self) -> tuple[views.Facet, ...]:
        """What narrows down the list of all projects."""
        return self._shown(self.all, AT_MOST)

    def to_begin_with(self, at_most: int) -> tuple[views.Facet, ...]:
        """The facets that most people begin with, with at most so many values each."""
        wanted = ("municipality", "region", "target-group", "programme-area", "year", "budget")
        found = {facet.key: facet for facet in self.all}
        facets = [found[key] for key in wanted if key in found]
        whole = len(self.parts.projects)
        useful = [one for one in facets if any(len(v.projects) < whole for v in one.values)]
        return self._shown(useful, at_most)

    def within_region(self, region: Region) -> tuple[views.Facet, ...]:
        """What narrows down the list of a region."""
        facets = [
            Facet(
                key,
                self._choice_name(key),
                tuple(
                    # Here the region is known, and the choice is what there is to tell.
                    replace(self.pairs[key][value.key[1]][region], name=value.name)
                    for value in self._choices(key).values
                    if region in self.pairs[key][value.key[1]]
                ),
            )
            for key in _PAIRED
        ]
        return self._shown(facets, AT_MOST)

    def within_choice(self, key: str, slug: str) -> tuple[views.Facet, ...]:
        """What narrows down the list of a programme area or phase."""
        pairs = tuple(self.pairs[key][slug].values())
        return self._shown([Facet("region", self.say("Region"), pairs)], AT_MOST)

    def _shown(self, facets: Iterable[Facet], at_most: int) -> tuple[views.Facet, ...]:
        """The facets as a page shows them.

        Also one that narrows nothing down is shown: that all projects have ended is worth knowing.
        Of too many values those are shown that most projects have; of years the latest.  What is
        missing comes last in any case.
        """
        found: list[views.Facet] = []
        for facet in facets:
            shown = facet.values
            if len(shown) > at_most and facet.url:
                lacking = tuple(
                    value for value in shown if facet.key != "missing" and value.key[0] == "missing"
                )
                told = list(shown[: len(shown) - len(lacking)])
                if facet.key != "year":
                    told.sort(key=lambda value: -len(value.projects))
                shown = (*told[: at_most - len(lacking)], *lacking)
            more = len(shown) < len(facet.values)
            found.append(
                views.Facet(
                    facet.name,
                    self.values(shown),
                    views.Link(facet.every, facet.url) if more else views.Link(""),
                )
            )
        return tuple(found)

    def values(self, selections: Iterable[Selection]) -> tuple[views.Value, ...]:
        """Links to lists, each with the number of its projects."""
        return tuple(
            views.Value(found.name, found.url, len(found.projects)) for found in selections
        )

    # --- places, which have pages of their own ---

    @property
    def _regions(self) -> Facet:
        parts = self.parts
        return Facet(
            key="region",
            name=self.say("Region"),
            values=tuple(
                self.selection(
                    ("region", slugify(region.name_sv)),
                    projects,
                    url=self.addresses.region(region),
                    title=self.say("Projects in %(place)s", place=parts.region_name(region)),
                    name=parts.region_name(region),
                )
                for region, projects in parts.projects_by_region.items()
                if projects
            ),
            every=self.say("All places"),
            url=self.addresses.area("places"),
            place=True,
        )

    @property
    def _counties(self) -> Facet:
        parts = self.parts
        values = tuple(
            self.selection(
                ("county", slugify(county.name_sv)),
                projects,
                url=self.addresses.county(county),
                title=self.say("Projects in %(place)s", place=parts.county_name(county)),
                name=parts.county_name(county),
            )
            for county, projects in parts.projects_by_county.items()
            if projects
        )
        return Facet(
            key="county",
            name=self.say("County"),
            values=(*values, *self._without("municipality")),
            every=self.language.say_many("The only county", "All %(count)s counties", len(values)),
            url=self.addresses.area("places"),
            place=True,
        )

    @property
    def _municipalities(self) -> Facet:
        parts = self.parts
        values = tuple(
            self.selection(
                ("municipality", place.slug),
                parts.projects_by_municipality[place],
                url=self.addresses.municipality(place),
                title=self.say("Projects in %(place)s", place=parts.whole_name(place)),
                # Links that read the same must lead to the same place.
                name=parts.municipality_name(place),
            )
            for place in parts.in_order(parts.projects_by_municipality)
        )
        return Facet(
            key="municipality",
            name=self.say("Municipality"),
            values=(*values, *self._without("municipality")),
            every=self.language.say_many(
                "The only municipality", "All %(count)s municipalities", len(values)
            ),
            url=self.addresses.all_municipalities,
            place=True,
        )

    # --- choices of the site ---

    def _choice_name(self, key: str) -> str:
        return self.say("Programme area") if key == "programme-area" else self.say("Project phase")

    def _choices(self, key: ChoiceKey) -> Facet:
        say, say_many = self.say, self.language.say_many
        area = key == "programme-area"
        choices = self.portfolio.site.programme_areas if area else self.portfolio.site.phases
        found = _grouped(
            self.parts.projects,
            lambda project: (project.programme_area if area else project.phase).key,
        )
        names = distinct_slugs(choice.key for choice in choices)
        values: list[Selection] = []
        for choice, slug in zip(choices, names, strict=True):
            if choice.key in found:
                name = self.parts.choice(choice)
                values.append(
                    self.selection(
                        (key, slug),
                        found[choice.key],
                        url=self.parts.choice_link(key, choice).url,
                        title=say("Projects within %(area)s", area=name)
                        if area
                        else say("Projects in the phase %(phase)s", phase=name),
                        name=name,
                    )
                )
        count = len(values)
        return Facet(
            key=key,
            name=self._choice_name(key),
            values=tuple(values),
            title=say("Projects by programme area") if area else say("Projects by phase"),
            every=say_many("The only programme area", "All %(count)s programme areas", count)
            if area
            else say_many("The only phase", "All %(count)s phases", count),
            url=self.addresses.facet(key),
        )

    @property
    def _target_groups(self) -> Facet:
        found: dict[str, list[Project]] = {}
        for project in self.parts.projects:
            for group in project.target_groups:
                found.setdefault(group.key, []).append(project)
        choices = self.portfolio.site.target_groups
        names = distinct_slugs(choice.key for choice in choices)
        values = tuple(
            self.selection(
                ("target-group", slug),
                found[group.key],
                url=self.parts.choice_link("target-group", group).url,
                title=self.say("Projects for: %(group)s", group=self.parts.choice(group)),
                name=self.parts.choice(group),
            )
            for group, slug in zip(choices, names, strict=True)
            if group.key in found
        )
        if not values:  # a site need not sort its projects so
            return Facet("target-group", "", ())
        return Facet(
            key="target-group",
            name=self.say("Target group"),
            values=(*values, *self._without("target-group")),
            title=self.say("Projects by target group"),
            every=self.language.say_many(
                "The only target group", "All %(count)s target groups", len(values)
            ),
            url=self.addresses.facet("target-group"),
        )

    def _pairs(self, key: ChoiceKey) -> Mapping[str, Mapping[Region, Selection]]:
        parts = self.parts
        found: dict[str, Mapping[Region, Selection]] = {}
        for value in self._choices(key).values:
            by_region = _grouped(value.projects, lambda project: project.region)
            pairs: dict[Region, Selection] = {}
            for region in parts.projects_by_region:
                if region in by_region:
                    place = parts.region_name(region)
                    pairs[region] = self.selection(
                        (*value.key, slugify(region.name_sv)),
                        by_region[region],
                        url=f"{value.url}{slugify(place)}/",
                        title=self.say(
                            "Projects in %(place)s in the phase %(phase)s",
                            place=place,
                            phase=value.name,
                        )
                        if key == "phase"
                        else self.say(
                            "Projects in %(place)s within %(area)s", place=place, area=value.name
                        ),
                        name=place,
                    )
            found[value.key[1]] = pairs
        return found

    # --- time, money, owners ---

    @property
    def _statuses(self) -> Facet:
        say, today = self.say, self.parts.today
        titles = {
            "planned": say("Planned projects"),
            "running": say("Running projects"),
            "ended": say("Ended projects"),
        }
        found: Mapping[str, list[Project]] = _grouped(
            self.parts.projects, lambda project: str(project.period.status(today))
        )
        return Facet(
            key="status",
            name=say("Status"),
            values=tuple(
                self._value(("status", key), self.language.address(key), found[key], title, title)
                for key, title in titles.items()
                if key in found
            ),
            title=say("Projects by status"),
            url=self.addresses.facet("status"),
        )

    @property
    def _years(self) -> Facet:
        found = _grouped(self.parts.projects, lambda project: project.period.start.year)
        return Facet(
            key="year",
            name=self.say("Start year"),
            values=tuple(
                self._value(
                    ("year", f"{year:04}"),
                    f"{year:04}",
                    found[year],
                    str(year),
                    self.say("Projects with start year %(year)s", year=year),
                )
                for year in sorted(found, reverse=True)
            ),
            title=self.say("Projects by start year"),
            every=self.language.say_many(
                "The only start year", "All %(count)s start years", len(found)
            ),
            url=self.addresses.facet("year"),
        )

    @property
    def _budgets(self) -> Facet:
        found = _grouped(
            (project for project in self.parts.projects if project.funding.total is not None),
            lambda project: band(project.funding.total or 0),
        )
        values: list[Selection] = []
        for number in sorted(found):
            name, title = self._band(number)
            key = str(BANDS[number]) if number < len(BANDS) else "more"
            values.append(self._value(("budget", key), slugify(name), found[number], name, title))
        return Facet(
            key="budget",
            name=self.say("Total budget"),
            values=(*values, *self._without("budget")),
            title=self.say("Projects by budget"),
            url=self.addresses.facet("budget"),
        )

    def _band(self, number: int) -> tuple[str, str]:
        """The name of a band of budgets, and what the page about it is called."""
        say, currency = self.say, self.portfolio.site.currency

        def money(amount: int) -> str:
            return self.language.money_short(amount, currency, even=True)

        if number == 0:
            amount = money(0)
            return amount, say("Projects with a budget of %(amount)s", amount=amount)
        if number == len(BANDS):
            amount = money(BANDS[-1])
            return (
                say("Over %(amount)s", amount=amount),
                say("Projects with a budget of over %(amount)s", amount=amount),
            )
        least, most = money(BANDS[number - 1]), money(BANDS[number])
        if number == 1:
            return (
                say("At most %(amount)s", amount=most),
                say("Projects with a budget of at most %(amount)s", amount=most),
            )
        return (
            say("%(least)s to %(most)s", least=least, most=most),
            say("Projects with a budget of %(least)s to %(most)s", least=least, most=most),
        )

    @property
    def _owners(self) -> Facet:
        parts = self.parts
        found = _grouped(parts.projects, lambda project: project.owner)
        names = {slug: parts.organisation_name(slug) for slug in found}
        return Facet(
            key="owner",
            name=self.say("Project owner"),
            values=tuple(
                self._value(
                    ("owner", slug),
                    slug,
                    found[slug],
                    names[slug],
                    self.say("Projects owned by %(name)s", name=names[slug]),
                )
                for slug in sorted(
                    found, key=lambda slug: (self.language.sort_key(names[slug]), slug)
                )
            ),
            title=self.say("Projects by project owner"),
            every=self.language.say_many(
                "The only project owner", "All %(count)s project owners", len(found)
            ),
            url=self.addresses.facet("owner"),
        )

    # --- what is missing ---

    @property
    def _missing(self) -> Facet:
        return Facet(
            key="missing",
            name=self.say("Information missing"),
            values=tuple(value for key in _LACKS for value in self._without(key)),
            title=self.say("Projects where information is missing"),
            url=self.addresses.facet("missing"),
        )

    def _without(self, key: MissingKey) -> Iterator[Selection]:
        """The list of the projects that lack something, if there are any."""
        say = self.say
        if key == "target-group" and not self.portfolio.site.target_groups:
            return  # the site does not sort its projects so
        found = [project for project in self.parts.projects if _LACKS[key](project)]
        if found:
            what = {
                "target-group": say("the target group"),
                "budget": say("the budget"),
                "eu": say("EU support"),
                "end": say("the end date"),
                "municipality": say("the municipality"),
                "co-funder": say("co-funders"),
                "contact": say("the contact"),
                "targets": say("targets"),
                "accessibility": say("accessibility"),
            }[key]
            yield self._value(
                ("missing", key),
                self.language.address(key),
                found,
                say("Information on %(what)s is missing", what=what),
                say("Projects without information on %(what)s", what=what),
            )

    def _value(
        self,
        key: tuple[str, str],
        slug: str,
        projects: Iterable[Project],
        name: str,
        title: str,
    ) -> Selection:
        """A value whose list lies below its facet among the pages of projects."""
        return self.selection(
            key, projects, url=self.addresses.facet(key[0], slug), title=title, name=name
        )


def _grouped(
    projects: Iterable[Project], value: Callable[[Project], Key]
) -> Mapping[Key, list[Project]]:
    """The projects by a value of theirs, in the order they have."""
    found: dict[Key, list[Project]] = {}
    for project in projects:
        found.setdefault(value(project), []).append(project)
    return found
