"""From finished files to the output folder, in one swap.

Everything is first written to a hidden folder beside the output.  Only when it is whole do the
two change places, so that whoever looks sees the old site or the new one, and never a part of
either: not when the build fails, and not when it is killed.
"""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from insyn.files import File
from insyn.problem import Place, Problem

try:
    import fcntl
except ImportError:  # Windows: left-over folders stay until somebody deletes them
    fcntl = None  # type: ignore[assignment]

# What every finished site has.  A folder with other things in it is somebody else's.
_SIGNS = ("index.html", "404.html", "sitemap.xml", "data/projects.json")
_NEVER_OURS = ("content", ".git")
_OLD = ".old"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def replace_text(path: Path, old: bytes, new: bytes) -> bool:
    """Let `path` hold `new` instead of `old`, in one step; its mode stays.

    False, and nothing is done, where it does not hold `old` any more, or is no ordinary file.
    """
    about = path.lstat()
    if not stat.S_ISREG(about.st_mode):
        return False
    # What begins with a full stop is nothing that a site is read from.
    handle, name = tempfile.mkstemp(prefix=".insyn-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(stat.S_IMODE(about.st_mode))
        if path.is_symlink() or path.read_bytes() != old:
            return False
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True


def rename_file(path: Path, name: str) -> bool:
    """Give the file `path` the name `name` in its folder; False where that is taken."""
    target = path.with_name(name)
    if target.exists() and not target.samefile(path):
        return False
    path.rename(target)
    return True


def publish(
    files: Sequence[File],
    media: Sequence[tuple[str, Path]],
    output: Path,
    finish: Callable[[Path], tuple[Problem, ...]] = lambda _: (),
) -> tuple[Problem, ...]:
    """Make `output` the site of `files` and `media`, or leave it as it was and say why.

    `media` are files to copy: their place below the output, and where they are now.  `finish` gets
    the folder before it becomes the output, and may add to it; a problem of its stops everything.
    """
    output = Path(os.path.abspath(output))  # noqa: PTH100  (a link to the site stays a link)
    output = output.resolve() if output.is_symlink() else output
    refused = _refused(output)
    if refused:
        return (refused,)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        _finish_interrupted_swap(output)
        _clear_left_overs(output)
        with _staging(output) as folder:
            _write(folder, files, media)
            problems = finish(folder)
            if not problems:
                _swap(folder, output)
            return problems
    except OSError as error:
        return (_unwritable(output, error),)


def _unwritable(output: Path, error: OSError) -> Problem:
    reason = error.strerror or type(error).__name__
    return Problem.at(Place(str(output)), "output-unwritable", folder=output, reason=reason)


def _refused(output: Path) -> Problem | None:
    """Why `output` must not be replaced, if it holds something that is not ours."""
    place = Place(str(output))
    if any((parent / "site.yaml").is_file() for parent in (output, *output.parents)):
        return Problem.at(place, "output-in-content", folder=output)
    if output.exists() and not output.is_dir():
        return Problem.at(place, "output-not-a-folder", folder=output)
    try:
        names = sorted(entry.name for entry in output.iterdir()) if output.exists() else []
    except OSError as error:
        return _unwritable(output, error)
    foreign = [name for name in names if name in _NEVER_OURS]
    is_ours = all((output / sign).is_file() for sign in _SIGNS)
    if foreign or (names and not is_ours):
        return Problem.at(place, "output-not-ours", folder=output, name=(foreign or names)[0])
    return None


def _prefix(output: Path) -> str:
    return f".{output.name}.building-"


@contextmanager
def _staging(output: Path) -> Iterator[Path]:
    """A folder beside `output`, locked while we live and gone afterwards."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(output), dir=output.parent))
        lock = _lock(folder)
        # Another build may have taken it for a left-over before it was locked.
        if lock is not None or sys.platform == "win32":
            break
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _lock(folder: Path) -> int | None:
    """A lock on the folder that ends with this process.

    `None` where somebody else holds it, or has deleted the folder meanwhile.
    """
    if fcntl is None:
        return None
    handle = -1
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(handle), folder.stat()):
            return handle
    except OSError:
        pass
    if handle >= 0:
        os.close(handle)
    return None


def _finish_interrupted_swap(output: Path) -> None:
    """Put the old site back that a build without an exchange had moved away when it was killed."""
    if not output.exists():
        for old in sorted(output.parent.glob(f"{glob.escape(_prefix(output))}*{_OLD}")):
            old.rename(output)
            return


def _clear_left_overs(output: Path) -> None:
    """Delete the folders that killed builds have left behind."""
    if fcntl is None:
        return
    for folder in sorted(output.parent.glob(f"{glob.escape(_prefix(output))}*")):
        lock = _lock(folder)
        if lock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def _write(folder: Path, files: Sequence[File], media: Sequence[tuple[str, Path]]) -> None:
    made: set[Path] = set()

    def target(path: str) -> Path:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts:
            message = f"{path!r} is not below the output folder"
            raise ValueError(message)
        found = folder.joinpath(*parts)
        if found.parent not in made:
            found.parent.mkdir(parents=True, exist_ok=True)
            made.add(found.parent)
        return found

    for file in files:
        target(file.path).write_bytes(file.content)
    for path, source in media:
        shutil.copyfile(source, target(path))


def _swap(folder: Path, output: Path) -> None:
    """Let `folder` and `output` change places; the old site is then in `folder`."""
    if not output.exists():
        try:
            folder.rename(output)
        except OSError:
            if not output.exists():  # else another build was first
                raise
        else:
            return
    if _exchange(folder, output):
        return
    # Two steps where the system has no exchange.  If the second fails, the first is undone.
    old = folder.with_name(folder.name + _OLD)
    output.rename(old)
    try:
        folder.rename(output)
    except OSError:
        old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; `False` where the system can't (renameat2, Linux 3.15)."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(other))
