"""The text of every card as HTML, with all that there is to say about its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from insyn.markup import Rendered, render
from insyn.model.drafts import Drafts
from insyn.model.facts import Findings
from insyn.model.loading.judging import (
    is_untranslated,
    judge_facts,
    read_plainly,
    tell_of_questions,
)
from insyn.model.loading.linking import links
from insyn.plain import TOLD, Limits, Reading
from insyn.problem import Problem
from insyn.processes import spread
from insyn.source import Card, Sources
from insyn.writing import Setting, judge

Text = tuple[Rendered, tuple[Problem, ...], Reading]


@dataclass(slots=True)
class TextMemory:
    """The texts of the last portfolio, for a preview that loads it again and again.

    They hold while there are the same cards and files to link to.
    """

    linked: object = None
    texts: dict[str, tuple[Card, Text]] = field(default_factory=dict)


def read_texts(  # noqa: PLR0913, PLR0917 - all that a text depends on
    sources: Sources,
    first: str,
    known: Mapping[str, frozenset[str]],
    explained: frozenset[str],
    limits: Limits,
    drafts: Drafts,
    memory: TextMemory,
) -> dict[str, Text]:
    """The text of each card, by file, what is wrong with it, and how it reads."""
    setting = Setting(explained, frozenset(sources.media))

    def rendered(card: Card) -> Text:
        findings = Findings()
        language = card.language or first
        text, problems = render(
            card.body,
            file=card.file,
            first_line=card.body_line,
            language=language,
            link=links(card, sources, known, drafts, findings),
        )
        tell_of_questions(card, findings)
        judge_facts(card, language, setting, findings)
        if is_untranslated(card):
            # It is in another language, and what is to be said of it is said of the original.
            return (
                replace(text, passages=()),
                (*findings.problems, *problems),
                Reading(language, 0, 0, 0),
            )
        # A heading that is wrong in itself, such as the title once more, is told of once.
        wrong = {problem.place.line for problem in problems}
        judged = [
            problem
            for problem in judge(text, language, setting)
            if problem.code != "section-empty" or problem.place.line not in wrong
        ]
        short = (problem for problem in judged if problem.code.startswith("abbreviation-"))
        reading = read_plainly(card, language, text.passages, limits, short)
        plain = [problem for problem in reading.findings if problem.code in TOLD]
        problems = (*findings.problems, *problems, *judged, *plain)
        return replace(text, passages=()), problems, reading

    alone = (sources.glossary is None, sources.statement is None)
    linked = (first, known, setting, limits, alone, sources.unread, drafts)
    if memory.linked != linked:
        memory.linked = linked
        memory.texts.clear()
    changed = [
        card
        for card in sources.cards
        if card.file not in memory.texts or memory.texts[card.file][0] != card
    ]
    for card, text in zip(changed, spread(rendered, changed), strict=True):
        memory.texts[card.file] = (card, text)
    return {card.file: memory.texts[card.file][1] for card in sources.cards}
