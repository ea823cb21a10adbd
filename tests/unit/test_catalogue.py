"""A site's own catalogue of interface texts: what is asked of it, and how one is begun."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from insyn.build import model_texts
from insyn.catalogue import (
    CatalogueError,
    Text,
    begin_catalogue,
    catalogue_language,
    catalogue_path,
    find_untranslated,
    judge_catalogue,
    read_catalogue,
    texts_of,
)
from insyn.cli import main
from insyn.language import load_language
from insyn.problem import Place
from insyn.render import Theme, find_theme
from mirrored import mirrored_catalogue

TEXTS = (
    Text("Projects"),
    Text("%(count)s project", "%(count)s projects"),
    Text("See <b>%(name)s</b>"),
    Text("projects", context="address"),
    Text("{count} results"),
)
WHOLE = """
msgid "Projects"
msgstr "Hankkeet"

msgid "%(count)s project"
msgid_plural "%(count)s projects"
msgstr[0] "yksi hanke"
msgstr[1] "%(count)s hanketta"

msgid "See <b>%(name)s</b>"
msgstr "Katso <b>%(name)s</b>"

msgctxt "address"
msgid "projects"
msgstr "hankkeet"

msgid "{count} results"
msgstr "{count} tulosta"
"""


def judged(content: str | bytes, *, whole: bool = True) -> list[tuple[int, str, dict[str, str]]]:
    content = content.encode() if isinstance(content, str) else content
    problems = judge_catalogue(content, "fi", TEXTS, file="x.po", whole=whole)
    assert {problem.place.file for problem in problems} <= {"x.po"}
    return [(problem.place.line, problem.code, dict(problem.values)) for problem in problems]


def test_a_whole_catalogue_has_no_problem() -> None:
    assert judged(WHOLE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("Katso <b>%(name)s</b>", "Katso <b>%(nimi)s</b>", (10, "catalogue-values")),
        ("Katso <b>%(name)s</b>", "Katso <b>sitä</b>", (10, "catalogue-values")),
        ("Katso <b>%(name)s</b>", "Katso <b>%(name)s</b> 100 %", (10, "catalogue-values")),
        ("Katso <b>%(name)s</b>", "Katso %(name)s", (10, "catalogue-markup")),
        ("Hankkeet", "<script>Hankkeet</script>", (2, "catalogue-markup")),
        ("Hankkeet", "Hankkeet & muut", (2, "catalogue-markup")),
        ("{count} tulosta", "tuloksia", (17, "catalogue-values")),
        ('"hankkeet"', '"Hankkeet/ä"', (14, "catalogue-address")),
    ],
)
def test_what_would_break_a_page_is_told(right: str, wrong: str, told: tuple[int, str]) -> None:
    assert WHOLE.count(right) == 1
    assert [(line, code) for line, code, _ in judged(WHOLE.replace(right, wrong))] == [told]


def test_what_is_left_is_counted_and_only_where_the_theme_has_not_the_language() -> None:
    part = WHOLE.replace("Hankkeet", "").replace('"{count} tulosta"', '""')
    [(line, code, values)] = judged(part)
    assert (line, code) == (1, "catalogue-incomplete")
    assert values == {
        "some": "Projects; {count} results",
        "language": "fi",
        "count_sv": "2",
        "count_en": "2",
    }
    assert judged(part, whole=False) == []


def test_a_language_without_any_catalogue_is_told_of_where_the_site_names_it(
    tmp_path: Path,
) -> None:
    asked = {code: Place("content/site.yaml", 2, 9) for code in ("sv", "fi", "se")}
    path = tmp_path / "insyn.po"
    path.write_bytes(WHOLE.encode())
    theme = Theme(find_theme(), {catalogue_path("se"): path})
    missing, *others = theme.catalogue_problems((), asked)
    assert (missing.code, missing.place.line) == ("catalogue-missing", 2)
    assert dict(missing.values)["language"] == "fi"
    assert dict(missing.values)["count_en"].startswith("at least ")
    assert {problem.code for problem in others} == {"catalogue-incomplete"}


def test_a_plural_form_that_is_missing_counts_as_left() -> None:
    catalogue = read_catalogue(WHOLE.replace("%(count)s hanketta", "").encode(), "fi")
    assert find_untranslated(catalogue, TEXTS) == (TEXTS[1],)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("kaikki on rikki\n", 1),
        ('msgid "Projects"\nmsgstr "Hankkeet\n', 2),
        (b'msgid "Projects"\nmsgstr "\xe4"\n', 2),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__;\\n"\n', 1),
    ],
)
def test_a_file_that_is_no_catalogue_is_told_of(content: str | bytes, line: int) -> None:
    [(found, code, _)] = judged(content)
    assert (found, code) == (line, "catalogue-unreadable")


def test_a_catalogue_is_begun_with_every_text_and_keeps_what_it_has() -> None:
    begun = begin_catalogue("fi", TEXTS)
    assert set(texts_of(read_catalogue(begun, "fi"))) == set(TEXTS)
    assert find_untranslated(read_catalogue(begun, "fi"), TEXTS) == TEXTS
    translated = begun.replace(
        b'msgid "Projects"\nmsgstr ""', b'msgid "Projects"\nmsgstr "Hankkeet"'
    )
    again = begin_catalogue("fi", (*TEXTS, Text("Places")), translated)
    assert b'msgstr "Hankkeet"' in again
    assert Text("Places") in texts_of(read_catalogue(again, "fi"))
    assert begin_catalogue("fi", (*TEXTS, Text("Places")), again) == again


def test_a_broken_catalogue_is_not_begun_anew() -> None:
    with pytest.raises(CatalogueError):
        begin_catalogue("fi", TEXTS, b"broken")


def test_only_a_catalogue_of_a_language_lies_where_catalogues_lie() -> None:
    assert catalogue_language(catalogue_path("fi")) == "fi"
    assert catalogue_language("locale/../LC_MESSAGES/insyn.po") == ""
    assert catalogue_language("locale/fi/LC_MESSAGES/other.po") == ""


def test_the_sites_own_texts_stand_before_the_themes() -> None:
    folder = find_theme() / "locale"
    own = b'msgid "Projects"\nmsgstr "Satsningar"\n'
    swedish = load_language("sv", folder, own)
    assert (swedish.say("Projects"), swedish.say("Places")) == ("Satsningar", "Platser")
    finnish = load_language("fi", folder, WHOLE.encode())
    assert (finnish.spoken, finnish.say("Projects"), finnish.say("Places")) == (
        "fi",
        "Hankkeet",
        "Places",
    )
    assert finnish.say_many("%(count)s project", "%(count)s projects", 2) == "2 hanketta"
    assert load_language("fi", folder, b"broken").spoken == "en"


def test_names_and_words_of_the_model_are_translated() -> None:
    own = (
        'msgctxt "place"\nmsgid "Örebro County"\nmsgstr "Örebron lääni"\n\n'
        'msgctxt "place"\nmsgid "%(name)s Municipality"\nmsgstr "%(name)s, kunta"\n\n'
        'msgctxt "choice"\nmsgid "University"\nmsgstr "Yliopisto"\n'
    )
    finnish = load_language("fi", find_theme() / "locale", own.encode())
    assert finnish.place("Örebro County") == "Örebron lääni"
    assert finnish.place("Mark Municipality", bare="Mark") == "Mark, kunta"
    assert finnish.choice("Universitet", "University") == "Yliopisto"
    swedish, english = (load_language(code, find_theme() / "locale") for code in ("sv", "en"))
    assert swedish.place("Marks kommun", bare="Mark") == "Marks kommun"
    assert english.choice("Universitet", "University") == "University"


@pytest.mark.parametrize(("code", "sign"), [("sv", "70\xa0%"), ("en", "70%")])
def test_a_percent_sign_stands_as_the_language_has_it(code: str, sign: str) -> None:
    assert load_language(code, find_theme() / "locale").with_percent_sign("70") == sign


def test_a_catalogue_for_tests_lacks_nothing() -> None:
    texts = (*Theme(find_theme()).texts, *model_texts())
    assert find_untranslated(read_catalogue(mirrored_catalogue(), "ar"), texts) == ()


def test_translate_begins_a_catalogue_and_says_what_is_left(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yaml").write_text("languages: [sv, fi]\n")
    path = tmp_path / "content" / "overrides" / catalogue_path("fi")

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["translate", *arguments, "--site", str(tmp_path)])
        return result.exit_code, result.output

    texts = len(Theme(find_theme()).texts) + len(model_texts())
    assert run("fi") == (0, f"{path}: {texts} av {texts} texter är inte översatta.\n")
    code, told = run("fi", "--list")
    assert code == 0
    assert "Skip to the content\n" in told
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"msgid", b"msgid broken", 1))
    code, told = run("fi")
    assert (code, "Inget har ändrats." in told) == (1, True)
    assert run("finska")[0] == 2
    assert run("zz")[0] == 2
