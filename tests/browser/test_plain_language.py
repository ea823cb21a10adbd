"""Advice on plain language beside the page, in the preview."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from serving import PATIENCE, previewed, write_about, write_site

pytestmark = pytest.mark.slow

TEXT = "Kommunen erhåller bidrag.\n\nHuset byggs av frivilliga. Det finns plats för alla."


def test_the_panel_says_how_the_text_of_the_page_reads(
    browser: Browser, axe_source: str, tmp_path: Path
) -> None:
    site = write_site(tmp_path / "site")
    write_about(site, TEXT)
    with previewed(site) as running, browser.new_context() as context:
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{running.address}om/")
        page.locator(".opener").click()
        part = page.locator(".plain-part")
        expect(part.get_by_role("heading", level=3)).to_have_text("Klarspråk")
        expect(part).to_contain_text("16 ord i 4 meningar. För kort för LIX.")
        expect(part.get_by_role("listitem").filter(has_text="erhåller")).to_contain_text(
            "Skriv hellre: får"
        )
        # What the part says is not said above it as well.
        expect(page.locator(".panel").get_by_text("”erhåller”")).to_have_count(1)
        expect(part.get_by_role("heading", level=4)).to_have_text("1 ställe i passiv form")
        link = part.get_by_role("link", name="Rad 11: byggs")
        expect(link).to_have_attribute("href", "/_insyn/file?path=content%2Fpages%2Fom.md#L11")
        page.evaluate(axe_source)
        found = page.evaluate(
            "axe.run({fromShadowDom: ['insyn-preview', '.plain-part']})"
            ".then(({violations, passes}) => [violations, passes.length])"
        )
        assert found[0] == []
        assert found[1] > 0
        panel = page.locator(".panel")
        assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")

        write_about(site, "Kommunen får bidrag från staten.")
        expect(part).not_to_contain_text("erhåller")
        expect(part.get_by_role("heading", level=4)).to_have_count(0)
