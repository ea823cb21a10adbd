"""Organisations, and which one a name means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from insyn.model.facts import Findings
from insyn.model.fields import OrganisationFields, ProjectFields
from insyn.model.loading.entries import Entry, Reader
from insyn.model.portfolio import Organisation, Translated
from insyn.model.values import listed
from insyn.problem import Place, folded, nearest
from insyn.slugs import LONGEST_NAME, slugify

# So near to the name of an organisation that it is likely to be a slip of the pen.
_SLIP = 0.92
# What makes one name look like several.  Many a name has an "and" in it: so after one only a
# public body says so.
_SEVERAL = re.compile(r"[,;] | (?:och|and|&) (?:Region [A-ZÅÄÖ]|[A-ZÅÄÖ].*\b(?:kommun|stad)$)")


@dataclass(slots=True)
class Organisations:
    """The organisations, found by any of their names.  Names without a file are added as met."""

    first: str
    by_slug: dict[str, Organisation]
    by_name: dict[str, str]
    typed: frozenset[str]
    """The names that cards give, folded: they are known whichever card is read first."""
    findings: Findings

    def _known(self, name: str) -> bool:
        return folded(name) in self.by_name or folded(name) in self.typed

    def find(self, name: str, place: Place, *, alone_in: str = "") -> str:
        """The slug of the organisation called `name`; a new one if nobody has that name.

        `alone_in` is the list in which it stands alone, on the line of the field: may be that
        several were meant.
        """
        found = self.by_name.get(folded(name), "")
        if found and self.by_slug[found].file:
            return found
        parts = listed(name)
        if len(parts) > 1 and all(self._known(part) for part in parts):
            self.findings.add(place, "organisations-on-one-line", value=name)
        elif alone_in and _SEVERAL.search(name):
            self.findings.add(place, "names-on-one-line", field=alone_in, typed=name)
        elif not found and (near := nearest(name, self._names(), _SLIP)):
            self.findings.add(place, "organisation-name-near", value=name, nearest=near)
        return found or self._add(name)

    def _names(self) -> list[str]:
        return [organisation.name.versions[0][1] for organisation in self.by_slug.values()]

    def _add(self, name: str) -> str:
        slug = slugify(name, LONGEST_NAME) or "organisation"
        unique, number = slug, 2
        while unique in self.by_slug:
            unique, number = f"{slug}-{number}", number + 1
        self.by_slug[unique] = Organisation(unique, Translated(((self.first, name),)))
        self.by_name[folded(name)] = unique
        return unique

    def find_all(self, names: Sequence[str], name: str, entry: Entry) -> tuple[str, ...]:
        """The slugs of the `names` that stand in the field `name`, each once."""
        alone_in = name if isinstance(entry.card.fields.get(name), str) else ""
        found = (
            self.find(text, entry.card.place((name, index)), alone_in=alone_in)
            for index, text in enumerate(names)
        )
        return tuple(dict.fromkeys(found))


def read_organisations(
    entries: Mapping[str, Entry], typed: frozenset[str], reader: Reader
) -> Organisations:
    """The organisations that have cards; `typed` are the names that other cards give."""
    findings = reader.findings
    by_name: dict[str, str] = {}
    claimed: dict[str, tuple[Place, str]] = {}
    for slug, entry in entries.items():
        facts: OrganisationFields = entry.facts
        names: list[tuple[str, tuple[str | int, ...]]] = [(facts.title, ("title",))]
        names += [(alias, ("aliases", i)) for i, alias in enumerate(facts.aliases)]
        names += [(typed, ("also_typed", i)) for i, typed in enumerate(facts.also_typed)]
        for name, path in names:
            owner = by_name.setdefault(folded(name), slug)
            first, first_name = claimed.setdefault(folded(name), (entry.card.place(path), name))
            if owner != slug:
                # Nobody can know in which of the two files the mistake is.
                code, here = "organisation-name-claimed-twice", entry.card.place(path)
                findings.add(here, code, value=name, other=first.file)
                findings.add(first, code, value=first_name, other=here.file)
    for slug in entries:
        by_name.setdefault(slug, slug)
    by_slug: dict[str, Organisation] = {}
    for slug, entry in entries.items():
        facts = entry.facts
        part_of = by_name.get(folded(facts.part_of or ""), "")
        if facts.part_of and not part_of:
            findings.add(
                entry.card.place(("part_of",)),
                "organisation-unknown",
                value=facts.part_of,
                nearest=nearest(facts.part_of, [other.facts.title for other in entries.values()]),
            )
        by_slug[slug] = Organisation(
            slug=slug,
            name=reader.words(entry, "title"),
            aliases=facts.aliases,
            also_typed=facts.also_typed,
            kind=facts.kind,
            municipality=facts.municipality,
            part_of="" if part_of == slug else part_of,
            website=facts.website or "",
            email=facts.email or "",
            phone=facts.phone or "",
            text=reader.text(entry) if entry.card.body.strip() else None,
            file=entry.card.file,
        )
    return Organisations(reader.first, by_slug, by_name, typed, findings)


def typed_names(entries: Mapping[str, Mapping[str, Entry]]) -> frozenset[str]:
    """The names of organisations in projects and stories, folded."""
    names: list[str] = []
    for entry in entries["projects"].values():
        facts: ProjectFields = entry.facts
        names += [facts.owner, *facts.co_funders, *facts.partners]
    for entry in entries["stories"].values():
        names += entry.facts.organisations
    return frozenset(folded(name) for name in names)
