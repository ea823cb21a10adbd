"""Parts that several kinds of page show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from insyn.pages.views.frame import Link, Text

Status = Literal["planned", "running", "ended"]


_NOWHERE = Link("")


@dataclass(frozen=True, slots=True)
class Funding:
    """EU support and total budget in whole units of the currency; `None` is "not known".

    `share` is EU support of the total (0–1), `None` where the total is unknown or 0.
    `cofunding` is the rest, `None` where it can't be told.  In sums over projects the total may
    have a part of which nobody knows who pays it, `unsplit`: so the three parts add up to it.
    """

    eu: int | None
    total: int | None
    cofunding: int | None
    share: float | None
    unsplit: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in a chart, which stands before a table with the same figures.

    `short` is the name on a narrow screen, empty where the name is short enough.
    `amount` is the figure as a text.  `parts` are the lengths of the bar's parts, as shares of the
    chart's longest bar (0–1); a bar without a figure has none.
    """

    name: str
    short: str
    amount: str
    parts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """When a project runs.  `end` is `None` while no end is set."""

    start: date
    end: date | None
    status: Status


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call.  `phone` is for people, `phone_url` is `tel:+46-…`; any may be empty.

    Without a name it is a role that answers.  `withdrawn` says that a person was named once, and
    that the organisation answers now.
    """

    name: str
    role: Text
    email: str
    phone: str
    phone_url: str
    organisation: Link
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact and the project that it belongs to.

    `contact` is `None` for a project that names nobody; the organisation is its owner.
    """

    project: Link
    contact: Contact | None
    organisation: Link
    ended: bool  # has the project ended?


@dataclass(frozen=True, slots=True)
class ContactList:
    """Whom to call about some projects (component `contact-list`), or the first of them.

    `projects` counts them all, `shown` those that have a row here; `all` leads to the rest.
    """

    rows: tuple[ContactRow, ...]
    projects: int
    shown: int
    all: Link


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project as a list shows it; `easy` leads to its easy-to-read version, if there is one."""

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
    easy: Link = _NOWHERE


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story as a list shows it; `easy` as that of a project."""

    title: Text
    url: str
    summary: Text
    place: str
    reason: str = ""  # why it stands here, in a sentence
    easy: Link = _NOWHERE


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture at the top of a page: ready HTML, a caption and whose it is, or empty."""

    html: str
    caption: Text
    credit: str


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
    """A municipality, county or region with the number of its projects, and of its stories."""

    name: str
    url: str
    projects: int
    stories: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: the number as a text ("24,0 miljoner kr") and what it counts."""

    number: str
    what: str


@dataclass(frozen=True, slots=True)
class OtherForms:
    """How else a text can be taken in: easy to read, as sound, as a film in sign language.

    `pronunciation` is that of the title; its value may be empty.  `easy` leads to the easy-to-read
    version, which is among the `links` too, if there is one.
    """

    pronunciation: Text
    links: tuple[Link, ...]
    easy: Link = _NOWHERE


@dataclass(frozen=True, slots=True)
class Fact:
    """A line in the list of facts: a label and one or more values."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another card, and why it is named here."""

    link: Link
    reason: str
