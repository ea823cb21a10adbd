"""Who does it?  Sentences in the passive, which keep that to themselves.

Without a dictionary of the whole language a passive is known by its form and what stands around
it.  In doubt nothing is said: a genitive that is called a passive costs more than a passive missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from insyn.plain import english, swedish
from insyn.plain.sentences import Span, Word
from insyn.writing import SMALL_WORDS


def passives(text: str, sentence: Sequence[Word], language: str) -> Iterator[Span]:
    """Where the passives of a `sentence` of `text` are, in order."""
    if language == "sv":
        yield from _swedish(text, sentence)
    elif language == "en":
        yield from _english(text, sentence)


# --- Swedish ------------------------------------------------------------------------------------

_PREFIXES = tuple(
    "an av be bort efter er fast fram för hop in kvar klar med mot ned ner ny om på sam sär till "
    "upp ut vidare åter över under fri ihop vid".split()
)
_MODAL = frozenset(
    "ska skall skulle kan kunde måste bör borde får fick behöver behövde torde må vill ville "
    "kommer lär".split()
)
_HAVE = frozenset("har hade ha".split())
_BECOME = frozenset("bli blir blev blivit bliva".split())
_ARE = frozenset("är var vara varit vore".split())
_PRONOUNS = frozenset("jag du han hon den det vi ni de man alla".split())
_BETWEEN = frozenset(
    "inte aldrig också även alltid redan snart nu då sedan därför alltså helt delvis ofta ibland "
    "bara ännu dessutom först senare så ändå till nog väl mest huvudsakligen främst till stor del "
    "ej dock bland annat".split()
)
_ENDINGS_OF_GENITIVES = ("arnas", "ornas", "ernas", "enas", "igas", "skas", "nnas", "onas")
_NOUNS_IN_ATS = ("plats", "sats", "stats", "ltats", "dats", "kvats", "ektats", "palats", "mats")
_NOUNS_IN_ADES = ("månades", "områdes", "blades", "stades", "grades")
_BUT_PASSIVE = frozenset({"fattas", "fattades"})
_REACH = 4
"""So many words back a verb is looked for that what follows depends on."""


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """The s-forms, and the participles, of the verbs that we know."""
    forms: set[str] = set()
    participles: set[str] = set()
    for verb in swedish.FIRST.split():
        forms |= {f"{verb}s", f"{verb}des", f"{verb}ts"}
        participles |= {f"{verb}d", f"{verb}t", f"{verb}de"}
    for stem, past in (
        *((stem, "d") for stem in swedish.SECOND_D.split()),
        *((stem, "t") for stem in swedish.SECOND_T.split()),
    ):
        double = stem + stem[-1] if stem.endswith(("äm", "öm", "in", "än")) else stem
        if stem.endswith("nd"):  # använde, använt
            whole, supine, participle = stem + "e", stem[:-1] + "t", stem
        elif stem.endswith("ed"):  # utredde, utrett
            whole, supine, participle = stem + "de", stem[:-1] + "tt", stem + "d"
        elif stem.endswith("t") and past == "t" and stem[-2] in "äöyuåa":  # mätte, mätt
            whole, supine, participle = stem + "te", stem + "t", stem + "t"
        elif stem.endswith("t") and past == "t":  # lyfte, lyft
            whole, supine, participle = stem + "e", stem, stem
        else:
            whole, supine, participle = f"{stem}{past}e", f"{stem}t", f"{stem}{past}"
        forms |= {f"{stem}s", f"{double}as", f"{double}es", f"{whole}s", f"{supine}s"}
        participles |= {participle, supine, f"{participle}a"}
    for form in swedish.IRREGULAR.split():
        (forms if form.endswith("s") else participles).add(form)
    return frozenset(forms), frozenset(participles)


def _known(word: str, among: frozenset[str]) -> bool:
    """Is `word`, or what is left of it without a prefix, `among` the forms?"""
    if word in among:
        return True
    return any(
        word.startswith(prefix) and word[len(prefix) :] in among and len(word) - len(prefix) > 3  # noqa: PLR2004
        for prefix in _PREFIXES
    )


def _swedish(text: str, sentence: Sequence[Word]) -> Iterator[Span]:
    low = [word.text.lower() for word in sentence]
    for at, word in enumerate(low):
        if word.endswith("s"):
            name = at > 0 and sentence[at].text[0].isupper()
            if not name and _is_s_passive(text, sentence, low, at):
                yield Span(sentence[at].start, sentence[at].end)
        elif word in _BECOME or word in _ARE:
            end = _participle_after(low, at, agent=word in _ARE)
            if end:
                yield Span(sentence[at].start, sentence[end].end)


def _is_s_passive(text: str, sentence: Sequence[Word], low: Sequence[str], at: int) -> bool:
    word = low[at]
    if word in _deponents() and word not in _BUT_PASSIVE:
        return False
    forms, _ = _verbs()
    if _known(word, forms):
        if word in {"fattas", "fattades"}:
            return any(other.startswith("beslut") for other in low)
        if word in swedish.HOMOGRAPHS:
            return _verb_goes_before(text, sentence, low, at)
        return True
    return len(word) > 5 and _looks_passive(low, at)  # noqa: PLR2004


def _looks_passive(low: Sequence[str], at: int) -> bool:
    """Has a verb that we do not know the ending of a passive, and what goes before one?"""
    word, before = low[at], low[max(0, at - _REACH) : at]
    if word.endswith("ades"):  # "de handikappades riksförbund" is a genitive
        return not word.endswith(_NOUNS_IN_ADES) and before[-1:] not in (["de"], ["den"])
    if word.endswith("ats"):
        return any(w in _HAVE for w in before) and not word.endswith(_NOUNS_IN_ATS)
    if word.endswith("as") and not word.endswith(_ENDINGS_OF_GENITIVES):
        return bool(before) and (before[-1] == "att" or any(w in _MODAL for w in before[-2:]))
    return False


@cache
def _deponents() -> frozenset[str]:
    found: set[str] = set()
    for infinitive in swedish.DEPONENT:
        stem = infinitive[:-1]
        found |= {infinitive, f"{stem}des", f"{stem}ts"}
    return frozenset(found)


def _verb_goes_before(text: str, sentence: Sequence[Word], low: Sequence[str], at: int) -> bool:
    """Is a word that may be a genitive a verb, since no noun follows?"""
    if at + 1 == len(low):
        return True
    between = text[sentence[at].end : sentence[at + 1].start]
    return bool(between.strip()) or low[at + 1] in SMALL_WORDS["sv"] or low[at + 1] in _BETWEEN


def _participle_after(low: Sequence[str], at: int, *, agent: bool) -> int:
    """The position of the participle that belongs to the verb at `at`; 0 for none.

    With an `agent`, "av" must follow, and it is that: "är" with a participle alone mostly says how
    something is.
    """
    end = at + 1
    if end < len(low) and low[end] in _PRONOUNS:
        end += 1
    while end < len(low) and low[end] in _BETWEEN and end - at < _REACH:
        end += 1
    if end >= len(low) or not _is_participle(low[end]):
        return 0
    if not agent:
        return end
    return end + 1 if low[end + 1 : end + 2] == ["av"] else 0


def _is_participle(word: str) -> bool:
    if word in swedish.NO_PARTICIPLE:
        return False
    _, participles = _verbs()
    if _known(word, participles):
        return True
    return len(word) > 5 and word.endswith(("ad", "at", "ade", "erad"))  # noqa: PLR2004


# --- English ------------------------------------------------------------------------------------


def _english(text: str, sentence: Sequence[Word]) -> Iterator[Span]:
    low = [word.text.lower().replace("'", "’") for word in sentence]
    done = -1
    for at, word in enumerate(low):
        if word not in english.BE or at <= done:
            continue
        end = at + 1
        if end < len(low) and low[end] in english.PRONOUNS:
            end += 1
        while end < len(low) and _may_stand_between(low[end]) and end - at < _REACH:
            end += 1
        if end >= len(low) or not _is_english_participle(low, end):
            continue
        between = text[sentence[at].end : sentence[end].start]
        if not any(sign in between for sign in ",;:()–—"):
            yield Span(sentence[at].start, sentence[end].end)
            done = end


def _may_stand_between(word: str) -> bool:
    return word in english.BETWEEN or (word.endswith("ly") and word not in {"family", "only"})


def _is_english_participle(low: Sequence[str], at: int) -> bool:
    word = low[at]
    if word in english.NO_PARTICIPLE or low[at : at + 3] == ["made", "up", "of"]:
        return False
    if word.endswith("ed") and len(word) > 4:  # noqa: PLR2004
        return not word.endswith(("eed", "red-"))
    for prefix in ("", "re", "over", "out", "un", "mis", "with"):
        if word.startswith(prefix) and word[len(prefix) :] in english.PARTICIPLES:
            return prefix != "un"
    return word == "set" and low[at + 1 : at + 2] == ["up"]
