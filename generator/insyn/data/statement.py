"""The accessibility statement as data, in all languages of the site at once.

The European model statement is to be machine-readable where that is appropriate (recital 5 of
Commission Implementing Decision (EU) 2018/1523).  What is not known is `null`; dates are ISO 8601.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from insyn.files import File
from insyn.model.portfolio import Shortcoming, Statement, Words
from insyn.pages.parts import Parts


def statement_json(languages: Sequence[Parts]) -> tuple[File, ...]:
    """The statement as a file, if there is one; `languages` has the first language first."""
    statement = languages[0].portfolio.statement
    if statement is None:
        return ()
    addresses = languages[0].addresses
    text = json.dumps(_record(statement, languages), ensure_ascii=False, indent=2)
    return (File(addresses.file(addresses.statement_json), f"{text}\n".encode()),)


def _words(words: Words | None) -> dict[str, str] | None:
    return dict(words.versions) if words else None


def _shortcoming(shortcoming: Shortcoming) -> dict[str, Any]:
    return {
        "what": _words(shortcoming.what),
        "reason": _words(shortcoming.reason),
        "alternative": _words(shortcoming.alternative),
        "wcag_criterion": shortcoming.criterion or None,
        "mended_by": shortcoming.mended_by.isoformat() if shortcoming.mended_by else None,
    }


def _record(statement: Statement, languages: Sequence[Parts]) -> dict[str, Any]:
    assessment, feedback = statement.assessment, statement.feedback
    first, evidence = languages[0], statement.assessment.evidence
    report = evidence.report if evidence else ""
    if report.startswith("media:"):
        report = first.addresses.whole(first.address(report, first.language.code))
    return {
        "url": {
            parts.language.code: parts.addresses.whole(
                parts.addresses.area("accessibility-statement")
            )
            for parts in languages
        },
        "law": "SFS 2018:1937",
        "model": "http://data.europa.eu/eli/dec_impl/2018/1523/oj",
        "responsible": statement.responsible,
        "service": {
            "name": statement.service,
            "address": statement.address,
            "covers": _words(statement.covers),
        },
        "standard": {
            "en_301_549": statement.en_301_549,
            "wcag": statement.wcag,
            "level": statement.level,
        },
        "status": statement.status,
        "non_accessible_content": {
            "not_compliant": [*map(_shortcoming, statement.not_compliant)],
            "disproportionate_burden": [*map(_shortcoming, statement.disproportionate_burden)],
            "outside_the_law": [*map(_shortcoming, statement.outside_the_law)],
        },
        "assessment": {
            "method": assessment.method,
            "assessor": assessment.assessor or None,
            "date": assessment.given.day.isoformat(),
            "how": _words(assessment.how),
            "assessed": [*map(_words, assessment.assessed)],
            "not_assessed": [*map(_words, assessment.not_assessed)],
            "evidence": {
                "date": evidence.given.day.isoformat(),
                "checks": evidence.checks,
                "passed": evidence.passed,
                "report": report or None,
            }
            if evidence
            else None,
        },
        "prepared": statement.prepared.day.isoformat(),
        "reviewed": statement.reviewed.day.isoformat(),
        "feedback": {
            "form": feedback.form,
            "email": feedback.email,
            "phone": feedback.phone or None,
            "answer_within_working_days": feedback.answer_within_days,
            "other_forms": _words(feedback.other_forms),
        },
        "enforcement": {
            "authority": _words(statement.authority),
            "address": statement.authority_address,
        },
    }
