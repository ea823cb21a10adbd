"""A finished file that nobody has written yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: `path` is below the output folder, with forward slashes."""

    path: str
    content: bytes
