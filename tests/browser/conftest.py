"""What the tests in a real browser share: contexts in which nothing may complain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

Opener = Callable[..., BrowserContext]


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens contexts in which nothing may complain, fail, keep a cookie or ask another site."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def note_request(request: Request) -> None:
        if urlsplit(request.url).hostname not in (None, "127.0.0.1"):
            complaints.append(f"asked {request.url}")

    def note_response(response: Response) -> None:
        if response.status >= 400:
            complaints.append(f"{response.status} {response.url}")

    def open_context(**options: Any) -> BrowserContext:
        context = browser.new_context(
            **{"base_url": address, "viewport": {"width": 1280, "height": 900}, **options}
        )
        context.set_default_timeout(10_000)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text))
        context.on("request", note_request)
        context.on("response", note_response)
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        complaints += (f"a cookie: {one}" for one in context.cookies())
        context.close()
    assert complaints == []


@pytest.fixture
def page(opened: Opener) -> Page:
    """A page in which nothing may complain."""
    return opened().new_page()
