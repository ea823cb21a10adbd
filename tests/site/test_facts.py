"""Every fact of the sources is on the Swedish page and on the English page of its card.

`tests/facts.yaml` lists them and says how each is compared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from insyn.model import load
from insyn.source import read_content
from reading import ROOT, BuiltSite, Document, plain

SOURCES: Mapping[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "facts.yaml").read_text(encoding="utf-8")
)
PORTFOLIO, _ = load(read_content(ROOT))
FACTS = [
    pytest.param(card, fact, id=f"{card.rpartition('/')[2]}-{fact['what']}")
    for card, facts in SOURCES["cards"].items()
    for fact in facts
]
AREAS = {
    "sv": {"projects": "/projekt", "stories": "/berattelser"},
    "en": {"projects": "/en/projects", "stories": "/en/stories"},
}
# Written here anew: the site's months come from Babel.
MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
GROUPING = {"sv": " ", "en": ","}
POINT = {"sv": ",", "en": "."}


def card_page(site: BuiltSite, card: str, language: str) -> Document:
    kind, slug = card.split("/")
    return site.page(f"{AREAS[language][kind]}/{slug}/")


def number_pattern(typed: str, language: str) -> str:
    """How a number stands in a text: whole, with the language's grouping and decimal sign."""
    whole, _, decimals = typed.partition(".")
    grouped = re.escape(f"{int(whole):,}".replace(",", GROUPING[language]))
    # Years and the like have four digits and no grouping.
    spelled = f"(?:{grouped}|{whole})" if len(whole) == 4 else grouped
    if decimals:
        spelled += re.escape(POINT[language] + decimals)
    between = GROUPING[language] + POINT[language]
    return rf"(?<!\d)(?<!\d[{between}]){spelled}(?!\d|[{between}]\d)"


def date_in_words(day: date, language: str) -> str:
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


def is_told(fact: Mapping[str, Any], text: str, language: str) -> bool:
    """Is the fact in the text of a page in this language?"""
    text = plain(text)
    match fact:
        case {"number": number}:
            return re.search(number_pattern(str(number), language), text) is not None
        case {"phone": str(digits)}:
            return re.search(r"(?<!\d)" + r"[ -]*".join(digits) + r"(?!\d)", text) is not None
        case {"date": date() as day}:
            return date_in_words(day, language) in text
        case {"text": str(words)} | {"sv": str(words)} if language == "sv" or "text" in fact:
            return plain(words).casefold() in text.casefold()
        case {"en": str(words)}:
            return plain(words).casefold() in text.casefold()
    raise AssertionError(f"what is compared? {fact}")


@pytest.mark.parametrize(("card", "fact"), FACTS)
def test_a_fact_is_on_both_pages(built_site: BuiltSite, card: str, fact: Mapping[str, Any]) -> None:
    missing = [
        language
        for language in AREAS
        if not is_told(fact, card_page(built_site, card, language).main.text, language)
    ]
    assert not missing


def test_the_comparison_is_strict() -> None:
    assert is_told({"number": 8}, "8 platser", "sv")
    assert not is_told({"number": 8}, "198 personer och 8,3 procent, 8 000 kr", "sv")
    assert not is_told({"number": 182}, "4 719 182 kr", "sv")
    assert is_told({"number": 5000}, "5,000 people", "en")
    assert not is_told({"number": 12.7}, "12.7", "sv")
    assert is_told({"phone": "019194414"}, "019-19 44 14", "sv")
    assert not is_told({"phone": "019194414"}, "19-19 44 14", "sv")
    assert is_told({"date": date(2009, 1, 15)}, "15 January 2009", "en")
    assert not is_told({"date": date(2009, 1, 15)}, "15 januari 2009", "en")
    assert not is_told({"sv": "Lettland", "en": "Latvia"}, "Lettland", "en")


# --- the dirt of the sources ---------------------------------------------------------------------


@pytest.mark.parametrize("names", SOURCES["names"]["organisations"], ids=lambda n: str(n["source"]))
def test_an_organisation_has_its_whole_name(
    built_site: BuiltSite, names: Mapping[str, str]
) -> None:
    pages = [
        page
        for path, page in built_site.pages.items()
        if path.startswith("/partner/") and page.main.one("h1").words == names["official"]
    ]
    assert len(pages) == 1, "the organisation has one page under its official name"
    texts = {plain(text).casefold() for text, _ in pages[0].main.texts()}
    assert PORTFOLIO is not None
    (organisation,) = (
        one
        for one in PORTFOLIO.organisations.values()
        if one.name.in_language("sv")[0] == names["official"]
    )
    source = names["source"].casefold()
    hidden = source in {typed.casefold() for typed in organisation.also_typed}
    shown = {name.casefold() for name in (*organisation.aliases, names["official"])}
    assert hidden or source in shown, "cards may use the source's form"
    assert (source in texts) is not hidden
    listed = [link.words for link in built_site.page("/partner/").main.all("a")]
    assert names["official"] in listed
    assert names["source"] not in listed


@pytest.mark.parametrize(
    "names", SOURCES["names"]["municipalities"], ids=lambda n: str(n["source"])
)
def test_a_municipality_has_its_official_name(
    built_site: BuiltSite, names: Mapping[str, str]
) -> None:
    shown = {link.words for page in built_site.pages.values() for link in page.main.all("a")}
    assert names["official"] in shown
    assert names["source"] not in shown


PILOT = "projects/pilotutbildning-handledare-sociala-arbetskooperativ"


@pytest.mark.parametrize("language", AREAS)
def test_all_43_municipalities_are_listed(built_site: BuiltSite, language: str) -> None:
    area = {"sv": "/platser/kommun/", "en": "/en/places/municipality/"}[language]
    links = [
        link
        for link in card_page(built_site, PILOT, language).main.all("a")
        if link.attributes["href"].startswith(area)
    ]
    wanted = [fact["text"] for fact in SOURCES["cards"][PILOT] if fact["what"] == "municipality"]
    assert len(wanted) == 43
    names = [link.words for link in links]
    assert sorted(names) == sorted(wanted)
    # Å, Ä and Ö come last in Swedish; in English they are forms of A and O.
    assert (names[-1] == "Åmål") == (language == "sv")


@pytest.mark.parametrize(("language", "nothing"), [("sv", "0 kr"), ("en", "SEK 0")])
def test_zero_is_shown_and_divides_nothing(
    built_site: BuiltSite, language: str, nothing: str
) -> None:
    main = card_page(built_site, PILOT, language).main
    (funding,) = main.of_class("funding")
    assert nothing in funding.text
    assert "%" not in funding.text
    assert not list(funding.all("svg"))
    assert "%" not in "".join(text for text, _ in main.texts() if "SEK" in text or "kr" in text)


def test_the_portal_s_glued_heading_is_two_sections(built_site: BuiltSite) -> None:
    main = card_page(built_site, "projects/motesplats-mtg", "sv").main
    assert "städning.Mål" not in main.text
    assert len(list(main.all("h2"))) > 5


@pytest.mark.parametrize("language", AREAS)
def test_a_phone_number_can_be_called(built_site: BuiltSite, language: str) -> None:
    main = card_page(built_site, "projects/egenmakt-trelleborg", language).main
    calls = [a for a in main.all("a") if a.attributes["href"].startswith("tel:")]
    assert calls
    for call in calls:
        assert call.words == "0410-73 30 94"
        assert re.sub(r"\D", "", call.attributes["href"]) == "46410733094"
        assert call.attributes["href"].startswith("tel:+46")


def test_the_key_figures_are_the_sums_of_the_sources(built_site: BuiltSite) -> None:
    def amounts(what: str) -> int:
        return sum(
            fact["number"]
            for facts in SOURCES["cards"].values()
            for fact in facts
            if what in fact["what"] and "number" in fact
        )

    money = built_site.page("/pengar/").main.text
    for total in (amounts("EU support"), amounts("total budget")):
        assert is_told({"number": total}, money, "sv"), total
    start = built_site.page("/").main.text
    assert f"{amounts('total budget') / 1e6:.1f} miljoner kr".replace(".", ",") in start
