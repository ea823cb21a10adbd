"""What no page may have: programmers' words, empty parts, words in the wrong language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from reading import BuiltSite, Document, Element, plain

ROOT = Path(__file__).parents[2]
PROGRAMMERS = re.compile(
    r"\b(?:None|null|undefined|NaN|Undefined|Traceback)\b|\{\{|\{%|%\(|&amp;(?:amp|lt|gt|#)"
)
FULL_OF_TEXT = frozenset(
    "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table caption th td section nav a button label legend"
    " option title strong em blockquote figure figcaption".split()
)
# Parts of the search page that wait for its script.
WAITING = frozenset({"data-part", "data-field"})
HEARD = ("alt", "aria-label", "title", "placeholder", "abbr", "data-label", "content")
# The head of a page cannot say that a card is not translated.
SHOWN = HEARD[:-1]


def test_no_page_speaks_as_programmers_do(site: BuiltSite) -> None:
    found = {
        path: match[0]
        for path, page in site.pages.items()
        if (match := PROGRAMMERS.search(page.html))
    }
    assert found == {}


def is_filled(element: Element) -> bool:
    """Is there anything to read in here, or a picture that says something?"""
    if element.text:
        return True
    return any(
        WAITING & set(child.attributes)
        or is_decoration(child)
        or (child.name == "img" and child.attributes.get("alt"))
        or (child.name == "svg" and child.attributes.get("role") == "img")
        or child.name in ("input", "select")
        for child in element.all()
    )


def is_decoration(element: Element) -> bool:
    """Is it a picture that the editors call decoration?  Only those at the top of a page can be."""
    return (
        element.name == "img"
        and element.attributes["alt"] == ""
        and any("lead-picture" in above.attributes.get("class", "") for above in line(element))
    )


def test_nothing_is_empty(site: BuiltSite) -> None:
    empty = [
        (path, element.name, element.attributes)
        for path, page in site.pages.items()
        for element in page.tree.one("body").all()
        if element.name in FULL_OF_TEXT
        and not WAITING & set(element.attributes)
        and not any(above.name == "template" for above in line(element))
        and not is_filled(element)
    ]
    assert empty == []


def test_no_attribute_that_is_heard_is_empty(site: BuiltSite) -> None:
    empty = [
        (path, element.name, name)
        for path, page in site.pages.items()
        for element in page.tree.all()
        for name in (*HEARD, "id", "href", "lang", "name")
        if element.attributes.get(name, "-").strip() == "" and not is_decoration(element)
    ]
    assert empty == []


def line(element: Element) -> Iterator[Element]:
    """The elements around this one, from the inside out."""
    while element.parent:
        element = element.parent
        yield element


# --- languages -----------------------------------------------------------------------------------


def texts_in(page: Document, language: str, attributes: tuple[str, ...]) -> Iterator[str]:
    """Every text that is read in this language, attributes too."""
    for text, element in page.tree.one("body").texts():
        if plain(text) and element.language == language:
            yield plain(text)
    for element in page.tree.all():
        for name in attributes:
            if name in element.attributes and element.language == language:
                yield plain(element.attributes[name])
    if page.language == language:
        yield plain(page.title)


def untranslated(language: str) -> re.Pattern[str]:
    """What fits every English interface text that `language` says otherwise."""
    folder = ROOT / "theme" / "locale" / language / "LC_MESSAGES"
    with (folder / "insyn.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    patterns: set[str] = set()
    for message in catalogue:
        identifiers = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        for identifier in identifiers:
            # A pattern without a word of its own, such as "%(found)s – %(title)s", fits anything.
            words = re.sub(r"%\(\w+\)s|\W", "", str(identifier))
            if len(words) > 2 and identifier not in strings and message.context != "address":
                parts = re.split(r"%\(\w+\)s", plain(str(identifier)).replace("%%", "%"))
                patterns.add(".+".join(re.escape(part) for part in parts))
    assert len(patterns) > 100
    return re.compile("|".join(sorted(patterns)))


def test_no_interface_text_is_left_in_english(site: BuiltSite) -> None:
    pattern = untranslated("sv")
    found = {
        (text, path)
        for path, page in site.pages.items()
        if page.language == "sv"
        for text in texts_in(page, "sv", HEARD)
        if pattern.fullmatch(text)
    }
    assert found == set()


# Words that are common in one language and no word of the other.
SWEDISH = re.compile(r"\b(?:och|att|som|för|är|på|med|till|av|inte|deras|från|skulle)\b")
ENGLISH = re.compile(r"\b(?:the|and|of|to|with|were|was|from|their|that|which)\b")


@pytest.mark.parametrize(("language", "foreign"), [("sv", ENGLISH), ("en", SWEDISH)])
def test_texts_are_in_the_language_that_they_say(
    built_site: BuiltSite, corner_site: BuiltSite, language: str, foreign: re.Pattern[str]
) -> None:
    """Two such words in a text of at least five are enough.

    Names of organisations, people, places and documents are proper names and keep their form.
    """
    names = {
        link.words
        for site in (built_site, corner_site)
        for link in site.page("/partner/").main.all("a")
    }
    found = {
        (path, text)
        for site in (built_site, corner_site)
        for path, page in site.pages.items()
        for text in texts_in(page, language, SHOWN)
        if len(text.split()) > 4 and len(foreign.findall(text)) > 1 and text not in names
    }
    assert found == set()
