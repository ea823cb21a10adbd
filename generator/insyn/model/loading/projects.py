"""Projects, and what holds between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from insyn.model.facts import Findings
from insyn.model.fields import (
    SIDES,
    AccessibilityFields,
    ContactFields,
    DocumentFields,
    ProjectFields,
)
from insyn.model.loading.entries import Entry, Reader
from insyn.model.loading.organisations import Organisations
from insyn.model.portfolio import (
    Contact,
    Document,
    Funding,
    Participants,
    Period,
    Project,
    Site,
    Target,
)
from insyn.problem import folded

# So many years are hardly meant: a slip in a year, or 9999 for an end that nobody knows.
_LONG = 30

# Sweden's first projects with money from the EU began in 1995; what is planned ends soon enough.
_LIKELY_YEARS = (1990, 2050)
_NUMBERED = re.compile(
    r"(?:dnr|diarienummer|nr|no)\b\W*\S*\d|\d{4}[-/]\d{5,}|\d{6,}", re.IGNORECASE
)


def read_project(entry: Entry, reader: Reader, site: Site, organisations: Organisations) -> Project:
    """A project, with what its facts say against each other."""
    facts: ProjectFields = entry.facts
    card = entry.card
    for index, place in enumerate(facts.municipalities):
        if place.region != facts.region:
            reader.findings.add(
                card.place(("municipalities", index)),
                "municipality-outside-region",
                value=place.name,
                region_sv=place.region.name_sv,
                region_en=place.region.name_en,
                given_sv=facts.region.name_sv,
                given_en=facts.region.name_en,
            )
    period = Period(facts.period.start, facts.period.end)
    if period.end and period.end.year - period.start.year > _LONG:
        findings, years = reader.findings, period.end.year - period.start.year
        findings.add(
            card.place(("period", "end")), "period-long", years=years, start=period.start.year
        )
    for name, day in (("start", period.start), ("end", period.end)):
        if day and not _LIKELY_YEARS[0] <= day.year <= _LIKELY_YEARS[1]:
            told = {problem.place for problem in reader.findings.problems}
            # Of a period that is too long all is said already.
            if (at := card.place(("period", name))) not in told:
                reader.findings.add(at, "year-unlikely", year=day.year)
            break
    funding = facts.funding
    given: list[tuple[tuple[str | int, ...], ContactFields]] = [
        *([(("contact",), facts.contact)] if facts.contact else []),
        *((("other_contacts", index), one) for index, one in enumerate(facts.other_contacts)),
    ]
    sides = facts.accessibility or AccessibilityFields()
    return Project(
        slug=card.slug,
        file=card.file,
        title=reader.words(entry, "title"),
        summary=reader.words(entry, "summary"),
        programme_area=next(c for c in site.programme_areas if c.key == facts.programme_area),
        phase=next(c for c in site.phases if c.key == facts.phase),
        target_groups=tuple(c for c in site.target_groups if c.key in facts.target_groups),
        owner=organisations.find(facts.owner, card.place(("owner",))),
        contacts=tuple(
            Contact(
                name=contact.name or "",
                role=reader.words_or_none(entry, *path, "role"),
                email=contact.email or "",
                phone=contact.phone or "",
            )
            for path, contact in given
            if contact.name or contact.email or contact.phone
        ),
        funding=Funding(funding.eu, funding.total) if funding else Funding(),
        period=period,
        region=facts.region,
        municipalities=tuple(dict.fromkeys(facts.municipalities)),
        co_funders=organisations.find_all(facts.co_funders, "co_funders", entry),
        partners=organisations.find_all(facts.partners, "partners", entry),
        participants=Participants(facts.participants.planned, facts.participants.reached)
        if facts.participants
        else Participants(),
        targets=tuple(
            Target(
                what=reader.words(entry, "targets", index, "what"),
                target=target.target,
                unit=reader.words_or_none(entry, "targets", index, "unit"),
                minimum=target.minimum,
                result=target.result,
            )
            for index, target in enumerate(facts.targets)
        ),
        accessibility=tuple(
            (side, reader.words(entry, "accessibility", side))
            for side in SIDES
            if getattr(sides, side)
        ),
        source=reader.source(entry),
        continues=facts.continues or "",
        related=reader.related(facts.related),
        aliases=entry.aliases,
        documents=tuple(
            Document(
                title=reader.words(entry, "documents", index, "title"),
                media=document.file or "",
                address=document.address or "",
                size=reader.sources.media[document.file].stat().st_size if document.file else None,
                kind=document.kind,
                language=document.language or reader.first,
                format=_format(document),
            )
            for index, document in enumerate(facts.documents)
        ),
        text=reader.text(entry),
        picture=reader.picture(entry),
        other_forms=reader.other_forms(entry),
    )


def _format(document: DocumentFields) -> str:
    """The ending of a file as "PDF", else what the card says of an address."""
    ending = (document.file or "").rpartition("/")[2].rpartition(".")
    return ending[2].upper() if ending[0] else document.format or ""


def tell_of_twins(entries: Mapping[str, Entry], findings: Findings) -> None:
    """Tell of cards that two people may have made of the same thing: the same title, or number.

    One that goes on with another may be called the same.
    """
    titles: dict[str, Entry] = {}
    numbers: dict[str, Entry] = {}
    for entry in entries.values():
        facts, card = entry.facts, entry.card
        other = titles.setdefault(folded(facts.title), entry)
        if other is not entry and not _goes_on(entry, other):
            line, title = other.card.place(("title",)).line, facts.title
            values = {"title": title, "other": other.card.file, "line": line}
            findings.add(card.place(("title",)), "title-twice", **values)
            continue
        reference = (facts.source and facts.source.reference) or ""
        if not _NUMBERED.search(reference):
            continue
        other = numbers.setdefault(folded(reference), entry)
        if other is not entry and not _goes_on(entry, other):
            line = other.card.place(("source", "reference")).line
            values = {"reference": reference, "other": other.card.file, "line": line}
            findings.add(card.place(("source", "reference")), "reference-twice", **values)


def _goes_on(one: Entry, other: Entry) -> bool:
    named = {getattr(one.facts, "continues", None), getattr(other.facts, "continues", None)}
    return bool(named & {one.card.slug, other.card.slug})


def in_phases(
    projects: Mapping[str, Project], entries: Mapping[str, Entry], findings: Findings
) -> dict[str, Project]:
    """The projects, where `continues` leads to an earlier one and never in a circle.

    A card that was left out is nobody's earlier phase.
    """
    earlier = {
        slug: project.continues
        for slug, project in projects.items()
        if project.continues in projects
    }
    settled: set[str] = set()
    for first in projects:
        way: dict[str, None] = {}
        slug = first
        while slug in earlier and slug not in settled and slug not in way:
            way[slug] = None
            slug = earlier[slug]
        if slug in way:
            circle = list(way)[list(way).index(slug) :]
            for one in circle:
                place, other = entries[one].card.place(("continues",)), earlier.pop(one)
                code = "continues-itself" if other == one else "continues-in-a-circle"
                findings.add(place, code, value=other)
        settled |= way.keys()
    for slug, before in earlier.items():
        start, begun = projects[slug].period.start, projects[before].period.start
        if start < begun:
            findings.add(
                entries[slug].card.place(("continues",)),
                "continues-a-later-one",
                value=before,
                start=start,
                other=begun,
            )
    return {
        slug: replace(project, continues=earlier.get(slug, ""))
        for slug, project in projects.items()
    }
