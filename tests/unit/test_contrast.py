"""The colours: texts 7:1 against every ground, edges and marks 3:1, in every theme.

WCAG 2.2, 1.4.6 (enhanced contrast) and 1.4.11 (non-text contrast).
"""

from __future__ import annotations

import re

import pytest

from insyn.problem import Place
from insyn.render import find_theme
from insyn.render.colours import PAIRS, colour_problems, read_tokens
from insyn.render.colours import contrast as measured_contrast

TOKENS = (find_theme() / "assets" / "css" / "10-tokens.css").read_text(encoding="utf-8")

GROUNDS = ("paper", "surface")
PAIRS_7 = (
    *((text, ground) for text in ("ink", "soft", "accent", "accent-strong") for ground in GROUNDS),
    ("ink", "notice"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("focus-ink", "focus"),
)
PAIRS_3 = (
    *((edge, ground) for edge in ("edge", "part") for ground in GROUNDS),
    ("notice-edge", "notice"),
    ("notice-edge", "paper"),
    ("part", "rest"),
    *(("ink", shade) for shade in ("shade-1", "shade-2", "shade-3")),  # borders on maps
    ("part", "shade-1"),
)
NO_MEANING = {"line"}  # it only parts what space parts too


def colours(css: str, scheme: int) -> dict[str, str]:
    """The colours of a block; `scheme` is the place of the value in `light-dark(…, …)`."""
    typed = re.findall(r"--([\w-]+): (?:light-dark\()?(#\w{6})(?:, (#\w{6})\))?;", css)
    return {name: values[scheme] or values[0] for name, *values in typed}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


ROOT_CSS, _, CONTRAST_CSS = TOKENS.partition(':root[data-theme="contrast"]')
SCHEMES = {
    "light": colours(ROOT_CSS.partition("@supports")[0], 0),
    "dark": colours(ROOT_CSS.partition("@supports")[0], 1),
    "contrast": colours(CONTRAST_CSS.partition("}")[0], 0),
}


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.row(14, tool="own reading of the pages")
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS_7)
def test_text(scheme: str, text: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme][text], SCHEMES[scheme][ground]) >= 7


@pytest.mark.row(15, tool="own reading of the pages")
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("mark", "ground"), PAIRS_3)
def test_edges_and_marks(scheme: str, mark: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme][mark], SCHEMES[scheme][ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_is_measured(scheme: str) -> None:
    measured = {name for pair in (*PAIRS_7, *PAIRS_3) for name in pair} | NO_MEANING
    assert set(SCHEMES[scheme]) == measured


def test_older_browsers_have_a_colour_for_every_use() -> None:
    """Where `light-dark` is unknown, a token without another value would leave nothing at all."""
    two = set(re.findall(r"--([\w-]+): light-dark\(", TOKENS))
    older = TOKENS.partition("@supports not")[2].partition("\n}\n")[0]
    assert set(re.findall(r"--([\w-]+):", older)) == two


def test_a_sites_own_colours_are_held_to_the_same() -> None:
    """The build measures them itself: the same pairs, the same contrast, the same tokens."""
    pairs = {(*pair, 7.0) for pair in PAIRS_7} | {(*pair, 3.0) for pair in PAIRS_3}
    assert set(PAIRS) == pairs
    assert read_tokens(TOKENS) == {
        name: (colour, SCHEMES["dark"][name]) for name, colour in SCHEMES["light"].items()
    }
    for one, other, _ in PAIRS:
        colour, ground = SCHEMES["light"][one], SCHEMES["light"][other]
        assert measured_contrast(colour, ground) == pytest.approx(contrast(colour, ground))


def test_of_each_colour_the_worst_pair_is_told_and_no_pair_is_passed_over() -> None:
    names = sorted({name for pair in PAIRS for name in pair[:2]})
    css = ":root {" + "".join(f"--{name}: light-dark(#777777, #888888);" for name in names) + "}"
    light, dark = Place("site.yaml", 2), Place("site.yaml", 3)
    told = list(colour_problems(css, "a.css", {"accent": (light, dark)}))
    for place in (light, dark):
        [problem] = [problem for problem in told if problem.place == place]
        values = dict(problem.values)
        assert values["followed"]
        pairs = str(values["pairs"]).split(", ")
        assert {"accent/paper", "accent-strong/paper", "part/rest"} <= set(pairs)
        assert len(pairs) == int(values["count"])
    for scheme in ("light", "dark"):
        values_of = [dict(problem.values) for problem in told]
        shown = [values for values in values_of if values["scheme_en"] == scheme]
        pairs = [
            pair
            for values in shown
            for pair in (values["pairs"] or f"{values['token']}/{values['other']}").split(", ")
        ]
        assert sorted(pairs) == sorted(f"{one}/{other}" for one, other, _ in PAIRS)
