"""Every way from a claim's standing support to some nodes: counted without listing them, listed shortest first."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from provenance.graph import Node
from provenance.trace.support import Support

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

Way = tuple[Node, ...]
"""The nodes of a way, from the supporting statement to the first target it meets."""

_Link = tuple[int, "_Link | None"]
"""The last node of a way's beginning, and the beginning before it."""

_Beginning = tuple[int, tuple[tuple[int, int, int], ...], _Link]
"""The length of the shortest way that begins so, the key of its place among those of that length, and the beginning."""

MOST_DIGITS = 4_000
"""Numbers of ways beyond that many digits are given as a bound: Python refuses to write numbers much longer."""


class Ways:
    """The simple paths from the supporting statements that stand to `targets`, through nodes that stand.

    A way ends at the first target it meets; that one alone may have fallen itself. Nodes are numbered in order of
    their ids, `further` gives what each leads to on some way.
    """

    def __init__(self, support: Support, targets: Collection[Node]) -> None:
        self._nodes, self._ends, self._starts, self.further = _between(support, frozenset(targets))

    @property
    def starts(self) -> list[Node]:
        """The supporting statements from which there is a way."""
        return [self._nodes[start] for start in self._starts]

    @property
    def ends(self) -> list[Node]:
        """The targets to which there is a way."""
        return [self._nodes[end] for end in self._ends]

    @property
    def steps(self) -> Iterator[tuple[Node, Node]]:
        """Every pair of a citing and a cited node that follow each other on some walk to a target."""
        return ((self._nodes[one], self._nodes[other]) for one, cited in enumerate(self.further) for other in cited)

    @cached_property
    def number(self) -> tuple[int, bool]:
        """How many ways there are, and whether that is exact: it is where nothing on them rests on itself in a ring.

        Elsewhere it is a lower bound: the ways that lead from each node only to one nearer to a target, or as near
        and later by id.
        """
        ways = [0] * len(self._order)
        for node in reversed(self._order):  # an earlier one has none so far
            ways[node] = 1 if node in self._ends else sum(ways[other] for other in self.further[node])
        number, most = sum(ways[start] for start in self._starts), 10**MOST_DIGITS
        return (number, not self._in_rings) if number < most else (most, False)

    def shortest(self) -> Iterator[Way]:
        """Give all ways, the shortest first, then by ids.

        Best first over beginnings of ways, each with the exact length of its shortest completion that meets no node
        twice, so that no step is taken which leads to no further way (E. L. Lawler, "A procedure for computing the K
        best solutions", Management Science 18, 1972). A key orders beginnings of equal length by ids: for each of
        them where it leaves the way it was found beside, to an earlier or a later node.
        """
        waiting: list[_Beginning] = [(self._distance[start], ((0, 0, start),), (start, None)) for start in self._starts]
        heapify(waiting)
        while waiting:
            length, key, link = heappop(waiting)
            way = _unlinked(link)
            met = set(way)
            while way[-1] not in self._ends:
                left = self._onward(way[-1], met, length - len(way))
                best = min(node for node, distance in left if len(way) + distance == length)
                for node, distance in left:
                    if node != best:
                        branch = (0, len(way), node) if node < best else (1, -len(way), node)
                        heappush(waiting, (len(way) + distance, (*key, branch), (node, link)))
                way.append(best)
                met.add(best)
                link = (best, link)
            yield tuple(self._nodes[node] for node in way)

    def _onward(self, here: int, met: Collection[int], least: int) -> list[tuple[int, int]]:
        """Give each node that a way may go on to from `here`, with the least number of steps from it to a target.

        Of one of them that number is `least`. What was met can be met again only on a ring through `here`: beyond it
        the plain distances hold.
        """
        left, ring = [node for node in self.further[here] if node not in met], self._rings[here]
        if len(left) == 1:
            return [(left[0], least)]
        if ring not in self._in_rings:
            return [(node, self._distance[node]) for node in left]
        inside = self._distances_inside(ring, met)
        distances = ((node, inside.get(node) if self._rings[node] == ring else self._distance[node]) for node in left)
        return [(node, distance) for node, distance in distances if distance is not None]

    def _distances_inside(self, ring: int, met: Collection[int]) -> dict[int, int]:
        """Give the least steps to a target from the nodes of a ring, past those met: Dijkstra from the ways out."""
        members = [node for node in self._in_rings[ring] if node not in met]
        found: dict[int, int] = {}
        out = [
            (self._distance[other] + 1, node)
            for node in members
            for other in self.further[node]
            if self._rings[other] != ring
        ]
        heapify(out)
        while out:
            distance, node = heappop(out)
            if node not in found:
                found[node] = distance
                for citing in self._citing[node]:
                    if self._rings[citing] == ring and citing not in met and citing not in found:
                        heappush(out, (distance + 1, citing))
        return found

    @cached_property
    def _citing(self) -> list[list[int]]:
        return _turned(self.further)

    @cached_property
    def _distance(self) -> list[int]:
        """The least steps from each node to a target: breadth first from the targets."""
        distance = dict.fromkeys(self._ends, 0)
        waiting = deque(distance)
        while waiting:
            node = waiting.popleft()
            for citing in self._citing[node]:
                if citing not in distance:
                    distance[citing] = distance[node] + 1
                    waiting.append(citing)
        return [distance[node] for node in range(len(self._nodes))]

    @cached_property
    def _components(self) -> list[set[int]]:
        return list(nx.strongly_connected_components(_digraph(self.further)))

    @cached_property
    def _rings(self) -> list[int]:
        """The number of each node's strongly connected component."""
        number = {node: index for index, ring in enumerate(self._components) for node in ring}
        return [number[node] for node in range(len(self._nodes))]

    @cached_property
    def _in_rings(self) -> dict[int, list[int]]:
        """The nodes of each component of two or more, by its number."""
        return {index: list(ring) for index, ring in enumerate(self._components) if len(ring) > 1}

    @property
    def _order(self) -> list[int]:
        """Order the nodes so that ways lead forward: all of them where there is no ring."""
        if self._in_rings:
            return sorted(range(len(self._nodes)), key=lambda node: (-self._distance[node], node))
        return list(nx.topological_sort(_digraph(self.further)))


def _between(
    support: Support, targets: frozenset[Node]
) -> tuple[list[Node], frozenset[int], list[int], list[list[int]]]:
    """Give what lies between support and the targets: the nodes by id, the targets, the starts, who leads to whom."""
    inside = support.live | (targets & support.carried)
    cites = {
        node: []
        if node in targets
        else [other for other in support.graph.cites(node) if other in inside and other != node]
        for node in inside
    }
    met = _reach(support.supporting, cites)
    cited_by: dict[Node, list[Node]] = {node: [] for node in met}
    for node in met:
        for other in cites[node]:
            cited_by[other].append(node)
    kept = _reach(met & targets, cited_by)
    nodes = sorted(kept, key=lambda node: (node.id, node))
    number = {node: index for index, node in enumerate(nodes)}
    further = [[number[other] for other in cites[node] if other in kept] for node in nodes]
    starts = [number[node] for node in support.supporting if node in kept]
    return nodes, frozenset(number[node] for node in kept & targets), starts, further


def _reach(starts: Iterable[Node], cites: Mapping[Node, Iterable[Node]]) -> set[Node]:
    seen = set(starts)
    stack = list(seen)
    while stack:
        for other in cites[stack.pop()]:
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return seen


def _turned(further: Sequence[Iterable[int]]) -> list[list[int]]:
    citing: list[list[int]] = [[] for _ in further]
    for node, others in enumerate(further):
        for other in others:
            citing[other].append(node)
    return citing


def _digraph(further: Sequence[Iterable[int]]) -> "nx.DiGraph[int]":
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(further)))
    graph.add_edges_from((node, other) for node, others in enumerate(further) for other in others)
    return graph


def _unlinked(link: _Link) -> list[int]:
    """Give the beginning of a way that a link ends, in order."""
    found: list[int] = []
    here: _Link | None = link
    while here is not None:
        node, here = here
        found.append(node)
    return found[::-1]
