"""Finding the glossary's words on a page, and marking the first use of each.

In one pass over the texts: a word is looked up by its first part in a table.  What is
marked is a link to the explanation further down the page, so that it works by ear, on paper and
without script.  The words of the text stay as they are.  An abbreviation is followed by what it
stands for, where the text does not say it itself; within a name only the link's own name says it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape, unescape
from typing import NamedTuple

SECTION_ID = "words_on_page"
"""The id of the heading above the explanations."""


def word_id(key: str) -> str:
    """The id of the explanation of the term `key` on a page."""
    return f"word_{key}"


def use_id(key: str) -> str:
    """The id of the first use of the term `key` on a page."""
    return f"use_{key}"


@dataclass(frozen=True, slots=True)
class Expression:
    """A term to look for: `forms` are how texts spell it, the first is the term itself.

    `key` is a slug.
    `stands_for` is what the first form means where it is an abbreviation, else empty.
    """

    key: str
    forms: tuple[str, ...]
    stands_for: str = ""


class _Form(NamedTuple):
    """A spelling of a term.  One with a capital is found only as it is spelled."""

    pattern: re.Pattern[str]
    length: int
    exact: bool
    key: str
    stands_for: str


# A word with its hyphens: what may begin a term, and what no term is only a part of.
_HYPHEN = r"[-\N{NON-BREAKING HYPHEN}]"
_WORD = re.compile(rf"[^\W_]+(?:{_HYPHEN}[^\W_]+)*")
# What may follow a term in the same word: cooperatives, EU:s, the project’s.
_ENDING = rf"s?(?:[:’'][^\W_]{{1,3}})?(?![^\W_]|{_HYPHEN}[^\W_])"


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one language."""

    expressions: tuple[Expression, ...]

    @cached_property
    def by_first_word(self) -> Mapping[str, tuple[_Form, ...]]:
        """The forms by what they begin with, without capitals; the longest first.

        Each is there with a final s too: that is how its first word may stand in a text.
        """
        found: dict[str, list[_Form]] = {}
        for expression in self.expressions:
            for number, typed in enumerate(expression.forms):
                first = _WORD.search(typed)
                if first is None:
                    continue
                form = typed[first.start() :]
                exact = form != form.lower()
                spelled = r"\s+".join(map(re.escape, form.split())) + _ENDING
                made = _Form(
                    re.compile(spelled, re.NOFLAG if exact else re.IGNORECASE),
                    len(form),
                    exact,
                    expression.key,
                    "" if number else expression.stands_for,
                )
                for start in (first.group().casefold(), f"{first.group().casefold()}s"):
                    found.setdefault(start, []).append(made)
        return {
            start: tuple(sorted(forms, key=lambda form: -form.length))
            for start, forms in found.items()
        }

    @cached_property
    def starts_by_key(self) -> Mapping[str, tuple[str, ...]]:
        """What the forms of each term begin with."""
        found: dict[str, list[str]] = {}
        for start, forms in self.by_first_word.items():
            for key in dict.fromkeys(form.key for form in forms):
                found.setdefault(key, []).append(start)
        return {key: tuple(starts) for key, starts in found.items()}

    def uses(
        self, text: str, starts: Container[str] | None = None
    ) -> Iterator[tuple[int, int, _Form]]:
        """Where terms stand in plain `text`: from, to, and as which form.

        With `starts`, only those that begin with one of these words.
        """
        forms = self.by_first_word
        starts = forms if starts is None else starts
        after = 0
        for word in _WORD.finditer(text):
            first = word.group().casefold()
            if first not in starts or word.start() < after:
                continue
            for form in forms[first]:
                if found := form.pattern.match(text, word.start()):
                    yield word.start(), found.end(), form
                    after = found.end()
                    break

    def keys_in(self, text: str) -> frozenset[str]:
        """The terms that plain `text` uses."""
        return frozenset(form.key for _, _, form in self.uses(text))


# Nothing is marked in links, headings, code, the words of others, another language, or what is no
# text.
_RAW = frozenset({"script", "style", "textarea", "title"})
_LEFT_ALONE = _RAW | frozenset(
    "a abbr audio blockquote button caption cite code dt figcaption h1 h2 h3 h4 h5 h6 iframe kbd "
    "label legend math noscript object option pre q samp select summary svg template th "
    "var video".split()
)
_INLINE = frozenset("a abbr b code em i img q small span strong sub sup wbr".split())

_TOKEN = re.compile(
    r"""
      (?P<comment> <!--(?:.*?-->|.*\Z) )
    | (?P<tag> <(?P<close>/?)(?P<name>[a-z][a-z0-9-]*)(?:[^<>"']|"[^"]*"|'[^']*')*> )
    | (?P<entity> &(?:\#[0-9]+|\#x[0-9a-f]+|[a-z][a-z0-9]*); )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_TAGS = re.compile(r"<[^<>]*>")
_OWN_LINK = re.compile(r'class="term" id="use_(?P<key>[^"]*)"')
_OWN_MEANING = '<span class="stands-for"'
_OPENING = "”“\"‘„«»'("
_QUIET = "”“\"’‘„«»')(]["
_SENTENCE_ENDS = ".!?:…–—•"
# The word belongs to a longer name, in which no bracket fits: the UN Standard Rules.
_NAME_GOES_ON = re.compile(r"\s+[^\W\d_a-zåäöéü]")


def _plain(html: str) -> str:
    return unescape(_TAGS.sub("", html))


@dataclass(slots=True)
class _Marker:
    """Marks the texts of one language on a page; `marked` and `read` are all the page's."""

    vocabulary: Vocabulary
    language: str
    name: Callable[[str], str]
    brackets: bool
    starts: set[str]
    """What the terms begin with that are not marked yet."""
    marked: dict[str, str]
    read: list[str]
    last: str = ""
    """The last sign of the sentence so far; empty where a block begins."""

    def mark(self, html: str) -> str:
        out: list[str] = []
        left_alone: list[str] = []
        self.last = ""
        at = 0
        for token in _TOKEN.finditer(html):
            out.append(self._text(html, at, token.start(), left_alone))
            out.append(token.group())
            at = token.end()
            if token["tag"]:
                self._tag(token, left_alone)
            elif token["entity"]:
                self.last = unescape(token.group()).strip() or self.last
        out.append(self._text(html, at, len(html), left_alone))
        return "".join(out)

    def _tag(self, token: re.Match[str], left_alone: list[str]) -> None:
        name, tag = token["name"].lower(), token.group()
        raw = bool(left_alone) and left_alone[-1] in _RAW
        if raw and not (token["close"] and name == left_alone[-1]):
            return
        if name not in _INLINE:
            self.last = ""
        if token["close"]:
            if name in left_alone:
                while left_alone.pop() != name:
                    pass
        elif own := _OWN_LINK.search(tag):
            self._done(own["key"])
            left_alone.append(name)
        elif name in _LEFT_ALONE or tag.startswith(_OWN_MEANING) or " lang=" in tag:
            left_alone.append(name)

    def _text(self, html: str, start: int, end: int, left_alone: Sequence[str]) -> str:
        text = html[start:end]
        if not text:
            return ""
        out: list[str] = []
        at = 0
        for begin, stop, form in () if left_alone else self.vocabulary.uses(text, self.starts):
            spelled = text[begin:stop]
            if form.key in self.marked or self._is_name(text, begin, form):
                continue
            self._done(form.key)
            meaning = form.stands_for
            if meaning and self._says(meaning, html, start, end, text[:begin]):
                meaning = ""
            word = " ".join(spelled.split())
            heard_only = (
                not self.brackets
                or len(word) != form.length
                or _NAME_GOES_ON.match(text, stop) is not None
            )
            heard = f"{word} ({meaning})" if meaning and heard_only else word
            name = escape(self.name(heard))
            out.append(text[at:begin])
            out.append(
                f'<a class="term" id="{use_id(form.key)}" href="#{word_id(form.key)}" '
                f'aria-label="{name}">{spelled}</a>'
            )
            if meaning and not heard_only:
                out.append(
                    f"{_OWN_MEANING} data-pagefind-ignore> "
                    f"({escape(form.stands_for, quote=False)})</span>"
                )
            at = stop
        out.append(text[at:])
        self.read.append(text)
        self.last = text.rstrip().rstrip(_QUIET).rstrip()[-1:] or self.last
        return "".join(out)

    def _done(self, key: str) -> None:
        self.marked.setdefault(key, self.language)
        forms = self.vocabulary.by_first_word
        for start in self.vocabulary.starts_by_key.get(key, ()):
            if all(form.key in self.marked for form in forms[start]):
                self.starts.discard(start)

    def _is_name(self, text: str, begin: int, form: _Form) -> bool:
        """Is the word in quotation marks, or does it have a capital that no sentence gives it?"""
        if begin and text[begin - 1] in _OPENING and text[begin - 1] != "(":
            return True
        if form.exact or text[begin].islower():
            return False
        before = text[:begin].rstrip().rstrip(_QUIET).rstrip()[-1:] or self.last
        return bool(before) and before not in _SENTENCE_ENDS

    def _says(self, meaning: str, html: str, start: int, end: int, before: str) -> bool:
        """Does the text say `meaning` before, or in the same block?"""
        block_end = end
        for token in _TOKEN.finditer(html, end):
            if token["tag"] and token["name"].lower() not in _INLINE:
                break
            block_end = token.end()
        else:
            block_end = len(html)
        rest = _plain(html[start:block_end])
        said = " ".join("".join((*self.read, before, rest)).split()).casefold()
        return " ".join(meaning.split()).casefold() in said


@dataclass(frozen=True)
class Marks:
    """The marks of one page: the first use of each term in the texts, in the order they are given.

    `vocabularies` are by language.  `name` makes a link's name of its word: it says that an
    explanation follows, which tells the link from others of the same word.  Without `brackets`,
    what an abbreviation stands for is said by that name alone: for texts with short lines.
    """

    vocabularies: Mapping[str, Vocabulary]
    name: Callable[[str], str]
    brackets: bool = True
    terms: dict[str, str] = field(default_factory=dict)
    """The keys of the terms that are marked so far, in order, and the language of that use."""
    _read: list[str] = field(default_factory=list)
    """The page so far: what it has said already needs no expansion."""
    _markers: dict[str, _Marker] = field(default_factory=dict)

    def mark(self, html: str, language: str) -> str:
        """The next text of the page, with its marks.  Those that it has already are counted."""
        if language not in self.vocabularies:
            return html
        if language not in self._markers:
            vocabulary = self.vocabularies[language]
            self._markers[language] = _Marker(
                vocabulary,
                language,
                self.name,
                self.brackets,
                set(vocabulary.by_first_word),
                self.terms,
                self._read,
            )
        return self._markers[language].mark(html)

    def mark_plain(self, text: str, language: str) -> str:
        """As `mark`, of text that is no HTML; what comes back is."""
        return self.mark(escape(text, quote=False), language)
