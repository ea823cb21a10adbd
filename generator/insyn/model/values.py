"""How single values are read: from the string an editor typed to what the model knows.

Every reader takes a string and returns a value, or raises `PydanticCustomError` whose type is the
code of a problem (`insyn.explanation.KINDS`) and whose context holds the values for its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

import email_validator
import phonenumbers
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from phonenumbers import shortnumberinfo
from pydantic import AfterValidator, BeforeValidator, InstanceOf, ValidationInfo
from pydantic_core import PydanticCustomError

from insyn.model.dates import dates_meant
from insyn.model.register import Municipality, Region, load_register
from insyn.problem import folded, nearest

# What editors put between groups of digits: spaces of every kind, full stops.
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_AMOUNT = re.compile(
    rf"(?:(?:sek|kr)[{_SPACES}]*)?"
    rf"(?P<digits>[0-9]+|[0-9]{{1,3}}(?:[{_SPACES}.][0-9]{{3}})+|[0-9]{{1,3}}(?:,[0-9]{{3}})+)"
    rf"(?:,00|\.00|:-|,-)?"
    rf"(?:[{_SPACES}]*(?:kr|sek|kronor))?\.?",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z]*\b", re.IGNORECASE
)
_NUMBER = re.compile(
    rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
)
# A whole web address that has no braces left.
_PATTERN = re.compile(r"https?://[^\s/?#.{}]+(\.[^\s/?#.{}]+)+(:\d+)?[/?#][^\s{}]*", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
_MINUSES = "-\N{MINUS SIGN}\N{EN DASH}"
# Eighteen digits are more than any budget, and fit in every format that the open data has.
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the values of a card are checked against beyond the card itself.

    `choices` has the allowed spellings of a field and the key each stands for; `cards` has the
    slugs of projects and stories; `media` the files that documents may name.
    """

    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    cards: Mapping[str, frozenset[str]] = field(default_factory=dict)
    media: frozenset[str] = frozenset()


_YES = {"ja", "yes", "true", "sant"}
_NO = {"nej", "no", "false", "falskt"}


def _text(value: Any, expected: str) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-type", "", {"expected": expected})
    return value.strip()


def read_line(value: Any) -> str:
    """A text; line breaks in it become spaces."""
    return " ".join(_text(value, "text").split())


def read_amount(value: Any) -> int:
    """An amount of money in whole units: `4 719 182 kr` and `4719182` are the same.

    Decimals other than `,00` are refused, since the site shows whole units.
    """
    text = _text(value, "amount")
    if text.lstrip(f"kKrRsSeE{_SPACES}").startswith(tuple(_MINUSES)) and any(
        c.isdigit() for c in text
    ):
        raise PydanticCustomError("amount-negative", "", {"value": text})
    found = _AMOUNT.fullmatch(text)
    digits = re.sub(r"\D", "", found["digits"]) if found else ""
    if not 0 < len(digits) <= _MOST_DIGITS:
        near = {"value": text, "nearest": rounded_amount(text)}
        raise PydanticCustomError("amount-unreadable", "", near)
    return int(digits)


_ROUNDED = re.compile(
    r"(?:sek\s*)?(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d{1,6}))?\s*"
    r"(?:(?P<thousands>tkr|tusen|thousand)|m(?:n)?kr|msek|milj\.?(?:on(?:er)?)?|millions?)"
    r"\s*(?:kr|kronor|sek)?"
)


def rounded_amount(value: str) -> str:
    """`4,7 mkr`, `4 700 tkr` in whole kronor, to propose; empty where it is no such amount.

    Nobody knows what it was rounded from: so it is asked, and not read.
    """
    found = _ROUNDED.fullmatch(folded(value))
    if found is None:
        return ""
    whole, part = found[1].replace(" ", ""), found[2] or ""
    if found["thousands"] and len(part) >= 3:  # noqa: PLR2004 - `1.200 tkr`: a point between thousands
        return ""
    amount = int(whole) * 1_000_000 + int(part.ljust(6, "0"))
    return f"{grouped(amount // 1000 if found['thousands'] else amount)} kr"


def grouped(amount: int) -> str:
    """`4719182` as it is typed: `4 719 182`."""
    return f"{amount:_}".replace("_", " ")


def read_number(value: Any) -> Decimal:
    """A number, zero or more: `70`, `12,5`, `1 000`; a percent sign belongs in the unit."""
    text = _text(value, "number")
    if not _NUMBER.fullmatch(text):
        raise PydanticCustomError("number-unreadable", "", {"value": text})
    number = Decimal(re.sub(rf"[{_SPACES}]", "", text).replace(",", "."))
    if len(number.as_tuple().digits) > _MOST_DIGITS:
        raise PydanticCustomError("number-unreadable", "", {"value": text})
    return number


def read_whole_number(value: Any) -> int:
    """A whole number, zero or more, and no more than four digits: `5`."""
    text = _text(value, "number")
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise PydanticCustomError("whole-number-unreadable", "", {"value": text})
    return int(text)


def between(least: int, most: int) -> AfterValidator:
    """What demands that a number is at least `least` and at most `most`."""

    def read(value: int) -> int:
        if not least <= value <= most:
            values = {"value": str(value), "least": str(least), "most": str(most)}
            raise PydanticCustomError("number-out-of-range", "", values)
        return value

    return AfterValidator(read)


def read_count(value: Any) -> int:
    """A whole number of people or things, zero or more: `594`, `1 200`; no unit."""
    text = _text(value, "number")
    digits = re.sub(rf"[{_SPACES}]", "", text)
    if not _NUMBER.fullmatch(text) or not digits.isdigit() or len(digits) > _MOST_DIGITS:
        raise PydanticCustomError("count-unreadable", "", {"value": text})
    return int(digits)


def _lacks_year(text: str) -> bool:
    """Is `text` a day and a month, and no more: `24 december`, `Dec 24`, `24/12`, `12-24`?"""
    numbers = re.findall(r"\d+", text)
    days_and_months = 1 if _MONTH.search(text) else 2
    return len(numbers) == days_and_months and all(len(number) <= 2 for number in numbers)  # noqa: PLR2004


_PARTS_OF_YEAR = frozenset({"vecka", "veckan", "week", "kvartal", "kvartalet", "quarter"})


def _lacks_day(text: str) -> bool:
    """Is `text` a year or a part of one: `2027`, `mars 2027`, `2027-03`, `vecka 12 2027`?"""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    others = re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)
    if len(years) != 1 or len(re.findall(r"\d+", text)) != 1 + len(others):
        return False
    # A word beside a number is a month, and the number its day, also where the word is misspelt.
    words = set(re.findall(r"[^\W\d_]{3,}", text.casefold()))
    return not others or (len(others) == 1 and words <= _PARTS_OF_YEAR)


def read_date(value: Any) -> date:
    """A date as ISO 8601: `2009-01-15`."""
    text = _text(value, "date")
    found = _ISO_DATE.fullmatch(text)
    if not found and _lacks_year(text):
        raise PydanticCustomError("date-without-year", "", {"value": text})
    if not found and _lacks_day(text):
        raise PydanticCustomError("date-without-day", "", {"value": text})
    if not found:
        raise _unreadable_date(text)
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        raise PydanticCustomError("date-impossible", "", {"value": text}) from None


def _unreadable_date(text: str) -> PydanticCustomError:
    """Why a date cannot be read, with the two days that it can mean, if it can."""
    meant = dates_meant(text)
    if len(meant) > 1:
        days = {"value": text, "one": meant[0].isoformat(), "other": meant[1].isoformat()}
        for language in ("sv", "en"):
            one, other = (format_date(day, "d MMMM y", locale=language) for day in meant)
            days |= {f"one_said_{language}": one, f"other_said_{language}": other}
        return PydanticCustomError("date-ambiguous", "", days)
    return PydanticCustomError("date-unreadable", "", {"value": text})


def read_email(value: Any) -> str:
    """An e-mail address, by RFC 5321 and 5322; no look-up is made."""
    text = _text(value, "email")
    try:
        checked = email_validator.validate_email(text, check_deliverability=False)
    except email_validator.EmailNotValidError:
        raise PydanticCustomError("email-invalid", "", {"value": text}) from None
    return checked.normalized


def read_phone(value: Any) -> str:
    """A Swedish or international phone number, spelled as Swedes read it: `0410-73 30 94`."""
    text = _text(value, "phone")
    try:
        number = phonenumbers.parse(text, "SE")
    except phonenumbers.NumberParseException:
        raise PydanticCustomError("phone-invalid", "", {"value": text}) from None
    if shortnumberinfo.is_valid_short_number_for_region(number, "SE"):
        return str(phonenumbers.national_significant_number(number))
    if not phonenumbers.is_valid_number(number):
        raise PydanticCustomError("phone-invalid", "", {"value": text})
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if number.country_code == phonenumbers.country_code_for_region("SE")
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return str(phonenumbers.format_number(number, style))


@lru_cache(maxsize=20_000)
def phone_url(phone: str) -> str:
    """The `tel:` address (RFC 3966) of a number that `read_phone` has spelled."""
    number = phonenumbers.parse(phone, "SE")
    if not phonenumbers.is_valid_number(number):  # a short number, such as 112
        return f"tel:{phone}"
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966))


def read_web_address(value: Any) -> str:
    """A whole web address that begins with `https://` or `http://`."""
    text = _text(value, "address")
    if not re.fullmatch(
        r"https?://[^\s/?#.]+(\.[^\s/?#.]+)+(:\d+)?([/?#]\S*)?", text, re.IGNORECASE
    ):
        near = f"https://{text}" if _HOST.fullmatch(text) else ""
        raise PydanticCustomError("web-address-invalid", "", {"value": text, "nearest": near})
    return text


def read_address_pattern(value: Any) -> str:
    """A web address with `{path}` where the path of a file goes, and perhaps `{branch}`."""
    text = _text(value, "address")
    bare = text.replace("{path}", "p").replace("{branch}", "b")
    if "{path}" not in text or not _PATTERN.fullmatch(bare):
        raise PydanticCustomError("address-pattern-invalid", "", {"value": text})
    return text


def read_site_path(value: Any) -> str:
    """A path on the site, such as `/gammal/adress/`: begins with `/`, with no dots or spaces."""
    text = _text(value, "path")
    if not re.fullmatch(r"/[A-Za-z0-9._~%/-]*", text) or "//" in text or "/." in text:
        raise PydanticCustomError("old-address-invalid", "", {"value": text})
    return text


def read_criterion(value: Any) -> str:
    """The number of a success criterion of WCAG: `1.2.2`."""
    text = _text(value, "number")
    if not re.fullmatch(r"[1-4]\.[1-9]\.[1-9][0-9]?", text):
        raise PydanticCustomError("criterion-unreadable", "", {"value": text})
    return text


def read_yes(value: Any) -> bool:
    """`ja` or `nej`, `yes` or `no`."""
    text = _text(value, "yes-or-no").casefold()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise PydanticCustomError("wrong-type", "", {"expected": "yes-or-no"})


def read_language(value: Any) -> str:
    """The code of a language, such as `sv` (ISO 639)."""
    code = read_line(value)
    try:
        if re.fullmatch(r"[a-z]{2,3}", code):
            Locale.parse(code)
            return code
    except UnknownLocaleError:
        pass
    raise PydanticCustomError("language-unknown", "", {"value": code})


def read_colour(value: Any) -> str:
    """A colour as `#rrggbb`; the `#` may be left out, since it begins a comment in YAML."""
    typed = read_line(value)
    if found := re.fullmatch(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", typed):
        digits = found[1].lower()
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))  # noqa: PLR2004
    raise PydanticCustomError("colour-unreadable", "", {"value": typed})


def listed(text: str) -> tuple[str, ...]:
    """The parts of a text that looks like a list: `Borås, Mark och Tranemo`; else the text."""
    parts = re.split(r"\s*[,;]\s*(?:och\s+|and\s+)?|\s+(?:och|and|&)\s+", text)
    return tuple(part for part in parts if part)


def read_municipality(value: Any) -> Municipality:
    """A municipality by its official name."""
    name = read_line(value)
    register = load_register()
    found = register.find_municipality(name)
    if found is None:
        parts = listed(name.replace("/", ","))
        if sum(register.municipality_called(part) is not None for part in parts) > 1:
            raise PydanticCustomError("municipalities-on-one-line", "", {"value": name})
        names = (place.name for place in register.municipalities.values())
        bare = re.sub(r"\s+(kommun|municipality|stad)$", "", name, flags=re.IGNORECASE)
        raise PydanticCustomError(
            "municipality-unknown", "", {"value": name, "nearest": nearest(bare, names)}
        )
    return found


def read_region(value: Any) -> Region:
    """One of ESF's eight regions by its Swedish or English name."""
    name = read_line(value)
    register = load_register()
    found = register.find_region(name)
    if found is None:
        if around := register.region_of_place(name):
            within = {"region_sv": around.name_sv, "region_en": around.name_en}
            raise PydanticCustomError("region-is-place", "", {"value": name, **within})
        names = [region.name_sv for region in register.regions.values()]
        names_en = [region.name_en for region in register.regions.values()]
        raise PydanticCustomError(
            "region-unknown",
            "",
            {
                "value": name,
                "nearest": nearest(name, (*names, *names_en)),
                "choices_sv": ", ".join(names),
                "choices_en": ", ".join(names_en),
            },
        )
    return found


# The fields whose choices are given by a list in site.yaml.
_CHOSEN = {
    "programme_area": "programme_areas",
    "phase": "phases",
    "target_groups": "target_groups",
}


def choices_in(field_name: str, surroundings: Surroundings) -> tuple[str, ...]:
    """What a project may choose in a field whose choices the site or the register of places has."""
    if field_name == "region":
        return tuple(region.name_sv for region in load_register().regions.values())
    allowed = surroundings.choices.get(_CHOSEN.get(field_name, ""), {})
    return tuple(dict.fromkeys(allowed.values()))


def _surroundings(info: ValidationInfo) -> Surroundings:
    return info.context if isinstance(info.context, Surroundings) else Surroundings()


def _choice(name: str, code: str) -> BeforeValidator:
    def read(value: Any, info: ValidationInfo) -> str:
        text = read_line(value)
        allowed = _surroundings(info).choices.get(name)
        if allowed is None:  # without a usable site.yaml nobody knows the choices
            return text
        keys = {folded(spelling): key for spelling, key in allowed.items()}
        key = keys.get(folded(text))
        if key is None:
            parts = listed(text)
            if name == "target_groups" and len(parts) > 1 and all(folded(p) in keys for p in parts):
                raise PydanticCustomError("target-groups-on-one-line", "", {"value": text})
            raise PydanticCustomError(
                code,
                "",
                {
                    "value": text,
                    "nearest": nearest(text, allowed),
                    "choices": ", ".join(dict.fromkeys(allowed.values())),
                },
            )
        return key

    return BeforeValidator(read)


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """A choice that the model knows: each key, with the words for it in Swedish and in English.

    An editor may write the key or either word; the model and open data know the key alone.
    """

    words: Mapping[Any, tuple[str, str]]

    def word(self, key: str, language: str) -> str:
        """What `key` is called in `language` (English where it is not Swedish)."""
        sv, en = self.words[key]
        return sv if language == "sv" else en

    def spoken(self, language: str) -> tuple[str, ...]:
        """All the words, in `language`."""
        return tuple(self.word(key, language) for key in self.words)

    def read(self, value: Any) -> str:
        """The key of what was typed."""
        text = read_line(value)
        keys: dict[str, str] = {
            folded(spelling): key for key, words in self.words.items() for spelling in (key, *words)
        }
        if found := keys.get(folded(text)):
            return found
        near = keys.get(nearest(text, keys))
        context = {"value": text}
        for language in ("sv", "en"):
            context[f"choices_{language}"] = ", ".join(self.spoken(language))
            context[f"nearest_{language}"] = self.word(near, language) if near else ""
        raise PydanticCustomError("choice-unknown", "", context)


def _card(*kinds: str) -> BeforeValidator:
    def read(value: Any, info: ValidationInfo) -> str:
        slug = read_line(value).removesuffix(".md")
        cards = _surroundings(info).cards
        known = [known for kind in kinds for known in cards.get(kind, ())]
        if slug not in known:
            code = "project-unknown" if kinds == ("projects",) else "related-unknown"
            raise PydanticCustomError(code, "", {"value": slug, "nearest": nearest(slug, known)})
        return slug

    return BeforeValidator(read)


def read_document(value: Any, info: ValidationInfo) -> str:
    """The place of a file in `content/`."""
    path = read_line(value).removeprefix("content/").removeprefix("/")
    media = _surroundings(info).media
    if path not in media:
        raise PydanticCustomError(
            "document-missing", "", {"value": path, "nearest": nearest(path, media)}
        )
    return path


Severity = Literal["information", "important"]
"""How much a notice matters."""

SEVERITIES = OneOf({"information": ("information",) * 2, "important": ("viktigt", "important")})
"""What each is called, in Swedish and in English."""

START_PAGE = "start"
_START_PAGES = {"startsidan": START_PAGE, "start": START_PAGE, "start page": START_PAGE}


def read_where(value: Any, info: ValidationInfo) -> str:
    """A page that shows a notice: `start` for the start page, else the slug of a project."""
    text = read_line(value)
    if folded(text) in _START_PAGES:
        return START_PAGE
    slug = text.removesuffix(".md")
    known = _surroundings(info).cards.get("projects", frozenset())
    if slug not in known:
        near = nearest(slug, (*known, "startsidan"))
        raise PydanticCustomError("notice-page-unknown", "", {"value": slug, "nearest": near})
    return slug


def read_address_or_file(value: Any, info: ValidationInfo) -> str:
    """A whole web address, or the place of a file in `content/`."""
    elsewhere = "://" in _text(value, "address")
    return read_web_address(value) if elsewhere else read_document(value, info)


def read_picture(value: Any, info: ValidationInfo) -> str:
    """The place of a picture in `content/`."""
    path = read_line(value).removeprefix("content/").removeprefix("../").removeprefix("/")
    media = _surroundings(info).media
    if path not in media:
        near = nearest(path, [name for name in media if name.startswith("images/")])
        raise PydanticCustomError("picture-missing", "", {"value": path, "nearest": near})
    return path


Line = Annotated[str, BeforeValidator(read_line)]
Amount = Annotated[int, BeforeValidator(read_amount)]
Number = Annotated[Decimal, BeforeValidator(read_number)]
Count = Annotated[int, BeforeValidator(read_count)]
WholeNumber = Annotated[int, BeforeValidator(read_whole_number)]
Day = Annotated[date, BeforeValidator(read_date)]
Email = Annotated[str, BeforeValidator(read_email)]
Phone = Annotated[str, BeforeValidator(read_phone)]
WebAddress = Annotated[str, BeforeValidator(read_web_address)]
AddressPattern = Annotated[str, BeforeValidator(read_address_pattern)]
SitePath = Annotated[str, BeforeValidator(read_site_path)]
Yes = Annotated[bool, BeforeValidator(read_yes)]
Colour = Annotated[str, BeforeValidator(read_colour)]
LanguageCode = Annotated[str, BeforeValidator(read_language)]
AMunicipality = Annotated[InstanceOf[Municipality], BeforeValidator(read_municipality)]
ARegion = Annotated[InstanceOf[Region], BeforeValidator(read_region)]
ProgrammeArea = Annotated[str, _choice("programme_areas", "programme-area-unknown")]
Phase = Annotated[str, _choice("phases", "phase-unknown")]
TargetGroup = Annotated[str, _choice("target_groups", "target-group-unknown")]
ProjectSlug = Annotated[str, _card("projects")]
CardSlug = Annotated[str, _card("projects", "stories")]
ASeverity = Annotated[Severity, SEVERITIES, BeforeValidator(SEVERITIES.read)]
NoticePage = Annotated[str, BeforeValidator(read_where)]
MediaFile = Annotated[str, BeforeValidator(read_document)]
PictureFile = Annotated[str, BeforeValidator(read_picture)]
AddressOrFile = Annotated[str, BeforeValidator(read_address_or_file)]
