"""The hidden words of the index: parts of compounds, other words, and spelling without marks."""

from __future__ import annotations

import pytest

from insyn.pages.search_words import Lexicon, folded, words_of

TEXTS = (
    "Arbetsmarknadsenheten vill att fler cyklar till arbetet på en ny cykelväg.",
    "Samordningsförbundet betalar. Förbundet och enheten har en nämnd. En anställning är bra.",
    "Personer i utbildning får försörjningsstöd till sin försörjning.",
    "Ingen frågar varför, och andra lyssnar.",
)
GROUPS = (("försörjningsstöd", "socialbidrag", "ekonomiskt bistånd"), ("ESF", "socialfonden"))
LEXICON = Lexicon("sv", TEXTS, GROUPS)


@pytest.mark.parametrize(
    ("word", "endings"),
    [
        ("cykelväg", ("väg",)),
        ("cykelvägar", ("vägar",)),
        ("cykelvägarna", ("vägarna",)),
        ("arbetsmarknadsenheten", ("marknadsenheten", "enheten")),
        ("samordningsförbundet", ("förbundet",)),
        ("försörjningsstöd", ("stöd",)),
        ("socialnämnden", ("nämnden",)),
        ("yrkesvägledning", ("ledning",)),
        ("långtidsarbetslösa", ("arbetslösa",)),
        ("ungdomsarbetslöshet", ("arbetslöshet",)),
    ],
)
def test_a_compound_gives_its_later_parts(word: str, endings: tuple[str, ...]) -> None:
    assert set(endings) <= set(LEXICON.endings(word))


@pytest.mark.parametrize(
    "word",
    [
        *("personer", "anställning", "utbildningen", "förstå", "betalar", "varandra", "verksamhet"),
        *("väg", "arbete", "egen-makt", "människor", "landet", "bra"),
    ],
)
def test_what_is_no_compound_stays_whole(word: str) -> None:
    assert LEXICON.endings(word) == ()


def test_only_swedish_is_taken_apart() -> None:
    assert Lexicon("en", ("A network of work", "work")).endings("network") == ()


def test_hidden_words_are_those_of_the_texts_in_order() -> None:
    assert LEXICON.hidden_words(["En cykelväg till samordningsförbundet i Sønderborg."]) == (
        *("förbundet", "sonderborg", "väg"),
    )


def test_other_words_come_with_the_one_in_the_text() -> None:
    assert LEXICON.other_words(["Hon får försörjningsstödet från ESF."]) == (
        ("ekonomiskt bistånd", "försörjningsstöd"),
        ("socialbidrag", "försörjningsstöd"),
        ("socialfonden", "ESF"),
    )
    # A word of several words is found as a whole, and what is said needs no other word.
    assert LEXICON.other_words(["Ekonomiskt bistånd är socialbidrag."]) == (
        ("försörjningsstöd", "ekonomiskt bistånd"),
    )
    assert LEXICON.other_words(["Ekonomiskt stöd och bistånd."]) == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Örebro – Västerås ", "orebro vasteras"),
        ("ØRESUND, Ærø & Łódź", "oresund aero lodz"),
        ("Dals-Ed", "dals ed"),
        ("Café 3R (ÅÄÖ)", "cafe 3r aao"),
        ("–", ""),
    ],
)
def test_folding_leaves_small_letters_and_single_spaces(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_words_are_letters_and_hyphens() -> None:
    assert words_of("Dals-Ed: 12 %, av\u00adstava EmBa!") == ["dals-ed", "avstava", "emba"]


def test_words_are_counted() -> None:
    assert Lexicon("sv", ("En väg. En bro.", "En bro")).counts == {"en": 3, "väg": 1, "bro": 2}
