"""Each of the forty rows has a test, and a page made wrong on purpose that its test notices."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from accessibility.rows import ROWS
from reading import ROOT


def marked(kind: str) -> Iterator[int]:
    """The rows of all tests that bear such a mark."""
    for file in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == f"pytest.mark.{kind}":
                (number,) = node.args
                assert isinstance(number, ast.Constant), file
                assert [key.arg for key in node.keywords] == ["tool"], file
                assert isinstance(number.value, int), file
                yield number.value


def test_there_are_forty_rows_in_two_languages() -> None:
    assert [row.number for row in ROWS] == list(range(1, 41))
    for row in ROWS:
        assert set(row.criterion) == set(row.proof) == {"en", "sv"}
        assert all([*row.criterion.values(), *row.proof.values()])


@pytest.mark.parametrize("kind", ["row", "seeded"])
def test_no_row_is_without(kind: str) -> None:
    numbers = set(marked(kind))
    assert numbers <= {row.number for row in ROWS}
    assert [row.number for row in ROWS if row.number not in numbers] == []
