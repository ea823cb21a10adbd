"""Content files as they were typed, and every mistake in them with its place."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.explanation import explain
from insyn.front_matter import MAX_MENDED
from insyn.model.fields import KINDS
from insyn.problem import Place, Problem
from insyn.source import (
    CARD_FOLDERS,
    MAX_BYTES,
    Card,
    Sources,
    parse_card,
    parse_yaml_file,
    read_content,
)

FILE = "content/projects/jobbpunkt.md"


def card_of(front: str, body: str = "", file: str = FILE) -> Card:
    card, problems = parse_card(file, f"---\n{front}\n---\n{body}".encode())
    assert problems == ()
    assert card is not None
    return card


def problems_of(front: str) -> list[tuple[int, int, str]]:
    """Line and column within the front matter's text, and the code."""
    _, problems = parse_card(FILE, f"---\n{front}\n---\nText\n".encode())
    return [(found.place.line - 1, found.place.column, found.code) for found in problems]


def hints(problems: tuple[Problem, ...]) -> list[str]:
    """All sentences, in both languages: none may lack a value."""
    texts = []
    for problem in problems:
        for language in ("sv", "en"):
            explanation = explain(problem, language)
            assert explanation.message
            texts.append(explanation.hint)
    return texts


# --- what is right ---


def test_every_value_stays_the_string_that_was_typed() -> None:
    fields = card_of(
        "a: no\nb: 0451267000\nc: 12:30\nd: 2026-02-30\ne: 4 719 182 kr\nf: ~\ng: '1'\nh: null"
    ).fields
    assert fields == {
        "a": "no",
        "b": "0451267000",
        "c": "12:30",
        "d": "2026-02-30",
        "e": "4 719 182 kr",
        "f": "~",
        "g": "1",
        "h": "null",
    }


def test_an_empty_value_is_none_wherever_it_stands() -> None:
    card = card_of('a:\nb: ""\nc:\n  -\n  - x\nd:\n  e:\nf: "  "')
    assert card.fields == {"a": None, "b": None, "c": [None, "x"], "d": {"e": None}, "f": None}


def test_empty_front_matter_is_a_card_without_fields() -> None:
    card, problems = parse_card(FILE, b"---\n---\nText\n")
    assert problems == ()
    assert card is not None
    assert card.fields == {}
    assert (card.body, card.body_line) == ("Text\n", 3)


def test_the_address_of_a_card_is_its_path() -> None:
    card = card_of("title: A", file="content/stories/emba-egenmakt.en.md")
    assert (card.kind, card.slug, card.language) == ("stories", "emba-egenmakt", "en")
    assert card_of("title: A").language is None


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_swedish_letters_in_a_file_name_work_composed_or_not(
    form: Literal["NFC", "NFD"], tmp_path: Path
) -> None:
    folder = tmp_path / "content" / "projects"
    folder.mkdir(parents=True)
    name = unicodedata.normalize(form, "mötesplats-å-ä.md")
    (folder / name).write_text("---\ntitle: Å\n---\n", encoding="utf-8")
    sources = read_content(tmp_path)
    assert [card.slug for card in sources.cards] == ["motesplats-a-a"]
    assert sources.cards[0].file == "content/projects/mötesplats-å-ä.md"
    assert {problem.code for problem in sources.problems} == {"site-file-missing"}


def test_places_of_values_and_keys() -> None:
    card = card_of(
        "title: Egenmakt\nfunding:\n  eu: 5\n  total:\n"
        "targets:\n  - what: Jobb\n    unit: '%'\n  - x"
    )
    assert card.values["title",] == Place(FILE, 2, 8)
    assert card.keys["funding", "eu"] == Place(FILE, 4, 3)
    assert card.values["funding", "eu"] == Place(FILE, 4, 7)
    assert card.values["targets", 0, "unit"] == Place(FILE, 8, 11)
    assert card.values["targets", 1] == Place(FILE, 9, 5)
    assert ("funding", "total") not in card.values


def test_place_falls_back_to_the_key_then_to_the_nearest_parent() -> None:
    card = card_of("title: A\nfunding:\n  total:\ntargets:\n  - what: Jobb")
    assert card.place(("title",)) == Place(FILE, 2, 8)
    assert card.place(("funding", "total")) == Place(FILE, 4, 3)
    assert card.place(("funding", "eu")) == Place(FILE, 3, 1)
    assert card.place(("targets", 0, "unit")) == Place(FILE, 6, 5)
    assert card.place(("owner",)) == Place(FILE, 1, 1)
    assert card.place(()) == Place(FILE, 1, 1)


def test_byte_order_mark_and_windows_line_ends_are_accepted_quietly() -> None:
    card, problems = parse_card(FILE, b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nOne\r\rTwo\r\n")
    assert problems == ()
    assert card is not None
    assert card.body == "One\n\nTwo\n"
    assert card.body_line == 4
    assert card.place(("title",)) == Place(FILE, 2, 8)


def test_decomposed_letters_are_composed() -> None:
    text = unicodedata.normalize("NFD", "---\ntitle: Örebro: väst\n---\nÅ\n")
    card, problems = parse_card(FILE, text.encode())
    assert card is not None
    assert card.body == "Å\n"
    assert [problem.place for problem in problems] == [Place(FILE, 2, 14)]


def test_quotes_typed_by_a_word_processor_are_text_where_they_harm_nothing() -> None:
    assert card_of("title: ”Egenmakt”").fields == {"title": "”Egenmakt”"}


def test_a_rule_in_the_body_is_no_fence() -> None:
    assert card_of("title: A", "One\n\n---\n\nTwo\n").body == "One\n\n---\n\nTwo\n"


def test_a_site_file_is_yaml_throughout() -> None:
    card, problems = parse_yaml_file(
        "content/site.yaml", b"---\nname: Insyn\nlanguages: [sv, en]\n"
    )
    assert problems == ()
    assert card is not None
    assert card.fields == {"name": "Insyn", "languages": ["sv", "en"]}
    assert (card.kind, card.body) == ("site", "")
    assert card.place(("languages", 1)) == Place("content/site.yaml", 3, 17)


# --- what is wrong ---

MISTAKES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "colon": ("title: Projekt: fas 2", [(1, 15, "unquoted-colon")]),
    "colon in a list": ("a:\n  - b: c: d", [(2, 9, "unquoted-colon")]),
    "colon in a second line": (
        "summary: En text\n  som går vidare: här\nphase: A",
        [(2, 17, "unquoted-colon")],
    ),
    "colon after swedish letters": ("title: Å: ö", [(1, 9, "unquoted-colon")]),
    "smart quotes": ("title: ”Projekt: fas 2”", [(1, 8, "smart-quote-yaml")]),
    "tab": ("contact:\n\tname: A", [(2, 1, "tab")]),
    "tab in a value": ("title: A\tB", [(1, 9, "tab")]),
    "no-break space": ("contact:\n\u00a0 name: A", [(2, 1, "odd-space")]),
    "no-break space after colon": ("title:\u00a0A", [(1, 7, "odd-space")]),
    "zero-width space": ("\u200btitle: A", [(1, 1, "odd-space")]),
    "no space": ("a: b\ntitle:A\nc: d", [(2, 6, "colon-without-space")]),
    "no space in the first line": ("title:A\nb: c", [(1, 6, "colon-without-space")]),
    "no space below a key": ("contact:\n  name:A", [(2, 7, "colon-without-space")]),
    "no colon": ("a: b\ntitle A\nc: d", [(2, 1, "colon-missing")]),
    "no colon in the first line": ("title A\nb: c", [(1, 1, "colon-missing")]),
    "text that runs on": ("a: b\nand on.\nc: d", [(2, 1, "colon-missing")]),
    "too far in": ("c:\n  a: x\n   b: y", [(3, 4, "indentation")]),
    "too far out": ("c:\n    a: x\n  b: y", [(3, 3, "indentation")]),
    "a stray space": ("a: x\n b: y", [(2, 2, "indentation")]),
    "asterisks": ("a:\n  * x\n  * y", [(2, 3, "list-mark"), (3, 3, "list-mark")]),
    "bullets": ("a:\n  • x\n  • y", [(2, 3, "list-mark")]),
    "hyphens without spaces": ("a:\n  -x\n  -y", [(2, 3, "list-mark")]),
    "item without hyphen": ("a:\n  - x\n  y", [(3, 3, "list-mark")]),
    "list after a value": ("a: x\n- y", [(2, 1, "list-misplaced")]),
    "open quote": ('a: "x\nb: y', [(1, 4, "unclosed-quote")]),
    "open quote before another": ('a: "x\nb: "%"', [(1, 4, "unclosed-quote")]),
    "open quote that swallows a field": ('a: "x\nb: y"', [(1, 4, "unclosed-quote")]),
    "open quote in a list": ("a:\n  - 'x\n  - y\nb: z", [(2, 5, "unclosed-quote")]),
    "text after quote": ('a: "x" y', [(1, 8, "text-after-quote")]),
    "apostrophe in quotes": ("a: 'Barn's rätt'", [(1, 10, "text-after-quote")]),
    "open bracket": ("a: [x, y\nb: c", [(1, 4, "unclosed-bracket")]),
    "open brace": ("a: {x: y\nb: c", [(1, 4, "unclosed-bracket")]),
    "bracket as text": ("a: [x] y", [(1, 4, "reserved-character")]),
    "percent": ("a:\n  unit: %", [(2, 9, "reserved-character")]),
    "percent in a list": ("a:\n  - %", [(2, 5, "reserved-character")]),
    "at": ("a: @x", [(1, 4, "reserved-character")]),
    "backtick": ("a: `x`", [(1, 4, "reserved-character")]),
    "greater than": ("a: > 70 %", [(1, 4, "reserved-character")]),
    "hyphen": ("a: -", [(1, 4, "reserved-character")]),
    "anchor": ("a: &b c", [(1, 4, "anchor-or-alias")]),
    "anchor on a list": ("a: &b\n  - c", [(1, 4, "anchor-or-alias")]),
    "alias": ("a: *b", [(1, 4, "anchor-or-alias")]),
    "bold": ("a: **b**", [(1, 4, "anchor-or-alias")]),
    "merge": ("<<: a", [(1, 1, "merge-key")]),
    "tag": ("a: !!int 1", [(1, 4, "tag")]),
    "bang": ("a: !Viktigt", [(1, 4, "tag")]),
    "duplicate": ("a: 1\nb: 2\na: 3", [(3, 1, "duplicate-key")]),
    "duplicate below": ("a:\n  b: 1\n  b: 2", [(3, 3, "duplicate-key")]),
    "template": ("a: {{ x }}", [(1, 5, "key-unreadable")]),
    "backslash": ('a: "C:\\%"', [(1, 7, "unknown-escape")]),
    "backslash that means something": ('a: "C:\\0"', [(1, 4, "unknown-escape")]),
    "hash": ("a: Etapp #2", [(1, 10, "text-cut")]),
    "only a hash": ("a: #2", [(1, 4, "text-cut")]),
    "deep": ("a: " + "[" * 50, [(1, 12, "too-deep")]),
    "a list": ("- a", [(1, 1, "not-a-mapping")]),
    "a sentence": ("A sentence.", [(1, 1, "not-a-mapping")]),
    "conflict": (
        "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\nc: 4",
        [(2, 1, "conflict-marker")],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is(name: str) -> None:
    front, expected = MISTAKES[name]
    assert problems_of(front) == expected
    hints(parse_card(FILE, f"---\n{front}\n---\n".encode())[1])


@pytest.mark.parametrize(
    ("front", "mended"),
    [
        ("title: Projekt: fas 2", 'title: "Projekt: fas 2"'),
        ('title: Han sa "hej": fas 2', "title: 'Han sa \"hej\": fas 2'"),
        ("title: ”Projekt: fas 2”", 'title: "Projekt: fas 2"'),
        ("a:\n  unit: %", 'unit: "%"'),
        ('title: "Projekt\nb: c', 'title: "Projekt"'),
        ("title:Projekt\nb: c", "title: Projekt"),
        ("a:\n  * Örebro", "- Örebro"),
        ("title: A\tB", "title: A B"),
        ("title: *b*", 'title: "*b*"'),
        ("a: Etapp #2", 'a: "Etapp #2"'),
        ("a: [&b c]", 'a: ["&b c"]'),
    ],
)
def test_the_hint_shows_the_line_mended(front: str, mended: str) -> None:
    _, problems = parse_card(FILE, f"---\n{front}\n---\n".encode())
    assert all(hint.rstrip("”").endswith(mended) for hint in hints(problems))
    card, again = parse_card(FILE, f"---\n{mended}\n---\n".encode())
    assert card is not None or mended.startswith("-")
    assert {problem.code for problem in again} <= {"not-a-mapping"}


def test_all_mistakes_of_a_file_in_one_run() -> None:
    front = (
        "title: Projekt: fas 2\n"
        "contact:\n"
        "\tname: A\n"
        "   email: b\n"
        "title: B\n"
        'summary: "Inget slut\n'
        "unit: %\n"
        "owner: *c"
    )
    assert problems_of(front) == [
        (1, 15, "unquoted-colon"),
        (3, 1, "tab"),
        (4, 4, "indentation"),
        (5, 1, "duplicate-key"),
        (6, 10, "unclosed-quote"),
        (7, 7, "reserved-character"),
        (8, 8, "anchor-or-alias"),
    ]


def test_a_file_of_nothing_but_mistakes_does_not_take_for_ever() -> None:
    lines = "".join(f"a{number}: b: c\n" for number in range(50_000))
    card, problems = parse_card(FILE, f"---\n{lines}---\n".encode())
    assert card is None
    assert len(problems) == MAX_MENDED


def test_a_cure_can_be_copied_whole_unless_it_is_longer_than_any_field() -> None:
    for letters, whole in ((500, True), (5_000, False)):
        typed = "b" * letters
        _, problems = parse_card(FILE, f"---\ntitle: a: {typed}\n---\n".encode())
        hint = hints(problems)[0]
        assert (f'title: "a: {typed}"' in hint) == whole
        assert len(hint) < 1_200


def test_a_duplicate_names_the_first_line_and_does_not_take_its_place() -> None:
    card, problems = parse_card(FILE, b"---\na:\n  b: 1\na:\n  c: 2\n---\n")
    assert card is not None
    assert card.fields == {"a": {"b": "1"}}
    assert ("a", "c") not in card.values
    assert dict(problems[0].values) == {"first": "2", "key": "a"}


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("", 1, 1, "empty-file"),
        (" \n\n", 1, 1, "empty-file"),
        ("\ufeff\n", 1, 1, "empty-file"),
        ("## Bakgrund\n", 1, 1, "front-matter-missing"),
        ("\n---\ntitle: A\n---\n", 1, 1, "front-matter-late"),
        ("title: A\n---\nText\n", 1, 1, "front-matter-missing"),
        ("—\ntitle: A\n---\n", 1, 1, "front-matter-fence"),
        ("---\ntitle: A\n----\nText: fri\n", 3, 1, "front-matter-fence"),
        ("---\ntitle: A\n...\nText: fri\n", 3, 1, "front-matter-fence"),
        ("---\ntitle: A\n\n## Bakgrund\n", 3, 1, "front-matter-unclosed"),
        ("---\ntitle: A\nb:\n  - c\nEn mening: här.\n", 5, 1, "front-matter-unclosed"),
        ("---\ntitle: A\n", 3, 1, "front-matter-unclosed"),
        ("---\ntitle: A\n---\nEtt\x07 ljud\n", 4, 4, "control-character"),
        ("---\ntitle: A\x00\n---\n", 2, 9, "control-character"),
        ("---\ntitle: A\u2028B\n---\n", 2, 9, "control-character"),
        ("---\ntitle: A\x85b\n---\n", 2, 9, "control-character"),
        ("---\ntitle: A\n---\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> x\n", 4, 1, "conflict-marker"),
        ("---\ntitle: A\n---\nA\n>>>>>>> x\n", 5, 1, "conflict-unfinished"),
    ],
)
def test_a_mistake_in_the_file_around_the_fields(
    text: str, line: int, column: int, code: str
) -> None:
    _, problems = parse_card(FILE, text.encode())
    assert [(p.place.line, p.place.column, p.code) for p in problems] == [(line, column, code)]
    hints(problems)


def test_unclosed_front_matter_is_read_as_far_as_it_goes() -> None:
    card, _ = parse_card(FILE, b"---\ntitle: A\nb:\n  - c\n\n## Bakgrund\n\nText\n")
    assert card is not None
    assert card.fields == {"title": "A", "b": ["c"]}
    assert card.body.lstrip().startswith("## Bakgrund")
    assert card.body.split("\n")[6 - card.body_line] == "## Bakgrund"


def test_what_is_pasted_along_and_cannot_be_seen_is_quietly_left_out() -> None:
    typed = "---\ntitle: Väg\u00adar\u200b \u2067\u0639\u2069 \U0001f469\u200d\U0001f33e\n---\n"
    card, problems = parse_card(FILE, typed.encode())
    assert card is not None
    # What joins the two parts of an emoji stays, and Arabic itself too.
    assert card.fields == {"title": "Vägar \u0639 \U0001f469\u200d\U0001f33e"}
    assert problems == ()


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_are_known_without_their_mark(order: str) -> None:
    card, (problem,) = parse_card(FILE, "---\ntitle: Jobb i Vivalla\n---\n".encode(order))
    assert card is None
    assert problem.code == "not-utf8-utf16"


def test_what_editors_keep_beside_a_card_is_passed_over(tmp_path: Path) -> None:
    projects = tmp_path / "content" / "projects"
    projects.mkdir(parents=True)
    for name in ("a.md~", "a.md.orig", "a.md.bak", "~$a.docx", ".a.md.swp", "#a.md#", "a.tmp"):
        (projects / name).write_text("half", encoding="utf-8")
    assert [p.code for p in read_content(tmp_path).problems] == ["site-file-missing"]


def test_a_heading_underlined_with_equal_signs_is_no_conflict() -> None:
    assert card_of("title: A", "Rubrik\n=======\n").body == "Rubrik\n=======\n"


def test_a_conflict_leaves_one_side_and_all_line_numbers() -> None:
    text = (
        b"---\ntitle: A\n---\n<<<<<<< HEAD\nours\n||||||| base\nold\n=======\nnew\n>>>>>>> x\nend\n"
    )
    card, _ = parse_card(FILE, text)
    assert card is not None
    assert card.body.split("\n") == ["", "ours", "", "", "", "", "", "end", ""]


def test_a_file_from_windows_is_told_the_letter_and_its_place() -> None:
    text = "---\ntitle: A\nowner: Örebro: väst\n---\n".encode("cp1252")
    card, problems = parse_card(FILE, text)
    assert [(p.place.line, p.place.column, p.code) for p in problems] == [
        (3, 8, "not-utf8"),
        (3, 14, "unquoted-colon"),
    ]
    assert dict(problems[0].values) == {"byte": "0xD6", "probably": "Ö"}
    assert card is not None
    assert card.fields["owner"] == "Örebro: väst"


def test_the_column_of_a_bad_byte_counts_characters() -> None:
    _, problems = parse_card(FILE, "---\ntitle: åäö ".encode() + b"\xe5\n---\n")
    assert problems[0].place == Place(FILE, 2, 12)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_told(encoding: str) -> None:
    text = "---\ntitle: A\n---\n"
    data = text.encode(encoding) if encoding == "utf-16" else ("\ufeff" + text).encode(encoding)
    card, problems = parse_card(FILE, data)
    assert card is None
    assert [problem.code for problem in problems] == ["not-utf8-utf16"]


def test_one_megabyte_is_read_and_one_byte_more_is_not() -> None:
    start = b"---\ntitle: A\n---\n"
    assert parse_card(FILE, start + b"a" * (MAX_BYTES - len(start)))[1] == ()
    card, problems = parse_card(FILE, start + b"a" * (MAX_BYTES + 1 - len(start)))
    assert card is None
    assert [problem.code for problem in problems] == ["file-too-large"]


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Jobbpunkt.md", "jobbpunkt.md"),
        ("Mötesplats MTG.md", "motesplats-mtg.md"),
        ("a_b.md", "a-b.md"),
        ("a--b.md", "a-b.md"),
        ("a.svenska.md", "a-svenska.md"),
        ("Å.en.md", "a.en.md"),
        ("!.md", "namn.md"),
    ],
)
def test_a_file_name_that_can_be_no_address_is_told_with_a_better_one(
    name: str, proper: str
) -> None:
    _, problems = parse_card(f"content/projects/{name}", b"---\ntitle: A\n---\n")
    assert [problem.code for problem in problems] == ["file-name"]
    assert dict(problems[0].values) == {"name": name, "proper": proper}


# --- the folder ---


def site_with(folder: Path, files: dict[str, str]) -> Sources:
    for name, text in ({"content/site.yaml": "name: A\n"} | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_content(folder)


def told(sources: Sources) -> list[tuple[str, str]]:
    hints(sources.problems)
    return [(problem.place.file, problem.code) for problem in sources.problems]


CARD = "---\ntitle: A\n---\n"


def test_everything_is_found_and_sorted(tmp_path: Path) -> None:
    sources = site_with(
        tmp_path,
        {
            "content/stories/b.md": CARD,
            "content/projects/b.md": CARD,
            "content/projects/a.en.md": CARD,
            "content/projects/a.md": CARD,
            "content/images/x/å.jpg": "",
            "content/images/Thumbs.db": "",
            "content/documents/README.md": "",
            "content/documents/y.pdf": "",
            "content/overrides/components/z/template.html": "",
            "content/README.md": "Hej",
            "content/projects/.gitkeep": "",
            "content/.DS_Store": "",
            "content/projects/.#a.md": "",
            "content/projects/a.md~": "",
            "content/projects/~$a.md": "",
            "content/documents/~$rapport.docx": "",
        },
    )
    assert sources.problems == ()
    assert sources.site is not None
    assert [card.file for card in sources.cards] == [
        "content/projects/a.en.md",
        "content/projects/a.md",
        "content/projects/b.md",
        "content/stories/b.md",
    ]
    assert list(sources.media) == ["documents/y.pdf", "images/x/å.jpg"]
    assert list(sources.overrides) == ["components/z/template.html"]
    assert sources.media["images/x/å.jpg"].is_file()


def test_stray_files_and_folders_are_told(tmp_path: Path) -> None:
    sources = site_with(
        tmp_path,
        {
            "content/project/x.md": CARD,
            "content/projects/x.txt": CARD,
            "content/projects/2020/y.md": CARD,
            "content/projects/foto.JPG": "",
            "content/hej.md": CARD,
        },
    )
    assert told(sources) == [
        ("content/hej.md", "stray-file"),
        ("content/project", "unknown-folder"),
        ("content/projects/2020/y.md", "stray-file"),
        ("content/projects/foto.JPG", "stray-file"),
        ("content/projects/x.txt", "stray-file"),
    ]
    nearest = {p.place.file: dict(p.values)["nearest"] for p in sources.problems}
    assert nearest["content/project"] == "projects"
    assert nearest["content/projects/x.txt"] == "content/projects/x.md"
    assert nearest["content/projects/foto.JPG"] == "content/images/foto.JPG"


def test_no_content_and_no_site_file_are_told(tmp_path: Path) -> None:
    assert told(read_content(tmp_path)) == [("content", "content-missing")]
    (tmp_path / "content").mkdir()
    assert told(read_content(tmp_path)) == [("content/site.yaml", "site-file-missing")]
    (tmp_path / "content" / "site.yaml").write_text("- a\n")
    assert told(read_content(tmp_path)) == [("content/site.yaml", "not-a-mapping")]


def test_links_that_lead_out_are_refused_and_links_within_are_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.md").write_text(CARD)
    site = tmp_path / "site"
    site_with(site, {"content/projects/a.md": CARD, "content/images/a.svg": ""})
    (site / "content/projects/b.md").symlink_to(secret / "a.md")
    (site / "content/projects/c.md").symlink_to("a.md")
    (site / "content/projects/d.md").symlink_to("no-such-file.md")
    (site / "content/stories").symlink_to(secret)
    (site / "content/images/all").symlink_to(site / "content")
    (site / "content/images/b.svg").symlink_to("../../../secret/a.md")
    (site / "content/projects/twice.md").symlink_to("b.md")
    sources = read_content(site)
    assert told(sources) == [
        ("content/images/all", "symlink-folder"),
        ("content/images/b.svg", "symlink-outside"),
        ("content/projects/b.md", "symlink-outside"),
        ("content/projects/d.md", "file-unreadable"),
        ("content/projects/twice.md", "symlink-outside"),
        ("content/stories", "symlink-outside"),
    ]
    assert [card.slug for card in sources.cards] == ["a", "c"]
    assert list(sources.media) == ["images/a.svg"]
    assert not any(str(tmp_path) in str(problem) for problem in sources.problems)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    site_with(tmp_path, {"content/projects/a.md": CARD})
    os.mkfifo(tmp_path / "content/projects/b.md")
    assert told(read_content(tmp_path)) == [("content/projects/b.md", "file-unreadable")]


def test_a_huge_file_is_not_read_into_memory(tmp_path: Path) -> None:
    site_with(tmp_path, {"content/projects/a.md": CARD})
    with (tmp_path / "content/projects/b.md").open("wb") as opened:
        opened.truncate(10**12)  # a hole: no room on the disk, but more than the memory
    assert told(read_content(tmp_path)) == [("content/projects/b.md", "file-too-large")]


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    site_with(tmp_path, {"content/projects/a.md": CARD})
    path = os.fsencode(tmp_path / "content/projects") + b"/\xe5tg\xe4rd.md"
    with open(path, "wb") as opened:  # noqa: PTH123 - pathlib takes no bytes
        opened.write(CARD.encode())
    sources = read_content(tmp_path)
    assert [problem.code for problem in sources.problems] == ["file-name"]
    sources.problems[0].place.file.encode()


def test_unread_names_the_files_that_gave_no_card(tmp_path: Path) -> None:
    sources = site_with(
        tmp_path,
        {
            "content/projects/a.md": "Ingen",
            "content/projects/b.md": "---\na: b: c\n---\n",
            "content/projects/c.md": CARD,
        },
    )
    assert sources.unread == {"content/projects/a.md"}


# --- what holds for every file ---

SNIPPETS = st.sampled_from(
    [
        *"\t\n'\"[]{}*&!|>#%@?,\\ö-:",
        *("a: ", "b:", "- ", "  ", ": ", "<<: ", "ord", "...\n", "---\n", "--- ", "title: x\n"),
        *("<<<<<<< \n", "=======\n", "\u00a0", "\u2028", "\x85", "\x00", "\ufeff"),
    ]
)
FILES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.lists(SNIPPETS, max_size=40).map(lambda parts: "".join(["---\n", *parts]).encode()),
    st.lists(SNIPPETS, max_size=40).map(
        lambda parts: "".join(["---\n", *parts, "\n---\n"]).encode()
    ),
)


@given(FILES)
def test_any_bytes_give_a_card_or_problems_and_never_an_exception(data: bytes) -> None:
    for parse in (parse_card, parse_yaml_file):
        card, problems = parse(FILE, data)
        assert card is not None or problems
        assert list(problems) == sorted(problems)
        assert parse(FILE, data) == (card, problems)
        hints(problems)
        lines = (
            data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )
        for problem in problems:
            assert problem.place.file == FILE
            assert 1 <= problem.place.line <= len(lines) + 1
            assert problem.place.column >= 1
        if card is not None:
            assert all(1 <= place.line <= len(lines) for place in card.values.values())
            assert all(place.file == FILE for place in card.keys.values())


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
TREES = st.recursive(
    st.none() | WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(WORDS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def quoted(text: str) -> str:
    return "'" + unicodedata.normalize("NFC", text).replace("'", "''") + "'"


def written(tree: object, indent: int) -> str:
    """YAML with every string quoted: what it means is beyond doubt."""
    start = "\n" + "  " * indent
    match tree:
        case None:
            return ""
        case str():
            return " " + quoted(tree)
        case list():
            return "".join(f"{start}-{written(item, indent + 1)}" for item in tree)
        case dict():
            return "".join(
                f"{start}{quoted(key)}:{written(item, indent + 1)}" for key, item in tree.items()
            )
    raise AssertionError


def composed(tree: object) -> object:
    match tree:
        case str():
            return unicodedata.normalize("NFC", tree)
        case list():
            return [composed(item) for item in tree]
        case dict():
            return {composed(key): composed(item) for key, item in tree.items()}
    return None


@given(st.dictionaries(WORDS, TREES, max_size=3))
def test_what_is_written_is_read_and_every_string_stands_at_its_place(
    tree: dict[str, object],
) -> None:
    wanted = composed(tree)
    assert isinstance(wanted, dict)
    if len(wanted) < len(tree) or "<<" in str(tree):
        return
    text = f"---{written(tree, 0)}\n---\n"
    card, problems = parse_card(FILE, text.encode())
    if any(
        problem.code in {"duplicate-key", "garbled-letters", "too-deep"} for problem in problems
    ):
        return
    assert problems == ()
    assert card is not None
    assert card.fields == wanted
    lines = text.split("\n")
    for path, place in card.values.items():
        value: object = card.fields
        for step in path:
            value = value[step]  # type: ignore[index]
        if isinstance(value, str):
            assert lines[place.line - 1][place.column - 1 :].startswith(quoted(value))


def test_the_card_folders_are_those_of_the_contract() -> None:
    assert set(CARD_FOLDERS) == set(KINDS)


# --- easy-to-read texts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "language", "proper"),
    [
        ("egenmakt.lattlast.md", None, ""),
        ("egenmakt.lattlast.en.md", "en", ""),
        ("egenmakt.lättläst.md", None, "egenmakt.lattlast.md"),
        ("egenmakt.Lattlast.md", None, "egenmakt.lattlast.md"),
        ("egenmakt.en.lattlast.md", "en", "egenmakt.lattlast.en.md"),
        ("egenmakt.lattlast.EN.md", "en", "egenmakt.lattlast.en.md"),
        ("egenmakt.easy.en.md", "en", "egenmakt.lattlast.en.md"),
        ("egenmakt.ll.md", None, "egenmakt.lattlast.md"),
    ],
)
def test_easy_to_read_texts_are_known_by_their_names(
    name: str, language: str | None, proper: str
) -> None:
    card, problems = parse_card(f"content/projects/{name}", b"En rad.\nEn rad till.\n")
    assert card is not None
    assert (card.slug, card.language, card.easy) == ("egenmakt", language, True)
    assert (card.body, card.body_line, card.fields) == ("En rad.\nEn rad till.\n", 1, {})
    assert [dict(problem.values)["proper"] for problem in problems] == ([proper] if proper else [])


def test_an_easy_to_read_text_may_have_facts() -> None:
    typed = b"---\ntitle: Ett jobb\n---\nEn rad.\n"
    card, problems = parse_card("content/stories/a.lattlast.md", typed)
    assert problems == ()
    assert card is not None
    assert (card.fields, card.body, card.body_line) == ({"title": "Ett jobb"}, "En rad.\n", 4)
    assert card.easy


def test_the_name_of_a_translation_says_what_it_is_in_small_letters() -> None:
    card, problems = parse_card("content/projects/a.EN.md", b"---\ntitle: A\n---\n")
    assert card is not None
    assert (card.slug, card.language, card.easy) == ("a", "en", False)
    assert [dict(problem.values)["proper"] for problem in problems] == ["a.en.md"]
