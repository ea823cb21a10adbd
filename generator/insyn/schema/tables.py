"""What may be written, as the tables of the guides."""

from __future__ import annotations

from insyn.model.fields import (
    KINDS,
    ORGANISATION_KINDS,
    OTHER_KINDS,
    Fields,
    about,
    example_of,
    inner_model,
)
from insyn.schema.spelling import help_of


def kind_table(language: str) -> str:
    """The kinds of organisation as a Markdown table: what to write, and its key in open data."""
    head = ("Skriv", "I öppna data") if language == "sv" else ("Write", "In open data")
    rows = [f"| {head[0]} | {head[1]} |", "|---|---|"]
    rows += [
        f"| `{sv if language == 'sv' else en}` | `{kind}` |"
        for kind, (sv, en) in ORGANISATION_KINDS.items()
    ]
    return "\n".join(rows)


def field_table(kind: str, language: str) -> str:
    """All fields of the folder or file `kind` as a Markdown table, in `language`."""
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
            given = example_of(model, name, spoken)
            example = f"`{given}`" if given else ""
            required = must if field.is_required() else ""
            explained = f"{required}{help_of(model, name, spoken)}"
            rows.append(f"| `{path}{name}` | {told.label(spoken)} | {explained} | {example} |")
            if inner is not None:
                add(inner, f"{path}{name}: ")

    add({**KINDS, **OTHER_KINDS}[kind], "")
    return "\n".join(rows)
