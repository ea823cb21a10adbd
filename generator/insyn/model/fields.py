"""The one description of everything an editor can write in the facts of a file.

Each kind of file is a class here, and each field says in Swedish and English what it is called,
what belongs in it, and how it looks.  What follows from this: how cards are read, the empty card
of `insyn new`, the labels in the list of facts, the tables in the guides, and the test that open
data leave nothing out.  `generator/README.md` tells what else a new field needs.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from insyn.model.values import (
    AddressOrFile,
    AddressPattern,
    Amount,
    AMunicipality,
    ARegion,
    ASeverity,
    CardSlug,
    Colour,
    Count,
    Day,
    Email,
    LanguageCode,
    Line,
    MediaFile,
    NoticePage,
    Number,
    OneOf,
    Phase,
    Phone,
    PictureFile,
    ProgrammeArea,
    ProjectSlug,
    SitePath,
    TargetGroup,
    WebAddress,
    WholeNumber,
    Yes,
    grouped,
    read_criterion,
)

SUMMARY_LENGTH = 300
EXPLANATION_LENGTH = 400

SideKey = Literal["premises", "activities", "communication", "information"]
OrganisationKind = Literal[
    "municipality",
    "municipal_department",
    "municipal_company",
    "state_agency",
    "coordination_association",
    "company",
    "association",
    "cooperative_development",
    "adult_education",
    "education",
    "university",
    "network",
]

ORGANISATION_KINDS: Mapping[OrganisationKind, tuple[str, str]] = {
    "municipality": ("Kommun", "Municipality"),
    "municipal_department": ("Kommunal förvaltning", "Municipal department"),
    "municipal_company": ("Kommunalt bolag", "Municipal company"),
    "state_agency": ("Statlig myndighet", "State agency"),
    "coordination_association": ("Samordningsförbund", "Coordination association"),
    "company": ("Företag", "Company"),
    "association": ("Förening", "Association"),
    "cooperative_development": ("Rådgivare om kooperativ", "Adviser on cooperatives"),
    "adult_education": ("Studieförbund", "Adult education association"),
    "education": ("Skola", "School"),
    "university": ("Universitet", "University"),
    "network": ("Nätverk", "Network"),
}
"""What each kind of organisation is called, in Swedish and in English."""

_ORGANISATIONS = OneOf(ORGANISATION_KINDS)
AnOrganisationKind = Annotated[
    OrganisationKind, _ORGANISATIONS, BeforeValidator(_ORGANISATIONS.read)
]


Conformance = Literal["fully", "partly", "not"]
AssessmentMethod = Literal["self", "third_party"]
FeedbackForm = Literal["email", "netlify", "none"]
WcagVersion = Literal["2.1", "2.2"]
WcagLevel = Literal["AA", "AAA"]

# The three degrees are those of Commission Implementing Decision (EU) 2018/1523, in the words of
# the Swedish authority's regulation MDFFS 2019:2.
_CONFORMANCES = OneOf(
    {
        "fully": ("helt förenlig", "fully compliant"),
        "partly": ("delvis förenlig", "partially compliant"),
        "not": ("inte förenlig", "not compliant"),
    }
)
_METHODS = OneOf(
    {
        "self": ("självskattning", "self-assessment"),
        "third_party": ("granskning av någon annan", "assessment by a third party"),
    }
)
_FORMS = OneOf(
    {"email": ("e-post", "e-mail"), "netlify": ("Netlify",) * 2, "none": ("inget", "none")}
)
_WCAG_VERSIONS = OneOf({"2.1": ("2.1",) * 2, "2.2": ("2.2",) * 2})
_WCAG_LEVELS = OneOf({"AA": ("AA",) * 2, "AAA": ("AAA",) * 2})
AConformance = Annotated[Conformance, _CONFORMANCES, BeforeValidator(_CONFORMANCES.read)]
AnAssessmentMethod = Annotated[AssessmentMethod, _METHODS, BeforeValidator(_METHODS.read)]
AFeedbackForm = Annotated[FeedbackForm, _FORMS, BeforeValidator(_FORMS.read)]
AWcagVersion = Annotated[WcagVersion, _WCAG_VERSIONS, BeforeValidator(_WCAG_VERSIONS.read)]
AWcagLevel = Annotated[WcagLevel, _WCAG_LEVELS, BeforeValidator(_WCAG_LEVELS.read)]


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


class Fields(BaseModel):
    """The facts of one kind of file, frozen and with no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)


def _one_or_more(value: Any) -> Any:
    """A single text counts as a list of one: `municipalities: Örebro`."""
    return [value] if isinstance(value, str) else value


Lines = Annotated[tuple[Line, ...], BeforeValidator(_one_or_more)]
TargetGroups = Annotated[tuple[TargetGroup, ...], BeforeValidator(_one_or_more)]
Languages = Annotated[tuple[LanguageCode, ...], BeforeValidator(_one_or_more)]
Paths = Annotated[tuple[SitePath, ...], BeforeValidator(_one_or_more)]
Municipalities = Annotated[tuple[AMunicipality, ...], BeforeValidator(_one_or_more)]
ProjectSlugs = Annotated[tuple[ProjectSlug, ...], BeforeValidator(_one_or_more)]
CardSlugs = Annotated[tuple[CardSlug, ...], BeforeValidator(_one_or_more)]
NoticePages = Annotated[tuple[NoticePage, ...], BeforeValidator(_one_or_more)]
Summary = Annotated[Line, Field(max_length=SUMMARY_LENGTH)]

_TITLE = About(
    "Titel",
    "Title",
    "Sidans rubrik.",
    "The page's heading.",
    "Jobbpunkt Väst Örebro",
    translated=True,
)
_SUMMARY = About(
    "Sammanfattning",
    "Summary",
    f"Två eller tre korta meningar: vem gör vad, för vem, var? Högst {SUMMARY_LENGTH} tecken.",
    f"Two or three short sentences: who does what, for whom, where? "
    f"At most {SUMMARY_LENGTH} characters.",
    "Bostadsbolaget hjälper människor i Vivalla att hitta ett jobb.",
    translated=True,
)
_ALIASES = About(
    "Gamla adresser",
    "Old addresses",
    "Adresser som ska leda hit, till exempel sidans adress på en äldre webbplats.",
    "Addresses that should lead here, such as the page's address on an older site.",
    "/gamla/jobbpunkt/",
)
_RELATED = About(
    "Läs också",
    "See also",
    "Filnamn utan ändelse på projekt eller berättelser som hör ihop med den här.",
    "File names, without ending, of projects or stories that belong with this one.",
    "egenmakt-trelleborg",
)
_MUNICIPALITIES = About(
    "Kommuner",
    "Municipalities",
    "Kommunernas officiella namn, utan ordet kommun.",
    "The municipalities' official names, without the word for municipality.",
    "Örebro",
)


_EMAIL = About("E-post", "E-mail", "E-postadress.", "E-mail address.", "elmar.jehle@obo.se")
_PHONE = About(
    "Telefon",
    "Phone",
    "Telefonnummer med riktnummer.",
    "Phone number with area code.",
    "019-19 44 14",
)


_SIGN_LANGUAGE_FILM = About(
    "Film på teckenspråk",
    "Sign-language film",
    "Webbadress till en film på teckenspråk, eller filens plats i mappen content.",
    "The web address of a film in sign language, or where the file is in the folder content.",
    "https://www.example.se/film",
    translated=True,
)
_AUDIO = About(
    "Ljud",
    "Audio",
    "Webbadress till texten som ljud, eller filens plats i mappen content.",
    "The web address of the text as sound, or where the file is in the folder content.",
    "documents/jobbpunkt.mp3",
    translated=True,
)
_PRONUNCIATION = About(
    "Uttal",
    "Pronunciation",
    "Hur titeln uttalas, om det inte syns på stavningen. Bra för förkortningar.",
    "How the title is pronounced, if its spelling does not show it. Good for abbreviations.",
    "em-te-ge",
    translated=True,
)


class ContactFields(Fields):
    """Whom to call."""

    name: Annotated[
        Line | None,
        About(
            "Namn",
            "Name",
            "Personens namn. Lämna tomt om en funktion svarar, till exempel Kontaktcenter.",
            "The person's name. Leave empty if it is a service desk that answers.",
            "Elmar Jehle",
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
    email: Annotated[Email | None, _EMAIL] = None
    phone: Annotated[Phone | None, _PHONE] = None


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


class SourceFields(Fields):
    """Where the facts come from."""

    address: Annotated[
        WebAddress | None,
        About(
            "Adress",
            "Address",
            "Källans webbadress.",
            "The source's web address.",
            "https://www.esf.se/",
        ),
    ] = None
    reference: Annotated[
        Line | None,
        About(
            "Källa",
            "Source",
            "Källans namn eller diarienummer.",
            "The source's name or reference number.",
            "ESF-rådets projektbank",
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


class PictureFields(Fields):
    """The picture at the top of the page."""

    file: Annotated[
        PictureFile,
        About(
            "Fil",
            "File",
            "Bildens plats i mappen content.",
            "Where the picture is in the folder content.",
            "images/koket.jpg",
        ),
    ]
    alt: Annotated[
        Line | None,
        About(
            "Alternativtext",
            "Alternative text",
            "Vad bilden visar, för den som inte ser den.",
            "What the picture shows, for whoever does not see it.",
            "Tre personer lagar mat i kooperativets kök.",
            translated=True,
        ),
    ] = None
    decorative: Annotated[
        Yes,
        About(
            "Bara utsmyckning",
            "Decoration only",
            "Skriv ja om bilden inte säger något som läsaren behöver. "
            "Då behövs ingen alternativtext.",
            "Write yes if the picture tells nothing that the reader needs. "
            "Then it needs no alternative text.",
            "ja",
        ),
    ] = False
    caption: Annotated[
        Line | None,
        About(
            "Bildtext",
            "Caption",
            "Text som alla ser under bilden.",
            "A text that everybody sees below the picture.",
            "Köket i Baronbackarna.",
            translated=True,
        ),
    ] = None
    credit: Annotated[
        Line | None,
        About(
            "Vem som har gjort bilden",
            "Who made the picture",
            "Namnet på den som har fotat eller ritat.",
            "The name of the photographer or illustrator.",
            "Anna Ek",
        ),
    ] = None

    @model_validator(mode="after")
    def _described_or_decorative(self) -> Self:
        if self.decorative and self.alt:
            raise PydanticCustomError("picture-alt-and-decorative", "", {"at": "decorative"})
        if not (self.decorative or self.alt):
            raise PydanticCustomError("picture-alt-missing", "", {"at": "file", "value": self.file})
        return self


_PICTURE = About(
    "Bild",
    "Picture",
    "En bild överst på sidan.",
    "A picture at the top of the page.",
)


class ProjectFields(Fields):
    """A project: `content/projects/<slug>.md`."""

    title: Annotated[Line, _TITLE]
    summary: Annotated[Summary, _SUMMARY]
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
    municipalities: Annotated[Municipalities, _MUNICIPALITIES] = ()
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
    related: Annotated[CardSlugs, _RELATED] = ()
    aliases: Annotated[Paths, _ALIASES] = ()
    documents: Annotated[
        tuple[DocumentFields, ...],
        About(
            "Dokument",
            "Documents",
            "Rapporter och annat att läsa.",
            "Reports and other things to read.",
        ),
    ] = ()
    pronunciation: Annotated[Line | None, _PRONUNCIATION] = None
    sign_language_film: Annotated[AddressOrFile | None, _SIGN_LANGUAGE_FILM] = None
    audio: Annotated[AddressOrFile | None, _AUDIO] = None
    picture: Annotated[PictureFields | None, _PICTURE] = None


class PersonFields(Fields):
    """Somebody who speaks in a story."""

    name: Annotated[
        Line,
        About("Namn", "Name", "Personens namn.", "The person's name.", "Per-Erik Andersson"),
    ]
    role: Annotated[
        Line | None,
        About(
            "Roll",
            "Role",
            "Vad personen gör.",
            "What the person does.",
            "koordinator",
            translated=True,
        ),
    ] = None


class FigureFields(Fields):
    """A number that a story tells."""

    what: Annotated[
        Line,
        About(
            "Vad",
            "What",
            "Vad talet betyder.",
            "What the number means.",
            "personer fick arbete på ett år",
            translated=True,
        ),
    ]
    number: Annotated[Number, About("Tal", "Number", "Talet.", "The number.", "15")]
    unit: Annotated[
        Line | None,
        About(
            "Enhet", "Unit", "Vad talet räknar.", "What the number counts.", "%", translated=True
        ),
    ] = None


class StoryFields(Fields):
    """A story: `content/stories/<slug>.md`."""

    title: Annotated[Line, _TITLE]
    summary: Annotated[Summary, _SUMMARY]
    municipalities: Annotated[Municipalities, _MUNICIPALITIES] = ()
    place: Annotated[
        Line | None,
        About(
            "Plats",
            "Place",
            "Till exempel en stadsdel.",
            "Such as a part of a town.",
            "Baronbackarna",
        ),
    ] = None
    organisations: Annotated[
        Lines,
        About(
            "Organisationer",
            "Organisations",
            "De som berättelsen handlar om.",
            "Those whom the story is about.",
            "Örebro universitet",
        ),
    ] = ()
    projects: Annotated[
        ProjectSlugs,
        About(
            "Projekt",
            "Projects",
            "Filnamn utan ändelse på projekten som berättelsen hör till.",
            "File names, without ending, of the projects that the story belongs to.",
            "jobbpunkt-vast-orebro",
        ),
    ] = ()
    people: Annotated[
        tuple[PersonFields, ...],
        About("Personer", "People", "De som kommer till tals.", "Those who speak."),
    ] = ()
    figures: Annotated[
        tuple[FigureFields, ...],
        About("Siffror", "Figures", "Tal som berättelsen nämner.", "Numbers the story tells."),
    ] = ()
    source: Annotated[
        SourceFields | None,
        About("Källa", "Source", "Var uppgifterna kommer ifrån.", "Where the facts come from."),
    ] = None
    related: Annotated[CardSlugs, _RELATED] = ()
    aliases: Annotated[Paths, _ALIASES] = ()
    pronunciation: Annotated[Line | None, _PRONUNCIATION] = None
    sign_language_film: Annotated[AddressOrFile | None, _SIGN_LANGUAGE_FILM] = None
    audio: Annotated[AddressOrFile | None, _AUDIO] = None
    picture: Annotated[PictureFields | None, _PICTURE] = None


class EasyFields(Fields):
    """An easy-to-read text: `<slug>.lattlast.md` beside a project or a story."""

    title: Annotated[
        Line | None,
        About(
            "Titel",
            "Title",
            "Sidans rubrik, om den ska vara en annan än på den vanliga sidan.",
            "The page's heading, if it should differ from that of the ordinary page.",
            "Hjälp till jobb i Vivalla",
        ),
    ] = None
    summary: Annotated[
        Summary | None,
        About(
            "Sammanfattning",
            "Summary",
            f"En eller två mycket korta meningar. Högst {SUMMARY_LENGTH} tecken.",
            f"One or two very short sentences. At most {SUMMARY_LENGTH} characters.",
            "Projektet ville hjälpa människor till ett jobb.",
        ),
    ] = None


class OrganisationFields(Fields):
    """An organisation: `content/organisations/<slug>.md`."""

    title: Annotated[
        Line,
        About(
            "Namn",
            "Name",
            "Organisationens hela, officiella namn.",
            "The organisation's whole, official name.",
            "Samordningsförbundet Norra Skaraborg",
            translated=True,
        ),
    ]
    aliases: Annotated[
        Lines,
        About(
            "Andra namn",
            "Other names",
            "Andra namn som organisationen är känd under. De visas på dess sida.",
            "Other names that the organisation is known by. They are shown on its page.",
            "ÖBO",
        ),
    ] = ()
    also_typed: Annotated[
        Lines,
        About(
            "Andra skrivsätt",
            "Other spellings",
            "Andra sätt att skriva namnet, så att korten hittar rätt. De visas inte.",
            "Other ways to write the name, so that cards find it. They are not shown.",
            "Samordningsförbundet Norra Ska",
        ),
    ] = ()
    kind: Annotated[
        AnOrganisationKind | None,
        About(
            "Typ", "Kind", "Vad för slags organisation.", "What sort of organisation.", "company"
        ),
    ] = None
    municipality: Annotated[
        AMunicipality | None,
        About(
            "Kommun",
            "Municipality",
            "Kommunen där organisationen finns.",
            "The municipality where the organisation sits.",
            "Mariestad",
        ),
    ] = None
    part_of: Annotated[
        Line | None,
        About(
            "Del av",
            "Part of",
            "Organisationen som den här är en del av.",
            "The organisation that this one is a part of.",
            "Mariestads kommun",
        ),
    ] = None
    website: Annotated[
        WebAddress | None,
        About("Webbplats", "Website", "Webbadress.", "Web address.", "https://www.obo.se/"),
    ] = None
    email: Annotated[
        Email | None,
        About(
            "E-post",
            "E-mail",
            "Organisationens gemensamma e-postadress, inte en persons.",
            "The organisation's shared e-mail address, not a person's.",
            "info@obo.se",
        ),
    ] = None
    phone: Annotated[
        Phone | None,
        About(
            "Telefon",
            "Phone",
            "Organisationens växel eller kontaktcenter.",
            "The organisation's switchboard or service desk.",
            "019-19 42 00",
        ),
    ] = None


class PageFields(Fields):
    """A page of text: `content/pages/<slug>.md`."""

    title: Annotated[Line, _TITLE]
    summary: Annotated[Summary, _SUMMARY]
    address: Annotated[
        Line | None,
        About(
            "Adress",
            "Address",
            "Sidans del av adressen, om den ska vara en annan än filnamnet.",
            "The page's part of the address, if it should differ from the file name.",
            "about",
            translated=True,
        ),
    ] = None
    in_header: Annotated[
        Yes,
        About(
            "I sidhuvudet",
            "In the header",
            "Skriv ja om länken till sidan ska stå överst på alla sidor, som Hjälp.",
            "Write yes if the link to the page should be at the top of every page, like Help.",
            "ja",
        ),
    ] = False
    aliases: Annotated[Paths, _ALIASES] = ()


class NoticeFields(Fields):
    """A notice, gone by itself when its time is over: `content/notices/<slug>.md`."""

    title: Annotated[
        Line,
        About(
            "Rubrik",
            "Heading",
            "Det viktigaste, i en kort mening.",
            "What matters most, in a short sentence.",
            "Webbinarium om fattigdom den 3 december",
            translated=True,
        ),
    ]
    show_from: Annotated[
        Day,
        About(
            "Visas från och med",
            "Shown from",
            "Den första dagen då meddelandet visas, som år-månad-dag.",
            "The first day on which the notice is shown, as year-month-day.",
            "2026-11-15",
        ),
    ]
    show_until: Annotated[
        Day,
        About(
            "Visas till och med",
            "Shown until",
            "Den sista dagen då meddelandet visas. Sedan försvinner det av sig självt.",
            "The last day on which the notice is shown. After that it goes away by itself.",
            "2026-12-03",
        ),
    ]
    severity: Annotated[
        ASeverity,
        About(
            "Hur viktigt",
            "How important",
            "Skriv viktigt om läsaren måste veta det här, annars information.",
            "Write important if the reader must know this, else information.",
            "important",
        ),
    ] = "information"
    shown_on: Annotated[
        NoticePages,
        About(
            "Visas på",
            "Shown on",
            "Skriv startsidan, eller filnamn utan ändelse på projekt. "
            "Lämna tomt om meddelandet ska visas på alla sidor.",
            "Write start page, or file names, without ending, of projects. "
            "Leave empty if all pages should show the notice.",
            "startsidan",
        ),
    ] = ()

    @model_validator(mode="after")
    def _from_before_until(self) -> Self:
        if self.show_until < self.show_from:
            raise PydanticCustomError(
                "notice-ends-before-start",
                "",
                {"at": "show_until", "start": self.show_from, "end": self.show_until},
            )
        return self


class WordsFields(Fields):
    """A text in each of the site's languages."""

    sv: Annotated[
        Line | None, About("På svenska", "In Swedish", "Texten på svenska.", "The Swedish text.")
    ] = None
    en: Annotated[
        Line | None, About("På engelska", "In English", "Texten på engelska.", "The English text.")
    ] = None


class PublisherFields(Fields):
    """Who answers for the site."""

    name: Annotated[
        Line, About("Namn", "Name", "Utgivarens namn.", "The publisher's name.", "Örebro kommun")
    ]
    email: Annotated[
        Email, About("E-post", "E-mail", "E-postadress.", "E-mail address.", "insyn@orebro.se")
    ]
    phone: Annotated[
        Phone | None,
        About("Telefon", "Phone", "Telefonnummer.", "Phone number.", "019-21 10 00"),
    ] = None
    website: Annotated[
        WebAddress | None,
        About("Webbplats", "Website", "Webbadress.", "Web address.", "https://www.orebro.se/"),
    ] = None


class RepositoryFields(Fields):
    """Where the cards are kept in git."""

    address: Annotated[
        WebAddress,
        About(
            "Adress",
            "Address",
            "Förrådets adress hos git-tjänsten.",
            "The repository's address at the git host.",
            "https://github.com/kommunen/projekt",
        ),
    ]
    branch: Annotated[
        Line,
        About(
            "Gren",
            "Branch",
            "Grenen som publiceras.",
            "The branch that is published.",
            "main",
        ),
    ] = "main"
    folder: Annotated[
        Line,
        About(
            "Mapp",
            "Folder",
            "Mappen i förrådet där content ligger, om den inte ligger överst.",
            "The folder of the repository that holds content, if it is not at the top.",
            "webbplats",
        ),
    ] = ""
    edit: Annotated[
        AddressPattern | None,
        About(
            "Adress för att ändra",
            "Address for editing",
            "Så skriver git-tjänsten adressen till redigeraren. Behövs inte för GitHub, GitLab, "
            "Gitea, Forgejo och Codeberg.",
            "How the git host spells the address of its editor. Not needed for GitHub, GitLab, "
            "Gitea, Forgejo and Codeberg.",
            "https://git.example.se/projekt/edit/{branch}/{path}",
        ),
    ] = None
    history: Annotated[
        AddressPattern | None,
        About(
            "Adress till historiken",
            "Address of the history",
            "Så skriver git-tjänsten adressen till en fils historik.",
            "How the git host spells the address of a file's history.",
            "https://git.example.se/projekt/log/{branch}/{path}",
        ),
    ] = None


class ColourFields(Fields):
    """A colour of the site's own."""

    light: Annotated[
        Colour,
        About(
            "Ljust",
            "Light",
            "Färgen i det ljusa temat, inom citattecken.",
            "The colour in the light theme, in quotation marks.",
            '"#0a5238"',
        ),
    ]
    dark: Annotated[
        Colour,
        About(
            "Mörkt",
            "Dark",
            "Färgen i det mörka temat, inom citattecken.",
            "The colour in the dark theme, in quotation marks.",
            '"#93dcb6"',
        ),
    ]


class ColoursFields(Fields):
    """The site's own colours, in place of the theme's.  The names are those of its tokens."""

    accent: Annotated[
        ColourFields | None,
        About("Huvudfärg", "Accent", "Länkar och knappar.", "Links and buttons."),
    ] = None
    accent_strong: Annotated[
        ColourFields | None,
        About(
            "Stark huvudfärg",
            "Strong accent",
            "Länkar och knappar under pekaren. Utan den används huvudfärgen.",
            "Links and buttons under the pointer. Without it, the accent is used.",
        ),
    ] = None
    on_accent: Annotated[
        ColourFields | None,
        About("Text på knappar", "Text on buttons", "Text på huvudfärgen.", "Text on the accent."),
    ] = None
    surface: Annotated[
        ColourFields | None,
        About("Ytor", "Surfaces", "Rutor och band bakom text.", "Boxes and bands behind text."),
    ] = None
    edge: Annotated[
        ColourFields | None,
        About("Kanter", "Edges", "Kanter på fält och knappar.", "Borders of fields and buttons."),
    ] = None
    part: Annotated[
        ColourFields | None,
        About(
            "Markeringar",
            "Marks",
            "Staplar i diagram. Utan den används huvudfärgen.",
            "Bars in charts. Without it, the accent is used.",
        ),
    ] = None
    rest: Annotated[
        ColourFields | None,
        About("Resten", "The rest", "Resten av en stapel.", "The rest of a bar."),
    ] = None


class SiteFields(Fields):
    """The site itself: `content/site.yaml`."""

    name: Annotated[Line, About("Namn", "Name", "Webbplatsens namn.", "The site's name.", "Insyn")]
    languages: Annotated[
        Languages,
        About(
            "Språk",
            "Languages",
            "Webbplatsens språk. Det första är språket i korten utan språkkod i filnamnet.",
            "The site's languages. The first is that of cards without a code in the file name.",
            "sv",
        ),
    ]
    address: Annotated[
        WebAddress,
        About(
            "Adress",
            "Address",
            "Webbplatsens adress.",
            "The site's address.",
            "https://insyn.example.se",
        ),
    ]
    tagline: Annotated[
        WordsFields | None,
        About("Rubrik", "Tagline", "Startsidans rubrik.", "The start page's heading."),
    ] = None
    description: Annotated[
        WordsFields | None,
        About(
            "Beskrivning",
            "Description",
            "Startsidans ingress.",
            "The start page's first sentences.",
        ),
    ] = None
    publisher: Annotated[
        PublisherFields,
        About("Utgivare", "Publisher", "Vem som svarar för webbplatsen.", "Who answers for it."),
    ]
    currency: Annotated[
        Annotated[Line, Field(pattern=r"^[A-Z]{3}$")],
        About("Valuta", "Currency", "Valutans kod.", "The currency's code.", "SEK"),
    ] = "SEK"
    programme_areas: Annotated[
        tuple[WordsFields, ...],
        About(
            "Programområden",
            "Programme areas",
            "De programområden som korten kan välja.",
            "The programme areas that cards may choose.",
        ),
    ]
    phases: Annotated[
        tuple[WordsFields, ...],
        About("Faser", "Phases", "De faser som korten kan välja.", "The phases cards may choose."),
    ]
    target_groups: Annotated[
        tuple[WordsFields, ...],
        About(
            "Målgrupper",
            "Target groups",
            "De målgrupper som korten kan välja.",
            "The target groups that cards may choose.",
        ),
    ] = ()
    colours: Annotated[
        ColoursFields | None,
        About(
            "Färger",
            "Colours",
            "Webbplatsens egna färger, ljust och mörkt. Kontrasten måste räcka.",
            "The site's own colours, light and dark. Their contrast must be enough.",
        ),
    ] = None
    repository: Annotated[
        RepositoryFields | None,
        About(
            "Git-förråd",
            "Git repository",
            "Var korten finns i git. Då kan läsare föreslå ändringar och se historiken.",
            "Where the cards are in git. Readers can then suggest changes and see the history.",
        ),
    ] = None
    withdraw_contacts_after_years: Annotated[
        WholeNumber | None,
        About(
            "Dölj kontaktpersoner efter antal år",
            "Withdraw contact persons after years",
            "Så många år efter projektets slut visas inte kontaktpersonens namn, e-post och "
            "telefon längre. Lämna tomt om de alltid ska visas.",
            "So many years after a project's end, the contact person's name, e-mail and phone are "
            "no longer shown. Leave empty to show them always.",
            "5",
        ),
    ] = None


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


class ShortcomingFields(Fields):
    """Content that is not accessible, why, and what there is instead."""

    what: Annotated[
        WordsFields,
        About(
            "Vad",
            "What",
            "Vad som inte är tillgängligt, så att den som berörs känner igen det.",
            "What is not accessible, in words that those it concerns recognise.",
        ),
    ]
    reason: Annotated[
        WordsFields,
        About(
            "Varför",
            "Why",
            "Varför det inte är tillgängligt. Är det för betungande: vad ni har vägt mot vad.",
            "Why it is not accessible. If it is a disproportionate burden: what was weighed.",
        ),
    ]
    alternative: Annotated[
        WordsFields | None,
        About(
            "I stället",
            "Instead",
            "Hur man kan få samma sak på ett annat sätt. Lämna tomt om det inte går.",
            "How to get the same in another way. Leave empty if there is none.",
        ),
    ] = None
    criterion: Annotated[
        Annotated[str, BeforeValidator(read_criterion)] | None,
        About(
            "Krav",
            "Requirement",
            "Numret på kravet i WCAG.",
            "The number of the success criterion in WCAG.",
            "1.2.2",
        ),
    ] = None


class MendableFields(ShortcomingFields):
    """Content that the law wants to be accessible, and that will be."""

    mended_by: Annotated[
        Day,
        About(
            "Åtgärdas senast",
            "Mended by",
            "Dagen då det ska vara åtgärdat, som år-månad-dag.",
            "The day by which it is to be mended, as year-month-day.",
            "2027-03-31",
        ),
    ]


class StatementServiceFields(Fields):
    """What the statement is about."""

    name: Annotated[
        Line,
        About(
            "Namn",
            "Name",
            "Webbplatsens eller tjänstens namn.",
            "The site's or service's name.",
            "Insyn",
        ),
    ]
    address: Annotated[
        WebAddress,
        About(
            "Adress",
            "Address",
            "Webbplatsens adress.",
            "The site's address.",
            "https://insyn.example.se",
        ),
    ]
    covers: Annotated[
        WordsFields | None,
        About(
            "Omfattning",
            "Scope",
            "Vad som hör till, och vad som inte gör det, om adressen inte säger det.",
            "What belongs to it, and what does not, if the address does not say so.",
        ),
    ] = None


class StandardFields(Fields):
    """What the service is measured against."""

    en_301_549: Annotated[
        Line,
        About(
            "EN 301 549",
            "EN 301 549",
            "Vilken utgåva av den europeiska standarden EN 301 549.",
            "Which edition of the European standard EN 301 549.",
            "V3.2.1",
        ),
    ]
    wcag: Annotated[
        AWcagVersion,
        About("WCAG", "WCAG", "Vilken utgåva av WCAG.", "Which edition of WCAG.", "2.1"),
    ]
    level: Annotated[
        AWcagLevel,
        About(
            "Nivå",
            "Level",
            "Vilken nivå av WCAG. Lagen kräver AA.",
            "Which level of WCAG. The law demands AA.",
            "AA",
        ),
    ]


class EvidenceFields(Fields):
    """What the assessment found, in figures."""

    date: Annotated[
        Day,
        About(
            "Dag",
            "Day",
            "Dagen då proven kördes, som år-månad-dag.",
            "The day on which the checks were run, as year-month-day.",
            "2026-11-22",
        ),
    ]
    checks: Annotated[
        Count,
        About("Prov", "Checks", "Hur många prov.", "How many checks.", "40"),
    ]
    passed: Annotated[
        Count,
        About("Godkända", "Passed", "Hur många av dem som är godkända.", "How many passed.", "40"),
    ]
    report: Annotated[
        AddressOrFile | None,
        About(
            "Rapport",
            "Report",
            "Rapportens webbadress, eller filens plats i mappen content.",
            "The report's web address, or where the file is in the folder content.",
            "documents/tillganglighetsrapport.pdf",
        ),
    ] = None

    @model_validator(mode="after")
    def _passed_of_checks(self) -> Self:
        if self.passed > self.checks:
            raise PydanticCustomError(
                "statement-more-passed",
                "",
                {"at": "passed", "passed": grouped(self.passed), "checks": grouped(self.checks)},
            )
        return self


class AssessmentFields(Fields):
    """How it was found out how accessible the service is."""

    method: Annotated[
        AnAssessmentMethod,
        About(
            "Metod",
            "Method",
            "Vem som har bedömt.",
            "Who has assessed it.",
            "self",
        ),
    ]
    assessor: Annotated[
        Line | None,
        About(
            "Granskare",
            "Assessor",
            "Vem som har granskat, om det är någon annan än ni själva.",
            "Who has assessed it, if it is somebody else than yourselves.",
            "Granskarna AB",
        ),
    ] = None
    date: Annotated[
        Day,
        About(
            "Dag",
            "Day",
            "Dagen då bedömningen gjordes, som år-månad-dag.",
            "The day of the assessment, as year-month-day.",
            "2026-11-22",
        ),
    ]
    how: Annotated[
        WordsFields,
        About(
            "Hur",
            "How",
            "Hur ni gick till väga: vad som prövades, med vad, och av vem.",
            "How it was done: what was tried, with what, and by whom.",
        ),
    ]
    assessed: Annotated[
        tuple[WordsFields, ...],
        About(
            "Prövat",
            "Assessed",
            "Vad som har prövats. En rad för varje sak.",
            "What has been tried. One line for each thing.",
        ),
    ] = ()
    not_assessed: Annotated[
        tuple[WordsFields, ...],
        About(
            "Inte prövat",
            "Not assessed",
            "Vad som inte har prövats. En rad för varje sak.",
            "What has not been tried. One line for each thing.",
        ),
    ] = ()
    evidence: Annotated[
        EvidenceFields | None,
        About(
            "Underlag",
            "Evidence",
            "Vad proven visade, i siffror.",
            "What the checks showed, in figures.",
        ),
    ] = None

    @model_validator(mode="after")
    def _says_who(self) -> Self:
        if self.method == "third_party" and not self.assessor:
            raise PydanticCustomError("statement-without-assessor", "", {"at": "method"})
        return self


class FeedbackFields(Fields):
    """How to tell of a shortcoming, or to ask for content in another form."""

    form: Annotated[
        AFeedbackForm,
        About(
            "Formulär",
            "Form",
            "Hur sidan tar emot ett meddelande. Netlify ger ett formulär på sidan, om "
            "webbplatsen publiceras där.",
            "How the page takes a message. Netlify gives a form on the page, if the site is "
            "published there.",
            "email",
        ),
    ] = "email"
    email: Annotated[Email, _EMAIL]
    phone: Annotated[Phone | None, _PHONE] = None
    answer_within_days: Annotated[
        WholeNumber | None,
        About(
            "Svar inom arbetsdagar",
            "Answer within working days",
            "Inom hur många arbetsdagar ni svarar.",
            "Within how many working days you answer.",
            "5",
        ),
    ] = None
    other_forms: Annotated[
        WordsFields | None,
        About(
            "Andra former",
            "Other forms",
            "I vilka andra former ni kan ge innehållet, och hur man ber om det.",
            "In which other forms you can give the content, and how to ask for it.",
        ),
    ] = None


class EnforcementFields(Fields):
    """To whom one complains if the answer does not help."""

    authority: Annotated[
        WordsFields,
        About(
            "Myndighet",
            "Authority",
            "Namnet på myndigheten som har tillsyn. Se efter vid varje översyn: den kan bytas.",
            "The name of the supervisory authority. Look it up at every review: it may change.",
        ),
    ]
    address: Annotated[
        WebAddress,
        About(
            "Adress",
            "Address",
            "Webbadressen där man anmäler bristande tillgänglighet.",
            "The web address where one reports a lack of accessibility.",
            "https://www.digg.se/tdosanmalan",
        ),
    ]


class StatementFields(Fields):
    """The accessibility statement: `content/pages/accessibility-statement.yaml`."""

    responsible: Annotated[
        Line,
        About(
            "Ansvarig",
            "Responsible",
            "Vem som ansvarar för webbplatsen, med hela namnet.",
            "Who is responsible for the site, by the whole name.",
            "Örebro kommun",
        ),
    ]
    service: Annotated[
        StatementServiceFields,
        About("Tjänst", "Service", "Vad redogörelsen gäller.", "What the statement is about."),
    ]
    standard: Annotated[
        StandardFields,
        About("Standard", "Standard", "Vad ni mäter mot.", "What it is measured against."),
    ]
    status: Annotated[
        AConformance,
        About(
            "Hur tillgänglig",
            "Conformance",
            "Hur väl webbplatsen uppfyller lagens krav.",
            "How well the site meets the demands of the law.",
            "partly",
        ),
    ]
    not_compliant: Annotated[
        tuple[MendableFields, ...],
        About(
            "Brister",
            "Non-compliance",
            "Innehåll som inte uppfyller lagens krav.",
            "Content that does not meet the demands of the law.",
        ),
    ] = ()
    disproportionate_burden: Annotated[
        tuple[ShortcomingFields, ...],
        About(
            "Oskäligt betungande",
            "Disproportionate burden",
            "Innehåll som det är oskäligt betungande att anpassa (12 §).",
            "Content that it is a disproportionate burden to adapt (section 12).",
        ),
    ] = ()
    outside_the_law: Annotated[
        tuple[ShortcomingFields, ...],
        About(
            "Utanför lagen",
            "Outside the law",
            "Innehåll som inte är tillgängligt och som lagen inte omfattar (9 §).",
            "Content that is not accessible and that the law does not cover (section 9).",
        ),
    ] = ()
    assessment: Annotated[
        AssessmentFields,
        About("Bedömning", "Assessment", "Hur ni vet det.", "How you know."),
    ]
    prepared: Annotated[
        Day,
        About(
            "Upprättad",
            "Prepared",
            "Dagen då redogörelsen skrevs, som år-månad-dag.",
            "The day on which the statement was prepared, as year-month-day.",
            "2026-11-22",
        ),
    ]
    reviewed: Annotated[
        Day,
        About(
            "Senast uppdaterad",
            "Last reviewed",
            "Dagen då redogörelsen senast sågs över, som år-månad-dag. Gör det varje år.",
            "The day on which the statement was last reviewed. Do it every year.",
            "2026-11-22",
        ),
    ]
    feedback: Annotated[
        FeedbackFields,
        About(
            "Meddelanden",
            "Feedback",
            "Hur man berättar om en brist eller ber om något i en annan form.",
            "How to tell of a shortcoming or to ask for something in another form.",
        ),
    ]
    enforcement: Annotated[
        EnforcementFields,
        About(
            "Tillsyn",
            "Enforcement",
            "Vart man vänder sig om svaret inte hjälper.",
            "Where to turn if the answer does not help.",
        ),
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

QUESTIONS = frozenset(
    question
    for texts in TEMPLATE_TEXTS.values()
    for asked in texts.values()
    for _, question in asked
)
"""What a new card asks in its text: to be answered, and never to be published."""


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
