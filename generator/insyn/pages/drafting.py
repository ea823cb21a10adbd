"""What every page is drafted with: the draft itself, names of areas and the way to a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from insyn.language import Language
from insyn.model.portfolio import Portfolio, Project
from insyn.pages import views
from insyn.pages.addresses import Addresses, Area
from insyn.pages.parts import Parts
from insyn.pages.selection import Selection
from insyn.problem import Origin, Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A page in one language, before it knows its other languages.

    `key` is the same for the page in all languages.
    """

    key: tuple[str, ...]
    url: str
    kind: str
    title: str
    description: str
    view: views.View
    language: str = ""  # of the title, where it is a card's; empty where it is Insyn's own
    trail: tuple[views.Link, ...] = ()
    area: str = ""
    json_ld: str = ""
    index: tuple[views.Meta, ...] = ()
    searchable: bool = False
    sharing_image: str = ""  # url of the picture that other sites show; empty for the site's own
    file: str = ""  # the card it comes from
    place: Place | None = None  # where its address is given, if not by the name of the card
    noindex: bool = False
    origins: tuple[tuple[str, Origin], ...] = ()
    selection: Selection | None = None  # the list that begins on this page: gets a feed and a CSV


@dataclass(frozen=True)
class Drafting:
    """The pages of one area of the site, in one language."""

    parts: Parts

    @property
    def portfolio(self) -> Portfolio:
        """All that the site tells."""
        return self.parts.portfolio

    @property
    def addresses(self) -> Addresses:
        """How addresses are spelled in this language."""
        return self.parts.addresses

    @property
    def language(self) -> Language:
        """The language of the pages."""
        return self.parts.language

    def drafts_of(self, key: tuple[str, ...]) -> Iterator[Draft]:
        """Some drafts, with the one of `key` among them where it is found without making all."""
        del key
        return iter(())

    def say(self, message: str, **values: object) -> str:
        """An interface text; see `Language.say`."""
        return self.parts.say(message, **values)

    def selection(
        self,
        key: tuple[str, ...],
        projects: Iterable[Project],
        *,
        url: str,
        title: str,
        name: str = "",
    ) -> Selection:
        """A list of projects, newest first; `projects` stand so already."""
        return Selection(
            key=key,
            name=name,
            title=title,
            url=url,
            feed=f"{url}feed.xml",
            csv=self.addresses.list_csv(key),
            projects=tuple(projects),
        )

    def area_name(self, area: Area) -> str:
        """An area's name, as in the navigation and in the heading of its first page."""
        say = self.say
        return {
            "projects": say("Projects"),
            "stories": say("Stories"),
            "contacts": say("Contacts"),
            "money": say("Money"),
            "partners": say("Partners"),
            "places": say("Places"),
            "accessibility-in-projects": say("Accessibility in the projects"),
            "timeline": say("Timeline"),
            "results": say("Results"),
            "search": say("Search"),
            "notices": say("Notices"),
            "glossary": say("Glossary"),
            "easy-to-read": say("Easy to read"),
            "accessibility-statement": say("Accessibility statement"),
            "settings": say("Settings"),
        }[area]

    def numbered(self, title: str, page: int, pages: int) -> str:
        """The title of one page of several: "Projects, page 2 of 7"."""
        if page == 1:
            return title
        return self.say(
            "%(title)s, page %(page)s of %(pages)s",
            title=title,
            page=self.language.number(page),
            pages=self.language.number(pages),
        )

    def area_link(self, area: Area) -> views.Link:
        """A link to the first page of an area."""
        return views.Link(self.area_name(area), self.addresses.area(area))

    def trail(self, *areas: Area) -> tuple[views.Link, ...]:
        """The way from the start page through `areas`."""
        start = views.Link(self.say("Home"), self.addresses.start)
        return (start, *(self.area_link(area) for area in areas))

    def area(self, area: Area, kind: str, description: str, view: views.View) -> Draft:
        """The first page of an area."""
        return Draft(
            key=(area,),
            url=self.addresses.area(area),
            kind=kind,
            title=self.area_name(area),
            description=description,
            view=view,
            trail=self.trail(),
            area=area,
        )

    def full_lists(self) -> tuple[views.Link, ...]:
        """Links to everything there is, for whoever can't search."""
        areas: tuple[Area, ...] = ("projects", "stories", "partners", "places", "contacts", "money")
        return tuple(
            self.area_link(area) for area in areas if area != "stories" or self.parts.stories
        )


def letter_id(letter: str) -> str:
    """An id for a letter of the alphabet that keeps å, ä and ö apart from a and o."""
    special = {"Å": "aa", "Ä": "ae", "Ö": "oe", "Æ": "ae-", "Ø": "oe-", "#": "other"}
    return special.get(letter, letter.casefold())


def free_id(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with a number where the card's own headings have taken it."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    taken.add(found)
    return found
