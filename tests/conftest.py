"""What many tests share: the built sites, the browser and the checkers."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

import tools
from insyn.build import build, make
from reading import BUILD_DAY, ROOT, BuiltSite

Tool = TypeVar("Tool")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` keeps what the pages say now as what they should say."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/")


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
def reader_source() -> str:
    """The script of the virtual screen reader."""
    return _have(tools.reader_source)


@pytest.fixture(scope="session")
def html_faults() -> Callable[[Path], list[str]]:
    """What the HTML checker has to say about a folder of pages, one line each."""
    _have(tools.vnu_jar)
    return tools.html_faults


def _build(site: Path, folder: Path) -> BuiltSite:
    website = make(site, today=BUILD_DAY)
    assert website.problems == (), website.problems
    output = folder / "public"
    assert build(website, output) == ()
    address = (output / "robots.txt").read_text(encoding="utf-8").rpartition("Sitemap: ")[2]
    return BuiltSite(output, address.strip().removesuffix("/sitemap.xml"))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of this repository, built on a fixed day."""
    return _build(ROOT, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def corner_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site of corner cases: what is unknown, untranslated, old, or looks like a formula."""
    return _build(ROOT / "tests" / "sites" / "corners", tmp_path_factory.mktemp("corners"))
