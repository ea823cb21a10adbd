"""The preview: the site on this computer, made anew and loaded anew at every save.

Hides the web server, the watching of files and the reloading of pages.  A built site is served
from memory, so nothing on the disk can be reached but what the build names, and `public/` is
never touched.  While the content has errors each page tells them, and the last good site stays
within reach at the same addresses with `?last-good`.

    save ─watch→ rebuild ─make→ Shown ─find_answer→ Answer ─→ browser ─changes→ reload

Pages are served as soon as they are made; the search index is made when a search first asks for
it, and the search waits for it.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from itertools import count, groupby
from pathlib import Path, PurePosixPath
from socketserver import ThreadingTCPServer
from threading import Condition, Event, Lock, Thread
from urllib.parse import parse_qs, unquote

from jinja2 import Environment
from watchfiles import Change, watch

from insyn.build import Memory, Website, make
from insyn.explanation import explain, stops
from insyn.index import FOLDER as SEARCH_FOLDER
from insyn.index import build_index
from insyn.language import Language, load_language
from insyn.pictures import Version, content_of, default_cache
from insyn.problem import Problem
from insyn.render import Theme, assets, find_theme
from insyn.render.assets import asset_names
from insyn.render.environment import make_environment

ADDRESS = "127.0.0.1"
"""Only this computer can reach it."""

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy of the published site (`netlify.toml`), so that a page that breaks
it is seen to break here."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
    "microphone=(), payment=(), usb=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""The headers of `netlify.toml`, but for the one that demands HTTPS."""

OWN = "/_insyn/"
CHANGES = f"{OWN}changes"
RELOAD = f"{OWN}reload.js"

LAST_GOOD = "last-good"
PROBLEMS = "problems"

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
_TEXT = _TYPES[".txt"]

# A file with a digest in its name never changes, and a font fetched anew would flicker.
_KEPT = re.compile(r"/assets/.*\.[0-9a-f]{10}\.\w+$")

_HTTP_PORT = 80
_HEARTBEAT = 15  # seconds between signs of life on an event stream, which find closed windows
_PATIENCE = 60  # seconds to wait for a browser that stays silent
_STEP = 100  # milliseconds until the watching looks up for a reason to end
_LONGEST = 200  # characters of an unexpected error's text

Tell = Callable[[str], None]


class CannotServeError(Exception):
    """The preview cannot start; the text is one sentence with the cure."""


def serve(site: Path, *, port: int, today: date, tell: Tell, stop: Event | None = None) -> None:
    """Show the site of the folder `site` at `http://127.0.0.1:<port>/` till Ctrl-C or `stop`.

    A `port` of 0 takes a free one.  `tell` gets a sentence or two whenever something has happened.
    Raises `CannotServeError` when the port can't be had or the files can't be watched.
    """
    with _listening(port) as server:
        address = f"http://{ADDRESS}:{server.port}"
        preview = Preview(
            partial(make, site, base=address, today=today, memory=Memory()),
            f"{address}/",
            tell,
            default_cache(site),
        )
        try:
            with server.showing(preview):
                for change in _changes(site, stop):
                    if change or not preview.ready:
                        preview.rebuild()
        except KeyboardInterrupt:
            preview.tell_end()


def _changes(site: Path, stop: Event | None) -> Iterator[bool]:
    """False at once, from when on no save is missed; then True for every save or few at a time."""
    folders = [site / "content"]
    theme = find_theme()
    if theme.parent != Path(__file__).parent:  # the repository's own, not the installed one
        folders.append(theme)
    saves = watch(
        *folders,
        watch_filter=_is_saved,
        rust_timeout=_STEP,
        yield_on_timeout=True,
        stop_event=stop,
        debug=False,
    )
    try:
        for saved in saves:
            yield bool(saved)
    except (OSError, RuntimeError) as error:
        raise CannotServeError(
            f"The files in {site / 'content'} cannot be watched ({_one_line(error)})."
        ) from error


def _is_saved(_change: Change, path: str) -> bool:
    """Is it a file of the site's, and not what an editor leaves beside it?"""
    name = os.path.basename(path)  # noqa: PTH119  (asked for every file, and pathlib is slow)
    return not name.startswith(".") and not name.endswith(("~", ".swp", ".tmp"))


# --- what is shown ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edition:
    """A site without errors, as it is served.  All paths are below its start page, as `File`'s."""

    files: Mapping[str, bytes]
    media: Mapping[str, Path]
    search: Search
    pictures: Mapping[str, Version] = field(default_factory=dict)
    cache: Path = Path()
    """Where pictures are kept once they are made."""

    def find(self, path: str) -> bytes | None:
        """The file at `path`; a search file is made if need be, which takes some moments."""
        if path in self.files:
            return self.files[path]
        if path in self.media:
            try:
                return self.media[path].read_bytes()
            except OSError:  # deleted since
                return None
        if path in self.pictures:
            try:
                return content_of(self.pictures[path], self.cache)
            except OSError:
                return None
        return self.search.find(path) if path.startswith(f"{SEARCH_FOLDER}/") else None

    def not_found(self, path: str) -> bytes:
        """The page that says that there is nothing at `path`, in the language of its address."""
        first = path.partition("/")[0]
        return self.files.get(f"{first}/404.html", self.files.get("404.html", b""))


class Search:
    """The search index of some pages, made when it is first asked for."""

    def __init__(self, pages: Mapping[str, bytes], fail: Callable[[Problem], None]) -> None:
        self._pages = pages
        self._fail = fail
        self._lock = Lock()
        self._files: Mapping[str, bytes] | None = None

    def find(self, path: str) -> bytes | None:
        """The index's file at `path`."""
        with self._lock:
            if self._files is None:
                self._files = self._make()
        return self._files.get(path)

    def _make(self) -> dict[str, bytes]:
        if not self._pages:
            return {}
        with tempfile.TemporaryDirectory(prefix="insyn-") as place:
            folder = Path(place)
            for path, content in self._pages.items():
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            for problem in build_index(folder):
                self._fail(problem)
            made = (file for file in (folder / SEARCH_FOLDER).rglob("*") if file.is_file())
            return {file.relative_to(folder).as_posix(): file.read_bytes() for file in made}


NOTHING = Edition({}, {}, Search({}, lambda _: None))
"""What there is before the first good site."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows from one save to the next.

    `moment` differs from that of every other save, also in other runs.  `edition` is the last
    good site, which is empty until there is one.  `problems` are those that stop a newer one.
    `failure` says what went wrong in Insyn itself, where that is why there is nothing to show.
    """

    moment: str
    language: Language
    edition: Edition
    problems: tuple[Problem, ...] = ()
    failure: str = ""

    @property
    def good(self) -> bool:
        """Is the last good site the newest?"""
        return not self.problems and not self.failure


class Preview:
    """What is shown now at `address`, and made anew with `make`.  For several threads at once."""

    def __init__(
        self, make: Callable[[], Website], address: str, tell: Tell, cache: Path = Path()
    ) -> None:
        self._cache = cache
        self.frame = Frame()
        self._make = make
        self._address = address
        self._tell = tell
        self._moments = (f"{secrets.token_hex(4)}-{number}" for number in count(1))
        self._news = Condition()
        self._shown: Shown | None = None
        self._closed = False

    @property
    def ready(self) -> bool:
        """Is there anything to show?"""
        return self._shown is not None

    def rebuild(self) -> None:
        """Make the site anew, and show it or what is wrong with it.

        Whatever fails, the preview goes on and what was shown stays.
        """
        before = self._shown
        try:
            shown = self._next(self._make())
        except Exception as error:  # noqa: BLE001  (its cause may be anything, and is told)
            language = before.language if before else self.frame.languages["sv"]
            failure = language.say(
                "Insyn itself failed (%(error)s). To see where, run: insyn check",
                error=_one_line(error),
            )
            self._tell(failure)
            if before is not None:
                return
            shown = Shown(next(self._moments), language, NOTHING, failure=failure)
        with self._news:
            self._shown = shown
            self._news.notify_all()
        if before is None:
            self._tell(
                shown.language.say(
                    "The preview is at %(address)s – end it with Ctrl+C.", address=self._address
                )
            )

    def _next(self, website: Website) -> Shown:
        """What to show of `website`; tells how it went."""
        language = self.frame.language(website.language)
        problems = tuple(problem for problem in website.problems if stops(problem))
        if problems:
            edition = self._shown.edition if self._shown else NOTHING
            shown = Shown(next(self._moments), language, edition, problems)
            self._tell("\n".join((*map(partial(_told, language), problems), _title(shown))))
            return shown
        files = {file.path: file.content for file in website.files}
        pages = {path: content for path, content in files.items() if path.endswith(".html")}

        def fail(problem: Problem) -> None:
            self._tell(_told(language, problem))

        edition = Edition(
            files,
            dict(website.media),
            Search(pages, fail),
            {version.path: version for version in website.pictures},
            self._cache,
        )
        said = language.say_many("%(count)s page made.", "%(count)s pages made.", len(pages))
        if website.problems:
            said += " " + language.say_many(
                "%(count)s thing could be better. To see it, run: insyn check",
                "%(count)s things could be better. To see them, run: insyn check",
                len(website.problems),
            )
        self._tell(said)
        return Shown(next(self._moments), language, edition)

    def shown(self) -> Shown | None:
        """What is shown now, after waiting for the first; `None` if the preview ends before."""
        with self._news:
            self._news.wait_for(lambda: self._shown is not None or self._closed)
            return self._shown

    def wait_for_other_than(self, moment: str, seconds: float) -> bool:
        """Is something else shown than at `moment`, now or within `seconds`?"""

        def other() -> bool:
            return self._shown is not None and self._shown.moment != moment

        with self._news:
            self._news.wait_for(lambda: self._closed or other(), seconds)
            return other()

    @property
    def closed(self) -> bool:
        """Has the preview ended?"""
        return self._closed

    def close(self) -> None:
        """Let go of all who wait."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def tell_end(self) -> None:
        """Say that the preview has ended."""
        language = self._shown.language if self._shown else self.frame.languages["sv"]
        self._tell(language.say("The preview has ended."))


def _told(language: Language, problem: Problem) -> str:
    """A problem in one line, for a terminal."""
    place, told = problem.place, explain(problem, language.code)
    return f"{place.file}:{place.line}:{place.column}: {told.message} {told.hint}"


def _one_line(error: Exception) -> str:
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


# --- the preview's own pages ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a file; `line` and `column` count from 1."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class FileMistakes:
    """The mistakes in one file, named from the site's folder, in order of place."""

    file: str
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """The page of mistakes.  `last_good` leads to a page that worked; empty where none has."""

    language: str
    title: str
    lead: str
    files: tuple[FileMistakes, ...]
    last_good: str


@dataclass(frozen=True, slots=True)
class LastGoodView:
    """The note above a page of the last good site.  `problems` leads to the page of mistakes."""

    language: str
    link: str
    problems: str


class Frame:
    """The preview's own pages, and what they need of the theme.

    All is read once, so that an edit to the theme can't break the page that tells of it; and the
    site's overrides play no part.
    """

    def __init__(self) -> None:
        theme = Theme(find_theme())
        made = assets(theme)
        names = asset_names(made)
        self.files: Mapping[str, bytes] = {
            **{f"{OWN}{file.path}": file.content for file in made},
            RELOAD: theme.read("preview/reload.js"),
        }
        self.languages = {
            code: load_language(code, theme.folder / "locale") for code in ("sv", "en")
        }

        def environment(language: Language) -> Environment:
            return make_environment(
                theme, language, currency="", asset=lambda name: f"{OWN}{names[name]}"
            )

        kinds = ("problems", "last-good")
        self._templates = {
            (kind, code): environment(language).get_template(f"preview/{kind}.html")
            for code, language in self.languages.items()
            for kind in kinds
        }

    def language(self, code: str) -> Language:
        """The language that the preview speaks to somebody whose site is in `code`."""
        return self.languages.get(code, self.languages["en"])

    def render_problems(self, shown: Shown, last_good: str) -> bytes:
        """The page that tells what is wrong.  `last_good` is as in `ProblemsView`."""
        say = shown.language.say
        by_file = groupby(sorted(shown.problems), key=lambda problem: problem.place.file)
        view = ProblemsView(
            language=shown.language.code,
            title=_title(shown),
            lead=shown.failure or say("Correct and save. This page then follows by itself."),
            files=tuple(
                FileMistakes(file, tuple(_mistake(shown.language, problem) for problem in problems))
                for file, problems in by_file
            ),
            last_good=last_good,
        )
        html: str = self._templates["problems", view.language].render(view=view)
        return html.strip().encode() + b"\n"

    def render_note(self, shown: Shown, problems: str) -> bytes:
        """The note above a page of the last good site; `problems` leads to what is wrong."""
        link = shown.language.say_many(
            "See the %(count)s mistake", "See the %(count)s mistakes", len(shown.problems)
        )
        view = LastGoodView(shown.language.code, link, problems)
        html: str = self._templates["last-good", view.language].render(view=view)
        return html.strip().encode() + b"\n"


def _title(shown: Shown) -> str:
    if shown.failure:
        return shown.language.say("The preview could not be made")
    return shown.language.say_many(
        "%(count)s mistake to correct", "%(count)s mistakes to correct", len(shown.problems)
    )


def _mistake(language: Language, problem: Problem) -> Mistake:
    told = explain(problem, language.code)
    return Mistake(problem.place.line, problem.place.column, told.message, told.hint)


# --- what to answer ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a browser.  `location` is where to go instead; `kept` allows to keep it."""

    status: HTTPStatus
    kind: str = _TEXT
    content: bytes = b""
    location: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A browser's request for `path` with `query`, as they are in the address.

    `referer` is the query of the page of the preview that led here.
    """

    path: str
    query: str = ""
    referer: str = ""

    def asks_for(self, word: str) -> bool:
        """Is `word` in the query?"""
        return word in parse_qs(self.query, keep_blank_values=True)

    @property
    def is_from_last_good(self) -> bool:
        """Does it come from a page of the last good site?"""
        return LAST_GOOD in parse_qs(self.referer, keep_blank_values=True)


def find_answer(shown: Shown, frame: Frame, request: Request) -> Answer:
    """The answer to `request`.  It is looked up by name among the files that were made."""
    path = unquote(request.path)
    if path in frame.files:
        return _file(path, frame.files[path])
    place = path.removeprefix("/") + "index.html" * path.endswith("/")
    content = shown.edition.find(place)
    if _is_page(place):
        is_folder = f"{place}/index.html" in shown.edition.files
        if not shown.good:
            there = content is not None or is_folder
            detour = _detour(shown, frame, request, there=there)
            if detour is not None:
                return detour
        if is_folder:
            return _moved(f"{request.path}/", request.query)
    elif content is not None:
        return _file(path, content)
    status = HTTPStatus.OK
    if content is None:
        status, content = HTTPStatus.NOT_FOUND, shown.edition.not_found(place)
    if not shown.good:
        note = frame.render_note(shown, f"{request.path}?{PROBLEMS}")
        content = content.replace(b"<main", note + b"<main", 1)
    return Answer(status, _HTML, _with_reload(content, shown))


def _detour(shown: Shown, frame: Frame, request: Request, *, there: bool) -> Answer | None:
    """What to show instead of a page while there are problems; `None` for the page itself.

    Is the page `there` in the last good site?
    """
    if not shown.edition.files:
        return _problems(shown, frame, "")
    if request.asks_for(LAST_GOOD):
        return None
    if request.is_from_last_good and not request.asks_for(PROBLEMS):
        # Who walks about in the last good site is not thrown out of it by the next link.
        query = f"{request.query}&{LAST_GOOD}" if request.query else LAST_GOOD
        return _moved(request.path, query)
    return _problems(shown, frame, f"{request.path if there else '/'}?{LAST_GOOD}")


def _is_page(place: str) -> bool:
    """Would a browser that asks for `place` show it as a page?"""
    return PurePosixPath(place).suffix in ("", ".html")


def _file(path: str, content: bytes) -> Answer:
    kind = _TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
    return Answer(HTTPStatus.OK, kind, content, kept=bool(_KEPT.search(path)))


def _problems(shown: Shown, frame: Frame, last_good: str) -> Answer:
    page = _with_reload(frame.render_problems(shown, last_good), shown)
    return Answer(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, page)


def _moved(path: str, query: str) -> Answer:
    return Answer(HTTPStatus.TEMPORARY_REDIRECT, location=f"{path}?{query}" if query else path)


def _with_reload(page: bytes, shown: Shown) -> bytes:
    """`page` with the script that follows the changes since it was made."""
    script = f'<script src="{RELOAD}" data-seen="{shown.moment}" defer></script>\n'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page


# --- the server -------------------------------------------------------------------------------


@contextmanager
def _listening(port: int) -> Iterator[_Server]:
    try:
        server = _Server((ADDRESS, port), _Handler)
    except OSError as error:
        raise CannotServeError(_refusal(port, error)) from error
    with server:
        yield server


def _refusal(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. Choose another: --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the system. Choose another: --port 8000"
    return f"Port {port} cannot be used ({error.strerror or type(error).__name__})."


class _Server(ThreadingTCPServer):
    """Not `http.server`'s own, which asks the network for this computer's name."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port
    daemon_threads = True
    request_queue_size = 64
    preview: Preview

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.socket.getsockname()[1])

    @property
    def hosts(self) -> frozenset[str]:
        """The names it goes by.  Another name is another site's that leads here (DNS rebinding)."""
        names = (ADDRESS, "localhost")
        whole = frozenset(f"{name}:{self.port}" for name in names)
        return whole | frozenset(names) if self.port == _HTTP_PORT else whole

    @contextmanager
    def showing(self, preview: Preview) -> Iterator[None]:
        """Answer browsers from `preview` meanwhile."""
        self.preview = preview
        Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()
        try:
            yield
        finally:
            preview.close()
            self.shutdown()

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over browsers that hang up in the middle, which they do at every reload."""


class _Handler(BaseHTTPRequestHandler):
    """One browser's requests, one after the other."""

    protocol_version = "HTTP/1.1"
    server_version = "Insyn"
    sys_version = ""
    timeout = _PATIENCE
    server: _Server

    def do_GET(self) -> None:
        """Answer with a page or file."""
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path, _, query = self.path.partition("?")
        if path == CHANGES:
            self._send_changes(parse_qs(query).get("seen", [""])[0])
            return
        preview = self.server.preview
        shown = preview.shown()
        if shown is None:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        request = Request(path, query, self._referer(hosts[0]))
        self._send(find_answer(shown, preview.frame, request))

    do_HEAD = do_GET  # noqa: N815  (the names that http.server looks for)

    def do_POST(self) -> None:
        """Refuse: there is nothing to change here."""
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST  # noqa: N815

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer in plain text, and hang up: what else the browser sent is not read."""
        del message, explain
        status = HTTPStatus(code)
        self.close_connection = True
        self._send(Answer(status, content=f"{status.phrase}\n".encode()))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def _referer(self, host: str) -> str:
        """The query of the page of this site that leads here."""
        page, _, query = self.headers.get("Referer", "").partition("?")
        return query if page.startswith(f"http://{host}/") else ""

    def _send(self, answer: Answer) -> None:
        self._start(answer.status, answer.kind, kept=answer.kept)
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def _send_changes(self, seen: str) -> None:
        """A stream (HTML Standard, "Server-sent events") that ends with the first change."""
        self.close_connection = True
        self._start(HTTPStatus.OK, "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        preview = self.server.preview
        self.wfile.write(b"retry: 1000\n\n")
        while not preview.closed:
            if preview.wait_for_other_than(seen, _HEARTBEAT):
                self.wfile.write(b"data: changed\n\n")
                return
            self.wfile.write(b":\n\n")

    def _start(self, status: HTTPStatus, kind: str, *, kept: bool = False) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        cache = "public, max-age=31536000, immutable" if kept else "no-store"
        self.send_header("Cache-Control", cache)
