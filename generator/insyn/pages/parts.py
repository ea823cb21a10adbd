"""The parts that pages share, put together from the portfolio in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from html import escape, unescape
from typing import Literal, TypeVar
from urllib.parse import unquote, urlsplit

from insyn.language import NBSP, Language
from insyn.markup import Rendered
from insyn.model.fields import ORGANISATION_KINDS, Fields, OrganisationKind, SideKey, about
from insyn.model.portfolio import (
    CardReference,
    Choice,
    EasyText,
    Funding,
    LeadPicture,
    Organisation,
    OtherForms,
    Portfolio,
    Project,
    Story,
    Translated,
    Words,
)
from insyn.model.register import County, Municipality, Region
from insyn.model.values import phone_url
from insyn.pages import views
from insyn.pages.addresses import Addresses
from insyn.pages.kinship import Kinship, phases
from insyn.pages.maps import draw_locator
from insyn.pages.picture_html import AT_THE_TOP, IN_TEXT, picture_html
from insyn.pages.search_words import Lexicon
from insyn.pages.tellings import Telling, Tellings
from insyn.pages.term_marks import Expression, Vocabulary
from insyn.problem import Origin
from insyn.slugs import LONGEST_NAME, slugify

Word = TypeVar("Word")

_IMAGE = re.compile(r'<img alt="(?P<alternative>[^"]*)" src="media:(?P<file>[^"]*)">')
_TAGS = re.compile(r"<[^<>]*>")
# Links that open something else than a page: whoever follows one should know beforehand.
_DOCUMENT_LINK = re.compile(
    r'(?P<start><a [^<>]*?href="(?P<target>(?:media:documents/|https?://)[^"]*\.'
    r"(?:csv|docx?|epub|m4a|m4v|mp3|mp4|od[pst]|og[agv]|pdf|pptx?|rtf|wav|webm|xlsx?|zip))"
    r'"[^<>]*>)(?P<words>.*?)</a>',
    re.DOTALL | re.IGNORECASE,
)
_REFERENCE = re.compile(r'(?P<attribute>href|src)="(?P<target>(?:card|media):[^"]*)')
# The contacts of more projects than this have pages.
CONTACTS_AT_ONCE = 25
# Of more stories about something than this, its page shows the first.
STORIES_BESIDE = 5
# More municipalities than this are counted, not named.
_NAMED_AT_MOST = 3
_PERCENT = {"%", "procent", "per cent", "percent"}


@dataclass(frozen=True)
class Parts:
    """What pages in one language are put together from.

    `today` is the day of the build: whether a project has ended follows from it.
    """

    portfolio: Portfolio
    language: Language
    addresses: Addresses
    today: date

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """All projects, those that begin latest first."""
        return tuple(sorted(self.portfolio.projects.values(), key=self.newest_first))

    def newest_first(self, project: Project) -> tuple[object, ...]:
        """A key that puts projects in the order of `projects`."""
        return (
            -project.period.start.toordinal(),
            self.language.sort_key(self.words(project.title).value),
            project.slug,
        )

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """All stories, in alphabetical order."""
        return tuple(
            sorted(
                self.portfolio.stories.values(),
                key=lambda story: (
                    self.language.sort_key(self.words(story.title).value),
                    story.slug,
                ),
            )
        )

    @cached_property
    def phases(self) -> Mapping[str, tuple[Project, ...]]:
        """For each project that is one phase of a longer effort: all its phases, in order."""
        return phases(self.portfolio.projects)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of all texts in this language, and other words for the same things."""
        code = self.language.code
        cards: tuple[Project | Story, ...] = (
            *self.portfolio.projects.values(),
            *self.portfolio.stories.values(),
        )
        return Lexicon(
            self.language.spoken,
            tuple(
                text
                for card in cards
                for text in (
                    self.words(card.title).value,
                    self.words(card.summary).value,
                    card.text.in_language(code)[0].text,
                )
            ),
            tuple(
                tuple(filter(None, (word.term, word.stands_for, *word.synonyms)))
                for term in self.portfolio.glossary
                for version, word in term.words.versions
                if version == code
            ),
        )

    @cached_property
    def kinship(self) -> Kinship:
        """Which projects are alike, and why."""
        return Kinship(self.portfolio.projects.values())

    @cached_property
    def tellings(self) -> Tellings:
        """The stories by what they tell of."""
        return Tellings(self.stories, self.portfolio.projects)

    # --- words ---

    @property
    def readable(self) -> tuple[str, str]:
        """The languages that whoever reads these pages is known to read, the best one first."""
        return self.language.code, self.language.spoken

    def say(self, message: str, **values: object) -> str:
        """An interface text; see `Language.say`."""
        return self.language.say(message, **values)

    def words(self, words: Words) -> views.Text:
        """Words in this language, or in the language there is."""
        return views.Text(*words.in_language(*self.readable))

    def spelled(self, words: Words | None) -> str:
        """Words whose language is not marked, such as names; empty for `None`."""
        return words.in_language(*self.readable)[0] if words else ""

    def choice(self, choice: Choice) -> str:
        """The name of a choice, such as a phase."""
        return self.spelled(choice.name)

    @cached_property
    def _choice_slugs(self) -> Mapping[tuple[str, str], str]:
        """How each choice is called in addresses: by the facet it is of, and its key."""
        site = self.portfolio.site
        facets = (
            ("programme-area", site.programme_areas),
            ("phase", site.phases),
            ("target-group", site.target_groups),
        )
        return {
            (facet, choice.key): slug
            for facet, choices in facets
            for choice, slug in zip(choices, distinct_slugs(map(self.choice, choices)), strict=True)
        }

    def choice_link(
        self, facet: Literal["programme-area", "phase", "target-group"], choice: Choice
    ) -> views.Link:
        """A link to the list of the projects with a choice; there must be some."""
        slug = self._choice_slugs[facet, choice.key]
        return views.Link(self.choice(choice), self.addresses.facet(facet, slug))

    def link(self, words: Words, url: str) -> views.Link:
        """A link whose text says its language where that is not the page's."""
        text, language = words.in_language(*self.readable)
        return views.Link(text, url, "" if language == self.language.spoken else language)

    def measure(self, number: Decimal, unit: str) -> str:
        """A number with its unit: "70 %", "594 personer"."""
        spelled = self.language.number(number)
        if unit.casefold() in _PERCENT:
            return self.language.with_percent_sign(spelled)
        return f"{spelled}{NBSP}{unit}" if unit else spelled

    def html(self, html: str, language: str) -> str:
        """Text in `language`, with its references to cards and files turned into addresses."""

        def address(found: re.Match[str]) -> str:
            target = self.address(unescape(found["target"]), language)
            return f'{found["attribute"]}="{escape(target)}'

        told = _DOCUMENT_LINK.sub(self._document_link, html)
        return _REFERENCE.sub(address, _IMAGE.sub(self._image, told))

    def _document_link(self, found: re.Match[str]) -> str:
        """A link to a document, which says its format and, if it is ours, its size."""
        target, words = unescape(found["target"]), unescape(_TAGS.sub("", found["words"]))
        ending = urlsplit(target).path.rpartition(".")[2]
        size = self.portfolio.sizes.get(unquote(target.removeprefix("media:")))
        facts = [] if re.search(rf"\b{ending}\b", words, re.IGNORECASE) else [ending.upper()]
        if size is not None and not re.search(r"\d\s?[kM]B\b", words):
            facts.append(self.language.file_size(size))
        said = f" ({', '.join(facts)})" if facts else ""
        return f"{found['start']}{found['words']}{said}</a>"

    def _image(self, found: re.Match[str]) -> str:
        """A picture in a text, in the sizes that pages need."""
        picture = self.portfolio.pictures.get(unescape(found["file"]))
        if picture is None:
            return found[0]
        root, alternative = self.addresses.root, unescape(found["alternative"])
        return picture_html(picture, root=root, alternative=alternative, sizes=IN_TEXT)

    def sharing_image(self, lead: LeadPicture | None) -> str:
        """The address of a card's picture for other sites to show, if they can show it."""
        picture = self.portfolio.pictures.get(lead.media) if lead else None
        if picture is None or not picture.modern:  # few sites show a drawing (SVG)
            return ""
        return f"{self.addresses.root}{picture.fallback.path}"

    def lead_picture(self, lead: LeadPicture | None) -> views.LeadPicture | None:
        """The picture at the top of a card's page, if it has one that can be shown."""
        picture = self.portfolio.pictures.get(lead.media) if lead else None
        if lead is None or picture is None:
            return None
        nothing = views.Text("", self.language.code)
        alternative = self.words(lead.alternative) if lead.alternative else nothing
        other = alternative.language if alternative.language != self.language.code else ""
        return views.LeadPicture(
            html=picture_html(
                picture,
                root=self.addresses.root,
                alternative=alternative.value,
                language=other,
                sizes=AT_THE_TOP,
                eager=True,
            ),
            caption=self.words(lead.caption) if lead.caption else nothing,
            credit=lead.credit,
        )

    def address(self, target: str, language: str) -> str:
        """Where a reference leads: `card:…` and `media:…` become addresses here.

        `language` is that of the text it is in.  Where that is not the page's own, the headings
        of the other card have other names here: the link leads to the top of the page.
        """
        scheme, _, named = target.partition(":")
        if scheme == "media":
            picture = self.portfolio.pictures.get(named)
            if picture is not None:
                return f"{self.addresses.root}{picture.fallback.path}"
            return self.addresses.media(named)
        if scheme != "card":
            return target
        card, mark, anchor = named.partition("#")
        kind, _, slug = card.partition("/")
        page = self.addresses.card(kind, slug, self.portfolio.pages)
        return page + mark + anchor if language == self.language.code else page

    def text(self, text: Translated[Rendered]) -> tuple[tuple[views.TextSection, ...], str]:
        """A card's own text by sections, and the language it is in."""
        rendered, language = text.in_language(*self.readable)
        return tuple(
            views.TextSection(
                section.heading.text if section.heading else "",
                section.heading.id if section.heading else "",
                self.html(section.html, language),
            )
            for section in rendered.sections
        ), language

    @cached_property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """The glossary's words to look for in texts, by the language of the text."""
        found: dict[str, list[Expression]] = {}
        for term in self.portfolio.glossary:
            for code, word in term.words.versions:
                forms = (word.term, *word.forms)
                found.setdefault(code, []).append(Expression(term.slug, forms, word.stands_for))
        return {code: Vocabulary(tuple(expressions)) for code, expressions in found.items()}

    def easy(self, forms: OtherForms) -> EasyText | None:
        """The easy-to-read version of a text in this language, if there is one."""
        return dict(forms.easy).get(self.language.code)

    @cached_property
    def has_easy_texts(self) -> bool:
        """Is there any easy-to-read text in this language?"""
        cards: tuple[Project | Story, ...] = (
            *self.portfolio.projects.values(),
            *self.portfolio.stories.values(),
        )
        return any(self.easy(card.other_forms) for card in cards)

    def other_forms(self, forms: OtherForms, kind: str, slug: str) -> views.OtherForms:
        """How else the text of a card can be taken in; `kind` is its folder."""
        say = self.say

        def where(place: str) -> str:
            """The format of a file of ours, or the site that has it."""
            if place.startswith("media:"):
                return place.rpartition(".")[2].upper()
            return say("on %(site)s", site=urlsplit(place).netloc.removeprefix("www."))

        def url(place: str) -> str:
            return self.address(place, self.language.code)

        audio, film = self.spelled(forms.audio), self.spelled(forms.sign_language_film)
        links: list[views.Link] = []
        if self.easy(forms):
            links.append(views.Link(say("Easy-to-read version"), self.addresses.easy(kind, slug)))
        if audio:
            text = say("Listen to the text (%(where)s)", where=where(audio))
            links.append(views.Link(text, url(audio)))
        if film:
            text = say("Film in sign language (%(where)s)", where=where(film))
            links.append(views.Link(text, url(film)))
        nothing = views.Text("", self.language.code)
        return views.OtherForms(
            pronunciation=self.words(forms.pronunciation) if forms.pronunciation else nothing,
            links=tuple(links),
            easy=views.Link(say("Read the easy-to-read version"), self.addresses.easy(kind, slug))
            if self.easy(forms)
            else views.Link(""),
        )

    def origins(self, text: Translated[Rendered]) -> tuple[tuple[str, Origin], ...]:
        """For each address that the text leads to: how and where in the card it is typed."""
        rendered, language = text.in_language(*self.readable)
        return tuple(
            (
                self.address(reference.address, language),
                Origin(reference.target, reference.place, reference.text),
            )
            for reference in rendered.references
            if reference.address
        )

    # --- facts ---

    def funding(self, funding: Funding) -> views.Funding:
        """Funding with what follows from it.  A total of 0 divides nothing."""
        eu, total = funding.eu, funding.total
        known = eu is not None and total is not None
        return views.Funding(
            eu=eu,
            total=total,
            cofunding=total - eu if eu is not None and total is not None else None,
            share=eu / total if known and eu is not None and total else None,
        )

    def totals(self, projects: Iterable[Project]) -> views.Funding:
        """The sums over those `projects` whose total budget is known, so that the parts add up.

        The share is counted over the projects whose EU support and total are both known.  EU
        support is summed without a total only where no total at all is known.
        """
        eu: list[int] = []
        cofunding: list[int] = []
        unsplit: list[int] = []
        alone: list[int] = []
        for funding in (project.funding for project in projects):
            if funding.total is None:
                alone += [] if funding.eu is None else [funding.eu]
            elif funding.eu is None:
                unsplit.append(funding.total)
            else:
                eu.append(funding.eu)
                cofunding.append(funding.total - funding.eu)
        if not eu and not unsplit:
            return views.Funding(sum(alone) if alone else None, None, None, None)
        split = sum(eu) + sum(cofunding)
        return views.Funding(
            eu=sum(eu) if eu else None,
            total=split + sum(unsplit),
            cofunding=sum(cofunding) if eu else None,
            share=sum(eu) / split if split else None,
            unsplit=sum(unsplit),
        )

    def period(self, project: Project) -> views.Period:
        """When the project runs, and where it stands today."""
        period = project.period
        return views.Period(period.start, period.end, period.status(self.today))

    def contacts(self, project: Project) -> tuple[views.Contact, ...]:
        """Whom to call about a project, the one to call first, first."""
        nobody = views.Text("", self.language.code)
        return tuple(
            views.Contact(
                name=contact.name,
                role=self.words(contact.role) if contact.role else nobody,
                email=contact.email,
                phone=contact.phone,
                phone_url=phone_url(contact.phone) if contact.phone else "",
                organisation=self.organisation_link(project.owner),
                withdrawn=contact.withdrawn,
            )
            for contact in project.contacts
        )

    def owner(self, project: Project) -> views.Contact:
        """Whom to ask where a project names nobody: its owner, as far as it can be reached."""
        owner = self.organisation(project.owner)
        return views.Contact(
            name="",
            role=views.Text("", self.language.code),
            email=owner.email,
            phone=owner.phone,
            phone_url=phone_url(owner.phone) if owner.phone else "",
            organisation=self.organisation_link(project.owner),
        )

    def contact_rows(self, projects: Iterable[Project]) -> views.ContactList:
        """Whom to call about some projects, in their order; a long list only begins here.

        A project without a contact has a row too: its owner can be asked.
        """
        given = tuple(projects)
        rows = [
            views.ContactRow(
                project=self.project_link(project),
                contact=contact,
                organisation=self.organisation_link(project.owner),
                ended=self.period(project).status == "ended",
            )
            for project in given[:CONTACTS_AT_ONCE]
            for contact in self.contacts(project) or (None,)
        ]
        return views.ContactList(
            rows=tuple(rows),
            projects=len(given),
            shown=min(len(given), CONTACTS_AT_ONCE),
            all=views.Link(self.say("All contacts"), self.addresses.area("contacts")),
        )

    # --- organisations and places ---

    def organisation(self, slug: str) -> Organisation:
        """The organisation with this slug."""
        return self.portfolio.organisations[slug]

    def organisation_name(self, slug: str) -> str:
        """An organisation's name.  Names are not marked with a language: they are names."""
        return self.spelled(self.organisation(slug).name)

    def organisation_link(self, slug: str) -> views.Link:
        """A link to an organisation's page."""
        return views.Link(self.organisation_name(slug), self.addresses.organisation(slug))

    def organisation_links(self, slugs: Iterable[str]) -> tuple[views.Link, ...]:
        """Links to organisations, in alphabetical order."""
        links = [self.organisation_link(slug) for slug in slugs]
        return tuple(sorted(links, key=lambda link: self.language.sort_key(link.text)))

    def label(self, model: type[Fields], name: str) -> str:
        """What the field `name` of a kind of card is called."""
        told = about(model, name)
        return self.language.choice(told.sv, told.en)

    def kind_name(self, kind: OrganisationKind) -> str:
        """What sort of organisation it is."""
        return self.language.choice(*ORGANISATION_KINDS[kind])

    def side_name(self, side: SideKey) -> str:
        """One of ESF's four sides of accessibility."""
        say = self.say
        return {
            "premises": say("Premises"),
            "activities": say("Activities"),
            "communication": say("Communication"),
            "information": say("Information"),
        }[side]

    def region_name(self, region: Region) -> str:
        """A region's name."""
        return self.language.place(region.name(self.language.code))

    def county_name(self, county: County) -> str:
        """A county's name."""
        return self.language.place(county.name(self.language.code))

    def whole_name(self, place: Municipality) -> str:
        """A municipality's name with what it is: "Marks kommun", "Mark Municipality"."""
        return self.language.place(place.whole_name(self.language.code), bare=place.name)

    @cached_property
    def _region_names(self) -> frozenset[str]:
        return frozenset(map(self.region_name, self.projects_by_region))

    def municipality_name(self, place: Municipality) -> str:
        """A municipality's name beside those of regions: Stockholm is both."""
        if place.name in self._region_names:
            return self.whole_name(place)
        return place.name

    def in_order(self, municipalities: Iterable[Municipality]) -> tuple[Municipality, ...]:
        """Municipalities in alphabetical order."""
        return tuple(sorted(municipalities, key=lambda place: self.language.sort_key(place.name)))

    def municipality_links(self, project: Project) -> tuple[views.Link, ...]:
        """Links to a project's municipalities."""
        return tuple(
            views.Link(self.municipality_name(place), self.addresses.municipality(place))
            for place in self.in_order(project.municipalities)
        )

    def place(self, project: Project) -> str:
        """Where a project is, in few words."""
        names = [place.name for place in self.in_order(project.municipalities)]
        region = self.region_name(project.region)
        if not names:
            return region
        if len(names) <= _NAMED_AT_MOST:
            return self.language.join(names)
        return self.language.say_many(
            "%(count)s municipality in %(region)s",
            "%(count)s municipalities in %(region)s",
            len(names),
            region=region,
        )

    def story_place(self, story: Story) -> str:
        """Where a story is from: "Baronbackarna, Örebro"."""
        names = self.language.join([place.name for place in self.in_order(story.municipalities)])
        return ", ".join(part for part in (story.place, names) if part)

    # --- places ---

    @cached_property
    def projects_by_region(self) -> Mapping[Region, tuple[Project, ...]]:
        """Projects by region, the regions in alphabetical order; those without are left out."""
        found: dict[Region, list[Project]] = {}
        for project in self.projects:
            found.setdefault(project.region, []).append(project)
            for place in project.municipalities:  # now and then one lies in another region
                found.setdefault(place.region, [])
        for story in self.stories:
            for place in story.municipalities:
                found.setdefault(place.region, [])
        names = sorted(found, key=lambda region: self.language.sort_key(self.region_name(region)))
        return {region: tuple(found[region]) for region in names}

    @cached_property
    def projects_by_municipality(self) -> Mapping[Municipality, tuple[Project, ...]]:
        """Projects by municipality."""
        found: dict[Municipality, list[Project]] = {}
        for project in self.projects:
            for place in project.municipalities:
                found.setdefault(place, []).append(project)
        return {place: tuple(projects) for place, projects in found.items()}

    @cached_property
    def projects_by_county(self) -> Mapping[County, tuple[Project, ...]]:
        """Projects by county, each once, for every county that has a page; in alphabetical order.

        A county has a page if one of its municipalities has.  A project without municipalities is
        in no county.
        """
        found: dict[County, list[Project]] = {place.county: [] for place in self.municipalities}
        for project in self.projects:
            for county in {place.county: None for place in project.municipalities}:
                found[county].append(project)
        names = sorted(found, key=lambda county: self.language.sort_key(self.county_name(county)))
        return {county: tuple(found[county]) for county in names}

    @cached_property
    def projects_in_whole_region(self) -> Mapping[Region, tuple[Project, ...]]:
        """Projects that name a region and no municipality, by region."""
        found: dict[Region, list[Project]] = {}
        for project in self.projects:
            if not project.municipalities:
                found.setdefault(project.region, []).append(project)
        return {region: tuple(projects) for region, projects in found.items()}

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities that have a page, for their projects or stories, in order."""
        found = set(self.projects_by_municipality)
        found |= {place for story in self.stories for place in story.municipalities}
        return self.in_order(found)

    def region_link(self, region: Region) -> views.Link:
        """A link to a region's page."""
        return views.Link(self.region_name(region), self.addresses.region(region))

    def county_link(self, county: County) -> views.Link:
        """A link to a county's page, if it has one."""
        has_page = county in self.projects_by_county
        return views.Link(
            self.county_name(county), self.addresses.county(county) if has_page else ""
        )

    def locator(self, region: Region, codes: Sequence[str], place: str) -> views.Locator:
        """The small map of Sweden that shows the areas with `codes`, or the region, as `place`."""
        name = self.say("Map of Sweden that shows %(place)s", place=place)
        return draw_locator(region.code, codes, name)

    def municipality_link(self, place: Municipality) -> views.Link:
        """A link to a municipality's page, if it has one."""
        has_page = place in self.municipalities
        return views.Link(place.name, self.addresses.municipality(place) if has_page else "")

    @cached_property
    def title_places(self) -> dict[str, str]:
        """Each title's place in the alphabet, since the index sorts by code, not by letter."""
        portfolio = self.portfolio
        titles = {
            *(self.words(project.title).value for project in portfolio.projects.values()),
            *(self.words(story.title).value for story in portfolio.stories.values()),
        }
        ordered = self.language.sorted(titles)
        return {title: str(place) for place, title in enumerate(ordered, start=1)}

    # --- cards in lists ---

    def project_summary(self, project: Project) -> views.ProjectSummary:
        """A project as a list shows it."""
        return views.ProjectSummary(
            title=self.words(project.title),
            url=self.addresses.project(project.slug),
            summary=self.words(project.summary),
            owner=self.organisation_name(project.owner),
            phase=self.choice(project.phase),
            region=self.region_name(project.region),
            municipalities=tuple(place.name for place in self.in_order(project.municipalities)),
            place=self.place(project),
            funding=self.funding(project.funding),
            period=self.period(project),
            easy=self.easy_link(project, "projects"),
        )

    def easy_link(self, card: Project | Story, kind: str) -> views.Link:
        """The way to the easy-to-read version of a card, with its own title."""
        easy = self.easy(card.other_forms)
        if easy is None:
            return views.Link("")
        title = easy.title or self.words(card.title).value
        text = self.say("Easy to read: %(title)s", title=title)
        return views.Link(text, self.addresses.easy(kind, card.slug))

    @cached_property
    def summaries(self) -> Mapping[str, views.ProjectSummary]:
        """Every project as a list shows it, newest first."""
        return {project.slug: self.project_summary(project) for project in self.projects}

    def summaries_of(self, slugs: Iterable[str]) -> tuple[views.ProjectSummary, ...]:
        """Some projects as a list shows them, newest first."""
        projects = [self.portfolio.projects[slug] for slug in set(slugs)]
        return tuple(
            self.summaries[project.slug] for project in sorted(projects, key=self.newest_first)
        )

    def project_link(self, project: Project) -> views.Link:
        """A link to a project's page."""
        return self.link(project.title, self.addresses.project(project.slug))

    def story_summary(self, story: Story) -> views.StorySummary:
        """A story as a list shows it."""
        return views.StorySummary(
            title=self.words(story.title),
            url=self.addresses.story(story.slug),
            summary=self.words(story.summary),
            place=self.story_place(story),
            easy=self.easy_link(story, "stories"),
        )

    def story_summaries(self, stories: Iterable[Story]) -> tuple[views.StorySummary, ...]:
        """Stories as lists show them."""
        return tuple(self.story_summary(story) for story in stories)

    def first_stories(self, tellings: Sequence[Telling]) -> tuple[views.StorySummary, ...]:
        """The first stories about something, as its own page shows them."""
        return self.told_stories(tellings[:STORIES_BESIDE])

    def told_stories(self, tellings: Iterable[Telling]) -> tuple[views.StorySummary, ...]:
        """Stories on the page of what they tell of, each with why it is there."""
        say = self.say
        reasons = {
            "belongs": say("It belongs to the project."),
            "chosen": say("The editors suggest it."),
            "takes-part": say("The organisation takes part in it."),
            "named": say("The organisation is named in it."),
        }
        found: list[views.StorySummary] = []
        for telling in tellings:
            summary = self.story_summary(telling.story)
            if telling.reason == "place":
                reason = say("It is from %(place)s.", place=summary.place)
                found.append(replace(summary, reason=reason, place=""))
            else:
                found.append(replace(summary, reason=reasons[telling.reason]))
        return tuple(found)

    def related(self, cards: Iterable[CardReference]) -> tuple[views.Related, ...]:
        """Links to other cards, and what they are."""
        found: list[views.Related] = []
        for card in dict.fromkeys(cards):
            if card.kind == "projects" and card.slug in self.portfolio.projects:
                link = self.project_link(self.portfolio.projects[card.slug])
                found.append(views.Related(link, self.say("Project, chosen by the editors.")))
            elif card.kind == "stories" and card.slug in self.portfolio.stories:
                story = self.portfolio.stories[card.slug]
                link = self.link(story.title, self.addresses.story(story.slug))
                found.append(views.Related(link, self.say("Story")))
        return tuple(found)


def distinct_slugs(names: Iterable[str]) -> tuple[str, ...]:
    """A slug for each name, with a number where two would be the same."""
    found: dict[str, None] = {}
    for name in names:
        slug = wanted = slugify(name, LONGEST_NAME) or "x"
        number = 2
        while slug in found:
            slug, number = f"{wanted}-{number}", number + 1
        found[slug] = None
    return tuple(found)
