"""The pages of organisations: A to Z, and one page for each with what it takes part in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from slugify import slugify

from insyn.model.fields import OrganisationFields, about
from insyn.model.portfolio import Organisation, Project
from insyn.pages import views
from insyn.pages.drafting import Draft, Drafting, free_id

_CARD = "card:organisations/"


@dataclass(frozen=True)
class OrganisationPages(Drafting):
    """The pages of organisations in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The organisations A to Z, and each of them."""
        yield self._organisation_list()
        for organisation in self.portfolio.organisations.values():
            yield self._organisation(organisation)

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
        for project in self.parts.projects:
            for slug in _named_in(project):
                if not any(project.slug in named for named in found.get(slug, {}).values()):
                    found.setdefault(slug, {}).setdefault("named", []).append(project.slug)
        return {
            slug: {role: tuple(projects) for role, projects in roles.items()}
            for slug, roles in found.items()
        }

    def _project_count(self, slug: str) -> int:
        """In how many projects the organisation has a part."""
        roles = self._roles.get(slug, {})
        return len({slug for role, slugs in roles.items() if role != "named" for slug in slugs})

    def _organisation_list(self) -> Draft:
        parts, language = self.parts, self.language
        letters: dict[str, list[views.OrganisationRow]] = {}
        for link in parts.organisation_links(self.portfolio.organisations):
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
        return self.area(
            "partners",
            "organisation-list",
            self.say("The organisations that own, fund or take part in the projects, A to Z."),
            views.OrganisationListView(
                letters=tuple(
                    views.LetterGroup(letter, _letter_id(letter), tuple(letters[letter]))
                    for letter in sorted(letters, key=language.sort_key)
                ),
                count=len(self.portfolio.organisations),
            ),
        )

    def _organisation(self, organisation: Organisation) -> Draft:
        parts, say = self.parts, self.say
        name = parts.spelled(organisation.name)
        text, text_language = (
            parts.text(organisation.text) if organisation.text else ((), self.language.code)
        )
        roles = self._roles.get(organisation.slug, {})
        taken = {section.id for section in text}
        headings = {
            "owner": say("Projects that the organisation owns"),
            "co_funder": say("Projects that the organisation co-funds"),
            "partner": say("Projects where the organisation is a partner"),
            "named": say("Named in these projects"),
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
                    free_id(slugify(heading), taken),
                    parts.summaries_of(roles[role]),
                )
                for role, heading in headings.items()
                if role in roles
            ),
            stories=parts.story_summaries(stories),
        )
        return Draft(
            key=("partners", organisation.slug),
            url=self.addresses.organisation(organisation.slug),
            kind="organisation",
            title=name,
            description=say("What %(name)s takes part in, and as what.", name=name),
            view=view,
            trail=self.trail("partners"),
            area="partners",
            file=organisation.file,
            origins=parts.origins(organisation.text) if organisation.text else (),
        )

    def _parts_of(self, organisation: Organisation) -> tuple[views.Link, ...]:
        return self.parts.organisation_links(
            slug
            for slug, other in self.portfolio.organisations.items()
            if other.part_of == organisation.slug
        )

    def _organisation_facts(self, organisation: Organisation) -> tuple[views.Fact, ...]:
        parts, code = self.parts, self.language.code
        place = organisation.municipality
        parent = organisation.part_of
        values: list[tuple[str, tuple[views.Link, ...]]] = [
            (
                "kind",
                (views.Link(parts.kind_name(organisation.kind)),) if organisation.kind else (),
            ),
            ("municipality", (self.parts.municipality_link(place),) if place else ()),
            ("part_of", (parts.organisation_link(parent),) if parent else ()),
            ("parts", self._parts_of(organisation)),
            (
                "website",
                (views.Link(_bare(organisation.website), organisation.website),)
                if organisation.website
                else (),
            ),
            (
                "aliases",
                tuple(views.Link(alias) for alias in self.language.sorted(organisation.aliases)),
            ),
        ]
        return tuple(
            views.Fact(
                self.say("Its parts")
                if name == "parts"
                else about(OrganisationFields, name).label(code),
                links,
            )
            for name, links in values
            if links
        )


def _named_in(project: Project) -> tuple[str, ...]:
    """The organisations that a project's own text leads to."""
    return tuple(
        dict.fromkeys(
            reference.address.removeprefix(_CARD).partition("#")[0]
            for _, text in project.text.versions
            for reference in text.references
            if reference.address.startswith(_CARD)
        )
    )


def _letter_id(letter: str) -> str:
    """An id for a letter that keeps å, ä and ö apart from a and o."""
    special = {"Å": "aa", "Ä": "ae", "Ö": "oe", "Æ": "ae-", "Ø": "oe-", "#": "other"}
    return special.get(letter, letter.casefold())


def _bare(address: str) -> str:
    """A web address as people say it: without protocol and closing slash."""
    return address.partition("//")[2].removeprefix("www.").rstrip("/")
