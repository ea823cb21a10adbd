"""From cards as they were typed to a portfolio that is known to be true."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.model import load
from insyn.model.portfolio import CardReference, Period, Translated
from insyn.slugs import LONGEST_NAME
from typed_cards import SITE, card, loaded, only, project, sources


def told(files: Mapping[str, str], site: str | None = SITE) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of each problem."""
    _, problems = load(sources(files, site))
    return [
        (
            found.place.file.removeprefix("content/"),
            found.place.line,
            found.place.column,
            found.code,
        )
        for found in problems
    ]


# --- facts ---


def test_the_facts_of_a_card_are_read() -> None:
    found = only(
        loaded(
            {
                "projects/jobb.md": project(
                    contact="{name: Elmar Jehle, phone: 019194414}",
                    funding="{eu: 4 719 182 kr, total: 12352838}",
                    municipalities="[Örebro, Kumla, örebro]",
                    targets='[{what: Deltagare, target: "12,5", unit: "%", minimum: ja}]',
                    accessibility="{information: Lättläst., premises: Ramp.}",
                    body="## Bakgrund\n\nText.",
                )
            }
        )
    )
    assert (found.slug, found.file) == ("jobb", "content/projects/jobb.md")
    assert found.period == Period(date(2009, 1, 1), date(2011, 12, 31))
    assert (found.funding.eu, found.funding.total) == (4_719_182, 12_352_838)
    (contact,) = found.contacts
    assert (contact.name, contact.phone) == ("Elmar Jehle", "019-19 44 14")
    assert [place.name for place in found.municipalities] == ["Örebro", "Kumla"]
    assert (found.targets[0].target, found.targets[0].minimum) == (Decimal("12.5"), True)
    assert [side for side, _ in found.accessibility] == ["premises", "information"]
    assert found.text.versions[0][1].headings[0].id == "bakgrund"


def test_what_is_left_empty_is_unknown() -> None:
    found = only(loaded({"projects/a.md": project(contact="{name: , phone: }", funding="{eu: }")}))
    assert found.contacts == ()
    assert (found.funding.eu, found.funding.total) == (None, None)


def test_nothing_is_another_thing_than_unknown() -> None:
    found = only(loaded({"projects/a.md": project(funding="{eu: 0 kr, total: 0}")}))
    assert (found.funding.eu, found.funding.total) == (0, 0)


def test_one_value_is_a_list_of_one() -> None:
    found = only(loaded({"projects/a.md": project(municipalities="Örebro", partners="ABF")}))
    assert [place.name for place in found.municipalities] == ["Örebro"]
    assert found.partners == ("abf",)


def test_a_choice_may_be_spelled_in_either_language() -> None:
    found = only(loaded({"projects/a.md": project(phase="implementation", programme_area="Work")}))
    assert found.phase.key == "Genomförande"
    assert found.programme_area.key == "Arbete"


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2008, 12, 31), "planned"),
        (date(2009, 1, 1), "running"),
        (date(2011, 12, 31), "running"),
        (date(2012, 1, 1), "ended"),
    ],
)
def test_both_days_of_a_period_belong_to_it(day: date, status: str) -> None:
    assert Period(date(2009, 1, 1), date(2011, 12, 31)).status(day) == status
    assert Period(date(2009, 1, 1), None).status(day) != "ended"


def test_the_place_of_a_mistake_is_that_of_the_value() -> None:
    assert told({"projects/a.md": project(municipalities="[Örebro, Kumal]")}) == [
        ("projects/a.md", 9, 26, "municipality-unknown")
    ]


def test_all_mistakes_of_a_card_are_told_also_those_in_its_text() -> None:
    files = {
        "projects/a.md": project(
            phase="Slut", region="Norr", owner="", body="# Rubrik\n\n[x](borta.md)\n"
        )
    }
    assert [code for *_, code in told(files)] == [
        "field-missing",
        "phase-unknown",
        "region-unknown",
        "heading-level-1",
        "link-broken",
    ]


def test_the_texts_are_looked_at_without_a_site() -> None:
    codes = [code for *_, code in told({"projects/a.md": project(body="# Rubrik\n")}, site=None)]
    assert codes == ["heading-level-1"]


def test_without_a_site_there_is_no_portfolio() -> None:
    portfolio, _ = load(sources({"projects/a.md": project()}, site=None))
    assert portfolio is None


# --- what is left out ---


def test_a_mistake_in_what_may_be_missing_leaves_the_rest_of_the_card() -> None:
    portfolio, problems = load(
        sources({"projects/a.md": project(contact="{name: Maria, phone: ring}")})
    )
    assert [problem.code for problem in problems] == ["phone-invalid"]
    assert portfolio is not None
    (contact,) = only(portfolio).contacts
    assert (contact.name, contact.phone) == ("Maria", "")
    assert portfolio.left_out == frozenset()


def test_a_card_without_what_it_must_have_is_left_out_and_still_known() -> None:
    portfolio, problems = load(
        sources(
            {
                "projects/a.md": project(phase=""),
                "projects/b.md": project(related="[a]", body="[a](a.md)"),
            }
        )
    )
    assert [problem.code for problem in problems] == ["field-missing-choice"]
    assert portfolio is not None
    assert set(portfolio.projects) == {"b"}
    assert portfolio.left_out == {CardReference("projects", "a")}


def test_a_card_that_cannot_be_read_is_still_known() -> None:
    files = {
        "projects/a.md": "Ingenting\n",
        "projects/a.en.md": card(title="A", summary="B."),
        "projects/b.md": project(related="[a]", body="[a](a.md)"),
    }
    assert [code for *_, code in told(files)] == ["front-matter-missing"]


# --- organisations ---


@pytest.mark.parametrize(
    ("card_of_it", "is_told"),
    [({}, True), ({"organisations/a.md": card(title="TRR NORRA SVERIGES KOOPERATIV")}, False)],
)
def test_an_organisation_called_in_capitals_needs_no_explanation(
    card_of_it: dict[str, str], *, is_told: bool
) -> None:
    text = project(body="## Bakgrund\n\nTRR hjälpte till med jobb.")
    codes = [code for _, _, _, code in told({"projects/a.md": text, **card_of_it})]
    assert ("abbreviation-unexplained" in codes) is is_told


OBO = card(title="ÖrebroBostäder AB", aliases="[ÖrebroBostäder, ÖBO]", kind="municipal_company")


@pytest.mark.parametrize(
    "name", ["ÖrebroBostäder AB", "örebrobostäder", "öbo", "ÖrebroBosta\u0308der", "obo"]
)
def test_an_organisation_is_found_by_any_of_its_names(name: str) -> None:
    portfolio = loaded({"organisations/obo.md": OBO, "projects/a.md": project(owner=name)})
    assert only(portfolio).owner == "obo"
    assert set(portfolio.organisations) == {"obo"}


def test_an_organisation_without_a_file_comes_from_the_cards() -> None:
    portfolio = loaded(
        {
            "projects/a.md": project(partners="[Coompanion, coompanion, ABF]"),
            "projects/b.md": project(owner="Coompanion"),
        }
    )
    assert set(portfolio.organisations) == {"abf", "coompanion", "orebrobostader"}
    assert portfolio.projects["a"].partners == ("coompanion", "abf")
    assert portfolio.projects["b"].owner == "coompanion"
    assert portfolio.organisations["coompanion"].file == ""
    assert portfolio.organisations["coompanion"].name.versions == (("sv", "Coompanion"),)


def test_two_names_with_one_slug_are_two_organisations() -> None:
    portfolio = loaded({"projects/a.md": project(partners="[Råd, Rad, råd]")})
    assert only(portfolio).partners == ("rad", "rad-2")


def test_a_name_almost_as_another_is_told() -> None:
    files = {"organisations/obo.md": OBO, "projects/a.md": project(owner="ÖrebroBostäder A B")}
    assert told(files) == [("projects/a.md", 6, 8, "organisation-name-near")]


def test_a_name_that_another_begins_with_is_another() -> None:
    loaded(
        {
            "organisations/c.md": card(title="Coompanion Skaraborg"),
            "projects/a.md": project(partners="[Coompanion]"),
        }
    )


def test_a_very_long_name_has_an_address_that_can_be_a_file() -> None:
    name = "Nämnden för arbete i Örebro "
    found = loaded({"projects/a.md": project(owner=name * 6, partners=f"[{name * 12}]")})
    lengths = [len(slug) for slug in found.organisations]
    assert lengths == [lengths[0], lengths[0] + len("-2")]
    assert lengths[0] <= LONGEST_NAME


def test_a_line_with_several_names_is_told_of_on_each_card_unless_one_is_called_so() -> None:
    typed = {f"projects/{name}.md": project(partners="ABF, Coompanion") for name in "ab"}
    assert [(file, code) for file, _, _, code in told(typed) if code != "title-twice"] == [
        ("projects/a.md", "names-on-one-line"),
        ("projects/b.md", "names-on-one-line"),
    ]
    known = {"projects/c.md": project(title="C", partners="[ABF, Coompanion]")}
    found = {code for _, _, _, code in told(typed | known)}
    assert "organisations-on-one-line" in found
    assert "names-on-one-line" not in found
    called_so = {"organisations/a.md": card(title="ABF, Coompanion")}
    assert {code for _, _, _, code in told(typed | called_so)} <= {"title-twice"}


def test_a_name_belongs_to_one_organisation() -> None:
    files = {
        "organisations/obo.md": OBO,
        "organisations/other.md": card(title="Annan", aliases="[öbo]"),
    }
    assert told(files) == [
        ("organisations/obo.md", 3, 27, "organisation-name-claimed-twice"),
        ("organisations/other.md", 3, 11, "organisation-name-claimed-twice"),
    ]


def test_an_organisation_may_give_its_own_name_twice() -> None:
    loaded({"organisations/a.md": card(title="ABF", aliases="[ABF, abf]")})


def test_an_organisation_is_part_of_another() -> None:
    portfolio = loaded(
        {
            "organisations/obo.md": OBO,
            "organisations/hk.md": card(title="Huvudkontoret", part_of="ÖBO"),
        }
    )
    assert portfolio.organisations["hk"].part_of == "obo"


# --- places ---


def test_a_municipality_outside_the_region_is_told_and_kept() -> None:
    portfolio, problems = load(
        sources({"projects/a.md": project(municipalities="[Örebro, Trelleborg]")})
    )
    assert [(problem.code, dict(problem.values)["region_sv"]) for problem in problems] == [
        ("municipality-outside-region", "Sydsverige")
    ]
    assert portfolio is not None
    assert len(only(portfolio).municipalities) == 2


# --- related cards and links ---


def test_related_may_be_projects_and_stories() -> None:
    portfolio = loaded(
        {
            "projects/a.md": project(related="[b, s.md, b]"),
            "projects/b.md": project(),
            "stories/s.md": card(title="S", summary="T.", projects="a"),
        }
    )
    assert portfolio.projects["a"].related == (
        CardReference("projects", "b"),
        CardReference("stories", "s"),
    )
    assert portfolio.stories["s"].projects == ("a",)


def test_a_story_belongs_to_projects_only() -> None:
    files = {
        "stories/s.md": card(title="S", summary="T.", projects="t"),
        "stories/t.md": card(title="T", summary="T."),
    }
    assert told(files) == [("stories/s.md", 4, 11, "project-unknown")]


def test_links_to_files_lead_to_cards_and_media(tmp_path: Path) -> None:
    body = "[b](b.md#mal) [s](../stories/s.en.md) [d](../documents/d.pdf) ![i](../images/i.png)\n"
    portfolio = loaded(
        {
            "projects/a.md": project(body=body),
            "projects/b.md": project(),
            "stories/s.md": card(title="S", summary="T."),
        },
        media={"documents/d.pdf": tmp_path, "images/i.png": tmp_path},
    )
    html = portfolio.projects["a"].text.versions[0][1].sections[0].html
    assert 'href="card:projects/b#mal"' in html
    assert 'href="card:stories/s"' in html
    assert 'href="media:documents/d.pdf"' in html
    assert 'src="media:images/i.png"' in html


def test_a_document_knows_its_size(tmp_path: Path) -> None:
    report = tmp_path / "r.pdf"
    report.write_bytes(b"12345")
    portfolio = loaded(
        {"projects/a.md": project(documents="[{title: Rapport, file: documents/r.pdf}]")},
        media={"documents/r.pdf": report},
    )
    assert only(portfolio).documents[0].size == 5


# --- languages ---

ENGLISH = """---
title: Jobs in Vivalla
targets:
  - what: Participants
accessibility:
  premises: A ramp.
---

## Background

It went well.
"""


def test_a_translation_gives_texts_and_the_original_the_rest() -> None:
    original = project(
        targets="[{what: Deltagare, target: 5, unit: personer}]",
        accessibility="{premises: Ramp., information: Lättläst.}",
        body="## Bakgrund\n\nDet gick bra.",
    )
    found = only(loaded({"projects/a.md": original, "projects/a.en.md": ENGLISH}))
    assert found.title.in_language("en") == ("Jobs in Vivalla", "en")
    assert found.summary.in_language("en") == ("Människor får jobb.", "sv")
    target = found.targets[0]
    assert target.what.in_language("en") == ("Participants", "en")
    assert target.unit is not None
    assert target.unit.in_language("en") == ("personer", "sv")
    premises, information = (words for _, words in found.accessibility)
    assert premises.in_language("en") == ("A ramp.", "en")
    assert information.in_language("en") == ("Lättläst.", "sv")
    text, language = found.text.in_language("en")
    assert (language, text.headings[0].text) == ("en", "Background")


def test_a_translation_without_text_shows_the_originals() -> None:
    files = {"projects/a.md": project(body="Text."), "projects/a.en.md": card(title="Jobs")}
    assert only(loaded(files)).text.in_language("en")[1] == "sv"


@given(st.dictionaries(st.sampled_from(["sv", "en", "fi"]), st.text(), min_size=1))
def test_a_language_that_is_missing_falls_back_on_the_original(texts: dict[str, str]) -> None:
    words = Translated(tuple(texts.items()))
    original = next(iter(texts))
    for language in ("sv", "en", "fi", "de"):
        expected = language if language in texts else original
        assert words.in_language(language) == (texts[expected], expected)


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("projects/b.en.md", card(title="B"), "translation-without-original"),
        ("projects/a.fi.md", card(title="B"), "translation-language-unknown"),
        ("projects/a.sv.md", card(title="B"), "translation-of-first-language"),
        ("projects/a.en.md", card(phase="Implementation"), "translation-repeats-fact"),
        ("projects/a.en.md", card(targets="[{what: B}]"), "translation-count-differs"),
        ("projects/a.en.md", card(titlle="B"), "field-misspelt"),
        ("projects/a.en.md", card(qwert="B"), "field-unknown"),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(file: str, text: str, code: str) -> None:
    original = project(targets="[{what: A}, {what: B}]")
    found = told({"projects/a.md": original, file: text})
    assert [(place, told_code) for place, _, _, told_code in found] == [(file, code)]


def test_a_page_has_an_address_in_each_language() -> None:
    portfolio = loaded(
        {
            "pages/om.md": card(title="Om", summary="S."),
            "pages/om.en.md": card(title="About", address="about us"),
        }
    )
    addresses = portfolio.pages["om"].addresses
    assert addresses.in_language("sv")[0].path == "om"
    given_english = addresses.in_language("en")[0]
    assert given_english.path == "about-us"
    assert (given_english.place.file, given_english.place.line) == ("content/pages/om.en.md", 3)


# --- the site ---


def test_an_address_of_the_site_has_no_slash_at_the_end() -> None:
    assert loaded({}).site.address == "https://prov.example.se"


def test_languages_are_codes_and_each_stands_once() -> None:
    portfolio, problems = load(sources({}, SITE.replace("[sv, en]", "[sv, en, sv]")))
    assert problems == ()
    assert portfolio is not None
    assert portfolio.site.languages == ("sv", "en")
    for typed in ("svenska", "xx", "SV", "sv_SE"):
        assert [code for *_, code in told({}, SITE.replace("[sv, en]", f"[sv, {typed}]"))] == [
            "language-unknown"
        ]


def test_everything_is_in_order_of_slug() -> None:
    portfolio = loaded(
        {
            f"projects/{slug}.md": project(owner=name)
            for slug, name in (("b", "Ö"), ("c", "A"), ("a", "M"))
        }
    )
    assert list(portfolio.projects) == ["a", "b", "c"]
    assert list(portfolio.organisations) == sorted(portfolio.organisations)


# --- contacts ---


def test_the_one_to_call_first_stands_first() -> None:
    found = only(
        loaded(
            {
                "projects/a.md": project(
                    contact="{name: Elmar Jehle, phone: 019194414}",
                    other_contacts="[{role: Kontaktcenter, email: kc@prov.example.se}, {name: X}]",
                ),
                "projects/a.en.md": card(other_contacts="[{role: Contact centre}, {}]"),
            }
        )
    )
    assert [contact.name for contact in found.contacts] == ["Elmar Jehle", "", "X"]
    role = found.contacts[1].role
    assert role is not None
    assert role.versions == (("sv", "Kontaktcenter"), ("en", "Contact centre"))


def test_a_role_that_nobody_can_reach_is_no_contact() -> None:
    assert only(loaded({"projects/a.md": project(contact="{role: Kontaktcenter}")})).contacts == ()


# --- phases of an effort ---


def test_a_later_phase_leads_to_the_earlier_one() -> None:
    portfolio = loaded(
        {
            "projects/a.md": project(),
            "projects/b.md": project(continues="a", period="{start: 2010-01-01}"),
        }
    )
    assert portfolio.projects["b"].continues == "a"
    assert portfolio.projects["a"].continues == ""


def test_phases_in_a_circle_are_told_and_parted() -> None:
    files = {
        "projects/a.md": project(continues="b"),
        "projects/b.md": project(continues="a"),
        "projects/c.md": project(continues="b"),
        "projects/d.md": project(continues="d"),
    }
    line = project(continues="b").splitlines().index("continues: b") + 1
    assert told(files) == [
        ("projects/a.md", line, 12, "continues-in-a-circle"),
        ("projects/b.md", line, 12, "continues-in-a-circle"),
        ("projects/d.md", line, 12, "continues-itself"),
    ]
    portfolio, _ = load(sources(files))
    assert portfolio is not None
    assert {slug: p.continues for slug, p in portfolio.projects.items()} == {
        **dict.fromkeys("abd", ""),
        "c": "b",
    }


def test_a_phase_that_begins_before_the_earlier_one_is_told() -> None:
    found = told(
        {
            "projects/a.md": project(period="{start: 2012-01-01}"),
            "projects/b.md": project(continues="a"),
        }
    )
    assert [(file, code) for file, _, _, code in found] == [
        ("projects/b.md", "continues-a-later-one")
    ]


# --- settings ---


@pytest.mark.parametrize(
    ("address", "edit", "history"),
    [
        (
            "https://github.com/kommunen/projekt",
            "https://github.com/kommunen/projekt/edit/{branch}/{path}",
            "https://github.com/kommunen/projekt/commits/{branch}/{path}",
        ),
        (
            "https://gitlab.kommunen.se/grupp/projekt.git",
            "https://gitlab.kommunen.se/grupp/projekt/-/edit/{branch}/{path}",
            "https://gitlab.kommunen.se/grupp/projekt/-/commits/{branch}/{path}",
        ),
        (
            "https://codeberg.org/kommunen/projekt/",
            "https://codeberg.org/kommunen/projekt/_edit/{branch}/{path}",
            "https://codeberg.org/kommunen/projekt/commits/branch/{branch}/{path}",
        ),
    ],
)
def test_a_git_host_is_known_by_its_name(address: str, edit: str, history: str) -> None:
    site = f"{SITE}repository: {{address: {address}}}\n"
    portfolio, problems = load(sources({}, site))
    assert problems == ()
    assert portfolio is not None
    assert portfolio.site.repository is not None
    assert (portfolio.site.repository.edit, portfolio.site.repository.history) == (edit, history)
    assert portfolio.site.repository.branch == "main"


def test_an_unknown_git_host_says_how_it_spells_addresses() -> None:
    address = "https://git.kommunen.se/projekt"
    site = f"{SITE}repository: {{address: {address}"
    assert told({}, f"{site}}}\n") == [("site.yaml", 10, 23, "repository-host-unknown")]
    pattern = f'edit: "{address}/edit/{{path}}"'
    portfolio, problems = load(sources({}, f"{site}, {pattern}}}\n"))
    assert problems == ()
    assert portfolio is not None
    assert portfolio.site.repository is not None
    assert portfolio.site.repository.edit == f"{address}/edit/{{path}}"
    assert portfolio.site.repository.history == ""


# --- organisations ---


def test_a_spelling_that_is_not_shown_finds_the_organisation() -> None:
    portfolio = loaded(
        {
            "organisations/norra.md": card(
                title="Samordningsförbundet Norra Skaraborg",
                also_typed="[Samordningsförbundet Norra Ska]",
                phone="0501-393000",
            ),
            "projects/a.md": project(owner="Samordningsförbundet Norra Ska"),
        }
    )
    assert only(portfolio).owner == "norra"
    assert portfolio.organisations["norra"].aliases == ()
    assert portfolio.organisations["norra"].phone == "0501-39 30 00"
