"""Markdown → safe HTML, headings, links and images, each with its place in the file.

Hides two things.  Editors preview on git hosts, so the blocks are read as git hosts read them
(CommonMark and its tables) and handed to Python-Markdown in the dialect that it wants.  And since
Python-Markdown tells no places, each heading and link carries its own through the conversion: one
character of Unicode's private use area in its text, which is taken out again at the end.

Raw HTML never gets through: it is dropped here and told, and the result is sanitised by an allow
list besides.

In the order of the imports, and of the way that a text goes:

- `lines`: what begins on a line, and where it ends; `slips`: what was meant as something else.
- `marks` and `languages`: what is carried through Python-Markdown.
- `inline`, then `blocks`: the text for Python-Markdown; `converter`: its tree of elements.
- `elements` and `safety`, then `body`: the tree set right, and safe HTML with all that is in it.
"""

from __future__ import annotations

from insyn.markup.blocks import Blocks
from insyn.markup.body import Body, Setting
from insyn.markup.converter import tree
from insyn.markup.languages import is_language
from insyn.markup.lines import Line, text_lines
from insyn.markup.marks import Marks, unforged
from insyn.markup.rendered import Heading, LinkMap, Passage, Reference, Rendered, Section
from insyn.markup.safety import SCHEMES
from insyn.markup.slips import MeantMark, meant_marks
from insyn.problem import Problem

__all__ = [
    "SCHEMES",
    "Heading",
    "LinkMap",
    "MeantMark",
    "Passage",
    "Reference",
    "Rendered",
    "Section",
    "is_language",
    "meant_marks",
    "render",
    "text_lines",
]


def render(  # noqa: PLR0913 - what it needs to know about the body, by name
    markdown: str,
    *,
    file: str,
    first_line: int,
    language: str,
    reserved_ids: frozenset[str] = frozenset(),
    link: LinkMap | None = None,
) -> tuple[Rendered, tuple[Problem, ...]]:
    """Render the body `markdown`, which begins on `first_line` of `file`.

    `language` is that of the words that are put in (a table's label).  No heading gets an id of
    `reserved_ids`.  Where `link` is None, targets stay as typed.
    """
    problems: list[Problem] = []
    blocks = Blocks(file, Marks(), problems)
    lines = [
        Line.typed(first_line + number, text)
        for number, text in enumerate(unforged(markdown).split("\n"))
    ]
    root = tree("\n".join(blocks.read(lines)))
    body = Body(root, blocks, Setting(file, first_line, language, reserved_ids, link))
    rendered = body.rendered()
    return rendered, tuple(sorted(problems))
