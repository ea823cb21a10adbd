"""Plain language: sentences, LIX, and findings held against sentences that people have judged.

`tests/plain/sv.yaml` and `en.yaml` were written before the rules.  How well the rules do is
printed by `pytest tests/unit/test_plain.py -k quality -s`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from insyn.explanation import KINDS, Severity, explain
from insyn.language_report import advice, as_json, as_text, measures, worst_first
from insyn.markup import Passage, render
from insyn.plain import (
    TOLD,
    Limits,
    Reading,
    headwords,
    is_long,
    lix,
    meaning,
    read,
    sentences,
    words_of,
)
from insyn.problem import Place, Problem
from insyn.writing import Setting, judge

JUDGED = Path(__file__).parents[1] / "plain"
LANGUAGES = ("sv", "en")
PARTS = ("tuned", "held_out")
FLOORS = {"tuned": 0.97, "held_out": 0.9}
"""Precision and recall of each kind of finding must not fall below these."""

CODES = {
    "passive": "passives",
    "word-plainer": "words",
    "abbreviation-unexplained": "abbreviations",
    "abbreviation-of-words": "abbreviations",
    "sentence-long": "long",
    "heading-weak": "heading",
}


@cache
def judged(language: str, part: str) -> tuple[dict[str, Any], ...]:
    """What people have judged."""
    text = (JUDGED / f"{language}.yaml").read_text(encoding="utf-8")
    return tuple(yaml.load(text, Loader=yaml.CSafeLoader)[part])


def passage(text: str, kind: Any = "text") -> Passage:
    lines = text.count("\n") + 1
    return Passage(kind, text, tuple(Place("a.md", number) for number in range(1, lines + 1)))


def expected(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for kind in ("passives", "words", "abbreviations"):
        for text in entry.get(kind, ()):
            yield kind, text.lower().rstrip(".")
    if entry.get("long"):
        yield "long", ""
    if entry.get("heading") == "weak":
        yield "heading", ""


def found_in(entry: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    is_heading = "heading" in entry
    one = passage(entry["text"], "heading" if is_heading else "text")
    problems: list[Problem] = list(read([one], language).findings)
    body = f"## {entry['text']}" if is_heading else entry["text"]
    rendered, _ = render(body, file="a.md", first_line=1, language=language)
    problems += (p for p in judge(rendered, language, Setting()) if p.code.startswith("abbrev"))
    for problem in problems:
        kind = CODES[problem.code]
        text = dict(problem.values)["text"] if kind not in {"long", "heading"} else ""
        yield kind, text.lower().rstrip(".")


@cache
def quality(language: str, part: str) -> dict[str, tuple[float, float, int, str]]:
    """Precision, recall, how many there are, and what went wrong, by kind."""
    hits: dict[str, list[int]] = {kind: [0, 0, 0] for kind in CODES.values()}
    wrong: dict[str, str] = dict.fromkeys(hits, "")
    for entry in judged(language, part):
        wanted, found = list(expected(entry)), list(found_in(entry, language))
        for one in wanted:
            hit = one in found
            hits[one[0]][0 if hit else 1] += 1
            if hit:
                found.remove(one)
            else:
                wrong[one[0]] += f"\n  missed {one[1]!r} in: {entry['text']}"
        for kind, text in found:
            hits[kind][2] += 1
            wrong[kind] += f"\n  wrongly {text!r} in: {entry['text']}"
    return {
        kind: (
            hit / (hit + false) if hit + false else 1,
            hit / (hit + missed) if hit + missed else 1,
            hit + missed,
            wrong[kind],
        )
        for kind, (hit, missed, false) in hits.items()
    }


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quality_of_the_findings(language: str, part: str) -> None:
    for kind, (precision, recall, count, wrong) in quality(language, part).items():
        told = (
            f"{language} {part} {kind}: precision {precision:.2f}, recall {recall:.2f} of {count}"
        )
        print(told)  # noqa: T201 - for whoever wants to know how good it is
        assert precision >= FLOORS[part], told + wrong
        assert recall >= FLOORS[part], told + wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_has_been_judged_and_half_of_it_is_a_trap(language: str) -> None:
    assert len(judged(language, "tuned")) >= 100
    assert len(judged(language, "held_out")) == 30
    every = [entry for part in PARTS for entry in judged(language, part)]
    assert len({entry["text"] for entry in every}) == len(every)
    traps = [entry for entry in every if not list(expected(entry))]
    assert len(traps) >= 0.4 * len(every)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_abbreviations_and_numbers_split_no_sentence(language: str, part: str) -> None:
    wrong = [
        (entry["text"], [entry["text"][one.start : one.end] for one in found])
        for entry in judged(language, part)
        if len(found := sentences(entry["text"], language)) != entry.get("sentences", 1)
    ]
    assert not wrong


# --- sentences and words ---

MARKS = st.sampled_from([". ", "! ", "? ", "… ", " ", "\n", ", ", " (", ") ", ".) ", "” "])
BITS = st.sampled_from(
    "Vi de t.ex. bl.a. nr 5 1.5 719 182 kr. Dr. A. EU:s 12 § kap. osv. mötet Örebro “no. – "
    "erhåller samt byggs utilise is built".split()
)
TEXTS = st.lists(st.tuples(BITS, MARKS), max_size=30).map(
    lambda parts: "".join(bit + mark for bit, mark in parts)
)


@given(TEXTS | st.text(max_size=60), st.sampled_from(["sv", "en", "fi"]))
@settings(max_examples=60, deadline=None)
def test_no_sign_gets_lost_between_sentences(text: str, language: str) -> None:
    end = 0
    for span in sentences(text, language):
        assert not text[end : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        end = span.end
    assert not text[end:].strip()


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=40, deadline=None)
def test_what_is_found_stands_where_it_is_said_to_stand(text: str, language: str) -> None:
    reading = read([passage(text)], language)
    lines = text.split("\n")
    for one in reading.longest:
        first = words_of(one.text)[0].text
        assert lines[one.place.line - 1][one.place.column - 1 :].startswith(first.split()[0])
    for problem in reading.findings:
        if problem.code in {"passive", "word-plainer"}:
            rest = lines[problem.place.line - 1][problem.place.column - 1 :]
            assert rest.startswith(dict(problem.values)["text"].split()[0])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("4 719 182 kr", 2),
        ("6,5 till 12.7 procent", 4),
        ("EU:s pengar", 2),
        ("den 1 januari 2009–2011", 4),
        ("studie- och yrkesvägledning", 3),
        ("kl. 9.30", 2),
        ("– Ja!", 1),
        ("", 0),
    ],
)
def test_numbers_are_one_word(text: str, count: int) -> None:
    assert len(words_of(text)) == count


# --- LIX ---


@pytest.mark.parametrize(
    ("words", "ends", "long_words", "value", "means"),
    [
        # 100 / 10 + 100 * 15 / 100, and so on, by hand.
        (100, 10, 15, 25, "very-easy"),
        (100, 10, 20, 30, "easy"),
        (120, 8, 30, 40, "medium"),
        (200, 10, 60, 50, "hard"),
        (100, 4, 36, 61, "very-hard"),
        (0, 0, 0, 0, "very-easy"),
    ],
)
def test_lix_is_as_bjornsson_has_it(
    words: int, ends: int, long_words: int, value: int, means: str
) -> None:
    assert lix(words, ends, long_words) == value
    assert meaning(value) == means


@pytest.mark.parametrize(
    ("word", "letters"),
    [("vägarna", 7), ("vägens", 6), ("1234567", 0), ("EU:s", 3), ("av-och-på", 7)],
)
def test_a_long_word_has_more_than_six_letters(word: str, letters: int) -> None:
    assert is_long(word) is (letters > 6)


def test_lix_of_a_text_counted_by_hand() -> None:
    # 5 + 7 words, of which "kommunen", "hjälper", "arbetslösa" and "Deltagarna", "personlig",
    # "coachning" have more than six letters: 12 / 2 + 100 * 6 / 12.
    text = "Här hjälper kommunen unga arbetslösa. Deltagarna får på så sätt personlig coachning."
    reading = read(
        [passage(text), passage("En rubrik", "heading"), passage("| a |", "table")], "sv"
    )
    assert (reading.words, reading.sentences, reading.lix) == (12, 2, 56)
    assert reading.meaning is None, "twelve words say nothing"


# --- what a site may decide ---

DULL = "Kommunen erhåller bidrag, samt lån. Föreningens brukare får råd."


def texts(reading: Reading) -> list[str]:
    return [dict(problem.values)["text"] for problem in reading.findings]


def test_a_site_lets_words_pass_and_adds_its_own() -> None:
    assert texts(read([passage(DULL)], "sv")) == ["erhåller", "samt"]
    limits = Limits(let_pass=frozenset({"samt"}), plainer=(("sv", "brukare", "den som får stöd"),))
    assert texts(read([passage(DULL)], "sv", limits)) == ["erhåller", "brukare"]
    assert texts(read([passage(DULL)], "en", limits)) == []
    assert read([passage(DULL)], "sv", Limits(on=False)).findings == ()


def test_a_site_says_how_long_a_sentence_may_be() -> None:
    text = " ".join(["Ord"] * 12) + "."
    assert not read([passage(text)], "sv").findings
    [problem] = read([passage(text)], "sv", Limits(sentence_words=11)).findings
    assert (problem.code, dict(problem.values)["count"]) == ("sentence-long", "12")


def test_a_passage_in_another_language_is_judged_as_such() -> None:
    one = Passage("text", "We utilise it, samt mer.", (Place("a.md"),), "en")
    assert texts(read([one], "sv")) == ["utilise"]
    assert texts(read([passage("Vi såg [Prior to the storm]{lang=en}.")], "sv")) == []


def test_links_addresses_and_code_are_no_words() -> None:
    text = "Se [sidan](https://example.se/erhåller-samt) och `samt`. Skriv till samt@erhåller.se."
    reading = read([passage(text)], "sv")
    assert reading.findings == ()
    assert reading.sentences == 2


def test_a_word_without_end_is_read_in_no_time() -> None:
    """It took minutes, and nothing else would have told: no test looks at the clock."""
    for text in ("A" * 60_000, "1-" * 30_000, "(" * 30_000, ". " * 20_000):
        assert read([passage(text)], "sv").sentences <= 1


def test_a_long_summary_is_told_of_at_its_place() -> None:
    summary = passage("En. " * 5)
    [problem] = read([], "sv", summary=summary).findings
    assert (problem.code, problem.place) == ("summary-long", Place("a.md"))


def test_enough_words_have_a_plainer_one() -> None:
    assert headwords("sv") >= 120
    assert headwords("en") >= 100


def test_all_of_it_is_advice() -> None:
    for code in {*TOLD, "passive"}:
        assert KINDS[code].severity is Severity.ADVICE


# --- the report ---


@pytest.fixture
def readings() -> dict[str, Reading]:
    easy = passage("Vi bor här. " * 60)
    hard = passage("Kommunförvaltningen effektiviserar verksamhetsplaneringen kontinuerligt. " * 40)
    return {
        "content/projects/a.md": read([easy], "sv"),
        "content/projects/b.md": read([hard, passage("Det görs nu.")], "sv"),
        "content/projects/c.md": read([], "sv"),
        "content/projects/a.en.md": read([passage("They reside here.")], "en"),
    }


def test_the_worst_comes_first(readings: dict[str, Reading]) -> None:
    order = [file.removeprefix("content/projects/") for file, _ in worst_first(readings)]
    assert order == ["b.md", "a.en.md", "a.md", "c.md"]
    assert [len(advice(reading)) for _, reading in worst_first(readings)] == [40, 1, 0, 0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_what_an_editor_needs(readings: dict[str, Reading], language: str) -> None:
    told = as_text(readings, language)
    for problem in (p for reading in readings.values() for p in advice(reading)):
        assert explain(problem, language).message in told
    assert "görs" in told
    assert measures(readings["content/projects/a.md"], language) in told
    # 180 words of LIX 3 and 163 of LIX 102.
    totals = {
        "sv": "3 texter, 346 ord. en: LIX 3 (mycket lätt), sv: LIX 50 (svår). 41 råd i 2 av dem.",
        "en": "3 texts, 346 words. en: LIX 3 (very easy), sv: LIX 50 (hard). "
        "41 pieces of advice in 2 of them.",
    }
    assert told.splitlines()[-1] == totals[language]
    assert as_json(readings, language).count('"column"') == 42
