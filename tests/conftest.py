"""What many tests share: the browser and the checkers."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

import tools

Tool = TypeVar("Tool")


def _have(tool: Callable[[], Tool]) -> Tool:
    """Return a tool; without it the test is skipped, on a build server it fails."""
    try:
        return tool()
    except tools.ToolMissing as problem:
        if os.environ.get("CI"):
            pytest.fail(str(problem), pytrace=False)
        pytest.skip(str(problem))


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The executable of a Chromium, for Playwright's `launch(executable_path=…)`."""
    return _have(tools.chromium)


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The script of axe-core."""
    return _have(tools.axe_source)


@pytest.fixture(scope="session")
def html_faults() -> Callable[[Path], list[str]]:
    """What the HTML checker has to say about a folder of pages, one line each."""
    _have(tools.vnu_jar)
    return tools.html_faults
