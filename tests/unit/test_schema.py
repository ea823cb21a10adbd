"""What follows from the one description of a card."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from insyn.model.fields import (
    KINDS,
    OTHER_KINDS,
    Fields,
    SiteFields,
    about,
    choice_of,
    inner_model,
    translation_of,
)
from insyn.model.loading import load
from insyn.schema import field_table, new_card, quoted
from insyn.schema.cards import _marked
from insyn.source import Sources, parse_card

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "generator"))

from reference import GUIDES, with_tables  # noqa: E402


def all_models() -> list[type[Fields]]:
    """Every class of fields, those inside others too."""
    found: list[type[Fields]] = []
    waiting: list[type[Fields]] = [*KINDS.values(), *OTHER_KINDS.values(), SiteFields]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.append(model)
            inside = (inner_model(field.annotation) for field in model.model_fields.values())
            waiting += [inner for inner in inside if inner]
    return found


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_field_is_described_in_both_languages(model: type[Fields]) -> None:
    for name in model.model_fields:
        told = about(model, name)
        assert all((told.sv, told.en, told.help_sv, told.help_en)), name
        assert told.help_sv.endswith((".", "?")), name
        assert told.help_en.endswith((".", "?")), name


@pytest.mark.parametrize("kind", ["projects", "stories", "organisations", "notices"])
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("title", ["Jobb i Vivalla", 'Projekt: fas 2 "nu"', "- först #1", "ja"])
def test_a_new_card_can_be_read_and_lacks_only_what_is_required(
    kind: str, language: str, title: str
) -> None:
    file = f"content/{kind}/x.md"
    card, problems = parse_card(file, new_card(kind, title, language).encode())
    assert not problems
    assert card is not None
    assert card.fields["title"] == title
    _, found = load(Sources(None, (card,), {}, {}, ()))
    codes = {problem.code for problem in found if problem.place.file == file}
    assert codes <= {
        "field-missing",
        "field-missing-choice",
        "field-missing-group",
        "untouched-card",
    }


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_card_has_every_field(kind: str) -> None:
    if kind == "pages":
        return
    card, _ = parse_card(f"content/{kind}/x.md", new_card(kind, "X", "sv").encode())
    assert card is not None
    assert set(card.fields) == set(KINDS[kind].model_fields)


@pytest.mark.parametrize("text", ["a: b", "a #b", "'a", '"', "\\", "a:", "- a", "{a}", "@a", "åäö"])
def test_a_quoted_value_is_read_back(text: str) -> None:
    card, problems = parse_card("content/pages/x.md", f"---\ntitle: {quoted(text)}\n---\n".encode())
    assert not problems
    assert card is not None
    assert card.fields["title"] == text


CHOICES = [
    (model, name, choice)
    for model in all_models()
    for name in model.model_fields
    if (choice := choice_of(model, name))
]


def test_a_choice_may_be_written_in_the_words_of_either_language_and_is_kept_as_its_key() -> None:
    assert {(model.__name__, name) for model, name, _ in CHOICES} == {
        ("DocumentFields", "kind"),
        ("OrganisationFields", "kind"),
        ("NoticeFields", "severity"),
        ("StatementFields", "status"),
        ("StandardFields", "wcag"),
        ("StandardFields", "level"),
        ("AssessmentFields", "method"),
        ("FeedbackFields", "form"),
        ("RepositoryFields", "host"),
    }
    for _, _, choice in CHOICES:
        for key, (sv, en) in choice.words.items():
            for typed in (key, sv, en, sv.upper(), f" {en.lower()} "):
                assert choice.read(typed) == key
    told = {"kind": "förening", "title": "X"}
    assert KINDS["organisations"].model_validate(told).model_dump()["kind"] == "association"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_new_card_offers_the_words_of_its_language_alone(language: str) -> None:
    offered = {
        "sv": "Välj ett av: information, viktigt.",
        "en": "Choose one of: information, important.",
    }
    assert offered[language] in new_card("notices", "X", language)
    card = new_card("organisations", "X", language)
    assert ("Förening" in card, "Association" in card) == (language == "sv", language == "en")
    assert "municipal_department" not in card


def test_a_translation_has_texts_and_no_facts() -> None:
    texts = translation_of(KINDS["projects"]).model_fields
    assert set(texts) == {
        "title",
        "summary",
        "contact",
        "targets",
        "accessibility",
        "source",
        "documents",
        "other_contacts",
        "picture",
        "pronunciation",
        "sign_language_film",
        "audio",
    }


@pytest.mark.parametrize("guide", sorted(GUIDES))
def test_the_tables_of_the_guides_are_up_to_date(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    assert "<!-- fields:" in text
    assert with_tables(text, GUIDES[guide]) == text, "run: make docs"


def test_a_table_names_every_field() -> None:
    table = field_table("projects", "en")
    for name in KINDS["projects"].model_fields:
        assert f"| `{name}` |" in table
    assert "| `funding: eu` | EU support |" in table


@pytest.mark.parametrize(
    ("text", "line"), [("personer", "ÖVERSÄTT personer"), ("%", '"ÖVERSÄTT %"')]
)
def test_an_example_is_still_a_value_when_its_word_is_taken_away(text: str, line: str) -> None:
    assert _marked("ÖVERSÄTT", text) == line
