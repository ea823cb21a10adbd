"""What was meant as a heading, a list or a speaker's name, and typed as something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# What people write before the speaker's name when it is no dash, and the name, which is short.
_ALMOST_ATTRIBUTION = re.compile(r"(?:-{1,3}|[‒―~—–]|//?) *(?P<name>[A-ZÅÄÖÉÜÆØ].{0,79}[^.!?:…])")

# The last line of a quote that is a name and no more: "Amina Warsame", or "Amina, deltagare" with a
# role of a few words.  Only after a whole sentence: a sentence may go on with a name.
_NAME = r"[A-ZÅÄÖÉÜÆØ][\w’'-]*\w"
_ROLE = r", [^\W\d_][\w-]*(?: [\w-]+){0,2}"
_BARE_NAME = re.compile(
    r"(?!(?:Ja|Nej|Jo|Men|Och|Så|Sedan|Tack|Yes|No|But|And|So|Then|Thanks)\b)"
    rf"(?P<name>{_NAME}(?:(?: (?:von|van|af|de))? {_NAME}){{1,3}}(?:{_ROLE})?|{_NAME}{_ROLE})"
)
_SENTENCE_END = re.compile(r"[.!?…][”\"»'’*_)]*\\?\s*$")

# A heading whose number signs stand against its words, and what Word puts before the parts of a
# list: signs, or a hyphen, a dash or a letter that a tab follows.
_GLUED_HEADING = re.compile(r" {0,3}(?P<signs>#{2,6})[\u00a0\t]*(?=[^\s#])")
# Bullets as they are pasted, and the letters that stand for them in Word's fonts of signs.
_WORD_BULLET = re.compile(
    r" {0,3}(?:[\u00b7\u2022\u2043\u2219\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u27a2\uf0b7\uf0a7]\s*"
    r"|[-*+]\u00a0\s*|[o§üØvq]\t\s*|o(?:\u00a0| {2})\s*)(?=\S)"
)
_DASHED = re.compile(r" {0,3}[–—]\s+(?=\S)")


def meant_speaker(typed: str, above: str) -> str:
    """The name of who speaks, where a line looks like one but is not typed as one; else empty.

    `above` is the line before it within the quote: after a whole sentence a name is no part of it.
    """
    found = _ALMOST_ATTRIBUTION.fullmatch(typed)
    if found is None and _SENTENCE_END.search(above):
        found = _BARE_NAME.fullmatch(typed)
    return found["name"] if found else ""


class MeantMark(NamedTuple):
    """What stands at the start of a line (`typed`, without spaces before), and what was meant."""

    code: str
    typed: str
    proper: str


def meant_marks(lines: Iterable[str]) -> Iterator[tuple[int, MeantMark]]:
    """The lines of one paragraph, by index, that were meant as headings or parts of a list.

    Dashes are meant so only where several lines follow each other: one alone is what somebody
    says, and so are several that end as sentences do.
    """
    texts = list(lines)
    dashed = [bool(_DASHED.match(text)) for text in texts]
    said = (text for text, dash in zip(texts, dashed, strict=True) if dash)
    ended = any(_SENTENCE_END.search(text) for text in said)
    for number, text in enumerate(texts):
        stripped = text.lstrip(" ")
        if found := _GLUED_HEADING.match(text):
            typed = found.group().lstrip(" ")
            yield number, MeantMark("heading-without-space", typed, f"{found['signs']} ")
        elif found := _WORD_BULLET.match(text):
            yield number, MeantMark("list-mark-in-text", found.group().lstrip(" "), "- ")
        elif dashed[number] and sum(dashed) > 1 and not ended:
            width = len(_DASHED.match(stripped).group())  # type: ignore[union-attr]
            yield number, MeantMark("list-mark-in-text", stripped[:width], "- ")
