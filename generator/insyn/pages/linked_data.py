"""What a page says to machines: JSON-LD in the terms of schema.org."""

from __future__ import annotations

import json
from typing import Any

from insyn.model.portfolio import Contact, Project, Statement, Story
from insyn.pages.parts import Parts

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def _spelled(thing: dict[str, Any]) -> str:
    """JSON that is safe inside a `script` element: it holds no `<`, `>` or `&`."""
    text = json.dumps(
        {"@context": "https://schema.org", **thing}, ensure_ascii=False, sort_keys=False
    )
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text


def website_json(parts: Parts) -> str:
    """The site itself, and how it is searched."""
    site, addresses = parts.portfolio.site, parts.addresses
    return _spelled(
        {
            "@type": "WebSite",
            "name": site.name,
            "url": addresses.whole(addresses.start),
            "inLanguage": parts.language.code,
            "publisher": {"@type": "Organization", "name": site.publisher},
            "potentialAction": {
                "@type": "SearchAction",
                "target": f"{addresses.whole(addresses.area('search'))}?q={{search_term_string}}",
                "query-input": "required name=search_term_string",
            },
        }
    )


def glossary_json(parts: Parts) -> str:
    """The words that the site explains."""
    addresses = parts.addresses
    page = addresses.whole(addresses.area("glossary"))
    words = [
        (term.slug, *term.words.in_language(*parts.readable)) for term in parts.portfolio.glossary
    ]
    return _spelled(
        {
            "@type": "DefinedTermSet",
            "name": parts.say("Glossary"),
            "url": page,
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "name": word.term,
                    **({"alternateName": word.stands_for} if word.stands_for else {}),
                    "description": word.explanation,
                    "url": f"{page}#{slug}",
                    "inLanguage": language,
                }
                for slug, word, language in words
            ],
        }
    )


def statement_json(parts: Parts, statement: Statement, summary: str) -> str:
    """The accessibility statement: a page that says how accessible the site is, as `summary`.

    The vocabulary has no word for the degrees of the law: they are in the summary, and as data in
    `data/accessibility-statement.json`.
    """
    site, addresses = parts.portfolio.site, parts.addresses
    feedback = statement.feedback
    point = {
        "@type": "ContactPoint",
        "contactType": parts.say("Accessibility"),
        "email": feedback.email,
        **({"telephone": feedback.phone} if feedback.phone else {}),
    }
    return _spelled(
        {
            "@type": "WebPage",
            "name": parts.say("Accessibility statement"),
            "url": addresses.whole(addresses.area("accessibility-statement")),
            "inLanguage": parts.language.code,
            "dateCreated": statement.prepared.day.isoformat(),
            "dateModified": statement.reviewed.day.isoformat(),
            "publisher": {
                "@type": "Organization",
                "name": statement.responsible,
                "contactPoint": point,
            },
            "about": {
                "@type": "WebSite",
                "name": site.name,
                "url": statement.address,
                "accessibilitySummary": summary,
            },
        }
    )


def project_json(parts: Parts, project: Project) -> str:
    """A project with its owner, its grant, its partners and its places."""
    addresses = parts.addresses
    thing: dict[str, Any] = {
        "@type": "Project",
        "name": parts.words(project.title).value,
        "description": parts.words(project.summary).value,
        "url": addresses.whole(addresses.project(project.slug)),
        "foundingDate": project.period.start.isoformat(),
    }
    if project.period.end:
        thing["dissolutionDate"] = project.period.end.isoformat()
    thing["parentOrganization"] = _organisation(parts, project.owner)
    if project.funding.eu is not None:
        thing["funding"] = {
            "@type": "MonetaryGrant",
            "amount": {
                "@type": "MonetaryAmount",
                "value": project.funding.eu,
                "currency": parts.portfolio.site.currency,
            },
            "funder": {"@type": "Organization", "name": parts.say("European Social Fund")},
        }
    if project.partners:
        thing["member"] = [_organisation(parts, slug) for slug in project.partners]
    if project.co_funders:
        thing["sponsor"] = [_organisation(parts, slug) for slug in project.co_funders]
    thing["areaServed"] = [
        {"@type": "AdministrativeArea", "name": parts.whole_name(place)}
        for place in parts.in_order(project.municipalities)
    ] or [{"@type": "AdministrativeArea", "name": parts.region_name(project.region)}]
    points = [
        {"@type": "ContactPoint", **given}
        for contact in project.contacts
        if (given := _ways_to_reach(parts, contact))
    ]
    if points:
        thing["contactPoint"] = points if len(points) > 1 else points[0]
    return _spelled(thing)


def _ways_to_reach(parts: Parts, contact: Contact) -> dict[str, str]:
    given = {
        "name": contact.name,
        "contactType": parts.spelled(contact.role),
        "email": contact.email,
        "telephone": contact.phone,
    }
    return {key: value for key, value in given.items() if value}


def article_json(parts: Parts, story: Story) -> str:
    """A story."""
    addresses = parts.addresses
    title = parts.words(story.title)
    return _spelled(
        {
            "@type": "Article",
            "headline": title.value,
            "description": parts.words(story.summary).value,
            "inLanguage": title.language,
            "url": addresses.whole(addresses.story(story.slug)),
            "publisher": {"@type": "Organization", "name": parts.portfolio.site.publisher},
        }
    )


def _organisation(parts: Parts, slug: str) -> dict[str, str]:
    return {
        "@type": "Organization",
        "name": parts.organisation_name(slug),
        "url": parts.addresses.whole(parts.addresses.organisation(slug)),
    }
