"""Where everything in a drawing of a figure stands: time runs down, and what is cited stands above who cites it.

A report takes the level of its date, a line that passes a level an item there; the items are put in an order that
crosses few lines, and then as near as there is room to what they are tied to.
"""

from collections.abc import Iterable, Sequence

from provenance.export.drawing.boxes import Box, edge_box, node_box
from provenance.export.drawing.frame import MARGIN, Frame, frame
from provenance.export.drawing.layers import Levels, Way, levels
from provenance.export.drawing.lines import routes
from provenance.export.drawing.loops import Citations, citations
from provenance.export.drawing.parts import one_below_the_other, parts
from provenance.export.drawing.placed import Label, Layout, PlacedEdge, PlacedNode, Point, Tick
from provenance.export.drawing.sweeps import put_in_order
from provenance.export.drawing.text_width import width_of
from provenance.export.drawing.time_axis import Band, bands, is_exact
from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.words import in_doubt

__all__ = ["Label", "Layout", "PlacedEdge", "PlacedNode", "Tick", "place"]

TICK_SIZE = 12.0
_BAND = 12.0
"""How far a band reaches beyond its boxes."""


def place(figure: Figure) -> Layout:
    """Find a place for everything in a figure. The same figure gives the same places."""
    return one_below_the_other([(part, _place(part.figure)) for part in parts(figure)])


def _place(figure: Figure) -> Layout:
    cited = citations(figure)
    stretches = bands(figure, cited.cites)
    axis = round(max((width_of(band.label, TICK_SIZE) for band in stretches), default=0.0) + 3 * _BAND, 1)
    words = [edge_box(edge, loop=cited.in_loop(edge)) if edge.citing != edge.cited else None for edge in figure.edges]
    ways = [_way(edge, box, cited) for edge, box in zip(figure.edges, words, strict=True)]
    ordered = levels([row for band in stretches for row in (*band.above, *band.rows)], ways)
    put_in_order(ordered)
    found = frame(ordered, _boxes(figure, cited, words, ordered), axis + MARGIN)
    return Layout(
        width=round(found.right + MARGIN, 1),
        height=round(found.lower + MARGIN, 1),
        axis=axis,
        nodes=tuple(_node(node, number, found, cited) for number, node in enumerate(figure.nodes)),
        edges=tuple(
            _edge(edge, points, label, found, cited)
            for edge, points, label in zip(figure.edges, routes(found, ways), ordered.labels, strict=True)
        ),
        ticks=tuple(_ticks(stretches, found)),
    )


def _way(edge: FigureEdge, words: Box | None, cited: Citations) -> Way:
    """Make the way of a citation. Lines that look different do not share a trunk."""
    return Way(
        citing=cited.numbers[edge.citing],
        cited=cited.numbers[edge.cited],
        kind=(cited.in_loop(edge), bool(edge.hardens or edge.changes), in_doubt(edge), edge.not_said),
        words=words is not None,
    )


def _boxes(figure: Figure, cited: Citations, words: Sequence[Box | None], ordered: Levels) -> list[Box | None]:
    """Give the boxes of all items: nodes, words, and None for lines that pass."""
    boxes: list[Box | None] = [None] * len(ordered.level_of)
    for number, node in enumerate(figure.nodes):
        boxes[number] = node_box(node, figure, loop=cited.loop_of[number] is not None, exact=is_exact(node))
    for box, item in zip(words, ordered.labels, strict=True):
        if item is not None:
            boxes[item] = box
    return boxes


def _node(node: FigureNode, number: int, found: Frame, cited: Citations) -> PlacedNode:
    box = found.box(number)
    return PlacedNode(
        id=node.id,
        x=round(found.left(number), 1),
        y=round(found.side(number, lower=False), 1),
        width=round(box.width, 1),
        height=round(box.height, 1),
        lines=box.lines,
        loop=cited.loop_of[number] is not None,
    )


def _edge(edge: FigureEdge, points: tuple[Point, ...], label: int | None, found: Frame, cited: Citations) -> PlacedEdge:
    return PlacedEdge(
        citing=edge.citing,
        cited=edge.cited,
        points=points,
        label=None if label is None else _label(label, found),
        loop=cited.in_loop(edge),
    )


def _label(item: int, found: Frame) -> Label:
    box = found.box(item)
    return Label(
        x=round(found.left(item), 1),
        y=round(found.side(item, lower=False), 1),
        width=round(box.width, 1),
        height=round(box.height, 1),
        rows=box.lines[0].rows,
    )


def _ticks(stretches: Sequence[Band], found: Frame) -> Iterable[Tick]:
    """Give the ticks: a band reaches over the rows of its reports; what has no date is outside of it."""
    for band in stretches:
        rows = band.rows or band.above
        top = found.end(rows[0][0], lower=False) - _BAND
        bottom = found.end(rows[-1][0], lower=True) + _BAND
        yield Tick(label=band.label, y=round(top, 1), height=round(bottom - top, 1))
