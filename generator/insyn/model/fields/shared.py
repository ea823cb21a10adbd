"""Fields, and types of fields, that several kinds of files have."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from insyn.model.fields.description import About, Fields
from insyn.model.values import (
    AMunicipality,
    CardSlug,
    LanguageCode,
    Line,
    NoticePage,
    PictureFile,
    ProjectSlug,
    SitePath,
    TargetGroup,
    WebAddress,
    Yes,
)

SUMMARY_LENGTH = 300


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
TITLE = About(
    "Titel",
    "Title",
    "Sidans rubrik.",
    "The page's heading.",
    "Jobbpunkt Väst Örebro",
    translated=True,
)
SUMMARY = About(
    "Sammanfattning",
    "Summary",
    f"Två eller tre korta meningar: vem gör vad, för vem, var? Högst {SUMMARY_LENGTH} tecken.",
    f"Two or three short sentences: who does what, for whom, where? "
    f"At most {SUMMARY_LENGTH} characters.",
    "Bostadsbolaget hjälper människor i Vivalla att hitta ett jobb.",
    translated=True,
)
ALIASES = About(
    "Gamla adresser",
    "Old addresses",
    "Adresser som ska leda hit, till exempel sidans adress på en äldre webbplats.",
    "Addresses that should lead here, such as the page's address on an older site.",
    "/gamla/jobbpunkt/",
)
DRAFT = About(
    "Utkast",
    "Draft",
    "Skriv ja så länge kortet inte är klart. Då syns det bara i förhandsvisningen.",
    "Write yes as long as the card is not ready. It is then seen in the preview alone.",
    "ja",
)
RELATED = About(
    "Läs också",
    "See also",
    "Filnamn utan ändelse på projekt eller berättelser som hör ihop med den här.",
    "File names, without ending, of projects or stories that belong with this one.",
    "egenmakt-trelleborg",
)
MUNICIPALITIES = About(
    "Kommuner",
    "Municipalities",
    "Kommunernas officiella namn, utan ordet kommun.",
    "The municipalities' official names, without the word for municipality.",
    "Örebro",
)
SITE_ADDRESS = About(
    "Adress",
    "Address",
    "Webbplatsens adress.",
    "The site's address.",
    "https://insyn.example.se",
)
EMAIL = About(
    "E-post", "E-mail", "E-postadress.", "E-mail address.", "kim.exempel@kommunen.example.se"
)
PHONE = About(
    "Telefon",
    "Phone",
    "Telefonnummer med riktnummer.",
    "Phone number with area code.",
    "08-465 004 15",  # one of the numbers that PTS keeps for fiction
)
SIGN_LANGUAGE_FILM = About(
    "Film på teckenspråk",
    "Sign-language film",
    "Webbadress till en film på teckenspråk, eller filens plats i mappen content.",
    "The web address of a film in sign language, or where the file is in the folder content.",
    "https://www.example.se/film",
    translated=True,
)
AUDIO = About(
    "Ljud",
    "Audio",
    "Webbadress till texten som ljud, eller filens plats i mappen content.",
    "The web address of the text as sound, or where the file is in the folder content.",
    "documents/jobbpunkt.mp3",
    translated=True,
)
PRONUNCIATION = About(
    "Uttal",
    "Pronunciation",
    "Hur titeln uttalas, om det inte syns på stavningen. Bra för förkortningar.",
    "How the title is pronounced, if its spelling does not show it. Good for abbreviations.",
    "em-te-ge",
    translated=True,
)


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


PICTURE = About(
    "Bild",
    "Picture",
    "En bild överst på sidan.",
    "A picture at the top of the page.",
)


class WordsFields(Fields):
    """A text in each of the site's languages."""

    sv: Annotated[
        Line | None, About("På svenska", "In Swedish", "Texten på svenska.", "The Swedish text.")
    ] = None
    en: Annotated[
        Line | None, About("På engelska", "In English", "Texten på engelska.", "The English text.")
    ] = None
