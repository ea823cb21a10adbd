"""What visitors come for, heard with a real screen reader.

Each journey is a text in `tests/golden/orca/`: what was pressed, and what was said.  After a change
of the pages, write the texts anew, read them as one who only hears, and keep them if they are good:

    make test-orca UPDATE=1
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from orca.conftest import Visits
from orca.journeys import GOLDEN, JOURNEYS, WORDS, Journey, choose_a_filter, go_to_the_number
from orca.listening import Listener, LostError
from orca.sense import faults

Examined = Callable[[Iterable[str]], None]

heard_with_orca = pytest.mark.row(6, tool="Orca")
fault_heard_with_orca = pytest.mark.seeded(6, tool="Orca")


# A machine that is busy with other things lets Orca lose a phrase now and then.  What the pages say
# is heard by every visitor; so a transcript has to come out right for one of three, to the letter.
VISITORS = 3


def heard_by_one(
    visits: Visits, walk: Callable[[Listener, Mapping[str, str]], None], wanted: str = ""
) -> Listener:
    """The first visitor of three who finds her way and hears what is `wanted`, or else the last."""
    for left in reversed(range(VISITORS)):
        visitor = visits()
        try:
            walk(visitor, WORDS[visitor.desktop.language])
        except LostError:
            if not left:
                raise
        else:
            if wanted in {"", visitor.transcript.text}:
                break
    return visitor


@heard_with_orca
@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.name for journey in JOURNEYS])
def test_a_journey_sounds_as_it_did(
    journey: Journey, visits: Visits, examined: Examined, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["room"]
    golden = GOLDEN / f"{journey.name}.{language}.txt"
    updates = request.config.getoption("--update-golden")
    wanted = "" if updates else golden.read_text(encoding="utf-8")
    visitor = heard_by_one(visits, journey.walk, wanted)
    examined(visitor.visited)
    heard = visitor.transcript
    if updates:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(heard.text, encoding="utf-8")
    assert faults(heard) == []
    assert heard.text == golden.read_text(encoding="utf-8")


PROJECTS = {
    "sv": ("Mötesplats MTG", "Egenmakt", "Jobbpunkt Väst Örebro", "Pilotutbildning"),
    "en": ("Meeting Place MTG", "Empowerment", "Jobbpunkt Väst Örebro", "Pilot training"),
}
NUMBERS = ("0515-29 35 05", "0410-73 30 94", "019-19 44 14", "0520-167 60")
PRESSES_TO_A_NUMBER = 12


@heard_with_orca
@pytest.mark.parametrize("place", [0, 3], ids=["first", "last"])
def test_the_number_of_any_project_is_near(place: int, visits: Visits, examined: Examined) -> None:
    # One between them is a journey of its own; its presses are counted in `docs/task-cost.md`.
    def walk(visitor: Listener, words: Mapping[str, str]) -> None:
        visitor.opens(words["start"])
        visitor.presses_until("2", words["projects"])
        visitor.presses_until("h", PROJECTS[visitor.desktop.language][place])
        visitor.follows()
        go_to_the_number(visitor, NUMBERS[place])

    visitor = heard_by_one(visits, walk)
    examined(visitor.visited)
    assert visitor.transcript.presses <= PRESSES_TO_A_NUMBER


# --- pages that are wrong on purpose: what is heard then, and that it is noticed ---


only_in_swedish = pytest.mark.parametrize("room", ["sv"], indirect=True)


@fault_heard_with_orca
@only_in_swedish
def test_a_button_without_a_name_is_noticed(visits: Visits) -> None:
    visitor = visits(
        "/sok/", '<button type="submit">Sök</button>', '<button type="submit"></button>'
    )
    visitor.opens("/sok/")
    visitor.presses("b")
    assert faults(visitor.transcript) == ["b: 'tryckknapp.' has no name"]


@fault_heard_with_orca
@only_in_swedish
def test_a_title_that_is_no_heading_is_noticed(visits: Visits) -> None:
    visitor = visits("/", "<h2>Projekten</h2>", "<div>Projekten</div>")
    with pytest.raises(LostError, match="Projekten huvud"):
        JOURNEYS[0].walk(visitor, WORDS["sv"])


@fault_heard_with_orca
@only_in_swedish
def test_words_of_another_language_that_are_not_marked_are_noticed(visits: Visits) -> None:
    visitor = visits("/om/", "<h1>", "<h1>What is this site and what does it tell of the money: ")
    visitor.opens("/om/")
    visitor.presses("1")
    assert "is not in the language of its voice, sv" in faults(visitor.transcript)[-1]


@fault_heard_with_orca
@only_in_swedish
def test_a_picture_that_says_its_link_again_is_noticed(visits: Visits) -> None:
    picture = '<img src="/favicon.svg" alt="Allt om projekten" width="20" height="20">'
    visitor = visits("/om/", "<h1>", f'<h1><a href="/projekt/">{picture} Allt om projekten</a> ')
    visitor.opens("/om/")
    visitor.presses("1")
    assert any("is said twice" in fault for fault in faults(visitor.transcript))


@fault_heard_with_orca
@only_in_swedish
def test_a_count_that_is_not_announced_is_noticed(visits: Visits) -> None:
    visitor = visits("/projekt/", ' role="status"', "")
    visitor.opens("/projekt/")
    choose_a_filter(visitor, WORDS["sv"])
    assert "träff" not in visitor.transcript.text
