"""The facts of a page of text and of a notice."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from insyn.model.fields.description import About, Fields
from insyn.model.fields.shared import ALIASES, DRAFT, SUMMARY, TITLE, NoticePages, Paths, Summary
from insyn.model.values import ASeverity, Day, Line, Yes


class PageFields(Fields):
    """A page of text: `content/pages/<slug>.md`."""

    title: Annotated[Line, TITLE]
    summary: Annotated[Summary, SUMMARY]
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
    aliases: Annotated[Paths, ALIASES] = ()
    draft: Annotated[Yes, DRAFT] = False


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
    draft: Annotated[Yes, DRAFT] = False

    @model_validator(mode="after")
    def _from_before_until(self) -> Self:
        if self.show_until < self.show_from:
            raise PydanticCustomError(
                "notice-ends-before-start",
                "",
                {"at": "show_until", "start": self.show_from, "end": self.show_until},
            )
        return self
