"""Content files as they were typed: strings with a place for every value.

Nothing here knows what a project is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from insyn.problem import Place, Problem

Raw: TypeAlias = "str | None | list[Raw] | dict[str, Raw]"
"""A value of the front matter: nothing but strings; an empty value is None."""

FieldPath: TypeAlias = tuple[str | int, ...]
"""Where a value sits: `("funding", "eu")`, `("targets", 0, "what")`."""


@dataclass(frozen=True, slots=True)
class Card:
    """One content file as it was typed."""

    file: str
    """Relative to the site folder, NFC, forward slashes: `content/projects/egenmakt.md`."""
    kind: str
    """The folder under `content/`: `projects`, `stories`, `organisations`, `pages`; or `site`."""
    slug: str
    language: str | None
    """`en` for `egenmakt.en.md`; None for the original."""
    fields: Mapping[str, Raw]
    values: Mapping[FieldPath, Place]
    """Where each value begins, list items and nested ones too."""
    keys: Mapping[FieldPath, Place]
    """Where each key begins."""
    body: str
    """Markdown with `\\n` line ends."""
    body_line: int
    """The line of the file on which the body begins."""

    def place(self, path: FieldPath) -> Place:
        """Where the value at `path` is, else its key, else the nearest parent's key."""
        found = self.values.get(path) or self.keys.get(path)
        while found is None and path:
            path = path[:-1]
            found = self.keys.get(path) or self.values.get(path)
        return found or Place(self.file)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything under `content/`."""

    site: Card | None
    """`content/site.yaml` as a card of the kind `site` without a body."""
    cards: tuple[Card, ...]
    """Sorted by file."""
    media: Mapping[str, Path]
    """`images/a.jpg` (relative to `content/`) → the real path."""
    overrides: Mapping[str, Path]
    """`components/x/template.html` (relative to `content/overrides/`) → the real path."""
    problems: tuple[Problem, ...]
