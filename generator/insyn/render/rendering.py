"""Pages to HTML files, and every template's mistake in one run."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from insyn.files import File
from insyn.language import Language
from insyn.pages.views import Page
from insyn.problem import Place, Problem
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
    return make_pages(pages, theme, languages, currency, root=root, finish=lambda file: file)


@dataclass(slots=True)
class PageMemory(Generic[Finished]):
    """The pages of the last site, for a preview that makes it again and again.

    A page that has not changed is not made anew, while its `setting` is the same: the theme, the
    languages and the like.
    """

    setting: object = None
    pages: dict[str, tuple[Page, Finished]] = field(default_factory=dict)

    def begin(self, setting: object) -> None:
        """Forget all, if this is another `setting`."""
        if self.setting != setting:
            self.setting = setting
            self.pages = {}

    def knows(self, page: Page) -> bool:
        """Has this very page been made?"""
        before = self.pages.get(page.file)
        return before is not None and before[0] == page


def make_pages(  # noqa: PLR0913 - what a page is made with, by name
    pages: Sequence[Page],
    theme: Theme,
    languages: Mapping[str, Language],
    currency: str,
    *,
    root: str,
    finish: Callable[[File], Finished],
    memory: PageMemory[Finished] | None = None,
) -> tuple[tuple[Finished, ...], tuple[Problem, ...]]:
    """As `render_pages`, with `finish` done on each file.

    Several processes share the work, so what `finish` returns must be picklable.  What `memory`
    has is not made again.
    """
    environments = make_environments(theme, languages, currency, root=root)
    problems = {**_syntax_errors(theme, environments)}
    memory = memory or PageMemory()
    memory.begin((theme.contents, tuple(languages.values()), currency, root))
    rendering = _Rendering(theme, environments, finish, set())
    new = [page for page in pages if not memory.knows(page)]
    outcomes = dict(zip(map(id, new), spread(rendering.outcome, new), strict=True))
    files: dict[str, tuple[Page, Finished]] = {}
    spoilt: set[str] = set()
    for page in pages:
        template = _template(page)
        made = outcomes[id(page)] if id(page) in outcomes else memory.pages[page.file][1]
        if template in spoilt or made is None:
            continue
        if isinstance(made, Problem):
            spoilt.add(template)
            problems.setdefault(made.place.file, made)
        else:
            files[page.file] = (page, made)
    memory.pages = files
    finished = tuple(made for _, made in files.values())
    return finished, (*theme.problems(), *sorted(problems.values()))


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


def _template(page: Page) -> str:
    return f"pages/{page.layout.kind}.html"


@dataclass(frozen=True, slots=True)
class _Rendering(Generic[Finished]):
    """How pages become files.  `spoilt` are templates that have failed: once is enough."""

    theme: Theme
    environments: Mapping[str, Environment]
    finish: Callable[[File], Finished]
    spoilt: set[str]

    def outcome(self, page: Page) -> Finished | Problem | None:
        """The finished file, or what is wrong with its template; `None` if that is told."""
        template = _template(page)
        if template in self.spoilt:
            return None
        environment = self.environments[page.layout.language]
        try:
            html = environment.get_template(template).render(page=page.layout, view=page.view)
        except Exception as error:
            problem = _problem(error, self.theme, template)
            if problem is None:
                raise
            self.spoilt.add(template)
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
