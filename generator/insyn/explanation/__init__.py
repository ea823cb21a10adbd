"""The sentences for problem codes: what is wrong and how to mend it, in Swedish and English.

Only in this package does the wording stand, one file for each area.  `explain` turns a `Problem`
into text for people.
"""

from __future__ import annotations

from dataclasses import dataclass

from insyn.explanation import facts, files, links, pages, plain, publishing, statement, texts, words
from insyn.explanation.kinds import Kind, Severity, Wording
from insyn.problem import Problem

__all__ = ["KINDS", "Explanation", "Kind", "Severity", "Wording", "explain", "stops"]

KINDS: dict[str, Kind] = {
    **files.KINDS,
    **texts.KINDS,
    **words.KINDS,
    **plain.KINDS,
    **facts.KINDS,
    **statement.KINDS,
    **links.KINDS,
    **publishing.KINDS,
    **pages.KINDS,
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A problem as an editor reads it."""

    severity: Severity
    message: str
    hint: str


# What `wrong-type` expected, and how to write it.
_EXPECTED = {
    "sv": {
        "text": ("en text", "Skriv texten på samma rad som fältets namn."),
        "list": (
            "en lista",
            "Skriv varje del på en egen rad med bindestreck och blanksteg framför.",
        ),
        "groups": (
            "en lista, där varje del har fält",
            "Börja varje del på en egen rad med bindestreck och blanksteg, och skriv dess fält "
            "under varandra: {fields}.",
        ),
        "fields": (
            "en grupp av fält",
            "Skriv fälten på var sin rad under, med två blanksteg framför: {fields}.",
        ),
        "amount": ("ett belopp", "Skriv till exempel 4 719 182 kr på samma rad."),
        "number": ("ett tal", "Skriv talet på samma rad som fältets namn."),
        "date": ("ett datum", "Skriv till exempel 2009-01-15 på samma rad."),
        "email": ("en e-postadress", "Skriv adressen på samma rad som fältets namn."),
        "phone": ("ett telefonnummer", "Skriv numret på samma rad som fältets namn."),
        "address": ("en webbadress", "Skriv adressen på samma rad som fältets namn."),
        "path": ("en adress", "Skriv till exempel /gammal/adress/."),
        "yes-or-no": ("ja eller nej", "Skriv ja eller nej."),
    },
    "en": {
        "text": ("a text", "Write the text on the same line as the field's name."),
        "list": ("a list", "Write each item on a line of its own, after a hyphen and a space."),
        "groups": (
            "a list whose items have fields",
            "Begin each item on a line of its own after a hyphen and a space, and write its fields "
            "below each other: {fields}.",
        ),
        "fields": (
            "a group of fields",
            "Write its fields on lines of their own below, after two spaces: {fields}.",
        ),
        "amount": ("an amount", "Write, for example, 4 719 182 kr on the same line."),
        "number": ("a number", "Write the number on the same line as the field's name."),
        "date": ("a date", "Write, for example, 2009-01-15 on the same line."),
        "email": ("an e-mail address", "Write it on the same line as the field's name."),
        "phone": ("a phone number", "Write it on the same line as the field's name."),
        "address": ("a web address", "Write it on the same line as the field's name."),
        "path": ("an address", "Write, for example, /old/address/."),
        "yes-or-no": ("yes or no", "Write yes or no."),
    },
}

_SEEN = {"sv": " Det syns på {page}.", "en": " It is seen on {page}."}
_PAIRS = {
    "sv": " Det är det sämsta av {count} par: {pairs}.",
    "en": " It is the worst of {count} pairs: {pairs}.",
}
_FOLLOWED = {
    "sv": " Färgerna accent_strong och part följer accent, om du inte själv anger dem.",
    "en": " The colours accent_strong and part follow accent, unless you give them yourself.",
}
_NEAREST = {"sv": "Menade du ”{nearest}”? ", "en": "Did you mean “{nearest}”? "}


def explain(problem: Problem, language: str) -> Explanation:
    """The sentences for `problem` in `language` (English where it is not Swedish).

    Raises `KeyError` for a code that is not in `KINDS`.
    """
    kind = KINDS[problem.code]
    spoken = "sv" if language == "sv" else "en"
    wording = kind.sv if spoken == "sv" else kind.en
    values = dict(problem.values)
    if problem.code == "wrong-type":
        values["expected"], cure = _EXPECTED[spoken][values["expected"]]
        values["cure"] = cure.format(**values)
    ending = f"_{spoken}"
    values |= {k.removesuffix(ending): v for k, v in values.items() if k.endswith(ending)}
    message = wording.message.format(**values)
    if values.get("page"):
        message += _SEEN[spoken].format(**values)
    if values.get("pairs"):
        message += _PAIRS[spoken].format(**values)
    hint = wording.hint.format(**values)
    if values.get("followed"):
        hint += _FOLLOWED[spoken]
    if values.get("nearest"):
        hint = _NEAREST[spoken].format(**values) + hint
    return Explanation(kind.severity, message, hint)


def stops(problem: Problem) -> bool:
    """Does `problem` stop the build?"""
    return KINDS[problem.code].severity is Severity.ERROR
