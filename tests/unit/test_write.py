"""The swap: the old site stands until the new one is whole, whatever happens on the way."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from insyn.explanation import explain
from insyn.files import File
from insyn.problem import Place, Problem
from insyn.write import publish

PAGES = ("index.html", "404.html", "sitemap.xml", "data/projects.json", "projekt/a/index.html")


def site(version: str) -> list[File]:
    return [File(path, f"{version} {path}".encode()) for path in PAGES]


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def whole(version: str) -> dict[str, str]:
    return {file.path: file.content.decode() for file in site(version)}


def codes(problems: tuple[Problem, ...]) -> list[str]:
    for problem in problems:
        assert explain(problem, "sv").hint
        assert explain(problem, "en").hint
    return [problem.code for problem in problems]


def test_a_site_is_written_with_its_media_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"\xff\xd8")
    output = tmp_path / "new" / "public"
    assert publish(site("1"), [("media/images/å.jpg", picture)], output) == ()
    assert (output / "media/images/å.jpg").read_bytes() == b"\xff\xd8"
    (output / "media/images/å.jpg").unlink()
    assert contents(output) == whole("1")
    assert [path.name for path in output.parent.iterdir()] == ["public"]


def test_a_new_site_takes_the_old_ones_place_and_keeps_none_of_its_files(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish([*site("1"), File("gone/index.html", b"")], [], output)
    assert publish(site("2"), [], output) == ()
    assert contents(output) == whole("2")
    assert names(tmp_path) == ["public"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.mkdir()
    assert publish(site("1"), [], output) == ()
    assert contents(output) == whole("1")


def test_everybody_may_read_what_is_published(tmp_path: Path) -> None:
    output = tmp_path / "public"
    before = os.umask(0o022)
    try:
        publish(site("1"), [], output)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(p.stat().st_mode) for p in (output, *output.rglob("*")) if p.is_dir()}
    assert modes == {0o755}
    assert {stat.S_IMODE(p.stat().st_mode) for p in output.rglob("*.html")} == {0o644}


def test_a_problem_at_the_end_leaves_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(site("1"), [], output)
    problem = Problem.at(Place("pagefind"), "search-program-missing")
    seen: list[dict[str, str]] = []

    def finish(folder: Path) -> tuple[Problem, ...]:
        seen.append(contents(folder))
        return (problem,)

    assert publish(site("2"), [], output, finish) == (problem,)
    assert seen == [whole("2")]
    assert contents(output) == whole("1")
    assert names(tmp_path) == ["public"]


def test_an_exception_leaves_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(site("1"), [], output)

    def finish(_: Path) -> tuple[Problem, ...]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        publish(site("2"), [], output, finish)
    assert contents(output) == whole("1")
    assert names(tmp_path) == ["public"]


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", "a/..", "", "."])
def test_no_file_leaves_the_output(path: str, tmp_path: Path) -> None:
    output = tmp_path / "a" / "public"
    publish(site("1"), [], output)
    with pytest.raises(ValueError, match="not below the output folder"):
        publish([*site("2"), File(path, b"out")], [], output)
    with pytest.raises(ValueError, match="not below the output folder"):
        publish(site("2"), [(path, tmp_path / "a")], output)
    assert contents(tmp_path) == {f"a/public/{name}": text for name, text in whole("1").items()}


# --- what is not ours ---


@pytest.mark.parametrize(
    "paths",
    [
        ["letter.txt"],
        ["index.html"],
        ["data/projects.json", "other.py"],
        ["content/site.yaml"],
        [*PAGES, "content/projects/a.md"],
        [*PAGES, ".git/HEAD"],
    ],
)
def test_a_folder_with_other_things_is_refused(paths: list[str], tmp_path: Path) -> None:
    output = tmp_path / "home"
    for name in paths:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text("mine")
    assert codes(publish(site("1"), [], output)) == ["output-not-ours"]
    assert contents(output) == dict.fromkeys(sorted(paths), "mine")
    assert names(tmp_path) == ["home"]


@pytest.mark.parametrize("below", ["", "images", "images/new"])
def test_the_content_is_no_output(below: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "images").mkdir(parents=True)
    (content / "site.yaml").write_text("name: A")
    assert codes(publish(site("1"), [], content / below)) == ["output-in-content"]
    assert contents(tmp_path) == {"content/site.yaml": "name: A"}


def test_a_file_is_no_output(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.write_text("mine")
    assert codes(publish(site("1"), [], output)) == ["output-not-a-folder"]
    assert codes(publish(site("1"), [], output / "below")) == ["output-unwritable"]
    assert output.read_text() == "mine"


def test_a_link_to_the_output_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "www" / "site"
    publish(site("1"), [], real)
    link = tmp_path / "public"
    link.symlink_to(real)
    assert publish(site("2"), [], link) == ()
    assert link.is_symlink()
    assert contents(real) == whole("2")


def test_a_name_with_pattern_signs_is_a_name(tmp_path: Path) -> None:
    other = tmp_path / ".b.building-x"
    other.mkdir()
    output = tmp_path / "[ab]"
    assert publish(site("1"), [], output) == ()
    assert publish(site("2"), [], output) == ()
    assert names(tmp_path) == [".b.building-x", "[ab]"]


# --- killed ---

BUILD = """
import os, signal, sys
from pathlib import Path
from insyn import write
from insyn.files import File

output, version, kill_at, exchange = sys.argv[1:]
if exchange == "no":  # as on a system without one
    write._exchange = lambda one, other: False
files = [File(path, f"{version} {path}".encode()) for path in %r]
left = int(kill_at)

def watch(event, arguments):
    global left
    if event.startswith(("os.", "shutil.", "open", "tempfile.", "fcntl.", "ctypes.", "glob")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
problems = write.publish(files, [], Path(output))
left = 0
print(len(problems), int(kill_at))
"""


def killed_build(output: Path, version: str, kill_at: int, exchange: str) -> bool:
    """Build, and be killed at the `kill_at`th touch of the disk; False where it ended first."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD % (PAGES,), str(output), version, str(kill_at), exchange],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.slow
@pytest.mark.parametrize("exchange", ["yes", "no"])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(exchange: str, tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(site("0"), [], output)
    version = 0
    kill_at = 1
    while killed_build(output, str(version + 1), kill_at, exchange):
        if exchange == "no" and not output.exists():
            # Killed between the two steps: the next build puts the old site back first, even
            # where it fails itself.
            assert codes(
                publish([], [], output, lambda _: (Problem(Place("x"), "empty-file"),))
            ) == ["empty-file"]
        found = contents(output)
        assert found in (whole(str(version)), whole(str(version + 1)))
        version += found != whole(str(version))
        kill_at += 1
    assert kill_at > len(PAGES)
    assert contents(output) == whole(str(version + 1))
    assert names(tmp_path) == ["public"], "left-overs of the killed are cleared away"


def test_a_killed_build_leaves_the_old_site_and_the_next_clears_up(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(site("1"), [], output)
    assert killed_build(output, "2", 8, "yes")
    assert contents(output) == whole("1")
    assert len(names(tmp_path)) == 2
    assert publish(site("3"), [], output) == ()
    assert contents(output) == whole("3")
    assert names(tmp_path) == ["public"]


# --- together ---


def test_a_build_leaves_another_one_alone(tmp_path: Path) -> None:
    output = tmp_path / "public"

    def meanwhile(folder: Path) -> tuple[Problem, ...]:
        assert publish(site("2"), [], output) == ()
        assert contents(output) == whole("2")
        assert contents(folder) == whole("1")
        return ()

    assert publish(site("1"), [], output, meanwhile) == ()
    assert contents(output) == whole("1")
    assert names(tmp_path) == ["public"]


def test_many_builds_at_once_give_one_whole_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda n: publish(site(str(n)), [], output), range(40)))
    assert set(results) == {()}
    assert contents(output) in [whole(str(number)) for number in range(40)]
    assert names(tmp_path) == ["public"]
