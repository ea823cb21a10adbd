"""What the publisher says itself: pages of text, and notices."""

from __future__ import annotations

from insyn.model.fields import NoticeFields, PageFields
from insyn.model.loading.entries import Entry, Reader
from insyn.model.portfolio import GivenAddress, Notice, TextPage, Translated
from insyn.model.values import START_PAGE
from insyn.problem import Place
from insyn.slugs import slugify
from insyn.source import Card


def read_page(entry: Entry, reader: Reader) -> TextPage:
    """A page of text, with its address in each language."""
    facts: PageFields = entry.facts
    given = [(reader.first, entry.card, facts.address or entry.card.slug)]
    given += [
        (code, card, translated.address)
        for code, card, translated in entry.translations
        if translated.address
    ]
    addresses = tuple(
        (code, GivenAddress(slugify(address), _place_of_address(card)))
        for code, card, address in given
    )
    return TextPage(
        slug=entry.card.slug,
        file=entry.card.file,
        addresses=Translated(addresses),
        title=reader.words(entry, "title"),
        summary=reader.words(entry, "summary"),
        aliases=entry.aliases,
        text=reader.text(entry),
        in_header=facts.in_header,
    )


def _place_of_address(card: Card) -> Place:
    """Where a page's address is given: in its field, else by the file's name."""
    return card.place(("address",)) if "address" in card.fields else Place(card.file)


def read_notice(entry: Entry, reader: Reader) -> Notice:
    """A notice, which is too short to have headings."""
    facts: NoticeFields = entry.facts
    text = reader.text(entry) if entry.card.body.strip() else None
    for _, version in text.versions if text else ():
        for heading in version.headings:
            reader.findings.add(heading.place, "notice-heading", text=heading.text)
    return Notice(
        slug=entry.card.slug,
        file=entry.card.file,
        title=reader.words(entry, "title"),
        first=facts.show_from,
        last=facts.show_until,
        severity=facts.severity,
        on_start_page=START_PAGE in facts.shown_on,
        projects=tuple(slug for slug in dict.fromkeys(facts.shown_on) if slug != START_PAGE),
        text=text,
        place=entry.card.place(("show_until",)),
    )
