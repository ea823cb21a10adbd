"""Every component: its description is true, and its examples make valid, accessible pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from insyn.language import load_language
from insyn.render import Component, Theme, find_theme, load_components, render_example
from insyn.render.rendering import make_environments, tidy
from sample_pages import layout

THEME = Theme(find_theme())
COMPONENTS = load_components(THEME)
LANGUAGES = {code: load_language(code, THEME.folder / "locale") for code in ("sv", "en")}
ENVIRONMENTS = make_environments(THEME, LANGUAGES, "SEK")

each_component = pytest.mark.parametrize("component", COMPONENTS, ids=lambda c: str(c.name))
each_language = pytest.mark.parametrize("language", LANGUAGES)

# Each example stands in a page of its own: two of one component may use the same id.
PAGE = """{% extends "layouts/base.html" %}
{% block main %}<h1>Component</h1><h2>Example</h2>{{ example|safe }}{% endblock %}"""


def page_with(html: str, environment: Environment, language: str) -> str:
    page = layout("text", language)
    return tidy(environment.from_string(PAGE).render(page=page, example=html))


def macro_of(component: Component) -> nodes.Macro:
    path = f"components/{component.name}/template.html"
    tree = ENVIRONMENTS["en"].parse(THEME.read(path).decode())
    macros = [m for m in tree.find_all(nodes.Macro) if m.name == component.macro]
    assert len(macros) == 1, f"{path} must have one macro {component.macro}"
    return macros[0]


def test_every_component_is_described() -> None:
    folders = {path.split("/")[1] for path in THEME.under("components", ".html")}
    assert folders == {component.name for component in COMPONENTS}


@each_component
def test_the_description_names_the_macro_s_parameters(component: Component) -> None:
    macro = macro_of(component)
    taken = [argument.name for argument in macro.args]
    assert [parameter.name for parameter in component.parameters] == taken
    required = taken[: len(taken) - len(macro.defaults)]
    assert [p.name for p in component.parameters if p.required] == required


@each_component
def test_a_component_is_described_and_used(component: Component) -> None:
    assert component.description
    assert component.examples
    assert all(parameter.description for parameter in component.parameters)
    path = f"components/{component.name}/template.html"
    users = [p for p in THEME.under("", ".html") if p != path] or [
        p for p in THEME.paths if p.endswith(".html") and p != path
    ]
    assert any(path in THEME.read(user).decode() for user in users)


@each_component
@each_language
def test_examples_render_without_none_or_empty_headings(
    component: Component, language: str
) -> None:
    for example in component.examples:
        html = render_example(component, example, ENVIRONMENTS[language])
        assert "None" not in html
        assert not re.search(r"<(h\d|dt|dd|li|a|th|caption)\b[^>]*>\s*</\1>", html)
        assert "style=" not in html


def test_a_text_in_another_language_says_so() -> None:
    (component,) = (c for c in COMPONENTS if c.name == "story-list")
    html = render_example(component, component.examples[0], ENVIRONMENTS["sv"])
    assert 'lang="ar" dir="auto"' in html
    assert 'lang="sv"' not in html


def funding_html(name: str, language: str = "sv") -> str:
    (component,) = (c for c in COMPONENTS if c.name == "funding")
    (example,) = (e for e in component.examples if e.name == name)
    return render_example(component, example, ENVIRONMENTS[language]).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_a_known_budget_is_said_drawn_and_tabled() -> None:
    html = funding_html("Both known")
    assert "Av 12,4 miljoner kr kommer 4,7 miljoner kr från EU." in html
    assert "Det är 38 procent." in html
    assert '<rect class="part" width="38.2%"' in html
    assert "4 719 182 kr" in html
    assert 'aria-label="Stapeldiagram. Samma siffror står i tabellen."' in html


def test_the_share_is_told_once() -> None:
    """By the sentence: the picture points to the table, and the table has the amounts."""
    html = re.sub(r"<svg.*?</svg>", "", funding_html("Both known"))
    assert html.count("38") == 2  # in the sentence, and in 12 352 838
    assert "%" not in html


def test_money_of_which_nobody_knows_who_pays_is_said_and_tabled() -> None:
    html = funding_html("A sum with a part of which nobody knows who pays")
    assert "Av 5,0 miljoner kr kommer minst 1,0 miljoner kr från EU." in html
    assert "För 3,0 miljoner kr är det okänt vem som betalar." in html
    assert "3 000 000 kr" in html
    assert '<rect class="part" width="20.0%"' in html
    assert 'x="40.0%" width="60.0%"' in html


def test_zero_divides_nothing() -> None:
    html = funding_html("0 kr")
    assert "0 kr är redovisade." in html
    assert "<svg" not in html
    assert "%" not in html


@pytest.mark.parametrize("name", ["Nothing known", "EU support alone", "Total alone"])
def test_what_is_not_known_is_neither_drawn_nor_shared(name: str) -> None:
    html = funding_html(name, "en")
    assert "not known" in html
    assert "<svg" not in html
    assert "%" not in html


def test_a_share_under_one_per_cent_is_not_called_zero() -> None:
    assert "less than one per cent" in funding_html("A very small share of much", "en")


@pytest.mark.slow
def test_examples_are_valid_html(tmp_path: Path, html_faults: Callable[[Path], list[str]]) -> None:
    for component in COMPONENTS:
        for language, environment in ENVIRONMENTS.items():
            for number, example in enumerate(component.examples):
                html = render_example(component, example, environment)
                # The top of a page brings its own h1.
                page = page_with(html, environment, language)
                if "<h1" in html:
                    page = page.replace("<h1>Component</h1><h2>Example</h2>", "")
                file = tmp_path / f"{component.name}-{number}-{language}.html"
                file.write_text(page, encoding="utf-8")
    assert html_faults(tmp_path) == []


@pytest.mark.parametrize(
    ("language", "count"), [("sv", "inget projekt, 2 berättelser"), ("en", "no project, 2 stories")]
)
def test_a_place_that_only_stories_are_from_says_so(language: str, count: str) -> None:
    (component,) = (c for c in COMPONENTS if c.name == "place-list")
    (example,) = (e for e in component.examples if e.name == "One that only stories are from")
    html = render_example(component, example, ENVIRONMENTS[language])
    assert f"<small>{count}</small>" in html
    assert "0 proj" not in html
    assert html.count("stories" if language == "en" else "berättelse") == 1
