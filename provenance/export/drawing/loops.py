"""The loops of a figure, and the order of its nodes in which what is cited comes first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.export.figure import Figure, FigureEdge

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx


@dataclass(frozen=True, kw_only=True, slots=True)
class Citations:
    """Who cites whom in a figure, by the numbers of its nodes.

    `cites` gives for each node what it cites, each once and never itself; `loop_of` numbers the loop that a node is
    part of, None for most. `numbers` are the nodes' numbers by their ids.
    """

    numbers: Mapping[str, int]
    cites: tuple[tuple[int, ...], ...]
    loop_of: tuple[int | None, ...]

    def in_loop(self, edge: FigureEdge) -> bool:
        """Tell whether a citation is part of a loop: what it cites leads back to who cites."""
        citing, cited = (self.loop_of[self.numbers[end]] for end in (edge.citing, edge.cited))
        return citing is not None and citing == cited


def citations(figure: Figure) -> Citations:
    """Read the citations of a figure."""
    numbers = {node.id: number for number, node in enumerate(figure.nodes)}
    ends = sorted({(numbers[edge.citing], numbers[edge.cited]) for edge in figure.edges})
    cites: list[list[int]] = [[] for _ in figure.nodes]
    for citing, cited in ends:
        if citing != cited:
            cites[citing].append(cited)
    return Citations(numbers=numbers, cites=tuple(map(tuple, cites)), loop_of=_loops(len(cites), ends))


def cited_first(nodes: Sequence[int], cites: Sequence[Sequence[int]]) -> tuple[list[int], dict[int, list[int]]]:
    """Order nodes so that what is cited comes before who cites it, and give what each cites of those before it.

    Citations of others than `nodes` are left out. In a loop one citation has to be; the walk is depth first from the
    last of `nodes`, so that with nodes by date the later report of two tends to stay the one that cites.
    """
    order: list[int] = []
    kept: dict[int, list[int]] = {node: [] for node in nodes}
    state: dict[int, bool] = {}  # False while a node is open, True once it is in the order
    for first in reversed(nodes):
        if first in state:
            continue
        state[first] = False
        path: list[tuple[int, Iterator[int]]] = [(first, iter(cites[first]))]
        while path:
            node, rest = path[-1]
            cited = next(rest, None)
            if cited is None:
                path.pop()
                state[node] = True
                order.append(node)
            elif cited in kept and state.get(cited) is not False:
                kept[node].append(cited)
                if cited not in state:
                    state[cited] = False
                    path.append((cited, iter(cites[cited])))
    return order, kept


def _loops(nodes: int, ends: Sequence[tuple[int, int]]) -> tuple[int | None, ...]:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(ends)
    itself = {citing for citing, cited in ends if citing == cited}
    found: list[int | None] = [None] * nodes
    parts = (part for part in nx.strongly_connected_components(graph) if len(part) > 1 or part & itself)
    for number, part in enumerate(sorted(parts, key=min)):
        for node in part:
            found[node] = number
    return tuple(found)
