"""Which claims may have another answer after records changed, so that the others need not be traced."""

from collections.abc import Iterator

from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import each_citation
from provenance.trace.difference import RecordKind
from provenance.trace.records import RecordDifferences

_TIES = (RecordKind.OUTLET, RecordKind.PARTY, RecordKind.SOURCE, RecordKind.DEPENDENCE)
"""What can tie origins of any claim."""


def affected_claims(old: CitationGraph, new: CitationGraph, differences: RecordDifferences) -> frozenset[str]:
    """Give every claim of either state that the differences can bear on; more than do, but never fewer.

    A change in what ties origins bears on all. A report bears on the claims it speaks of and their neighbours, and on
    every claim from which citations lead to it.
    """
    graphs = (old, new)
    if any(found.kind in _TIES for found in differences.records) or any(
        _tied(graph, differences.reports) for graph in graphs
    ):
        return frozenset(old.workspace.claims).union(new.workspace.claims)
    found = set(differences.claims).union(one.response.claim for one in differences.responses)
    for graph in graphs:
        found |= _spoken_of(graph, differences.reports)
    for graph in graphs:
        for claim in found & graph.workspace.claims.keys():
            found |= graph.ties.neighbours(claim)
    for graph in graphs:
        found |= _leading_to(graph, differences.reports)
        found.update(_answered_with(graph, differences.reports))
    return frozenset(found)


def _tied(graph: CitationGraph, reports: frozenset[str]) -> bool:
    """Tell whether a dependence names one of these reports, or the outlet of one."""
    records = graph.workspace.reports
    named = {id_ for record in graph.workspace.dependences for id_ in record.between}
    return any(id_ in named or records[id_].outlet in named for id_ in reports if id_ in records)


def _spoken_of(graph: CitationGraph, reports: frozenset[str]) -> set[str]:
    records = graph.workspace.reports
    return {said.claim for id_ in reports if id_ in records for said in records[id_].says}


def _leading_to(graph: CitationGraph, reports: frozenset[str]) -> set[str]:
    """Give the claims on which a statement is from which citations lead to one of these reports as a whole.

    Those that lead to what it says of a claim are on that claim or a neighbour.
    """
    graph.include_everything()
    nodes = [node for id_ in reports if (node := Node(NodeKind.REPORT, id_)) in graph]
    return {node.claim for node in graph.reach(nodes, down=True) if graph.statement(node)}


def _answered_with(graph: CitationGraph, reports: frozenset[str]) -> Iterator[str]:
    """Give the claims to which a response is that cites one of these reports."""
    for response in graph.workspace.responses:
        if any(citation.id in reports for citation in each_citation(response.cites)):
            yield response.claim
