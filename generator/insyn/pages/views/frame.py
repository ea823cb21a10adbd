"""What the frame around every page needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


class Html(str):
    """Words with safe markup in them: a template shows them as it shows any words."""

    __slots__ = ()

    def __html__(self) -> str:
        """What a template shows in place of escaped text."""
        return self


@dataclass(frozen=True, slots=True)
class Text:
    """Words, and the language they are in (`lang` is needed where it is not the page's)."""

    value: str
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere.  `url` is empty for a text that leads nowhere.

    `language` is the text's language where it is not the page's, else empty.
    `current` is the value of `aria-current`: "page", "true" or empty.
    """

    text: str
    url: str = ""
    language: str = ""
    current: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """This same page in another language: `name` is how that language says "In English"."""

    language: str
    name: str
    url: str
    address: str


@dataclass(frozen=True, slots=True)
class Meta:
    """One value that the search index takes from the head of the page.

    `kind` is "filter", "meta" or "sort"; `key` is the index's name for it; `value` the text.
    """

    kind: Literal["filter", "meta", "sort"]
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class TakeAway:
    """What a visitor may take from a page, and give back (component `take-away`).

    `mail` and `report` are `mailto:` addresses, `edit` and `history` lead to the git host; any
    may be empty.  `changed` is the day of the last committed change, `None` where nobody knows.
    """

    mail: str
    report: str
    edit: str
    history: str
    changed: date | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know for a time.

    `html` is safe and may be empty.  Whoever puts the notice away has done so for its `digest`:
    when the words change it is there again.
    """

    slug: str
    digest: str
    title: Text
    html: str
    html_language: str
    important: bool
    first: date  # the first day on which it is shown
    last: date  # the last day


@dataclass(frozen=True, slots=True)
class NoticeBand:
    """The notices that a page shows, right below its head; `all` is the address of their list."""

    notices: tuple[Notice, ...] = ()
    all: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the frame around every page needs."""

    kind: str  # the page's kind, the name of its template
    language: str  # BCP 47
    spoken: str  # that of the interface, where it differs: English for want of a catalogue
    titled: str  # that of the title: `language` or `spoken`
    direction: Literal["ltr", "rtl"]
    title: str  # the page's own title, as in its h1
    description: str  # for search engines and sharing
    url: str  # the page's own path on the site
    address: str  # the page's whole, canonical address
    site_name: str
    tagline: str
    publisher: str
    publisher_email: str
    home: str  # url of the start page
    search: str  # url of the search page (the target of every search form)
    feed: str  # url of the Atom feed
    navigation: tuple[Link, ...]
    header: tuple[Link, ...]  # beside the other languages: help and settings
    breadcrumbs: tuple[Link, ...]  # from the start page to the parent; empty on the start page
    translations: tuple[Translation, ...]  # this page in the other languages
    footer: tuple[Link, ...]
    sharing_image: str  # whole address
    as_of: date  # the day of the build, as a printed page tells it
    take_away: TakeAway
    notices: NoticeBand = NoticeBand()  # those that the page shows, right below its head
    list_feed: str = ""  # url of the feed of the list on this page, or empty
    json_ld: str = ""  # ready JSON, or empty
    index: tuple[Meta, ...] = ()  # for the search index
    searchable: bool = False  # is this page's main text in the search index?
    noindex: bool = False  # are search engines asked to stay away?
