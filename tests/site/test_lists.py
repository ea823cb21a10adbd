"""Lists of projects: what a link promises is what its list holds, in whatever order and pages.

Held over made-up portfolios with missing values; what is checked is what templates get.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET

import pytest

from insyn.data import list_csvs, list_feed, projects_csv
from insyn.language import load_language
from insyn.model import Portfolio
from insyn.pages import Page, Plan, organisation_pages, plan, views
from insyn.pages import listing as listing_module
from insyn.pages.facets import Facets
from insyn.pages.listing import IN_FULL_AT_MOST, PAGE, WHOLE_AT_MOST
from insyn.pages.selection import Selection
from insyn.render import find_theme
from reading import BUILD_DAY

Plans = Callable[[int], Plan]

SIZES = [0, 1, 5, pytest.param(300, marks=pytest.mark.slow)]
sizes = pytest.mark.parametrize("size", SIZES)


def listing_of(page: Page) -> views.Listing | None:
    listing = getattr(page.view, "listing", None)
    if not isinstance(listing, views.Listing) or isinstance(page.view, views.OrganisationView):
        return None  # an organisation's page has the sums of several lists
    return listing


def lists(plan: Plan) -> Mapping[str, views.Listing]:
    """Every page of every list, by its address."""
    return {
        page.layout.url: listing for page in plan.pages if (listing := listing_of(page)) is not None
    }


def urls(listing: views.Listing) -> list[str]:
    return [project.url for project in listing.projects]


def over_pages(found: Mapping[str, views.Listing], url: str) -> list[str]:
    """The projects on a page and all that follow it, as one who goes on to the next reads them."""
    read: list[str] = []
    while url:
        listing = found[url]
        read += urls(listing)
        url = listing.paging.next if listing.paging else ""
    return read


def facets(plan: Plan) -> Iterator[Facets]:
    return (Facets(parts) for parts in plan.parts)


# --- counts --------------------------------------------------------------------------------------


@sizes
def test_what_a_link_counts_is_in_its_list(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)
    found = lists(plan)
    promised: dict[str, set[int]] = {}
    for page in plan.pages:
        groups = getattr(page.view, "facets", ())
        values = [value for group in groups for value in group.values]
        if isinstance(page.view, views.FacetView):
            values += page.view.values
        for value in values:
            promised.setdefault(value.url, set()).add(value.count)
    assert bool(promised) == bool(size)
    for url, counts in promised.items():
        listing = found[url]
        assert counts == {listing.count}, url
        read = over_pages(found, url)
        assert len(read) == len(set(read)) == listing.count > 0, url


@sizes
def test_every_project_has_a_value_of_every_facet_or_is_told_to_lack_one(
    size: int, demo_plan: Plans
) -> None:
    plan = demo_plan(size)
    every = set(plan.portfolio.projects)
    for found in facets(plan):
        assert {facet.key for facet in found.all} >= (
            {"region", "municipality", "programme-area", "phase", "owner", "year", "budget"}
            | {"status", "county"}
            if size
            else set()
        )
        for facet in found.all:
            listed = [project.slug for value in facet.values for project in value.projects]
            if facet.key != "missing":
                assert set(listed) == every, facet.key
                assert len(listed) >= len(every)
            if facet.key not in ("municipality", "county", "target-group", "missing"):
                assert len(listed) == len(every), facet.key


@pytest.mark.slow
def test_the_portfolio_lacks_what_can_be_lacked(demo_plan: Plans) -> None:
    """Else the tests here would say less than they seem to."""
    (missing, *_) = (facet for facet in next(facets(demo_plan(300))).all if facet.key == "missing")
    assert {value.key[1] for value in missing.values} == {
        *("budget", "eu", "end", "municipality", "co-funder", "contact", "targets"),
        "accessibility",
        "target-group",
    }


@sizes
def test_links_that_narrow_down_tell_their_lists_apart(size: int, demo_plan: Plans) -> None:
    """Links that read the same lead to the same place (WCAG 2.4.9), on every page."""
    for page in demo_plan(size).pages:
        led: dict[str, str] = {}
        for group in getattr(page.view, "facets", ()):
            for value in group.values:
                assert led.setdefault(value.text, value.url) == value.url, page.layout.url


@sizes
def test_pairs_part_a_list_into_regions(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)
    for found in facets(plan):
        for facet in found.all:
            for value in facet.values if facet.key in found.pairs else ():
                pairs = found.pairs[facet.key][value.key[1]]
                assert Counter(p.slug for pair in pairs.values() for p in pair.projects) == Counter(
                    p.slug for p in value.projects
                )
                for region, pair in pairs.items():
                    assert {project.region for project in pair.projects} == {region}


@sizes
def test_no_list_is_empty_but_that_of_all_projects(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)
    empty = {
        page.layout.url
        for page in plan.pages
        if isinstance(page.view, views.ProjectListView | views.FacetView)
        and not (
            page.view.values
            if isinstance(page.view, views.FacetView)
            else page.view.listing.projects
        )
    }
    every = {parts.addresses.area("projects") for parts in plan.parts}
    assert empty == (every if size == 0 else set())


# --- orders and pages ----------------------------------------------------------------------------


@sizes
def test_every_order_is_the_same_list(size: int, demo_plan: Plans) -> None:
    found = lists(demo_plan(size))
    ordered = 0
    for url, listing in found.items():
        in_force = [link for link in listing.orders if link.current == "page"]
        if not in_force:
            continue
        assert [link.url for link in in_force] == [url]
        readings = [over_pages(found, link.url) for link in listing.orders]
        assert len(readings) == 4
        assert {frozenset(read) for read in readings} == {frozenset(readings[0])}, url
        assert {len(read) for read in readings} == {listing.count}
        ordered += 1
    assert bool(ordered) == (size > 1)


@sizes
def test_every_list_but_a_short_one_has_orders(size: int, demo_plan: Plans) -> None:
    """Of whatever kind it is, also one that is narrowed down twice."""
    plan = demo_plan(size)
    found = lists(plan)
    wholes = {listing.whole.url for listing in found.values()}
    all_projects = {parts.addresses.area("projects") for parts in plan.parts}
    for url, listing in found.items():
        if url not in wholes and listing.count > 10:
            assert len(listing.orders) == 4, url
        elif url not in wholes and listing.count < size:
            assert listing.orders == (), url
    for url in all_projects:
        assert bool(found[url].orders) == (size > 1)
    if size == 300:
        assert len(plan.pages) < 22 * size, "orders cost pages"


@pytest.mark.slow
def test_orders_are_what_they_say(demo_plan: Plans) -> None:
    found = lists(demo_plan(300))
    by_url = {project.url: project for listing in found.values() for project in listing.projects}
    newest, title, budget, end = (
        [by_url[url] for url in over_pages(found, link.url)] for link in found["/projekt/"].orders
    )
    starts = [project.period.start for project in newest]
    assert starts == sorted(starts, reverse=True)
    assert [p.title.value for p in title] == sorted(
        (p.title.value for p in title), key=demo_plan(300).parts[0].language.sort_key
    )
    totals = [project.funding.total for project in budget]
    known = [total for total in totals if total is not None]
    assert known == sorted(known, reverse=True)
    assert 0 in known
    assert totals[: len(known)] == known  # the unknown ones come last, after 0
    ends = [project.period.end for project in end]
    told = [day for day in ends if day is not None]
    assert told == sorted(told, reverse=True)
    assert None in ends
    assert ends[: len(told)] == told


@pytest.mark.slow
def test_a_page_of_a_list_says_where_it_is(demo_plan: Plans) -> None:
    plan = demo_plan(300)
    found = lists(plan)
    titles = {page.layout.url: page.layout.title for page in plan.pages}
    url, read = "/projekt/", 0
    for number in range(1, 13):
        paging = found[url].paging
        assert paging is not None
        assert (paging.page, paging.pages) == (number, 12)
        assert (paging.first, paging.last) == (read + 1, read + len(found[url].projects))
        assert [link.text for link in paging.numbers if link.current] == [str(number)]
        assert (f"sida {number} av 12" in titles[url]) == (number > 1)
        read, url = paging.last, paging.next
    assert url == ""
    assert read == 300


@pytest.mark.slow
def test_long_lists_are_also_on_one_page(demo_plan: Plans) -> None:
    found = lists(demo_plan(300))
    shown = 0
    for url, listing in found.items():
        if listing.whole.url:
            assert PAGE < listing.count <= WHOLE_AT_MOST
            whole = found[listing.whole.url]
            assert len(whole.projects) == listing.count, url
            assert set(urls(listing)) <= set(urls(whole))
            shown += 1
        else:
            assert len(listing.projects) == listing.count, url
    assert shown > 20


@sizes
def test_a_page_of_a_list_has_at_most_so_many(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)
    for page in plan.pages:
        view = page.view
        if isinstance(view, views.ProjectTableView):
            assert len(view.projects) <= 100
        if isinstance(view, views.FacetView):
            assert len(view.values) <= 200
        for group in getattr(view, "facets", ()):
            assert 1 <= len(group.values) <= 10
            if isinstance(view, views.StartView):
                assert len(group.values) <= 8


@pytest.mark.slow
def test_the_table_has_all_projects_in_every_order(demo_plan: Plans) -> None:
    tables: dict[str, list[str]] = {}
    plan = demo_plan(300)
    pages = {page.layout.url: page.view for page in plan.pages}
    first = pages["/projekt/tabell/"]
    assert isinstance(first, views.ProjectTableView)
    for column in first.columns:
        url = column.url
        while url:
            view = pages[url]
            assert isinstance(view, views.ProjectTableView)
            tables.setdefault(column.key, []).extend(project.url for project in view.projects)
            url = view.paging.next if view.paging else ""
    assert len(tables) == 6
    assert all(len(read) == len(set(read)) == 300 for read in tables.values())


# --- sums ----------------------------------------------------------------------------------------


@sizes
def test_sums_are_over_the_list_and_say_what_they_leave_out(size: int, demo_plan: Plans) -> None:
    found = lists(demo_plan(size))
    for url, listing in found.items():
        every = over_pages(found, url)
        if len(every) != listing.count:
            continue  # a later page of a list
        by_url = {project.url: project for one in found.values() for project in one.projects}
        fundings = [by_url[project].funding for project in every]
        totals = [funding.total for funding in fundings if funding.total is not None]
        eu = [f.eu for f in fundings if f.eu is not None and (f.total is not None or not totals)]
        assert listing.totals.total == (sum(totals) if totals else None)
        assert listing.totals.eu == (sum(eu) if eu else None)
        assert listing.without_total == len(every) - len(totals)


# --- files for machines --------------------------------------------------------------------------


def slugs(selection: Selection) -> list[str]:
    return [project.slug for project in selection.projects]


@sizes
def test_every_list_has_a_feed_of_its_newest(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)
    atom = "{http://www.w3.org/2005/Atom}"
    addresses = [selection.feed for _, selection in plan.lists]
    assert len(addresses) == len(set(addresses))
    for parts, selection in plan.lists:
        file = list_feed(parts, selection)
        assert file.path == selection.feed.removeprefix("/")
        tree = ET.fromstring(file.content)  # noqa: S314 - our own file
        ids = [entry.findtext(f"{atom}id") for entry in tree.iter(f"{atom}entry")]
        assert ids == [
            parts.addresses.whole(parts.addresses.project(slug)) for slug in slugs(selection)[:50]
        ]
        assert (tree.findtext(f"{atom}title") or "").startswith(selection.title)


@sizes
def test_every_list_has_a_table_of_data_with_the_known_columns(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)

    def rows(content: bytes) -> list[dict[str, str]]:
        assert content.startswith(b"\xef\xbb\xbf")
        return list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))

    every = {row["id"]: row for row in rows(projects_csv(plan.portfolio, plan.addresses).content)}
    files = {
        f"/{file.path}": file.content
        for file in list_csvs(plan.portfolio, plan.addresses, [one for _, one in plan.lists])
    }
    assert set(files) == {selection.csv for _, selection in plan.lists}
    for parts, selection in plan.lists:
        found, wanted = rows(files[selection.csv]), [every[slug] for slug in slugs(selection)]
        if parts.addresses.first:
            assert found == wanted
        else:  # alphabets differ
            assert {row["id"] for row in found} == {row["id"] for row in wanted}
        assert re.fullmatch(r"/data/lists/[a-zA-Z0-9_-]+\.csv", selection.csv)


# --- the same in all languages -------------------------------------------------------------------


@sizes
def test_a_list_has_the_same_pages_in_every_language(size: int, demo_plan: Plans) -> None:
    plan = demo_plan(size)
    languages = {page.layout.language for page in plan.pages}
    for page in plan.pages:
        if isinstance(page.view, views.ProjectListView | views.FacetView | views.ProjectTableView):
            others = {translation.language for translation in page.layout.translations}
            assert others == languages - {page.layout.language}, page.layout.url


# --- organisations -------------------------------------------------------------------------------


def test_an_organisation_s_many_projects_are_a_list(
    demo_portfolio: Callable[[int], Portfolio], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a role has more projects than fit on a page, the latest are shown, and all listed."""
    monkeypatch.setattr(listing_module, "PAGE", 1)
    monkeypatch.setattr(organisation_pages, "PAGE", 1)
    monkeypatch.setattr(organisation_pages, "_SHOWN", 1)
    portfolio = demo_portfolio(5)
    languages = {
        code: load_language(code, find_theme() / "locale") for code in portfolio.site.languages
    }
    made, problems = plan(portfolio, languages, base="https://demo.example.se", today=BUILD_DAY)
    assert problems == ()
    found = lists(made)
    long: list[str] = []
    for page in made.pages:
        if not isinstance(page.view, views.OrganisationView):
            continue
        for role in page.view.roles:
            assert len(role.projects) == 1
            if role.more.url:
                read = over_pages(found, role.more.url)
                assert len(read) == found[role.more.url].count > 1
                assert role.projects[0].url == read[0]
                long.append(role.more.url)
    assert any("/projektagare/" in url for url in long)
    assert any(url.endswith("/medfinansiarer/") for url in long)


@pytest.mark.slow
def test_many_projects_on_one_page_are_told_of_in_brief(demo_plan: Plans) -> None:
    found = lists(demo_plan(300))
    assert len(found["/projekt/alla/"].projects) == 300
    for url, listing in found.items():
        on_one_page = len(listing.projects)
        assert listing.brief == (on_one_page > IN_FULL_AT_MOST), url
    assert any(len(one.projects) > PAGE and not one.brief for one in found.values())
