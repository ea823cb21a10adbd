"""A built site, read as its visitors and their tools meet it: pages as trees, and what is on them.

The pages are well formed (the HTML checker says so), so the parser of the standard library does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]

BUILD_DAY = date(2026, 1, 31)
# The site of this repository is built later: nothing that it tells of has yet to come.
CONTENT_DAY = date(2026, 11, 30)

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
IN_SENTENCE = frozenset({"term", "stands-for"})
UNSEEN = frozenset({"head", "script", "style", "template", "svg"})
_SPACES = re.compile(r"\s+")

# One page of every kind, by the name of its template: the address in Swedish and in English.
# A redirect has no page on the real site; the site of corner cases has some.
PAGE_KINDS: Mapping[str, tuple[str, str]] = {
    "start": ("/", "/en/"),
    "project-list": ("/projekt/", "/en/projects/"),
    "project-table": ("/projekt/tabell/budget/", "/en/projects/table/total/"),
    "facet": ("/projekt/fas/", "/en/projects/phase/"),
    "project": ("/projekt/jobbpunkt-vast-orebro/", "/en/projects/jobbpunkt-vast-orebro/"),
    "story-list": ("/berattelser/", "/en/stories/"),
    "story": (
        "/berattelser/egenmakt-i-baronbackarna/",
        "/en/stories/egenmakt-i-baronbackarna/",
    ),
    "contacts": ("/kontakter/", "/en/contacts/"),
    "region-contacts": ("/kontakter/region/vastsverige/", "/en/contacts/region/west-sweden/"),
    "money": ("/pengar/", "/en/money/"),
    "timeline": ("/tidslinje/", "/en/timeline/"),
    "results": ("/resultat/", "/en/results/"),
    "organisation-list": ("/partner/", "/en/partners/"),
    "organisation": ("/partner/coompanion-fyrbodal/", "/en/partners/coompanion-fyrbodal/"),
    "places": ("/platser/", "/en/places/"),
    "region": ("/platser/region/vastsverige/", "/en/places/region/west-sweden/"),
    "county": ("/platser/lan/vastra-gotalands-lan/", "/en/places/county/vastra-gotaland-county/"),
    "municipality-list": ("/platser/kommun/", "/en/places/municipality/"),
    "municipality": ("/platser/kommun/orebro/", "/en/places/municipality/orebro/"),
    "accessibility": ("/tillganglighet-i-projekten/", "/en/accessibility-in-projects/"),
    "accessibility-side": (
        "/tillganglighet-i-projekten/lokaler/",
        "/en/accessibility-in-projects/premises/",
    ),
    "notice-list": ("/meddelanden/", "/en/notices/"),
    "text": ("/om/", "/en/about/"),
    "glossary": ("/ordlista/", "/en/glossary/"),
    "easy": (
        "/projekt/jobbpunkt-vast-orebro/lattlast/",
        "/en/projects/jobbpunkt-vast-orebro/easy-to-read/",
    ),
    "easy-list": ("/lattlast/", "/en/easy-to-read/"),
    "search": ("/sok/", "/en/search/"),
    "settings": ("/installningar/", "/en/settings/"),
    "statement": ("/tillganglighetsredogorelse/", "/en/accessibility-statement/"),
    "not-found": ("/404.html", "/en/404.html"),
}


def plain(text: str) -> str:
    """`text` with every run of spaces, of whatever kind, as one space."""
    return _SPACES.sub(" ", text).strip()


@dataclass(eq=False)
class Element:
    """An element and what is in it."""

    name: str
    attributes: dict[str, str]
    parent: Element | None
    children: list[Element | str] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        """This element's descendants, in order; with `names` only those."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            if found is not self and (not names or found.name in names):
                yield found
            waiting += [child for child in reversed(found.children) if isinstance(child, Element)]

    def one(self, name: str) -> Element:
        """The only `name` in here."""
        (found,) = self.all(name)
        return found

    def of_class(self, name: str) -> list[Element]:
        """The descendants with this class."""
        return [one for one in self.all() if name in one.attributes.get("class", "").split()]

    def texts(self) -> Iterator[tuple[str, Element]]:
        """Each text in here and the element right around it, but nothing that is never read."""
        if self.name in UNSEEN:
            return
        for child in self.children:
            if isinstance(child, Element):
                yield from child.texts()
            else:
                yield child, self

    @cached_property
    def text(self) -> str:
        """All text in here as one reads it.  A space parts two elements.

        But for a word that is marked, and what it stands for: they belong to their sentence.
        """
        out: list[str] = []
        in_sentence = False
        for text, around in self.texts():
            before, in_sentence = in_sentence, around.attributes.get("class") in IN_SENTENCE
            out += ("" if before or in_sentence else " ", text)
        return plain("".join(out))

    @cached_property
    def words(self) -> str:
        """All text in here without spaces that are not there: for the text of a heading or link."""
        return plain("".join(text for text, _ in self.texts()))

    @property
    def language(self) -> str:
        """The language that the element's text is in, as the page says it."""
        if "lang" in self.attributes:
            return self.attributes["lang"]
        return self.parent.language if self.parent else ""


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("document", {}, None)
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "wbr":  # where a word may break: it stays one word
            return
        made = Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.children.append(made)
        if tag not in VOID:
            self._open = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open.name != tag or self._open.parent is None:
            raise ValueError(f"</{tag}> closes <{self._open.name}> in line {self.getpos()[0]}")
        self._open = self._open.parent

    def handle_data(self, data: str) -> None:
        inside = self._open.children
        if inside and isinstance(inside[-1], str):
            data = f"{inside.pop()}{data}"
        inside.append(data)


def read_html(html: str) -> Element:
    """The tree of a page.  Raises `ValueError` where an end tag closes something else."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    if builder._open is not builder.root:
        raise ValueError(f"<{builder._open.name}> is not closed")
    return builder.root


@dataclass(frozen=True)
class Document:
    """A page: its file below the site's folder, its path on the site, and its text."""

    file: str
    path: str
    html: str

    @cached_property
    def tree(self) -> Element:
        """The page as a tree."""
        return read_html(self.html)

    @property
    def main(self) -> Element:
        """The page's own content."""
        return self.tree.one("main")

    @property
    def language(self) -> str:
        """The page's language."""
        return self.tree.one("html").attributes["lang"]

    @property
    def title(self) -> str:
        """The text of the browser's tab."""
        found = self.tree.one("head").one("title").children  # drawings have titles too
        return plain(str(found[0])) if found else ""

    @property
    def is_redirect(self) -> bool:
        """Does the page only send its visitor on?"""
        return any(m.attributes.get("http-equiv") == "refresh" for m in self.tree.all("meta"))

    def meta(self, name: str) -> list[str]:
        """The contents of `<meta name=…>` or `<meta property=…>`."""
        return [
            element.attributes["content"]
            for element in self.tree.all("meta")
            if name in (element.attributes.get("name"), element.attributes.get("property"))
        ]

    def links(self, relation: str) -> list[dict[str, str]]:
        """The attributes of each `<link rel=relation>`."""
        return [
            element.attributes
            for element in self.tree.all("link")
            if relation in element.attributes.get("rel", "").split()
        ]


@dataclass(frozen=True)
class BuiltSite:
    """A site in a folder; `address` is its whole address without a closing slash."""

    folder: Path
    address: str

    @property
    def root(self) -> str:
        """The path of the start page: "/" or "/sub/"."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    @cached_property
    def pages(self) -> Mapping[str, Document]:
        """Every page, by its path on the site."""
        found: dict[str, Document] = {}
        for file in sorted(self.folder.rglob("*.html")):
            name = file.relative_to(self.folder).as_posix()
            path = self.root + name.removesuffix("index.html")
            found[path] = Document(name, path, file.read_text(encoding="utf-8"))
        return found

    def page(self, path: str) -> Document:
        """The page at a path."""
        return self.pages[path]

    def read(self, file: str) -> str:
        """The text of any file."""
        return (self.folder / file).read_bytes().decode("utf-8")

    def whole(self, path: str) -> str:
        """The whole address of a path."""
        return self.address + path.removeprefix(self.root.rstrip("/"))
