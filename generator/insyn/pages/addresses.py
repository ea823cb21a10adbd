"""How every address of the site is spelled.  Nobody else puts an address together.

The site's first language stands at the root, the others below their code: `/projekt/x/` and
`/en/projects/x/`.  The words of the addresses are in the languages' catalogues.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args
from urllib.parse import quote, urlsplit

from insyn.language import Language
from insyn.model.fields import SideKey
from insyn.model.portfolio import Repository, TextPage
from insyn.model.register import County, Municipality, Region
from insyn.slugs import slugify

Order = Literal["title", "owner", "region", "start", "total", "eu"]
ORDERS: tuple[Order, ...] = ("title", "owner", "region", "start", "total", "eu")
FIRST_ORDER: Order = "title"

Area = Literal[
    "projects",
    "stories",
    "contacts",
    "money",
    "timeline",
    "results",
    "partners",
    "places",
    "accessibility-in-projects",
    "search",
    "notices",
    "glossary",
    "easy-to-read",
    "accessibility-statement",
    "settings",
]

_BELOW_PROJECTS = (
    *("table", "all", "by-title", "by-budget", "by-end", "programme-area", "phase"),
    *("target-group", "status", "year", "budget", "owner", "missing"),
)


def mailto(to: str, subject: str, lines: Iterable[str]) -> str:
    """The address of an e-mail that is begun already (RFC 6068)."""
    body = "%0D%0A".join(map(_quoted, lines))
    return f"mailto:{quote(to, safe='@')}?subject={_quoted(subject)}&body={body}"


# The same lines come again in the e-mails of page after page.
@lru_cache(maxsize=10_000)
def _quoted(text: str) -> str:
    return quote(text, safe="")


def at_git_host(pattern: str, repository: Repository, file: str) -> str:
    """Where the git host edits a card or tells its history; empty without a `pattern`."""
    path = f"{repository.folder}/{file}" if repository.folder else file
    return pattern.replace("{branch}", quote(repository.branch)).replace("{path}", quote(path))


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

    def is_reserved(self, url: str) -> bool:
        """May a page of Insyn's own lie at `url`, if not now then when there are more cards?

        A list gets its pages and orders when it is long, a facet its page when a card has a value.
        """
        say = self.language.address
        *above, name = url.removeprefix(self.start).strip("/").split("/")
        if above and name.startswith(f"{say('page')}-") and name[len(say("page")) + 1 :].isdigit():
            return True
        words: tuple[str, ...] = ()
        if not above:
            words = (*get_args(Area), "page")
        elif above == [say("projects")]:
            words = _BELOW_PROJECTS
        elif above == [say("partners")]:
            words = ("letter",)
        return name in map(say, words)

    def project_table(self, order: Order, page: int = 1) -> str:
        """A page of the table of all projects in the order of a column."""
        table = self._below(self.language.address("projects"), self.language.address("table"))
        return self.list_page(table, "" if order == FIRST_ORDER else order, page)

    def facet(self, facet: str, *values: str) -> str:
        """All values of a facet of the projects, or the list of those that have `values`."""
        say = self.language.address
        return self._below(say("projects"), say(facet), *values)

    def list_page(self, list_url: str, order: str, page: int) -> str:
        """A page of the list that begins at `list_url`; an empty `order` is the list's own."""
        say = self.language.address
        ordered = f"{list_url}{say(order)}/" if order else list_url
        return f"{ordered}{say('page')}-{page}/" if page > 1 else ordered

    def whole_list(self, list_url: str) -> str:
        """The list that begins at `list_url`, on one page."""
        return f"{list_url}{self.language.address('all')}/"

    def list_csv(self, key: Iterable[str]) -> str:
        """A list of projects as CSV, for all languages.

        Slugs have hyphens and no underscores: no two lists have one name.
        """
        return f"{self.root}data/lists/{'_'.join(key)}.csv"

    def stories_about(self, url: str) -> str:
        """All stories about what the page at `url` is about, where they are many."""
        return f"{url}{self.language.address('stories')}/"

    @property
    def money_by_owner(self) -> str:
        """The sums for every project owner."""
        return self._below(self.language.address("money"), self.language.address("owner"))

    def project(self, slug: str) -> str:
        """One project."""
        return self._below(self.language.address("projects"), slug)

    def story(self, slug: str) -> str:
        """One story."""
        return self._below(self.language.address("stories"), slug)

    def easy(self, kind: str, slug: str) -> str:
        """The easy-to-read version of a project or a story."""
        return f"{self.card(kind, slug, {})}{self.language.address('easy-to-read')}/"

    def organisation(self, slug: str) -> str:
        """One organisation."""
        return self._below(self.language.address("partners"), slug)

    def organisation_role(self, slug: str, role: str) -> str:
        """The projects that an organisation has a role in."""
        say = self.language.address
        return self._below(say("partners"), slug, say(role))

    def letter(self, letter: str) -> str:
        """The organisations under one letter of the alphabet; `letter` is its name in addresses."""
        say = self.language.address
        return self._below(say("partners"), say("letter"), letter)

    def region(self, region: Region) -> str:
        """One region."""
        say = self.language.address
        return self._below(say("places"), say("region"), slugify(region.name(self.language.code)))

    def county(self, county: County) -> str:
        """One county."""
        say = self.language.address
        return self._below(say("places"), say("county"), slugify(county.name(self.language.code)))

    @property
    def all_municipalities(self) -> str:
        """All municipalities, A–Ö."""
        say = self.language.address
        return self._below(say("places"), say("municipality"))

    def region_contacts(self, region: Region) -> str:
        """The contacts of one region."""
        say = self.language.address
        name = slugify(region.name(self.language.code))
        return self._below(say("contacts"), say("region"), name)

    def side(self, side: SideKey) -> str:
        """What the projects do on one side of accessibility."""
        say = self.language.address
        return self._below(say("accessibility-in-projects"), say(side))

    def silent_side(self, side: SideKey) -> str:
        """The projects that say nothing about one side of accessibility."""
        return f"{self.side(side)}{self.language.address('missing')}/"

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
        if kind in {"notices", "glossary"}:
            return self.area("notices" if kind == "notices" else "glossary")
        if kind == "statement":
            return self.area("accessibility-statement")
        if kind.startswith("lattlast-"):
            return self.easy(kind.removeprefix("lattlast-"), slug)
        return {
            "projects": self.project,
            "stories": self.story,
            "organisations": self.organisation,
        }[kind](slug)

    def mail(self, title: str, url: str) -> str:
        """An e-mail to whomever one likes, with the address of a page in it."""
        return mailto("", title, (title, self.whole(url)))

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
    def statement_json(self) -> str:
        """The accessibility statement as JSON, for all languages."""
        return f"{self.root}data/accessibility-statement.json"

    @property
    def statement_thanks(self) -> str:
        """Where whoever has sent a message from the accessibility statement lands."""
        say = self.language.address
        return self._below(say("accessibility-statement"), say("thanks"))

    @property
    def search_helps(self) -> str:
        """Below it lie the files that help a search: `names-<letter>.json` and `words.json`."""
        return f"{self.root}data/search/{self.language.code}/"

    @property
    def machine_files(self) -> frozenset[str]:
        """The files in the output folder that are no pages, beside assets, media and search."""
        given = (self.feed, self.projects_json, self.projects_csv, self.statement_json)
        fixed = ("_redirects", "favicon.ico", "favicon.svg", "robots.txt", "sitemap.xml")
        return frozenset((*map(self.file, given), *fixed))

    def whole(self, url: str) -> str:
        """The whole address of a path on the site."""
        return self.base + url.removeprefix(self.root.rstrip("/"))

    def file(self, url: str) -> str:
        """The file in the output folder that serves a path on the site."""
        inside = url.removeprefix(self.root)
        return f"{inside}index.html" if inside.endswith("/") or not inside else inside
