"""The web server: on this computer alone, and under no other name than this computer's."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Thread
from typing import Protocol

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

CHANGES = "/_insyn/changes"

_HTTP_PORT = 80
_HEARTBEAT = 15  # seconds between signs of life on an event stream, which find closed windows
_PATIENCE = 60  # seconds to wait for a browser that stays silent
_LONGEST = 200  # characters of an unexpected error's text
_PORTS_TRIED = 20


class CannotServeError(Exception):
    """The preview cannot start; `sv` and `en` are a sentence with the cure."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.sv, self.en = sv, en


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a browser.  `location` is where to go instead; `kept` allows to keep it."""

    status: HTTPStatus
    kind: str = "text/plain; charset=utf-8"
    content: bytes = b""
    location: str = ""
    kept: bool = False


class Desk(Protocol):
    """What answers: see `answering.Desk`."""

    @property
    def closed(self) -> bool:
        """Is there nothing more to hear?"""

    def answer(self, path: str, query: str) -> Answer | None:
        """The answer to a request for `path`; `None` where the preview ends before."""

    def changes(self, query: str, seconds: float) -> Iterator[str]:
        """News for an open window, and an empty text after so many seconds without."""

    def close(self) -> None:
        """Let go of all who wait."""


@contextmanager
def listening(port: int) -> Iterator[Server]:
    """A server on `port` of this computer; raises `CannotServeError` where it can't be had."""
    try:
        server = Server((ADDRESS, port), _Handler)
    except OSError as error:
        raise CannotServeError(*_refusal(port, error)) from error
    with server:
        yield server


def _refusal(port: int, error: OSError) -> tuple[str, str]:
    if error.errno == errno.EADDRINUSE:
        free = _free_port_after(port)
        return (
            f"Ett annat program använder port {port}. Välj en annan: --port {free}",
            f"Port {port} is taken by another program. Choose another: --port {free}",
        )
    if error.errno == errno.EACCES:
        return (
            f"Port {port} är till för systemet. Välj en annan: --port 8000",
            f"Port {port} is reserved for the system. Choose another: --port 8000",
        )
    why = error.strerror or type(error).__name__
    return f"Port {port} går inte att använda ({why}).", f"Port {port} cannot be used ({why})."


def _free_port_after(port: int) -> int:
    """A port that is free now."""
    for other in range(port + 1, port + _PORTS_TRIED):
        try:
            with socket.create_server((ADDRESS, other)):
                return other
        except (OSError, OverflowError):
            continue
    return port + 1


def one_line(error: Exception) -> str:
    """An unexpected error in one line."""
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class Server(ThreadingTCPServer):
    """Not `http.server`'s own, which asks the network for this computer's name."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port
    daemon_threads = True
    request_queue_size = 64
    desk: Desk

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
    def showing(self, desk: Desk) -> Iterator[None]:
        """Answer browsers from `desk` meanwhile."""
        self.desk = desk
        Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()
        try:
            yield
        finally:
            desk.close()
            self.shutdown()

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over browsers that hang up in the middle, which they do at every reload."""


class _Handler(BaseHTTPRequestHandler):
    """One browser's requests, one after the other."""

    protocol_version = "HTTP/1.1"
    server_version = "Insyn"
    sys_version = ""
    timeout = _PATIENCE
    server: Server
    wbufsize = 64 * 1024  # else every header would be a parcel of its own

    def do_GET(self) -> None:
        """Answer with a page or file."""
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path, _, query = self.path.partition("?")
        if path == CHANGES:
            self._send_changes(query)
            return
        answer = self.server.desk.answer(path, query)
        if answer is None:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self._send(answer)

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
        content = f"{status.phrase}\n".encode()
        self._start(status, "text/plain; charset=utf-8")
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self._end(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def _send(self, answer: Answer) -> None:
        self._start(answer.status, answer.kind, kept=answer.kept)
        if answer.location:
            self.send_header("Location", answer.location)
        self._end(answer.content)

    def _end(self, content: bytes) -> None:
        if self.close_connection:
            self.send_header("Connection", "close")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_changes(self, query: str) -> None:
        """A stream (HTML Standard, "Server-sent events") that ends with the first change."""
        self.close_connection = True
        self._start(HTTPStatus.OK, "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        desk = self.server.desk
        self.wfile.write(b"retry: 1000\n\n")
        self.wfile.flush()
        for news in desk.changes(query, _HEARTBEAT):
            if news:
                self.wfile.write(f"data: {news}\n\n".encode())
                return
            if desk.closed:
                return
            self.wfile.write(b":\n\n")
            self.wfile.flush()

    def _start(self, status: HTTPStatus, kind: str, *, kept: bool = False) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        cache = "public, max-age=31536000, immutable" if kept else "no-store"
        self.send_header("Cache-Control", cache)
