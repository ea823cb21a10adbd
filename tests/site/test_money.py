"""Money, time and results over portfolios of 0, 1, 5 and 300 projects with missing values.

What a chart shows is what the table after it says; what the groups have adds up to the whole; and
nothing is counted twice or left out unsaid.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from insyn.language import load_language
from insyn.model.portfolio import Portfolio, Project
from insyn.pages import Plan, views
from insyn.render import Theme, find_theme, render_pages
from reading import BUILD_DAY, BuiltSite, Document, Element, plain

SIZES = (0, 1, 5, pytest.param(300, marks=pytest.mark.slow))
KINDS = {"money", "money-owners", "timeline", "results"}
LONGEST = 44  # per cent of a chart's width
SEEN = 100 * 0.15 / LONGEST  # what is more than nothing is as wide, in per cent of the longest
SV = load_language("sv", find_theme() / "locale")


@pytest.fixture(scope="module", params=SIZES)
def size(request: pytest.FixtureRequest) -> int:
    count: int = request.param
    return count


@pytest.fixture(scope="module")
def portfolio(demo_portfolio: Callable[[int], Portfolio], size: int) -> Portfolio:
    return demo_portfolio(size)


@pytest.fixture(scope="module")
def planned(demo_plan: Callable[[int], Plan], size: int) -> Mapping[str, views.Page]:
    """The Swedish pages about money, time and results, by their address."""
    return {
        page.layout.url: page
        for page in demo_plan(size).pages
        if page.layout.kind in KINDS and page.layout.language == "sv"
    }


@pytest.fixture(scope="module")
def read(planned: Mapping[str, views.Page]) -> Mapping[str, Document]:
    """The same pages as their visitors get them."""
    theme = Theme(find_theme())
    files, problems = render_pages(tuple(planned.values()), theme, {"sv": SV}, "SEK")
    assert problems == ()
    return {
        url: Document(file.path, url, file.content.decode())
        for url, file in zip(planned, files, strict=True)
    }


def charts(page: Document) -> Iterator[tuple[Element, Element]]:
    """Each chart of bars, and the table that stands next after it."""
    found = [
        part
        for part in page.main.all("svg", "table")
        if part.name == "table" or part.attributes.get("role") == "img"
    ]
    for drawing, table in pairwise(found):
        if drawing.name == "svg":
            assert table.name == "table", "after a chart comes its table"
            yield drawing, table


def amount(cell: Element) -> int | None:
    """An amount of money in a table; `None` where it is not known."""
    if cell.text == "inte känt":
        return None
    digits = re.fullmatch(r"([\d ]+) kr", cell.text)
    assert digits, cell.text
    return int(digits[1].replace(" ", ""))


def rows(table: Element) -> list[tuple[str, dict[str, Element]]]:
    """Each row's name and its cells by their header, the sum at the foot as well."""
    return [
        (
            next(row.all("th")).words,
            {
                cell.attributes["data-label"]: cell
                for cell in row.all("td")
                if "data-label" in cell.attributes
            },
        )
        for part in table.all("tbody", "tfoot")
        for row in part.all("tr")
    ]


def drawn(chart: Element) -> list[tuple[str, str, dict[str, float]]]:
    """Each bar: its name, its amount, and the lengths of its parts in per cent of the longest."""
    found: list[tuple[str, str, dict[str, float]]] = []
    for mark in chart.all("text", "rect"):
        words = plain(str(mark.children[0])) if mark.name == "text" else ""
        classes = mark.attributes.get("class", "")
        if "short-name" in classes:
            continue
        if "bar-name" in classes:
            found.append((words, "", {}))
        elif "bar-amount" in classes:
            name, _, parts = found[-1]
            found[-1] = (name, words, parts)
        elif "bar-part" in classes:
            kind = classes.removeprefix("bar-part").strip() or "unsplit"
            found[-1][2][kind] = 100 * float(mark.attributes["width"].strip("%")) / LONGEST
    return found


def short(total: int | None) -> str:
    return "inte känt" if total is None else plain(SV.money_short(total, "SEK"))


# --- money -----------------------------------------------------------------------------------


@pytest.mark.row(40, tool="own reading of the pages")
def test_every_chart_of_money_shows_the_figures_of_its_table(
    read: Mapping[str, Document], size: int
) -> None:
    seen = 0
    for chart, table in charts(read["/pengar/"]):
        if "bars" not in chart.attributes["class"]:
            continue
        seen += 1
        bars, told = drawn(chart), rows(table)[:-1]  # without the total
        if table.one("caption").words.startswith("Budget för varje projektägare"):
            told = told[:10]
        assert len(bars) == len(told)
        totals = [amount(cells["Total budget"]) for _, cells in told]
        longest = max((total or 0 for total in totals), default=0)
        for (name, spelled, parts), (full_name, cells), total in zip(
            bars, told, totals, strict=True
        ):
            assert full_name.startswith(name.rstrip("…"))
            assert spelled == short(total)
            wanted = {
                "part": amount(cells["EU-stöd"]),
                "rest": amount(cells["Medfinansiering"]),
                "unsplit": amount(cells["Okänt vem som betalar"])
                if "Okänt vem som betalar" in cells
                else None,
            }
            assert set(parts) == {kind for kind, value in wanted.items() if value}
            for kind, length in parts.items():
                right = max(100 * (wanted[kind] or 0) / longest, SEEN)
                assert length == pytest.approx(right, abs=0.01)
            if all(length > SEEN for length in parts.values()):
                whole = 100 * (total or 0) / longest if longest else 0
                assert sum(parts.values()) == pytest.approx(whole, abs=0.01)
    assert seen == (4 if size else 0)


@pytest.mark.seeded(40, tool="own reading of the pages")
def test_a_chart_that_is_not_its_table_is_noticed(read: Mapping[str, Document], size: int) -> None:
    if not size:
        return  # nothing is drawn
    page = read["/pengar/"]
    # The picture of the whole stands before the charts, and has parts of its own.
    before, found, charted = page.html.partition('<svg class="bars"')
    width = re.search(r'class="bar-part[^>]*width="([\d.]+)%', charted)
    assert width
    wrong = before + found + f"{float(width[1]) / 2}%".join(charted.split(f"{width[1]}%", 1))
    with pytest.raises(AssertionError):
        test_every_chart_of_money_shows_the_figures_of_its_table(
            {**read, "/pengar/": replace(page, html=wrong)}, size
        )


def test_the_groups_of_every_table_add_up_to_the_whole(
    read: Mapping[str, Document], portfolio: Portfolio
) -> None:
    known = [p.funding for p in portfolio.projects.values() if p.funding.total is not None]
    whole = {
        "Projekt": len(portfolio.projects),
        "EU-stöd": sum(f.eu or 0 for f in known),
        "Medfinansiering": sum(f.total - f.eu for f in known if f.eu is not None and f.total),
        "Okänt vem som betalar": sum(f.total or 0 for f in known if f.eu is None),
        "Total budget": sum(f.total or 0 for f in known),
        "Varav utan känd budget": len(portfolio.projects) - len(known),
    }
    tables = [table for _, table in charts(read["/pengar/"])]
    for table in tables:
        *groups, (name, foot) = rows(table)
        if "Projekt" not in foot:
            continue
        assert name == "Totalt"
        for header, cell in foot.items():
            if header == "EU:s andel":
                continue
            of = int if header in ("Projekt", "Varav utan känd budget") else None
            told = int(cell.text) if of else amount(cell) or 0
            parts = [
                int(cells[header].text) if of else amount(cells[header]) or 0 for _, cells in groups
            ]
            assert sum(parts) == told == whole[header], (table.one("caption").words, header)
        if whole["Okänt vem som betalar"]:
            assert "Okänt vem som betalar" in foot
        if whole["Varav utan känd budget"]:
            assert "Varav utan känd budget" in foot


def test_no_share_is_more_than_all(read: Mapping[str, Document]) -> None:
    for url, page in read.items():
        if "resultat" not in url:
            percents = re.findall(r"([\d ]+)\s?%", page.main.text)
            assert all(int(found) <= 100 for found in percents), url
        assert not re.search(r"\bnan\b|\binf\b", page.html, re.IGNORECASE)


def test_zero_and_unknown_are_told_apart_and_counted(
    planned: Mapping[str, views.Page], read: Mapping[str, Document], portfolio: Portfolio
) -> None:
    fundings = [project.funding for project in portfolio.projects.values()]
    zero = sum(funding.total == 0 for funding in fundings)
    unknown = sum(funding.total is None for funding in fundings)
    view = planned["/pengar/"].view
    assert isinstance(view, views.MoneyView)
    assert (view.zero_count, view.unknown_count) == (zero, unknown)
    text = read["/pengar/"].main.text
    assert (f"{unknown} projekt saknar uppgift om hela budgeten." in text) == bool(unknown)
    assert (f"{zero} projekt har 0 kr redovisade" in text) == bool(zero)
    assert len(view.unknown) == min(unknown, 10)
    alone = sum(funding.eu or 0 for funding in fundings if funding.total is None)
    assert ("EU-stödet där är känt" in text) == bool(alone)
    assert not alone or f"räknas inte heller med: {plain(SV.money(alone, 'SEK'))}." in text


def test_a_large_portfolio_shows_the_largest_and_leads_to_the_others(
    planned: Mapping[str, views.Page], portfolio: Portfolio
) -> None:
    view = planned["/pengar/"].view
    assert isinstance(view, views.MoneyView)
    owners = {project.owner for project in portfolio.projects.values()}
    paged = [page.view for page in planned.values() if page.layout.kind == "money-owners"]
    listed = [
        group.name.url
        for found in paged
        if isinstance(found, views.MoneyOwnersView)
        for group in found.groups
    ]
    if len(portfolio.projects) > 25:
        assert len(view.rows) == 10
        assert view.others is not None
        assert view.others.projects == len(portfolio.projects) - 10
    else:
        assert len(view.rows) == len(portfolio.projects)
        assert view.others is None
    if len(owners) > 10:
        assert len(set(listed)) == len(listed) == len(owners)
    else:
        assert listed == []


def test_a_chart_is_heard_as_one_picture_that_points_to_the_table(
    read: Mapping[str, Document],
) -> None:
    for page in read.values():
        for chart in page.main.all("svg"):
            if chart.attributes.get("aria-hidden") == "true":
                continue
            if (
                chart.parent
                and chart.parent.parent
                and "aria-hidden" in str(chart.parent.parent.attributes)
            ):
                continue
            assert chart.attributes["role"] == "img"
            assert chart.attributes["aria-label"].endswith("tabellen.")
            assert not re.search(r"\d", chart.attributes["aria-label"])


def test_no_bar_is_behind_a_text(read: Mapping[str, Document]) -> None:
    """All texts in charts have the colour of texts on the page's own ground."""

    def length(mark: Element, name: str) -> float:
        return float(re.sub(r"em|%", "", mark.attributes.get(name, "0")))

    style = (find_theme() / "components" / "bar-chart" / "style.css").read_text(encoding="utf-8")
    assert ".bars text { fill: var(--ink); }" in style
    for page in read.values():
        for chart in page.main.of_class("bars"):
            marks = list(chart.all("text", "rect"))
            rects = [mark for mark in marks if "bar-part" in mark.attributes.get("class", "")]
            for text in (mark for mark in marks if mark.name == "text"):
                baseline, left = length(text, "y"), length(text, "x")
                for rect in rects:
                    top = length(rect, "y")
                    if top < baseline + 0.25 and baseline - 0.8 < top + length(rect, "height"):
                        assert left >= length(rect, "x") + length(rect, "width") - 0.16


def test_links_that_read_the_same_lead_to_the_same_place(read: Mapping[str, Document]) -> None:
    """Also where many projects have a final report."""
    for page in read.values():
        found: dict[str, set[str]] = {}
        for link in page.main.all("a"):
            found.setdefault(link.words, set()).add(link.attributes["href"])
        assert {text for text, targets in found.items() if len(targets) > 1} == set(), page.path


# --- time ------------------------------------------------------------------------------------


def status(project: Project) -> str:
    return project.period.status(BUILD_DAY)


def test_the_timeline_counts_each_project_where_it_stands(
    read: Mapping[str, Document], portfolio: Portfolio
) -> None:
    counts = Counter(map(status, portfolio.projects.values()))
    (lead,) = read["/tidslinje/"].main.of_class("lead")
    told = plain(lead.text)
    if not portfolio.projects:
        assert told == "Här finns inga projekt än."
        return
    assert "31 januari 2026" in told
    running = counts["running"]
    assert (f"{running} projekt pågår" if running else "inget projekt pågår") in told
    for key, word in (("planned", "planera"), ("ended", "avsluta")):
        assert bool(counts[key]) == (f"{counts[key]} är {word}" in told)


def test_the_timeline_s_chart_has_the_dates_of_its_table(
    planned: Mapping[str, views.Page], read: Mapping[str, Document], portfolio: Portfolio
) -> None:
    page = read["/tidslinje/"]
    drawings = list(charts(page))
    if not portfolio.projects:
        assert drawings == []
        return
    ((chart, table),) = drawings
    projects = list(portfolio.projects.values())
    if len(projects) > 40:
        view = planned["/tidslinje/"].view
        assert isinstance(view, views.TimelineView)
        bars = drawn(chart)
        longest = max(row.ran for row in view.years)
        for row, (name, words, parts) in zip(view.years, bars, strict=True):
            year = int(row.year.text)
            last = [p.period.end.year if p.period.end else None for p in projects]
            ran = sum(
                p.period.start.year <= year <= (end or max(p.period.start.year, BUILD_DAY.year))
                for p, end in zip(projects, last, strict=True)
            )
            assert (name, row.ran) == (str(year), ran)
            assert words == f"{ran} projekt"
            assert parts.get("part", 0) == pytest.approx(100 * ran / longest, abs=0.01)
            assert row.began == sum(p.period.start.year == year for p in projects)
            assert row.ended == last.count(year)
        assert len(list(table.one("tbody").all("tr"))) == len(view.years)
        return
    names = [
        plain(str(mark.children[0]))
        for mark in chart.all("text")
        if {"bar-name", "short-name"} & set(mark.attributes["class"].split()) == {"bar-name"}
    ]
    told = [next(row.all("th")).words for row in table.one("tbody").all("tr")]
    assert len(names) == len(told) == len(projects)
    assert all(full.startswith(name.rstrip("…")) for name, full in zip(names, told, strict=True))
    days = [
        [time.attributes["datetime"] for time in row.all("time")]
        for row in table.one("tbody").all("tr")
    ]
    assert sorted(found[0] for found in days) == sorted(
        project.period.start.isoformat() for project in projects
    )
    for rect in chart.all("rect"):
        left, width = (float(rect.attributes[name].strip("%")) for name in ("x", "width"))
        assert left >= 0
        assert width > 0
        assert left + width <= 100.001


# --- results ---------------------------------------------------------------------------------


def test_every_project_is_on_the_pages_of_results_once(
    planned: Mapping[str, views.Page], portfolio: Portfolio
) -> None:
    found: list[tuple[str, str]] = []
    for page in planned.values():
        if isinstance(page.view, views.ResultsView):
            on_page = [
                (group.id, project.project.url)
                for group in page.view.groups
                for project in group.projects
            ]
            assert len(on_page) <= 10
            found += on_page
    assert len({url for _, url in found}) == len(found) == len(portfolio.projects)
    order = ["results_reported", "results_ended", "results_going"]
    places = [order.index(group) for group, _ in found]
    assert places == sorted(places)
    by_url = {f"/projekt/{slug}/": project for slug, project in portfolio.projects.items()}
    for group, url in found:
        project = by_url[url]
        reported = any(target.result is not None for target in project.targets) or any(
            document.kind in ("evaluation", "final_report") for document in project.documents
        )
        wanted = "reported" if reported else "ended" if status(project) == "ended" else "going"
        assert group == f"results_{wanted}"


def test_ended_projects_without_results_are_counted(
    read: Mapping[str, Document], planned: Mapping[str, views.Page], portfolio: Portfolio
) -> None:
    (lead,) = read["/resultat/"].main.of_class("lead")
    view = planned["/resultat/"].view
    assert isinstance(view, views.ResultsView)
    ended = sum(
        status(project) == "ended"
        and all(target.result is None for target in project.targets)
        and not any(d.kind in ("evaluation", "final_report") for d in project.documents)
        for project in portfolio.projects.values()
    )
    assert (f"{ended} är avslut" in lead.text) == bool(ended)


# --- documents -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (
            "/projekt/allt-kant/",
            ["Utvärdering: Rapport på annan plats (PDF, på engelska)", "Slutrapport (PDF, 1 kB)"],
        ),
        (
            "/en/projects/allt-kant/",
            ["Evaluation: A report in another place (PDF)", "Final report (PDF, 1 kB, in Swedish)"],
        ),
    ],
)
def test_the_link_to_a_document_says_what_one_gets(
    corner_site: BuiltSite, path: str, wanted: list[str]
) -> None:
    (found,) = corner_site.page(path).main.of_class("documents")
    links = list(found.all("a"))
    assert [link.words for link in links] == wanted
    languages = [link.attributes.get("hreflang") for link in links]
    assert languages == (["en", None] if path.startswith("/projekt") else [None, "sv"])


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/projekt/allt-kant/", "1 200 planerade deltagarna"),
        ("/en/projects/allt-kant/", "1,200 planned participants"),
    ],
)
def test_the_budget_for_each_participant_is_on_the_page(
    corner_site: BuiltSite, path: str, told: str
) -> None:
    """The project is running, and nobody has taken part yet: the plan counts."""
    assert told in plain(corner_site.page(path).main.text)
