"""Notices: who sees which, what they say, and that they are gone when their time is over."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from insyn.build import Website, make
from reading import BUILD_DAY, ROOT, BuiltSite, Document, Element, read_html

pytestmark = pytest.mark.slow  # a site is made for each day

CORNERS = ROOT / "tests" / "sites" / "corners"
LISTS = {"sv": "/meddelanden/", "en": "/en/notices/"}
WEBINAR = {
    "sv": "Viktigt: Webbinarium om fattigdom den 3 februari",
    "en": "Important: Webinar on poverty on 3 February",
}
CLOSED = "Kontoret är stängt & låst"


def notices(page: Document | Element) -> list[Element]:
    main = page.main if isinstance(page, Document) else page
    return [
        one
        for one in main.of_class("notice")
        if one.name == "section" and "aria-labelledby" in one.attributes
    ]


def headings(page: Document) -> list[str]:
    return [notice.one("h2").text for notice in notices(page)]


def pages(site: BuiltSite) -> dict[str, Document]:
    return {
        path: page
        for path, page in site.pages.items()
        if not page.is_redirect and path not in LISTS.values()
    }


def test_a_notice_without_places_is_on_every_page_right_after_its_head(
    corner_site: BuiltSite,
) -> None:
    found = pages(corner_site)
    assert len(found) > 50
    for path, page in found.items():
        assert WEBINAR[page.language] in headings(page), path
        order = [e.text for e in page.main.all("h1", "h2", "h3", "h4")]
        assert order[1] == WEBINAR[page.language], path


def test_a_notice_with_places_is_there_alone(corner_site: BuiltSite) -> None:
    shown = {
        path
        for path, page in pages(corner_site).items()
        if any(CLOSED in h for h in headings(page))
    }
    assert shown == {
        *("/", "/projekt/allt-kant/", "/projekt/bara-kontakt/"),
        *("/en/", "/en/projects/allt-kant/", "/en/projects/bara-kontakt/"),
    }


def test_the_important_one_comes_first_and_each_is_a_named_region(corner_site: BuiltSite) -> None:
    page = corner_site.page("/projekt/allt-kant/")
    assert headings(page) == [WEBINAR["sv"], f"Information: {CLOSED}"]
    for notice in notices(page):
        assert notice.attributes["aria-labelledby"] == notice.one("h2").attributes["id"]
        # An alert would interrupt whoever has just begun to read.
        assert not {"role", "aria-live"} & notice.attributes.keys()


def test_a_notice_tells_its_dates(corner_site: BuiltSite) -> None:
    for path, told in (
        (
            "/projekt/allt-kant/",
            [
                "Visas från och med 15 januari 2026 till och med 3 februari 2026.",
                "Visas bara den 31 januari 2026.",
            ],
        ),
        (
            "/en/projects/allt-kant/",
            ["Shown from 15 January 2026 until 3 February 2026.", "Shown on 31 January 2026 only."],
        ),
    ):
        page = corner_site.page(path)
        assert [notice.of_class("notice-dates")[0].words for notice in notices(page)] == told


def test_words_that_are_not_translated_say_their_language(corner_site: BuiltSite) -> None:
    webinar, closed = notices(corner_site.page("/en/projects/allt-kant/"))
    assert closed.one("h2").one("span").language == "sv"
    assert closed.one("h2").language == "en"
    assert webinar.one("h2").one("span").language == "en"


def test_links_in_notices_lead_on_in_the_page_s_language(corner_site: BuiltSite) -> None:
    for path, target in (("/", "/projekt/allt-okant/"), ("/en/", "/en/projects/allt-okant/")):
        links = [a.attributes["href"] for a in notices(corner_site.page(path))[0].all("a")]
        assert target in links


def test_the_script_is_there_only_with_a_notice(
    corner_site: BuiltSite, built_site: BuiltSite
) -> None:
    for site in (corner_site, built_site):
        for path, page in site.pages.items():
            scripts = [
                s for s in page.tree.all("script") if "/notices." in s.attributes.get("src", "")
            ]
            may_be_put_away = [n for n in notices(page) if "data-notice" in n.attributes]
            assert len(scripts) == (1 if may_be_put_away else 0), path


def test_a_notice_is_whole_without_script_and_has_no_button_then(corner_site: BuiltSite) -> None:
    for notice in notices(corner_site.page("/projekt/allt-kant/")):
        buttons = list(notice.all("button"))
        assert buttons
        assert all(_in_template(button) for button in buttons)


def _in_template(element: Element) -> bool:
    above = element.parent
    return above is not None and (above.name == "template" or _in_template(above))


def test_what_is_over_or_to_come_is_nowhere(corner_site: BuiltSite) -> None:
    for file in sorted(corner_site.folder.rglob("*")):
        if file.suffix in {".html", ".json", ".csv", ".xml"}:
            text = file.read_text(encoding="utf-8")
            assert "covid-19" not in text, file
            assert "Snart händer det något" not in text, file


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_list_has_those_of_today_and_where_they_belong(
    corner_site: BuiltSite, language: str
) -> None:
    page = corner_site.page(LISTS[language])
    webinar, closed = notices(page)
    assert webinar.one("h2").text == WEBINAR[language]
    assert list(webinar.all("ul")) == []
    projects = [a.attributes["href"] for a in closed.all("a")]
    area = "/projekt" if language == "sv" else "/en/projects"
    assert projects == [f"{area}/allt-kant/", f"{area}/bara-kontakt/"]
    assert not list(page.main.all("template", "button", "script"))


def test_the_list_is_in_the_footer_of_a_site_with_notices(corner_site: BuiltSite) -> None:
    for path, area in (("/", LISTS["sv"]), ("/en/", LISTS["en"])):
        footer = corner_site.page(path).tree.one("footer")
        assert area in [link.attributes["href"] for link in footer.all("a")]


def html_of(website: Website, file: str) -> Element:
    [found] = [f for f in website.files if f.path == file]
    return read_html(found.content.decode("utf-8"))


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2020, 3, 10), []),
        (date(2020, 3, 11), ["Viktigt: Information med anledning av covid-19"]),
        (date(2026, 2, 3), [WEBINAR["sv"], "Information: Snart händer det något"]),
        (date(2026, 2, 4), ["Information: Snart händer det något"]),
        (date(2026, 3, 2), []),
    ],
)
def test_a_notice_comes_and_goes_by_itself(day: date, shown: list[str]) -> None:
    website = make(CORNERS, today=day)
    for file in ("index.html", "meddelanden/index.html"):
        main = html_of(website, file).one("main")
        assert [notice.one("h2").text for notice in notices(main)] == shown, file
    if not shown:
        assert "Just nu finns inga meddelanden." in html_of(website, "meddelanden/index.html").text


def test_what_a_reader_put_away_comes_back_with_other_words_but_not_other_dates(
    tmp_path: Path,
) -> None:
    import shutil

    site = tmp_path / "site"
    shutil.copytree(CORNERS, site)
    card = site / "content" / "notices" / "webbinarium.md"
    first = card.read_text(encoding="utf-8")

    def digests() -> tuple[str, str]:
        website = make(site, today=BUILD_DAY)
        found = [
            notices(html_of(website, file).one("main"))[0].attributes["data-digest"]
            for file in ("index.html", "en/index.html")
        ]
        return found[0], found[1]

    before = digests()
    assert before[0] == before[1]  # who has read it in one language has read it
    card.write_text(first.replace("2026-02-03", "2026-02-05"), encoding="utf-8")
    assert digests() == before
    card.write_text(first.replace("klockan 10", "klockan 11"), encoding="utf-8")
    assert digests()[0] != before[0]


def test_the_real_site_has_no_stale_notice(built_site: BuiltSite) -> None:
    """Also not in the time to come: no notice is shown for more than two years."""
    from insyn.model import load
    from insyn.source import read_content

    portfolio, _ = load(read_content(ROOT))
    assert portfolio is not None
    for notice in portfolio.notices.values():
        assert notice.last - notice.first <= timedelta(days=2 * 366)
    assert headings(built_site.page("/")) == ["Information: Det här är en demonstration"]
    assert headings(built_site.page("/projekt/")) == []
