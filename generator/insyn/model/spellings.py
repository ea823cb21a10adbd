"""What a value that cannot be read was meant to say, where only one thing can have been meant.

Each function takes the value as typed and returns a spelling that can be read, or the same text
where it is not certain.  A date like `5/1 2009` is no certain one: it has two readings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from insyn.model.dates import DASHES, dates_meant
from insyn.model.register import load_register
from insyn.model.values import (
    grouped,
    listed,
    read_amount,
    read_count,
    read_date,
    read_email,
    read_municipality,
    read_number,
    read_phone,
    read_region,
    read_web_address,
    read_whole_number,
)
from insyn.problem import folded

_QUOTES = "“”„‟«»‘’‚'\""
# What stands before the parts of a list where it is no hyphen: a number, or Word's round bullet.
_COUNTED = re.compile(r"^(?:\d{1,2}[.)]|o)\s+")
_AROUND_PLACE = re.compile(
    r"(?:municipality of )?(?P<name>.+?)(?: (?:kommun|stad|municipality))?", re.IGNORECASE
)


def as_typed(value: str) -> str:
    """`value` without what came along with it: quotation marks around, and a comma at the end."""
    value = " ".join(value.split())
    while len(value) > 1 and value[0] in _QUOTES and value[-1] in _QUOTES:
        value = value[1:-1].strip()
    return value.rstrip(",;").strip()


def as_item(line: str) -> str:
    """A line of a list that lacks its hyphen, with it: of `1. Coompanion,` too `- Coompanion`."""
    return f"- {as_typed(_COUNTED.sub('', line.strip()))}"


def as_date(value: str) -> str:
    """A date that means one day alone, as year-month-day."""
    meant = dates_meant(value)
    return meant[0].isoformat() if len(meant) == 1 else value


def as_amount(value: str) -> str:
    """`4'719'182 SEK`, `4 719 182 :-`, `4 719 182 svenska kronor`: as `4 719 182 kr`.

    Of `4,7 mkr` nobody knows what it was rounded from: that is for a person to say.
    """
    text = re.sub(r"(?<=\d)['’_·](?=\d{3})", " ", value)
    text = re.sub(r"\b(?:svenska\s+)?(?:kronor|krona)\b", "kr", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*(?:[:;,.]\s?[-–—]|:00)\s*(?=kr|sek|$)", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:kr|sek)\.?:?\s*(?=\d)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*(?:kr|sek)\.?\s*(?:kr|sek)?\.?$", " kr", text, flags=re.IGNORECASE)
    digits = re.sub(r"\D", "", text)
    known = re.fullmatch(r"(?:\d+|\d{1,3}(?:[ .\xa0]\d{3})+)(?: kr)?", " ".join(text.split()))
    unit = " kr" if re.search(r"kr|sek|[:;,.]\s?[-–—]", value, re.IGNORECASE) else ""
    return f"{grouped(int(digits))}{unit}" if known and digits else value


def as_email(value: str) -> str:
    """`mailto:a@b.se`, `a @ b.se`, `<a@b.se>`, `a(at)b.se`, `[a@b.se](mailto:a@b.se)`: `a@b.se`."""
    text = value.strip()
    if found := re.fullmatch(r"\[([^\[\]]+)\]\(mailto:([^()]+)\)", text):
        text = found[2] if found[1] == found[2] else text
    text = re.sub(r"^(?:e-?post|e-?mail|mail)\s*:\s*", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^mailto:", "", text.strip("<> "), flags=re.IGNORECASE)
    text = re.sub(r"\s*[\[({]\s*(?:at|snabel-?a|@)\s*[\])}]\s*", "@", text, flags=re.IGNORECASE)
    return re.sub(r"\s*([@.])\s*", r"\1", text).strip(" .,;")


def as_phone(value: str) -> str:
    """`tel: 019-19 44 14`, `Telefon 019/19 44 14`, `+46 (0)19-19 44 14`: the number alone."""
    word = r"^(?:tel(?:efon|e?phone)?|tfn|mobil|phone)\b[.:\s]*"
    text = re.sub(word, "", value.strip(), flags=re.IGNORECASE)
    text = re.sub(r"^(?:\+|00)\s?46\s*\(0\)", "+46 ", DASHES.sub("-", text))
    text = re.sub(r"(?<=\d)\s*/\s*(?=\d)", "-", text).strip(" .,;")
    return text if re.fullmatch(r"\+?[\d\s()-]+", text) else value


def _plain(name: str) -> str:
    """`name` as it is when the accents are lost."""
    parts = unicodedata.normalize("NFD", folded(name))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def as_municipality(value: str) -> str:
    """`Orebro`, `Örebro kommun`, `Marks kommun`, `Göteborgs stad`: the name in the register.

    Only where the whole name, or the name without its accents, is that of one municipality.
    """
    text = " ".join(value.split())
    bare = _AROUND_PLACE.fullmatch(text)
    if bare is None:
        return value
    places = load_register().municipalities.values()
    told_kind = len(bare["name"]) < len(text)
    for spelled in (folded, _plain):  # Håbo is no Habo, where the accents are there
        name = spelled(bare["name"])
        meant = {
            place.name
            for place in places
            if name == spelled(place.name)
            or (told_kind and name == spelled(place.whole_name("sv")).removesuffix(" kommun"))
        }
        if meant:
            return meant.pop() if len(meant) == 1 else value
    return value


def as_region(value: str) -> str:
    """`Ostra Mellansverige`, `Västra Götalands län`: the region that is meant, or lies around."""
    if around := load_register().region_of_place(" ".join(value.split())):
        return around.name_sv
    bare = re.sub(r"^region(?:en)?\s+|\s+region$", "", value.strip(" ."), flags=re.IGNORECASE)
    bare = _plain(bare)
    regions = load_register().regions.values()
    names = [name for place in regions for name in (place.name_sv, place.name_en)]
    meant = {name for name in names if _plain(name) == bare}
    return meant.pop() if len(meant) == 1 else value


def as_count(value: str) -> str:
    """`594 personer`, `594 st`: the number alone."""
    found = re.fullmatch(
        r"([\d\s]+?)\s*(?:st\.?|stycken|personer|deltagare|people|participants)", value.strip()
    )
    return found[1] if found else value


def as_municipalities(value: str) -> tuple[str, ...]:
    """`Borås, Mark och Tranemo` as the names in the register; empty where one is unknown."""
    register = load_register()
    parts = listed(value.replace("/", ","))
    found = [register.find_municipality(as_municipality(part)) for part in parts]
    return tuple(place.name for place in found if place) if all(found) and len(found) > 1 else ()


SPELLINGS: Mapping[str, tuple[Callable[[str], str], Callable[[Any], Any]]] = {
    "amount-unreadable": (as_amount, read_amount),
    "count-unreadable": (as_count, read_count),
    "date-unreadable": (as_date, read_date),
    "email-invalid": (as_email, read_email),
    "municipality-unknown": (as_municipality, read_municipality),
    "number-unreadable": (as_typed, read_number),
    "phone-invalid": (as_phone, read_phone),
    "region-is-place": (as_region, read_region),
    "region-unknown": (as_region, read_region),
    "web-address-invalid": (as_typed, read_web_address),
    "whole-number-unreadable": (as_typed, read_whole_number),
}
"""How a value is spelled so that it can be read, and how it is read, by its problem."""

CHOICES = frozenset({"choice-unknown", "phase-unknown", "programme-area-unknown"}) | {
    "target-group-unknown"
}
"""The problems of a choice that quotation marks around it can bring about."""


def meant(code: str, value: str) -> str:
    """What `value` with the problem `code` was meant to say; empty where it is not certain."""
    bare = as_typed(value)
    if code in CHOICES:
        return bare if bare != value else ""
    if code not in SPELLINGS:
        return ""
    spelling, read = SPELLINGS[code]
    for meaning in (bare, spelling(bare)):
        try:
            read(meaning)
        except PydanticCustomError:
            continue
        return meaning
    return ""
