"""How every address of the site is spelled.  Nobody else puts an address together.

The site's first language stands at the root, the others below their code: `/projekt/x/` and
`/en/projects/x/`.  The words of the addresses are in the languages' catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

from slugify import slugify

from insyn.language import Language
from insyn.model.portfolio import TextPage
from insyn.model.register import Municipality, Region

Order = Literal["title", "owner", "region", "start", "total", "eu"]
ORDERS: tuple[Order, ...] = ("title", "owner", "region", "start", "total", "eu")
FIRST_ORDER: Order = "title"

Area = Literal[
    "projects",
    "stories",
    "contacts",
    "money",
    "partners",
    "places",
    "accessibility-in-projects",
    "search",
]


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses in one language.  `base` is the site's address without a closing slash."""

    base: str
    language: Language
    first: bool  # is this the site's first language?

    @property
    def root(self) -> str:
        """The path below which the whole site lies: `/`, or `/insyn/` on a shared host."""
        return urlsplit(self.base).path.rstrip("/") + "/"

    @property
    def start(self) -> str:
        """The start page in this language."""
        return self.root if self.first else f"{self.root}{self.language.code}/"

    def _below(self, *parts: str) -> str:
        return self.start + "".join(f"{part}/" for part in parts)

    def area(self, area: Area) -> str:
        """The first page of an area: `/projekt/`, `/en/money/`."""
        return self._below(self.language.address(area))

    def project_table(self, order: Order) -> str:
        """The table of all projects in the order of a column."""
        say = self.language.address
        table = (say("projects"), say("table"))
        return self._below(*table) if order == FIRST_ORDER else self._below(*table, say(order))

    def project(self, slug: str) -> str:
        """One project."""
        return self._below(self.language.address("projects"), slug)

    def story(self, slug: str) -> str:
        """One story."""
        return self._below(self.language.address("stories"), slug)

    def organisation(self, slug: str) -> str:
        """One organisation."""
        return self._below(self.language.address("partners"), slug)

    def region(self, region: Region) -> str:
        """One region."""
        say = self.language.address
        return self._below(say("places"), say("region"), slugify(region.name(self.language.code)))

    def municipality(self, municipality: Municipality) -> str:
        """One municipality."""
        say = self.language.address
        return self._below(say("places"), say("municipality"), municipality.slug)

    def text(self, page: TextPage) -> str:
        """A page of text."""
        return self._below(page.addresses.in_language(self.language.code)[0].path)

    def card(self, kind: str, slug: str, pages: Mapping[str, TextPage]) -> str:
        """The page that a card of the folder `kind` becomes.

        A page of text that was left out because of a problem counts as lying at its slug.
        """
        if kind == "pages":
            return self.text(pages[slug]) if slug in pages else self._below(slug)
        return {
            "projects": self.project,
            "stories": self.story,
            "organisations": self.organisation,
        }[kind](slug)

    def media(self, path: str) -> str:
        """A picture or document, by its place in `content/`."""
        return f"{self.root}media/{quote(path)}"

    @property
    def feed(self) -> str:
        """The Atom feed in this language."""
        return f"{self.start}feed.xml"

    @property
    def projects_json(self) -> str:
        """All projects as JSON, for all languages."""
        return f"{self.root}data/projects.json"

    @property
    def projects_csv(self) -> str:
        """All projects as CSV."""
        return f"{self.root}data/projects.csv"

    @property
    def machine_files(self) -> frozenset[str]:
        """The files in the output folder that are no pages, beside assets, media and search."""
        given = (self.feed, self.projects_json, self.projects_csv)
        fixed = ("_redirects", "favicon.ico", "favicon.svg", "robots.txt", "sitemap.xml")
        return frozenset((*map(self.file, given), *fixed))

    def whole(self, url: str) -> str:
        """The whole address of a path on the site."""
        return self.base + url.removeprefix(self.root.rstrip("/"))

    def file(self, url: str) -> str:
        """The file in the output folder that serves a path on the site."""
        inside = url.removeprefix(self.root)
        return f"{inside}index.html" if inside.endswith("/") or not inside else inside
