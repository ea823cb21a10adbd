"""What a project aimed at, beside what came of it: targets, results and documents.

A share is of what was aimed at.  It is rounded down, so that nothing is called reached that is
not; a target of "at least" is reached or not reached.  Nothing is divided by 0 or by what nobody
knows.
"""

from __future__ import annotations

from decimal import Decimal

from insyn.model.fields import DOCUMENT_KINDS
from insyn.model.portfolio import Document, Project, Target
from insyn.pages import views
from insyn.pages.parts import Parts

OF_RESULTS = frozenset({"evaluation", "final_report"})
"""The kinds of documents that tell what came of a project."""

_ONE_PER_CENT = Decimal("0.01")


def share_reached(target: Target) -> Decimal | None:
    """The result as a share of the target; `None` where nothing can be compared."""
    if target.target is None or target.result is None or not target.target:
        return None
    return target.result / target.target


def _reached(parts: Parts, target: Target) -> str:
    """How much of a target was reached, in words; empty where nothing can be compared."""
    say, percent = parts.say, parts.language.percent
    if target.target is None or target.result is None:
        return ""
    if target.minimum or target.result == target.target:
        return say("reached") if target.result >= target.target else say("not reached")
    share = share_reached(target)
    if share is None:
        return ""
    if 0 < share < _ONE_PER_CENT:
        return say("less than %(percent)s of the target", percent=percent(float(_ONE_PER_CENT)))
    whole = percent(int(share * 100) / 100)
    if share > 1:
        return say("%(percent)s: more than the target", percent=whole)
    return say("%(percent)s of the target", percent=whole)


def _target(parts: Parts, target: Target) -> views.Target:
    unit = parts.spelled(target.unit)
    number = "" if target.target is None else parts.measure(target.target, unit)
    if number and target.minimum:
        number = parts.say("at least %(number)s", number=number)
    result = "" if target.result is None else parts.measure(target.result, unit)
    return views.Target(parts.words(target.what), number, result, _reached(parts, target))


def results(parts: Parts, project: Project) -> views.Results:
    """A project's targets beside its results, and how many of them are known."""
    targets = tuple(_target(parts, target) for target in project.targets)
    reported = sum(bool(target.result) for target in targets)
    missing = len(targets) - reported
    say_many = parts.language.say_many
    sentences: list[str] = []
    if targets and not reported:
        sentences.append(parts.say("No result is reported."))
    elif targets and not missing:
        sentences.append(
            say_many(
                "The result is reported.",
                "All %(count)s results are reported.",
                reported,
            )
        )
    elif targets:
        sentences.append(
            say_many(
                "The result of %(count)s target of %(all)s is reported.",
                "The results of %(count)s targets of %(all)s are reported.",
                reported,
                all=parts.language.number(len(targets)),
            )
        )
    if missing and parts.period(project).status == "ended":
        sentences.append(
            say_many(
                "The project has ended, and %(count)s target still lacks a result.",
                "The project has ended, and %(count)s targets still lack a result.",
                missing,
            )
        )
    return views.Results(" ".join(sentences), targets, reported)


def documents(parts: Parts, project: Project) -> tuple[views.Document, ...]:
    """A project's documents, those that tell of results first."""
    ordered = sorted(project.documents, key=lambda document: document.kind not in OF_RESULTS)
    return tuple(_document(parts, document) for document in ordered)


def result_documents(parts: Parts, project: Project) -> tuple[views.Document, ...]:
    """The documents that tell what came of a project."""
    return tuple(
        _document(parts, document) for document in project.documents if document.kind in OF_RESULTS
    )


def _document(parts: Parts, document: Document) -> views.Document:
    title, code = parts.words(document.title), parts.language.code
    kind = ""
    if document.kind and document.kind != "other":
        kind = parts.language.choice(*DOCUMENT_KINDS[document.kind])
        if kind.casefold() in title.value.casefold():
            kind = ""
    return views.Document(
        title=title,
        kind=kind,
        url=document.address or parts.addresses.media(document.media),
        format=document.format,
        size=document.size,
        language=document.language,
        in_language=""
        if document.language == code
        else parts.say("in %(language)s", language=parts.language.language_name(document.language)),
    )


def cost_per_participant(project: Project, *, ended: bool) -> tuple[int, int, bool] | None:
    """The budget over the people: the amount, how many they are, and whether that is a plan.

    Who has taken part counts when the project has ended: before that, the whole budget is not
    theirs.  `None` where a number is not known or there is nothing to divide.
    """
    people = project.participants
    reached = people.reached if ended else None
    count = people.planned if reached is None else reached
    if not project.funding.total or not count:
        return None
    return round(project.funding.total / count), count, reached is None


def participants(parts: Parts, project: Project) -> str:
    """How many take part, in a few words; empty where it is not known."""
    people, number = project.participants, parts.language.number
    if people.reached is None:
        if people.planned is None:
            return ""
        return parts.say("%(count)s are planned", count=number(people.planned))
    if people.planned is None:
        return number(people.reached)
    return parts.say(
        "%(count)s of %(planned)s planned",
        count=number(people.reached),
        planned=number(people.planned),
    )


def say_cost_per_participant(parts: Parts, project: Project) -> str:
    """What the budget is for each participant, in a sentence; empty where that is not known."""
    ended = parts.period(project).status == "ended"
    cost = cost_per_participant(project, ended=ended)
    if cost is None:
        return ""
    amount, count, planned = cost
    values = {
        "amount": parts.language.money(amount, parts.portfolio.site.currency),
    }
    say_many = parts.language.say_many
    if planned:
        return say_many(
            "The budget is %(amount)s for the planned participant.",
            "The budget is %(amount)s for each of the %(count)s planned participants.",
            count,
            **values,
        )
    return say_many(
        "The budget is %(amount)s for the participant.",
        "The budget is %(amount)s for each of the %(count)s participants.",
        count,
        **values,
    )
