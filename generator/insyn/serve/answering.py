"""What to answer a browser: a page of the site, a file, or one of the preview's own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, unquote

from insyn.index import FOLDER as SEARCH_FOLDER
from insyn.serve.listening import Answer
from insyn.serve.panel import OWN, PANEL, SCRIPT, SOURCE, Frame
from insyn.serve.showing import Preview, Shown, digest

# The system's own list would make the answers differ from computer to computer.
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml; charset=utf-8",
}
_HTML = _TYPES[".html"]

# A file with a digest in its name never changes, and a font fetched anew would flicker.
_KEPT = re.compile(r"/assets/.*\.[0-9a-f]{10}\.\w+$")

_LARGEST = 1_048_576
"""Bytes of a file whose lines are shown."""


class Desk:
    """Answers from what the preview shows.  `site` is the folder whose files it may show."""

    def __init__(self, preview: Preview, frame: Frame, site: Path) -> None:
        self._preview = preview
        self._frame = frame
        self._content = site / "content"

    @property
    def closed(self) -> bool:
        """Is there nothing more to hear?"""
        return self._preview.closed

    def close(self) -> None:
        """Let go of all who wait."""
        self._preview.close()

    def answer(self, path: str, query: str) -> Answer | None:
        """The answer to a request for `path` with `query`, both as they are in the address.

        It waits for the first site, and is `None` where the preview ends before.
        """
        place = unquote(path).removeprefix("/")
        if place.startswith(f"{SEARCH_FOLDER}/"):
            content = self._preview.search.find(place)
            return _file(place, content) if content is not None else Answer(HTTPStatus.NOT_FOUND)
        shown = self._preview.shown()
        if shown is None:
            return None
        if not _is_page(place) and not path.startswith(OWN) and shown.edition.find(place) is None:
            # Feeds, data and the like are made last.
            shown = self._preview.settled()
        if shown is None:
            return None
        with self._preview.answering():
            return self._own(shown, path, query) or _of_site(shown, self._frame, path, query)

    def changes(self, query: str, seconds: float) -> Iterator[str]:
        """News for the window that shows the `page` of the query as it was when it was `seen`.

        "page" where the page has changed, "panel" where something else is told of it than what was
        `told`; an empty text after so many `seconds` without either.
        """
        asked = parse_qs(query)
        page, seen, told = (asked.get(name, [""])[0] for name in ("page", "seen", "told"))
        place = _place(page)

        def news(shown: Shown) -> str:
            if _seen(shown, self._frame, page) != seen:
                return "page"
            return "panel" if told and self._told(shown, place) != told else ""

        with self._preview.looked_at(place):
            while not self.closed:
                yield self._preview.wait_for(news, seconds)

    def _own(self, shown: Shown, path: str, query: str) -> Answer | None:
        """A page or file of the preview's own."""
        frame = self._frame
        if path in frame.files:
            return _file(path, frame.files[path])
        if not path.startswith(OWN):
            return None
        asked = parse_qs(query)
        if path == PANEL:
            place = _place(asked.get("page", [""])[0])
            lags = self._preview.search.lags
            panel = frame.render_panel(shown, place, self._told(shown, place), search_lags=lags)
            return Answer(HTTPStatus.OK, _HTML, panel)
        if path == SOURCE:
            file = asked.get("path", [""])[0]
            lines = self._lines(file)
            if lines is not None:
                page = frame.render_source(shown, file, lines)
                return Answer(HTTPStatus.OK, _HTML, page)
        return Answer(HTTPStatus.NOT_FOUND)

    def _told(self, shown: Shown, place: str) -> str:
        """Tells what the panel says from what it said before."""
        return digest(f"{shown.digest} {place} {self._preview.search.lags}".encode())

    def _lines(self, file: str) -> list[str] | None:
        """The lines of a text in the site's content; `None` where there is none to show."""
        first, *inside = PurePosixPath(file).parts or ("",)
        if first != "content" or not inside or any(part.startswith(".") for part in inside):
            return None
        try:
            real = self._content.joinpath(*inside).resolve(strict=True)
            is_inside = real.is_relative_to(self._content.resolve())
            if not is_inside or not real.is_file() or real.stat().st_size > _LARGEST:
                return None
            content = real.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return None
        is_text = b"\0" not in content
        return content.decode("utf-8-sig", "replace").splitlines() if is_text else None


def _place(path: str) -> str:
    """The file that answers at `path`, below the start page."""
    place = unquote(path).removeprefix("/")
    return place + "index.html" * (place.endswith("/") or not place)


def _is_page(place: str) -> bool:
    """Would a browser that asks for `place` show it as a page?"""
    return PurePosixPath(place).suffix in ("", ".html")


def _seen(shown: Shown, frame: Frame, path: str) -> str:
    """Tells the page at `path` from what it was."""
    if shown.edition.empty:
        return digest(frame.render_problems(shown))
    content = shown.edition.find(_place(path))
    return digest(content if content is not None else shown.edition.not_found(_place(path)))


def _of_site(shown: Shown, frame: Frame, path: str, query: str) -> Answer:
    """A page or file of the site, looked up by name among those that were made."""
    place = _place(path)
    is_page = _is_page(place)
    if shown.edition.empty and is_page:
        page = _with_script(frame.render_problems(shown), panel=False)
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, page)
    content = shown.edition.find(place)
    if content is not None and not is_page:
        return _file(place, content, kept=bool(_KEPT.search(path)))
    if shown.edition.has(f"{place}/index.html"):
        # Not `//elsewhere/`, which a browser takes for another site.
        to = f"/{path.lstrip('/')}/"
        return Answer(HTTPStatus.TEMPORARY_REDIRECT, location=f"{to}?{query}" if query else to)
    if content is not None:
        return Answer(HTTPStatus.OK, _HTML, _with_script(content, panel=True))
    missing = shown.edition.not_found(place)
    return Answer(HTTPStatus.NOT_FOUND, _HTML, _with_script(missing, panel=True))


def _file(path: str, content: bytes, *, kept: bool = False) -> Answer:
    kind = _TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
    return Answer(HTTPStatus.OK, kind, content, kept=kept or bool(_KEPT.search(path)))


def _with_script(page: bytes, *, panel: bool) -> bytes:
    """`page` with the script that follows its changes, and shows the panel beside it."""
    told = f' data-panel="{PANEL}"' if panel else ""
    script = f'<script src="{SCRIPT}" data-seen="{digest(page)}"{told} defer></script>\n'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page
