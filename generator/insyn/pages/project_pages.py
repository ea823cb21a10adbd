"""The page of each project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from insyn.model.fields import SIDES, ProjectFields
from insyn.model.portfolio import Project
from insyn.pages import views
from insyn.pages.drafting import Draft, free_id
from insyn.pages.explained import PageWords
from insyn.pages.kinship import Kin
from insyn.pages.linked_data import project_json
from insyn.pages.listing import ListDrafting
from insyn.pages.results import documents, participants, results, say_cost_per_participant
from insyn.pages.search_entries import SearchEntries
from insyn.slugs import slugify

_FACTS_NAME_AT_MOST = 3  # more municipalities than this have a section of their own


@dataclass(frozen=True)
class ProjectPages(ListDrafting):
    """The pages of projects in one language."""

    @cached_property
    def _entries(self) -> SearchEntries:
        return SearchEntries(self.parts)

    def drafts(self) -> Iterator[Draft]:
        """Each project."""
        for project in self.portfolio.projects.values():
            yield from self._project(project)

    def drafts_of(self, key: tuple[str, ...]) -> Iterator[Draft]:
        """The pages of the project that `key` names."""
        for slug in key[1:2]:
            if slug in self.portfolio.projects:
                yield from self._project(self.portfolio.projects[slug])

    def _project(self, project: Project) -> Iterator[Draft]:
        parts, say = self.parts, self.say
        url = self.addresses.project(project.slug)
        title, summary = parts.words(project.title), parts.words(project.summary)
        marks = PageWords(parts)  # from here on in the order of the page
        lead, picture = marks.text(summary), marks.picture(parts.lead_picture(project.picture))
        people = marks.said(participants(parts, project))
        accessibility = [
            (side, marks.text(parts.words(words))) for side, words in project.accessibility
        ]
        text, text_language = marks.sections(project.text)
        words = marks.listed()
        tellings = parts.tellings.of_project.get(project.slug, ())
        belong = any(telling.reason == "belongs" for telling in tellings)
        phases = self._phases(project)
        related = self._related(project)
        co_funders = parts.organisation_links(project.co_funders)
        partners = parts.organisation_links(project.partners)
        contacts = parts.contacts(project)
        municipalities = parts.municipality_links(project)
        source = project.source
        taken = {section.id for section in text}
        sides = tuple(
            views.Side(
                side,
                free_id(slugify(parts.side_name(side)), taken),
                parts.side_name(side),
                told,
            )
            for side, told in accessibility
        )
        told_of = {side.key for side in sides}
        silent = tuple(parts.side_name(side) for side in SIDES if side not in told_of)

        def fixed(
            kind: views.SectionKind, heading: str, *, shown: object
        ) -> tuple[views.ProjectSection, ...]:
            if not shown:
                return ()
            return (views.ProjectSection(kind, free_id(slugify(heading), taken), heading),)

        about_heading = say("About the project")
        about_id = free_id(slugify(about_heading), taken)
        sections = (  # the answers stand before the long text
            *fixed("facts", say("Facts"), shown=True),
            *fixed("funding", say("Budget"), shown=True),
            *fixed("results", say("Targets and results"), shown=project.targets),
            *fixed("documents", say("Documents"), shown=project.documents),
            *fixed("accessibility", say("Accessibility in the project"), shown=sides),
            *fixed("partners", say("Partners in the project"), shown=partners),
            *fixed("places", say("Where the project is"), shown=True),
            *fixed("phases", say("Phases of the same effort"), shown=phases),
            *fixed("contact", say("Contact"), shown=True),
            *(
                views.ProjectSection("text", part.id, part.heading, part.html)
                if part.heading
                else views.ProjectSection("about", about_id, about_heading, part.html)
                for part in text
                if part.heading or part.html
            ),
            *((views.ProjectSection("words", words.id, words.heading),) if words else ()),
            *fixed(
                "stories",
                say("Stories about the project") if belong else say("Stories to read"),
                shown=tellings,
            ),
            *fixed("related", say("See also"), shown=related),
            *fixed("source", say("Source"), shown=source),
        )
        view = views.ProjectView(
            title=title,
            summary=lead,
            period=parts.period(project),
            sections=sections,
            text_language=text_language,
            words=words,
            other_forms=parts.other_forms(project.other_forms, "projects", project.slug),
            facts=(
                *self._project_facts(project, sections, people),
                *self._sides_told(sides, silent),
            ),
            funding=parts.funding(project.funding),
            per_participant=say_cost_per_participant(parts, project),
            results=results(parts, project),
            sides=sides,
            co_funders=co_funders,
            partners=partners,
            region=self.parts.region_link(project.region),
            counties=tuple(
                parts.county_link(county)
                for county in {
                    place.county: None for place in parts.in_order(project.municipalities)
                }
            ),
            municipalities=municipalities,
            locator=parts.locator(
                project.region,
                [place.code for place in project.municipalities],
                parts.place(project),
            ),
            contacts=contacts,
            owner=parts.owner(project),
            documents=documents(parts, project),
            phases=phases,
            picture=picture,
            stories=parts.first_stories(tellings),
            all_stories=self.all_stories(title.value, url, tellings),
            related=related,
            silent_sides=silent,
            all_accessibility=self.area_link("accessibility-in-projects"),
            source_address=source.address if source else "",
            source_reference=parts.spelled(source.reference) if source else "",
        )
        draft = Draft(
            key=("projects", project.slug),
            url=url,
            kind="project",
            title=title.value,
            language=title.language,
            description=summary.value,
            view=view,
            trail=self.trail("projects"),
            area="projects",
            json_ld=project_json(parts, project),
            index=self._entries.project(project),
            searchable=True,
            sharing_image=parts.sharing_image(project.picture),
            file=project.file,
            origins=parts.origins(project.text),
        )
        yield draft
        yield from self.further_stories(draft, title.value, tellings)

    def _sides_told(
        self, sides: tuple[views.Side, ...], silent: tuple[str, ...]
    ) -> tuple[views.Fact, ...]:
        """Of which sides of accessibility the project tells, and of which not."""
        say = self.say
        if not sides:
            nothing = views.Link(say("The project says nothing about it."))
            return (views.Fact(say("Accessibility"), (nothing,)),)
        told = views.Fact(
            say("Tells about accessibility"),
            tuple(views.Link(side.name, f"#{side.id}") for side in sides),
        )
        if not silent:
            return (told,)
        return (
            told,
            views.Fact(
                say("Says nothing about accessibility"), tuple(views.Link(one) for one in silent)
            ),
        )

    def _phases(self, project: Project) -> tuple[views.PhaseOfEffort, ...]:
        """The phases of the effort that a project is a part of, in order."""
        parts = self.parts
        return tuple(
            views.PhaseOfEffort(
                link=parts.project_link(phase),
                phase=parts.choice(phase.phase),
                period=parts.period(phase),
                here=phase.slug == project.slug,
            )
            for phase in parts.phases.get(project.slug, ())
        )

    def _related(self, project: Project) -> tuple[views.Related, ...]:
        """The projects that the editor named, then those that are alike: each told why."""
        parts = self.parts
        phases = {phase.slug for phase in parts.phases.get(project.slug, ())}
        named = [
            card
            for card in project.related
            if card.kind == "projects" and card.slug not in phases  # those stand in their chain
        ]
        known = phases | {card.slug for card in named}
        return (
            *parts.related(named),
            *(
                views.Related(
                    parts.project_link(self.portfolio.projects[kin.slug]),
                    self._why(project, kin),
                )
                for kin in parts.kinship.kin(project, without=known)
            ),
        )

    def _why(self, project: Project, kin: Kin) -> str:
        """Why another project is named here, in a sentence."""
        parts, say = self.parts, self.say
        owner = parts.organisation_name(project.owner)
        names = [place.name for place in parts.in_order(kin.municipalities)]
        place = (
            self.language.join(names)
            if 0 < len(names) <= _FACTS_NAME_AT_MOST
            else self.language.say_many(
                "%(count)s municipality", "%(count)s municipalities", len(names)
            )
            if names
            else parts.region_name(project.region)
        )
        area = parts.choice(project.programme_area)
        match kin.reason:
            case "owner":
                return say("Project with the same owner: %(owner)s.", owner=owner)
            case "place-area":
                return say(
                    "Project in the same place, %(place)s, and the same programme area: %(area)s.",
                    place=place,
                    area=area,
                )
            case _:
                return say(
                    "Project with the same owner, %(owner)s, in the same place, %(place)s, "
                    "and the same programme area.",
                    owner=owner,
                    place=place,
                )

    def _phase_told(self, project: Project) -> tuple[views.Link, ...]:
        """A project's phase, and where that stands: "Implementation" alone sounds as if it ran."""
        link = self.parts.choice_link("phase", project.phase)
        told = {
            "ended": self.say("The phase has ended."),
            "planned": self.say("The phase has not begun."),
        }.get(self.parts.period(project).status)
        return (link, views.Link(told)) if told else (link,)

    def _project_facts(
        self, project: Project, sections: tuple[views.ProjectSection, ...], people: str
    ) -> tuple[views.Fact, ...]:
        parts = self.parts

        def label(name: str) -> str:
            return parts.label(ProjectFields, name)

        municipalities = parts.municipality_links(project)
        if len(municipalities) > _FACTS_NAME_AT_MOST:
            places = next(section.id for section in sections if section.kind == "places")
            municipalities = (views.Link(parts.place(project), f"#{places}"),)
        facts = [
            views.Fact(label("owner"), (parts.organisation_link(project.owner),)),
            views.Fact(
                label("programme_area"),
                (parts.choice_link("programme-area", project.programme_area),),
            ),
            views.Fact(label("phase"), self._phase_told(project)),
            views.Fact(
                label("target_groups"),
                tuple(parts.choice_link("target-group", group) for group in project.target_groups),
            ),
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
            *((views.Fact(label("participants"), (views.Link(people),)),) if people else ()),
        ]
        return tuple(fact for fact in facts if fact.values)
