"""What a layout gives: boxes, lines and the bands of the time axis, each with its place.

Lengths are pixels of a drawing at its natural size; x grows to the right, y down, from the top left of the graph.
"""

from dataclasses import dataclass

from provenance.export.drawing.boxes import Line

Point = tuple[float, float]


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
    """The line of a citation, from the cited node to the citing one, and the words at it.

    Between two points the line is a cubic curve that leaves and arrives vertically. `loop` tells that it is part of a
    loop of citations. Where a node cites itself, the line goes out of its right side at the first of two points and
    back at the other, and the words stand in the node.
    """

    citing: str
    cited: str
    points: tuple[Point, ...]
    label: Label | None
    loop: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A band of the time axis: the dates of its reports, as text, and how far down it reaches."""

    label: str
    y: float
    height: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """The claims that a part of a drawing is about, above it."""

    y: float
    rows: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """A drawing's places: `nodes` and `edges` in the order of the figure's, ticks from the top.

    `rules` tell how far down lines stand that divide parts which have nothing to do with each other,
    `headings` name their claims.
    The axis takes the first `axis` pixels from the left. No two boxes overlap, and no line runs through another's box.
    """

    width: float
    height: float
    axis: float
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    ticks: tuple[Tick, ...]
    rules: tuple[float, ...] = ()
    headings: tuple[Heading, ...] = ()
