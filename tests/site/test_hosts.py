"""Where content is checked beside the editor: git's hook, GitHub, GitLab, pre-commit.

The hook runs in real repositories with a bare one that is shared; the hosts' jobs are run by a
small runner that takes their own lines from the files that a site has.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from click.testing import CliRunner, Result

from insyn.cli import main
from insyn.hosting import WHEEL, git_hook, host_files, is_ours
from repositories import NEEDS_GIT, begin, commit, git, surroundings, swap, try_git

CARD = "content/projects/jobb-i-vivalla.md"
STORY = "content/stories/forsta-jobbet.md"
PROGRAMS = Path(sys.executable).parent
FILES = {file.path: file.content.decode() for file in host_files(WHEEL, "sv")}
GITHUB: dict[Any, Any] = yaml.safe_load(FILES[".github/workflows/insyn.yml"])
GITLAB: dict[str, Any] = yaml.safe_load(FILES[".gitlab-ci.yml"])
STEPS = [step for job in GITHUB["jobs"].values() for step in job["steps"]]


def with_insyn(**more: str) -> dict[str, str]:
    """Surroundings in which `insyn` is found first."""
    return surroundings(PATH=f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", **more)


def hook(site: Path, **more: str) -> Result:
    """Run `insyn hook`."""
    return CliRunner().invoke(main, ("hook", "--site", str(site)), env=more)


def misspell(site: Path) -> None:
    swap(site / CARD, "  - Örebro\n", "  - Örebroo\n")


# --- what the files say ---


def test_every_action_has_its_major_version() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) > 5
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v[1-9][0-9]*", name)] == []


def test_gitlab_accepts_the_name_of_the_preview() -> None:
    # GitLab's own pattern, in which \w is ASCII (lib/gitlab/ci/config/entry/artifacts.rb).
    name = GITLAB["preview"]["artifacts"]["expose_as"]
    assert re.fullmatch(r"\w[-\w ]*", name, re.ASCII)


def test_an_english_site_hears_of_its_preview_in_english() -> None:
    files = {file.path: file.content.decode() for file in host_files(WHEEL, "en")}
    assert "Preview: download" in files[".github/workflows/insyn.yml"]
    assert all(text.isascii() for text in files.values())


def test_a_job_may_do_no_more_than_it_needs_and_has_no_secrets() -> None:
    assert GITHUB["permissions"] == {"contents": "read"}
    jobs = GITHUB["jobs"]
    assert {name for name, job in jobs.items() if "permissions" in job} == {"publish"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert not any("secrets." in text for text in FILES.values())
    checkouts = [step for step in STEPS if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    # It is run with the code of whoever asks for the change, so never with what others may not see.
    assert "pull_request_target" not in FILES[".github/workflows/insyn.yml"]


def test_no_name_of_a_branch_becomes_a_command() -> None:
    assert not any("${{" in step.get("run", "") for step in STEPS)


def test_a_new_site_installs_the_wheel_beside_it_and_nothing_by_its_name_alone() -> None:
    for text in (FILES[".github/workflows/insyn.yml"], FILES[".gitlab-ci.yml"]):
        assert re.findall("pip install (.*)", text) == ["./insyn-*.whl"] * text.count("pip install")
        assert "pip install" in text
    assert not any("@" in re.sub(r"@v\d", "", text) for text in FILES.values())


def test_publishing_is_asked_for_and_a_preview_is_never_published() -> None:
    publish = GITHUB["jobs"]["publish"]
    assert "vars.INSYN_PAGES == 'yes'" in publish["if"]
    assert "github.event_name != 'pull_request'" in publish["if"]
    assert publish["needs"] == ["check", "build"]
    assert GITLAB["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


# --- git's hook ---


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """An editor's copy of a shared, bare repository, with the hook."""
    made = begin(tmp_path / "först")
    git(tmp_path, "clone", "-q", "--bare", str(made), "delat.git")
    git(tmp_path, "clone", "-q", "delat.git", "redaktör å")
    site = tmp_path / "redaktör å"
    said = hook(site)
    assert said.exit_code == 0, said.output
    assert said.output.endswith(
        "Git kontrollerar nu innehållet när du sparar en version (commit).\n"
    )
    return site


def committed(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return try_git(site, "commit", "-m", "Rättat", *arguments, PATH=with_insyn()["PATH"])


@NEEDS_GIT
@pytest.mark.slow
def test_a_mistake_is_told_before_it_is_committed_and_nothing_is_lost(clone: Path) -> None:
    before = git(clone, "rev-parse", "HEAD")
    misspell(clone)
    stopped = committed(clone, "-a")
    assert stopped.returncode == 1
    assert f"{CARD}:20:5: fel: Det finns ingen kommun som heter ”Örebroo”." in stopped.stderr
    assert git(clone, "rev-parse", "HEAD") == before
    assert "Örebroo" in (clone / CARD).read_text(encoding="utf-8")
    # A file that is named is committed from an index of its own.
    assert committed(clone, CARD).returncode == 1
    swap(clone / CARD, "Örebroo", "Mark")
    assert committed(clone, CARD).returncode == 0
    assert git(clone, "push", "origin", "main") == ""
    assert "Mark" in git(clone.parent / "delat.git", "show", f"main:{CARD}")


@NEEDS_GIT
@pytest.mark.slow
def test_what_is_not_put_aside_and_what_is_no_error_stops_no_commit(clone: Path) -> None:
    swap(clone / STORY, "---\n\n", "---\n\n<hr>\n\n")
    git(clone, "add", STORY)
    misspell(clone)
    done = committed(clone)
    assert done.returncode == 0, done.stderr
    assert f"{STORY}:" in done.stderr
    assert " varning: " in done.stderr
    assert "Örebroo" not in done.stderr
    assert committed(clone, "-a", "--no-verify").returncode == 0


@NEEDS_GIT
@pytest.mark.slow
def test_the_hook_of_a_site_in_a_folder_and_of_a_computer_without_insyn(tmp_path: Path) -> None:
    site = begin(tmp_path / "allt", "sajter/vår 'sajt'")
    assert hook(site).exit_code == 0
    misspell(site)
    assert committed(tmp_path / "allt", "-a").returncode == 1
    away = try_git(tmp_path / "allt", "commit", "-a", "-m", "x", PATH="/usr/bin:/bin")
    assert away.returncode == 0
    assert "Insyn är inte installerat här, så innehållet kontrolleras inte." in away.stderr


@NEEDS_GIT
@pytest.mark.slow
def test_a_hook_of_someone_elses_is_left_alone_and_ones_own_renewed(clone: Path) -> None:
    assert hook(clone).exit_code == 0
    file = clone / ".git" / "hooks" / "pre-commit"
    assert is_ours(file.read_text(encoding="utf-8"))
    file.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    refused = hook(clone, INSYN_LANGUAGE="en")
    assert refused.exit_code == 1
    assert "is there already. Nothing was changed. Add this line to it:" in refused.stderr
    assert refused.stderr.endswith("\n    insyn check --staged || exit 1\n")
    assert file.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"
    git(clone, "config", "core.hooksPath", "krokar")
    assert hook(clone).exit_code == 0
    assert (clone / "krokar" / "pre-commit").is_file()


def test_the_folder_is_one_word_of_the_shell() -> None:
    assert "site='a '\\''b'\\'' $(c)'\n" in git_hook("a 'b' $(c)")
    assert "site='.'\n" in git_hook("")


# --- a runner of the hosts' jobs ---


@dataclass(frozen=True)
class Annotation:
    level: str
    file: str
    line: int
    title: str
    message: str


def annotations_in(log: str) -> Iterator[Annotation]:
    """What GitHub's runner makes of a log (workflow commands, `actions/runner`)."""
    for line in log.splitlines():
        found = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        if found:
            told = dict(part.split("=", 1) for part in found[2].split(","))
            told = {name: unquote(text) for name, text in told.items()}
            yield Annotation(
                found[1], told["file"], int(told["line"]), told["title"], unquote(found[3])
            )


def run_lines(lines: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", lines],  # noqa: S607
        cwd=folder,
        env=with_insyn(**more),
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def run_job(
    name: str, folder: Path, known: Mapping[str, str], conditions: Mapping[str, bool]
) -> tuple[int, str, str]:
    """Run the job `name` of the workflow: its exit status, its log and its summary.

    The steps of others (`uses`) and the one that installs are left out: Insyn is there already.
    """
    summary = folder.parent / f"summary-{name}.md"
    summary.touch()
    log = ""
    for step in GITHUB["jobs"][name]["steps"]:
        if "run" not in step or step["name"] == "Install Insyn":
            continue
        if "if" in step and not conditions[step["if"]]:
            continue
        given = {key: known.get(text, text) for key, text in step.get("env", {}).items()}
        assert not any("${{" in text for text in given.values())
        done = run_lines(step["run"], folder, GITHUB_STEP_SUMMARY=str(summary), **given)
        log += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, log, summary.read_text(encoding="utf-8")
    return 0, log, summary.read_text(encoding="utf-8")


SINCE = "${{ github.event_name == 'pull_request' && 'HEAD^1' || '' }}"
ASKED = {
    "github.event_name == 'pull_request'": True,
    "github.event_name != 'pull_request'": False,
    "github.event_name != 'pull_request' && vars.INSYN_PAGES == 'yes'": False,
}


@pytest.fixture
def pull_request(tmp_path: Path) -> Path:
    """What GitHub checks out for a pull request: the last commits of the merge it would make."""
    site = begin(tmp_path / "först")
    git(site, "switch", "-q", "-c", "ny-kommun")
    misspell(site)
    commit(site)
    git(site, "switch", "-q", "main")
    swap(site / STORY, "---\n\n", "---\n\n<hr>\n\n")
    commit(site)
    git(site, "merge", "-q", "--no-edit", "ny-kommun")
    [depth] = [
        str(step["with"]["fetch-depth"])
        for step in GITHUB["jobs"]["check"]["steps"]
        if "checkout" in step.get("uses", "")
    ]
    git(tmp_path, "clone", "-q", "--depth", depth, f"file://{site}", "utcheckat")
    return tmp_path / "utcheckat"


@NEEDS_GIT
@pytest.mark.slow
def test_a_pull_request_shows_its_mistakes_on_their_lines(pull_request: Path) -> None:
    status, log, summary = run_job("check", pull_request, {SINCE: "HEAD^1"}, ASKED)
    assert status == 1
    [shown] = annotations_in(log)
    assert (shown.level, shown.file, shown.title) == ("error", CARD, "Fel [municipality-unknown]")
    line = (pull_request / CARD).read_text(encoding="utf-8").splitlines()[shown.line - 1]
    assert line == "  - Örebroo"
    assert shown.message.startswith(
        "Det finns ingen kommun som heter ”Örebroo”.\nMenade du ”Örebro”?"
    )
    assert "1 fel i 1 fil." in summary
    assert "raw-html" not in summary
    # On the main branch all is checked.
    status, log, summary = run_job("check", pull_request, {SINCE: ""}, ASKED)
    assert status == 1
    assert [found.level for found in annotations_in(log)] == ["error", "warning"]
    assert "raw-html" in summary


@NEEDS_GIT
@pytest.mark.slow
def test_a_pull_request_without_mistakes_has_a_preview(pull_request: Path) -> None:
    swap(pull_request / CARD, "Örebroo", "Örebro")
    commit(pull_request)
    status, log, _ = run_job("check", pull_request, {SINCE: "HEAD^1"}, ASKED)
    assert (status, list(annotations_in(log))) == (0, [])
    status, log, summary = run_job("build", pull_request, {}, ASKED)
    assert status == 0, log
    page = (pull_request / "public" / "index.html").read_text(encoding="utf-8")
    assert "noindex" in page
    assert "http://localhost:8000" in page
    assert "Förhandsvisning: ladda ner" in summary


@NEEDS_GIT
@pytest.mark.slow
def test_gitlab_gets_its_report_also_when_the_job_fails(pull_request: Path) -> None:
    lines = "\n".join(GITLAB["check"]["script"])
    base = git(pull_request, "rev-parse", "HEAD^1")
    done = run_lines(lines, pull_request, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1
    assert ": fel: Det finns ingen kommun som heter" in done.stdout
    report = GITLAB["check"]["artifacts"]["reports"]["codequality"]
    [issue] = json.loads((pull_request / report).read_text(encoding="utf-8"))
    assert issue["location"] == {"path": CARD, "lines": {"begin": 20}}
    assert issue["severity"] == "major"


@NEEDS_GIT
@pytest.mark.slow
def test_pre_commit_runs_the_same_check(pull_request: Path) -> None:
    [told] = yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert told["language"] == "system"
    assert re.match(told["files"], CARD)
    swap(pull_request / CARD, "Örebroo", "Marks")
    git(pull_request, "add", "-A")
    assert run_lines(told["entry"], pull_request).returncode == 1
