"""What YAML reads without complaint, but not as the person meant it."""

import re

from provenance.problems import Place, Problem, Severity
from provenance.read.nodes import Node, scalars
from provenance.read.wording import shortened

_HASH = re.compile(r"(?<![ \t])[ \t]+(#\w[^ \t\n]*)")


def hashes_in_text(tree: Node, text: str, file: str) -> list[Problem]:
    """Find a `#word` right after a text without quotes: YAML ends the text there, and drops the rest."""
    if " #" not in text and "\t#" not in text:
        return []
    hashes = {
        (number, found.start() + 1): found
        for number, line in enumerate(text.split("\n"), 1)
        if "#" in line
        for found in _HASH.finditer(line)
    }
    if not hashes:  # as in most files: a comment has a space after its `#`
        return []
    ends = {node.end for node in scalars(tree) if node.plain}
    return [_problem(file, number, found) for (number, column), found in hashes.items() if (number, column) in ends]


def _problem(file: str, number: int, found: re.Match[str]) -> Problem:
    words = found[1]
    return Problem(
        code="text-cut-off",
        severity=Severity.WARNING,
        place=Place(file, number, found.start(1) + 1, len(words)),
        message=f"'{shortened(words)}' and what follows it are a comment, not part of the text",
        hint="quote the text; for a comment write a space after '#'",
    )
