"""GraphML (http://graphml.graphdrawing.org/), written by networkx from flat attributes."""

from io import BytesIO
from typing import TYPE_CHECKING

from provenance.export import Output
from provenance.export.figure import Figure
from provenance.export.flat import flat, network
from provenance.safe import one_line

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx


def render(figure: Figure) -> tuple[Output, ...]:
    """Write a figure as GraphML: each node's label as the attribute `label`, the rest under their own names."""
    graph = network(figure, flat, one_line)
    written = BytesIO()
    nx.write_graphml_xml(graph, written)  # write_graphml would take another writer where lxml is installed
    return (Output("", written.getvalue().decode()),)
