"""A stand-in for the speech server: it speaks SSIP, as speech-dispatcher does, and keeps the words.

The protocol is described at <https://htmlpreview.github.io/?https://github.com/brailcom/speechd>
("SSIP").  A phrase counts as spoken at once, so nobody waits for a voice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingMixIn, UnixStreamServer
from threading import Thread

from orca.transcript import Phrase

_TAGS = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")

# What a client may ask for, by the first words of the question.
_ANSWERS = {
    "LIST OUTPUT_MODULES": ("250-notes", "250 OK MODULES LIST SENT"),
    "LIST SYNTHESIS_VOICES": (
        "249-sv\tsv\tnone",
        "249-en\ten\tnone",
        "249 OK VOICE LIST SENT",
    ),
    "LIST VOICES": ("249-MALE1", "249 OK VOICE LIST SENT"),
    "GET OUTPUT_MODULE": ("251-notes", "251 OK GET RETURNED"),
    "GET LANGUAGE": ("251-en", "251 OK GET RETURNED"),
    "GET": ("251-0", "251 OK GET RETURNED"),
    "HISTORY GET CLIENT_ID": ("245-1", "245 OK CLIENT ID SENT"),
}


class Speech:
    """All that has been said, in order."""

    def __init__(self) -> None:
        self._said: list[Phrase] = []

    def __len__(self) -> int:
        return len(self._said)

    def since(self, number: int) -> tuple[Phrase, ...]:
        """Return what was said after the first `number` phrases."""
        return tuple(self._said[number:])

    def say(self, words: str, language: str) -> None:
        """Keep a phrase; one without words is none."""
        heard = _SPACES.sub(" ", html.unescape(_TAGS.sub("", words))).strip()
        if heard:
            self._said.append(Phrase(heard, language.partition("-")[0].lower()))


class _Client(StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        language = ""
        for line in self.rfile:
            command = line.decode("utf-8", "replace").strip()
            match command.upper().split():
                case ["SPEAK"]:
                    self._tell("230 OK RECEIVING DATA")
                    self.server.speech.say(self._text(), language)
                    self._spoken()
                case ["CHAR" | "KEY" | "SOUND_ICON", *_]:
                    self.server.speech.say(command.partition(" ")[2], language)
                    self._spoken()
                case ["SET", "SELF", "LANGUAGE", _]:
                    language = command.split()[-1]
                    self._tell("201 OK LANGUAGE SET")
                case ["QUIT"]:
                    self._tell("231 HAPPY HACKING")
                    return
                case words:
                    self._tell(*self._answer(" ".join(words)))

    def _answer(self, question: str) -> tuple[str, ...]:
        found = (answer for begin, answer in _ANSWERS.items() if question.startswith(begin))
        return next(found, ("208 OK DONE",))

    def _text(self) -> str:
        lines = []
        for line in self.rfile:
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            if text == ".":
                break
            lines.append(text.removeprefix(".") if text.startswith("..") else text)
        return " ".join(lines)

    def _spoken(self) -> None:
        number = next(self.server.numbers)
        self._tell(f"225-{number}", "225 OK MESSAGE QUEUED")
        for event, name in (("701", "BEGIN"), ("702", "END")):
            self._tell(f"{event}-{number}", f"{event}-1", f"{event} {name}")

    def _tell(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class _Server(ThreadingMixIn, UnixStreamServer):
    daemon_threads = True

    def __init__(self, socket: Path, speech: Speech) -> None:
        super().__init__(str(socket), _Client)
        self.speech = speech
        self.numbers = count(1)


@contextmanager
def speech_server(socket: Path) -> Iterator[Speech]:
    """Take what is spoken at `socket` (the path of a Unix socket to be made)."""
    speech = Speech()
    with _Server(socket, speech) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield speech
        server.shutdown()
        thread.join()
