"""The preview's own pages: the panel beside a page, the page of mistakes, the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment

from insyn.explanation import Severity, explain, stops
from insyn.language import Language, load_language
from insyn.language_report import advice, measures, passives
from insyn.plain import Reading
from insyn.problem import Place, Problem
from insyn.render import Theme, assets, find_theme
from insyn.render.assets import asset_names
from insyn.render.environment import make_environment
from insyn.serve.showing import Shown, digest, title_of

OWN = "/_insyn/"
PANEL = f"{OWN}panel"
SOURCE = f"{OWN}file"
SCRIPT = f"{OWN}preview.js"
STYLE = f"{OWN}panel.css"

_MOST = 200  # problems that are told in full
_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: `source` shows it in the browser, `editor` opens it, if that is set up."""

    place: str
    file: str
    line: int
    column: int
    source: str
    editor: str


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """One problem: `kind` is error, warning or advice, and `word` is what that is called."""

    kind: str
    word: str
    spot: Spot
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class FileProblems:
    """The problems in one file, named from the site's folder: the worst first."""

    file: str
    problems: tuple[ToldProblem, ...]


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive, and where it stands."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class PlainPart:
    """How the page's text reads: LIX and length in a line, and what could be said more plainly.

    `passives_hint` says what to do about the passives; empty where there are none.
    """

    measures: str
    problems: tuple[ToldProblem, ...]
    passives: tuple[Passive, ...]
    passives_hint: str


@dataclass(frozen=True, slots=True)
class PagePart:
    """Of the page beside the panel: the cards that it is made of, and how its text reads."""

    cards: tuple[Spot, ...]
    plain: PlainPart | None = None


@dataclass(frozen=True, slots=True)
class PanelView:
    """What is told beside a page, or instead of all pages where there are none.

    `told` and `errors` tell this panel and its mistakes from others; `untold` counts problems that
    are not in `files`.  The panel is `settled` when all of the site has been checked.
    """

    language: str
    title: str
    lead: str
    files: tuple[FileProblems, ...]
    untold: int
    page: PagePart
    told: str
    errors: str
    settled: bool
    search_lags: bool
    style: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file, from 1, and what is wrong in it."""

    number: int
    text: str
    problems: tuple[ToldProblem, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """The lines of a file."""

    language: str
    file: str
    spot: Spot
    lines: tuple[SourceLine, ...]


class Frame:
    """The preview's own pages, and what they need of the theme.

    All is read once, so that an edit to the theme can't break the page that tells of it; and the
    site's overrides play no part.  `editor` is the address that opens a file in an editor.
    """

    def __init__(self, site: Path, editor: str = "") -> None:
        theme = Theme(find_theme())
        made = assets(theme)
        names = asset_names(made)
        self._site = site.resolve()
        self._editor = editor
        self.files: Mapping[str, bytes] = {
            **{f"{OWN}{file.path}": file.content for file in made},
            SCRIPT: theme.read("preview/preview.js"),
            STYLE: theme.read("preview/panel.css"),
        }
        self.languages = {
            code: load_language(code, theme.folder / "locale") for code in ("sv", "en")
        }

        def environment(language: Language) -> Environment:
            return make_environment(
                theme, language, currency="", asset=lambda name: f"{OWN}{names[name]}"
            )

        self._templates = {
            (kind, code): environment(language).get_template(f"preview/{kind}.html")
            for code, language in self.languages.items()
            for kind in ("panel", "problems", "source")
        }

    def render_panel(self, shown: Shown, page: str, told: str, *, search_lags: bool) -> bytes:
        """The panel beside the `page`; `told` tells it from other panels."""
        making = shown.edition.making
        cards = making.cards_of(page) if making is not None else ()
        ground = shown.edition.ground
        readings = ground.portfolio.readings if ground is not None else {}
        reading = readings.get(cards[-1]) if cards else None
        view = self._view(shown, cards, told, reading, search_lags=search_lags)
        return self._render("panel", view)

    def render_problems(self, shown: Shown) -> bytes:
        """The page that tells what is wrong where there is no site to show."""
        return self._render("problems", self._view(shown, (), "", None, search_lags=False))

    def render_source(self, shown: Shown, file: str, lines: Iterable[str]) -> bytes:
        """The page of a file's lines, with the problems of each."""
        by_line: dict[int, list[ToldProblem]] = {}
        for problem in _worst_first(shown.problems):
            if problem.place.file == file:
                told = self._told(shown.language, problem)
                by_line.setdefault(problem.place.line, []).append(told)
        view = SourceView(
            language=shown.language.code,
            file=file,
            spot=self._spot(Place(file)),
            lines=tuple(
                SourceLine(number, text, tuple(by_line.get(number, ())))
                for number, text in enumerate(lines, start=1)
            ),
        )
        return self._render("source", view)

    def _render(self, kind: str, view: PanelView | SourceView) -> bytes:
        html: str = self._templates[kind, view.language].render(view=view)
        return html.strip().encode() + b"\n"

    def _view(
        self,
        shown: Shown,
        cards: Sequence[str],
        told: str,
        reading: Reading | None,
        *,
        search_lags: bool,
    ) -> PanelView:
        # What is said of the page's own words is said in its part alone.
        apart = frozenset(advice(reading)) if reading else frozenset()
        problems = _worst_first(
            (problem for problem in shown.problems if problem not in apart), cards
        )
        errors = [problem for problem in problems if stops(problem)]
        return PanelView(
            language=shown.language.code,
            title=title_of(shown),
            lead=self._lead(shown),
            files=tuple(
                FileProblems(file, tuple(self._told(shown.language, one) for one in found))
                for file, found in groupby(problems[:_MOST], key=lambda one: one.place.file)
            ),
            untold=max(0, len(problems) - _MOST),
            page=PagePart(
                tuple(self._spot(Place(card)) for card in cards),
                self._plain(shown.language, reading) if reading else None,
            ),
            told=told,
            errors=digest(repr((errors, shown.failure)).encode()) if not shown.good else "",
            settled=shown.settled,
            search_lags=search_lags,
            style=STYLE,
        )

    def _plain(self, language: Language, reading: Reading) -> PlainPart:
        found = passives(reading)
        return PlainPart(
            measures=measures(reading, language.code),
            problems=tuple(self._told(language, problem) for problem in advice(reading)),
            passives=tuple(
                Passive(dict(problem.values)["text"], self._spot(problem.place))
                for problem in found
            ),
            passives_hint=explain(found[0], language.code).hint if found else "",
        )

    def _lead(self, shown: Shown) -> str:
        say = shown.language.say
        if shown.failure:
            return shown.failure
        if shown.good:
            return ""
        if shown.edition.empty:
            return say("Correct and save. This page then follows by itself.")
        return say("The page is as it was before. Correct and save, and it follows by itself.")

    def _told(self, language: Language, problem: Problem) -> ToldProblem:
        told = explain(problem, language.code)
        words = {
            Severity.ERROR: language.say("Mistake"),
            Severity.WARNING: language.say("Warning"),
            Severity.ADVICE: language.say("Advice"),
        }
        severity = told.severity
        spot = self._spot(problem.place)
        return ToldProblem(severity.value, words[severity], spot, told.message, told.hint)

    def _spot(self, place: Place) -> Spot:
        is_content = place.file.startswith("content/")
        source = f"{SOURCE}?{urlencode({'path': place.file})}#L{place.line}" if is_content else ""
        whole = quote(f"/{(self._site / place.file).as_posix().lstrip('/')}")
        editor = (
            self._editor.replace("{path}", whole)
            .replace("{line}", str(place.line))
            .replace("{column}", str(place.column))
        )
        shown = f"{place.file}:{place.line}"
        return Spot(
            shown, place.file, place.line, place.column, source, editor if is_content else ""
        )


def _worst_first(problems: Iterable[Problem], cards: Sequence[str] = ()) -> list[Problem]:
    """The problems by file: errors before warnings before advice, and the worst file first.

    Of files that are as bad as each other, the `cards` of the page that is looked at come first.
    """
    rank = {problem: _ORDER.index(explain(problem, "en").severity) for problem in problems}
    worst: dict[str, int] = {}
    for problem, order in rank.items():
        worst[problem.place.file] = min(order, worst.get(problem.place.file, order))

    def key(problem: Problem) -> tuple[int, bool, str, int, Place]:
        file = problem.place.file
        return worst[file], file not in cards, file, rank[problem], problem.place

    return sorted(rank, key=key)
