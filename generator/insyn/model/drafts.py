"""Cards that are not ready: shown in a preview and marked there, and nowhere else.

They are left out where the portfolio is loaded, so that no page, feed, index or table of data can
tell of them.  What leads to one from a card that is published is told of, and left out too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic_core import PydanticCustomError

from insyn.model.portfolio import Notice, Portfolio, Project, Story, TextPage, Translated
from insyn.model.values import read_yes
from insyn.problem import Problem
from insyn.source import Card

_KINDS = ("projects", "stories", "pages", "notices")
# Where facts name other cards.
_NAMING = ("related", "projects", "continues", "shown_on")

Titled = TypeVar("Titled", Project, Story, TextPage, Notice)


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts among the cards, as "projects/x"; `shown` in a preview."""

    names: frozenset[str] = frozenset()
    shown: bool = False

    def hidden_from(self, card: Card, named: str) -> bool:
        """Is what `card` names a draft, and the card itself none?"""
        return named in self.names and f"{card.kind}/{card.slug}" not in self.names

    def problems(self, cards: Iterable[Card]) -> Iterator[Problem]:
        """Which cards are drafts, and which facts of others name one."""
        for card in cards:
            yield from self._problems(card)

    def _problems(self, card: Card) -> Iterator[Problem]:
        if f"{card.kind}/{card.slug}" in self.names:
            if card.language is None:
                yield Problem.at(card.place(("draft",)), "draft")
            return
        for name in _NAMING:
            typed = card.fields.get(name)
            for index, value in enumerate(typed if isinstance(typed, list) else [typed]):
                slug = value.strip() if isinstance(value, str) else ""
                for kind in ("projects", "stories"):
                    if slug and f"{kind}/{slug}" in self.names:
                        place = card.place((name, index))
                        yield Problem.at(place, "names-a-draft", value=slug)


def find_drafts(cards: Iterable[Card], *, shown: bool) -> Drafts:
    """The drafts among original `cards`."""
    return Drafts(
        frozenset(
            f"{card.kind}/{card.slug}" for card in cards if card.kind in _KINDS and _is_draft(card)
        ),
        shown,
    )


def _is_draft(card: Card) -> bool:
    typed = card.fields.get("draft")
    try:
        return card.language is None and not card.easy and bool(typed) and read_yes(typed)
    except PydanticCustomError:  # neither yes nor no: told of where facts are read
        return False


def mark_drafts(portfolio: Portfolio, mark: Callable[[str, str], str]) -> Portfolio:
    """The portfolio with each draft's title marked: `mark` gets the title's language, and it.

    The title stands on the draft's page and in every list, link and window's name.
    """

    def marked(kind: str, cards: Iterable[Titled]) -> dict[str, Titled]:
        found: dict[str, Titled] = {}
        for card in cards:
            titles = tuple((code, mark(code, text)) for code, text in card.title.versions)
            is_draft = f"{kind}/{card.slug}" in portfolio.drafts
            found[card.slug] = replace(card, title=Translated(titles)) if is_draft else card
        return found

    if not portfolio.drafts:
        return portfolio
    return replace(
        portfolio,
        projects=marked("projects", portfolio.projects.values()),
        stories=marked("stories", portfolio.stories.values()),
        pages=marked("pages", portfolio.pages.values()),
        notices=marked("notices", portfolio.notices.values()),
    )
