"""Without Orca the command says in one sentence what is missing, and on a build server it fails."""

from __future__ import annotations

import pytest

from orca import packages


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that lacks two things, where the command is not root."""
    there = packages._is_there
    monkeypatch.setattr(packages, "NEEDED", {"no-such-screen": "xvfb", "python3": "python3"})
    monkeypatch.setattr(packages, "_is_there", lambda name: name == "python3" or there(name))
    monkeypatch.setattr(packages, "BROWSERS", ("no-such-browser",))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.delenv("CI", raising=False)


def test_it_says_what_is_missing_and_how_to_get_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert packages.main() == 0
    assert capsys.readouterr().err == (
        "Orca cannot be heard here: on Debian, run apt install xvfb chromium, and try again.\n"
    )


def test_on_a_build_server_that_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert packages.main() == 1


def test_with_all_there_it_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages, "BROWSERS", ("sh",))
    monkeypatch.setattr(packages, "NEEDED", {"python3": "python3"})
    assert packages.main() == 0
    assert capsys.readouterr().err == ""
