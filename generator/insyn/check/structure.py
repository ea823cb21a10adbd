"""What a page tells those who do not see it: landmarks, names, headings, tables, languages.

Works on the text of the page, since there may be tens of thousands: a parser would take longer than
all that made them.  So a start tag stands for its element, and names are worked out as far as
templates go (`aria-labelledby`, `aria-label`, the content with its alternative texts, `title`), not
by style sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import Any

from insyn.markup import is_language
from insyn.writing import is_vague

Fault = tuple[str, tuple[tuple[str, str], ...]]
"""The code of a problem, and its values."""

_ATTRIBUTE = re.compile(r"""([^\s"'=/<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_UNREAD = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"<a(\s[^<>]*)>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_AREA = re.compile(r"<area(\s[^<>]*)>", re.IGNORECASE)
_HEADING = re.compile(r"<(h[1-6])(\s[^<>]*)?>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
# Elements that play the part of another, which themes seldom need: first see which parts are there.
_ROLE = re.compile(r"role=[\"']?([a-z]+)")
_AS_LINK = re.compile(
    r"<(?!a\s)([a-z][a-z0-9-]*)(\s(?=[^<>]*\brole=[\"']?link\b)[^<>]*)>(.*?)</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_AS_HEADING = re.compile(
    r"<([a-z][a-z0-9-]*)(\s(?=[^<>]*\brole=[\"']?heading\b)[^<>]*)>(.*?)</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_TITLE = re.compile(r"<title\b[^<>]*>(.*?)</title\s*>", re.DOTALL | re.IGNORECASE)
_DRAWING = re.compile(r"<svg\b.*?</svg\s*>", re.DOTALL | re.IGNORECASE)
_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
_MAIN = re.compile(r"<main\b([^<>]*)>", re.IGNORECASE)
_AS_MAIN = re.compile(
    r"<(?!main\b)[a-z][a-z0-9-]*\s(?=[^<>]*\brole=[\"']?main\b)([^<>]*)>", re.IGNORECASE
)
_MAIN_WITH_ALL = re.compile(r"<main\b.*</main\s*>", re.DOTALL | re.IGNORECASE)
# Within these a header is that of a part, not of the page.
_PARTS = re.compile(r"<(article|section|aside|nav)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BANNER = re.compile(r"<header\b(?![^<>]*\brole=)", re.IGNORECASE)
_AS_BANNER = re.compile(r"<[a-z][^<>]*\brole=[\"']?banner\b", re.IGNORECASE)
_CONTENT_INFO = re.compile(r"<footer\b(?![^<>]*\brole=)", re.IGNORECASE)
_AS_CONTENT_INFO = re.compile(r"<[a-z][^<>]*\brole=[\"']?contentinfo\b", re.IGNORECASE)
_NAVIGATION = re.compile(r"<nav\b(?![^<>]*\brole=)([^<>]*)>", re.IGNORECASE)
_AS_NAVIGATION = re.compile(
    r"<[a-z][a-z0-9-]*\s(?=[^<>]*\brole=[\"']?navigation\b)([^<>]*)>", re.IGNORECASE
)
_TABLE = re.compile(r"<table\b([^<>]*)>(.*?)</table\s*>", re.DOTALL | re.IGNORECASE)
_HEADER_CELL = re.compile(r"<th\b|\brole=[\"']?(?:column|row)header\b", re.IGNORECASE)
_SPOKEN = re.compile(r"""\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)\s[^<>]*\Z", re.IGNORECASE)
_META = re.compile(r"<meta(\s[^<>]*)>", re.IGNORECASE)
_NO_ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)\b|maximum-scale\s*=\s*[01](?:\.\d*)?(?![\d.])")
_DELAY = re.compile(r"\s*(\d+)(?:\.[\d.]*)?\s*(?:[;,\s]|$)")

# What is not read out, and what is read out in the place of an element.
_HIDDEN_STYLE = r"display:\s*none|visibility:\s*hidden"
_HIDDEN = re.compile(
    r"<([a-z][a-z0-9-]*)\s(?=[^<>]*(?:\baria-hidden=[\"']?true|\shidden\b"
    rf"|{_HIDDEN_STYLE}))[^<>]*>(?:.*?</\1\s*>)?",
    re.DOTALL | re.IGNORECASE,
)
_NAMED = re.compile(
    r"<(?:img|input|[a-z][a-z0-9-]*(?=[^<>]*\saria-label=))(\s[^<>]*)>", re.IGNORECASE
)
_LABELLED = re.compile(r"""<[a-z][^<>]*\saria-labelledby=["']([^"']*)["'][^<>]*>""", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_WITH_ID = r"""<([a-z][a-z0-9-]*)\b[^<>]*\bid=["']?{}["']?(?=[\s>/])[^<>]*>(.*?)</\1"""
_NO_ROLE = frozenset({"none", "presentation"})


def structure(html: str) -> Iterator[Fault]:
    """What is wrong with the structure of a whole page."""
    read = _UNREAD.sub("", html)
    body = _BODY.search(read)
    head, shown = (read[: body.start()], read[body.end() :]) if body else (read, read)
    yield from _head(head, shown)
    yield from _landmarks(shown)
    yield from (("page-heading-empty", ()) for _ in empty_headings(shown))
    yield from (("page-link-name", (("target", target),)) for target in nameless_links(shown))
    for attributes, inner in _TABLE.findall(shown):
        if not _HEADER_CELL.search(inner) and "role=" not in attributes:
            yield "page-table-header", ()
    for spoken in _SPOKEN.finditer(read):
        code = spoken[1] or spoken[2] or spoken[3] or ""
        if not code or is_language(code):
            continue
        start = read.rfind("<", 0, spoken.start())
        if element := _ELEMENT.match(read, max(start, 0), spoken.start() + 1):
            yield "page-language-unknown", (("element", element[1].lower()), ("value", code))


# Every page has the same menus.
@lru_cache(maxsize=100_000)
def _attributes(written: str) -> Mapping[str, str]:
    return {
        key.lower(): unescape(double or single or bare)
        for key, double, single, bare in _ATTRIBUTE.findall(written)
    }


def _head(head: str, shown: str) -> Iterator[Fault]:
    title = _TITLE.search(head) or _TITLE.search(_DRAWING.sub("", shown))
    if title is None or not " ".join(unescape(title[1]).split()):
        yield "page-title-missing", ()
    delays: list[tuple[str, str]] = []
    for written in _META.findall(head):
        meta = _attributes(written)
        content = meta.get("content", "")
        if meta.get("name", "").lower() == "viewport" and _NO_ZOOM.search(content.lower()):
            yield "page-zoom", (("content", content),)
        if meta.get("http-equiv", "").lower() == "refresh" and (delay := _DELAY.match(content)):
            delays.append((content, delay[1]))
    if delays and int(delays[0][1]):
        yield "page-refresh", (("content", delays[0][0]),)


def _landmarks(shown: str) -> Iterator[Fault]:
    mains = [_attributes(written) for written in _found(_MAIN, _AS_MAIN, "main", shown)]
    if len(mains) != 1:
        yield "page-main", (("count", str(len(mains))),)
    around = _PARTS.sub("", _MAIN_WITH_ALL.sub("", shown))
    for (pattern, with_role, role), element, sv, en in (
        ((_BANNER, _AS_BANNER, "banner"), "header", "ett sidhuvud", "a header"),
        ((_CONTENT_INFO, _AS_CONTENT_INFO, "contentinfo"), "footer", "en sidfot", "a footer"),
    ):
        if (count := len(_found(pattern, with_role, role, around))) != 1:
            values = {"count": count, "element": element, "what_sv": sv, "what_en": en}
            yield "page-landmark", tuple(sorted((key, str(said)) for key, said in values.items()))
    outside = _navigations(_MAIN_WITH_ALL.sub("", shown))
    # The way to a page is no menu.
    if all("breadcrumb" in nav.get("class", "") for nav in outside):
        yield "page-navigation-missing", ()
    navigations = _navigations(shown)
    names = [nav.get("aria-label") or nav.get("aria-labelledby") or "" for nav in navigations]
    if len(names) > 1 and (not all(names) or len(set(names)) < len(names)):
        yield "page-navigation-name", ()
    if mains and not _has_skip_link(shown, mains[0]):
        yield "page-skip-link", ()


def _navigations(shown: str) -> list[Mapping[str, str]]:
    found = _found(_NAVIGATION, _AS_NAVIGATION, "navigation", shown)
    return [_attributes(written) for written in found]


@lru_cache(maxsize=4)
def _roles(shown: str) -> frozenset[str]:
    """The roles that some element is given."""
    return frozenset(_ROLE.findall(shown.lower()))


def _found(
    pattern: re.Pattern[str], with_role: re.Pattern[str], role: str, shown: str
) -> list[Any]:
    """What elements of a kind, and those that play their part, say of themselves."""
    found = pattern.findall(shown)
    return found + with_role.findall(shown) if role in _roles(shown) else found


def _has_skip_link(shown: str, main: Mapping[str, str]) -> bool:
    """Does the first link of the page lead to its main content?"""
    first = next((_attributes(written) for written, _ in _LINK.findall(shown)), {})
    return bool(main.get("id")) and first.get("href") == f"#{main['id']}"


# --- names --------------------------------------------------------------------------------------


@lru_cache(maxsize=100_000)
def _content(inner: str) -> str:
    """The words of the content of an element, as they are read out."""
    shown = _HIDDEN.sub(" ", inner)
    said = _NAMED.sub(lambda found: f" {_own_name(found[1])} ", shown)
    return " ".join(unescape(_TAG.sub("", said)).split())


def _own_name(written: str) -> str:
    attributes = _attributes(written)
    if attributes.get("role") in _NO_ROLE:
        return ""
    if "aria-label" in attributes or "alt" in attributes:
        return attributes.get("aria-label") or attributes.get("alt", "")
    return attributes.get("title", "")


def _labels(ids: str, page: str) -> str:
    """What the elements with these ids say."""
    found = (
        re.search(_WITH_ID.format(re.escape(id_)), page, re.DOTALL | re.IGNORECASE)
        for id_ in ids.split()
    )
    return " ".join(_content(element[2]) for element in found if element)


def _name(attributes: Mapping[str, str], inner: str, page: str) -> str:
    """The accessible name of an element whose content says what it is."""
    if "aria-labelledby" in inner:
        inner = _LABELLED.sub(lambda found: _labels(found[1], page), inner)
    labels = _labels(attributes.get("aria-labelledby", ""), page)
    for name in (labels, attributes.get("aria-label", ""), _content(inner)):
        if name.strip():
            return " ".join(name.split())
    return attributes.get("title", "").strip()


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return (
        attributes.get("aria-hidden") == "true"
        or "hidden" in attributes
        or bool("style" in attributes and re.search(_HIDDEN_STYLE, attributes["style"]))
    )


def _is_link(attributes: Mapping[str, str]) -> bool:
    role = attributes.get("role", "link")
    return "href" in attributes and (role in {"link", *_NO_ROLE} or role.startswith("doc-"))


@lru_cache(maxsize=2)  # several questions are asked of one page
def links(html: str) -> tuple[tuple[str, str], ...]:
    """The name and the target of every link."""
    found = ((_attributes(written), inner) for written, inner in _LINK.findall(html))
    return tuple(
        (_name(attributes, inner, html), attributes["href"])
        for attributes, inner in found
        if _is_link(attributes) and not _is_hidden(attributes)
    )


def nameless_links(shown: str) -> Iterator[str]:
    """The targets of links that nobody can name."""
    yield from (target for name, target in links(shown) if not name)
    for written in _AREA.findall(shown):
        if "href" in (area := _attributes(written)) and not _own_name(written):
            yield area["href"]
    for element, written, inner in _AS_LINK.findall(shown) if "link" in _roles(shown) else ():
        attributes = _attributes(written)
        if not _is_hidden(attributes) and not _name(attributes, inner, shown):
            yield element


def empty_headings(shown: str) -> Iterator[str]:
    """The headings that say nothing."""
    for tag, written, inner in _found(_HEADING, _AS_HEADING, "heading", shown):
        attributes = _attributes(written)
        if not _is_hidden(attributes) and not _name(attributes, inner, shown):
            yield tag


def main_heading(html: str) -> str:
    """What the page calls itself: the words of its h1."""
    found = next((inner for tag, _, inner in _HEADING.findall(html) if tag.lower() == "h1"), "")
    return _content(found)


def vague_links(html: str) -> Iterator[tuple[str, str]]:
    """The links whose names do not say where they lead."""
    return ((name, target) for name, target in links(html) if is_vague(name))


def ambiguous_links(html: str) -> Iterator[tuple[str, str, str]]:
    """Links of the same name that lead to different pages: the name, a target and another.

    Links within the page are left out: two headings may have the same name.
    """
    first: dict[str, str] = {}
    told: set[str] = set()
    for name, target in links(html):
        if target.startswith("#"):
            continue
        spoken = name.casefold()
        other = first.setdefault(spoken, target)
        if name and other != target and spoken not in told:
            told.add(spoken)
            yield name, other, target
