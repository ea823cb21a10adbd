"""The sentences for problem codes: what is wrong and how to mend it, in Swedish and English.

This is the only place where the wording stands.  `explain` turns a `Problem` into text for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from insyn.problem import Problem


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning does not, advice is a suggestion."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Wording:
    """A problem's sentence (`message`) and its cure (`hint`) in one language.

    Both are `str.format` patterns over the problem's values.  Where a value called `nearest`
    is there and not empty, "Did you mean …?" is put before the hint.
    """

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its severity and its wording by language."""

    severity: Severity
    sv: Wording
    en: Wording


@dataclass(frozen=True, slots=True)
class Explanation:
    """A problem as an editor reads it."""

    severity: Severity
    message: str
    hint: str


def _error(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    return Kind(Severity.ERROR, Wording(*sv), Wording(*en))


def _warning(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    return Kind(Severity.WARNING, Wording(*sv), Wording(*en))


KINDS: dict[str, Kind] = {
    # --- the file (source) ---
    "front-matter-missing": _error(
        (
            "Filen saknar ett faktablock.",
            "Börja filen med en rad som bara har tre bindestreck (---). "
            "Skriv fakta under den, och avsluta med en likadan rad.",
        ),
        (
            "The file has no front matter.",
            "Begin the file with a line of three hyphens only (---). "
            "Write the facts below it, and end with another such line.",
        ),
    ),
}

_NEAREST = {"sv": "Menade du ”{nearest}”? ", "en": "Did you mean “{nearest}”? "}


def explain(problem: Problem, language: str) -> Explanation:
    """The sentences for `problem` in `language` (English where it is not Swedish).

    Raises `KeyError` for a code that is not in `KINDS`.
    """
    kind = KINDS[problem.code]
    wording = kind.sv if language == "sv" else kind.en
    values = dict(problem.values)
    hint = wording.hint.format(**values)
    if values.get("nearest"):
        hint = _NEAREST["sv" if language == "sv" else "en"].format(**values) + hint
    return Explanation(kind.severity, wording.message.format(**values), hint)
