"""Pages of a long list, and the bounds of what narrows one down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.language import load_language
from insyn.pages.addresses import Addresses
from insyn.pages.facets import BANDS, band
from insyn.pages.listing import cut, paging
from insyn.pages.parts import distinct_slugs
from insyn.pages.views import Paging
from insyn.render import find_theme


def at(number: int) -> str:
    return f"/{number}/"


def test_no_two_tables_of_lists_have_one_name() -> None:
    addresses = Addresses("https://x.se", load_language("sv", find_theme() / "locale"), first=True)
    keys = [("organisation", "a", "partner"), ("organisation", "a-partner")]
    assert len(set(map(addresses.list_csv, keys))) == len(keys)


@pytest.mark.parametrize(
    ("path", "reserved"),
    [
        *((f"/projekt/{name}/", True) for name in ("alla", "sida-2", "sida-117", "efter-titel")),
        *((f"/projekt/{name}/", True) for name in ("fas", "malgrupp", "uppgift-saknas", "tabell")),
        ("/berattelser/sida-2/", True),
        ("/partner/sida-3/", True),
        ("/partner/bokstav/", True),
        ("/ordlista/", True),
        ("/projekt/sida/", False),
        ("/projekt/sida-tva/", False),
        ("/projekt/all/", False),  # an English word, in the Swedish edition
        ("/berattelser/alla/", False),
        ("/om/", False),
        ("/", False),
    ],
)
def test_addresses_that_a_longer_list_will_need_are_kept_for_it(
    path: str,
    reserved: bool,  # noqa: FBT001
) -> None:
    for base in ("https://x.se", "https://x.se/under"):
        addresses = Addresses(base, load_language("sv", find_theme() / "locale"), first=True)
        assert addresses.is_reserved(addresses.root + path.removeprefix("/")) == reserved


def pages_of(page: int, count: int, size: int = 25) -> Paging | None:
    return paging(page, len(cut(range(count), size)), size, count, at)


@pytest.mark.parametrize(
    ("count", "pages"), [(0, 1), (1, 1), (24, 1), (25, 1), (26, 2), (50, 2), (51, 3), (3000, 120)]
)
def test_so_many_pages(count: int, pages: int) -> None:
    found = cut(range(count), 25)
    assert len(found) == pages
    assert [thing for page in found for thing in page] == list(range(count))
    assert (pages_of(1, count) is None) == (pages == 1)


@pytest.mark.parametrize(
    ("page", "pages", "numbers"),
    [
        (1, 2, "[1] 2"),
        (1, 4, "[1] 2 3 4"),
        (1, 12, "[1] 2 3 … 12"),
        (4, 12, "1 2 3 [4] 5 6 … 12"),
        (5, 12, "1 2 3 4 [5] 6 7 … 12"),
        (6, 12, "1 … 4 5 [6] 7 8 … 12"),
        (8, 12, "1 … 6 7 [8] 9 10 11 12"),
        (12, 12, "1 … 10 11 [12]"),
    ],
)
def test_the_pages_to_choose_from(page: int, pages: int, numbers: str) -> None:
    found = pages_of(page, pages * 25)
    assert found is not None
    shown = [f"[{link.text}]" if link.current else link.text for link in found.numbers]
    assert " ".join(shown) == numbers


@given(st.integers(26, 5000), st.data())
def test_one_can_go_from_any_page_to_the_ends_and_the_next(count: int, data: st.DataObject) -> None:
    pages = len(cut(range(count), 25))
    page = data.draw(st.integers(1, pages))
    found = pages_of(page, count)
    assert found is not None
    assert found.previous == (at(page - 1) if page > 1 else "")
    assert found.next == (at(page + 1) if page < pages else "")
    assert (found.first, found.last) == (25 * page - 24, min(25 * page, count))
    urls = [link.url for link in found.numbers]
    assert urls[0] == at(1)
    assert urls[-1] == at(pages)
    assert [link.url for link in found.numbers if link.current] == [at(page)]
    assert len(urls) <= 9
    told = [link for link in found.numbers if link.url]
    assert all(link.url == at(int(link.text)) for link in told)
    assert len({link.url for link in told}) == len(told)
    for before, gap, after in zip(
        found.numbers, found.numbers[1:], found.numbers[2:], strict=False
    ):
        if not gap.url:
            assert int(after.text) - int(before.text) > 2, "a gap of one is the page itself"


@pytest.mark.parametrize(
    ("total", "number"),
    [
        (0, 0),
        (1, 1),
        (500_000, 1),
        (500_001, 2),
        (2_000_000, 2),
        (2_000_001, 3),
        (10_000_000, 3),
        (10_000_001, 4),
        (50_000_000, 4),
        (50_000_001, 5),
        (10**12, 5),
    ],
)
def test_the_bands_of_budgets(total: int, number: int) -> None:
    assert band(total) == number


@given(st.integers(0, 10**10))
def test_a_budget_is_in_one_band(total: int) -> None:
    number = band(total)
    assert number == len(BANDS) or total <= BANDS[number]
    assert number == 0 or total > BANDS[number - 1]


def test_amounts_in_names_of_bands_have_no_decimals() -> None:
    sv, en = (load_language(code, find_theme() / "locale") for code in ("sv", "en"))
    assert sv.money_short(2_000_000, "SEK", even=True).replace("\xa0", " ") == "2 miljoner kr"
    assert en.money_short(50_000_000, "SEK", even=True).replace("\xa0", " ") == "SEK 50 million"
    assert sv.money_short(500_000, "SEK", even=True).replace("\xa0", " ") == "500 000 kr"


def test_choices_that_look_alike_have_addresses_of_their_own() -> None:
    assert distinct_slugs(["Fas 1", "Fas-1", "fas 1", "Fas 1-2", "…"]) == (
        "fas-1",
        "fas-1-2",
        "fas-1-3",
        "fas-1-2-2",
        "x",
    )
