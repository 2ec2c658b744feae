"""The slices of a workspace that is in memory: what an index and a corpus have to give."""

from provenance.model import Workspace
from provenance.slices import Key, Needs, RecordKind, part, reached


class Slices:
    """Cuts the slices of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._needs = Needs(workspace)

    def of(self, claim: str) -> Workspace:
        """Give the slice of `claim`."""
        return part(self._workspace, reached(Key(RecordKind.CLAIM, claim), self._needs.of))
