"""Rows that cannot be used: where they stand and why."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from provenance.corpus.columns import HELD, STREAMED
from provenance.json_text import inert

_SHOWN = 300
_ORDER = (*HELD, *STREAMED)


class CorpusError(Exception):
    """An input or a corpus that cannot be used at all; the message is for people."""


class MissingPackageError(CorpusError):
    """The extra is not installed; the message says what to install."""

    def __init__(self) -> None:
        super().__init__("a corpus needs an extra that is not installed: pip install 'source-provenance[corpus]'")


class Reject(NamedTuple):
    """A row that was left out. `row` counts from 1; `values` are its cells, without empty ones."""

    table: str
    file: str
    row: int
    code: str
    reason: str
    values: dict[str, Any]

    @property
    def sort_key(self) -> tuple[int, str, int, str, str]:
        """Order by table, file and row: what others hang on comes before them."""
        return (_ORDER.index(self.table), self.file, self.row, self.code, self.reason)


def shortened(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out empty cells, and cut long texts."""
    return {
        name: cell[:_SHOWN] + "…" if isinstance(cell, str) and len(cell) > _SHOWN else cell
        for name, cell in values.items()
        if cell is not None
    }


def write_rejects(path: Path, rejects: Iterable[Reject]) -> int:
    """Write rejects as JSON Lines, sorted; gives how many there are."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for reject in sorted(rejects, key=lambda reject: reject.sort_key):
            file.write(inert(json.dumps(reject._asdict(), ensure_ascii=False, default=str)) + "\n")
            count += 1
    return count
