"""Nothing to check is not a pass."""

from collections.abc import Iterator

from provenance.model import Workspace
from provenance.problems import Place, Problem, Severity


def no_records(workspace: Workspace) -> Iterator[Problem]:
    """Find a workspace without a single record. A case is the frame of records, not one."""
    if workspace.size == len(workspace.cases):
        yield Problem(
            code="no-records",
            severity=Severity.ERROR,
            place=Place(workspace.root),
            message="there are no records here that could be read",
            hint="nothing was checked; `provenance new` adds a record, `provenance init` makes an example",
        )


def no_reports(workspace: Workspace) -> Iterator[Problem]:
    """Find records without a report: a list of outlets or claims is whole, but there is nothing to trace in it."""
    if workspace.size > len(workspace.cases) and not workspace.reports:
        yield Problem(
            code="no-reports",
            severity=Severity.INFO,
            place=Place(workspace.root),
            message="there are no reports here that could be read: nothing can be traced",
            hint="add one with `provenance new report`, or name the folders that hold the reports as well",
        )
