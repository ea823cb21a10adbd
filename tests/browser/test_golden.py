"""What a screen reader is given, kind by kind, as texts that a person can read and compare.

The texts in `tests/golden/` are Playwright's aria snapshots: roles, names and order, as the browser
hands them to assistive technology.  A change is right only if it reads right; then keep it:

    .venv/bin/pytest tests/browser/test_golden.py --update-golden
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reading import PAGE_KINDS

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_sounds_as_it_did(
    browser: Browser, address: str, kind: str, language: str, request: pytest.FixtureRequest
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{PAGE_KINDS[kind][language == 'en']}")
    # The frame is the same on every page: it is read on the start page.
    part = page.locator("body" if kind == "start" else "main")
    heard = f"title: {page.title()}\n{part.aria_snapshot()}\n"
    page.close()
    golden = GOLDEN / f"{kind}.{language}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(heard, encoding="utf-8")
    assert heard == golden.read_text(encoding="utf-8")


def test_there_is_no_golden_text_without_a_page() -> None:
    kept = {file.name for file in GOLDEN.glob("*.txt")}
    assert kept == {f"{kind}.{language}.txt" for kind in PAGE_KINDS for language in ("sv", "en")}
