"""How a language says things: interface texts, numbers, money, dates, lists and alphabetical order.

Hides gettext and Babel from the rest.  Interface texts have English as their key and are
translated in `theme/locale/<language>/LC_MESSAGES/insyn.po`, which Babel's tools read and write.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.support import Translations

from insyn.catalogue import CatalogueError, catalogue_path, compile_catalogue

_HALF_A_PERCENT = 0.005
_MILLION = 1_000_000
_THOUSAND_MILLIONS = 1_000 * _MILLION
NBSP = "\N{NO-BREAK SPACE}"

# The last letters of the alphabets that do not sort as accented Latin letters do.
_AFTER_Z = {"sv": "åäö", "fi": "åäö", "da": "æøå", "nb": "æøå", "nn": "æøå"}


_LAST = 0x110000  # after every character of Unicode

SortKey = tuple[tuple[int, ...], str]


@lru_cache(maxsize=100_000)
def _sort_key(code: str, text: str) -> SortKey:
    """First the letters of the alphabet alone; accents decide only between equals."""
    late = _AFTER_Z.get(code, "")
    written = unicodedata.normalize("NFC", text.casefold())
    letters: list[int] = []
    for letter in written:
        if letter in late:
            letters.append(_LAST + late.index(letter))
            continue
        letters += [
            ord(part)
            for part in unicodedata.normalize("NFKD", letter)
            if not unicodedata.combining(part)
        ]
    return tuple(letters), written


# Babel takes a tenth of a millisecond for each, and the same come again on page after page.


@lru_cache(maxsize=100_000, typed=True)
def _number(locale: Locale, value: float | Decimal) -> str:
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=100_000)
def _money(locale: Locale, amount: int, currency: str) -> str:
    pattern = locale.currency_formats["standard"].pattern.replace("0.00", "0")
    return str(format_currency(amount, currency, pattern, locale=locale, currency_digits=False))


@lru_cache(maxsize=100_000)
def _date(locale: Locale, day: dt.date) -> str:
    return str(format_date(day, "long", locale=locale)).replace(" ", NBSP)


_KILO = 1000  # a kilobyte as files and web pages count it (SI)


@dataclass(frozen=True)
class Language:
    """One language of a site: `code` is BCP 47 ("sv"), `translations` its catalogue.

    Cards may be in a language that Insyn has no catalogue of.  Such a language `has_texts` of its
    own in cards alone: all that Insyn itself says, dates and numbers too, is in English there.
    """

    code: str
    translations: Translations
    has_texts: bool = True

    @property
    def spoken(self) -> str:
        """The language of the interface: `code`, or English where there is no catalogue."""
        return self.code if self.has_texts else "en"

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale; English is British here, for its dates and spelling."""
        return Locale.parse("en_GB" if self.spoken == "en" else self.spoken, sep="_")

    @cached_property
    def own_name(self) -> str:
        """What leads its readers to it: "På svenska", "In English", else its name: "Suomi"."""
        said = {"sv": "På svenska", "en": "In English"}.get(self.code)
        name = Locale.parse(self.code).get_display_name(self.code) or self.code
        return said or name[:1].upper() + name[1:]

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the interface's script runs."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    # --- texts ---

    def say(self, message: str, **values: object) -> str:
        """The interface text `message` in this language; `%(name)s` takes `values`."""
        text = self.translations.ugettext(message)
        return text % values if values else text

    def say_many(self, one: str, many: str, count: int, **values: object) -> str:
        """`one` or `many` as the language counts; `%(count)s` is the number, spelled."""
        text = self.translations.ungettext(one, many, count)
        return text % {"count": self.number(count), **values}

    def address(self, word: str) -> str:
        """How `word` is spelled in this language's addresses: "projects" is "projekt"."""
        return str(self.translations.upgettext("address", word))

    def choice(self, sv: str, en: str) -> str:
        """A word that the model has in Swedish and English; other catalogues translate it."""
        return sv if self.code == "sv" else str(self.translations.upgettext("choice", en))

    def place(self, name: str, *, bare: str = "") -> str:
        """The `name` of a place, which is Swedish or English, as the catalogue translates it.

        What is `bare` in it stays: "Mark" in "Mark Municipality".
        """
        if not bare:
            return str(self.translations.upgettext("place", name))
        pattern = name.replace(bare, "%(name)s", 1)
        return str(self.translations.upgettext("place", pattern)).replace("%(name)s", bare)

    # --- numbers and money ---

    def number(self, value: float | Decimal) -> str:
        """`4719182` is "4 719 182"."""
        return _number(self.locale, value)

    def file_size(self, size: int) -> str:
        """`1234567` bytes are "1,2 MB"."""
        if size < _KILO * _KILO:
            return self.say("%(number)s kB", number=self.number(max(1, round(size / _KILO))))
        return self.say("%(number)s MB", number=self.number(round(size / _KILO / _KILO, 1)))

    def percent(self, share: float) -> str:
        """`0.382` is "38 %".  Only nothing is 0 %, and only the whole is 100 %."""
        said = format_percent(min(max(share, 0.01), 0.99), locale=self.locale)
        if 0 < share <= _HALF_A_PERCENT:
            return self.say("less than %(percent)s", percent=said)
        if 1 - _HALF_A_PERCENT <= share < 1:
            return self.say("more than %(percent)s", percent=said)
        return str(format_percent(share, locale=self.locale))

    def with_percent_sign(self, number: str) -> str:
        """`number`, spelled already, with the sign where this language puts it: "70 %", "70%"."""
        return str(format_percent(0.01, locale=self.locale)).replace(self.number(1), number)

    def money(self, amount: int, currency: str) -> str:
        """`4719182` is "4 719 182 kr" or "SEK 4,719,182": whole units, never ",00"."""
        if currency == "SEK" and self.code != "sv":
            return f"SEK{NBSP}{self.number(amount)}"
        return _money(self.locale, amount, currency)

    def money_short(self, amount: int, currency: str, *, even: bool = False) -> str:
        """`4719182` is "4,7 miljoner kr" or "SEK 4.7 million"; under a million as `money`.

        An `even` number of millions is said without a decimal.
        """
        if amount < _MILLION:
            return self.money(amount, currency)
        pattern = "#,##0" if even else "#,##0.0"
        unit = "kr" if currency == "SEK" and self.code == "sv" else currency
        if amount >= _THOUSAND_MILLIONS:
            number = format_decimal(amount / _THOUSAND_MILLIONS, "#,##0.0", locale=self.locale)
            spelled = self.say("%(currency)s %(number)s billion", number=number, currency=unit)
            return spelled.replace(" ", NBSP)
        number = format_decimal(amount / _MILLION, pattern, locale=self.locale)
        spelled = self.say("%(currency)s %(number)s million", number=number, currency=unit)
        return spelled.replace(" ", NBSP)

    def language_name(self, code: str) -> str:
        """The name of another language: `en` is "engelska"."""
        return str(Locale.parse(code).get_display_name(self.locale) or code)

    # --- dates ---

    def date(self, day: dt.date) -> str:
        """`2009-01-15` is "15 januari 2009"."""
        return _date(self.locale, day)

    def period(self, start: dt.date, end: dt.date | None) -> str:
        """In words: "15 January 2009 to 31 May 2010"; without an end "from 15 January 2009"."""
        if end is None:
            return self.say("from %(start)s", start=self.date(start))
        # A word and no dash: screen readers pass over a dash.
        return self.say("%(start)s to %(end)s", start=self.date(start), end=self.date(end))

    def years(self, start: dt.date, end: dt.date | None) -> str:
        """The years alone: "2009 to 2011", or "2009"."""
        if end is None:
            return self.say("from %(start)s", start=start.year)
        if start.year == end.year:
            return str(start.year)
        return self.say("%(start)s to %(end)s", start=start.year, end=end.year)

    # --- lists and order ---

    def join(self, items: Sequence[str]) -> str:
        """Names in a sentence: "Mariestad, Töreboda och Gullspång"."""
        return str(format_list(list(items), locale=self.locale)) if items else ""

    def sort_key(self, text: str) -> SortKey:
        """A key that puts names in this language's order (å, ä, ö last in Swedish)."""
        return _sort_key(self.code, text)

    def sorted(self, texts: Iterable[str]) -> tuple[str, ...]:
        """`texts` in this language's alphabetical order."""
        return tuple(sorted(texts, key=self.sort_key))

    def initial(self, text: str) -> str:
        """The letter of the alphabet under which `text` stands: "É" stands under "E"."""
        for letter in unicodedata.normalize("NFC", text.upper()):
            if letter.casefold() in _AFTER_Z.get(self.code, ""):
                return letter
            base = unicodedata.normalize("NFKD", letter)[0]
            if base.isalnum():
                return base
        return "#"


@cache
def load_language(code: str, locale_folder: Path, own: bytes = b"") -> Language:
    """The language `code` with its catalogue below `locale_folder` (empty where there is none).

    `own` is a catalogue of the site's: its texts stand before those of the theme.  One that can't
    be read counts as none; `judge_catalogue` tells what is wrong with it.
    """
    source = locale_folder.parent / catalogue_path(code)
    known = compile_catalogue(source.read_bytes(), code) if source.is_file() else None
    if own:
        with suppress(CatalogueError):
            translations = compile_catalogue(own, code)
            if known:
                translations.add_fallback(known)
            return Language(code, translations)
    return Language(code, known or Translations(), has_texts=known is not None)
