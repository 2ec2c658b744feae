"""The files that are to be imported, and the ones that belong to them."""

import sys
from collections.abc import Iterable
from pathlib import Path

from provenance.files import decode, read_text, too_large
from provenance.limits import FILE_BYTES
from provenance.problems import Problem
from provenance.value import replaced

STANDARD_INPUT = "-"
_HINTS = {
    "binary-file": "name a table (CSV), a graph or a JSON file; save a spreadsheet as CSV",
    "unreadable": "check the path and its permissions",
    "too-large": f"split it, {FILE_BYTES.raised}",
}
_PAIR = ("-nodes.csv", "-edges.csv")


def read_inputs(files: Iterable[str]) -> tuple[list[tuple[str, str]], list[Problem]]:
    """Read files as UTF-8 text, each once; of our two CSV files the other is read too, where it stands beside one.

    Gives name and text of each, and every problem met.
    """
    named = list(dict.fromkeys(file for given in files for file in (given, *_partner(given))))
    found: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for file in named:
        text, faults = _standard_input(file) if file == STANDARD_INPUT else read_text(file)
        problems += (replaced(fault, hint=_HINTS.get(fault.code, fault.hint)) for fault in faults)
        if text is not None:
            found.append((file, text))
    return found, problems


def _standard_input(file: str) -> tuple[str | None, list[Problem]]:
    limit = FILE_BYTES.now()
    data = sys.stdin.buffer.read(limit + 1)
    return decode(data, file) if len(data) <= limit else (None, [too_large(file)])


def _partner(file: str) -> list[str]:
    others = (
        file.removesuffix(ending) + other
        for ending, other in (_PAIR, _PAIR[::-1])
        if file.endswith(ending) and file != ending
    )
    return [other for other in others if Path(other).is_file()]
