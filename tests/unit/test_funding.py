"""What is said of a budget is true at its edges too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insyn.language import load_language
from insyn.pages.views import Funding
from insyn.render import find_theme
from insyn.render.funding import say_funding

SV, EN = (load_language(code, find_theme() / "locale") for code in ("sv", "en"))


def said(eu: int, total: int, unsplit: int = 0) -> str:
    funding = Funding(eu, total, total - eu - unsplit, eu / total if total else None, unsplit)
    return " ".join(say_funding(EN, funding, "SEK")).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("eu", "sentence"),
    [
        (996, "That is more than 99 per cent."),
        (994, "That is 99 per cent."),
        (4, "That is less than one per cent."),
        (6, "That is 1 per cent."),
    ],
)
def test_only_all_is_a_hundred_per_cent_and_only_nothing_is_0(eu: int, sentence: str) -> None:
    assert said(eu, 1000).endswith(sentence)


def test_at_least_0_is_not_said() -> None:
    assert said(0, 1000, unsplit=400) == (
        "The whole budget is SEK 1,000. "
        "Of SEK 400 it is not known who pays. The EU pays none of the rest."
    )


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0%"),
        (0.004, "less than 1%"),
        (0.005, "less than 1%"),
        (0.006, "1%"),
        (0.994, "99%"),
        (0.996, "more than 99%"),
        (1.0, "100%"),
        (1.5, "150%"),
    ],
)
def test_shares_as_figures(share: float, text: str) -> None:
    assert EN.percent(share) == text


@given(st.floats(0.000001, 0.999999))
def test_a_part_is_never_said_to_be_nothing_or_all(share: float) -> None:
    for language in (SV, EN):
        figure = language.percent(share).replace("\xa0", " ").rpartition(" than ")[2]
        assert figure.replace(" ", "").replace("mindreän", "").replace("merän", "") not in (
            "0%",
            "100%",
        )
