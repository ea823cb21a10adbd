"""Brings the catalogues of interface texts up to date: `python generator/catalogues.py`.

Finds every text in the theme's templates and in the package, and adds those that a catalogue lacks
at its end, for a translator to fill in.  Says which are left to translate and which nobody uses.
English is the language of the keys, so its catalogue may stay empty.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from insyn import catalogue as gettext_file
from insyn.catalogue import Text, begin_catalogue, catalogue_path, find_untranslated, texts_of
from insyn.pages.addresses import FIRST_ORDER, ORDERS, Area

REPOSITORY = Path(__file__).resolve().parents[1]
THEME = REPOSITORY / "theme"
LOCALES = THEME / "locale"

_KEYWORDS = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "say": None,
    "_say": None,
    "say_many": (1, 2),
}
_TEMPLATES = [("**.html", "jinja2.ext.babel_extract")]
# Addresses are asked for by variables; their words are listed where they are declared.
_MODULES = [("pages/addresses.py", "ignore"), ("**.py", "python")]
_MORE_ADDRESS_WORDS = (
    *(
        "table",
        "region",
        "county",
        "municipality",
        "page",
        "all",
        "by-title",
        "by-budget",
        "by-end",
    ),
    *("programme-area", "phase", "year", "budget", "status", "missing", "end", "co-funder"),
    "target-group",
    *("partner", "contact", "targets", "accessibility", "planned", "running", "ended"),
    *("premises", "activities", "communication", "information", "letter", "named", "thanks"),
)


def used_texts() -> Iterator[Text]:
    """Every interface text that the theme and the package use, in order."""
    options = {"**.html": {"trimmed": "false", "silent": "false"}}
    for folder, methods in (("theme", _TEMPLATES), ("generator/insyn", _MODULES)):
        for _, _, text, _, context in extract_from_dir(
            REPOSITORY / folder, methods, options, _KEYWORDS
        ):
            one, many = (text, "") if isinstance(text, str) else (text[0], text[1])
            yield Text(one, many, context or "")
    orders = (order for order in ORDERS if order != FIRST_ORDER)
    for word in dict.fromkeys((*get_args(Area), *orders, *_MORE_ADDRESS_WORDS)):
        yield Text(word, context="address")


def read_catalogue(language: str) -> Catalog:
    """The catalogue of `language` as it stands."""
    return gettext_file.read_catalogue((THEME / catalogue_path(language)).read_bytes(), language)


def find_missing(catalogue: Catalog) -> tuple[Text, ...]:
    """The texts that the catalogue lacks or has not translated."""
    return find_untranslated(catalogue, tuple(dict.fromkeys(used_texts())))


def find_unused(catalogue: Catalog) -> tuple[Text, ...]:
    """The texts in the catalogue that nobody asks for."""
    used = {(text.one, text.context) for text in used_texts()}
    return tuple(text for text in texts_of(catalogue) if (text.one, text.context) not in used)


def main() -> int:
    """Add what is missing to every catalogue but the English one."""
    left = 0
    texts = tuple(dict.fromkeys(used_texts()))
    for language in sorted(path.name for path in LOCALES.iterdir() if path.name != "en"):
        path = THEME / catalogue_path(language)
        path.write_bytes(begin_catalogue(language, texts, path.read_bytes()))
        catalogue = read_catalogue(language)
        for said, found in (
            ("not translated", find_missing(catalogue)),
            ("used by nobody", find_unused(catalogue)),
        ):
            for text in found:
                print(f"{language}: {said}: {text.one}")
                left += 1
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
