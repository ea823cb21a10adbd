"""Which pages the site has and what is on each: `plan` turns a portfolio into pages.

Pure: the same portfolio, languages, address and day give the same pages in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from slugify import slugify

from insyn.language import Language
from insyn.model.fields import (
    OrganisationFields,
    ProjectFields,
    about,
)
from insyn.model.loading import SIDES
from insyn.model.portfolio import (
    CardReference,
    GivenAddress,
    Organisation,
    Portfolio,
    Project,
    Story,
    TextPage,
)
from insyn.model.register import Municipality, Region, load_register
from insyn.pages import views
from insyn.pages.addresses import ORDERS, Addresses, Area, Order
from insyn.pages.linked_data import article_json, project_json, website_json
from insyn.pages.parts import Parts
from insyn.problem import Origin, Place, Problem

_ON_START_PAGE = 12
_FACTS_NAME_AT_MOST = 3  # more municipalities than this have a section of their own


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page in one language, before it knows its other languages.

    `key` is the same for the page in all languages.
    """

    key: tuple[str, ...]
    url: str
    kind: str
    title: str
    description: str
    view: views.View
    trail: tuple[views.Link, ...] = ()
    area: str = ""
    json_ld: str = ""
    index: tuple[views.Meta, ...] = ()
    searchable: bool = False
    file: str = ""  # the card it comes from
    place: Place | None = None  # where its address is given, if not by the name of the card
    noindex: bool = False
    origins: tuple[tuple[str, Origin], ...] = ()


@dataclass(frozen=True)
class _Site:
    """All pages of the site in one language."""

    parts: Parts

    @property
    def _portfolio(self) -> Portfolio:
        return self.parts.portfolio

    @property
    def _addresses(self) -> Addresses:
        return self.parts.addresses

    @property
    def _language(self) -> Language:
        return self.parts.language

    def _say(self, message: str, **values: object) -> str:
        return self.parts.say(message, **values)

    # --- names and ways ---

    def area_name(self, area: Area) -> str:
        """An area's name, as in the navigation and in the heading of its first page."""
        say = self._say
        return {
            "projects": say("Projects"),
            "stories": say("Stories"),
            "contacts": say("Contacts"),
            "money": say("Money"),
            "partners": say("Partners"),
            "places": say("Places"),
            "accessibility-in-projects": say("Accessibility in the projects"),
            "search": say("Search"),
        }[area]

    def _area_link(self, area: Area) -> views.Link:
        return views.Link(self.area_name(area), self._addresses.area(area))

    def _trail(self, *areas: Area) -> tuple[views.Link, ...]:
        start = views.Link(self._say("Start"), self._addresses.start)
        return (start, *(self._area_link(area) for area in areas))

    def _area(self, area: Area, kind: str, description: str, view: views.View) -> _Draft:
        return _Draft(
            key=(area,),
            url=self._addresses.area(area),
            kind=kind,
            title=self.area_name(area),
            description=description,
            view=view,
            trail=self._trail(),
            area=area,
        )

    # --- all pages ---

    def drafts(self) -> Iterator[_Draft]:
        """Every page, in a fixed order."""
        yield self._start()
        yield self._project_list()
        for order in ORDERS:
            yield self._project_table(order)
        for project in self._portfolio.projects.values():
            yield self._project(project)
        if self.parts.stories:
            yield self._story_list()
        for story in self._portfolio.stories.values():
            yield self._story(story)
        yield self._contacts()
        yield self._money()
        yield self._organisation_list()
        for organisation in self._portfolio.organisations.values():
            yield self._organisation(organisation)
        yield self._places()
        for region in self._projects_by_region:
            yield self._region(region)
        for municipality in self._municipalities:
            yield self._municipality(municipality)
        yield self._accessibility()
        for page in self._portfolio.pages.values():
            yield self._text_page(page)
        yield self._search()
        yield self._not_found()

    # --- start ---

    def _start(self) -> _Draft:
        site, parts = self._portfolio.site, self.parts
        heading = parts.spelled(site.tagline) or site.name
        lead = parts.spelled(site.description)
        return _Draft(
            key=("start",),
            url=self._addresses.start,
            kind="start",
            title=heading,
            description=lead or heading,
            view=views.StartView(
                heading=heading,
                lead=lead,
                figures=self._key_figures(),
                projects=tuple(parts.summaries.values())[:_ON_START_PAGE],
                project_count=len(parts.projects),
                all_projects=self._addresses.area("projects"),
                stories=parts.story_summaries(parts.stories[:3]),
                all_stories=self._addresses.area("stories"),
            ),
            json_ld=website_json(parts),
        )

    def _key_figures(self) -> tuple[views.Figure, ...]:
        say_many = self._language.say_many
        parts, currency = self.parts, self._portfolio.site.currency
        totals = parts.totals(parts.projects)
        projects = len(parts.projects)
        municipalities = len(self._municipalities_with_projects)
        figures = [
            views.Figure(self._language.number(projects), say_many("project", "projects", projects))
        ]
        if totals.total:
            figures.append(
                views.Figure(
                    self._language.money_short(totals.total, currency),
                    self._say("in total budget"),
                )
            )
        if totals.eu:
            figures.append(
                views.Figure(
                    self._language.money_short(totals.eu, currency),
                    self._say("of it from the EU") if totals.total else self._say("from the EU"),
                )
            )
        if municipalities:
            figures.append(
                views.Figure(
                    self._language.number(municipalities),
                    say_many("municipality takes part", "municipalities take part", municipalities),
                )
            )
        return tuple(figures)

    # --- projects ---

    def _project_list(self) -> _Draft:
        parts = self.parts
        return self._area(
            "projects",
            "project-list",
            self._say("All projects: what they do, where they are, what they cost."),
            views.ProjectListView(
                projects=tuple(parts.summaries.values()),
                table=views.Link(
                    self._say("Show the projects as a table"),
                    self._addresses.project_table("title"),
                ),
                totals=parts.totals(parts.projects),
            ),
        )

    def _column_texts(self, order: Order) -> tuple[str, str]:
        say = self._say
        return {
            "title": (say("Project"), say("In alphabetical order by title.")),
            "owner": (say("Project owner"), say("In alphabetical order by project owner.")),
            "region": (say("Region"), say("In alphabetical order by region.")),
            "start": (say("Period"), say("The latest start first.")),
            "total": (say("Total budget"), say("The largest total budget first.")),
            "eu": (say("EU support"), say("The largest EU support first.")),
        }[order]

    def _project_table(self, order: Order) -> _Draft:
        language = self._language
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
                url=self._addresses.project_table(column),
                order=("descending" if falling else "ascending") if column == order else "",
                numeric=column in ("total", "eu"),
            )
            for column in ORDERS
        )
        title = {
            "title": self._say("The projects as a table"),
            "owner": self._say("The projects as a table, by project owner"),
            "region": self._say("The projects as a table, by region"),
            "start": self._say("The projects as a table, by start"),
            "total": self._say("The projects as a table, by total budget"),
            "eu": self._say("The projects as a table, by EU support"),
        }[order]
        return _Draft(
            key=("projects", "table", order),
            url=self._addresses.project_table(order),
            kind="project-table",
            title=title,
            description=self._say("All projects in a table that can be sorted."),
            view=views.ProjectTableView(
                columns=columns,
                sentence=self._column_texts(order)[1],
                projects=tuple(sorted(self.parts.summaries.values(), key=place)),
                list=views.Link(
                    self._say("Show the projects as a list"), self._addresses.area("projects")
                ),
            ),
            trail=self._trail("projects"),
            area="projects",
        )

    def _project(self, project: Project) -> _Draft:
        parts, say = self.parts, self._say
        title, summary = parts.words(project.title), parts.words(project.summary)
        text, text_language = parts.text(project.text)
        stories = [
            CardReference("stories", story.slug)
            for story in parts.stories_by_project.get(project.slug, ())
        ]
        related = parts.related((*project.related, *stories))
        co_funders = parts.organisation_links(project.co_funders)
        partners = parts.organisation_links(project.partners)
        contact = parts.contact(project)
        municipalities = parts.municipality_links(project)
        sides = tuple(
            views.Side(side, parts.side_name(side), parts.words(words))
            for side, words in project.accessibility
        )
        source = project.source
        taken = {section.id for section in text}

        def fixed(
            kind: views.SectionKind, heading: str, *, shown: object
        ) -> tuple[views.ProjectSection, ...]:
            if not shown:
                return ()
            return (views.ProjectSection(kind, _free_id(slugify(heading), taken), heading),)

        sections = (
            *fixed("facts", say("Facts"), shown=True),
            *fixed("funding", say("Budget"), shown=project.funding != type(project.funding)()),
            *(
                views.ProjectSection("text", part.id, part.heading, part.html)
                for part in text
                if part.heading or part.html
            ),
            *fixed("targets", say("Targets in figures"), shown=project.targets),
            *fixed("accessibility", say("Accessibility in the project"), shown=sides),
            *fixed("co_funders", say("Co-funders"), shown=co_funders),
            *fixed("partners", say("Partners in the project"), shown=partners),
            *fixed(
                "places",
                say("Municipalities"),
                shown=len(municipalities) > _FACTS_NAME_AT_MOST,
            ),
            *fixed("documents", say("Documents"), shown=project.documents),
            *fixed("related", say("See also"), shown=related),
            *fixed("contact", say("Contact"), shown=contact),
            *fixed("source", say("Source"), shown=source),
        )
        view = views.ProjectView(
            title=title,
            summary=summary,
            period=parts.period(project),
            sections=sections,
            text_language=text_language,
            facts=self._project_facts(project),
            funding=parts.funding(project.funding),
            targets=tuple(parts.target(target) for target in project.targets),
            sides=sides,
            co_funders=co_funders,
            partners=partners,
            region=self._region_link(project.region),
            municipalities=municipalities,
            contact=contact,
            documents=tuple(
                views.Document(
                    title=parts.words(document.title),
                    url=document.address or self._addresses.media(document.media),
                    format=(document.media or document.address).rpartition(".")[2].upper()
                    if document.media
                    else "",
                    size=document.size,
                )
                for document in project.documents
            ),
            related=related,
            source_address=source.address if source else "",
            source_reference=parts.spelled(source.reference) if source else "",
        )
        return _Draft(
            key=("projects", project.slug),
            url=self._addresses.project(project.slug),
            kind="project",
            title=title.value,
            description=summary.value,
            view=view,
            trail=self._trail("projects"),
            area="projects",
            json_ld=project_json(parts, project),
            index=self._project_index(project),
            searchable=True,
            file=project.file,
            origins=parts.origins(project.text),
        )

    def _project_facts(self, project: Project) -> tuple[views.Fact, ...]:
        parts, code = self.parts, self._language.code

        def label(name: str) -> str:
            return about(ProjectFields, name).label(code)

        municipalities = parts.municipality_links(project)
        if len(municipalities) > _FACTS_NAME_AT_MOST:
            municipalities = (views.Link(parts.place(project)),)
        facts = [
            views.Fact(label("owner"), (parts.organisation_link(project.owner),)),
            views.Fact(
                label("programme_area"), (views.Link(parts.choice(project.programme_area)),)
            ),
            views.Fact(label("phase"), (views.Link(parts.choice(project.phase)),)),
            views.Fact(
                label("period"),
                (views.Link(self._language.period(project.period.start, project.period.end)),),
            ),
            views.Fact(label("region"), (self._region_link(project.region),)),
            views.Fact(
                self._say("Municipality")
                if len(municipalities) == 1 and len(project.municipalities) == 1
                else label("municipalities"),
                municipalities,
            ),
        ]
        return tuple(fact for fact in facts if fact.values)

    def _project_index(self, project: Project) -> tuple[views.Meta, ...]:
        parts, language = self.parts, self._language
        names = {slug: parts.organisation_name(slug) for slug in _organisations_of(project)}
        funding, period = project.funding, project.period
        latest = period.end or date.max
        found = [
            views.Meta("filter", "type", self._say("Project")),
            views.Meta("filter", "region", parts.region_name(project.region)),
            *(
                views.Meta("filter", "municipality", place.name)
                for place in parts.in_order(project.municipalities)
            ),
            views.Meta("filter", "programme_area", parts.choice(project.programme_area)),
            views.Meta("filter", "phase", parts.choice(project.phase)),
            *(
                views.Meta("filter", "organisation", name)
                for name in language.sorted(names.values())
            ),
            views.Meta("filter", "year", str(period.start.year)),
            views.Meta("meta", "title", parts.words(project.title).value),
            views.Meta("meta", "summary", parts.words(project.summary).value),
            views.Meta("meta", "place", parts.place(project)),
            views.Meta("meta", "period", language.years(period.start, period.end)),
            self._names(
                (parts.region_name(project.region),),
                (place.name for place in parts.in_order(project.municipalities)),
                (project.contact.name,) if project.contact else (),
                *((name, *parts.organisation(slug).aliases) for slug, name in names.items()),
            ),
            *self._index_language(parts.words(project.title)),
            views.Meta("sort", "start", period.start.isoformat()),
            views.Meta("sort", "end", latest.isoformat()),
            views.Meta("sort", "title", self._title_places[parts.words(project.title).value]),
        ]
        if funding.total is not None:
            currency = self._portfolio.site.currency
            found.append(views.Meta("meta", "budget", language.money(funding.total, currency)))
        found.append(views.Meta("sort", "total", str(funding.total or 0)))
        return tuple(found)

    def _names(self, *names: Iterable[str]) -> views.Meta:
        """The names by which a page must be found although they are not in its running text."""
        return views.Meta("meta", "names", ", ".join(dict.fromkeys(chain.from_iterable(names))))

    def _index_language(self, title: views.Text) -> tuple[views.Meta, ...]:
        """The language of a title that is not in the page's."""
        if title.language == self._language.code:
            return ()
        return (views.Meta("meta", "language", title.language),)

    @cached_property
    def _title_places(self) -> dict[str, str]:
        """Each title's place in the alphabet, since the index sorts by code, not by letter."""
        parts, portfolio = self.parts, self._portfolio
        titles = {
            *(parts.words(project.title).value for project in portfolio.projects.values()),
            *(parts.words(story.title).value for story in portfolio.stories.values()),
        }
        ordered = self._language.sorted(titles)
        return {title: str(place) for place, title in enumerate(ordered, start=1)}

    # --- stories ---

    def _story_list(self) -> _Draft:
        return self._area(
            "stories",
            "story-list",
            self._say("Stories from projects and places."),
            views.StoryListView(self.parts.story_summaries(self.parts.stories)),
        )

    def _story(self, story: Story) -> _Draft:
        parts = self.parts
        title, summary = parts.words(story.title), parts.words(story.summary)
        text, text_language = parts.text(story.text)
        source = story.source
        named = {card.slug for card in story.related}
        naming = [
            CardReference("projects", project.slug)
            for project in parts.projects
            if CardReference("stories", story.slug) in project.related
            and project.slug not in named
            and project.slug not in story.projects
        ]
        view = views.StoryView(
            title=title,
            summary=summary,
            figures=tuple(
                views.Figure(
                    parts.measure(figure.number, parts.spelled(figure.unit)),
                    parts.spelled(figure.what),
                )
                for figure in story.figures
            ),
            text=text,
            text_language=text_language,
            people=tuple(
                ", ".join(part for part in (person.name, parts.spelled(person.role)) if part)
                for person in story.people
            ),
            place=story.place,
            municipalities=tuple(
                views.Link(place.name, self._addresses.municipality(place))
                for place in parts.in_order(story.municipalities)
            ),
            organisations=parts.organisation_links(story.organisations),
            projects=tuple(
                parts.project_link(self._portfolio.projects[slug])
                for slug in story.projects
                if slug in self._portfolio.projects
            ),
            related=parts.related((*story.related, *naming)),
            source_address=source.address if source else "",
            source_reference=parts.spelled(source.reference) if source else "",
        )
        language = self._language
        regions = dict.fromkeys(place.region for place in story.municipalities)
        names = [parts.organisation_name(slug) for slug in story.organisations]
        return _Draft(
            key=("stories", story.slug),
            url=self._addresses.story(story.slug),
            kind="story",
            title=title.value,
            description=summary.value,
            view=view,
            trail=self._trail("stories"),
            area="stories",
            json_ld=article_json(parts, story),
            index=(
                views.Meta("filter", "type", self._say("Story")),
                *(views.Meta("filter", "region", parts.region_name(region)) for region in regions),
                *(
                    views.Meta("filter", "municipality", place.name)
                    for place in parts.in_order(story.municipalities)
                ),
                *(views.Meta("filter", "organisation", name) for name in language.sorted(names)),
                views.Meta("meta", "title", title.value),
                views.Meta("meta", "summary", summary.value),
                views.Meta("meta", "place", parts.story_place(story)),
                self._names(
                    (parts.region_name(region) for region in regions),
                    (place.name for place in parts.in_order(story.municipalities)),
                    (person.name for person in story.people),
                    *(
                        (parts.organisation_name(slug), *parts.organisation(slug).aliases)
                        for slug in story.organisations
                    ),
                ),
                *self._index_language(title),
                views.Meta("sort", "title", self._title_places[title.value]),
            ),
            searchable=True,
            file=story.file,
            origins=parts.origins(story.text),
        )

    # --- contacts and money ---

    def _contacts(self) -> _Draft:
        parts = self.parts
        rows = [
            views.ContactRow(contact, parts.project_link(project))
            for project in parts.projects
            if (contact := parts.contact(project))
        ]
        rows.sort(
            key=lambda row: (
                self._language.sort_key(row.contact.name or row.contact.organisation.text),
                row.project.url,
            )
        )
        return self._area(
            "contacts",
            "contacts",
            self._say("Whom to call or write to about each project."),
            views.ContactsView(
                rows=tuple(rows),
                missing=tuple(
                    parts.project_link(project)
                    for project in parts.projects
                    if project.contact is None
                ),
            ),
        )

    def _money(self) -> _Draft:
        parts = self.parts
        projects = sorted(
            parts.projects,
            key=lambda project: (
                1 if project.funding.total is None else -project.funding.total,
                self._language.sort_key(parts.words(project.title).value),
                project.slug,
            ),
        )
        areas: dict[str, list[Project]] = {}
        for project in projects:
            areas.setdefault(parts.choice(project.programme_area), []).append(project)
        return self._area(
            "money",
            "money",
            self._say("What the projects cost and who pays."),
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
                    views.MoneyGroup(self._region_link(region), len(found), parts.totals(found))
                    for region, found in self._projects_by_region.items()
                    if found
                ),
                programme_areas=tuple(
                    views.MoneyGroup(views.Link(name), len(areas[name]), parts.totals(areas[name]))
                    for name in self._language.sorted(areas)
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

    # --- organisations ---

    @cached_property
    def _roles(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """For each organisation: its roles, and the slugs of the projects it has them in."""
        found: dict[str, dict[str, list[str]]] = {}
        for project in self.parts.projects:
            for role, slugs in (
                ("owner", (project.owner,)),
                ("co_funder", project.co_funders),
                ("partner", project.partners),
            ):
                for slug in slugs:
                    found.setdefault(slug, {}).setdefault(role, []).append(project.slug)
        return {
            slug: {role: tuple(projects) for role, projects in roles.items()}
            for slug, roles in found.items()
        }

    def _project_count(self, slug: str) -> int:
        roles = self._roles.get(slug, {})
        return len({project for projects in roles.values() for project in projects})

    def _organisation_list(self) -> _Draft:
        parts, language = self.parts, self._language
        letters: dict[str, list[views.OrganisationRow]] = {}
        for link in parts.organisation_links(self._portfolio.organisations):
            slug = link.url.rstrip("/").rpartition("/")[2]
            organisation = parts.organisation(slug)
            letters.setdefault(language.initial(link.text), []).append(
                views.OrganisationRow(
                    link=link,
                    kind=parts.kind_name(organisation.kind) if organisation.kind else "",
                    place=organisation.municipality.name if organisation.municipality else "",
                    projects=self._project_count(slug),
                )
            )
        return self._area(
            "partners",
            "organisation-list",
            self._say("The organisations that own, fund or take part in the projects, A to Z."),
            views.OrganisationListView(
                letters=tuple(
                    views.LetterGroup(letter, _letter_id(letter), tuple(letters[letter]))
                    for letter in sorted(letters, key=language.sort_key)
                ),
                count=len(self._portfolio.organisations),
            ),
        )

    def _organisation(self, organisation: Organisation) -> _Draft:
        parts, say = self.parts, self._say
        name = parts.spelled(organisation.name)
        text, text_language = (
            parts.text(organisation.text) if organisation.text else ((), self._language.code)
        )
        roles = self._roles.get(organisation.slug, {})
        taken = {section.id for section in text}
        headings = {
            "owner": say("Project owner"),
            "co_funder": say("Co-funder"),
            "partner": say("Partner"),
        }
        stories = [story for story in parts.stories if organisation.slug in story.organisations]
        view = views.OrganisationView(
            name=name,
            facts=self._organisation_facts(organisation),
            text=text,
            text_language=text_language,
            roles=tuple(
                views.Role(
                    heading,
                    _free_id(slugify(heading), taken),
                    parts.summaries_of(roles[role]),
                )
                for role, heading in headings.items()
                if role in roles
            ),
            stories=parts.story_summaries(stories),
        )
        return _Draft(
            key=("partners", organisation.slug),
            url=self._addresses.organisation(organisation.slug),
            kind="organisation",
            title=name,
            description=say("What %(name)s takes part in, and as what.", name=name),
            view=view,
            trail=self._trail("partners"),
            area="partners",
            file=organisation.file,
            origins=parts.origins(organisation.text) if organisation.text else (),
        )

    def _organisation_facts(self, organisation: Organisation) -> tuple[views.Fact, ...]:
        parts, code = self.parts, self._language.code
        place = organisation.municipality
        parent = organisation.part_of
        values: list[tuple[str, tuple[views.Link, ...]]] = [
            (
                "kind",
                (views.Link(parts.kind_name(organisation.kind)),) if organisation.kind else (),
            ),
            ("municipality", (self._municipality_link(place),) if place else ()),
            ("part_of", (parts.organisation_link(parent),) if parent else ()),
            (
                "website",
                (views.Link(_bare(organisation.website), organisation.website),)
                if organisation.website
                else (),
            ),
            (
                "aliases",
                tuple(views.Link(alias) for alias in self._language.sorted(organisation.aliases)),
            ),
        ]
        return tuple(
            views.Fact(about(OrganisationFields, name).label(code), links)
            for name, links in values
            if links
        )

    # --- places ---

    @cached_property
    def _projects_by_region(self) -> Mapping[Region, tuple[Project, ...]]:
        """Projects by region, the regions in alphabetical order; those without are left out."""
        found: dict[Region, list[Project]] = {}
        for project in self.parts.projects:
            found.setdefault(project.region, []).append(project)
            for place in project.municipalities:  # now and then one lies in another region
                found.setdefault(place.region, [])
        for story in self.parts.stories:
            for place in story.municipalities:
                found.setdefault(place.region, [])
        names = sorted(
            found, key=lambda region: self._language.sort_key(self.parts.region_name(region))
        )
        return {region: tuple(found[region]) for region in names}

    @cached_property
    def _projects_by_municipality(self) -> Mapping[Municipality, tuple[Project, ...]]:
        found: dict[Municipality, list[Project]] = {}
        for project in self.parts.projects:
            for place in project.municipalities:
                found.setdefault(place, []).append(project)
        return {place: tuple(projects) for place, projects in found.items()}

    @property
    def _municipalities_with_projects(self) -> tuple[Municipality, ...]:
        return tuple(self._projects_by_municipality)

    @cached_property
    def _municipalities(self) -> tuple[Municipality, ...]:
        """Those that have a page: projects, stories or organisations."""
        found = set(self._projects_by_municipality)
        found |= {place for story in self.parts.stories for place in story.municipalities}
        return self.parts.in_order(found)

    def _region_link(self, region: Region) -> views.Link:
        return views.Link(self.parts.region_name(region), self._addresses.region(region))

    def _municipality_link(self, place: Municipality) -> views.Link:
        has_page = place in self._municipalities
        return views.Link(place.name, self._addresses.municipality(place) if has_page else "")

    def _place(self, municipality: Municipality) -> views.Place:
        return views.Place(
            municipality.name,
            self._addresses.municipality(municipality),
            len(self._projects_by_municipality.get(municipality, ())),
        )

    def _municipalities_of(self, region: Region) -> tuple[views.Place, ...]:
        return tuple(self._place(place) for place in self._municipalities if place.region == region)

    def _places(self) -> _Draft:
        parts = self.parts
        with_projects = self._projects_by_region
        return self._area(
            "places",
            "places",
            self._say("Regions and municipalities with projects."),
            views.PlacesView(
                regions=tuple(
                    views.RegionRow(
                        views.Place(
                            parts.region_name(region),
                            self._addresses.region(region),
                            len(projects),
                        ),
                        self._municipalities_of(region),
                    )
                    for region, projects in with_projects.items()
                ),
                without=self._language.sorted(
                    parts.region_name(region)
                    for region in load_register().regions.values()
                    if region not in with_projects
                ),
                municipality_count=len(self._municipalities_with_projects),
            ),
        )

    def _region(self, region: Region) -> _Draft:
        parts = self.parts
        name = parts.region_name(region)
        projects = self._projects_by_region[region]
        stories = [
            story
            for story in parts.stories
            if any(place.region == region for place in story.municipalities)
        ]
        counties = [
            county.name(self._language.code)
            for county in load_register().counties.values()
            if county.region == region
        ]
        return _Draft(
            key=("places", "region", region.code),
            url=self._addresses.region(region),
            kind="region",
            title=self._say("Projects in %(place)s", place=name),
            description=self._say(
                "The projects in the region %(place)s: what they do and what they cost.",
                place=name,
            ),
            view=views.RegionView(
                name=name,
                counties=self._language.sorted(counties),
                municipalities=self._municipalities_of(region),
                totals=parts.totals(projects),
                projects=parts.summaries_of(project.slug for project in projects),
                stories=parts.story_summaries(stories),
            ),
            trail=self._trail("places"),
            area="places",
        )

    def _municipality(self, municipality: Municipality) -> _Draft:
        parts, code = self.parts, self._language.code
        name = municipality.whole_name(code)
        projects = self._projects_by_municipality.get(municipality, ())
        return _Draft(
            key=("places", "municipality", municipality.code),
            url=self._addresses.municipality(municipality),
            kind="municipality",
            title=self._say("Projects in %(place)s", place=name),
            description=self._say(
                "The projects in %(place)s: what they do and what they cost.", place=name
            ),
            view=views.MunicipalityView(
                name=name,
                county=municipality.county.name(code),
                region=self._region_link(municipality.region),
                projects=parts.summaries_of(project.slug for project in projects),
                organisations=parts.organisation_links(
                    slug
                    for slug, organisation in self._portfolio.organisations.items()
                    if organisation.municipality == municipality
                ),
                stories=parts.story_summaries(
                    story for story in parts.stories if municipality in story.municipalities
                ),
            ),
            trail=(*self._trail("places"), self._region_link(municipality.region)),
            area="places",
        )

    # --- accessibility, text pages, search, not found ---

    def _accessibility(self) -> _Draft:
        parts, say = self.parts, self._say
        explanations = {
            "premises": say("Can everyone get into and use the premises?"),
            "activities": say("Can everyone take part on equal terms?"),
            "communication": say("Can everyone talk, listen and be understood?"),
            "information": say("Can everyone find and take in the information?"),
        }
        sides: list[views.SideView] = []
        for side in SIDES:
            entries: list[views.SideEntry] = []
            missing: list[views.Link] = []
            for project in parts.projects:
                words = dict(project.accessibility).get(side)
                link = parts.project_link(project)
                if words:
                    entries.append(views.SideEntry(link, parts.words(words)))
                else:
                    missing.append(link)
            name = parts.side_name(side)
            sides.append(
                views.SideView(
                    side, slugify(name), name, explanations[side], tuple(entries), tuple(missing)
                )
            )
        return self._area(
            "accessibility-in-projects",
            "accessibility",
            say("How the projects make room for people with disabilities."),
            views.AccessibilityView(tuple(sides), len(parts.projects)),
        )

    def _text_page(self, page: TextPage) -> _Draft:
        parts = self.parts
        title, summary = parts.words(page.title), parts.words(page.summary)
        text, text_language = parts.text(page.text)
        return _Draft(
            key=("pages", page.slug),
            url=self._addresses.text(page),
            kind="text",
            title=title.value,
            description=summary.value,
            view=views.TextView(title, summary, text, text_language),
            trail=self._trail(),
            file=page.file,
            place=page.addresses.in_language(self._language.code)[0].place,
            origins=parts.origins(page.text),
        )

    def _full_lists(self) -> tuple[views.Link, ...]:
        areas: tuple[Area, ...] = ("projects", "stories", "partners", "places", "contacts", "money")
        return tuple(
            self._area_link(area) for area in areas if area != "stories" or self.parts.stories
        )

    def _search(self) -> _Draft:
        labels = {
            "region": self._say("Region"),
            "municipality": self._say("Municipality"),
            "programme_area": self._say("Programme area"),
            "phase": self._say("Project phase"),
            "organisation": self._say("Organisation"),
            "year": self._say("Start year"),
            "type": self._say("Kind of page"),
        }
        found: dict[str, dict[str, int]] = {key: {} for key in labels}
        drafts = [
            *(self._project_index(project) for project in self._portfolio.projects.values()),
            *(self._story(story).index for story in self._portfolio.stories.values()),
        ]
        for index in drafts:
            for meta in index:
                if meta.kind == "filter":
                    counts = found[meta.key]
                    counts[meta.value] = counts.get(meta.value, 0) + 1
        view = views.SearchView(
            filters=tuple(
                views.Filter(
                    key,
                    label,
                    tuple(
                        (value, found[key][value]) for value in self._language.sorted(found[key])
                    ),
                )
                for key, label in labels.items()
                if found[key]
            ),
            lists=self._full_lists(),
        )
        draft = self._area("search", "search", self._say("Search among the projects."), view)
        return replace(draft, noindex=True)

    def _not_found(self) -> _Draft:
        return _Draft(
            key=("404",),
            url=f"{self._addresses.start}404.html",
            kind="not-found",
            title=self._say("The page is not here"),
            description=self._say("There is no page at this address."),
            view=views.NotFoundView(self._full_lists()),
            noindex=True,
        )

    # --- redirects ---

    def redirects(self) -> Iterator[_Draft]:
        """A page at each old address."""
        portfolio, parts = self._portfolio, self.parts
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
                    parts.link(story.title, self._addresses.story(story.slug)),
                )
                for story in portfolio.stories.values()
            ),
            *(
                (
                    page.aliases,
                    "pages",
                    page.file,
                    parts.link(page.title, self._addresses.text(page)),
                )
                for page in portfolio.pages.values()
            ),
        ]
        for aliases, kind, file, target in cards:
            for alias in aliases:
                last = alias.path.rpartition("/")[2]
                path = alias.path if last == "" or "." in last else f"{alias.path}/"
                yield _Draft(
                    key=("redirect", kind, path),
                    url=f"{self._addresses.root}{path.lstrip('/')}",
                    kind="redirect",
                    title=target.text,
                    description=self._say("The page has moved."),
                    view=views.RedirectView(target),
                    file=file,
                    place=alias.place,
                    noindex=True,
                )


# --- small things ------------------------------------------------------------------------------


def _free_id(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with a number where the card's own headings have taken it."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    taken.add(found)
    return found


def _letter_id(letter: str) -> str:
    """An id for a letter that keeps å, ä and ö apart from a and o."""
    special = {"Å": "aa", "Ä": "ae", "Ö": "oe", "Æ": "ae-", "Ø": "oe-", "#": "other"}
    return special.get(letter, letter.casefold())


def _bare(address: str) -> str:
    """A web address as people say it: without protocol and closing slash."""
    return address.partition("//")[2].removeprefix("www.").rstrip("/")


def _clash(draft: _Draft, owner: _Draft) -> Problem:
    """Two pages at one address: told where an editor can change it."""
    if not draft.file:
        draft, owner = owner, draft
    code = "address-claimed-twice" if owner.file else "address-taken"
    if draft.kind == "redirect":
        code = "old-address-taken"
    place = draft.place or Place(draft.file)
    return Problem.at(place, code, address=draft.url, other=owner.file or owner.title)


def _organisations_of(project: Project) -> tuple[str, ...]:
    return tuple(dict.fromkeys((project.owner, *project.co_funders, *project.partners)))


# --- the whole -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages, and what else follows from the portfolio in each language.

    `addresses` are those of the first language, `parts` has all languages, the first one first.
    `redirects` are old addresses and where they lead.  `origins` finds the place in a card for a
    link on a page: by the page's file and the link's address.  `absent` are the files of cards
    that were left out because of a problem: links to them are not broken.
    """

    portfolio: Portfolio
    addresses: Addresses
    parts: tuple[Parts, ...]
    pages: tuple[views.Page, ...]
    redirects: tuple[tuple[str, str], ...]
    origins: Mapping[tuple[str, str], Origin]
    absent: frozenset[str]


def plan(
    portfolio: Portfolio,
    languages: Mapping[str, Language],
    *,
    base: str,
    today: date,
    preview: bool = False,
) -> tuple[Plan, tuple[Problem, ...]]:
    """All pages of the site.

    `base` is the site's whole address, with a path where the site lies below one; `today` is the
    day of the build; a `preview` asks search engines to stay away.
    """
    first = portfolio.site.languages[0]
    sites = {
        code: _Site(
            Parts(
                portfolio,
                languages[code],
                Addresses(base.rstrip("/"), languages[code], code == first),
                today,
            )
        )
        for code in portfolio.site.languages
    }
    drafts = {code: tuple(site.drafts()) for code, site in sites.items()}
    by_key = {code: {draft.key: draft for draft in found} for code, found in drafts.items()}
    redirects = tuple(sites[first].redirects())
    pages: list[views.Page] = []
    problems: list[Problem] = []
    owners: dict[str, _Draft] = {}
    machine_files = {file for site in sites.values() for file in site.parts.addresses.machine_files}
    origins: dict[tuple[str, str], Origin] = {}
    for code, found in (*drafts.items(), (first, redirects)):
        site = sites[code]
        others = [
            (other, languages[other], by_key[other])
            for other in portfolio.site.languages
            if other != code
        ]
        frame = _frame(site)
        for draft in found:
            file = site.parts.addresses.file(draft.url)
            if file in owners:
                problems.append(_clash(draft, owners[file]))
                continue
            if file in machine_files and draft.place:
                problems.append(
                    Problem.at(draft.place, "old-address-taken", address=draft.url, other=file)
                )
                continue
            owners[file] = draft
            pages.append(views.Page(file, _layout(draft, frame, site, others, preview), draft.view))
            for target, origin in draft.origins:
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
            origins,
            frozenset(
                site.parts.addresses.file(site.parts.addresses.card(card.kind, card.slug, {}))
                for site in sites.values()
                for card in portfolio.left_out
            ),
        ),
        tuple(sorted(set(problems))),
    )


Frame = Callable[[_Draft], tuple[tuple[views.Link, ...], tuple[views.Link, ...]]]


def _frame(site: _Site) -> Frame:
    """The navigation and the footer of a page, with the mark of where one is."""
    parts = site.parts
    areas: Sequence[Area] = ("projects", "places", "money", "partners", "contacts", "search")
    navigation = [(area, site.area_name(area), parts.addresses.area(area)) for area in areas]
    below: list[tuple[str, str]] = [
        (parts.spelled(page.title), parts.addresses.text(page))
        for page in parts.portfolio.pages.values()
    ]
    if parts.stories:
        below.append((site.area_name("stories"), parts.addresses.area("stories")))
    area: Area = "accessibility-in-projects"
    below.append((site.area_name(area), parts.addresses.area(area)))
    below.append((parts.say("Open data (JSON)"), parts.addresses.projects_json))
    below.append((parts.say("Open data (CSV)"), parts.addresses.projects_csv))

    def frame(draft: _Draft) -> tuple[tuple[views.Link, ...], tuple[views.Link, ...]]:
        def current(url: str, name: str = "") -> str:
            if url == draft.url:
                return "page"
            return "true" if name and name == draft.area else ""

        return (
            tuple(
                views.Link(text, url, current=current(url, name)) for name, text, url in navigation
            ),
            tuple(views.Link(text, url, current=current(url)) for text, url in below),
        )

    return frame


def _layout(
    draft: _Draft,
    frame: Frame,
    site: _Site,
    others: Iterable[tuple[str, Language, Mapping[tuple[str, ...], _Draft]]],
    preview: bool,  # noqa: FBT001
) -> views.Layout:
    parts = site.parts
    told, addresses = parts.portfolio.site, parts.addresses
    navigation, footer = frame(draft)
    translations: list[views.Translation] = []
    for code, language, pages in others:
        other = pages.get(draft.key)
        if other is not None:
            address = addresses.whole(other.url)
            name = language.say("In English") if code == "en" else language.say("På svenska")
            translations.append(views.Translation(code, name, other.url, address))
    return views.Layout(
        kind=draft.kind,
        language=parts.language.code,
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
        breadcrumbs=draft.trail,
        translations=tuple(translations),
        footer=footer,
        sharing_image=f"{addresses.base}/assets/sharing.png",
        json_ld=draft.json_ld,
        index=draft.index,
        searchable=draft.searchable,
        noindex=draft.noindex or preview,
    )
