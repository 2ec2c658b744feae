"""A figure drawn as SVG markup (https://www.w3.org/TR/SVG2/), for a file of its own or inside a page.

It needs no script, no font and no other file. Every text is escaped once, in `_text`. A page that holds the drawing
may style it anew: all of it has classes, and the stylesheet here speaks of `svg.provenance` only.
"""

from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.layout import Layout, PlacedEdge, PlacedNode
from provenance.export.words import fell, in_doubt, node_lines
from provenance.safe import one_line

STYLE = """
svg.provenance .box { fill: #fff; stroke: #444; }
svg.provenance .line { fill: none; stroke: #555; }
"""
"""The stylesheet inside a drawing, light and dark."""


def svg_elements(figure: Figure, layout: Layout, *, prefix: str = "", plate: bool = True) -> str:
    """Draw a figure as one `<svg>` element.

    Ids are those of the nodes and e0, e1, … for the edges in their order, after `prefix`, which tells several drawings
    of one page apart. `plate` puts claim, status and date above the graph and the legend below it.
    """
    nodes = [_node(node, placed, figure, prefix) for node, placed in zip(figure.nodes, layout.nodes, strict=True)]
    pairs = zip(figure.edges, layout.edges, strict=True)
    edges = [_edge(number, edge, placed, prefix) for number, (edge, placed) in enumerate(pairs)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="provenance" role="img" width="{layout.width:g}"'
            f' height="{layout.height:g}" viewBox="0 0 {layout.width:g} {layout.height:g}"'
            f' aria-labelledby="{prefix}title {prefix}desc">',
            f"<style>{STYLE}</style>",
            '<g class="graph">',
            *edges,
            *nodes,
            "</g>",
            "</svg>",
        ]
    )


def node_classes(node: FigureNode, placed: PlacedNode) -> tuple[str, ...]:
    """Give a node's classes: its kind, then `origin`, `fallen`, `doubt`, `loop` where they are so."""
    marks = {
        "origin": node.origin is not None,
        "fallen": fell(node),
        "doubt": node.doubt is not None,
        "loop": placed.loop,
    }
    return ("node", node.kind.value, *(name for name, holds in marks.items() if holds))


def edge_classes(edge: FigureEdge, placed: PlacedEdge) -> tuple[str, ...]:
    """Give a citation's classes: `loop`, `drift`, `doubt`, `not-said` where they are so."""
    marks = {
        "loop": placed.loop,
        "drift": bool(edge.hardens or edge.changes),
        "doubt": in_doubt(edge),
        "not-said": edge.not_said,
    }
    return ("edge", *(name for name, holds in marks.items() if holds))


def _node(node: FigureNode, placed: PlacedNode, figure: Figure, prefix: str) -> str:
    whole = _text("\n".join(node_lines(node, figure)))
    return (
        f'<g class="{" ".join(node_classes(node, placed))}" id="{prefix}{node.id}"'
        f' data-record="{_text(one_line(node.record))}"><title>{whole}</title>'
        f'<rect class="box" x="{placed.x:g}" y="{placed.y:g}" width="{placed.width:g}" height="{placed.height:g}"/>'
        f'<text class="name" x="{placed.x + 10:g}" y="{placed.y + 20:g}">{_text(placed.lines[0].rows[0])}</text></g>'
    )


def _edge(number: int, edge: FigureEdge, placed: PlacedEdge, prefix: str) -> str:
    (x1, y1), (x2, y2) = placed.points[0], placed.points[-1]
    return (
        f'<g class="{" ".join(edge_classes(edge, placed))}" id="{prefix}e{number}" data-citing="{edge.citing}"'
        f' data-cited="{edge.cited}"><path class="line" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/></g>'
    )


_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def _text(text: str) -> str:
    return one_line(text).translate(_ESCAPES) if "\n" not in text else "\n".join(map(_text, text.split("\n")))
