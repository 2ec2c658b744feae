"""Graphviz DOT (https://graphviz.org/doc/info/lang.html).

Labels are quoted strings, never HTML-like ones (those are written without quotes). Graphviz reads
backslash sequences and character entities in labels, so that backslashes, quotes and `&` are escaped.
"""

from collections.abc import Iterable, Mapping

from provenance.export import Output
from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.words import (
    claim_words,
    edge_words,
    fell,
    in_doubt,
    node_lines,
    status_words,
    web_address,
    wrapped,
)
from provenance.graph import NodeKind

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;", "\n": "\\n"})

_SHAPES = {
    NodeKind.STATEMENT: "box",
    NodeKind.REPORT: "box",
    NodeKind.SOURCE: "ellipse",
    NodeKind.PARTY: "ellipse",
    NodeKind.OUTLET: "folder",
}
_ORIGIN = {"shape": "octagon", "peripheries": "2"}
_FELL = {"style": "dashed,filled", "fillcolor": "#dddddd"}


def render(figure: Figure) -> tuple[Output, ...]:
    """Write a figure as one digraph, those who cite above what they cite."""
    title = _joined([*wrapped(claim_words(figure)), *wrapped(status_words(figure))])
    lines = [
        "digraph provenance {",
        f"  graph {_attributes({'label': title, 'labelloc': 't', 'fontname': 'Helvetica'})}",
        '  node [fontname="Helvetica"]',
        '  edge [fontname="Helvetica", fontsize="10"]',
        *(f"  {node.id} {_attributes(_drawn_node(node, figure))}" for node in figure.nodes),
        *(f"  {edge.citing} -> {edge.cited} {_attributes(_drawn_edge(edge))}".rstrip() for edge in figure.edges),
        "}",
    ]
    return (Output("", "\n".join(lines) + "\n"),)


def _drawn_node(node: FigureNode, figure: Figure) -> dict[str, str]:
    drawn = {"label": _joined(node_lines(node, figure)), "shape": _SHAPES[node.kind]}
    drawn |= _ORIGIN if node.origin else {}
    drawn |= _FELL if fell(node) else {}
    url = web_address(node)
    return drawn | ({"URL": url} if url else {})


def _drawn_edge(edge: FigureEdge) -> dict[str, str]:
    words = edge_words(edge)
    drawn = {"label": words} if words else {}
    return drawn | ({"style": "dashed"} if in_doubt(edge) else {"style": "dotted"} if edge.not_said else {})


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _attributes(values: Mapping[str, str]) -> str:
    if not values:
        return ""
    return "[" + ", ".join(f'{name}="{value.translate(_ESCAPES)}"' for name, value in values.items()) + "]"
