"""Who reported first: who surely did, and who is said to have, but did not."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.graph import Node, NodeKind
from provenance.model import FIRST_REPORTED_BY, Report, Stance
from provenance.spelling import folded
from provenance.trace.answer import Fact, Finding, FindingKind
from provenance.trace.support import Support, why_it_ends


def find_not_first(support: Support) -> Iterator[Finding]:
    """Find statements that call a report the first while a surely older one of another outlet says as much."""
    said_first: dict[tuple[str, str], list[str]] = {}
    for node in support.nodes:
        statement = support.graph.statement(node)
        named = dict(statement.details).get(FIRST_REPORTED_BY) if statement else None
        if named is not None:
            said_first.setdefault((node.claim, named), []).append(node.id)
    outlets = support.graph.workspace.outlet_names if said_first else {}
    by_outlet: dict[str, list[Report]] = {}
    for report in support.graph.workspace.reports.values() if said_first else ():
        by_outlet.setdefault(report.outlet, []).append(report)
    as_much: dict[frozenset[str], list[Report]] = {}
    for (claim, named), reports in said_first.items():
        first = support.graph.workspace.reports.get(named)
        named_reports = [first] if first else by_outlet.get(outlets.get(folded(named), ""), [])
        credited = list(_credited(support, claim, named_reports))
        claims = frozenset(said for _, said in credited)
        if claims not in as_much:
            as_much[claims] = sorted(_saying_as_much(support, claims), key=_by_date)
        facts = _who_was_before(credited, as_much[claims])
        for id_ in reports if facts else ():
            yield Finding(kind=FindingKind.CHRONOLOGY, at=id_, facts=(("first", named), *facts))


def surely_first(support: Support) -> str | None:
    """Name the report that surely was the first on record to support the claim; None where that is not certain.

    It is where all reports that say as much have dates, one of them is older than all others in any case, and what that
    one rests on is recorded and is no report which would have had it before.
    """
    saying = {report.id: report for report in _saying_as_much(support, frozenset({support.claim}))}
    reports = sorted(saying.values(), key=_by_date)
    if not reports or reports[0].published is None:
        return None
    first, date = reports[0], reports[0].published
    node = Node(NodeKind.STATEMENT, first.id, support.claim)
    cited = list(support.graph.cites(node)) if node in support.nodes else []
    if node not in support.nodes or (not cited and why_it_ends(support.graph, node).may_be_nothing):
        return None
    if any(each.kind is NodeKind.OUTLET or each.id in saying for each in cited):
        return None
    older = all(other.published and date.surely_before(other.published) for other in reports[1:])
    return first.id if older else None


def _by_date(report: Report) -> tuple[object, ...]:
    return (report.published is None, report.published.sort_key if report.published else (), report.id)


def _credited(support: Support, claim: str, named: Iterable[Report]) -> Iterator[tuple[Report, str]]:
    """Give the reports that are said to have been first, each with the claim it supports: this one, or a tied one."""
    for report in named:
        said = support.graph.nearest_statement(report, claim)
        if said is not None and said.stance is Stance.SUPPORTS:
            yield report, said.claim


def _who_was_before(credited: Sequence[tuple[Report, str]], as_much: Iterable[Report]) -> tuple[tuple[str, Fact], ...]:
    """Give the facts about the oldest report of another outlet that is surely older than all those credited.

    `as_much` are the reports that say as much, by date.
    """
    dates = [report.published for report, _ in credited if report.published is not None]
    if not credited or len(dates) < len(credited):
        return ()
    outlets = {report.outlet for report, _ in credited}
    after = min(dates, key=lambda date: (date.sort_key, date.text))
    for report in as_much:
        date = report.published
        if date is None or date.sort_key > after.sort_key:
            return ()
        if report.outlet not in outlets and all(date.surely_before(other) for other in dates):
            return (("from", report.id), ("what", FIRST_REPORTED_BY), ("before", date.text), ("after", after.text))
    return ()


def _saying_as_much(support: Support, claims: frozenset[str]) -> Iterator[Report]:
    """Give the reports that support one of `claims`, or one stronger than it, and are in by the date."""
    ties = support.graph.ties
    stronger = {other for claim in claims for other in ties.tied_to(claim) if ties.hardens(other, claim)}
    for claim in claims | stronger:
        for node in support.graph.statements_on(claim):
            if support.stance(node) is Stance.SUPPORTS and support.is_in(node):
                yield support.graph.workspace.reports[node.id]
