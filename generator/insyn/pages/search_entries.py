"""What the search index takes from a page: filters, what a result shows, and orders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from insyn.model.portfolio import Contact, Project, Story
from insyn.model.values import phone_url
from insyn.pages import views
from insyn.pages.parts import Parts


def project_entry(parts: Parts, project: Project) -> tuple[views.Meta, ...]:
    """What the index takes from a project's page."""
    language = parts.language
    names = {slug: parts.organisation_name(slug) for slug in _organisations_of(project)}
    funding, period = project.funding, project.period
    latest = period.end or date.max
    found = [
        views.Meta("filter", "type", parts.say("Project")),
        views.Meta("filter", "region", parts.region_name(project.region)),
        *(
            views.Meta("filter", "municipality", place.name)
            for place in parts.in_order(project.municipalities)
        ),
        views.Meta("filter", "programme_area", parts.choice(project.programme_area)),
        views.Meta("filter", "phase", parts.choice(project.phase)),
        *(views.Meta("filter", "organisation", name) for name in language.sorted(names.values())),
        views.Meta("filter", "year", str(period.start.year)),
        views.Meta("meta", "title", parts.words(project.title).value),
        views.Meta("meta", "summary", parts.words(project.summary).value),
        views.Meta("meta", "place", parts.place(project)),
        views.Meta("meta", "period", language.years(period.start, period.end)),
        _names(
            (parts.region_name(project.region),),
            (place.name for place in parts.in_order(project.municipalities)),
            _ways_to_reach(project.contact),
            # The page says that support from the EU, be it 0, is from this fund.
            () if funding.eu is None else ("ESF", parts.say("European Social Fund")),
            *((name, *parts.organisation(slug).aliases) for slug, name in names.items()),
        ),
        *_language(language.code, parts.words(project.title)),
        views.Meta("sort", "start", period.start.isoformat()),
        views.Meta("sort", "end", latest.isoformat()),
        views.Meta("sort", "title", parts.title_places[parts.words(project.title).value]),
    ]
    if funding.total is not None:
        currency = parts.portfolio.site.currency
        found.append(views.Meta("meta", "budget", language.money(funding.total, currency)))
    found.append(views.Meta("sort", "total", str(funding.total or 0)))
    return tuple(found)


def story_entry(parts: Parts, story: Story) -> tuple[views.Meta, ...]:
    """What the index takes from a story's page."""
    language = parts.language
    title, summary = parts.words(story.title), parts.words(story.summary)
    regions = dict.fromkeys(place.region for place in story.municipalities)
    names = [parts.organisation_name(slug) for slug in story.organisations]
    return (
        views.Meta("filter", "type", parts.say("Story")),
        *(views.Meta("filter", "region", parts.region_name(region)) for region in regions),
        *(
            views.Meta("filter", "municipality", place.name)
            for place in parts.in_order(story.municipalities)
        ),
        *(views.Meta("filter", "organisation", name) for name in language.sorted(names)),
        views.Meta("meta", "title", title.value),
        views.Meta("meta", "summary", summary.value),
        views.Meta("meta", "place", parts.story_place(story)),
        _names(
            (parts.region_name(region) for region in regions),
            (place.name for place in parts.in_order(story.municipalities)),
            (person.name for person in story.people),
            *(
                (parts.organisation_name(slug), *parts.organisation(slug).aliases)
                for slug in story.organisations
            ),
        ),
        *_language(language.code, title),
        views.Meta("sort", "title", parts.title_places[title.value]),
    )


def _ways_to_reach(contact: Contact | None) -> Iterator[str]:
    """A contact's name, e-mail and phone: the number as a search asks for it, in digits only."""
    if contact is None:
        return
    yield from filter(None, (contact.name, contact.email))
    if contact.phone:
        for number in (contact.phone, phone_url(contact.phone)):
            yield "".join(filter(str.isdecimal, number))


def _names(*names: Iterable[str]) -> views.Meta:
    """The names by which a page must be found although they are not in its running text."""
    return views.Meta("meta", "names", ", ".join(dict.fromkeys(chain.from_iterable(names))))


def _language(code: str, title: views.Text) -> tuple[views.Meta, ...]:
    """The language of a title that is not in the page's."""
    if title.language == code:
        return ()
    return (views.Meta("meta", "language", title.language),)


def _organisations_of(project: Project) -> tuple[str, ...]:
    return tuple(dict.fromkeys((project.owner, *project.co_funders, *project.partners)))
