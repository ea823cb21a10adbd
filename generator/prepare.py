"""Make or refresh the virtual environment in `.venv`; called by the Makefile.

Only the standard library is used, for nothing else exists yet. It copes with Debian's `python3`
package, which lacks both pip and ensurepip: pip's wheel is then fetched from the configured
package index, checked against the digest below and run to install itself.

    python3 generator/prepare.py            Insyn and its libraries
    python3 generator/prepare.py --extra admin  Node as well, for the form for editors
    python3 generator/prepare.py --extra test   those of the tests as well

Nothing is installed while `pyproject.toml` stays as it was. The settings of pip (the `PIP_*`
variables and its configuration files) and of proxies are honoured.
"""

import argparse
import base64
import configparser
import hashlib
import html.parser
import json
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"

# Only for machines whose Python lacks ensurepip. Name and digest as the package index gives them.
PIP_WHEEL = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
INDEX = "https://pypi.org/simple"
WITH = {
    None: ("Insyn", "Insyn"),
    "admin": ("Insyn och Node", "Insyn and Node"),
    "test": ("Insyn och testverktygen", "Insyn and the test tools"),
}
TIMEOUT = 60  # seconds for one answer of the index


class Unprepared(Exception):  # noqa: N818 - the state, as the reader of the message meets it
    """The environment cannot be made; the message is one plain sentence with the cure."""


def main() -> int:
    """Prepare the environment; 0 when it is ready, 1 with a sentence on stderr when not."""
    parser = argparse.ArgumentParser(description="Make or refresh the virtual environment .venv.")
    parser.add_argument("--extra", choices=["admin", "test"], help="also install this")
    extra: str | None = parser.parse_args().extra
    try:
        if not is_ready(extra):
            make_environment()
            install(extra)
    except Unprepared as problem:
        sv, en = f"Insyn kan inte installeras: {problem}", f"Insyn cannot be set up: {problem}"
        print(sv if in_swedish() else en, file=sys.stderr)
        return 1
    return 0


def stamp(extra: str | None) -> Path:
    """Return the file which tells from which `pyproject.toml` the environment was made."""
    return VENV / f"insyn-{extra or 'site'}.stamp"


def fingerprint() -> str:
    """Return the digest of all that decides what is installed, and where to."""
    declared = (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(declared + os.fsencode(ROOT)).hexdigest()


def is_ready(extra: str | None) -> bool:
    """Tell whether an environment made from today's `pyproject.toml` is there and starts."""
    # What the tests need includes what the form needs, and that what the site needs.
    levels = [None, "admin", "test"]
    stamps = [stamp(level) for level in levels[levels.index(extra) :]]
    made = any(path.is_file() and path.read_text() == fingerprint() for path in stamps)
    return made and starts("import insyn")


def starts(statement: str) -> bool:
    """Tell whether the environment's Python runs a statement."""
    if not PYTHON.exists():  # also when it links to a Python that is gone
        return False
    return run([str(PYTHON), "-c", statement]).returncode == 0


def is_at_home() -> bool:
    """Tell whether `.venv` was made where it now lies: its commands carry absolute paths."""
    activate = VENV / "bin" / "activate"
    return activate.is_file() and str(VENV) in activate.read_text(encoding="utf-8")


def make_environment() -> None:
    """Make `.venv` with pip in it, unless a working one lies there already."""
    if is_at_home() and starts("import pip"):
        return
    say("Gör i ordning .venv, där Insyn ska ligga ...", "Making the virtual environment .venv ...")
    shutil.rmtree(VENV, ignore_errors=True)
    if run([sys.executable, "-m", "venv", str(VENV)]).returncode == 0:
        return
    # Debian keeps ensurepip in the package python3-venv, which may be missing.
    shutil.rmtree(VENV, ignore_errors=True)
    made = run([sys.executable, "-m", "venv", "--without-pip", str(VENV)])
    if made.returncode != 0:
        raise Unprepared(
            "Python's venv module does not work; on Debian: apt install python3-venv.\n"
            + made.stdout
        )
    pip = PIP_WHEEL.removesuffix("-py3-none-any.whl")
    say(f"Hämtar {pip} ...", f"Fetching {pip} ...")
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder, PIP_WHEEL)
        wheel.write_bytes(fetch_pip())
        # A wheel is an importable zip file: this pip installs itself.
        command = [str(PYTHON), str(wheel / "pip"), "install", "--no-index", "--quiet", str(wheel)]
        installed = run(command)
    if installed.returncode != 0:
        raise Unprepared("pip could not install itself.\n" + installed.stdout)


def install(extra: str | None) -> None:
    """Install Insyn, editable, with its libraries, and stamp the environment."""
    sv, en = WITH[extra]
    say(f"Installerar {sv} i .venv. Det tar en stund ...", f"Installing {en} into .venv ...")
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input"]
    done = run([*command, "--disable-pip-version-check", "--editable", target])
    if done.returncode != 0:
        raise Unprepared(
            "pip could not install the libraries; is the package index reachable? pip says:\n"
            + "\n".join(done.stdout.splitlines()[-15:])
        )
    for path in {stamp(None), stamp(extra)}:
        path.write_text(fingerprint())


def fetch_pip() -> bytes:
    """Return pip's wheel from the configured index, checked against `PIP_SHA256`."""
    index = pip_setting("index-url") or INDEX
    page = index.rstrip("/") + "/pip/"
    try:
        address = wheel_address(page)
        wheel = fetch(address)
    except (urllib.error.URLError, OSError, ValueError) as problem:
        reason = getattr(problem, "reason", problem)
        hint = "ca-certificates" if isinstance(reason, ssl.SSLError) else "python3-venv"
        raise Unprepared(
            f"this Python has no pip, and {bare(page)} did not give it ({reason}); "
            f"on Debian: apt install {hint}."
        ) from problem
    if hashlib.sha256(wheel).hexdigest() != PIP_SHA256:
        raise Unprepared(f"{bare(address)} is not the {PIP_WHEEL} that Insyn knows.")
    return wheel


def wheel_address(page: str) -> str:
    """Return the absolute address of `PIP_WHEEL`, read from the index's page for pip.

    The index answers in JSON or HTML, as the "Simple repository API" of the Python packaging
    specifications says.
    """
    text = fetch(page).decode("utf-8")
    if text.lstrip().startswith("{"):
        links = [str(file["url"]) for file in json.loads(text)["files"]]
    else:
        links = Links.of(text)
    for link in links:
        address = urllib.parse.urljoin(page, link)
        if urllib.parse.urlsplit(address).path.endswith("/" + PIP_WHEEL):
            return address
    raise ValueError(f"it has no {PIP_WHEEL}")


class Links(html.parser.HTMLParser):
    """Collects the addresses a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link."""
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]

    @classmethod
    def of(cls, page: str) -> list[str]:
        """Return the addresses in a page's links, in order."""
        links = cls()
        links.feed(page)
        return links.found


def fetch(address: str) -> bytes:
    """Return what lies at an address, with pip's proxy, certificates and credentials."""
    parts = urllib.parse.urlsplit(address)
    # urllib does not read a name and password out of an address itself.
    headers = {"Accept": "application/vnd.pypi.simple.v1+json, text/html;q=0.1"}
    if parts.username is not None:
        credentials = urllib.parse.unquote(parts.netloc.rpartition("@")[0])
        token = base64.b64encode(credentials.encode()).decode("ascii")
        headers["Authorization"] = f"Basic {token}"
    context = ssl.create_default_context()
    certificates = pip_setting("cert") or os.environ.get("REQUESTS_CA_BUNDLE")
    if certificates and Path(certificates).is_file():
        context.load_verify_locations(certificates)
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)]
    proxy = pip_setting("proxy")
    if proxy:
        handlers.append(urllib.request.ProxyHandler({"http": proxy, "https": proxy}))
    request = urllib.request.Request(bare(address), headers=headers)  # noqa: S310 - pip's own index
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=TIMEOUT) as answer:
            content: bytes = answer.read()
    except urllib.error.HTTPError as refusal:
        refusal.close()  # it holds the connection
        raise
    return content


def bare(address: str) -> str:
    """Return an address without name, password and fragment, fit to be fetched and shown."""
    parts = urllib.parse.urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()


def pip_setting(name: str) -> str | None:
    """Return a setting of pip, such as `index-url`: from `PIP_*`, else its configuration files."""
    from_environment = os.environ.get("PIP_" + name.upper().replace("-", "_"))
    if from_environment:
        return from_environment
    home = Path.home()
    config = configparser.RawConfigParser()
    # The order in which pip reads them; a later file wins.
    places = [
        Path("/etc/xdg/pip/pip.conf"),
        Path("/etc/pip.conf"),
        home / ".pip" / "pip.conf",
        Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf",
    ]
    if os.environ.get("PIP_CONFIG_FILE"):
        places.append(Path(os.environ["PIP_CONFIG_FILE"]))
    config.read(places, encoding="utf-8")
    for section in ("install", "global"):
        if config.has_option(section, name):
            return config.get(section, name)
    return None


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command quietly, its output and errors kept together."""
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def say(sv: str, en: str) -> None:
    """Tell which step is under way, at once even when the output is a pipe."""
    print(sv if in_swedish() else en, flush=True)


def in_swedish() -> bool:
    """Tell whether the site's first language is Swedish, unless `INSYN_LANGUAGE` says another.

    Insyn itself asks the same way (`insyn.cli.speaking`), but is not there yet.
    """
    if chosen := os.environ.get("INSYN_LANGUAGE"):
        return chosen == "sv"
    try:
        text = (ROOT / "content" / "site.yaml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    compact = "".join(sign for sign in text if sign not in " \n\"'")
    return "languages:[sv" in compact or "languages:-sv" in compact


if __name__ == "__main__":
    sys.exit(main())
