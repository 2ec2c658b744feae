"""Drift: what became firmer, or other, from one report to the next."""

from collections.abc import Iterator, Mapping

from provenance.graph import CitationGraph, Edge, Node
from provenance.model import Mode, Stance
from provenance.trace.answer import Doubt, Fact, Finding, FindingKind, on_edge
from provenance.trace.attribution import Attributed, attributed
from provenance.trace.support import Support

UNKNOWN_LANGUAGE = "?"


def find_drift(support: Support) -> Iterator[Finding]:
    """Find what hardens or changes along each citation of the claim's graph (docs/explanation/model.md)."""
    sources = {node: attributed(support.graph, node) for node in support.nodes}
    for edge in support.edges:
        yield from _along(support.graph, edge, sources)


def _along(graph: CitationGraph, edge: Edge, sources: Mapping[Node, Attributed]) -> Iterator[Finding]:
    citing, cited = graph.statement(edge.citing), graph.statement(edge.cited)
    if citing is None or cited is None:
        return
    if citing.stance == cited.stance == Stance.SUPPORTS:
        if graph.ties.hardens(citing.claim, cited.claim):
            yield _drift(graph, edge, what="claim", before=cited.claim, after=citing.claim)
        if citing.certainty and cited.certainty and citing.certainty.strength > cited.certainty.strength:
            yield _drift(graph, edge, what="certainty", before=cited.certainty, after=citing.certainty)
        yield from _of_sources(graph, edge, sources[edge.cited], sources[edge.citing])
    if edge.citation.mode is Mode.TRANSLATES:
        before, after = (graph.workspace.reports[node.id].language for node in (edge.cited, edge.citing))
        unknown = UNKNOWN_LANGUAGE
        yield _drift(graph, edge, what="translation", before=before or unknown, after=after or unknown)
    given = dict(cited.details)
    for name, found in citing.details:
        if given.get(name, found) != found:
            yield _drift(graph, edge, what="details", name=name, before=given[name], after=found)


def _of_sources(graph: CitationGraph, edge: Edge, before: Attributed, after: Attributed) -> Iterator[Finding]:
    doubt: dict[str, Fact] = {"doubt": Doubt.UNCLEAR} if before.in_doubt or after.in_doubt else {}
    if before.word and after.strength > before.strength:
        yield _drift(graph, edge, what="attribution", before=before.word, after=after.word, **doubt)
    if before.several is False and after.several:
        yield _drift(graph, edge, what="plurality", before="one", after="several", **doubt)


def _drift(graph: CitationGraph, edge: Edge, **facts: Fact) -> Finding:
    outlet = graph.outlet(edge.citing)
    assert outlet is not None
    quotes = tuple(said.quote if (said := graph.statement(node)) else None for node in (edge.cited, edge.citing))
    return on_edge(FindingKind.DRIFT, edge, **facts, outlet=outlet.id, quotes=quotes)
