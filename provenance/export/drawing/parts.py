"""The parts of a figure of several claims that have nothing to do with each other: each is drawn by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.export.drawing.placed import Heading, Label, Layout, PlacedEdge, PlacedNode, Point, Tick
from provenance.export.drawing.text_width import BOLD, broken
from provenance.export.figure import Figure
from provenance.safe import one_line
from provenance.wording.numbers import plural

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

HEADING_SIZE, HEADING_ROW = 14.0, 18.0
_HEADING_WIDTH, _MOST_CLAIMS = 590.0, 3
BETWEEN = 44.0
"""The height between two parts, in the middle of which a rule is drawn."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of a figure, with the places of its nodes and edges in the whole."""

    figure: Figure
    nodes: tuple[int, ...]
    edges: tuple[int, ...]


def parts(figure: Figure) -> tuple[Part, ...]:
    """Divide a figure of several claims by what is tied by citations or by a claim; one claim is one part."""
    everything = Part(figure=figure, nodes=tuple(range(len(figure.nodes))), edges=tuple(range(len(figure.edges))))
    if len(figure.claims) < 2 or not figure.nodes:  # noqa: PLR2004
        return (everything,)
    tied: nx.Graph[str] = nx.Graph()
    tied.add_nodes_from(node.id for node in figure.nodes)
    tied.add_edges_from((edge.citing, edge.cited) for edge in figure.edges)
    tied.add_edges_from((node.id, f"claim {node.claim}") for node in figure.nodes if node.claim is not None)
    part_of = {name: number for number, names in enumerate(nx.connected_components(tied)) for name in names}
    nodes: dict[int, list[int]] = {}
    edges: dict[int, list[int]] = {}
    for place, node in enumerate(figure.nodes):
        nodes.setdefault(part_of[node.id], []).append(place)
    for place, edge in enumerate(figure.edges):
        edges.setdefault(part_of[edge.citing], []).append(place)
    return tuple(_part(figure, places, edges.get(number, [])) for number, places in nodes.items())


def _part(figure: Figure, nodes: Sequence[int], edges: Sequence[int]) -> Part:
    of_nodes, of_edges = (tuple(figure.nodes[place] for place in nodes), tuple(figure.edges[place] for place in edges))
    return Part(figure=replace(figure, nodes=of_nodes, edges=of_edges), nodes=tuple(nodes), edges=tuple(edges))


def one_below_the_other(found: Sequence[tuple[Part, Layout]]) -> Layout:
    """Put the drawings of parts below one another, with a rule between them."""
    axis = max(layout.axis for _, layout in found)
    nodes: dict[int, PlacedNode] = {}
    edges: dict[int, PlacedEdge] = {}
    ticks: list[Tick] = []
    rules: list[float] = []
    headings: list[Heading] = []
    down = width = 0.0
    for part, layout in found:
        if down:
            rules.append(round(down + BETWEEN / 2, 1))
            down += BETWEEN
        right = axis - layout.axis
        if len(found) > 1:
            rows = broken(_heading(part.figure), _HEADING_WIDTH / BOLD, HEADING_SIZE)
            headings.append(Heading(y=round(down, 1), rows=rows))
            down += len(rows) * HEADING_ROW
        nodes |= {place: _moved(node, right, down) for place, node in zip(part.nodes, layout.nodes, strict=True)}
        edges |= {place: _led(edge, right, down) for place, edge in zip(part.edges, layout.edges, strict=True)}
        ticks += [replace(tick, y=round(tick.y + down, 1)) for tick in layout.ticks]
        width, down = max(width, layout.width + right), down + layout.height
    return Layout(
        width=round(width, 1),
        height=round(down, 1),
        axis=axis,
        nodes=tuple(nodes[place] for place in sorted(nodes)),
        edges=tuple(edges[place] for place in sorted(edges)),
        ticks=tuple(ticks),
        rules=tuple(rules),
        headings=tuple(headings),
    )


def _heading(part: Figure) -> str:
    """Name the claims that a part is about, as far as there is room."""
    about = {node.claim for node in part.nodes}
    texts = [one_line(claim.text) or claim.id for claim in part.claims if claim.id in about]
    more = len(texts) - _MOST_CLAIMS
    return " · ".join([*texts[:_MOST_CLAIMS], *([f"and {plural(more, 'more claim')}"] if more > 0 else [])])


def _moved(node: PlacedNode, right: float, down: float) -> PlacedNode:
    return replace(node, x=round(node.x + right, 1), y=round(node.y + down, 1))


def _led(edge: PlacedEdge, right: float, down: float) -> PlacedEdge:
    points = tuple(_point(point, right, down) for point in edge.points)
    return replace(edge, points=points, label=edge.label and _put(edge.label, right, down))


def _point(point: Point, right: float, down: float) -> Point:
    return (round(point[0] + right, 1), round(point[1] + down, 1))


def _put(label: Label, right: float, down: float) -> Label:
    return replace(label, x=round(label.x + right, 1), y=round(label.y + down, 1))
