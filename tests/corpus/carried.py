"""Corpora for tests: made of workspaces and of tables that a reader can see."""

import json
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

from provenance.corpus.finishing import Imported
from provenance.corpus.importing import import_tables
from provenance.corpus.store import Family, bucket_paths, read_bucket
from provenance.model import Workspace
from provenance.value import Value, field_names


def tables(folder: Path, **texts: str) -> Path:
    """Write CSV tables; a text `cites` is the table of citations, blanks around cells do not count."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        lines = [",".join(cell.strip() for cell in line.split("|")) for line in cleandoc(text).splitlines()]
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def imported(tmp_path: Path, **texts: str) -> tuple[Imported, Path]:
    """Import CSV tables with one process."""
    folder = tables(tmp_path / "tables", **texts)
    return import_tables(folder, tmp_path / "corpus", processes=1), tmp_path / "corpus"


def families(corpus: Path) -> dict[str, Family]:
    return {family.id: family for path in bucket_paths(corpus) for family in read_bucket(path)}


def rejects(corpus: Path) -> list[dict[str, Any]]:
    text = (corpus / "rejects.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def refused(corpus: Path) -> list[tuple[str, int, str]]:
    """Give table, row and code of every row that was left out."""
    return [(one["table"], one["row"], one["code"]) for one in rejects(corpus)]


def contents(workspace: Workspace) -> dict[str, Any]:
    """Give all records of a workspace without their places."""
    sections = ("outlets", "parties", "sources", "claims", "reports", "responses", "dependences", "cases")
    return {section: _placeless(getattr(workspace, section)) for section in sections}


def _placeless(found: Any) -> Any:
    if isinstance(found, Mapping):
        return {key: _placeless(one) for key, one in found.items()}
    if type(found) is tuple:
        return tuple(map(_placeless, found))
    if isinstance(found, Value):
        names = [name for name in field_names(found) if name != "place"]
        return (type(found).__name__, *((name, _placeless(getattr(found, name))) for name in names))
    return found
