"""Which files are one card: an original, its translations and its easy-to-read texts."""

from __future__ import annotations

from collections.abc import Mapping

from insyn.model.facts import Findings
from insyn.model.fields import KINDS, translation_of
from insyn.problem import Place, Problem, nearest
from insyn.source import EASY, Card, Sources

EASY_KINDS = ("projects", "stories")


def pair(
    sources: Sources, languages: tuple[str, ...], findings: Findings
) -> dict[str, dict[str, tuple[Card, dict[str, Card]]]]:
    """Originals with their translations, by kind and slug."""
    originals: dict[str, dict[str, Card]] = {kind: {} for kind in KINDS}
    cards = _named_as_meant(sources, languages, findings)
    for card in cards:
        if card.language is None:
            other = originals[card.kind].setdefault(card.slug, card)
            if other is not card and other.file != card.file:
                findings.add(Place(card.file), "address-claimed-twice", other=other.file)
    paired: dict[str, dict[str, tuple[Card, dict[str, Card]]]] = {
        kind: {slug: (card, {}) for slug, card in cards.items()}
        for kind, cards in originals.items()
    }
    for card in cards:
        if card.language is None:
            continue
        astray = _astray(card, languages, originals[card.kind])
        if astray is None:
            translations = paired[card.kind][card.slug][1]
            other = translations.setdefault(card.language, card)
            if other is not card:
                findings.add(Place(card.file), "address-claimed-twice", other=other.file)
        elif not (
            astray.code == "translation-without-original"
            and dict(astray.values)["original"] in sources.unread
        ):
            findings.problems.append(astray)
    return paired


def _named_as_meant(sources: Sources, languages: tuple[str, ...], findings: Findings) -> list[Card]:
    """The cards, without the easy-to-read texts and without those whose names say something else.

    `a-en.md` that gives nothing but what a translation may give, beside `a.md`, is meant to be
    `a.en.md`: that is told here, and not all that it lacks as a card of its own.
    """
    slugs = {(card.kind, card.slug) for card in sources.cards if card.language is None}
    endings = {f"-{code}": f".{code}" for code in languages[1:]}
    endings |= {f"-{EASY}": f".{EASY}", "-easy": f".{EASY}", "-easy-to-read": f".{EASY}"}
    kept: list[Card] = []
    for card in sources.cards:
        if card.easy:
            continue
        ending = next((end for end in endings if card.slug.endswith(end)), "")
        original = card.slug.removesuffix(ending)
        texts = translation_of(KINDS[card.kind]).model_fields
        if ending and (card.kind, original) in slugs and set(card.fields) <= set(texts):
            code = f".{card.language}" if card.language else ""
            proper = f"{original}{endings[ending]}{code}.md"
            findings.add(Place(card.file), "file-name-of-version", original=original, proper=proper)
        else:
            kept.append(card)
    return kept


def _astray(
    card: Card, languages: tuple[str, ...], originals: Mapping[str, Card]
) -> Problem | None:
    """Why `card` is no translation of one of the `originals`, if it is none."""
    place, language = Place(card.file), card.language
    original = f"content/{card.kind}/{card.slug}.md"
    if language not in languages:
        code = "translation-language-unknown"
        return Problem.at(place, code, language=language, languages=", ".join(languages))
    if language == languages[0]:
        code = "translation-of-first-language"
        return Problem.at(place, code, language=language, original=original)
    if card.slug not in originals:
        code, near = "translation-without-original", nearest(card.slug, originals)
        return Problem.at(
            place, code, original=original, nearest=f"{near}.{language}.md" if near else ""
        )
    return None


def easy_texts(
    sources: Sources,
    languages: tuple[str, ...],
    paired: Mapping[str, Mapping[str, object]],
    findings: Findings,
) -> dict[tuple[str, str], dict[str, Card]]:
    """The easy-to-read texts of each card, by language."""
    found: dict[tuple[str, str], dict[str, Card]] = {}
    for card in sources.cards:
        if not card.easy:
            continue
        place, beside = Place(card.file), f"content/{card.kind}/{card.slug}"
        language = card.language or languages[0]
        if card.kind not in EASY_KINDS:
            findings.add(place, "easy-text-out-of-place")
        elif language not in languages:
            code, known = "translation-language-unknown", ", ".join(languages)
            findings.add(place, code, language=language, languages=known)
        elif card.language == languages[0]:
            code, original = "translation-of-first-language", f"{beside}.{EASY}.md"
            findings.add(place, code, language=language, original=original)
        elif card.slug not in paired[card.kind]:
            if f"{beside}.md" not in sources.unread:
                near = nearest(card.slug, paired[card.kind])
                like = f"{near}{card.file.removeprefix(beside)}" if near else ""
                code = "easy-text-without-original"
                findings.add(place, code, original=f"{beside}.md", nearest=like)
        elif not card.body.strip():
            findings.add(place, "easy-text-empty")
        else:
            texts = found.setdefault((card.kind, card.slug), {})
            other = texts.setdefault(language, card)
            if other is not card:
                findings.add(place, "address-claimed-twice", other=other.file)
    return found


def same_counts(card: Card, translation: Card, findings: Findings) -> bool:
    """Is every list of the translation as long as the original's?  Their items go by position."""
    same = True
    for name, items in translation.fields.items():
        original = card.fields.get(name) or []
        if isinstance(items, list) and isinstance(original, list) and len(items) != len(original):
            findings.add(
                translation.place((name,)),
                "translation-count-differs",
                field=name,
                count=len(items),
                original=len(original),
            )
            same = False
    return same


def unread_originals(sources: Sources) -> dict[str, frozenset[str]]:
    """The originals whose files cannot be read, by kind: they are there, and told of already."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for file in sources.unread:
        _, _, within = file.partition("content/")
        kind, _, name = within.partition("/")
        slug, _, ending = name.partition(".")
        if kind in found and ending == "md":
            found[kind].add(slug)
    return {kind: frozenset(slugs) for kind, slugs in found.items()}
