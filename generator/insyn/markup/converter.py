"""Python-Markdown, made to read as CommonMark does: its tree of elements."""

from __future__ import annotations

import html
import re
import string
import threading
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    BacktickInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.util import AtomicString

from insyn.markup.languages import LANGUAGE
from insyn.markup.marks import MARK, unmarked

_AUTO_LINK = (
    f"({MARK}?)"
    r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[^\s<>@/]+@[^\s<>@]+)>"
)

# As Python-Markdown's own, but a run of backticks is never cut in two.
_CODE_SPAN = r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<![\\`])(`+)(?!`)(.+?)(?<!`)\2(?!`))"
_local = threading.local()


def tree(source: str) -> Element:
    """Python-Markdown's tree for `source`. A converter keeps state, so each thread has its own."""
    converter: Markdown | None = getattr(_local, "converter", None)
    if converter is None:
        converter = _local.converter = _converter()
    converter.reset()
    lines = source.split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    converter.parser.parseChunk(root, "\n".join(lines))
    for processor in converter.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    return root


def _converter() -> Markdown:
    made = Markdown(extensions=["tables", "sane_lists"])
    made.preprocessors.deregister("html_block")
    for name in ("code", "setextheader"):
        made.parser.blockprocessors.deregister(name)
    for name in ("html", "entity", "automail"):
        made.inlinePatterns.deregister(name)
    # As in CommonMark, but for &: the tree keeps entities as they are typed.
    made.ESCAPED_CHARS = [sign for sign in string.punctuation if sign != "&"]
    patterns = made.inlinePatterns
    patterns.register(BacktickInlineProcessor(_CODE_SPAN), "backtick", 190)
    for name, kind, priority in (
        ("reference", _ReferenceLink, 170),
        ("image_reference", _ReferenceImage, 140),
        ("short_reference", _ShortReferenceLink, 130),
        ("short_image_ref", _ShortReferenceImage, 125),
    ):
        patterns.register(kind(patterns[name].pattern, made), name, priority)
    patterns.register(_AutoLink(_AUTO_LINK, made), "autolink", 120)
    patterns.register(_Spoken(r"\[", made), "spoken", 165)
    return made


class _Unmarked:
    """Looks up a reference by its name without the mark."""

    def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:  # noqa: N802
        found: tuple[str | None, int, bool] = super().evalId(data, index, text)  # type: ignore[misc]
        name, end, handled = found
        return (None if name is None else unmarked(name)), end, handled


class _ReferenceLink(_Unmarked, ReferenceInlineProcessor): ...


class _ShortReferenceLink(_Unmarked, ShortReferenceInlineProcessor): ...


class _ReferenceImage(_Unmarked, ImageReferenceInlineProcessor): ...


class _ShortReferenceImage(_Unmarked, ShortImageReferenceInlineProcessor): ...


class _Spoken(LinkInlineProcessor):
    """`[words in another language]{lang=en}`."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        text, index, closed = self.getText(data, m.end(0))
        language = LANGUAGE.match(data, index) if closed else None
        if language is None:
            return None, None, None
        spoken = Element("span")
        spoken.set("lang", language["code"])
        spoken.text = text
        return spoken, m.start(0), language.end()


class _AutoLink(InlineProcessor):
    """`<https://example.org>` and `<name@example.org>`, with the mark in front taken along."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        del data
        link = Element("a")
        target = self.unescape(m[2])
        link.set("href", target if ":" in target else f"mailto:{target}")
        link.text = AtomicString(m[1] + html.escape(target, quote=False))
        return link, m.start(0), m.end(0)
