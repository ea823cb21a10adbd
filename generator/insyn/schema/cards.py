"""New cards: every field explained, and examples that nobody can take for the truth.

An example begins with a word of its own (`EXAMPLES`), so it is never published by mistake: such a
value is a problem until somebody has changed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import get_origin

from insyn.model.fields import (
    KINDS,
    TEMPLATE_TEXTS,
    TRANSLATE_THE_TEXT,
    WRITE_EASILY,
    Fields,
    WordFields,
    about,
    example_of,
    inner_model,
    translation_of,
)
from insyn.schema.spelling import help_of, in_quotes, quoted

Raw = Mapping[str, "Raw"] | Sequence["Raw"] | str | None

# Not required, and yet what readers ask for first.
_WANTED = frozenset({"contact", "funding", "municipalities"})


def _spoken(language: str) -> str:
    return "sv" if language == "sv" else "en"


def _example(language: str, text: str) -> str:
    return _marked("EXEMPEL" if _spoken(language) == "sv" else "EXAMPLE", text)


def _to_translate(language: str, text: str) -> str:
    return _marked("ÖVERSÄTT" if _spoken(language) == "sv" else "TRANSLATE", text)


def _marked(word: str, text: str) -> str:
    """`text` after `word` as a YAML value, that is still one when the word is taken away."""
    whole = f"{word} {text}"
    return quoted(whole) if quoted(text) == text else in_quotes(whole)


@dataclass(frozen=True, slots=True)
class _NewCard:
    language: str
    title: str
    choices: Mapping[str, Sequence[str]]
    short: bool = False
    """Only the fields that must be there."""

    def lines(
        self, model: type[Fields], indent: str = "", *, filled: bool = False, must: bool = True
    ) -> Iterator[str]:
        """The fields of `model`, each after its explanation.

        `filled` says that all get an example, `must` that the required ones do.
        """
        for name, field in model.model_fields.items():
            if self.short and not field.is_required():
                continue
            inner = inner_model(field.annotation)
            many = get_origin(field.annotation) is tuple
            choices = self.choices.get(name, ()) if not indent else ()
            told = about(model, name).label(self.language)
            wanted = filled or (not indent and name in _WANTED and not self.short)
            needed = must and field.is_required()
            yield f"{indent}# {told}: {help_of(model, name, self.language, choices)}"
            if inner is None:
                shown = wanted or needed
                yield from self._field(model, name, indent, many=many, choices=choices, shown=shown)
                continue
            yield f"{indent}{name}:"
            if many:
                inside = list(self.lines(inner, f"{indent}    ", must=False))
                first = next(i for i, line in enumerate(inside) if line.lstrip()[0] != "#")
                inside[first] = f"{indent}  - {inside[first].lstrip()}"
                yield from inside
            else:
                yield from self.lines(inner, f"{indent}  ", filled=wanted, must=needed)

    def _field(  # noqa: PLR0913 - what a field is, by name
        self,
        model: type[Fields],
        name: str,
        indent: str,
        *,
        many: bool,
        choices: Sequence[str],
        shown: bool,
    ) -> Iterator[str]:
        if name == "title" and not indent:
            yield f"title: {quoted(self.title)}"
            return
        example = choices[0] if choices else example_of(model, name, self.language)
        if shown and example:
            value = _example(self.language, example)
            yield f"{indent}{name}:" + (f"\n{indent}  - {value}" if many else f" {value}")
            return
        if example and not choices:
            yield f"{indent}# {'Till exempel' if self.language == 'sv' else 'For example'}:" + (
                "" if many else f" {quoted(example)}"
            )
            if many:
                yield f"{indent}#   - {quoted(example)}"
        yield f"{indent}{name}:"


def new_card(
    kind: str,
    title: str,
    language: str,
    choices: Mapping[str, Sequence[str]] | None = None,
    *,
    short: bool = False,
) -> str:
    """A card of the folder `kind` with this title, every field explained.

    What must be there, and what readers ask for first, is filled in with examples; the rest is
    empty.  The explanations are comments in `language` (English where it is not Swedish).
    `choices` has what a site lets its cards choose, by field.  A `short` card has only the fields
    that must be there, and one heading.
    """
    model = KINDS[kind]
    spoken = _spoken(language)
    facts = "\n".join(_NewCard(spoken, title, choices or {}, short).lines(model))
    if short:
        facts += "".join(f"\n# {line}" for line in wrap(_others(model, spoken), 90))
    asked = TEMPLATE_TEXTS[model][spoken][: 1 if short else None]
    text = "\n".join(f"\n## {heading}\n\n{line}" for heading, line in asked)
    return f"---\n{facts}\n---\n{text}\n"


def _others(model: type[Fields], spoken: str) -> str:
    """What a short card might have as well."""
    names = ", ".join(
        f"{name} ({about(model, name).label(spoken)})"
        for name, field in model.model_fields.items()
        if not field.is_required()
    )
    if spoken == "sv":
        return f"Kortet kan också ha: {names}. Gör ett helt kort för att se hur de skrivs."
    return f"The card may have as well: {names}. Make a whole card to see how."


@dataclass(frozen=True, slots=True)
class Translatable:
    """A card to be told once more: its folder, its facts as typed, and its text."""

    kind: str
    fields: Mapping[str, Raw]
    body: str


def translated_card(original: Translatable, language: str) -> str:
    """The translation of a card to `language`, to be written: each text of the original is there.

    Facts are left out, since a translation has them from the original.
    """
    told = list(_texts(translation_of(KINDS[original.kind]), original.fields, _spoken(language)))
    facts = "".join(f"{line}\n" for line in told)
    body = original.body.strip()
    text = f"\n{TRANSLATE_THE_TEXT[_spoken(language)]}\n\n{body}\n" if body else ""
    return f"---\n{facts}---\n{text}"


def _texts(
    model: type[Fields], given: Mapping[str, Raw], spoken: str, indent: str = ""
) -> Iterator[str]:
    for name, field in model.model_fields.items():
        value = given.get(name)
        inner = inner_model(field.annotation)
        if inner is None and isinstance(value, str) and value.strip():
            yield f"{indent}# {about(model, name).label(spoken)}: {help_of(model, name, spoken)}"
            yield f"{indent}{name}: {_to_translate(spoken, ' '.join(value.split()))}"
        elif inner is not None and isinstance(value, Mapping):
            inside = list(_texts(inner, value, spoken, f"{indent}  "))
            if inside:
                yield f"{indent}{name}:"
                yield from inside
        elif inner is not None and isinstance(value, Sequence) and not isinstance(value, str):
            yield from _items(name, inner, value, spoken, indent)


def _items(
    name: str, model: type[Fields], given: Sequence[Raw], spoken: str, indent: str
) -> Iterator[str]:
    """A list of groups: a translation has one for each of the original's, in the same order."""
    groups: list[list[str]] = []
    for item in given:
        texts = _texts(model, item, spoken, f"{indent}    ") if isinstance(item, Mapping) else ()
        # The explanations are the same for each.
        lines = [line for line in texts if not line.lstrip().startswith("#")]
        groups.append(lines)
    if not groups or not all(groups):
        return
    yield f"{indent}{name}:"
    for first, *rest in groups:
        yield f"{indent}  - {first.strip()}"
        yield from rest


def easy_card(title: str, language: str) -> str:
    """The easy-to-read version of the card called `title`, to be written in `language`."""
    sv = (
        "Den lättlästa texten. Korta meningar, vanliga ord, det viktigaste först.",
        "Ingen rad får vara längre än 55 tecken. Fakta följer av det vanliga kortet.",
    )
    en = (
        "The easy-to-read text. Short sentences, common words, what matters most first.",
        "No line may be longer than 55 characters. The facts are those of the usual card.",
    )
    spoken = _spoken(language)
    head = "".join(f"# {line}\n" for line in (sv if spoken == "sv" else en))
    return f"---\n{head}title: {quoted(title)}\n---\n\n{WRITE_EASILY[spoken]}\n"


def new_word(term: str, languages: Sequence[str]) -> str:
    """A word for the glossary, as an item of its list; `term` is in the first of `languages`."""
    lines: list[str] = []
    for number, code in enumerate(languages):
        shown = quoted(term) if number == 0 else _to_translate(code, term)
        example = _example(code, _EXPLAINED[_spoken(code)])
        told = help_of(WordFields, "explanation", _spoken(code))
        lines += [
            f"    {code}:",
            f"      term: {shown}",
            f"      # {told}",
            f"      explanation: {example}",
        ]
    return "\n".join([f"  - {lines[0].strip()}", *lines[1:]]) + "\n"


_EXPLAINED = {
    "sv": "Det här är …",
    "en": "This is …",
}
