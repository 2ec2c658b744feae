"""Circular citations: strongly connected components, of reports and of the people behind them."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

import networkx as nx

from provenance.dates import Date
from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import Citation, CitedKind, UnclearCitation
from provenance.trace.answer import RESPONSE, Answered, Finding, FindingKind, Link
from provenance.trace.support import Support

Agent = tuple[str, str]
"""An outlet, party or source: (kind, id)."""

Witness = tuple[tuple[bool, tuple[object, ...]], str, str | None]
"""Where one agent cites another: the order of its date, the report (or "response"), and the date as written."""

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
        yield _finding(statements, ring, [_report_link(support.graph, node) for node in _way_back(statements, ring)])
    witnesses = _witnesses(support, responses)
    agents: nx.DiGraph[Agent] = nx.DiGraph(witnesses.keys())
    mirrored = [_arrows(support.graph, ring) for ring in rings]
    for agent_ring in nx.strongly_connected_components(agents):
        if len(agent_ring) > 1 and not _only_mirrors(agents.subgraph(agent_ring), mirrored):
            way = _way_back(agents, agent_ring)
            links = [_agent_link(one, witnesses[one, other]) for one, other in pairwise([*way, way[0]])]
            yield _finding(agents, agent_ring, links)


def _finding(graph: "nx.DiGraph[T]", ring: set[T], chain: Sequence[Link]) -> Finding:
    first, *others = dict.fromkeys(node[1] for node in _in_order(graph, ring))
    return Finding(kind=FindingKind.CIRCULAR, at=first, facts=(("loop", tuple(others)), ("chain", tuple(chain))))


def _report_link(graph: CitationGraph, node: Node) -> Link:
    date = graph.workspace.reports[node.id].published
    return (node.id, node.id, date.text if date else None)


def _agent_link(agent: Agent, witness: Witness) -> Link:
    _, by, date = witness
    return (agent[1], by, date)


def _witnesses(support: Support, responses: Iterable[Answered]) -> dict[tuple[Agent, Agent], Witness]:
    """Project the claim's graph on outlets, parties and sources: who cites whom, and the earliest word of it.

    What a party rests on by its responses to the claim counts as its edges.
    """
    found: dict[tuple[Agent, Agent], Witness] = {}

    def add(arrow: tuple[Agent, Agent], by: str, date: Date | None) -> None:
        witness = ((date is None, date.sort_key if date else ()), by, date.text if date else None)
        if arrow[0] != arrow[1]:
            found[arrow] = min(witness, found.get(arrow, witness))

    for node in support.nodes:
        report = support.graph.report(node)
        for cited in support.graph.cites(node) if report else ():
            add(
                (_agent(support.graph, node), _agent(support.graph, cited)),
                node.id,
                report.published if report else None,
            )
    for answered in responses:
        if answered.addresses:
            for one in _flat(answered.response.cites):
                arrow = (_agent_of(support.graph, answered.response.by), _cited_agent(support.graph, one))
                add(arrow, RESPONSE, answered.response.date)
    return found


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
    path = _way_back(graph, ring)
    return path if len(path) == len(ring) else by_id


def _way_back(graph: "nx.DiGraph[T]", ring: set[T]) -> list[T]:
    """Give a shortest loop from the smallest id of a ring on, in the order of citation; ties by id.

    That a node cites itself is passed over where it rests on others, too.
    """
    start = min(ring, key=lambda node: (node[1], node))
    came_from: dict[T, T] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for cited in sorted(graph.succ[here]):
            if cited == start and (here != start or len(ring) == 1):
                path = [here]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if cited in ring and cited not in came_from:
                came_from[cited] = here
                waiting.append(cited)
    return [start]
