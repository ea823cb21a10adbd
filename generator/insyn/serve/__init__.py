"""The preview: the site on this computer, made anew and loaded anew at every save.

Hides the web server, the watching of files and the reloading of pages.  A built site is served
from memory, so nothing on the disk can be reached but what the build names and the content's own
texts, and `public/` is never touched.

    save ─watching→ rebuild ─build→ Shown ─answering→ Answer ─listening→ browser ─changes→ reload

What makes it quick: at a save the pages that somebody looks at are made and shown first; then all
is planned, and a page is made when it is asked for; then, while nobody waits, the rest is made and
checked.  A newer save ends that work at once, and what was made by then is kept.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

from insyn.build import Memory, lay_ground
from insyn.pictures import default_cache
from insyn.serve.answering import Desk
from insyn.serve.listening import ADDRESS, HEADERS, POLICY, CannotServeError, listening
from insyn.serve.panel import Frame
from insyn.serve.showing import Preview, Tell
from insyn.serve.watching import Saves

__all__ = ["HEADERS", "POLICY", "CannotServeError", "serve"]

_SWITCH = 0.001  # seconds: a browser's request waits no longer for the building of other pages


def serve(  # noqa: PLR0913 - what a preview is of and how, by name
    site: Path,
    *,
    port: int,
    today: date,
    tell: Tell,
    stop: Event | None = None,
    editor: str = "",
    spoken: str = "",
) -> None:
    """Show the site of the folder `site` at `http://127.0.0.1:<port>/` till Ctrl-C or `stop`.

    A `port` of 0 takes a free one.  `tell` gets a sentence or two whenever something has happened.
    `editor` is the address that opens a file in somebody's editor, with `{path}`, `{line}` and
    `{column}` in it.  `spoken` is the language to speak, "sv" or "en", where it is not to be the
    site's.  Raises `CannotServeError` when the port can't be had or the files can't be watched.
    """
    with listening(port) as server, Saves(site, stop) as saves, _quick():
        address = f"http://{ADDRESS}:{server.port}"
        frame = Frame(site, editor)
        languages = frame.languages
        if spoken:
            languages = dict.fromkeys(languages, languages[spoken])
        preview = Preview(
            partial(lay_ground, site, base=address, today=today, memory=Memory(), drafts=True),
            f"{address}/",
            tell,
            languages,
            cache=default_cache(site),
            overtaken=saves.are_waiting,
        )
        try:
            with server.showing(Desk(preview, frame, site)):
                preview.rebuild()
                while saves.wait():
                    preview.rebuild()
        except KeyboardInterrupt:
            preview.tell_end()


@contextmanager
def _quick() -> Iterator[None]:
    """Let nothing hold up an answer: no search for garbage, which looks at every page and card.

    What a site is made of is freed without it.
    """
    collected, switched = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(_SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(switched)
        if collected:
            gc.enable()
