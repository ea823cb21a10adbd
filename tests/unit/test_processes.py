"""Work is spread over processes only where the computer lets them share it."""

from __future__ import annotations

import multiprocessing.synchronize
import os

import pytest

import insyn.processes
from insyn.processes import spread


def test_where_processes_may_not_share_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose /dev/shm nobody but root may write to."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(multiprocessing.synchronize.SemLock, "__init__", refuse)
    monkeypatch.setattr(insyn.processes, "_processes", lambda: 2)
    here = os.getpid()
    found = spread(lambda item: (item, os.getpid()), range(40), worthwhile=10)
    assert found == [(item, here) for item in range(40)]
