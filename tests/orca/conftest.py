"""What the journeys by ear share: a desktop for each language, and visitors on it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright

from orca import packages
from orca.desktop import Desktop, browsing, desktop
from orca.listening import Listener
from reading import BuiltSite
from server import hosting

Visits = Callable[..., Listener]


@pytest.fixture(scope="session", params=["sv", "en"])
def room(
    request: pytest.FixtureRequest, playwright: Playwright
) -> Iterator[tuple[Desktop, BrowserContext]]:
    """A desktop that speaks a language, and its browser; one after the other."""
    problem = packages.why_not()
    if problem and os.environ.get("CI"):
        pytest.fail(problem, pytrace=False)
    if problem:
        pytest.skip(problem)
    # Not pytest's own folder: its path would be too long for the sockets.
    with (
        tempfile.TemporaryDirectory(prefix="orca-") as home,
        desktop(request.param, Path(home)) as running,
        browsing(running, playwright) as context,
    ):
        running.wait()
        yield running, context


@pytest.fixture
def visits(
    room: tuple[Desktop, BrowserContext], built_site: BuiltSite, tmp_path: Path
) -> Iterator[Visits]:
    """Makes a visitor who was never here: each has an address of the site for herself.

    So no link is visited yet, and no notice put away.  `visits(path, find, put)` lets her meet a
    page that is wrong on purpose: with the first `find` of its HTML replaced by `put`.
    """
    running, context = room
    with ExitStack() as stack:

        def made(path: str = "", find: str = "", put: str = "") -> Listener:
            folder = built_site.folder
            if path:
                folder = tmp_path / "spoilt"
                shutil.copytree(built_site.folder, folder, copy_function=os.link)
                page = folder / path.strip("/") / "index.html"
                text = page.read_text(encoding="utf-8")
                assert find in text, f"{find!r} is not on {path}"
                page.unlink()
                page.write_text(text.replace(find, put, 1), encoding="utf-8")
            address = stack.enter_context(hosting(folder))
            return Listener(running, context.pages[0], address)

        yield made
