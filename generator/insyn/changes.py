"""What has changed in the content since a commit, and the content as it was then.

    since(site, "main") → Change: its files, and from where    laid_out(change.before) → a folder

Git is asked for names and blobs alone: nothing is checked out, no filter runs, the repository and
the folder of the site stay as they are.  All names are seen from the folder of the site, in
Unicode's form NFC ("content/projects/å.md").
"""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from insyn.git import GitError, GitMissingError, GitRefusedError
from insyn.git import ask as ask_git
from insyn.problem import Problem

_CONTENT = "content"
_LINK = b"120000"
_FILE = b"100"


class Reason(Enum):
    """Why nothing can be compared."""

    NO_REPOSITORY = auto()
    NO_SUCH_COMMIT = auto()
    SHALLOW = auto()
    """As `NO_SUCH_COMMIT`, in a clone that has the last commits only."""
    NO_ANSWER = auto()
    NO_GIT = auto()
    """Git is not installed."""
    REFUSED = auto()
    """The repository is somebody else's, and git does not read it."""


class CannotCompareError(Exception):
    """The changes cannot be told; `answer` is git's own, where it says more."""

    def __init__(self, reason: Reason, answer: str = "") -> None:
        super().__init__(reason.name)
        self.reason = reason
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Tree:
    """The content as git has it: by name the blob of each file; links apart."""

    files: Mapping[str, str]
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What is different: the `files` that were changed, made or deleted, and what was `before`.

    `now` is the content to check where it is not what lies in the folder; `differing` are the
    files in which the folder differs from it.
    """

    files: frozenset[str]
    before: Tree
    now: Tree | None = None
    differing: frozenset[str] = frozenset()


def since(site: Path, revision: str) -> Change:
    """The changes of this branch since it left `revision`, with what is not committed yet.

    Raises `CannotCompareError`.
    """
    _repository(site)
    commit = _commit(site, revision)
    if not commit:
        shallow = _line(site, "rev-parse", "--is-shallow-repository") == "true"
        raise CannotCompareError(Reason.SHALLOW if shallow else Reason.NO_SUCH_COMMIT)
    # What others have done there meanwhile is no change of ours.
    commit = _line(site, "merge-base", commit, "HEAD") or commit
    changed = _names(_ask(site, "diff", *_NAMES, commit, "--", _CONTENT))
    new = _names(_ask(site, "ls-files", "--others", "--exclude-standard", "-z", "--", _CONTENT))
    return Change(changed | new, _tree(site, commit))


def staged(site: Path) -> Change:
    """What the next commit changes: the content is what stands in git's index.

    Raises `CannotCompareError`.
    """
    top = _repository(site)
    # In a hook of `git commit FILE` the index is another than the usual one.
    index = os.environ.get("GIT_INDEX_FILE", "")
    index = str(top / index) if index else ""
    head = _commit(site, "HEAD")
    listed = _ask(site, "ls-files", "--stage", "-z", "--", _CONTENT, index=index)
    now = _read_tree(
        (mode, blob, name)
        for mode, blob, stage, name in (
            (*entry.partition(b"\t")[0].split(), entry.partition(b"\t")[2])
            for entry in listed.split(b"\0")
            if entry
        )
        if stage == b"0"
    )
    before = _tree(site, head) if head else Tree({}, {})
    differing = _names(_ask(site, "diff", *_NAMES, "--", _CONTENT, index=index))
    return Change(_differences(before, now), before, now, differing)


def caused(
    problems: Iterable[Problem], change: Change, before: Collection[Problem]
) -> tuple[Problem, ...]:
    """The problems in the changed files, and those elsewhere that were not there `before`."""
    known = frozenset(before)
    return tuple(p for p in problems if p.place.file in change.files or p not in known)


@contextmanager
def laid_out(site: Path, tree: Tree, differing: Collection[str]) -> Iterator[Path]:
    """A folder with the content of `tree`, for as long as one is in it; only to be read.

    Files in which `site` does not differ from the tree are taken from there.
    """
    with tempfile.TemporaryDirectory(prefix="insyn-") as name:
        folder = Path(name)
        (folder / _CONTENT).mkdir()
        wanted = {}
        for file, blob in tree.files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            if _spelled(file) in differing or not _taken(site / file, folder / file):
                wanted[file] = blob
        for file, content in _blobs(site, wanted):
            (folder / file).write_bytes(content)
        # Last, so that nothing is ever written through one.
        for file, target in _blobs(site, tree.links):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).symlink_to(os.fsdecode(target))
        yield folder


def place_in_repository(site: Path) -> str:
    """Where the folder lies in its repository: "" or "a/b/"; "" outside one as well."""
    return _line(site, "rev-parse", "--show-prefix")


def hooks_folder(site: Path) -> Path:
    """Where git looks for hooks; raises `CannotCompareError` outside a repository."""
    _repository(site)
    return site / _line(site, "rev-parse", "--git-path", "hooks")


# --- git ---

# Both names of a file that was renamed; as they are, whatever `core.quotePath` says.
_NAMES = ("--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z")


def _ask(site: Path, *question: str, told: bytes = b"", index: str = "") -> bytes:
    """What git answers; raises `CannotCompareError` where it does not."""
    try:
        return ask_git(site, *question, told=told, index=index)
    except GitMissingError as error:
        raise CannotCompareError(Reason.NO_GIT) from error
    except GitRefusedError as error:
        raise CannotCompareError(Reason.REFUSED) from error
    except GitError as error:
        raise CannotCompareError(Reason.NO_ANSWER, str(error)) from error


def _repository(site: Path) -> Path:
    """The top folder of the repository."""
    try:
        top = _ask(site, "rev-parse", "--show-toplevel")
    except CannotCompareError as error:
        if error.reason is not Reason.NO_ANSWER:
            raise
        raise CannotCompareError(Reason.NO_REPOSITORY, error.answer) from error
    return Path(os.fsdecode(top.removesuffix(b"\n")))


def _commit(site: Path, revision: str) -> str:
    return _line(
        site, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )


def _line(site: Path, *question: str) -> str:
    """What git answers on one line, or nothing."""
    try:
        return os.fsdecode(_ask(site, *question).removesuffix(b"\n"))
    except CannotCompareError:
        return ""


def _spelled(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _names(told: bytes) -> frozenset[str]:
    return frozenset(_spelled(os.fsdecode(name)) for name in told.split(b"\0") if name)


def _tree(site: Path, commit: str) -> Tree:
    listed = _ask(site, "ls-tree", "-r", "-z", commit, "--", _CONTENT)
    entries = (entry.partition(b"\t") for entry in listed.split(b"\0") if entry)
    return _read_tree((fact.split()[0], fact.split()[2], name) for fact, _, name in entries)


def _read_tree(entries: Iterable[tuple[bytes, bytes, bytes]]) -> Tree:
    """Of (mode, blob, name); a module of another repository is neither file nor link."""
    files, links = {}, {}
    for mode, blob, name in entries:
        if mode == _LINK:
            links[os.fsdecode(name)] = blob.decode()
        elif mode.startswith(_FILE):
            files[os.fsdecode(name)] = blob.decode()
    return Tree(files, links)


def _differences(before: Tree, now: Tree) -> frozenset[str]:
    then, later = {**before.files, **before.links}, {**now.files, **now.links}
    names = then.keys() | later.keys()
    return frozenset(_spelled(name) for name in names if then.get(name) != later.get(name))


def _taken(real: Path, copy: Path) -> bool:
    """Is the file there now, as a second name of the real one or, on another disk, as a copy?"""
    if real.is_symlink() or not real.is_file():
        return False
    try:
        os.link(real, copy)
    except OSError:
        shutil.copyfile(real, copy)
    return True


def _blobs(site: Path, wanted: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The content of each of the blobs, by name."""
    if not wanted:
        return
    told = "".join(f"{blob}\n" for blob in wanted.values()).encode()
    answer = _ask(site, "cat-file", "--batch", told=told)
    start = 0
    for name in wanted:
        end = answer.index(b"\n", start)
        head = answer[start:end].split()
        if len(head) != 3:  # noqa: PLR2004 - blob, kind, size; a clone without it says "missing"
            start = end + 1
            continue
        size = int(head[2])
        yield name, answer[end + 1 : end + 1 + size]
        start = end + 1 + size + 1
