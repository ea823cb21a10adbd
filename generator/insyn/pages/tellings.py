"""Which stories tell of what, and why: of projects, organisations, municipalities and wider."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from insyn.model.portfolio import CardReference, Project, Story
from insyn.model.register import County, Municipality, Region

Reason = Literal["belongs", "chosen", "takes-part", "named", "place"]
Thing = TypeVar("Thing", bound=Hashable)

Reasons = Callable[[Story], Iterable[tuple[Thing, Reason]]]

_ORGANISATION = "card:organisations/"


@dataclass(frozen=True, slots=True)
class Telling:
    """A story that tells of something, and the reason to say so."""

    story: Story
    reason: Reason


@dataclass(frozen=True)
class Tellings:
    """The stories by what they tell of.  `stories` are in the order to show.

    Projects and organisations go by slug.  What no story tells of is left out.
    """

    stories: Sequence[Story]
    projects: Mapping[str, Project]

    @cached_property
    def of_project(self) -> Mapping[str, tuple[Telling, ...]]:
        """First the stories that belong to a project, then those that it or they choose."""
        chosen: dict[str, list[str]] = {}
        for project in self.projects.values():
            for card in project.related:
                if card.kind == "stories":
                    chosen.setdefault(card.slug, []).append(project.slug)

        def reasons(story: Story) -> Iterable[tuple[str, Reason]]:
            yield from ((slug, "belongs") for slug in story.projects)
            yield from ((slug, "chosen") for slug in _projects(story.related))
            yield from ((slug, "chosen") for slug in chosen.get(story.slug, ()))

        found = self._by(reasons)
        return {slug: tuple(sorted(told, key=_belongs_first)) for slug, told in found.items()}

    @cached_property
    def of_organisation(self) -> Mapping[str, tuple[Telling, ...]]:
        """First the stories in which an organisation takes part, then those that name it."""

        def reasons(story: Story) -> Iterable[tuple[str, Reason]]:
            yield from ((slug, "takes-part") for slug in story.organisations)
            for _, text in story.text.versions:
                for reference in text.references:
                    if reference.address.startswith(_ORGANISATION):
                        slug = reference.address.removeprefix(_ORGANISATION).partition("#")[0]
                        yield slug, "named"

        found = self._by(reasons)
        return {slug: tuple(sorted(told, key=_belongs_first)) for slug, told in found.items()}

    @cached_property
    def of_municipality(self) -> Mapping[Municipality, tuple[Telling, ...]]:
        """The stories from a municipality."""
        return self._by(lambda story: ((place, "place") for place in story.municipalities))

    @cached_property
    def of_county(self) -> Mapping[County, tuple[Telling, ...]]:
        """The stories from a county."""
        return self._by(lambda story: ((place.county, "place") for place in story.municipalities))

    @cached_property
    def of_region(self) -> Mapping[Region, tuple[Telling, ...]]:
        """The stories from a region."""
        return self._by(lambda story: ((place.region, "place") for place in story.municipalities))

    def _by(self, reasons: Reasons[Thing]) -> dict[Thing, tuple[Telling, ...]]:
        """The stories by thing, each once, with the first of its reasons."""
        found: dict[Thing, list[Telling]] = {}
        for story in self.stories:
            first: dict[Thing, Reason] = {}
            for thing, reason in reasons(story):
                first.setdefault(thing, reason)
            for thing, reason in first.items():
                found.setdefault(thing, []).append(Telling(story, reason))
        return {thing: tuple(tellings) for thing, tellings in found.items()}


def _projects(cards: Iterable[CardReference]) -> Iterable[str]:
    return (card.slug for card in cards if card.kind == "projects")


def _belongs_first(telling: Telling) -> bool:
    return telling.reason in {"chosen", "named"}
