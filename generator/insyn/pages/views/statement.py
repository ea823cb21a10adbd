"""The accessibility statement, and the page that thanks for a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from insyn.pages.views.frame import Link, Text


@dataclass(frozen=True, slots=True)
class StatementPart:
    """A part of the statement: what it is, and its heading."""

    kind: Literal["status", "feedback", "enforcement", "content", "assessment"]
    id: str
    heading: str


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Content that is not accessible.

    `alternative` has an empty text where there is none; `criterion` is a number of WCAG's, or
    empty.  `mended_by` is `None` where the law does not ask for it to be mended.
    """

    what: Text
    reason: Text
    alternative: Text
    criterion: str
    mended_by: date | None


@dataclass(frozen=True, slots=True)
class ShortcomingKind:
    """The shortcomings of one of the three kinds that the law knows; there is one at least."""

    heading: str
    explanation: str
    shortcomings: tuple[Shortcoming, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """How to tell of a shortcoming (component `feedback`).

    `mail` leads to an e-mail that is begun already, and is empty where `form` is not "email".
    `thanks` is where a form sends its sender.
    """

    form: Literal["email", "netlify", "none"]
    mail: str
    address: Link  # the e-mail address
    phone: Link  # its text is empty where there is none
    answer: str  # "We answer within 5 working days.", or empty
    other_forms: Text  # its text may be empty
    thanks: str  # url


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the checks showed, as a sentence; `report` has an empty text where there is none."""

    sentence: str
    report: Link


@dataclass(frozen=True, slots=True)
class StatementView:
    """How accessible the site is (`pages/statement.html`).

    The headings and their content are those of the law and of the European model statement.
    """

    lead: str
    parts: tuple[StatementPart, ...]
    status: str  # the sentence with the degree that the law knows
    service: str
    address: Link
    covers: Text  # its text may be empty
    en_301_549: str
    wcag: str
    level: str
    feedback: Feedback
    authority: str
    complaint: Link
    kinds: tuple[ShortcomingKind, ...]
    method: str  # the sentence that says who assessed it
    how: Text
    assessed: tuple[Text, ...]
    not_assessed: tuple[Text, ...]
    evidence: Evidence | None  # `None` where there are no figures
    assessed_on: date
    prepared: date
    reviewed: date
    machine_readable: Link


@dataclass(frozen=True, slots=True)
class StatementThanksView:
    """What the sender of a message sees (`pages/statement-thanks.html`)."""

    answer: str  # "We answer within 5 working days.", or empty
    back: Link
