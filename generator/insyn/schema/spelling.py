"""How a value is typed in YAML, and what people are told of a field."""

from __future__ import annotations

from collections.abc import Sequence

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
    return f"{told} {'Välj ett av' if language == 'sv' else 'Choose one of'}: {', '.join(choices)}."
