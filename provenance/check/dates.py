"""Dates of one record that contradict each other."""

from collections.abc import Iterator

from provenance.model import Report, Workspace
from provenance.problems import Problem, Severity


def dates_out_of_order(workspace: Workspace) -> Iterator[Problem]:
    """Find reports read, corrected, retracted or withdrawn surely before they were published."""
    for report in workspace.reports.values():
        for what in _before_publication(report):
            yield Problem(
                code="dates-out-of-order",
                severity=Severity.WARNING,
                place=report.place,
                message=f"'{report.id}' was {what} before it was published",
                hint="mend one of the dates",
            )


def _before_publication(report: Report) -> Iterator[str]:
    if report.published is None:
        return
    if report.accessed is not None and report.accessed.surely_before(report.published):
        yield "read"
    for change, date in report.changes:
        if date.surely_before(report.published):
            yield change
