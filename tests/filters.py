"""The filters of a list and of the search, as the browser tests work them."""

import re

from playwright.sync_api import Locator, Page, expect


def facet(page: Page, name: str) -> Locator:
    """A facet by its name, opened."""
    filters = page.locator("[data-part=filters]")
    if filters.get_attribute("open") is None:
        filters.locator("summary").first.click()
    found = filters.locator("details").filter(
        has=page.locator("[data-part=name]", has_text=re.compile(f"^{name}$"))
    )
    if found.get_attribute("open") is None:
        found.locator("summary").click()
        expect(found.get_by_role("checkbox").first).to_be_visible()
    return found
