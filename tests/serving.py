"""A small site, and a preview server of it on a free port, for the tests of `insyn serve`."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from urllib.parse import urlencode

from insyn.serve import serve

# No test waits for the clock: this is only how long a broken one goes on.
PATIENCE = 60  # seconds

SITE = """\
name: Insyn i Ekby
languages: [{languages}]
address: https://insyn.example.se
tagline: {{sv: Se vad pengarna går till, en: See where the money goes}}
description: {{sv: Här finns projekten., en: Here are the projects.}}
publisher: {{name: Ekby kommun, email: redaktion@insyn.example.se}}
currency: SEK
programme_areas:
  - {{sv: Programområde 1, en: Programme area 1}}
phases:
  - {{sv: Genomförande, en: Implementation}}
"""

ABOUT = """\
---
title: {title}
summary: Så är webbplatsen gjord.
aliases: [/gammal/]
---

## Vad är det här?

{text}

![Ett hus](../images/hus.svg)
"""

STORY = """\
---
title: Berättelsen om huset
summary: Ett hus byggdes i Ekby.
---

## Så började det

Först fanns inget hus.
"""

BROKEN = "---\ntitle: Om oss: fas 2\nsummary: Så är webbplatsen gjord.\n---\n\nText.\n"
"""A card with an unquoted colon on line 2."""

MISSPELLED = "---\ntitle: Om oss\nsumary: Kort sagt.\nflower: ros\n---\n\nText.\n"
"""A card with a misspelled field on line 3 and an unknown one on line 4."""


def write_site(folder: Path, languages: str = "sv, en") -> Path:
    """Write a site of a page with a picture and an old address, and a story; return its folder."""
    for name in ("pages", "images", "stories"):
        (folder / "content" / name).mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(SITE.format(languages=languages), "utf-8")
    write_about(folder)
    (folder / "content" / "stories" / "huset.md").write_text(STORY, "utf-8")
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>\n'
    (folder / "content" / "images" / "hus.svg").write_text(picture, "utf-8")
    return folder


def write_about(folder: Path, text: str = "Så här är det.", *, title: str = "Om oss") -> None:
    """Write the page of text, which is at `/om/`."""
    write_card(folder, ABOUT.format(title=title, text=text))


def write_card(folder: Path, card: str) -> None:
    """Write anything in the place of the page of text, in one step as careful editors do.

    Else a build might find the file half written, and show that before what was meant.
    """
    beside = folder / "content" / "pages" / ".om.md.new"
    beside.write_text(card, "utf-8")
    beside.replace(folder / "content" / "pages" / "om.md")


@dataclass
class Running:
    """A running preview; `told` has what it told, in order."""

    told: Queue[str] = field(default_factory=Queue)
    sentences: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def hear(self, words: str) -> str:
        """The next sentence with `words` in it."""
        while words not in (sentence := self.told.get(timeout=PATIENCE)):
            self.sentences.append(sentence)
        self.sentences.append(sentence)
        return sentence

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def ask(
        self, path: str, method: str = "GET", headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, str]:
        """The answer to one request, and its text."""
        connection = self.connect()
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text

    def wait_for_news(self, page: str, path: str = "/om/") -> None:
        """Return when something else is shown at `path` than when `page` was served."""
        seen = re.search(r'data-seen="([^"]+)"', page)
        assert seen is not None, page
        assert self.news(path, seen=seen[1]) == "page"

    def news(self, path: str, *, seen: str = "", told: str = "") -> str:
        """What an open window hears next that shows `path` as it was when it was `seen`."""
        _, text = self.ask(
            f"/_insyn/changes?{urlencode({'page': path, 'seen': seen, 'told': told})}"
        )
        news = re.search(r"data: (\w+)\n\n$", text)
        assert news is not None, text
        return news[1]

    def panel(self, path: str, *, without: str = "", having: str = "") -> str:
        """The panel beside the page, once it has and has not these words."""
        while True:
            _, page = self.ask(path)
            seen = re.search(r'data-seen="([^"]+)"', page)
            assert seen is not None, page
            _, panel = self.ask(f"/_insyn/panel?{urlencode({'page': path})}")
            if having in panel and (not without or without not in panel):
                return panel
            told = re.search(r'data-told="([^"]+)"', panel)
            assert told is not None, panel
            self.news(path, seen=seen[1], told=told[1])


@contextmanager
def previewed(site: Path) -> Iterator[Running]:
    """Run a preview of `site` meanwhile."""
    running, stop = Running(), threading.Event()
    thread = threading.Thread(
        target=serve,
        args=(site,),
        kwargs={"port": 0, "today": date(2026, 1, 31), "tell": running.told.put, "stop": stop},
    )
    thread.start()
    try:
        sentence = running.hear("http://")
        running.address = next(word for word in sentence.split() if word.startswith("http://"))
        yield running
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()
