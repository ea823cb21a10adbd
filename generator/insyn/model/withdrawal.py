"""Contact persons who are no longer told of, once their project has ended long ago.

It happens to the portfolio itself, so that no page, feed, index or data can tell more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape

from insyn.markup import Rendered
from insyn.model.portfolio import Contact, Portfolio, Project
from insyn.problem import Place, Problem


def withdraw_contacts(portfolio: Portfolio, today: date) -> tuple[Portfolio, tuple[Problem, ...]]:
    """The portfolio as it may be published on the day `today`.

    Where the site says after how many years, each person of a project that ended longer ago is
    replaced by the project owner.  A contact with a role and no name is no person and stays.
    A card whose own text still names the person is told of: nobody else can mend that.
    """
    years = portfolio.site.withdraw_contacts_after_years
    if years is None:
        return portfolio, ()
    projects: dict[str, Project] = {}
    problems: list[Problem] = []
    for slug, project in portfolio.projects.items():
        persons = [contact for contact in project.contacts if _is_person(contact)]
        end = project.period.end
        if not persons or end is None or today <= _years_later(end, years):
            projects[slug] = project
            continue
        kept = tuple(contact for contact in project.contacts if not _is_person(contact))
        projects[slug] = replace(project, contacts=(_of_owner(project, portfolio), *kept))
        problems += [
            Problem.at(Place(file), "withdrawn-contact-in-text", value=named)
            for file, named in _still_named(persons, project)
        ]
    return replace(portfolio, projects=projects), tuple(problems)


def _is_person(contact: Contact) -> bool:
    """With neither name nor role, an address or a number may well be a person's."""
    return bool(contact.name) or contact.role is None


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


def _still_named(persons: list[Contact], project: Project) -> Iterator[tuple[str, str]]:
    """What the card's file, or that of its easy-to-read text, still tells of the persons."""
    told = [_html(text) for _, text in project.text.versions]
    told += [text for _, text in project.summary.versions]
    texts = [(project.file, "\n".join(told))]
    for _, easy in project.other_forms.easy:
        texts.append((easy.file, "\n".join((easy.title, easy.summary, _html(easy.text)))))
    for file, text in texts:
        for person in persons:
            for named in (person.name, person.email, person.phone):
                if named and named in text:
                    yield file, named


def _html(text: Rendered) -> str:
    """The text with the addresses of its links, without what HTML makes of signs."""
    return unescape("\n".join(section.html for section in text.sections))
