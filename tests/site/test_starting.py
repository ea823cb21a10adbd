"""From an empty folder to a site, by somebody who has only the wheel: init, new, check, build."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from reading import ROOT

pytestmark = pytest.mark.slow

DAY = "2026-11-22"


class Terminal:
    """A terminal in one folder, with the installed command and git, and nothing of this one."""

    def __init__(self, command: Path, folder: Path) -> None:
        self.command, self.folder = command, folder

    def __call__(self, *arguments: str, typed: str = "", status: int = 0) -> str:
        done = subprocess.run(
            [str(self.command), *arguments],
            cwd=self.folder,
            env={
                "PATH": os.pathsep.join((str(self.command.parent), "/usr/bin", "/bin")),
                "HOME": str(self.folder),
                "LANG": "sv_SE.UTF-8",
                "PYTHONUTF8": "1",
                "SOURCE_DATE_EPOCH": "1795305600",  # 22 November 2026
            },
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        told = done.stdout + done.stderr
        assert done.returncode == status, told
        assert "Traceback" not in told
        assert str(ROOT) not in told
        return told


def written(card: Path, answers: dict[str, str]) -> None:
    """Do what an editor does: write what is true in place of the examples and the questions."""
    text = card.read_text(encoding="utf-8")
    for field, answer in answers.items():
        text, found = re.subn(
            rf"(?m)^(\s*(?:{field}:|- )) ?(?:EXEMPEL|EXAMPLE) .*", rf"\1 {answer}", text, count=1
        )
        assert found, field
    head, _, body = text.partition("\n---\n")
    head = re.sub(r"(?m)^.*(?:EXEMPEL|EXAMPLE) .*\n", "", head)  # what is not known yet
    body = re.sub(r"(?m)^(## .*\n\n).*\?$", r"\1Vi vet mer i höst.", body)
    card.write_text(f"{head}\n---\n{body}", encoding="utf-8")


def test_a_site_in_swedish_and_english_from_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    insyn = Terminal(installed, tmp_path)
    typed = "Våra projekt\nsv, en\nÖrebro kommun\nwebb@orebro.se\n\nJobb åt alla\n"
    told = insyn("init", "webb", typed=typed)
    assert "Webbplatsen finns i webb." in told
    insyn.folder = site = tmp_path / "webb"
    assert insyn("check") == "Inga problem.\n"
    assert "Utkast som ingen har skrivit om (1)" in insyn("report")
    assert "Finns: Insyn – " in insyn("doctor")

    insyn("new", "project", "Fler på cykel")
    told = insyn("check", status=1)
    assert "content/projects/fler-pa-cykel.md:5:10: fel: Här är ingenting ifyllt än." in told
    written(
        site / "content/projects/fler-pa-cykel.md",
        {
            "summary": "Kommunen lär nya cyklister att cykla i trafiken.",
            "programme_area": "Utvecklingsprojekt",
            "phase": "Genomförande",
            "owner": "Örebro kommun",
            "email": "cykel@orebro.se",
            "start": "2026-08-01",
            "region": "Östra Mellansverige",
        },
    )
    told = insyn("check")
    assert ": fel: " not in told

    told = insyn("build")
    assert "sidor finns i public" in told
    pages = {path.relative_to(site / "public").as_posix() for path in site.glob("public/**/*.html")}
    assert {
        "index.html",
        "en/index.html",
        "projekt/fler-pa-cykel/index.html",
        "projekt/jobb-at-alla/index.html",
        "en/projects/jobb-at-alla/index.html",
    } <= pages
    assert list(site.glob("public/pagefind/*.pf_meta"))
    page = (site / "public/projekt/fler-pa-cykel/index.html").read_text(encoding="utf-8")
    assert "Kommunen lär nya cyklister" in page
    assert "EXEMPEL" not in page

    insyn("editors")
    assert (site / ".github/workflows/insyn.yml").is_file()
    made = tomllib.loads((site / "netlify.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
    assert made["headers"] == own["headers"]


def test_a_site_in_english_by_flags_alone_is_never_begun_twice(
    installed: Path, tmp_path: Path
) -> None:
    insyn = Terminal(installed, tmp_path)
    flags = {
        "--name": "Our projects",
        "--languages": "en",
        "--publisher": "The City of X",
        "--contact": "web@example.org",
        "--address": "https://www.example.org/projects",
        "--project": "Bicycles & more",
        "--language": "en",
    }
    arguments = [part for pair in flags.items() for part in pair]
    assert f"The site is in {tmp_path}." in insyn("init", ".", *arguments)
    # The first project waits as a draft, and is published when its editor says so.
    assert "The card is a draft and is not published." in insyn("check")
    card = tmp_path / "content/projects/bicycles-more.md"
    lines = card.read_text(encoding="utf-8").splitlines(keepends=True)
    card.write_text("".join(lines[:5] + lines[6:]), encoding="utf-8")
    assert insyn("check") == "No problems.\n"
    assert "pages are in public" in insyn("build")
    assert (tmp_path / "public/projects/bicycles-more/index.html").is_file()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert "is not empty" in " ".join(insyn("init", ".", *arguments, status=2).split())
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
