"""What the model says of the cards, for others: new cards, tables, JSON Schemas, editors' files."""

from insyn.schema.cards import (
    Translatable,
    easy_card,
    new_card,
    new_word,
    translated_card,
)
from insyn.schema.json_schemas import SCHEMAS, json_schema
from insyn.schema.programs import OWN_SETTINGS, SiteChoices, program_files
from insyn.schema.spelling import quoted
from insyn.schema.tables import field_table, kind_table

__all__ = [
    "OWN_SETTINGS",
    "SCHEMAS",
    "SiteChoices",
    "Translatable",
    "easy_card",
    "field_table",
    "json_schema",
    "kind_table",
    "new_card",
    "new_word",
    "program_files",
    "quoted",
    "translated_card",
]
