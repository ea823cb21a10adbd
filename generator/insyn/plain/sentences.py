"""A text → its sentences, and the words of a sentence.

Full stops also end abbreviations, ordinals and initials, and stand within numbers and addresses.
A sentence that is wrongly ended is worse than one that is missed: who reads advice on a sentence
that is none soon reads no advice at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from insyn.writing import SMALL_WORDS


class Span(NamedTuple):
    """A part of a text, from the offset `start` to before `end`."""

    start: int
    end: int


class Word(NamedTuple):
    """A word or a number as it is typed, and its offset in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


# A number with spaces between its thousands is one word.
_WORD = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])(?:,\d+)?"
    r"|[^\W_]+(?:[-’':.,–/&][^\W_]+)*"
)


def words_of(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """The words in `span` of `text`; all where no span is given."""
    start, end = span or (0, len(text))
    return tuple(Word(found.group(), found.start()) for found in _WORD.finditer(text, start, end))


# After these a sentence goes on, whatever follows.
_GO_ON = {
    "sv": frozenset(
        "t.ex tex t bl.a bla dvs d.v.s kl tel ca c:a cirka jfr jf fr.o.m t.o.m f.d f.n p.g.a pga "
        "s.k m.a.o ang resp dr doc prof fil civ.ing st s:t jur bitr ordf v.ordf inkl exkl ev "
        "o.m.h.t sekr avd tf feb apr aug sept okt nov fil.dr med.dr".split()
    ),
    "en": frozenset(
        "e.g eg i.e ie mr mrs ms dr prof st rev hon cf viz vs approx ca tel incl excl dept univ "
        "gov sgt capt col lt feb apr aug sept oct nov eds".split()
    ),
}
# After these it goes on if a number follows; else they are words like any other ("no", "bil").
_BEFORE_NUMBERS = {
    "sv": frozenset("nr s sid kap art fig tab bil max min punkt § st p".split()),
    "en": frozenset("no nos vol p pp fig figs ch sec art para max min".split()),
}
# These may end a sentence: it ends if a capital follows.
_MAY_END = {
    "sv": frozenset("m.m m.fl o.s.v osv etc e.d o.d o.dyl e.dyl d.y d.ä kr tkr mkr a.a".split()),
    "en": frozenset("etc a.m p.m ltd inc co corp jr sr ph.d b.a m.a u.s u.k".split()),
}
_IN_NAMES = frozenset("co inc ltd u.s u.k jr sr ph.d".split())
"""Of those, the ones in whose midst a name may go on: "Berg & Co. Ltd."."""

# Common verbs, pronouns and the like begin sentences, and names do not begin with them.
_BEGINNERS = {
    code: frozenset(SMALL_WORDS[code])
    | frozenset(
        "där här sedan därefter därför även enligt under hur varför läs se ring skriv".split()
        if code == "sv"
        else "there here then so after according under it this how why read see call".split()
    )
    for code in ("sv", "en")
}

_STOP = re.compile(r"[.!?…]+(?P<closing>[”“\"»’')\]]*)(?=\s|$)")
_TOKEN = re.compile(r"\S+$")
_NEXT = re.compile(r"\s*(?P<opening>[”“\"«»’'(\[–—-]*)\s*(?P<word>\S*)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of `text`, without the white space around them.

    Between two there is nothing but white space, so no sign is lost.  An empty line ends one.
    """
    found: list[Span] = []
    start = 0
    for block in (*_PARAGRAPH.finditer(text), None):
        end = block.start() if block else len(text)
        found += _of_paragraph(text, start, end, language)
        start = block.end() if block else end
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    brackets = _brackets(text, start, end)
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and not _ends(text, begin, stop, language, brackets):
            continue
        if span := _trimmed(text, begin, stop.end()):
            yield span
        begin = stop.end()
    if span := _trimmed(text, begin, end):
        yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    inner = text[start:end]
    first = start + len(inner) - len(inner.lstrip())
    last = end - (len(inner) - len(inner.rstrip()))
    return Span(first, last) if first < last else None


def _brackets(text: str, start: int, end: int) -> list[Span]:
    """What stands in round brackets, outermost only."""
    found, depth, opened = [], 0, 0
    for at in range(start, end):
        if text[at] == "(":
            opened = opened if depth else at
            depth += 1
        elif text[at] == ")" and depth:
            depth -= 1
            if not depth:
                found.append(Span(opened, at))
    return found


def _ends(text: str, begin: int, stop: re.Match[str], language: str, brackets: list[Span]) -> bool:
    """Does the sentence that begins at `begin` end at `stop`?"""
    within = any(span.start < stop.start() < span.end for span in brackets)
    if within and text[begin : stop.start()].lstrip()[:1] != "(":
        return False
    after = _NEXT.match(text, stop.end())
    word = after["word"] if after else ""
    if word[:1].islower():
        return False
    is_full_stop = text[stop.start()] == "." and not text.startswith("..", stop.start())
    return not is_full_stop or not _stands_for_less(text, begin, stop, word, language)


def _stands_for_less(text: str, begin: int, stop: re.Match[str], word: str, language: str) -> bool:
    """Is a full stop before `word` that of an abbreviation, an initial or a number?"""
    before = _TOKEN.search(text, begin, stop.start())
    token = before.group().lstrip("(”“\"«»’'[–—-").lower() if before else ""
    code = language.partition("-")[0]
    if token in _GO_ON.get(code, ()):
        return True
    if token in _BEFORE_NUMBERS.get(code, ()) and word[:1].isdigit():
        return True
    if token in _MAY_END.get(code, ()):
        return token in _IN_NAMES and not _begins(word, code)
    if token.isdigit() and before:
        return not text[begin : before.start()].strip()  # "3. Mål" is a number and its heading
    return bool(_INITIAL.fullmatch(token)) and not _begins(word, code)


def _begins(word: str, code: str) -> bool:
    """Is `word` one that begins sentences, and no name?"""
    return word.strip(".,:;!?").lower() in _BEGINNERS.get(code, ())
