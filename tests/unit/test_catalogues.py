"""Every interface text is translated, and no translation is left over."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "generator"))

import catalogues
from insyn.catalogue import Text

pytestmark = pytest.mark.slow

LANGUAGES = sorted(path.name for path in catalogues.LOCALES.iterdir() if path.name != "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert catalogues.find_missing(catalogues.read_catalogue(language)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over(language: str) -> None:
    assert catalogues.find_unused(catalogues.read_catalogue(language)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_the_same_values(language: str) -> None:
    for message in catalogues.read_catalogue(language):
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string or ()
        wanted = {name for text in ids for name in re.findall(r"%\((\w+)\)s", text)}
        for string in strings:
            found = set(re.findall(r"%\((\w+)\)s", string))
            assert found <= wanted, message.id
            # A plural form may leave its number out, a single text nothing.
            assert len(ids) > 1 or found == wanted, message.id


def test_a_missing_and_an_unused_text_are_found() -> None:
    catalogue = catalogues.read_catalogue("sv")
    catalogue.delete("Skip to the content")
    catalogue.add("Nobody says this", "Ingen säger det här")
    assert Text("Skip to the content") in catalogues.find_missing(catalogue)
    assert Text("Nobody says this") in catalogues.find_unused(catalogue)
