"""Brings the tables of fields in the guides up to date: `make docs`.

A guide says where a table goes with two comments; the table between them is written anew.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from insyn.schema import field_table, kind_table

DOCS = Path(__file__).resolve().parents[1] / "docs"
GUIDES = {"redaktor.md": "sv"}

_TABLE = re.compile(r"(<!-- fields:([a-z]+) -->\n).*?(<!-- /fields -->)", re.DOTALL)
_KINDS = re.compile(r"(<!-- kinds -->\n).*?(<!-- /kinds -->)", re.DOTALL)


def with_tables(guide: str, language: str) -> str:
    """The text of a guide with its tables as the model says them now."""
    guide = _TABLE.sub(
        lambda found: f"{found[1]}\n{field_table(found[2], language)}\n\n{found[3]}", guide
    )
    return _KINDS.sub(lambda found: f"{found[1]}\n{kind_table(language)}\n\n{found[2]}", guide)


def main() -> None:
    """Write the tables, and say which guide has changed."""
    for name, language in GUIDES.items():
        guide = DOCS / name
        old = guide.read_text(encoding="utf-8")
        new = with_tables(old, language)
        if new != old:
            guide.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{name} is up to date now.\n")


if __name__ == "__main__":
    main()
