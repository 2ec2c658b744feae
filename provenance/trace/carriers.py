"""Which citations carry a claim's support to a node: those that lie on every way of a supporting report."""

from typing import TYPE_CHECKING

from provenance.graph import Node
from provenance.trace.dominators import count_below
from provenance.trace.ways import Ways
from provenance.value import value

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

_END = "end"
_Step = tuple[Node, Node]
_Place = Node | _Step | str


@value
class Carrier:
    """A citation, or several of one report by one other, without which `reports` supporting reports have no way."""

    citing: Node
    cited: Node
    reports: int


def find_carriers(ways: Ways) -> tuple[Carrier, ...]:
    """Find the citations that lie on every way of one supporting report or more; those that carry most come first.

    Each is a node of its own between its two ends, in the graph turned round and rooted at the targets; it lies on
    every way of what it dominates there (immediate dominators: Cooper, Harvey and Kennedy 2001).
    """
    turned: nx.DiGraph[_Place] = nx.DiGraph()
    turned.add_edges_from((_END, end) for end in ways.ends)
    for citing, cited in ways.steps:
        turned.add_edge(cited, (citing, cited))
        turned.add_edge((citing, cited), citing)
    if not turned:
        return ()
    above = {place: over for place, over in nx.immediate_dominators(turned, _END).items() if place != _END}
    below = count_below(above, frozenset[_Place](ways.starts))
    found = [
        Carrier(citing=place[0], cited=place[1], reports=number)
        for place, number in below.items()
        if number and isinstance(place, tuple) and not isinstance(place, Node)
    ]
    return tuple(sorted(found, key=lambda one: (-one.reports, one.citing.id, one.cited.id, one.citing, one.cited)))
