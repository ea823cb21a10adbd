"""What the search fetches beside its index, and only when it needs it.

`names-<letter>.json` has the pages that are not in the index, by their names: so they cost a visit
nothing however many there are, and a search one small file.  `words.json` has the words of the
texts, the most common first: the suggestions of another spelling come from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from insyn.files import File
from insyn.pages.parts import Parts
from insyn.pages.search_entries import SearchEntries

# Shorter words are not suggested, and hardly misspelled.
_SHORTEST = 4
# The words of a large portfolio that are suggested: the file stays below 100 kB.
_MOST = 15_000


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
    counts = parts.lexicon.counts
    words = sorted(
        (word for word in counts if len(word) >= _SHORTEST), key=lambda word: (-counts[word], word)
    )
    yield _file(parts, f"{folder}words.json", words[:_MOST])


def _file(parts: Parts, url: str, content: object) -> File:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return File(parts.addresses.file(url), f"{text}\n".encode())
