"""What is told of this computer, and when it is a failure."""

from __future__ import annotations

import socket
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from insyn import doctor
from insyn.cli import main

pytestmark = pytest.mark.slow  # programs are started


def examined(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["doctor", *arguments])


def test_where_all_is_there_it_says_so_with_versions(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    told = examined("--site", str(tmp_path))
    assert told.exit_code == 0
    assert f"\nFinns: Insyn – {version('insyn')}\n" in told.output
    assert f"\nFinns: Paketet babel – {version('babel')}\n" in told.output
    assert "\nFinns: Pagefind (sökningen) – pagefind " in told.output
    assert told.output.endswith("Allt som behövs för att bygga finns.\n")
    assert "\nSaknas: " not in told.output
    assert list(tmp_path.iterdir()) == [tmp_path / "content"]


def test_it_speaks_english_and_needs_no_site(tmp_path: Path) -> None:
    told = examined("--site", str(tmp_path), "--language", "en")
    assert told.exit_code == 0
    assert (
        "\nNote: Site – No folder content here.\n    Begin a site: insyn init DIR\n" in told.output
    )
    assert told.output.endswith(
        "All that building needs is on this computer, but here is no site.\n"
    )


def test_what_is_missing_is_told_with_its_cure_and_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_answer", lambda *_: None)
    monkeypatch.setattr(doctor, "find_theme", lambda: tmp_path)
    told = examined("--site", str(tmp_path), "--language", "sv")
    assert told.exit_code == 1
    assert "Saknas: Pagefind (sökningen) – Startar inte.\n    Installera om: " in told.output
    assert "Saknas: Temat – Mappen saknas.\n    Installera om Insyn.\n" in told.output
    assert "Obs: Git – Saknas.\n" in told.output
    assert told.output.endswith("Insyn kan inte bygga: 4 saker saknas.\n")


def test_an_output_folder_that_is_no_folder_is_missing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    told = examined("--site", str(tmp_path), "--output", "/proc/insyn/public")
    assert told.exit_code == 1
    assert "Saknas: Skriva i utmappen – /proc" in told.output


def test_a_port_that_is_taken_is_good_to_know_and_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr(doctor, "PORT", port)
        told = examined("--site", str(tmp_path), "--language", "en")
    assert told.exit_code == 0
    assert f"Note: Port {port} for the preview – Taken.\n" in told.output
    assert f"insyn serve --port {port + 1}" in told.output
