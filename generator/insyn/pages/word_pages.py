"""The pages about words: the glossary, and the easy-to-read texts with their list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from insyn.model.portfolio import EasyText, Project, Story, Term, Translated
from insyn.pages import views
from insyn.pages.drafting import Draft, letter_id
from insyn.pages.explained import PageWords
from insyn.pages.linked_data import glossary_json
from insyn.pages.listing import ListDrafting, cut, paging

# More pages than this that use a word are counted, not named.
_NAMED_AT_MOST = 5
_ON_ONE_PAGE = 100

# A paragraph or item without others in it.
_LINES = re.compile(r"<(p|li)>(?:(?!</?(?:p|li|ul|ol)\b).)*</\1>", re.DOTALL)


def line_by_line(html: str) -> str:
    """Text in which each line of the card is a line of its own."""
    return _LINES.sub(lambda found: found.group().replace("\n", "<br>\n"), html)


@dataclass(frozen=True)
class WordPages(ListDrafting):
    """The pages about words in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The glossary, if there is one, and the easy-to-read texts, if there are any."""
        if self.portfolio.glossary:
            yield self._glossary()
        easy = tuple(self._easy_pages())
        if easy:
            yield from self._easy_lists(easy)
        yield from easy

    # --- the glossary ---

    @cached_property
    def _uses(self) -> Mapping[str, tuple[views.Link, ...]]:
        """The projects and stories that use a term, by the term's slug."""
        parts = self.parts
        found: dict[str, list[views.Link]] = {}
        cards = (
            *((project.text, parts.project_link(project)) for project in parts.projects),
            *(
                (story.text, parts.link(story.title, self.addresses.story(story.slug)))
                for story in parts.stories
            ),
        )
        for text, link in cards:
            rendered, language = text.in_language(*parts.readable)
            vocabulary = parts.vocabularies.get(language)
            for key in sorted(vocabulary.keys_in(rendered.text)) if vocabulary else ():
                found.setdefault(key, []).append(link)
        return {key: tuple(links) for key, links in found.items()}

    def _entry(self, term: Term) -> views.GlossaryEntry:
        word, language = term.words.in_language(*self.parts.readable)
        uses = self._uses.get(term.slug, ())
        query = urlencode({"q": word.term})
        return views.GlossaryEntry(
            id=term.slug,
            term=views.Text(word.term, language),
            stands_for=word.stands_for,
            text=word.explanation,
            synonyms=self.language.join(word.synonyms),
            uses=uses[:_NAMED_AT_MOST],
            use_count=len(uses),
            search=f"{self.addresses.area('search')}?{query}",
        )

    def _glossary(self) -> Draft:
        language = self.language
        letters: dict[str, list[views.GlossaryEntry]] = {}
        entries = sorted(
            map(self._entry, self.portfolio.glossary),
            key=lambda entry: (language.sort_key(entry.term.value), entry.id),
        )
        for entry in entries:
            letters.setdefault(language.initial(entry.term.value), []).append(entry)
        draft = self.area(
            "glossary",
            "glossary",
            self.say("What words and abbreviations on this site mean."),
            views.GlossaryView(
                letters=tuple(
                    views.GlossaryLetter(
                        # the words' own ids have no underscore
                        letter,
                        f"letter_{letter_id(letter)}",
                        tuple(letters[letter]),
                    )
                    for letter in sorted(letters, key=language.sort_key)
                ),
                count=len(entries),
            ),
        )
        return replace(draft, json_ld=glossary_json(self.parts))

    # --- easy-to-read texts ---

    def _easy_pages(self) -> Iterator[Draft]:
        for project in self.parts.projects:
            if easy := self.parts.easy(project.other_forms):
                yield self._easy("projects", project, easy)
        for story in self.parts.stories:
            if easy := self.parts.easy(story.other_forms):
                yield self._easy("stories", story, easy)

    def _easy(self, kind: str, card: Project | Story, easy: EasyText) -> Draft:
        parts, say = self.parts, self.say
        text = Translated(((self.language.code, easy.text),))
        marks = PageWords(parts, short_lines=True)  # from here on in the order of the page
        lead, (sections, _) = marks.said(easy.summary), marks.sections(text)
        is_project = isinstance(card, Project)
        full = parts.link(card.title, self.addresses.card(kind, card.slug, {}))
        title = easy.title
        if title in {"", full.text}:
            title = say("%(title)s – easy to read", title=full.text)
        return Draft(
            key=("easy", kind, card.slug),
            url=self.addresses.easy(kind, card.slug),
            kind="easy",
            title=title,
            language=self.language.code,
            description=easy.summary or parts.words(card.summary).value,
            view=views.EasyView(
                title=title,
                lead=lead,
                text=tuple(
                    views.TextSection(part.heading, part.id, line_by_line(part.html))
                    for part in sections
                ),
                words=marks.listed(),
                contacts=parts.contacts(card) if isinstance(card, Project) else (),
                ended=isinstance(card, Project) and parts.period(card).status == "ended",
                full=full,
                all=views.Link(
                    say("All texts that are easy to read"), self.addresses.area("easy-to-read")
                ),
            ),
            trail=(*self.trail("projects" if is_project else "stories"), full),
            area="projects" if is_project else "stories",
            file=easy.file,
            origins=parts.origins(text),
        )

    def _easy_lists(self, easy: tuple[Draft, ...]) -> Iterator[Draft]:
        """All easy-to-read texts, on as many pages as they need."""
        headings = {"projects": self.say("Projects"), "stories": self.say("Stories")}
        pages = cut(easy, _ON_ONE_PAGE)
        first = self.addresses.area("easy-to-read")
        for page, shown in enumerate(pages, start=1):
            links = {
                kind: tuple(
                    views.Link(draft.title, draft.url) for draft in shown if draft.key[1] == kind
                )
                for kind in headings
            }
            draft = self.area(
                "easy-to-read",
                "easy-list",
                self.say("Short texts with short sentences and common words."),
                views.EasyListView(
                    groups=tuple(
                        views.EasyGroup(heading, links[kind])
                        for kind, heading in headings.items()
                        if links[kind]
                    ),
                    paging=paging(
                        page,
                        len(pages),
                        _ON_ONE_PAGE,
                        len(easy),
                        lambda number: self.addresses.list_page(first, "", number),
                    ),
                ),
            )
            yield replace(
                draft,
                key=(*draft.key, str(page)),
                url=self.addresses.list_page(first, "", page),
                title=self.numbered(draft.title, page, len(pages)),
            )
