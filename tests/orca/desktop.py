"""A desktop without a monitor, with Orca on it: screen, window manager, buses, speech, browser.

Everything is started by this process, with a home of its own, and ends with it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import get_native_id
from time import monotonic, sleep

from playwright.sync_api import BrowserContext, Playwright

from orca import packages
from orca.speech import Speech, speech_server

HERE = Path(__file__).resolve().parent
LOCALES = {"sv": "sv_SE", "en": "en_GB"}
WINDOW = (1280, 900)  # CSS pixels

# A window manager without keys of its own: Alt+Shift and an arrow belong to Orca.
OPENBOX = '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/></openbox_config>'

# What the command `orca` does, but that it ends every other Orca first: somebody may be using one.
START_ORCA = """
import sys
from orca import orca
settings = orca.getSettingsManager()
settings.activate()
sys.path.insert(0, settings.getPrefsDir())
sys.exit(orca.main())
"""

# The desktop is quiet when for so long nothing was said and nothing ran or waited for a processor.
QUIET = 0.35  # seconds
SAMPLE = 0.025  # seconds
PATIENCE = 60  # seconds; only a broken desktop needs them

BROWSER_OPTIONS = (
    "--no-sandbox",
    "--force-renderer-accessibility",
    "--no-first-run",
    "--font-render-hinting=none",  # so that lines break alike everywhere
    "--window-position=0,0",
    "--window-size={},{}".format(*WINDOW),
)


class Stuck(Exception):  # noqa: N818 - the state, as the reader of the message meets it
    """Something never came up, or never became quiet."""


@dataclass(frozen=True)
class Desktop:
    """A desktop that runs.  `language` is what Orca and the browser speak ("sv")."""

    language: str
    home: Path
    environment: Mapping[str, str]
    speech: Speech

    def press(self, key: str) -> None:
        """Press a key, or several at once ("alt+shift+Down"), as a hand would."""
        self._xdotool("key", key)

    def type(self, text: str) -> None:
        """Type letters.  Only ASCII: others are on no key."""
        self._xdotool("type", "--delay", "8", text)

    def click(self, x: int, y: int) -> None:
        """Click at a point of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def wait(self, quiet: float = QUIET) -> None:
        """Return when nobody has spoken or worked for `quiet` seconds.

        Not the clock but the desktop decides: on a busy machine a program that still has something
        to say waits for a processor, and is seen to do so.
        """
        begun = since = monotonic()
        said, family = len(self.speech), _family()
        while (now := monotonic()) - since < quiet:
            if now - begun > PATIENCE:
                raise Stuck(f"The desktop is not quiet after {PATIENCE} seconds.")
            sleep(SAMPLE)
            if len(self.speech) != said or _at_work(family):
                said, family, since = len(self.speech), _family(), monotonic()

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(
            ["xdotool", *arguments],  # noqa: S607 - wherever this system has it
            env=self.environment,
            check=True,
            timeout=PATIENCE,
        )


@contextmanager
def desktop(language: str, home: Path) -> Iterator[Desktop]:
    """Run a desktop with Orca.  `home` is an empty folder with a short path: sockets are in it."""
    folders = {name: home / name for name in ("run", "locale", "share")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    locale = f"{LOCALES[language]}.UTF-8"
    source = ["-i", LOCALES[language], "-f", "UTF-8", str(folders["locale"] / locale)]
    subprocess.run(["localedef", "--no-archive", *source], check=True)  # noqa: S607
    customizations = folders["share"] / "orca" / "orca-customizations.py"
    customizations.parent.mkdir()
    customizations.write_bytes((HERE / "customizations.py").read_bytes())
    socket = home / "speech"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(folders["run"]),
        "XDG_DATA_HOME": str(folders["share"]),
        "LANG": locale,
        "LOCPATH": str(folders["locale"]),
        "GTK_MODULES": "gail:atk-bridge",
        "SPEECHD_ADDRESS": f"unix_socket:{socket}",
        "NO_AT_BRIDGE": "0",
    }
    with ExitStack() as stack:

        def start(*command: str, says: bool = False) -> str:
            """Start a program until the end; return the first line that it says, if it does."""
            log = stack.enter_context((home / f"{Path(command[0]).name}.log").open("wb"))
            program = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if says else log,
                stderr=log,
            )
            stack.callback(_end, program)
            return program.stdout.readline().decode().strip() if program.stdout else ""

        screen = "{}x{}x24".format(*WINDOW)
        display = start(
            "Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", says=True
        )
        environment["DISPLAY"] = f":{display}"
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1", says=True)
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        (home / "openbox.xml").write_text(OPENBOX, encoding="utf-8")
        start("openbox", "--sm-disable", "--config-file", str(home / "openbox.xml"))
        start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        speech = stack.enter_context(speech_server(socket))
        start("/usr/bin/python3", "-c", START_ORCA)
        running = Desktop(language, home, environment, speech)
        begun = monotonic()
        while not len(speech):  # Orca greets when it is there
            if monotonic() - begun > PATIENCE:
                raise Stuck(f"Orca has said nothing after {PATIENCE} seconds.")
            sleep(SAMPLE)
        running.wait()
        yield running


@contextmanager
def browsing(desktop: Desktop, playwright: Playwright) -> Iterator[BrowserContext]:
    """A browser with a window on the desktop."""
    wishes = desktop.home / "profile" / "Default" / "Preferences"
    wishes.parent.mkdir(parents=True)
    wishes.write_text('{"translate": {"enabled": false}}', encoding="utf-8")
    context = playwright.chromium.launch_persistent_context(
        desktop.home / "profile",
        executable_path=packages.browser(),
        headless=False,
        args=[*BROWSER_OPTIONS, f"--lang={desktop.language}"],
        env={**desktop.environment},
        locale=LOCALES[desktop.language].replace("_", "-"),
        no_viewport=True,
    )
    yield context
    context.close()


def _end(program: subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(5)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    if program.stdout:
        program.stdout.close()


def _at_work(family: frozenset[int]) -> bool:
    """Does any thread of these processes run, or wait for a processor to run on?"""
    me = str(get_native_id())
    return any(
        _fields(f"/proc/{process}/task/{thread}/stat")[:1] == ["R"]
        for process in family
        for thread in _listed(f"/proc/{process}/task")
        if thread != me
    )


def _family() -> frozenset[int]:
    """This process and all that were started by it."""
    parents = {
        int(name): int(fields[1])
        for name in _listed("/proc")
        if name.isdigit() and (fields := _fields(f"/proc/{name}/stat"))
    }
    family = frozenset({os.getpid()})
    while kin := {one for one, parent in parents.items() if parent in family} - family:
        family |= kin
    return family


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - called often: names are enough
    except FileNotFoundError:  # it has ended meanwhile
        return []


def _fields(stat: str) -> list[str]:
    """What is said of a process or thread, from its state on."""
    try:
        with open(stat, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - as above
            return file.read().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
