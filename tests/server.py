"""A static server on loopback that answers as the host would: headers and redirects of the site.

It reads `netlify.toml` and the site's own `_redirects`, so the browser tests run under the very
policy that is published.  What it understands of the two is what Insyn writes in them: headers by
path, and redirects of whole paths or of everything below a path (`/en/*`).
"""

import mimetypes
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

NETLIFY = Path(__file__).resolve().parents[1] / "netlify.toml"


@dataclass(frozen=True)
class Host:
    """What the host knows: the site's folder, where it lies, its headers and its redirects.

    `base` is the path of the start page, with a slash at both ends.
    """

    folder: Path
    base: str
    headers: tuple[tuple[str, Mapping[str, str]], ...]
    redirects: tuple[tuple[str, str, int], ...]

    def headers_for(self, path: str) -> dict[str, str]:
        """Every header of a rule that fits; a later rule wins."""
        found: dict[str, str] = {}
        for pattern, values in self.headers:
            if fnmatchcase(path, pattern):
                found.update(values)
        return found

    def answer(self, path: str) -> tuple[int, Path | str]:
        """The status, and the file to send or the address to go to."""
        file = self._file(path)
        if file:
            return 200, file
        for pattern, target, status in self.redirects:
            if fnmatchcase(path, pattern):
                return (status, target) if status < 400 else (status, self._file(target) or "")
        return 404, self._file("/404.html") or ""

    def _file(self, path: str) -> Path | None:
        file = (self.folder / unquote(path).lstrip("/")).resolve()
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() and file.is_relative_to(self.folder.resolve()) else None


def read_host(folder: Path, base: str = "/", rules: Path = NETLIFY) -> Host:
    """The host of the site in `folder`, with the headers and redirects that are published."""
    typed = tomllib.loads(rules.read_text(encoding="utf-8"))
    headers = tuple((rule["for"], rule["values"]) for rule in typed.get("headers", ()))
    redirects = [
        (rule["from"], rule["to"], rule.get("status", 301)) for rule in typed.get("redirects", ())
    ]
    own = folder / "_redirects"
    if own.is_file():
        for line in own.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                source, target, *status = (part.removeprefix(base[:-1]) for part in line.split())
                redirects.insert(0, (source, target, int(status[0].strip("!")) if status else 301))
    return Host(folder, base, headers, tuple(redirects))


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, host: Host, *arguments: object) -> None:
        self._host = host
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        below = "/" + path.removeprefix(self._host.base)
        status, found = self._host.answer(below)
        if not path.startswith(self._host.base):
            status, found = 404, ""
        content = found.read_bytes() if isinstance(found, Path) else b""
        self.send_response(status)
        for name, value in self._host.headers_for(below).items():
            self.send_header(name, value)
        if isinstance(found, Path):
            kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
            text = kind.startswith("text/") or kind in {"application/json", "application/xml"}
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        elif found:
            self.send_header("Location", self._host.base + found.lstrip("/"))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        # A browser that goes on to another page waits for nothing.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""


@contextmanager
def hosting(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve the site in `folder` below `base`; the value is its address, without a last slash."""
    host = read_host(folder, base)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, host)) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{base}".rstrip("/")
        server.shutdown()
        thread.join()
