"""The pages about what ran when, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import accumulate

from insyn.model.portfolio import Project
from insyn.pages import views
from insyn.pages.charts import bars, chart_names
from insyn.pages.drafting import Draft, Drafting
from insyn.pages.listing import cut, paging
from insyn.pages.results import result_documents, results

DRAWN_AT_MOST = 40  # projects: of more, the timeline shows how many ran in each year
RESULTS_ON_PAGE = 10  # projects
_TICKS_AT_MOST = 6
# A card may have any date; a chart that reaches to the year 9999 shows nothing.
YEARS_BACK, YEARS_AHEAD = 60, 30
_STATUSES: tuple[views.Status, ...] = ("running", "planned", "ended")


@dataclass(frozen=True)
class ProgressPages(Drafting):
    """The timeline and the results in one language."""

    def drafts(self) -> Iterator[Draft]:
        """What ran when, and what came of it."""
        yield self._timeline()
        yield from self._results()

    # --- what ran when ---

    def _timeline(self) -> Draft:
        view = views.TimelineView(
            sentence=self._standing(),
            groups=(),
            ticks=(),
            today=None,
            rows=(),
            bars=(),
            years=(),
            all_projects=views.Link(
                self.say("All projects, the latest start first"),
                self.addresses.project_table("start"),
            ),
        )
        if len(self.parts.projects) > DRAWN_AT_MOST:
            view = self._with_years(view)
        elif self.parts.projects:
            view = self._with_projects(view)
        return self.area(
            "timeline",
            "timeline",
            self.say("Which projects ran when, and which are running now."),
            view,
        )

    @cached_property
    def _by_status(self) -> dict[views.Status, list[Project]]:
        """The projects of each status, those that began first, first."""
        found: dict[views.Status, list[Project]] = {status: [] for status in _STATUSES}
        for project in reversed(self.parts.projects):
            found[self.parts.period(project).status].append(project)
        return found

    def _standing(self) -> str:
        """How many projects run, are planned and have ended, in words."""
        say, say_many = self.say, self.language.say_many
        counts = {status: len(self._by_status[status]) for status in _STATUSES}
        if not any(counts.values()):
            return say("There are no projects here yet.")
        told = [
            say_many(
                "%(count)s project is running", "%(count)s projects are running", counts["running"]
            )
            if counts["running"]
            else say("no project is running")
        ]
        if counts["planned"]:
            told.append(
                say_many("%(count)s is planned", "%(count)s are planned", counts["planned"])
            )
        if counts["ended"]:
            told.append(say_many("%(count)s has ended", "%(count)s have ended", counts["ended"]))
        day = self.language.date(self.parts.today)
        return say("On %(date)s: %(standing)s.", date=day, standing=self.language.join(told))

    def _last_year(self, project: Project) -> int:
        """The last year that a project is known to run in."""
        end = project.period.end
        return max(project.period.start.year, self.parts.today.year) if end is None else end.year

    @property
    def _years(self) -> range:
        """The years to draw: those with projects, as far as one can look back and ahead."""
        projects, today = self.parts.projects, self.parts.today.year
        first = min(project.period.start.year for project in projects)
        last = max(map(self._last_year, projects))
        return range(
            min(max(first, today - YEARS_BACK), last),
            max(min(last, today + YEARS_AHEAD), first) + 1,
        )

    def _with_projects(self, view: views.TimelineView) -> views.TimelineView:
        years = self._years
        first, last = years[0], years[-1]
        begin, after = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1

        def at(day: int) -> float:
            return min(max((day - begin) / (after - begin), 0.0), 1.0)

        def bar(project: Project) -> views.TimelineBar:
            start = at(project.period.start.toordinal())
            end = project.period.end
            until = 1.0 if end is None else at(end.toordinal() + 1)
            name = self.parts.words(project.title).value
            return views.TimelineBar(*chart_names(name), start, until - start)

        names: dict[views.Status, str] = {
            "running": self.say("Running projects"),
            "planned": self.say("Planned projects"),
            "ended": self.say("Ended projects"),
        }
        step = -(-(last - first + 1) // _TICKS_AT_MOST)
        today = self.parts.today.toordinal()
        return replace(
            view,
            groups=tuple(
                views.TimelineGroup(names[status], status, tuple(map(bar, found)))
                for status, found in self._by_status.items()
                if found
            ),
            ticks=tuple(
                views.Tick(str(year), at(date(year, 1, 1).toordinal()))
                for year in range(first, last + 1, step)
            ),
            today=at(today) if begin <= today < after else None,
            rows=tuple(
                views.TimelineRow(self.parts.project_link(project), self.parts.period(project))
                for found in self._by_status.values()
                for project in found
            ),
        )

    def _with_years(self, view: views.TimelineView) -> views.TimelineView:
        projects = self.parts.projects
        began = Counter(project.period.start.year for project in projects)
        ended = Counter(project.period.end.year for project in projects if project.period.end)
        gone = Counter(self._last_year(project) + 1 for project in projects)
        years = self._years
        before = sum(began[year] - gone[year] for year in began.keys() | gone if year < years[0])
        running = [
            before + change for change in accumulate(began[year] - gone[year] for year in years)
        ]
        rows = tuple(
            views.TimelineYear(
                views.Link(
                    str(year),
                    self.addresses.facet("year", f"{year:04}") if began[year] else "",
                ),
                began[year],
                ran,
                ended[year],
            )
            for year, ran in zip(years, running, strict=True)
        )
        return replace(
            view,
            bars=bars(
                (
                    row.year.text,
                    self.language.say_many("%(count)s project", "%(count)s projects", row.ran),
                    (row.ran,),
                )
                for row in rows
            ),
            years=rows,
        )

    # --- what came of it ---

    def _results(self) -> Iterator[Draft]:
        """What each project aimed at and what came of it, in pages."""
        groups = self._result_groups
        entries = [(group, project) for group, found in groups.items() for project in found]
        pages = cut(entries, RESULTS_ON_PAGE)
        url = self.addresses.area("results")
        ways: dict[str, views.Link] = {}
        for place, (group, _) in enumerate(entries):
            address = self.addresses.list_page(url, "", place // RESULTS_ON_PAGE + 1)
            ways.setdefault(
                group,
                views.Link(
                    f"{self._result_names[group]} ({self.language.number(len(groups[group]))})",
                    f"{address}#results_{group}",
                ),
            )
        for number, shown in enumerate(pages, start=1):
            on_page: dict[str, list[Project]] = {}
            for group, project in shown:
                on_page.setdefault(group, []).append(project)
            draft = self.area(
                "results",
                "results",
                self.say("What the projects aimed at, and what came of it."),
                views.ResultsView(
                    sentence=self._known_results(),
                    ways=tuple(ways.values()) if len(ways) > 1 else (),
                    groups=tuple(
                        self._result_group(group, len(groups[group]), projects)
                        for group, projects in on_page.items()
                    ),
                    paging=paging(
                        number,
                        len(pages),
                        RESULTS_ON_PAGE,
                        len(entries),
                        lambda page: self.addresses.list_page(url, "", page),
                    ),
                ),
            )
            if number > 1:
                title = self.numbered(draft.title, number, len(pages))
                draft = replace(
                    draft,
                    key=("results", str(number)),
                    url=self.addresses.list_page(url, "", number),
                    title=title,
                    description=f"{title}. {draft.description}",
                    trail=self.trail("results"),
                )
            yield draft

    @cached_property
    def _result_groups(self) -> dict[str, list[Project]]:
        """The projects with results, those that ended without, and those that have not ended."""
        found: dict[str, list[Project]] = {"reported": [], "ended": [], "going": []}
        for project in self.parts.projects:
            reported = any(target.result is not None for target in project.targets)
            if reported or result_documents(self.parts, project):
                found["reported"].append(project)
            elif self.parts.period(project).status == "ended":
                found["ended"].append(project)
            else:
                found["going"].append(project)
        return found

    @cached_property
    def _result_names(self) -> dict[str, str]:
        return {
            "reported": self.say("With results"),
            "ended": self.say("Ended, results not known"),
            "going": self.say("Not yet ended"),
        }

    def _known_results(self) -> str:
        """How many projects tell what came of them, in words."""
        say, say_many = self.say, self.language.say_many
        reported, ended = (len(self._result_groups[key]) for key in ("reported", "ended"))
        if not self.parts.projects:
            return say("There are no projects here yet.")
        told = [
            say_many(
                "%(count)s project has told what came of it.",
                "%(count)s projects have told what came of them.",
                reported,
            )
            if reported
            else say("No project has told what came of it.")
        ]
        if ended:
            told.append(
                say_many(
                    "%(count)s has ended without a known result.",
                    "%(count)s have ended without a known result.",
                    ended,
                )
            )
        return " ".join(told)

    def _result_group(self, key: str, count: int, projects: list[Project]) -> views.ResultsGroup:
        parts = self.parts
        return views.ResultsGroup(
            f"results_{key}",
            self._result_names[key],
            count,
            tuple(
                views.ProjectResults(
                    parts.project_link(project),
                    parts.period(project),
                    results(parts, project),
                    result_documents(parts, project),
                )
                for project in projects
            ),
        )
