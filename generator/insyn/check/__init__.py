"""What must hold of the finished pages, whoever wrote their templates and texts.

Reads the files once more, just before they are written: every link leads somewhere, ids are
unique, headings are in order, nothing is fetched from other sites and nothing runs inline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

from insyn.files import File
from insyn.problem import Place, Problem, nearest

# In the output `<` stands for a tag and nothing else: text and attributes have it escaped.
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HEADING = re.compile(r"h([1-6])")

# Elements that fetch what they name, so that a stranger would learn of the reader.
_FETCHING = {"script", "img", "iframe", "source", "audio", "video", "track", "embed", "object"}
_FETCHING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}


@dataclass(frozen=True)
class _Element:
    name: str
    written: str

    @cached_property
    def attributes(self) -> dict[str, str]:
        """The attributes with their values, unescaped."""
        return {
            name.lower(): unescape(double or single)
            for name, double, single in _ATTRIBUTE.findall(self.written)
        }


@dataclass(frozen=True)
class _Page:
    file: File

    @cached_property
    def elements(self) -> tuple[_Element, ...]:
        """All elements in the order of the page."""
        text = self.file.content.decode("utf-8")
        return tuple(_Element(tag.lower(), rest) for tag, rest in _TAG.findall(text))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """All ids, doubles too."""
        return tuple(
            element.attributes["id"]
            for element in self.elements
            if "id" in element.written and "id" in element.attributes
        )


@dataclass(frozen=True)
class _Site:
    pages: Mapping[str, _Page]
    paths: frozenset[str]
    root: str
    origins: Mapping[tuple[str, str], Place]

    def file_at(self, path: str) -> str | None:
        """The file that answers at `path`, or `None`."""
        if not path.startswith(self.root):
            return None
        inside = path.removeprefix(self.root)
        file = f"{inside}index.html" if inside.endswith("/") or not inside else inside
        return file if file in self.paths else None

    @cached_property
    def served(self) -> frozenset[str]:
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
    origins: Mapping[tuple[str, str], Place] | None = None,
    known: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Every problem in the pages among `files`, in order.

    `root` is the path of the start page.  `origins` finds the place in a card that a link comes
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
    for element in page.elements:
        yield from _element_problems(element, place)


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
    if " on" in element.written or "style" in element.written:
        for attribute in element.attributes:
            if attribute == "style" or attribute.startswith("on"):
                yield Problem.at(place, "page-inline", what=attribute)
    if name in _FETCHING or (
        name == "link" and _FETCHING_LINKS & set(element.attributes.get("rel", "").split())
    ):
        for attribute in ("src", "href", "data", "poster", "srcset"):
            target = element.attributes.get(attribute, "")
            if urlsplit(target).netloc:
                yield Problem.at(place, "page-third-party", target=target)


def _link_problems(path: str, page: _Page, site: _Site) -> Iterator[Problem]:
    here = site.root + path.removesuffix("index.html")
    for target in dict.fromkeys(_targets(page)):
        if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", target):
            continue
        whole = urlsplit(urljoin(here, target))
        place = site.origins.get((path, target), Place(path))
        file = site.file_at(unquote(whole.path))
        fragment = unquote(whole.fragment)
        if file is None:
            near = nearest(unquote(whole.path), site.served)
            yield Problem.at(place, "link-broken", target=target, nearest=near)
        elif fragment and file in site.pages and fragment not in site.pages[file].ids:
            near = nearest(fragment, site.pages[file].ids)
            nearly = target.partition("#")[0] + f"#{near}" if near else ""
            yield Problem.at(place, "anchor-broken", target=target, nearest=nearly)


def _targets(page: _Page) -> Iterator[str]:
    """Every address that the page names on this site."""
    for element in page.elements:
        if "href" in element.written or "src" in element.written or "action" in element.written:
            for attribute in ("href", "src", "action"):
                target = element.attributes.get(attribute)
                if target:
                    yield target
