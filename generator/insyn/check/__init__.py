"""What must hold of the finished pages, whoever wrote their templates and texts.

Reads the files once more, just before they are written: every link leads somewhere, ids are
unique, headings are in order, nothing is fetched from other sites and nothing runs inline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from insyn.check.structure import ambiguous_links, main_heading, structure, vague_links
from insyn.files import File
from insyn.problem import Origin, Place, Problem, nearest

# In the output `<` stands for a tag and nothing else: text and attributes have it escaped.
# Most tags have no attributes, and nothing can be wrong with them: only these are looked at.
_TAG = re.compile(r"<(?:([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)|(h[1-6]|html|img|script|style)\s*/?)>")
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

# Elements that name the sizes of a picture.
_WITH_SIZES = frozenset({"img", "source"})

# Attributes that name other elements of the page by their ids.
_NAMING_IDS = frozenset(
    {"for", "headers", "list", "popovertarget", "aria-controls", "aria-describedby"}
    | {"aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"}
)
# For so many broken links the one that was meant is looked for.
_SOUGHT_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """A page with what is wrong in itself, and what the check of its links needs.

    `targets` are the addresses that it names, each once and in order.  `name` is its h1.
    `puzzling` are links whose names mislead: a problem's code, the name, the address, and another
    address of that name.
    """

    file: File
    ids: frozenset[str]
    targets: tuple[str, ...]
    problems: tuple[Problem, ...]
    name: str = ""
    puzzling: tuple[tuple[str, str, str, str], ...] = ()


class _Tag(NamedTuple):
    """What an opening tag has to do with the rest of its page and site."""

    level: int
    """Of a heading; 0 for all else."""
    id: str | None
    named: tuple[tuple[str, str], ...]
    """Attributes that name other elements, and the ids that they name."""
    targets: tuple[str, ...]
    faults: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Codes of problems with their values."""


_NOTHING = _Tag(0, None, (), (), ())


# Every page has the same frame, and most tags say nothing of interest.
@lru_cache(maxsize=100_000)
def _read_tag(name: str, written: str) -> _Tag | None:
    """The tag `name` with its attributes as they are `written`; `None` if it is of no interest."""
    name = name.lower()
    attributes = {
        key.lower(): unescape(double or single or bare)
        for key, double, single, bare in _ATTRIBUTE.findall(written)
    }
    heading = _HEADING.fullmatch(name)
    tag = _Tag(
        level=int(heading[1]) if heading else 0,
        id=attributes.get("id"),
        named=tuple(
            (attribute, id_)
            for attribute in sorted(_NAMING_IDS & attributes.keys())
            for id_ in attributes[attribute].split()
        ),
        targets=tuple(
            target
            for attribute in ("href", "src", "action")
            if (target := attributes.get(attribute))
        ),
        faults=tuple(_faults(name, attributes)),
    )
    return None if tag == _NOTHING else tag


def _faults(
    name: str, attributes: Mapping[str, str]
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """What is wrong with a tag in itself."""
    if name == "html" and not attributes.get("lang", "").strip():
        yield "page-language-missing", ()
    if _says_nothing(name, attributes):
        yield "page-image-alt", (("source", attributes.get("src") or f"<{name}>"),)
    if name == "style" or (
        name == "script"
        and "src" not in attributes
        and attributes.get("type") != "application/ld+json"
    ):
        yield "page-inline", (("what", f"<{name}>"),)
    for attribute in attributes:
        if attribute == "style" or attribute.startswith("on"):
            yield "page-inline", (("what", attribute),)
    if name in _FETCHING or (
        name == "link" and _FETCHING_LINKS & set(attributes.get("rel", "").split())
    ):
        for attribute in ("src", "href", "xlink:href", "data", "poster", "srcset"):
            target = attributes.get(attribute, "").strip()
            if target and urlsplit(target).netloc:
                yield "page-third-party", (("target", target),)


def _says_nothing(name: str, attributes: Mapping[str, str]) -> bool:
    """Is this a picture that is neither described nor said to be decoration?"""
    if attributes.get("aria-hidden") == "true" or attributes.get("role") in {
        "none",
        "presentation",
    }:
        return False
    if any(attributes.get(label, "").strip() for label in ("aria-label", "aria-labelledby")):
        return False
    if name == "img":
        alternative = attributes.get("alt")
        return alternative is None or (alternative != "" and not alternative.strip())
    return attributes.get("role") == "img" and name != "svg"  # a drawing may have a title within


def check_page(file: File) -> CheckedPage:
    """The page `file`, looked at for itself."""
    html = file.content.decode("utf-8")
    found = _TAG.findall(html)
    tags = [tag for name, written, bare in found if (tag := _read_tag(name or bare, written))]
    counts = Counter(tag.id for tag in tags if tag.id is not None)
    place = Place(file.path)
    problems = [
        Problem.at(place, "page-id-twice", id=id_)
        for id_, count in sorted(counts.items())
        if count > 1
    ]
    levels = [tag.level for tag in tags if tag.level]
    if levels.count(1) != 1:
        problems.append(Problem.at(place, "page-main-heading", count=levels.count(1)))
    problems += (
        Problem.at(place, "page-heading-skipped", above=above, below=below)
        for above, below in pairwise(levels)
        if below > above + 1
    )
    for tag in tags:
        problems += (Problem.at(place, code, **dict(values)) for code, values in tag.faults)
        problems += (
            Problem.at(place, "page-id-missing", id=id_, attribute=attribute)
            for attribute, id_ in tag.named
            if id_ not in counts
        )
    problems += (Problem.at(place, code, **dict(values)) for code, values in structure(html))
    targets = dict.fromkeys(target for tag in tags for target in tag.targets)
    puzzling = [("page-link-vague", name, target, "") for name, target in vague_links(html)]
    puzzling += (("page-link-twice", *found) for found in ambiguous_links(html))
    return CheckedPage(
        file,
        frozenset(counts),
        tuple(targets),
        tuple(problems),
        main_heading(html),
        tuple(puzzling),
    )


class _Site:
    """What is served where."""

    def __init__(
        self,
        find: Callable[[str], CheckedPage | None],
        paths: frozenset[str],
        root: str,
        origins: Mapping[tuple[str, str], Origin],
    ) -> None:
        self.find = find
        self.paths = paths
        self.root = root
        self.origins = origins
        self._sought = 0
        self._wrong: dict[str, tuple[str, str] | None] = {}

    def wrong(self, here: str, target: str) -> tuple[str, str] | None:
        """What is wrong with the link `target` on the page at `here`: a code and the nearest."""
        if not target.startswith("/"):
            target = urljoin(here, target)
        # Every page has the same menu.
        if target not in self._wrong:
            self._wrong[target] = self._found_wrong(target)
        return self._wrong[target]

    def name(self, path: str, target: str) -> str:
        """What the page calls itself that `target` on the page `path` leads to."""
        whole = urljoin(self.root + path.removesuffix("index.html"), target)
        file = self._file_at(unquote(urlsplit(whole).path))
        page = self.find(file) if file else None
        return page.name if page else ""

    def _found_wrong(self, target: str) -> tuple[str, str] | None:
        whole = urlsplit(target)
        path, fragment = unquote(whole.path), unquote(whole.fragment)
        file = self._file_at(path)
        if file is None:
            # A template's mistake breaks a link on every page, and looking for each takes long.
            self._sought += 1
            wanted = self._sought <= _SOUGHT_AT_MOST
            return "link-broken", nearest(path, self._served) if wanted else ""
        page = self.find(file) if fragment else None
        if page is None or fragment in page.ids:
            return None
        return "anchor-broken", nearest(fragment, page.ids)

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


def check_files(  # noqa: PLR0913 - what is known of the files, by name
    files: Iterable[File],
    *,
    root: str = "/",
    origins: Mapping[tuple[str, str], Origin] | None = None,
    known: frozenset[str] = frozenset(),
    checked: Iterable[CheckedPage] = (),
    overrides: Mapping[str, frozenset[str]] | None = None,
    elsewhere: Callable[[str], CheckedPage | None] = lambda _: None,
) -> tuple[Problem, ...]:
    """Every problem in `files` and in the pages that are `checked` for themselves, in order.

    `root` is the path of the start page.  `origins` finds the link in a card that a link comes
    from, by the page's file and the link's address.  `overrides` are the site's own templates that
    a page is made with, by the page's file: a problem that only they can have brought about is
    placed there, once.  Other problems are placed at the page's file.
    `known` are files that are not here but are not missing either; `elsewhere` finds those among
    them that a link may lead into.
    """
    by_path = {file.path: file for file in files}
    pages = {page.file.path: page for page in checked}
    for path, file in by_path.items():
        if path.endswith(".html"):
            pages[path] = check_page(file)

    def find(path: str) -> CheckedPage | None:
        return pages.get(path) or elsewhere(path)

    site = _Site(find, frozenset(by_path) | pages.keys() | known, root, origins or {})
    found: list[Problem] = []
    told = {
        path: (*page.problems, *_puzzles(path, page, site)) for path, page in sorted(pages.items())
    }
    found += _blamed(told, overrides or {})
    for path, page in sorted(pages.items()):
        found += _link_problems(path, page, site)
    for path, file in sorted(by_path.items()):
        if path.endswith(".css"):
            found += _style_problems(file)
    return tuple(sorted(set(found)))


def _blamed(
    told: Mapping[str, Sequence[Problem]], overrides: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    """What is wrong on each page, or once at the template that no page without that problem has."""
    wrong: dict[str, set[str]] = {}
    for path, problems in told.items():
        for problem in problems:
            wrong.setdefault(problem.code, set()).add(path)
    with_it: dict[str, set[str]] = {}
    for path in told:
        for template in overrides.get(path, ()):
            with_it.setdefault(template, set()).add(path)
    shown: dict[tuple[str, str], str] = {}
    for path, problems in told.items():
        for problem in problems:
            code = problem.code
            guilty = [
                template
                for template in sorted(overrides.get(path, ()))
                if with_it[template] <= wrong[code] and problem.place == Place(path)
            ]
            if not guilty:
                yield problem
            elif shown.setdefault((guilty[0], code), path) == path:
                yield Problem.at(Place(guilty[0]), code, page=path, **dict(problem.values))


def _puzzles(path: str, page: CheckedPage, site: _Site) -> Iterator[Problem]:
    """Links that mislead: at the card where one comes from, else at the page."""
    for code, name, target, other in page.puzzling:
        # A page may be called what it likes.
        if all(site.name(path, place) == name for place in (target, other) if place):
            continue
        typed = site.origins.get((path, other)) or site.origins.get((path, target))
        if code == "page-link-vague":
            if typed is None:  # what is typed in a card is told of there already
                yield Problem.at(Place(path), code, text=name, target=target)
        elif not _in_one_card(name, [site.origins.get((path, one)) for one in (target, other)]):
            place = typed.place if typed else Place(path)
            yield Problem.at(place, code, text=name, target=target, other=other)


def _in_one_card(name: str, links: Sequence[Origin | None]) -> bool:
    """Are all links of this `name` typed in the same card?  Its text is judged for itself."""
    files = {
        link.place.file if link and link.text.casefold() == name.casefold() else None
        for link in links
    }
    return len(files) == 1 and None not in files


def _style_problems(file: File) -> Iterator[Problem]:
    for target in _CSS_ADDRESS.findall(file.content.decode("utf-8")):
        yield Problem.at(Place(file.path), "page-third-party", target=target)


def _link_problems(path: str, page: CheckedPage, site: _Site) -> Iterator[Problem]:
    here = site.root + path.removesuffix("index.html")
    for target in page.targets:
        if _ELSEWHERE.match(target):
            continue
        if wrong := site.wrong(here, target):
            code, near = wrong
            link = site.origins.get((path, target)) or Origin(target, Place(path))
            if near and code == "anchor-broken":
                near = f"{link.typed.partition('#')[0]}#{near}"
            yield Problem.at(link.place, code, target=link.typed, nearest=near)
