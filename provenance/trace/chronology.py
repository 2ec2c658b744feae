"""Chronology: dates that cannot all be right, and copies that lost theirs."""

from collections.abc import Iterator

from provenance.dates import Date, DateError, parse_date
from provenance.graph import Node, NodeKind
from provenance.model import Basis, DependenceKind, Mode, Report
from provenance.trace.answer import Fact, Finding, FindingKind, on_edge
from provenance.trace.first import find_not_first
from provenance.trace.support import Support

DATED = "-published"
"""How the name of a detail ends that dates another report: `ID-published`."""

_COPIES = (Mode.SYNDICATES, Mode.TRANSLATES)

_Given = list[tuple[str, Date]]
"""Dates with the report that gives each."""


def find_chronology(support: Support) -> Iterator[Finding]:
    """Find what the dates on record contradict (docs/explanation/model.md); what is not sure decides nothing."""
    yield from _older_than_cited(support)
    yield from _two_dates(support)
    yield from find_not_first(support)
    yield from _undated_copies(support)


def _older_than_cited(support: Support) -> Iterator[Finding]:
    for edge in support.edges:
        citing, cited = support.graph.report(edge.citing), support.graph.report(edge.cited)
        if citing is None or cited is None or citing.published is None or cited.published is None:
            continue
        if citing.published.surely_before(cited.published):
            before, after = cited.published.text, citing.published.text
            yield on_edge(FindingKind.CHRONOLOGY, edge, what="older-than-cited", before=before, after=after)


def _two_dates(support: Support) -> Iterator[Finding]:
    """Find reports that the records date twice, and addresses at which reports of different dates stand."""
    reports = [support.graph.workspace.reports[id_] for id_ in support.reports]
    of_report: dict[str, _Given] = {report.id: [] for report in reports}
    of_address: dict[str, _Given] = {}
    for report in reports:
        if report.published is not None:
            of_report[report.id].append((report.id, report.published))
            of_address.setdefault(report.url or "", []).append((report.id, report.published))
        for dated, date in _dates_given(support, report):
            if dated in of_report:
                of_report[dated].append((report.id, date))
    of_address.pop("", None)
    for id_, given in of_report.items():
        if _surely_apart(given):
            yield _dated_twice(id_, given)
    for given in of_address.values():
        if _surely_apart(given):
            yield _dated_twice(min(id_ for id_, _ in given), given)


def _dates_given(support: Support, report: Report) -> Iterator[tuple[str, Date]]:
    """Give the dates that a report gives for others, each with the other's id; not in what is not in by the date."""
    for said in report.says:
        late = said.claim == support.claim and Node(NodeKind.STATEMENT, report.id, said.claim) not in support.nodes
        for name, text in () if late else said.details:
            if name.endswith(DATED):
                try:
                    yield name.removesuffix(DATED), parse_date(text)
                except DateError:  # then it is a detail as any other
                    continue


def _surely_apart(given: _Given) -> bool:
    dates = [date for _, date in given if not date.qualified]
    latest = [date.latest for date in dates if date.latest is not None]
    earliest = [date.earliest for date in dates if date.earliest is not None]
    return bool(latest and earliest) and min(latest) < max(earliest)


def _dated_twice(at: str, given: _Given) -> Finding:
    values = tuple(sorted({date.text for _, date in given}))
    by = tuple(sorted({f"{id_}: {date.text}" for id_, date in given}))
    facts: tuple[tuple[str, Fact], ...] = (("what", "two-dates"), ("values", values), ("by", by))
    return Finding(kind=FindingKind.CHRONOLOGY, at=at, facts=facts)


def _undated_copies(support: Support) -> Iterator[Finding]:
    for edge in support.edges:
        if edge.citation.mode in _COPIES and support.graph.report(edge.cited) is not None:
            facts = _copied(support, edge.citing.id, edge.cited.id)
            if facts:
                yield on_edge(FindingKind.CHRONOLOGY, edge, **facts)
    for copy, other in _same_wording(support):
        facts = _copied(support, copy, other)
        if facts:
            yield Finding(kind=FindingKind.CHRONOLOGY, at=copy, facts=(("from", other), *facts.items()))


def _copied(support: Support, copy: str, other: str) -> dict[str, Fact]:
    """Give the facts of an undated copy of a dated report; nothing where `copy` is dated or `other` undated."""
    reports = support.graph.workspace.reports
    date = reports[other].published
    if reports[copy].published is not None or date is None:
        return {}
    later = (id_ for id_ in _citing(support, copy) if (taken := reports[id_].published) and date.surely_before(taken))
    return {"what": "undated-copy", "before": date.text, "after": "undated", "reports": tuple(sorted(later))}


def _citing(support: Support, report: str) -> set[str]:
    """Give the reports of the claim's graph that cite a report."""
    says = support.graph.workspace.reports[report].says
    nodes = [Node(NodeKind.REPORT, report), *(Node(NodeKind.STATEMENT, report, said.claim) for said in says)]
    inside = support.nodes.intersection(nodes)
    return {by.id for node in inside for by in support.graph.cited_by(node) if by in support.nodes}


def _same_wording(support: Support) -> Iterator[tuple[str, str]]:
    """Give each undated report that is worded as a dated one, with the oldest such.

    That it is the copy is not said of a report of its own reporting, nor of one that the other cites.
    """
    reports = support.graph.workspace.reports
    for record in support.graph.workspace.dependences:
        alike = (
            support.reports.intersection(record.between) if record.kind is DependenceKind.SAME_WORDING else set[str]()
        )
        dated = sorted((date.sort_key, id_) for id_ in alike if (date := reports[id_].published) is not None)
        for copy in alike.difference(id_ for _, id_ in dated):
            own = any(said.basis is Basis.OWN_REPORTING for said in reports[copy].says)
            if not own:
                citing = _citing(support, copy)
                oldest = next((id_ for _, id_ in dated if id_ not in citing), None)
                if oldest is not None:
                    yield copy, oldest
