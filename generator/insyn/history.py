"""When each card was last changed, as git tells it.

Git is asked twice: whether it has the whole history, and for all changes of `content/`.  Where it
cannot say, nothing is said: without git, outside a repository, in a shallow clone (whose oldest
commit seems to have made every file), or when it takes too long.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from insyn.git import GitError, ask

_COMMIT = re.compile(r"\x01([0-9]{4}-[0-9]{2}-[0-9]{2})")


def last_changes(site: Path) -> Mapping[str, date]:
    """For each committed file below `content/`: the day its last author gave the change.

    The names are seen from the folder `site` ("content/projects/x.md", in Unicode's form NFC).
    What is not committed does not count.
    """
    if _ask(site, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    told = _ask(
        site,
        "log",
        *("--format=%x01%ad", "--date=short", "--date-order"),
        *("--name-only", "--no-renames", "--relative", "-z"),
        *("--", "content"),
    )
    found: dict[str, date] = {}
    day: date | None = None
    for part in told.split("\0"):
        name = part.lstrip("\n")
        commit = _COMMIT.fullmatch(name)
        if commit:
            day = date.fromisoformat(commit[1])
        elif name and day:
            found.setdefault(unicodedata.normalize("NFC", name), day)
    return found


def _ask(site: Path, *question: str) -> str:
    """What git answers, or nothing."""
    try:
        return ask(site, *question).decode("utf-8", "replace")
    except GitError:
        return ""
