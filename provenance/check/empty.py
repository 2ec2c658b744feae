"""Nothing to check is not a pass."""

from collections.abc import Iterator

from provenance.model import Workspace
from provenance.problems import Place, Problem, Severity


def no_records(workspace: Workspace) -> Iterator[Problem]:
    """Find a workspace without a single record."""
    if not workspace.size:
        yield Problem(
            code="no-records",
            severity=Severity.ERROR,
            place=Place(workspace.root),
            message="there are no records here that could be read",
            hint="nothing was checked; `provenance new` adds a record, `provenance init` makes an example",
        )
