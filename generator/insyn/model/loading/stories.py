"""Stories."""

from __future__ import annotations

from insyn.model.fields import StoryFields
from insyn.model.loading.entries import Entry, Reader
from insyn.model.loading.organisations import Organisations
from insyn.model.portfolio import Figure, Person, Story


def read_story(entry: Entry, reader: Reader, organisations: Organisations) -> Story:
    """A story, with the organisations and projects that it tells of."""
    facts: StoryFields = entry.facts
    return Story(
        slug=entry.card.slug,
        file=entry.card.file,
        title=reader.words(entry, "title"),
        summary=reader.words(entry, "summary"),
        municipalities=tuple(dict.fromkeys(facts.municipalities)),
        place=facts.place or "",
        organisations=organisations.find_all(facts.organisations, "organisations", entry),
        projects=tuple(dict.fromkeys(facts.projects)),
        people=tuple(
            Person(person.name, reader.words_or_none(entry, "people", index, "role"))
            for index, person in enumerate(facts.people)
        ),
        figures=tuple(
            Figure(
                what=reader.words(entry, "figures", index, "what"),
                number=figure.number,
                unit=reader.words_or_none(entry, "figures", index, "unit"),
            )
            for index, figure in enumerate(facts.figures)
        ),
        source=reader.source(entry),
        related=reader.related(facts.related),
        aliases=entry.aliases,
        text=reader.text(entry),
        picture=reader.picture(entry),
        other_forms=reader.other_forms(entry),
    )
