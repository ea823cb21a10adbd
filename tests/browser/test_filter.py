"""The list of projects, narrowed down in place: what people do, see and hear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from accessibility.engines import axe_faults
from by_ear import Ear
from filters import facet
from reading import BuiltSite, plain
from server import hosting

pytestmark = pytest.mark.slow

PATIENCE = 20  # seconds: only how long a broken test goes on
expect.set_options(timeout=PATIENCE * 1000)

LIST = {"sv": "/projekt/", "en": "/en/projects/"}
OPEN = "Filtrera på plats, tid och annat"


@pytest.fixture(scope="module")
def address(crowded_site: BuiltSite) -> Iterator[str]:
    with hosting(crowded_site.folder) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page; whatever it asks of another address, or the policy refuses it, fails the test."""
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    opened = context.new_page()
    elsewhere: list[str] = []
    refused: list[str] = []
    opened.on("request", lambda request: elsewhere.append(request.url))
    opened.on("console", lambda message: refused.append(message.text))
    yield opened
    assert [url for url in elsewhere if not url.startswith(f"{address}/")] == []
    assert [text for text in refused if "Security Policy" in text] == []
    context.close()


def count_of(page: Page) -> int:
    """The number that the page tells, when it has told one."""
    status = page.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^(\d+ |Inga |No )"))
    found = re.match(r"\d+", status.inner_text())
    return int(found[0]) if found else 0


def counted(label: Locator) -> tuple[str, int]:
    """The value and the count of "Sydsverige (12)"."""
    found = re.fullmatch(r"(.*) \((\d+)\)", plain(label.inner_text()))
    assert found, label.inner_text()
    return found[1], int(found[2])


def tags(page: Page) -> list[str]:
    return page.get_by_role("list", name="Valda filter").get_by_role("button").all_inner_texts()


def focused(page: Page) -> str:
    """The text of what has the focus; nothing where only the page has it."""
    text = "document.activeElement.matches('body, main') ? '' : document.activeElement.innerText"
    return plain(str(page.evaluate(text)))


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on the element."""
    page.locator(selector).first.wait_for()
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the Tab key never reached {selector}")


# --- the journey ------------------------------------------------------------------------------


def test_two_facets_a_tag_and_the_way_back_by_keyboard_alone(page: Page) -> None:
    page.goto("/projekt/")
    tab_to(page, "[data-part=filters] > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-facet=region] > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-facet=region] input[type=checkbox]")
    page.keyboard.press("Space")
    in_one = count_of(page)
    value, count = counted(page.locator("[data-facet=region] label:has(:focus)"))
    assert count == in_one > 0
    remove = page.get_by_role("button", name=f"Ta bort filtret Region: {value}", exact=True)
    expect(remove).to_be_visible()
    assert page.locator("[data-facet=region] > summary").inner_text() == "Region (1 vald)"
    expect(page.locator("div[data-part=lists]")).to_be_hidden()

    tab_to(page, "[data-facet=phase] > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-facet=phase] input[type=checkbox]")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("region=.*phase="))
    in_both = count_of(page)
    assert 0 < in_both <= in_one
    shared = page.url

    tab_to(page, "[data-part=tags] button")
    assert focused(page).endswith(f"Region: {value}")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("region="))
    # The focus is on the next tag, and stays there when the results have come.
    in_phase = count_of(page)
    assert in_phase >= in_both
    assert "Projektfas: " in focused(page)
    expect(page.locator("[data-facet=region] :checked")).to_have_count(0)

    page.go_back()
    expect(page).to_have_url(shared)
    expect(page.get_by_role("status")).to_have_text(re.compile(f"^{in_both} träff"))
    expect(page.locator("[data-facet=region] :checked")).to_have_count(1)
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(re.compile(f"^{in_one} träff"))
    page.go_back()
    expect(page.locator("div[data-part=lists]")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("")
    expect(page).to_have_title(re.compile("^Projekt – "))

    # Whoever gets the address sees the same, with the choices made.
    page.goto(shared)
    assert count_of(page) == in_both
    assert len(tags(page)) == 3
    expect(facet(page, "Region").get_by_role("checkbox", checked=True)).to_have_count(1)


def test_the_way_back_from_a_project_leads_to_its_place(page: Page) -> None:
    page.goto("/projekt/?phase=Genomf%C3%B6rande")
    count_of(page)
    link = page.locator("[data-part=list] h3 a").nth(3)
    title = link.inner_text()
    link.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(title[:20])
    page.go_back()
    expect(page.get_by_role("link", name=title, exact=True)).to_be_focused()


def test_words_and_filters_work_together(page: Page) -> None:
    page.goto("/projekt/")
    page.get_by_label("Sök och filtrera bland projekten").fill("egenmakt")
    page.get_by_role("button", name="Sök", exact=True).press("Enter")
    with_words = count_of(page)
    region = facet(page, "Region").get_by_label("Sydsverige")
    region.check()
    expect(page).to_have_url(re.compile("q=egenmakt&region=Sydsverige"))
    assert 0 < count_of(page) < with_words
    # Only projects are here, and not the story about the same.
    assert not page.get_by_role("link", name=re.compile("EmBa")).count()


def test_the_count_is_announced_once(page: Page) -> None:
    page.goto("/projekt/")
    boxes = facet(page, "Projektfas").get_by_role("checkbox")
    page.evaluate(
        """() => {
          window.region = document.querySelector("[role=status]");
          window.said = [];
          const note = () => window.region.textContent && window.said.push(region.textContent);
          new MutationObserver(note).observe(window.region, {childList: true, characterData: true});
        }"""
    )
    # Two choices soon after one another are one search.
    boxes.nth(0).check()
    boxes.nth(1).check()
    told = count_of(page)
    page.wait_for_timeout(800)
    assert page.evaluate("window.said") == [f"{told} träffar"]
    assert page.evaluate("window.region === document.querySelector('[role=status]')")


def test_nothing_is_fetched_before_it_is_needed(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto("/projekt/")
    expect(page.locator("[data-part=filters]")).to_be_visible()
    page.get_by_text(OPEN).click()
    assert not [path for path in asked if "pagefind" in path or "/data/" in path]
    facet(page, "Region")
    assert [path for path in asked if "/pagefind/filter/" in path]
    assert not [path for path in asked if "/pagefind/fragment/" in path]


# --- facets -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LIST)
def test_the_counts_are_those_of_the_lists_without_script(
    language: str, page: Page, crowded_site: BuiltSite
) -> None:
    page.goto(LIST[language])
    shown = {}
    for group in crowded_site.page(LIST[language]).tree.of_class("beside")[0].all("details"):
        name = group.one("summary").words
        for row in group.all("li"):
            links = [link.words for link in row.all("a")]
            number = re.search(r"(\d+) (?:projekt|projects?)$", row.text)
            if links and number:
                shown[plain(name), plain(links[0])] = int(number[1])
    assert len(shown) > 25
    found = {}
    for name in dict.fromkeys(name for name, _ in shown):
        for label in facet(page, re.escape(name)).locator("li label").all():
            if label.is_visible():
                value, count = counted(label)
                found[name, value] = count
    compared = shown.keys() & found.keys()
    assert len(compared) > 20
    assert {key: found[key] for key in compared} == {key: shown[key] for key in compared}
    # A facet that is shown whole in both has the same values in both.
    for name in ("Projektfas", "Startår") if language == "sv" else ("Project phase", "Start year"):
        assert {key for key in found if key[0] == name} >= {key for key in shown if key[0] == name}


def test_several_values_of_a_facet_are_any_of_them(page: Page) -> None:
    page.goto("/projekt/")
    phases = facet(page, "Projektfas")
    counts = [counted(label)[1] for label in phases.locator("li label").all()]
    for box in phases.get_by_role("checkbox").all()[:2]:
        box.check()
    expect(page).to_have_url(re.compile("phase=.*phase="))
    assert count_of(page) == counts[0] + counts[1]
    # The counts within the facet are what each value would bring.
    assert [counted(label)[1] for label in phases.locator("li label").all()] == counts
    # The owner of one of them, chosen too, narrows them down.
    owner = facet(page, "Projektägare").locator("li label").first
    _, owned = counted(owner)
    owner.click()
    expect(page).to_have_url(re.compile("owner="))
    assert count_of(page) == owned


def test_a_long_facet_shows_some_and_finds_the_others(page: Page) -> None:
    page.goto("/projekt/")
    places = facet(page, "Kommun")
    visible = places.locator("li:visible")
    expect(visible).to_have_count(24)
    rest = places.locator("[data-part=rest]")
    expect(rest).to_have_text(re.compile(r"^24 av \d\d+ val visas\. Skriv för att hitta fler\.$"))
    assert int(re.findall(r"\d+", rest.inner_text())[1]) > 24
    field = places.get_by_label("Sök i listan: Kommun")
    field.press_sequentially("orebr")
    expect(visible).to_have_count(1)
    expect(visible).to_have_text(re.compile(r"^Örebro \(\d+\)$"))
    # Enter in here searches nothing.
    field.press("Enter")
    assert urlsplit(page.url).query == ""
    expect(field).to_be_focused()
    places.get_by_label("Örebro").check()
    expect(page).to_have_url(re.compile("municipality=%C3%96rebro"))
    # What is chosen stays, whatever is typed.
    field.fill("trelleb")
    expect(visible).to_have_count(2)
    expect(places.get_by_label("Örebro")).to_be_checked()


def test_what_is_missing_can_be_chosen(page: Page) -> None:
    page.goto("/projekt/")
    missing = facet(page, "Uppgift saknas").locator("li label").first
    value, count = counted(missing)
    assert "saknas" in value
    missing.click()
    expect(page).to_have_url(re.compile("missing="))
    assert count_of(page) == count > 0


@pytest.mark.parametrize("order", ["title", "start", "end", "total"])
def test_the_results_have_an_order(page: Page, order: str) -> None:
    page.goto(f"/projekt/?sort={order}")
    count_of(page)
    expect(page.get_by_role("combobox", name="Ordning")).to_have_value(order)
    first = page.locator("[data-part=list] h3").first.inner_text()
    paths = {"title": "efter-titel", "end": "efter-slut", "total": "efter-budget", "start": ""}
    links = page.locator("[data-part=lists] a[href]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    wanted = "/projekt/"
    if paths[order]:
        wanted = next(link for link in links if re.search(rf"/{order_word(order)}", link))
    page.goto(wanted)
    static = page.locator("[data-part=lists] h2 a, [data-part=lists] h3 a").first.inner_text()
    assert first == static


def order_word(order: str) -> str:
    """What the address of a list in an order has in it."""
    return {"title": "(efter-)?titel", "end": ".*slut", "total": ".*budget"}[order]


# --- what a screen reader gets ----------------------------------------------------------------


def test_what_a_screen_reader_gets(page: Page) -> None:
    page.goto("/projekt/?region=Sydsverige&phase=F%C3%B6rprojektering")
    count_of(page)
    facet(page, "Region")
    expect(page.locator("[data-facet=region]")).to_match_aria_snapshot(
        r"""
        - group:
          - text: Region (1 vald)
          - group "Region":
            - text: Region
            - list:
              - listitem:
                - checkbox /Stockholm \(\d+\)/
                - text: /Stockholm/
              - listitem:
                - checkbox /Sydsverige \(\d+\)/ [checked]
                - text: /Sydsverige/
        """
    )
    expect(page.locator("[data-part=tags]")).to_match_aria_snapshot(
        """
        - list "Valda filter":
          - listitem:
            - 'button "Ta bort filtret Region: Sydsverige"'
          - listitem:
            - 'button "Ta bort filtret Projektfas: Förprojektering"'
          - listitem:
            - button "Rensa alla filter"
        """
    )


def test_a_listener_hears_what_is_chosen_and_how_many_there_are(
    browser: Browser, address: str, reader_source: str
) -> None:
    context = browser.new_context(base_url=address, bypass_csp=True)
    ear = Ear(context.new_page(), reader_source)
    ear.page.goto("/projekt/?region=Sydsverige")
    count = count_of(ear.page)
    facet(ear.page, "Region")
    ear.page.evaluate("window.stayed = true")
    ear.listen()
    heard = [phrase for phrase in ear.whole() if phrase != "end of document"]
    assert ear.page.evaluate("window.stayed")
    box = next(place for place, phrase in enumerate(heard) if "checkbox, Sydsverige" in phrase)
    assert f"checkbox, Sydsverige ({count})" in heard[box]
    results = heard.index("heading, Sökresultat, level 2")
    after = heard[results:]
    # What is chosen, and how many there are, come before the long filter, and the list after it.
    removal = next(place for place, phrase in enumerate(heard) if "Ta bort filtret" in phrase)
    assert (
        results
        < removal
        < box
        < heard.index(
            "heading, " + ear.page.locator("[data-part=list] h3").first.inner_text() + ", level 3"
        )
    )
    assert any(f"{count} träffar" in phrase for phrase in after[:4])
    assert any("list, Valda filter" in phrase for phrase in after)
    assert any("button, Ta bort filtret Region: Sydsverige" in phrase for phrase in after)
    # What the list was before is not there to be heard.
    assert sum(phrase.startswith("heading, ") and ", level 3" in phrase for phrase in after) == (
        min(count, 10)
    )
    context.close()


@pytest.mark.row(3, tool="axe-core")
@pytest.mark.parametrize(("language", "scheme"), [("sv", "light"), ("en", "dark")])
def test_every_state_is_accessible(
    language: str, scheme: Any, browser: Browser, address: str, axe_source: str
) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(LIST[language])
    names = ("Region", "Kommun" if language == "sv" else "Municipality")
    for name in names:
        facet(page, name)
    for state in ("opened", "chosen"):
        if state == "chosen":
            facet(page, names[0]).get_by_role("checkbox").first.check()
            count_of(page)
        found = axe_faults(page, axe_source)
        # A choice that would give nothing is hidden until it would give something.
        assert [one for one in found if "li[hidden" not in one] == [], state
    context.close()


# --- narrow, on paper, and when something is missing ------------------------------------------


def test_nothing_runs_off_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/projekt/")
    places = facet(page, "Organisation som är med")
    places.get_by_role("checkbox").first.check()
    count_of(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for control in page.locator("main :is(button, select, summary, li label):visible").all():
        box = control.bounding_box()
        assert box is None or box["height"] >= 44, control.inner_text()


def test_what_is_chosen_and_found_stands_before_the_filter(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/projekt/")
    summary = page.locator("main .lead")
    expect(summary).to_contain_text("Här finns ")
    page.goto("/projekt/?region=Sydsverige")
    count_of(page)
    # What was said of all projects is not said of the chosen ones.
    expect(summary).to_be_hidden()
    filters = page.locator("[data-part=filters]")
    expect(filters).not_to_have_attribute("open", "")
    removal = page.get_by_role("button", name="Ta bort filtret Region: Sydsverige")
    for _ in ("closed", "open"):
        tops = [
            box["y"] + page.evaluate("scrollY")
            for part in (page.get_by_role("status"), removal, filters)
            if (box := part.bounding_box())
        ]
        assert len(tops) == 3
        assert tops == sorted(tops)
        assert tops[0] < 700  # and not below the whole filter
        facet(page, "Kommun")
    removal.click()
    expect(summary).to_be_visible()


def test_the_focus_is_never_lost_when_a_filter_is_removed(page: Page) -> None:
    """It goes before the button does: else a screen reader tells of all that was left."""
    page.goto("/projekt/?region=Sydsverige&region=V%C3%A4stsverige")
    count_of(page)
    page.evaluate(
        """() => {
            window.lost = 0;
            const look = () => document.activeElement === document.body && window.lost++;
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
            document.addEventListener("focusout", (event) => event.relatedTarget || window.lost++);
        }"""
    )
    tags = page.locator("[data-part=tags] button")
    expect(tags).to_have_count(3)
    kept = tags.nth(1).element_handle()
    assert kept is not None
    tags.first.focus()
    page.keyboard.press("Enter")
    expect(tags).to_have_count(2)
    assert kept.evaluate("one => one === document.activeElement")  # the tag that was there before
    page.keyboard.press("Enter")
    expect(tags).to_have_count(0)
    expect(page.locator("[data-part=filters] > summary")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text(
        "Inget filter är valt. Listan visar alla projekt."
    )
    assert page.evaluate("window.lost") == 0


def test_the_same_facets_do_not_stand_twice(page: Page) -> None:
    page.goto("/projekt/")
    aside = page.get_by_role("complementary", name="Begränsa")
    expect(aside).to_be_visible()
    page.get_by_text(OPEN).click()
    expect(aside).to_be_hidden()
    page.get_by_text(OPEN).click()
    expect(aside).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    link = page.get_by_role("link", name="Begränsa listan")
    expect(link).to_be_visible()
    page.get_by_text(OPEN).click()
    expect(link).to_be_hidden()


def test_only_words_have_a_best_match(page: Page) -> None:
    page.goto("/projekt/?region=Sydsverige")
    count_of(page)
    order = page.get_by_role("combobox", name="Ordning")
    shown = order.locator("option")
    expect(order.locator("option:checked")).to_have_text("Nyast först")
    expect(shown).not_to_contain_text(["Bästa träffen först"])
    assert "sort" not in page.url
    field = page.get_by_label("Sök och filtrera bland projekten")
    field.fill("arbete")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=arbete&region=Sydsverige$"))
    expect(order.locator("option:checked")).to_have_text("Bästa träffen först")
    # An order that was chosen stays, with words and without.
    order.select_option("end")
    expect(page).to_have_url(re.compile("sort=end"))
    field.fill("")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"\?region=Sydsverige&sort=end$"))
    expect(order).to_have_value("end")


def test_a_printed_list_tells_what_was_chosen(page: Page) -> None:
    page.goto("/projekt/?region=Sydsverige&q=arbete")
    count_of(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_text("Region: Sydsverige")).to_be_visible()
    expect(page.get_by_text("Rensa alla filter")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Ordning")).to_be_hidden()
    printed = page.locator("[data-address]").get_attribute("data-address") or ""
    assert parse_qs(urlsplit(printed).query) == {"region": ["Sydsverige"], "q": ["arbete"]}


def test_without_script_the_list_stands_whole(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/projekt/?region=Sydsverige")
    expect(page.locator("[data-part=finder]")).to_be_hidden()
    assert page.locator("[data-part=lists] h2 a").count() >= 20
    expect(page.get_by_role("complementary")).to_be_visible()
    context.close()


ERROR = "Filtret gick inte att ladda. Försök igen om en stund, eller använd listan här nedanför."


@pytest.mark.parametrize("part", ["pagefind-entry.json", "filter/", "pf_meta"])
def test_a_part_that_does_not_arrive_is_told_and_the_list_stands(part: str, page: Page) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="Not here")

    pattern = re.compile(rf"/pagefind/.*{re.escape(part)}")
    page.route(pattern, refuse)
    page.goto("/projekt/?region=Sydsverige")
    expect(page.get_by_role("status")).to_have_text(ERROR)
    expect(page.locator("div[data-part=lists]")).to_be_visible()
    page.unroute(pattern)
    page.get_by_role("button", name="Sök", exact=True).press("Enter")
    assert count_of(page) > 0
    expect(page.locator("div[data-part=lists]")).to_be_hidden()


def test_a_facet_that_does_not_arrive_closes_and_says_so(page: Page) -> None:
    page.goto("/projekt/")
    pattern = re.compile("/pagefind/filter/")
    page.route(pattern, lambda route: route.abort())
    page.get_by_text(OPEN).click()
    page.locator("[data-facet=region] > summary").click()
    expect(page.get_by_role("status")).to_have_text(ERROR)
    expect(page.locator("[data-facet=region]")).not_to_have_attribute("open", "")
    page.unroute(pattern)
    expect(facet(page, "Region").get_by_role("checkbox").first).to_be_visible()
