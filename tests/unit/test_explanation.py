"""Every problem can be told in both languages, and nothing is told that cannot happen."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import insyn
from insyn.explanation import KINDS, Kind, Severity, explain, stops
from insyn.problem import Place, Problem, folded, nearest

PACKAGE = Path(insyn.__file__).parent
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "explanation")
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}

# Which argument of a call is a problem's code.
CODE_AT = {
    "at": 1,
    "add": 1,
    "_tell": 1,
    "_tell_quoting": 1,
    "_Mistake": 0,
    "_quoting": 0,
    "_choice": 1,
    "PydanticCustomError": 0,
}


def name_of(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def texts_in(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def either(node: ast.AST | None) -> Iterator[str]:
    """The text that an expression is, or each of the texts that it may be."""
    if isinstance(node, ast.IfExp):
        yield from either(node.body)
        yield from either(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def codes_told() -> Iterator[tuple[str, str]]:
    """The file and the code of every problem that some line makes."""
    for path, tree in TREES.items():
        if path.name == "starting.py":  # the answers to its questions have their words beside them
            continue
        for node in ast.walk(tree):
            code: ast.AST | None = None
            if isinstance(node, ast.Call) and name_of(node) in CODE_AT:
                code = dict(enumerate(node.args)).get(CODE_AT[name_of(node)])
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code":
                code = node.value
            yield from ((path.name, text) for text in either(code) if text)


def placeholders(kind: Kind, language: str) -> set[str]:
    wording = kind.sv if language == "sv" else kind.en
    return {
        name
        for text in (wording.message, wording.hint)
        for _, name, _, _ in string.Formatter().parse(text)
        if name
    }


def test_every_code_that_is_told_has_words() -> None:
    told = set(codes_told())
    assert len(told) > 90
    assert {(file, code) for file, code in told if code not in KINDS} == set()


def test_all_words_belong_to_a_code_that_is_told() -> None:
    texts = {text for tree in TREES.values() for text in texts_in(tree)}
    assert set(KINDS) - texts == set()


def test_both_languages_say_the_same() -> None:
    for code, kind in KINDS.items():
        assert placeholders(kind, "sv") == placeholders(kind, "en"), code
        assert kind.sv.message != kind.en.message, code


def test_every_wording_is_whole() -> None:
    for code, kind in KINDS.items():
        for wording in (kind.sv, kind.en):
            for text in (wording.message, wording.hint):
                assert text, code
                assert "  " not in text, code
                assert text == text.strip(), code
                assert text[0].isupper() or text[0] in "{”“", code
        # Each language has its own quotation marks; straight ones stand in what is to be typed.
        assert "“" not in kind.sv.message + kind.sv.hint, code
        assert kind.en.message.count("“") == kind.en.message.count("”"), code


def test_the_nearest_is_told_before_the_cure() -> None:
    problem = Problem.at(
        Place("content/a.md"), "phase-unknown", value="x", nearest="y", choices="z"
    )
    assert explain(problem, "sv").hint.startswith("Menade du ”y”? ")
    assert explain(problem, "en").hint.startswith("Did you mean “y”? ")
    without = Problem.at(Place("content/a.md"), "phase-unknown", value="x", nearest="", choices="z")
    assert "Menade" not in explain(without, "sv").hint


def test_other_languages_than_swedish_are_told_in_english() -> None:
    problem = Problem.at(Place("content/a.md"), "empty-file")
    assert explain(problem, "fi") == explain(problem, "en") != explain(problem, "sv")


def test_braces_in_what_was_typed_do_no_harm() -> None:
    problem = Problem.at(Place("a.md"), "amount-unreadable", value="{eu} {0} {", field="x")
    assert "{eu} {0} {" in explain(problem, "sv").message


def test_errors_stop_and_warnings_do_not() -> None:
    for code, kind in KINDS.items():
        assert stops(Problem.at(Place("a.md"), code)) is (kind.severity is Severity.ERROR)


def test_problems_are_in_order_of_file_line_and_column() -> None:
    places = [Place("a.md", 2, 1), Place("a.md", 1, 9), Place("a.md", 1, 2), Place("B.md", 9, 9)]
    problems = [Problem.at(place, "tab") for place in places]
    assert [problem.place for problem in sorted(problems)] == [
        Place("B.md", 9, 9),
        Place("a.md", 1, 2),
        Place("a.md", 1, 9),
        Place("a.md", 2, 1),
    ]


# --- what is near ---


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Örebroo", "Örebro"),
        ("orebro", "Örebro"),
        ("Malung", "Malung-Sälen"),
        ("O\u0308REBRO", "Örebro"),
        ("Qwert", ""),
        ("", ""),
        ("Ö", ""),
    ],
)
def test_the_nearest_of_some_names(word: str, near: str) -> None:
    assert nearest(word, ["Örebro", "Malung-Sälen", "Falun", "Mark"]) == near


def test_two_that_begin_alike_are_no_nearer_than_others() -> None:
    assert nearest("Programområde", ["Programområde 1 Bo", "Programområde 2 Ba"]) in {
        "Programområde 1 Bo",
        "Programområde 2 Ba",
    }
    assert nearest("Coompanion", ["Coompanion Skaraborg"], 0.92) == ""


def test_the_nearest_does_not_hang_on_the_order() -> None:
    names = ["Marke", "Marka", "Marki"]
    assert nearest("Mark", names) == nearest("Mark", reversed(names))


def test_folding_makes_case_form_and_spaces_equal() -> None:
    assert folded("  A\u030aRE  Kommun ") == "åre kommun"
