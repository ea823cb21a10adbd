"""What editors' programs are told of the cards: schemas, settings, snippets, GitHub's form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from insyn.cli import main
from insyn.cli.editing import site_choices
from insyn.model.fields import KINDS, Fields, ProjectFields, inner_model
from insyn.schema import OWN_SETTINGS, SCHEMAS, SiteChoices, json_schema, program_files
from insyn.source import parse_card, read_content

pytestmark = pytest.mark.slow  # the validator of schemas takes long to begin

ROOT = Path(__file__).parents[2]
CHOICES = {"phase": ("Planering", "Klart: 100 %"), "target_groups": ("Alla", "1 + 1")}


class AsPrograms(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors' programs read it: no dates, and `no` is a text."""


AsPrograms.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+", "-+.0123456789"),
):
    AsPrograms.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})$"), [*first, ""]
    )


def read(text: str) -> Any:
    return yaml.load(text, AsPrograms)  # noqa: S506  (a safe loader, with fewer types)


@cache
def validator(kind: str, language: str = "sv") -> jsonschema.Draft7Validator:
    schema = json_schema(kind, language, CHOICES)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def facts_of_real_files() -> Iterator[tuple[str, str, Any]]:
    """Each original of the real content: its path, its kind, and its facts as programs see them."""
    alone = {"site": "site", "glossary": "glossary", "accessibility-statement": "statement"}
    content = ROOT / "content"
    for path in sorted(content.rglob("*")):
        file = path.relative_to(ROOT).as_posix()
        if path.suffix == ".yaml":
            yield file, alone[path.stem], read(path.read_text(encoding="utf-8"))
        elif path.suffix == ".md" and ".en." not in path.name:
            text = path.read_text(encoding="utf-8")
            if text.startswith("---\n"):
                kind = "easy" if ".lattlast." in path.name else path.parent.name
                yield file, kind, read(text.split("---\n")[1]) or {}


# --- schemas ---


def test_every_real_file_is_right_by_its_schema() -> None:
    real = read_content(ROOT)
    choices = site_choices(real, "sv").choices
    kinds = set()
    for file, kind, facts in facts_of_real_files():
        schema = json_schema(kind, "sv", choices)
        faults = [fault.message for fault in jsonschema.Draft7Validator(schema).iter_errors(facts)]
        assert faults == [], file
        kinds.add(kind)
    assert kinds == set(SCHEMAS)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_a_schema_and_has_the_fields_of_the_model_with_their_words(
    kind: str, language: str
) -> None:
    schema = validator(kind, language).schema
    assert isinstance(schema, dict)

    def same(model: type[Fields], part: Mapping[str, Any]) -> None:
        assert list(part["properties"]) == list(model.model_fields)
        for name, field in model.model_fields.items():
            told = part["properties"][name]
            assert told["title"]
            assert told["description"].endswith((".", "?"))
            assert (name in part.get("required", [])) == field.is_required()
            inner = inner_model(field.annotation)
            if inner:
                same(inner, next(one for one in objects(told)))

    same(SCHEMAS[kind], schema)


def objects(part: Any) -> Iterator[Mapping[str, Any]]:
    """The groups in a part of a schema, the outer ones first."""
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield part
        else:
            for inner in (*part.get("anyOf", ()), part.get("items")):
                yield from objects(inner)


CARD = """
title: Jobb
summary: Vi hjälper människor till ett arbete.
programme_area: Arbete
phase: Planering
owner: Örebro kommun
period:
  start: 2026-01-01
region: Stockholm
"""


@pytest.mark.parametrize(
    "more",
    [
        "",
        "contact:",
        "contact:\n  email: ''",
        "funding:\n  eu: 4719182\n  total: 12 352 838 kr",
        "municipalities: Örebro",
        "municipalities:\n  - Örebro\n  -",
        "targets:\n  - what: A\n    target: 12,5\n    minimum: JA\n    result: 4.5",
        "documents:\n  - title: A\n    kind: SLUTRAPPORT",
        "target_groups: alla",
    ],
)
def test_what_insyn_takes_is_right(more: str) -> None:
    assert [fault.message for fault in validator("projects").iter_errors(read(CARD + more))] == []


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("title: Jobb\n", "", []),
        ("title: Jobb", "title:", ["title"]),
        ("phase: Planering", "phase: Slut", ["phase"]),
        ("2026-01-01", "1 januari 2026", ["period", "start"]),
        ("period:\n  start: 2026-01-01", "period:", ["period"]),
        ("owner:", "ownr: X\nowner:", []),
        ("region:", "contact:\n  email: anna\nregion:", ["contact"]),
        ("region:", "funding:\n  eu: -5\nregion:", ["funding"]),
        ("region:", "targets:\n  - target: 4\nregion:", ["targets"]),
        ("region:", "documents:\n  - title: A\n    kind: Bok\nregion:", ["documents"]),
        ("Vi hjälper", "Vi hjälper" + " oss" * 80, ["summary"]),
    ],
)
def test_what_is_wrong_is_wrong_at_its_place(old: str, new: str, at: list[str]) -> None:
    assert old in CARD
    faults = list(validator("projects").iter_errors(read(CARD.replace(old, new, 1))))
    assert [list(fault.path)[: len(at)] for fault in faults] == [at]


def test_a_number_for_which_there_are_words_may_be_written_as_one() -> None:
    for typed, right in (("2.1", True), ('"2.1"', True), ("2.3", False)):
        statement = read(f"wcag: {typed}\nlevel: aa\nen_301_549: V3.2.1")
        part = validator("statement").schema["properties"]["standard"]
        assert jsonschema.Draft7Validator(part).is_valid(statement) == right


def test_the_command_prints_one_schema_or_all() -> None:
    one = CliRunner().invoke(main, ["schema", "site", "--site", str(ROOT)])
    everything = CliRunner().invoke(main, ["schema", "--site", str(ROOT)])
    assert json.loads(one.output)["title"] == "site"
    assert list(json.loads(everything.output)) == list(SCHEMAS)
    area = json.loads(everything.output)["projects"]["properties"]["programme_area"]
    assert "Programområde 2 Ökat arbetskraftsutbud" in json.dumps(area, ensure_ascii=False)


# --- the files ---


@cache
def files(language: str = "sv") -> dict[str, str]:
    site = SiteChoices((language, "fi"), CHOICES)
    return {file.path: file.content.decode() for file in program_files(site)}


def test_the_files_of_this_repository_are_up_to_date() -> None:
    site = site_choices(read_content(ROOT), "sv")
    for file in program_files(site, "make"):
        assert (ROOT / file.path).read_bytes() == file.content, f"{file.path}: run make docs"


def test_settings_name_schemas_that_are_there_and_files_that_insyn_reads() -> None:
    settings = json.loads(files()[".vscode/settings.json"])
    for schema, file in settings["yaml.schemas"].items():
        assert schema.removeprefix("./") in files()
        assert (ROOT / file).is_file()


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("content/projects/a.md:15:5: fel: Det finns ingen kommun.", "error"),
        ("content/projects/a.md:15:5: error: There is no municipality.", "error"),
        ("content/projects/a.md:15:5: varning: Det är gammalt.", "warning"),
        ("content/projects/a.md:15:5: advice: It could be shorter.", "info"),
    ],
)
def test_what_a_check_prints_is_found_by_the_task(line: str, severity: str) -> None:
    check, _ = json.loads(files()[".vscode/tasks.json"])["tasks"]
    found = {
        matcher["severity"]: match.groups()
        for matcher in check["problemMatcher"]
        if (match := re.match(matcher["pattern"]["regexp"], line))
    }
    message = line.rpartition(": ")[2]
    assert found == {severity: ("content/projects/a.md", "15", "5", message)}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_snippet_of_a_card_is_a_card(language: str) -> None:
    snippets = json.loads(files(language)[".vscode/insyn.code-snippets"])
    cards = [one for one in snippets.values() if one["body"][0] == "---"]
    assert len(cards) == len(KINDS) - 1  # a page is begun by copying one
    for snippet in cards:
        text = "\n".join(snippet["body"])
        typed = re.sub(r"\$\{\d+(?::([^}]*))?\}|\$0", r"\1", text)
        typed = re.sub(r"\\([\\$}])", r"\1", typed)
        folder = snippet["prefix"].removeprefix("insyn-")
        card, problems = parse_card(f"content/{folder}/x.md", typed.encode())
        assert problems == ()
        assert card is not None
        assert set(card.fields) == set(KINDS[folder].model_fields)
    groups = [one for one in snippets.values() if one["body"][0] != "---"]
    for snippet in groups:
        name = snippet["body"][0].rstrip(":")
        inner = inner_model(ProjectFields.model_fields[name].annotation)
        assert inner is not None
        told = re.findall(r"(\w+): \$", "\n".join(snippet["body"]))
        assert told == list(inner.model_fields)


def test_settings_that_somebody_changed_are_left(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    site = ("--site", str(tmp_path))
    made = CliRunner().invoke(main, ["editors", *site])
    assert made.exit_code == 0
    assert len(made.output.splitlines()) == len(files())
    assert CliRunner().invoke(main, ["editors", *site]).output == ""
    for path in files():
        (tmp_path / path).write_text("changed", encoding="utf-8")
    CliRunner().invoke(main, ["editors", *site])
    left = {path for path in files() if (tmp_path / path).read_text("utf-8") == "changed"}
    assert left == OWN_SETTINGS


# --- GitHub's form, by GitHub Docs: "Syntax for GitHub's form schema" ---

ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
}


@pytest.fixture(params=["sv", "en", "real"])
def form(request: pytest.FixtureRequest) -> dict[str, Any]:
    path = ".github/ISSUE_TEMPLATE/project.yml"
    real = request.param == "real"
    text = (ROOT / path).read_text("utf-8") if real else files(request.param)[path]
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def test_the_form_is_what_github_demands(form: dict[str, Any]) -> None:
    assert set(form) == {"name", "description", "title", "body"}
    assert all(isinstance(form[key], str) and form[key] for key in ("name", "description", "title"))
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert asked
    for part in form["body"]:
        assert set(part["attributes"]) <= ATTRIBUTES[part["type"]]
        for name, value in part["attributes"].items():
            assert isinstance(value, {"options": list, "multiple": bool}.get(name, str)), name
    for part in asked:
        assert set(part) == {"type", "id", "attributes", "validations"}
        assert re.fullmatch(r"[A-Za-z0-9_-]+", part["id"])
        assert isinstance(part["validations"]["required"], bool)
    for told in (
        [part["id"] for part in asked],
        [part["attributes"]["label"] for part in asked],
    ):
        assert len(set(told)) == len(told)
        assert all(told)
    for part in asked:
        if part["type"] == "dropdown":
            options = part["attributes"]["options"]
            assert options
            assert len(set(options)) == len(options)
            assert all(isinstance(option, str) and option.strip() for option in options)
            assert not {"none"} & {option.casefold() for option in options}  # a word of GitHub's


def test_the_form_asks_for_fields_of_the_model_and_for_all_that_must_be_there(
    form: dict[str, Any],
) -> None:
    known: dict[str, bool] = {}
    for name, field in ProjectFields.model_fields.items():
        inner = inner_model(field.annotation)
        parts = inner.model_fields if inner else {}
        known |= {f"{name}-{part}".replace("_", "-"): parts[part].is_required() for part in parts}
        if not inner:
            known[name.replace("_", "-")] = field.is_required()
    must = {
        identity
        for identity, required in known.items()
        if required
        and ProjectFields.model_fields[
            identity.partition("-")[0]
            if identity.replace("-", "_") not in ProjectFields.model_fields
            else identity.replace("-", "_")
        ].is_required()
    }
    asked = [
        (part["id"], part["validations"]["required"])
        for part in form["body"]
        if part["type"] != "markdown" and not part["id"].startswith("text-")
    ]
    assert {identity for identity, _ in asked} <= set(known)
    assert {identity for identity, required in asked if required} == must
    order = [required for _, required in asked]
    assert order == sorted(order, reverse=True)
