"""Contact persons of projects that ended long ago are withdrawn, and nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from insyn.model import Portfolio, load, withdraw_contacts
from typed_cards import SITE, card, only, project, sources

PERIOD = "{start: 2009-01-01, end: 2012-02-29}"
PERSON = "{name: Elmar Jehle, role: Projektledare, email: e.j@obo.se, phone: 019-19 44 14}"


def portfolio(
    *, years: int | None = 5, owner: str = "ÖBO", body: str = "", easy: str = "", **facts: str
) -> Portfolio:
    site = SITE if years is None else f"{SITE}withdraw_contacts_after_years: {years}\n"
    files = {
        **({"projects/a.lattlast.md": easy} if easy else {}),
        "projects/a.md": project(
            **{"period": PERIOD, "contact": PERSON, "owner": owner, **facts}, body=body
        ),
        "organisations/obo.md": card(title="ÖBO", part_of="Örebro kommun"),
        "organisations/orebro.md": card(
            title="Örebro kommun", phone="019-21 10 00", email="kommunen@orebro.se"
        ),
        "organisations/ring.md": card(title="Ringen", part_of="Ringen"),
    }
    found, problems = load(sources(files, site))
    assert problems == ()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("today", "withdrawn"),
    [
        (date(2012, 3, 1), False),
        (date(2017, 2, 28), False),  # five years after a day that 2017 has not got
        (date(2017, 3, 1), True),
        (date(2040, 1, 1), True),
    ],
)
def test_a_person_is_shown_until_the_years_are_over(
    today: date,
    withdrawn: bool,  # noqa: FBT001
) -> None:
    found, problems = withdraw_contacts(portfolio(), today)
    assert problems == ()
    (contact,) = only(found).contacts
    assert contact.withdrawn is withdrawn
    assert (contact.name == "Elmar Jehle") is not withdrawn


def test_the_organisation_that_the_owner_is_a_part_of_answers_instead() -> None:
    found, _ = withdraw_contacts(portfolio(), date(2020, 1, 1))
    (contact,) = only(found).contacts
    assert (contact.name, contact.role) == ("", None)
    assert (contact.email, contact.phone) == ("kommunen@orebro.se", "019-21 10 00")


def test_an_owner_without_addresses_answers_all_the_same() -> None:
    found, _ = withdraw_contacts(portfolio(owner="Ringen"), date(2020, 1, 1))
    (contact,) = only(found).contacts
    assert (contact.email, contact.phone, contact.withdrawn) == ("", "", True)


def test_nobody_is_withdrawn_where_the_site_does_not_say_so() -> None:
    given = portfolio(years=None)
    assert withdraw_contacts(given, date(2100, 1, 1)) == (given, ())


def test_a_project_without_an_end_keeps_its_contact() -> None:
    found, _ = withdraw_contacts(portfolio(period="{start: 2009-01-01}"), date(2100, 1, 1))
    assert only(found).contacts[0].name == "Elmar Jehle"


def test_a_role_stays_and_an_address_without_a_role_does_not() -> None:
    given = portfolio(
        contact="{email: elmar.jehle@obo.se}",
        other_contacts="[{role: Kontaktcenter, phone: 019-21 10 00}]",
    )
    found, _ = withdraw_contacts(given, date(2020, 1, 1))
    first, second = only(found).contacts
    assert first.email == "kommunen@orebro.se"
    assert second.role is not None
    assert not second.withdrawn


def test_a_text_that_still_names_the_person_is_told_of() -> None:
    given = portfolio(body="Fråga Elmar Jehle.")
    _, problems = withdraw_contacts(given, date(2020, 1, 1))
    assert [(p.code, p.place.file, dict(p.values)["value"]) for p in problems] == [
        ("withdrawn-contact-in-text", "content/projects/a.md", "Elmar Jehle")
    ]


def test_an_easy_text_that_still_names_the_person_is_told_of_in_its_own_file() -> None:
    given = portfolio(
        easy="Ring Siobhán O'Neill & Co.",
        contact="{name: Siobhán O'Neill & Co, role: Projektledare, phone: 019-19 44 14}",
    )
    _, problems = withdraw_contacts(given, date(2020, 1, 1))
    assert [(p.code, p.place.file, dict(p.values)["value"]) for p in problems] == [
        (
            "withdrawn-contact-in-text",
            "content/projects/a.lattlast.md",
            "Siobhán O'Neill & Co",
        )
    ]
