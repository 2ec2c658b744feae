"""Circular citations: strongly connected components of the citation graph."""

from collections import deque

import networkx as nx

from provenance.graph import Node
from provenance.trace.answer import Finding, FindingKind
from provenance.trace.support import Support


def find_loops(support: Support) -> list[Finding]:
    """Find every set of reports that rest on each other, or one that cites itself, all citations taken to hold.

    `at` is the smallest id, `loop` the others: in the order of citation where they form one ring.
    """
    graph = support.graph.view(support.nodes)
    rings = [
        component
        for component in nx.strongly_connected_components(graph)
        if len(component) > 1 or graph.has_edge(*(2 * tuple(component)))
    ]
    findings = []
    for ring in rings:
        first, *others = _in_order(support, ring)
        findings.append(Finding(kind=FindingKind.CIRCULAR, at=first, facts=(("loop", tuple(others)),)))
    return findings


def _in_order(support: Support, ring: set[Node]) -> list[str]:
    start = min(ring, key=lambda node: (node.id, node))
    path = _shortest_way_back(support, start, ring)
    if len(path) != len(ring):
        path = [start, *sorted(ring - {start}, key=lambda node: (node.id, node))]
    return list(dict.fromkeys(node.id for node in path))


def _shortest_way_back(support: Support, start: Node, ring: set[Node]) -> list[Node]:
    """Breadth-first from `start` until it is cited again; ties by id."""
    came_from: dict[Node, Node] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for cited in sorted(support.graph.cites(here)):
            if cited == start:
                path = [here]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if cited in ring and cited not in came_from:
                came_from[cited] = here
                waiting.append(cited)
    return [start]
