"""Notices: the page that lists those of today, and which of them another page shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from insyn.model.portfolio import Notice
from insyn.pages import views
from insyn.pages.drafting import Draft, Drafting
from insyn.problem import Origin

# What has no room for them: the list itself, and a page that sends its visitor on.
_WITHOUT = frozenset({"notice-list", "redirect"})


@dataclass(frozen=True)
class NoticePages(Drafting):
    """The notices in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The list, where the site has ever had notices: its address stays while none is shown."""
        if not self.portfolio.notices:
            return
        entries = tuple(
            views.NoticeEntry(
                self._views[notice.slug],
                tuple(
                    self.parts.project_link(self.portfolio.projects[slug])
                    for slug in notice.projects
                    if slug in self.portfolio.projects
                ),
            )
            for notice in self._current
        )
        draft = self.area(
            "notices",
            "notice-list",
            self.say("What you need to know right now."),
            views.NoticeListView(entries),
        )
        origins = tuple(o for notice in self._current for o in self._origins(notice))
        yield replace(draft, origins=origins)

    def on(self, draft: Draft) -> views.NoticeBand:
        """The notices that a page shows."""
        return views.NoticeBand(
            tuple(self._views[notice.slug] for notice in self._shown(draft)),
            self.addresses.area("notices"),
        )

    def origins_on(self, draft: Draft) -> tuple[tuple[str, Origin], ...]:
        """Where the links in the notices of a page are typed."""
        return tuple(o for notice in self._shown(draft) for o in self._origins(notice))

    @cached_property
    def _current(self) -> tuple[Notice, ...]:
        """The notices of today: the important ones first, then the newest."""
        today = self.parts.today
        return tuple(
            sorted(
                (each for each in self.portfolio.notices.values() if each.is_current(today)),
                key=lambda each: (
                    each.severity != "important",
                    -each.first.toordinal(),
                    each.slug,
                ),
            )
        )

    @cached_property
    def _views(self) -> Mapping[str, views.Notice]:
        return {notice.slug: self._view(notice) for notice in self._current}

    def _shown(self, draft: Draft) -> Iterator[Notice]:
        if draft.kind in _WITHOUT:
            return
        project = draft.key[1] if draft.key[0] == "projects" and draft.file else ""
        for notice in self._current:
            here = notice.on_start_page if draft.kind == "start" else project in notice.projects
            if notice.is_everywhere or here:
                yield notice

    def _view(self, notice: Notice) -> views.Notice:
        parts = self.parts
        html, html_language = "", self.language.code
        if notice.text:
            sections, html_language = parts.text(notice.text)
            html = "".join(section.html for section in sections)
        return views.Notice(
            slug=notice.slug,
            digest=_digest(notice),
            title=parts.words(notice.title),
            html=html,
            html_language=html_language,
            important=notice.severity == "important",
            first=notice.first,
            last=notice.last,
        )

    def _origins(self, notice: Notice) -> tuple[tuple[str, Origin], ...]:
        return self.parts.origins(notice.text) if notice.text else ()


def _digest(notice: Notice) -> str:
    """What changes with the words of a notice in any language, but not with its dates."""
    words = [notice.severity, *(text for _, text in notice.title.versions)]
    for _, text in notice.text.versions if notice.text else ():
        words += [section.html for section in text.sections]
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:10]
