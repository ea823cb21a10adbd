"""The pages of places: all of them, each region, each municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from insyn.model.register import Municipality, Region, load_register
from insyn.pages import views
from insyn.pages.drafting import Draft, Drafting


@dataclass(frozen=True)
class PlacePages(Drafting):
    """The pages of places in one language."""

    def drafts(self) -> Iterator[Draft]:
        """All places, then each region and each municipality."""
        yield self._places()
        for region in self.parts.projects_by_region:
            yield self._region(region)
        for municipality in self.parts.municipalities:
            yield self._municipality(municipality)

    def _place(self, municipality: Municipality) -> views.Place:
        return views.Place(
            municipality.name,
            self.addresses.municipality(municipality),
            len(self.parts.projects_by_municipality.get(municipality, ())),
        )

    def _municipalities_of(self, region: Region) -> tuple[views.Place, ...]:
        return tuple(
            self._place(place) for place in self.parts.municipalities if place.region == region
        )

    def _places(self) -> Draft:
        parts = self.parts
        with_projects = self.parts.projects_by_region
        return self.area(
            "places",
            "places",
            self.say("Regions and municipalities with projects."),
            views.PlacesView(
                regions=tuple(
                    views.RegionRow(
                        views.Place(
                            parts.region_name(region),
                            self.addresses.region(region),
                            len(projects),
                        ),
                        self._municipalities_of(region),
                    )
                    for region, projects in with_projects.items()
                ),
                without=self.language.sorted(
                    parts.region_name(region)
                    for region in load_register().regions.values()
                    if region not in with_projects
                ),
                municipality_count=len(self.parts.projects_by_municipality),
            ),
        )

    def _region(self, region: Region) -> Draft:
        parts = self.parts
        name = parts.region_name(region)
        projects = self.parts.projects_by_region[region]
        stories = [
            story
            for story in parts.stories
            if any(place.region == region for place in story.municipalities)
        ]
        counties = [
            county.name(self.language.code)
            for county in load_register().counties.values()
            if county.region == region
        ]
        return Draft(
            key=("places", "region", region.code),
            url=self.addresses.region(region),
            kind="region",
            title=self.say("Projects in %(place)s", place=name),
            description=self.say(
                "The projects in the region %(place)s: what they do and what they cost.",
                place=name,
            ),
            view=views.RegionView(
                name=name,
                counties=self.language.sorted(counties),
                municipalities=self._municipalities_of(region),
                totals=parts.totals(projects),
                projects=parts.summaries_of(project.slug for project in projects),
                stories=parts.story_summaries(stories),
            ),
            trail=self.trail("places"),
            area="places",
        )

    def _municipality(self, municipality: Municipality) -> Draft:
        parts, code = self.parts, self.language.code
        name = municipality.whole_name(code)
        projects = self.parts.projects_by_municipality.get(municipality, ())
        return Draft(
            key=("places", "municipality", municipality.code),
            url=self.addresses.municipality(municipality),
            kind="municipality",
            title=self.say("Projects in %(place)s", place=name),
            description=self.say(
                "The projects in %(place)s: what they do and what they cost.", place=name
            ),
            view=views.MunicipalityView(
                name=name,
                county=municipality.county.name(code),
                region=self.parts.region_link(municipality.region),
                projects=parts.summaries_of(project.slug for project in projects),
                organisations=parts.organisation_links(
                    slug
                    for slug, organisation in self.portfolio.organisations.items()
                    if organisation.municipality == municipality
                ),
                stories=parts.story_summaries(
                    story for story in parts.stories if municipality in story.municipalities
                ),
            ),
            trail=(*self.trail("places"), self.parts.region_link(municipality.region)),
            area="places",
        )
