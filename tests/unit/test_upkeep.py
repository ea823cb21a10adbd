"""What needs a review, though nothing is wrong; and what a removal would break."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from insyn.cli import main
from insyn.model import load
from insyn.source import Sources, parse_card, parse_yaml_file
from insyn.starting import Answers, site_texts
from insyn.upkeep import KINDS, Finding, Removal, removal, review

TODAY = date(2026, 11, 22)
ANSWERS = Answers(
    "Prov", ("sv", "en"), "Örebro kommun", "a@orebro.se", "https://a.example.se", "Första"
)
CARD = "content/projects/forsta.md"
ENDED = "period:\n  start: 2020-01-01\n  end: 2025-06-30\n"
RUNNING = "period:\n  start: 2026-11-22\n"


def texts(changes: Mapping[str, tuple[str, str]] | None = None, **more: str) -> dict[str, str]:
    """A new site's files, some of them changed: by file, what to replace and with what."""
    found = {
        file: text
        for file, text in site_texts(ANSWERS, TODAY).items()
        if file.startswith("content/")
    } | {file.replace("__", "/") + ".md": text for file, text in more.items()}
    for file, (old, new) in (changes or {}).items():
        assert old in found[file]
        found[file] = found[file].replace(old, new)
    return found


def sources_of(files: Mapping[str, str], media: tuple[str, ...] = ()) -> Sources:
    cards = {}
    for file, text in files.items():
        parse = parse_yaml_file if file.endswith(".yaml") else parse_card
        card, problems = parse(file, text.encode())
        assert not problems
        cards[file] = card
    alone = [
        cards.pop(f"content/{name}.yaml")
        for name in ("site", "glossary", "pages/accessibility-statement")
    ]
    return Sources(
        alone[0],
        tuple(card for _, card in sorted(cards.items()) if card),
        {path: Path(__file__) for path in media},
        {},
        (),
        alone[1],
        alone[2],
    )


def found_in(
    sources: Sources, changed: Mapping[str, date] | None = None, today: date = TODAY
) -> tuple[Finding, ...]:
    portfolio, _ = load(sources)
    assert portfolio is not None
    return review(portfolio, sources, changed or {}, today)


def lines(found: tuple[Finding, ...], code: str) -> list[tuple[str, int]]:
    return [(one.place.file, one.place.line) for one in found if one.code == code]


def line_of(files: Mapping[str, str], file: str, begins: str) -> int:
    return [line.strip().startswith(begins) for line in files[file].splitlines()].index(True) + 1


def test_a_new_site_is_told_to_rewrite_its_draft_and_to_make_it_easy_to_read() -> None:
    found = found_in(sources_of(texts()))
    assert [one.code for one in found] == ["draft-left", "easy-missing", "easy-missing"]
    assert lines(found, "draft-left") == [(CARD, line_of(texts(), CARD, "summary"))]


def test_a_language_without_texts_of_insyn_s_own_is_told_of_once() -> None:
    site = "content/site.yaml"
    files = texts({site: ("  - en\n", "  - en\n  - fi\n")})
    sources = sources_of(files)
    assert lines(found_in(sources), "catalogue-missing") == [(site, line_of(files, site, "- fi"))]
    own = replace(sources, overrides={"locale/fi/LC_MESSAGES/insyn.po": Path(__file__)})
    assert lines(found_in(own), "catalogue-missing") == []


@pytest.mark.parametrize("years", [0, 2])
def test_a_person_is_a_stale_contact_a_year_after_the_end(years: int) -> None:
    person = ("  role: Redaktionen\n", "  name: Elmar Jehle\n")
    end = f"period:\n  start: 2020-01-01\n  end: {2026 - years}-06-30\n"
    files = texts({CARD: person})
    files[CARD] = files[CARD].replace(RUNNING, end)
    found = found_in(sources_of(files))
    expected = [(CARD, line_of(files, CARD, "name:"))] if years else []
    assert lines(found, "contact-stale") == expected


def test_a_role_is_no_stale_contact_and_neither_is_who_will_be_withdrawn() -> None:
    files = texts({CARD: (RUNNING, ENDED)})
    assert not lines(found_in(sources_of(files)), "contact-stale")
    files[CARD] = files[CARD].replace("  role: Redaktionen\n", "  name: Elmar Jehle\n")
    assert lines(found_in(sources_of(files)), "contact-stale")
    files["content/site.yaml"] += "withdraw_contacts_after_years: 5\n"
    assert not lines(found_in(sources_of(files)), "contact-stale")


def test_an_ended_project_is_to_have_results_and_a_phase_that_says_so() -> None:
    files = texts({CARD: (RUNNING, ENDED)})
    found = found_in(sources_of(files))
    assert lines(found, "results-missing") == [(CARD, line_of(files, CARD, "title"))]
    assert lines(found, "phase-passed") == [(CARD, line_of(files, CARD, "phase"))]
    files[CARD] = files[CARD].replace("phase: Planering", "phase: Avslutat")
    files[CARD] = files[CARD].replace("region:", "participants:\n  reached: 12\nregion:")
    found = found_in(sources_of(files))
    assert not lines(found, "results-missing")
    assert not lines(found, "phase-passed")


def test_targets_of_an_ended_project_without_a_result_are_told_one_by_one() -> None:
    given = "targets:\n  - what: A\n    target: 4\n    result: 3\n  - what: B\n    target: 5\n"
    files = texts({CARD: (RUNNING, ENDED + given)})
    files[CARD.replace(".md", ".en.md")] = (
        "---\ntitle: First\nsummary: It is.\ntargets:\n  - what: A\n  - what: B\n---\n\nA text.\n"
    )
    found = found_in(sources_of(files))
    assert lines(found, "target-without-result") == [(CARD, line_of(files, CARD, "- what: B"))]
    assert not lines(found, "results-missing")


def test_versions_that_are_missing_or_older_than_the_original_are_told() -> None:
    english = CARD.replace(".md", ".en.md")
    files = texts()
    changed = {CARD: date(2026, 11, 1), english: date(2026, 1, 1)}
    assert lines(found_in(sources_of(files), changed), "translation-behind") == [(english, 1)]
    changed[english] = date(2026, 10, 25)
    assert not lines(found_in(sources_of(files), changed), "translation-behind")
    del files[english]
    found = found_in(sources_of(files))
    assert lines(found, "translation-missing") == [(CARD, line_of(files, CARD, "title"))]
    assert len(lines(found, "easy-missing")) == 1


def test_what_nobody_has_touched_for_a_year_is_told_where_git_knows() -> None:
    about = "content/pages/om.md"
    changed = {CARD: date(2025, 11, 22), about: date(2025, 11, 21)}
    found = found_in(sources_of(texts()), changed)
    assert lines(found, "untouched") == [(about, 1)]


def test_statements_and_notices_grow_old() -> None:
    notice = (
        "---\ntitle: Stängt\nshow_from: 2026-01-01\nshow_until: 2026-01-31\n---\n\nVi stänger.\n"
    )
    sources = sources_of(texts(content__notices__stangt=notice))
    assert lines(found_in(sources), "notice-ended") == [("content/notices/stangt.md", 4)]
    assert not lines(found_in(sources, today=date(2026, 1, 31)), "notice-ended")
    assert not lines(found_in(sources), "statement-old")
    assert lines(found_in(sources, today=date(2027, 11, 23)), "statement-old")


def test_organisations_and_files_that_nothing_uses_are_told() -> None:
    organisation = "---\ntitle: Bygdens framtid\n---\n"
    files = texts(content__organisations__ingens=organisation)
    sources = sources_of(files, ("images/a.jpg", "documents/b c.pdf"))
    found = found_in(sources)
    assert lines(found, "organisation-unnamed") == [("content/organisations/ingens.md", 2)]
    assert len(lines(found, "media-unused")) == 2
    files["content/pages/om.md"] += (
        "\nSe [en förening](../organisations/ingens.md) och [brevet](../documents/b%20c.pdf).\n"
    )
    found = found_in(sources_of(files, ("images/a.jpg", "documents/b c.pdf")))
    assert not lines(found, "organisation-unnamed")
    assert lines(found, "media-unused") == [("content/images/a.jpg", 1)]
    portfolio, _ = load(sources)
    assert portfolio is not None
    template = '<img src="{{ root }}media/images/a.jpg" alt="">'
    found = review(portfolio, sources, {}, TODAY, (template,))
    assert lines(found, "media-unused") == [("content/documents/b c.pdf", 1)]


def test_an_address_that_is_none_of_the_projects_organisations_is_told() -> None:
    owner = "content/organisations/orebro-kommun.md"
    files = texts({owner: ("kind: Kommun", "kind: Kommun\nwebsite: https://www.orebro.se/")})
    assert not lines(found_in(sources_of(files)), "contact-elsewhere")
    files[CARD] = files[CARD].replace("a@orebro.se", "a@example.org")
    found = found_in(sources_of(files))
    assert lines(found, "contact-elsewhere") == [(CARD, line_of(files, CARD, "email"))]


def test_the_most_urgent_comes_first() -> None:
    files = texts({CARD: (RUNNING, ENDED)})
    order = [one.code for one in found_in(sources_of(files, ("images/a.jpg",)))]
    assert order == sorted(order, key=list(KINDS).index)
    assert order[0] == "phase-passed"
    assert order[-1] == "media-unused"


def test_every_kind_has_its_words_in_both_languages() -> None:
    for code, kind in KINDS.items():
        for said in (kind.heading, kind.told, kind.cure):
            assert said.sv != said.en, code
            assert all(said), code
        assert kind.told.sv.endswith(".")
        assert kind.cure.en.endswith(".")


# --- removal ---


def removed(sources: Sources, file: str) -> Removal | None:
    portfolio, problems = load(sources)
    assert portfolio is not None
    return removal(portfolio, problems, sources, file)


def test_what_leads_to_a_card_would_break_without_it() -> None:
    files = texts()
    files["content/pages/om.md"] += "\nSe [det första](../projects/forsta.md).\n"
    gone = removed(sources_of(files), CARD)
    assert gone is not None
    [broken] = gone.broken
    assert (broken.place.file, broken.code) == ("content/pages/om.md", "link-broken")
    assert broken.place.line == files["content/pages/om.md"].count("\n")
    assert gone.along == ("content/projects/forsta.en.md",)


def test_a_card_that_nothing_leads_to_can_go_and_what_is_no_card_cannot() -> None:
    sources = sources_of(texts())
    gone = removed(sources, CARD)
    assert gone is not None
    assert gone.broken == ()
    assert removed(sources, "content/projects/none.md") is None


def test_cards_that_name_an_organisation_are_told_and_files_that_are_left_alone() -> None:
    files = texts({CARD: ("---\n\n## Om", "---\n\nSe [planen](../documents/p.pdf).\n\n## Om")})
    sources = sources_of(files, ("documents/p.pdf",))
    gone = removed(sources, "content/organisations/orebro-kommun.md")
    assert gone is not None
    assert [place.file for place in gone.named] == [CARD]
    gone = removed(sources, CARD)
    assert gone is not None
    assert gone.unused == ("documents/p.pdf",)


def test_a_document_that_a_card_leads_to_would_be_missed() -> None:
    files = texts({CARD: ("---\n\n## Om", "---\n\nSe [planen](../documents/p.pdf).\n\n## Om")})
    gone = removed(sources_of(files, ("documents/p.pdf",)), "content/documents/p.pdf")
    assert gone is not None
    assert [problem.place.file for problem in gone.broken] == [CARD]


# --- the command ---


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for file, text in texts({CARD: (RUNNING, ENDED)}).items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def report(site: Path, *arguments: str) -> tuple[int, str]:
    told = CliRunner().invoke(
        main, ["report", "--site", str(site), "--date", "2026-11-22", *arguments]
    )
    return told.exit_code, told.output


def test_the_report_is_in_groups_with_file_and_line_and_says_what_it_cannot_see(site: Path) -> None:
    status, told = report(site)
    assert status == 0
    assert told.startswith("Projekt som har slutat men står i fel fas (1)\n    Ändra phase")
    assert f"\n{CARD}:9: Projektet slutade 2025-06-30, men fasen är Planering.\n" in told
    assert "\n5 saker att se över i 1 fil.\nGit kan inte säga när korten ändrades." in told


def test_the_report_for_programs_says_the_same(site: Path) -> None:
    status, told = report(site, "--format", "json")
    whole = json.loads(told)
    assert status == 0
    assert (whole["date"], whole["history"]) == ("2026-11-22", False)
    assert whole["findings"][0] == {
        "code": "phase-passed",
        "heading": "Projekt som har slutat men står i fel fas",
        "file": CARD,
        "line": 9,
        "message": "Projektet slutade 2025-06-30, men fasen är Planering.",
        "hint": "Ändra phase, eller period: end.",
    }


def test_a_removal_is_told_with_what_goes_along(site: Path) -> None:
    status, told = report(site, "--removing", str(site / CARD))
    assert status == 0
    assert told.startswith(f"{CARD} kan tas bort. Inget annat går sönder.\n")
    assert "\nTa också bort:\ncontent/projects/forsta.en.md\n" in told
    assert report(site, "--removing", "content/projects/none.md")[0] == 2
    assert report(site, "--removing", "content/site.yaml")[0] == 2


def test_without_settings_there_is_nothing_to_report(site: Path) -> None:
    shutil.copy(site / CARD, site / "content" / "site.yaml")
    assert report(site)[0] == 1


def test_a_draft_is_no_mistake(tmp_path: Path) -> None:
    base = Path(__file__).parents[1] / "invalid" / "base" / "content"
    shutil.copytree(base, tmp_path / "content")
    card = tmp_path / "content" / "projects" / "jobb-i-vivalla.md"
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("---\n", "---\ndraft: ja\n", 1), encoding="utf-8")
    result = CliRunner().invoke(main, ["report", "--site", str(tmp_path)])
    assert result.exit_code == 0
    assert "har fel" not in result.output
    card.write_text(text.replace("  start: 2", "  start: x2"), encoding="utf-8")
    result = CliRunner().invoke(main, ["report", "--site", str(tmp_path)])
    assert "1 fil har fel och är inte med. Se felen: insyn check" in result.output
