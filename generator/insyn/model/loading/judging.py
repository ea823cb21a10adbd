"""How the words of a card read: its facts and its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from insyn.front_matter import FieldPath
from insyn.markup import Passage
from insyn.model.facts import Findings, is_example
from insyn.model.fields import INSTRUCTIONS, QUESTIONS, TRANSLATE_THE_TEXT
from insyn.model.fields.shared import SUMMARY_LENGTH
from insyn.model.portfolio import Term
from insyn.plain import Limits, Reading, read
from insyn.problem import Place, Problem
from insyn.source import Card, Sources
from insyn.writing import Setting, judge_capitals, language_problem, spoken_language

# Where cards name organisations: abbreviations in names need no explanation.
_NAMES = ("title", "aliases", "also_typed", "owner", "co_funders", "partners", "organisations")
_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")

# In a name or a source, words are not the editor's own.
_NOT_OWN_WORDS = frozenset({"title", "summary", "source", "aliases", "also_typed"})
_FEW_WORDS = 5


def explained_words(sources: Sources, glossary: tuple[Term, ...]) -> frozenset[str]:
    """The words in capitals that no text needs to explain: they are names, or in the glossary."""
    found: set[str] = set()
    for card in sources.cards:
        for name in _NAMES:
            typed = card.fields.get(name)
            for value in typed if isinstance(typed, list) else [typed]:
                # A title that shouts does not explain its words; an organisation's name may.
                shouts = (
                    name == "title"
                    and card.kind != "organisations"
                    and isinstance(value, str)
                    and any(judge_capitals(value, _heading(value, card), Setting()))
                )
                if isinstance(value, str) and not shouts:
                    found |= set(_CAPITALS.findall(value))
    for term in glossary:
        for _, word in term.words.versions:
            found |= set(_CAPITALS.findall(" ".join((word.term, *word.forms))))
    return frozenset(found)


def _heading(typed: str, card: Card) -> Passage:
    return Passage("heading", typed, (card.place(("title",)),))


def tell_of_questions(card: Card, findings: Findings) -> None:
    """A new card's questions are for whoever writes it: none may be left where readers see it."""
    heading = card.fields.get("title")
    for number, line in enumerate(card.body.split("\n"), card.body_line):
        text = line.strip()
        if text.startswith("#"):
            heading = text.strip("# ")
        place = Place(card.file, number, line.find(text) + 1)
        if text in QUESTIONS:
            findings.add(place, "template-question", heading=heading or text)
        elif text in INSTRUCTIONS:
            findings.add(place, "template-instruction", typed=text)


def is_untranslated(card: Card) -> bool:
    """Does the text of the card, or a part of it, still wait for its translation?"""
    return any(line.strip() in TRANSLATE_THE_TEXT.values() for line in card.body.split("\n"))


def judge_facts(card: Card, language: str, setting: Setting, findings: Findings) -> None:
    """What is hard to take in of the two facts that everybody reads first."""
    for name, kind in (("title", "heading"), ("summary", "text")):
        typed = card.fields.get(name)
        if not isinstance(typed, str) or not typed.strip() or is_example(typed):
            continue
        place = card.place((name,))
        passage = Passage("heading" if kind == "heading" else "text", typed, (place,))
        for problem in judge_capitals(typed, passage, setting):
            findings.problems.append(replace(problem, place=place))
        # A title may be a name.
        if name == "summary" and (spoken := spoken_language(typed, language)):
            told = language_problem(place, "language-of-field", spoken, field=name)
            findings.problems.append(told)


def read_plainly(
    card: Card,
    language: str,
    passages: tuple[Passage, ...],
    limits: Limits,
    abbreviations: Iterable[Problem],
) -> Reading:
    """How the card reads: its summary, the sentences among its facts, and its text."""
    summary = card.fields.get("summary")
    written = isinstance(summary, str) and not is_example(summary)
    summed = _passage(card, ("summary",), str(summary)) if written else None
    reading = read(
        (*_fact_passages(card, card.fields), *passages),
        language,
        limits,
        summary=summed if summed and summed.typed.strip() else None,
        start=Place(card.file, card.body_line),
    )
    found = (*reading.findings, *abbreviations) if limits.on else ()
    # A summary with too many characters is told of as an error.
    is_told = isinstance(summary, str) and len(summary) > SUMMARY_LENGTH
    kept = (problem for problem in found if not (is_told and problem.code == "summary-long"))
    return replace(reading, findings=tuple(sorted(kept)))


def _fact_passages(card: Card, typed: object, path: FieldPath = ()) -> Iterator[Passage]:
    """The facts of a card that are whole sentences, as passages."""
    if isinstance(typed, str):
        ends = typed.rstrip()[-1:] in {".", "!", "?"}
        if ends and len(typed.split()) >= _FEW_WORDS and not is_example(typed):
            yield _passage(card, path, typed)
    elif isinstance(typed, Mapping):
        for name, value in typed.items():
            if path or name not in _NOT_OWN_WORDS:
                yield from _fact_passages(card, value, (*path, name))
    elif isinstance(typed, Sequence):
        for number, value in enumerate(typed):
            yield from _fact_passages(card, value, (*path, number))


def _passage(card: Card, path: FieldPath, value: str) -> Passage:
    """The text `value` of a fact with its lines as they are typed, if they can be found."""
    place = card.place(path)
    before = "\n".join(card.typed[: place.line - 1])
    typed = "\n".join(card.typed)
    start = len(before) + (place.line > 1) + place.column - 1
    found = re.compile(r"\s+".join(map(re.escape, value.split()))).search(typed, start)
    if found is None:
        return Passage("text", value, (place,))
    line = typed.count("\n", 0, found.start()) + 1
    column = found.start() - typed.rfind("\n", 0, found.start())
    below = range(line + 1, line + 1 + found.group().count("\n"))
    lines = (Place(card.file, line, column), *(Place(card.file, number) for number in below))
    return Passage("text", found.group(), lines)
