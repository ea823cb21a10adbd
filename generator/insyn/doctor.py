"""What Insyn needs on this computer: what is there, what is missing, and how to get it.

`examine` looks at the computer and changes nothing but for a file in the output folder that comes
and goes at once.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from pathlib import Path
from typing import Literal

from insyn.render import find_theme
from insyn.starting import Said, find_hosting

State = Literal["there", "missing", "notice"]

_OLDEST = (3, 11)
_ROOM = 500  # megabytes: a site of thousands of pages, twice
_PATIENCE = 20  # seconds
PORT = 8000
"""Where the preview is shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing: what it is, how it is, and how to get it where it is missing.

    `missing` is what building needs; `notice` is good to know, and nothing that building needs.
    """

    name: Said
    state: State
    told: str | Said = ""
    cure: Said | None = None


def examine(site: Path | None, output: Path) -> tuple[Finding, ...]:
    """How this computer is; `site` is the folder of a site, if there is one."""
    return tuple(_all(site, output))


def _all(site: Path | None, output: Path) -> Iterator[Finding]:
    yield _python()
    yield from _packages()
    yield _pagefind()
    yield _theme()
    yield from _catalogues()
    yield _hosting()
    if site is None:
        yield Finding(
            Said("Webbplats", "Site"),
            "notice",
            Said("Ingen mapp content här.", "No folder content here."),
            Said("Börja en webbplats: insyn init DIR", "Begin a site: insyn init DIR"),
        )
    else:
        yield _writing(output)
        yield _room(output)
    yield _git()
    yield _port()
    yield _fonts()
    yield _browser()
    yield from (_program(name, purpose) for name, purpose in _DEVELOPERS)


def _python() -> Finding:
    name, found = Said("Python", "Python"), sys.version.split()[0]
    if sys.version_info >= _OLDEST:
        return Finding(name, "there", found)
    cure = Said(
        "Installera Python 3.11 eller nyare från python.org.",
        "Install Python 3.11 or newer from python.org.",
    )
    return Finding(name, "missing", found, cure)


def _packages() -> Iterator[Finding]:
    """Insyn and each package that it needs, with its version."""
    again = Said(
        "Installera om Insyn: python -m pip install --force-reinstall insyn-….whl",
        "Install Insyn again: python -m pip install --force-reinstall insyn-….whl",
    )
    try:
        needed = requires("insyn") or []
        yield Finding(Said("Insyn", "Insyn"), "there", version("insyn"))
    except PackageNotFoundError:
        yield Finding(Said("Insyn", "Insyn"), "missing", "", again)
        return
    for requirement in sorted(needed):
        if ";" in requirement:  # an extra: what only tests need
            continue
        package = re.split(r"[^A-Za-z0-9._-]", requirement)[0]
        name = Said(f"Paketet {package}", f"Package {package}")
        try:
            yield Finding(name, "there", distribution(package).version)
        except PackageNotFoundError:
            yield Finding(name, "missing", "", again)


def _answer(*command: str) -> str | None:
    """The first line that a program prints; `None` where it does not start or fails."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = (done.stdout or done.stderr).strip().splitlines()
    return (lines[0] if lines else "") if done.returncode == 0 else None


def _pagefind() -> Finding:
    name = Said("Pagefind (sökningen)", "Pagefind (the search)")
    cure = Said(
        "Installera om: python -m pip install --force-reinstall pagefind-bin",
        "Install again: python -m pip install --force-reinstall pagefind-bin",
    )
    try:
        program = importlib.import_module("pagefind_bin").get_executable()
    except (ImportError, AttributeError, OSError):
        return Finding(name, "missing", "", cure)
    found = _answer(str(program), "--version")
    if found is None:
        return Finding(name, "missing", Said("Startar inte.", "Does not start."), cure)
    return Finding(name, "there", found)


def _theme() -> Finding:
    name, folder = Said("Temat", "The theme"), find_theme()
    if (folder / "pages").is_dir():
        return Finding(name, "there", str(folder))
    cure = Said("Installera om Insyn.", "Install Insyn again.")
    return Finding(name, "missing", Said("Mappen saknas.", "The folder is not there."), cure)


def _catalogues() -> Iterator[Finding]:
    for code in ("sv", "en"):
        name = Said(f"Texterna på språket {code}", f"The texts in {code}")
        catalogue = find_theme() / "locale" / code / "LC_MESSAGES" / "insyn.po"
        if catalogue.is_file():
            yield Finding(name, "there")
        else:
            cure = Said("Installera om Insyn.", "Install Insyn again.")
            yield Finding(name, "missing", "", cure)


def _hosting() -> Finding:
    name = Said("Skydd för webbservern (netlify.toml)", "Protection of the host (netlify.toml)")
    if find_hosting().is_file():
        return Finding(name, "there")
    cure = Said(
        "Behövs bara av insyn init. Installera om Insyn.",
        "Only insyn init needs it. Install Insyn again.",
    )
    return Finding(name, "notice", Said("Saknas.", "Missing."), cure)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that there is."""
    folder = folder.resolve()
    return next(path for path in (folder, *folder.parents) if path.is_dir())


def _writing(output: Path) -> Finding:
    name = Said("Skriva i utmappen", "Writing to the output folder")
    folder = _existing(output)
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".insyn-"):
            pass
        # The finished site takes the place of the old one from beside it.
        with tempfile.NamedTemporaryFile(dir=_existing(output.resolve().parent), prefix=".insyn-"):
            pass
    except OSError as error:
        told = f"{folder} ({error.strerror or type(error).__name__})"
        cure = Said(
            "Ge dig rätt att skriva där, eller välj en annan mapp med --output.",
            "Get the right to write there, or choose another folder with --output.",
        )
        return Finding(name, "missing", told, cure)
    return Finding(name, "there", str(folder))


def _room(output: Path) -> Finding:
    name = Said("Ledigt utrymme", "Free space")
    free = shutil.disk_usage(_existing(output)).free // 1_000_000
    told = f"{free} MB"
    if free >= _ROOM:
        return Finding(name, "there", told)
    cure = Said(
        f"En stor webbplats kan behöva {_ROOM} MB. Ta bort något annat.",
        f"A large site may need {_ROOM} MB. Delete something else.",
    )
    return Finding(name, "notice", told, cure)


def _git() -> Finding:
    found = _answer("git", "--version") if shutil.which("git") else None
    name = Said("Git", "Git")
    if found is not None:
        return Finding(name, "there", found.removeprefix("git version "))
    cure = Said(
        "Behövs för att säga när kort ändrades, och för att dela dem. Hämta: git-scm.com",
        "Needed to say when cards were changed, and to share them. Get it: git-scm.com",
    )
    return Finding(name, "notice", Said("Saknas.", "Missing."), cure)


def _port() -> Finding:
    name = Said(f"Porten {PORT} för förhandsvisning", f"Port {PORT} for the preview")
    with socket.socket() as probe:
        # As the preview does: a port that was left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            cure = Said(
                f"Något annat använder den. Välj en annan: insyn serve --port {PORT + 1}",
                f"Something else uses it. Choose another: insyn serve --port {PORT + 1}",
            )
            return Finding(name, "notice", Said("Upptagen.", "Taken."), cure)
    return Finding(name, "there", Said("Ledig.", "Free."))


def _fonts() -> Finding:
    name = Said("Typsnittet", "The font")
    fonts = sorted((find_theme() / "assets" / "fonts").glob("*.woff2"))
    if fonts:
        return Finding(name, "there", ", ".join(font.name for font in fonts))
    cure = Said(
        "Sidorna visas med datorns eget typsnitt. Installera om Insyn.",
        "Pages are shown in the computer's own font. Install Insyn again.",
    )
    return Finding(name, "notice", Said("Saknas.", "Missing."), cure)


_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "firefox")


def _browser() -> Finding:
    name = Said("Webbläsare för prov", "Browser for tests")
    chosen = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else []
    found = next((path for one in (*chosen, *_BROWSERS) if (path := shutil.which(one))), None)
    if found:
        return Finding(name, "there", found)
    cure = Said(
        "Behövs bara av den som ändrar i Insyn. make test hämtar den.",
        "Only who changes Insyn needs it. make test fetches it.",
    )
    return Finding(name, "notice", Said("Saknas.", "Missing."), cure)


_DEVELOPERS = (
    ("node", Said("Node", "Node")),
    ("java", Said("Java", "Java")),
)


def _program(program: str, name: Said) -> Finding:
    if path := shutil.which(program):
        return Finding(name, "there", path)
    cure = Said(
        "Behövs bara av den som ändrar i Insyn. make test hämtar det.",
        "Only who changes Insyn needs it. make test fetches it.",
    )
    return Finding(name, "notice", Said("Saknas.", "Missing."), cure)
