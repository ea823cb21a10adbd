"""The Jinja environment of one language: what templates can say, and how they find each other."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, TemplateNotFound
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from insyn.language import Language
from insyn.pages.views import Period, Status
from insyn.render.funding import say_funding
from insyn.render.theme import Theme


class ThemeLoader(BaseLoader):
    """Finds templates in the theme, and a site's overrides before them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The template's text and the name that messages give it."""
        del environment
        try:
            source = self._theme.read(template).decode()
        except FileNotFoundError as error:
            raise TemplateNotFound(template) from error
        return source, self._theme.shown(template), None

    def list_templates(self) -> list[str]:
        """Every template of the theme, in order."""
        return [path for path in self._theme.paths if path.endswith(".html")]


class _Compiled(BytecodeCache):
    """Templates as code, for as long as the program runs: a preview builds again and again."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Environment(Environment):
    """An environment whose global names are the same for every template."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All global names in one dictionary: Jinja's own look-up, a chain, is slow in a loop."""
        return {**self.globals, **d} if d else self.globals


class _Once:
    """What macros have made of values that come again: the same project in many lists.

    The values are held on to, so that no other can take their identity.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[int, ...], tuple[object, Markup]] = {}

    def __call__(self, macro: Callable[..., Markup], *values: object) -> Markup:
        key = (id(macro), *map(id, values))
        if key not in self._made:
            self._made[key] = ((macro, values), macro(*values))
        return self._made[key][1]


def make_environment(
    theme: Theme, language: Language, currency: str, **names: object
) -> Environment:
    """The environment in which the templates of pages in `language` are rendered.

    `names` are what every template can use beside the filters.
    """
    environment = _Environment(
        loader=ThemeLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        # Jinja would work out filters of constants when it compiles; so one code serves all.
        optimized=False,
        bytecode_cache=_COMPILED,
        extensions=["jinja2.ext.i18n"],
    )
    catalogue = language.translations
    # The extension adds this method when it is loaded, so the type checker can't see it.
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        catalogue.ugettext,
        catalogue.ungettext,
        newstyle=True,
        pgettext=catalogue.upgettext,
        npgettext=catalogue.unpgettext,
    )
    environment.filters.update(_filters(language, currency))

    def lang(*, language: str) -> Markup:
        """Attributes for a text in another language than the interface, else nothing."""
        if language in ("", page_language):
            return Markup()
        return Markup(' lang="{}" dir="auto"').format(language)

    page_language = language.spoken
    environment.globals.update(
        names,
        currency=currency,
        lang=lang,
        once=_Once(),
        say_funding=lambda *, funding: say_funding(language, funding, currency),
    )
    return environment


def _filters(language: Language, currency: str) -> dict[str, Callable[..., Any]]:
    """The filters that spell values in `language`."""
    words: dict[Status, str] = {
        "planned": language.say("Planned"),
        "running": language.say("Running"),
        "ended": language.say("Ended"),
    }

    def status(period: Period) -> str:
        return words[period.status]

    return {
        "money": lambda amount: language.money(amount, currency),
        "money_short": lambda amount: language.money_short(amount, currency),
        "number": language.number,
        "percent": language.percent,
        "date": language.date,
        "period": lambda period: language.period(period.start, period.end),
        "years": lambda period: language.years(period.start, period.end),
        "join": language.join,
        "status": status,
        "kilobytes": language.file_size,
        "breakable": _breakable,
    }


def _breakable(address: str) -> Markup:
    """An e-mail address that breaks after its @ and dots where a line is too short for it."""
    return Markup(re.sub(r"([@.])(?=.)", r"\1<wbr>", str(escape(address))))  # noqa: S704 - escaped
