"""Circular citations: strongly connected components, of reports and of the people behind them."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from provenance.components import components
from provenance.graph import CitationGraph, Node
from provenance.trace.answer import Answered, Doubt, Fact, Finding, FindingKind, Link, Members
from provenance.trace.projection import Agent, Arrow, arrows, arrows_of, project
from provenance.trace.support import Support

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

T = TypeVar("T", Node, Agent)

_CYCLES_LOOKED_AT = 1_000


def find_loops(support: Support, responses: Iterable[Answered]) -> Iterator[Finding]:
    """Find the sets of reports, and of agents, that rest on each other, all citations taken to hold.

    `of` tells which of the two. `at` is the smallest id, `loop` the others: in the order of citation
    where they form one ring. `chain` is a shortest loop in the order of citation. Where the set only
    holds together by citations in doubt, the finding has `doubt`. A report that cites itself is a
    loop; an agent that does, or a loop of agents that only mirrors one of reports, is not.
    """
    graph = support.graph
    rings = [
        set(ring) for ring in components(support.nodes, graph.cites) if len(ring) > 1 or ring[0] in graph.cites(ring[0])
    ]
    for ring in rings:
        sure = [
            (node, edge.cited)
            for node in ring
            for edge in graph.edges_from(node)
            if edge.cited in ring and not edge.in_doubt
        ]
        chain = [_link(graph, node) for node in _way_back(graph.cites, ring)]
        yield _finding(Members.REPORTS, graph.cites, ring, sure, chain)
    yield from _of_agents(support, responses, rings)


def has_loops(support: Support, responses: Iterable[Answered]) -> bool:
    """Tell whether `find_loops` finds any.

    Where no reports rest on each other there is no loop for agents to mirror: any of theirs is one.
    """
    graph = support.graph
    if any(len(ring) > 1 or ring[0] in graph.cites(ring[0]) for ring in components(support.nodes, graph.cites)):
        return True
    cited: dict[Agent, list[Agent]] = {}
    for one, other in arrows_of(support, responses):
        cited.setdefault(one, []).append(other)
    return any(len(ring) > 1 for ring in components(cited, cited.__getitem__))


def _of_agents(support: Support, responses: Iterable[Answered], rings: Iterable[set[Node]]) -> Iterator[Finding]:
    witnesses = project(support, responses)
    agents: nx.DiGraph[Agent] = nx.DiGraph(
        list(witnesses)
    )  # of anything but a list networkx asks pandas whether it is one of its tables
    mirrored_by: dict[Arrow, set[int]] = {}
    for number, of_reports in enumerate(rings):
        for arrow in arrows(support.graph, of_reports):
            mirrored_by.setdefault(arrow, set()).add(number)
    for ring in nx.strongly_connected_components(agents):
        if len(ring) > 1 and not _only_mirrors(agents.subgraph(ring), mirrored_by):
            way = _way_back(agents.successors, ring)
            by = [witnesses[arrow] for arrow in pairwise([*way, way[0]])]
            chain = [(agent[1], witness.by, witness.date) for agent, witness in zip(way, by, strict=True)]
            inside = ((one, other) for one in ring for other in agents.succ[one] if other in ring)
            sure = [arrow for arrow in inside if not witnesses[arrow].in_doubt]
            yield _finding(Members.AGENTS, agents.successors, ring, sure, chain)


def _finding(
    of: Members,
    cites: Callable[[T], Iterable[T]],
    ring: set[T],
    sure: Collection[tuple[T, T]],
    chain: Sequence[Link],
) -> Finding:
    first, *others = dict.fromkeys(node[1] for node in _in_order(cites, ring))
    facts: dict[str, Fact] = {"of": of, "loop": tuple(others), "chain": tuple(chain)}
    if not _holds_together(ring, sure):
        facts["doubt"] = Doubt.UNCLEAR
    return Finding(kind=FindingKind.CIRCULAR, at=first, facts=tuple(facts.items()))


def _holds_together(ring: set[T], sure: Collection[tuple[T, T]]) -> bool:
    """Tell whether a ring is one by its sure citations alone."""
    graph: nx.DiGraph[T] = nx.DiGraph(list(sure))
    return len(graph) == len(ring) and nx.is_strongly_connected(graph)


def _link(graph: CitationGraph, node: Node) -> Link:
    date = graph.workspace.reports[node.id].published
    return (node.id, node.id, date.text if date else None)


def _only_mirrors(agents: "nx.DiGraph[Agent]", mirrored_by: Mapping[Arrow, set[int]]) -> bool:
    """Tell whether every ring of agents stands in the projection of one loop of reports.

    An arrow that stands in none lies on a ring that does not. Otherwise rings are looked at one by
    one; after a thousand the set is reported unlooked.
    """
    if _stand_in_one(agents.edges, mirrored_by):
        return True
    if any(arrow not in mirrored_by for arrow in agents.edges):
        return False
    for looked_at, ring in enumerate(nx.simple_cycles(agents)):
        if looked_at == _CYCLES_LOOKED_AT or not _stand_in_one(pairwise([*ring, ring[0]]), mirrored_by):
            return False
    return True


def _stand_in_one(arrows_: Iterable[Arrow], mirrored_by: Mapping[Arrow, set[int]]) -> bool:
    """Tell whether some arrows stand together in the projection of one loop of reports."""
    by = sorted((mirrored_by.get(arrow, set()) for arrow in arrows_), key=len)
    return bool(set.intersection(*by))


def _in_order(cites: Callable[[T], Iterable[T]], ring: set[T]) -> list[T]:
    """Give a ring from its smallest id on: in the order of citation where it is one ring, else by id."""
    by_id = sorted(ring, key=lambda node: (node[1], node))
    path = _way_back(cites, ring)
    return path if len(path) == len(ring) else by_id


def _way_back(cites: Callable[[T], Iterable[T]], ring: set[T]) -> list[T]:
    """Give a shortest loop from the smallest id of a ring on, in the order of citation; ties by id.

    That a node cites itself is passed over where it rests on others, too.
    """
    start = min(ring, key=lambda node: (node[1], node))
    came_from: dict[T, T] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for cited in sorted(cites(here)):
            if cited == start and here != start:
                path = [here]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if cited in ring and cited not in came_from:
                came_from[cited] = here
                waiting.append(cited)
    return [start]  # it cites itself alone
