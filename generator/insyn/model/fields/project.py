"""The facts of a project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from insyn.model.fields.description import About, Fields
from insyn.model.fields.shared import (
    ALIASES,
    AUDIO,
    DRAFT,
    EMAIL,
    MUNICIPALITIES,
    PHONE,
    PICTURE,
    PRONUNCIATION,
    RELATED,
    SIGN_LANGUAGE_FILM,
    SUMMARY,
    TITLE,
    CardSlugs,
    Lines,
    Municipalities,
    Paths,
    PictureFields,
    SourceFields,
    Summary,
    TargetGroups,
)
from insyn.model.values import (
    AddressOrFile,
    Amount,
    ARegion,
    Count,
    Day,
    Email,
    LanguageCode,
    Line,
    MediaFile,
    Number,
    OneOf,
    Phase,
    Phone,
    ProgrammeArea,
    ProjectSlug,
    WebAddress,
    Yes,
    grouped,
)

SideKey = Literal["premises", "activities", "communication", "information"]
SIDES: tuple[SideKey, ...] = get_args(SideKey)


class ContactFields(Fields):
    """Whom to call."""

    name: Annotated[
        Line | None,
        About(
            "Namn",
            "Name",
            "Personens namn. Lämna tomt om en funktion svarar, till exempel Kontaktcenter.",
            "The person's name. Leave empty if it is a service desk that answers.",
            "Kim Exempel",
        ),
    ] = None
    role: Annotated[
        Line | None,
        About(
            "Roll",
            "Role",
            "Vad personen gör, till exempel projektledare, eller namnet på funktionen som svarar.",
            "What the person does, such as project manager, or the name of the service desk.",
            "Kontaktperson",
            translated=True,
        ),
    ] = None
    email: Annotated[Email | None, EMAIL] = None
    phone: Annotated[Phone | None, PHONE] = None


class FundingFields(Fields):
    """What the project costs, and what the EU pays of it."""

    eu: Annotated[
        Amount | None,
        About(
            "EU-stöd",
            "EU support",
            "Beviljat stöd från EU i hela kronor. Lämna tomt om det inte är känt.",
            "Support granted by the EU in whole kronor. Leave empty if it is not known.",
            "4 719 182 kr",
        ),
    ] = None
    total: Annotated[
        Amount | None,
        About(
            "Total budget",
            "Total budget",
            "Hela budgeten i hela kronor. Lämna tomt om den inte är känd.",
            "The whole budget in whole kronor. Leave empty if it is not known.",
            "12 352 838 kr",
        ),
    ] = None

    @model_validator(mode="after")
    def _eu_within_total(self) -> Self:
        if self.eu is not None and self.total is not None and self.eu > self.total:
            raise PydanticCustomError(
                "eu-over-total",
                "",
                {"at": "eu", "eu": grouped(self.eu), "total": grouped(self.total)},
            )
        return self


class PeriodFields(Fields):
    """When the project runs."""

    start: Annotated[
        Day,
        About(
            "Start",
            "Start",
            "Första dagen, som år-månad-dag.",
            "The first day, as year-month-day.",
            "2009-01-01",
        ),
    ]
    end: Annotated[
        Day | None,
        About(
            "Slut",
            "End",
            "Sista dagen, som år-månad-dag. Lämna tomt om den inte är bestämd.",
            "The last day, as year-month-day. Leave empty if it is not decided.",
            "2011-12-31",
        ),
    ] = None

    @model_validator(mode="after")
    def _start_before_end(self) -> Self:
        if self.end and self.end < self.start:
            raise PydanticCustomError(
                "end-before-start", "", {"at": "end", "start": self.start, "end": self.end}
            )
        return self


class ParticipantsFields(Fields):
    """How many people take part, over the whole project."""

    planned: Annotated[
        Count | None,
        About(
            "Planerade",
            "Planned",
            "Hur många som ska delta under hela projektet. Lämna tomt om det inte är känt.",
            "How many are to take part in the whole project. Leave empty if it is not known.",
            "594",
        ),
    ] = None
    reached: Annotated[
        Count | None,
        About(
            "Nådda",
            "Reached",
            "Hur många som har deltagit. Lämna tomt om det inte är känt.",
            "How many have taken part. Leave empty if it is not known.",
            "612",
        ),
    ] = None


class TargetFields(Fields):
    """Something the project wants to reach, with a number."""

    what: Annotated[
        Line,
        About(
            "Mål",
            "Target",
            "Vad som ska nås.",
            "What is to be reached.",
            "Deltagare i arbete 90 dagar efter projektet",
            translated=True,
        ),
    ]
    target: Annotated[
        Number | None,
        About("Målvärde", "Target value", "Talet att nå.", "The number to reach.", "40"),
    ] = None
    unit: Annotated[
        Line | None,
        About(
            "Enhet",
            "Unit",
            "Vad talet räknar.",
            "What the number counts.",
            "procent",
            translated=True,
        ),
    ] = None
    minimum: Annotated[
        Yes,
        About(
            "Minst",
            "At least",
            "Skriv ja om målet är att nå minst talet.",
            "Write yes if the aim is to reach at least the number.",
            "ja",
        ),
    ] = False
    result: Annotated[
        Number | None,
        About(
            "Resultat",
            "Result",
            "Talet som nåddes. Lämna tomt om det inte är känt.",
            "The number that was reached. Leave empty if it is not known.",
            "37",
        ),
    ] = None


class AccessibilityFields(Fields):
    """ESF's four sides of accessibility: what the project does on each."""

    premises: Annotated[
        Line | None,
        About(
            "Lokaler",
            "Premises",
            "Hur kan alla komma in i och använda lokalerna?",
            "How can everyone get into and use the premises?",
            "Lokalen har ramp och hiss.",
            translated=True,
        ),
    ] = None
    activities: Annotated[
        Line | None,
        About(
            "Verksamhet",
            "Activities",
            "Hur kan alla delta på lika villkor?",
            "How can everyone take part on equal terms?",
            "Varje deltagare möts utifrån sina egna behov.",
            translated=True,
        ),
    ] = None
    communication: Annotated[
        Line | None,
        About(
            "Kommunikation",
            "Communication",
            "Hur kan alla samtala och bli förstådda?",
            "How can everyone talk and be understood?",
            "Teckenspråkstolk finns att boka.",
            translated=True,
        ),
    ] = None
    information: Annotated[
        Line | None,
        About(
            "Information",
            "Information",
            "Hur kan alla ta del av informationen?",
            "How can everyone take in the information?",
            "Webbplatsen är lätt att förstå.",
            translated=True,
        ),
    ] = None


DocumentKind = Literal["evaluation", "final_report", "application", "other"]
DOCUMENT_KINDS: Mapping[DocumentKind, tuple[str, str]] = {
    "evaluation": ("Utvärdering", "Evaluation"),
    "final_report": ("Slutrapport", "Final report"),
    "application": ("Ansökan", "Application"),
    "other": ("Annat", "Other"),
}
"""What each kind of document is called, in Swedish and in English."""
_DOCUMENTS = OneOf(DOCUMENT_KINDS)
ADocumentKind = Annotated[DocumentKind, _DOCUMENTS, BeforeValidator(_DOCUMENTS.read)]


class DocumentFields(Fields):
    """A document to read: a file in `content/documents/`, or an address elsewhere."""

    title: Annotated[
        Line,
        About(
            "Titel",
            "Title",
            "Dokumentets namn.",
            "The document's name.",
            "Slutrapport",
            translated=True,
        ),
    ]
    file: Annotated[
        MediaFile | None,
        About(
            "Fil",
            "File",
            "Filens plats i mappen content.",
            "Where the file is in the folder content.",
            "documents/slutrapport.pdf",
        ),
    ] = None
    address: Annotated[
        WebAddress | None,
        About(
            "Adress",
            "Address",
            "Webbadressen, om dokumentet finns någon annanstans.",
            "The web address, if the document is kept elsewhere.",
            "https://www.esf.se/rapport.pdf",
        ),
    ] = None
    kind: Annotated[
        ADocumentKind | None,
        About(
            "Typ",
            "Kind",
            "Vad det är för dokument. Utvärderingar och slutrapporter visas med resultaten.",
            "What the document is. Evaluations and final reports are shown with the results.",
            "final_report",
        ),
    ] = None
    language: Annotated[
        LanguageCode | None,
        About(
            "Språk",
            "Language",
            "Språkets kod, om dokumentet inte är på webbplatsens första språk.",
            "The language's code, if the document is not in the site's first language.",
            "en",
        ),
    ] = None
    format: Annotated[
        Line | None,
        About(
            "Format",
            "Format",
            "Formatet, om dokumentet finns någon annanstans. Annars följer det av filen.",
            "The format, if the document is kept elsewhere. Otherwise it follows from the file.",
            "PDF",
        ),
    ] = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.file is None) == (self.address is None):
            raise PydanticCustomError("document-place", "", {"at": "title", "value": self.title})
        if self.file and self.format:
            raise PydanticCustomError(
                "document-format-given", "", {"at": "format", "value": self.title}
            )
        return self


class ProjectFields(Fields):
    """A project: `content/projects/<slug>.md`."""

    title: Annotated[Line, TITLE]
    summary: Annotated[Summary, SUMMARY]
    programme_area: Annotated[
        ProgrammeArea,
        About(
            "Programområde",
            "Programme area",
            "Ett av programområdena i site.yaml.",
            "One of the programme areas in site.yaml.",
            "Programområde 2 Ökat arbetskraftsutbud",
        ),
    ]
    phase: Annotated[
        Phase,
        About(
            "Projektfas",
            "Project phase",
            "En av faserna i site.yaml.",
            "One of the phases in site.yaml.",
            "Genomförande",
        ),
    ]
    target_groups: Annotated[
        TargetGroups,
        About(
            "Målgrupper",
            "Target groups",
            "Vilka projektet är till för: en eller flera av målgrupperna i site.yaml.",
            "Whom the project is for: one or more of the target groups in site.yaml.",
            "Människor som står långt från arbetsmarknaden",
        ),
    ] = ()
    owner: Annotated[
        Line,
        About(
            "Projektägare",
            "Project owner",
            "Organisationen som svarar för projektet.",
            "The organisation responsible for the project.",
            "ÖrebroBostäder",
        ),
    ]
    contact: Annotated[
        ContactFields | None,
        About(
            "Kontakt",
            "Contact",
            "Vem svarar på frågor?",
            "Who answers questions?",
        ),
    ] = None
    other_contacts: Annotated[
        tuple[ContactFields, ...],
        About(
            "Fler kontakter",
            "Other contacts",
            "Andra som svarar på frågor. Den som ska kontaktas först står i contact.",
            "Others who answer questions. The one to contact first is in contact.",
        ),
    ] = ()
    funding: Annotated[
        FundingFields | None,
        About("Pengar", "Funding", "EU-stöd och hela budgeten.", "EU support and total budget."),
    ] = None
    period: Annotated[
        PeriodFields,
        About(
            "Projektperiod",
            "Project period",
            "När projektet börjar och slutar.",
            "When the project begins and ends.",
        ),
    ]
    region: Annotated[
        ARegion,
        About(
            "Region",
            "Region",
            "En av ESF:s åtta regioner.",
            "One of ESF's eight regions.",
            "Östra Mellansverige",
        ),
    ]
    municipalities: Annotated[Municipalities, MUNICIPALITIES] = ()
    co_funders: Annotated[
        Lines,
        About(
            "Medfinansiärer",
            "Co-funders",
            "Organisationer som betalar en del.",
            "Organisations that pay a part.",
            "Arbetsförmedlingen Örebro",
        ),
    ] = ()
    partners: Annotated[
        Lines,
        About(
            "Samarbetspartner",
            "Partners",
            "Organisationer som projektet arbetar tillsammans med.",
            "Organisations that the project works with.",
            "Coompanion",
        ),
    ] = ()
    participants: Annotated[
        ParticipantsFields | None,
        About(
            "Deltagare",
            "Participants",
            "Hur många som deltar under hela projektet.",
            "How many take part in the whole project.",
        ),
    ] = None
    targets: Annotated[
        tuple[TargetFields, ...],
        About(
            "Mål i siffror",
            "Targets in figures",
            "Vad projektet vill nå, i siffror.",
            "What the project wants to reach, in figures.",
        ),
    ] = ()
    accessibility: Annotated[
        AccessibilityFields | None,
        About(
            "Tillgänglighet",
            "Accessibility",
            "Hur projektet är tillgängligt för personer med funktionsnedsättning.",
            "How the project is accessible to people with disabilities.",
        ),
    ] = None
    source: Annotated[
        SourceFields | None,
        About("Källa", "Source", "Var uppgifterna kommer ifrån.", "Where the facts come from."),
    ] = None
    continues: Annotated[
        ProjectSlug | None,
        About(
            "Fortsätter",
            "Continues",
            "Filnamn utan ändelse på projektet som det här bygger vidare på, "
            "till exempel förprojekteringen.",
            "File name, without ending, of the project that this one builds on, "
            "such as the pre-study.",
            "egenmakt-trelleborg",
        ),
    ] = None
    related: Annotated[CardSlugs, RELATED] = ()
    aliases: Annotated[Paths, ALIASES] = ()
    draft: Annotated[Yes, DRAFT] = False
    documents: Annotated[
        tuple[DocumentFields, ...],
        About(
            "Dokument",
            "Documents",
            "Rapporter och annat att läsa.",
            "Reports and other things to read.",
        ),
    ] = ()
    pronunciation: Annotated[Line | None, PRONUNCIATION] = None
    sign_language_film: Annotated[AddressOrFile | None, SIGN_LANGUAGE_FILM] = None
    audio: Annotated[AddressOrFile | None, AUDIO] = None
    picture: Annotated[PictureFields | None, PICTURE] = None
