"""The page of notices."""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import Link, Notice


@dataclass(frozen=True, slots=True)
class NoticeEntry:
    """A notice in the list of all, and the projects that it is about, if it is for theirs alone."""

    notice: Notice
    projects: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NoticeListView:
    """The notices of today (`pages/notice-list.html`)."""

    notices: tuple[NoticeEntry, ...]
