"""Circular citations: strongly connected components, of reports and of the people behind them."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

import networkx as nx

from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import Citation, CitedKind, UnclearCitation
from provenance.trace.answer import Answered, Finding, FindingKind
from provenance.trace.support import Support

Agent = tuple[str, str]
"""An outlet, party or source: (kind, id)."""

T = TypeVar("T", Node, Agent)

_CYCLES_LOOKED_AT = 1_000


def find_loops(support: Support, responses: Iterable[Answered]) -> Iterator[Finding]:
    """Find the sets of reports, and of agents, that rest on each other, all citations taken to hold.

    `at` is the smallest id, `loop` the others: in the order of citation where they form one ring.
    A report that cites itself is a loop; an agent that does, or a loop of agents that only mirrors
    one of reports, is not.
    """
    statements = support.graph.view(support.nodes)
    rings = [
        ring
        for ring in nx.strongly_connected_components(statements)
        if len(ring) > 1 or statements.has_edge(*(2 * tuple(ring)))
    ]
    for ring in rings:
        yield _finding([node.id for node in _in_order(statements, ring)])
    agents = _agent_graph(support, responses)
    mirrored = [_arrows(support.graph, ring) for ring in rings]
    for agent_ring in nx.strongly_connected_components(agents):
        if len(agent_ring) > 1 and not _only_mirrors(agents.subgraph(agent_ring), mirrored):
            yield _finding([id_ for _, id_ in _in_order(agents, agent_ring)])


def _finding(ids: list[str]) -> Finding:
    first, *others = dict.fromkeys(ids)
    return Finding(kind=FindingKind.CIRCULAR, at=first, facts=(("loop", tuple(others)),))


def _agent_graph(support: Support, responses: Iterable[Answered]) -> "nx.DiGraph[Agent]":
    """Project the claim's graph on outlets, parties and sources; what a party rests on counts as its edges."""
    graph: nx.DiGraph[Agent] = nx.DiGraph()
    graph.add_edges_from(_arrows(support.graph, support.nodes))
    for found in responses:
        if found.addresses:
            cited = (_cited_agent(support.graph, one) for one in _flat(found.response.cites))
            graph.add_edges_from((_agent_of(support.graph, found.response.by), agent) for agent in cited)
    return graph


def _arrows(graph: CitationGraph, nodes: Iterable[Node]) -> set[tuple[Agent, Agent]]:
    """Project the citations between `nodes`; those within one agent are no arrows."""
    inside = frozenset(nodes)
    found = {
        (_agent(graph, node), _agent(graph, cited)) for node in inside for cited in graph.cites(node) if cited in inside
    }
    return {(one, other) for one, other in found if one != other}


def _agent(graph: CitationGraph, node: Node) -> Agent:
    match node.kind:
        case NodeKind.STATEMENT | NodeKind.REPORT:
            return "outlet", graph.workspace.reports[node.id].outlet
        case NodeKind.OUTLET:
            return "outlet", node.id
        case NodeKind.SOURCE | NodeKind.PARTY:
            return _agent_of(graph, node.id)


def _agent_of(graph: CitationGraph, id_: str) -> Agent:
    agent = graph.workspace.agent_of(id_)
    return ("party" if agent in graph.workspace.parties else "source"), agent


def _cited_agent(graph: CitationGraph, citation: Citation) -> Agent:
    match citation.kind:
        case CitedKind.REPORT:
            return "outlet", graph.workspace.reports[citation.id].outlet
        case CitedKind.OUTLET:
            return "outlet", citation.id
        case CitedKind.SOURCE | CitedKind.PARTY:
            return _agent_of(graph, citation.id)


def _flat(cites: Iterable[Citation | UnclearCitation]) -> Iterator[Citation]:
    for entry in cites:
        yield from entry.alternatives if isinstance(entry, UnclearCitation) else (entry,)


def _only_mirrors(agents: "nx.DiGraph[Agent]", mirrored: list[set[tuple[Agent, Agent]]]) -> bool:
    """Tell whether every ring of agents stands in the projection of one loop of reports.

    An arrow that stands in none lies on a ring that does not. Otherwise rings are looked at one by
    one; after a thousand the set is reported unlooked.
    """
    arrows = set(agents.edges)
    if any(arrows <= one for one in mirrored):
        return True
    if arrows - set().union(*mirrored):
        return False
    for looked_at, ring in enumerate(nx.simple_cycles(agents)):
        ring_arrows = set(pairwise([*ring, ring[0]]))
        if looked_at == _CYCLES_LOOKED_AT or not any(ring_arrows <= one for one in mirrored):
            return False
    return True


def _in_order(graph: "nx.DiGraph[T]", ring: set[T]) -> list[T]:
    """Give a ring from its smallest id on: in the order of citation where it is one ring, else by id."""
    by_id = sorted(ring, key=lambda node: (node[1], node))
    path = _shortest_way_back(graph, by_id[0], ring)
    return path if len(path) == len(ring) else by_id


def _shortest_way_back(graph: "nx.DiGraph[T]", start: T, ring: set[T]) -> list[T]:
    """Breadth-first from `start` until it is cited again; ties by id."""
    came_from: dict[T, T] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for cited in sorted(graph.succ[here]):
            if cited == start:
                path = [here]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if cited in ring and cited not in came_from:
                came_from[cited] = here
                waiting.append(cited)
    return [start]
