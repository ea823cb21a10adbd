"""What must hold of the finished pages, whoever wrote their templates and texts.

Reads the files once more, just before they are written: every link leads somewhere, ids are
unique, headings are in order, nothing is fetched from other sites and nothing runs inline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import unescape
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

from insyn.files import File
from insyn.problem import Origin, Place, Problem, nearest

# In the output `<` stands for a tag and nothing else: text and attributes have it escaped.
# Most tags have no attributes, and nothing can be wrong with them: only these are looked at.
_TAG = re.compile(r"<(?:([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)|(h[1-6]|html|img|script|style)\s*)>")
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_HEADING = re.compile(r"h([1-6])")

# Elements that fetch what they name, so that a stranger would learn of the reader.
_FETCHING = frozenset(
    {"script", "img", "iframe", "source", "audio", "video", "track", "embed", "object"}
    | {"use", "image", "input"}
)
_FETCHING_LINKS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "dns-prefetch"}
    | {"preconnect", "prefetch", "preload", "prerender", "modulepreload"}
)
_CSS_ADDRESS = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["'])((?:[a-z][a-z0-9+.-]*:)?//[^"')\s]*)"""
)

# Attributes that name other elements of the page by their ids.
_NAMING_IDS = frozenset(
    {"for", "headers", "list", "popovertarget", "aria-controls", "aria-describedby"}
    | {"aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"}
)

# Quick looks at a tag: reading its attributes costs far more.
_MAY_NAME_IDS = re.compile(
    r"\s(?:for|headers|list|popovertarget|aria-[cdefo]|aria-labelledby)", re.IGNORECASE
)
_MAY_BE_INLINE = re.compile(r"""[\s"'/](?:on|style)""", re.IGNORECASE)
_MAY_LEAD_ON = re.compile(r"\s(?:href|src|action)", re.IGNORECASE)


class _Element:
    """An opening tag; its attributes are read when somebody asks."""

    __slots__ = ("_attributes", "name", "written")

    def __init__(self, name: str, written: str) -> None:
        self.name = name
        self.written = written
        self._attributes: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes with their values, unescaped."""
        if self._attributes is None:
            self._attributes = {
                name.lower(): unescape(double or single or bare)
                for name, double, single, bare in _ATTRIBUTE.findall(self.written)
            }
        return self._attributes


class _Page:
    """A page's tags that can have something wrong with them."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.elements = tuple(
            _Element((tag or bare).lower(), written)
            for tag, written, bare in _TAG.findall(file.content.decode("utf-8"))
        )
        self.ids = tuple(
            element.attributes["id"]
            for element in self.elements
            if "id" in element.written and "id" in element.attributes
        )


class _Site:
    """What is served where."""

    def __init__(
        self,
        pages: Mapping[str, _Page],
        paths: frozenset[str],
        root: str,
        origins: Mapping[tuple[str, str], Origin],
    ) -> None:
        self.pages = pages
        self.paths = paths
        self.root = root
        self.origins = origins
        self._wrong: dict[str, tuple[str, str] | None] = {}

    def wrong(self, here: str, target: str) -> tuple[str, str] | None:
        """What is wrong with the link `target` on the page at `here`: a code and the nearest."""
        if not target.startswith("/"):
            target = urljoin(here, target)
        # Every page has the same menu.
        if target not in self._wrong:
            self._wrong[target] = self._found_wrong(target)
        return self._wrong[target]

    def _found_wrong(self, target: str) -> tuple[str, str] | None:
        whole = urlsplit(target)
        path, fragment = unquote(whole.path), unquote(whole.fragment)
        file = self._file_at(path)
        if file is None:
            return "link-broken", nearest(path, self._served)
        ids = self.pages[file].ids if file in self.pages else ()
        if not fragment or file not in self.pages or fragment in ids:
            return None
        return "anchor-broken", nearest(fragment, ids)

    def _file_at(self, path: str) -> str | None:
        """The file that answers at `path`, or `None`."""
        if not path.startswith(self.root):
            return None
        inside = path.removeprefix(self.root)
        file = f"{inside}index.html" if inside.endswith("/") or not inside else inside
        return file if file in self.paths else None

    @cached_property
    def _served(self) -> frozenset[str]:
        """The address of every page."""
        return frozenset(
            self.root + path.removesuffix("index.html")
            for path in self.paths
            if path.endswith(".html")
        )


def check_files(
    files: Iterable[File],
    *,
    root: str = "/",
    origins: Mapping[tuple[str, str], Origin] | None = None,
    known: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Every problem in the pages among `files`, in order.

    `root` is the path of the start page.  `origins` finds the link in a card that a link comes
    from, by the page's file and the link's address; other problems are placed at the page's file.
    `known` are files that are not here but are not missing either.
    """
    by_path = {file.path: file for file in files}
    pages = {path: _Page(file) for path, file in by_path.items() if path.endswith(".html")}
    site = _Site(pages, frozenset(by_path) | known, root, origins or {})
    found: list[Problem] = []
    for path, page in sorted(pages.items()):
        found += _page_problems(page)
        found += _link_problems(path, page, site)
    for path, file in sorted(by_path.items()):
        if path.endswith(".css"):
            found += _style_problems(file)
    return tuple(sorted(set(found)))


def _page_problems(page: _Page) -> Iterator[Problem]:
    place = Place(page.file.path)
    twice = sorted({id_ for id_ in page.ids if page.ids.count(id_) > 1})
    yield from (Problem.at(place, "page-id-twice", id=id_) for id_ in twice)
    levels = [
        int(match[1]) for element in page.elements if (match := _HEADING.fullmatch(element.name))
    ]
    if levels.count(1) != 1:
        yield Problem.at(place, "page-main-heading", count=levels.count(1))
    for above, below in pairwise(levels):
        if below > above + 1:
            yield Problem.at(place, "page-heading-skipped", above=above, below=below)
    ids = frozenset(page.ids)
    for element in page.elements:
        yield from _element_problems(element, place)
        yield from _missing_ids(element, ids, place)


def _missing_ids(element: _Element, ids: frozenset[str], place: Place) -> Iterator[Problem]:
    if _MAY_NAME_IDS.search(element.written):
        for attribute in sorted(_NAMING_IDS & element.attributes.keys()):
            for id_ in element.attributes[attribute].split():
                if id_ not in ids:
                    yield Problem.at(place, "page-id-missing", id=id_, attribute=attribute)


def _style_problems(file: File) -> Iterator[Problem]:
    for target in _CSS_ADDRESS.findall(file.content.decode("utf-8")):
        yield Problem.at(Place(file.path), "page-third-party", target=target)


def _element_problems(element: _Element, place: Place) -> Iterator[Problem]:
    name = element.name
    if name == "html" and not element.attributes.get("lang"):
        yield Problem.at(place, "page-language-missing")
    if name == "img" and "alt" not in element.attributes:
        yield Problem.at(place, "page-image-alt", source=element.attributes.get("src", ""))
    if name == "style" or (
        name == "script"
        and "src" not in element.attributes
        and element.attributes.get("type") != "application/ld+json"
    ):
        yield Problem.at(place, "page-inline", what=f"<{name}>")
    if _MAY_BE_INLINE.search(element.written):
        for attribute in element.attributes:
            if attribute == "style" or attribute.startswith("on"):
                yield Problem.at(place, "page-inline", what=attribute)
    if name in _FETCHING or (
        name == "link" and _FETCHING_LINKS & set(element.attributes.get("rel", "").split())
    ):
        for attribute in ("src", "href", "xlink:href", "data", "poster", "srcset"):
            target = element.attributes.get(attribute, "").strip()
            if target and urlsplit(target).netloc:
                yield Problem.at(place, "page-third-party", target=target)


def _link_problems(path: str, page: _Page, site: _Site) -> Iterator[Problem]:
    here = site.root + path.removesuffix("index.html")
    for target in dict.fromkeys(_targets(page)):
        if _ELSEWHERE.match(target):
            continue
        if wrong := site.wrong(here, target):
            code, near = wrong
            link = site.origins.get((path, target)) or Origin(target, Place(path))
            if near and code == "anchor-broken":
                near = f"{link.typed.partition('#')[0]}#{near}"
            yield Problem.at(link.place, code, target=link.typed, nearest=near)


def _targets(page: _Page) -> Iterator[str]:
    """Every address that the page names on this site."""
    for element in page.elements:
        if _MAY_LEAD_ON.search(element.written):
            for attribute in ("href", "src", "action"):
                target = element.attributes.get(attribute)
                if target:
                    yield target
