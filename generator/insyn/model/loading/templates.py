"""What is told of cards that are still, as a whole or in part, what `insyn new` made.

The stages before tell of each example and question by itself.  A new card has twenty, and they are
all one thing to do: so they become one problem for each card, or two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from insyn.front_matter import Raw
from insyn.model.facts import example_word, is_example
from insyn.model.fields import INSTRUCTIONS, QUESTIONS
from insyn.problem import Problem
from insyn.source import Card

_EXAMPLE, _UNTRANSLATED, _QUESTION = "example-left", "untranslated-left", "template-question"
_INSTRUCTION = "template-instruction"
_SEVERAL = {_EXAMPLE: "examples-left", _QUESTION: "template-questions"}
_LEFT = frozenset({_EXAMPLE, _UNTRANSLATED, _QUESTION, _INSTRUCTION})


def told_together(problems: Iterable[Problem], cards: Iterable[Card]) -> Iterator[Problem]:
    """The `problems`, with those of what is left of a template put together, file by file."""
    left: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.code in _LEFT:
            left[problem.place.file].append(problem)
        else:
            yield problem
    known = {card.file: card for card in cards}
    for file, found in left.items():
        card = known.get(file)
        if card is not None and (code := _untouched(card)):
            yield Problem.at(min(found).place, code, word=_word_of(card))
        else:
            yield from _by_kind(sorted(found))


def _by_kind(left: Sequence[Problem]) -> Iterator[Problem]:
    """One problem for each kind of what is left in a file."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for problem in left:
        kinds[problem.code].append(problem)
    for code, found in kinds.items():
        first = found[0]
        if code == _UNTRANSLATED or (len(found) > 1 and code in _SEVERAL):
            values = dict(first.values) | {"count": str(len(found))} | _lines(found)
            yield Problem.at(first.place, _SEVERAL.get(code, code), **values)
        else:
            yield from found


def _lines(problems: Sequence[Problem]) -> dict[str, str]:
    """The lines of the problems, as both languages say them: `rad 3, 5 och 9`."""
    *before, last = dict.fromkeys(str(problem.place.line) for problem in problems)
    if not before:
        return {"lines_sv": f"rad {last}", "lines_en": f"line {last}"}
    listed = ", ".join(before)
    return {"lines_sv": f"rad {listed} och {last}", "lines_en": f"lines {listed} and {last}"}


def _untouched(card: Card) -> str:
    """The problem of a card where nothing but its title has been written; "" for others."""
    lines = {line.strip() for line in card.body.split("\n")} - {""}
    asked = {line for line in lines if line in QUESTIONS or line.startswith("#")}
    if card.easy:
        return "untouched-easy-text" if lines and lines <= INSTRUCTIONS else ""
    facts = {name: value for name, value in card.fields.items() if name != "title"}
    if card.language:
        typed = list(_texts(dict(card.fields)))
        begun = not typed or not all(map(is_example, typed))
        return "" if begun or (lines and not lines & INSTRUCTIONS) else "untouched-translation"
    typed = list(_texts(facts))
    return "untouched-card" if typed and all(map(is_example, typed)) and lines <= asked else ""


def _word_of(card: Card) -> str:
    """The word that the card's examples begin with."""
    return next((example_word(text) for text in _texts(dict(card.fields)) if is_example(text)), "")


def _texts(value: Raw) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
