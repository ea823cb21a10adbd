"""The words of a page that the glossary explains: marked where it first uses them, told below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from insyn.markup import Rendered
from insyn.model.portfolio import Translated
from insyn.pages import views
from insyn.pages.parts import Parts
from insyn.pages.term_marks import SECTION_ID, Marks, use_id, word_id


@dataclass(frozen=True)
class PageWords:
    """One page's words.  Give it what cards say on the page, in the order in which that is read.

    Headings, links, table headers, names and teasers of other pages are not given: a mark is a
    link, and would stand in their way.
    """

    parts: Parts
    short_lines: bool = False

    @cached_property
    def _marks(self) -> Marks:
        say = self.parts.say
        return Marks(
            self.parts.vocabularies,
            lambda word: say("%(word)s: explanation", word=word),
            brackets=not self.short_lines,
        )

    def text(self, text: views.Text) -> views.Text:
        """The next words of the page, marked."""
        known = len(self._marks.terms)
        html = self._marks.mark_plain(text.value, text.language)
        return replace(text, value=views.Html(html)) if len(self._marks.terms) > known else text

    def said(self, text: str) -> str:
        """As `text`, of words in the page's own language."""
        return self.text(views.Text(text, self.parts.language.code)).value

    def picture(self, picture: views.LeadPicture | None) -> views.LeadPicture | None:
        """The picture at the top of the page, with its caption marked."""
        return replace(picture, caption=self.text(picture.caption)) if picture else None

    def sections(self, text: Translated[Rendered]) -> tuple[tuple[views.TextSection, ...], str]:
        """A card's own text by sections, marked, and the language it is in."""
        sections, language = self.parts.text(text)
        return tuple(
            replace(section, html=self._marks.mark(section.html, language)) for section in sections
        ), language

    def listed(self) -> views.WordList | None:
        """The explanations of all that is marked by now; `None` where nothing is."""
        parts, marked = self.parts, self._marks.terms
        explanations = [
            views.Explanation(
                id=word_id(term.slug),
                term=word.term,
                stands_for=word.stands_for,
                text=word.explanation,
                use=f"#{use_id(term.slug)}",
                language=language,
            )
            for term in parts.portfolio.glossary
            if term.slug in marked
            for word, language in [term.words.in_language(marked[term.slug])]
        ]
        if not explanations:
            return None
        return views.WordList(
            id=SECTION_ID,
            heading=parts.say("Words on this page"),
            words=tuple(sorted(explanations, key=lambda one: parts.language.sort_key(one.term))),
            glossary=parts.addresses.area("glossary"),
        )
