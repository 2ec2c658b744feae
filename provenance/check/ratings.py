"""Admiralty ratings that nobody answers for."""

from collections.abc import Iterator

from provenance.model import Workspace
from provenance.problems import Problem, Severity


def unsigned_ratings(workspace: Workspace) -> Iterator[Problem]:
    """Find outlets with a reliability but no `rated_by`."""
    for outlet in workspace.outlets.values():
        if outlet.reliability is not None and outlet.rated_by is None:
            yield Problem(
                code="unsigned-rating",
                severity=Severity.WARNING,
                place=outlet.place,
                message=f"'{outlet.id}' is rated {outlet.reliability} by nobody",
                hint="add `rated_by`: a rating is somebody's judgement",
            )
