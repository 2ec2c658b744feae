"""The columns of the tables of a corpus: for machines (JSON Schema 2020-12 of a row in JSON Lines) and for people."""

import json
from typing import Any

from provenance.corpus.columns import SCHEMA, TABLES, Column, Holds
from provenance.model import (
    Attribution,
    Basis,
    Certainty,
    CitedKind,
    Credibility,
    DependenceKind,
    Mode,
    OutletKind,
    Reaction,
    ReadAs,
    Reliability,
    SourceKind,
    Stance,
)

_WORDS: dict[tuple[str, str], Any] = {
    ("reports", "read"): ReadAs,
    ("statements", "stance"): Stance,
    ("statements", "certainty"): Certainty,
    ("statements", "basis"): Basis,
    ("citations", "kind"): CitedKind,
    ("citations", "mode"): Mode,
    ("citations", "attribution"): Attribution,
    ("claims", "credibility"): Credibility,
    ("outlets", "kind"): OutletKind,
    ("outlets", "reliability"): Reliability,
    ("sources", "kind"): SourceKind,
    ("responses", "stance"): Reaction,
    ("dependences", "kind"): DependenceKind,
}
"""The columns whose texts are of a fixed list."""

_ID = "^[a-z0-9][a-z0-9._-]*$"
_WITH_IDS = ("reports", "claims", "outlets", "parties", "sources")


def schema() -> str:
    """Give the schema as it is published: docs/reference/corpus-tables.schema.json."""
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Input tables of provenance corpus import",
        "description": f"Rows by table; the version is {SCHEMA}.",
        "type": "object",
        "properties": {table: {"type": "array", "items": {"$ref": f"#/$defs/{table}"}} for table in TABLES},
        "additionalProperties": False,
        "$defs": {table: _row(table) for table in TABLES},
    }
    return json.dumps(found, indent=2) + "\n"


def _row(table: str) -> dict[str, Any]:
    columns = TABLES[table]
    return {
        "type": "object",
        "properties": {column.name: _cell(table, column) for column in columns},
        "required": [column.name for column in columns if column.needed],
        "additionalProperties": False,
    }


def _cell(table: str, column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"description": column.about}
    match column.holds:
        case Holds.TEXT:
            found["type"] = "string" if column.needed else ["string", "null"]
        case Holds.TEXTS:
            found |= {"type": "array" if column.needed else ["array", "null"], "items": {"type": "string"}}
        case Holds.NUMBER:
            found["type"] = ["integer", "null"]
        case Holds.FLAG:
            found["type"] = ["boolean", "null"]
    words = _WORDS.get((table, column.name))
    if words is not None:
        found["enum"] = [*words, *([] if column.needed else ["", None])]
    if column.name == "id" and table in _WITH_IDS:
        found["pattern"] = _ID
    return found


def reference() -> str:
    """Give the tables of docs/reference/corpus.md."""
    parts = []
    for table, columns in TABLES.items():
        rows = [f"| `{one.name}`{' *' if one.needed else ''} | {one.holds} | {one.about} |" for one in columns]
        parts.append("\n".join([f"### {table}", "", "| column | holds | meaning |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"
