"""The pages of organisations: A to Z, and one page for each with what it takes part in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from insyn.model.fields import OrganisationFields
from insyn.model.portfolio import Organisation, Project
from insyn.model.values import phone_url
from insyn.pages import views
from insyn.pages.drafting import Draft, free_id, letter_id
from insyn.pages.explained import PageWords
from insyn.pages.listing import PAGE, ListDrafting, cut, paging
from insyn.pages.selection import Selection
from insyn.slugs import slugify

_CARD = "card:organisations/"
# More organisations than this are shown letter by letter.
_ON_ONE_PAGE = 300
_ON_LETTER_PAGE = 100
# More projects than this are counted in the list, not named.
_NAMED_AT_MOST = 3
_COMPANIONS = 20
_THROUGH = 20
_SHOWN = 10  # projects of a role that has a list of its own


@dataclass(frozen=True)
class OrganisationPages(ListDrafting):
    """The pages of organisations in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The organisations A to Z, and each of them."""
        yield from self._organisation_lists()
        for organisation in self.portfolio.organisations.values():
            yield from self._organisation(organisation)

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
            taking_part = {project.owner, *project.co_funders, *project.partners}
            for slug in _named_in(project):
                if slug not in taking_part:
                    found.setdefault(slug, {}).setdefault("named", []).append(project.slug)
        return {
            slug: {role: tuple(projects) for role, projects in roles.items()}
            for slug, roles in found.items()
        }

    @cached_property
    def _letters(self) -> Mapping[str, tuple[views.OrganisationRow, ...]]:
        """The organisations by the letters of the alphabet, both in order."""
        parts, language = self.parts, self.language
        letters: dict[str, list[views.OrganisationRow]] = {}
        named = [
            (parts.organisation_link(slug), slug, organisation)
            for slug, organisation in self.portfolio.organisations.items()
        ]
        for link, slug, organisation in sorted(
            named, key=lambda one: (language.sort_key(one[0].text), one[1])
        ):
            letters.setdefault(language.initial(link.text), []).append(
                views.OrganisationRow(
                    link=link,
                    kind=parts.kind_name(organisation.kind) if organisation.kind else "",
                    place=organisation.municipality.name if organisation.municipality else "",
                    parts=(*self._takes_part(slug), *self._through_in_few_words(slug)),
                )
            )
        return {letter: tuple(letters[letter]) for letter in sorted(letters, key=language.sort_key)}

    def _through(self, slug: str) -> tuple[str, ...]:
        """The parts of an organisation that have a role, if it has none itself; in order."""
        if self._own_projects(slug):
            return ()
        links = self.parts.organisation_links(
            part for part in self._slugs_of_parts.get(slug, ()) if self._own_projects(part)
        )
        return tuple(link.url.rstrip("/").rpartition("/")[2] for link in links)

    def _own_projects(self, slug: str) -> tuple[str, ...]:
        """The projects that an organisation has a role in, each once."""
        roles = self._roles.get(slug, {})
        return tuple(dict.fromkeys(one for role in roles if role != "named" for one in roles[role]))

    def _through_in_few_words(self, slug: str) -> tuple[views.Part, ...]:
        """What an organisation without a role takes part in through its parts."""
        through = self._through(slug)
        if len(through) > _NAMED_AT_MOST:
            text = self.language.say_many(
                "Takes part through %(count)s part of it",
                "Takes part through %(count)s parts of it",
                len(through),
            )
            return (views.Part(text, ()),)
        found: list[views.Part] = []
        for part in through:
            name, projects = self.parts.organisation_name(part), self._own_projects(part)
            if len(projects) <= _NAMED_AT_MOST:
                links = tuple(
                    self.parts.project_link(self.portfolio.projects[one]) for one in projects
                )
                found.append(views.Part(self.say("Through %(name)s:", name=name), links))
            else:
                text = self.language.say_many(
                    "Through %(name)s: %(count)s project",
                    "Through %(name)s: %(count)s projects",
                    len(projects),
                    name=name,
                )
                found.append(views.Part(text, ()))
        return tuple(found)

    def _takes_part(self, slug: str, *, named: bool = True) -> tuple[views.Part, ...]:
        """What an organisation does in which projects, in few words."""
        say = self.say
        some = {
            "owner": say("Project owner of"),
            "co_funder": say("Co-funder of"),
            "partner": say("Partner in"),
            "named": say("Named in"),
        }
        roles = self._roles.get(slug, {})
        return tuple(
            views.Part(
                some[role],
                tuple(
                    self.parts.project_link(self.portfolio.projects[project])
                    for project in roles[role]
                ),
            )
            if len(roles[role]) <= _NAMED_AT_MOST
            else views.Part(self._in_many(role, len(roles[role])), ())
            for role in some
            if role in roles and (named or role != "named")
        )

    def _in_many(self, role: str, count: int) -> str:
        """What an organisation does in many projects."""
        say_many = self.language.say_many
        return {
            "owner": say_many(
                "Project owner of %(count)s project", "Project owner of %(count)s projects", count
            ),
            "co_funder": say_many(
                "Co-funder of %(count)s project", "Co-funder of %(count)s projects", count
            ),
            "partner": say_many(
                "Partner in %(count)s project", "Partner in %(count)s projects", count
            ),
            "named": say_many("Named in %(count)s project", "Named in %(count)s projects", count),
        }[role]

    def _organisation_lists(self) -> Iterator[Draft]:
        """All organisations on one page; where they are many, a page for each letter."""
        count = len(self.portfolio.organisations)
        few = count <= _ON_ONE_PAGE
        letters = self._letters if few else {}
        yield self.area(
            "partners",
            "organisation-list",
            self.say("The organisations that own, fund or take part in the projects, A to Z."),
            views.OrganisationListView(
                choices=tuple(
                    views.Link(
                        letter,
                        f"#{letter_id(letter)}"
                        if few
                        else self.addresses.letter(letter_id(letter)),
                    )
                    for letter in self._letters
                ),
                letters=tuple(
                    views.LetterGroup(letter, letter_id(letter), rows)
                    for letter, rows in letters.items()
                ),
                sentence=self._count(count),
                largest=() if few else self._largest(),
                paging=None,
            ),
        )
        if not few:
            for letter in self._letters:
                yield from self._letter(letter)

    def _largest(self) -> tuple[views.Companion, ...]:
        """The organisations that take part in most projects."""
        found = [
            views.Companion(self.parts.organisation_link(slug), len(projects))
            for slug, roles in self._roles.items()
            if (projects := {one for role in roles if role != "named" for one in roles[role]})
        ]
        found.sort(key=lambda one: (-one.projects, self.language.sort_key(one.link.text)))
        return tuple(found[:_COMPANIONS])

    def _count(self, count: int) -> str:
        return self.language.say_many(
            "Here is %(count)s organisation.", "Here are %(count)s organisations.", count
        )

    def _letter(self, letter: str) -> Iterator[Draft]:
        """The organisations under one letter."""
        rows, name = self._letters[letter], letter_id(letter)
        url = self.addresses.letter(name)
        pages = cut(rows, _ON_LETTER_PAGE)
        title = self.say("Partners: %(letter)s", letter=letter)
        for page, shown in enumerate(pages, start=1):
            yield Draft(
                key=("partners", "letter", name, str(page)),
                url=self.addresses.list_page(url, "", page),
                kind="organisation-list",
                title=self.numbered(title, page, len(pages)),
                description=self._count(len(rows)),
                view=views.OrganisationListView(
                    choices=tuple(
                        views.Link(
                            other,
                            self.addresses.letter(letter_id(other)),
                            current="page"
                            if other == letter and page == 1
                            else "true"
                            if other == letter
                            else "",
                        )
                        for other in self._letters
                    ),
                    letters=(views.LetterGroup(letter, name, tuple(shown)),),
                    sentence=self._count(len(rows)),
                    largest=(),
                    paging=paging(
                        page,
                        len(pages),
                        _ON_LETTER_PAGE,
                        len(rows),
                        lambda number: self.addresses.list_page(url, "", number),
                    ),
                ),
                trail=self.trail("partners"),
                area="partners",
            )

    @cached_property
    def _companions(self) -> Mapping[str, Counter[str]]:
        """For each organisation: the others in its projects, and in how many they are."""
        found: dict[str, Counter[str]] = {}
        for project in self.parts.projects:
            members = dict.fromkeys((project.owner, *project.co_funders, *project.partners))
            for slug in members:
                found.setdefault(slug, Counter()).update(tuple(members))
        for slug, others in found.items():
            del others[slug]
        return found

    def _works_with(self, slug: str) -> tuple[tuple[views.Companion, ...], int]:
        """Those who have most projects in common with an organisation, and how many more do."""
        others = self._companions.get(slug, Counter())
        found = [
            views.Companion(self.parts.organisation_link(other), count)
            for other, count in others.items()
        ]
        found.sort(key=lambda one: (-one.projects, self.language.sort_key(one.link.text)))
        return tuple(found[:_COMPANIONS]), max(0, len(found) - _COMPANIONS)

    def _role_list(self, organisation: Organisation, role: str) -> Selection:
        """The list of the projects that an organisation has a role in."""
        slug, say = organisation.slug, self.say
        name = self.parts.spelled(organisation.name)
        projects = [self.portfolio.projects[project] for project in self._roles[slug][role]]
        if role == "owner":  # a value of the facet, and so it has a list anyway
            url, title = (
                self.addresses.facet("owner", slug),
                say("Projects owned by %(name)s", name=name),
            )
        else:
            title = {
                "co_funder": say("Projects co-funded by %(name)s", name=name),
                "partner": say("Projects where %(name)s is a partner", name=name),
                "named": say("Projects that name %(name)s", name=name),
            }[role]
            word = {"co_funder": "co-funder", "partner": "partner", "named": "named"}[role]
            url = self.addresses.organisation_role(slug, word)
        return self.selection(("organisation", slug, role), projects, url=url, title=title)

    def _role(self, organisation: Organisation, role: str, heading: str, id: str) -> views.Role:  # noqa: A002
        """The projects that an organisation has a role in; of many the latest."""
        selection = self._role_list(organisation, role)
        count = len(selection.projects)
        shown = selection.projects[: _SHOWN if count > PAGE else count]
        return views.Role(
            heading,
            id,
            tuple(self.parts.summaries[project.slug] for project in shown),
            views.Link(
                self.language.say_many(
                    "%(title)s: the project",
                    "%(title)s: all %(count)s",
                    count,
                    title=selection.title,
                ),
                selection.url,
            )
            if count > PAGE
            else views.Link(""),
        )

    def _organisation(self, organisation: Organisation) -> Iterator[Draft]:
        parts, say = self.parts, self.say
        name = parts.spelled(organisation.name)
        marks = PageWords(parts)  # from here on in the order of the page
        text, text_language = (
            marks.sections(organisation.text) if organisation.text else ((), self.language.code)
        )
        kind = marks.said(parts.kind_name(organisation.kind)) if organisation.kind else ""
        roles = self._roles.get(organisation.slug, {})
        taken = {section.id for section in text}
        headings = {
            "owner": say("Projects that the organisation owns"),
            "co_funder": say("Projects that the organisation co-funds"),
            "partner": say("Projects where the organisation is a partner"),
            "named": say("Named in these projects"),
        }
        stories = parts.tellings.of_organisation.get(organisation.slug, ())
        companions, more_companions = self._works_with(organisation.slug)
        owned = roles.get("owner", ())
        own = self._own_projects(organisation.slug)
        through = self._through(organisation.slug)
        selection = self.selection(
            ("organisation", organisation.slug),
            sorted((self.portfolio.projects[slug] for slug in own), key=parts.newest_first),
            url=self.addresses.organisation(organisation.slug),
            title=name,
        )
        view = views.OrganisationView(
            name=name,
            facts=self._organisation_facts(organisation, kind),
            text=text,
            text_language=text_language,
            roles=tuple(
                self._role(organisation, role, heading, free_id(slugify(heading), taken))
                for role, heading in headings.items()
                if role in roles
            ),
            through=tuple(
                views.Through(parts.organisation_link(slug), self._takes_part(slug, named=False))
                for slug in through[:_THROUGH]
            ),
            more_through=max(0, len(through) - _THROUGH),
            listing=self.sums(selection),
            companions=companions,
            more_companions=more_companions,
            contacts=parts.contact_rows(self.portfolio.projects[slug] for slug in owned)
            if owned
            else None,
            stories=parts.first_stories(stories),
            all_stories=self.all_stories(name, selection.url, stories),
            words=marks.listed(),
        )
        draft = Draft(
            key=("partners", organisation.slug),
            url=selection.url,
            kind="organisation",
            title=name,
            description=say("What %(name)s takes part in, and as what.", name=name),
            view=view,
            trail=self.trail("partners"),
            area="partners",
            file=organisation.file,
            origins=parts.origins(organisation.text) if organisation.text else (),
            selection=selection,
        )
        yield draft
        yield from self.further_stories(draft, name, stories)
        for role in roles:
            if role != "owner" and len(roles[role]) > PAGE:
                yield from self._long_role(draft, self._role_list(organisation, role))

    def _long_role(self, organisation: Draft, selection: Selection) -> Iterator[Draft]:
        """The list of the projects that an organisation has a role in, where they are many."""
        view = views.ProjectListView(self.listing(selection), (), (), views.Link(""))
        draft = replace(
            organisation,
            key=("partners", *selection.key),
            url=selection.url,
            kind="project-list",
            title=selection.title,
            description=self.list_description(selection),
            view=view,
            trail=(*organisation.trail, views.Link(organisation.title, organisation.url)),
            origins=(),
        )
        yield from self.with_further_pages(draft, selection, view)

    def _parts_of(self, organisation: Organisation) -> tuple[views.Link, ...]:
        return self.parts.organisation_links(self._slugs_of_parts.get(organisation.slug, ()))

    @cached_property
    def _slugs_of_parts(self) -> Mapping[str, Sequence[str]]:
        """The organisations that are part of another, by that one's slug."""
        found: dict[str, list[str]] = {}
        for slug, organisation in self.portfolio.organisations.items():
            found.setdefault(organisation.part_of, []).append(slug)
        return found

    def _organisation_facts(self, organisation: Organisation, kind: str) -> tuple[views.Fact, ...]:
        parts = self.parts
        place = organisation.municipality
        parent = organisation.part_of
        values: list[tuple[str, tuple[views.Link, ...]]] = [
            ("kind", (views.Link(kind),) if kind else ()),
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
                "phone",
                (views.Link(organisation.phone, phone_url(organisation.phone)),)
                if organisation.phone
                else (),
            ),
            (
                "email",
                (views.Link(organisation.email, f"mailto:{organisation.email}"),)
                if organisation.email
                else (),
            ),
            (
                "aliases",
                tuple(views.Link(alias) for alias in self.language.sorted(organisation.aliases)),
            ),
        ]
        return tuple(
            views.Fact(
                self.say("Its parts") if name == "parts" else parts.label(OrganisationFields, name),
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


def _bare(address: str) -> str:
    """A web address as people say it: without protocol and closing slash."""
    return address.partition("//")[2].removeprefix("www.").rstrip("/")
