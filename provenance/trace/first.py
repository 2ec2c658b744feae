"""Who is said to have reported first, and who did before."""

from collections.abc import Iterator, Sequence

from provenance.model import Report, Stance
from provenance.trace.answer import Fact, Finding, FindingKind
from provenance.trace.support import Support

FIRST = "first-reported-by"
"""The name of the detail that says who was first: a report's id, or an outlet's id, name or alias."""


def find_not_first(support: Support) -> Iterator[Finding]:
    """Find statements that call a report the first while a surely older one of another outlet says as much."""
    said_first: dict[tuple[str, str], list[str]] = {}
    for node in sorted(support.nodes):
        statement = support.graph.statement(node)
        named = dict(statement.details).get(FIRST) if statement else None
        if named is not None:
            said_first.setdefault((node.claim, named), []).append(node.id)
    outlets = support.graph.workspace.outlet_names if said_first else {}
    for (claim, named), reports in said_first.items():
        credited = list(_credited(support, claim, named, outlets.get(named.casefold())))
        facts = _who_was_before(support, credited)
        for report in reports if facts else ():
            yield Finding(kind=FindingKind.CHRONOLOGY, at=report, facts=(("first", named), *facts))


def _credited(support: Support, claim: str, named: str, outlet: str | None) -> Iterator[tuple[Report, str]]:
    """Give the reports that are said to have been first, each with the claim it supports: this one, or a tied one."""
    reports = support.graph.workspace.reports
    for report in [reports[named]] if named in reports else reports.values():
        said = support.graph.nearest_statement(report, claim)
        if (report.id == named or report.outlet == outlet) and said is not None and said.stance is Stance.SUPPORTS:
            yield report, said.claim


def _who_was_before(support: Support, credited: Sequence[tuple[Report, str]]) -> tuple[tuple[str, Fact], ...]:
    """Give the facts about the oldest report of another outlet that is surely older than all those credited."""
    dates = [report.published for report, _ in credited if report.published is not None]
    if not credited or len(dates) < len(credited):
        return ()
    outlets = {report.outlet for report, _ in credited}
    older = [
        (report.published.sort_key, report.id, report.published.text)
        for report in _saying_as_much(support, {claim for _, claim in credited})
        if report.outlet not in outlets
        and report.published is not None
        and all(report.published.surely_before(date) for date in dates)
    ]
    if not older:
        return ()
    _, oldest, before = min(older)
    after = min(dates, key=lambda date: (date.sort_key, date.text)).text
    return (("from", oldest), ("what", FIRST), ("before", before), ("after", after))


def _saying_as_much(support: Support, claims: set[str]) -> Iterator[Report]:
    """Give the reports that support one of `claims`, or one stronger than it, and are in by the date."""
    ties = support.graph.ties
    stronger = {other for claim in claims for other in ties.tied_to(claim) if ties.hardens(other, claim)}
    for claim in sorted(claims | stronger):
        for node in support.graph.statements_on(claim):
            if support.stance(node) is Stance.SUPPORTS and support.is_in(node):
                yield support.graph.workspace.reports[node.id]
