"""The forty rows of the accessibility proof, as `rows.yaml` tells them.

Each row has tests marked `@pytest.mark.row(number, tool=…)`, run over every kind of page in both
languages, and at least one marked `@pytest.mark.seeded(number, tool=…)`: it makes a page wrong on
purpose, and the same tool has to notice.  `test_rows.py` says that no row lacks either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

Words = Mapping[str, str]
"""The same words in English ("en") and Swedish ("sv")."""


@dataclass(frozen=True)
class Row:
    """A row: its number, the criterion (with WCAG's number where it has one) and the proof."""

    number: int
    criterion: Words
    proof: Words


ROWS = tuple(
    Row(number, **words)
    for number, words in yaml.safe_load(
        Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    ).items()
)
