"""When files of the site are saved."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Condition, Event, Thread
from types import TracebackType
from typing import Self

from watchfiles import Change, watch

from insyn.render import find_theme
from insyn.serve.listening import CannotServeError, one_line

_STEP = 100  # milliseconds until the watching looks up for a reason to end


class Saves:
    """The saves in the site's content and its theme, heard by a thread of its own.

    From when it has begun no save is missed.  The folder of the content may go and come again.
    """

    def __init__(self, site: Path, stop: Event | None = None) -> None:
        self._content = site / "content"
        self._stop = stop or Event()
        self._ended = Event()
        self._news = Condition()
        self._begun = False
        self._waiting = False
        self._error: Exception | None = None
        self._thread = Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        with self._news:
            self._news.wait_for(lambda: self._begun or self._error)
        self._raise()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def are_waiting(self) -> bool:
        """Has something been saved, or is it time to end?"""
        return self._waiting or self.is_over()

    def wait(self) -> bool:
        """Wait for a save, which then is no longer waiting; `False` when it is time to end."""
        with self._news:
            self._news.wait_for(self.are_waiting)
            self._waiting = False
        self._raise()
        return not self.is_over()

    def is_over(self) -> bool:
        """Is it time to end?"""
        return self._stop.is_set() or self._ended.is_set() or self._error is not None

    def _raise(self) -> None:
        if self._error is not None:
            why = one_line(self._error)
            raise CannotServeError(
                f"Det går inte att se när filerna i {self._content} ändras ({why}).",
                f"The files in {self._content} cannot be watched ({why}).",
            ) from self._error

    def _listen(self) -> None:
        try:
            while not self.is_over():
                self._listen_to_one_folder()
                while _identity(self._content) is None and not self.is_over():
                    self._ended.wait(_STEP / 1000)
                self._note(saved=True)
        except (OSError, RuntimeError) as error:
            self._error = error
        self._note(saved=False)

    def _listen_to_one_folder(self) -> None:
        """Hear of saves till the folder is another one, or gone."""
        folder = _identity(self._content)
        folders = [self._content]
        theme = find_theme()
        if theme.parent != Path(__file__).parents[1]:  # the repository's, not the installed one
            folders.append(theme)
        for saved in watch(
            *folders,
            watch_filter=_is_saved,
            rust_timeout=_STEP,
            yield_on_timeout=True,
            raise_interrupt=False,
            debug=False,
        ):
            self._note(saved=bool(saved))
            if self.is_over():
                return
            if _identity(self._content) != folder:
                self._note(saved=True)
                return

    def _note(self, *, saved: bool) -> None:
        with self._news:
            self._begun = True
            self._waiting |= saved
            self._news.notify_all()


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of its name; `None` if it isn't there."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_saved(_change: Change, path: str) -> bool:
    """Is it a file of the site's, and not what an editor leaves beside it?"""
    name = os.path.basename(path)  # noqa: PTH119  (asked for every file, and pathlib is slow)
    return not name.startswith(".") and not name.endswith(("~", ".swp", ".tmp"))
