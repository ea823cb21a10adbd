"""How Swedish and English say numbers, money, dates, lists and the order of names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.language import load_language
from insyn.render import find_theme

SV = load_language("sv", find_theme() / "locale")
EN = load_language("en", find_theme() / "locale")
NBSP = "\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("amount", "sv", "en"),
    [
        (0, "0 kr", "SEK 0"),
        (1, "1 kr", "SEK 1"),
        (4_719_182, "4 719 182 kr", "SEK 4,719,182"),
        (10**12, "1 000 000 000 000 kr", "SEK 1,000,000,000,000"),
    ],
)
def test_money_is_in_whole_kronor(amount: int, sv: str, en: str) -> None:
    assert plain(SV.money(amount, "SEK")) == sv
    assert plain(EN.money(amount, "SEK")) == en


@given(st.integers(0, 10**15))
def test_an_amount_never_breaks_across_lines(amount: int) -> None:
    for language in (SV, EN):
        assert " " not in language.money(amount, "SEK")
        assert " " not in language.money_short(amount, "SEK")


def test_euros_stand_as_the_language_writes_them() -> None:
    assert plain(SV.money(4_719_182, "EUR")) == "4 719 182 €"
    assert EN.money(4_719_182, "EUR") == "€4,719,182"


@pytest.mark.parametrize(
    ("amount", "sv", "en"),
    [
        (4_719_182, "4,7 miljoner kr", "SEK 4.7 million"),
        (12_352_838, "12,4 miljoner kr", "SEK 12.4 million"),
        (999_900_000, "999,9 miljoner kr", "SEK 999.9 million"),
        (3_415_532_194, "3,4 miljarder kr", "SEK 3.4 billion"),
        (1_000_000, "1,0 miljoner kr", "SEK 1.0 million"),
        (999_999, "999 999 kr", "SEK 999,999"),
        (0, "0 kr", "SEK 0"),
    ],
)
def test_large_amounts_are_short(amount: int, sv: str, en: str) -> None:
    assert plain(SV.money_short(amount, "SEK")) == sv
    assert plain(EN.money_short(amount, "SEK")) == en


def test_numbers_and_shares() -> None:
    assert plain(SV.number(1000)) == "1 000"
    assert EN.number(1000) == "1,000"
    assert SV.number(Decimal("12.5")) == "12,5"
    assert EN.number(Decimal("12.5")) == "12.5"
    assert plain(SV.percent(0.382)) == "38 %"
    assert EN.percent(0.382) == "38%"


def test_dates_are_in_words() -> None:
    assert plain(SV.date(date(2009, 1, 15))) == "15 januari 2009"
    assert plain(EN.date(date(2009, 1, 15))) == "15 January 2009"


def test_a_period_goes_from_a_day_to_a_day() -> None:
    start, end = date(2009, 1, 15), date(2011, 12, 31)
    assert plain(SV.period(start, end)) == "15 januari 2009 till 31 december 2011"
    assert plain(EN.period(start, end)) == "15 January 2009 to 31 December 2011"
    assert plain(SV.period(start, None)) == "från 15 januari 2009"
    assert plain(EN.period(start, None)) == "from 15 January 2009"


def test_years_are_said_once_where_they_are_one() -> None:
    assert SV.years(date(2009, 1, 15), date(2011, 12, 31)) == "2009 till 2011"
    assert SV.years(date(2009, 1, 15), date(2009, 12, 31)) == "2009"
    assert SV.years(date(2009, 1, 15), None) == "från 2009"


def test_names_in_a_sentence() -> None:
    names = ["Mariestad", "Töreboda", "Gullspång"]
    assert SV.join(names) == "Mariestad, Töreboda och Gullspång"
    assert EN.join(names) == "Mariestad, Töreboda and Gullspång"
    assert SV.join(names[:2]) == "Mariestad och Töreboda"
    assert SV.join(names[:1]) == "Mariestad"
    assert SV.join([]) == ""


def test_the_swedish_alphabet_ends_in_three_letters() -> None:
    names = ["Örebro", "Ängelholm", "Åre", "Zinkgruvan", "Eda", "Éden", "Ale", "ale", "Uppsala"]
    ordered = SV.sorted(names)
    assert ordered[-4:] == ("Zinkgruvan", "Åre", "Ängelholm", "Örebro")
    assert [name.casefold() for name in ordered[:2]] == ["ale", "ale"]
    assert ordered[2:4] == ("Eda", "Éden")


def test_english_puts_accented_letters_with_the_others() -> None:
    assert EN.sorted(["Zara", "Örebro", "Åre", "Otter", "Ale"]) == (
        "Ale",
        "Åre",
        "Örebro",
        "Otter",
        "Zara",
    )


@given(st.lists(st.text(max_size=8)))
def test_order_does_not_hang_on_the_order_before(names: list[str]) -> None:
    for language in (SV, EN):
        assert [language.sort_key(name) for name in language.sorted(names)] == [
            language.sort_key(name) for name in language.sorted(reversed(names))
        ]


@pytest.mark.parametrize(
    ("name", "sv", "en"),
    [
        ("Örebro", "Ö", "O"),
        ("åre", "Å", "A"),
        ("Éden", "E", "E"),
        ("Zara", "Z", "Z"),
        ("”Kullen”", "K", "K"),
        ("1:a hjälpen", "1", "1"),
        ("…", "#", "#"),
        ("A\u030are", "Å", "A"),
    ],
)
def test_the_letter_of_the_alphabet(name: str, sv: str, en: str) -> None:
    assert SV.initial(name) == sv
    assert EN.initial(name) == en


@given(st.text(min_size=1, max_size=8))
def test_every_name_stands_under_one_letter(name: str) -> None:
    for language in (SV, EN):
        assert len(language.initial(name)) == 1


def test_a_text_without_translation_stays_english() -> None:
    assert SV.say("No such text at all") == "No such text at all"
    assert EN.say("Projects") == "Projects"
    assert SV.say("Projects") == "Projekt"


def test_addresses_have_the_words_of_the_language() -> None:
    assert SV.address("projects") == "projekt"
    assert SV.address("money") == "pengar"
    assert EN.address("projects") == "projects"


def test_one_and_many() -> None:
    assert [SV.say_many("project", "projects", count) for count in (0, 1, 2)] == [
        "projekt",
        "projekt",
        "projekt",
    ]
    assert [EN.say_many("project", "projects", count) for count in (0, 1, 2)] == [
        "projects",
        "project",
        "projects",
    ]


# --- a language of cards alone ---


def test_where_there_is_no_catalogue_the_interface_speaks_english() -> None:
    finnish = load_language("fi", find_theme() / "locale")
    assert (finnish.code, finnish.spoken, finnish.own_name) == ("fi", "en", "Suomi")
    assert finnish.say("Projects") == "Projects"
    assert finnish.date(date(2009, 1, 15)) == f"15{NBSP}January{NBSP}2009"
    assert finnish.money(4719182, "SEK") == f"SEK{NBSP}4,719,182"
    assert load_language("ar", find_theme() / "locale").direction == "ltr"


def test_a_language_leads_its_readers_to_it_in_their_own_words() -> None:
    folder = find_theme() / "locale"
    names = [load_language(code, folder).own_name for code in ("sv", "en", "de", "nb")]
    assert names == ["På svenska", "In English", "Deutsch", "Norsk bokmål"]
