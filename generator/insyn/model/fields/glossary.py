"""The words that the site explains: `content/glossary.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from insyn.model.fields.description import About, Fields
from insyn.model.fields.shared import Lines
from insyn.model.values import Line

EXPLANATION_LENGTH = 400


class WordFields(Fields):
    """A word of the glossary in one language."""

    term: Annotated[
        Line,
        About(
            "Ord",
            "Word",
            "Ordet eller förkortningen, som det står i ordlistan.",
            "The word or abbreviation, as it stands in the glossary.",
            "medfinansiär",
        ),
    ]
    explanation: Annotated[
        Annotated[Line, Field(max_length=EXPLANATION_LENGTH)],
        About(
            "Förklaring",
            "Explanation",
            f"Vad ordet betyder, i en eller två enkla meningar. Högst {EXPLANATION_LENGTH} tecken.",
            "What the word means, in one or two plain sentences. "
            f"At most {EXPLANATION_LENGTH} characters.",
            "En organisation som betalar en del av vad projektet kostar.",
        ),
    ]
    stands_for: Annotated[
        Line | None,
        About(
            "Betyder",
            "Stands for",
            "Om ordet är en förkortning: vad den står för.",
            "If the word is an abbreviation: what it stands for.",
            "Europeiska socialfonden",
        ),
    ] = None
    forms: Annotated[
        Lines,
        About(
            "Former",
            "Forms",
            "Andra former och stavningar av ordet i texterna. Genitiv med s hittas ändå.",
            "Other forms and spellings of the word in the texts. Forms with a final s are found "
            "anyway.",
            "medfinansiärer",
        ),
    ] = ()
    synonyms: Annotated[
        Lines,
        About(
            "Andra ord",
            "Other words",
            "Andra ord för samma sak. Sökningen hittar med dem också.",
            "Other words for the same thing. The search finds by them too.",
            "finansiär",
        ),
    ] = ()


class TermFields(Fields):
    """A word of the glossary in each of the site's languages."""

    sv: Annotated[
        WordFields | None,
        About("På svenska", "In Swedish", "Ordet på svenska.", "The word in Swedish."),
    ] = None
    en: Annotated[
        WordFields | None,
        About("På engelska", "In English", "Ordet på engelska.", "The word in English."),
    ] = None


class GlossaryFields(Fields):
    """The words that the site explains: `content/glossary.yaml`."""

    terms: Annotated[
        tuple[TermFields, ...],
        About(
            "Ord",
            "Words",
            "Orden som webbplatsen förklarar.",
            "The words that the site explains.",
        ),
    ] = ()
