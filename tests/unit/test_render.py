"""Pages become files: the frame, every kind of page, overrides, assets, and template mistakes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from insyn.files import File
from insyn.language import load_language
from insyn.pages.views import MunicipalityView, Page
from insyn.problem import Problem
from insyn.render import Theme, assets, find_theme, render_pages
from insyn.render.assets import minify_css, minify_js
from insyn.render.rendering import tidy
from sample_pages import BARE, FULL, sample_pages

THEME = Theme(find_theme())
LANGUAGES = {code: load_language(code, THEME.folder / "locale") for code in ("sv", "en")}


def rendered(pages: tuple[Page, ...], theme: Theme = THEME) -> dict[str, str]:
    files, problems = render_pages(pages, theme, LANGUAGES, "SEK")
    assert problems == ()
    return {file.path: file.content.decode() for file in files}


def render_with(overrides: dict[str, Path]) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    return render_pages(sample_pages(FULL), Theme(THEME.folder, overrides), LANGUAGES, "SEK")


@pytest.fixture(scope="module")
def full() -> dict[str, str]:
    return rendered((*sample_pages(FULL), *sample_pages(FULL, "en")))


@pytest.fixture(scope="module")
def bare() -> dict[str, str]:
    return rendered(sample_pages(BARE))


def test_every_template_has_a_sample() -> None:
    templates = {Path(path).stem for path in THEME.under("pages", ".html")}
    assert templates == set(FULL)


def test_no_page_says_none_or_has_an_empty_part(full: dict[str, str], bare: dict[str, str]) -> None:
    for pages in (full, bare):
        for path, html in pages.items():
            text = re.sub(r"<[^>]+>", " ", html)
            assert not re.search(r"\bNone\b", text), path
            empty = re.search(
                # Parts of the search page wait for its script.
                r"<(h\d|p|ul|ol|dl|dd|table|nav|section)\b(?![^>]*data-(?:part|field))[^>]*>\s*</\1>",
                html,
            )
            assert empty is None, (path, empty)


def test_every_page_has_one_h1_and_skips_no_level(
    full: dict[str, str], bare: dict[str, str]
) -> None:
    for pages in (full, bare):
        for path, html in pages.items():
            levels = [int(level) for level in re.findall(r"<h(\d)", html)]
            assert levels.count(1) == 1, path
            assert levels[0] == 1, path
            steps = itertools.pairwise(levels)
            assert all(later <= earlier + 1 for earlier, later in steps), (path, levels)


def test_the_skip_link_is_first_and_leads_to_main(full: dict[str, str]) -> None:
    for html in full.values():
        body = html[html.index("<body>") :]
        first = re.search(r"<(?:a|button|input)\b[^>]*>", body)
        assert first
        assert first[0] == '<a class="skip" href="#main_content">'
        assert '<main id="main_content" tabindex="-1"' in body


def test_landmarks_stand_once(full: dict[str, str]) -> None:
    for path, html in full.items():
        for tag in ("header", "main", "footer"):
            assert len(re.findall(rf"<{tag}\b", html)) == 1, (path, tag)


def test_no_inline_style_or_script(full: dict[str, str]) -> None:
    for html in full.values():
        assert " style=" not in html
        assert "<style" not in html
        scripts = re.findall(r"<script\b[^>]*>", html)
        assert all("src=" in s or "application/ld+json" in s for s in scripts)
        assert not re.search(r"\son\w+=", html)


def test_ids_of_the_theme_cannot_clash_with_those_of_headings(full: dict[str, str]) -> None:
    for kind in ("contacts", "story-list", "project-list", "not-found"):
        for identifier in re.findall(r'\bid="([^"]+)"', full[f"{kind}/index.html"]):
            assert "_" in identifier, (kind, identifier)


def test_same_page_in_other_languages(full: dict[str, str]) -> None:
    for path, other in (("money/index.html", "en/money/"), ("en/money/index.html", "money/")):
        html = full[path]
        assert '<link rel="alternate" hreflang="sv" href="https://insyn.example.se/money/">' in html
        assert (
            '<link rel="alternate" hreflang="x-default" href="https://insyn.example.se/money/">'
            in html
        )
        assert f'href="/{other}" lang=' in html


def test_only_searchable_pages_are_indexed(full: dict[str, str]) -> None:
    assert 'tabindex="-1" data-pagefind-body>' in full["project/index.html"]
    assert (
        '<meta property="insyn:region" content="Västsverige" '
        'data-pagefind-filter="region[content]">' in full["project/index.html"]
    )
    assert "data-pagefind-body" not in full["money/index.html"]


def test_texts_in_other_languages_are_marked(full: dict[str, str]) -> None:
    swedish = full["project-list/index.html"]
    assert 'lang="en" dir="auto">A project that nobody has translated</a>' in swedish
    assert 'lang="sv" dir="auto">Jobbpunkt Väst Örebro</a>' in full["en/project-list/index.html"]


def test_what_people_wrote_is_escaped() -> None:
    page = sample_pages({"municipality": FULL["municipality"]})[0]
    assert isinstance(page.view, MunicipalityView)
    view = replace(page.view, name="<script>alert(1)</script>")
    html = rendered((replace(page, view=view),))["municipality/index.html"]
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_contents_follow_the_page(full: dict[str, str]) -> None:
    html = full["project/index.html"]
    contents = html[html.index('class="contents"') : html.index("</nav>", html.index('"contents"'))]
    linked = re.findall(r'href="#([^"]+)"', contents)
    headed = [
        i
        for i in re.findall(r'<h2 id="([^"]+)"', html.partition("</main>")[0])
        if i != "on_this_page"
    ]
    assert linked == headed


def test_two_renderings_are_the_same() -> None:
    assert rendered(sample_pages(FULL)) == rendered(sample_pages(FULL))


def test_a_site_below_a_path_finds_its_assets() -> None:
    files, _ = render_pages(
        sample_pages({"text": FULL["text"]}), THEME, LANGUAGES, "SEK", root="/insyn/"
    )
    assert re.search(rb'href="/insyn/assets/insyn\.[0-9a-f]{10}\.css"', files[0].content)


# --- overrides and mistakes in templates ---


def written(folder: Path, text: str) -> Path:
    file = folder / "override.html"
    file.write_text(text, encoding="utf-8")
    return file


def test_an_override_may_extend_the_original(tmp_path: Path) -> None:
    override = written(
        tmp_path,
        '{% extends "theme:pages/text.html" %}{% block main %}{{ super() }}<p>Mer</p>'
        "{% endblock %}",
    )
    files, problems = render_with({"pages/text.html": override})
    assert problems == ()
    html = next(f.content.decode() for f in files if f.path == "text/index.html")
    assert "<h1>Om webbplatsen</h1>" in html
    assert "<p>Mer</p></main>" in html


def test_an_override_that_shadows_nothing_is_told_with_the_nearest(tmp_path: Path) -> None:
    files, (problem,) = render_with({"pages/projekt.html": written(tmp_path, "")})
    assert len(files) == len(FULL)
    assert problem.code == "override-shadows-nothing"
    assert problem.place.file == "content/overrides/pages/projekt.html"
    assert dict(problem.values)["nearest"] == "pages/project.html"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("<p>\n{% if %}", 2, "Expected an expression"),
        ("<p>\n\n{{ view.titel }}", 3, "has no attribute 'titel'"),
        ("{{ view|upside_down }}", 1, "No filter named 'upside_down'"),
        ('\n{% include "pages/nothing.html" %}', 2, "pages/nothing.html is not in the theme"),
        ('\n{{ asset("nothing.js") }}', 2, "assets/nothing.js is not in the theme"),
        ("\n{{ view.title|money }}", 2, "InvalidOperation"),
    ],
)
def test_a_template_mistake_is_told_with_file_and_line(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    files, (problem,) = render_with({"pages/text.html": written(tmp_path, text)})
    assert "text/index.html" not in {file.path for file in files}
    assert len(files) == len(FULL) - 1
    assert problem.code == "template-error"
    assert (problem.place.file, problem.place.line) == ("content/overrides/pages/text.html", line)
    assert what in dict(problem.values)["what"]


def test_mistakes_in_several_templates_are_told_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    _, problems = render_with(
        {
            "pages/text.html": written(tmp_path, "{{ view.a }}"),
            "pages/money.html": written(tmp_path / "other", "{% endfor %}"),
        }
    )
    assert [problem.place.file for problem in problems] == [
        "content/overrides/pages/money.html",
        "content/overrides/pages/text.html",
    ]


# --- assets ---


def test_the_stylesheet_is_one_small_file_that_names_the_font() -> None:
    files = {file.path: file.content for file in assets(THEME)}
    (style,) = (path for path in files if path.endswith(".css"))
    assert re.fullmatch(r"assets/insyn\.[0-9a-f]{10}\.css", style)
    (font,) = (path for path in files if path.endswith(".woff2"))
    assert font.removeprefix("assets/").encode() in files[style]
    assert {"favicon.svg", "favicon.ico", "assets/sharing.png"} <= set(files)


def test_the_picture_for_sharing_names_no_site() -> None:
    picture = Image.open(find_theme() / "assets" / "sharing.png").convert("RGB")
    assert picture.size == (1200, 630)
    ground = picture.getpixel((0, 0))
    for sides in ((0, 0, 400, 630), (800, 0, 1200, 630)):  # where words would stand
        assert picture.crop(sides).getcolors() == [(400 * 630, ground)]


def test_an_asset_of_the_site_s_own_changes_the_name(tmp_path: Path) -> None:
    own = tmp_path / "tokens.css"
    own.write_text(":root { --ink: #000 }", encoding="utf-8")
    before = {file.path for file in assets(THEME)}
    after = {file.path for file in assets(Theme(THEME.folder, {"assets/css/10-tokens.css": own}))}
    assert len(before - after) == 1


def test_scripts_import_each_other_by_their_names(tmp_path: Path) -> None:
    made = (file for file in assets(THEME) if file.path.endswith(".js"))
    scripts = {file.path: file.content.decode() for file in made}
    imported = {
        (path, f"assets/{name}")
        for path, text in scripts.items()
        for name in re.findall(r'(?:from |import\()"\./([^"]+)"', text)
    }
    assert len(imported) >= 4
    assert {name for _, name in imported} <= set(scripts)
    # A change in a script gives new names to all that need it, and to no others.
    words = "assets/search-words.js"
    own = tmp_path / "words.js"
    own.write_text(THEME.read(words).decode() + "export const more = 1;\n", encoding="utf-8")
    changed = {file.path for file in assets(Theme(THEME.folder, {words: own}))}
    needing = {path for path in scripts if path.startswith("assets/search")}
    assert {path for path in scripts if path not in changed} == needing


def test_scripts_that_import_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    words = "assets/search-words.js"
    own = tmp_path / "words.js"
    own.write_text('import { parse } from "./search-engine.js";\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"search-engine\.js imports assets/search-words\.js"):
        assets(Theme(THEME.folder, {words: own}))


def test_css_is_made_smaller_without_changing_it() -> None:
    css = '/* a */ a:hover , b > c { content: " / ; " ;  margin: calc(1px + 2px) }\n'
    assert minify_css(css) == 'a:hover,b>c{content:" / ; ";margin:calc(1px + 2px)}'


def test_scripts_are_made_smaller_without_changing_them() -> None:
    script = '// a\nif (b) {\n  // c\n  d("// e"); // f\n}\n'
    assert minify_js(script) == 'if (b) {\nd("// e"); // f\n}\n'
    for other in ("f(`\n// g\n  h`);\n", "/*\n// i */\nj();\n"):
        assert minify_js(other) == other


@pytest.mark.slow
def test_pages_are_valid_html(tmp_path: Path, html_faults: Callable[[Path], list[str]]) -> None:
    pages = (*sample_pages(FULL), *sample_pages(FULL, "en"))
    bare = [replace(page, file=f"bare/{page.file}") for page in sample_pages(BARE)]
    files, _ = render_pages((*pages, *bare), THEME, LANGUAGES, "SEK")
    for file in (*files, *assets(THEME)):
        target = tmp_path / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    assert html_faults(tmp_path) == []


# --- empty lines ---


@pytest.mark.parametrize(
    ("html", "tidied"),
    [
        ("a \n \t\n\n  b\n", "a\n  b\n"),
        ("\n\na", "a\n"),
        ("a", "a\n"),
        ("<p>a</p>  \n\n<pre>x  \n\n y</pre>\n\n\nb", "<p>a</p>\n<pre>x  \n\n y</pre>\nb\n"),
        ("a\n\n  <pre>\n\n</pre> \n", "a\n  <pre>\n\n</pre>\n"),
        ("<textarea>\n\n</textarea>", "<textarea>\n\n</textarea>\n"),
    ],
)
def test_pages_have_no_empty_lines_but_in_preformatted_text(html: str, tidied: str) -> None:
    assert tidy(html) == tidied
