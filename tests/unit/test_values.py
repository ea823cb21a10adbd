"""How single values are read: what editors type, and what the model knows of it."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from insyn.explanation import KINDS
from insyn.language import Language, load_language
from insyn.model.values import (
    phone_url,
    read_amount,
    read_date,
    read_email,
    read_line,
    read_municipality,
    read_number,
    read_phone,
    read_region,
    read_site_path,
    read_web_address,
    read_yes,
)
from insyn.render import find_theme

READERS: tuple[Callable[[Any], Any], ...] = (
    read_amount,
    read_date,
    read_email,
    read_line,
    read_municipality,
    read_number,
    read_phone,
    read_region,
    read_site_path,
    read_web_address,
    read_yes,
)
LANGUAGES = {code: load_language(code, find_theme() / "locale") for code in ("sv", "en")}


def code_of(read: Callable[[Any], Any], typed: object) -> str:
    """The code of the problem with `typed`."""
    with pytest.raises(PydanticCustomError) as caught:
        read(typed)
    return caught.value.type


def problem_with(read: Callable[[Any], Any], typed: object) -> str:
    """The code of the problem with `typed`, or nothing."""
    try:
        read(typed)
    except PydanticCustomError as problem:
        return problem.type
    return ""


# --- every reader ---


@given(st.text() | st.text("0123456789 .,-–kr+/@:\u00a0\u2009"))
def test_no_text_makes_a_reader_fail_otherwise_than_by_a_known_problem(typed: str) -> None:
    for read in READERS:
        assert problem_with(read, typed) in {"", *KINDS}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("typed", [None, ["a"], {"a": "b"}, []])
def test_what_is_no_text_has_the_wrong_type(read: Callable[[Any], Any], typed: object) -> None:
    assert code_of(read, typed) == "wrong-type"


# --- amounts ---


@pytest.mark.parametrize(
    "typed",
    [
        "4 719 182 kr",
        "4719182",
        "4719182 kr",
        "4719182kr",
        "4\u00a0719\u00a0182\u00a0kr",  # no-break spaces
        "4\u2009719\u2009182 kr",  # thin spaces
        "4\u202f719\u202f182 kr",  # narrow no-break spaces
        "4.719.182",
        "4,719,182",
        "SEK 4,719,182",
        "sek 4 719 182",
        "4 719 182 SEK",
        "4 719 182 kronor",
        "4 719 182 KR",
        "4 719 182,00 kr",
        "4 719 182:-",
        "4 719 182,-",
        "kr 4 719 182",
        " 4 719 182 kr. ",
    ],
)
def test_an_amount_is_the_same_however_it_is_typed(typed: str) -> None:
    assert read_amount(typed) == 4_719_182


def test_nothing_is_an_amount() -> None:
    assert read_amount("0 kr") == 0
    assert read_amount("0") == 0


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "kr",
        "okänt",
        "4,7 miljoner",
        "4,7 mkr",
        "4 719 tkr",
        "4719182,50",
        "4719182.5 kr",
        "4 719 182,5",
        "12,5",
        "4 71 9182",
        "47 19182",
        "4.719,182",
        "4 719 182 €",
        "EUR 4719182",
        "ca 4 719 182 kr",
        "4 719 182 kr (varav 1 000 lån)",
        "1 000–2 000 kr",
        "1e6",
        "١٢٣",  # Arabic figures
        "²",
        "4\u200b719",  # a zero width space
        "9" * 19,
    ],
)
def test_an_amount_that_may_mean_something_else_is_refused(typed: str) -> None:
    assert code_of(read_amount, typed) == "amount-unreadable"


@pytest.mark.parametrize("typed", ["-5", "−400 000 kr", "–400 000 kr", "SEK -5", "kr -5"])
def test_a_minus_is_told_as_such(typed: str) -> None:
    assert code_of(read_amount, typed) == "amount-negative"


@given(st.integers(0, 10**18 - 1), st.sampled_from(sorted(LANGUAGES)))
def test_an_amount_as_the_site_shows_it_is_read_as_the_same(amount: int, code: str) -> None:
    language: Language = LANGUAGES[code]
    assert read_amount(language.money(amount, "SEK")) == amount
    assert read_amount(language.number(amount)) == amount


@given(st.text(string.digits + " .,:-krSEK\u00a0x", max_size=20))
def test_an_amount_is_made_of_its_digits_and_nothing_else(typed: str) -> None:
    try:
        amount = read_amount(typed)
    except PydanticCustomError:
        return
    # The digits as typed, but for the decimals ",00" or ".00" that say nothing.
    digits = re.sub(r"\D", "", typed)
    without_decimals = re.sub(r"\D", "", re.sub(r"[.,]00(?!\d)", "", typed))
    assert str(amount) in {(digits or "0").lstrip("0") or "0", without_decimals.lstrip("0") or "0"}
    assert "x" not in typed
    assert not re.search(r"[.,]\d{1,2}(?!\d)", re.sub(r"[.,]00(?!\d)", "", typed))


# --- numbers ---


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("70", "70"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1 000", "1000"),
        ("1\u00a0000,25", "1000.25"),
        ("0", "0"),
    ],
)
def test_a_number_has_a_decimal_comma_or_point(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["70 %", "70%", "-5", "många", "1,2,3", "1e5", "NaN", "٣", "1 00"]
)
def test_what_is_no_plain_number_is_refused(typed: str) -> None:
    assert code_of(read_number, typed) == "number-unreadable"


@given(st.decimals(0, 10**9, places=2))
def test_a_number_as_the_site_shows_it_is_read_as_the_same(number: Decimal) -> None:
    shown = LANGUAGES["sv"].number(number)
    assert read_number(shown) == number


# --- dates ---


@given(st.dates())
def test_a_date_in_iso_form_is_read(day: date) -> None:
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize("typed", ["2009-02-30", "2009-13-01", "2009-00-10", "2009-04-31"])
def test_a_day_that_no_calendar_has_is_told_as_such(typed: str) -> None:
    assert code_of(read_date, typed) == "date-impossible"


@pytest.mark.parametrize(
    "typed",
    [
        "2009-1-5",
        "090115",
        "15/1 2009",
        "1 januari 2009",
        "2009-01-15 12:00",
        "２００９-01-15",
    ],
)
def test_another_way_to_write_a_date_is_refused(typed: str) -> None:
    assert code_of(read_date, typed) == "date-unreadable"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *((typed, "date-without-year") for typed in ("24 december", "24 dec.", "December 24")),
        *((typed, "date-without-year") for typed in ("den 24:e maj", "24/12", "12-24", "24.12.")),
        *((typed, "date-without-day") for typed in ("2009", "2026-12", "12/2026")),
        *((typed, "date-without-day") for typed in ("december 2026", "Dec. 2026", "våren 2026")),
        *((typed, "date-unreadable") for typed in ("24", "december", "24/12-26", "2026-2027")),
        *((typed, "date-without-day") for typed in ("vecka 50 2026", "Q4 2026", "ca 2026-12")),
        *((typed, "date-unreadable") for typed in ("24 december 26", "dec 200", "15 dec 2026 ca")),
        *((typed, "date-unreadable") for typed in ("31 decmber 2026", "5 tammikuuta 2026")),
    ],
)
def test_a_date_without_a_year_or_a_day_is_told_as_such(typed: str, code: str) -> None:
    assert code_of(read_date, typed) == code


# --- phone numbers ---


@pytest.mark.parametrize(
    ("typed", "shown", "url"),
    [
        ("0410-73 30 94", "0410-73 30 94", "tel:+46-410-73-30-94"),
        ("019-19 44 14", "019-19 44 14", "tel:+46-19-19-44-14"),
        ("019194414", "019-19 44 14", "tel:+46-19-19-44-14"),
        ("+46 19 19 44 14", "019-19 44 14", "tel:+46-19-19-44-14"),
        ("0046 19 194414", "019-19 44 14", "tel:+46-19-19-44-14"),
        ("070-174 06 35", "070-174 06 35", "tel:+46-70-174-06-35"),
        ("+47 22 00 25 00", "+47 22 00 25 00", "tel:+47-22-00-25-00"),
        ("112", "112", "tel:112"),
    ],
)
def test_a_phone_number_is_spelled_as_swedes_read_it(typed: str, shown: str, url: str) -> None:
    assert read_phone(typed) == shown
    assert phone_url(shown) == url


@pytest.mark.parametrize("typed", ["019-21", "ring växeln", "12", "019-19 44 14 44 14 44", "+99 1"])
def test_what_is_no_phone_number_is_refused(typed: str) -> None:
    assert code_of(read_phone, typed) == "phone-invalid"


def test_a_phone_number_that_was_read_is_read_again_as_the_same() -> None:
    for typed in ("0410-73 30 94", "+47 22 00 25 00", "112", "0771-60 00 00"):
        assert read_phone(read_phone(typed)) == read_phone(typed)


# --- e-mail and web addresses ---


@pytest.mark.parametrize("typed", ["elmar.jehle@obo.se", "a+b@sub.example.se", "åsa@örebro.se"])
def test_an_email_address_is_read(typed: str) -> None:
    assert read_email(f" {typed} ") == typed


@pytest.mark.parametrize(
    "typed",
    ["elmar", "elmar@", "@obo.se", "elmar@obo", "a b@obo.se", "elmar(at)obo.se", "a@b.se, c@d.se"],
)
def test_what_is_no_email_address_is_refused(typed: str) -> None:
    assert code_of(read_email, typed) == "email-invalid"


@pytest.mark.parametrize(
    "typed",
    ["https://www.esf.se/", "http://esf.se", "https://esf.se:8080/a?b=c#d", "HTTPS://ESF.SE/Å"],
)
def test_a_whole_web_address_is_read(typed: str) -> None:
    assert read_web_address(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "www.esf.se",
        "esf.se",
        "https://",
        "https://esf",
        "javascript:alert(1)",
        "ftp://esf.se/",
        "https://esf.se/en fil",
        "//esf.se/",
        "https://.se",
    ],
)
def test_what_is_no_whole_web_address_is_refused(typed: str) -> None:
    assert code_of(read_web_address, typed) == "web-address-invalid"


@pytest.mark.parametrize("typed", ["/", "/gamla/jobbpunkt/", "/old.html", "/a/b_c~d/", "/%C3%A5/"])
def test_an_old_address_is_read(typed: str) -> None:
    assert read_site_path(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "gamla/",
        "//evil.example/",
        "/../etc",
        "/a//b/",
        "/a b/",
        "/å/",
        "https://esf.se/",
        "/?a=b",
        "/a#b",
        "/.git/",
    ],
)
def test_what_cannot_be_an_old_address_is_refused(typed: str) -> None:
    assert code_of(read_site_path, typed) == "old-address-invalid"


# --- words ---


@given(st.text())
def test_a_text_is_one_line_without_space_around(typed: str) -> None:
    line = read_line(typed)
    assert line == line.strip()
    assert "\n" not in line
    assert "  " not in line
    assert read_line(line) == line


@pytest.mark.parametrize("typed", ["ja", "Ja", "yes", "true", " JA "])
def test_yes_is_said_in_two_languages(typed: str) -> None:
    assert read_yes(typed) is True


@pytest.mark.parametrize("typed", ["nej", "no", "false"])
def test_no_is_said_in_two_languages(typed: str) -> None:
    assert read_yes(typed) is False


def test_neither_yes_nor_no_is_refused() -> None:
    assert code_of(read_yes, "kanske") == "wrong-type"


@pytest.mark.parametrize("typed", ["Örebro", "örebro", " ÖREBRO ", "O\u0308rebro"])
def test_a_municipality_is_found_by_its_official_name(typed: str) -> None:
    assert read_municipality(typed).code == "1880"


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Marks", "Mark"),
        ("Lilla-Edet", "Lilla Edet"),
        ("Örebro kommun", "Örebro"),
        ("Kumla kommun", "Kumla"),
        ("Marks kommun", "Mark"),
        ("Göteborgs stad", "Göteborg"),
        ("Malung", "Malung-Sälen"),
        ("Qwertzu", ""),
    ],
)
def test_an_unknown_municipality_is_told_with_the_nearest(typed: str, near: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_municipality(typed)
    assert caught.value.type == "municipality-unknown"
    assert (caught.value.context or {})["nearest"] == near


def test_a_region_is_found_by_either_name() -> None:
    assert read_region("Östra Mellansverige") == read_region("East Middle Sweden")


def test_an_unknown_region_is_told_with_the_nearest_and_all() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_region("Norra Mellan-Sverige")
    context = caught.value.context or {}
    assert context["nearest"] == "Norra Mellansverige"
    assert context["choices_sv"].count(",") == context["choices_en"].count(",") == 7
