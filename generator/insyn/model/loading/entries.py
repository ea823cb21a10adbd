"""A card with its facts read, and what the readers of all kinds of cards need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from insyn.markup import Rendered
from insyn.model.facts import Findings, read_facts
from insyn.model.fields import EasyFields, PictureFields, SourceFields
from insyn.model.loading.texts import Text
from insyn.model.portfolio import (
    CardReference,
    EasyText,
    GivenAddress,
    LeadPicture,
    OtherForms,
    Source,
    Translated,
    Words,
)
from insyn.model.values import Surroundings
from insyn.problem import Place
from insyn.source import Card, Sources
from insyn.writing import judge_picture

EASY_LINE_LENGTH = 55
"""In characters: so long a line of an easy-to-read text may be."""

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A card with its facts read, and its translations."""

    card: Card
    facts: Any
    translations: tuple[tuple[str, Card, Any], ...]
    easy: tuple[tuple[str, EasyText], ...] = ()

    @property
    def aliases(self) -> tuple[GivenAddress, ...]:
        """The addresses that the card had before."""
        return tuple(
            GivenAddress(path, self.card.place(("aliases", index)))
            for index, path in enumerate(self.facts.aliases)
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """What the readers of all kinds of cards need."""

    first: str
    sources: Sources
    known: Mapping[str, frozenset[str]]
    texts: Mapping[str, Text]
    findings: Findings

    def words(self, entry: Entry, *path: str | int) -> Words:
        """The text at `path` of the facts, in all languages that give it."""
        return _words(
            _at(entry.facts, path),
            self.first,
            ((code, _at(facts, path)) for code, _, facts in entry.translations),
        )

    def words_or_none(self, entry: Entry, *path: str | int) -> Words | None:
        """As `words`, or `None` where the original has no text."""
        return self.words(entry, *path) if _at(entry.facts, path) else None

    def text(self, entry: Entry) -> Translated[Rendered]:
        """The card's text in all languages that have one."""
        versions = [(self.first, entry.card)]
        versions += [(code, card) for code, card, _ in entry.translations if card.body.strip()]
        return Translated(tuple((code, self.rendered(card)) for code, card in versions))

    def rendered(self, card: Card) -> Rendered:
        """The text of one card."""
        text, problems, _ = self.texts[card.file]
        self.findings.problems += problems
        return text

    def easy(self, card: Card) -> EasyText | None:
        """The easy-to-read text of one card; `None` where facts fail.

        A line of its file is a line on its page, and should be no longer than one takes in at once.
        """
        for number, line in enumerate(card.body.split("\n"), card.body_line):
            length = len(_LINK_TARGET.sub("]", line.strip()))
            if length > EASY_LINE_LENGTH:
                place, most = Place(card.file, number), EASY_LINE_LENGTH
                self.findings.add(place, "easy-line-long", length=length, most=most)
        text = self.rendered(card)
        facts = read_facts(card, EasyFields, self.findings, Surroundings())
        if facts is None:
            return None
        return EasyText(card.file, facts.title or "", facts.summary or "", text)

    def other_forms(self, entry: Entry) -> OtherForms:
        """What helps to take in the card in other ways than by reading it."""

        def place(name: str) -> Words | None:
            found = self.words_or_none(entry, name)
            return found and Translated(
                tuple(
                    (code, path if "://" in path else f"media:{path}")
                    for code, path in found.versions
                )
            )

        return OtherForms(
            pronunciation=self.words_or_none(entry, "pronunciation"),
            sign_language_film=place("sign_language_film"),
            audio=place("audio"),
            easy=entry.easy,
        )

    def source(self, entry: Entry) -> Source | None:
        """Where the facts come from."""
        given: SourceFields | None = entry.facts.source
        if given is None or not (given.address or given.reference):
            return None
        return Source(given.address or "", self.words_or_none(entry, "source", "reference"))

    def picture(self, entry: Entry) -> LeadPicture | None:
        """The picture at the top of the card's page."""
        given: PictureFields | None = entry.facts.picture
        if given is None:
            return None
        versions = [(entry.card, given)]
        versions += [
            (card, facts.picture) for _, card, facts in entry.translations if facts.picture
        ]
        for card, said in versions:
            place = card.place(("picture", "alt"))
            found = judge_picture(said.alt or "", said.caption or "", given.file, place)
            # Of the file itself is told once.
            self.findings.problems += (
                problem
                for problem in found
                if card is entry.card or problem.code != "picture-of-text"
            )
        return LeadPicture(
            media=given.file,
            alternative=self.words_or_none(entry, "picture", "alt"),
            caption=self.words_or_none(entry, "picture", "caption"),
            credit=given.credit or "",
        )

    def related(self, slugs: Sequence[str]) -> tuple[CardReference, ...]:
        """The cards that a card names as related."""
        return tuple(
            CardReference("projects" if slug in self.known["projects"] else "stories", slug)
            for slug in dict.fromkeys(slugs)
        )


def _words(original: str | None, language: str, others: Iterable[tuple[str, str | None]]) -> Words:
    return Translated(
        ((language, original or ""), *((code, text) for code, text in others if text))
    )


def _at(facts: Any, path: Sequence[str | int]) -> str | None:
    for part in path:
        if facts is None:
            return None
        if isinstance(part, int):
            facts = facts[part] if part < len(facts) else None
        else:
            facts = getattr(facts, part, None)
    return cast("str | None", facts)
