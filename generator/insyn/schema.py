"""What the model says of a card, for others: the empty card, and the tables in the guides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, get_args, get_origin

from insyn.model.fields import (
    KINDS,
    Fields,
    OrganisationFields,
    ProjectFields,
    StoryFields,
    about,
    inner_model,
)

# The headings that a new card's text begins with, and a question for each, by language.
_TEXTS: dict[type[Fields], dict[str, Sequence[tuple[str, str]]]] = {
    ProjectFields: {
        "sv": (
            ("Bakgrund", "Varför behövs projektet?"),
            ("Syfte", "Vad ska bli bättre, och för vem?"),
            ("Så arbetar projektet", "Vad gör projektet?"),
            ("Mål", "Vad vill projektet nå?"),
            ("Jämställdhet", "Hur får kvinnor och män lika möjligheter?"),
        ),
        "en": (
            ("Background", "Why is the project needed?"),
            ("Purpose", "What is to become better, and for whom?"),
            ("How the project works", "What does the project do?"),
            ("Goals", "What does the project want to reach?"),
            ("Gender equality", "How do women and men get equal chances?"),
        ),
    },
    StoryFields: {
        "sv": (("Vad hände?", "Berätta kort. Börja med det viktigaste."),),
        "en": (("What happened?", "Tell it briefly. Begin with what matters most."),),
    },
    OrganisationFields: {"sv": (), "en": ()},
}

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
    if plain:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _help(model: type[Fields], name: str, language: str) -> str:
    """What belongs in a field; where there is a fixed choice, what may be chosen."""
    told = about(model, name).help(language)
    for part in get_args(model.model_fields[name].annotation):
        if get_origin(part) is Literal:
            word = "Välj ett av" if language == "sv" else "Choose one of"
            return f"{told} {word}: {', '.join(get_args(part))}."
    return told


def _lines(
    model: type[Fields], language: str, values: dict[str, str], indent: str
) -> Iterator[str]:
    for name, field in model.model_fields.items():
        told = about(model, name)
        inner = inner_model(field.annotation)
        many = get_origin(field.annotation) is tuple
        yield f"{indent}# {told.label(language)}: {_help(model, name, language)}"
        if inner is not None:
            yield f"{indent}{name}:"
            if many:
                inside = list(_lines(inner, language, {}, f"{indent}    "))
                first = next(
                    i for i, line in enumerate(inside) if not line.lstrip().startswith("#")
                )
                inside[first] = f"{indent}  - {inside[first].lstrip()}"
                yield from inside
            else:
                yield from _lines(inner, language, {}, f"{indent}  ")
            continue
        if told.example and name not in values:
            word = "Till exempel" if language == "sv" else "For example"
            yield f"{indent}# {word}: {told.example}"
        value = values.get(name, "")
        yield f"{indent}{name}: {quoted(value)}" if value else f"{indent}{name}:"


def empty_card(kind: str, title: str, language: str) -> str:
    """A card of the folder `kind` with this title, every field explained and left to fill in.

    The explanations are comments in `language` (English where it is not Swedish).
    """
    model = KINDS[kind]
    spoken = "sv" if language == "sv" else "en"
    facts = "\n".join(_lines(model, spoken, {"title": title}, ""))
    text = "\n".join(f"\n## {heading}\n\n{line}" for heading, line in _TEXTS[model][spoken])
    return f"---\n{facts}\n---\n{text}\n"


def field_table(kind: str, language: str) -> str:
    """All fields of the folder `kind` as a Markdown table, in `language`."""
    spoken = "sv" if language == "sv" else "en"
    head = {
        "sv": ("Fält", "På sidan", "Vad det är", "Exempel"),
        "en": ("Field", "On the page", "What it is", "Example"),
    }[spoken]
    must = {"sv": "**Måste finnas.** ", "en": "**Required.** "}[spoken]
    rows = [f"| {' | '.join(head)} |", "|---|---|---|---|"]

    def add(model: type[Fields], path: str) -> None:
        for name, field in model.model_fields.items():
            told = about(model, name)
            inner = inner_model(field.annotation)
            example = f"`{told.example}`" if told.example else ""
            required = must if field.is_required() else ""
            rows.append(
                f"| `{path}{name}` | {told.label(spoken)} | {required}{_help(model, name, spoken)} "
                f"| {example} |"
            )
            if inner is not None:
                add(inner, f"{path}{name}: ")

    add(KINDS[kind], "")
    return "\n".join(rows)
