"""The pages of places: the map, all municipalities, each region, county and municipality."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from insyn.model.register import County, Municipality, Region, load_register
from insyn.model.shapes import Shape, country_shapes, municipality_shapes
from insyn.pages import views
from insyn.pages.drafting import Draft, letter_id
from insyn.pages.facets import Facets
from insyn.pages.listing import ListDrafting
from insyn.pages.maps import draw_map
from insyn.pages.selection import Selection


@dataclass(frozen=True)
class PlacePages(ListDrafting):
    """The pages of places in one language."""

    def drafts(self) -> Iterator[Draft]:
        """All places, all municipalities, then each region, county and municipality."""
        yield self._places()
        yield self._municipality_list()
        for region in self.parts.projects_by_region:
            yield from self._region(region)
        for county in self.parts.projects_by_county:
            yield from self._county(county)
        for municipality in self.parts.municipalities:
            yield from self._municipality(municipality)

    # --- places with their numbers ---

    def _region_place(self, region: Region) -> views.Place:
        return views.Place(
            self.parts.region_name(region),
            self.addresses.region(region),
            len(self.parts.projects_by_region[region]),
            len(self.parts.tellings.of_region.get(region, ())),
        )

    def _county_place(self, county: County) -> views.Place:
        return views.Place(
            self.parts.county_name(county),
            self.addresses.county(county),
            len(self.parts.projects_by_county[county]),
            len(self.parts.tellings.of_county.get(county, ())),
        )

    def _place(self, municipality: Municipality) -> views.Place:
        return views.Place(
            self.parts.municipality_name(municipality),
            self.addresses.municipality(municipality),
            len(self.parts.projects_by_municipality.get(municipality, ())),
            len(self.parts.tellings.of_municipality.get(municipality, ())),
        )

    def _whole_region(self, region: Region) -> views.WholeRegion:
        projects = self.parts.projects_in_whole_region.get(region, ())
        return views.WholeRegion(self.parts.region_link(region), len(projects))

    def _by_county(
        self, counties: Iterable[County], name: str
    ) -> tuple[tuple[views.Place, ...], tuple[str, ...], views.Map]:
        """The counties that have a page, the names of the others, and a map of both."""
        shapes, with_page = country_shapes(), self.parts.projects_by_county
        wanted = frozenset(counties)
        found = [
            (shapes[county.code], self._county_place(county))
            for county in with_page
            if county in wanted
        ]
        others = [
            (shapes[county.code], self.parts.county_name(county))
            for county in load_register().counties.values()
            if county in wanted and county not in with_page
        ]
        return self._mapped(found, others, name)

    def _mapped(
        self,
        found: Sequence[tuple[Shape, views.Place]],
        others: Sequence[tuple[Shape, str]],
        name: str,
    ) -> tuple[tuple[views.Place, ...], tuple[str, ...], views.Map]:
        return (
            tuple(place for _, place in found),
            self.language.sorted(name for _, name in others),
            draw_map(found, others, name),
        )

    @cached_property
    def _organisations(self) -> Mapping[Municipality, Sequence[str]]:
        """The organisations that sit in each municipality, by their slugs."""
        found: dict[Municipality, list[str]] = {}
        for slug, organisation in self.portfolio.organisations.items():
            if organisation.municipality:
                found.setdefault(organisation.municipality, []).append(slug)
        return found

    def _shared(self, count: int, also: str, name: str) -> str:
        """That the sum has the whole budget of `count` projects that `also` run elsewhere.

        It is empty where there are none.
        """
        if not count:
            return ""
        return " ".join(
            (
                self.say("The sum is the whole budget of the projects."),
                also,
                self.say("How much of it belongs to %(place)s is not known.", place=name),
            )
        )

    # --- pages ---

    def _places(self) -> Draft:
        parts, language = self.parts, self.language
        register = load_register()
        counties, without, drawn = self._by_county(
            register.counties.values(),
            self.say("Map of Sweden’s counties with the same numbers as in the list"),
        )
        with_projects = parts.projects_by_region
        return self.area(
            "places",
            "places",
            self.say("Where the projects are: by county, region and municipality, and on a map."),
            views.PlacesView(
                counties=counties,
                counties_without=without,
                map=drawn,
                municipalities=tuple(map(self._place, parts.municipalities)),
                regions=tuple(self._region_place(region) for region in with_projects),
                regions_without=language.sorted(
                    parts.region_name(region)
                    for region in register.regions.values()
                    if region not in with_projects
                ),
                municipality_count=len(parts.projects_by_municipality),
                unplaced=sum(map(len, parts.projects_in_whole_region.values())),
                all_municipalities=views.Link(
                    self.say("All municipalities of Sweden"),
                    self.addresses.all_municipalities,
                ),
            ),
        )

    def _municipality_list(self) -> Draft:
        language, parts = self.language, self.parts
        letters: dict[str, list[views.MunicipalityRow]] = {}
        for place in parts.in_order(load_register().municipalities.values()):
            letters.setdefault(language.initial(place.name), []).append(
                views.MunicipalityRow(
                    parts.municipality_link(place),
                    parts.county_link(place.county),
                    len(parts.projects_by_municipality.get(place, ())),
                )
            )
        return Draft(
            key=("places", "municipality"),
            url=self.addresses.all_municipalities,
            kind="municipality-list",
            title=self.say("All municipalities of Sweden"),
            description=self.say("Every municipality, A–Ö, with the number of its projects."),
            view=views.MunicipalityListView(
                letters=tuple(
                    views.MunicipalityLetter(letter, letter_id(letter), tuple(letters[letter]))
                    for letter in sorted(letters, key=language.sort_key)
                ),
                with_projects=len(parts.projects_by_municipality),
            ),
            trail=self.trail("places"),
            area="places",
        )

    def _region(self, region: Region) -> Iterator[Draft]:
        parts = self.parts
        name = parts.region_name(region)
        counties, without, drawn = self._by_county(
            (c for c in load_register().counties.values() if c.region == region),
            self.say(
                "Map of the counties in %(place)s with the same numbers as in the list", place=name
            ),
        )
        selection = self.selection(
            ("places", "region", region.code),
            parts.projects_by_region[region],
            url=self.addresses.region(region),
            title=self.say("Projects in %(place)s", place=name),
        )
        facets = Facets(parts).within_region(region)
        tellings = parts.tellings.of_region.get(region, ())
        wider = _wider(selection, lambda place: place.region != region)
        draft = Draft(
            key=selection.key,
            url=selection.url,
            kind="region",
            title=selection.title,
            description=self.say(
                "The projects in the region %(place)s: what they do and what they cost.",
                place=name,
            ),
            view=views.RegionView(
                name=name,
                counties=counties,
                counties_without=without,
                map=drawn,
                locator=parts.locator(region, (), name),
                municipalities=tuple(
                    self._place(place) for place in parts.municipalities if place.region == region
                ),
                unplaced=len(parts.projects_in_whole_region.get(region, ())),
                listing=self.listing(selection),
                shared=self._shared(
                    wider,
                    self.language.say_many(
                        "%(count)s project also runs in other regions.",
                        "%(count)s projects also run in other regions.",
                        wider,
                    ),
                    name,
                ),
                contacts=parts.contact_rows(selection.projects),
                facets=facets,
                stories=parts.first_stories(tellings),
                all_stories=self.all_stories(name, selection.url, tellings),
            ),
            trail=self.trail("places"),
            area="places",
        )
        beside = views.ProjectListView(self.listing(selection), facets, (), views.Link(""))
        yield from self.with_further_pages(draft, selection, beside)
        yield from self.further_stories(draft, name, tellings)

    def _county(self, county: County) -> Iterator[Draft]:
        parts = self.parts
        name = parts.county_name(county)
        shapes = municipality_shapes()
        inside = [p for p in load_register().municipalities.values() if p.county == county]
        municipalities, without, drawn = self._mapped(
            [
                (shapes[place.code], self._place(place))
                for place in parts.municipalities
                if place.county == county
            ],
            [
                (shapes[place.code], place.name)
                for place in inside
                if place not in parts.municipalities
            ],
            self.say(
                "Map of the municipalities in %(place)s with the same numbers as in the list",
                place=name,
            ),
        )
        selection = self.selection(
            ("places", "county", county.code),
            parts.projects_by_county[county],
            url=self.addresses.county(county),
            title=self.say("Projects in %(place)s", place=name),
        )
        wider = _wider(selection, lambda place: place.county != county)
        tellings = parts.tellings.of_county.get(county, ())
        draft = Draft(
            key=selection.key,
            url=selection.url,
            kind="county",
            title=selection.title,
            description=self.say(
                "The projects in %(place)s: what they do and what they cost.", place=name
            ),
            view=views.CountyView(
                name=name,
                municipalities=municipalities,
                municipalities_without=without,
                map=drawn,
                locator=parts.locator(county.region, (county.code,), name),
                whole_region=self._whole_region(county.region),
                listing=self.listing(selection),
                shared=self._shared(
                    wider,
                    self.language.say_many(
                        "%(count)s project also runs in other counties.",
                        "%(count)s projects also run in other counties.",
                        wider,
                    ),
                    name,
                ),
                contacts=parts.contact_rows(selection.projects),
                stories=parts.first_stories(tellings),
                all_stories=self.all_stories(name, selection.url, tellings),
            ),
            trail=(*self.trail("places"), parts.region_link(county.region)),
            area="places",
        )
        yield from self.with_further_pages(draft, selection)
        yield from self.further_stories(draft, name, tellings)

    def _municipality(self, municipality: Municipality) -> Iterator[Draft]:
        parts, region = self.parts, municipality.region
        name = parts.whole_name(municipality)
        near = frozenset(municipality_shapes()[municipality.code].neighbours)
        selection = self.selection(
            ("places", "municipality", municipality.code),
            parts.projects_by_municipality.get(municipality, ()),
            url=self.addresses.municipality(municipality),
            title=self.say("Projects in %(place)s", place=name),
        )
        wider = _wider(selection, lambda place: place != municipality)
        tellings = parts.tellings.of_municipality.get(municipality, ())
        draft = Draft(
            key=selection.key,
            url=selection.url,
            kind="municipality",
            title=selection.title,
            description=self.say(
                "The projects in %(place)s: what they do and what they cost.", place=name
            ),
            view=views.MunicipalityView(
                name=name,
                county=parts.county_link(municipality.county),
                region=parts.region_link(region),
                locator=parts.locator(region, (municipality.code,), municipality.name),
                neighbours=tuple(
                    self._place(place) for place in parts.municipalities if place.code in near
                ),
                whole_region=self._whole_region(region),
                listing=self.listing(selection),
                shared=self._shared(
                    wider,
                    self.language.say_many(
                        "%(count)s project also runs in other municipalities.",
                        "%(count)s projects also run in other municipalities.",
                        wider,
                    ),
                    municipality.name,
                ),
                contacts=parts.contact_rows(selection.projects),
                organisations=parts.organisation_links(self._organisations.get(municipality, ())),
                stories=parts.first_stories(tellings),
                all_stories=self.all_stories(name, selection.url, tellings),
            ),
            trail=(
                *self.trail("places"),
                parts.region_link(region),
                parts.county_link(municipality.county),
            ),
            area="places",
        )
        yield from self.with_further_pages(draft, selection)
        yield from self.further_stories(draft, name, tellings)


def _wider(selection: Selection, elsewhere: Callable[[Municipality], bool]) -> int:
    """How many projects run in a municipality that is `elsewhere` too; 0 if none has a budget."""
    found = [
        project.funding.total
        for project in selection.projects
        if any(map(elsewhere, project.municipalities))
    ]
    return len(found) if any(found) else 0
