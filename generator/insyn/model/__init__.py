"""The domain: what a portfolio of publicly funded projects is, and how one is loaded.

`load(sources)` turns cards as they were typed into a `Portfolio`, or tells all problems at once.
"""

from insyn.model.drafts import mark_drafts
from insyn.model.loading import TextMemory, load, surroundings_of
from insyn.model.notices import review_notices
from insyn.model.portfolio import Portfolio
from insyn.model.statement import review_statement
from insyn.model.terms import translatable_words
from insyn.model.withdrawal import withdraw_contacts

__all__ = [
    "Portfolio",
    "TextMemory",
    "load",
    "mark_drafts",
    "review_notices",
    "review_statement",
    "surroundings_of",
    "translatable_words",
    "withdraw_contacts",
]
