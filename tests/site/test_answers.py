"""What a project costs, who pays and whom to call: always answered, and before the long text."""

from __future__ import annotations

import pytest

from reading import BuiltSite, Document, Element

PROJECTS = {"sv": "/projekt/", "en": "/en/projects/"}


def section(page: Document, *headings: str) -> Element:
    """The section of a page that has one of `headings`."""
    return next(
        found
        for found in page.main.of_class("section")
        if any(heading.words in headings for heading in found.all("h2"))
    )


@pytest.mark.parametrize(
    ("language", "budget", "contact", "owner"),
    [
        ("sv", "Budgeten är inte känd.", "Ingen kontakt är angiven.", "/partner/"),
        ("en", "The budget is not known.", "No contact is given.", "/en/partners/"),
    ],
)
def test_what_a_project_does_not_tell_is_said(
    corner_site: BuiltSite, language: str, budget: str, contact: str, owner: str
) -> None:
    page = corner_site.page(f"{PROJECTS[language]}allt-okant/")
    assert budget in section(page, "Budget").text
    told = section(page, "Kontakt", "Contact")
    assert contact in told.text
    links = [link.attributes["href"] for link in told.all("a")]
    assert any(link.startswith(owner) for link in links), "the owner answers"
    (publisher,) = (link for link in links if link.startswith("mailto:"))
    assert publisher in [link.attributes["href"] for link in page.tree.one("footer").all("a")]


@pytest.mark.parametrize(
    ("slug", "told"),
    [("allt-okant", "uppgift saknas"), ("allt-kant", "1 000 000 kr")],
)
def test_a_list_tells_what_a_project_costs(corner_site: BuiltSite, slug: str, told: str) -> None:
    assert budgets(corner_site.page("/projekt/"))[f"/projekt/{slug}/"] == told


def test_a_list_does_not_let_0_look_like_a_price(built_site: BuiltSite) -> None:
    pilot = "pilotutbildning-handledare-sociala-arbetskooperativ"
    for path, told in (("/projekt/", "0 kr redovisade"), ("/en/projects/", "SEK 0 reported")):
        assert budgets(built_site.page(path))[f"{path}{pilot}/"] == told


def budgets(page: Document) -> dict[str, str]:
    """What the lists of a page say of each project's budget, by its address."""
    return {
        next(entry.all("h2", "h3")).one("a").attributes["href"]: pair.one("dd").text
        for entries in page.main.of_class("entries")
        for entry in entries.all("li")
        for pair in entry.all("div")
        if [term.words for term in pair.all("dt")] == ["Budget"]
    }


@pytest.mark.parametrize(
    ("site", "path", "heading"),
    [
        ("built_site", "/projekt/jobbpunkt-vast-orebro/", "Budget"),
        ("built_site", "/projekt/jobbpunkt-vast-orebro/", "Kontakt"),
        ("built_site", "/en/projects/motesplats-mtg/", "Targets and results"),
        ("built_site", "/en/projects/motesplats-mtg/", "Where the project is"),
        ("corner_site", "/projekt/allt-kant/", "Dokument"),
        ("corner_site", "/projekt/allt-kant/", "Tillgänglighet i projektet"),
    ],
)
def test_the_answers_stand_before_the_long_text(
    site: str, path: str, heading: str, request: pytest.FixtureRequest
) -> None:
    built: BuiltSite = request.getfixturevalue(site)
    sections = built.page(path).main.of_class("section")
    first_text = next(i for i, one in enumerate(sections) if one.of_class("prose"))
    names = [next((h.words for h in one.all("h2")), "") for one in sections]
    assert names.index(heading) < first_text
    after = names[first_text:]
    assert "Källa" in after or "Source" in after


@pytest.mark.parametrize(
    ("path", "heading"),
    [("/projekt/allt-kant/", "Om projektet"), ("/en/projects/allt-kant/", "About the project")],
)
def test_a_text_without_a_heading_does_not_run_on_from_the_answers(
    corner_site: BuiltSite, path: str, heading: str
) -> None:
    page = corner_site.page(path)
    assert section(page, heading).of_class("prose")
    assert heading in page.main.of_class("contents")[0].text


@pytest.mark.parametrize(
    ("language", "named", "unknown"),
    [
        ("sv", "Medfinansiärer", "Hur mycket var och en betalar är inte känt."),
        ("en", "Co-funders", "How much each of them pays is not known."),
    ],
)
def test_who_pays_is_told_in_one_place(
    built_site: BuiltSite, language: str, named: str, unknown: str
) -> None:
    page = built_site.page(f"{PROJECTS[language]}motesplats-mtg/")
    budget = section(page, "Budget")
    assert [heading.words for heading in budget.all("h3")] == [named]
    assert unknown in budget.text
    assert len(links(budget)) > 1
    headings = [heading.words for heading in page.main.all("h2", "h3")]
    assert [one for one in headings if one == named] == [named]


@pytest.mark.parametrize(
    ("language", "label", "told"),
    [
        ("sv", "Projektfas", ["Genomförande", "Fasen är avslutad."]),
        ("en", "Project phase", ["Implementation", "The phase has ended."]),
    ],
)
def test_a_phase_does_not_sound_as_if_it_ran_where_the_project_has_ended(
    built_site: BuiltSite, language: str, label: str, told: list[str]
) -> None:
    facts = section(
        built_site.page(f"{PROJECTS[language]}jobbpunkt-vast-orebro/"), "Fakta", "Facts"
    )
    (pair,) = (one for one in facts.all("div") if [dt.words for dt in one.all("dt")] == [label])
    assert [value.words for value in pair.all("dd")] == told


def test_an_e_mail_address_is_one_word_that_breaks_where_people_would_break_it(
    built_site: BuiltSite,
) -> None:
    examined = 0
    for page in built_site.pages.values():
        file = page.path.lstrip("/")
        html = (built_site.folder / (file if "." in file else f"{file}index.html")).read_text(
            "utf-8"
        )
        for link in page.tree.all("a"):
            address = link.attributes.get("href", "").removeprefix("mailto:")
            if "@" in link.text:
                examined += 1
                assert link.words == address, page.path
                assert f">{address.replace('@', '@<wbr>').replace('.', '.<wbr>')}</a>" in html
    assert examined > 100


def test_a_single_co_funder_is_named_and_nothing_is_guessed(corner_site: BuiltSite) -> None:
    budget = section(corner_site.page("/projekt/allt-kant/"), "Budget")
    assert [heading.words for heading in budget.all("h3")] == ["Medfinansiär"]
    assert [name for name, _ in links(budget)] == ["Ägaren AB"]
    assert "Hur mycket" not in budget.text


def links(part: Element) -> list[tuple[str, str]]:
    """The links in a part of a page."""
    return [(link.words, link.attributes["href"]) for link in part.all("a")]


@pytest.mark.parametrize(
    ("site", "slug", "heading"),
    [
        ("built_site", "egenmakt-trelleborg", "Berättelser att läsa"),
        ("corner_site", "allt-kant", "Berättelser om projektet"),
    ],
)
def test_a_story_that_the_editors_suggest_is_not_said_to_be_about_the_project(
    site: str, slug: str, heading: str, request: pytest.FixtureRequest
) -> None:
    built: BuiltSite = request.getfixturevalue(site)
    headings = [h.words for h in built.page(f"/projekt/{slug}/").main.all("h2")]
    assert [one for one in headings if one.startswith("Berättelser")] == [heading]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "/platser/kommun/mariestad/",
            (
                "Summan är projektens hela budget.",
                "2 projekt pågår också i andra kommuner.",
                "Hur mycket som hör till Mariestad är inte känt.",
            ),
        ),
        (
            "/en/places/municipality/mariestad/",
            (
                "The sum is the whole budget of the projects.",
                "2 projects also run in other municipalities.",
                "How much of it belongs to Mariestad is not known.",
            ),
        ),
        ("/platser/kommun/trelleborg/", ()),
        ("/platser/lan/orebro-lan/", ()),
    ],
)
def test_a_sum_does_not_pass_for_what_a_place_gets(
    built_site: BuiltSite, path: str, told: tuple[str, ...]
) -> None:
    main = built_site.page(path).main
    said = "hela budget" in main.text or "whole budget of" in main.text
    assert said == bool(told)
    assert " ".join(told) in main.text
    captions = [caption.words for caption in main.all("caption")]
    assert {"Vem som betalar vad i projekten", "Who pays what in the projects"} & set(captions)


def test_a_place_whose_projects_report_0_has_no_sum_to_explain(built_site: BuiltSite) -> None:
    main = built_site.page("/platser/kommun/skovde/").main
    assert "0 kr är redovisade" in main.text
    assert "hela budget" not in main.text


@pytest.mark.parametrize(
    ("path", "heading", "role", "project"),
    [
        (
            "/partner/mariestads-kommun/",
            "Är med genom sina delar",
            "Projektägare för",
            "/projekt/motesplats-mtg/",
        ),
        (
            "/en/partners/mariestads-kommun/",
            "Takes part through its parts",
            "Project owner of",
            "/en/projects/motesplats-mtg/",
        ),
    ],
)
def test_an_organisation_takes_part_through_its_parts(
    built_site: BuiltSite, path: str, heading: str, role: str, project: str
) -> None:
    page = built_site.page(path)
    through = section(page, heading)
    assert role in through.text
    part, *projects = [address for _, address in links(through)]
    assert part.endswith("/socialtjansten-ifo-mariestad/")
    assert set(projects) == {project}
    area = path.removesuffix("mariestads-kommun/")
    (row,) = (
        item
        for item in built_site.page(area).main.all("li")
        if path in [address for _, address in links(item)][:1]
    )
    assert project in [address for _, address in links(row)]
    place = {"sv": "/platser/kommun/mariestad/", "en": "/en/places/municipality/mariestad/"}
    assert place[page.language] in [address for _, address in links(page.main)]


def test_an_organisation_with_a_role_of_its_own_is_not_told_through_its_parts(
    built_site: BuiltSite, corner_site: BuiltSite
) -> None:
    pages = [
        page for path, page in built_site.pages.items() if path.removeprefix("/partner/") != path
    ]
    for page in pages:
        headings = [heading.words for heading in page.main.all("h2")]
        has_own = "Organisationen är med i" in page.main.text
        assert not (has_own and "Är med genom sina delar" in headings), page.path
    told = section(corner_site.page("/partner/koncernen/"), "Är med genom sina delar")
    assert ("Ägaren AB", "/partner/agaren/") in links(told)
