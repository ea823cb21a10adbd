"""What many tests share: the built sites, the browser and the checkers."""

import fcntl
import gc
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from playwright.sync_api import Browser, Playwright, sync_playwright

import evidence
import tools
from accessibility.report import write_report
from insyn.build import build, make
from insyn.demo import demo_files
from insyn.language import load_language
from insyn.model import Portfolio, load
from insyn.pages import Plan, plan
from insyn.render import find_theme
from insyn.source import read_content
from mirrored import translated_site
from reading import BUILD_DAY, CONTENT_DAY, ROOT, BuiltSite
from server import hosting

Tool = TypeVar("Tool")
Shared = Callable[[str], AbstractContextManager[Path]]
COLLECTOR = pytest.StashKey[evidence.Collector]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` keeps what the pages say now as what they should say."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/")
    parser.addoption(
        "--evidence", metavar="NAME", help="keep what is proved of accessibility, write the report"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect what is proved of accessibility; the workers' reports arrive where it is kept."""
    config.stash[COLLECTOR] = evidence.Collector()
    config.pluginmanager.register(config.stash[COLLECTOR])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process more than there are processors: who waits for a browser needs none."""
    if config.option.markexpr == "not slow":
        return None  # as many as there are: the quick tests wait for nothing
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not among what stays to the end: it took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep the evidence, if so asked, where all workers' reports have arrived."""
    name = session.config.getoption("--evidence")
    if name and not hasattr(session.config, "workerinput"):
        collector = session.config.stash[COLLECTOR]
        day = datetime.now(tz=UTC).date().isoformat()
        evidence.keep(name, collector.evidence(day))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the accessibility report and say where it is."""
    if terminalreporter.config.getoption("--evidence"):
        for line in write_report(evidence.kept()):
            terminalreporter.write_line(line)


@pytest.fixture
def examined(request: pytest.FixtureRequest) -> Callable[[Iterable[str]], None]:
    """Tells the report which pages a test has looked at; for tests without the parameter `path`."""
    pages = request.node.stash.setdefault(evidence.EXAMINED, set())
    return pages.update  # type: ignore[no-any-return]


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
def form_bundle() -> Path:
    """The folder with the script of the form for editors."""
    return _have(tools.form_bundle)


@pytest.fixture(scope="session")
def reader_source() -> str:
    """The script of the virtual screen reader."""
    return _have(tools.reader_source)


@pytest.fixture(scope="session")
def alfa_scripts() -> dict[str, str]:
    """The scripts by which Siteimprove Alfa reads a page."""
    return _have(tools.alfa_scripts)


@pytest.fixture(scope="session")
def markup_faults() -> Callable[[Path], list[str]]:
    """What html-validate has to say about a folder of pages, one line each."""
    _have(tools.html_validate)
    return tools.markup_faults


@pytest.fixture(scope="session")
def html_faults() -> Callable[[Path], list[str]]:
    """What the HTML checker has to say about a folder of pages, one line each."""
    _have(tools.vnu_jar)
    return tools.html_faults


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """A folder by name, which the first of the processes that share the tests fills for all.

    While one is in it no other is.  What is there already stays; nothing may be changed later.
    """
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    @contextmanager
    def opened(name: str) -> Iterator[Path]:
        (folder / name).mkdir(exist_ok=True)
        with (folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield folder / name

    return opened


def _build(site: Path, folder: Path, today: date = BUILD_DAY) -> BuiltSite:
    output = folder / "public"
    if not output.exists():
        website = make(site, today=today)
        assert website.problems == (), website.problems
        assert build(website, output) == ()
    return _read(output)


def _read(output: Path) -> BuiltSite:
    """A site that is built, by the address that it tells to search engines."""
    address = (output / "robots.txt").read_text(encoding="utf-8").rpartition("Sitemap: ")[2]
    return BuiltSite(output, address.strip().removesuffix("/sitemap.xml"))


@pytest.fixture(scope="session")
def built_site(shared: Shared) -> BuiltSite:
    """The site of this repository, built on a fixed day."""
    with shared("site") as folder:
        return _build(ROOT, folder, CONTENT_DAY)


@pytest.fixture(scope="session")
def corner_site(shared: Shared) -> BuiltSite:
    """A site of corner cases: what is unknown, untranslated, old, or looks like a formula."""
    with shared("corners") as folder:
        return _build(ROOT / "tests" / "sites" / "corners", folder)


@pytest.fixture(scope="session", params=["built_site", "corner_site"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """The real site, and that of the corner cases, which has all that cards can say."""
    found: BuiltSite = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def portfolio() -> Portfolio:
    """The cards of the real site."""
    found, problems = load(read_content(ROOT))
    assert found is not None
    assert problems == ()
    return found


@pytest.fixture(scope="session")
def arabic(shared: Shared) -> BuiltSite:
    """A site that is read from right to left, with interface texts made by rule."""
    with shared("arabic") as folder:
        return _build(translated_site(folder / "site"), folder)


@pytest.fixture(scope="session")
def wheel(shared: Shared) -> Path:
    """The wheel of Insyn, made without the network."""
    with shared("wheel") as folder:
        if not list(folder.glob("insyn-*.whl")):
            command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "."]
            options = ["--wheel-dir", str(folder), "--no-build-isolation"]
            subprocess.run([*command, *options], cwd=ROOT, check=True)
        (found,) = folder.glob("insyn-*.whl")
        return found


@pytest.fixture(scope="session")
def installed(wheel: Path, shared: Shared) -> Path:
    """The command `insyn` of an environment that has the wheel, and not this repository.

    The libraries are those of the tests: a path in a `.pth` file brings no editable package along.
    """
    with shared("installed") as folder:
        command = folder / "bin" / "insyn"
        if not command.exists():
            python = [sys.executable, "-m"]
            subprocess.run([*python, "venv", "--without-pip", str(folder)], check=True)
            (packages,) = (folder / "lib").glob("python3*/site-packages")
            (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
            options = ["--quiet", "--no-deps", "--no-index", "--ignore-installed", str(wheel)]
            pip = [*python, "pip", "--python", str(folder / "bin" / "python"), "install"]
            subprocess.run([*pip, *options], check=True)
        return command


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """The folder of a site with so many made-up projects; the sizes to use are 0, 1, 5 and 300."""

    @cache
    def made(count: int) -> Path:
        folder = tmp_path_factory.mktemp(f"demo-{count}")
        for file in demo_files(count):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        return folder

    return made


@pytest.fixture(scope="session")
def demo_portfolio(demo_site: Callable[[int], Path]) -> Callable[[int], Portfolio]:
    """A portfolio of so many made-up projects; loaded once."""

    @cache
    def loaded(count: int) -> Portfolio:
        portfolio, problems = load(read_content(demo_site(count)))
        assert problems == ()
        assert portfolio is not None
        return portfolio

    return loaded


@pytest.fixture(scope="session")
def demo_plan(demo_portfolio: Callable[[int], Portfolio]) -> Callable[[int], Plan]:
    """The pages of a site with so many made-up projects, on the fixed day; planned once."""

    @cache
    def planned(count: int) -> Plan:
        portfolio = demo_portfolio(count)
        folder = find_theme() / "locale"
        languages = {code: load_language(code, folder) for code in portfolio.site.languages}
        found, problems = plan(portfolio, languages, base=portfolio.site.address, today=BUILD_DAY)
        assert problems == ()
        return found

    return planned


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers; there can be one at a time."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: Path) -> Iterator[Browser]:
    """A Chromium for all tests; each opens contexts of its own."""
    started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    yield started
    started.close()


@pytest.fixture(scope="session")
def address(built_site: BuiltSite) -> Iterator[str]:
    """Where the site of this repository is served, with the headers that are published."""
    with hosting(built_site.folder) as found:
        yield found


@pytest.fixture(scope="session")
def corners(corner_site: BuiltSite) -> Iterator[str]:
    """Where the site of corner cases is served."""
    with hosting(corner_site.folder) as found:
        yield found


MADE_UP = 60


@pytest.fixture(scope="session")
def crowded_site(shared: Shared, demo_site: Callable[[int], Path]) -> BuiltSite:
    """The cards of this repository among many made-up ones, in Swedish and English."""
    with shared("crowded") as folder:
        if not (folder / "public").exists():
            _crowd(demo_site(MADE_UP), folder / "site")
            website = make(folder / "site", today=BUILD_DAY)
            assert not website.stopped, website.problems
            assert build(website, folder / "public") == ()
        return _read(folder / "public")


def _crowd(made_up: Path, site: Path) -> None:
    shutil.copytree(made_up, site, dirs_exist_ok=True)
    content = site / "content"
    for kind in ("projects", "stories", "organisations"):
        shutil.copytree(ROOT / "content" / kind, content / kind, dirs_exist_ok=True)
    shutil.copy(ROOT / "content" / "glossary.yaml", content)
    told = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8"))
    real = yaml.safe_load((ROOT / "content" / "site.yaml").read_text(encoding="utf-8"))
    for choices in ("programme_areas", "phases", "target_groups"):
        told[choices] += [choice for choice in real[choices] if choice not in told[choices]]
    told["languages"] = ["sv", "en"]
    (content / "site.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    for card in content.rglob("*.fi.md"):
        card.unlink()
