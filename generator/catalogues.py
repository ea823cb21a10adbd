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
from babel.messages.pofile import read_po, write_po

from insyn.pages.addresses import FIRST_ORDER, ORDERS, Area

REPOSITORY = Path(__file__).resolve().parents[1]
LOCALES = REPOSITORY / "theme" / "locale"

Key = tuple[str | tuple[str, str], str | None]  # the text (or one and many), its context

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
# Babel's own header would carry the hour of writing.
_HEADER = """\
# Interface texts of Insyn. The keys are the English texts.
# `python generator/catalogues.py` adds what is new at the end.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: nplurals={count}; plural={plural};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
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


def used_texts() -> Iterator[Key]:
    """Every interface text that the theme and the package use, in order."""
    options = {"**.html": {"trimmed": "false", "silent": "false"}}
    for folder, methods in (("theme", _TEMPLATES), ("generator/insyn", _MODULES)):
        for _, _, text, _, context in extract_from_dir(
            REPOSITORY / folder, methods, options, _KEYWORDS
        ):
            yield (text if isinstance(text, str) else (text[0], text[1])), context
    orders = (order for order in ORDERS if order != FIRST_ORDER)
    for word in dict.fromkeys((*get_args(Area), *orders, *_MORE_ADDRESS_WORDS)):
        yield word, "address"


def read_catalogue(language: str) -> Catalog:
    """The catalogue of `language` as it stands."""
    with (LOCALES / language / "LC_MESSAGES" / "insyn.po").open("rb") as stream:
        return read_po(stream, locale=language)


def write_catalogue(catalogue: Catalog, language: str) -> None:
    """Put `catalogue` where `read_catalogue` found it, its texts in the same order."""
    with (LOCALES / language / "LC_MESSAGES" / "insyn.po").open("wb") as stream:
        header = _HEADER.format(
            language=language, count=catalogue.num_plurals, plural=catalogue.plural_expr
        )
        stream.write(header.encode())
        write_po(stream, catalogue, width=100, no_location=True, omit_header=True)


def find_missing(catalogue: Catalog) -> tuple[Key, ...]:
    """The texts that the catalogue lacks or has not translated."""
    missing: dict[Key, None] = {}
    for text, context in used_texts():
        one = text if isinstance(text, str) else text[0]
        message = catalogue.get(one, context)
        string = message.string if message else None
        forms = (string,) if isinstance(string, str) else tuple(string or ())
        plural = message is not None and isinstance(message.id, (tuple, list))
        wanted = 1 if isinstance(text, str) else catalogue.num_plurals
        if len(forms) < wanted or not all(forms) or (wanted > 1 and not plural):
            missing[text, context] = None
    return tuple(missing)


def find_unused(catalogue: Catalog) -> tuple[str, ...]:
    """The texts in the catalogue that nobody asks for."""
    used = {
        (one, context)
        for text, context in used_texts()
        for one in ((text,) if isinstance(text, str) else text[:1])
    }
    return tuple(
        one
        for message in catalogue
        if message.id
        for one in [message.id if isinstance(message.id, str) else message.id[0]]
        if (one, message.context) not in used
    )


def main() -> int:
    """Add what is missing to every catalogue but the English one."""
    left = 0
    for folder in sorted(path for path in LOCALES.iterdir() if path.name != "en"):
        catalogue = read_catalogue(folder.name)
        for text, context in find_missing(catalogue):
            one = text if isinstance(text, str) else text[0]
            if catalogue.get(one, context) is None:
                catalogue.add(text, context=context)
            print(f"{folder.name}: not translated: {one}")
            left += 1
        for one in find_unused(catalogue):
            print(f"{folder.name}: used by nobody: {one}")
            left += 1
        write_catalogue(catalogue, folder.name)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
