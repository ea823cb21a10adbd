"""One field of a card → one field of the form, in the words of Sveltia's configuration.

What a card has as text stays text: `4 719 182 kr` is typed as it is read.  A choice is a choice,
and the patterns let through what the model takes, so that the form refuses nothing that is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args, get_origin

from pydantic import BeforeValidator

from insyn.model.fields import (
    Fields,
    about,
    choice_of,
    example_of,
    inner_model,
    translation_of,
)
from insyn.model.values import (
    read_amount,
    read_count,
    read_date,
    read_document,
    read_email,
    read_municipality,
    read_number,
    read_picture,
    read_region,
    read_web_address,
    read_whole_number,
    read_yes,
)

Field = dict[str, Any]
"""A field of the form, as JSON."""

ORIGINAL: Final = "_original"
"""The hidden field in which the text of the file travels: see `generator/admin/card.js`."""

KIND: Final = "_kind"
"""The hidden field that tells a card from the easy-to-read text beside it."""

CARD: Final = "_card"
"""The field that names the card of an easy-to-read text; no file has it."""

BODY: Final = "body"

# Fields whose texts are long: they get more than one line to write in.
_LONG = frozenset(
    "summary explanation premises activities communication information sv en how covers "
    "other_forms alt caption".split()
)
ORGANISATION_FIELDS: Final = frozenset(
    {"owner", "co_funders", "partners", "organisations", "part_of"}
)
"""The fields whose values are names of organisations."""
PROJECT_FIELDS: Final = frozenset({"continues", "projects"})
"""The fields whose values are projects."""
# How one card of another kind is chosen, and may be begun from here.
# What editors put between groups of digits: spaces of every kind.
_SPACES = " \\u00a0\\u202f\\u2009\\u2007"
_MONEY = "[kK][rR]|[sS][eE][kK]|[kK][rR][oO][nN][oO][rR]"
_KRONOR = "[kK][rR]|[sS][eE][kK]"
# What the model takes, as far as a pattern can say it; JavaScript and Python read them alike.
_PATTERNS: Mapping[Callable[..., Any], tuple[str, str, str]] = {
    read_amount: (
        (
            rf"^(({_KRONOR})[{_SPACES}]*)?[0-9]+([{_SPACES}.,][0-9]{{3}})*"
            rf"(,00|\.00|:-|,-)?([{_SPACES}]*({_MONEY}))?\.?$"
        ),
        "Skriv beloppet i hela kronor, till exempel 4 719 182 kr.",
        "Write the amount in whole kronor, such as 4 719 182 kr.",
    ),
    read_number: (
        rf"^[0-9]+([{_SPACES}][0-9]{{3}})*([.,][0-9]+)?$",
        "Skriv ett tal, till exempel 70 eller 12,5.",
        "Write a number, such as 70 or 12.5.",
    ),
    read_count: (
        rf"^[0-9]+([{_SPACES}][0-9]{{3}})*$",
        "Skriv ett helt tal, till exempel 594.",
        "Write a whole number, such as 594.",
    ),
    read_whole_number: (
        "^[0-9]{1,4}$",
        "Skriv ett helt tal, till exempel 5.",
        "Write a whole number, such as 5.",
    ),
    read_date: (
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "Skriv datumet som år-månad-dag, till exempel 2026-01-31.",
        "Write the date as year-month-day, such as 2026-01-31.",
    ),
    read_email: (
        r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
        "Skriv en e-postadress, till exempel namn@kommun.se.",
        "Write an e-mail address, such as name@example.org.",
    ),
    read_web_address: (
        r"^[hH][tT][tT][pP][sS]?://\S+$",
        "Skriv hela webbadressen. Den börjar med https://",
        "Write the whole web address. It begins with https://",
    ),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be chosen on a site: for a field, values with the words for them, in order."""

    choices: Mapping[str, Sequence[tuple[str, str]]]
    spellings: Mapping[str, Mapping[str, str]]
    """For a field, other ways to write a choice, folded, and the value that each stands for."""
    root: str = "content"
    """The folder of the content, seen from the repository's top."""


def readers(model: type[Fields], name: str) -> Iterator[Callable[..., Any]]:
    """The functions that read the values of a field, also those of the items of a list."""
    field = model.model_fields[name]
    for mark in (*field.metadata, *_marks(field.annotation)):
        if isinstance(mark, BeforeValidator):
            yield mark.func


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)


def longest(model: type[Fields], name: str) -> int | None:
    """How long a text may be, in characters."""
    field = model.model_fields[name]
    for mark in (*field.metadata, *_marks(field.annotation)):
        found = getattr(mark, "max_length", None)
        for inner in getattr(mark, "metadata", ()):  # pydantic's own Field
            found = found or getattr(inner, "max_length", None)
        if found:
            return int(found)
    return None


def is_many(model: type[Fields], name: str) -> bool:
    """Is the field a list?"""

    def listed(annotation: Any) -> bool:
        if get_origin(annotation) is tuple:
            return True
        return any(listed(part) for part in get_args(annotation))

    return listed(model.model_fields[name].annotation)


def form_fields(
    model: type[Fields],
    required: Sequence[str],
    language: str,
    offered: Offered,
    path: str = "",
) -> Iterator[Field]:
    """The fields of `model` in the form, in their order in a card.

    `required` are the languages in which a text that a card must have must be given; none: in all.
    """
    translated = translation_of(model).model_fields
    for name, described in model.model_fields.items():
        spoken = "sv" if language == "sv" else "en"
        field: Field = {"name": name, "label": about(model, name).label(spoken)}
        filled_in = _filled_in(model, name, spoken, offered, path)
        if hint := _hint(model, name, spoken, str(filled_in["widget"])):
            field["hint"] = hint + _how(filled_in, spoken)
        field["required"] = described.is_required()
        if name in translated:
            field["i18n"] = True
            if required and described.is_required():
                field["required"] = list(required)
        field |= filled_in
        inner = inner_model(described.annotation)
        if inner:
            below = f"{path}.{name}" if path else name
            field["fields"] = list(form_fields(inner, required, language, offered, below))
        if filled_in["widget"] == "list":
            field["label_singular"] = _ONE.get(field["label"], field["label"])
            if inner:
                field["summary"] = _summary(inner)
        yield field


# What is said where a card's own help tells how to type what is chosen here.
_HINTS: Mapping[str, tuple[str, str]] = {
    "programme_area": ("Det programområde som projektet hör till.", "The one that it belongs to."),
    "phase": ("Den fas som projektet är i.", "The phase that the project is in."),
    "target_groups": ("Vilka projektet är till för.", "Whom the project is for."),
    "municipalities": ("Var det händer.", "Where it takes place."),
    "other_contacts": ("Andra som svarar på frågor.", "Others who answer questions."),
    "continues": (
        "Det tidigare projekt som det här bygger vidare på.",
        "The earlier project that this one builds on.",
    ),
    "related": (
        "Projekt eller berättelser som hör ihop med den här.",
        "Projects or stories that belong with this one.",
    ),
    "projects": ("Projekten som berättelsen hör till.", "The projects that it belongs to."),
    "minimum": ("Ja, om målet är att nå minst talet.", "Yes, if at least the number is aimed at."),
    "decorative": (
        "Ja, om bilden inte säger något som läsaren behöver. Då behövs ingen alternativtext.",
        (
            "Yes, if the picture tells nothing that the reader needs. "
            "Then it needs no alternative text."
        ),
    ),
}


# What one of a list is called, on the button that adds it.
_ONE: Mapping[str, str] = {
    "Fler kontakter": "kontakt",
    "Mål i siffror": "mål",
    "Gamla adresser": "adress",
    "Andra namn": "namn",
    "Andra skrivsätt": "skrivsätt",
    "Andra ord": "ord",
    "Dokument": "dokument",
    "Personer": "person",
    "Siffror": "siffra",
    "Ord": "ord",
    "Former": "form",
    "Brister": "brist",
    "Other contacts": "contact",
    "Targets in figures": "target",
    "Old addresses": "address",
    "Other names": "name",
    "Other spellings": "spelling",
    "Other words": "word",
    "Documents": "document",
    "People": "person",
    "Figures": "figure",
    "Words": "word",
    "Forms": "form",
}


# How one or several of many are chosen, and what may be written that is none of them.
_MANY = (
    "Skriv början av ett namn och kryssa för, eller tryck på Enter när bara ett passar.",
    "Type the beginning of a name and tick it, or press Enter when only one fits.",
)
_FREE = (
    "Finns namnet inte skriver du hela.",
    "Where the name is not there, write all of it.",
)
FEW: Final = 8
"""So many choices are all shown at once: as in `generator/admin/choice.js`."""
_RADIOS: Final = 5
"""So many are radio buttons of Sveltia's; of more it makes a list that keys get wrong."""


def _how(filled_in: Field, spoken: str) -> str:
    """How the field is filled in, where that is not plain to see."""
    if filled_in["widget"] != "choice":
        return ""
    free = filled_in.get("free", False)
    told = (_MANY,) * (free or len(filled_in["options"]) > FEW) + (_FREE,) * free
    return "".join(f" {words[0 if spoken == 'sv' else 1]}" for words in told)


def _hint(model: type[Fields], name: str, spoken: str, widget: str) -> str:
    if name in _HINTS and widget not in {"string", "text"}:
        return _HINTS[name][0 if spoken == "sv" else 1]
    told = about(model, name).help(spoken)
    example = example_of(model, name, spoken)
    if example and widget in {"string", "text", "list"}:
        told += f" {'Exempel' if spoken == 'sv' else 'Example'}: {example}"
    return _plain(told)


def _filled_in(model: type[Fields], name: str, spoken: str, offered: Offered, path: str) -> Field:
    """How a field is filled in: the widget and what it needs."""
    many = is_many(model, name)
    full = f"{path}.{name}" if path else name
    if inner_model(model.model_fields[name].annotation):
        return (
            {"widget": "list", "collapsed": "auto"}
            if many
            else {"widget": "object", "collapsed": False}
        )
    choice = choice_of(model, name)
    options = offered.choices.get(full)
    if choice is not None:
        options = [(choice.word(key, spoken), choice.word(key, spoken)) for key in choice.words]
    if options is not None:
        return _choice(name, options, many=many)
    if many:
        return {"widget": "list"}
    return _single(model, name, spoken, offered.root)


def _choice(name: str, options: Sequence[tuple[str, str]], *, many: bool) -> Field:
    """How one or several of some choices are chosen."""
    offers = [{"label": label, "value": value} for value, label in options]
    # A name that has no card may be written too.
    free = {"free": True} if name in ORGANISATION_FIELDS - {"part_of"} else {}
    if len(offers) <= _RADIOS and not many and not free:
        return {"widget": "select", "options": offers}
    # Our own: see `generator/admin/choice.js`.
    return {"widget": "choice", "options": offers, **({"multiple": True} if many else {}), **free}


def _single(model: type[Fields], name: str, spoken: str, root: str) -> Field:
    """How one value is filled in that is neither a choice nor a group."""
    read = set(readers(model, name))
    if read_yes in read:
        words = ("ja", "nej") if spoken == "sv" else ("yes", "no")
        options = [{"label": word.capitalize(), "value": word} for word in words]
        return {"widget": "select", "options": options}
    if read_picture in read:
        return _media("image", root, "images")
    if read_document in read:
        return _media("file", root, "documents")
    for function, (pattern, sv, en) in _PATTERNS.items():
        if function in read:
            return {"widget": "string", "pattern": [pattern, sv if spoken == "sv" else en]}
    most = longest(model, name)
    widget = "text" if most or name in _LONG else "string"
    return {"widget": widget, **({"maxlength": most} if most else {})}


def _media(widget: str, root: str, folder: str) -> Field:
    return {
        "widget": widget,
        "media_folder": f"/{root}/{folder}",
        "public_folder": f"/{folder}",
        "choose_url": False,
    }


def _summary(inner: type[Fields]) -> str:
    """What stands for an item of a list while it is closed: its first two texts."""
    texts = [
        name for name, field in inner.model_fields.items() if not inner_model(field.annotation)
    ]
    if not texts:
        first = next(iter(inner.model_fields))
        return (
            f"{{{{fields.{first}.term}}}}" if first in {"sv", "en"} else f"{{{{fields.{first}}}}}"
        )
    return " ".join(f"{{{{fields.{name}}}}}" for name in texts[:2])


def _plain(text: str) -> str:
    """A hint, in which Sveltia reads a little Markdown: its marks are no marks here."""
    return re.sub(r"([*_~\[\]])", r"\\\1", text)


def choosers() -> Mapping[Callable[..., Any], str]:
    """The readers whose choices are the register's, and which of its lists that is."""
    return {read_region: "regions", read_municipality: "municipalities"}
