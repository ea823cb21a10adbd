"""The pages about everything: start, contacts, accessibility, texts, search, not found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from insyn.model.portfolio import TextPage
from insyn.pages import views
from insyn.pages.drafting import Draft, Drafting
from insyn.pages.explained import PageWords
from insyn.pages.facets import Facets
from insyn.pages.linked_data import website_json
from insyn.pages.search_entries import SearchEntries

_ON_START_PAGE = 12
_VALUES_ON_START_PAGE = 8


@dataclass(frozen=True)
class OverviewPages(Drafting):
    """The pages about everything in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The start page, and the pages that tell of all projects at once."""
        yield self._start()
        for page in self.portfolio.pages.values():
            yield self._text_page(page)
        yield self._search()
        yield self._settings()
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
                about_all=(
                    views.Link(
                        self.say("What the projects cost and who pays"),
                        self.addresses.area("money"),
                    ),
                    views.Link(self.say("What ran when"), self.addresses.area("timeline")),
                    views.Link(
                        self.say("What came of the projects"), self.addresses.area("results")
                    ),
                    views.Link(
                        self.say("How the projects make room for people with disabilities"),
                        self.addresses.area("accessibility-in-projects"),
                    ),
                ),
                projects=tuple(parts.summaries.values())[:_ON_START_PAGE],
                project_count=len(parts.projects),
                all_projects=self.addresses.area("projects"),
                facets=Facets(parts).to_begin_with(_VALUES_ON_START_PAGE),
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
        marks = PageWords(parts)  # from here on in the order of the page
        lead, (text, text_language) = marks.text(summary), marks.sections(page.text)
        return Draft(
            key=("pages", page.slug),
            url=self.addresses.text(page),
            kind="text",
            title=title.value,
            language=title.language,
            description=summary.value,
            view=views.TextView(title, lead, text, text_language, marks.listed()),
            trail=self.trail(),
            file=page.file,
            place=page.addresses.in_language(self.language.code)[0].place,
            origins=parts.origins(page.text),
        )

    def _search(self) -> Draft:
        view = views.SearchView(finder=SearchEntries(self.parts).finder(), lists=self.full_lists())
        draft = self.area("search", "search", self.say("Search among the projects."), view)
        return replace(draft, noindex=True)

    def _settings(self) -> Draft:
        has_easy = self.parts.has_easy_texts
        draft = self.area(
            "settings",
            "settings",
            self.say("Change how the site looks to you. It holds on all pages."),
            views.SettingsView(
                tuple(group for group in self._choices() if has_easy or group.name != "easy"),
            ),
        )
        return replace(draft, noindex=True)

    def _choices(self) -> Iterator[views.ChoiceGroup]:
        """What a reader may choose.  `settings.js` and the style know the names and values."""
        say, choice = self.say, views.Choice
        as_in_device = choice("", say("As in my device"))
        yield views.ChoiceGroup(
            "theme",
            say("Colours"),
            say("If you have contrast colours of your own in your device, you see those."),
            (
                as_in_device,
                choice("light", say("Light")),
                choice("dark", say("Dark")),
                choice("contrast", say("High contrast: white and yellow on black")),
            ),
        )
        yield views.ChoiceGroup(
            "width",
            say("Length of lines"),
            say("Short lines show only on a wide screen. On a narrow one all lines are short."),
            (choice("", say("Ordinary lines")), choice("short", say("Short lines"))),
        )
        yield views.ChoiceGroup(
            "spacing",
            say("Spacing"),
            "",
            (
                choice("", say("Ordinary spacing")),
                choice("wide", say("More space between letters, words and lines")),
            ),
        )
        yield views.ChoiceGroup(
            "motion",
            say("Motion"),
            say("Very little moves here: colours fade when you point at a link or a button."),
            (as_in_device, choice("none", say("No motion"))),
        )
        yield views.ChoiceGroup(
            "easy",
            say("Easy to read"),
            say(
                "Some texts have an easy-to-read version. The link to it can stand right below "
                "the heading."
            ),
            (
                choice("", say("The ordinary text first")),
                choice("first", say("Easy-to-read first")),
            ),
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
