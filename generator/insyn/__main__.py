"""`insyn`, and `python -m insyn`: the commands, and what is told of Ctrl-C before they begin."""

from __future__ import annotations

import os
import signal
from types import FrameType


def main() -> None:
    """Run the command that was typed."""
    # Importing takes a while.  Whatever it catches, it does not catch this.
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # else it is to be passed over, as in the background
        signal.signal(signal.SIGINT, _stop)
    from insyn.cli import main as run  # noqa: PLC0415

    signal.signal(signal.SIGINT, before)
    run(prog_name="insyn")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """End at once: nothing has been begun."""
    names = ("INSYN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    language = next((os.environ[name] for name in names if os.environ.get(name)), "")
    swedish = language.startswith("sv")
    told = "Avbrutet. Inget har ändrats." if swedish else "Interrupted. Nothing was changed."
    os.write(2, f"\n{told}\n".encode())
    os._exit(130)


if __name__ == "__main__":
    main()
