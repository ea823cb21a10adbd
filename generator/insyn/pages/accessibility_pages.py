"""How the projects are accessible: an overview, and for each of ESF's four sides who does what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from insyn.model.fields import SIDES, SideKey
from insyn.model.portfolio import Project
from insyn.pages import views
from insyn.pages.drafting import Draft
from insyn.pages.listing import PAGE, ListDrafting, cut, paging


@dataclass(frozen=True)
class AccessibilityPages(ListDrafting):
    """The pages of accessibility in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The overview, what the projects do on each side, and those that say nothing of it."""
        yield self._overview()
        for side in SIDES:
            yield from self._side(side)
            if self._silent[side]:
                yield from self._silence(side)

    @cached_property
    def _told(self) -> Mapping[SideKey, tuple[Project, ...]]:
        """For each side the projects that tell what they do, those that begin latest first."""
        return {side: self._with(side, told=True) for side in SIDES}

    @cached_property
    def _silent(self) -> Mapping[SideKey, tuple[Project, ...]]:
        """For each side the projects that say nothing about it."""
        return {side: self._with(side, told=False) for side in SIDES}

    def _with(self, side: SideKey, *, told: bool) -> tuple[Project, ...]:
        return tuple(
            project
            for project in self.parts.projects
            if any(key == side for key, _ in project.accessibility) is told
        )

    def _counted(self, side: SideKey) -> str:
        """How many tell about a side: "3 of 4 projects tell about premises."."""
        told, every = len(self._told[side]), len(self.parts.projects)
        if not told:
            return self.say("No project tells about %(side)s.", side=self._spoken(side))
        return self.language.say_many(
            "%(count)s of %(all)s projects tells about %(side)s.",
            "%(count)s of %(all)s projects tell about %(side)s.",
            told,
            all=self.language.number(every),
            side=self._spoken(side),
        )

    def _spoken(self, side: SideKey) -> str:
        """A side's name within a sentence."""
        return self.parts.side_name(side).lower()

    def _question(self, side: SideKey) -> str:
        say = self.say
        return {
            "premises": say("Can everyone get into and use the premises?"),
            "activities": say("Can everyone take part on equal terms?"),
            "communication": say("Can everyone talk, listen and be understood?"),
            "information": say("Can everyone find and take in the information?"),
        }[side]

    def _explanation(self, side: SideKey) -> str:
        """What the side means, in plain words; the terms are those of the Swedish ESF Council."""
        say = self.say
        return {
            "premises": say(
                "Premises are the rooms and buildings of the project, and the way there. Examples "
                "are ramps, lifts, wide doors, hearing loops and air that people with allergies "
                "can breathe."
            ),
            "activities": say(
                "Activities are what the project does. Everyone should be able to take part: "
                "those who need more time, other working hours or support included."
            ),
            "communication": say(
                "Communication is when people talk with each other. Examples are sign-language "
                "interpreters, a calm tone, and someone who listens and explains."
            ),
            "information": say(
                "Information is what people read, see or hear about the project. Examples are "
                "easy-to-read texts, large print, audio, and a website that works with a screen "
                "reader."
            ),
        }[side]

    def _overview(self) -> Draft:
        projects, number = self.parts.projects, self.language.number
        told = [len(project.accessibility) for project in projects]
        every, nothing = told.count(len(SIDES)), told.count(0)
        say_many = self.language.say_many
        sentences = (
            say_many(
                "%(count)s of %(all)s projects tells about all four sides.",
                "%(count)s of %(all)s projects tell about all four sides.",
                every,
                all=number(len(projects)),
            )
            if every
            else self.say("No project tells about all four sides."),
            say_many(
                "%(count)s project says nothing about accessibility.",
                "%(count)s projects say nothing about accessibility.",
                nothing,
            )
            if nothing
            else self.say("Every project says something about accessibility."),
        )
        return self.area(
            "accessibility-in-projects",
            "accessibility",
            self.say("How the projects make room for people with disabilities."),
            views.AccessibilityView(
                sides=tuple(
                    views.SideCount(
                        link=views.Link(self.parts.side_name(side), self.addresses.side(side)),
                        question=self._question(side),
                        sentence=self._counted(side),
                        told=len(self._told[side]),
                        silent=len(self._silent[side]),
                        silent_link=self._silent_link(side),
                        share=len(self._told[side]) / len(projects) if projects else 0.0,
                    )
                    for side in SIDES
                ),
                sentences=sentences if projects else (),
                project_count=len(projects),
            ),
        )

    def _silent_link(self, side: SideKey) -> views.Link:
        """To the projects that say nothing about a side; without an address if there are none."""
        found = len(self._silent[side])
        if not found:
            return views.Link("")
        text = self.language.say_many(
            "%(count)s project says nothing about %(side)s",
            "%(count)s projects say nothing about %(side)s",
            found,
            side=self._spoken(side),
        )
        return views.Link(text, self.addresses.silent_side(side))

    def _title(self, side: SideKey) -> str:
        return self.say("Accessibility: %(side)s", side=self._spoken(side))

    def _side(self, side: SideKey) -> Iterator[Draft]:
        parts = self.parts
        told = self._told[side]
        url = self.addresses.side(side)
        pages = cut(told, PAGE)
        for page, projects in enumerate(pages, start=1):
            yield Draft(
                key=("accessibility-in-projects", side, str(page)),
                url=self.addresses.list_page(url, "", page),
                kind="accessibility-side",
                title=self.numbered(self._title(side), page, len(pages)),
                description=f"{self._question(side)} {self._counted(side)}",
                view=views.SideView(
                    question=self._question(side),
                    explanation=self._explanation(side),
                    sentence=self._counted(side),
                    entries=tuple(
                        views.SideEntry(
                            parts.project_link(project),
                            parts.words(dict(project.accessibility)[side]),
                        )
                        for project in projects
                    ),
                    paging=paging(
                        page,
                        len(pages),
                        PAGE,
                        len(told),
                        lambda number: self.addresses.list_page(url, "", number),
                    ),
                    silent=self._silent_link(side),
                    other_sides=tuple(
                        views.Link(
                            parts.side_name(other),
                            self.addresses.side(other),
                            current="page" if other == side and page == 1 else "",
                        )
                        for other in SIDES
                    ),
                ),
                trail=self.trail("accessibility-in-projects"),
                area="accessibility-in-projects",
            )

    def _silence(self, side: SideKey) -> Iterator[Draft]:
        """The projects that say nothing about a side, as a list like any other."""
        title = self.say("Projects that say nothing about %(side)s", side=self._spoken(side))
        selection = self.selection(
            ("accessibility", side, "missing"),
            self._silent[side],
            url=self.addresses.silent_side(side),
            title=title,
        )
        first = Draft(
            key=("accessibility-in-projects", side, "missing"),
            url=selection.url,
            kind="project-list",
            title=title,
            description=self.say("Their cards have no information about it."),
            view=views.ProjectListView(self.listing(selection), (), (), views.Link("")),
            trail=(
                *self.trail("accessibility-in-projects"),
                views.Link(self._title(side), self.addresses.side(side)),
            ),
            area="accessibility-in-projects",
        )
        yield from self.with_further_pages(first, selection)
