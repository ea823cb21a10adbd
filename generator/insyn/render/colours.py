"""A site's own colours, and whether they can be told apart.

The tokens of the stylesheet have a value for light and one for dark themes.  Every pair of tokens
that meets on a page is listed here with the contrast that it needs (WCAG 2.2, 1.4.6 and 1.4.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from insyn.problem import Place, Problem

TOKENS = "assets/css/10-tokens.css"
SCHEMES = ("light", "dark")

TEXT, MARK = 7.0, 3.0
"""The least contrast of a text with its ground, and of an edge or a mark in a drawing."""

_GROUNDS = ("paper", "surface")
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(
        (text, ground, TEXT)
        for text in ("ink", "soft", "accent", "accent-strong")
        for ground in _GROUNDS
    ),
    ("ink", "notice", TEXT),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-strong", TEXT),
    ("focus-ink", "focus", TEXT),
    *((edge, ground, MARK) for edge in ("edge", "part") for ground in _GROUNDS),
    ("notice-edge", "notice", MARK),
    ("notice-edge", "paper", MARK),
    ("part", "rest", MARK),
    *(("ink", shade, MARK) for shade in ("shade-1", "shade-2", "shade-3")),  # borders on maps
    ("part", "shade-1", MARK),
)

FOLLOWERS = ("accent-strong", "part")
"""Tokens that take the colour of a site's own accent, unless they are given themselves."""

Colours = Mapping[str, tuple[str, str]]
"""Tokens with their colours in light and dark themes, as `#rrggbb`."""

_TOKEN = re.compile(
    r"--(?P<name>[a-z0-9-]+):\s*(?:light-dark\(\s*)?(?P<light>#[0-9a-fA-F]{6})"
    r"(?:\s*,\s*(?P<dark>#[0-9a-fA-F]{6})\s*\))?\s*;"
)
_ROOT = re.compile(r"(?m)^:root\s*\{[^}]*\}")


def with_colours(css: str, colours: Colours) -> str:
    """The tokens `css` with a site's own `colours`.

    What follows from the accent, and is not given itself, gets its colour too: what it turns into
    under the pointer, and the marks in drawings.
    """
    given = dict(colours)
    for follower in FOLLOWERS:
        if "accent" in given:
            given.setdefault(follower, given["accent"])

    def changed(found: re.Match[str]) -> str:
        pair = given.get(found["name"])
        return f"--{found['name']}: light-dark({', '.join(pair)});" if pair else found.group()

    return _ROOT.sub(lambda root: _TOKEN.sub(changed, root.group()), css, count=1)


def read_tokens(css: str) -> dict[str, tuple[str, str]]:
    """The colours of the tokens in the first `:root` of `css`."""
    root = _ROOT.search(css)
    return {
        found["name"]: (found["light"].lower(), (found["dark"] or found["light"]).lower())
        for found in (_TOKEN.finditer(root.group()) if root else ())
    }


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 (black) to 1 (white)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class _Unclear(NamedTuple):
    """A pair of tokens that cannot be told apart well enough, and the token that is to blame."""

    blamed: str
    scheme: int
    one: str
    other: str
    ratio: float
    least: float


def unclear_pairs(css: str, given: Iterable[str] = ()) -> Iterator[_Unclear]:
    """Every such pair in `css`; to blame are first the tokens that a site has `given` itself."""
    tokens = read_tokens(css)
    blamed = {name: name for name in given}
    if "accent" in blamed:
        blamed = dict.fromkeys(FOLLOWERS, "accent") | blamed
    for one, other, least in PAIRS:
        if one not in tokens or other not in tokens:
            continue
        guilty = next((blamed[name] for name in (one, other) if name in blamed), one)
        for scheme, colours in enumerate(zip(tokens[one], tokens[other], strict=True)):
            ratio = contrast(*colours)
            if ratio < least:
                yield _Unclear(guilty, scheme, one, other, ratio, least)


def colour_problems(
    css: str, file: str, places: Mapping[str, tuple[Place, Place]]
) -> Iterator[Problem]:
    """For each token in `css`, and each theme, the pair that is the hardest to tell apart.

    `places` are where a site gives its own colours, light and dark, by token; others are placed
    at `file`.  One colour meets many, so the other pairs are told with the worst one.
    """
    tokens = read_tokens(css)
    for name in sorted({name for pair in PAIRS for name in pair[:2]} - tokens.keys()):
        yield Problem.at(Place(file), "colour-token-missing", token=name)

    def owner(pair: _Unclear) -> tuple[str, int]:
        return pair.blamed, pair.scheme

    for (blamed, scheme), found in groupby(sorted(unclear_pairs(css, places), key=owner), owner):
        pairs = tuple(found)
        worst = min(pairs, key=lambda pair: pair.ratio / pair.least)
        sv, en = _SCHEME_NAMES[SCHEMES[scheme]]
        followers = sorted({name for pair in pairs for name in pair[2:4]} & set(FOLLOWERS))
        yield Problem.at(
            places[blamed][scheme] if blamed in places else Place(file),
            "colour-contrast",
            token=worst.one,
            colour=tokens[worst.one][scheme],
            other=worst.other,
            ground=tokens[worst.other][scheme],
            # Cut, not rounded: 6.99 is not 7.
            ratio_sv=f"{int(worst.ratio * 100) / 100:.2f}".replace(".", ","),
            ratio_en=f"{int(worst.ratio * 100) / 100:.2f}",
            least=f"{worst.least:.0f}",
            scheme_sv=sv,
            scheme_en=en,
            count=len(pairs),
            pairs=", ".join(f"{pair.one}/{pair.other}" for pair in pairs) if pairs[1:] else "",
            followed="yes" if blamed == "accent" and set(followers) - places.keys() else "",
        )


_SCHEME_NAMES = {"light": ("ljusa", "light"), "dark": ("mörka", "dark")}
