"""What the search fetches beside its index, and only when it needs it.

`names-<letter>.json` has the pages that are not in the index, by their names: so they cost a visit
nothing however many there are, and a search one small file.  `words.json` has the words of the
texts, the most common first, and of names: the suggestions of another spelling come from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from insyn.files import File
from insyn.model.register import load_register
from insyn.pages.parts import Parts
from insyn.pages.search_entries import SearchEntries
from insyn.pages.search_words import COMMON, words_of

# Shorter words are not suggested.
_SHORTEST = 3
# The words of a large portfolio that are suggested: the file stays below 100 kB.
_MOST = 15_000
# Words that say nothing of what a page is about: nobody searches for them, and so no word is a
# misspelling of one.
SMALL = frozenset(
    """
    aldrig alla allt alltid andra annan annars annat att bara bland blev bli blir blivit bort borta
    bra både bör börja dag dem den denna deras dess dessa det detta dig din dina ditt dock där
    därför efter eftersom eller emot ett fanns finns fick fler flera flest får före för förra först
    första från ganska genom ger gick gjorde går gör göra ha hade han hans har hela helt henne
    hennes hit honom hos hur här hon icke igen inga ingen inget innan inne inom inte just kan
    kanske kom komma kommer kring kunde kunna lika litet lite långt man med medan mellan men mer
    mera mest mig min mina mitt mot mycket många måste möjligt ner nog nu ny nya någon något några
    när nästa nästan och också ofta olika om oss samma samt sedan ser sig sin sina sist sitt ska
    skulle skull som stor stora själv själva så sådan sådana säga ta tar tidigare till tillsammans
    trots två under upp ur utan utanför ute vad var vara varandra varför varit varje vars vem vet
    vid vidare vill vilka vilken vilket ville visste vår våra vårt väl även åter över
    about above after again all also always and another any are because been before being below
    between both but came can cannot come could did does doing down during each even ever every few
    for from further get gets give given got had has have having her here hers him his how into its
    just less like made make many may more most much must near never not now off often one only
    other others our out over own same she should since some still such take than that the their
    them then there these they this those through thus too two under until upon very was well went
    were what when where whether which while who whom whose why will with within without would yet
    you your
    """.split()
)


def search_helps(parts: Parts) -> Iterator[File]:
    """The files for the search in one language."""
    folder = parts.addresses.search_helps
    for letter, names in SearchEntries(parts).names_by_letter.items():
        pages = {
            name: [
                [page.key, page.names[0], page.url, *([page.value] if page.value else [])]
                for page in found
            ]
            for name, found in names.items()
        }
        yield _file(parts, f"{folder}names-{letter}.json", pages)
    yield _file(parts, f"{folder}words.json", _spelled(parts))


def _spelled(parts: Parts) -> list[str]:
    """The words that another may be a misspelling of, the most common first.

    Words of names are among them however large the portfolio is, and however seldom they stand in
    its texts.  So are common ones: "bostad" is no misspelling of Båstad.
    """
    counts = parts.lexicon.counts
    in_names = {word for name in _names(parts) for word in words_of(name)}
    if parts.language.code == "sv":
        in_names |= COMMON
    by_count = sorted({*counts, *in_names} - SMALL, key=lambda word: (-counts.get(word, 0), word))
    words = [word for word in by_count if len(word) >= _SHORTEST]
    left = iter(range(max(0, _MOST - len(in_names))))
    return [word for word in words if word in in_names or next(left, None) is not None]


def _names(parts: Parts) -> Iterator[str]:
    """What municipalities, organisations, people and target groups are called."""
    portfolio = parts.portfolio
    for place in load_register().municipalities.values():
        yield place.name
    for slug, organisation in portfolio.organisations.items():
        yield from (parts.organisation_name(slug), *organisation.aliases)
    for project in portfolio.projects.values():
        yield from (contact.name for contact in project.contacts)
    for story in portfolio.stories.values():
        yield from (person.name for person in story.people)
    for group in portfolio.site.target_groups:
        yield parts.choice(group)


def _file(parts: Parts, url: str, content: object) -> File:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return File(parts.addresses.file(url), f"{text}\n".encode())
