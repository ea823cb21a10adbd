"""What a change brings, without making the pages that it leaves as they are.

A page follows from its plan alone, and planning takes a small part of the time that making takes.
So the site is planned as it was and as it is, and made are only the pages that are not the same in
both, and those with links that somebody has typed: what such a link leads to may have changed.
Whatever is wrong on any other page was wrong there before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from insyn.build import Making, Memory, Website, lay_ground
from insyn.problem import Problem


def compare(
    now: Path,
    before: Path,
    files: Collection[str],
    *,
    today: date,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[Website, tuple[Problem, ...]]:
    """The site in the folder `now`, and the problems of the one in `before`.

    Of both only what tells the problems in `files`, and which of the others are new.
    """
    memory = Memory()
    progress("read")
    ground = lay_ground(now, today=today, memory=memory)
    old = lay_ground(before, today=today, memory=memory)
    if isinstance(ground, Website):
        return ground, old.problems
    progress("plan")
    making = Making(ground)
    if isinstance(old, Website):
        return making.finish(progress), old.problems
    was = Making(old)
    website = making.look_at(making.differing(was) | making.typed, progress)
    new = {problem for problem in website.problems if problem.place.file not in files}
    if new <= set(was.problems):
        return website, was.problems
    return website, was.look_at(was.differing(making) | was.typed).problems
