"""Dates of one record that contradict each other."""

from collections.abc import Iterator

from provenance.dates import Date
from provenance.model import Report, Workspace
from provenance.problems import Problem, Severity


def dates_out_of_order(workspace: Workspace) -> Iterator[Problem]:
    """Find reports read, corrected, retracted or withdrawn surely before they were published."""
    for report in workspace.reports.values():
        if report.published is None:
            continue
        for what, date in _later_acts(report):
            if date.surely_before(report.published):
                yield Problem(
                    code="dates-out-of-order",
                    severity=Severity.WARNING,
                    place=report.place,
                    message=f"'{report.id}' was {what} ({date.text}) before it was published ({report.published.text})",
                    hint="mend one of the dates",
                )


def _later_acts(report: Report) -> Iterator[tuple[str, Date]]:
    if report.accessed is not None:
        yield "read", report.accessed
    yield from report.changes
