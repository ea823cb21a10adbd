"""A visitor who listens: Guidepup's virtual screen reader, run inside the page.

It reads what the browser's accessibility rules make of the page, in reading order, and moves by
headings and links as screen readers do.  Each move says one phrase ("heading, Budget, level 2").
Its rule to run is that of a reader: from where one is, never from a selector.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page

# A module cannot be put into a page as text; the page fetches it from its own address.
_MODULE = "/_virtual_reader.js"
_MOST = 4000  # phrases; a longer page is none that one listens to

Stop = Literal["Heading", "HeadingLevel2", "HeadingLevel3", "Link", "Landmark", "Main", "Region"]


@dataclass
class Ear:
    """Somebody who listens to `page`.  `presses` counts her moves.

    The page must come from a context with `bypass_csp=True`: the reader is no part of the site.
    """

    page: Page
    source: str
    presses: int = 0

    def __post_init__(self) -> None:
        self.page.route(
            f"**{_MODULE}",
            lambda route: route.fulfill(body=self.source, content_type="text/javascript"),
        )

    def open(self, address: str) -> str:
        """Go to an address by typing it; return the title that is heard."""
        self.page.goto(address)
        return self.listen()

    def listen(self) -> str:
        """Begin to listen at the top of the page that is there; return its title."""
        self.page.evaluate(
            """async module => {
                const { virtual } = await import(module);
                window.virtualReader = virtual;
                await virtual.start({ container: document.body });
            }""",
            _MODULE,
        )
        return self.page.title()

    def whole(self, part: str = "body") -> list[str]:
        """Every phrase of the page, or of a part of it (a selector), from the top."""
        said: list[str] = self.page.evaluate(
            """async ([part, most]) => {
                const reader = window.virtualReader;
                await reader.stop();
                await reader.start({ container: document.querySelector(part) });
                const end = `end of ${await reader.lastSpokenPhrase()}`;
                for (let n = 0; n < most; n += 1) {
                    if (await reader.lastSpokenPhrase() === end) break;
                    await reader.next();
                }
                return reader.spokenPhraseLog();
            }""",
            [part, _MOST],
        )
        assert said[-1] == f"end of {said[0]}"
        return said

    def next(self, steps: int = 1) -> str:
        """Read on; return the last phrase."""
        self.presses += steps
        for _ in range(steps):
            self.page.evaluate("() => window.virtualReader.next()")
        return self.heard

    def jump(self, stop: Stop) -> str:
        """Jump to the next heading, link or landmark; return what is heard there."""
        self.presses += 1
        self.page.evaluate(
            "stop => window.virtualReader.perform(window.virtualReader.commands[stop])",
            f"moveToNext{stop}",
        )
        return self.heard

    def jump_to(self, stop: Stop, words: str) -> str:
        """Jump from one such stop to the next until `words` are heard; fail after a whole round."""
        heard: list[str] = []
        while words not in (phrase := self.jump(stop)):
            assert phrase not in heard[:1] or len(heard) < 2, f"{words!r} is not among {heard}"
            assert len(heard) < _MOST, f"{words!r} is not among {heard}"
            heard.append(phrase)
        return phrase

    def read_to(self, words: str) -> str:
        """Read on until `words` are heard; fail at the end of the page."""
        while words not in (phrase := self.next()):
            assert phrase != "end of document", f"{words!r} is not on the rest of the page"
        return phrase

    def follow(self) -> str:
        """Press Enter on the link that one hears; return the title of the page that one is on."""
        self.presses += 1
        link: str = self.page.evaluate(
            """() => {
                let node = window.virtualReader.activeNode;
                while (node && !node.href) node = node.parentElement;
                return node ? node.getAttribute("href") : "";
            }"""
        )
        assert link, f"{self.heard!r} is no link"
        press = "() => { void window.virtualReader.act(); }"
        if not link.startswith("#"):
            with self.page.expect_navigation():
                self.page.evaluate(press)
            return self.listen()
        self.page.evaluate(press)
        # A browser moves the reader's place with its own; here the reader goes there by itself.
        self.page.evaluate(
            """async id => {
                const reader = window.virtualReader;
                const target = document.getElementById(id);
                await reader.start({ container: document.body });
                while (!target.contains(reader.activeNode)) await reader.next();
            }""",
            link.removeprefix("#"),
        )
        return self.page.title()

    @property
    def heard(self) -> str:
        """The last phrase."""
        phrase: str = self.page.evaluate("() => window.virtualReader.lastSpokenPhrase()")
        return phrase
