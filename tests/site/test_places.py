"""The pages of places: map and list are equal, and both say what the projects themselves say.

A property over made-up portfolios of 0, 1, 5 and 300 projects with missing values.  What must be
said is counted anew from the portfolio, without the code that makes the pages.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import pytest

from insyn.language import load_language
from insyn.model.portfolio import Portfolio
from insyn.model.register import load_register
from insyn.pages import Plan
from insyn.render import Theme, find_theme, render_pages
from reading import BuiltSite, Document, Element, plain

REGISTER = load_register()
LANGUAGES = ("sv", "en")
KINDS = ("places", "municipality-list", "region", "county", "municipality")
SIZES = [0, 1, 5, pytest.param(300, marks=pytest.mark.slow)]
MAP_AT_MOST = 40_000  # bytes

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_size = pytest.mark.parametrize("size", SIZES)


@dataclass(frozen=True)
class Made:
    """The pages of places of a made-up portfolio, by their path, and the portfolio."""

    portfolio: Portfolio
    pages: Mapping[str, Document]
    kinds: Mapping[str, str]

    def of(self, kind: str, language: str) -> Iterator[Document]:
        # By their addresses: an edition without a catalogue has pages in its neighbour's language.
        for path, page in self.pages.items():
            edition = next((code for code in ("en", "fi") if path.startswith(f"/{code}/")), "sv")
            if self.kinds[path] == kind and edition == language:
                yield page


@pytest.fixture(scope="module")
def made(
    demo_portfolio: Callable[[int], Portfolio], demo_plan: Callable[[int], Plan]
) -> Callable[[int], Made]:
    theme = Theme(find_theme())

    @cache
    def of_size(size: int) -> Made:
        portfolio, planned = demo_portfolio(size), demo_plan(size)
        wanted = tuple(page for page in planned.pages if page.layout.kind in KINDS)
        languages = {
            code: load_language(code, theme.folder / "locale") for code in portfolio.site.languages
        }
        files, problems = render_pages(wanted, theme, languages, portfolio.site.currency)
        assert problems == ()
        kinds = {page.layout.url: page.layout.kind for page in wanted}
        html = {file.path: file.content.decode() for file in files}
        pages = {
            page.layout.url: Document(page.file, page.layout.url, html[page.file])
            for page in wanted
        }
        return Made(portfolio, pages, kinds)

    return of_size


# --- what the pages say ---

Row = tuple[str, str, int]  # name, address, number of projects


def number(text: str) -> int:
    if text.startswith(("inget projekt", "no project")):
        return 0
    return int(re.sub(r"[^\d]", "", text))


def rows(listed: Element) -> list[Row]:
    """The places of a list."""
    return [
        (row.one("a").words, row.one("a").attributes["href"], number(row.one("small").words))
        for row in listed.all("li")
    ]


def map_of(page: Document) -> Element:
    (found,) = page.main.of_class("place-map")
    return found


def list_beside(page: Document) -> list[Row]:
    """The list that the page's map is equal to: the first of its section."""
    lists = [
        found
        for section in page.main.of_class("map-page")[0].of_class("section")[:1]
        for found in section.of_class("counted")
    ]
    return rows(lists[0]) if lists else []


def shown(element: Element) -> str:
    """The text that is drawn: an svg's own `<text>`."""
    return plain("".join(child for child in element.children if isinstance(child, str)))


def on_map(page: Document) -> list[Row]:
    """The links of the map, by the name that is read out; the number that is seen is the same."""
    found: list[Row] = []
    for link in map_of(page).all("a"):
        if "past-map" in link.attributes.get("class", ""):
            continue
        name, _, told = link.attributes["aria-label"].rpartition(": ")
        assert number(told) == number(shown(link.one("text")))
        assert shown(link.one("title")) == link.attributes["aria-label"].replace("\xa0", " ")
        found.append((name, link.attributes["href"], number(told)))
    return found


def project_count(page: Document) -> int:
    """How many projects the page itself says that it is about."""
    lead = plain(page.main.of_class("lead")[0].text)
    found = re.search(r"(?:Här finns|Here (?:is|are)) ([\d\s,]+) proje", lead)
    assert found, lead
    return number(found[1])


def with_maps(site: Made, language: str) -> Iterator[Document]:
    for kind in ("places", "region", "county"):
        yield from site.of(kind, language)


# --- what must hold ---


@pytest.mark.row(40, tool="own reading of the pages")
@each_language
@each_size
def test_the_map_and_the_list_beside_it_are_equal(
    made: Callable[[int], Made], size: int, language: str
) -> None:
    pages = list(with_maps(made(size), language))
    assert pages
    for page in pages:
        assert on_map(page) == list_beside(page), page.path


@pytest.mark.seeded(40, tool="own reading of the pages")
def test_a_map_that_is_not_its_list_is_noticed(made: Callable[[int], Made]) -> None:
    page = next(page for page in with_maps(made(5), "sv") if on_map(page))
    name, address, _ = on_map(page)[0]
    at = page.html.index("<svg", page.html.index("map-page"))
    turned = page.html[at:].replace(f'href="{address}"', 'href="/platser/"', 1)
    assert on_map(replace(page, html=page.html[:at] + turned)) != list_beside(page), name


@each_language
@each_size
def test_a_number_is_that_of_the_page_it_leads_to(
    made: Callable[[int], Made], size: int, language: str
) -> None:
    site = made(size)
    for page in with_maps(site, language):
        for listed in page.main.of_class("counted"):
            for name, address, count in rows(listed):
                target = site.pages[address]
                assert project_count(target) == count, (page.path, name)
                assert target.main.one("h1").words.startswith(name[:4])  # "Falun" is "Falu kommun"


@each_language
@each_size
def test_the_numbers_are_those_of_the_projects(
    made: Callable[[int], Made], size: int, language: str
) -> None:
    site = made(size)
    projects = site.portfolio.projects.values()
    counties = Counter(
        county.name(language)
        for project in projects
        for county in {place.county for place in project.municipalities}
    )
    regions = Counter(project.region.name(language) for project in projects)
    taken = {region.name(language) for region in REGISTER.regions.values()}
    municipalities = Counter(
        place.whole_name(language) if place.name in taken else place.name
        for project in projects
        for place in project.municipalities
    )
    (page,) = site.of("places", language)
    lists = [rows(found) for found in page.main.of_class("counted")]
    told: Counter[str] = Counter()
    for listed in lists:
        names = [name for name, _, _ in listed]
        assert len(set(names)) == len(names)
        told.update({name: count for name, _, count in listed})
    assert +told == counties + regions + municipalities


@each_language
@each_size
def test_places_with_one_name_are_told_apart(
    made: Callable[[int], Made], size: int, language: str
) -> None:
    """Stockholm is a region and a municipality: the same words lead to the same place."""
    site = made(size)
    for kind in KINDS:
        for page in site.of(kind, language):
            leads: dict[str, str] = {}
            for link in page.tree.all("a"):
                address = link.attributes["href"]
                if site.kinds.get(address) in KINDS:
                    name = link.attributes.get("aria-label", link.words)
                    assert leads.setdefault(name, address) == address, (page.path, name)


@each_language
@each_size
def test_a_project_without_municipalities_is_told_of_in_its_region(
    made: Callable[[int], Made], size: int, language: str
) -> None:
    site = made(size)
    whole = Counter(
        project.region.name(language)
        for project in site.portfolio.projects.values()
        if not project.municipalities
    )
    (page,) = site.of("places", language)
    about = [
        p.text for p in page.main.all("p") if re.search(r"ingen kommun|no municipality", p.text)
    ]
    assert [number(text.split("projekt")[0].split("project")[0]) for text in about] == (
        [whole.total()] if whole else []
    )
    for county in site.of("county", language):
        (region,) = {
            c.region
            for c in REGISTER.counties.values()
            if c.name(language) == county.main.one("h1").words
        }
        name = region.name(language)
        said = [p for p in county.main.all("p") if p.words.endswith(f": {name}.")]
        assert [number(p.words.removesuffix(f"{name}.")) for p in said] == (
            [whole[name]] if whole[name] else []
        )


@each_language
@each_size
def test_who_looks_for_any_municipality_finds_it(
    made: Callable[[int], Made], size: int, language: str
) -> None:
    site = made(size)
    (page,) = site.of("municipality-list", language)
    counted = Counter(
        place.name
        for project in site.portfolio.projects.values()
        for place in project.municipalities
    )
    listed = [row for letter in page.main.of_class("letter") for row in letter.all("li")]
    names: list[str] = []
    for row in listed:
        name = next(row.all("a", "strong"))
        names.append(name.words)
        told = row.one("span").words
        assert (number(told.split(",")[0]) if re.match(r"\d", told) else 0) == counted[name.words]
        if counted[name.words]:
            assert name.name == "a"
        for link in row.all("a"):
            assert link.attributes["href"] in site.pages
        place = REGISTER.find_municipality(name.words)
        assert place is not None
        assert told.endswith(place.county.name(language))
    assert sorted(names) == sorted(place.name for place in REGISTER.municipalities.values())
    order = load_language(language, find_theme() / "locale")
    assert tuple(names) == order.sorted(names)


@each_language
@each_size
def test_the_places_without_projects_are_named(
    made: Callable[[int], Made], size: int, language: str
) -> None:
    site = made(size)
    (page,) = site.of("places", language)
    for things in (REGISTER.counties, REGISTER.regions):
        for thing in things.values():
            assert thing.name(language) in page.main.text
    linked = {name for name, _, _ in list_beside(page)}
    drawn = {
        shown(title).rpartition(": ")[0] for title in map_of(page).of_class("land")[0].all("title")
    }
    assert linked | drawn == {county.name(language) for county in REGISTER.counties.values()}
    assert not linked & drawn


@each_size
def test_a_map_is_light_and_needs_neither_style_nor_script(
    made: Callable[[int], Made], size: int
) -> None:
    for language in LANGUAGES:
        for page in with_maps(made(size), language):
            start = page.html.index('<div class="place-map')
            drawn = page.html[page.html.index("<svg", start) : page.html.index("</svg>", start) + 6]
            assert len(drawn.encode()) < MAP_AT_MOST, page.path
            assert "style=" not in drawn
            assert "http" not in drawn
            assert "<script" not in drawn


# --- the real site ---


def test_the_way_to_a_municipality_leads_through_its_region_and_county(
    built_site: BuiltSite,
) -> None:
    page = built_site.page("/platser/kommun/orebro/")
    (trail,) = page.tree.of_class("breadcrumbs")
    assert [link.words for link in trail.all("a")] == [
        "Start",
        "Platser",
        "Östra Mellansverige",
        "Örebro län",
    ]


def test_a_municipality_names_its_neighbours_that_have_projects(built_site: BuiltSite) -> None:
    page = built_site.page("/platser/kommun/mariestad/")
    (listed,) = page.main.of_class("counted")
    assert [name for name, _, _ in rows(listed)] == ["Gullspång", "Götene", "Skövde", "Töreboda"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/projekt/jobbpunkt-vast-orebro/", "Karta över Sverige som visar Örebro"),
        (
            "/projekt/pilotutbildning-handledare-sociala-arbetskooperativ/",
            "Karta över Sverige som visar 43 kommuner i Västsverige",
        ),
        ("/en/projects/egenmakt-trelleborg/", "Map of Sweden that shows Trelleborg"),
        ("/platser/region/sydsverige/", "Karta över Sverige som visar Sydsverige"),
        ("/platser/lan/skane-lan/", "Karta över Sverige som visar Skåne län"),
        ("/platser/kommun/trelleborg/", "Karta över Sverige som visar Trelleborg"),
    ],
)
def test_a_small_map_says_what_it_shows(built_site: BuiltSite, path: str, name: str) -> None:
    (drawn,) = built_site.page(path).main.of_class("locator")
    assert drawn.attributes["role"] == "img"
    assert plain(drawn.attributes["aria-label"]) == name


def test_a_small_map_is_light(built_site: BuiltSite) -> None:
    for path, page in built_site.pages.items():
        for drawn in re.findall(r'<svg class="locator".*?</svg>', page.html):
            assert len(gzip.compress(drawn.encode(), 9)) < 4096, path
