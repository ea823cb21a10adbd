"""From cards as they were typed to a portfolio that is known to be true.

`load` is the one gate: it returns the portfolio together with every problem there is.  Each step
to it has a file, and each file knows only what stands above it here:

- `pairing`: which files are one card; `settings` and `glossary`: what holds for all of them.
- `linking` and `judging`: where links lead and how words read; `texts`: the text of each card.
- `entries`: a card's facts in all its languages; `organisations`: which one a name means.
- `projects`, `stories` and `pages`: the things themselves.
- `templates`: what nobody has filled in yet, told of once for each card.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from insyn.model.drafts import Drafts, find_drafts
from insyn.model.facts import Findings, read_facts
from insyn.model.fields import KINDS, translation_of
from insyn.model.loading.entries import Entry, Reader
from insyn.model.loading.glossary import read_glossary
from insyn.model.loading.judging import explained_words
from insyn.model.loading.organisations import read_organisations, typed_names
from insyn.model.loading.pages import read_notice, read_page
from insyn.model.loading.pairing import easy_texts, pair, same_counts, unread_originals
from insyn.model.loading.projects import in_phases, read_project, tell_of_twins
from insyn.model.loading.settings import read_site, spellings, typed_languages
from insyn.model.loading.stories import read_story
from insyn.model.loading.templates import told_together
from insyn.model.loading.texts import TextMemory, read_texts
from insyn.model.portfolio import CardReference, Portfolio
from insyn.model.statement import read_statement
from insyn.model.values import Surroundings
from insyn.plain import USUAL
from insyn.problem import Problem
from insyn.source import GLOSSARY_FILE, STATEMENT_FILE, Card, Sources

__all__ = ["TextMemory", "load", "surroundings_of"]


def load(
    sources: Sources, memory: TextMemory | None = None, *, with_drafts: bool = False
) -> tuple[Portfolio | None, tuple[Problem, ...]]:
    """The portfolio in `sources`, and every problem with it (the sources' own among them).

    What is wrong in a card is left out of it; a card that then lacks a fact it must have is left
    out of the portfolio.  Without a usable `site.yaml` there is no portfolio.  Whether to go on in
    spite of problems is the caller's choice.  Drafts are left out, but `with_drafts`.
    """
    findings = Findings(list(sources.problems))
    site = read_site(sources, findings)
    languages = site.languages if site else typed_languages(sources)
    paired = pair(sources, languages, findings)
    easy = easy_texts(sources, languages, paired, findings)
    glossary = read_glossary(sources, languages, findings)
    unread = unread_originals(sources)
    known = {kind: frozenset(cards) | unread[kind] for kind, cards in paired.items()}
    surroundings = Surroundings(
        choices=spellings(site) if site else {},
        cards=known,
        media=frozenset(sources.media),
    )
    statement = (
        read_statement(sources.statement, languages, surroundings, findings)
        if sources.statement
        else None
    )
    explained = explained_words(sources, glossary)
    drafts = find_drafts(sources.cards, shown=with_drafts)
    findings.problems += drafts.problems(sources.cards)
    limits = site.plain_language if site else USUAL
    texts = read_texts(
        sources, languages[0], known, explained, limits, drafts, memory or TextMemory()
    )
    reader = Reader(languages[0], sources, known, texts, findings)
    entries = _entries(paired, easy, surroundings, drafts, reader)
    organisations = read_organisations(entries["organisations"], typed_names(entries), reader)
    if site is None:
        for kind in ("projects", "stories", "pages", "notices"):
            for entry in entries[kind].values():
                reader.text(entry)
        return None, _told(findings, sources)
    tell_of_twins(entries["projects"], findings)
    projects = {
        slug: read_project(entry, reader, site, organisations)
        for slug, entry in entries["projects"].items()
    }
    stories = {
        slug: read_story(entry, reader, organisations) for slug, entry in entries["stories"].items()
    }
    portfolio = Portfolio(
        site=site,
        projects=in_phases(projects, entries["projects"], findings),
        stories=stories,
        organisations=dict(sorted(organisations.by_slug.items())),
        pages={slug: read_page(entry, reader) for slug, entry in entries["pages"].items()},
        media=sources.media,
        sizes={
            path: real.stat().st_size
            for path, real in sources.media.items()
            if path.startswith("documents/")
        },
        notices={slug: read_notice(entry, reader) for slug, entry in entries["notices"].items()},
        left_out=_left_out(known, entries, findings, glossary=glossary, statement=statement),
        glossary=glossary,
        statement=statement,
        translated={
            entry.card.file: {code: card.file for code, card, _ in entry.translations}
            for cards in entries.values()
            for entry in cards.values()
            if entry.translations
        },
        readings={file: reading for file, (_, _, reading) in texts.items()},
        drafts=drafts.names if with_drafts else frozenset(),
    )
    return portfolio, _told(findings, sources)


def _entries(
    paired: Mapping[str, Mapping[str, tuple[Card, Mapping[str, Card]]]],
    easy: Mapping[tuple[str, str], Mapping[str, Card]],
    surroundings: Surroundings,
    drafts: Drafts,
    reader: Reader,
) -> dict[str, dict[str, Entry]]:
    """The cards whose facts hold, by kind and slug.  Of the others the texts are judged too."""
    findings = reader.findings
    entries: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
    for kind, cards in paired.items():
        model = KINDS[kind]
        for slug in sorted(cards):
            card, translations = cards[slug]
            facts = read_facts(card, model, findings, surroundings)
            read: list[tuple[str, Card, Any]] = []
            for language in sorted(translations):
                translation = translations[language]
                told = read_facts(
                    translation, translation_of(model), findings, surroundings, original=model
                )
                if told is not None and same_counts(card, translation, findings):
                    read.append((language, translation, told))
                else:
                    reader.rendered(translation)
            plain = tuple(
                (language, text)
                for language, written in sorted(easy.get((kind, slug), {}).items())
                if (text := reader.easy(written))
            )
            if facts is not None and (drafts.shown or f"{kind}/{slug}" not in drafts.names):
                entries[kind][slug] = Entry(card, facts, tuple(read), plain)
            else:
                for one in (card, *(translation for _, translation, _ in read)):
                    reader.rendered(one)
    return entries


def surroundings_of(sources: Sources) -> Surroundings:
    """What the cards of `sources` may choose, as far as the site's settings can be read."""
    site = read_site(sources, Findings())
    return Surroundings(choices=spellings(site) if site else {}, media=frozenset(sources.media))


def _left_out(
    known: Mapping[str, frozenset[str]],
    entries: Mapping[str, Mapping[str, Entry]],
    findings: Findings,
    **alone: object,
) -> frozenset[CardReference]:
    """The cards that are there but in no portfolio, because of a problem: links to them are right.

    `alone` are the glossary and the statement, by the names that links have for them.
    """
    cards = {
        CardReference(kind, slug)
        for kind, slugs in known.items()
        for slug in slugs
        if slug not in entries[kind]
    }
    wrong = {problem.place.file for problem in findings.problems}
    files = {"glossary": GLOSSARY_FILE, "statement": STATEMENT_FILE}
    return frozenset(cards) | {
        CardReference(name, "")
        for name, found in alone.items()
        if not found and f"content/{files[name]}" in wrong
    }


def _told(findings: Findings, sources: Sources) -> tuple[Problem, ...]:
    """The problems, sorted, each once.

    Where a card's facts do not end, nobody knows which are missing: the end is all that is told.
    """
    endless = {p.place.file for p in findings.problems if p.code == "front-matter-unclosed"}
    missing = {"field-missing", "field-missing-choice", "field-missing-group"}
    # A field that only lacks its colon is not told of once more as missing.
    without_colon = {
        (problem.place.file, (dict(problem.values)["typed"].split() or [""])[0])
        for problem in findings.problems
        if problem.code == "colon-missing"
    }
    return tuple(
        sorted(
            problem
            for problem in told_together(set(findings.problems), sources.cards)
            if problem.code not in missing
            or not (
                problem.place.file in endless
                or (problem.place.file, dict(problem.values)["field"]) in without_colon
            )
        )
    )
