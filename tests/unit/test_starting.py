"""A new site of six answers: what is refused, what is written, and what is left alone."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from insyn.cli import main
from insyn.cli.speaking import system_language
from insyn.model import load
from insyn.model.fields import ProjectFields
from insyn.schema import new_word
from insyn.source import parse_card, read_content
from insyn.starting import (
    DRAFT,
    Answers,
    find_hosting,
    netlify_settings,
    problems_with,
    site_texts,
)

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
FLAGS = {
    "name": "Våra projekt",
    "languages": "sv,en",
    "publisher": "Örebro kommun",
    "contact": "webb@orebro.se",
    "address": "https://projekt.orebro.se",
    "project": "Jobb åt alla",
}


def init(folder: Path, typed: str = "", spoken: str = "sv", **flags: str) -> Result:
    arguments = [part for name, text in flags.items() for part in (f"--{name}", text)]
    told = CliRunner().invoke(
        main,
        ["init", str(folder), "--date", "2026-11-22", "--language", spoken, *arguments],
        input=typed,
    )
    if not isinstance(told.exception, SystemExit | None):
        raise told.exception
    assert "Traceback" not in told.output
    return told


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


AWKWARD = [
    ("Örebro kommun", "Jobb åt alla"),
    ("Jane's: Org #1 & <co>", 'Projekt: "fas 2" [del *ett*]'),
    ("Region_Nord_", "ja"),
    ("Falu kommun", "2030"),
    ("10-gruppen", "Om"),
]


@pytest.mark.slow
@pytest.mark.parametrize("languages", [("sv", "en"), ("en", "sv"), ("sv",), ("en",), ("sv", "fi")])
@pytest.mark.parametrize(("publisher", "project"), AWKWARD)
def test_a_new_site_has_no_problem_whatever_the_names(
    languages: tuple[str, ...], publisher: str, project: str
) -> None:
    address = "https://projekt.example.se/under"
    answers = Answers(project, languages, publisher, "a@example.se", address, project)
    known = publisher.endswith("kommun")
    codes = [problem.code for problem in problems_with(answers, DAY)]
    assert codes == ([] if known else ["draft"])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_region_is_published_that_is_only_a_guess(language: str) -> None:
    answers = Answers("A", (language,), "Stiftelsen Kust", "a@example.se", "https://a.se", "P")
    text = site_texts(answers, DAY)["content/projects/p.md"]
    card, _ = parse_card("content/projects/p.md", text.encode())
    assert card is not None
    assert card.fields["draft"] == {"sv": "ja", "en": "yes"}[language]
    answers = replace(answers, publisher="Örebro kommun")
    assert "draft:" not in site_texts(answers, DAY)["content/projects/p.md"]


def test_the_statement_says_that_nothing_has_been_assessed_and_until_when() -> None:
    answers = Answers("A", ("sv", "en"), "B kommun", "a@example.se", "https://a.se", "P")
    statement = yaml.safe_load(
        site_texts(answers, DAY)["content/pages/accessibility-statement.yaml"]
    )
    assert statement["status"] == "inte förenlig"
    assert "inte prövat" in statement["not_compliant"][0]["what"]["sv"]
    assert "have not tried" in statement["not_compliant"][0]["what"]["en"]
    assert statement["not_compliant"][0]["mended_by"] == date(2027, 2, 20)
    assert len(statement["assessment"]["not_assessed"]) == 2
    assert "assessed" not in statement["assessment"]


def test_a_municipality_is_placed_and_the_first_project_is_a_draft_that_says_so() -> None:
    answers = Answers("A", ("sv",), "Falu kommun", "a@example.se", "https://a.se", "P")
    texts = site_texts(answers, DAY)
    card, _ = parse_card("content/projects/p.md", texts["content/projects/p.md"].encode())
    assert card is not None
    assert (card.fields["region"], card.fields["municipalities"]) == (
        "Norra Mellansverige",
        ["Falun"],
    )
    assert card.fields["summary"] == DRAFT.sv
    assert "municipality: Falun" in texts["content/organisations/falu-kommun.md"]


def test_the_headers_are_those_of_insyn_itself() -> None:
    own = find_hosting().read_text(encoding="utf-8")
    made = tomllib.loads(netlify_settings(own, ("sv", "en", "fi"), "pip install insyn==1"))
    assert made["headers"] == tomllib.loads(own)["headers"]
    assert made["build"]["command"] == 'pip install insyn==1 && insyn build --base-url "$URL"'
    assert [rule["from"] for rule in made["redirects"]] == ["/en/*", "/fi/*"]
    for context in made["context"].values():
        assert context["command"].endswith('"$DEPLOY_PRIME_URL" --preview')


# --- the command ---


@pytest.mark.parametrize("spoken", ["sv", "en"])
def test_nothing_is_installed_by_its_name_alone(tmp_path: Path, spoken: str) -> None:
    init(tmp_path / "site", spoken=spoken, **FLAGS | {"languages": spoken})
    told = [
        (path.name, words)
        for path in sorted((tmp_path / "site").rglob("*"))
        if path.is_file()
        for words in re.findall(r"pip install (\S+)", path.read_text(encoding="utf-8"))
    ]
    assert {name for name, _ in told} == {
        "README.md",
        "netlify.toml",
        "insyn.yml",
        ".gitlab-ci.yml",
    }
    assert {words for _, words in told} == {"./insyn-*.whl"}


@pytest.mark.slow
def test_a_site_is_begun_by_flags_alone_and_the_next_three_steps_are_told(tmp_path: Path) -> None:
    made = init(tmp_path / "ny webb", **FLAGS)
    assert made.exit_code == 0
    first, *steps = made.stdout.splitlines()
    assert first == f"Webbplatsen finns i {tmp_path / 'ny webb'}. Gör så här nu:"
    assert [step.strip()[:2] for step in steps] == ["1.", "2.", "3."]
    assert f"cd '{tmp_path}/ny webb' && insyn serve" in steps[0]
    assert steps[1].endswith("content/projects/jobb-at-alla.md")
    written = tree(tmp_path / "ny webb")
    assert {
        ".github/ISSUE_TEMPLATE/project.yml",
        ".github/workflows/insyn.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        ".vscode/settings.json",
        "README.md",
        "content/glossary.yaml",
        "content/organisations/orebro-kommun.en.md",
        "content/pages/accessibility-statement.yaml",
        "content/pages/om.md",
        "content/projects/jobb-at-alla.en.md",
        "content/site.yaml",
        "netlify.toml",
    } <= written
    portfolio, problems = load(read_content(tmp_path / "ny webb"))
    assert problems == ()
    assert portfolio is not None
    assert portfolio.site.name == FLAGS["name"]


@pytest.mark.slow
def test_questions_are_asked_again_until_the_answer_can_be_used(tmp_path: Path) -> None:
    typed = (
        "\nxx\nsv\n\nÖrebro kommun\nanna\nanna@orebro.se\norebro.se\n\nBRA JOBB FÖR ALLA\nJobb\n"
    )
    made = init(tmp_path / "ny", typed)
    assert made.exit_code == 0
    assert made.stdout.count("På vilka språk?") == 2
    assert made.stdout.count("e-postadress har redaktionen?") == 2
    assert "[https://projekt.orebro.se]" in made.stdout
    assert "”anna” är ingen giltig e-postadress." in made.stderr
    assert made.stderr.count("Här behövs ett svar.") == 1
    site = (tmp_path / "ny" / "content" / "site.yaml").read_text(encoding="utf-8")
    assert "name: Våra projekt\nlanguages:\n  - sv\naddress: https://projekt.orebro.se\n" in site


@pytest.mark.slow
def test_the_questions_are_in_english_too(tmp_path: Path) -> None:
    made = init(tmp_path / "new", "\n\nA city\na@example.org\n\n\n", spoken="en")
    assert "What is the site to be called? [Our projects]" in made.stdout
    assert "The site is in " in made.stdout
    assert "languages:\n  - en\n  - sv\n" in (tmp_path / "new/content/site.yaml").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("flag", "typed", "told"),
    [
        ("contact", "anna", "ingen giltig e-postadress"),
        ("address", "projekt.orebro.se", "https://"),
        ("languages", "fi,sv", "måste vara sv eller en"),
        ("languages", "", "Här behövs ett svar"),
        ("languages", "sv,svenska", "”svenska”"),
        ("name", "  ", "Här behövs ett svar"),
        ("publisher", "—", "minst en bokstav"),
        ("project", "***", "minst en bokstav"),
    ],
)
def test_a_flag_that_cannot_be_used_is_refused_and_nothing_is_made(
    flag: str, typed: str, told: str, tmp_path: Path
) -> None:
    refused = init(tmp_path / "ny", **{**FLAGS, flag: typed})
    assert refused.exit_code == 2
    assert told in " ".join(refused.stderr.split())
    assert tree(tmp_path) == set()


@pytest.mark.parametrize("name", ["README.md", ".gitignore", "content/site.yaml"])
def test_a_folder_with_anything_in_it_is_refused_and_left_as_it_is(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    before = tree(tmp_path)
    refused = init(tmp_path, **FLAGS)
    assert refused.exit_code == 2
    assert "är inte tom. Inget har ändrats." in " ".join(refused.stderr.split())
    assert tree(tmp_path) == before
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_an_empty_clone_is_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert init(tmp_path, **FLAGS).exit_code == 0
    assert (tmp_path / ".git").is_dir()
    assert not list(tmp_path.glob(".insyn-*"))


@pytest.mark.slow
def test_who_stops_answering_has_nothing_made_and_is_told_of_the_flags(tmp_path: Path) -> None:
    stopped = init(tmp_path / "ny", "Namn\nsv\n")
    assert stopped.exit_code == 1
    assert "--publisher, --contact, --address, --project" in stopped.stdout
    assert tree(tmp_path) == set()


@pytest.mark.slow
@pytest.mark.parametrize("there", [True, False])
def test_what_cannot_be_written_whole_is_not_written_at_all(
    *, there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ny"
    if there:
        folder.mkdir()
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name == "content":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    refused = init(folder, **FLAGS)
    assert refused.exit_code == 2
    assert re.search(r"No space left|disken är full", refused.stderr)
    assert tree(tmp_path) == ({"ny"} if there else set())


# --- insyn new: versions and words ---


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for file, text in site_texts(
        Answers("A", ("sv", "en"), "Örebro kommun", "a@example.se", "https://a.se", "Jobb"), DAY
    ).items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def new(site: Path, *arguments: str) -> Result:
    told = CliRunner().invoke(main, ["new", *arguments, "--site", str(site)])
    if not isinstance(told.exception, SystemExit | None):
        raise told.exception
    return told


def codes(site: Path, file: str) -> set[str]:
    _, problems = load(read_content(site))
    return {problem.code for problem in problems if problem.place.file == file}


@pytest.mark.slow
def test_a_translation_has_every_text_of_the_original_and_none_of_its_facts(site: Path) -> None:
    original, translation = (site / f"content/projects/jobb{end}.md" for end in ("", ".en"))
    translation.unlink()
    text = original.read_text(encoding="utf-8").replace(
        "region:", "targets:\n  - what: Deltagare\n    target: 4\n  - what: Jobb\nregion:"
    )
    original.write_text(text, encoding="utf-8")
    assert new(site, "translation", "jobb").exit_code == 0
    card, problems = parse_card("content/projects/jobb.en.md", translation.read_bytes())
    assert problems == ()
    assert card is not None
    assert card.fields == {
        "title": "TRANSLATE Jobb",
        "summary": f"TRANSLATE {DRAFT.sv}",
        "contact": {"role": "TRANSLATE Redaktionen"},
        "targets": [{"what": "TRANSLATE Deltagare"}, {"what": "TRANSLATE Jobb"}],
    }
    assert "Translate the text below" in card.body
    assert "Texten är inte skriven än." in card.body
    assert codes(site, "content/projects/jobb.en.md") == {"untouched-translation"}
    done = translation.read_text(encoding="utf-8").replace("TRANSLATE ", "")
    translation.write_text(done, encoding="utf-8")
    # The summary is in Swedish.  So is the text below, of which the line says so.
    assert codes(site, "content/projects/jobb.en.md") == {
        "language-of-field",
        "template-instruction",
    }


@pytest.mark.slow
def test_a_translation_is_of_a_card_and_to_a_language_of_the_site(site: Path) -> None:
    before = tree(site)
    assert new(site, "translation", "none").exit_code == 2
    assert new(site, "translation", "jobb", "--language", "fi").exit_code == 2
    assert new(site, "translation", "jobb").exit_code == 1  # it is there already
    assert new(site, "easy", "content/pages/om.md").exit_code == 2
    assert tree(site) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "file"), [("sv", "jobb.lattlast"), ("en", "jobb.lattlast.en")]
)
def test_an_easy_text_stands_beside_its_card_and_asks_to_be_written(
    language: str, file: str, site: Path
) -> None:
    path = str(site / "content/projects/jobb.md")
    assert new(site, "easy", path, "--language", language).exit_code == 0
    assert codes(site, f"content/projects/{file}.md") == {"untouched-easy-text"}


@pytest.mark.slow
def test_a_word_comes_last_in_the_glossary_which_keeps_its_comments(site: Path) -> None:
    glossary = site / "content" / "glossary.yaml"
    before = glossary.read_text(encoding="utf-8")
    told = new(site, "word", "bidrag: fas 2")
    after = glossary.read_text(encoding="utf-8")
    assert after.startswith(before.rstrip())
    line = next(number for number, text in enumerate(after.splitlines(), 1) if "bidrag" in text)
    assert f"på rad {line - 1} i" in told.stdout
    assert codes(site, "content/glossary.yaml") == {"examples-left", "untranslated-left"}
    # An example of another word would be a false explanation of this one.
    assert "organisation" not in new_word("kulturskola", ("sv", "en"))
    assert new(site, "word", "Bidrag: Fas 2").exit_code == 1
    assert glossary.read_text(encoding="utf-8") == after


@pytest.mark.slow
def test_a_glossary_that_is_written_otherwise_is_left_and_the_word_is_shown(site: Path) -> None:
    glossary = site / "content" / "glossary.yaml"
    glossary.write_text("terms: [{sv: {term: a, explanation: B.}}]\n", encoding="utf-8")
    told = new(site, "word", "bidrag")
    assert told.exit_code == 1
    assert "term: bidrag" in told.stderr
    assert glossary.read_text(encoding="utf-8") == "terms: [{sv: {term: a, explanation: B.}}]\n"


def test_a_short_card_has_what_must_be_there_with_a_line_of_help_each(site: Path) -> None:
    told = new(site, "project", "Kort", "--short")
    assert told.exit_code == 0
    text = (site / "content/projects/kort.md").read_text(encoding="utf-8")
    card, problems = parse_card("content/projects/kort.md", text.encode())
    assert (card is not None, problems) == (True, ())
    must = [name for name, field in ProjectFields.model_fields.items() if field.is_required()]
    assert card is not None
    assert list(card.fields) == must
    assert card.fields["period"] == {"start": "EXEMPEL 2009-01-01"}
    head, _, rest = text.partition("\n---\n")
    needed, _, others = head.partition("\n# Kortet kan också ha: ")
    facts = needed.splitlines()[1:]
    assert [line.lstrip().startswith("#") for line in facts] == [True, False] * (len(facts) // 2)
    assert others.startswith("target_groups (Målgrupper), contact (Kontakt), ")
    assert all(line.startswith("# ") for line in others.splitlines()[1:])
    assert rest == "\n## Bakgrund\n\nVarför behövs projektet?\n"
    filled = re.sub("EXEMPEL |Varför behövs projektet.", "", text)
    (site / "content/projects/kort.md").write_text(filled, encoding="utf-8")
    assert codes(site, "content/projects/kort.md") == {"section-empty"}
    assert new(site, "word", "Kort", "--short").exit_code == 2


@pytest.mark.slow
def test_the_language_of_the_help_can_be_chosen(site: Path) -> None:
    assert new(site, "project", "Helping", "--language", "en").exit_code == 0
    card = (site / "content/projects/helping.md").read_text(encoding="utf-8")
    assert "summary: EXAMPLE " in card
    assert "phase: EXAMPLE Planering\n" in card  # the choices are the site's own words


def test_the_language_of_the_computer_is_that_of_the_questions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value, expected in (
        ("LANG", "sv_SE.UTF-8", "sv"),
        ("LC_ALL", "C", "en"),
        ("LC_ALL", "", "sv"),
    ):
        monkeypatch.delenv("LC_MESSAGES", raising=False)
        monkeypatch.setenv(name, value)
        assert system_language() == expected
