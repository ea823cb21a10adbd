"""Which projects belong together although no editor has said so, and the phases of an effort."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from insyn.model.portfolio import Project
from insyn.pages.kinship import AT_MOST, Kinship, phases
from typed_cards import loaded, project


def portfolio(**cards: Mapping[str, str]) -> Mapping[str, Project]:
    return loaded(
        {f"projects/{slug}.md": project(**facts) for slug, facts in cards.items()}
    ).projects


def begins(year: int, month: int = 1) -> str:
    return f"{{start: {year}-{month:02}-01}}"


def found(projects: Mapping[str, Project], slug: str, *without: str) -> list[tuple[str, str]]:
    return [
        (kin.slug, kin.reason)
        for kin in Kinship(projects.values()).kin(projects[slug], without=without)
    ]


def test_the_best_reason_comes_first_and_then_the_nearest_in_time() -> None:
    projects = portfolio(
        here={"owner": "A", "municipalities": "[Örebro]", "period": begins(2010)},
        ownernear={"owner": "A", "municipalities": "[Kumla]", "period": begins(2011)},
        ownerfar={"owner": "A", "municipalities": "[Kumla]", "period": begins(2001)},
        place={"owner": "B", "municipalities": "[Örebro, Kumla]", "period": begins(2010)},
        both={"owner": "A", "municipalities": "[Örebro]", "period": begins(1990)},
        neither={"owner": "B", "municipalities": "[Kumla]", "period": begins(2010)},
        area={
            "owner": "B",
            "municipalities": "[Örebro]",
            "programme_area": "Kompetens",
            "period": begins(2010),
        },
    )
    assert found(projects, "here") == [
        ("both", "owner-place-area"),
        ("ownernear", "owner"),
        ("ownerfar", "owner"),
        ("place", "place-area"),
    ]
    assert found(projects, "here", "both", "place") == [
        ("ownernear", "owner"),
        ("ownerfar", "owner"),
    ]


def test_projects_without_a_municipality_are_alike_by_their_region() -> None:
    projects = portfolio(
        here={"owner": "A"},
        same={"owner": "B"},
        other={"owner": "C", "region": "Västsverige"},
        placed={"owner": "D", "municipalities": "[Örebro]"},
    )
    assert found(projects, "here") == [("same", "place-area")]


def test_what_is_shared_is_named() -> None:
    projects = portfolio(
        here={"owner": "A", "municipalities": "[Örebro, Kumla, Hallsberg]"},
        other={"owner": "B", "municipalities": "[Kumla, Örebro, Lindesberg]"},
    )
    (kin,) = Kinship(projects.values()).kin(projects["here"])
    assert [place.name for place in kin.municipalities] == ["Örebro", "Kumla"]


MADE = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from(["[Örebro]", "[Kumla]", "[Örebro, Kumla]"]),
              st.integers(1990, 1995), st.integers(1, 12)),
    min_size=1, max_size=14,
)  # fmt: skip


@pytest.mark.slow
@given(MADE)
@example([("A", "[Örebro]", 1990, 1)] * 8)  # more on one day than are looked at
@example([*[("A", "[Örebro]", 1990, 1)] * 8, ("A", "[Örebro]", 1991, 1)])
def test_the_quick_way_finds_what_the_slow_way_finds(
    made: list[tuple[str, str, int, int]],
) -> None:
    projects = portfolio(
        **{
            f"p{number}": {"owner": owner, "municipalities": places, "period": begins(year, month)}
            for number, (owner, places, year, month) in enumerate(made)
        }
    )
    for slug, one in projects.items():
        ranked = []
        for other in projects.values():
            place = bool(set(one.municipalities) & set(other.municipalities))
            owner = one.owner == other.owner
            if other.slug != slug and (owner or place):
                rank = 0 if owner and place else 1 if owner else 2
                days = abs((one.period.start - other.period.start).days)
                ranked.append((rank, days, other.slug))
        wanted = [other for _, _, other in sorted(ranked)[:AT_MOST]]
        assert [other for other, _ in found(projects, slug)] == wanted


def test_phases_stand_in_order_on_each_of_them() -> None:
    projects = portfolio(
        study={"period": begins(2009)},
        second={"period": begins(2011), "continues": "study"},
        first={"period": begins(2010), "continues": "study"},
        spread={"period": begins(2013), "continues": "first"},
        alone={},
    )
    chain = phases(projects)
    assert [project.slug for project in chain["study"]] == ["study", "first", "second", "spread"]
    assert set(chain) == {"study", "first", "second", "spread"}
    assert len({tuple(p.slug for p in one) for one in chain.values()}) == 1


@pytest.mark.slow
def test_a_long_chain_is_no_danger() -> None:
    """Each leads to the one before; no part of the way may be walked by recursion."""
    cards = {"p0000": {"period": begins(1990)}}
    for number in range(1, 1200):
        cards[f"p{number:04}"] = {
            "period": begins(1990 + number // 24, number % 24 // 2 + 1),
            "continues": f"p{number - 1:04}",
        }
    chain = phases(portfolio(**cards))
    assert [project.slug for project in chain["p0700"]] == sorted(cards)
