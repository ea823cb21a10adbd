"""What visitors come for, walked with a screen reader.

A journey is a function of a `Listener`.  She finds her way by what she hears, so a journey that the
pages no longer allow fails with the words that were never said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from orca.listening import Listener
from orca.transcript import Transcript, read_transcript

GOLDEN = Path(__file__).parents[1] / "golden" / "orca"

Walk = Callable[[Listener, Mapping[str, str]], None]


@dataclass(frozen=True)
class Journey:
    """What a visitor wants, and how she gets it.

    She has it when she hears the words of the `answer`; without them, at the end.
    """

    name: str
    aim: str
    walk: Walk
    answer: str = ""

    def heard(self, language: str) -> Transcript:
        """What was pressed and heard when this was last written down."""
        text = (GOLDEN / f"{self.name}.{language}.txt").read_text(encoding="utf-8")
        return read_transcript(text, language)

    def presses(self, language: str) -> int:
        """How many keys it took."""
        heard = self.heard(language)
        return heard.presses_until(self.answer) if self.answer else heard.presses


# The words that she listens for and types, in her language.
WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "start": "/",
        "projects": "Projekten huvud",
        "project list": "/projekt/",
        "project": "/projekt/jobbpunkt-vast-orebro/",
        "project title": "Jobbpunkt Väst Örebro",
        "search": "kooperativ",
        "facts": "Fakta",
        "budget": "Budget",
        "last fact": "Berättar om tillgänglighet",
        "filters": "Filtrera på",
        "region": "Region",
        "west": "Västsverige",
        "remove": "Ta bort filtret",
        "other language": "In English",
        "notice": "Information",
        "hide": "Dölj",
        "lost": "/finns-inte/",
        "lists": "Allt på webbplatsen",
        "results": "Hoppa till sökresultaten",
        "field": "Sök bland projekten",
        "menu projects": "Projekt",
        "menu contacts": "Kontakter",
    },
    "en": {
        "start": "/en/",
        "projects": "The projects heading",
        "project list": "/en/projects/",
        "project": "/en/projects/jobbpunkt-vast-orebro/",
        "project title": "Jobbpunkt Väst Örebro",
        "search": "cooperative",
        "facts": "Facts",
        "budget": "Budget",
        "last fact": "Tells about accessibility",
        "filters": "Filter by",
        "region": "Region",
        "west": "West Sweden",
        "remove": "Remove the filter",
        "other language": "På svenska",
        "notice": "Information",
        "hide": "Hide",
        "lost": "/en/not-there/",
        "lists": "Everything on the site",
        "results": "Skip to the search results",
        "field": "Search the projects",
        "menu projects": "Projects",
        "menu contacts": "Contacts",
    },
}


def go_to_the_number(visitor: Listener, number: str) -> None:
    """On a project's page: whom to call is the first list below its name."""
    visitor.presses("1", "l")
    visitor.presses_until("k", number)


def find_a_project(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["start"])
    visitor.wants("Go to the projects by the headings of level 2, then from title to title")
    visitor.presses_until("2", words["projects"])
    visitor.presses_until("h", words["project title"])
    visitor.wants("Open it, and hear what it is")
    visitor.follows()
    visitor.presses("1", *["Down"] * 6)


def search(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["start"])
    visitor.wants("Go to the field and type")
    visitor.presses("e", "Insert+a")
    visitor.types(words["search"])
    visitor.wants("Hear how many there are")
    visitor.follows(late="**/search-engine*")
    visitor.wants("Read again, and open the third result")
    visitor.presses("Insert+a", "3", "3", "3")
    visitor.follows()


def read_facts_and_budget(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["project"])
    visitor.wants("Read the facts line by line")
    visitor.presses_until("h", words["facts"])
    visitor.presses_until("Down", words["last fact"])
    visitor.wants("Hear the budget in a sentence")
    visitor.presses_until("h", words["budget"])
    visitor.presses("Down", "Down")
    visitor.wants("Read the table of the budget cell by cell")
    visitor.presses("t")
    right, down, left = (f"alt+shift+{arrow}" for arrow in ("Right", "Down", "Left"))
    visitor.presses(right, down, left, down, right, down, left)


def choose_a_filter(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.wants("Open the filters, and those for the region")
    visitor.presses_until("b", words["filters"])
    visitor.does("Return")
    visitor.presses_until("b", words["region"])
    visitor.does("Return")
    visitor.wants("Choose a region, and hear how many there are")
    visitor.presses_until("x", words["west"])
    visitor.does("space")


def filter_the_list(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["project list"])
    choose_a_filter(visitor, words)
    visitor.wants("Remove the filter again")
    visitor.presses_until("shift+b", words["remove"])
    visitor.does("Return")


def switch_language(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["project"])
    visitor.wants("Go to the other language, which is named in that language")
    visitor.presses_until("k", words["other language"])
    visitor.follows()
    visitor.wants("Hear the same page in it")
    visitor.presses("1", "Down")


def whom_to_call(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["start"])
    visitor.wants("Go to the project by headings")
    visitor.presses_until("2", words["projects"])
    visitor.presses_until("h", words["project title"])
    visitor.follows()
    visitor.wants("Go to the number")
    go_to_the_number(visitor, "019-19 44 14")
    visitor.wants("Hear whose it is")
    visitor.presses("shift+k")
    visitor.follows()
    visitor.presses("Down", "Down", "Down")


def put_a_notice_away(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["start"])
    visitor.wants("Go to the notice and read it")
    visitor.presses_until("2", words["notice"])
    visitor.presses("Down", "Down", "Down")
    visitor.wants("Put it away")
    visitor.presses_until("b", words["hide"])
    visitor.does("Return")
    visitor.wants("Go on from where it was")
    visitor.presses("h")


def page_not_found(visitor: Listener, words: Mapping[str, str]) -> None:
    visitor.opens(words["lost"])
    visitor.wants("Understand what has happened")
    visitor.presses("1", "Down", "Down")
    visitor.wants("Find a way on")
    visitor.presses_until("2", words["lists"])
    visitor.presses("k")
    visitor.follows()


JOURNEYS = (
    Journey(
        "find-a-project", "Land on the start page and find a project by headings", find_a_project
    ),
    Journey("search", "Search, hear the count, open the third result", search),
    Journey(
        "facts-and-budget",
        "Read the facts, and the table of the budget cell by cell",
        read_facts_and_budget,
    ),
    Journey("filter", "Filter the list and remove the filter", filter_the_list),
    Journey("switch-language", "Switch language", switch_language),
    Journey("whom-to-call", "Find whom to call", whom_to_call, "019-19 44 14"),
    Journey("notice", "Read a notice and put it away", put_a_notice_away),
    Journey("not-found", "Come to an address that is not there", page_not_found),
)
