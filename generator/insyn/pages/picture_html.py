"""How a picture stands in a page: the lightest file that the browser knows, as wide as it needs."""

from __future__ import annotations

from html import escape

from insyn.model.portfolio import Picture

# How wide a picture is shown, for the browser to choose a file by (`.prose img`, `.lead-picture`).
IN_TEXT = "(min-width: 36rem) 34rem, calc(100vw - 2rem)"
AT_THE_TOP = "(min-width: 76rem) 70rem, calc(100vw - 2rem)"


def picture_html(  # noqa: PLR0913 - what is to be known of a picture, by name
    picture: Picture,
    *,
    root: str,
    alternative: str,
    sizes: str,
    language: str = "",
    eager: bool = False,
) -> str:
    """`<picture>` for `picture`; `language` is the alternative text's if not the page's.

    Its size is said, so that nothing moves when it arrives.  Only what is seen at once is `eager`.
    """
    spoken = f' lang="{escape(language)}"' if language else ""
    when = ' fetchpriority="high"' if eager else ' loading="lazy" decoding="async"'
    image = (
        f'<img src="{root}{picture.fallback.path}" alt="{escape(alternative)}"{spoken} '
        f'width="{picture.fallback.width}" height="{picture.fallback.height}"{when}>'
    )
    if not picture.modern:
        return image
    files = ", ".join(f"{root}{version.path} {version.width}w" for version in picture.modern)
    source = f'<source type="{picture.modern_type}" srcset="{files}" sizes="{sizes}">'
    return f"<picture>{source}{image}</picture>"
