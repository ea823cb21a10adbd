"""What a template may know: one frozen class for each kind of page.

A template gets two names: `page`, the `Layout` that every page has, and `view`, the one class of
its kind.  Values are ready to be shown but not yet spelled: amounts are whole units of the site's
currency, shares are between 0 and 1, dates are `datetime.date`.  The filters of `insyn.render`
spell them in the page's language.  Nothing here is `None` unless its comment says so, and what
is empty is an empty tuple or string, so that a template can leave its heading out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["planned", "running", "ended"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words, and the language they are in (`lang` is needed where it is not the page's)."""

    value: str
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere.  `url` is empty for a text that leads nowhere.

    `language` is the text's language where it is not the page's, else empty.
    `current` is the value of `aria-current`: "page", "true" or empty.
    """

    text: str
    url: str = ""
    language: str = ""
    current: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """This same page in another language: `name` is how that language says "In English"."""

    language: str
    name: str
    url: str
    address: str


@dataclass(frozen=True, slots=True)
class Meta:
    """One value that the search index takes from the head of the page.

    `kind` is "filter", "meta" or "sort"; `key` is the index's name for it; `value` the text.
    """

    kind: Literal["filter", "meta", "sort"]
    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the frame around every page needs."""

    kind: str  # the page's kind, the name of its template
    language: str  # BCP 47
    direction: Literal["ltr", "rtl"]
    title: str  # the page's own title, as in its h1
    description: str  # for search engines and sharing
    url: str  # the page's own path on the site
    address: str  # the page's whole, canonical address
    site_name: str
    tagline: str
    publisher: str
    publisher_email: str
    home: str  # url of the start page
    search: str  # url of the search page (the target of every search form)
    feed: str  # url of the Atom feed
    navigation: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]  # from the start page to the parent; empty on the start page
    translations: tuple[Translation, ...]  # this page in the other languages
    footer: tuple[Link, ...]
    sharing_image: str  # whole address
    as_of: date  # the day of the build, as a printed page tells it
    json_ld: str = ""  # ready JSON, or empty
    index: tuple[Meta, ...] = ()  # for the search index
    searchable: bool = False  # is this page's main text in the search index?
    noindex: bool = False  # are search engines asked to stay away?


# --- parts that several pages share ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Funding:
    """EU support and total budget in whole units of the currency; `None` is "not known".

    `share` is EU support of the total (0–1), `None` where the total is unknown or 0.
    `cofunding` is the rest, `None` where it can't be told.
    """

    eu: int | None
    total: int | None
    cofunding: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Period:
    """When a project runs.  `end` is `None` while no end is set."""

    start: date
    end: date | None
    status: Status


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call.  `phone` is for people, `phone_url` is `tel:+46-…`; any may be empty."""

    name: str
    role: Text
    email: str
    phone: str
    phone_url: str
    organisation: Link


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project as a list shows it."""

    title: Text
    url: str
    summary: Text
    owner: str
    phase: str
    region: str
    municipalities: tuple[str, ...]  # official names in the language's order
    place: str  # where, in few words: "Trelleborg", or "43 kommuner i Västsverige"
    funding: Funding
    period: Period


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story as a list shows it."""

    title: Text
    url: str
    summary: Text
    place: str


@dataclass(frozen=True, slots=True)
class TextSection:
    """A part of a card's own text: an h2 with its id, and safe HTML below it.

    The part before the first heading has an empty `heading` and `id`.
    """

    heading: str
    id: str
    html: str


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or region with the number of its projects."""

    name: str
    url: str
    projects: int


# --- one class for each kind of page ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: the number as a text ("24,0 miljoner kr") and what it counts."""

    number: str
    what: str


@dataclass(frozen=True, slots=True)
class StartView:
    """The start page (`pages/start.html`)."""

    heading: str
    lead: str
    figures: tuple[Figure, ...]
    projects: tuple[ProjectSummary, ...]  # at most a dozen, the newest first
    project_count: int
    all_projects: str  # url
    stories: tuple[StorySummary, ...]
    all_stories: str  # url


@dataclass(frozen=True, slots=True)
class ProjectListView:
    """All projects as a list (`pages/project-list.html`)."""

    projects: tuple[ProjectSummary, ...]
    table: Link  # the same projects as a table
    totals: Funding


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of projects: its key, its header, and the page sorted by it.

    `key` is "title", "owner", "region", "start", "total" or "eu".  `order` is `aria-sort`'s value,
    "ascending" or "descending", on the column that the page is sorted by, else empty.
    """

    key: str
    text: str
    url: str
    order: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class ProjectTableView:
    """All projects as a table, sorted by one column (`pages/project-table.html`).

    Every order is a page of its own, so that sorting needs no script.
    """

    columns: tuple[Column, ...]
    sentence: str  # how the table is sorted, said in words
    projects: tuple[ProjectSummary, ...]
    list: Link  # the same projects as a list


@dataclass(frozen=True, slots=True)
class Fact:
    """A line in the list of facts: a label and one or more values."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What a project aims at.  `target` and `result` are spelled ("70 %", "594 personer").

    `result` is empty where nothing is reported.
    """

    what: Text
    target: str
    result: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of ESF's four sides of accessibility and what the project does there."""

    key: Literal["premises", "activities", "communication", "information"]
    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class Document:
    """A document to fetch: `format` is "PDF", `size` in bytes (`None` for one kept elsewhere)."""

    title: Text
    url: str
    format: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Related:
    """Another card, and why it is named here."""

    link: Link
    reason: str


SectionKind = Literal[
    "facts",
    "funding",
    "text",
    "targets",
    "accessibility",
    "co_funders",
    "partners",
    "places",
    "documents",
    "related",
    "contact",
    "source",
]


@dataclass(frozen=True, slots=True)
class ProjectSection:
    """A part of the project page.  The list of contents and the page follow the same sections.

    `html` is set for `text` only (a part of the card's own text).  A section is there only when it
    has something to show.
    """

    kind: SectionKind
    id: str
    heading: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class ProjectView:
    """One project (`pages/project.html`)."""

    title: Text
    summary: Text
    period: Period
    sections: tuple[ProjectSection, ...]
    text_language: str  # language of the `text` sections
    facts: tuple[Fact, ...]
    funding: Funding
    targets: tuple[Target, ...]
    sides: tuple[Side, ...]
    co_funders: tuple[Link, ...]
    partners: tuple[Link, ...]
    region: Link
    municipalities: tuple[Link, ...]
    contact: Contact | None
    documents: tuple[Document, ...]
    related: tuple[Related, ...]
    source_address: str
    source_reference: str


@dataclass(frozen=True, slots=True)
class StoryListView:
    """All stories (`pages/story-list.html`)."""

    stories: tuple[StorySummary, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story (`pages/story.html`)."""

    title: Text
    summary: Text
    figures: tuple[Figure, ...]
    text: tuple[TextSection, ...]
    text_language: str
    people: tuple[str, ...]  # "Per-Erik Andersson, koordinator"
    place: str  # "Baronbackarna" or empty
    municipalities: tuple[Link, ...]
    organisations: tuple[Link, ...]
    projects: tuple[Link, ...]
    related: tuple[Related, ...]
    source_address: str
    source_reference: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact and the project that it belongs to."""

    contact: Contact
    project: Link


@dataclass(frozen=True, slots=True)
class ContactsView:
    """Whom to call, for every project (`pages/contacts.html`)."""

    rows: tuple[ContactRow, ...]  # in alphabetical order by project
    missing: tuple[Link, ...]  # projects without a contact
    ended: int  # how many of the projects in the rows have ended


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A project's line in the table of budgets."""

    project: Link
    owner: Link
    period: Period
    funding: Funding


@dataclass(frozen=True, slots=True)
class MoneyGroup:
    """Sums for one region or programme area."""

    name: Link
    projects: int
    funding: Funding


@dataclass(frozen=True, slots=True)
class MoneyView:
    """What the projects cost and who pays (`pages/money.html`)."""

    rows: tuple[MoneyRow, ...]  # the largest total first
    totals: Funding
    regions: tuple[MoneyGroup, ...]
    programme_areas: tuple[MoneyGroup, ...]
    zero: tuple[Link, ...]  # projects whose total is 0
    unknown: tuple[Link, ...]  # projects whose total is not known


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation as the list shows it."""

    link: Link
    kind: str
    place: str
    projects: int


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The organisations under one letter of the alphabet."""

    letter: str
    id: str
    organisations: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class OrganisationListView:
    """Organisations A–Ö (`pages/organisation-list.html`)."""

    letters: tuple[LetterGroup, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Role:
    """What an organisation does in which projects: "Projektägare" with its projects."""

    heading: str
    id: str
    projects: tuple[ProjectSummary, ...]


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """One organisation (`pages/organisation.html`)."""

    name: str
    facts: tuple[Fact, ...]  # kind, place, part of, other names, website
    text: tuple[TextSection, ...]
    text_language: str
    roles: tuple[Role, ...]
    stories: tuple[StorySummary, ...]


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region and its municipalities that have projects."""

    region: Place
    municipalities: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """Where the projects are (`pages/places.html`)."""

    regions: tuple[RegionRow, ...]  # those with projects
    without: tuple[str, ...]  # the names of regions without projects
    municipality_count: int


@dataclass(frozen=True, slots=True)
class RegionView:
    """One region (`pages/region.html`)."""

    name: str
    counties: tuple[str, ...]
    municipalities: tuple[Place, ...]
    totals: Funding
    projects: tuple[ProjectSummary, ...]
    stories: tuple[StorySummary, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """One municipality (`pages/municipality.html`)."""

    name: str
    county: str
    region: Link
    projects: tuple[ProjectSummary, ...]
    organisations: tuple[Link, ...]  # those that sit here
    stories: tuple[StorySummary, ...]


@dataclass(frozen=True, slots=True)
class SideEntry:
    """What one project does on one side of accessibility."""

    project: Link
    text: Text


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of accessibility over all projects."""

    key: str
    id: str
    name: str
    explanation: str
    entries: tuple[SideEntry, ...]
    missing: tuple[Link, ...]  # projects that say nothing about it


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """How the projects are accessible (`pages/accessibility.html`)."""

    sides: tuple[SideView, ...]
    project_count: int


@dataclass(frozen=True, slots=True)
class TextView:
    """A page of text, such as About (`pages/text.html`)."""

    title: Text
    summary: Text
    text: tuple[TextSection, ...]
    text_language: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that narrows a search: `key` as in the index, and its values with their counts."""

    key: str
    label: str
    options: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page that a search for one of `names` is about.

    `key` and the first name are the filter that the pages with it have in the index.
    """

    key: str
    names: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page (`pages/search.html`).

    Without script the filters are not shown, and `lists` leads to the full lists.  `named` are
    the pages of places and organisations, which are not in the index.
    """

    filters: tuple[Filter, ...]
    named: tuple[NamedPage, ...]
    lists: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that is not there (`pages/not-found.html`)."""

    lists: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at an old address (`pages/redirect.html`): it leads to `target`."""

    target: Link


View = (
    StartView
    | ProjectListView
    | ProjectTableView
    | ProjectView
    | StoryListView
    | StoryView
    | ContactsView
    | MoneyView
    | OrganisationListView
    | OrganisationView
    | PlacesView
    | RegionView
    | MunicipalityView
    | AccessibilityView
    | TextView
    | SearchView
    | NotFoundView
    | RedirectView
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: the file it becomes, its frame and its view.

    `file` is the path below the output folder ("en/projects/x/index.html").
    """

    file: str
    layout: Layout
    view: View
