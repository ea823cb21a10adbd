"""Reading the facts of one card, and telling every mistake in them by its place.

Pydantic finds the mistakes; here they become problems, known by the type that pydantic gives them
and not by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any, NamedTuple, cast, get_origin

from pydantic import ValidationError

from insyn.front_matter import is_marked, quoted
from insyn.model.fields import Fields, Model, about, choice_of, inner_model
from insyn.model.spellings import as_item, meant
from insyn.model.values import Surroundings, choices_in
from insyn.problem import Place, Problem, folded, nearest
from insyn.source import Card, FieldPath, Raw

# How like a field's name a word must be to be a slip of the pen: `owners`, but not `total` for
# `title`.  The names are short, and many begin alike.
_FIELD_LIKENESS = 0.75
_SHOWN = 60  # characters of an example
# Their own words say what was meant.
_TOLD_IN_WORDS = frozenset({"region-is-place"})


@dataclass(slots=True)
class Findings:
    """The problems found so far."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, place: Place, code: str, **values: object) -> None:
        """One more problem of the kind `code`."""
        self.problems.append(Problem.at(place, code, **values))


def _without_empty(value: Raw, model: type[Fields] | None) -> Raw:
    """`value`, as `model` knows it, without what was left empty: `phone:` is the same as no phone.

    A group of nothing but empty fields is left out as well; but where it must be there it stays,
    so that the fields it needs are told of.  Items of lists stay, so that positions hold, and an
    empty item is a problem of its own; but a list of nothing else is one that nobody filled in.
    """
    if isinstance(value, dict):
        known = model.model_fields if model else {}
        kept: dict[str, Raw] = {}
        for key, typed in value.items():
            described = known.get(key)
            inside = inner_model(described.annotation) if described else None
            inner = _without_empty(typed, inside)
            must = typed and described is not None and described.is_required()
            if inner not in (None, "", []) and (inner != {} or must):
                kept[key] = inner
        return kept
    if isinstance(value, list):
        items = [_without_empty(inner, model) for inner in value]
        return items if any(item not in (None, "", {}, []) for item in items) else []
    return value.strip() if isinstance(value, str) else value


def _spelled(path: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in path if isinstance(part, str))


def _model_at(model: type[Fields], path: Sequence[str | int]) -> type[Fields] | None:
    """The class of fields that holds the last part of `path`."""
    for part in path[:-1]:
        if isinstance(part, int):
            continue
        known = model.model_fields.get(part)
        inner = inner_model(known.annotation) if known else None
        if inner is None:
            return None
        model = inner
    return model


# What a new card's values begin with until somebody has written them (`insyn.schema.cards`).  The
# word is left alone where only what stood after it was deleted.
_EXAMPLE = re.compile(r"(EXEMPEL|EXAMPLE|ÖVERSÄTT|TRANSLATE)\b")
_TO_TRANSLATE = frozenset({"ÖVERSÄTT", "TRANSLATE"})


def is_example(text: str) -> bool:
    """Is it still what a new card was filled in with?"""
    return bool(_EXAMPLE.match(text))


def example_word(text: str) -> str:
    """The word that an example begins with, or ""."""
    found = _EXAMPLE.match(text)
    return found[1] if found else ""


def _examples(value: Raw, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Where a new card's examples, or texts to translate, still stand, and which."""
    if isinstance(value, str) and is_example(value):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _examples(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _examples(inner, (*path, index))


def _unmarked_lists(
    card: Card, fields: Mapping[str, Raw], model: type[Fields]
) -> Iterator[tuple[str, list[str]]]:
    """The lists whose lines lack their hyphens, so that YAML reads one text; and those lines."""
    for name, described in model.model_fields.items():
        value = fields.get(name)
        several = get_origin(described.annotation) is tuple
        if several and not inner_model(described.annotation) and isinstance(value, str):
            lines = _lines_of(card, (name,), value)
            if len(lines) > 1:
                yield name, lines


def _lines_of(card: Card, path: FieldPath, value: str) -> list[str]:
    """The lines, without spaces around, that YAML joined to `value`; none in quotation marks."""
    place, words = card.place(path), value.split()
    found: list[str] = []
    read = 0
    for number, line in enumerate(card.typed[place.line - 1 :]):
        text = line.strip() if number else line[place.column - 1 :].strip()
        if not text or text[0] in "|>":  # with which a text of several lines may begin
            continue
        here = text.split()
        if words[read : read + len(here)] != here:
            break
        found.append(text)
        read += len(here)
        if read == len(words):
            return found
    return []


def _tell_of_unmarked(
    card: Card, name: str, lines: Sequence[str], surroundings: Surroundings, findings: Findings
) -> bool:
    """Tell that lines lack their hyphens; `False` where they may as well be one long name."""
    place, key = card.place((name,)), card.keys.get((name,))
    if is_marked(lines[0]):
        return True  # the reader of the lines has told of it
    # What may be chosen is known: there a small letter does not mean that the name goes on.
    known = name == "municipalities" or choices_in(name, surroundings)
    goes_on = lines[0][:1].isupper() and any(line[:1].islower() for line in lines[1:])
    if (key is not None and key.line == place.line) or (goes_on and not known):
        findings.add(place, "names-on-one-line", field=name, typed=" ".join(lines))
        return False
    findings.add(place, "list-mark", mended=as_item(lines[0]))
    return True


def _missing(
    place: Place,
    path: Sequence[str | int],
    holder: type[Fields] | None,
    surroundings: Surroundings,
) -> Problem:
    """A field that must be there and is not; `holder` is the class of fields that asks for it."""
    name = str(path[-1])
    if len(path) == 1 and (choices := choices_in(name, surroundings)):
        code, listed = "field-missing-choice", ", ".join(choices)
        return Problem.at(place, code, field=name, choices=listed)
    if holder is None or name not in holder.model_fields:
        return Problem.at(place, "field-missing", field=_spelled(path), name=name, example="…")
    inner = inner_model(holder.model_fields[name].annotation)
    if inner is not None:
        fields = ", ".join(inner.model_fields)
        return Problem.at(
            place, "field-missing-group", field=_spelled(path), name=name, fields=fields
        )
    if fixed := choice_of(holder, name):
        told = {f"choices_{code}": ", ".join(fixed.spoken(code)) for code in ("sv", "en")}
        return Problem.at(place, "field-missing-choice", field=_spelled(path), **told)
    example = about(holder, name).example
    return Problem.at(place, "field-missing", field=_spelled(path), name=name, example=example)


class _Group(NamedTuple):
    """A field that holds other fields: one `group` of them, or a `list` of such groups."""

    name: str
    kind: str
    start: str
    """What the line of the field begins with."""


def _group_of(name: str, model: type[Fields] | None) -> _Group | None:
    """The only group of `model` that has a field called `name`, a list only where no other has."""
    found: list[_Group] = []
    for known, described in (model.model_fields if model else {}).items():
        inner = inner_model(described.annotation)
        if inner is not None and name in inner.model_fields:
            if get_origin(described.annotation) is tuple:
                start = "  - " if name == next(iter(inner.model_fields)) else "    "
                found.append(_Group(known, "list", start))
            else:
                found.append(_Group(known, "group", "  "))
    one = [group for group in found if group.kind == "group"] or found
    return one[0] if len(one) == 1 else None


def _unknown(
    place: Place,
    path: Sequence[str | int],
    holder: type[Fields] | None,
    original: type[Fields] | None,
    value: str,
) -> Problem:
    """A field that is not there: a fact repeated in a translation, or a slip of the pen."""
    name = str(path[-1])
    facts = _model_at(original, path) if original else None
    if facts and name in facts.model_fields:
        return Problem.at(place, "translation-repeats-fact", field=_spelled(path))
    if len(path) == 1 and (group := _group_of(name, holder)):
        mended = f"{group.start}{name}: {value}"
        return Problem.at(
            place, f"field-outside-{group.kind}", field=name, group=group.name, mended=mended
        )
    if original and len(path) == 1 and (group := _group_of(name, original)):
        return Problem.at(place, "translation-repeats-fact", field=f"{group.name}.{name}")
    spellings = {
        label: known
        for known in (holder.model_fields if holder else ())
        if holder
        for label in (known, about(holder, known).sv, about(holder, known).en)
    }
    by_label = {folded(label): known for label, known in spellings.items()}
    if known := by_label.get(folded(name.replace("_", " "))):
        return Problem.at(place, "field-label", field=name, name=known)
    near = spellings.get(nearest(name, spellings, _FIELD_LIKENESS), "")
    if near:
        return Problem.at(place, "field-misspelt", field=name, nearest=near)
    fields = ", ".join(dict.fromkeys(spellings.values()))
    return Problem.at(place, "field-unknown", field=name, fields=fields)


def _item_with_colon(error: Mapping[str, Any]) -> str:
    """An item of a list of texts as it was typed, if YAML took it for a field: `Borås: centrum`."""
    item = error["input"]
    if not isinstance(error["loc"][-1], int) or not isinstance(item, dict) or len(item) != 1:
        return ""
    [(key, value)] = item.items()
    return f"{key}: {value}" if isinstance(value, str) else ""


def _examine(  # noqa: PLR0911  (a table reads best as one)
    error: Mapping[str, Any],
    card: Card,
    model: type[Fields],
    original: type[Fields] | None,
    surroundings: Surroundings,
) -> Problem:
    """The problem behind one of pydantic's errors, which is known by its `type`, not its text."""
    context: dict[str, Any] = dict(error.get("ctx") or {})
    at = context.pop("at", None)
    path: tuple[str | int, ...] = (*error["loc"], at) if at else tuple(error["loc"])
    place, name = card.place(path), _spelled(path)
    match error["type"]:
        case "missing":
            return _missing(place, path, _model_at(model, path), surroundings)
        case "extra_forbidden":
            place = card.keys.get(path, place)
            value = error["input"] if isinstance(error["input"], str) else "…"
            return _unknown(place, path, _model_at(model, path), original, value)
        case "too_long" | "string_too_long":
            most, length = context["max_length"], len(str(error["input"]))
            return Problem.at(place, "text-too-long", field=name, most=most, length=length)
        case "string_pattern_mismatch":
            return Problem.at(place, "currency-unknown", value=error["input"])
        case "tuple_type" | "list_type" | "model_type" | "model_attributes_type" | "dict_type":
            inside = _model_at(model, (*path, ""))
            several = error["type"] in {"tuple_type", "list_type"}
            # A part of a list that lacks its fields is told how the whole list is written.
            grouped = inside and (several or isinstance(path[-1], int))
            expected = "groups" if grouped else "list" if several else "fields"
            fields = ", ".join(inside.model_fields if inside else ())
            return Problem.at(place, "wrong-type", field=name, expected=expected, fields=fields)
        case "wrong-type" if error["input"] is None:
            return Problem.at(place, "item-empty", field=name)
        case "wrong-type" if text := _item_with_colon(error):
            key = next(iter(error["input"]))
            begin = card.keys.get((*path, key), place)
            colon = Place(begin.file, begin.line, begin.column + len(key))
            return Problem.at(colon, "unquoted-colon", mended=f"- {quoted(text)}")
        case code:
            values = {"field": name, **_meaning(code, path, model, context)}
            return Problem.at(place, code, **values)


def _meaning(
    code: str, path: Sequence[str | int], model: type[Fields], context: Mapping[str, Any]
) -> dict[str, Any]:
    """The values of a problem, with what was probably meant, and an example of a date."""
    values = dict(context)
    if code in {"date-unreadable", "date-without-day", "date-without-year"}:
        holder = _model_at(model, path)
        values["example"] = about(holder, str(path[-1])).example if holder else ""
    if not values.get("nearest") and code not in _TOLD_IN_WORDS:
        values["nearest"] = meant(code, str(values.get("value", "")))
    return values


def read_facts(
    card: Card,
    model: type[Model],
    findings: Findings,
    surroundings: Surroundings,
    original: type[Fields] | None = None,
) -> Model | None:
    """The facts of `card` as `model`; `original` is the model of the card it translates."""
    fields = _without_empty(dict(card.fields), model)
    examples = dict(_examples(fields))
    for path, text in examples.items():
        if (word := example_word(text)) in _TO_TRANSLATE:
            findings.add(card.place(path), "untranslated-left", word=word)
        else:
            begun = shorten(text, _SHOWN, placeholder=" …")
            values = {"field": _spelled(path), "value": begun, "word": word}
            findings.add(card.place(path), "example-left", **values)
        _drop(fields, path)
    for name, lines in list(_unmarked_lists(card, cast("dict[str, Raw]", fields), model)):
        if _tell_of_unmarked(card, name, lines, surroundings, findings):
            _drop(fields, (name,))
            examples[name,] = ""  # it is no field that is missing
    try:
        return model.model_validate(fields, context=surroundings)
    except ValidationError as failure:
        errors = cast("Sequence[Mapping[str, Any]]", failure.errors(include_url=False))
    found = [(error, _examine(error, card, model, original, surroundings)) for error in errors]
    said_name = {"field-label": "name", "field-misspelt": "nearest"}
    meant = set(examples) | {
        (*error["loc"][:-1], dict(problem.values)[said_name[problem.code]])
        for error, problem in found
        if problem.code in said_name
    }
    for error, problem in found:
        if problem.code in {"field-outside-group", "field-outside-list"}:
            group = dict(problem.values)["group"]
            meant |= {(group,), (group, error["loc"][-1])}
    findings.problems += [
        problem
        for error, problem in found
        if error["type"] != "missing" or error["loc"] not in meant
    ]
    # The rest of the card is read all the same, so that the mistakes in it are found at once.
    for error in errors:
        _drop(fields, error["loc"])
    try:
        return model.model_validate(fields, context=surroundings)
    except ValidationError:
        return None


def _drop(fields: Raw, path: Sequence[str | int]) -> None:
    """Take away what is at `path`, with the whole list where it is an item: positions must hold."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    for part in path[:-1]:
        if isinstance(fields, dict) and isinstance(part, str):
            fields = fields.get(part)
        elif isinstance(fields, list) and isinstance(part, int):
            fields = fields[part]
    if path and isinstance(fields, dict):
        fields.pop(str(path[-1]), None)
