"""Stories show up where they belong, say why, and who speaks in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from insyn.pages import Plan, views
from reading import BuiltSite, Element

PLACE = {"sv": "/berattelser/platsen/", "en": "/en/stories/platsen/"}


def reasons(site: BuiltSite, path: str) -> dict[str, str]:
    """Each story in the lists of a page, and what is said beside it."""
    found: dict[str, str] = {}
    for item in site.page(path).main.all("li"):
        links = [
            link.attributes["href"]
            for heading in item.all("h2", "h3")
            for link in heading.all("a")
            if "/berattelser/" in link.attributes["href"] or "/stories/" in link.attributes["href"]
        ]
        if links:
            [beside] = [child for child in item.children if isinstance(child, Element)][1:] or [
                item
            ]
            found[links[0]] = beside.one("p").words if beside is not item else ""
    return found


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/projekt/allt-kant/", "Den hör till projektet."),
        ("/en/projects/allt-kant/", "It belongs to the project."),
        ("/partner/agaren/", "Organisationen är med i den."),
        ("/partner/koncernen/", "Organisationen nämns i den."),
        ("/platser/kommun/kiruna/", "Den är från Stan, Kiruna."),
        ("/platser/lan/norrbottens-lan/", "Den är från Stan, Kiruna."),
        ("/platser/region/ovre-norrland/", "Den är från Stan, Kiruna."),
        ("/en/places/municipality/kiruna/", "It is from Stan, Kiruna."),
    ],
)
def test_a_story_is_where_it_belongs_and_says_why(
    corner_site: BuiltSite, path: str, reason: str
) -> None:
    language = "en" if path.startswith("/en/") else "sv"
    assert reasons(corner_site, path) == {PLACE[language]: reason}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/projekt/egenmakt-trelleborg/", "Redaktionen föreslår den."),
        ("/partner/orebro-universitet/", "Organisationen är med i den."),
        ("/platser/kommun/orebro/", "Den är från Baronbackarna, Örebro."),
    ],
)
def test_the_real_story_is_where_it_belongs(built_site: BuiltSite, path: str, reason: str) -> None:
    story = "/berattelser/egenmakt-i-baronbackarna/"
    assert reasons(built_site, path) == {story: reason}


def test_a_story_tells_what_it_is_about_in_its_facts(corner_site: BuiltSite) -> None:
    page = corner_site.page(PLACE["sv"])
    [facts] = page.main.of_class("facts")
    told = {
        div.one("dt").words: [
            (dd.words, [a.attributes["href"] for a in dd.all("a")]) for dd in div.all("dd")
        ]
        for div in facts.all("div")
    }
    assert told == {
        "Personer": [("Amina Warsame", [])],
        "Plats": [("Stan", [])],
        "Kommuner": [("Kiruna", ["/platser/kommun/kiruna/"])],
        "Projekt": [("@x", ["/projekt/allt-kant/"])],
        "Organisationer": [("Ägaren AB", ["/partner/agaren/"])],
    }


def test_a_project_that_a_story_belongs_to_is_named_once(corner_site: BuiltSite) -> None:
    page = corner_site.page(PLACE["sv"])
    links = [a.attributes["href"] for a in page.main.all("a")]
    assert links.count("/projekt/allt-kant/") == 1


def test_stories_are_in_the_main_menu(built_site: BuiltSite) -> None:
    for path, area in (("/", "/berattelser/"), ("/en/", "/en/stories/")):
        menu = next(iter(built_site.page(path).tree.all("nav")))
        assert area in [link.attributes["href"] for link in menu.all("a")]


@pytest.mark.parametrize(
    ("path", "first"),
    [
        (
            "/berattelser/egenmakt-i-baronbackarna/",
            ("Folk har fått jobb.", "Per-Erik Andersson, koordinator"),
        ),
        (
            "/en/stories/egenmakt-i-baronbackarna/",
            ("People have got jobs.", "Per-Erik Andersson, coordinator"),
        ),
    ],
)
def test_a_quote_is_speech_with_its_speaker(
    built_site: BuiltSite, path: str, first: tuple[str, str]
) -> None:
    quotes = [
        (figure.one("blockquote").text, figure.one("figcaption").words)
        for figure in built_site.page(path).main.of_class("quote")
    ]
    assert quotes[0] == first
    assert len(quotes) == 4
    assert all("Per-Erik Andersson" in speaker for _, speaker in quotes)
    assert not any(speaker.startswith(("—", "–", "-")) for _, speaker in quotes)


def stories_of(view: views.View) -> tuple[views.StorySummary, ...]:
    assert isinstance(view, views.StoryListView)
    assert len(view.stories) <= 25
    return view.stories


@pytest.mark.slow
def test_many_stories_have_pages(demo_plan: Callable[[int], Plan]) -> None:
    plan = demo_plan(300)
    shown = [
        story.url
        for page in plan.pages
        if page.layout.kind == "story-list" and page.layout.url.startswith("/berattelser/")
        for story in stories_of(page.view)
    ]
    every = len(plan.portfolio.stories)
    assert len(shown) == len(set(shown)) == every > 25


@pytest.mark.slow
def test_a_page_shows_a_few_stories_and_leads_to_all(demo_plan: Callable[[int], Plan]) -> None:
    pages = {page.layout.url: page for page in demo_plan(300).pages}
    kinds: set[str] = set()
    for page in pages.values():
        url = getattr(page.view, "all_stories", "")
        if not isinstance(url, views.Link):
            continue
        shown = getattr(page.view, "stories", ())
        assert len(shown) <= 5, page.layout.url
        if not url.url:
            continue
        read: list[views.StorySummary] = []
        address = url.url
        while address:
            view = pages[address].view
            assert isinstance(view, views.StoryListView)
            read += view.stories
            address = view.paging.next if view.paging else ""
        assert len(read) > 5
        assert tuple(read[:5]) == shown
        assert str(len(read)) in url.text
        kinds.add(page.layout.kind)
    assert {"region", "county"} <= kinds
