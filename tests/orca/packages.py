"""What has to be installed before Orca can be heard, and the command that installs it.

`make test-orca` runs this file as a command first.  A screen reader is a part of a desktop: it
cannot come from Python's index.  So on a Debian where the command is root, apt fetches it; anywhere
else one sentence says what is missing and how to get it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# What is looked for, and the Debian package that has it.
NEEDED = {
    "orca": "orca",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-x11",
    "localedef": "libc-bin",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
    "/usr/lib/python3/dist-packages/speechd": "python3-speechd",
    "/usr/lib/*/girepository-1.0/Wnck-3.0.typelib": "gir1.2-wnck-3.0",
    "/usr/lib/*/girepository-1.0/Gtk-3.0.typelib": "gir1.2-gtk-3.0",
    "/usr/share/i18n/locales/sv_SE": "locales",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL_TIMEOUT = 900  # seconds


def browser() -> str | None:
    """Return a Chromium with a window; the one that npm has is made without."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def missing() -> list[str]:
    """Return the Debian packages that are still to be installed."""
    wanted = [package for name, package in NEEDED.items() if not _is_there(name)]
    return wanted if browser() else [*wanted, "chromium"]


def why_not() -> str | None:
    """Return one sentence with what is missing and how to get it; nothing when all is there."""
    if not (packages := missing()):
        return None
    names = " ".join(packages)
    return f"Orca cannot be heard here: on Debian, run apt install {names}, and try again."


def main() -> int:
    """Install what is missing where that can be done; 1 on a build server without it."""
    packages = missing()
    if packages and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing with apt: {' '.join(packages)} ...", flush=True)
        _install(packages)
    problem = why_not()
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem and os.environ.get("CI") else 0


def _is_there(name: str) -> bool:
    if name.startswith("/"):
        return any(Path("/").glob(name.removeprefix("/")))
    return shutil.which(name) is not None


def _install(packages: list[str]) -> None:
    for command in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        try:
            done = subprocess.run(
                ["apt-get", *command],  # noqa: S607 - wherever this system has it
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=INSTALL_TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            print(f"apt took longer than {INSTALL_TIMEOUT} seconds and was given up.", flush=True)
            return
        if done.returncode:
            print("\n".join(done.stdout.splitlines()[-6:]), flush=True)
            return


if __name__ == "__main__":
    sys.exit(main())
