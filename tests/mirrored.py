"""A catalogue in Arabic letters: every text of the interface, spelled by rule and read by nobody.

So a text that the catalogue has no place for is seen at once: it is still in Latin letters.
"""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

from babel.messages.pofile import write_po

from insyn.build import model_texts
from insyn.catalogue import begin_catalogue, catalogue_path, read_catalogue
from insyn.render import Theme, find_theme

SITE = Path(__file__).parent / "sites" / "arabic"
KEPT = re.compile(r"(%\(\w+\)s|\{\w+\}|<[^<>]*>|&#?\w+;|%%)")
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابكدهفغحيجقلمنوبقرستوفوخيز")


def in_arabic_letters(text: str) -> str:
    """`text` with its values and markup as they are."""
    parts = KEPT.split(text)
    return "".join(
        part if index % 2 else part.lower().translate(LETTERS) for index, part in enumerate(parts)
    )


def mirrored_catalogue(code: str = "ar") -> bytes:
    """A whole catalogue of a language, with English addresses."""
    texts = (*Theme(find_theme()).texts, *model_texts())
    catalogue = read_catalogue(begin_catalogue(code, texts), code)
    for message in catalogue:
        if isinstance(message.id, str):
            is_address = message.context == "address"
            message.string = message.id if is_address else in_arabic_letters(message.id)
        elif message.id:
            many = in_arabic_letters(message.id[1])
            message.string = (many,) * catalogue.num_plurals
    written = io.BytesIO()
    write_po(written, catalogue)
    return written.getvalue()


def translated_site(folder: Path, code: str = "ar") -> Path:
    """The site of tests/sites/arabic in `folder`, as if it were in the language `code`."""
    if not folder.exists():
        shutil.copytree(SITE, folder)
        for file in (folder / "content").glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(r"\bar\b", code, text), encoding="utf-8")
        path = folder / "content" / "overrides" / catalogue_path(code)
        path.parent.mkdir(parents=True)
        path.write_bytes(mirrored_catalogue(code))
    return folder
