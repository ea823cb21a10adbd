"""Notices: on the pages that they are for, and all together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from insyn.pages.views.frame import Link, Text


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know for a time.

    `html` is safe and may be empty.  Whoever puts the notice away has done so for its `digest`:
    when the words change it is there again.
    """

    slug: str
    digest: str
    title: Text
    html: str
    html_language: str
    important: bool
    first: date  # the first day on which it is shown
    last: date  # the last day


@dataclass(frozen=True, slots=True)
class NoticeEntry:
    """A notice in the list of all, and the projects that it is about, if it is for theirs alone."""

    notice: Notice
    projects: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NoticeListView:
    """The notices of today (`pages/notice-list.html`)."""

    notices: tuple[NoticeEntry, ...]
