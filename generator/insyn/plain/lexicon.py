"""Words with a plainer one beside them: how they are found in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from insyn.plain import english, swedish
from insyn.plain.sentences import Span, Word
from insyn.writing import SMALL_WORDS

_LISTS = {"sv": swedish.PLAINER, "en": english.PLAINER}


@dataclass(frozen=True, slots=True)
class Plainer:
    """A word, or a few, with what may stand in its place; `after_noun` as in `swedish.PLAINER`."""

    words: tuple[str, ...]
    instead: tuple[str, ...]
    after_noun: bool = False


Lexicon = Mapping[str, tuple[Plainer, ...]]
"""By the first word, the longest first."""


@cache
def _listed(language: str) -> tuple[Plainer, ...]:
    found = []
    for line in _LISTS.get(language, "").split():
        form, _, instead = line.partition("=")
        words = tuple(form.removeprefix("~").split("_"))
        choices = tuple(instead.replace("_", " ").split("/"))
        found.append(Plainer(words, choices, form.startswith("~")))
    return tuple(found)


def headwords(language: str) -> int:
    """How many words with a plainer one we know, each with all its forms counted once."""
    lines = _LISTS.get(language, "").strip().splitlines()
    return sum(not line.startswith(" ") for line in lines)


@lru_cache(maxsize=64)
def lexicon(language: str, let_pass: frozenset[str], own: tuple[tuple[str, str], ...]) -> Lexicon:
    """The words of `language`, without those to `let_pass`, and a site's `own` (word, instead).

    A word that is let pass is let pass in the form given.
    """
    entries = [
        *(Plainer(tuple(word.lower().split()), (instead,)) for word, instead in own),
        *_listed(language),
    ]
    found: dict[str, list[Plainer]] = {}
    for entry in entries:
        if " ".join(entry.words) not in let_pass and entry.words:
            found.setdefault(entry.words[0], []).append(entry)
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry.words)))
        for first, entries in found.items()
    }


def plainer_words(
    sentence: Sequence[Word], language: str, known: Lexicon
) -> Iterator[tuple[Span, Plainer]]:
    """The words of a `sentence` that have a plainer one, in order, each with where it is."""
    low = [word.text.lower() for word in sentence]
    done = 0
    for at, word in enumerate(low):
        if at < done or word not in known:
            continue
        # Within a sentence a capital is that of a name, and before a number: "Objective 3".
        follows = low[at + 1] if at + 1 < len(low) else ""
        if sentence[at].text[0].isupper() and (at or follows.isdigit()):
            continue
        for entry in known[word]:
            end = at + len(entry.words)
            if tuple(low[at:end]) != entry.words:
                continue
            if entry.after_noun and not _after_noun(low, at, language):
                continue
            yield Span(sentence[at].start, sentence[end - 1].end), entry
            done = end
            break


_BEFORE_ADJECTIVES = frozenset("enligt gäller nu fortfarande redan starkt djupt mycket".split())


def _after_noun(low: Sequence[str], at: int, language: str) -> bool:
    before = low[at - 1] if at else ""
    return bool(before) and before not in SMALL_WORDS[language] | _BEFORE_ADJECTIVES
