"""The facts of a story, and of an easy-to-read text."""

from __future__ import annotations

from typing import Annotated

from insyn.model.fields.description import About, Fields
from insyn.model.fields.shared import (
    ALIASES,
    AUDIO,
    DRAFT,
    MUNICIPALITIES,
    PICTURE,
    PRONUNCIATION,
    RELATED,
    SIGN_LANGUAGE_FILM,
    SUMMARY,
    SUMMARY_LENGTH,
    TITLE,
    CardSlugs,
    Lines,
    Municipalities,
    Paths,
    PictureFields,
    ProjectSlugs,
    SourceFields,
    Summary,
)
from insyn.model.values import AddressOrFile, Line, Number, Yes


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

    title: Annotated[Line, TITLE]
    summary: Annotated[Summary, SUMMARY]
    municipalities: Annotated[Municipalities, MUNICIPALITIES] = ()
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
    related: Annotated[CardSlugs, RELATED] = ()
    aliases: Annotated[Paths, ALIASES] = ()
    draft: Annotated[Yes, DRAFT] = False
    pronunciation: Annotated[Line | None, PRONUNCIATION] = None
    sign_language_film: Annotated[AddressOrFile | None, SIGN_LANGUAGE_FILM] = None
    audio: Annotated[AddressOrFile | None, AUDIO] = None
    picture: Annotated[PictureFields | None, PICTURE] = None


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
