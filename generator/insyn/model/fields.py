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
    Amount,
    AMunicipality,
    ARegion,
    CardSlug,
    Day,
    Email,
    LanguageCode,
    Line,
    MediaFile,
    Number,
    Phase,
    Phone,
    ProgrammeArea,
    ProjectSlug,
    SitePath,
    WebAddress,
    Yes,
    grouped,
)

SUMMARY_LENGTH = 300

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


@dataclass(frozen=True, slots=True)
class About:
    """What people are told of a field: label and help in Swedish and English, and an example.

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
Languages = Annotated[tuple[LanguageCode, ...], BeforeValidator(_one_or_more)]
Paths = Annotated[tuple[SitePath, ...], BeforeValidator(_one_or_more)]
Municipalities = Annotated[tuple[AMunicipality, ...], BeforeValidator(_one_or_more)]
ProjectSlugs = Annotated[tuple[ProjectSlug, ...], BeforeValidator(_one_or_more)]
CardSlugs = Annotated[tuple[CardSlug, ...], BeforeValidator(_one_or_more)]
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


class ContactFields(Fields):
    """Whom to call."""

    name: Annotated[
        Line | None,
        About("Namn", "Name", "Personens namn.", "The person's name.", "Elmar Jehle"),
    ] = None
    role: Annotated[
        Line | None,
        About(
            "Roll",
            "Role",
            "Vad personen gör, till exempel projektledare.",
            "What the person does, such as project manager.",
            "Kontaktperson",
            translated=True,
        ),
    ] = None
    email: Annotated[
        Email | None,
        About("E-post", "E-mail", "E-postadress.", "E-mail address.", "elmar.jehle@obo.se"),
    ] = None
    phone: Annotated[
        Phone | None,
        About(
            "Telefon",
            "Phone",
            "Telefonnummer med riktnummer.",
            "Phone number with area code.",
            "019-19 44 14",
        ),
    ] = None


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

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.file is None) == (self.address is None):
            raise PydanticCustomError("document-place", "", {"at": "title", "value": self.title})
        return self


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
            "Andra sätt att skriva namnet på, så att korten hittar rätt.",
            "Other ways to write the name, so that cards find it.",
            "Samordningsförbundet Norra Ska",
        ),
    ] = ()
    kind: Annotated[
        OrganisationKind | None,
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
    aliases: Annotated[Paths, _ALIASES] = ()


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


KINDS: Mapping[str, type[Fields]] = {
    "projects": ProjectFields,
    "stories": StoryFields,
    "organisations": OrganisationFields,
    "pages": PageFields,
}


def about(model: type[Fields], name: str) -> About:
    """What people are told of the field `name` of `model`."""
    for mark in model.model_fields[name].metadata:
        if isinstance(mark, About):
            return mark
    message = f"{model.__name__}.{name} has no description"
    raise LookupError(message)


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
