"""Faults in the records that no single field shows. Each check is a plain function in `CHECKS`."""

from collections.abc import Callable, Iterator

from provenance.check.codes import unknown_countries, unknown_languages
from provenance.check.dates import dates_out_of_order
from provenance.check.empty import no_records, no_reports
from provenance.check.names import implicit_outlets, outlets_written_two_ways
from provenance.check.ratings import unsigned_ratings
from provenance.check.ties import contradicting_dependences, self_references, tie_cycles
from provenance.check.urls import unusable_urls
from provenance.model import Workspace
from provenance.problems import Problem, Severity
from provenance.read import Loaded

__all__ = ["CHECKS", "ESSENTIAL", "fatal", "run_checks"]

Check = Callable[[Workspace], Iterator[Problem]]

ESSENTIAL: tuple[Check, ...] = (tie_cycles, self_references)
"""What must hold before a graph is built: the checks every command runs."""

CHECKS: tuple[Check, ...] = (
    no_records,
    no_reports,
    *ESSENTIAL,
    contradicting_dependences,
    unsigned_ratings,
    dates_out_of_order,
    unknown_countries,
    unknown_languages,
    unusable_urls,
    implicit_outlets,
    outlets_written_two_ways,
)
"""Every check, in the order of `docs/reference/problems.md`."""


def run_checks(workspace: Workspace, checks: tuple[Check, ...] = CHECKS) -> list[Problem]:
    """Run `checks` over a workspace and give all problems, sorted by place."""
    found = [problem for check in checks for problem in check(workspace)]
    return sorted(found, key=lambda problem: problem.sort_key)


def fatal(loaded: Loaded) -> list[Problem]:
    """Give the errors for which no answer may be made of these records, with the lines they stand in."""
    problems = [*loaded.problems, *run_checks(loaded.workspace, ESSENTIAL)]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return loaded.with_excerpts(errors) if errors else []
