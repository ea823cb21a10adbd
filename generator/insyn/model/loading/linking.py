"""Where a link in a text leads: to a card, to a file, or nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from insyn.markup import Reference
from insyn.model.drafts import Drafts
from insyn.model.facts import Findings
from insyn.problem import Problem, nearest
from insyn.source import EASY, GLOSSARY_FILE, STATEMENT_FILE, Card, Sources

_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def links(
    card: Card,
    sources: Sources,
    known: Mapping[str, frozenset[str]],
    drafts: Drafts,
    findings: Findings,
) -> Callable[[Reference], str | None]:
    """How a target typed in `card` is found: another card, a file, or an address."""

    def find(reference: Reference) -> str | None:
        target = reference.target
        elsewhere = re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE)
        if reference.kind == "image":
            if elsewhere:
                findings.add(reference.place, "image-elsewhere", target=target)
                return None
        elif elsewhere or target.startswith(("#", "/")):
            return target
        path, _, fragment = target.partition("#")
        path = unquote(path)
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(card.file), path))
        within = posixpath.normpath(path.lstrip("/"))
        candidates = [beside.removeprefix("content/"), within]
        for candidate in candidates:
            if candidate in sources.media:
                return f"media:{candidate}"
        if reference.kind == "image":
            findings.add(
                reference.place,
                "image-missing",
                target=target,
                nearest=nearest(target, [f"../{path}" for path in sources.media]),
            )
            return None
        anchor = f"#{fragment}" if fragment else ""
        names = (_card_named(candidate, sources, known) for candidate in candidates)
        named = next(filter(None, names), "")
        if not named:
            findings.problems.append(_nowhere(reference, known))
        elif drafts.hidden_from(card, named.removeprefix(f"{EASY}-")):
            findings.add(reference.place, "link-to-draft", target=target)
            named = named if drafts.shown else ""
        return f"card:{named}{anchor}" if named else None

    return find


def _card_named(path: str, sources: Sources, known: Mapping[str, frozenset[str]]) -> str:
    """How a link says that it leads to the file `path`, relative to `content/`; else empty."""
    if path == GLOSSARY_FILE and (sources.glossary or f"content/{path}" in sources.unread):
        return "glossary/"
    if path == STATEMENT_FILE and (sources.statement or f"content/{path}" in sources.unread):
        return "statement/"
    kind, _, name = path.removesuffix(".md").partition("/")
    slug, *rest = name.split(".")
    if slug not in known.get(kind, ()):
        return ""
    return f"{f'{EASY}-' if EASY in rest else ''}{kind}/{slug}"


def _nowhere(reference: Reference, known: Mapping[str, frozenset[str]]) -> Problem:
    """A link that leads to nothing here."""
    target, place = reference.target, reference.place
    if mended := _whole_address(target):
        text = reference.text or target
        return Problem.at(place, "link-incomplete", target=target, text=text, mended=mended)
    names = [f"../{kind}/{slug}.md" for kind, slugs in known.items() for slug in slugs]
    return Problem.at(place, "link-broken", target=target, nearest=nearest(target, names))


def _whole_address(target: str) -> str:
    """A link's target with what it lacks at its beginning; empty where it lacks nothing."""
    if _HOST.fullmatch(target):
        return f"https://{target}"
    return f"mailto:{target}" if _EMAIL.fullmatch(target) else ""
