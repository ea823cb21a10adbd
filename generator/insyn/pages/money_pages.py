"""The pages about money: what the projects cost and who pays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from insyn.model.portfolio import Project
from insyn.pages import views
from insyn.pages.drafting import Draft, Drafting


@dataclass(frozen=True)
class MoneyPages(Drafting):
    """The pages about money in one language."""

    def drafts(self) -> Iterator[Draft]:
        """What the projects cost and who pays."""
        yield self._money()

    def _money(self) -> Draft:
        parts = self.parts
        projects = sorted(
            parts.projects,
            key=lambda project: (
                1 if project.funding.total is None else -project.funding.total,
                self.language.sort_key(parts.words(project.title).value),
                project.slug,
            ),
        )
        areas: dict[str, list[Project]] = {}
        for project in projects:
            areas.setdefault(parts.choice(project.programme_area), []).append(project)
        return self.area(
            "money",
            "money",
            self.say("What the projects cost and who pays."),
            views.MoneyView(
                rows=tuple(
                    views.MoneyRow(
                        parts.project_link(project),
                        parts.organisation_link(project.owner),
                        parts.period(project),
                        parts.funding(project.funding),
                    )
                    for project in projects
                ),
                totals=parts.totals(projects),
                regions=tuple(
                    views.MoneyGroup(
                        self.parts.region_link(region), len(found), parts.totals(found)
                    )
                    for region, found in self.parts.projects_by_region.items()
                    if found
                ),
                programme_areas=tuple(
                    views.MoneyGroup(views.Link(name), len(areas[name]), parts.totals(areas[name]))
                    for name in self.language.sorted(areas)
                ),
                zero=tuple(
                    parts.project_link(project)
                    for project in projects
                    if project.funding.total == 0
                ),
                unknown=tuple(
                    parts.project_link(project)
                    for project in projects
                    if project.funding.total is None
                ),
            ),
        )
