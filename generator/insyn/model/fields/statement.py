"""The accessibility statement: `content/pages/accessibility-statement.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from insyn.model.fields.description import About, Fields
from insyn.model.fields.shared import EMAIL, PHONE, SITE_ADDRESS, WordsFields
from insyn.model.values import (
    AddressOrFile,
    Count,
    Day,
    Email,
    Line,
    OneOf,
    Phone,
    WebAddress,
    WholeNumber,
    grouped,
    read_criterion,
)

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
    address: Annotated[WebAddress, SITE_ADDRESS]
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
    email: Annotated[Email, EMAIL]
    phone: Annotated[Phone | None, PHONE] = None
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
