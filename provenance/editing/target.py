"""Which file a new record goes into."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from provenance.draft.proposal import Entry
from provenance.editing.questions import Kind
from provenance.files import SUFFIXES
from provenance.model import Workspace

FIRST = "records.yaml"
"""The name of the first file of a folder of records."""


class TargetError(Exception):
    """No file to add to is named, or none that would be read; says what to do."""


def choose_file(data: str, named: str | None, files: Sequence[str], entry: Entry, workspace: Workspace) -> str:
    """Give the file that is named (in `data`), else the only one, else that of the claim. Raises TargetError."""
    if named is not None:
        there = next((path for path in (named, str(Path(data) / named)) if path in files), None)
        return there or _named(data, named)
    if len(files) < 2:  # noqa: PLR2004
        return files[0] if files else str(Path(data) / FIRST)
    claim = _claim_of(entry)
    if claim in workspace.claims:
        return workspace.claims[claim].place.file
    raise TargetError(f"say which file it goes into: {', '.join(map(_short, files[:5]))}, or a new one (--file)")


def _named(data: str, named: str) -> str:
    if Path(data).is_file():
        if Path(named).resolve() == Path(data).resolve():
            return data
        raise TargetError(f"'{named}' would not be read: the records are the file '{data}'")
    path = Path(named) if _is_within(named, data) else Path(data) / named
    inner = path.resolve().relative_to(Path(data).resolve()).parts if _is_within(str(path), data) else ()
    if not inner or not path.name.lower().endswith(SUFFIXES) or any(part.startswith(".") for part in inner):
        raise TargetError(f"'{named}' would not be read: name a .yaml file in '{data}'")
    return str(path)


def _is_within(path: str, folder: str) -> bool:
    return Path(path).resolve().is_relative_to(Path(folder).resolve())


def _claim_of(entry: Entry) -> str:
    """Give the claim that a record is on; nothing where it is on none, or on several."""
    fields: Mapping[str, object] = entry.fields
    said = fields.get("claim" if entry.section == Kind.RESPONSE else "says")
    if isinstance(said, list):
        said = said[0].get("claim") if said and isinstance(said[0], dict) else None
    return said if isinstance(said, str) else ""


def _short(file: str) -> str:
    return Path(file).name
