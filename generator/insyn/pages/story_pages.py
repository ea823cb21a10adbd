"""The pages of stories: the list, and one page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from insyn.model.fields import StoryFields
from insyn.model.portfolio import CardReference, Story
from insyn.pages import views
from insyn.pages.drafting import Draft
from insyn.pages.explained import PageWords
from insyn.pages.linked_data import article_json
from insyn.pages.listing import PAGE, ListDrafting, cut, paging
from insyn.pages.search_entries import SearchEntries


@dataclass(frozen=True)
class StoryPages(ListDrafting):
    """The pages of stories in one language."""

    @cached_property
    def _entries(self) -> SearchEntries:
        return SearchEntries(self.parts)

    def drafts(self) -> Iterator[Draft]:
        """All stories as a list, if there are any, and each story."""
        if self.parts.stories:
            yield from self._story_lists()
        for story in self.portfolio.stories.values():
            yield self._story(story)

    def _story_lists(self) -> Iterator[Draft]:
        """All stories, on as many pages as they need."""
        stories, first = self.parts.stories, self.addresses.area("stories")
        pages = cut(stories, PAGE)
        for page, shown in enumerate(pages, start=1):
            draft = self.area(
                "stories",
                "story-list",
                self.say("Stories from projects and places."),
                views.StoryListView(
                    self.parts.story_summaries(shown),
                    paging(
                        page,
                        len(pages),
                        PAGE,
                        len(stories),
                        lambda number: self.addresses.list_page(first, "", number),
                    ),
                ),
            )
            yield replace(
                draft,
                key=(*draft.key, *([f"page {page}"] if page > 1 else [])),
                url=self.addresses.list_page(first, "", page),
                title=self.numbered(draft.title, page, len(pages)),
            )

    def _facts(self, story: Story, marks: PageWords) -> tuple[views.Fact, ...]:
        """Who and what the story is about, and where."""
        parts = self.parts
        people = [
            ", ".join(part for part in (person.name, parts.spelled(person.role)) if part)
            for person in story.people
        ]
        values: dict[str, tuple[views.Link, ...]] = {
            "people": tuple(views.Link(marks.said(person)) for person in people),
            "place": (views.Link(story.place),) if story.place else (),
            "municipalities": tuple(
                views.Link(parts.municipality_name(place), self.addresses.municipality(place))
                for place in parts.in_order(story.municipalities)
            ),
            "projects": tuple(
                parts.project_link(self.portfolio.projects[slug])
                for slug in story.projects
                if slug in self.portfolio.projects
            ),
            "organisations": parts.organisation_links(story.organisations),
        }
        return tuple(
            views.Fact(parts.label(StoryFields, name), links)
            for name, links in values.items()
            if links
        )

    @cached_property
    def _choosing(self) -> Mapping[str, tuple[str, ...]]:
        """For each story: the projects whose editors name it, newest first."""
        found: dict[str, tuple[str, ...]] = {}
        for project in self.parts.projects:
            for card in project.related:
                if card.kind == "stories":
                    found[card.slug] = (*found.get(card.slug, ()), project.slug)
        return found

    def _story(self, story: Story) -> Draft:
        parts = self.parts
        title, summary = parts.words(story.title), parts.words(story.summary)
        marks = PageWords(parts)  # from here on in the order of the page
        lead, picture = marks.text(summary), marks.picture(parts.lead_picture(story.picture))
        figures = tuple(
            views.Figure(
                parts.measure(figure.number, parts.spelled(figure.unit)),
                marks.text(parts.words(figure.what)).value,
            )
            for figure in story.figures
        )
        text, text_language = marks.sections(story.text)
        facts = self._facts(story, marks)
        source = story.source
        named = {card.slug for card in story.related}
        naming = [
            CardReference("projects", slug)
            for slug in self._choosing.get(story.slug, ())
            if slug not in named and slug not in story.projects
        ]
        view = views.StoryView(
            title=title,
            summary=lead,
            figures=figures,
            text=text,
            text_language=text_language,
            words=marks.listed(),
            other_forms=parts.other_forms(story.other_forms, "stories", story.slug),
            facts=facts,
            picture=picture,
            related=parts.related(
                card
                for card in (*story.related, *naming)
                if card.kind == "stories" or card.slug not in story.projects
            ),
            source_address=source.address if source else "",
            source_reference=parts.spelled(source.reference) if source else "",
        )
        return Draft(
            key=("stories", story.slug),
            url=self.addresses.story(story.slug),
            kind="story",
            title=title.value,
            language=title.language,
            description=summary.value,
            view=view,
            trail=self.trail("stories"),
            area="stories",
            json_ld=article_json(parts, story),
            index=self._entries.story(story),
            searchable=True,
            sharing_image=parts.sharing_image(story.picture),
            file=story.file,
            origins=parts.origins(story.text),
        )
