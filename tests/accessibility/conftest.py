"""What the proofs share: pages that are visited once, and pages that are made wrong on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize

from accessibility.states import CORNERS, CROWDED, STATES, arrive, leave, site_of
from reading import PAGE_KINDS, BuiltSite
from server import hosting

WIDE: ViewportSize = {"width": 1280, "height": 900}


def by_language(kinds: Mapping[str, tuple[str, str]]) -> list[ParameterSet]:
    """Each kind in Swedish and English, as values of `path`."""
    return [
        pytest.param(path, id=f"{kind}-{language}")
        for kind, paths in kinds.items()
        for language, path in zip(("sv", "en"), paths, strict=True)
    ]


# Where pages are judged by what they are: each kind, and each state that it can be in.
EVERYTHING = [
    *by_language({**PAGE_KINDS, **STATES}),
    *(pytest.param(f"corners:{path}", id=f"corner-{path}") for path in CORNERS),
    *(pytest.param(f"crowded:{path}", id=f"crowded-{path}") for path in CROWDED),
]

Faulty = Callable[..., Page]


@pytest.fixture(scope="module")
def around(browser: Browser) -> Iterator[BrowserContext]:
    """A context for a module's visits, free of the policy so that a probe may style the page."""
    with browser.new_context(viewport=WIDE, bypass_csp=True) as context:
        yield context


@pytest.fixture(scope="session")
def crowded(crowded_site: BuiltSite) -> Iterator[str]:
    """Where the site with many projects is served."""
    with hosting(crowded_site.folder) as found:
        yield found


@pytest.fixture(scope="module", params=EVERYTHING)
def path(request: pytest.FixtureRequest) -> str:
    """Every kind of page and every state in both languages, one after the other for the module."""
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def base(path: str, request: pytest.FixtureRequest) -> str:
    """Where the site that has `path` is served."""
    found: str = request.getfixturevalue(site_of(path))
    return found


@pytest.fixture(scope="module")
def loaded(around: BrowserContext, base: str, path: str) -> Iterator[Page]:
    """The page at `path`, in its state."""
    page = around.new_page()
    arrive(page, base, path)
    yield page
    leave(page)


@pytest.fixture
def visit(loaded: Page) -> Iterator[Page]:
    """The page at `path`, loaded once for all tests of a module, in a wide window.

    A test may change window and media, but not what is on the page.
    """
    yield loaded
    loaded.emulate_media(
        media="null",
        color_scheme="null",
        contrast="null",
        forced_colors="null",
        reduced_motion="null",
    )
    if loaded.viewport_size != WIDE:
        loaded.set_viewport_size(WIDE)


@pytest.fixture
def faulty(browser: Browser, address: str) -> Iterator[Faulty]:
    """Opens a page that is made wrong on its way to the browser.

    `faulty(path, find, put, …)` is the page at `path` with the first `find` of its HTML replaced
    by `put`, in a context with the options that follow; no policy is in force there.
    """
    contexts: list[BrowserContext] = []

    def opened(path: str, find: str, put: str, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": WIDE, "bypass_csp": True, **options})
        contexts.append(context)
        whole = f"{address}{path}"

        def change(route: Route) -> None:
            response = route.fetch()
            text = response.text()
            assert find in text, f"{find!r} is not on {path}"
            route.fulfill(response=response, body=text.replace(find, put, 1))

        context.route(whole, change)
        page = context.new_page()
        page.goto(whole)
        return page

    yield opened
    for context in contexts:
        context.close()
