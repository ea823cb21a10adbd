"""JSON Schemas of the cards' facts, for the editors' programs.

They say nothing that the model does not: each field with its label and help, what must be there,
how a value looks, and what may be chosen.  A schema never refuses what Insyn takes.  What it takes
for right may still be wrong, for only Insyn knows the other cards and the calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin

from pydantic import BeforeValidator

from insyn.model import values
from insyn.model.fields import (
    KINDS,
    EasyFields,
    Fields,
    GlossaryFields,
    SiteFields,
    StatementFields,
    about,
    choice_of,
    example_of,
    in_languages,
    inner_model,
)

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that the YAML extensions of the editors' programs know."""

SCHEMAS: Mapping[str, type[Fields]] = {
    "site": SiteFields,
    "glossary": GlossaryFields,
    "statement": StatementFields,
    **KINDS,
    "easy": EasyFields,
}
"""What there are schemas of: the files that stand alone, the facts of cards, by folder."""

_DAY = r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"
_WEB = r"^\s*[Hh][Tt][Tt][Pp][Ss]?://"
# How a value looks, by what reads it.  YAML takes some of them for numbers.
_LOOKS: Mapping[Callable[..., Any], Schema] = {
    values.read_date: {"type": "string", "pattern": _DAY},
    values.read_email: {"type": "string", "pattern": "@"},
    values.read_web_address: {"type": "string", "pattern": _WEB},
    values.read_address_pattern: {"type": "string", "pattern": r"\{path\}"},
    values.read_site_path: {"type": "string", "pattern": r"^\s*/"},
    values.read_amount: {"type": ["string", "integer"], "pattern": "[0-9]", "minimum": 0},
    values.read_count: {"type": ["string", "integer"], "pattern": "[0-9]", "minimum": 0},
    values.read_whole_number: {"type": ["string", "integer"], "pattern": "[0-9]", "minimum": 0},
    values.read_number: {"type": ["string", "number"], "pattern": "[0-9]", "minimum": 0},
}
_YES = ("ja", "nej", "yes", "no")
_TEXT: Schema = {"type": ["string", "number", "boolean"]}


def json_schema(
    kind: str,
    language: str,
    choices: Mapping[str, Sequence[str]] | None = None,
    languages: Sequence[str] = ("sv", "en"),
) -> Schema:
    """The JSON Schema (draft 7) of the facts of `kind`, one of `SCHEMAS`.

    Labels and help are in `language` (English where it is not Swedish).  `choices` has what the
    site lets its cards choose, by field; `languages` are the site's.
    """
    spoken = "sv" if language == "sv" else "en"
    model = in_languages(SCHEMAS[kind], languages)
    return {"$schema": DIALECT, "title": kind, **_group(model, spoken, choices or {})}


def _group(model: type[Fields], language: str, choices: Mapping[str, Sequence[str]]) -> Schema:
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: _field(model, name, language, choices.get(name, ()))
            for name in model.model_fields
        },
        **({"required": required} if required else {}),
    }


def _field(model: type[Fields], name: str, language: str, choices: Sequence[str]) -> Schema:
    field, told = model.model_fields[name], about(model, name)
    words: Schema = {"title": told.label(language), "description": told.help(language)}
    if example := example_of(model, name, language):
        words["examples"] = [example]
    inner = inner_model(field.annotation)
    many = get_origin(field.annotation) is tuple
    one = _group(inner, language, {}) if inner else _value(model, name, language, choices)
    allowed = one
    if many:
        allowed = {"type": "array", "items": {"anyOf": [one, {"type": "null"}]}}
        if inner is None:  # a single text counts as a list of one
            allowed = {"anyOf": [allowed, one]}
    if not field.is_required():  # empty is the same as left out
        allowed = {"anyOf": [allowed, {"enum": [None, ""]}]}
    return {**words, **allowed}


def _value(model: type[Fields], name: str, language: str, choices: Sequence[str]) -> Schema:
    field = model.model_fields[name]
    marks = [*field.metadata, *_marks(field.annotation)]
    if choice := choice_of(model, name):
        accepted = dict.fromkeys(
            spelled for key, words in choice.words.items() for spelled in (key, *words)
        )
        return _chosen(choice.spoken(language), tuple(accepted))
    if choices:
        return _chosen(choices, tuple(choices))
    for mark in marks:
        if not isinstance(mark, BeforeValidator):
            continue
        if mark.func is values.read_yes:
            return {"anyOf": [_chosen(_YES, (*_YES, "true", "false", "sant", "falskt")), _BOOLEAN]}
        if looks := _LOOKS.get(mark.func):
            return dict(looks)
    longest = next((most for mark in marks if (most := getattr(mark, "max_length", None))), None)
    return {**_TEXT, **({"maxLength": longest} if longest else {})}


_BOOLEAN: Schema = {"type": "boolean"}


def _chosen(offered: Sequence[str], accepted: Sequence[str]) -> Schema:
    """One of some words, however it is spelled; `offered` are those that a program proposes."""
    pattern = "|".join(r"\s+".join(map(_in_any_case, text.split())) for text in accepted)
    spelled: Schema = {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"}
    numbers = [float(text) for text in accepted if _is_number(text)]  # `wcag: 2.1` is one in YAML
    return {"anyOf": [{"enum": [*dict.fromkeys(offered), *numbers]}, spelled]}


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


_SPECIAL = frozenset(r"\^$.|?*+()[]{}/")


def _in_any_case(text: str) -> str:
    """A pattern for `text` in capital or small letters."""
    return "".join(
        f"[{letter.upper()}{letter.lower()}]"
        if len(letter.upper()) == len(letter.lower()) == 1 and letter.upper() != letter.lower()
        else f"\\{letter}"
        if letter in _SPECIAL
        else letter
        for letter in text
    )


def _marks(annotation: Any) -> Iterator[Any]:
    """What is said of the values inside an annotation: `X | None`, `tuple[X, ...]`."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)
