"""Shares: what is reached of a target, and what the budget is for each participant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.language import load_language
from insyn.model.portfolio import Funding, Participants, Project
from insyn.pages.addresses import Addresses
from insyn.pages.charts import bars
from insyn.pages.parts import Parts
from insyn.pages.results import (
    cost_per_participant,
    documents,
    participants,
    results,
    say_cost_per_participant,
)
from insyn.render import find_theme
from typed_cards import loaded, project

LANGUAGES = {code: load_language(code, find_theme() / "locale") for code in ("sv", "en")}


def parts_of(found: dict[str, str], language: str = "sv") -> tuple[Parts, Project]:
    portfolio = loaded({"projects/a.md": project(**found)})
    spoken = LANGUAGES[language]
    addresses = Addresses("https://prov.example.se", spoken, language == "sv")
    parts = Parts(portfolio, spoken, addresses, date(2026, 1, 31))
    return parts, portfolio.projects["a"]


def reached(target: str, language: str = "sv") -> str:
    parts, found = parts_of({"targets": f"[{{what: Jobb, {target}}}]"}, language)
    return results(parts, found).targets[0].reached.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("target: 40, result: 30", "75 % av målet"),
        ("target: 40, result: 40", "nått"),
        ("target: 40, result: 44", "110 %: mer än målet"),
        ("target: 40, result: 0", "0 % av målet"),
        ('target: "1000", result: 999', "99 % av målet"),
        ('target: "1000", result: 1', "mindre än 1 % av målet"),
        ('target: "1000", result: 1001', "100 %: mer än målet"),
        ("target: 40, minimum: ja, result: 44", "nått"),
        ("target: 40, minimum: ja, result: 40", "nått"),
        ('target: 40, minimum: ja, result: "39,9"', "inte nått"),
        ("target: 0, result: 3", ""),
        ("target: 0, minimum: ja, result: 0", "nått"),
        ("target: 40", ""),
        ("result: 40", ""),
    ],
)
def test_what_is_reached_of_a_target(target: str, said: str) -> None:
    assert reached(target) == said


def test_what_is_reached_is_said_in_english_too() -> None:
    assert reached("target: 40, result: 30", "en") == "75% of the target"
    assert reached("target: 40, minimum: ja, result: 30", "en") == "not reached"


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_no_share_over_all_goes_unsaid_and_nothing_is_called_reached_that_is_not(
    target: int, result: int
) -> None:
    said = reached(f"target: {target}, result: {result}")
    percent = re.match(r"(?:mindre än )?([\d ]+) %", said)
    if result > target > 0:
        assert said.endswith(": mer än målet")
    elif percent:
        assert int(percent[1].replace(" ", "")) <= min(99, 100 * result // target or 1)
    assert (said == "nått") == (target == result)
    assert (said == "") == (target == 0 != result)


# --- what is known ---------------------------------------------------------------------------

ONE = "{what: A, target: 1, result: 1}"
NONE = "{what: B, target: 1}"
PARTLY = (
    "Resultatet för 1 mål av 3 är rapporterat. Projektet är avslutat, och 2 mål saknar resultat."
)


@pytest.mark.parametrize(
    ("targets", "end", "said"),
    [
        ((), "2011-12-31", ""),
        ((NONE,), "2030-12-31", "Inget resultat är rapporterat."),
        (
            (NONE,),
            "2011-12-31",
            "Inget resultat är rapporterat. Projektet är avslutat, och 1 mål saknar resultat.",
        ),
        ((ONE,), "2011-12-31", "Resultatet är rapporterat."),
        ((ONE, ONE), "2011-12-31", "Alla 2 resultat är rapporterade."),
        (
            (ONE, NONE, NONE),
            "2011-12-31",
            PARTLY,
        ),
    ],
)
def test_how_many_results_are_known(targets: tuple[str, ...], end: str, said: str) -> None:
    given_ = {"period": f"{{start: 2009-01-01, end: {end}}}"}
    if targets:
        given_["targets"] = f"[{', '.join(targets)}]"
    parts, found = parts_of(given_)
    assert results(parts, found).sentence == said


# --- per participant -------------------------------------------------------------------------

ENDED = {"period": "{start: 2009-01-01, end: 2011-12-31}"}
GOING = {"period": "{start: 2009-01-01, end: 2030-12-31}"}
BUDGET = {"funding": "{eu: 4 719 182 kr, total: 12 352 838 kr}"}


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (
            {**ENDED, **BUDGET, "participants": "{planned: 594}"},
            "Budgeten är 20 796 kr för var och en av de 594 planerade deltagarna.",
        ),
        (
            {**ENDED, **BUDGET, "participants": "{planned: 594, reached: 600}"},
            "Budgeten är 20 588 kr för var och en av de 600 deltagarna.",
        ),
        (
            {**GOING, **BUDGET, "participants": "{planned: 594, reached: 6}"},
            "Budgeten är 20 796 kr för var och en av de 594 planerade deltagarna.",
        ),
        ({**GOING, **BUDGET, "participants": "{reached: 6}"}, ""),
        ({**ENDED, **BUDGET, "participants": "{planned: 594, reached: 0}"}, ""),
        ({**ENDED, **BUDGET}, ""),
        ({**ENDED, "participants": "{planned: 594}"}, ""),
        ({**ENDED, "funding": "{eu: 0, total: 0}", "participants": "{planned: 26}"}, ""),
        ({**ENDED, "funding": "{eu: 5}", "participants": "{planned: 26}"}, ""),
    ],
)
def test_the_budget_for_each_participant(given_: dict[str, str], said: str) -> None:
    parts, found = parts_of(given_)
    sentence = say_cost_per_participant(parts, found)
    assert sentence.replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("{planned: 594}", "594 planerade"),
        ("{planned: 594, reached: 612}", "612 av 594 planerade"),
        ("{reached: 0}", "0"),
    ],
)
def test_how_many_take_part(people: str, said: str) -> None:
    assert participants(*parts_of({"participants": people})) == said


COUNTS = st.none() | st.integers(0, 10**6)
AMOUNTS = st.none() | st.integers(0, 10**12)
PARTS, PROJECT = parts_of({})


@given(AMOUNTS, COUNTS, COUNTS, st.booleans())
def test_nothing_is_divided_by_zero_or_by_the_unknown(
    total: int | None,
    planned: int | None,
    reached_: int | None,
    ended: bool,  # noqa: FBT001
) -> None:
    found = replace(
        PROJECT, funding=Funding(None, total), participants=Participants(planned, reached_)
    )
    cost = cost_per_participant(found, ended=ended)
    if cost is None:
        return
    amount, count, plan = cost
    assert total
    assert count > 0
    assert abs(Decimal(total) / count - amount) <= Decimal("0.5")
    assert plan == (not ended or reached_ is None)
    assert count == (planned if plan else reached_)


# --- sums and bars ---------------------------------------------------------------------------

FUNDINGS = st.tuples(AMOUNTS, AMOUNTS).map(
    lambda pair: Funding(min(pair) if None not in pair else pair[0], max_or(pair))  # type: ignore[type-var]
)


def max_or(pair: tuple[int | None, int | None]) -> int | None:
    return None if pair[1] is None else max(pair[0] or 0, pair[1])


@given(st.lists(FUNDINGS, max_size=12))
def test_the_parts_of_a_sum_add_up(fundings: list[Funding]) -> None:
    projects = [replace(PROJECT, funding=funding) for funding in fundings]
    sums = PARTS.totals(projects)
    known = [funding.total for funding in fundings if funding.total is not None]
    assert sums.total == (sum(known) if known else None)
    if sums.total is not None:
        assert (sums.eu or 0) + (sums.cofunding or 0) + sums.unsplit == sums.total
    assert sums.share is None or 0 <= sums.share <= 1
    if not known:
        alone = [funding.eu for funding in fundings if funding.eu is not None]
        assert sums.eu == (sum(alone) if alone else None)
        assert sums.share is None


@given(st.lists(st.lists(st.integers(0, 10**15), min_size=1, max_size=3), max_size=9))
def test_bars_are_as_long_as_their_figures(figures: list[list[int]]) -> None:
    drawn = bars((f"Namn {place}", "", parts) for place, parts in enumerate(figures))
    longest = max((sum(parts) for parts in figures), default=0)
    assert len(drawn) == len(figures)
    for bar, parts in zip(drawn, figures, strict=True):
        assert len(bar.name) <= 32
        assert 0 <= sum(bar.parts) <= 1.000001
        if not longest:
            assert bar.parts == ()
            continue
        for length, part in zip(bar.parts, parts, strict=True):
            assert length == pytest.approx(part / longest)


# --- documents -------------------------------------------------------------------------------


def test_a_document_says_what_it_is_and_in_which_language() -> None:
    card = (
        "[{title: Ansökan 2009, address: 'https://x.example.se/a', kind: application}, "
        "{title: Slutrapport, address: 'https://x.example.se/b', kind: final_report, format: PDF}, "
        "{title: Egenmakt, address: 'https://x.example.se/c', kind: evaluation, language: en}]"
    )
    parts, found = parts_of({"documents": card})
    assert [
        (d.title.value, d.kind, d.format, d.size, d.in_language) for d in documents(parts, found)
    ] == [
        ("Slutrapport", "", "PDF", None, ""),
        ("Egenmakt", "Utvärdering", "", None, "på engelska"),
        ("Ansökan 2009", "", "", None, ""),
    ]
    parts, found = parts_of({"documents": card}, "en")
    assert [(d.kind, d.in_language) for d in documents(parts, found)] == [
        ("Final report", "in Swedish"),
        ("Evaluation", ""),
        ("Application", "in Swedish"),
    ]
