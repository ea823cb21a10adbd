"""Pages to HTML files, and every template's mistake in one run."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from insyn.files import File
from insyn.language import Language
from insyn.pages.views import Page
from insyn.problem import Place, Problem, nearest
from insyn.processes import spread
from insyn.render.assets import asset_names, assets
from insyn.render.environment import make_environment
from insyn.render.theme import Theme

Finished = TypeVar("Finished")

_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def render_pages(
    pages: Sequence[Page],
    theme: Theme,
    languages: Mapping[str, Language],
    currency: str,
    *,
    root: str = "/",
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The HTML file of each page, in the same order, and what is wrong in the templates.

    `languages` has the site's first language first.  `root` is the path of the start page, with
    a slash at both ends ("/" or "/insyn/").  A template with a mistake gives one problem, and its
    pages no files.
    """
    maker = PageMaker(theme, languages, currency, root=root, finish=lambda file: file)
    return maker.make_all(pages)


@dataclass(slots=True)
class PageMemory(Generic[Finished]):
    """The pages of the last site, for a preview that makes it again and again.

    A page that has not changed is not made anew, while its `setting` is the same: the theme, the
    languages and the like.
    """

    setting: object = None
    pages: dict[str, tuple[Page, Finished]] = field(default_factory=dict)

    def begin(self, setting: object) -> object:
        """Forget all, if this is another `setting`.  Gives the setting to find and keep with."""
        if self.setting != setting:
            self.setting = setting
            self.pages = {}
        return self.setting

    def find(self, setting: object, page: Page) -> Finished | None:
        """What was made of this very page."""
        before = self.pages.get(page.file)
        known = before is not None and self.setting is setting and before[0] == page
        return before[1] if before is not None and known else None

    def keep(self, setting: object, page: Page, made: Finished) -> None:
        """Remember what was made of a page, while that is still the setting."""
        if self.setting is setting:
            self.pages[page.file] = (page, made)


class PageMaker(Generic[Finished]):
    """Makes pages in one setting: a single one when it is asked for, or all.

    For several threads at once, of which one at a time renders.
    """

    def __init__(  # noqa: PLR0913 - what a page is made with, by name
        self,
        theme: Theme,
        languages: Mapping[str, Language],
        currency: str,
        *,
        root: str,
        finish: Callable[[File], Finished],
        memory: PageMemory[Finished] | None = None,
    ) -> None:
        environments = make_environments(theme, languages, currency, root=root)
        self._theme = theme
        self._rendering = _Rendering(theme, environments, finish, {})
        self._memory = memory or PageMemory()
        setting = (theme.contents, tuple(languages.values()), currency, root)
        self._setting = self._memory.begin(setting)
        self._lock = Lock()

    @property
    def setting(self) -> object:
        """The very same for two that make equal pages equal, and share their memory."""
        return self._setting

    def make(self, page: Page) -> Finished | Problem:
        """The finished page, or what is wrong with its template."""
        with self._lock:
            made = self._memory.find(self._setting, page)
            if made is not None:
                return made
            outcome = self._rendering.outcome(page)
            if not isinstance(outcome, Problem):
                self._memory.keep(self._setting, page, outcome)
            return outcome

    def make_all(
        self, pages: Sequence[Page], pause: Callable[[], None] = lambda: None
    ) -> tuple[tuple[Finished, ...], tuple[Problem, ...]]:
        """All finished pages, in order, and what is wrong with any template.

        Several processes share the work where they can.  `pause` is called before each page; what
        it raises ends the work, and what is made by then stays remembered.
        """
        problems = {**_syntax_errors(self._theme, self._rendering.environments)}
        find, setting = self._memory.find, self._setting
        found = {page.file: had for page in pages if (had := find(setting, page)) is not None}
        new = [page for page in pages if page.file not in found]

        def one(page: Page) -> Finished | Problem:
            pause()
            return self.make(page)

        outcomes = {page.file: made for page, made in zip(new, spread(one, new), strict=True)}
        files: dict[str, tuple[Page, Finished]] = {}
        spoilt: set[str] = set()
        for page in pages:
            template = _template(page)
            made = outcomes[page.file] if page.file in outcomes else found[page.file]
            if template in spoilt:
                continue
            if isinstance(made, Problem):
                spoilt.add(template)
                problems.setdefault(made.place.file, made)
            else:
                files[page.file] = (page, made)
        if self._memory.setting is setting:
            self._memory.pages = files
        finished = tuple(made for _, made in files.values())
        return finished, (
            *self._theme.problems(),
            *_lost_blocks(self._theme),
            *sorted(problems.values()),
        )


def overrides_by_page(pages: Sequence[Page], theme: Theme) -> dict[str, frozenset[str]]:
    """The site's own templates that each page is made with, as messages name them, by its file."""
    if not theme.overrides:
        return {}
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    reached: dict[str, frozenset[str]] = {}

    def reach(template: str) -> frozenset[str]:
        if template not in reached:
            reached[template] = frozenset()
            own = template in theme.overrides and template in theme.paths
            found = {theme.shown(template)} if own else set()
            try:
                named = find_referenced_templates(environment.parse(theme.read(template).decode()))
                for other in named:
                    found |= reach(other) if other else set()
            except (TemplateError, FileNotFoundError):
                pass  # told of where the page is rendered
            reached[template] = frozenset(found)
        return reached[template]

    return {page.file: reach(_template(page)) for page in pages}


def _lost_blocks(theme: Theme) -> Iterator[Problem]:
    """The blocks of the site's own templates that nothing shows: what they extend has no such."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])

    def parsed(template: str) -> nodes.Template:
        return environment.parse(theme.read(template).decode())

    def parent(tree: nodes.Template) -> str:
        extended = next(tree.find_all(nodes.Extends), None)
        named = extended.template if extended else None
        return str(named.value) if isinstance(named, nodes.Const) else ""

    for template in sorted(theme.overrides):
        if not (template.endswith(".html") and template in theme.paths):
            continue
        known: set[str] = set()
        try:
            tree = parsed(template)
            above, passed = parent(tree), {template}
            while above and above not in passed:  # a circle is told of where the page is rendered
                passed.add(above)
                original = parsed(above)
                known |= {block.name for block in original.find_all(nodes.Block)}
                above = parent(original)
        except (TemplateError, FileNotFoundError):
            continue  # told of where the template is compiled
        for block in tree.body:
            if known and isinstance(block, nodes.Block) and block.name not in known:
                yield Problem.at(
                    Place(theme.shown(template), block.lineno),
                    "override-block-unknown",
                    block=block.name,
                    known=", ".join(sorted(known)),
                    nearest=nearest(block.name, known),
                )


def _template(page: Page) -> str:
    return f"pages/{page.layout.kind}.html"


@dataclass(frozen=True, slots=True)
class _Rendering(Generic[Finished]):
    """How pages become files.  `spoilt` is what is wrong with templates that have failed."""

    theme: Theme
    environments: Mapping[str, Environment]
    finish: Callable[[File], Finished]
    spoilt: dict[str, Problem]

    def outcome(self, page: Page) -> Finished | Problem:
        """The finished file, or what is wrong with its template."""
        template = _template(page)
        if template in self.spoilt:
            return self.spoilt[template]
        environment = self.environments[page.layout.language]
        try:
            html = environment.get_template(template).render(page=page.layout, view=page.view)
        except Exception as error:
            problem = _problem(error, self.theme, template)
            if problem is None:
                raise
            self.spoilt[template] = problem
            return problem
        return self.finish(File(page.file, tidy(html).encode()))


def make_environments(
    theme: Theme, languages: Mapping[str, Language], currency: str, *, root: str = "/"
) -> dict[str, Environment]:
    """One environment for each language of the site."""
    names = asset_names(assets(theme))

    def asset(name: str) -> str:
        if name not in names:
            raise TemplateNotFound(f"assets/{name}")
        return root + names[name]

    return {
        code: make_environment(
            theme, language, currency, languages=languages, root=root, asset=asset
        )
        for code, language in languages.items()
    }


def tidy(html: str) -> str:
    """`html` without empty lines and space at the ends of lines, but for preformatted text."""
    parts = _PREFORMATTED.split(html)
    parts[::2] = map(_tight, parts[::2])
    return "".join(parts).strip() + "\n"


def _tight(html: str) -> str:
    *lines, last = html.split("\n")
    if not lines:
        return last
    first, *others = (line.rstrip(" \t") for line in lines)
    return "\n".join((first, *filter(None, others), last))


def _syntax_errors(theme: Theme, environments: Mapping[str, Environment]) -> dict[str, Problem]:
    """The templates that can't be read, by file, also those that no page uses now."""
    problems: dict[str, Problem] = {}
    for environment in list(environments.values())[:1]:
        for template in environment.list_templates():
            try:
                environment.get_template(template)
            except TemplateError as error:
                problem = _problem(error, theme, template)
                if problem is not None:
                    problems.setdefault(problem.place.file, problem)
    return problems


def _problem(error: Exception, theme: Theme, template: str) -> Problem | None:
    """`error` with the template and line where it came up; `None` if no template is to blame."""
    if isinstance(error, TemplateSyntaxError):
        place = Place(theme.shown(error.name or template), error.lineno)
        return Problem.at(place, "template-error", what=error.message or "")
    shown = {theme.shown(path) for path in theme.paths} | {f"theme/{p}" for p in theme.paths}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in shown:
            place = Place(frame.filename, frame.lineno or 1)
            return Problem.at(place, "template-error", what=_what(error))
    if isinstance(error, TemplateNotFound):
        place = Place(theme.shown(template))
        return Problem.at(place, "template-error", what=_what(error))
    return None


def _what(error: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(error, TemplateNotFound):
        return f"{error.name} is not in the theme"
    said = re.sub(r"'insyn\.[\w.]*?(\w+) object'", r"\1", " ".join(str(error).split()))
    return said if isinstance(error, TemplateError) else f"{type(error).__name__}: {said}"
