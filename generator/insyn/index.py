"""The search index: Pagefind over the finished pages, settled so that equal pages give equal bytes.

Pagefind's command takes the pages in whatever order the file system lists them, and numbers them
so.  Its service, the way in that its own packages for Node and Python use, takes one page at a
time: the order is ours, and the index comes back in memory.  What then still differs from run to
run is the order of the filters, of their values and of the sort orders; `_settle` sorts them.

Pagefind cuts the words into parts so large that a search fetches most of a small site's index, and
at the cuts it loses words that begin alike.  `_part_words` cuts them anew, into small parts that no
search of three letters or more needs two of.

Only what a search needs is published: Pagefind's own interfaces are left out, and so is the
program (WASM) of a language that the site doesn't have.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

from pagefind_bin import get_executable

from insyn.problem import Place, Problem

FOLDER = "pagefind"

# A page is searched in the element with this attribute, and only if it has one.
_SEARCHED = "data-pagefind-body"
# The language of the edition of the site that a page belongs to, where the page is in another.
_EDITION = re.compile(r'<html lang="[^"]*"([^>]*?) data-edition="([^"]*)"')
# What Pagefind puts before the content of its compressed files.
_SIGNATURE = b"pagefind_dcd"
_CHUNK = 1 << 16
# Seconds until Pagefind is given up.  It takes three thousandths of a second a page.
_PATIENCE = 60.0
_PATIENCE_A_PAGE = 0.5
# Bytes of words, before they are compressed to about half, from which on a part is large enough.
_PART = 8_000
# Stems have at least this many of their word's letters (Snowball's algorithms for our languages).
_KEPT = 3
_LAST_LETTER = "\U0010ffff"


class _NoIndexError(Exception):
    """Pagefind gave no index, or one that we can't read; the text is its reason."""


def build_index(folder: Path) -> tuple[Problem, ...]:
    """Write the search index of the site in `folder` to `pagefind/` below it.

    A page takes part if an element of it has `data-pagefind-body`; its language is that of
    `<html data-edition>` or else `<html lang>`, and every language gets an index of its own.  What
    lay in `pagefind/` is replaced.  Gives a problem `search-program-missing` or
    `search-index-failed`, and then writes nothing.
    """
    place = Place(FOLDER)
    try:
        program = get_executable()
    except FileNotFoundError:
        return (Problem.at(place, "search-program-missing"),)
    try:
        files = _settle(_index(program, tuple(_searched_pages(folder))))
    except _NoIndexError as error:
        return (Problem.at(place, "search-index-failed", reason=error),)
    target = folder / FOLDER
    if target.exists():
        shutil.rmtree(target)
    for path, content in files.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return ()


def _searched_pages(folder: Path) -> Iterator[tuple[str, str]]:
    """The path below `folder` and the text of every page to search, in order of path."""
    paths = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.html")}
    for path in sorted(paths):
        text = paths[path].read_text(encoding="utf-8")
        if _SEARCHED in text:
            yield path, _EDITION.sub(r'<html lang="\2"\1', text, count=1)


# --- Pagefind ---------------------------------------------------------------------------------


def _index(program: Path, pages: Sequence[tuple[str, str]]) -> dict[str, bytes]:
    """Pagefind's files for `pages`, by their path below its folder."""
    requests: list[dict[str, object]] = [{"type": "NewIndex", "config": {}}]
    requests += (
        {"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": text}
        for path, text in pages
    )
    requests.append({"type": "GetFiles", "index_id": 0})
    *_, last = _talk(program, requests)
    return {file["path"]: base64.b64decode(file["content"]) for file in last["files"]}


def _talk(program: Path, requests: Sequence[dict[str, object]]) -> list[dict[str, Any]]:
    """Pagefind's answers to `requests`, in order.  Both are base64 of JSON, ended by commas."""
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                [program, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
        except OSError as error:
            raise _NoIndexError(error.strerror or type(error).__name__) from error
        # A program that hangs must not hang the build.
        watchdog = Timer(_PATIENCE + _PATIENCE_A_PAGE * len(requests), process.kill)
        watchdog.start()
        try:
            return list(_exchange(process, requests))
        except (OSError, ValueError) as error:
            process.kill()
            process.wait()
            raise _NoIndexError(_last_line(complaints) or "it stopped") from error
        finally:
            watchdog.cancel()
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()


def _exchange(
    process: subprocess.Popen[bytes], requests: Sequence[dict[str, object]]
) -> Iterator[dict[str, Any]]:
    """Send all requests, and give the answer to each.  Raises `ValueError` if one is missing.

    The requests go out beside the reading, for neither side may wait for the other with a full
    pipe.  The input stays open till the last answer: where it ends, Pagefind ends at once.
    """
    if process.stdin is None or process.stdout is None:
        raise ValueError(process)
    Thread(target=_send, args=(process.stdin, requests), daemon=True).start()
    messages = _messages(process.stdout)
    for _ in requests:
        answer: dict[str, Any] = json.loads(base64.b64decode(next(messages, b"")))["payload"]
        if answer["type"] == "Error":
            raise _NoIndexError(answer["message"])
        yield answer


def _send(stream: IO[bytes], requests: Sequence[dict[str, object]]) -> None:
    with suppress(OSError, ValueError):  # it ended early: the reader finds an answer missing
        for number, payload in enumerate(requests, start=1):
            message = json.dumps({"message_id": number, "payload": payload}).encode()
            stream.write(base64.b64encode(message) + b",")
        stream.flush()


def _messages(stream: IO[bytes]) -> Iterator[bytes]:
    """What stands before each comma of `stream`, as soon as the comma is there."""
    parts: list[bytes] = []
    while chunk := os.read(stream.fileno(), _CHUNK):
        *ends, rest = chunk.split(b",")
        for end in ends:
            yield b"".join((*parts, end))
            parts.clear()
        parts.append(rest)


def _last_line(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = complaints.read().decode(errors="replace").splitlines()
    return lines[-1].strip() if lines else ""


# --- settling ---------------------------------------------------------------------------------


def _settle(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files to publish, the same for the same pages.

    The words and the pages' own files are so already, as long as the pages come in order.
    """
    settled = {
        path: content
        for path, content in files.items()
        if path == "pagefind.js" or path.startswith("fragment/")
    }
    entry = json.loads(files["pagefind-entry.json"])
    for code, language in sorted(entry["languages"].items()):
        program = f"wasm.{language['wasm'] or 'unknown'}.pagefind"
        settled[program] = files[program]
        head = _unpack(files[f"pagefind.{language['hash']}.pf_meta"])
        version, pages, words, filters, sorts, fields = head
        parts = []
        for first, last, content in _part_words(
            [files[f"index/{digest}.pf_index"] for _, _, digest in words]
        ):
            parts.append([first, last, f"{code}_{_digest(content)}"])
            settled[f"index/{parts[-1][2]}.pf_index"] = content
        settled_filters = []
        for key, digest in sorted(filters):
            _, values = _unpack(files[f"filter/{digest}.pf_filter"])
            content = _pack([key, sorted(values)])
            settled_filters.append([key, f"{code}_{_digest(content)}"])
            settled[f"filter/{settled_filters[-1][1]}.pf_filter"] = content
        content = _pack([version, pages, parts, settled_filters, sorted(sorts), fields])
        language["hash"] = f"{code}_{_digest(content)}"
        settled[f"pagefind.{language['hash']}.pf_meta"] = content
    settled["pagefind-entry.json"] = json.dumps(entry, sort_keys=True).encode()
    return settled


def _part_words(chunks: Sequence[bytes]) -> Iterator[tuple[str, str, bytes]]:
    """The words of Pagefind's chunks in small parts: from where, to where, and the file.

    Pagefind fetches the first part for which "from <= what was typed <= to" holds.  Words with the
    same first letters stay together, so whatever begins with what was typed is there too.
    """
    groups: list[tuple[str, list[bytes]]] = []
    for word, entry in chain.from_iterable(map(_words_of, chunks)):
        if not groups or groups[-1][0] != word[:_KEPT]:
            groups.append((word[:_KEPT], []))
        groups[-1][1].append(entry)
    first, part, size = "", list[bytes](), 0
    for number, (letters, entries) in enumerate(groups, start=1):
        part += entries
        size += sum(map(len, entries))
        is_last = number == len(groups)
        if size >= _PART or is_last:
            whole = is_last or len(letters) == _KEPT
            content = _cbor_head(_LIST, 1) + _cbor_head(_LIST, len(part)) + b"".join(part)
            yield first, letters + _LAST_LETTER if whole else letters, _compress(content)
            first = "" if is_last else groups[number][0]
            part, size = [], 0


def _words_of(chunk: bytes) -> Iterator[tuple[str, bytes]]:
    """Each word of one of Pagefind's chunks, and the bytes of its whole entry."""
    stream = io.BytesIO(_decompress(chunk))
    _read_head(stream)  # a list of one, which is the list of words
    _, count = _read_head(stream)
    for _ in range(count):
        begin = stream.tell()
        _, length = _read_head(stream)
        word = _read_cbor(stream)
        for _ in range(length - 1):
            _read_cbor(stream)
        yield word, stream.getbuffer()[begin : stream.tell()].tobytes()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _unpack(content: bytes) -> list[Any]:
    """The value in a compressed file of Pagefind's, which is CBOR (RFC 8949)."""
    value: list[Any] = _read_cbor(io.BytesIO(_decompress(content)))
    return value


def _pack(value: list[Any]) -> bytes:
    """A compressed file of Pagefind's with `value`."""
    return _compress(_cbor(value))


def _decompress(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_SIGNATURE)


def _compress(content: bytes) -> bytes:
    """A compressed file of Pagefind's, without the time of day in its header."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=0) as stream:
        stream.write(_SIGNATURE + content)
    return packed.getvalue()


# Of CBOR, Pagefind's files use whole numbers, texts and lists of known length.
_COUNT, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}


def _read_head(stream: io.BytesIO) -> tuple[int, int]:
    """The kind of the next value, and its size or the number itself."""
    kind, size = divmod(stream.read(1)[0], 32)
    if size in _SIZES:
        size = int.from_bytes(stream.read(_SIZES[size]), "big")
    return kind, size


def _read_cbor(stream: io.BytesIO) -> Any:
    kind, size = _read_head(stream)
    if kind == _COUNT:
        return size
    if kind == _NEGATIVE:
        return -1 - size
    if kind == _TEXT:
        return stream.read(size).decode()
    if kind == _LIST:
        return [_read_cbor(stream) for _ in range(size)]
    raise _NoIndexError(f"CBOR {kind}")


def _cbor(value: int | str | list[Any]) -> bytes:
    if isinstance(value, int):
        return _cbor_head(_COUNT, value)
    if isinstance(value, str):
        text = value.encode()
        return _cbor_head(_TEXT, len(text)) + text
    return _cbor_head(_LIST, len(value)) + b"".join(_cbor(item) for item in value)


def _cbor_head(kind: int, size: int) -> bytes:
    if size < min(_SIZES):
        return bytes([kind * 32 + size])
    for code, length in _SIZES.items():
        if size < 1 << 8 * length:
            return bytes([kind * 32 + code]) + size.to_bytes(length, "big")
    raise OverflowError(size)
