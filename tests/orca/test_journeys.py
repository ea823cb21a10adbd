"""What visitors come for, heard with a real screen reader.

Each journey is a text in `tests/golden/orca/`: what was pressed, and what was said.  After a change
of the pages, write the texts anew, read them as one who only hears, and keep them if they are good:

    make test-orca UPDATE=1
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from orca.conftest import Visits
from orca.journeys import GOLDEN, JOURNEYS, WORDS, Journey
from orca.sense import faults

Examined = Callable[[Iterable[str]], None]

heard_with_orca = pytest.mark.row(6, tool="Orca")
fault_heard_with_orca = pytest.mark.seeded(6, tool="Orca")


@heard_with_orca
@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.name for journey in JOURNEYS])
def test_a_journey_sounds_as_it_did(
    journey: Journey, visits: Visits, examined: Examined, request: pytest.FixtureRequest
) -> None:
    visitor = visits()
    journey.walk(visitor, WORDS[visitor.desktop.language])
    examined(visitor.visited)
    heard = visitor.transcript
    golden = GOLDEN / f"{journey.name}.{heard.language}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(heard.text, encoding="utf-8")
    assert faults(heard) == []
    assert heard.text == golden.read_text(encoding="utf-8")
