"""What may be on a page: which elements, and which links."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import nh3
from markdown.serializers import to_html_string

from insyn.markup.elements import HEADINGS
from insyn.markup.marks import unmarked
from insyn.markup.rendered import Reference
from insyn.problem import Problem

SCHEMES = frozenset({"http", "https", "mailto", "tel", "card", "media"})
"""What a link may begin with. `card:` and `media:` are what `link` makes of links to files."""

_SCRIPT_SCHEMES = frozenset({"javascript", "data", "vbscript"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
DROPPED = "dropped"
"""What the sanitiser does not know: it keeps the text and drops the element."""

_CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "em", "strong", "code", "pre", "a", "img", "ul", "ol", "li"),
        *("blockquote", "figure", "figcaption", "h2", "h3", "h4", "h5", "h6"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "div", "span"),
    },
    attributes={
        "*": {"lang", "dir"},
        "a": {"href"},
        "img": {"src", "alt"},
        "ol": {"start"},
        "div": {"aria-label"},
        **{name: {"id"} for name in HEADINGS[1:]},
    },
    tag_attribute_values={
        "div": {"role": {"region"}, "tabindex": {"0"}},
        "th": {"scope": {"col", "row"}},
    },
    allowed_classes={
        "figure": {"quote", "picture"},
        "div": {"table-wrap"},
        "th": {"align-right", "align-center"},
        "td": {"align-right", "align-center"},
    },
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def refusal(reference: Reference) -> Problem | None:
    """Why a link may not be on a page, if it may not."""
    # Browsers pass over white space and control characters in a scheme.
    bare = re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]", "", reference.target)
    scheme = _SCHEME.match(bare)
    name = scheme[1].lower() if scheme else ""
    if not bare:
        return Problem.at(reference.place, "link-empty", text=reference.text)
    if name in _SCRIPT_SCHEMES:
        return Problem.at(reference.place, "script-link", scheme=name)
    if name and name not in SCHEMES:
        return Problem.at(reference.place, "link-scheme", scheme=name, target=reference.target)
    return None


def safe(element: Element) -> str:
    """An element as HTML, with nothing in it but what is allowed."""
    written = unmarked(to_html_string(element))
    cleaned: str = _CLEANER.clean(written)
    return cleaned
