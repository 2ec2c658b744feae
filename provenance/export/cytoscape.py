"""Cytoscape JSON (https://js.cytoscape.org/#notation/elements-json), for cytoscape.js, Cytoscape and networkx."""

from collections.abc import Mapping

from provenance.export import Output
from provenance.export.figure import Figure
from provenance.export.flat import Value, values_of, values_of_figure
from provenance.json_text import dump_json


def render(figure: Figure) -> tuple[Output, ...]:
    """Write a figure as elements, their texts unchanged; what is not recorded is left out: Cytoscape reads no null.

    `name` is a node's label, the column that Cytoscape shows; `value` repeats its id for networkx.
    """
    nodes = [
        {"data": {"id": node.id, "value": node.id, "name": node.label, **_known(values_of(node))}}
        for node in figure.nodes
    ]
    edges = [
        {"data": {"id": key, "source": edge.citing, "target": edge.cited, "key": key, **_known(values_of(edge))}}
        for key, edge in ((f"e{number}", edge) for number, edge in enumerate(figure.edges))
    ]
    text = dump_json(
        {
            "data": _known(values_of_figure(figure)),
            "directed": True,
            "multigraph": True,
            "elements": {"nodes": nodes, "edges": edges},
        }
    )
    return (Output("", text),)


def _known(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None and value != ()}
