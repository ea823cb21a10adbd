"""What a listener hears of a page, phrase by phrase, and what of it makes no sense.

The virtual screen reader says more than anybody wants to read: the end of every paragraph, a row's
whole text before its cells, a link's words once as its name and once more as its text.  Here is
what remains: a phrase for each stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

# Said by the virtual reader, not by those that people use.
_UNSPOKEN = frozenset({"paragraph", "strong", "emphasis", "rowgroup", "time", "code", "document"})
# Where it matters to hear that something is over.
_BOUNDED = frozenset(
    "banner main contentinfo navigation region search form group list table status".split()
)
_CONTROLS = frozenset("link button searchbox textbox checkbox combobox radio".split())
# To be of use these have a name; a group can have that of its first line (a closed `details`).
_NAMED = _CONTROLS | {"image", "img", "table", "region", "heading", "group"}
_ITEM = re.compile(r"listitem, level \d+, position (\d+), set size (\d+)")
# Called by the words that are in them; a figure's caption has no name, only its words.
_CALLED_BY_CONTENT = frozenset({"link", "button", "heading", "caption"})
_CELLS = frozenset({"cell", "rowheader", "columnheader"})
_STATE = re.compile(r"level \d|current page|((not|partially) )?(checked|pressed|expanded|required)")
_LONG = 12
_SHOWN = 3


@dataclass
class _Heard:
    """A phrase, and what is heard before its end is told."""

    phrase: str
    children: list[_Heard] = field(default_factory=list)
    is_closed: bool = False
    is_bare: bool = False  # without a role: only its words are said

    @property
    def role(self) -> str:
        """The first word of a phrase about an element; of plain text it means nothing."""
        return self.phrase.partition(", ")[0]

    @property
    def inside(self) -> Iterator[_Heard]:
        for child in self.children:
            yield child
            yield from child.inside


def _tree(log: Sequence[str]) -> list[_Heard]:
    """What is heard as a tree: each phrase around those up to its end."""
    flat: list[_Heard] = []
    for phrase in log:
        ended = phrase.removeprefix("end of ").removeprefix("end, ")
        opened = next(
            (
                place
                for place in range(len(flat) - 1, -1, -1)
                if flat[place].phrase == ended and not flat[place].is_closed
            ),
            None,
        )
        if phrase == ended or opened is None:
            flat.append(_Heard(phrase))
            continue
        # What has no role is called by its own text.
        if opened and flat[opened - 1].phrase == phrase.removeprefix("end, "):
            opened -= 1
        flat[opened].children, flat[opened + 1 :] = flat[opened + 1 :], []
        flat[opened].is_closed = True
        flat[opened].is_bare = phrase.startswith("end, ")
    return flat


def _spoken(heard: _Heard) -> Iterator[str]:
    role = heard.role
    inner = [phrase for child in heard.children for phrase in _spoken(child)]
    has_stops = any(one.role in _CONTROLS for one in heard.inside)
    item = _ITEM.fullmatch(heard.phrase)
    if role in _UNSPOKEN:
        yield from inner
    elif item:
        first, *rest = inner or [""]
        yield f"{item[1]} of {item[2]}: {first}"
        yield from rest
    elif role in {"term", "definition"} and heard.is_closed:
        first, *rest = inner or [""]
        yield f"{role}: {first}"
        yield from rest
    elif role == "row" and heard.is_closed:
        yield "row"
        yield from inner
    elif role in _CELLS:
        yield role if has_stops else heard.phrase
        yield from inner if has_stops else ()
    elif (heard.is_bare or (role in _CALLED_BY_CONTENT and role != heard.phrase)) and not has_stops:
        yield heard.phrase
    else:
        yield heard.phrase
        yield from inner
        if heard.is_closed and role in _BOUNDED:
            yield f"end of {role}"


def phrases(log: Sequence[str]) -> list[str]:
    """What a listener hears, a phrase for each stop."""
    return [phrase for heard in _tree(log) for phrase in _spoken(heard) if phrase]


def transcript(log: Sequence[str]) -> str:
    """The phrases to keep and compare, a line each; of a long list its ends."""
    lines: list[str] = []
    left_out = 0
    for phrase in phrases(log):
        item = re.match(r"(\d+) of (\d+): ", phrase)
        if item:
            place, size = int(item[1]), int(item[2])
            left_out = size - _SHOWN - 1 if size > _LONG and _SHOWN < place < size else 0
            if left_out and place == _SHOWN + 1:
                lines.append(f"({left_out} more)")
        elif phrase == "end of list":
            left_out = 0
        if not left_out:
            lines.append(phrase)
    return "\n".join(lines) + "\n"


def _is_nameless(heard: _Heard) -> bool:
    if heard.role not in _NAMED:
        return False
    if heard.phrase == "group" and heard.children:
        return heard.children[0].role in _CONTROLS
    _, *said = heard.phrase.split(", ")
    return all(_STATE.fullmatch(each) for each in said)


def nonsense(log: Sequence[str]) -> list[str]:
    """What of a page's speech makes no sense: nothing said, or the same said twice."""
    found = []
    for heard in (each for root in _tree(log) for each in (root, *root.inside)):
        if _is_nameless(heard):
            found.append(f"“{heard.phrase}” has no name")
        role, _, name = heard.phrase.partition(", ")
        if role in _CONTROLS | {"image", "img"}:
            if re.match(rf"(?i){role}\b|länk\b|knapp\b|bild (på|av)\b|(picture|image) of\b", name):
                found.append(f"“{heard.phrase}” says twice what it is")
            if re.search(r"https?://|www\.|\.(svg|png|jpe?g|webp)\b", name):
                found.append(f"“{heard.phrase}” is called by an address")
            words = name.split()
            half = len(words) // 2
            if half and words[:half] == words[half:]:
                found.append(f"“{heard.phrase}” says its name twice")
    said = phrases(log)
    for one, other in pairwise(said):
        if one == other and not one.startswith(("row", "cell", "list", "end of")):
            found.append(f"“{one}” is said twice in a row")
    return found
