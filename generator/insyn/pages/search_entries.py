"""What the search index takes from a page: filters, what a result shows, words and orders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from insyn.model.portfolio import Contact, Project, Story
from insyn.model.register import load_register
from insyn.model.values import phone_url
from insyn.pages import views
from insyn.pages.addresses import Area
from insyn.pages.drafting import Drafting, letter_id
from insyn.pages.facets import Facets
from insyn.pages.search_words import folded, words_of

# Facets with more values than this are told without them: the index has them.
_VALUES_AT_ONCE = 24
# Those whose values have no order but the alphabet's are not told either.
_ALPHABETICAL = frozenset({"municipality", "owner"})


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page that a search for one of `names` is about.

    `key` is the filter that the pages with it have in the index, and `value` what they have there
    where that is not the first name.
    """

    key: str
    names: tuple[str, ...]
    url: str
    value: str = ""


@dataclass(frozen=True)
class SearchEntries(Drafting):
    """The entries of the search index in one language."""

    def project(self, project: Project) -> tuple[views.Meta, ...]:
        """What the index takes from a project's page."""
        parts, language = self.parts, self.language
        funding, period = project.funding, project.period
        title, summary = parts.words(project.title), parts.words(project.summary)
        names = {slug: parts.organisation_name(slug) for slug in _organisations_of(project)}
        places = [place.name for place in parts.in_order(project.municipalities)]
        groups = [parts.choice(group) for group in project.target_groups]
        found = [
            views.Meta("filter", "type", self.say("Project")),
            *(
                views.Meta("filter", key, value)
                for key, value in self._values_of.get(project.slug, ())
            ),
            *(
                views.Meta("filter", "organisation", name)
                for name in language.sorted(set(names.values()))
            ),
            *(
                views.Meta("filter", "accessibility", parts.side_name(side))
                for side, _ in project.accessibility
            ),
            views.Meta("meta", "title", title.value),
            views.Meta("meta", "summary", summary.value),
            views.Meta("meta", "place", parts.place(project)),
            views.Meta("meta", "period", language.years(period.start, period.end)),
            _told("contact", (_reachable(contact) for contact in project.contacts), "; "),
            _told(
                "names",
                chain(
                    (parts.region_name(project.region), *places),
                    # The page says that support from the EU, be it 0, is from this fund.
                    () if funding.eu is None else ("ESF", self.say("European Social Fund")),
                    *((name, *parts.organisation(slug).aliases) for slug, name in names.items()),
                ),
            ),
            *self._hidden(
                [
                    title.value,
                    summary.value,
                    project.text.in_language(language.code)[0].text,
                    *(parts.words(words).value for _, words in project.accessibility),
                    *names.values(),
                    *places,
                    *groups,
                ],
                chain(
                    chain.from_iterable(map(_digits, project.contacts)),
                    chain.from_iterable(map(words_of, groups)),
                ),
            ),
            *self._language(title),
            *self._easy(project, "projects"),
            views.Meta("sort", "start", period.start.isoformat()),
            views.Meta("sort", "title", parts.title_places[title.value]),
        ]
        # What is not known comes last in its order: the script sees to that.
        if period.end is not None:
            found.append(views.Meta("sort", "end", period.end.isoformat()))
        if funding.total is not None:
            currency = self.portfolio.site.currency
            found.append(views.Meta("meta", "budget", language.money(funding.total, currency)))
            found.append(views.Meta("sort", "total", str(funding.total)))
        return tuple(found)

    def story(self, story: Story) -> tuple[views.Meta, ...]:
        """What the index takes from a story's page."""
        parts, language = self.parts, self.language
        title, summary = parts.words(story.title), parts.words(story.summary)
        municipalities = parts.in_order(story.municipalities)
        regions = dict.fromkeys(parts.region_name(place.region) for place in municipalities)
        places = [place.name for place in municipalities]
        counties = dict.fromkeys(parts.county_name(place.county) for place in municipalities)
        names = {slug: parts.organisation_name(slug) for slug in story.organisations}
        people = [person.name for person in story.people]
        return (
            views.Meta("filter", "type", self.say("Story")),
            *(views.Meta("filter", "region", region) for region in regions),
            *(views.Meta("filter", "county", county) for county in counties),
            *(
                views.Meta("filter", "municipality", parts.municipality_name(place))
                for place in municipalities
            ),
            *(
                views.Meta("filter", "organisation", name)
                for name in language.sorted(set(names.values()))
            ),
            views.Meta("meta", "title", title.value),
            views.Meta("meta", "summary", summary.value),
            views.Meta("meta", "place", parts.story_place(story)),
            _told(
                "names",
                chain(
                    regions,
                    places,
                    people,
                    *((name, *parts.organisation(slug).aliases) for slug, name in names.items()),
                ),
            ),
            *self._hidden(
                [
                    title.value,
                    summary.value,
                    story.text.in_language(language.code)[0].text,
                    *names.values(),
                    *places,
                ],
                (),
            ),
            *self._language(title),
            *self._easy(story, "stories"),
            views.Meta("sort", "title", parts.title_places[title.value]),
        )

    def _easy(self, card: Project | Story, kind: str) -> tuple[views.Meta, ...]:
        """The way to the easy-to-read version, as a result shows it."""
        link = self.parts.easy_link(card, kind)
        return (
            views.Meta("meta", "easy", link.text),
            views.Meta("meta", "easy_address", link.url),
        )

    def finder(self, only: str = "") -> views.Finder:
        """What a page that searches needs; `only` is the one kind of page it is about."""
        return views.Finder(
            filters=self.filters
            if only
            else (
                *self.filters,
                views.Filter("type", self.say("Kind of page"), ()),
            ),
            helps=self.addresses.search_helps,
            letters="".join(self.names_by_letter),
            only=only,
        )

    @cached_property
    def names_by_letter(self) -> Mapping[str, Mapping[str, tuple[NamedPage, ...]]]:
        """The pages that are not in the index, by the first letter of a name and by the name.

        Both are as `folded` makes them; a name that begins with no letter from a to z is under 0.
        """
        found: dict[str, dict[str, tuple[NamedPage, ...]]] = {}
        for page in self.named_pages():
            for name in dict.fromkeys(map(folded, page.names)):
                letter = name[:1] if "a" <= name[:1] <= "z" else "0"
                pages = found.setdefault(letter, {})
                pages[name] = (*pages.get(name, ()), page)
        return {
            letter: {name: found[letter][name] for name in sorted(found[letter])}
            for letter in sorted(found)
        }

    @cached_property
    def filters(self) -> tuple[views.Filter, ...]:
        """What a search can be narrowed down by, on whatever page."""
        sides = {side for project in self.parts.projects for side, _ in project.accessibility}
        found = [
            views.Filter(
                facet.key,
                facet.name,
                ()
                if facet.key in _ALPHABETICAL or len(facet.values) > _VALUES_AT_ONCE
                else tuple(value.name for value in facet.values),
            )
            for facet in self._facets.all
        ]
        if self.portfolio.organisations:
            found.append(views.Filter("organisation", self.say("Organisation that takes part"), ()))
        if sides:
            found.append(views.Filter("accessibility", self.say("Tells about accessibility"), ()))
        return tuple(found)

    def named_pages(self) -> Iterator[NamedPage]:
        """The pages that are not in the index, by the names people search for them with."""
        yield from self._named_places()
        parts = self.parts
        for slug, organisation in self.portfolio.organisations.items():
            names = dict.fromkeys(
                (
                    parts.organisation_name(slug),
                    *organisation.aliases,
                    *organisation.also_typed,
                )
            )
            yield NamedPage("organisation", tuple(names), self.addresses.organisation(slug))
        for term in self.portfolio.glossary:
            for code, word in term.words.versions:
                if code == self.language.code:
                    names = dict.fromkeys(
                        filter(None, (word.term, word.stands_for, *word.forms, *word.synonyms))
                    )
                    url = f"{self.addresses.area('glossary')}#{term.slug}"
                    yield NamedPage("term", tuple(names), url)
        for page in self.portfolio.pages.values():
            yield NamedPage("page", (parts.words(page.title).value,), self.addresses.text(page))
        for area, others in self._areas():
            names = dict.fromkeys((self.area_name(area), *others.split(", ")))
            yield NamedPage("page", tuple(names), self.addresses.area(area))

    def _areas(self) -> Iterator[tuple[Area, str]]:
        """The areas, with what else people call what is there."""
        say, parts = self.say, self.parts
        yield "projects", say("all projects, list of projects")
        yield "places", say("map, the map, municipalities, counties, regions")
        yield "money", say("budget, cost, costs, what does it cost, who pays, funding, economy")
        yield "contacts", say("contact, contact us, phone, phone number, email, who can I call")
        yield "partners", say("organisations, all organisations, project owners")
        yield "timeline", say("when, calendar, the years")
        yield "results", say("result, what came of it, effects, targets")
        yield "accessibility-in-projects", say("accessibility, wheelchair, sign language")
        if self.portfolio.statement:
            yield "accessibility-statement", say("report a shortcoming, WCAG, screen reader")
        if parts.stories:
            yield "stories", say("story, all stories")
        if parts.has_easy_texts:
            yield "easy-to-read", say("easy read, plain language, simple texts")
        if self.portfolio.glossary:
            yield "glossary", say("words, dictionary, word list, difficult words, abbreviations")

    def _named_places(self) -> Iterator[NamedPage]:
        parts, addresses = self.parts, self.addresses
        for region in parts.projects_by_region:
            name = parts.region_name(region)
            yield NamedPage("region", (name,), addresses.region(region))
        for county in parts.projects_by_county:
            names = dict.fromkeys((parts.county_name(county), county.name_sv))
            yield NamedPage("county", tuple(names), addresses.county(county))
        for place in parts.municipalities:
            whole = parts.whole_name(place)
            names = dict.fromkeys((place.name, whole, f"{place.name} kommun"))
            url, value = addresses.municipality(place), parts.municipality_name(place)
            yield NamedPage("municipality", tuple(names), url, "" if value == place.name else value)
        with_page = frozenset(parts.municipalities)
        for place in load_register().municipalities.values():
            if place not in with_page:  # who looks for it gets an answer too
                letter = letter_id(self.language.initial(place.name))
                names = dict.fromkeys((place.name, parts.whole_name(place)))
                url = f"{addresses.all_municipalities}#{letter}"
                yield NamedPage("no-projects", tuple(names), url)

    # --- what the entries share ---

    @cached_property
    def _facets(self) -> Facets:
        return Facets(self.parts)

    @cached_property
    def _values_of(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The values that each project has, by slug: (the facet's key, the value's name)."""
        found: dict[str, dict[tuple[str, str], None]] = {}
        for facet in self._facets.all:
            for value in facet.values:
                for project in value.projects:
                    found.setdefault(project.slug, {})[facet.key, value.name] = None
        return {slug: tuple(values) for slug, values in found.items()}

    def _hidden(self, texts: list[str], also: Iterable[str]) -> Iterator[views.Meta]:
        """Words to be found by that no result shows; see `search_words`.

        Those of the title, the first of `texts`, tell most of what a page is about.
        """
        lexicon = self.parts.lexicon
        yield _told("about", lexicon.hidden_words(texts[:1]), " ")
        yield _told("words", chain(also, lexicon.hidden_words(texts[1:])), " ")
        others = (f"{other} = {word}" for other, word in lexicon.other_words(texts))
        yield _told("synonyms", others, "; ")

    def _language(self, title: views.Text) -> Iterator[views.Meta]:
        """The language of a title that is not in that of the interface."""
        if title.language != self.language.spoken:
            yield views.Meta("meta", "language", title.language)


def _told(key: str, texts: Iterable[str], between: str = ", ") -> views.Meta:
    """Words by which a page must be found although they are not in its running text."""
    return views.Meta("meta", key, between.join(dict.fromkeys(filter(None, texts))))


def _reachable(contact: Contact) -> str:
    """How to reach someone, in one line."""
    return ", ".join(filter(None, (contact.name, contact.phone, contact.email)))


def _digits(contact: Contact) -> Iterator[str]:
    """A phone number as a search asks for it: in digits only, from near, far and abroad."""
    if contact.phone:
        near = contact.phone.partition("-")[2]
        for number in (near, contact.phone, phone_url(contact.phone)):
            yield "".join(filter(str.isdecimal, number))


def _organisations_of(project: Project) -> tuple[str, ...]:
    return tuple(dict.fromkeys((project.owner, *project.co_funders, *project.partners)))
