"""The HTML checker has nothing to say about any page, style or picture, and nothing is ignored."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reading import BuiltSite

pytestmark = pytest.mark.slow


def test_both_sites_are_valid(
    built_site: BuiltSite,
    corner_site: BuiltSite,
    html_faults: Callable[[Path], list[str]],
    tmp_path: Path,
) -> None:
    # One run of the checker for both: it starts slowly.
    shutil.copytree(built_site.folder, tmp_path / "site")
    shutil.copytree(corner_site.folder, tmp_path / "corners")
    assert html_faults(tmp_path) == []


def test_the_checker_sees(html_faults: Callable[[Path], list[str]], tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text(
        "<!doctype html><html lang=sv><title>Fel</title><p><div>Text</div></p>", encoding="utf-8"
    )
    (tmp_path / "wrong.css").write_text("p { colour: red }", encoding="utf-8")
    faults = html_faults(tmp_path)
    assert any("wrong.html" in fault for fault in faults)
    assert any("wrong.css" in fault for fault in faults)
