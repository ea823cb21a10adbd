"""How git is asked: what the settings of a person or a machine say changes no answer."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

_PATIENCE = 30  # seconds

# Nothing may be fetched, no signature checked.
_SETTINGS = ("log.showRoot=true", "log.showSignature=false", "protocol.allow=never")


class GitError(Exception):
    """Git is not there, is not answering, or says no."""


class GitMissingError(GitError):
    """Git is not installed."""


class GitRefusedError(GitError):
    """The repository is somebody else's, and git asks to be told that it is safe."""


def ask(folder: Path, *question: str, told: bytes = b"", index: str = "") -> bytes:
    """What git answers in `folder`; raises `GitError` where it cannot.

    `told` goes to its standard input.  `index` is the file of the index to look at, where it is not
    the usual one.
    """
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    # A hook of git's builds with names of another repository in its surroundings.
    surroundings = {name: text for name, text in os.environ.items() if name[:4] != "GIT_"}
    surroundings["GIT_OPTIONAL_LOCKS"] = "0"  # to look changes nothing
    if index:
        surroundings["GIT_INDEX_FILE"] = index
    try:
        done = subprocess.run(
            ["git", "--no-replace-objects", *settings, *question],  # noqa: S607
            cwd=folder,
            env=surroundings,
            input=told,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        if shutil.which("git") is None:
            raise GitMissingError(str(error)) from error
        raise GitError(str(error)) from error
    if done.returncode:
        answer = done.stderr.decode("utf-8", "replace").strip()
        # The name of the setting is the same in every language that git speaks.
        raise (GitRefusedError if "safe.directory" in answer else GitError)(answer)
    return done.stdout
