"""The one description of everything an editor can write in the facts of a file.

Each kind of file is a class here, and each field says in Swedish and English what it is called,
what belongs in it, and how it looks.  What follows from this: how cards are read, the empty card
of `insyn new`, the labels in the list of facts, the tables in the guides, and the test that open
data leave nothing out.  `generator/README.md` tells what else a new field needs.
"""

from __future__ import annotations

from collections.abc import Mapping

from insyn.model.fields.description import (
    Fields,
    Model,
    about,
    choice_of,
    example_of,
    inner_model,
    translation_of,
)
from insyn.model.fields.glossary import GlossaryFields, TermFields, WordFields
from insyn.model.fields.languages import asked_for, in_languages
from insyn.model.fields.organisation import ORGANISATION_KINDS, OrganisationFields, OrganisationKind
from insyn.model.fields.page import NoticeFields, PageFields
from insyn.model.fields.project import (
    DOCUMENT_KINDS,
    SIDES,
    AccessibilityFields,
    ContactFields,
    DocumentFields,
    DocumentKind,
    ProjectFields,
    SideKey,
)
from insyn.model.fields.shared import PictureFields, SourceFields, WordsFields
from insyn.model.fields.site import (
    ColoursFields,
    PlainLanguageFields,
    RepositoryFields,
    SiteFields,
)
from insyn.model.fields.statement import (
    AssessmentFields,
    AssessmentMethod,
    Conformance,
    FeedbackForm,
    MendableFields,
    ShortcomingFields,
    StatementFields,
)
from insyn.model.fields.story import EasyFields, StoryFields

__all__ = [
    "DOCUMENT_KINDS",
    "INSTRUCTIONS",
    "KINDS",
    "ORGANISATION_KINDS",
    "OTHER_KINDS",
    "QUESTIONS",
    "SIDES",
    "TEMPLATE_TEXTS",
    "TRANSLATE_THE_TEXT",
    "WRITE_EASILY",
    "AccessibilityFields",
    "AssessmentFields",
    "AssessmentMethod",
    "ColoursFields",
    "Conformance",
    "ContactFields",
    "DocumentFields",
    "DocumentKind",
    "EasyFields",
    "FeedbackForm",
    "Fields",
    "GlossaryFields",
    "MendableFields",
    "Model",
    "NoticeFields",
    "OrganisationFields",
    "OrganisationKind",
    "PageFields",
    "PictureFields",
    "PlainLanguageFields",
    "ProjectFields",
    "RepositoryFields",
    "ShortcomingFields",
    "SideKey",
    "SiteFields",
    "SourceFields",
    "StatementFields",
    "StoryFields",
    "TermFields",
    "WordFields",
    "WordsFields",
    "about",
    "asked_for",
    "choice_of",
    "example_of",
    "in_languages",
    "inner_model",
    "translation_of",
]

KINDS: Mapping[str, type[Fields]] = {
    "projects": ProjectFields,
    "stories": StoryFields,
    "organisations": OrganisationFields,
    "pages": PageFields,
    "notices": NoticeFields,
}
"""The fields of the cards in each folder."""
OTHER_KINDS: Mapping[str, type[Fields]] = {
    "easy": EasyFields,
    "glossary": GlossaryFields,
    "statement": StatementFields,
}
"""The fields of the files that are told of in the guides, but have no folder of their own."""
TEMPLATE_TEXTS: Mapping[type[Fields], Mapping[str, tuple[tuple[str, str], ...]]] = {
    ProjectFields: {
        "sv": (
            ("Bakgrund", "Varför behövs projektet?"),
            ("Syfte", "Vad ska bli bättre, och för vem?"),
            ("Så arbetar projektet", "Vad gör projektet?"),
            ("Mål", "Vad vill projektet nå?"),
            ("Jämställdhet", "Hur får kvinnor och män lika möjligheter?"),
        ),
        "en": (
            ("Background", "Why is the project needed?"),
            ("Purpose", "What is to become better, and for whom?"),
            ("How the project works", "What does the project do?"),
            ("Goals", "What does the project want to reach?"),
            ("Gender equality", "How do women and men get equal chances?"),
        ),
    },
    StoryFields: {
        "sv": (("Vad hände?", "Berätta kort. Börja med det viktigaste."),),
        "en": (("What happened?", "Tell it briefly. Begin with what matters most."),),
    },
    OrganisationFields: {"sv": (), "en": ()},
    NoticeFields: {"sv": (), "en": ()},
}
"""The headings that a new card's text begins with, and a question for each, by language."""
TRANSLATE_THE_TEXT: Mapping[str, str] = {
    "sv": "Översätt texten nedan, och ta bort den här raden.",
    "en": "Translate the text below, and delete this line.",
}
WRITE_EASILY: Mapping[str, str] = {
    "sv": "Skriv den lättlästa texten här.",
    "en": "Write the easy-to-read text here.",
}
QUESTIONS = frozenset(
    question
    for texts in TEMPLATE_TEXTS.values()
    for asked in texts.values()
    for _, question in asked
)
"""What a new card asks in its text: to be answered, and never to be published."""
INSTRUCTIONS = frozenset({*TRANSLATE_THE_TEXT.values(), *WRITE_EASILY.values()})
"""What a new version of a card says is to be done: it is followed, and then deleted."""
