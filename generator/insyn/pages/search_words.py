"""The words by which a page must be found although they don't stand alone in its text.

Pagefind finds words by their beginning and by their stem: "cykel" finds "cykelvägar", "väg" does
not.  So the index also gets the later parts of compounds ("vägar"), and other words for the same
thing from the glossary ("socialbidrag" for "försörjningsstöd").  Both stand in the index alone, and
never in what a result shows as a passage of the text.

Pure functions of words; nothing here knows of pages or projects.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)

# Letters in a part of a compound, and in a last part that is not one of the common ones.
_PART, _LAST_PART = 3, 4
# A last part whose stem is as long as this tells so much that its first part may be any.
_TELLING = 5
# Endings of Swedish words, the longest first; what is left has three letters or more.
_ENDINGS = tuple(
    sorted(
        """
        a ad ade an ande ar are aren arna arnas ars as at de e en ena ens er erna ernas ers es et
        ets n na nas ns or orna ornas ors r s t te
        """.split(),
        key=lambda ending: (-len(ending), ending),
    )
)
# What may stand between the parts: arbets-liv, gatu-kontor, kyrko-gård.
_JOINTS = ("s", "e", "u", "o", "a", "")
# Beginnings of verbs and their like, which make no compound: "förstå" is not about "stå".
_PREFIXES = frozenset(
    """
    anti bort efter emot fram från före förut genom gen igen ihop inne inter kom kon med mellan miss
    mis mot ned ner oom pro rik sam sär till tillbaka undan under upp ute utom van vid väl åter över
    all fast fri för
    """.split()
)
# Ends of words that look like words of their own: "utbildningen" has nothing to do with "ingen".
# What only begins like one is a word: "arbetslösa".
_SUFFIXES = re.compile(
    "((an|en|in|on)(d|s|t)|(a|e)(r|d)|(d|l|n|s|t|v)?(e|a)ring|(n|d|l)?ing|skap|kap|het|else"
    f"|(s|d)er|stisk|litet|lika|bara|ella|marking|(u|o)r)({'|'.join(_ENDINGS)})?"
)
_SMALL = frozenset(
    "alla andra andras emot ensam ensamma ensamt ingen inga kring lika samma stället visa".split()
)
# Parts of compounds that are common in texts about publicly funded projects, whether or not this
# portfolio has them as words of their own.
COMMON = frozenset(
    """
    arbete arbetare arbetslös arbetslösa arbetslöshet barn bank behov bidrag bolag bostad buss by
    bygge båt centrum chef coach cykel dag dator del djur enhet familj fond forum fråga funktion
    fält färdighet företag förbund förening förmåga förvaltning garanti grupp gård handel hantverk
    hem hjälp hund hus hälsa idrott individ industri information insats inkomst integration jobb
    jord kontor kooperativ kostnad kraft kris kultur kunskap kurs kvinna kväll kyrka kök köp land
    ledare ledning lag lagstiftning liv lokal lärare läkare lön man mark marknad mat medel miljö
    missbruk mål möte människa myndighet nätverk natt näring omsorg område ord park partner pengar
    pension person plan plats politik praktik process program projekt psykiatri punkt
    rehabilitering region resa resurs roll råd rådgivare rådgivning rätt samhälle samarbete
    samordnare samordning skola skog sjukdom sjukvård språk sport stad stat steg stuga studier
    styrelse stöd syssla system sysselsättning teater tid tillväxt trafik träff träning tjänst
    ungdom universitet utbildare utbildning utveckling utskott vatten verkstad verksamhet verk
    vuxen vård väg vän väst värld ålder äldre år öst
    """.split()
)


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """`text` as a search compares it: small letters without marks, single spaces.

    The script of the search does the same (`plain` in `search-words.js`).
    """
    small = text.casefold().translate(_LETTERS)
    letters = unicodedata.normalize("NFD", small)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", bare))


def words_of(text: str) -> list[str]:
    """The words of `text` in small letters, in order; numbers are none."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold().replace("\u00ad", ""))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """`word` without its ending, roughly: good enough to tell whether two words are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _PART:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True)
class Lexicon:
    """The words of a portfolio in one language.

    `texts` are all its texts; `synonyms` are groups of words for the same thing.
    """

    code: str
    texts: tuple[str, ...] = field(repr=False)
    synonyms: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each word stands in the texts."""
        return Counter(word for text in self.texts for word in words_of(text))

    @cached_property
    def _stems(self) -> frozenset[str]:
        known = {*self.counts, *COMMON} - _PREFIXES
        return frozenset(_stem(word) for word in known if len(word) >= _PART)

    @cached_property
    def _endings_seen(self) -> dict[str, tuple[str, ...]]:
        return {}

    def endings(self, word: str) -> tuple[str, ...]:
        """What a compound ends in, from each of its parts on, the longest first.

        "arbetsmarknadsenhet" gives "marknadsenhet" and "enhet".  Only Swedish is taken apart:
        English writes its compounds apart.
        """
        if self.code != "sv" or "-" in word:
            return ()
        if word not in self._endings_seen:
            self._endings_seen[word] = tuple(
                word[cut:]
                for cut in range(_PART, len(word) - _PART + 1)
                if self._parts_at(word[:cut], word[cut:])
            )
        return self._endings_seen[word]

    def _parts_at(self, first: str, last: str) -> bool:
        """Is `first` + `last` a compound of the two, as far as one can tell?"""
        if len(last) < _LAST_PART and last not in COMMON:
            return False
        if last in _SMALL or _SUFFIXES.fullmatch(last) or first in _PREFIXES:
            return False
        if self._is_known(last):
            return self._can_begin(first) or (
                len(_stem(last)) >= _TELLING and _has_vowel(first) and not last.startswith("s")
            )
        return self._can_begin(first) and any(
            self._is_word(last[:cut]) and self._is_known(last[cut:])
            for cut in range(_LAST_PART, len(last) - _PART + 1)
        )

    def _is_known(self, word: str) -> bool:
        return len(word) >= _PART and (word in self.counts or _stem(word) in self._stems)

    def _is_word(self, part: str) -> bool:
        """Is `part`, with or without a joint at its end, a word as it is?"""
        return any(word in self.counts or word in COMMON for word in (part, part.removesuffix("s")))

    def _can_begin(self, first: str) -> bool:
        """Can a compound begin with `first`, which may end in a joint?"""
        for joint in _JOINTS:
            bare = first[: len(first) - len(joint)]
            if first.endswith(joint) and len(bare) >= _PART:
                whole = (bare, f"{bare}e", f"{bare}a")
                if _stem(bare) in self._stems or any(self._is_word(word) for word in whole):
                    return True
        return False

    def hidden_words(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The words that a page with `texts` must also be found by, in order of the alphabet."""
        found: set[str] = set()
        for word in {word for text in texts for word in words_of(text)}:
            found.update(self.endings(word))
            if word.translate(_LETTERS) != word:
                found.add(folded(word))
        return tuple(sorted(found))

    @cached_property
    def _by_first_word(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
        """The words of the groups, by the stem of the first: all stems, the spelling, the group."""
        found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
        for number, group in enumerate(self.synonyms):
            for word in group:
                stems = tuple(_stem(part) for part in words_of(word))
                if stems:
                    found.setdefault(stems[0], []).append((stems, word, number))
        return {stem: tuple(words) for stem, words in found.items()}

    def other_words(self, texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Other words for what `texts` speak of: (the other word, the one in the texts)."""
        found: dict[str, str] = {}
        said: set[str] = set()
        for text in texts:
            stems = [_stem(word) for word in words_of(text)]
            for place, stem in enumerate(stems):
                for whole, word, number in self._by_first_word.get(stem, ()):
                    if tuple(stems[place : place + len(whole)]) != whole:
                        continue
                    said.add(word)
                    for other in self.synonyms[number]:
                        if other != word:
                            found.setdefault(other, word)
        return tuple(sorted((other, word) for other, word in found.items() if other not in said))


def _has_vowel(text: str) -> bool:
    return any(letter in "aeiouyåäö" for letter in text)
