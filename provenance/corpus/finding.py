"""Which files of a folder are tables; what looks like one and is none is refused, so that a misspelt one is found."""

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from provenance.corpus.columns import SCHEMA, TABLES
from provenance.corpus.rejecting import CorpusError

SUFFIXES = (".parquet", ".csv", ".jsonl")

_OTHER_SUFFIXES = (".tsv", ".xlsx", ".xls", ".ods", ".json", ".ndjson", ".gz", ".zip", ".yaml", ".yml")
"""What may hold records that nobody should think were read."""

_BESIDE = ("tables.json", "answers.jsonl")
"""Files that stand beside tables: their version, and what `corpus synth` knows."""


class TableFile(NamedTuple):
    """A file that holds (a part of) a table; `name` is its path within the folder."""

    table: str
    path: str
    name: str


def find_tables(folder: Path) -> list[TableFile]:
    """List the table files of a folder, in the order of the tables and then by name; none in a folder without any.

    Raises CorpusError where `tables.json` names another version, or files beside tables look like some and are none.
    """
    found = []
    for table in TABLES:
        paths = [folder / f"{table}{suffix}" for suffix in SUFFIXES]
        paths += [path for suffix in SUFFIXES for path in folder.glob(f"{table}-*{suffix}")]
        paths += [path for path in (folder / table).glob("*") if path.suffix in SUFFIXES]
        names = sorted(path.relative_to(folder).as_posix() for path in paths if path.is_file())
        found += [TableFile(table, str(folder / name), name) for name in names]
    if found or not any(folder.rglob("*.y*ml")):
        _refuse_others(folder, {file.name for file in found})
    _check_version(folder)
    return found


def _refuse_others(folder: Path, tables: set[str]) -> None:
    others = sorted(path.relative_to(folder).as_posix() for path in _candidates(folder))
    others = [name for name in others if name not in tables and name not in _BESIDE]
    if others:
        told = "\n".join(f"  '{folder / name}': {_advice(name)}" for name in others)
        raise CorpusError(f"these would not be read; rename them, or move them out of the folder\n{told}")


def _candidates(folder: Path) -> Iterator[Path]:
    for path in (*folder.glob("*"), *(below for table in TABLES for below in (folder / table).glob("*"))):
        if path.is_file() and not path.name.startswith(".") and _may_be_a_table(path):
            yield path


def _may_be_a_table(path: Path) -> bool:
    suffix = path.suffix.lower()
    return suffix in (*SUFFIXES, *_OTHER_SUFFIXES) or (suffix == ".txt" and path.stem.lower() in TABLES)


def _advice(name: str) -> str:
    path = Path(name)
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xls", ".ods"):
        return "save each sheet as CSV UTF-8, under the name of its table"
    if suffix not in SUFFIXES:
        return f"a table ends in {', '.join(SUFFIXES)}"
    meant = difflib.get_close_matches(path.stem.lower(), TABLES, n=1, cutoff=0.7)
    if meant:
        part = "-2" if path.stem.lower() != meant[0] and path.stem.lower().startswith(meant[0]) else ""
        return f"did you mean '{meant[0]}{part}{suffix}'?"
    return f"the tables are {', '.join(TABLES)}"


def _check_version(folder: Path) -> None:
    path = folder / "tables.json"
    if not path.is_file():
        return
    try:
        version = json.loads(path.read_text(encoding="utf-8"))["schema"]
    except (OSError, ValueError, LookupError, TypeError):
        raise CorpusError(f"'{path}' does not say `schema`") from None
    refuse_other(str(path), version)


def refuse_other(path: str, version: object) -> None:
    """Raise CorpusError where tables are of another version."""
    if version != SCHEMA:
        raise CorpusError(f"'{path}' is of the version '{version}'; this program reads '{SCHEMA}'")
