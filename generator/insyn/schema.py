"""What the model says of a card, for others: the empty card, and the tables in the guides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_origin

from insyn.model.fields import (
    KINDS,
    ORGANISATION_KINDS,
    OTHER_KINDS,
    TEMPLATE_TEXTS,
    Fields,
    about,
    choice_of,
    example_of,
    inner_model,
)

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


def _help(model: type[Fields], name: str, language: str, choices: Sequence[str] = ()) -> str:
    """What belongs in a field; where there is a fixed choice, what may be chosen."""
    told = about(model, name).help(language)
    fixed = choice_of(model, name)
    choices = choices or (fixed.spoken(language) if fixed else ())
    if not choices:
        return told
    return f"{told} {'Välj ett av' if language == 'sv' else 'Choose one of'}: {', '.join(choices)}."


@dataclass(frozen=True, slots=True)
class _EmptyCard:
    language: str
    title: str
    choices: Mapping[str, Sequence[str]]

    def lines(self, model: type[Fields], indent: str = "") -> Iterator[str]:
        """The fields of `model`, each after its explanation."""
        for name, field in model.model_fields.items():
            inner = inner_model(field.annotation)
            many = get_origin(field.annotation) is tuple
            choices = self.choices.get(name, ()) if not indent else ()
            told = about(model, name).label(self.language)
            yield f"{indent}# {told}: {_help(model, name, self.language, choices)}"
            if inner is None:
                yield from self._field(model, name, indent, many=many, chosen=bool(choices))
                continue
            yield f"{indent}{name}:"
            if many:
                inside = list(self.lines(inner, f"{indent}    "))
                first = next(i for i, line in enumerate(inside) if line.lstrip()[0] != "#")
                inside[first] = f"{indent}  - {inside[first].lstrip()}"
                yield from inside
            else:
                yield from self.lines(inner, f"{indent}  ")

    def _field(
        self, model: type[Fields], name: str, indent: str, *, many: bool, chosen: bool
    ) -> Iterator[str]:
        if name == "title" and not indent:
            yield f"title: {quoted(self.title)}"
            return
        example = example_of(model, name, self.language)
        if example and not chosen:
            yield f"{indent}# {'Till exempel' if self.language == 'sv' else 'For example'}:" + (
                "" if many else f" {example}"
            )
            if many:
                yield f"{indent}#   - {example}"
        yield f"{indent}{name}:"


def empty_card(
    kind: str, title: str, language: str, choices: Mapping[str, Sequence[str]] | None = None
) -> str:
    """A card of the folder `kind` with this title, every field explained and left to fill in.

    The explanations are comments in `language` (English where it is not Swedish).  `choices` has
    what a site lets its cards choose, by field.
    """
    model = KINDS[kind]
    spoken = "sv" if language == "sv" else "en"
    facts = "\n".join(_EmptyCard(spoken, title, choices or {}).lines(model))
    text = "\n".join(f"\n## {heading}\n\n{line}" for heading, line in TEMPLATE_TEXTS[model][spoken])
    return f"---\n{facts}\n---\n{text}\n"


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
            rows.append(
                f"| `{path}{name}` | {told.label(spoken)} | {required}{_help(model, name, spoken)} "
                f"| {example} |"
            )
            if inner is not None:
                add(inner, f"{path}{name}: ")

    add({**KINDS, **OTHER_KINDS}[kind], "")
    return "\n".join(rows)
