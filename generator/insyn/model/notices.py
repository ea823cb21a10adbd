"""What the day says of notices: those that are over, and still lie there."""

from __future__ import annotations

from datetime import date, timedelta

from insyn.model.portfolio import Portfolio
from insyn.problem import Problem

KEPT = timedelta(days=90)
"""So long a notice may lie there when it is over: somebody may want to use it again."""


def review_notices(portfolio: Portfolio, today: date) -> tuple[Problem, ...]:
    """Which notices were over long before the day `today`.  They are shown nowhere."""
    return tuple(
        Problem.at(notice.place, "notice-over", day=notice.last)
        for notice in portfolio.notices.values()
        if today - notice.last > KEPT
    )
