"""How a value is typed in YAML, and what people are told of a field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_origin

from insyn.model.fields import Fields, about, choice_of

_PLAIN_VALUE = frozenset("-?:,[]{}#&*!|>'\"%@`")


def quoted(text: str) -> str:
    """`text` as a YAML value: with quotation marks where it needs them."""
    plain = (
        text
        and text[0] not in _PLAIN_VALUE
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and text == text.strip()
        and text.isprintable()
    )
    return text if plain else in_quotes(text)


def in_quotes(text: str) -> str:
    """`text` as a YAML value between quotation marks."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def help_of(model: type[Fields], name: str, language: str, choices: Sequence[str] = ()) -> str:
    """What belongs in a field; where there is a fixed choice, what may be chosen."""
    told = about(model, name).help(language)
    fixed = choice_of(model, name)
    choices = choices or (fixed.spoken(language) if fixed else ())
    if not choices:
        return told
    many = get_origin(model.model_fields[name].annotation) is tuple
    sv, en = "Välj ett av", "Choose one of"
    if many:
        sv = "Välj ett eller flera, ett per rad efter bindestreck och blanksteg"
        en = "Choose one or more, one per line after a hyphen and a space"
    return f"{told} {sv if language == 'sv' else en}: {', '.join(choices)}."
