"""What the model says of the cards, for others: new cards, tables, JSON Schemas, editors' files."""

from insyn.schema.cards import (
    Translatable,
    easy_card,
    new_card,
    new_word,
    translated_card,
)
from insyn.schema.spelling import quoted
from insyn.schema.tables import field_table, kind_table

__all__ = [
    "Translatable",
    "easy_card",
    "field_table",
    "kind_table",
    "new_card",
    "new_word",
    "quoted",
    "translated_card",
]
