"""Contact persons who are no longer told of, once their project has ended long ago.

It happens to the portfolio itself, so that no page, feed, index or data can tell more: where a
card says in a field of its own who somebody is, the name goes.  What stands in running text only
an editor can mend, and is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html import unescape

from insyn.markup import Rendered
from insyn.model.portfolio import (
    Contact,
    EasyText,
    Person,
    Portfolio,
    Project,
    Translated,
)
from insyn.problem import Place, Problem

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[+(]?\d[\d\s()/.\u2010-\u2014-]{4,}\d")
_END = re.compile(r"s?(?!\w)")  # of a name, which may be a genitive
_CARDS = ("projects", "stories", "organisations", "pages", "notices")


def withdraw_contacts(portfolio: Portfolio, today: date) -> tuple[Portfolio, tuple[Problem, ...]]:
    """The portfolio as it may be published on the day `today`.

    Where the site says after how many years, each person of a project that ended longer ago is
    replaced by the project owner, and loses the name among the people of stories.  A contact with
    a role and no name is no person and stays.  Who is still a contact of another project stays
    named wherever the cards do so.  A card that still tells of somebody is told of: nobody but an
    editor can mend that.
    """
    years = portfolio.site.withdraw_contacts_after_years
    if years is None:
        return portfolio, ()
    projects: dict[str, Project] = {}
    persons: list[Contact] = []
    for slug, project in portfolio.projects.items():
        found = [contact for contact in project.contacts if _is_person(contact)]
        end = project.period.end
        if not found or end is None or today <= _years_later(end, years):
            projects[slug] = project
            continue
        kept = tuple(contact for contact in project.contacts if not _is_person(contact))
        projects[slug] = replace(project, contacts=(_of_owner(project, portfolio), *kept))
        persons += found
    told = {
        value
        for project in projects.values()
        for contact in project.contacts
        for value in _identity(contact)
    }
    for organisation in portfolio.organisations.values():  # its own are nobody's
        told |= {organisation.email, organisation.phone}
    gone = {value for person in persons for value in _identity(person)} - told
    names = frozenset(person.name for person in persons) & gone
    stories = {
        slug: replace(story, people=_without(names, story.people))
        if any(person.name in names for person in story.people)
        else story
        for slug, story in portfolio.stories.items()
    }
    published = replace(portfolio, projects=projects, stories=stories)
    return published, tuple(_still_told(gone, published)) if gone else ()


def _is_person(contact: Contact) -> bool:
    """With neither name nor role, an address or a number may well be a person's."""
    return bool(contact.name) or contact.role is None


def _identity(contact: Contact) -> Iterator[str]:
    """What somebody can be told by."""
    yield from filter(None, (contact.name, contact.email, contact.phone))


def _without(names: frozenset[str], people: Iterable[Person]) -> tuple[Person, ...]:
    """The people of a story; who is no longer named remains as a role, or not at all."""
    return tuple(
        replace(person, name="") if person.name in names else person
        for person in people
        if person.name not in names or person.role is not None
    )


def _years_later(day: date, years: int) -> date:
    """The same day of the year, or the day before one that the later year has not got."""
    year = day.year + years
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _of_owner(project: Project, portfolio: Portfolio) -> Contact:
    """The project owner's own addresses, or those of the organisation that it is a part of."""
    asked: dict[str, None] = {}
    slug = project.owner
    while slug and slug not in asked:
        asked[slug] = None
        owner = portfolio.organisations[slug]
        if owner.email or owner.phone:
            return Contact("", None, owner.email, owner.phone, withdrawn=True)
        slug = owner.part_of
    return Contact("", None, "", "", withdrawn=True)


# --- what cards still tell ---


def _still_told(values: Iterable[str], portfolio: Portfolio) -> Iterator[Problem]:
    """For each card and each of the `values`: that its file still has it."""
    search = _Search(values)
    found: set[tuple[str, str]] = set()
    for kind in _CARDS:
        cards = getattr(portfolio, kind)
        for card in cards.values() if isinstance(cards, Mapping) else cards:
            translations = portfolio.translated.get(card.file, {})
            for file, text in _texts(card, card.file, translations):
                found |= {(file, value) for value in search.found_in(text)}
    for file, value in sorted(found):
        yield Problem.at(Place(file), "withdrawn-contact-in-text", value=value)


def _texts(value: object, file: str, translations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every text of a card with the file that it stands in, whatever field it is of."""
    if isinstance(value, str):
        yield file, value
    elif isinstance(value, Rendered):
        # With the addresses of its links, without what HTML makes of signs.
        yield file, unescape("\n".join(section.html for section in value.sections))
    elif isinstance(value, Translated):
        for code, version in value.versions:
            yield from _texts(version, translations.get(code, file), translations)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, file, translations)
    elif is_dataclass(value) and type(value).__module__ == Project.__module__:
        where = value.file if isinstance(value, EasyText) else file
        for field in fields(value):
            yield from _texts(getattr(value, field.name), where, translations)


class _Search:
    """Looks for many names, addresses and numbers in a text, each word of which is read once."""

    def __init__(self, values: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        self._by_number: dict[str, str] = {}
        for value in sorted(values):
            if _NUMBER.fullmatch(value):
                self._by_number[_digits(value)] = value
            elif first := _WORD.search(value):
                self._by_word.setdefault(first[0], []).append((first.start(), value))

    def found_in(self, text: str) -> Iterator[str]:
        """Those of the values that the text has; a name also with a genitive's "s"."""
        for word in _WORD.finditer(text):
            # A name of one word may stand in the genitive.
            for key in dict.fromkeys((word[0], word[0].removesuffix("s"))):
                for before, value in self._by_word.get(key, ()):
                    start = word.start() - before
                    end = start + len(value)
                    if start >= 0 and text[start:end] == value and _END.match(text, end):
                        yield value
        for number in _NUMBER.finditer(text):
            if found := self._by_number.get(_digits(number[0])):
                yield found


def _digits(number: str) -> str:
    """A phone number however it is spelled: Swedish ones with their 0."""
    digits = re.sub(r"\(0\)|[^\d+]", "", number)
    return re.sub(r"^(?:\+|00)46", "0", digits)
