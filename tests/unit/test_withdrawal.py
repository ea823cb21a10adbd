"""Contact persons of projects that ended long ago are withdrawn, and nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from insyn.model import Portfolio, load, withdraw_contacts
from typed_cards import SITE, card, only, project, sources

PERIOD = "{start: 2009-01-01, end: 2012-02-29}"
PERSON = "{name: Elmar Jehle, role: Projektledare, email: e.j@obo.se, phone: 019-19 44 14}"


def portfolio(
    *,
    years: int | None = 5,
    owner: str = "ÖBO",
    body: str = "",
    easy: str = "",
    others: Mapping[str, str] | None = None,
    **facts: str,
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
        **(others or {}),
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


LATER = date(2020, 1, 1)
STILL_RUNNING = project(
    period="{start: 2019-01-01, end: 2021-12-31}", title="Ny", contact=PERSON, owner="ÖBO"
)


def story(people: str = "[]", **facts: str) -> str:
    return card(title="Elva jobb", summary="De fick jobb.", people=people, **facts)


def told_of(given: Portfolio) -> list[tuple[str, str]]:
    _, problems = withdraw_contacts(given, LATER)
    assert {problem.code for problem in problems} <= {"withdrawn-contact-in-text"}
    return [(problem.place.file, str(dict(problem.values)["value"])) for problem in problems]


def test_among_the_people_of_a_story_the_role_stays() -> None:
    people = "[{name: Elmar Jehle, role: Projektledare}, {name: Elmar Jehle}, {name: Ada Ek}]"
    given = portfolio(others={"stories/s.md": story(people)})
    found, problems = withdraw_contacts(given, LATER)
    assert problems == ()
    first, second = found.stories["s"].people
    assert first.name == ""
    assert first.role is not None
    assert second.name == "Ada Ek"


def test_whoever_is_a_contact_of_a_project_that_goes_on_stays_named() -> None:
    given = portfolio(
        body="Fråga Elmar Jehle.",
        others={
            "projects/b.md": STILL_RUNNING,
            "stories/s.md": story("[{name: Elmar Jehle}]"),
        },
    )
    found, problems = withdraw_contacts(given, LATER)
    assert problems == ()
    assert [person.name for person in found.stories["s"].people] == ["Elmar Jehle"]
    assert found.projects["a"].contacts[0].name == ""


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("stories/s.md", story() + "Elmar Jehles idé var enkel."),
        ("stories/s.md", story(place="Elmar Jehle")),
        ("organisations/x.md", card(title="X") + "Ring Elmar Jehle."),
        (
            "projects/b.md",
            project(accessibility="{premises: Fråga Elmar Jehle om hissen.}", title="B"),
        ),
        (
            "projects/b.md",
            project(
                title="B",
                documents='[{title: "Rapport, Elmar Jehle", address: https://a.se/r.pdf}]',
            ),
        ),
    ],
)
def test_every_card_that_still_names_the_person_is_told_of(file: str, text: str) -> None:
    assert told_of(portfolio(others={file: text})) == [(f"content/{file}", "Elmar Jehle")]


def test_a_translation_that_names_the_person_is_told_of_in_its_own_file() -> None:
    given = portfolio(others={"projects/a.en.md": card(title="Jobs") + "Ask Elmar Jehle."})
    assert told_of(given) == [("content/projects/a.en.md", "Elmar Jehle")]


@pytest.mark.parametrize("number", ["019-194414", "+46 19-19 44 14", "+46 (0)19 19 44 14"])
def test_a_number_is_found_however_it_is_spelled(number: str) -> None:
    assert told_of(portfolio(body=f"Ring {number}.")) == [("content/projects/a.md", "019-19 44 14")]


@pytest.mark.parametrize(
    "text", ["Elmar Jehlesson", "Elmar Jehl", "Anselmar Jehle", "019-19 44 15", "e.j@obo.sek"]
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told_of(portfolio(body=f"Fråga {text}.")) == []


def test_an_organisation_s_own_address_is_nobody_s() -> None:
    assert told_of(portfolio(contact="{email: kommunen@orebro.se}")) == []
