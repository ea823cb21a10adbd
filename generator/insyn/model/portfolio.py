"""The domain as it is known to be true: projects, stories, organisations, and how they relate.

All values are frozen.  Where a thing has words in several languages it holds a `Translated`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Generic, Literal, TypeVar

from insyn.markup import Rendered
from insyn.model.fields import (
    AssessmentMethod,
    Conformance,
    DocumentKind,
    FeedbackForm,
    OrganisationKind,
    SideKey,
)
from insyn.model.register import Municipality, Region
from insyn.model.values import Severity
from insyn.plain import USUAL, Limits, Reading
from insyn.problem import Place

Version = TypeVar("Version")


@dataclass(frozen=True, slots=True)
class Translated(Generic[Version]):
    """Something that exists in one or more languages.  The first is the original."""

    versions: tuple[tuple[str, Version], ...]

    def in_language(self, *languages: str) -> tuple[Version, str]:
        """The version in the first of `languages` that there is, and the language it is in.

        The original, where there is none of them.
        """
        for language in languages:
            for code, version in self.versions:
                if code == language:
                    return version, code
        code, version = self.versions[0]
        return version, code


Words = Translated[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that the site allows for a field, such as a phase.

    `key` is its name in the site's first language, which the cards and the open data use.
    """

    key: str
    name: Words


@dataclass(frozen=True, slots=True)
class GivenAddress:
    """A path, or a part of one, as a card spells it, and where it does so."""

    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the cards are kept in git.

    `folder` holds `content/`, seen from the repository's top; empty is the top.  `edit` and
    `history` are web addresses with `{branch}` and `{path}` left open; either may be empty.
    The rest is for the form: `host` is its kind of git host, or empty where nobody knows;
    `sign_in` and `app_id` say how one signs in; `review` that a colleague approves first.
    """

    branch: str
    folder: str
    edit: str
    history: str
    address: str = ""
    host: str = ""
    sign_in: str = ""
    app_id: str = ""
    review: bool = True


@dataclass(frozen=True, slots=True)
class OwnColour:
    """A colour of the site's own: the theme's token, `#rrggbb` in light and dark, and where."""

    token: str
    light: str
    dark: str
    light_place: Place
    dark_place: Place


@dataclass(frozen=True, slots=True)
class Site:
    """What holds for the whole site.  `languages` has the first language first."""

    name: str
    languages: tuple[str, ...]
    address: str
    tagline: Words
    description: Words
    publisher: str
    publisher_email: str
    publisher_phone: str
    publisher_website: str
    currency: str
    programme_areas: tuple[Choice, ...]
    phases: tuple[Choice, ...]
    target_groups: tuple[Choice, ...]
    repository: Repository | None = None
    withdraw_contacts_after_years: int | None = None
    colours: tuple[OwnColour, ...] = ()
    plain_language: Limits = USUAL


@dataclass(frozen=True, slots=True)
class Organisation:
    """A project owner, co-funder or partner.  One thing, whatever a card calls it.

    `aliases` are names that it is known by; `also_typed` are other spellings that cards use.
    `part_of` is the slug of another organisation, or empty.  `file` is empty for one that is
    known only by its name on a card.
    """

    slug: str
    name: Words
    aliases: tuple[str, ...] = ()
    also_typed: tuple[str, ...] = ()
    kind: OrganisationKind | None = None
    municipality: Municipality | None = None
    part_of: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    text: Translated[Rendered] | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call; what is not known is empty.  Without a name it is a role that answers.

    `withdrawn` says that a person was here, and that the organisation answers now.
    """

    name: str
    role: Words | None
    email: str
    phone: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Funding:
    """EU support and total budget in whole units of the site's currency; `None` is unknown."""

    eu: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included; `end` is `None` while undecided."""

    start: date
    end: date | None

    def status(self, today: date) -> Literal["planned", "running", "ended"]:
        """Where the project stands on the day `today`."""
        if today < self.start:
            return "planned"
        return "ended" if self.end and self.end < today else "running"


@dataclass(frozen=True, slots=True)
class Participants:
    """How many people take part over the whole project; `None` is unknown."""

    planned: int | None = None
    reached: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Something to reach: `target` and `result` are numbers of `unit`; `None` is unknown."""

    what: Words
    target: Decimal | None
    unit: Words | None
    minimum: bool
    result: Decimal | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from; either may be empty."""

    address: str
    reference: Words | None


@dataclass(frozen=True, slots=True)
class Document:
    """A document: `media` is its place in `content/`, or empty where `address` says where it is.

    `size` is in bytes, `None` for a document that is kept elsewhere.  `language` is BCP 47;
    `format` is "PDF", or empty where it is not known.
    """

    title: Words
    media: str
    address: str
    size: int | None
    kind: DocumentKind | None
    language: str
    format: str


@dataclass(frozen=True, slots=True)
class EasyText:
    """The easy-to-read version of a text in one language; `title` and `summary` may be empty."""

    file: str
    title: str
    summary: str
    text: Rendered


@dataclass(frozen=True, slots=True)
class OtherForms:
    """What helps a reader to take in a text in other ways than by reading it.

    Films and sound are web addresses or `media:` and a place in `content/`.  `easy` has the
    easy-to-read version by language; there may be none, or one in some of the languages.
    """

    pronunciation: Words | None = None
    sign_language_film: Words | None = None
    audio: Words | None = None
    easy: tuple[tuple[str, EasyText], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class CardReference:
    """A card by its folder and slug, or the glossary, which has no slug."""

    kind: str
    slug: str


@dataclass(frozen=True, slots=True)
class Project:
    """A publicly funded project.  Organisations are given by slug.

    `contacts` has the one to call first, first.  `continues` is the slug of the earlier project
    that this one is a later phase of, or empty; it never leads back to this one.
    """

    slug: str
    file: str
    title: Words
    summary: Words
    programme_area: Choice
    phase: Choice
    target_groups: tuple[Choice, ...]
    owner: str
    contacts: tuple[Contact, ...]
    funding: Funding
    period: Period
    region: Region
    municipalities: tuple[Municipality, ...]
    co_funders: tuple[str, ...]
    partners: tuple[str, ...]
    participants: Participants
    targets: tuple[Target, ...]
    accessibility: tuple[tuple[SideKey, Words], ...]
    source: Source | None
    continues: str
    related: tuple[CardReference, ...]
    aliases: tuple[GivenAddress, ...]
    documents: tuple[Document, ...]
    text: Translated[Rendered]
    other_forms: OtherForms = OtherForms()
    picture: LeadPicture | None = None


@dataclass(frozen=True, slots=True)
class PictureVersion:
    """A picture file: its place below the output folder, its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as pages show it; `width` and `height` are the original's, in pixels, upright.

    `fallback` is for every browser.  `modern` has the same in a lighter format, the narrowest
    first, and `modern_type` says which; a drawing (SVG) has none.
    """

    width: int
    height: int
    fallback: PictureVersion
    modern: tuple[PictureVersion, ...] = ()
    modern_type: str = ""


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture at the top of a card's page: `media` is its place in `content/`.

    `alternative` says what it shows; `None` where it is only decoration.
    """

    media: str
    alternative: Words | None
    caption: Words | None
    credit: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks in a story."""

    name: str
    role: Words | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a story tells."""

    what: Words
    number: Decimal
    unit: Words | None


@dataclass(frozen=True, slots=True)
class Story:
    """A story about people, projects and places.  Organisations and projects are given by slug."""

    slug: str
    file: str
    title: Words
    summary: Words
    municipalities: tuple[Municipality, ...]
    place: str
    organisations: tuple[str, ...]
    projects: tuple[str, ...]
    people: tuple[Person, ...]
    figures: tuple[Figure, ...]
    source: Source | None
    related: tuple[CardReference, ...]
    aliases: tuple[GivenAddress, ...]
    text: Translated[Rendered]
    other_forms: OtherForms = OtherForms()
    picture: LeadPicture | None = None


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of text, such as About.  `addresses` is its part of the address, by language.

    `in_header` says that every page leads to it from its header.
    """

    slug: str
    file: str
    addresses: Translated[GivenAddress]
    title: Words
    summary: Words
    aliases: tuple[GivenAddress, ...]
    text: Translated[Rendered]
    in_header: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know for a time, from the day `first` to the day `last`, both included.

    It is shown on every page, or, where one of the two is there, only on the start page and the
    pages of `projects`, which are given by slug.  `place` is where the last day is given.
    """

    slug: str
    file: str
    title: Words
    first: date
    last: date
    severity: Severity
    on_start_page: bool
    projects: tuple[str, ...]
    text: Translated[Rendered] | None
    place: Place

    def is_current(self, today: date) -> bool:
        """Is it to be shown on the day `today`?"""
        return self.first <= today <= self.last

    @property
    def is_everywhere(self) -> bool:
        """Is it for every page?"""
        return not (self.on_start_page or self.projects)


@dataclass(frozen=True, slots=True)
class Word:
    """A term of the glossary in one language.

    `stands_for` is what an abbreviation means, else empty.  `forms` are other ways in which the
    texts spell it, `synonyms` other words for the same thing.
    """

    term: str
    explanation: str
    stands_for: str = ""
    forms: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary; `slug` is unique among the terms."""

    slug: str
    words: Translated[Word]


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Content that is not accessible; `criterion` is a number of WCAG's, or empty.

    `mended_by` is `None` where the law does not ask for it to be mended.  `place` is that of the
    date, or of the shortcoming where there is none.
    """

    what: Words
    reason: Words
    alternative: Words | None
    criterion: str
    mended_by: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class GivenDay:
    """A day with where it is given: `field` is its name, with those that it is within."""

    day: date
    field: str
    place: Place


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an assessment found; `report` is a web address, `media:` and a place, or empty."""

    given: GivenDay
    checks: int
    passed: int
    report: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """How it was found out how accessible the site is; `assessor` is empty for its owner."""

    method: AssessmentMethod
    assessor: str
    given: GivenDay
    how: Words
    assessed: tuple[Words, ...]
    not_assessed: tuple[Words, ...]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """How to tell of a shortcoming, or to ask for something in another form."""

    form: FeedbackForm
    email: str
    phone: str
    answer_within_days: int | None
    other_forms: Words | None


@dataclass(frozen=True, slots=True)
class Statement:
    """The accessibility statement.

    The three kinds of content that is not accessible are those of Commission Implementing
    Decision (EU) 2018/1523.
    """

    file: str
    responsible: str
    service: str
    address: str
    covers: Words | None
    en_301_549: str
    wcag: str
    level: str
    status: Conformance
    not_compliant: tuple[Shortcoming, ...]
    disproportionate_burden: tuple[Shortcoming, ...]
    outside_the_law: tuple[Shortcoming, ...]
    assessment: Assessment
    prepared: GivenDay
    reviewed: GivenDay
    feedback: Feedback
    authority: Words
    authority_address: str

    @property
    def days(self) -> tuple[GivenDay, ...]:
        """Every day that the statement gives for something that has been done."""
        evidence = self.assessment.evidence
        shown = (evidence.given,) if evidence else ()
        return (self.assessment.given, *shown, self.prepared, self.reviewed)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that the site tells.  Each mapping goes by slug and is in order of slug.

    `left_out` are the cards whose facts have a problem.  `translated` are the files of each
    card's translations: by the file of the original, then by language.  `changed` tells, by file,
    on what day a card was last changed, where that is known.
    """

    site: Site
    projects: Mapping[str, Project]
    stories: Mapping[str, Story]
    organisations: Mapping[str, Organisation]
    pages: Mapping[str, TextPage]
    media: Mapping[str, Path]
    sizes: Mapping[str, int] = field(default_factory=dict, kw_only=True)
    """Of the documents among the media, in bytes."""
    left_out: frozenset[CardReference] = frozenset()
    glossary: tuple[Term, ...] = ()
    statement: Statement | None = None
    notices: Mapping[str, Notice] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    translated: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    changed: Mapping[str, date] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    """The cards among them that are no more than drafts, as "projects/x": in a preview alone."""
    readings: Mapping[str, Reading] = field(default_factory=dict)
    """How the text of each card reads, by file."""
