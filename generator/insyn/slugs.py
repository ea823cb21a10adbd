"""How a text is spelled in an address: small letters without accents, figures and hyphens."""

from __future__ import annotations

from functools import lru_cache

from slugify import slugify as _slugify

LONGEST_NAME = 100
"""In characters: a longer name is cut, since no file system has files with names of any length."""


# The same names come again on page after page.
@lru_cache(maxsize=100_000)
def slugify(text: str, max_length: int = 0) -> str:
    """`text` as a part of an address; empty where it has neither letters nor figures.

    Letters of other alphabets are spelled in Latin ones, the same on every machine.  What is
    longer than `max_length` ends after a whole word.
    """
    return _slugify(
        text,
        max_length=max_length,
        word_boundary=bool(max_length),
        save_order=True,
        backend="text-unidecode",
    )
