"""The form asks for what a card may say, in the words of its description, and for nothing else."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from insyn.admin import Form, FormMissing, form_files, make_bundle
from insyn.admin.configuration import backend, configuration
from insyn.admin.page import policy
from insyn.admin.widgets import BODY, CARD, KIND, ORIGINAL, is_many
from insyn.build import make
from insyn.model import Portfolio, load
from insyn.model.fields import (
    KINDS,
    EasyFields,
    Fields,
    GlossaryFields,
    StatementFields,
    about,
    inner_model,
    translation_of,
)
from insyn.model.portfolio import Repository
from insyn.model.register import load_register
from insyn.model.values import _AMOUNT, _NUMBER, Surroundings, read_amount, read_number
from insyn.source import read_content
from reading import BUILD_DAY, ROOT
from serving import write_site

# The portfolio takes two seconds to load.
pytestmark = pytest.mark.slow

OURS = {BODY, CARD, KIND, ORIGINAL}
MODELS: dict[str, type[Fields]] = {
    **KINDS,
    "lattlast-projects": EasyFields,
    "lattlast-stories": EasyFields,
    "glossary": GlossaryFields,
    "statement": StatementFields,
}
GITHUB = Repository("main", "", "", "", address="https://github.com/ekby/projekt", host="github")


@cache
def portfolio() -> Portfolio:
    found, _ = load(read_content(ROOT))
    assert found is not None
    return found


@cache
def told() -> dict[str, Any]:
    return configuration(portfolio(), trial=True)


def asked(name: str) -> list[dict[str, Any]]:
    cms = told()["cms"]
    (found,) = [c for c in (*cms["collections"], *cms["singletons"]) if c["name"] == name]
    return [field for field in found["fields"] if field["name"] not in OURS]


def pairs(
    model: type[Fields], fields: list[dict[str, Any]], path: str = ""
) -> Iterator[tuple[str, type[Fields], str, dict[str, Any]]]:
    """Every field of the model with the field of the form, those in groups too."""
    assert [field["name"] for field in fields] == list(model.model_fields), path
    for field in fields:
        name = field["name"]
        yield f"{path}{name}", model, name, field
        inner = inner_model(model.model_fields[name].annotation)
        assert (inner is not None) == ("fields" in field), name
        if inner:
            yield from pairs(inner, field["fields"], f"{path}{name}.")


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_of_every_kind_of_card_is_asked_for(kind: str) -> None:
    for path, model, name, field in pairs(MODELS[kind], asked(kind)):
        assert field["label"] == about(model, name).sv, path
        assert bool(field["required"]) == model.model_fields[name].is_required(), path
        listed = field["widget"] == "list" or field.get("multiple", False)
        assert listed == is_many(model, name), path


@pytest.mark.parametrize("kind", KINDS)
def test_a_translation_is_asked_for_its_texts_alone(kind: str) -> None:
    for _, model, name, field in pairs(MODELS[kind], asked(kind)):
        assert field.get("i18n", False) == (name in translation_of(model).model_fields), name
        assert field["required"] in (False, True, ["sv"])
        assert not (field.get("i18n") and field["required"] is True), name


def surroundings() -> Surroundings:
    site = portfolio().site
    cards = {
        "projects": frozenset(portfolio().projects),
        "stories": frozenset(portfolio().stories),
    }
    choices = {
        name: {choice.key: choice.key for choice in getattr(site, name)}
        for name in ("programme_areas", "phases", "target_groups")
    }
    return Surroundings(choices=choices, cards=cards)


@pytest.mark.parametrize("kind", MODELS)
def test_nothing_that_can_be_chosen_is_refused(kind: str) -> None:
    context = surroundings()
    for path, model, name, field in pairs(MODELS[kind], asked(kind)):
        if field["widget"] not in {"select", "choice"}:
            continue
        described = model.model_fields[name]
        kind_of_value: Any = Annotated[(described.annotation, *described.metadata)]
        adapter: TypeAdapter[Any] = TypeAdapter(kind_of_value)
        assert field["options"], path
        for option in field["options"]:
            value = [option["value"]] if is_many(model, name) else option["value"]
            try:
                adapter.validate_python(value, context=context)
            except ValidationError as error:
                pytest.fail(f"{path}: {option} is refused: {error}")


def test_the_choices_are_those_of_the_register_and_of_the_site() -> None:
    fields = {field["name"]: field for field in asked("projects")}
    register = load_register()
    values = {name: [o["value"] for o in fields[name].get("options", ())] for name in fields}
    assert len(values["municipalities"]) == len(register.municipalities) == 290
    assert values["region"] == [region.name_sv for region in register.regions.values()]
    assert values["phase"] == ["Förprojektering", "Genomförande"]
    assert "egenmakt-i-baronbackarna" in values["related"]
    assert "Örebro kommun" in values["owner"]
    assert values["partners"] == values["owner"]


@given(st.from_regex(_AMOUNT, fullmatch=True))
def test_no_amount_that_the_model_takes_is_refused(typed: str) -> None:
    try:
        read_amount(typed)
    except ValueError:
        return
    assert re.search(pattern("funding", "eu"), typed.strip())


@given(st.from_regex(_NUMBER, fullmatch=True))
def test_no_number_that_the_model_takes_is_refused(typed: str) -> None:
    try:
        read_number(typed)
    except ValueError:
        return
    assert re.search(pattern("targets", "target"), typed.strip())


def pattern(group: str, name: str) -> str:
    (fields,) = [field["fields"] for field in asked("projects") if field["name"] == group]
    (found,) = [field["pattern"][0] for field in fields if field["name"] == name]
    return str(found)


@pytest.mark.parametrize("typed", ["mycket", "4,5 miljoner", "4 719 182 euro", "-5 kr"])
def test_what_is_no_amount_is_told_of_in_the_form(typed: str) -> None:
    assert not re.search(pattern("funding", "eu"), typed)


def test_the_words_are_in_the_first_language_of_the_site() -> None:
    site = replace(portfolio().site, languages=("en", "sv"))
    cms = configuration(replace(portfolio(), site=site), trial=True)["cms"]
    labels = [collection["label"] for collection in cms["collections"]]
    assert labels[:2] == ["Projects", "Easy to read: projects"]
    assert cms["collections"][0]["fields"][0]["label"] == "Title"


def test_other_names_of_an_organisation_stand_for_it() -> None:
    spelled = told()["spellings"]["projects"]["partners"]
    assert spelled["dhr"] == "De handikappades riksförbund (DHR)"
    assert told()["spellings"]["organisations"]["kind"]["municipality"] == "Kommun"


# --- where it is saved ---


def test_a_change_is_reviewed_on_github() -> None:
    site = replace(portfolio().site, repository=GITHUB)
    cms = configuration(replace(portfolio(), site=site))["cms"]
    assert cms["backend"] == {"name": "github", "repo": "ekby/projekt", "branch": "main"}
    assert cms["publish_mode"] == "editorial_workflow"
    without = replace(site, repository=replace(GITHUB, review=False))
    assert "publish_mode" not in configuration(replace(portfolio(), site=without))["cms"]


def test_gitlab_signs_in_without_a_secret() -> None:
    repository = replace(
        GITHUB, host="gitlab", address="https://git.ekby.se/insyn/sub/projekt", app_id="abc"
    )
    assert backend(repository) == {
        "name": "gitlab",
        "repo": "insyn/sub/projekt",
        "branch": "main",
        "base_url": "https://git.ekby.se",
        "api_root": "https://git.ekby.se/api/v4",
        "app_id": "abc",
        "auth_type": "pkce",
    }


def test_gitea_is_signed_in_to_with_a_token_until_it_has_an_id() -> None:
    repository = replace(GITHUB, host="gitea", address="https://codeberg.org/ekby/projekt")
    assert backend(repository) == {
        "name": "gitea",
        "repo": "ekby/projekt",
        "branch": "main",
        "base_url": "https://codeberg.org",
        "api_root": "https://codeberg.org/api/v1",
        "auth_methods": ["token"],
    }
    assert "auth_methods" not in backend(replace(repository, app_id="abc"))
    site = replace(portfolio().site, repository=repository)
    assert "publish_mode" not in configuration(replace(portfolio(), site=site))["cms"]


def test_content_may_lie_in_a_folder_of_the_repository() -> None:
    site = replace(portfolio().site, repository=replace(GITHUB, folder="webb"))
    cms = configuration(replace(portfolio(), site=site))["cms"]
    assert cms["collections"][0]["folder"] == "webb/content"
    assert {c["folder"] for c in cms["collections"][1:]} >= {"webb/content/projects"}
    picture = next(f for f in cms["collections"][0]["fields"] if f["name"] == "picture")
    assert picture["fields"][0]["media_folder"] == "/webb/content/images"


def test_without_a_repository_there_is_no_form() -> None:
    site = replace(portfolio().site, repository=None)
    with pytest.raises(LookupError):
        form_files(replace(portfolio(), site=site))
    unknown = replace(site, repository=replace(GITHUB, host=""))
    with pytest.raises(LookupError):
        form_files(replace(portfolio(), site=unknown))


# --- the page ---


def test_the_page_speaks_to_the_git_host_alone() -> None:
    site = replace(portfolio().site, repository=GITHUB)
    said = policy(replace(portfolio(), site=site))
    assert "connect-src 'self' blob: data: https://api.github.com;" in said
    assert "https:" not in policy(portfolio(), trial=True)


def test_the_page_is_not_for_search_engines_and_says_how_to_do_without() -> None:
    site = replace(portfolio().site, repository=GITHUB, name="A & B <i>")
    page, _, config = form_files(replace(portfolio(), site=site))
    text = page.content.decode()
    assert '<html lang="sv">' in text
    assert 'content="noindex, nofollow"' in text
    assert "<title>Redigera – A &amp; B &lt;i&gt;</title>" in text
    assert '<a href="https://github.com/ekby/projekt">Till git-tjänsten</a>' in text
    assert '<a href="../">Till webbplatsen</a>' in text
    assert json.loads(config.content)["cms"]["app_title"].startswith("A & B <i>")


# --- in the build ---


def site_with(folder: Path, repository: str = "") -> Path:
    site = write_site(folder)
    file = site / "content" / "site.yaml"
    file.write_text(file.read_text("utf-8") + repository, "utf-8")
    return site


def form_of(folder: Path) -> Form:
    """A form whose script is one file."""
    (folder / "script").mkdir()
    (folder / "script" / "start.js").write_text("", "utf-8")
    (folder / "script" / "schema.json").write_text("{}", "utf-8")
    return Form(folder / "script")


def test_the_form_is_beside_the_site_and_no_part_of_it(tmp_path: Path) -> None:
    site = site_with(tmp_path / "a", "repository: {address: https://github.com/ekby/projekt}\n")
    without = make(site, today=BUILD_DAY)
    website = make(site, today=BUILD_DAY, form=form_of(tmp_path))
    own = {file.path for file in website.files} - {file.path for file in without.files}
    assert own == {"admin/index.html", "admin/form.css", "admin/config.json"}
    assert [place for place, _ in website.media if place.startswith("admin/")] == ["admin/start.js"]
    for file in website.files:
        if not file.path.startswith("admin/") and file.path.endswith((".html", ".xml", ".json")):
            assert b"/admin/" not in file.content, file.path


def test_a_trial_has_the_cards_with_it_as_they_were_typed(tmp_path: Path) -> None:
    site = site_with(
        tmp_path / "a", "repository: {address: https://github.com/ekby/projekt, folder: webb}\n"
    )
    form = replace(form_of(tmp_path), trial=True)
    made = {file.path: file.content for file in make(site, today=BUILD_DAY, form=form).files}
    cards = json.loads(made["admin/cards.json"])
    typed = {f"webb/{path.relative_to(site)}" for path in (site / "content").rglob("*.md")}
    assert {path for path in cards if path.endswith(".md")} == typed
    for path, text in cards.items():
        assert text == (site / path.removeprefix("webb/")).read_text("utf-8")


def test_a_form_that_cannot_save_is_left_out_and_told_of(tmp_path: Path) -> None:
    site = site_with(tmp_path / "a")
    website = make(site, today=BUILD_DAY, form=form_of(tmp_path))
    assert "form-without-repository" in {problem.code for problem in website.problems}
    assert not website.stopped
    assert not any(file.path.startswith("admin/") for file in website.files)


def test_without_node_one_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FormMissing, match=r"The form needs Node: run make site ADMIN=1"):
        make_bundle(tmp_path / "cache")


def test_without_npm_one_sentence_says_so_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))
    with pytest.raises(FormMissing, match="could not be fetched from npm"):
        make_bundle(tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize(("typed", "kind"), [("GitLab", "gitlab"), ("gitea", "gitea")])
def test_the_kind_of_git_host_may_be_told(tmp_path: Path, typed: str, kind: str) -> None:
    address = "https://git.ekby.se/insyn/projekt"
    site = site_with(tmp_path, f"repository: {{address: {address}, host: {typed}, review: nej}}\n")
    found, problems = load(read_content(site))
    assert problems == ()
    assert found is not None
    assert found.site.repository is not None
    repository = found.site.repository
    assert (repository.host, repository.review) == (kind, False)
