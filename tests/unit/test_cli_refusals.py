"""A command that cannot be done ends with one sentence: no traceback, nothing half done."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from insyn.cli import main

BASE = Path(__file__).parents[1] / "invalid" / "base" / "content"


def run(*arguments: str, **environment: str) -> Result:
    result = CliRunner().invoke(main, arguments, env=environment)
    assert isinstance(result.exception, SystemExit | None), result.exc_info
    return result


def insyn(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, with an environment that another person may have."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "1769817600", **environment}
    command = [sys.executable, "-m", "insyn", *arguments]
    done = subprocess.run(command, capture_output=True, env=surroundings, check=False, timeout=60)
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "site" / "content")
    return tmp_path / "site"


# --- no permission, no room ---


@pytest.mark.parametrize(
    ("blocked", "command"),
    [
        ("content/notices", ("new", "notice", "Stängt")),
        ("content/overrides", ("translate", "fi")),
        (".vscode", ("editors",)),
    ],
)
def test_a_file_that_cannot_be_written_is_one_sentence(
    blocked: str, command: tuple[str, ...], site: Path
) -> None:
    (site / blocked).write_text("", encoding="utf-8")
    told = run(*command, "--site", str(site))
    assert told.exit_code == 2
    assert told.stderr.startswith(f"{site / blocked}")
    assert "går inte att läsa eller skriva: " in told.stderr
    assert told.stderr.count("\n") == 1
    told = run(*command, "--site", str(site), INSYN_LANGUAGE="en")
    assert "cannot be read or written: " in told.stderr


def test_a_word_that_cannot_be_written_is_one_sentence(site: Path) -> None:
    (site / "content" / ".glossary.yaml.new").mkdir()
    told = run("new", "word", "zzz", "--site", str(site))
    assert told.exit_code == 2
    assert told.stderr.endswith("går inte att läsa eller skriva: en mapp är i vägen för filen.\n")


def test_content_that_cannot_be_read_is_one_sentence(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = site / "content"
    whole = Path.iterdir

    def iterdir(folder: Path) -> object:
        # The tests may run as root, whom no permission stops.
        if folder == content:
            raise PermissionError(13, "Permission denied", str(folder))
        return whole(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    told = run("check", "--site", str(site))
    assert told.exit_code == 2
    expected = f"{content} går inte att läsa eller skriva: du har inte behörighet.\n"
    assert told.stderr == expected


def test_a_glossary_that_is_no_utf8_is_left_alone(site: Path) -> None:
    glossary = site / "content" / "glossary.yaml"
    glossary.write_bytes("terms:\n  - sv:\n      term: å\n".encode("latin-1"))
    before = glossary.read_bytes()
    told = run("new", "word", "zzz", "--site", str(site))
    assert told.exit_code == 1
    assert "den är inte sparad som UTF-8. Rätta den: insyn fix" in told.stderr
    assert glossary.read_bytes() == before


# --- what is typed in another encoding ---


@pytest.mark.parametrize("kind", ["project", "word"])
def test_bytes_that_are_no_text_are_refused_and_nothing_is_left(kind: str, site: Path) -> None:
    before = sorted(site.rglob("*"))
    told = run("new", kind, "\udcd6landet", "--site", str(site))
    assert told.exit_code == 2
    assert "tecknen är inte UTF-8" in told.stderr
    assert sorted(site.rglob("*")) == before
    told = run("init", str(site.parent / "new"), "--name", "\udcd6", INSYN_LANGUAGE="en")
    assert told.exit_code == 2
    assert "The characters are not UTF-8" in told.stderr


@pytest.mark.slow
def test_utf8_in_a_terminal_without_a_language_is_read(site: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    made = insyn("new", "notice", "Ölandet".encode(), "--site", str(site), **plain)
    assert made.returncode == 0, made.stderr
    [card] = (site / "content" / "notices").glob("olandet.md")
    assert "Ölandet" in card.read_text(encoding="utf-8")


@pytest.mark.slow
def test_programs_get_utf8_and_people_what_their_terminal_can_show(site: Path) -> None:
    story = site / "content" / "stories" / "forsta-jobbet.md"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("---\n\n", "---\n\n[läs](/finns-”inte”/)\n\n", 1), "utf-8")
    for form in ("json", "gitlab", "text"):
        told = insyn("check", "--format", form, "--site", str(site), PYTHONIOENCODING="latin-1")
        assert told.returncode == 1, told.stderr
        if form == "text":
            assert ": fel: " in told.stdout.decode("latin-1")
        else:
            assert "”" in json.dumps(json.loads(told.stdout.decode("utf-8")), ensure_ascii=False)


# --- interrupted ---


def test_ctrl_c_is_one_line_in_the_editors_language(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("insyn.cli.checking.make", interrupted)
    told = run("check", "--site", str(site))
    assert (told.exit_code, told.stderr) == (130, "\nAvbrutet. Inget har ändrats.\n")
    monkeypatch.setattr("insyn.cli.publishing.make", interrupted)
    told = run("build", "--site", str(site), "--language", "en")
    assert (told.exit_code, told.stderr) == (130, "\nInterrupted.\n")


@pytest.mark.skipif(os.name == "nt", reason="a signal is no Ctrl-C there")
def test_ctrl_c_before_anything_has_begun_is_one_line_too() -> None:
    # The first thing that is imported of the commands presses it.
    script = (
        "import signal, sys, insyn.__main__ as begin\n"
        "class Press:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'insyn.cli':\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.meta_path.insert(0, Press())\n"
        "begin.main()\n"
    )
    surroundings = {**os.environ, "INSYN_LANGUAGE": "sv"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=surroundings, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (
        128 + signal.SIGINT,
        "\nAvbrutet. Inget har ändrats.\n",
    )


# --- wrong use, in one language ---


@pytest.mark.parametrize(
    ("command", "sv"),
    [
        (("new", "project", "!?"), "TITLE: Titeln behöver minst en bokstav eller siffra."),
        (("new", "thing", "X"), "välj bland project, story, "),
        (("new", "project"), "saknas."),
        (("check", "--sinse", "main"), "Det finns inget val --sinse. Menade du "),
        (("check", "no.md"), "det finns inte."),
        (("serve", "--port", "0"), "skriv ett heltal från 1 till 65535."),
        (("translate", "finska"), "LANGUAGE: finska är ingen språkkod."),
        (
            ("new", "easy", "content/projects/jobb-i-vivalla.en.md"),
            "är redan en översättning. Skriv kortet som den hör till: content/projects/jobb-i",
        ),
        (
            ("new", "translation", "content/projects/jobb-i-vivalla.lattlast.md"),
            "är redan en lättläst text. Skriv kortet som den hör till: content/projects/jobb-i",
        ),
    ],
)
def test_wrong_use_is_told_in_the_language_of_the_site(
    command: tuple[str, ...], sv: str, site: Path
) -> None:
    easy = site / "content" / "projects" / "jobb-i-vivalla.lattlast.md"
    easy.write_text("---\ntitle: Jobb\nsummary: Jobb.\n---\n", encoding="utf-8")
    told = run(*command, "--site", str(site))
    assert told.exit_code == 2
    assert sv in told.stderr
    assert "Fel: " in told.stderr
    assert told.stderr.startswith("Så här: ")
    english = run(*command, "--site", str(site), INSYN_LANGUAGE="en")
    assert english.exit_code == 2
    assert "Error: " in english.stderr
    assert not set("åäö") & set(english.stderr)


def test_a_command_that_there_is_not_names_the_nearest() -> None:
    told = run("dokter", INSYN_LANGUAGE="sv")
    assert (told.exit_code, told.stderr.splitlines()[-1]) == (
        2,
        "Fel: Det finns inget kommando dokter. Menade du doctor?",
    )


def test_this_folder_is_named_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("check", INSYN_LANGUAGE="sv")
    assert f"--site: {tmp_path} har ingen mapp som heter content." in told.stderr


def test_a_folder_for_the_site_that_cannot_be_had_is_wrong_use(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("", encoding="utf-8")
    told = run("build", "--site", str(site), "--output", str(folder))
    assert told.exit_code == 2
    assert told.stderr.startswith(f"Mappen {folder} har annat i sig än en webbplats från Insyn")
    assert "fel:" not in told.output


def test_a_port_that_is_taken_is_told_in_the_language_of_the_site(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = run("serve", "--port", str(port), "--site", str(site))
    assert told.exit_code == 2
    assert f"Fel: Ett annat program använder port {port}. Välj en annan: --port " in told.stderr


# --- content that lies elsewhere ---


def test_a_path_is_found_in_content_that_is_a_link(site: Path, tmp_path: Path) -> None:
    (site / "content").rename(tmp_path / "shared")
    (site / "content").symlink_to(tmp_path / "shared")
    story = site / "content" / "stories" / "forsta-jobbet.md"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("---\n\n", "---\n\n# Fel\n\n", 1), encoding="utf-8")
    told = run("check", str(story), "--site", str(site))
    assert told.exit_code == 1
    assert told.stdout.startswith("content/stories/forsta-jobbet.md:20:1: fel: ")
    told = run("report", "--removing", str(story), "--site", str(site))
    assert told.exit_code == 0, told.output
    story.write_text(f"\ufeff{text}", encoding="utf-8")
    told = run("fix", "--dry-run", str(story), "--site", str(site))
    assert told.exit_code == 1
    assert "osynligt tecken först i filen" in told.stdout
