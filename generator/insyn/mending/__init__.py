"""What can be set right in a content file without asking anybody what was meant.

A file is read as for the site, and what is proposed is tried: only a change that makes no new
problem and leaves every other value as it was is kept.  So nothing is lost, and what was right
stays as it is, to the byte.  Changes are made to the characters where they stand, which the parser
tells: whoever writes facts anew, even a library that keeps comments, changes more than was asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import yaml

from insyn.front_matter import FieldPath, Raw, mended_lines, quoted
from insyn.markup import Rendered, meant_marks, render, text_lines
from insyn.model.facts import Findings, read_facts
from insyn.model.fields import (
    KINDS,
    OTHER_KINDS,
    Fields,
    SiteFields,
    in_languages,
    translation_of,
)
from insyn.model.spellings import as_item, as_municipalities, meant
from insyn.model.values import Surroundings, listed
from insyn.problem import Place, Problem
from insyn.source import (
    MAX_BYTES,
    Card,
    conflict_lines,
    facts_in,
    parse_card,
    parse_yaml_file,
    ungarbled,
)

__all__ = ["LIST_SPACING", "QUIET", "Edit", "Mended", "mend"]

QUIET = ("byte-order-mark", "line-ends", "spaces-at-end", "letters-composed", "marks-unseen")
"""The reasons of changes that no problem tells of, since they cannot be seen."""
LIST_SPACING = "list-spacing"
"""The reason for an empty line before a list: git hosts need none, many other programs do."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One change: `old`, which stands at `place`, became `new`.

    `code` is the problem that it mends, or one of `QUIET` and `LIST_SPACING`.  `place` counts in
    the text as it was when the changes before it had been made.
    """

    place: Place
    old: str
    new: str
    code: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with what could be set right: its whole new text, and how it came about."""

    file: str
    old: str
    new: str
    edits: tuple[Edit, ...]
    gone: tuple[Problem, ...]
    """The problems of the file as it was that the new text no longer has."""


def mend(file: str, data: bytes, surroundings: Surroundings | None = None) -> Mended | None:
    """What can be set right in the content file `file`; `None` where nothing can.

    `surroundings` says what the site lets its cards choose.  A file with a conflict of git's is
    left alone: which side holds is for a person to say.
    """
    around = surroundings or Surroundings()
    old = _decoded(data)
    if old is None:
        return None
    text, edits = _characters(file, old)
    if conflict_lines(text):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        edits.insert(0, Edit(Place(file), "", "", "not-utf8-utf16"))
    elif not _is_utf8(data):
        edits.insert(0, Edit(Place(file), "", "", "not-utf8"))
    for stage in (_ends_of_lines, _fences, _fact_lines, _values, _marks, _list_spacing):
        text, made = _settled(stage, _read(file, text, around))
        edits += made
    if text == old and not edits:
        return None
    before = Counter(_told(problem) for problem in _problems(file, data, around))
    after = Counter(_told(problem) for problem in _read(file, text, around).problems)
    gone = before - after
    problems = _problems(file, data, around)
    mended = tuple(problem for problem in problems if _told(problem) in gone)
    return Mended(file, old, text, tuple(edits), mended)


# --- a file's bytes as text ---


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes) -> str | None:
    """The text of a file; `None` where it is not certain what its bytes mean."""
    if not data.strip() or len(data) > MAX_BYTES:
        return None
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        elif _is_utf8(data):
            text = data.decode("utf-8")
        elif re.search(rb"[\xc2-\xf4][\x80-\xbf]", data):
            return None  # half of it is UTF-8: a person has to look
        else:
            text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


# What stands for a space or a new line in other programs; all else that is not seen goes.
_AS_SPACE = re.compile("[\x0b\x0c\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufffe\uffff]")
_SOFT = re.compile("[\u00ad\u200b\u2060\ufeff]")


def _characters(file: str, text: str) -> tuple[str, list[Edit]]:
    """`text` as it is read: its letters, line ends and spaces, whatever they belong to."""
    edits: list[Edit] = []

    def changed(new: str, code: str) -> str:
        if new != text:
            at = next((i for i, (a, b) in enumerate(zip(text, new, strict=False)) if a != b), 0)
            line = text.count("\n", 0, at) + 1
            edits.append(Edit(Place(file, line, at - text.rfind("\n", 0, at)), "", "", code))
        return new

    text = changed(text.removeprefix("\ufeff"), "byte-order-mark")
    text = changed(text.replace("\r\n", "\n").replace("\r", "\n"), "line-ends")
    text = changed(ungarbled(text), "garbled-letters")
    text = changed(_UNSEEN.sub("", _AS_SPACE.sub(" ", text)), "control-character")
    text = changed(_SOFT.sub("", text), "marks-unseen")
    return changed(unicodedata.normalize("NFC", text), "letters-composed"), edits


# --- reading a text, and trying a change of it ---


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as the site reads it."""

    file: str
    text: str
    surroundings: Surroundings
    card: Card | None
    problems: tuple[Problem, ...]

    @property
    def facts(self) -> range:
        """The lines of the facts, as indices."""
        if not self.file.endswith(".md"):
            return range(self.text.count("\n") + 1)
        return facts_in(self.file, self.text)

    @property
    def body_line(self) -> int:
        """The index of the first line of the text below the facts."""
        if self.card is None or not self.file.endswith(".md"):
            return self.text.count("\n") + 1
        return self.card.body_line - 1


@dataclass(frozen=True, slots=True)
class _Change:
    """The characters of a text from `start` to `end` become `new`."""

    start: int
    end: int
    new: str
    code: str


def _read(file: str, text: str, surroundings: Surroundings) -> _Reading:
    return _reading(file, text, text.encode("utf-8", "surrogatepass"), surroundings)


def _problems(file: str, data: bytes, surroundings: Surroundings) -> tuple[Problem, ...]:
    return _reading(file, "", data, surroundings).problems


def _reading(file: str, text: str, data: bytes, surroundings: Surroundings) -> _Reading:
    parse = parse_card if file.endswith(".md") else parse_yaml_file
    card, problems = parse(file, data)
    if card is None:
        return _Reading(file, text, surroundings, card, problems)
    findings = Findings(list(problems))
    if (model := _model(card)) is not None:
        original = KINDS.get(card.kind) if card.language and not card.easy else None
        read_facts(card, model, findings, surroundings, original)
    findings.problems += _rendered(card)[1]
    return _Reading(file, text, surroundings, card, tuple(findings.problems))


def _model(card: Card) -> type[Fields] | None:
    """The fields that `card` may have."""
    if card.easy:
        return OTHER_KINDS["easy"]
    if card.kind in KINDS:
        return translation_of(KINDS[card.kind]) if card.language else KINDS[card.kind]
    models: dict[str, type[Fields]] = {
        "site": SiteFields,
        "glossary": OTHER_KINDS["glossary"],
        "accessibility-statement": OTHER_KINDS["statement"],
    }
    model = models.get(card.kind)
    return in_languages(model, ("sv", "en")) if model else None


def _rendered(card: Card) -> tuple[Rendered, tuple[Problem, ...]]:
    language = card.language or "sv"
    return render(card.body, file=card.file, first_line=card.body_line, language=language)


def _told(problem: Problem) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What is said of a problem, wherever it stands."""
    lines = {"line", "first", "other"}
    return problem.code, tuple(value for value in problem.values if value[0] not in lines)


def _settled(
    stage: Callable[[_Reading], Iterator[_Change]], reading: _Reading
) -> tuple[str, list[Edit]]:
    """The text with the changes that `stage` proposes and that hold, until it proposes no more."""
    edits: list[Edit] = []
    for _ in range(_ROUNDS):
        proposed = stage(reading)
        kept = _kept(reading, proposed)
        if not kept:
            break
        edits += _edits(reading, kept)
        reading = _read(reading.file, _changed(reading.text, kept), reading.surroundings)
    return reading.text, edits


_ROUNDS = 40
_TRIES = 100


def _kept(reading: _Reading, proposed: Iterable[_Change]) -> list[_Change]:
    """Those of the `proposed` changes that do no harm: all at once, or else in halves of halves.

    What is not tried in the end, in a file with very many mistakes, is not kept.
    """
    proposed = sorted(
        (change for change in proposed if reading.text[change.start : change.end] != change.new),
        key=lambda change: (change.start, change.end),
    )
    kept: list[_Change] = []
    waiting = [proposed] if proposed else []
    for _ in range(_TRIES):
        if not waiting:
            break
        some = waiting.pop(0)
        if _holds(reading, [*kept, *some]):
            kept += some
        elif len(some) > 1:
            half = len(some) // 2
            waiting[:0] = [some[:half], some[half:]]
    return kept


def _changed(text: str, changes: Sequence[_Change]) -> str:
    for change in reversed(changes):
        text = text[: change.start] + change.new + text[change.end :]
    return text


def _edits(reading: _Reading, changes: Sequence[_Change]) -> Iterator[Edit]:
    for change in changes:
        before = reading.text[: change.start]
        place = Place(reading.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        yield Edit(place, reading.text[change.start : change.end], change.new, change.code)


def _holds(reading: _Reading, changes: Sequence[_Change]) -> bool:
    """Is nothing worse after the `changes`, and every value that they do not touch the same?"""
    after = _read(reading.file, _changed(reading.text, changes), reading.surroundings)
    if reading.card is None:
        # Nothing could be read: so anything that can be is better, whatever is wrong with it.
        return after.card is not None or len(after.problems) < len(reading.problems)
    if after.card is None:
        return False
    codes = Counter(problem.code for problem in after.problems)
    if codes - Counter(problem.code for problem in reading.problems):
        return False
    touched = {
        number
        for change in changes
        for number in range(
            reading.text.count("\n", 0, change.start) + 1,
            reading.text.count("\n", 0, change.end) + 2,
        )
    }
    old, new = dict(_leaves(reading.card.fields)), dict(_leaves(after.card.fields))
    free = {
        path
        for path, place in (*reading.card.values.items(), *reading.card.keys.items())
        if place.line in touched
    }
    if all("\n" not in change.new + reading.text[change.start : change.end] for change in changes):
        # Where no line has moved, a field may have got its name there.
        free |= {path for path, place in after.card.keys.items() if place.line in touched}

    def is_free(path: FieldPath) -> bool:
        return any(path[:end] in free for end in range(1, len(path) + 1))

    if any(old.get(path) != new.get(path) for path in {*old, *new} if not is_free(path)):
        return False
    return _same_text(reading.card, after.card, {change.code for change in changes})


def _leaves(
    value: Raw | Mapping[str, Raw], path: FieldPath = ()
) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number))
    elif value is not None:
        yield path, value


def _html(rendered: Rendered) -> list[str]:
    """The page's sections; how many spaces or new lines there are between words is not seen."""
    return [" ".join(section.html.split()) for section in rendered.sections]


_WORDLESS = re.compile(r"[\W_]+")
_BULLET_LETTER = re.compile(r"^ {0,3}[oüØvq](?=\s)", re.MULTILINE)


def _same_text(before: Card, after: Card, codes: set[str]) -> bool:
    """Does the text say the same words; and is its page the same, but for marks that are mended?"""
    if before.body == after.body:
        return True
    if "list-mark-in-text" in codes:
        # A bullet that became a letter is no word.
        before = replace(before, body=_BULLET_LETTER.sub("", before.body))
    old, new = _rendered(before)[0], _rendered(after)[0]
    if codes <= {*QUIET, LIST_SPACING}:
        return _html(old) == _html(new)
    return _WORDLESS.sub("", old.text) == _WORDLESS.sub("", new.text)


# --- what is proposed ---


def _starts(text: str) -> list[int]:
    """Where each line of `text` begins."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _ends_of_lines(reading: _Reading) -> Iterator[_Change]:
    """Spaces at the end of lines; of the two that break a line in a text, none is taken."""
    lines, starts = reading.text.split("\n"), _starts(reading.text)
    body = reading.body_line
    code = set(range(body, len(lines))) - set(text_lines(lines, body))
    for number, line in enumerate(lines):
        bare = line.rstrip(" \t")
        breaks = number >= body and bare and line.endswith("  ")
        if bare != line and not breaks and number not in code:
            start = starts[number]
            yield _Change(start + len(bare), start + len(line), "", "spaces-at-end")


def _fences(reading: _Reading) -> Iterator[_Change]:
    """The lines before and after the facts, which have three hyphens and no more."""
    lines, starts = reading.text.split("\n"), _starts(reading.text)
    for problem in reading.problems:
        number = problem.place.line - 1
        if problem.code == "front-matter-fence":
            start = starts[number]
            yield _Change(start, start + len(lines[number]), "---", problem.code)
        elif problem.code == "front-matter-late":
            yield _Change(0, len(reading.text) - len(reading.text.lstrip()), "", problem.code)
        elif problem.code == "front-matter-unclosed" and any(
            line.strip() for line in lines[number:]
        ):
            # Where nothing follows, the file may have been cut off.
            end = reading.facts.stop
            if end < len(lines):
                yield _Change(starts[end], starts[end], "---\n", problem.code)


_SAFE_LINES = frozenset(
    {
        *("colon-without-space", "field-outside-item", "indentation", "list-mark", "odd-space"),
        *("reserved-character", "smart-quote-yaml", "tab", "text-after-quote", "unclosed-quote"),
        *("unknown-escape", "unquoted-colon"),
    }
)
"""The problems whose lines are meant as the reader mends them, to go on."""


def _fact_lines(reading: _Reading) -> Iterator[_Change]:
    """Lines of the facts that cannot be read, written as the hints propose."""
    lines, starts = reading.text.split("\n"), _starts(reading.text)
    facts = reading.facts
    proposed: dict[int, tuple[str | None, str]] = {}
    unsafe: set[int] = set()
    for mended in mended_lines("\n".join(lines[facts.start : facts.stop])):
        number = facts.start + mended.number
        if number >= facts.stop:
            continue
        # In a glossary what belongs below a language may stand beside it.
        beside = mended.code in {"field-outside-item", "indentation"}
        beside = beside and reading.file.endswith("glossary.yaml")
        # A line in small letters may go on with the name above it.
        goes_on = mended.code == "list-mark" and lines[number].lstrip()[:1].islower()
        if mended.code not in _SAFE_LINES or beside or goes_on:
            unsafe.add(number)
        proposed[number] = (mended.text, proposed.get(number, ("", mended.code))[1])
    for number, (text, code) in proposed.items():
        if number in unsafe:
            continue
        start, end = starts[number], starts[number] + len(lines[number])
        if text is None:  # with the line's own end
            yield _Change(start - 1, end, "", code)
        else:
            yield _Change(start, end, text, code)


@dataclass(frozen=True, slots=True)
class _Scalar:
    """A value as it is typed, from `start` to `end` of the text."""

    start: int
    end: int
    quote: str
    value: str


def _scalars(reading: _Reading) -> dict[tuple[int, int], _Scalar]:
    """The single values of the facts, by line and column (from 1), as far as they can be read."""
    lines, starts = reading.text.split("\n"), _starts(reading.text)
    facts = reading.facts
    found: dict[tuple[int, int], _Scalar] = {}
    typed = "\n".join(lines[facts.start : facts.stop])
    event: Any
    try:
        for event in yaml.parse(typed, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.ScalarEvent) and event.style in {None, "", '"', "'"}:
                first: Any = event.start_mark
                last: Any = event.end_mark
                start = starts[facts.start + first.line] + first.column
                end = starts[facts.start + last.line] + last.column
                if first.line == last.line:
                    place = (facts.start + first.line + 1, first.column + 1)
                    quote = event.style if event.style in {'"', "'"} else ""
                    found[place] = _Scalar(start, end, quote, event.value)
    except yaml.MarkedYAMLError:
        pass
    return found


def _values(reading: _Reading) -> Iterator[_Change]:
    """Values that cannot be read, as they were meant where that is certain."""
    if reading.card is None:
        return
    scalars = _scalars(reading)
    lines, starts = reading.text.split("\n"), _starts(reading.text)
    for problem in reading.problems:
        place = problem.place
        scalar = scalars.get((place.line, place.column))
        if problem.code == "list-mark":
            yield from _with_hyphens(reading, lines, starts, problem)
        elif problem.code == "unquoted-colon" and place.line <= len(lines):
            line = lines[place.line - 1]
            if (item := re.match(r"\s*- +(?=[^\"'])", line)) and " #" not in line:
                start = starts[place.line - 1]
                new = quoted(line[item.end() :])
                yield _Change(start + item.end(), start + len(line), new, problem.code)
        elif scalar is None:
            continue
        elif problem.code == "field-label":
            yield _Change(scalar.start, scalar.end, dict(problem.values)["name"], problem.code)
        elif problem.code in _ON_ONE_LINE and not scalar.quote:
            yield from _on_lines(reading, scalar, problem.code)
        else:
            spelling = meant(problem.code, scalar.value)
            if spelling:
                new = _written(spelling, scalar)
                yield _Change(scalar.start, scalar.end, new, problem.code)


def _with_hyphens(
    reading: _Reading, lines: Sequence[str], starts: Sequence[int], problem: Problem
) -> Iterator[_Change]:
    """The lines of a list from that of the `problem` on, which lack their hyphens, with them."""
    width = problem.place.column - 1
    first = problem.place.line - 1
    # A line with another mark, or below a part of the list, is mended as a line or not at all.
    whole = as_item(lines[first][width:]) == dict(problem.values)["mended"]
    if not whole or lines[first - 1].lstrip().startswith("- "):
        return
    for number in range(first, reading.facts.stop):
        line = lines[number]
        text = line[width:]
        if not line.strip():
            continue
        if line[:width].strip() or not width or text[:1].isspace():
            break
        yield _Change(
            starts[number] + width, starts[number] + len(line), as_item(text), "list-mark"
        )


_ON_ONE_LINE = frozenset({"municipalities-on-one-line", "target-groups-on-one-line"})


def _written(value: str, scalar: _Scalar) -> str:
    """`value` in the quotation marks of the value that it replaces."""
    if scalar.quote == "'":
        return "'" + value.replace("'", "''") + "'"
    if scalar.quote or re.search(r"^[\W_]|: |:$| #", value.replace("+", "0", 1)):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value


def _on_lines(reading: _Reading, scalar: _Scalar, code: str) -> Iterator[_Change]:
    """Municipalities or target groups on one line as a list with a line for each."""
    is_place = code.startswith("municipalities")
    names = as_municipalities(scalar.value) if is_place else listed(scalar.value)
    line = reading.text.rfind("\n", 0, scalar.start) + 1
    before = reading.text[line : scalar.start]
    after = reading.text[scalar.end :].partition("\n")[0]
    if not names or after.strip():
        return
    if found := re.fullmatch(r"(\s*)[\w-]+:\s+", before):
        start = line + len(before.rstrip())
        items = "".join(f"\n{found[1]}  - {name}" for name in names)
        yield _Change(start, scalar.end, items, code)
    elif re.fullmatch(r"\s*- +", before):
        items = f"\n{before}".join(names)
        yield _Change(scalar.start, scalar.end, items, code)


def _paragraphs(reading: _Reading) -> Iterator[list[int]]:
    """The lines (as indices) of each run of text lines of the body, outside code."""
    lines = reading.text.split("\n")
    run: list[int] = []
    for number in text_lines(lines, reading.body_line):
        if run and (number != run[-1] + 1 or not lines[number].strip()):
            yield run
            run = []
        if lines[number].strip():
            run.append(number)
    if run:
        yield run


def _marks(reading: _Reading) -> Iterator[_Change]:
    """Headings without a space or of the page's own level, and lists with Word's marks."""
    told = {
        problem.place.line - 1
        for problem in reading.problems
        if problem.code in {"heading-without-space", "list-mark-in-text"}
    }
    lines, starts = reading.text.split("\n"), _starts(reading.text)
    main = [p.place.line - 1 for p in reading.problems if p.code == "heading-level-1"]
    # With others below them nobody knows which level each was meant to have.
    if len(main) == sum(lines[n].startswith("#") for n in text_lines(lines, reading.body_line)):
        for number in main:
            if lines[number].startswith("# "):
                yield _Change(starts[number], starts[number], "#", "heading-level-1")
    if not told:
        return
    for run in _paragraphs(reading):
        if told.isdisjoint(run):
            continue
        for index, mark in meant_marks(lines[number] for number in run):
            number = run[index]
            if number in told or mark.code == "list-mark-in-text":
                start = starts[number] + len(lines[number]) - len(lines[number].lstrip(" "))
                yield _Change(start, start + len(mark.typed), mark.proper, mark.code)


_LIST = re.compile(r"[-*+] +\S")


def _list_spacing(reading: _Reading) -> Iterator[_Change]:
    """An empty line between a text and the list after it."""
    lines, starts = reading.text.split("\n"), _starts(reading.text)
    for run in _paragraphs(reading):
        for above, number in pairwise(run):
            is_text = re.match(r"[\w(”\"'*_\[]", lines[above]) and not _LIST.match(lines[above])
            if is_text and _LIST.match(lines[number]):
                yield _Change(starts[number], starts[number], "\n", LIST_SPACING)
                break
