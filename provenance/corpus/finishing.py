"""What ends every making of a corpus: the number of its buckets, what all families share, what is told of it."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from provenance.corpus.store import SHARED
from provenance.model import Workspace
from provenance.packing import pack_workspace
from provenance.value import value

_CITATIONS_A_BUCKET = 50_000
_LEAST_BUCKETS, _MOST_BUCKETS = 8, 4096


@value
class Imported:
    """What an import did: how many records of each table are in the corpus, how many rows were left out.

    `codes` counts these by table and code.
    """

    counts: Mapping[str, int]
    rejected: int
    codes: Mapping[tuple[str, str], int] = {}


def bucket_count(citations: int) -> int:
    """Give the number of buckets: the same on every machine, and enough to keep some cores busy."""
    return max(_LEAST_BUCKETS, min(_MOST_BUCKETS, citations // _CITATIONS_A_BUCKET + 1))


class whole_file:  # noqa: N801 - read as a function
    """Opens a text file that is whole or absent."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(f".{path.name}.part")

    def __enter__(self) -> Any:
        self._file = self._temporary.open("w", encoding="utf-8", newline="\n")
        return self._file

    def __exit__(self, kind: object, *_: object) -> None:
        self._file.close()
        if kind is None:
            os.replace(self._temporary, self._path)  # noqa: PTH105


def write_shared(corpus: Path, shared: Workspace) -> None:
    """Write what all families share: every record but the reports."""
    with whole_file(corpus / SHARED) as file:
        json.dump(pack_workspace(shared), file, ensure_ascii=False, separators=(",", ":"))


def counted(counts: Mapping[str, int], shared: Workspace, found: int) -> dict[str, int]:
    """Count the records by table, and the families that were `found`."""
    names = ("claims", "outlets", "parties", "sources", "responses", "dependences", "cases")
    return {**counts, **{name: len(getattr(shared, name)) for name in names}, "families": found}
