"""The words that the site explains."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import replace

from insyn.model.facts import Findings, read_facts
from insyn.model.fields import GlossaryFields, TermFields, WordFields, asked_for, in_languages
from insyn.model.portfolio import Term, Translated, Word
from insyn.model.values import Surroundings
from insyn.problem import Place, folded
from insyn.slugs import slugify
from insyn.source import Card, Sources

# What YAML finds wrong where the parts of a word do not stand below its language.
_OF_INDENTATION = frozenset({"duplicate-key", "field-outside-item", "indentation"})


def read_glossary(
    sources: Sources, languages: tuple[str, ...], findings: Findings
) -> tuple[Term, ...]:
    """The terms that the site explains.  A word or form belongs to one term only."""
    card = sources.glossary
    if card is None:
        return ()
    card = _indented_as_meant(card, findings)
    model = in_languages(GlossaryFields, languages)
    facts = read_facts(card, model, findings, Surroundings())
    if facts is None:
        return ()
    claimed: dict[tuple[str, str], tuple[int, str, Place]] = {}
    slugs: set[str] = set()
    terms: list[Term] = []
    asked = asked_for(languages)
    for index, term in enumerate(facts.terms):
        versions: list[tuple[str, Word]] = []
        for language in languages:
            given: WordFields | None = getattr(term, language, None)
            if given is None:
                if language in asked:
                    known = (getattr(term, code, None) for code in languages)
                    name = next((word.term for word in known if word), f"nr {index + 1}")
                    place, code = card.place(("terms", index)), "glossary-word-missing"
                    findings.add(place, code, language=language, term=name)
                continue
            path: tuple[str | int, ...] = ("terms", index, language)
            spelled = [(given.term, card.place((*path, "term")))]
            spelled += [
                (form, card.place((*path, "forms", number)))
                for number, form in enumerate(given.forms)
            ]
            for form, place in spelled:
                owner, name, there = claimed.setdefault(
                    (language, folded(form)), (index, given.term, place)
                )
                if owner != index:
                    code = "glossary-form-claimed-twice"
                    findings.add(place, code, value=form, term=name, line=there.line)
            versions.append(
                (
                    language,
                    Word(
                        term=given.term,
                        explanation=given.explanation,
                        stands_for=given.stands_for or "",
                        forms=given.forms,
                        synonyms=given.synonyms,
                    ),
                )
            )
        if versions:
            slug = _unused(slugify(versions[0][1].term) or "term", slugs)
            slugs.add(slug)
            terms.append(Term(slug, Translated(tuple(versions))))
    return tuple(terms)


def _indented_as_meant(card: Card, findings: Findings) -> Card:
    """The glossary, with the parts of a word that stand beside its languages put below each.

    That is told once for each word, in place of all that follows from it.
    """
    typed = card.fields.get("terms")
    terms = list(typed) if isinstance(typed, list) else []
    begins = [card.place(("terms", index)).line for index in range(len(terms))]
    for index, term in enumerate(terms):
        if not isinstance(term, dict):
            continue
        beside = [name for name in term if name in WordFields.model_fields]
        bare = [name for name in term if name in TermFields.model_fields and not term[name]]
        if not (beside and bare):
            continue
        after = begins[index + 1] if index + 1 < len(terms) else sys.maxsize
        findings.problems[:] = [
            problem
            for problem in findings.problems
            if problem.place.file != card.file
            or problem.code not in _OF_INDENTATION
            or not begins[index] <= problem.place.line < after
        ]
        place = card.keys[("terms", index, beside[0])]
        findings.add(place, "glossary-indentation", language=bare[0])
        rest = {name: inner for name, inner in term.items() if name not in beside}
        terms[index] = rest | {name: {part: term[part] for part in beside} for name in bare}
    return replace(card, fields={**card.fields, "terms": terms})


def _unused(slug: str, used: Collection[str]) -> str:
    """`slug`, with the first number that makes it another than all that are `used`."""
    unique, number = slug, 2
    while unique in used:
        unique, number = f"{slug}-{number}", number + 1
    return unique
