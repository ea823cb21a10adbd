"""Problems as git hosts and programs read them, and the page of help on every code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

import reference
from insyn.explanation import KINDS, Severity
from insyn.explanation.manual import as_text, by_topic, examples, help_on, list_of_codes, topic_of
from insyn.hosting import REPOSITORY, host_files
from insyn.problem import Place, Problem
from insyn.reports import (
    counted,
    github_commands,
    github_summary,
    gitlab_report,
    json_report,
    sarif_report,
    told,
)

ROOT = Path(__file__).parents[2]

ERROR = Problem.at(
    Place("content/projects/å,b.md", 7, 5),
    "municipality-unknown",
    value="Öre%bro",
    nearest="Örebro",
)
WARNING = Problem.at(Place("content/pages/om.md", 3), "heading-twice", text="<b>*A*</b>", line=2)
ADVICE = Problem.at(Place("content/pages/om.md", 9), "abbreviation-unexplained", text="SCB")
ALL = (WARNING, ADVICE, ERROR)

Format = Callable[[tuple[Problem, ...], str], str]
FORMATS: tuple[Format, ...] = (
    github_commands,
    github_summary,
    gitlab_report,
    json_report,
    lambda problems, language: sarif_report(problems, language, "1.2.3"),
)


def many(count: int, code: str = "heading-empty") -> tuple[Problem, ...]:
    return tuple(Problem.at(Place("content/pages/om.md", line + 1), code) for line in range(count))


# --- for people ---


def test_problems_are_counted_in_either_language() -> None:
    assert counted(ALL, "sv") == "1 fel, 1 varning och 1 råd i 2 filer."
    assert counted(ALL, "en") == "1 error, 1 warning and 1 piece of advice in 2 files."
    assert counted(many(2), "en") == "2 errors in 1 file."
    assert counted((), "sv") == "Inga problem."


def test_a_reader_of_a_third_language_is_told_in_english() -> None:
    assert ": error: There is no municipality" in told(ERROR, "fi")


# --- GitHub ---


def test_annotations_come_worst_first_and_escaped() -> None:
    lines = github_commands(ALL, "sv", "webb/").splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    properties, _, message = lines[0].removeprefix("::error ").partition("::")
    assert properties == (
        "file=webb/content/projects/å%2Cb.md,line=7,col=5,title=Fel [municipality-unknown]"
    )
    assert message.startswith("Det finns ingen kommun som heter ”Öre%25bro”.%0AMenade du ")


def test_no_line_of_the_content_becomes_a_command() -> None:
    evil = Problem.at(
        Place("content/pages/a\r\n::error::b.md"),
        "heading-twice",
        text="a\n::set-env name=X::y",
        line=1,
    )
    lines = github_commands((evil,), "en").splitlines()
    assert len(lines) == 1
    assert "a%0D%0A%3A%3Aerror%3A%3Ab.md" in lines[0]


def test_of_each_level_as_many_are_annotated_as_github_shows() -> None:
    problems = (*many(12), *(WARNING,) * 3)
    commands = github_commands(problems, "en")
    assert commands.count("::error ") == 10
    assert commands.count("::warning ") == 3
    assert github_summary(problems, "en").count("**Error**") == 12


def test_the_summary_lists_files_by_their_worst_problem_and_shows_text_as_it_is() -> None:
    text = github_summary(ALL, "sv", "https://git.example.org/a/b/blob/c0ffee/webb/")
    assert text.startswith("## Kontroll av innehållet\n\n1 fel, 1 varning och 1 råd i 2 filer.\n")
    files = re.findall(r"^### (.*)$", text, re.MULTILINE)
    assert files == ["content/projects/å,b.md", "content/pages/om.md"]
    assert "\\<b\\>\\*A\\*\\</b\\>" in text
    assert (
        "- **Fel**, [rad 7](https://git.example.org/a/b/blob/c0ffee/webb/content/projects/"
        "%C3%A5%2Cb.md?plain=1#L7): " in text
    )
    assert "- **Varning**, rad 3: " in github_summary(ALL, "sv")


def test_a_summary_is_never_so_long_that_github_throws_it_away() -> None:
    problems = tuple(
        Problem.at(Place(f"content/pages/{n:05}.md"), "heading-twice", text="a" * 400, line=1)
        for n in range(2000)
    )
    text = github_summary(problems, "en")
    assert len(text.encode()) < 1024 * 1024
    left = re.search(r"There was no room for (\d+) more\.\n$", text)
    assert left
    assert text.count("- **Warning**") + int(left[1]) == len(problems)


# --- GitLab, SARIF, and our own ---


def test_gitlab_gets_what_its_report_of_code_quality_has() -> None:
    issues = json.loads(gitlab_report(ALL, "en", "webb/"))
    assert [issue["severity"] for issue in issues] == ["minor", "info", "major"]
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issues[2]["location"] == {"path": "webb/content/projects/å,b.md", "lines": {"begin": 7}}
    assert issues[2]["check_name"] == "municipality-unknown"


def test_a_problem_is_known_again_when_lines_above_it_come_and_go() -> None:
    def prints(*problems: Problem) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(gitlab_report(problems, "en"))]

    moved = Problem.at(
        Place("content/pages/om.md", 30), "heading-twice", text="<b>*A*</b>", line=29
    )
    other = Problem.at(Place("content/pages/om.md", 3), "heading-twice", text="B", line=2)
    elsewhere = Problem.at(Place("content/pages/en.md", 3), "heading-twice", text="B", line=2)
    assert prints(WARNING) == prints(moved)
    assert len({*prints(WARNING, moved, other, elsewhere), *prints(ERROR)}) == 5


# What the schema of SARIF 2.1.0 allows in the objects that we write, and what it demands (*).
SARIF: dict[str, set[str]] = {
    "log": {"$schema", "version*", "runs*"},
    "run": {"tool*", "columnKind", "results"},
    "driver": {"name*", "semanticVersion", "language", "rules"},
    "rule": {"id*", "shortDescription", "help", "helpUri", "defaultConfiguration"},
    "result": {"ruleId", "ruleIndex", "level", "message*", "locations", "partialFingerprints"},
    "artifactLocation": {"uri", "uriBaseId"},
    "region": {"startLine", "startColumn"},
}


def shaped(kind: str, found: dict[str, object]) -> None:
    allowed = {name.removesuffix("*") for name in SARIF[kind]}
    needed = {name.removesuffix("*") for name in SARIF[kind] if name.endswith("*")}
    assert needed <= set(found) <= allowed, kind


@pytest.mark.parametrize("problems", [ALL, ()], ids=["problems", "none"])
def test_sarif_has_the_shape_of_its_schema(problems: tuple[Problem, ...]) -> None:
    log = json.loads(sarif_report(problems, "sv", "1.2.3", "webb/", "https://example.org/p.md"))
    shaped("log", log)
    [run] = log["runs"]
    shaped("run", run)
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    shaped("driver", driver)
    for rule in driver["rules"]:
        shaped("rule", rule)
        assert rule["helpUri"] == f"https://example.org/p.md#{rule['id']}"
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
    assert len(run["results"]) == len(problems)
    for result in run["results"]:
        shaped("result", result)
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        [location] = result["locations"]
        shaped("artifactLocation", location["physicalLocation"]["artifactLocation"])
        shaped("region", location["physicalLocation"]["region"])
    uris = [
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]
    ]
    assert uris == ["webb/content/pages/om.md"] * 2 + ["webb/content/projects/%C3%A5%2Cb.md"] or (
        not problems
    )


def test_without_an_address_of_the_manual_no_rule_leads_astray() -> None:
    assert "helpUri" not in sarif_report(ALL, "en", "1")


def test_our_own_format_tells_all_that_the_text_tells() -> None:
    found = json.loads(json_report(ALL, "en", mendable={ALL[1]}))
    assert found["format"] == 1
    assert [problem["mendable"] for problem in found["problems"]] == [False, True, False]
    assert found["counts"] == {"error": 1, "warning": 1, "advice": 1}
    for problem, entry in zip(ALL, found["problems"], strict=True):
        said = (
            f"{entry['file']}:{entry['line']}:{entry['column']}: {entry['severity']}: "
            f"{entry['message']}\n    {entry['hint']} [{entry['code']}]"
        )
        assert said == told(problem, "en")
    documented = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    for key in (*found, *found["problems"][0]):
        assert f"`{key}`" in documented, key


@pytest.mark.parametrize("write", FORMATS)
def test_every_format_tells_of_no_problem_too(write: Format) -> None:
    assert "municipality" not in write((), "sv")


# --- the page of help ---


def test_every_code_has_a_page_of_help_in_either_language() -> None:
    for code in KINDS:
        for language in ("sv", "en"):
            page = help_on(code, language)
            text = as_text(page, language)
            assert text.startswith(f"{code}\n\n{page.title}\n")
            assert page.reason in text
            assert "{" not in page.title.replace("{ }", "")


def test_nearly_every_code_has_an_example() -> None:
    told_in_sites = {
        code
        for site in (ROOT / "tests" / "invalid").iterdir()
        if (site / "expected.txt").is_file()
        for code in re.findall(
            r"\[([a-z0-9-]+)\]$", (site / "expected.txt").read_text(), re.MULTILINE
        )
    }
    assert told_in_sites & set(KINDS) <= set(examples())
    page = help_on("municipality-unknown", "en")
    assert page.severity is Severity.ERROR
    assert page.example
    assert page.example.line == "- Marks"
    assert "Did you mean “Mark”?" in page.example.hint


@pytest.mark.parametrize(
    ("code", "topic"),
    [
        ("file-name", "names"),
        ("file-name-taken", "addresses"),
        ("image-alt-missing", "pictures"),
        ("link-text-vague", "links"),
        ("notice-ends-before-start", "notices"),
        ("email-invalid", "facts"),
        ("address-pattern-invalid", "facts"),
        ("address-taken", "addresses"),
        ("statement-old", "statement"),
        ("page-zoom", "pages"),
        ("output-unwritable", "publishing"),
        ("tab", "files"),
        ("anchor-or-alias", "files"),
        ("catalogue-values", "interface"),
    ],
)
def test_a_code_is_told_of_where_it_belongs(code: str, topic: str) -> None:
    assert topic_of(code) == topic


def test_the_list_has_every_code_once() -> None:
    listed = re.findall(r"^  (\S+)$", list_of_codes("sv"), re.MULTILINE)
    assert sorted(listed) == sorted(KINDS)


def test_the_guides_have_the_sections_that_help_leads_to() -> None:
    for (topic, _), language in product(by_topic(), ("sv", "en")):
        guide, section = topic.told_in(language)
        text = (ROOT / guide).read_text(encoding="utf-8")
        assert re.search(rf"^##+ {re.escape(section)}$", text, re.MULTILINE), topic
        assert (guide == "docs/redaktor.md") <= (language == "sv")


# --- what `make docs` writes ---


def test_what_is_written_of_problems_is_not_stale() -> None:
    assert reference.examples() == reference.EXAMPLES.read_text(encoding="utf-8"), "run: make docs"
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    assert reference.problems_page() == page, "run: make docs"
    assert re.findall(r"^### (.*)$", page, re.MULTILINE) == [
        code for _, codes in by_topic() for code in codes
    ]


def test_the_files_for_git_hosts_are_not_stale() -> None:
    for file in host_files(REPOSITORY, "sv"):
        assert (ROOT / file.path).read_bytes() == file.content, "run: make docs"


def test_what_a_template_left_is_explained_for_what_it_is() -> None:
    text = as_text(help_on("example-left", "sv"), "sv")
    assert "börjar med exempel" in text
    # Whoever installed only the program has no folder docs.
    assert "docs/" not in text
    assert text.endswith("Läs mer: guiden för redaktörer, avsnittet ”Ditt första kort”\n")
