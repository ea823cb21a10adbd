"""The files by which git hosts check, preview and publish a site, and git's own hook.

The files lie beside this one as they are, but for a few words in @: what installs Insyn, how it is
run, the version of Python, and what editors read.  The repository of Insyn itself has the very same
files, made by `make docs`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files as files_of

from insyn.files import File

PYTHON = "3.13"
"""The version of Python on hosts."""

_FILES: Mapping[str, str] = {
    ".github/workflows/insyn.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
    ".pre-commit-config.yaml": "pre-commit.yml",
}
_MARK = "# insyn hook"
_PREVIEW = {
    "sv": (
        'Förhandsvisning: ladda ner "preview" längst ner på sidan, packa upp den, och kör där '
        '"python3 -m http.server". Öppna sedan http://localhost:8000'
    ),
    "en": (
        'Preview: download "preview" at the bottom of the page, unpack it, and run there '
        '"python3 -m http.server". Then open http://localhost:8000'
    ),
}


@dataclass(frozen=True, slots=True)
class Installation:
    """How Insyn comes to a host: the command that `install`s it, and then where it is (`insyn`)."""

    install: str
    insyn: str = "insyn"


REPOSITORY = Installation("make prepare", ".venv/bin/insyn")
"""Where the content lies beside the program, as in Insyn's own repository."""


WHEEL = Installation("python -m pip install ./insyn-*.whl")
"""Where only the content is: one wheel of Insyn lies beside it, so hosts always have that version.

Insyn is on no index of packages.  Nothing is installed by its name alone, which could be another's.
"""


def host_files(installation: Installation, language: str) -> tuple[File, ...]:
    """The files for GitHub, GitLab and pre-commit; their paths are below the repository's top.

    What editors read on the host is in `language` (English where it is not Swedish).
    """
    return tuple(
        File(path, _filled(name, installation, language).encode())
        for path, name in sorted(_FILES.items())
    )


def git_hook(site: str) -> str:
    """The script for git's `hooks/pre-commit`; `site` is the site's folder in the repository."""
    return _template("pre-commit.sh").replace("@site@", _quoted(site or "."))


def is_ours(hook: str) -> bool:
    """Is the script one that `git_hook` made?"""
    return _MARK in hook.splitlines()


def _filled(name: str, installation: Installation, language: str) -> str:
    words = {
        "@install@": installation.install,
        "@insyn@": installation.insyn,
        "@python@": PYTHON,
        "@preview@": _PREVIEW["sv" if language == "sv" else "en"],
    }
    text = _template(name)
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def _template(name: str) -> str:
    return (files_of("insyn.hosting") / name).read_text(encoding="utf-8")


def _quoted(name: str) -> str:
    """A name as a word of the shell."""
    return "'" + name.replace("'", "'\\''") + "'"
