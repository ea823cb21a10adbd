"""Some of the projects, under a name and an address."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.model.portfolio import Project


@dataclass(frozen=True, slots=True)
class Selection:
    """The projects that have something in common: a phase, a place, an owner.

    `key` is the same in all languages.  `title` is what a page about them is called ("Projects in
    the phase Implementation"), `name` what a link among others of its sort is ("Implementation").
    `url` is the first page of the list, `feed` and `csv` are its files for machines.
    The projects that begin latest stand first.
    """

    key: tuple[str, ...]
    name: str
    title: str
    url: str
    feed: str
    csv: str
    projects: tuple[Project, ...]
