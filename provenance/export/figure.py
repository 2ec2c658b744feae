"""A claim's citation graph as a figure: everything a format may show, found once; formats only write it down."""

from dataclasses import dataclass

from provenance.export.edges import FigureEdge, figure_edges
from provenance.export.nodes import FigureNode, figure_node
from provenance.trace import Tracer
from provenance.trace.answer import GapKind, Status, Trace
from provenance.trace.tree import order

__all__ = ["Figure", "FigureEdge", "FigureNode", "figure"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A claim (`title` is its text) with its graph: nodes by date, then id; edges by who cites whom.

    `independence` says for several origins whether they are declared independent of each other; None for others.
    """

    claim: str
    title: str
    as_of: str | None
    status: Status
    independence: str | None
    nodes: tuple[FigureNode, ...]
    edges: tuple[FigureEdge, ...]


def figure(tracer: Tracer, answer: Trace) -> Figure:
    """Make the figure of an answer. The same records give the same figure, in whatever order they were read."""
    support = tracer.support(answer.claim, answer.as_of)
    nodes = sorted(support.nodes, key=lambda node: order(support.graph, node))
    numbers = {node: number for number, node in enumerate(nodes)}
    origins = {origin.node: origin for origin in answer.origins}
    return Figure(
        claim=answer.claim,
        title=answer.text,
        as_of=answer.as_of.text if answer.as_of else None,
        status=answer.status,
        independence=_independence(answer),
        nodes=tuple(figure_node(support, node, f"n{number}", origins.get(node)) for node, number in numbers.items()),
        edges=figure_edges(support.edges, numbers, answer),
    )


def _independence(answer: Trace) -> str | None:
    if answer.status is not Status.MULTIPLE_ORIGINS:
        return None
    if any(gap.kind is GapKind.INDEPENDENCE_NOT_ESTABLISHED for gap in answer.gaps):
        return "independence not established"
    return f"declared independent by {'; '.join(answer.declared_by) or 'the record, which gives no basis'}"
