"""When cards were last changed, as a real git tells it, and silence where it cannot know."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from insyn.history import last_changes

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

CARD = "content/projects/a.md"


def git(folder: Path, *command: str, day: str = "2024-03-01T12:00:00+01:00") -> None:
    """Run git as nobody in particular, with no settings but its own."""
    surroundings = {
        **{name: text for name, text in os.environ.items() if not name.startswith("GIT_")},
        "GIT_AUTHOR_NAME": "Kim",
        "GIT_AUTHOR_EMAIL": "kim@example.org",
        "GIT_AUTHOR_DATE": day,
        "GIT_COMMITTER_NAME": "Kim",
        "GIT_COMMITTER_EMAIL": "kim@example.org",
        "GIT_COMMITTER_DATE": "2025-12-31T12:00:00+00:00",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *command],  # noqa: S607
        cwd=folder,
        env=surroundings,
        check=True,
        capture_output=True,
    )


def write(folder: Path, file: str, text: str) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(folder: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        write(folder, f"content/projects/{name}.md", text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "En ändring", day=day)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "webbplats för projekt"
    folder.mkdir()
    git(folder, "init", "-q")
    write(folder, "README.md", "x")
    commit(folder, "2020-01-02T12:00:00+01:00", a="ett", b="ett", **{"årsrik öppning": "ett"})
    commit(folder, "2023-05-06T00:30:00+02:00", a="två")
    write(folder, "README.md", "y")
    git(folder, "commit", "-q", "-am", "Annat", day="2024-01-01T12:00:00+01:00")
    return folder


def test_each_card_has_the_day_that_its_last_author_gave(site: Path) -> None:
    assert last_changes(site) == {
        # An hour past midnight in Sweden was still the day before in Greenwich.
        CARD: date(2023, 5, 6),
        "content/projects/b.md": date(2020, 1, 2),
        "content/projects/årsrik öppning.md": date(2020, 1, 2),
    }


def test_what_is_not_committed_does_not_count(site: Path) -> None:
    before = last_changes(site)
    write(site, CARD, "tre")
    write(site, "content/projects/ny.md", "ny")
    git(site, "add", "content/projects/ny.md")
    assert last_changes(site) == before


def test_a_card_with_another_name_was_changed_when_it_got_it(site: Path) -> None:
    git(site, "mv", CARD, "content/projects/c.md")
    commit(site, "2025-01-01T12:00:00+01:00")
    assert last_changes(site)["content/projects/c.md"] == date(2025, 1, 1)


def test_a_change_on_another_branch_counts_when_it_is_merged(site: Path) -> None:
    git(site, "checkout", "-q", "-b", "gren")
    commit(site, "2025-02-03T12:00:00+01:00", b="två")
    git(site, "checkout", "-q", "main")
    commit(site, "2025-03-04T12:00:00+01:00", a="fyra")
    assert last_changes(site)["content/projects/b.md"] == date(2020, 1, 2)
    git(site, "merge", "-q", "--no-ff", "-m", "Ihop", "gren", day="2025-06-07T12:00:00+01:00")
    found = last_changes(site)
    assert (found[CARD], found["content/projects/b.md"]) == (date(2025, 3, 4), date(2025, 2, 3))


def test_the_site_may_lie_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path / "", "2020-01-02T12:00:00+01:00", a="hör inte till webbplatsen")
    inner = tmp_path / "inre"
    write(inner, CARD, "ett")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "x", day="2021-01-02T12:00:00+01:00")
    assert last_changes(inner) == {CARD: date(2021, 1, 2)}


def test_a_second_working_tree_knows_the_same(site: Path, tmp_path: Path) -> None:
    git(site, "worktree", "add", "-q", str(tmp_path / "andra"))
    assert (tmp_path / "andra" / ".git").is_file()
    assert last_changes(tmp_path / "andra") == last_changes(site)


def test_a_shallow_clone_says_nothing_rather_than_something_wrong(
    site: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{site}", "grund")
    assert (tmp_path / "grund" / CARD).is_file()
    assert last_changes(tmp_path / "grund") == {}
    git(tmp_path, "clone", "-q", f"file://{site}", "hel")
    assert last_changes(tmp_path / "hel") == last_changes(site)


def test_outside_a_repository_nothing_is_said(tmp_path: Path) -> None:
    write(tmp_path, CARD, "ett")
    assert last_changes(tmp_path) == {}


def test_without_git_nothing_is_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_changes(site) == {}


def test_git_that_does_not_answer_is_not_waited_for(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program" / "git"
    write(program.parent, "git", "#!/bin/sh\nexec sleep 600\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("insyn.git._PATIENCE", 0.01)
    assert last_changes(site) == {}


def test_surroundings_and_settings_change_nothing(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a hook of another repository, and with settings that change what `git log` says."""
    before = last_changes(site)
    other = tmp_path / "annat"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    for name, value in {
        "log.showRoot": "false",
        "log.date": "relative",
        "core.quotePath": "true",
        "diff.renames": "copies",
        "log.showSignature": "true",
        "color.ui": "always",
    }.items():
        git(site, "config", name, value)
    assert last_changes(site) == before
