"""The model's own words, which a catalogue for another language than Swedish translates."""

from __future__ import annotations

from collections.abc import Iterator

from insyn.model.fields import (
    DOCUMENT_KINDS,
    ORGANISATION_KINDS,
    Fields,
    OrganisationFields,
    ProjectFields,
    StoryFields,
    about,
)
from insyn.model.register import load_register

# The fields whose labels stand on pages.
_LABELS: dict[type[Fields], str] = {
    ProjectFields: "owner programme_area phase target_groups period region municipalities "
    "participants",
    StoryFields: "people place municipalities projects organisations",
    OrganisationFields: "kind municipality part_of website phone email aliases",
}


def translatable_words() -> Iterator[tuple[str, str]]:
    """Each word in English, after its context: a "choice" or label of a field, or a "place".

    A municipality keeps its name, so only what stands beside it is a word.
    """
    labels = [about(model, name).en for model, names in _LABELS.items() for name in names.split()]
    kinds = [en for words in (ORGANISATION_KINDS, DOCUMENT_KINDS) for _, en in words.values()]
    yield from (("choice", word) for word in dict.fromkeys((*labels, *kinds)))
    register = load_register()
    regions = (region.name_en for region in register.regions.values())
    counties = (county.name_en for county in register.counties.values())
    yield from (("place", name) for name in dict.fromkeys((*regions, *counties)))
    yield "place", "%(name)s Municipality"
