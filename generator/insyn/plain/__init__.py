"""Plain language (klarspråk): how a text reads, and what could be said more plainly.

Pure: passages as `markup` reads them → a `Reading`: LIX, sentences, and findings as problems,
each where it stands.  All of it is advice, since only a person can judge a text.  Swedish and
English; of other languages only sentences and LIX are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from insyn.markup import Passage
from insyn.plain import english, swedish
from insyn.plain.lexicon import Lexicon, headwords, lexicon, plainer_words
from insyn.plain.measure import Meaning, is_long, lix, meaning
from insyn.plain.passives import passives
from insyn.plain.sentences import Span, Word, sentences, words_of
from insyn.problem import Place, Problem, folded
from insyn.writing import own_words

__all__ = [
    "FEWEST_WORDS",
    "TOLD",
    "USUAL",
    "Limits",
    "Meaning",
    "Reading",
    "Sentence",
    "Span",
    "headwords",
    "is_long",
    "lix",
    "meaning",
    "read",
    "sentences",
    "words_of",
]

SENTENCE_WORDS = 25
LIX_GOAL = 50
FEWEST_WORDS = 100
"""Of fewer words than that, LIX says nothing."""
TOLD = frozenset({"sentence-long", "word-plainer", "heading-weak", "lix-high", "summary-long"})
"""The kinds that `insyn check` tells.  The others stand in the report of `insyn language` alone:
a passive, say, is often right."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a site asks of its texts.

    `plainer` are words of the site's own: language, word, and what to write instead.
    `let_pass` are words, as typed in lower case, that are not to be told of.
    """

    sentence_words: int = SENTENCE_WORDS
    lix: int = LIX_GOAL
    let_pass: frozenset[str] = frozenset()
    plainer: tuple[tuple[str, str, str], ...] = ()
    on: bool = True

    def known(self, language: str) -> Lexicon:
        """The words of `language` to tell of."""
        own = tuple((word, instead) for code, word, instead in self.plainer if code == language)
        return lexicon(language, self.let_pass, own)


USUAL = Limits()
"""What holds where a site says nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its text on one line, where it begins, and its length in words."""

    text: str
    place: Place
    words: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads.

    `sentences` and `words` are those of running text and lists, without headings and tables;
    `longest` are the longest three, longest first.
    """

    language: str
    lix: int
    words: int
    sentences: int
    longest: tuple[Sentence, ...] = ()
    findings: tuple[Problem, ...] = ()

    @property
    def meaning(self) -> Meaning | None:
        """What its LIX means; `None` of a text that is too short for it to mean anything."""
        return meaning(self.lix) if self.words >= FEWEST_WORDS else None


@dataclass(slots=True)
class _Tally:
    """What is counted on the way."""

    words: int = 0
    long_words: int = 0
    sentences: list[Sentence] = field(default_factory=list)


_KEPT = 3
_SHOWN = 160
SUMMARY_SENTENCES = 4
SUMMARY_WORDS = 50


def read(
    passages: Iterable[Passage],
    language: str,
    limits: Limits = USUAL,
    *,
    summary: Passage | None = None,
    start: Place | None = None,
) -> Reading:
    """How the `passages` of a text in `language` read, with its `summary` first.

    `start` is where the text begins; what is said of the text as a whole is said there.
    """
    language = language.partition("-")[0]
    tally = _Tally()
    found: list[Problem] = []
    if summary is not None:
        found += _read_summary(summary, language, limits, tally)
    for passage in passages:
        own = passage.language.partition("-")[0] or language
        if passage.kind == "heading":
            found += _weak_heading(passage, own)
        found += _read_passage(passage, own, limits, tally)
    value = lix(tally.words, len(tally.sentences), tally.long_words)
    if start is not None and tally.words >= FEWEST_WORDS and value > limits.lix:
        found.append(Problem.at(start, "lix-high", value=value, goal=limits.lix))
    longest = sorted(tally.sentences, key=lambda one: (-one.words, one.place))[:_KEPT]
    return Reading(
        language,
        value,
        tally.words,
        len(tally.sentences),
        tuple(longest),
        tuple(sorted(found)) if limits.on else (),
    )


def _read_passage(
    passage: Passage, language: str, limits: Limits, tally: _Tally
) -> Iterator[Problem]:
    text = own_words(passage.typed)
    counted = passage.kind in ("text", "item")
    known = limits.known(language)
    for span in sentences(text, language):
        words = words_of(text, span)
        if not words:
            continue
        yield from _judge(passage, text, words, language, known)
        if counted:
            one = Sentence(_shown(text, span), passage.place(words[0].start), len(words))
            tally.sentences.append(one)
            tally.words += len(words)
            tally.long_words += sum(is_long(word.text) for word in words)
            if one.words > limits.sentence_words:
                most = limits.sentence_words
                yield Problem.at(
                    one.place, "sentence-long", count=one.words, most=most, text=one.text
                )


def _judge(
    passage: Passage, text: str, words: tuple[Word, ...], language: str, known: Lexicon
) -> Iterator[Problem]:
    """What is said of the words of a sentence."""
    for span, plainer in plainer_words(words, language, known):
        said = " ".join(text[span.start : span.end].split())
        yield Problem.at(
            passage.place(span.start),
            "word-plainer",
            text=said,
            mended_sv=" eller ".join(plainer.instead),
            mended_en=" or ".join(plainer.instead),
        )
    if passage.kind != "heading":
        for span in passives(text, words, language):
            said = " ".join(text[span.start : span.end].split())
            yield Problem.at(passage.place(span.start), "passive", text=said)


def _shown(text: str, span: Span) -> str:
    said = " ".join(text[span.start : span.end].split()).replace(" .", ".").replace(" ,", ",")
    if len(said) <= _SHOWN:
        return said
    return f"{said[:_SHOWN].rpartition(' ')[0].rstrip(' ,;:–')}…"


_WEAK = {"sv": swedish.WEAK_HEADINGS, "en": english.WEAK_HEADINGS}


def _weak_heading(passage: Passage, language: str) -> Iterator[Problem]:
    text = " ".join(own_words(passage.typed).split())
    if folded(text).strip(" .:#") in _WEAK.get(language, ()):
        at = len(passage.typed) - len(passage.typed.lstrip())
        yield Problem.at(passage.place(at), "heading-weak", text=text)


def _read_summary(
    summary: Passage, language: str, limits: Limits, tally: _Tally
) -> Iterator[Problem]:
    before = len(tally.sentences)
    yield from _read_passage(summary, language, limits, tally)
    own = tally.sentences[before:]
    count = sum(one.words for one in own)
    if len(own) > SUMMARY_SENTENCES or count > SUMMARY_WORDS:
        yield Problem.at(
            summary.place(0),
            "summary-long",
            sentences=len(own),
            words=count,
            most_sentences=SUMMARY_SENTENCES,
            most_words=SUMMARY_WORDS,
        )
