"""Work spread over the computer's processors, with the very result that one would give.

A process is split in two by `fork`: the new ones know all that this one knows, and only what they
find is sent back.  That is safe on Linux while there is one thread alone; everywhere else, and for
little work, all is done here.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this are done before other processes would have begun.
_WORTHWHILE = 200
# Pieces for each process: more make the ends meet better, fewer cost less to send.
_PIECES = 6

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], *, worthwhile: int = _WORTHWHILE
) -> list[Result]:
    """`work` done on each of `items`, in order; by several processes from `worthwhile` items on.

    What `work` returns must be picklable.  What else it does, such as remembering, is lost where
    another process did it.
    """
    global _work  # noqa: PLW0603  (a fork inherits it, so that nothing need be sent there)
    count = _processes()
    if len(items) < worthwhile or count == 1 or _work is not None:
        return [work(item) for item in items]
    # Not before now: importing them takes longer than a small site.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    try:
        executor = ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=_begin)
    except OSError:  # a sandbox without /dev/shm, which processes wait for each other with
        return [work(item) for item in items]
    pieces = count * _PIECES
    edges = [len(items) * piece // pieces for piece in range(pieces + 1)]
    _work = (work, items)
    gc.freeze()  # else each process would copy every object, to count its references
    try:
        with executor:
            try:
                found = executor.map(_piece, edges[:-1], edges[1:])
                return [result for piece in found for result in piece]
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                raise
    finally:
        gc.unfreeze()
        _work = None


def _processes() -> int:
    """How many processes may share the work; 1 where it isn't safe to fork."""
    if sys.platform != "linux":
        return 1
    try:
        # Threads that Python does not know count as well.
        threads = len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return 1
    return len(os.sched_getaffinity(0)) if threads == 1 else 1


def _begin() -> None:
    """Let Ctrl-C end the process that waits for this one, without a word from here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _piece(start: int, end: int) -> list[Any]:
    if _work is None:
        raise RuntimeError
    work, items = _work
    return [work(item) for item in items[start:end]]
