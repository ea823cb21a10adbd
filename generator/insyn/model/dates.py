"""What a date that is not written year-month-day can have been meant to say."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb febr",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
DASHES = re.compile(r"[‐‑‒–—−]")
"""What other programs make of a hyphen."""
# `lördag den 31/12 2011`
_BEFORE = re.compile(r"^(?:[a-zåäö]+da(?:g|gen|y),?\s+)?(?:den\s+|the\s+)?(?=\d)")
_MIDNIGHT = re.compile(r"[ t]00:00(?::00)?$")  # what a spreadsheet adds to a day
_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/. ])\s*(\d{1,2})\2\s*(\d{1,2})|(\d{2})(\d{2}))")
# The way to write a date by hand in Swedish, and in no other language: 1/3-2025.
_SLASH_AND_HYPHEN = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*-\s*(\d{4})")
_TWO_NUMBERS = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})(?:\s*\2\s*|\s+)(\d{4})")
_DAY_NAMED = re.compile(r"(\d{1,2})(?::?[ae]|st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]+)\.?,?\s+(\d{4})")
_NAMED_DAY = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def dates_meant(typed: str) -> tuple[date, ...]:
    """The days that `typed` can mean, each once: none, one, or two.

    `5 januari 2009`, `2009/1/5` and `13/1 2009` mean one day.  `5/1 2009` means two: a Swede writes
    the day first, an American the month.  `5/1-2009` is Swedish, and means the 5th of January.
    """
    text = _MIDNIGHT.sub("", DASHES.sub("-", typed).casefold().strip(" ."))
    text = _BEFORE.sub("", text)
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part and part.isdigit())
        return _days((year, month, day))
    if found := _SLASH_AND_HYPHEN.fullmatch(text):
        return _days((int(found[3]), int(found[2]), int(found[1])))
    if found := _TWO_NUMBERS.fullmatch(text):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        return _days((year, other, one), (year, one, other))
    if found := _DAY_NAMED.fullmatch(text):
        return _days((int(found[3]), _MONTHS.get(found[2], 0), int(found[1])))
    if found := _NAMED_DAY.fullmatch(text):
        return _days((int(found[3]), _MONTHS.get(found[1], 0), int(found[2])))
    return ()


def _days(*readings: tuple[int, int, int]) -> tuple[date, ...]:
    """Those of the `readings` (year, month, day) that are in the calendar."""
    found: list[date] = []
    for reading in readings:
        try:
            found.append(date(*reading))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))
