"""Every kind of page in a real browser, in both languages, under the published headers.

What the policy, the keyboard and wrong or old addresses make of them; tests/accessibility/ measures
the rest.  The site is the real one; the corner cases bring a redirect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
)

from reading import PAGE_KINDS, BuiltSite

pytestmark = pytest.mark.slow

WIDE = {"width": 1280, "height": 900}


Opener = Callable[..., BrowserContext]


@pytest.fixture
def opened(browser: Browser, address: str, corners: str) -> Iterator[Opener]:
    """Opens contexts in which nothing may complain, fail or ask another address."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{address}/", f"{corners}/")):
            complaints.append(f"asked {request.url}")

    def note_response(response: Response) -> None:
        if response.status >= 400:
            complaints.append(f"{response.status} {response.url}")

    def note_page(page: Page) -> None:
        page.on("console", note_message)
        page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_context(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": WIDE, **options})
        context.on("page", note_page)
        context.on("request", note_request)
        context.on("response", note_response)
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(opened: Opener) -> Page:
    return opened().new_page()


def test_the_policy_is_in_force(browser: Browser, address: str) -> None:
    """Without this, no other test here would notice what the published policy forbids."""
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    answer = page.goto(f"{address}/")
    assert answer is not None
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'broken'";
        document.head.append(script);
        document.body.setAttribute("style", "color: red");
        fetch("https://example.com/").catch(() => {});
    }""")
    page.wait_for_timeout(0)
    assert page.title() != "broken"
    assert len([text for text in refused if "Content Security Policy" in text]) >= 3
    page.close()


# --- under the policy ----------------------------------------------------------------------------


def test_no_page_complains_or_asks_another_address(page: Page, address: str) -> None:
    for paths in PAGE_KINDS.values():
        for path in paths:
            page.goto(f"{address}{path}")


# --- the keyboard --------------------------------------------------------------------------------

FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0];
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const all = [...document.querySelectorAll("a, button, input, select, summary, [tabindex]")];
    return {
        place: all.indexOf(element),
        name: element.id || element.innerText,
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        uncovered: element === top || element.contains(top) || (top && top.contains(element)),
        inside: box.top >= 0 && box.bottom <= innerHeight,
    };
}"""


def tab_to(page: Page, name: str) -> None:
    for _ in range(100):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop and stop["name"] == name:
            return
    pytest.fail(f"the Tab key never reached {name}")


def test_from_the_start_to_a_project_s_contact_with_the_keyboard_alone(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/")
    tab_to(page, "Jobbpunkt Väst Örebro")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jobbpunkt Väst Örebro")
    tab_to(page, "Kontakt")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/projekt/jobbpunkt-vast-orebro/#kontakt")
    page.keyboard.press("Tab")
    contact = page.locator("section", has=page.locator("#kontakt"))
    expect(contact.locator(":focus")).to_be_visible()
    tab_to(page, "In English")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/en/projects/jobbpunkt-vast-orebro/")
    tab_to(page, "På svenska")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/projekt/jobbpunkt-vast-orebro/")


# --- other pages ---------------------------------------------------------------------------------


def test_a_wrong_address_gets_the_page_of_its_language(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for wrong, language in (("/projekt/finns-inte/", "sv"), ("/en/projects/nowhere/", "en")):
        answer = page.goto(f"{address}{wrong}")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") > "400"
    page.close()


def test_an_old_address_leads_to_the_page(
    opened: Opener, corners: str, built_site: BuiltSite
) -> None:
    del built_site
    page = opened().new_page()
    page.goto(f"{corners}/gammal/adress/")
    expect(page).to_have_url(f"{corners}/projekt/allt-okant/")
    expect(page.get_by_role("heading", level=1)).to_have_text("=1+1")
