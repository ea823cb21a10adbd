"""How the texts of a portfolio read, told to the people who wrote them: the worst first.

Pure: readings by file → text or JSON.  `language` is that of the reader ("sv" or "en").
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import wrap

from insyn.explanation import explain
from insyn.plain import Meaning, Reading, meaning
from insyn.problem import Problem

Readings = Mapping[str, Reading]
"""By file."""

_MEANINGS: Mapping[str, Mapping[Meaning, str]] = {
    "sv": {
        "very-easy": "mycket lätt, som en barnbok",
        "easy": "lätt, som skönlitteratur",
        "medium": "medelsvår, som en tidning",
        "hard": "svår, som en myndighetstext",
        "very-hard": "mycket svår, som en avhandling",
    },
    "en": {
        "very-easy": "very easy, as a children’s book",
        "easy": "easy, as fiction",
        "medium": "medium, as a newspaper",
        "hard": "hard, as an official text",
        "very-hard": "very hard, as a thesis",
    },
}
_LONG = 15
"""Words of a sentence that may be worth a look, even if nothing is said of it."""
IN_FULL = 10
"""So many texts of a portfolio are told in full; the others get a line each."""


def worst_first(readings: Readings) -> tuple[tuple[str, Reading], ...]:
    """The texts with most advice first; of equals, the one with the higher LIX."""

    def order(one: tuple[str, Reading]) -> tuple[int, int, str]:
        file, reading = one
        return -len(advice(reading)), -reading.lix if reading.meaning else 0, file

    return tuple(sorted(readings.items(), key=order))


def advice(reading: Reading) -> tuple[Problem, ...]:
    """The findings to act on: all but the passives, which are often right."""
    return tuple(problem for problem in reading.findings if problem.code != "passive")


def passives(reading: Reading) -> tuple[Problem, ...]:
    """The passives of a text."""
    return tuple(problem for problem in reading.findings if problem.code == "passive")


def measures(reading: Reading, language: str) -> str:
    """LIX and length, in a line: "LIX 33 (lätt, …). 1 032 ord i 98 meningar."."""
    words, sentences = reading.words, reading.sentences
    if not words:
        return "Ingen löpande text." if language == "sv" else "No running text."
    count = _number(words, language)
    if language == "sv":
        ending = "mening" if sentences == 1 else "meningar"
        length = f"{count} ord i {_number(sentences, language)} {ending}."
        short = "För kort för LIX."
    else:
        noun = "word" if words == 1 else "words"
        ending = "sentence" if sentences == 1 else "sentences"
        length = f"{count} {noun} in {_number(sentences, language)} {ending}."
        short = "Too short for LIX."
    if not reading.meaning:
        return f"{length} {short}"
    return f"LIX {reading.lix} ({_MEANINGS[language][reading.meaning]}). {length}"


def _number(value: int, language: str) -> str:
    return f"{value:,}".replace(",", "\u00a0") if language == "sv" else f"{value:,}"


def as_text(readings: Readings, language: str, *, everything: bool = False) -> str:
    """The report: the worst texts in full (all with `everything`), the others a line each."""
    ordered = worst_first(readings)
    full = len(ordered) if everything else IN_FULL
    lines: list[str] = []
    for file, reading in ordered[:full]:
        lines += _in_full(file, reading, language)
        lines.append("")
    if rest := ordered[full:]:
        lines.append("Övriga texter:" if language == "sv" else "The other texts:")
        lines += (f"  {file}: {_in_short(reading, language)}" for file, reading in rest)
        lines.append("")
    lines.append(total(readings, language))
    return "\n".join(lines) + "\n"


def _in_short(reading: Reading, language: str) -> str:
    value = measures(reading, language).rstrip(".")
    if reading.meaning:
        value = f"LIX {reading.lix}"
    count = len(advice(reading))
    if not count:
        return value
    pieces = "1 piece" if count == 1 else f"{count} pieces"
    return f"{value}, {count} råd" if language == "sv" else f"{value}, {pieces} of advice"


def _in_full(file: str, reading: Reading, language: str) -> Iterator[str]:
    sv = language == "sv"
    yield file
    yield f"  {measures(reading, language)}"
    if longest := [one for one in reading.longest if one.words >= _LONG]:
        yield "  Längsta meningar:" if sv else "  Longest sentences:"
        for one in longest:
            where = f"rad {one.place.line}" if sv else f"line {one.place.line}"
            words = "ord" if sv else "words" if one.words != 1 else "word"
            yield f"    {where}, {one.words} {words}: {_quoted(one.text, language)}"
    if problems := advice(reading):
        yield "  Råd:" if sv else "  Advice:"
        for problem in problems:
            yield from _told(problem, language)
    if found := passives(reading):
        explained = explain(found[0], language)
        yield "  Passiv form:" if sv else "  Passives:"
        word = "rad" if sv else "line"
        told = []
        for line, group in groupby(found, key=lambda problem: problem.place.line):
            texts = ", ".join(_quoted(dict(one.values)["text"], language) for one in group)
            told.append(f"{word} {line} {texts}")
        yield from wrap("; ".join(told), 96, initial_indent="    ", subsequent_indent="    ")
        yield f"    {explained.hint}"


def _told(problem: Problem, language: str) -> Iterator[str]:
    explained = explain(problem, language)
    where = "rad" if language == "sv" else "line"
    yield f"    {where} {problem.place.line}: {explained.message}"
    yield f"      {explained.hint}"


def _quoted(text: str, language: str) -> str:
    return f"”{text}”" if language == "sv" else f"“{text}”"


def total(readings: Readings, language: str) -> str:
    """What holds for all texts together, in a line or two."""
    texts = [reading for reading in readings.values() if reading.words]
    words = sum(reading.words for reading in texts)
    found = [len(advice(reading)) for reading in readings.values()]
    count, with_advice = sum(found), sum(map(bool, found))
    scales = _scales(texts, words, language)
    if language == "sv":
        ending = "texter" if len(texts) != 1 else "text"
        told = f"{count} råd i {with_advice} av dem." if count else "Inga råd."
        return f"{len(texts)} {ending}, {_number(words, language)} ord. {scales} {told}"
    ending = "texts" if len(texts) != 1 else "text"
    pieces = "1 piece" if count == 1 else f"{count} pieces"
    told = f"{pieces} of advice in {with_advice} of them." if count else "No advice."
    return f"{len(texts)} {ending}, {_number(words, language)} words. {scales} {told}"


def _scales(texts: Sequence[Reading], words: int, language: str) -> str:
    """LIX of all languages apart: one language's words are longer than another's."""
    by_language: dict[str, list[Reading]] = {}
    for reading in texts:
        by_language.setdefault(reading.language, []).append(reading)
    told = []
    for code, group in sorted(by_language.items()):
        count = sum(reading.words for reading in group)
        value = round(sum(reading.lix * reading.words for reading in group) / max(1, count))
        mean = _MEANINGS[language][meaning(value)].partition(",")[0]
        told.append(f"{code}: LIX {value} ({mean})")
    return f"{', '.join(told)}." if words else ""


def as_json(readings: Readings, language: str) -> str:
    """The same for programs, the worst first."""
    texts = [
        {
            "file": file,
            "language": reading.language,
            "lix": reading.lix if reading.meaning else None,
            "meaning": reading.meaning,
            "words": reading.words,
            "sentences": reading.sentences,
            "longest": [
                {"line": one.place.line, "words": one.words, "text": one.text}
                for one in reading.longest
            ],
            "findings": [_for_programs(problem, language) for problem in reading.findings],
        }
        for file, reading in worst_first(readings)
    ]
    return json.dumps({"texts": texts}, ensure_ascii=False, indent=2) + "\n"


def _for_programs(problem: Problem, language: str) -> dict[str, object]:
    explained = explain(problem, language)
    return {
        "code": problem.code,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": explained.message,
        "hint": explained.hint,
    }
