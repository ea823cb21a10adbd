"""The facts of an organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator

from insyn.model.fields.description import About, Fields
from insyn.model.fields.shared import Lines
from insyn.model.values import AMunicipality, Email, Line, OneOf, Phone, WebAddress

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
            "info@bolaget.example.se",
        ),
    ] = None
    phone: Annotated[
        Phone | None,
        About(
            "Telefon",
            "Phone",
            "Organisationens växel eller kontaktcenter.",
            "The organisation's switchboard or service desk.",
            "08-465 004 00",
        ),
    ] = None
