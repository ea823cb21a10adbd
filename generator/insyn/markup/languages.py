"""The mark of another language, `[sentence]{lang=en}`, and which codes there are."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

# What tells the language of what stands before it: `[sentence]{lang=en}`, or a whole block.
LANGUAGE = re.compile(r"\{:? *lang *= *[\"']?(?P<code>[\w-]+)[\"']? *\}")
LANGUAGE_AT_END = re.compile(rf"\s*{LANGUAGE.pattern}\s*\Z")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def is_language(code: str) -> bool:
    """Is `code` the tag of a language that browsers and screen readers can know (BCP 47)?"""
    known = code.partition("-")[0].lower() in _language_names()
    return known and bool(_TAG.fullmatch(code))


@cache
def _language_names() -> frozenset[str]:
    return frozenset(Locale("en").languages)
