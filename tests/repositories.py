"""Real git repositories for tests, as nobody in particular, with no settings but git's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
BASE = Path(__file__).parent / "invalid" / "base" / "content"
"""The content of a small site without problems."""


def surroundings(**more: str) -> dict[str, str]:
    """The environment for git and for what it starts."""
    kept = {name: text for name, text in os.environ.items() if name[:4] != "GIT_" and name != "CI"}
    return {
        **kept,
        "GIT_AUTHOR_NAME": "Kim",
        "GIT_AUTHOR_EMAIL": "kim@example.org",
        "GIT_COMMITTER_NAME": "Kim",
        "GIT_COMMITTER_EMAIL": "kim@example.org",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "SOURCE_DATE_EPOCH": "1769817600",  # 31 January 2026
        **more,
    }


def try_git(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What git does, well or not."""
    return subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *command],  # noqa: S607
        cwd=folder,
        env=surroundings(**more),
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def git(folder: Path, *command: str, **more: str) -> str:
    """What git answers."""
    done = try_git(folder, *command, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def begin(folder: Path, below: str = ".") -> Path:
    """A repository in the new folder, with a site committed `below` it."""
    site = folder / below
    shutil.copytree(BASE, site / "content")
    git(folder, "init", "-q")
    commit(folder)
    return site


def commit(folder: Path) -> None:
    """Commit all that there is."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--no-verify", "-m", "En ändring")


def swap(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old` in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new), encoding="utf-8")
