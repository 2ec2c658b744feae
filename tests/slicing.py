"""Slices cut from a workspace in memory: what the index and a corpus have to give as well."""

from provenance.model import Workspace
from provenance.slices import Key, Needs, RecordKind, part, reached


class Slices:
    """Cuts the slices of a workspace."""

    def __init__(self, whole: Workspace) -> None:
        self._workspace = whole
        self._needs = Needs(whole)

    def of(self, claim: str) -> Workspace:
        """Give the slice of `claim`. Raises KeyError for an unknown claim."""
        return part(self._workspace, reached(Key(RecordKind.CLAIM, claim), self._needs.of))
