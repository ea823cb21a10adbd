"""Feeds, the site map, robots.txt, and the rules for old addresses."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from insyn.files import File
from insyn.model.portfolio import Portfolio, Project
from insyn.pages.parts import Parts
from insyn.pages.selection import Selection
from insyn.pages.views import Page

_NEWEST = 50  # projects in a feed


def feed(parts: Parts, title: str) -> File:
    """The Atom feed (RFC 4287) of all projects in one language, those that begin latest first."""
    addresses = parts.addresses
    return _feed(parts, title, parts.projects, addresses.start, addresses.feed)


def list_feed(parts: Parts, selection: Selection) -> File:
    """The Atom feed of a list of projects."""
    title = f"{selection.title} – {parts.portfolio.site.name}"
    return _feed(parts, title, selection.projects, selection.url, selection.feed)


def _feed(parts: Parts, title: str, projects: Sequence[Project], url: str, feed_url: str) -> File:
    """The feed of the newest of `projects`, for the page at `url`.

    A project's date is its first day: a feed that told the hour of the build would differ from
    build to build.
    """
    addresses = parts.addresses
    newest = projects[:_NEWEST]
    latest = max((project.period.start.isoformat() for project in newest), default="1970-01-01")
    own, page = addresses.whole(feed_url), addresses.whole(url)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(parts.language.code)}>\n'
        f"  <id>{escape(page)}</id>\n"
        f"  <title>{escape(title)}</title>\n"
        f"  <updated>{latest}T00:00:00Z</updated>\n"
        f"  <author><name>{escape(parts.portfolio.site.publisher)}</name></author>\n"
        f'  <link rel="self" href={quoteattr(own)}/>\n'
        f"  <link href={quoteattr(page)}/>\n"
        f"{''.join(_entry(parts, project) for project in newest)}"
        "</feed>\n"
    )
    return File(addresses.file(feed_url), text.encode())


def _entry(parts: Parts, project: Project) -> str:
    address = parts.addresses.whole(parts.addresses.project(project.slug))
    return (
        "  <entry>\n"
        f"    <id>{escape(address)}</id>\n"
        f"    <title>{escape(parts.words(project.title).value)}</title>\n"
        f"    <link href={quoteattr(address)}/>\n"
        f"    <updated>{project.period.start.isoformat()}T00:00:00Z</updated>\n"
        f"    <summary>{escape(parts.words(project.summary).value)}</summary>\n"
        "  </entry>\n"
    )


def sitemap(pages: Sequence[Page]) -> File:
    """The site map (sitemaps.org) of all pages that may be found, with their other languages."""
    found: list[str] = []
    for page in pages:
        if page.layout.noindex:
            continue
        links = "".join(
            f'    <xhtml:link rel="alternate" hreflang={quoteattr(code)}'
            f" href={quoteattr(address)}/>\n"
            for code, address in [
                (page.layout.language, page.layout.address),
                *((other.language, other.address) for other in page.layout.translations),
            ]
            if page.layout.translations
        )
        found.append(f"  <url>\n    <loc>{escape(page.layout.address)}</loc>\n{links}  </url>\n")
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(found)}"
        "</urlset>\n"
    )
    return File("sitemap.xml", text.encode())


def robots(base: str, *, preview: bool) -> File:
    """`robots.txt`: all are welcome, but nobody to a preview."""
    text = (
        "User-agent: *\nDisallow: /\n"
        if preview
        else f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n"
    )
    return File("robots.txt", text.encode())


def redirect_rules(
    redirects: Sequence[tuple[str, str]], portfolio: Portfolio, *, root: str = "/"
) -> File:
    """`_redirects`, which Netlify and others read: old addresses, and the page for a wrong one.

    The pages at the old addresses do the same for hosts that do not read it.
    """
    lines = [f"{old} {new} 301!" for old, new in redirects]
    lines += [f"{root}{code}/* {root}{code}/404.html 404" for code in portfolio.site.languages[1:]]
    return File("_redirects", "".join(f"{line}\n" for line in lines).encode())
