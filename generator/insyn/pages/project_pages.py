"""The pages of projects: the list, the sorted tables, and one page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slugify import slugify

from insyn.model.fields import ProjectFields, about
from insyn.model.portfolio import CardReference, Project
from insyn.pages import views
from insyn.pages.addresses import ORDERS, Order
from insyn.pages.drafting import Draft, Drafting, free_id
from insyn.pages.linked_data import project_json
from insyn.pages.search_entries import project_entry

_FACTS_NAME_AT_MOST = 3  # more municipalities than this have a section of their own


@dataclass(frozen=True)
class ProjectPages(Drafting):
    """The pages of projects in one language."""

    def drafts(self) -> Iterator[Draft]:
        """All projects as a list and as tables, and each project."""
        yield self._project_list()
        for order in ORDERS:
            yield self._project_table(order)
        for project in self.portfolio.projects.values():
            yield self._project(project)

    def _project_list(self) -> Draft:
        parts = self.parts
        return self.area(
            "projects",
            "project-list",
            self.say("All projects: what they do, where they are, what they cost."),
            views.ProjectListView(
                projects=tuple(parts.summaries.values()),
                table=views.Link(
                    self.say("Show the projects as a table"),
                    self.addresses.project_table("title"),
                ),
                totals=parts.totals(parts.projects),
            ),
        )

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

    def _project_table(self, order: Order) -> Draft:
        language = self.language
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
                url=self.addresses.project_table(column),
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
        return Draft(
            key=("projects", "table", order),
            url=self.addresses.project_table(order),
            kind="project-table",
            title=title,
            description=self.say("All projects in a table that can be sorted."),
            view=views.ProjectTableView(
                columns=columns,
                sentence=self._column_texts(order)[1],
                projects=tuple(sorted(self.parts.summaries.values(), key=place)),
                list=views.Link(
                    self.say("Show the projects as a list"), self.addresses.area("projects")
                ),
            ),
            trail=self.trail("projects"),
            area="projects",
        )

    def _project(self, project: Project) -> Draft:
        parts, say = self.parts, self.say
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
            return (views.ProjectSection(kind, free_id(slugify(heading), taken), heading),)

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
            facts=self._project_facts(project, sections),
            funding=parts.funding(project.funding),
            targets=tuple(parts.target(target) for target in project.targets),
            sides=sides,
            co_funders=co_funders,
            partners=partners,
            region=self.parts.region_link(project.region),
            municipalities=municipalities,
            contact=contact,
            documents=tuple(
                views.Document(
                    title=parts.words(document.title),
                    url=document.address or self.addresses.media(document.media),
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
        return Draft(
            key=("projects", project.slug),
            url=self.addresses.project(project.slug),
            kind="project",
            title=title.value,
            description=summary.value,
            view=view,
            trail=self.trail("projects"),
            area="projects",
            json_ld=project_json(parts, project),
            index=project_entry(parts, project),
            searchable=True,
            file=project.file,
            origins=parts.origins(project.text),
        )

    def _project_facts(
        self, project: Project, sections: tuple[views.ProjectSection, ...]
    ) -> tuple[views.Fact, ...]:
        parts, code = self.parts, self.language.code

        def label(name: str) -> str:
            return about(ProjectFields, name).label(code)

        municipalities = parts.municipality_links(project)
        if len(municipalities) > _FACTS_NAME_AT_MOST:
            places = next(section.id for section in sections if section.kind == "places")
            municipalities = (views.Link(parts.place(project), f"#{places}"),)
        facts = [
            views.Fact(label("owner"), (parts.organisation_link(project.owner),)),
            views.Fact(
                label("programme_area"), (views.Link(parts.choice(project.programme_area)),)
            ),
            views.Fact(label("phase"), (views.Link(parts.choice(project.phase)),)),
            views.Fact(
                label("period"),
                (views.Link(self.language.period(project.period.start, project.period.end)),),
            ),
            views.Fact(label("region"), (self.parts.region_link(project.region),)),
            views.Fact(
                self.say("Municipality")
                if len(municipalities) == 1 and len(project.municipalities) == 1
                else label("municipalities"),
                municipalities,
            ),
        ]
        return tuple(fact for fact in facts if fact.values)
