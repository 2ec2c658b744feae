"""Where everything in a drawing of a figure stands: time runs down, and what is cited stands above who cites it.

Lengths are pixels of a drawing at its natural size; x grows to the right, y down, from the top left corner of the graph.
"""

from dataclasses import dataclass

from provenance.export.figure import Figure


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One thing that a box says, broken into the rows it is printed in; a row keeps the blank it was broken at.

    `role` is name, title, date, mark, origin or fallen.
    """

    role: str
    rows: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacedNode:
    """The box of a node, by its top left corner. `loop` tells that its citations lead back to it."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    loop: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """The words at a citation, in a box of their own."""

    x: float
    y: float
    width: float
    height: float
    rows: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacedEdge:
    """The line of a citation, from the cited node to the citing one, and what stands at it.

    Between two points the line is a cubic curve that leaves and arrives vertically. `loop` tells that it is part of a
    loop of citations; a node that cites itself has four points, out of its right side and back.
    """

    citing: str
    cited: str
    points: tuple[tuple[float, float], ...]
    label: Label | None
    loop: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A band of the time axis: the dates that its nodes have, as text, and the rows of the drawing they take."""

    label: str
    y: float
    height: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """A drawing's places: `nodes` and `edges` in the order of the figure's, ticks from the top.

    The axis takes the first `axis` pixels from the left. No two boxes overlap, and no line runs through a box of others.
    """

    width: float
    height: float
    axis: float
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    ticks: tuple[Tick, ...]


def place(figure: Figure) -> Layout:
    """Find a place for everything in a figure."""
    nodes = tuple(
        PlacedNode(
            id=node.id,
            x=100,
            y=20 + 140 * number,
            width=220,
            height=80,
            lines=(Line(role="name", rows=(node.label[:30],)),),
            loop=False,
        )
        for number, node in enumerate(figure.nodes)
    )
    places = {node.id: node for node in nodes}
    edges = tuple(
        PlacedEdge(
            citing=edge.citing,
            cited=edge.cited,
            points=(
                (places[edge.cited].x + 110, places[edge.cited].y + 80),
                (places[edge.citing].x + 110, places[edge.citing].y),
            ),
            label=None,
            loop=False,
        )
        for edge in figure.edges
    )
    return Layout(width=420, height=140 * len(nodes) + 20, axis=80, nodes=nodes, edges=edges, ticks=())
