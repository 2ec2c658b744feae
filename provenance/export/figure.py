"""Citation graphs as a figure: everything a format may show, found once; formats only write it down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from provenance.export.edges import FigureEdge, figure_edges
from provenance.export.nodes import FigureNode, figure_node
from provenance.graph import Edge, Node
from provenance.trace import ALL, Shape, Tracer, claim_tree
from provenance.trace.answer import Doubt, Origin, Status, Trace
from provenance.trace.support import Support
from provenance.trace.tree import order
from provenance.value import replaced
from provenance.wording.verdict import independence_of

__all__ = ["Export", "Figure", "FigureClaim", "FigureEdge", "FigureNode", "export_of", "figure"]


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureClaim:
    """A claim that a figure shows, with what its trace says first.

    `origins_min` and `origins_max` are the ends of its origin count. `independence` says for several
    origins whether they are declared independent of each other; None for others.
    """

    id: str
    text: str
    status: Status
    origins_min: int
    origins_max: int
    independence: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One claim or several with their graph: nodes by date, then id; edges by who cites whom.

    `left_out` says what a figure of a part does not show; None where it is whole. `cut` counts by a node's id what it
    cites that is not drawn.
    """

    claims: tuple[FigureClaim, ...]
    as_of: str | None
    nodes: tuple[FigureNode, ...]
    edges: tuple[FigureEdge, ...]
    left_out: str | None = None
    cut: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """A figure with the answers behind it, for formats that say more than a figure holds.

    `nodes` are the graph's own nodes, in the order of the figure's.
    """

    figure: Figure
    nodes: tuple[Node, ...]
    answers: tuple[Trace, ...]
    tracer: Tracer


def figure(tracer: Tracer, answers: Sequence[Trace], shape: Shape = ALL) -> Figure:
    """Make the figure of the answers for one claim or several, as of one date.

    `shape` may leave out what a tree would: citations below a depth, and records pruned with all
    that hangs on them alone. The same records give the same figure, in whatever order they were read.
    """
    return export_of(tracer, answers, shape).figure


def export_of(tracer: Tracer, answers: Sequence[Trace], shape: Shape = ALL) -> Export:
    """Make the figure of the answers as `figure` does, and keep them with it."""
    supports = [tracer.support(answer.claim, answer.as_of) for answer in answers]
    nodes, edges = _parts(supports, shape)
    ordered = sorted(nodes, key=lambda node: order(tracer.graph, node))
    numbers = {node: number for number, node in enumerate(ordered)}
    origins = _origins(tracer, answers)
    as_of = answers[0].as_of if answers else None
    found = Figure(
        claims=tuple(_claim(answer) for answer in answers),
        as_of=as_of.text if as_of else None,
        nodes=tuple(
            figure_node(tracer.graph, node, f"n{number}", origins.get(node), as_of) for node, number in numbers.items()
        ),
        edges=figure_edges(edges, numbers, answers),
        left_out=_left_out(shape),
        cut=_cut(supports, numbers) if shape != ALL else {},
    )
    return Export(figure=found, nodes=tuple(ordered), answers=tuple(answers), tracer=tracer)


def _left_out(shape: Shape) -> str | None:
    """Say what a shape leaves out: status and count are of the whole graph."""
    cuts = [] if shape.depth is None else [f"citations below depth {shape.depth}"]
    cuts += [", ".join(sorted(shape.prune))] if shape.prune else []
    return f"left out here: {'; '.join(cuts)}" if cuts else None


def _parts(supports: Sequence[Support], shape: Shape) -> tuple[set[Node], list[Edge]]:
    """Give the nodes of all claims, and every citation between them, each once."""
    if shape == ALL:
        nodes = {node for support in supports for node in support.nodes}
    else:
        nodes = {row.node for support in supports for row in claim_tree(support, shape)}
    graph = supports[0].graph if supports else None
    edges = [edge for node in nodes for edge in (graph.edges_from(node) if graph else ()) if edge.cited in nodes]
    return nodes, sorted(edges, key=lambda edge: (edge.citing, edge.cited))


def _cut(supports: Sequence[Support], numbers: Mapping[Node, int]) -> dict[str, int]:
    """Count for each node what it cites that is not drawn."""
    whole = {node for support in supports for node in support.nodes}
    graph = supports[0].graph if supports else None
    cited = {node: {edge.cited for edge in graph.edges_from(node)} if graph else set() for node in numbers}
    lost = {number: len(cited[node] & whole - numbers.keys()) for node, number in numbers.items()}
    return {f"n{number}": count for number, count in lost.items() if count}


def _origins(tracer: Tracer, answers: Sequence[Trace]) -> Mapping[Node, Origin]:
    """Give the origins of all answers. Of several answers the one that is surest of an origin speaks for it.

    Groups are numbered anew over several claims, in their order.
    """
    if len(answers) == 1:
        return {origin.node: origin for origin in answers[0].origins}
    found: dict[Node, Origin] = {}
    numbers: dict[object, int] = {}
    for origin in _by_claim(answers):
        group = numbers.setdefault(tracer.groups.certain.find(origin.node), len(numbers) + 1)
        known = found.get(origin.node)
        if known is None or _SURER.index(origin.doubt) < _SURER.index(known.doubt):
            found[origin.node] = replaced(origin, group=group)
    return found


_SURER = (None, Doubt.UNCLEAR, Doubt.RETRACTED)


def _by_claim(answers: Iterable[Trace]) -> Iterable[Origin]:
    return (origin for answer in sorted(answers, key=lambda one: one.claim) for origin in answer.origins)


def _claim(answer: Trace) -> FigureClaim:
    return FigureClaim(
        id=answer.claim,
        text=answer.text,
        status=answer.status,
        origins_min=answer.origin_count.min,
        origins_max=answer.origin_count.max,
        independence=_independence(answer),
    )


def _independence(answer: Trace) -> str | None:
    return independence_of(answer) if answer.status is Status.MULTIPLE_ORIGINS else None
