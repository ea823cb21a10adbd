"""The search page in a real browser, under the published headers: what people do and hear."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Route,
    expect,
)

from accessibility.engines import axe_faults
from filters import facet
from insyn.build import build, make
from reading import CONTENT_DAY
from server import hosting

pytestmark = pytest.mark.slow

# No test waits for the clock: this is only how long a broken one goes on.
PATIENCE = 20  # seconds
expect.set_options(timeout=PATIENCE * 1000)

ROOT = Path(__file__).parents[2]
# Places whose names sort differently by letter and by code, one for each extra card.
PLACES = (
    "Alingsås", "Borås", "Essunga", "Göteborg", "Hjo", "Mark",
    "Orust", "Skara", "Tibro", "Vara", "Åmål", "Ängelholm",
)  # fmt: skip
REGIONS = {"Ängelholm": "Sydsverige"}
CARD = """\
---
title: Cykelväg {place}
summary: Ett prov av sökningen i {place}.
programme_area: Programområde 2 Ökat arbetskraftsutbud
phase: Genomförande
owner: Provbolaget i {place}
contact:
  name: Kim Prov
  role: Kontaktperson
  email: kim@example.se
  phone: 0410-73 30 94
funding:
  eu: 10 kr
  total: {total} kr
period:
  start: {year}-01-01
  end: {year}-12-31
region: {region}
municipalities:
  - {place}
source:
  reference: Prov
---

## Om projektet

Här bygger vi cykelvägar för barn & unga, a < b.{more}

## Mål

Fler ska cykla.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository and a dozen more cards, so that a search finds many."""
    folder = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "content", folder / "content")
    for number, place in enumerate(PLACES):
        region = REGIONS.get(place, "Västsverige")
        more = " Där går zebror." if number in (0, 4, 8) else ""
        card = CARD.format(
            place=place, region=region, total=1000 + number, year=2014 + number, more=more
        )
        file = folder / "content" / "projects" / f"prov-{number}.md"
        file.write_text(card, encoding="utf-8")
    website = make(folder, today=CONTENT_DAY)
    assert not website.stopped, website.problems
    assert build(website, folder / "public") == ()
    return folder / "public"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with hosting(site) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context()
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page; whatever it asks of another address, or the policy refuses it, fails the test."""
    opened = context.new_page()
    elsewhere: list[str] = []
    refused: list[str] = []
    opened.on("request", lambda request: elsewhere.append(request.url))
    opened.on("console", lambda message: refused.append(message.text))
    yield opened
    assert [url for url in elsewhere if not url.startswith(f"{address}/")] == []
    assert [text for text in refused if "Security Policy" in text] == []


def search(page: Page, address: str, words: str, path: str = "/sok/", **chosen: str) -> None:
    query = "&".join(f"{name}={quote(value)}" for name, value in {"q": words, **chosen}.items())
    page.goto(f"{address}{path}?{query}")


def told(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def titles(page: Page) -> list[str]:
    return page.locator("ol.entries h3").all_inner_texts()


def in_address(page: Page) -> dict[str, str]:
    return {
        name: value
        for name, (value,) in parse_qs(urlsplit(page.url).query, keep_blank_values=True).items()
    }


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.innerText"))


def tab_to(page: Page, wanted: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page) == wanted:
            return
    pytest.fail(f"the Tab key never reached {wanted}")


def until(page: Page, condition: str) -> None:
    """Wait till `condition`, a JavaScript expression, is true (the policy forbids Playwright's)."""
    for _ in range(PATIENCE * 10):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"it never came true: {condition}")


# --- a search with the keyboard alone ---------------------------------------------------------


def test_a_search_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    tab_to(page, "q_field")
    page.keyboard.type("cykelväg")
    page.keyboard.press("Enter")
    told(page, "12 träffar på ”cykelväg”")
    expect(page).to_have_title("12 träffar på ”cykelväg” – Sök – Insyn")
    assert urlsplit(page.url).path == "/sok/"
    assert in_address(page) == {"q": "cykelväg"}
    # The page was loaded anew: reading begins at its top.
    assert page.evaluate("document.activeElement === document.body")
    assert page.get_by_label("Sök bland projekten").input_value() == "cykelväg"

    third = titles(page)[2]
    tab_to(page, third)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(third)

    page.go_back()
    told(page, "12 träffar på ”cykelväg”")
    expect(page.get_by_role("link", name=third)).to_be_focused()


def test_the_count_is_announced_once_and_the_region_stays(page: Page, address: str) -> None:
    search(page, address, "cykelväg")
    told(page, "12 träffar på ”cykelväg”")
    page.evaluate(
        """() => {
          window.region = document.querySelector("[role=status]");
          window.said = [];
          const note = () => window.region.textContent && window.said.push(region.textContent);
          new MutationObserver(note).observe(window.region, {childList: true, characterData: true});
        }"""
    )
    field = page.get_by_label("Sök bland projekten")
    for number, words in enumerate(("zebror", "zebror", "barnqqq"), start=1):
        field.fill(words)
        field.press("Enter")
        until(page, f"window.said.length >= {number}")
        expect(field).to_be_focused()
    assert page.evaluate("window.said") == [
        "3 träffar på ”zebror”",
        "3 träffar på ”zebror”",
        "Inga träffar på ”barnqqq”",
    ]
    assert page.evaluate("window.region === document.querySelector('[role=status]')")


def test_more_results_come_on_demand_and_take_the_focus(page: Page, address: str) -> None:
    search(page, address, "cykelväg")
    told(page, "12 träffar på ”cykelväg”")
    assert len(titles(page)) == 10
    more = page.get_by_role("button", name="Visa 2 träffar till")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator("ol.entries h3")).to_have_count(12)
    assert focused(page) == titles(page)[10]
    expect(page.locator("[data-part=more]")).to_be_hidden()
    # Back from the last one, all twelve are there again.
    last = titles(page)[11]
    page.get_by_role("link", name=last, exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(last)
    page.go_back()
    expect(page.get_by_role("link", name=last, exact=True)).to_be_focused()


def test_a_link_within_the_page_asks_nothing_again(page: Page, address: str) -> None:
    search(page, address, "cykelväg")
    told(page, "12 träffar på ”cykelväg”")
    page.get_by_role("button", name="Visa 2 träffar till").press("Enter")
    expect(page.locator("ol.entries h3")).to_have_count(12)
    page.evaluate(
        """() => {
          window.said = [];
          const region = document.querySelector("[role=status]");
          const note = () => region.textContent && window.said.push(region.textContent);
          new MutationObserver(note).observe(region, {childList: true});
        }"""
    )
    page.get_by_role("link", name="Hoppa till innehållet").press("Enter")
    until(page, "location.hash === '#main_content'")
    page.wait_for_load_state("networkidle")
    assert len(titles(page)) == 12
    assert page.evaluate("window.said") == []
    # Another search is one, and so is the way back from it.
    field = page.get_by_label("Sök bland projekten")
    field.fill("zebror")
    field.press("Enter")
    told(page, "3 träffar på ”zebror”")
    page.go_back()
    told(page, "12 träffar på ”cykelväg”")


# --- what is found ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Alingsås", "Pilotutbildning för handledare i sociala arbetskooperativ"),
        ("Johnsson", "Egenmakt"),
        ("Mimer", "Jobbpunkt Väst Örebro"),
        ("provbolaget hjo", "Cykelväg Hjo"),
        ("amal", "Cykelväg Åmål"),
        ("cykelvägarna vara", "Cykelväg Vara"),
    ],
    ids=["municipality", "contact", "partner", "owner", "without dots", "another form"],
)
def test_facts_outside_the_text_are_found(words: str, title: str, page: Page, address: str) -> None:
    search(page, address, words)
    expect(page.get_by_role("link", name=title, exact=True)).to_be_visible()


def test_a_result_says_what_it_is_and_why(page: Page, address: str) -> None:
    search(page, address, "cykelvägar hjo")
    entry = page.locator("ol.entries > li").first
    expect(entry.get_by_role("link")).to_have_attribute("href", "/projekt/prov-4/")
    expect(entry).to_contain_text("Ett prov av sökningen i Hjo.")
    expect(entry.locator(".excerpt")).to_have_text(
        "… Om projektet. Här bygger vi cykelvägar för barn & unga, a < b. Där går zebror. …"
    )
    expect(entry.locator("mark")).to_have_text(["cykelvägar"])
    expect(entry.locator("dd")).to_have_text(
        ["Projekt", "Provbolaget i Hjo", "Hjo", "1 004 kr", "2018"]
    )


def test_a_word_that_nobody_wrote_finds_nothing(page: Page, address: str) -> None:
    search(page, address, "barnqqq")
    told(page, "Inga träffar på ”barnqqq”")
    expect(page).to_have_title("Inga träffar på ”barnqqq” – Sök – Insyn")
    expect(page.get_by_text("Kontrollera stavningen.")).to_be_visible()
    expect(page.get_by_text("Välj färre filter.")).to_be_hidden()
    expect(page.locator("[data-part=lists]").get_by_role("link", name="Projekt")).to_be_visible()
    assert titles(page) == []


def test_an_unknown_word_among_others_is_left_out_and_told(page: Page, address: str) -> None:
    search(page, address, "zebror barnqqq xyzzy")
    told(
        page,
        "3 träffar på ”zebror”. Orden ”barnqqq” och ”xyzzy” gav ingen träff "
        "och är inte med i sökningen.",
    )
    assert len(titles(page)) == 3


@pytest.mark.parametrize("words", ["cykelvä", "cykelvägarnas", "”cykelväg”", "cykelväg –"])
def test_beginnings_forms_and_signs_are_no_unknown_words(
    words: str, page: Page, address: str
) -> None:
    search(page, address, words)
    expect(page.get_by_role("status")).to_have_text(re.compile("^12 träffar på ”.*”$"))


def test_a_quotation_finds_the_very_words(page: Page, address: str) -> None:
    search(page, address, '"fler ska cykla"')
    told(page, "12 träffar på ”fler ska cykla”")
    search(page, address, '"ska fler cykla"')
    told(page, "Inga träffar på ”ska fler cykla”")


def test_markup_in_the_words_is_only_text(page: Page, address: str) -> None:
    search(page, address, "<img src=x onerror=alert(1)> cykelväg {title}")
    expect(page.get_by_role("status")).to_contain_text("”<img”")
    assert page.locator("[role=status] img").count() == 0


def test_a_word_that_every_object_has_is_only_a_word(page: Page, address: str) -> None:
    search(page, address, "constructor")
    told(page, "Inga träffar på ”constructor”")


def test_an_empty_search_lists_everything_the_newest_first(page: Page, address: str) -> None:
    search(page, address, "")
    told(page, "17 träffar")
    assert titles(page)[:3] == ["Cykelväg Ängelholm", "Cykelväg Åmål", "Cykelväg Vara"]


def test_the_page_waits_for_words_before_it_fetches_anything(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{address}/sok/")
    expect(page.locator("[data-part=filters]")).to_be_visible()
    assert not [path for path in asked if path.startswith("/pagefind/")]
    told(page, "")
    expect(page).to_have_title("Sök – Insyn")


# --- what newcomers type ----------------------------------------------------------------------

JOBBPUNKT = "Jobbpunkt Väst Örebro"


@pytest.mark.parametrize(
    "number",
    ["0515-29 35 05", "051529 3505", "0515293505", "(0515) 29 35 05", "+46 515 29 35 05"],
)
def test_a_phone_number_is_found_however_it_is_spelled(
    number: str, page: Page, address: str
) -> None:
    search(page, address, number)
    told(page, f"1 träff på ”{number}”")
    assert titles(page)[0].startswith("Mötesplats MTG")


def test_an_unknown_phone_number_finds_nothing(page: Page, address: str) -> None:
    for number in ("0999-12 35 05", "0999 35"):
        search(page, address, number)
        told(page, f"Inga träffar på ”{number}”")
        assert titles(page) == []


@pytest.mark.parametrize(
    "words", ["elmar.jehle@obo.se", "Elmar.Jehle@obo.se", "jehle elmar.jehle@obo.se"]
)
def test_an_email_address_is_found(words: str, page: Page, address: str) -> None:
    search(page, address, words)
    told(page, f"1 träff på ”{words}”")
    assert titles(page) == [JOBBPUNKT]


def test_an_unknown_email_address_finds_nothing(page: Page, address: str) -> None:
    search(page, address, "nobody@obo.se")
    told(page, "Inga träffar på ”nobody@obo.se”")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("ESF", "/sok/"),
        ("Europeiska socialfonden", "/sok/"),
        ("ESF", "/en/search/"),
        ("European Social Fund", "/en/search/"),
    ],
)
def test_the_fund_is_found(words: str, path: str, page: Page, address: str) -> None:
    search(page, address, words, path)
    expect(page.get_by_role("status")).to_have_text(
        f"16 träffar på ”{words}”. Överst: Vad ”ESF” betyder."
        if path == "/sok/"
        else f"16 results for “{words}”. At the top: What “ESF” means."
    )
    page.locator("[data-part=about] a").click()
    expect(page.locator(":target")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "words", "answer"),
    [
        ("/sok/", "var är jobbpunkt väst", "träff(ar)? på ”jobbpunkt väst”"),
        ("/sok/", "VAD är Jobbpunkt Väst?", r"träff(ar)? på ”Jobbpunkt Väst\?”"),
        ("/en/search/", "what is the jobbpunkt", "results? for “jobbpunkt”"),
    ],
)
def test_a_question_is_asked_without_its_small_words(
    path: str, words: str, answer: str, page: Page, address: str
) -> None:
    search(page, address, words, path)
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^\d+ {answer}(\. .*)?$"))
    assert page.get_by_role("link", name=JOBBPUNKT).count()


def test_small_words_alone_are_asked(page: Page, address: str) -> None:
    search(page, address, "hur")
    expect(page.get_by_role("status")).to_have_text(re.compile("”hur”"))


@pytest.mark.parametrize("words", ["vad kostar jobbpunkt väst", "vem betalar jobbpunkt väst"])
def test_a_whole_question_finds_the_page_it_is_about(words: str, page: Page, address: str) -> None:
    search(page, address, words)
    expect(page.get_by_role("status")).not_to_be_empty()
    assert JOBBPUNKT in titles(page)
    expect(page.get_by_role("status")).not_to_contain_text("vem")


def test_where_no_page_has_all_words_those_with_most_are_shown(page: Page, address: str) -> None:
    search(page, address, "zebror cykelväg jobbpunkt")
    told(page, "Ingen sida har alla orden. 3 sidor har några av dem.")
    expect(page).to_have_title("Ingen sida har alla orden. 3 sidor har några av dem. – Sök – Insyn")
    assert sorted(titles(page)) == ["Cykelväg Alingsås", "Cykelväg Hjo", "Cykelväg Tibro"]
    page.get_by_label("Ordning").select_option("end")
    expect(page.locator("ol.entries h3").first).to_have_text("Cykelväg Tibro")
    search(page, address, "zebror jobbpunkt", "/sok/", municipality="Hjo")
    told(page, "Ingen sida har alla orden. 1 sida har några av dem.")
    search(page, address, "zebror jobbpunkt", "/sok/", municipality="Åmål")
    told(page, "Inga träffar på ”zebror jobbpunkt”")


# --- other words, and why something matched ---------------------------------------------------


def test_a_misspelled_word_is_asked_as_its_neighbour(page: Page, address: str) -> None:
    search(page, address, "zebrro alingsås")
    told(
        page,
        "1 träff på ”zebror alingsås”. Ordet ”zebrro” gav ingen träff. "
        "Det här gäller ”zebror” i stället.",
    )
    assert titles(page) == ["Cykelväg Alingsås"]


WORDS = (
    *(
        "projekt",
        "eller",
        "båstad",
        "bostad",
        "våga",
        "väg",
        "elmar",
        "jehle",
        "mariestad",
        "hundar",
    ),
    *("handledare", "utbildning", "arbete", "hund", "mund", "cykel", "cykla"),
)


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("bostad", ""),
        ("bostadd", "bostad"),
        ("hundar", ""),
        ("ellmar", "elmar"),
        ("vägg", "väg"),
        ("bund", ""),
        ("cykell", "cykel"),
        ("mariestd", "mariestad"),
        ("arbtee", "arbete"),
        ("handledarutbildning", "handledare utbildning"),
        ("arbetsutbildning", "arbete utbildning"),
        ("utbildningshandledare", "utbildning handledare"),
        ("zebrautbildningar", ""),
    ],
)
def test_a_misspelling_is_near_to_what_is_meant(
    typed: str, best: str, page: Page, address: str, site: Path
) -> None:
    page.goto(f"{address}/sok/")
    (script,) = (site / "assets").glob("search-suggestions.*.js")
    found = page.evaluate(
        """([script, typed, words]) =>
            import(script).then(({suggest}) => suggest(typed, words).best)""",
        [f"/assets/{script.name}", typed, [*WORDS]],
    )
    assert found == best


def test_a_compound_that_nobody_wrote_is_asked_as_its_parts(page: Page, address: str) -> None:
    search(page, address, "zebrorcykelväg")
    told(
        page,
        "3 träffar på ”zebror cykelväg”. Ordet ”zebrorcykelväg” gav ingen träff. "
        "Det här gäller ”zebror cykelväg” i stället.",
    )


def test_a_misspelled_municipality_without_projects_has_its_answer(
    page: Page, address: str
) -> None:
    search(page, address, "haparnda")
    told(
        page,
        "Inga träffar på ”haparnda”. Överst: Inga projekt i Haparanda: se alla kommuner.",
    )


@pytest.mark.parametrize(
    ("path", "words", "name"),
    [
        ("/sok/", "pengar", "Sidan ”Pengar”"),
        ("/sok/", "Vem betalar?", "Sidan ”Pengar”"),
        ("/sok/", "rullstol", "Sidan ”Tillgänglighet i projekten”"),
        ("/sok/", "lättläst", "Sidan ”Lättläst”"),
        ("/en/search/", "who pays", "The page “Money”"),
    ],
)
def test_what_a_page_is_about_answers_first(
    path: str, words: str, name: str, page: Page, address: str
) -> None:
    search(page, address, words, path)
    expect(page.get_by_role("status")).to_contain_text(f": {name}")
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        name[7:-1] if path == "/sok/" else "Money"
    )


def test_similar_words_are_links_to_searches(page: Page, address: str) -> None:
    # The first part of a compound that nobody wrote does not stand for the whole.
    search(page, address, "zebrorpromenad")
    told(page, "Inga träffar på ”zebrorpromenad”")
    near = page.locator("[data-part=near]")
    expect(near).to_contain_text("Liknande ord:")
    near.get_by_role("link", name="zebror", exact=True).click()
    told(page, "3 träffar på ”zebror”")
    expect(near).to_be_hidden()
    search(page, address, "trummisbruk")
    expect(page.get_by_role("status")).to_have_text("Inga träffar på ”trummisbruk”")


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [("väg", "cykelväg", "Cykelväg Hjo"), ("vägarna", "cykelvägar", "Cykelväg Hjo")],
)
def test_a_part_of_a_compound_finds_it_and_shows_where(
    words: str, part: str, whole: str, page: Page, address: str
) -> None:
    search(page, address, f"{words} hjo")
    expect(page.locator("ol.entries h3").first).to_have_text(whole)
    entry = page.locator("ol.entries > li").first
    assert part in entry.inner_text().lower()
    # What is hidden in the index stays there.
    assert re.search(rf"(?<!\w){words}(?!\w)", entry.inner_text()) is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("019-19 44 14", "Matchar kontakten: Elmar Jehle, 019-19 44 14, elmar.jehle@obo.se"),
        ("uddevalla", "Matchar kommunen Uddevalla"),
        ("sisu", "Matchar partnern SISU Idrottsutbildarna"),
        ("provbolaget hjo", "Matchar projektägaren Provbolaget i Hjo"),
        ("förstudie trelleborg", "”förstudie” är ett annat ord för ”förprojektering”"),
    ],
)
def test_a_result_tells_what_matched_outside_its_text(
    words: str, reason: str, page: Page, address: str
) -> None:
    search(page, address, words)
    expect(page.locator("ol.entries .why").first).to_contain_text(reason)


# --- pages about a place or an organisation ---------------------------------------------------


@pytest.mark.parametrize("words", ["Skövde", "skovde", "Skövde kommun"])
def test_a_place_has_its_own_page_and_its_projects_first(
    words: str, page: Page, address: str
) -> None:
    search(page, address, words)
    expect(page.get_by_role("status")).to_have_text(
        re.compile("^[0-9]+ träff(ar)? på ”.*”. Överst: Sidan om kommunen Skövde.$")
    )
    assert titles(page)[0] == "Pilotutbildning för handledare i sociala arbetskooperativ"
    link = page.get_by_role("link", name="Sidan om kommunen Skövde", exact=True)
    expect(link).to_be_visible()
    assert link.bounding_box()["y"] < page.locator("ol.entries").bounding_box()["y"]  # type: ignore[index]
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Skövde")
    assert urlsplit(page.url).path == "/platser/kommun/skovde/"


@pytest.mark.parametrize(
    ("words", "path", "name"),
    [
        ("Västsverige", "/sok/", "Sidan om regionen Västsverige"),
        ("coompanion skaraborg", "/sok/", "Sidan om organisationen Coompanion Skaraborg"),
        ("Skövde", "/en/search/", "The page about the municipality of Skövde"),
    ],
)
def test_regions_and_organisations_have_theirs(
    words: str, path: str, name: str, page: Page, address: str
) -> None:
    search(page, address, words, path)
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text(name)
    search(page, address, "barn", path)
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.get_by_role("link", name=name, exact=True)).to_have_count(0)


# --- filters and order ------------------------------------------------------------------------


def test_filters_narrow_in_place_and_the_back_button_widens(page: Page, address: str) -> None:
    search(page, address, "cykelväg")
    told(page, "12 träffar på ”cykelväg”")
    choice = facet(page, "Kommun").get_by_label("Åmål (1)")
    choice.press("Space")
    told(page, "1 träff på ”cykelväg”")
    expect(page).to_have_title("1 träff på ”cykelväg” – Sök – Insyn")
    expect(choice).to_be_focused()
    assert titles(page) == ["Cykelväg Åmål"]
    assert in_address(page) == {"q": "cykelväg", "municipality": "Åmål"}

    # No year beside that of the only result is offered, but an address may still ask for both.
    expect(facet(page, "Startår").get_by_role("checkbox")).to_have_count(1)
    page.goto(f"{page.url}&year=2014")
    told(page, "Inga träffar på ”cykelväg”")
    expect(page.get_by_text("Välj färre filter.")).to_be_visible()

    page.go_back()
    told(page, "1 träff på ”cykelväg”")
    page.go_back()
    told(page, "12 träffar på ”cykelväg”")
    expect(page.get_by_role("list", name="Valda filter")).to_be_hidden()
    page.go_forward()
    told(page, "1 träff på ”cykelväg”")
    page.reload()
    told(page, "1 träff på ”cykelväg”")
    expect(facet(page, "Kommun").get_by_label("Åmål (1)")).to_be_checked()


def test_several_values_of_a_facet_are_any_of_them(page: Page, address: str) -> None:
    search(page, address, "cykelväg", municipality="Åmål")
    told(page, "1 träff på ”cykelväg”")
    facet(page, "Kommun").get_by_label("Hjo (1)").check()
    told(page, "2 träffar på ”cykelväg”")
    assert sorted(titles(page)) == ["Cykelväg Hjo", "Cykelväg Åmål"]
    # Another facet narrows what either has.
    facet(page, "Startår").get_by_label("2018 (1)").check()
    told(page, "1 träff på ”cykelväg”")
    assert titles(page) == ["Cykelväg Hjo"]
    query = parse_qs(urlsplit(page.url).query)
    assert query == {"q": ["cykelväg"], "municipality": ["Hjo", "Åmål"], "year": ["2018"]}


def test_the_filters_can_be_cleared(page: Page, address: str) -> None:
    search(page, address, "cykelväg", region="Sydsverige", type="Projekt")
    told(page, "1 träff på ”cykelväg”")
    page.get_by_role("button", name="Rensa alla filter").press("Enter")
    told(page, "12 träffar på ”cykelväg”")
    expect(page.locator("[data-part=filters] > summary")).to_be_focused()
    assert in_address(page) == {"q": "cykelväg"}
    expect(facet(page, "Region").get_by_label("Sydsverige (1)")).not_to_be_checked()


def test_filters_without_words_list_what_fits(page: Page, address: str) -> None:
    search(page, address, "", municipality="Örebro")
    told(page, "2 träffar")
    assert titles(page) == ["Jobbpunkt Väst Örebro", "EmBa – Egenmakt i Baronbackarna"]


def test_a_choice_that_the_index_lacks_is_no_choice(page: Page, address: str) -> None:
    search(page, address, "cykelväg", municipality="Atlantis", sort="sideways")
    told(page, "12 träffar på ”cykelväg”")
    expect(page.get_by_role("list", name="Valda filter")).to_be_hidden()
    chosen = page.get_by_label("Ordning", exact=True).locator("option:checked")
    expect(chosen).to_have_text("Bästa träffen först")


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("title", "Cykelväg Alingsås", "Cykelväg Vara"),
        ("start", "Cykelväg Ängelholm", "Cykelväg Essunga"),
        ("end", "Cykelväg Ängelholm", "Cykelväg Essunga"),
        ("total", "Cykelväg Ängelholm", "Cykelväg Essunga"),
    ],
)
def test_results_can_be_ordered(
    order: str, first: str, last: str, page: Page, address: str
) -> None:
    search(page, address, "cykelväg")
    told(page, "12 träffar på ”cykelväg”")
    page.get_by_label("Ordning").select_option(order)
    expect(page.locator("ol.entries h3").first).to_have_text(first)
    expect(page.locator("ol.entries h3").nth(9)).to_have_text(last)
    expect(page.get_by_label("Ordning")).to_have_value(order)
    assert in_address(page) == {"q": "cykelväg", "sort": order}


def test_titles_follow_the_alphabet_to_its_end(page: Page, address: str) -> None:
    search(page, address, "cykelväg", sort="title")
    page.get_by_role("button", name="Visa 2 träffar till").click()
    expect(page.locator("ol.entries h3")).to_have_count(12)
    assert titles(page) == [f"Cykelväg {place}" for place in PLACES]


def test_a_page_without_a_date_comes_last(page: Page, address: str) -> None:
    search(page, address, "egenmakt", sort="start")
    told(page, "3 träffar på ”egenmakt”. Överst: Vad ”egenmakt” betyder.")
    assert titles(page)[-1] == "EmBa – Egenmakt i Baronbackarna"


# --- other languages and places ---------------------------------------------------------------


def test_the_english_page_searches_in_english(page: Page, address: str) -> None:
    search(page, address, "supervisors", "/en/search/")
    told(page, "1 result for “supervisors”")
    expect(page).to_have_title("1 result for “supervisors” – Search – Insyn")
    entry = page.locator("ol.entries > li").first
    expect(entry.get_by_role("link").first).to_have_attribute("href", re.compile("^/en/projects/"))
    search(page, address, "work barnqqq", "/en/search/")
    told(
        page,
        "5 results for “work”. The word “barnqqq” gave no results and was left out.",
    )


def test_a_swedish_title_on_an_english_page_says_so(page: Page, address: str) -> None:
    search(page, address, "Cykelväg Hjo", "/en/search/")
    expect(page.locator("ol.entries h3").first).to_have_attribute("lang", "sv")


def test_a_site_below_a_path_searches_too(
    site: Path, context: BrowserContext, tmp_path: Path
) -> None:
    shutil.copytree(site.parent / "content", tmp_path / "content")
    website = make(tmp_path, base="https://example.se/insyn/prov", today=CONTENT_DAY)
    assert build(website, tmp_path / "public") == ()
    with hosting(tmp_path / "public", base="/insyn/prov/") as found:
        page = context.new_page()
        page.goto(f"{found}/")
        page.get_by_label("Sök bland projekten").fill("zebror")
        page.keyboard.press("Enter")
        told(page, "3 träffar på ”zebror”")
        page.locator("ol.entries h3 a").first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert urlsplit(page.url).path.startswith("/insyn/prov/projekt/")


# --- when something is missing ----------------------------------------------------------------


def test_without_script_the_page_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    page.get_by_label("Sök bland projekten").fill("cykelväg")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sökningen behöver JavaScript")).to_be_visible()
    # What would not work is neither shown nor sent.
    expect(page.locator("main select, main summary")).not_to_have_count(0)
    assert not any(one.is_visible() for one in page.locator("main :is(select, summary)").all())
    page.get_by_label("Sök bland projekten").fill("barn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=barn*")
    assert in_address(page) == {"q": "barn"}
    page.locator("[data-part=lists]").get_by_role("link", name="Projekt", exact=True).click()
    expect(page.get_by_role("link", name="Cykelväg Hjo")).to_be_visible()
    context.close()


ERROR = (
    "Sökningen gick inte att ladda. Försök igen om en stund, eller använd listorna här nedanför."
)


def test_without_webassembly_the_page_says_so_and_leads_to_the_lists(
    playwright: Playwright, chromium: Path, address: str
) -> None:
    without = ["--no-sandbox", "--js-flags=--jitless"]
    browser = playwright.chromium.launch(executable_path=chromium, args=without)
    page = browser.new_page()
    search(page, address, "cykelväg")
    assert page.evaluate("typeof WebAssembly") == "undefined"
    told(page, ERROR)
    expect(page).to_have_title("Sök – Insyn")
    expect(page.locator("[data-part=lists] li").first).to_be_visible()
    browser.close()


@pytest.mark.parametrize(
    "part",
    ["pagefind.js", "pagefind-entry.json", "wasm.sv.*", "*.pf_meta", "index/*", "fragment/*"],
)
def test_a_part_that_does_not_arrive_is_an_error_until_it_does(
    part: str, page: Page, address: str
) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="Not here")

    pattern = re.compile(re.escape(f"{address}/pagefind/{part}").replace(r"\*", r"[^/]*"))
    page.route(pattern, refuse)
    search(page, address, "cykelväg")
    told(page, ERROR)
    expect(page.locator("[data-part=lists] li").first).to_be_visible()
    assert titles(page) == []
    page.unroute(pattern)
    if part != "pagefind.js":  # a browser asks for a module once in a page's life
        page.get_by_role("button", name="Sök", exact=True).press("Enter")
        told(page, "12 träffar på ”cykelväg”")


def hold(page: Page, pattern: str) -> list[Route]:
    """Keep the requests for `pattern` waiting: they are in the list that comes back."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(re.compile(pattern), keep)
    return held


def first_of(page: Page, held: list[Route]) -> Route:
    """The first request that is kept waiting, as soon as it is made."""
    for _ in range(PATIENCE * 10):
        if held:
            return held[0]
        page.wait_for_timeout(100)
    pytest.fail("it was never asked for")


def test_a_slow_search_says_that_it_searches(page: Page, address: str) -> None:
    held = hold(page, "wasm.sv.pagefind")
    search(page, address, "cykelväg")
    expect(page.get_by_text("Söker …")).to_be_visible()
    told(page, "")
    first_of(page, held).continue_()
    told(page, "12 träffar på ”cykelväg”")
    expect(page.get_by_text("Söker …")).to_be_hidden()


def test_the_last_search_wins(page: Page, address: str) -> None:
    held = hold(page, "wasm.sv.pagefind")
    search(page, address, "zebror")
    expect(page.get_by_text("Söker …")).to_be_visible()
    page.get_by_label("Sök bland projekten").fill("cykelväg")
    page.get_by_label("Sök bland projekten").press("Enter")
    first_of(page, held).continue_()
    told(page, "12 träffar på ”cykelväg”")
    page.wait_for_timeout(300)
    told(page, "12 träffar på ”cykelväg”")


# --- accessible -------------------------------------------------------------------------------

STATES = {
    "initial": None,
    "results": "cykelväg",
    "a name": "Skövde",
    "some words": "zebror jobbpunkt cykelväg",
    "no results": "barnqqq",
    "error": "error",
}
COUNTS = {"results": 10, "a name": 2, "some words": 3}


@pytest.mark.row(3, tool="axe-core")
@pytest.mark.parametrize(("path", "scheme"), [("/sok/", "light"), ("/en/search/", "dark")])
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible(  # noqa: PLR0913, PLR0917 - what makes the state
    state: str, path: str, scheme: Any, browser: Browser, address: str, axe_source: str
) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    words = STATES[state]
    if state == "error":
        page.route(re.compile("/pagefind/"), lambda route: route.abort())
    if words is None:
        page.goto(f"{address}{path}")
        facet(page, "Region" if path == "/sok/" else "Municipality")
        expect(page.get_by_role("checkbox").first).to_be_visible()
    else:
        search(page, address, words, path, sort="title")
        expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.locator("ol.entries h3")).to_have_count(COUNTS.get(state, 0))
    assert axe_faults(page, axe_source) == []
    context.close()


def test_controls_are_large_and_nothing_runs_off_a_narrow_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    search(page, address, "cykelväg", region="Västsverige")
    told(page, "11 träffar på ”cykelväg”")
    page.locator("[data-part=filters] > summary").click()
    for control in page.locator("main :is(button, select, input, summary)").all():
        box = control.bounding_box()
        if box:
            assert box["height"] >= 44, control
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == 320
