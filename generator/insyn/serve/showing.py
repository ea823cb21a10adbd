"""What is shown now, and how it follows the content: the pages somebody looks at come first."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Condition, Thread

from insyn.build import Ground, Making, Website
from insyn.explanation import explain, stops
from insyn.files import File
from insyn.index import FOLDER as SEARCH_FOLDER
from insyn.index import build_index
from insyn.language import Language
from insyn.pictures import Version, content_of
from insyn.problem import Problem
from insyn.render import assets
from insyn.serve.listening import one_line

Tell = Callable[[str], None]

_COURTESY = 0.5  # seconds that the building waits for an answer to be given
_READING = 0.1  # seconds without a request after which a browser has what it wanted
_LONGEST_READING = 1.5
_SEEN_AT_ONCE = 4  # pages that are made before all others, those looked at last


@dataclass(frozen=True, slots=True)
class Edition:
    """A site as it is served.  All paths are below its start page, as `File`'s.

    Of a site that is not finished, `files` has none of the pages: `making` makes them as they are
    asked for.  `glanced` are pages that are newer than the rest.
    """

    making: Making | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    glanced: Mapping[str, bytes] = field(default_factory=dict)
    media: Mapping[str, Path] = field(default_factory=dict)
    pictures: Mapping[str, Version] = field(default_factory=dict)
    cache: Path = Path()
    """Where pictures are kept once they are made."""
    ground: Ground | None = None
    """What was read last."""

    @property
    def empty(self) -> bool:
        """Is there nothing to show?"""
        return self.making is None

    @property
    def finished(self) -> bool:
        """Are all pages made?"""
        return self.making is not None and self.making.paths <= self.files.keys()

    def has(self, path: str) -> bool:
        """Is there a page or file at `path`, which Insyn has made?"""
        return (
            path in self.glanced
            or path in self.files
            or (self.making is not None and path in self.making.paths)
        )

    def find(self, path: str) -> bytes | None:
        """The page or file at `path`."""
        made = self.glanced.get(path, self.files.get(path))
        if made is None and self.making is not None and path in self.making.paths:
            made = self.making.find(path)
        if made is not None:
            return made
        try:
            if path in self.media:
                return self.media[path].read_bytes()
            if path in self.pictures:
                return content_of(self.pictures[path], self.cache)
        except OSError:  # deleted since
            return None
        return None

    def not_found(self, path: str) -> bytes:
        """The page that says that there is nothing at `path`, in the language of its address."""
        first = path.partition("/")[0]
        return self.find(f"{first}/404.html") or self.find("404.html") or b""

    def on_newer_ground(self, ground: Ground) -> Edition:
        """The same pages, with the assets, pictures and documents that newer pages may name."""
        return replace(
            self,
            files={**self.files, **_contents(assets(ground.theme))},
            media=dict(ground.media),
            pictures=dict(ground.pictures.versions),
            ground=ground,
        )


def _contents(files: tuple[File, ...]) -> dict[str, bytes]:
    return {file.path: file.content for file in files}


class Search:
    """The search index: made when it is first asked for, and then again when it is asked and old.

    Whoever asks the first time waits.  Later there is always one, if of the site as it was.
    """

    def __init__(self, fail: Callable[[Problem], None], changed: Callable[[], None]) -> None:
        self._fail = fail
        self._changed = changed
        self._news = Condition()
        self._pages: Mapping[str, bytes] | None = None
        self._indexed: Mapping[str, bytes] | None = None
        self._files: Mapping[str, bytes] = {}
        self._older: Mapping[str, bytes] = {}
        self._working = False
        self._closed = False

    @property
    def lags(self) -> bool:
        """Is there an index, but of an older site?"""
        return self._indexed is not None and self._indexed is not self._pages

    def follow(self, pages: Mapping[str, bytes]) -> None:
        """These are the site's pages from now on."""
        with self._news:
            if self._pages != pages:
                same = self._indexed == pages
                self._pages = pages
                if same:
                    self._indexed = pages
            self._news.notify_all()

    def find(self, path: str) -> bytes | None:
        """The index's file at `path`."""
        with self._news:
            self._news.wait_for(lambda: self._pages is not None or self._closed)
            if self._indexed is not self._pages and not self._working and not self._closed:
                self._working = True
                Thread(target=self._work, daemon=True).start()
            self._news.wait_for(lambda: self._indexed is not None or self._closed)
            # An open page may know the parts of the index before.
            return self._files.get(path, self._older.get(path))

    def close(self) -> None:
        """Let go of all who wait."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def _work(self) -> None:
        with self._news:
            pages = self._pages or {}
        try:
            files = self._make(pages)
        except OSError:  # no room for it
            files = {}
        with self._news:
            self._older, self._files, self._indexed = self._files, files, pages
            self._working = False
            self._news.notify_all()
        self._changed()

    def _make(self, pages: Mapping[str, bytes]) -> dict[str, bytes]:
        with tempfile.TemporaryDirectory(prefix="insyn-") as place:
            folder = Path(place)
            for path, content in pages.items():
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            for problem in build_index(folder):
                self._fail(problem)
            made = (file for file in (folder / SEARCH_FOLDER).rglob("*") if file.is_file())
            return {file.relative_to(folder).as_posix(): file.read_bytes() for file in made}


@dataclass(frozen=True)
class Shown:
    """What the preview shows from one moment to the next.

    `edition` is the last good site, which is empty until there is one.  `problems` are those of
    the content as it is now: of all of it once it is `settled`, before that those found so far.
    `failure` says what went wrong in Insyn itself, where that is why there is nothing newer.
    """

    language: Language
    edition: Edition
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    settled: bool = True

    @property
    def good(self) -> bool:
        """Is the site that is shown the newest?"""
        return not self.failure and not any(map(stops, self.problems))

    @cached_property
    def digest(self) -> str:
        """Tells what there is to say of it from what there was."""
        return digest(repr((self.problems, self.failure, self.settled)).encode())


def digest(content: bytes) -> str:
    """Tells `content` from any other."""
    return hashlib.sha256(content).hexdigest()[:16]


class _OvertakenError(Exception):
    """Something newer has been saved."""


class Preview:
    """What is shown now at `address`, and made anew on the ground that `lay` gives.

    `overtaken` tells whether there has been a newer save.  For several threads at once.
    """

    def __init__(  # noqa: PLR0913 - what a preview is told with, by name
        self,
        lay: Callable[[], Ground | Website],
        address: str,
        tell: Tell,
        languages: Mapping[str, Language],
        *,
        cache: Path = Path(),
        overtaken: Callable[[], bool] = lambda: False,
    ) -> None:
        self._lay = lay
        self._address = address
        self._tell = tell
        self._languages = languages
        self._cache = cache
        self._overtaken = overtaken
        self._news = Condition()
        self._shown: Shown | None = None
        self._closed = False
        self._good = Edition()
        self._late: tuple[Problem, ...] = ()
        self._told_of: Counter[object] = Counter()
        self._looked_at: dict[object, str] = {}
        self._answering = 0
        self._answered = self._told_at = time.monotonic()
        self.search = Search(self._tell_problem, self._notify)

    # --- making ---

    def rebuild(self) -> None:
        """Make the site anew, and show it or what is wrong with it.

        Whatever fails, the preview goes on and what was shown stays.  It ends early when something
        newer has been saved.
        """
        before = self._shown
        try:
            self._rebuild()
        except _OvertakenError:
            pass
        except Exception as error:  # noqa: BLE001  (its cause may be anything, and is told)
            language = before.language if before else self._languages["sv"]
            failure = language.say(
                "Insyn itself failed (%(error)s). To see where, run: insyn check",
                error=one_line(error),
            )
            self._tell(failure)
            edition = before.edition if before else Edition()
            self._show(Shown(language, edition, before.problems if before else (), failure))

    def _rebuild(self) -> None:
        ground = self._lay()
        language = self._language(ground.language)
        if isinstance(ground, Website):
            self._settle_on_last(language, ground.problems)
            return
        self._show_first(ground, language)
        self._let_be_read()
        making = Making(ground, self._pause)
        plannable = not any(map(stops, making.problems))
        if plannable:
            self._show_started(making, language)
        website, finished = self._finish(making)
        early = {*making.problems}
        self._late = tuple(problem for problem in website.problems if problem not in early)
        if not website.stopped:
            self._good = finished
        # Where nothing has ever been good, the best there is.
        if not website.stopped or (self._good.empty and plannable):
            self._settle(Shown(language, finished, website.problems))
        else:
            self._settle_on_last(language, website.problems)

    def _finish(self, making: Making) -> tuple[Website, Edition]:
        website = making.finish()
        edition = Edition(
            making,
            _contents(website.files),
            media=dict(website.media),
            pictures={version.path: version for version in website.pictures},
            cache=self._cache,
            ground=making.ground,
        )
        return website, edition

    def _settle_on_last(self, language: Language, problems: tuple[Problem, ...]) -> None:
        """Show the last good site, and the problems of a newer one."""
        last = self._edition if self._good.empty else self._good
        if last.making is not None and not last.finished:
            # It was overtaken before it was finished, and nobody else will do so.
            self._show(Shown(language, last, problems, settled=False))
            _, last = self._finish(last.making)
        self._settle(Shown(language, last, problems))

    def _show_started(self, making: Making, language: Language) -> None:
        """Show a site whose pages are made as they are asked for, if nothing is known against it.

        What is made last, feeds and data, is that of the site before.
        """
        before = {path: made for path, made in self._edition.files.items() if not _is_page(path)}
        started = Edition(making, before, cache=self._cache).on_newer_ground(making.ground)
        problems = self._kept(making.problems, set())
        if self._edition.empty or not any(map(stops, problems)):
            self._show(Shown(language, started, problems, settled=False))

    def _show_first(self, ground: Ground, language: Language) -> None:
        """Show what is seen at once: mistakes in the cards, or the pages that are looked at."""
        good = self._edition
        if any(map(stops, ground.problems)):
            last = good if self._good.empty else self._good
            self._show(Shown(language, last, ground.problems, settled=False))
            return
        if good.making is None:
            return
        glanced, problems = good.making.glance(ground, self._pages_looked_at)
        cards = {card for file in glanced for card in good.making.cards_of(file)}
        problems = self._kept(problems, {*glanced, *cards})
        edition = good if self._good.empty else self._good
        if not any(map(stops, problems)):
            newer = good.on_newer_ground(ground)
            edition = replace(newer, glanced={**good.glanced, **glanced})
        self._show(Shown(language, edition, problems, settled=False))

    def _kept(self, problems: tuple[Problem, ...], anew: set[str]) -> tuple[Problem, ...]:
        """`problems` with those that only a whole build finds, but for the files seen `anew`."""
        late = (problem for problem in self._late if problem.place.file not in anew)
        return tuple(sorted({*problems, *late}))

    def _pause(self) -> None:
        """Let browsers have their answers first, and end where there is something newer."""
        if self._overtaken():
            raise _OvertakenError
        if self._answering:
            with self._news:
                self._news.wait_for(lambda: not self._answering, _COURTESY)

    def _let_be_read(self) -> None:
        """Leave the processor to the browsers, which fetch what has just been shown."""
        end = time.monotonic() + (_LONGEST_READING if self._looked_at else 0)
        while time.monotonic() < min(end, max(self._answered, self._told_at) + _READING):
            self._pause()
            time.sleep(_READING / 10)

    # --- telling ---

    def _settle(self, shown: Shown) -> None:
        """Show what a whole build gave, and tell how it went."""
        language = shown.language
        pages = {path: made for path, made in shown.edition.files.items() if _is_page(path)}
        self.search.follow(pages)
        if shown.good:
            self._told_of.clear()
            said = language.say_many("%(count)s page made.", "%(count)s pages made.", len(pages))
            if shown.problems:
                said += " " + language.say_many(
                    "%(count)s thing could be better. To see it, run: insyn check",
                    "%(count)s things could be better. To see them, run: insyn check",
                    len(shown.problems),
                )
        else:
            said = "\n".join((*self._unheard(shown), title_of(shown)))
        self._show(shown)
        self._tell(said)

    def _unheard(self, shown: Shown) -> Iterator[str]:
        """The mistakes that have not been told yet, and how many of the told ones are gone."""
        errors = Counter(map(_known_as, filter(stops, shown.problems)))
        gone = (self._told_of - errors).total()
        new = errors - self._told_of
        self._told_of = errors
        for problem in filter(stops, shown.problems):
            if new[_known_as(problem)]:
                new[_known_as(problem)] -= 1
                yield _told(shown.language, problem)
        if gone:
            yield shown.language.say_many(
                "%(count)s mistake is corrected.", "%(count)s mistakes are corrected.", gone
            )

    def _show(self, shown: Shown) -> None:
        with self._news:
            first = self._shown is None
            self._shown = shown
            self._told_at = time.monotonic()
            self._news.notify_all()
        if first:
            self._tell(
                shown.language.say(
                    "The preview is at %(address)s – end it with Ctrl+C.", address=self._address
                )
            )

    def _tell_problem(self, problem: Problem) -> None:
        if self._shown is not None:
            self._tell(_told(self._shown.language, problem))

    def tell_end(self) -> None:
        """Say that the preview has ended."""
        language = self._shown.language if self._shown else self._languages["sv"]
        self._tell(language.say("The preview has ended."))

    def _language(self, code: str) -> Language:
        """The language that the preview speaks to somebody whose site is in `code`."""
        return self._languages.get(code, self._languages["en"])

    # --- asking ---

    @property
    def _edition(self) -> Edition:
        return self._shown.edition if self._shown else Edition()

    @property
    def _pages_looked_at(self) -> list[str]:
        """The pages that open windows show, the latest first."""
        looked_at = dict.fromkeys(reversed(list(self._looked_at.values())))
        return list(looked_at)[:_SEEN_AT_ONCE]

    def shown(self) -> Shown | None:
        """What is shown now, after waiting for the first; `None` if the preview ends before."""
        with self._news:
            self._news.wait_for(lambda: self._shown is not None or self._closed)
            return self._shown

    def settled(self) -> Shown | None:
        """What is shown after waiting for all of it; `None` if the preview ends before."""
        with self._news:
            self._news.wait_for(lambda: self._closed or (self._shown and self._shown.settled))
            return None if self._closed else self._shown

    @contextmanager
    def looked_at(self, path: str) -> Iterator[None]:
        """Somebody looks at the page `path` meanwhile."""
        window = object()
        self._looked_at[window] = path
        try:
            yield
        finally:
            del self._looked_at[window]

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Somebody waits for an answer meanwhile, and the building of other pages waits too."""
        with self._news:
            self._answering += 1
        try:
            yield
        finally:
            with self._news:
                self._answering -= 1
                self._answered = time.monotonic()
                self._news.notify_all()

    def wait_for(self, news: Callable[[Shown], str], seconds: float) -> str:
        """What `news` has to tell of what is shown, as soon as that is anything, or nothing."""
        shown, lags = self._shown, self.search.lags
        told = news(shown) if shown else ""
        if told:
            return told

        def is_other() -> bool:
            return self._closed or self._shown is not shown or self.search.lags != lags

        with self._news:
            self._news.wait_for(is_other, seconds)
            shown = self._shown
        return news(shown) if shown and not self._closed else ""

    def _notify(self) -> None:
        with self._news:
            self._news.notify_all()

    @property
    def closed(self) -> bool:
        """Has the preview ended?"""
        return self._closed

    def close(self) -> None:
        """Let go of all who wait."""
        self.search.close()
        with self._news:
            self._closed = True
            self._news.notify_all()


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def title_of(shown: Shown) -> str:
    """What is to be done, in a few words."""
    if shown.failure:
        return shown.language.say("The preview could not be made")
    say_many = shown.language.say_many
    errors = sum(map(stops, shown.problems))
    if errors:
        return say_many("%(count)s mistake to correct", "%(count)s mistakes to correct", errors)
    if shown.problems:
        return say_many(
            "%(count)s thing could be better",
            "%(count)s things could be better",
            len(shown.problems),
        )
    return shown.language.say("Preview")


def _known_as(problem: Problem) -> object:
    """What tells a mistake from others, wherever lines above it have moved it."""
    return problem.place.file, problem.code, problem.values


def _told(language: Language, problem: Problem) -> str:
    """A problem in one line, for a terminal."""
    place, told = problem.place, explain(problem, language.code)
    return f"{place.file}:{place.line}:{place.column}: {told.message} {told.hint}"
