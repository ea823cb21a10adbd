"""What Orca said is kept as text; here the texts are read again, without Orca.

The journeys themselves are heard by `make test-orca`.
"""

from __future__ import annotations

import pytest

from orca.journeys import GOLDEN, JOURNEYS, Journey
from orca.sense import faults
from orca.transcript import Transcript, read_transcript

every_journey = pytest.mark.parametrize(
    "journey", JOURNEYS, ids=[journey.name for journey in JOURNEYS]
)
in_each_language = pytest.mark.parametrize("language", ["sv", "en"])


@in_each_language
@every_journey
def test_a_transcript_makes_sense(journey: Journey, language: str) -> None:
    assert faults(journey.heard(language)) == []


@in_each_language
@every_journey
def test_a_transcript_is_read_as_it_was_written(journey: Journey, language: str) -> None:
    text = (GOLDEN / f"{journey.name}.{language}.txt").read_text(encoding="utf-8")
    assert read_transcript(text, language).text == text


def test_there_is_no_transcript_without_a_journey() -> None:
    kept = {file.name for file in GOLDEN.iterdir()}
    assert kept == {f"{one.name}.{language}.txt" for one in JOURNEYS for language in ("sv", "en")}


def heard(*said: str, language: str = "sv") -> Transcript:
    return read_transcript("\n".join(["h", *(f"    {words}" for words in said)]), language)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("tryckknapp.", "h: 'tryckknapp.' has no name"),
        ("kryssruta inte kryssad.", "h: 'kryssruta inte kryssad.' has no name"),
        ("huvud nivå 2.", "h: 'huvud nivå 2.' has no name"),
        ("Projekt länk länk.", "h: 'länk länk' is said twice"),
        (
            "Meddelandet är dolt. Alla Meddelandet är dolt.",
            "h: 'Meddelandet är dolt' is said twice",
        ),
        (".", "h: '.' says nothing"),
        ("ny rad", "h: a line break is read out"),
        ("sharing.png länk.", "h: '.png' in 'sharing.png länk.' is an address"),
        ("undefined träffar", "h: 'undefined' in 'undefined träffar' is for machines"),
        ("4719182 kr.", "h: '4719182' in '4719182 kr.' is a number in one piece"),
        (
            "What the projects cost and where",
            "h: 'What the projects cost and where' is not in the language of its voice, sv",
        ),
        ("(silence)", "h: nothing is said"),
    ],
)
def test_what_sounds_wrong_is_noticed(said: str, fault: str) -> None:
    assert faults(heard(said)) == [fault]


@pytest.mark.parametrize(
    "said",
    [
        ("[en] In English", "länk."),
        ("019-19 44 14 länk.",),
        ("4 719 182 kr.", "Rad 2, kolumn 2."),
        ("Region huvud nivå 3.",),
        ("tabell med 4 rader 2 kolumner", "Vem betalar kolumnrubrik."),
        ("1 januari 2009 till 31 december 2011 beskrivningsvärde.",),
    ],
)
def test_what_sounds_right_is_left_alone(said: tuple[str, ...]) -> None:
    assert faults(heard(*said)) == []


def test_what_is_said_again_in_other_words_of_a_press_is_noticed() -> None:
    said = heard("Alla projekt bild.", "Alla projekt länk.")
    assert faults(said) == ["h: 'Alla projekt' is said twice"] * 2
