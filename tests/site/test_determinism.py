"""The same content, address and day give the same bytes, whoever builds, where and when."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reading import CONTENT_DAY, ROOT

PROGRAM = "from insyn.cli import main; main()"


def built(
    site: Path, output: Path, here: Path, umask: int, **surroundings: str
) -> dict[str, bytes]:
    """Every file of the site that another process builds, with its bytes."""
    day = CONTENT_DAY.isoformat()
    command = [sys.executable, "-c", PROGRAM, "build", "--date", day]
    command += ["--site", str(site), "--output", str(output)]
    done = subprocess.run(
        command,
        cwd=here,
        umask=umask,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in output.rglob("*")
        if file.is_file()
    }


def copy_backwards(source: Path, target: Path) -> None:
    """Copy a folder with its files made in the opposite order and another age."""
    for file in sorted(source.rglob("*"), reverse=True):
        if file.is_file():
            place = target / file.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
            os.utime(place, (0, 0))


@pytest.mark.slow
def test_two_builds_are_equal_to_the_byte(tmp_path: Path) -> None:
    elsewhere = tmp_path / "annan plats & så"
    copy_backwards(ROOT / "content", elsewhere / "content")
    one = built(
        ROOT, tmp_path / "one", ROOT, 0o022,
        TZ="UTC", PYTHONHASHSEED="0", LC_ALL="C.UTF-8", LANG="C.UTF-8",
    )  # fmt: skip
    other = built(
        elsewhere, tmp_path / "two", tmp_path, 0o077,
        TZ="Pacific/Kiritimati", PYTHONHASHSEED="4711", LC_ALL="C", LANG="sv_SE",
        HOME=str(tmp_path), COLUMNS="40", TMPDIR=str(tmp_path),
    )  # fmt: skip
    assert one.keys() == other.keys()
    assert any(name.startswith("pagefind/fragment/") for name in one)
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.slow
def test_no_output_names_the_place_or_the_person(tmp_path: Path) -> None:
    files = built(ROOT, tmp_path / "public", ROOT, 0o022, USER="urban", HOSTNAME="urbansdator")
    for secret in (str(tmp_path), str(ROOT), str(Path.home()), "urbansdator"):
        if len(secret) > 5:
            found = [name for name, content in files.items() if secret.encode() in content]
            assert found == [], secret
