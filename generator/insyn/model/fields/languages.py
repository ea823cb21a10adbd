"""Texts that are given by language, in all languages of a site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, cast, get_args, get_origin

from babel import Locale, UnknownLocaleError
from pydantic import create_model

from insyn.model.fields.description import About, Fields, Model, inner_model
from insyn.model.fields.glossary import TermFields
from insyn.model.fields.shared import WordsFields


def in_languages(model: type[Model], languages: Sequence[str]) -> type[Model]:
    """`model` with a place for each of `languages` where texts are given by language.

    Swedish and English have their places in the classes; the others are optional.
    """
    known = WordsFields.model_fields
    others = (code for code in dict.fromkeys(languages) if _CODE.fullmatch(code))
    return cast("type[Model]", _with_others(model, tuple(c for c in others if c not in known)))


_CODE = re.compile(r"[a-z]{2,3}")  # what a language may be called, known or not


@cache
def _with_others(model: type[Fields], others: tuple[str, ...]) -> type[Fields]:
    changed: dict[str, Any] = {}
    if issubclass(model, (WordsFields, TermFields)):
        text = model.model_fields["sv"].annotation
        changed = {code: (Annotated[text, _in_language(code)], None) for code in others}
    else:
        for name, field in model.model_fields.items():
            inner = inner_model(field.annotation)
            wider = _with_others(inner, others) if inner else inner
            if inner is None or wider is inner:
                continue
            kind: Any = wider
            if get_origin(field.annotation) is tuple:
                kind = tuple[wider, ...]  # type: ignore[valid-type]
            elif type(None) in get_args(field.annotation):
                kind = wider | None  # type: ignore[operator]
            changed[name] = (Annotated[kind, *field.metadata], field.default)
    return create_model(model.__name__, __base__=model, **changed) if changed else model


def asked_for(languages: Sequence[str]) -> tuple[str, ...]:
    """Those of a site's `languages` in which a text must be given: the first, Swedish, English.

    Another language may have some cards alone, and Insyn itself may have no words in it.
    """
    known = WordsFields.model_fields
    return tuple(code for i, code in enumerate(languages) if i == 0 or code in known)


def _in_language(code: str) -> About:
    """What people are told of the place for a text in the language `code`."""
    try:
        sv, en = (Locale.parse(code, sep="-").get_display_name(spoken) for spoken in ("sv", "en"))
    except (UnknownLocaleError, ValueError):
        sv = en = code
    return About(f"På {sv}", f"In {en}", f"Texten på {sv}.", f"The text in {en}.")
