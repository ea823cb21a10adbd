"""A visitor who listens, and the transcript of what she pressed and heard.

She moves as users of screen readers do: by headings (`h`, or `2` for those of level 2), landmarks
(`m`), links (`k`), fields (`e`), buttons (`b`), tables (`t`), cells (`alt+shift` and an arrow),
lines (`Down`), and `Tab`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, Route

from orca.desktop import QUIET, Desktop
from orca.transcript import Move, Transcript

# After a page has come, the browser tells of it in several goes.
LOADED = 1.0  # seconds
MOST = 40  # presses; who needs more of one key is lost

# What Orca tells of the network, not of the page: how often depends on the machine.
_LOADING = ("Läser in.", "Inläsning av ", "Loading.", "Finished loading ")
# What Orca says where it begins anew at the other end of the page: it is not there, then.
_ROUND = ("Börjar om från", "Wrapping to")


@dataclass
class Listener:
    """Somebody with a screen reader at `desktop`, who visits the site at `address`."""

    desktop: Desktop
    page: Page
    address: str
    moves: list[Move | str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)

    def opens(self, path: str) -> str:
        """Type an address.  It is where the journey begins, and counts as no press."""
        self.desktop.press("ctrl+l")
        self.desktop.wait()
        self.desktop.type(self.address + path)
        self.desktop.wait()
        heard = self._does(f"opens {path}", lambda: self.desktop.press("Return"), LOADED)
        self.visited.append(self.page.evaluate("location.pathname"))
        return heard

    def wants(self, aim: str) -> None:
        """Say what the next presses are for.  Each aim is counted for itself."""
        self.moves.append(aim)

    def presses(self, *keys: str) -> str:
        """Press keys, one after the other; return what is heard at the last."""
        heard = ""
        for key in keys:
            heard = self._does(key, lambda key=key: self.desktop.press(key))  # type: ignore[misc]
        return heard

    def presses_until(self, key: str, *words: str) -> str:
        """Press a key until one hears all the words."""
        for _ in range(MOST):
            heard = self.presses(key)
            if all(word in heard for word in words):
                return heard
            if not heard or heard.startswith(_ROUND):
                break
        raise LostError(
            f"{words} is not heard, however often one presses {key}.\n{self.transcript.text}"
        )

    def follows(self, late: str = "") -> str:
        """Press Enter on a link or button that brings another page.

        What has an address like `late` comes when she has heard the page without it: so it is on a
        slow line, and so it is told in the same order on every machine.
        """
        held: list[Route] = []

        def act() -> None:
            self.desktop.press("Return")
            if late:
                self.desktop.wait(LOADED)
                self.page.wait_for_timeout(1)  # now Playwright tells of what is asked for
                assert held, f"nothing like {late} is asked for"
                for route in held:
                    route.continue_()
                self.page.unroute(late)

        if late:
            self.page.route(late, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
        heard = self._does("Return", act, LOADED)
        self.visited.append(self.page.evaluate("location.pathname"))
        return heard

    def does(self, key: str) -> str:
        """Press a key after which the page fetches something, or waits for more to be chosen."""
        return self._does(key, lambda: self.desktop.press(key), LOADED)

    def types(self, text: str) -> str:
        """Type into a field.  Letters are no presses: everybody types them."""
        return self._does(f"types {text}", lambda: self.desktop.type(text))

    @property
    def transcript(self) -> Transcript:
        """What was pressed and heard."""
        return Transcript(self.desktop.language, tuple(self.moves))

    def _does(self, done: str, act: Callable[[], None], quiet: float = QUIET) -> str:
        before = len(self.desktop.speech)
        act()
        self.desktop.wait(quiet)
        heard = tuple(
            phrase
            for phrase in self.desktop.speech.since(before)
            if not phrase.words.startswith(_LOADING)
        )
        move = Move(done, heard)
        self.moves.append(move)
        return move.words


class LostError(AssertionError):
    """The visitor does not find what she looks for."""
