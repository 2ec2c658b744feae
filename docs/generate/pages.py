"""Which pages come out of the program."""

from pathlib import Path

from docs.generate import commands, findings

DOCS = Path(__file__).parent.parent

PAGES = {"reference/commands.md": commands.page, "reference/findings.md": findings.page}
"""Each page by its place below `docs/`, and what writes it."""
