"""The pages about everything: start, contacts, accessibility, texts, search, not found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from insyn.model.portfolio import TextPage
from insyn.pages import views
from insyn.pages.drafting import Draft, Drafting
from insyn.pages.linked_data import website_json
from insyn.pages.search_entries import project_entry, story_entry

_ON_START_PAGE = 12


@dataclass(frozen=True)
class OverviewPages(Drafting):
    """The pages about everything in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The start page, and the pages that tell of all projects at once."""
        yield self._start()
        for page in self.portfolio.pages.values():
            yield self._text_page(page)
        yield self._search()
        yield self._not_found()

    def _start(self) -> Draft:
        site, parts = self.portfolio.site, self.parts
        heading = parts.spelled(site.tagline) or site.name
        lead = parts.spelled(site.description)
        return Draft(
            key=("start",),
            url=self.addresses.start,
            kind="start",
            title=heading,
            description=lead or heading,
            view=views.StartView(
                heading=heading,
                lead=lead,
                figures=self._key_figures(),
                projects=tuple(parts.summaries.values())[:_ON_START_PAGE],
                project_count=len(parts.projects),
                all_projects=self.addresses.area("projects"),
                stories=parts.story_summaries(parts.stories[:3]),
                all_stories=self.addresses.area("stories"),
            ),
            json_ld=website_json(parts),
        )

    def _key_figures(self) -> tuple[views.Figure, ...]:
        say_many = self.language.say_many
        parts, currency = self.parts, self.portfolio.site.currency
        totals = parts.totals(parts.projects)
        projects = len(parts.projects)
        municipalities = len(self.parts.projects_by_municipality)
        figures = [
            views.Figure(self.language.number(projects), say_many("project", "projects", projects))
        ]
        if totals.total:
            figures.append(
                views.Figure(
                    self.language.money_short(totals.total, currency),
                    self.say("in total budget"),
                )
            )
        if totals.eu:
            figures.append(
                views.Figure(
                    self.language.money_short(totals.eu, currency),
                    self.say("of it from the EU") if totals.total else self.say("from the EU"),
                )
            )
        if municipalities:
            figures.append(
                views.Figure(
                    self.language.number(municipalities),
                    say_many("municipality takes part", "municipalities take part", municipalities),
                )
            )
        return tuple(figures)

    def _text_page(self, page: TextPage) -> Draft:
        parts = self.parts
        title, summary = parts.words(page.title), parts.words(page.summary)
        text, text_language, words = parts.explained(page.text)
        return Draft(
            key=("pages", page.slug),
            url=self.addresses.text(page),
            kind="text",
            title=title.value,
            description=summary.value,
            view=views.TextView(title, summary, text, text_language, words),
            trail=self.trail(),
            file=page.file,
            place=page.addresses.in_language(self.language.code)[0].place,
            origins=parts.origins(page.text),
        )

    def _search(self) -> Draft:
        labels = {
            "region": self.say("Region"),
            "municipality": self.say("Municipality"),
            "programme_area": self.say("Programme area"),
            "phase": self.say("Project phase"),
            "organisation": self.say("Organisation"),
            "year": self.say("Start year"),
            "accessibility": self.say("Tells about accessibility"),
            "type": self.say("Kind of page"),
        }
        found: dict[str, dict[str, int]] = {key: {} for key in labels}
        entries = [
            *(project_entry(self.parts, project) for project in self.parts.projects),
            *(story_entry(self.parts, story) for story in self.parts.stories),
        ]
        for entry in entries:
            for meta in entry:
                if meta.kind == "filter":
                    counts = found[meta.key]
                    counts[meta.value] = counts.get(meta.value, 0) + 1
        view = views.SearchView(
            filters=tuple(
                views.Filter(
                    key,
                    label,
                    tuple((value, found[key][value]) for value in self.language.sorted(found[key])),
                )
                for key, label in labels.items()
                if found[key]
            ),
            named=tuple(self._named_pages()),
            lists=self.full_lists(),
        )
        draft = self.area("search", "search", self.say("Search among the projects."), view)
        return replace(draft, noindex=True)

    def _named_pages(self) -> Iterator[views.NamedPage]:
        """The pages that are not in the index, by the names people search for them with."""
        parts, addresses = self.parts, self.addresses
        for region in parts.projects_by_region:
            name = parts.region_name(region)
            yield views.NamedPage("region", (name,), addresses.region(region))
        for place in parts.municipalities:
            yield views.NamedPage("municipality", (place.name,), addresses.municipality(place))
        for slug, organisation in self.portfolio.organisations.items():
            names = (parts.organisation_name(slug), *organisation.aliases)
            yield views.NamedPage(
                "organisation", tuple(dict.fromkeys(names)), addresses.organisation(slug)
            )

    def _not_found(self) -> Draft:
        return Draft(
            key=("404",),
            url=f"{self.addresses.start}404.html",
            kind="not-found",
            title=self.say("Page not found"),
            description=self.say("There is no page at this address."),
            view=views.NotFoundView(self.full_lists()),
            noindex=True,
        )
