"""What a kind of problem is: how bad it is, and its wording in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning does not, advice is a suggestion."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Wording:
    """A problem's sentence (`message`) and its cure (`hint`) in one language.

    Both are `str.format` patterns over the problem's values; of `choices_sv` and `choices_en` they
    name the one in their own language as `choices`.  Where a value called `nearest`
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


def error(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    """A kind that stops the build; its message and its hint, in either language."""
    return Kind(Severity.ERROR, Wording(*sv), Wording(*en))


def warning(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    """A kind to be seen to, that does not stop the build; its message and its hint."""
    return Kind(Severity.WARNING, Wording(*sv), Wording(*en))


def advice(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    """A kind that is a suggestion; its message and its hint."""
    return Kind(Severity.ADVICE, Wording(*sv), Wording(*en))
