"""Which projects belong together although no editor has said so, and why.

Pure, and linear in the number of projects: a project is only compared with the few that begin
nearest in time among those that it shares something with.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from insyn.model.portfolio import Project
from insyn.model.register import Municipality

AT_MOST = 5
"""So many projects are found for each."""

Reason = Literal["owner-place-area", "owner", "place-area"]
REASONS: tuple[Reason, ...] = ("owner-place-area", "owner", "place-area")
"""Why two projects are alike, the best reason first."""

Moment = tuple[int, str]  # the first day and the slug: the order in which projects begin


def _moment(project: Project) -> Moment:
    return project.period.start.toordinal(), project.slug


def _places(project: Project) -> tuple[Hashable, ...]:
    """Where a project is: its municipalities, or its region where it names none."""
    return project.municipalities or (project.region,)


def _shared(project: Project, reason: Reason) -> Iterator[Hashable]:
    """What another project must have too, to be alike for this reason."""
    area = project.programme_area.key
    match reason:
        case "owner":
            yield (reason, project.owner)
        case "place-area":
            for place in _places(project):
                yield (reason, place, area)
        case "owner-place-area":
            for place in _places(project):
                yield (reason, project.owner, place, area)


@dataclass(frozen=True, slots=True)
class Kin:
    """Another project, why it is alike, and the municipalities that they share."""

    slug: str
    reason: Reason
    municipalities: tuple[Municipality, ...]


class Kinship:
    """All projects, indexed by what they share."""

    def __init__(self, projects: Iterable[Project]) -> None:
        self._projects: Mapping[str, Project] = {project.slug: project for project in projects}
        found: dict[Hashable, list[Moment]] = {}
        for project in self._projects.values():
            for reason in REASONS:
                for key in _shared(project, reason):
                    found.setdefault(key, []).append(_moment(project))
        # Both ways in time, so that of those who begin on one day the same come first in either.
        self._later = {key: sorted(moments) for key, moments in found.items()}
        self._earlier = {
            key: sorted((-day, slug) for day, slug in moments) for key, moments in found.items()
        }

    def kin(self, project: Project, without: Iterable[str] = ()) -> tuple[Kin, ...]:
        """At most `AT_MOST` projects like this one: best reason first, then nearest in time.

        Those in `without` are left out, and so is the project itself.
        """
        left_out = {project.slug, *without}
        day = project.period.start.toordinal()
        found: dict[str, Kin] = {}
        for reason in REASONS:
            near = {
                moment
                for key in _shared(project, reason)
                for moment in self._near(key, day, len(left_out) + AT_MOST)
            }
            for _, slug in sorted(near, key=lambda moment: (abs(moment[0] - day), moment[1])):
                if len(found) == AT_MOST:
                    return tuple(found.values())
                if slug not in found and slug not in left_out:
                    places = self._projects[slug].municipalities
                    shared = tuple(place for place in project.municipalities if place in places)
                    found[slug] = Kin(slug, reason, shared)
        return tuple(found.values())

    def _near(self, key: Hashable, day: int, count: int) -> Iterator[Moment]:
        """Those that begin next after a day or on it, and next before it: `count` of either."""
        later, earlier = self._later[key], self._earlier[key]
        here = bisect_left(later, (day, ""))
        yield from later[here : here + count]
        here = bisect_left(earlier, (1 - day, ""))
        yield from ((-opposite, slug) for opposite, slug in earlier[here : here + count])


def phases(projects: Mapping[str, Project]) -> Mapping[str, tuple[Project, ...]]:
    """For each project that has an earlier or later phase: all phases of the effort, in order.

    A phase stands after the one that it continues; those that continue the same stand by date.
    """
    depth: dict[str, tuple[str, int]] = {}  # the effort's first project, and how far from it

    def placed(slug: str) -> tuple[str, int]:
        way: list[str] = []
        while slug not in depth and projects[slug].continues in projects:
            way.append(slug)
            slug = projects[slug].continues
        first, steps = depth.setdefault(slug, (slug, 0))
        for step, later in enumerate(reversed(way), start=1):
            depth[later] = (first, steps + step)
        return depth[way[0]] if way else (first, steps)

    efforts: dict[str, list[tuple[int, Moment]]] = {}
    for slug, project in projects.items():
        first, steps = placed(slug)
        efforts.setdefault(first, []).append((steps, _moment(project)))
    found: dict[str, tuple[Project, ...]] = {}
    for effort in efforts.values():
        if len(effort) > 1:
            chain = tuple(projects[slug] for _, (_, slug) in sorted(effort))
            found |= dict.fromkeys((project.slug for project in chain), chain)
    return found
