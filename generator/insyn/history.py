"""When each card was last changed, as git tells it.

Git is asked twice: whether it has the whole history, and for all changes of `content/`.  Where it
cannot say, nothing is said: without git, outside a repository, in a shallow clone (whose oldest
commit seems to have made every file), or when it takes too long.
"""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

_PATIENCE = 30  # seconds
_COMMIT = re.compile(r"\x01([0-9]{4}-[0-9]{2}-[0-9]{2})")

# Settings of the person or the machine must change nothing, and nothing may be fetched.
_SETTINGS = ("log.showRoot=true", "log.showSignature=false", "protocol.allow=never")


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
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    # A hook of git's builds with names of another repository in its surroundings.
    surroundings = {name: text for name, text in os.environ.items() if name[:4] != "GIT_"}
    try:
        done = subprocess.run(
            ["git", "--no-replace-objects", *settings, *question],  # noqa: S607
            cwd=site,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
