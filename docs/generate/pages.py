"""Which pages come out of the program."""

from pathlib import Path

from docs.generate import commands, findings, licences, rooms, tables

DOCS = Path(__file__).parent.parent

PAGES = {
    "reference/commands.md": commands.page,
    "reference/corpus-tables.schema.json": tables.schema,
    "reference/findings.md": findings.page,
    "reference/licences.md": licences.page,
    "explanation/figures/rooms.svg": rooms.drawing,
}
"""Each page, or figure, by its place below `docs/`, and what writes it."""
