"""A site's own colours, and whether they can be told apart.

The tokens of the stylesheet have a value for light and one for dark themes.  Every pair of tokens
that meets on a page is listed here with the contrast that it needs (WCAG 2.2, 1.4.6 and 1.4.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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


def colour_problems(css: str, file: str, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Each pair of tokens in `css` that cannot be told apart well enough.

    `places` are where a site gives its own colours, by token; others are placed at `file`.
    """
    places = {name: places["accent"] for name in FOLLOWERS if "accent" in places} | dict(places)
    tokens = read_tokens(css)
    for name in sorted({name for pair in PAIRS for name in pair[:2]} - tokens.keys()):
        yield Problem.at(Place(file), "colour-token-missing", token=name)
    for one, other, least in PAIRS:
        if one not in tokens or other not in tokens:
            continue
        place = next((places[name] for name in (one, other) if name in places), Place(file))
        for scheme, in_one, in_other in zip(SCHEMES, tokens[one], tokens[other], strict=True):
            ratio = contrast(in_one, in_other)
            if ratio < least:
                sv, en = _SCHEME_NAMES[scheme]
                yield Problem.at(
                    place,
                    "colour-contrast",
                    token=one,
                    colour=in_one,
                    other=other,
                    ground=in_other,
                    # Cut, not rounded: 6.99 is not 7.
                    ratio_sv=f"{int(ratio * 100) / 100:.2f}".replace(".", ","),
                    ratio_en=f"{int(ratio * 100) / 100:.2f}",
                    least=f"{least:.0f}",
                    scheme_sv=sv,
                    scheme_en=en,
                )


_SCHEME_NAMES = {"light": ("ljusa", "light"), "dark": ("mörka", "dark")}
