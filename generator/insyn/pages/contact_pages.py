"""Whom to call: the way to a contact by region and by organisation, and the contacts by region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from insyn.model.portfolio import Project
from insyn.model.register import Region
from insyn.pages import views
from insyn.pages.drafting import Draft
from insyn.pages.listing import ListDrafting, cut, paging
from insyn.pages.parts import CONTACTS_AT_ONCE


@dataclass(frozen=True)
class ContactPages(ListDrafting):
    """The pages of contacts in one language."""

    def drafts(self) -> Iterator[Draft]:
        """Where to look, and the contacts of each region."""
        yield self._contacts()
        for region, projects in self.parts.projects_by_region.items():
            if projects:
                yield from self._of_region(region, projects)

    def _by_title(self, projects: Sequence[Project]) -> list[Project]:
        parts, sort_key = self.parts, self.language.sort_key
        return sorted(
            projects,
            key=lambda project: (sort_key(parts.words(project.title).value), project.slug),
        )

    def _contacts(self) -> Draft:
        parts = self.parts
        projects = parts.projects
        few = len(projects) <= CONTACTS_AT_ONCE
        return self.area(
            "contacts",
            "contacts",
            self.say("Whom to call or write to about each project."),
            views.ContactsView(
                regions=tuple(
                    views.Place(
                        parts.region_name(region),
                        self.addresses.region_contacts(region),
                        len(found),
                    )
                    for region, found in parts.projects_by_region.items()
                    if found
                ),
                organisations=self.area_link("partners"),
                contacts=parts.contact_rows(self._by_title(projects)) if few else None,
                without=sum(not project.contacts for project in projects),
                projects=len(projects),
            ),
        )

    def _of_region(self, region: Region, projects: Sequence[Project]) -> Iterator[Draft]:
        parts, name = self.parts, self.parts.region_name(region)
        url = self.addresses.region_contacts(region)
        pages = cut(self._by_title(projects), CONTACTS_AT_ONCE)
        for page, shown in enumerate(pages, start=1):
            title = self.say("Contacts in %(region)s", region=name)
            yield Draft(
                key=("contacts", "region", region.code, str(page)),
                url=self.addresses.list_page(url, "", page),
                kind="region-contacts",
                title=self.numbered(title, page, len(pages)),
                description=self.say(
                    "Whom to call or write to about the projects in %(region)s.", region=name
                ),
                view=views.RegionContactsView(
                    contacts=replace(parts.contact_rows(shown), all=views.Link("")),
                    paging=paging(
                        page,
                        len(pages),
                        CONTACTS_AT_ONCE,
                        len(projects),
                        lambda number: self.addresses.list_page(url, "", number),
                    ),
                    region=parts.region_link(region),
                ),
                trail=self.trail("contacts"),
                area="contacts",
            )
