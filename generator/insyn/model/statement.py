"""The accessibility statement: read, complete, and without contradictions.

What it must say is from lagen (2018:1937) om tillgänglighet till digital offentlig service, 13 §,
the regulation MDFFS 2019:2 that goes with it, and the annex of Commission Implementing Decision
(EU) 2018/1523.  `docs/redaktor.md` tells an editor which field answers which demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from insyn.model.facts import Findings, read_facts
from insyn.model.fields import (
    AssessmentFields,
    Fields,
    MendableFields,
    OrganisationKind,
    ShortcomingFields,
    StatementFields,
    WordsFields,
    asked_for,
    in_languages,
)
from insyn.model.portfolio import (
    Assessment,
    Evidence,
    Feedback,
    GivenDay,
    Portfolio,
    Shortcoming,
    Statement,
    Translated,
    Words,
)
from insyn.model.register import load_register
from insyn.model.values import Surroundings
from insyn.problem import Place, Problem, folded
from insyn.source import STATEMENT_FILE, Card, FieldPath

_KINDS_OF_CONTENT = ("not_compliant", "disproportionate_burden", "outside_the_law")
# Content outside the law takes nothing from its fulfilment.
_AGAINST_THE_LAW = _KINDS_OF_CONTENT[:2]
# Organisations whose sites the law is about (2-5 §§), as far as their kind tells.
_PUBLIC: frozenset[OrganisationKind] = frozenset(
    {
        "municipality",
        "municipal_department",
        "municipal_company",
        "state_agency",
        "coordination_association",
    }
)


def read_statement(
    card: Card, languages: Sequence[str], surroundings: Surroundings, findings: Findings
) -> Statement | None:
    """The statement in `card`; `None` where something that it must have is missing or wrong.

    Every text is asked for in each of the site's `languages` that a text can be given in.
    """
    facts = read_facts(card, in_languages(StatementFields, languages), findings, surroundings)
    if facts is None:
        return None
    told = tuple(languages)
    for path, given in _texts(facts, ()):
        for code in asked_for(languages):
            if not getattr(given, code):
                place, field = card.place(path), ".".join(p for p in path if isinstance(p, str))
                findings.add(place, "statement-text-missing", field=field, language=code)
    _tell_contradictions(facts, card, findings)
    statement = Statement(
        file=card.file,
        responsible=facts.responsible,
        service=facts.service.name,
        address=facts.service.address,
        covers=_words_or_none(facts.service.covers, told),
        en_301_549=facts.standard.en_301_549,
        wcag=facts.standard.wcag,
        level=facts.standard.level,
        status=facts.status,
        not_compliant=_shortcomings(facts.not_compliant, "not_compliant", card, told),
        disproportionate_burden=_shortcomings(
            facts.disproportionate_burden, "disproportionate_burden", card, told
        ),
        outside_the_law=_shortcomings(facts.outside_the_law, "outside_the_law", card, told),
        assessment=_assessment(facts.assessment, card, told),
        prepared=_given(facts.prepared, card, "prepared"),
        reviewed=_given(facts.reviewed, card, "reviewed"),
        feedback=Feedback(
            form=facts.feedback.form,
            email=facts.feedback.email,
            phone=facts.feedback.phone or "",
            answer_within_days=facts.feedback.answer_within_days,
            other_forms=_words_or_none(facts.feedback.other_forms, told),
        ),
        authority=_words(facts.enforcement.authority, told),
        authority_address=facts.enforcement.address,
    )
    reviewed = statement.reviewed
    for before in (statement.prepared, statement.assessment.given):
        if reviewed.day < before.day:
            code = "statement-reviewed-before"
            findings.add(
                reviewed.place, code, day=reviewed.day, field=before.field, other=before.day
            )
    return statement


def review_statement(portfolio: Portfolio, today: date) -> tuple[Problem, ...]:
    """What the day `today` says of the statement, or of there being none.

    A statement is to be reviewed every year (recital 3 of the decision).
    """
    statement = portfolio.statement
    if statement is None:
        return _missing(portfolio)
    found: list[Problem] = []
    for given in statement.days:
        if given.day > today:
            code = "statement-date-in-future"
            found.append(Problem.at(given.place, code, field=given.field, day=given.day))
    reviewed = statement.reviewed
    if _a_year_after(reviewed.day) < today:
        found.append(Problem.at(reviewed.place, "statement-old", day=reviewed.day))
    for shortcoming in statement.not_compliant:
        if shortcoming.mended_by and shortcoming.mended_by < today:
            code = "shortcoming-overdue"
            found.append(Problem.at(shortcoming.place, code, day=shortcoming.mended_by))
    return tuple(found)


def _a_year_after(day: date) -> date:
    if day.year == date.max.year:
        return date.max
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)


def _missing(portfolio: Portfolio) -> tuple[Problem, ...]:
    """A warning, where a public body publishes the site and there is no statement.

    A municipality is known by its name, and others by what a card says of them.
    """
    file = f"content/{STATEMENT_FILE}"
    name = folded(portfolio.site.publisher)
    register = load_register()
    of_kind = next(
        (
            organisation.kind
            for organisation in portfolio.organisations.values()
            if any(folded(spelled) == name for _, spelled in organisation.name.versions)
        ),
        None,
    )
    is_public = of_kind in _PUBLIC or any(
        folded(place.whole_name(language)) == name
        for place in register.municipalities.values()
        for language in ("sv", "en")
    )
    told_already = any(card.kind == "statement" for card in portfolio.left_out)
    if not is_public or told_already:
        return ()
    place = Place("content/site.yaml")
    return (Problem.at(place, "statement-missing", publisher=portfolio.site.publisher, file=file),)


def _texts(facts: object, path: FieldPath) -> Iterator[tuple[FieldPath, WordsFields]]:
    """Every text of the statement that is given by language, and where."""
    if isinstance(facts, WordsFields):
        yield path, facts
    elif isinstance(facts, tuple):
        for index, item in enumerate(facts):
            yield from _texts(item, (*path, index))
    elif isinstance(facts, Fields):
        for name in type(facts).model_fields:
            yield from _texts(getattr(facts, name), (*path, name))


def _tell_contradictions(facts: StatementFields, card: Card, findings: Findings) -> None:
    """What cannot be true together."""
    known = [name for name in _KINDS_OF_CONTENT if getattr(facts, name)]
    against = [name for name in known if name in _AGAINST_THE_LAW]
    if facts.status == "fully" and against:
        code = "statement-fully-with-shortcomings"
        findings.add(card.place(("status",)), code, field=against[0])
    elif facts.status != "fully" and not known:
        findings.add(card.place(("status",)), "statement-without-shortcomings")


def _given(day: date, card: Card, *path: str) -> GivenDay:
    """A `day` that is given in the field at `path` of the `card`."""
    return GivenDay(day, ".".join(path), card.place(path))


def _words(given: WordsFields, languages: Sequence[str]) -> Words:
    spelled = [(code, text) for code in languages if (text := getattr(given, code))]
    return Translated(tuple(spelled or [(languages[0] if languages else "sv", "")]))


def _words_or_none(given: WordsFields | None, languages: Sequence[str]) -> Words | None:
    return _words(given, languages) if given else None


def _shortcomings(
    given: Sequence[ShortcomingFields], name: str, card: Card, languages: Sequence[str]
) -> tuple[Shortcoming, ...]:
    return tuple(
        Shortcoming(
            what=_words(one.what, languages),
            reason=_words(one.reason, languages),
            alternative=_words_or_none(one.alternative, languages),
            criterion=one.criterion or "",
            mended_by=one.mended_by if isinstance(one, MendableFields) else None,
            place=card.place((name, index, "mended_by")),
        )
        for index, one in enumerate(given)
    )


def _assessment(given: AssessmentFields, card: Card, languages: Sequence[str]) -> Assessment:
    found = given.evidence
    report = (found.report if found else None) or ""
    return Assessment(
        method=given.method,
        assessor=given.assessor or "",
        given=_given(given.date, card, "assessment", "date"),
        how=_words(given.how, languages),
        assessed=tuple(_words(one, languages) for one in given.assessed),
        not_assessed=tuple(_words(one, languages) for one in given.not_assessed),
        evidence=Evidence(
            given=_given(found.date, card, "assessment", "evidence", "date"),
            checks=found.checks,
            passed=found.passed,
            report=f"media:{report}" if report and "://" not in report else report,
        )
        if found
        else None,
    )
