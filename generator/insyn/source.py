"""Content files as they were typed: strings with a place for every value.

Hides the disk, encodings, line ends, Unicode's two ways to write å, and the frame of a card.
`read_content` alone touches the disk; nothing here knows what a project is.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from insyn.front_matter import FieldPath, FrontMatter, Raw, read_front_matter
from insyn.problem import Place, Problem, nearest
from insyn.processes import spread
from insyn.slugs import slugify

__all__ = ["Card", "FieldPath", "Raw", "Sources", "parse_card", "parse_yaml_file", "read_content"]

MAX_BYTES = 1_048_576
"""The size of the largest text that is read: 1 MB."""

CARD_FOLDERS = ("notices", "organisations", "pages", "projects", "stories")
MEDIA_FOLDERS = ("documents", "images")
# What is published as it is.  Nothing among it runs in a browser, as a page or a drawing could;
# drawings are pictures, which are looked into.
PUBLISHED = {
    "documents": frozenset(
        ".csv .doc .docx .epub .jpeg .jpg .json .m4a .m4v .mp3 .mp4 .odp .ods .odt .oga .ogg .ogv "
        ".opus .pdf .png .ppt .pptx .rtf .srt .tif .tiff .txt .vtt .wav .webm .xls .xlsx "
        ".zip".split()
    ),
    "images": frozenset(
        # Those that are not made for web pages are told of where pictures are looked into.
        ".ai .avif .bmp .cr2 .dng .eps .gif .heic .heif .ico .jfif .jp2 .jpeg .jpg .jxl .nef .png "
        ".psd .raw .svg .svgz .tif .tiff .webp".split()
    ),
}
OVERRIDES_FOLDER = "overrides"
_OVERRIDING_TEXTS = frozenset({".html", ".css", ".js"})
SITE_FILE = "site.yaml"
GLOSSARY_FILE = "glossary.yaml"
STATEMENT_FILE = "pages/accessibility-statement.yaml"
EASY = "lattlast"
"""What follows the name of a file that tells the same as another, easy to read."""

# Letters of UTF-8 that some program took for Windows's: `Ã¥` was an å.
_GARBLED = {
    sign.encode("utf-8").decode("cp1252"): sign
    for sign in "åäöÅÄÖéèêëÉüÜáàâãçñøæØÆß–—‘’“…•§°·´«»½€\xa0"
    if all(byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} for byte in sign.encode("utf-8"))
} | {"â€\x9d": "”", "Ã\x85": "Å", "Ã\x84": "Ä", "Ã\x96": "Ö"}
_GARBLED_SIGN = re.compile("|".join(sorted(_GARBLED, key=len, reverse=True)))

_OTHERS_COPIES = ("~", ".bak", ".orig", ".rej", ".swo", ".swp", ".tmp")
# What a card is called that somebody has copied, by hand or in a folder of a cloud.
_COPY = re.compile(
    r"(?:(?:kopia av|copy of) (?P<of>.+?)"
    r"|(?P<name>.+?)(?:[ _-]*\((?:kopia|copy|\d+)\)|[ _-]+(?:kopia|copy)(?:[ _-]*\(?\d+\)?)?))\.md",
    re.IGNORECASE,
)
# Where somebody who writes in Word looks for the cards.
_WORD_PROCESSED = (".doc", ".docx", ".odt", ".pages", ".rtf")
# What other programs leave behind. Whatever begins with a full stop is passed over as well, and so
# are the copies that Word (`~$a.docx`) and editors (`a.md~`) keep of what is open.
_PASSED_OVER = frozenset({"README.md", "Thumbs.db", "desktop.ini"})

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CARD_NAME = re.compile(
    rf"(?P<name>[^.]+)(?P<easy>\.{EASY})?(?:\.(?!{EASY}\.)(?P<language>[a-z]{{2,3}}))?\.md"
)
# How else people write that a text is easy to read.
_EASY_WORDS = frozenset({EASY, "lattlasta", "latt-last", "ll", "easy", "easy-to-read", "easyread"})
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_FENCE = "---"
_FENCE_LIKE = re.compile(r"[-–—‐‑−_=]{2,}|[–—−]|\.\.\.")
# What may stand in front matter: a field, an item, or an indented line.
_FACT = re.compile(r"[\w-]+\s*:(?:\s|$)|\s*-\s|\s+\S")
# A comment may stand there too, but a heading of the text that follows looks the same.
_COMMENT = re.compile(r"\s*#(?!#)")
_UNSEEN = re.compile(
    # U+202A to U+202E turn the order of what is read, and can hide what a text says.
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff\ufffe\uffff]"
)
# Bytes that are no UTF-8, read as Windows wrote them; `surrogateescape` marks which they are.
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(128, 256)}
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_LOOKED_AT = 64  # bytes
_NEVER_WRITTEN = b"\0" * 8  # room that a disk had given to a file when the computer stopped
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Card:
    """One content file as it was typed."""

    file: str
    """Relative to the site folder, NFC, forward slashes: `content/projects/egenmakt.md`."""
    kind: str
    """The folder under `content/`, such as `projects` or `notices`; or `site`."""
    slug: str
    language: str | None
    """`en` for `egenmakt.en.md`; None for the original."""
    fields: Mapping[str, Raw]
    values: Mapping[FieldPath, Place]
    """Where each value begins, list items and nested ones too; an empty value has only a key."""
    keys: Mapping[FieldPath, Place]
    """Where each key begins."""
    body: str
    """Markdown, with plain line feeds."""
    body_line: int
    """The line of the file on which the body begins."""
    easy: bool = False
    """Is it the easy-to-read version of the card with the same slug: `egenmakt.lattlast.en.md`?"""
    typed: tuple[str, ...] = ()
    """The lines of the file up to the end of its facts."""

    def place(self, path: FieldPath) -> Place:
        """Where the value at `path` is, else its key, else the nearest parent's key.

        A single value stands for a list of one: the item is where the value is.
        """
        found = self.values.get(path) or self.keys.get(path)
        while found is None and path:
            is_item, path = isinstance(path[-1], int), path[:-1]
            found = self.values.get(path) if is_item else None
            found = found or self.keys.get(path) or self.values.get(path)
        return found or Place(self.file)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything under `content/`, and what is wrong with it."""

    site: Card | None
    """`content/site.yaml` as a card of the kind `site` without a body."""
    cards: tuple[Card, ...]
    """Sorted by file."""
    media: Mapping[str, Path]
    """`images/a.jpg` (relative to `content/`, NFC) → the real path."""
    overrides: Mapping[str, Path]
    """`components/x/template.html` (relative to `content/overrides/`, NFC) → the real path."""
    problems: tuple[Problem, ...]
    glossary: Card | None = None
    """`content/glossary.yaml` as a card of the kind `glossary` without a body."""
    statement: Card | None = None
    """`content/pages/accessibility-statement.yaml`, likewise."""

    @property
    def unread(self) -> frozenset[str]:
        """The files that have problems and gave no card.

        Whoever finds a reference to one of them need not call it unknown.
        """
        return frozenset(problem.place.file for problem in self.problems) - {
            card.file for card in self.cards
        }


# --- a file's bytes → a card ---


# A preview reads the same files at every save.
@lru_cache(maxsize=20_000)
def parse_card(file: str, data: bytes) -> tuple[Card | None, tuple[Problem, ...]]:
    """Read the card `file` (relative to the site folder) from its bytes.

    Returns None where no fields could be read.  A card beside an error is a best guess, for other
    problems to be found in; nothing is to be published from it.
    """
    kind, slug, language, easy, problems = _address(file)
    if any(problem.code == "file-copy" for problem in problems):
        return None, tuple(problems)
    text, found = _text(file, data)
    problems += found
    if text is None:
        return None, tuple(sorted(problems))
    lines = text.split("\n")
    if easy and slug and not _FENCE_LIKE.fullmatch(lines[0].strip()):
        # An easy-to-read text has no fact that it must have.
        return Card(file, kind, slug, language, {}, {}, {}, text, 1, easy=True), tuple(
            sorted(problems)
        )
    frame = _frame(file, lines, problems)
    if frame is None:
        return None, tuple(sorted(problems))
    end, body_line = frame
    front, wrong = read_front_matter("\n".join(lines[1:end]), file=file, first_line=2)
    problems += wrong
    if front is None or not slug:
        return None, tuple(sorted(problems))
    body = "\n".join(lines[body_line - 1 :])
    card = _card(file, (kind, slug, language), front, (body, body_line))
    return replace(card, easy=easy, typed=tuple(lines[:end])), tuple(sorted(problems))


def parse_yaml_file(file: str, data: bytes) -> tuple[Card | None, tuple[Problem, ...]]:
    """Read a file that is YAML throughout, such as `content/site.yaml`, as for `parse_card`.

    Its kind and slug are the file's name without the ending.
    """
    text, problems = _text(file, data)
    if text is None:
        return None, tuple(sorted(problems))
    front, wrong = read_front_matter(text, file=file, first_line=1)
    problems += wrong
    if front is None:
        return None, tuple(sorted(problems))
    name = file.rpartition("/")[2].partition(".")[0]
    card = _card(file, (name, name, None), front, ("", text.count("\n") + 1))
    return card, tuple(sorted(problems))


def _card(
    file: str, address: tuple[str, str, str | None], front: FrontMatter, body: tuple[str, int]
) -> Card:
    return Card(file, *address, front.fields, front.values, front.keys, *body)


def _plain(name: str) -> str:
    """`name` without accents: `lättläst` is `lattlast`."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign)
    )


def _address(file: str) -> tuple[str, str, str | None, bool, list[Problem]]:
    """Kind, slug, language and whether it is easy to read, from a card's path."""
    folder, _, name = file.rpartition("/")
    kind = folder.rpartition("/")[2]
    match = _CARD_NAME.fullmatch(name)
    if match is not None:
        slug, language, easy = slugify(match["name"]), match["language"], bool(match["easy"])
        if _SLUG.fullmatch(_plain(match["name"])) and language not in _EASY_WORDS:
            return kind, slug, language, easy, []
    if copied := _COPY.fullmatch(name):
        # Under a name of its own it would be the same page once more.
        original = f"{copied['of'] or copied['name']}.md"
        wrong = Problem.at(Place(file), "file-copy", original=original)
        return kind, "", None, False, [wrong]
    first, *rest = name.removesuffix(".md").split(".")
    meant = [slugify(part) for part in rest]
    easy = any(part in _EASY_WORDS for part in meant)
    languages = [part for part in meant if part not in _EASY_WORDS]
    if len(languages) <= 1 and all(map(_LANGUAGE.fullmatch, languages)):
        # `a.EN.md`, `a.lättläst.md`, `a.en.lattlast.md`: what is meant can be seen.
        slug, language = slugify(first), languages[0] if languages else None
    else:
        # `a.svenska.md`, `a.b.en.md`: the first part is the name, and the rest is no language.
        slug, language, easy = slugify(name.removesuffix(".md")), None, False
    ending = f"{f'.{EASY}' if easy else ''}{f'.{language}' if language else ''}"
    wrong = Problem.at(Place(file), "file-name", name=name, proper=f"{slug or 'namn'}{ending}.md")
    return kind, slug, language, easy, [wrong]


def _text(file: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file: NFC, plain line ends, no unseen characters, one side of a conflict.

    All of it keeps the lines and columns that an editor sees.
    """
    if not data.strip():
        return None, [Problem.at(Place(file), "empty-file")]
    if len(data) > MAX_BYTES:
        return None, [Problem.at(Place(file), "file-too-large")]
    text, problems = _decoded(file, data)
    return (None, problems) if text is None else _cleaned(file, text, problems)


def _decoded(file: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """The text that bytes are, with plain line ends; one in another encoding as well as may be."""
    if data.startswith(_UTF16_MARKS) or _is_utf_16_without_mark(data):
        return None, [Problem.at(Place(file), "not-utf8-utf16")]
    if _NEVER_WRITTEN in data or _is_cut_within_a_letter(data):
        return None, [Problem.at(Place(file), "file-half-saved")]
    problems: list[Problem] = []
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if wrong := _NOT_UTF8.search(text):
        byte = ord(wrong.group()) - 0xDC00
        problems.append(
            Problem.at(
                _place_in(file, text, wrong.start()),
                "not-utf8",
                byte=f"0x{byte:02X}",
                probably=_WESTERN[0xDC00 + byte],
            )
        )
        text = text.translate(_WESTERN)
    return text, problems


def _cleaned(file: str, text: str, problems: list[Problem]) -> tuple[str | None, list[Problem]]:
    """`text` as `_text` gives it."""
    if garbled := _GARBLED_SIGN.search(text):
        place = _place_in(file, text, garbled.start())
        typed, meant = _word_around(text, garbled.start()), ungarbled(text)
        proper = _word_around(meant, len(ungarbled(text[: garbled.start()])))
        problems.append(Problem.at(place, "garbled-letters", typed=typed, mended=proper))
        text = meant
    # Before the unseen are replaced: composing characters changes columns, and only then.
    text = unicodedata.normalize("NFC", text)
    for unseen in sorted(set(_UNSEEN.findall(text))):
        place = _place_in(file, text, text.index(unseen))
        name = unicodedata.name(unseen, "control character")
        problems.append(
            Problem.at(place, "control-character", code=f"U+{ord(unseen):04X}", name=name.lower())
        )
    text = _UNSEEN.sub(" ", text)
    if not text.strip():
        return None, problems or [Problem.at(Place(file), "empty-file")]
    lines = text.split("\n")
    _settle_conflicts(file, lines, problems)
    return "\n".join(lines), problems


def _is_utf_16_without_mark(data: bytes) -> bool:
    """Is every other byte zero, as in Latin letters of two bytes?"""
    start = data[:_LOOKED_AT]
    return any(4 * start[at::2].count(0) > 3 * len(start[at::2]) for at in (0, 1)) and (
        2 * start.count(0) <= len(start) + 1
    )


def _is_cut_within_a_letter(data: bytes) -> bool:
    """Does `data` end in the middle of a letter, and is UTF-8 as far as it goes?"""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def ungarbled(text: str) -> str:
    """`text` with the letters that some program spoiled as they were: `VÃ¤g` is `Väg`."""
    return _GARBLED_SIGN.sub(lambda found: _GARBLED[found.group()], text)


def _word_around(text: str, offset: int) -> str:
    """The word that has the character at `offset`, for showing it."""
    start = max(text.rfind(sign, 0, offset) for sign in " \n\t") + 1
    ends = (text.find(sign, offset) for sign in " \n\t")
    end = min((end for end in ends if end >= 0), default=len(text))
    return text[max(start, offset - 30) : min(end, offset + 30)]


def _place_in(file: str, text: str, offset: int) -> Place:
    before = unicodedata.normalize("NFC", text[:offset])
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def conflict_lines(text: str) -> tuple[int, ...]:
    """The lines of `text`, counted from 1, that have git's marks of a conflict."""
    found: list[Problem] = []
    _settle_conflicts("", text.split("\n"), found)
    return tuple(problem.place.line for problem in found)


@dataclass(slots=True)
class _Conflict:
    """Where git's marks of one conflict stand, counted from 1."""

    begin: int
    base: int = 0
    middle: int = 0
    end: int = 0

    def problem(self, file: str) -> Problem:
        """What there is to choose between."""
        if not (self.middle and self.end):
            return Problem.at(Place(file, self.begin), "conflict-unfinished")
        marks = [mark for mark in (self.begin, self.base, self.middle, self.end) if mark]
        return Problem.at(
            Place(file, self.begin),
            "conflict-marker",
            **_both("one", self.begin + 1, (self.base or self.middle) - 1),
            **_both("other", self.middle + 1, self.end - 1),
            marks=", ".join(map(str, marks)),
        )


def _both(name: str, first: int, last: int) -> dict[str, str]:
    """The lines from `first` to `last`, for a sentence in Swedish and in English."""
    if first > last:
        return {
            f"{name}_sv": "ingen rad (den är borttagen)",
            f"{name}_en": "no line (it is deleted)",
        }
    shown = f"{first}" if first == last else f"{first}–{last}"
    return {f"{name}_sv": f"rad {shown}", f"{name}_en": f"line{'s' * (first != last)} {shown}"}


def _settle_conflicts(file: str, lines: list[str], problems: list[Problem]) -> None:
    """Tell of git's conflict marks, and blank them and the other side, so that reading goes on."""
    conflict: _Conflict | None = None
    for number, line in enumerate(lines, 1):
        mark = line[:7] if line[7:8] in {"", " "} else ""
        if mark == "<" * 7 or (mark == ">" * 7 and conflict is None):
            if conflict:
                problems.append(conflict.problem(file))
            conflict = _Conflict(number)
        elif conflict and mark == "|" * 7:
            conflict.base = number
        elif conflict and mark == "=" * 7:
            conflict.middle = number
        elif mark != ">" * 7:
            if conflict and (conflict.base or conflict.middle):
                lines[number - 1] = ""
            continue
        lines[number - 1] = ""
        if conflict and mark == ">" * 7:
            conflict.end = number
            problems.append(conflict.problem(file))
            conflict = None
    if conflict:
        problems.append(conflict.problem(file))


def facts_in(file: str, text: str) -> range:
    """The lines of the facts of the card `file`, as indices, without the fences; perhaps none."""
    lines = text.split("\n")
    frame = _frame(file, lines, [])
    return range(1, frame[0]) if frame else range(0)


def _frame(file: str, lines: list[str], problems: list[Problem]) -> tuple[int, int] | None:
    """The index of the line after the last fact, and the number of the body's first line."""
    opening = lines[0].rstrip()
    if opening != _FENCE:
        if not _FENCE_LIKE.fullmatch(opening.strip()):
            if any(problem.code.startswith("conflict-") for problem in problems):
                return None  # the first line is one side of it
            first = next((line.rstrip() for line in lines if line.strip()), "")
            code = "front-matter-late" if first == _FENCE else "front-matter-missing"
            problems.append(Problem.at(Place(file), code))
            return None
        problems.append(Problem.at(Place(file), "front-matter-fence", typed=opening.strip()))
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return number, number + 2
    # Nothing closes it: it ends before the first line that can be no fact.
    end = len(lines)
    for number, line in enumerate(lines[1:], 1):
        if _FENCE_LIKE.fullmatch(line.strip()):
            place = Place(file, number + 1)
            problems.append(Problem.at(place, "front-matter-fence", typed=line.strip()))
            return number, number + 2
        if line.strip() and not _FACT.match(line) and not _COMMENT.match(line):
            end = number
            break
    while end > 1 and (not lines[end - 1].strip() or _COMMENT.match(lines[end - 1])):
        end -= 1
    place = Place(file, min(end + 1, len(lines)))
    problems.append(Problem.at(place, "front-matter-unclosed"))
    return end, end + 1


# --- the folder → all cards ---


def read_content(site_folder: Path) -> Sources:
    """Read everything under `site_folder/content`.

    The only function here that touches the disk.  It follows no symbolic link out of the folder,
    reads regular files only, and no text over `MAX_BYTES`.
    """
    content = site_folder / "content"
    if not content.is_dir():
        return Sources(None, (), {}, {}, (Problem.at(Place("content"), "content-missing"),))
    problems: list[Problem] = []
    alone: dict[str, Card | None] = {}
    to_read: list[tuple[str, Path]] = []
    media: dict[str, Path] = {}
    overrides: dict[str, Path] = {}
    for file, path in _files(content, "content", content.resolve(), problems):
        inside = file.removeprefix("content/")
        folder = inside.partition("/")[0]
        if folder in MEDIA_FOLDERS:
            if _is_published(inside, problems):
                media[inside] = path
        elif folder == OVERRIDES_FOLDER:
            overrides[inside.removeprefix(f"{OVERRIDES_FOLDER}/")] = path
        elif inside in _ALONE:
            alone[inside], wrong = _read(file, path)
            problems += wrong
        elif _is_card(file):
            to_read.append((file, path))
        elif file.rpartition("/")[2] not in _PASSED_OVER:
            problems.append(_stray(file))
    read = spread(lambda named: _read(*named), to_read)
    cards = [card for card, _ in read if card is not None]
    problems += _named_twice(to_read)
    unreadable = {file: wrong for file, path in overrides.items() if (wrong := _spoilt(file, path))}
    problems += (problem for wrong in unreadable.values() for problem in wrong)
    problems += (problem for _, wrong in read for problem in wrong)
    if not any(
        problem.place.file == f"content/{SITE_FILE}" for problem in problems
    ) and not alone.get(SITE_FILE):
        problems.append(Problem.at(Place(f"content/{SITE_FILE}"), "site-file-missing"))
    return Sources(
        alone.get(SITE_FILE),
        tuple(sorted(cards, key=lambda card: card.file)),
        dict(sorted(media.items())),
        {file: path for file, path in sorted(overrides.items()) if file not in unreadable},
        tuple(sorted(problems)),
        alone.get(GLOSSARY_FILE),
        alone.get(STATEMENT_FILE),
    )


def _spoilt(override: str, path: Path) -> tuple[Problem, ...]:
    """Why a template, stylesheet or script of the site cannot stand in for the theme's."""
    file = f"content/{OVERRIDES_FOLDER}/{override}"
    if path.suffix not in _OVERRIDING_TEXTS:
        return ()
    try:
        data = path.read_bytes()
    except OSError as error:
        return (_unreadable(file, error),)
    return tuple(_decoded(file, data)[1])


def _named_twice(files: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    """Files whose names look the same, since their accents are stored in two ways."""
    seen: set[str] = set()
    for file, _ in files:
        if file in seen:
            yield Problem.at(Place(file), "file-name-twice", name=file.rpartition("/")[2])
        seen.add(file)


def _files(
    folder: Path, name: str, content: Path, problems: list[Problem]
) -> Iterator[tuple[str, Path]]:
    """All regular files below `folder`, as (path relative to the site folder, real path)."""
    top = name == "content"
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", "~$", "#")) or entry.name.endswith(_OTHERS_COPIES):
            continue
        shown = entry.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        file = f"{name}/{unicodedata.normalize('NFC', shown)}"
        if shown != entry.name:
            proper = slugify(shown.replace("\ufffd", "-").rpartition(".")[0]) + entry.suffix
            problems.append(Problem.at(Place(file), "file-name", name=shown, proper=proper))
            continue
        if entry.is_symlink() and (wrong := _link_problem(file, entry, content)):
            problems.append(wrong)
            continue
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            problems.append(_unreadable(file, error))
            continue
        if stat.S_ISDIR(mode):
            known = (*CARD_FOLDERS, *MEDIA_FOLDERS, OVERRIDES_FOLDER)
            if top and entry.name not in known:
                like = nearest(entry.name, known)
                problems.append(Problem.at(Place(file), "unknown-folder", nearest=like))
                continue
            try:
                yield from _files(entry, file, content, problems)
            except OSError as error:
                problems.append(_unreadable(file, error))
        elif stat.S_ISREG(mode):
            yield file, entry
        else:
            problems.append(Problem.at(Place(file), "file-unreadable", reason="not a file"))


@dataclass(frozen=True, slots=True)
class Renaming:
    """A file whose name is not as it should be: `proper` is the name to give it."""

    file: str
    """Relative to the site folder, NFC."""
    path: Path
    proper: str


def text_files(site_folder: Path) -> tuple[tuple[str, Path], ...]:
    """The cards and the files of settings, as (relative to the site folder, NFC; the real path).

    Symbolic links are not among them: what they lead to is written under its own name.
    """
    return tuple(
        (file, path)
        for file, path in _regular_files(site_folder)
        if _is_card(file) or file.removeprefix("content/") in _ALONE
    )


def misnamed_files(site_folder: Path) -> tuple[Renaming, ...]:
    """The files with accents in two signs, and the cards whose name cannot be an address."""
    found: list[Renaming] = []
    for file, path in _regular_files(site_folder):
        proper = _proper_name(file) if _is_card(file) else file.rpartition("/")[2]
        if path.name != proper:
            found.append(Renaming(file, path, proper))
    return tuple(found)


def _proper_name(file: str) -> str:
    wrong = [problem for problem in _address(file)[4] if problem.code == "file-name"]
    return dict(wrong[0].values)["proper"] if wrong else file.rpartition("/")[2]


def _regular_files(site_folder: Path) -> Iterator[tuple[str, Path]]:
    content = site_folder / "content"
    if content.is_dir():
        files = _files(content, "content", content.resolve(), [])
        yield from ((file, path) for file, path in files if not path.is_symlink())


_ALONE = frozenset({SITE_FILE, GLOSSARY_FILE, STATEMENT_FILE})


def _is_card(file: str) -> bool:
    inside = file.removeprefix("content/")
    in_folder = inside.partition("/")[0] in CARD_FOLDERS and inside.count("/") == 1
    return in_folder and inside.endswith(".md") and inside not in _ALONE


def _is_published(inside: str, problems: list[Problem]) -> bool:
    """Is this picture or document published?  One that is refused is told of."""
    path = PurePosixPath(inside)
    folder = path.parts[0]
    if path.suffix.lower() in PUBLISHED[folder]:
        return True
    if path.name not in _PASSED_OVER:
        code = "image-no-picture" if folder == "images" else "document-not-published"
        problems.append(Problem.at(Place(f"content/{inside}"), code))
    return False


def _link_problem(file: str, link: Path, content: Path) -> Problem | None:
    """Why a symbolic link is not followed; None where it leads to a file inside the content."""
    # Told without where it leads: that is the machine's business.
    target = Path(os.path.realpath(link))
    if not target.is_relative_to(content):
        return Problem.at(Place(file), "symlink-outside")
    if target.is_dir():
        return Problem.at(Place(file), "symlink-folder")
    return None


def _read(file: str, path: Path) -> tuple[Card | None, tuple[Problem, ...]]:
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return None, (_unreadable(file, error),)
    parse = parse_yaml_file if file.endswith(".yaml") else parse_card
    return parse(file, data)


def _unreadable(file: str, error: OSError) -> Problem:
    return Problem.at(Place(file), "file-unreadable", reason=error.strerror or type(error).__name__)


def _stray(file: str) -> Problem:
    """A file that nothing reads, with a guess at what was meant."""
    folder, _, name = file.rpartition("/")
    if folder == "content":
        near = nearest(name, [SITE_FILE, GLOSSARY_FILE, "ordlista.yaml"])
        like = f"content/{near.replace('ordlista.yaml', GLOSSARY_FILE)}" if near else ""
    elif name.lower().endswith((".yaml", ".yml")) and folder == "content/pages":
        like = f"content/{STATEMENT_FILE}"
    elif name.lower().endswith((".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".gif")):
        like = f"content/images/{name}"
    elif folder.rpartition("/")[2] in CARD_FOLDERS and name.lower().endswith(_WORD_PROCESSED):
        return Problem.at(Place(file), "card-in-word", name=name)
    elif name.lower().endswith((".pdf", ".docx", ".xlsx", ".odt", ".ods", ".csv")):
        like = f"content/documents/{name}"
    elif name.lower().endswith((".md", ".markdown", ".txt")):
        kind = file.split("/")[1]
        like = f"content/{kind}/{slugify(name.rpartition('.')[0])}.md"
    else:
        like = ""
    return Problem.at(Place(file), "stray-file", nearest=like)
