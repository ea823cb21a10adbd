"""What the journeys by ear share: a desktop for each language, and visitors on it."""

from __future__ import annotations

import os
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

Visits = Callable[[], Listener]


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
def visits(room: tuple[Desktop, BrowserContext], built_site: BuiltSite) -> Iterator[Visits]:
    """Makes a visitor who was never here: each has an address of the site for herself.

    So no link is visited yet, and no notice put away.
    """
    running, context = room
    with ExitStack() as stack:

        def made() -> Listener:
            address = stack.enter_context(hosting(built_site.folder))
            return Listener(running, context.pages[0], address)

        yield made
