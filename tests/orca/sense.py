"""Does a transcript make sense to somebody who hears it?

It looks for what goes wrong in speech and is seen nowhere else.  That a transcript is free of these
faults does not make it good: each new one is also read by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orca.transcript import Move, Phrase, Transcript

# What a thing is, said without what it is called.
_ONLY_A_ROLE = {
    "sv": re.compile(
        r"(?:besökt )?(?:länk|tryckknapp|växlingsknapp|kryssruta|post|bild|panel|grupp"
        r"|huvud nivå \d)(?: infälld| utfälld| kryssad| inte kryssad| vald)*\.?"
    ),
    "en": re.compile(
        r"(?:visited )?(?:link|button|toggle button|check box|entry|image|panel|grouping"
        r"|heading level \d)(?: collapsed| expanded| checked| not checked| selected)*\.?"
    ),
}
_LINK = {"sv": ("länk.", "länk"), "en": ("link.", "link")}
_ENDS = frozenset({".", ",", ":", ";", ")"})
# Words that stand in every text of a language, and in no text of the other.
_COMMON = {
    "sv": frozenset("och att det som är inte för med till".split()),
    "en": frozenset("the and of is are that with this what".split()),
}
_TWICE = re.compile(r"\b([^\W\d_]{2,})[ .,:]+\1\b", re.IGNORECASE)
_NO_SPEECH = {
    "an address": re.compile(r"https?:|www\.|\.html\b|\.(?:png|jpe?g|webp|svg)\b|/\w+/"),
    "for machines": re.compile(r"\b(?:undefined|null|None|NaN)\b|&\w+;|[{}<>]|\[object"),
    "a number in one piece": re.compile(r"\b\d{5,}\b"),
}
_WORD = re.compile(r"[^\W\d_]+")


def faults(transcript: Transcript) -> list[str]:
    """Return a sentence for each thing that sounds wrong."""
    return [
        f"{move.done}: {fault}"
        for move in transcript.moves
        for fault in _faults(move, transcript.language)
    ]


def _faults(move: Move, language: str) -> Iterator[str]:
    if not move.heard and not move.done.startswith("types "):
        yield "nothing is said"
    for before, phrase in zip((None, *move.heard), move.heard, strict=False):
        yield from _phrase_faults(before, phrase, language)
    for place, phrase in enumerate(move.heard):
        words = _name(phrase.words, language)
        others = [other.words for at, other in enumerate(move.heard) if at != place]
        if len(words.split()) > 1 and any(words in other for other in others):
            yield f"{words!r} is said twice"


def _name(words: str, language: str) -> str:
    """What a thing is called, without what it is."""
    role = re.compile(rf"\s{_ONLY_A_ROLE[language].pattern}$")
    return role.sub("", words).rstrip(".")


def _phrase_faults(before: Phrase | None, phrase: Phrase, language: str) -> Iterator[str]:
    words = phrase.words
    # A role alone is right after a name in another voice.
    named = before and before.language != phrase.language
    if not named and _ONLY_A_ROLE[language].fullmatch(words):
        yield f"{words!r} has no name"
    # What comes right after a link in a sentence may be a mere full stop: Orca is silent at it.
    ends = before is not None and words in _ENDS and before.words.endswith(_LINK[language])
    if not re.search(r"\w", words) and not ends:
        yield f"{words!r} says nothing"
    if words in {"ny rad", "newline"}:
        yield "a line break is read out"
    if doubled := _doubled(words):
        yield f"{doubled!r} is said twice"
    for what, pattern in _NO_SPEECH.items():
        if found := pattern.search(words):
            yield f"{found[0]!r} in {words!r} is {what}"
    spoken = frozenset(word.lower() for word in _WORD.findall(words))
    for other, common in _COMMON.items():
        if other != phrase.language and len(spoken & common) > 1:
            yield f"{words!r} is not in the language of its voice, {phrase.language}"


def _doubled(words: str) -> str:
    """A word that comes twice in a row, or two and more with which a phrase begins and ends."""
    if found := _TWICE.search(words):
        return found[0]
    parts = words.replace(".", "").split()
    for length in range(len(parts) // 2, 1, -1):
        if parts[:length] == parts[-length:]:
            return " ".join(parts[:length])
    return ""
