"""Python-Markdown's tree → what the site needs, and what is wrong with it."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from insyn.markup.blocks import Blocks
from insyn.markup.elements import (
    HEADINGS,
    arrange,
    name_rows,
    plain,
    plain_blocks,
    plain_text,
    set_language,
    take_language_at_end,
    take_language_behind,
)
from insyn.markup.rendered import Heading, LinkMap, Reference, Rendered, Section
from insyn.markup.safety import DROPPED, refusal, safe
from insyn.problem import Place, Problem
from insyn.slugs import slugify

_WIDE_TABLE = 3
"""A table with so many columns may have to be scrolled sideways on a phone."""

_TABLE_LABEL = {"sv": "Tabell", "en": "Table"}
_SECTION_ID = {"sv": "avsnitt", "en": "section"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What there is to know about a body; see `render`."""

    file: str
    first_line: int
    language: str
    reserved_ids: frozenset[str]
    link: LinkMap | None


class Body:
    """Turns Python-Markdown's tree into what the site needs, and tells what is wrong with it."""

    def __init__(self, root: Element, blocks: Blocks, setting: Setting) -> None:
        self.root = root
        self.blocks = blocks
        self.setting = setting
        self.headings: list[Heading] = []
        self.references: list[Reference] = []
        self.ids = set(setting.reserved_ids)
        self.labels: set[str] = set()
        self.captions: dict[Element, str] = {}

    def rendered(self) -> Rendered:
        """All of it, finished and safe."""
        self._visit(self.root)
        sections: list[tuple[Heading | None, list[Element]]] = [(None, [])]
        by_id = {heading.id: heading for heading in self.headings}
        for element in self.root:
            if element.tag == "h2":
                sections.append((by_id[element.get("id", "")], []))
            else:
                sections[-1][1].append(element)
        if not sections[0][1]:
            del sections[0]
        return Rendered(
            tuple(
                Section(heading, "".join(safe(element) for element in elements).strip())
                for heading, elements in sections
            ),
            tuple(self.headings),
            tuple(self.references),
            plain_blocks(self.root),
            tuple(sorted(self.blocks.passages, key=lambda passage: passage.lines[0])),
        )

    def _visit(self, parent: Element) -> None:
        """Finish all below `parent`, in the order of the text."""
        self._put_code_back(parent)
        arrange(parent)
        for element in list(parent):
            if element.tag in HEADINGS:
                if take_language_at_end(element):
                    self._tell(self._place(element.text), "language-mark-heading")
                if not self._heading(element):
                    parent.remove(element)
                    continue
            elif element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._image(element)
            elif element.tag == "span":
                set_language(element, element.get("lang", ""))
            take_language_behind(element)
            self._visit(element)
            self._finish(element, parent)
        take_language_at_end(parent)

    def _finish(self, element: Element, parent: Element) -> None:
        """What can be done only when all in the element is finished."""
        if element.tag == "table":
            parent[list(parent).index(element)] = self._table(element)
        elif element.tag == "p":
            self._picture(element)

    def _put_code_back(self, element: Element) -> None:
        kept = self.blocks.marks.kept(element.text)
        if kept is None:
            return
        pre = element if element.tag == "p" else Element("pre")
        element.text = None
        pre.tag = "pre"
        code = SubElement(pre, "code")
        # The tree keeps entities as typed, so what is no entity must be made one.
        code.text = AtomicString(html.escape(kept, quote=False))
        if pre is not element:
            element.insert(0, pre)

    def _heading(self, element: Element) -> bool:
        """Give a heading its id; False where it says nothing."""
        place = self._place(element.text)
        text = plain(element)
        level = int(element.tag[1])
        if not text:
            self._tell(place, "heading-empty")
            return False
        above = self.headings[-1].level if self.headings else 1
        if level == 1:
            self._tell(place, "heading-level-1", text=text)
            level = 2
        elif level > above + 1:
            self._tell(
                place,
                "heading-skipped",
                text=text,
                typed="#" * level,
                wanted="#" * (above + 1),
            )
            level = above + 1
        element.tag = f"h{level}"
        element.attrib.clear()
        heading = Heading(level, text, self._id(text), place)
        element.set("id", heading.id)
        self.headings.append(heading)
        return True

    def _id(self, text: str) -> str:
        base = slugify(text) or _SECTION_ID.get(self.setting.language, "section")
        found, number = base, 2
        while found in self.ids:
            found, number = f"{base}-{number}", number + 1
        self.ids.add(found)
        return found

    def _link(self, element: Element) -> None:
        place = self._place(element.text)
        target = html.unescape(element.attrib.pop("href", ""))
        text = plain(element)
        element.attrib.clear()
        if not text and element.find(".//img") is None:
            self._tell(place, "link-text-missing", target=target)
        href = self._target(Reference(target, place, "link", text))
        if href is None:
            element.tag = DROPPED
        else:
            element.set("href", html.escape(href, quote=False))

    def _image(self, element: Element) -> None:
        alt = element.get("alt", "")
        bracket = self._place(alt)
        place = Place(bracket.file, bracket.line, max(bracket.column - 1, 1))
        text = plain_text(alt)
        target = html.unescape(element.get("src", ""))
        if not text:
            self._tell(place, "image-alt-missing", target=target)
        caption = plain_text(element.get("title", ""))
        src = self._target(Reference(target, place, "image", text, caption=caption))
        tail = element.tail
        element.attrib.clear()
        if src is None:
            element.tag = DROPPED
            element.text = html.escape(text, quote=False)
        else:
            self.captions[element] = caption
            element.set("src", html.escape(src, quote=False))
            element.set("alt", html.escape(text, quote=False))
        element.tail = tail

    def _picture(self, paragraph: Element) -> None:
        """A paragraph of nothing but a picture with a caption becomes a figure."""
        if len(paragraph) != 1 or not self.captions.get(paragraph[0]):
            return
        picture = paragraph[0]
        if plain_text((paragraph.text or "") + (picture.tail or "")):
            return
        paragraph.tag = "figure"
        paragraph.set("class", "picture")
        picture.tail = None
        caption = SubElement(paragraph, "figcaption")
        caption.text = html.escape(self.captions[picture], quote=False)

    def _target(self, reference: Reference) -> str | None:
        """What goes into the attribute; None where the link is to be dropped."""
        if refused := refusal(reference):
            self.blocks.problems.append(refused)
            return None
        address = self.setting.link(reference) if self.setting.link else reference.target
        self.references.append(replace(reference, address=address or ""))
        return address

    def _table(self, table: Element) -> Element:
        for cell in table.iter():
            if cell.tag not in {"th", "td"}:
                continue
            style = cell.attrib.pop("style", "")
            for side in ("right", "center"):
                if side in style:
                    cell.set("class", f"align-{side}")
            if cell.tag == "th" and not plain(cell):
                cell.tag = "td"
            elif cell.tag == "th":
                cell.set("scope", "col")
        columns = len(table.findall("./thead/tr/*"))
        if columns > 1:
            name_rows(table)
        label = html.escape(self._table_label(), quote=False)
        caption = Element("caption")
        caption.text = label
        table.insert(0, caption)
        if columns < _WIDE_TABLE:
            return table
        # A keyboard can only scroll what has focus, and what has focus needs a name.
        wrap = Element("div")
        wrap.set("class", "table-wrap")
        wrap.set("role", "region")
        wrap.set("tabindex", "0")
        wrap.set("aria-label", label)
        wrap.append(table)
        wrap.tail, table.tail = table.tail, None
        return wrap

    def _table_label(self) -> str:
        """What a table is called: after the heading above it, and no other has the same."""
        # In another language the heading alone: a word of ours would be in the wrong one.
        name = _TABLE_LABEL.get(self.setting.language, "")
        heading = self.headings[-1].text if self.headings else ""
        label = base = ": ".join(filter(None, (name, heading))) or "Table"
        number = 2
        while label in self.labels:
            label, number = f"{base} ({number})", number + 1
        self.labels.add(label)
        return label

    def _place(self, text: str | None) -> Place:
        marked = self.blocks.marks.place(text)
        return marked or Place(self.setting.file, self.setting.first_line)

    def _tell(self, place: Place, code: str, **values: str) -> None:
        self.blocks.problems.append(Problem.at(place, code, **values))
