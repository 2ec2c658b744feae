"""Node-link JSON, as networkx (`node_link_graph(…, edges="edges")`) and D3 read it; nothing is left out or changed."""

from typing import TYPE_CHECKING

from provenance.export import Output
from provenance.export.figure import Figure
from provenance.export.flat import network
from provenance.json_text import dump_json

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx


def render(figure: Figure) -> tuple[Output, ...]:
    """Write a figure as node-link JSON; what is not recorded is null."""
    graph = network(figure, dict, str)
    return (Output("", dump_json(nx.node_link_data(graph, edges="edges"))),)
