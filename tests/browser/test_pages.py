"""Every kind of page in a real browser, in both languages, under the published headers.

What the policy, the keyboard and wrong or old addresses make of them; tests/accessibility/ measures
the rest.  The site is the real one; the corner cases bring a redirect.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import (
    Browser,
    Page,
    expect,
)

from browser.conftest import Opener
from reading import PAGE_KINDS, BuiltSite

pytestmark = pytest.mark.slow


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


def tab_to(page: Page, name: str) -> None:
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == name:
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
