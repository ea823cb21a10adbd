"""What a description of fields is, and what follows from one."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, create_model

from insyn.model.values import OneOf


@dataclass(frozen=True, slots=True)
class About:
    """What people are told of a field: label and help in Swedish and English, and an example.

    The example of a field with choices is the key of one; `example_of` gives the word for it.

    `translated` says that a translation file gives this field anew in its own language.
    """

    sv: str
    en: str
    help_sv: str
    help_en: str
    example: str = ""
    translated: bool = False

    def label(self, language: str) -> str:
        """The field's name in `language` (English where it is not Swedish)."""
        return self.sv if language == "sv" else self.en

    def help(self, language: str) -> str:
        """What belongs in the field, in `language` (English where it is not Swedish)."""
        return self.help_sv if language == "sv" else self.help_en


Model = TypeVar("Model", bound="Fields")


class Fields(BaseModel):
    """The facts of one kind of file, frozen and with no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)


def about(model: type[Fields], name: str) -> About:
    """What people are told of the field `name` of `model`."""
    for mark in model.model_fields[name].metadata:
        if isinstance(mark, About):
            return mark
    message = f"{model.__name__}.{name} has no description"
    raise LookupError(message)


def choice_of(model: type[Fields], name: str) -> OneOf | None:
    """What may be chosen in the field `name` of `model`, where the model gives the choices."""
    field = model.model_fields[name]
    inside = (getattr(part, "__metadata__", ()) for part in get_args(field.annotation))
    marks = (*field.metadata, *(mark for metadata in inside for mark in metadata))
    return next((mark for mark in marks if isinstance(mark, OneOf)), None)


def example_of(model: type[Fields], name: str, language: str) -> str:
    """What the field `name` of `model` may look like; a choice in the words of `language`."""
    example, choice = about(model, name).example, choice_of(model, name)
    return choice.word(example, language) if choice and example else example


def inner_model(annotation: Any) -> type[Fields] | None:
    """The class of fields inside `X`, `X | None` or `tuple[X, ...]`, if there is one."""
    return _inner_model(annotation)


@cache  # it is asked for every field of every card
def _inner_model(annotation: Any) -> type[Fields] | None:
    origin = get_origin(annotation)
    if origin is Annotated:
        return inner_model(get_args(annotation)[0])
    if origin in (Union, types.UnionType, tuple):
        found = (inner_model(argument) for argument in get_args(annotation))
        return next((model for model in found if model), None)
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return None


@cache
def translation_of(model: type[Fields]) -> type[Fields]:
    """The fields that a translation of `model` may give: its texts, and none of its facts."""
    kept: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        told = about(model, name)
        inner = inner_model(field.annotation)
        if inner is not None:
            inner = translation_of(inner)
            if inner.model_fields:
                many = get_origin(field.annotation) is tuple
                kind: Any = tuple[inner, ...] if many else inner | None  # type: ignore[valid-type]
                kept[name] = (Annotated[kind, told], () if many else None)
        elif told.translated:
            text: Any = Annotated[(field.annotation, *field.metadata)]
            kept[name] = (Annotated[text | None, told], None)
    return create_model(f"{model.__name__}Translation", __base__=Fields, **kept)
