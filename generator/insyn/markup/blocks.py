"""Blocks as git hosts read them → as Python-Markdown wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from insyn.markup.inline import Inline
from insyn.markup.languages import LANGUAGE, LANGUAGE_AT_END, is_language
from insyn.markup.lines import (
    ATX,
    FENCE,
    ITEM,
    MAX_NESTING,
    QUOTE,
    RULE,
    TABLE_RULE,
    UNDERLINE,
    Line,
    code_end,
    content_offset,
    html_end,
    item_end,
    item_start,
    quote_end,
    shortened,
    unquoted,
)
from insyn.markup.marks import BETWEEN, Marks
from insyn.markup.rendered import Passage
from insyn.markup.slips import meant_marks, meant_speaker
from insyn.problem import Problem

_ATTRIBUTION = re.compile(r"[—–] *\S")


class _Block(NamedTuple):
    """A block for Python-Markdown, and the index of the line after it."""

    lines: list[str]
    end: int


@dataclass(slots=True)
class Blocks:
    """Reads blocks; code and places go into `marks`, what words there are into `passages`."""

    file: str
    marks: Marks
    problems: list[Problem]
    passages: list[Passage] = field(default_factory=list)
    inline: Inline = field(init=False)

    def __post_init__(self) -> None:
        self.inline = Inline(self.file, self.marks, self.problems)

    def read(
        self,
        lines: list[Line],
        nesting: int = 0,
        *,
        within: Literal["", "item", "quote"] = "",
    ) -> list[str]:
        """The lines of one container, for Python-Markdown."""
        out: list[str] = []
        text: list[Line] = []
        in_item = within == "item"
        starts = [lines[0].number] if lines else []
        """The lines on which blocks begin; of a quote the first is where all of it begins."""
        list_above = ""
        at = 0
        while at < len(lines):
            line = lines[at]
            if text and UNDERLINE.fullmatch(line.text):
                out += self._heading(1 if "=" in line.text else 2, text, text[0].indent)
                text, list_above, at = [], "", at + 1
            elif item := item_start(line, nesting, in_text=bool(text)):
                # Python-Markdown ends a text only at an empty line; in an item that would make
                # the list a loose one, and it is not needed right after the item's first words.
                first_words = in_item and not out
                out += self._text(text, starts, within)
                kind = "ul" if item["bullet"] else "ol"
                if kind != list_above:
                    starts.append(line.number)
                if out and out[-1] and not first_words and kind != list_above:
                    out.append("")
                end = item_end(lines, at, item)
                out += self._item(lines[at:end], item, nesting)
                text, list_above, at = [], kind, end
            elif (block := self._block(lines, at, nesting, in_text=bool(text))) is not None:
                out += self._text(text, starts, within)
                out += block.lines
                if line.text.strip():
                    starts.append(line.number)
                text, list_above, at = [], "", block.end
            else:
                if not text:
                    starts.append(line.number)
                if list_above:  # what goes on with an item was taken with it
                    out.append("")
                    list_above = ""
                text.append(line)
                at += 1
        return out + self._text(text, starts, within)

    def _text(self, lines: list[Line], starts: list[int], within: str) -> list[str]:
        """A paragraph; or, where it is nothing but a language, that of the block above it."""
        if not lines:
            return []
        if len(lines) > 1 or not (language := LANGUAGE.fullmatch(lines[0].text.strip())):
            return self._paragraph(lines, within)
        start = starts[0] if within == "quote" else starts[-2]
        self._told_language(language["code"], lines[0], lines[0].indent)
        self.passages = [
            replace(passage, language=passage.language or language["code"])
            if start <= passage.lines[0].line
            else passage
            for passage in self.passages
        ]
        return [language.group()]

    def _told_language(self, code: str, line: Line, offset: int) -> None:
        if not is_language(code):
            place = line.place(self.file, offset)
            self.problems.append(Problem.at(place, "language-mark-unknown", value=code))

    def _block(  # noqa: PLR0911 - one for each kind of block
        self, lines: list[Line], at: int, nesting: int, *, in_text: bool
    ) -> _Block | None:
        """The block that begins at `at`, if it is no list and no text."""
        line = lines[at]
        if not line.text.strip():
            return _Block([""], at + 1)
        if RULE.fullmatch(line.text):
            return _Block(["", "---", ""], at + 1)
        if (atx := ATX.fullmatch(line.text)) is not None:
            start = atx.start("text") if atx["text"] else 0
            words = line.after(start)._replace(text=atx["text"] or "")
            level = len(atx["signs"])
            return _Block(self._heading(level, [words], line.indent - start), at + 1)
        if (end := code_end(lines, at, in_text=in_text)) > at:
            return _Block(self._code(lines[at:end]), end)
        if (end := html_end(lines, at)) > at:
            self.inline.tell_of_html(line.place(self.file, line.indent), line.text)
            return _Block([], end)
        if nesting < MAX_NESTING and QUOTE.match(line.text):
            end = quote_end(lines, at)
            self._tell_of_speaker_below(lines[at:end], lines[end:])
            return _Block(self._quote(lines[at:end], nesting), end)
        return None

    def _heading(self, level: int, lines: list[Line], indent: int) -> list[str]:
        """A heading that begins `indent` characters after its text's first line does."""
        mark = self.marks.mark(lines[0].place(self.file, indent))
        self._keep("heading", lines)
        words = [line.strip() for line in self.inline.read(lines)]
        # A "#" at the end belongs to the text: git hosts have taken away those that close it.
        text = re.sub(r"#+$", lambda end: "\\#" * len(end.group()), " ".join(words))
        if (len(text) - len(text.rstrip("\\"))) % 2:
            text += "\\"
        return ["", f"{'#' * level} {mark}{text}", ""]

    def _code(self, lines: list[Line]) -> list[str]:
        if fence := FENCE.match(lines[0].text):
            indent = lines[0].indent
            inner = lines[1:]
            if inner and inner[-1].text.strip().startswith(fence["fence"]):
                inner = inner[:-1]
        else:
            indent, inner = 4, lines
        texts = [line.text[min(indent, line.indent) :] for line in inner]
        return ["", self.marks.keep("\n".join(texts) + "\n"), ""]

    def _quote(self, lines: list[Line], nesting: int) -> list[str]:
        inner = [unquoted(line) for line in lines]
        while inner and not inner[-1].text.strip():
            inner.pop()
        if len(inner) > 1 and _ATTRIBUTION.match(inner[-1].text.lstrip(" ")):
            # The name gets a paragraph of its own, which `Body` turns into a caption.
            above = inner[-2]._replace(text=inner[-2].text.rstrip(" \\"))
            inner[-2:] = [above, Line(above.number, 1, ""), inner[-1]]
        elif len(inner) > 1 and not ITEM.match(inner[-2].text):
            words = next((line.text for line in reversed(inner[:-1]) if line.text.strip()), "")
            self._tell_of_speaker(inner[-1], above=words)
        quoted = [
            f"> {line}" if line else ">" for line in self.read(inner, nesting + 1, within="quote")
        ]
        if set(quoted) <= {">"}:
            return [""]
        # Python-Markdown makes one quote of two that follow each other.
        return ["", *quoted, "", BETWEEN, ""]

    def _tell_of_speaker(self, line: Line, above: str = "") -> None:
        """Advise where a line within a quote is meant as the name of who speaks."""
        typed = line.text.strip()
        if name := meant_speaker(typed, above):
            place = line.place(self.file, line.indent)
            self.problems.append(Problem.at(place, "quote-speaker", typed=typed, name=name))

    def _tell_of_speaker_below(self, quote: list[Line], below: list[Line]) -> None:
        """The same for a paragraph of one line below a quote that has no name yet."""
        named = _ATTRIBUTION.match(unquoted(quote[-1]).text.lstrip())
        after = next((n for n, line in enumerate(below) if line.text.strip()), None)
        if named or after is None:
            return
        if after + 1 == len(below) or not below[after + 1].text.strip():
            self._tell_of_speaker(below[after])

    def _item(self, lines: list[Line], item: re.Match[str], nesting: int) -> list[str]:
        offset = content_offset(item, lines[0].text)
        inner = [lines[0].after(min(offset, len(lines[0].text)))]
        inner += [line.after(min(offset, line.indent)) for line in lines[1:]]
        content = self.read(inner, nesting + 1, within="item")
        while content and not content[0]:
            content.pop(0)
        if not content:
            return []
        out = [f"- {content[0]}" if item["bullet"] else f"{int(item['number'])}. {content[0]}"]
        in_first_words = True
        for line in content[1:]:
            in_first_words = in_first_words and bool(line) and not ITEM.match(line)
            out.append(line if in_first_words or not line else f"    {line}")
        while not out[-1]:
            out.pop()
        return [*out, ""] if "" in out else out

    def _paragraph(self, lines: list[Line], within: str) -> list[str]:
        for number in range(2, len(lines)):
            # A table may follow a text without an empty line.
            if (
                "|" in lines[number].text
                and TABLE_RULE.fullmatch(lines[number].text)
                and "|" in lines[number - 1].text
            ):
                return [
                    *self._paragraph(lines[: number - 1], within),
                    "",
                    *self._paragraph(lines[number - 1 :], within),
                ]
        is_table = len(lines) > 1 and "|" in lines[0].text and TABLE_RULE.fullmatch(lines[1].text)
        if not is_table:
            self._tell_of_marks(lines)
        self._keep("table" if is_table else "item" if within == "item" else "text", lines)
        return self.inline.read(lines)

    def _tell_of_marks(self, lines: list[Line]) -> None:
        """Tell of what was meant as a heading or a list, and will be read as one long text."""
        listed = False
        for line, mark in meant_marks(line.text for line in lines):
            if listed and mark.code == "list-mark-in-text":
                continue  # of a list the first line is told
            listed = mark.code == "list-mark-in-text"
            at = lines[line]
            place = at.place(self.file, at.indent)
            rest = at.text.lstrip()[len(mark.typed) :]
            values = {"typed": shortened(at.text), "mended": shortened(mark.proper + rest)}
            self.problems.append(Problem.at(place, mark.code, **values))

    def _keep(self, kind: Literal["heading", "text", "item", "table"], lines: list[Line]) -> None:
        """Remember a passage as it is typed, with the language at its end."""
        stripped = [line.after(line.indent) for line in lines]
        typed = "\n".join(line.text for line in stripped)
        places = tuple(line.place(self.file) for line in stripped)
        found = LANGUAGE_AT_END.search(typed)
        if kind == "table" or (found and typed[: found.start()].endswith("]")):
            found = None
        self.passages.append(Passage(kind, typed, places, found["code"] if found else ""))
        for mark in LANGUAGE.finditer(typed):
            number = typed.count("\n", 0, mark.start())
            offset = mark.start() - typed.rfind("\n", 0, mark.start()) - 1
            self._told_language(mark["code"], stripped[number], offset)
