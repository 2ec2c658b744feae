"""A claim's support boiled down to what is in doubt: what surely counts, and the choices that are open.

The reduction follows every sure citation to its end, so that what is left is small: a set of origins
that count in any case, and *hubs*, the statements with citations in doubt, each with its choices.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from provenance.graph import Edge, Node
from provenance.trace.support import Support, may_lose_all


class Outcome(NamedTuple):
    """What following one way leads to: origins that are reached, and hubs whose choices then come up."""

    origins: frozenset[Node] = frozenset()
    hubs: frozenset[Node] = frozenset()


class Choice(NamedTuple):
    """One thing the record leaves open about a statement.

    At least one of `outcomes` holds. In an *unclear* citation several may; for a statement that may
    lose all its citations (`own` given) either some of the outcomes hold, or its own origin stands.
    """

    at: Node
    outcomes: tuple[Outcome, ...]
    own: Outcome | None = None

    @property
    def ways(self) -> tuple[Outcome, ...]:
        """The least that may hold, one by one."""
        return self.outcomes if self.own is None else (*self.outcomes, self.own)

    @property
    def all_hold(self) -> Outcome:
        """What holds when every alternative does."""
        return union(self.outcomes)


class Doubts(NamedTuple):
    """The support of a claim, reduced to hubs.

    `choices` are what has to be decided at a hub; `extra` what it leads to besides if citations
    hold that need not.
    """

    sure: Outcome
    choices: Mapping[Node, tuple[Choice, ...]]
    extra: Mapping[Node, tuple[Outcome, ...]]

    @property
    def citations(self) -> int:
        """How many citations are in doubt: each unclear one, and each unclear attribution."""
        chosen = (len(choice.outcomes) if choice.own else 1 for found in self.choices.values() for choice in found)
        return sum(chosen) + sum(map(len, self.extra.values()))


def union(outcomes: Iterable[Outcome]) -> Outcome:
    """Join any number of outcomes."""
    origins: set[Node] = set()
    hubs: set[Node] = set()
    for outcome in outcomes:
        origins |= outcome.origins
        hubs |= outcome.hubs
    return Outcome(frozenset(origins), frozenset(hubs))


def reduce_doubts(support: Support) -> Doubts:
    """Boil a claim's live support down. Linear in the graph for each citation in doubt."""
    choices: dict[Node, tuple[Choice, ...]] = {}
    extra: dict[Node, tuple[Outcome, ...]] = {}
    for node in sorted(node for node in support.live if _in_doubt(support, node)):
        edges = support.graph.edges_from(node)
        found = [
            Choice(node, tuple(_follow(support, [edge.cited]) for edge in alternatives))
            for alternatives in _alternatives(edges).values()
        ]
        optional = tuple(_follow(support, [edge.cited]) for edge in edges if edge.optional)
        if may_lose_all(support.graph.statement(node)):
            found.append(Choice(node, optional, own=Outcome(frozenset({node}))))
        elif optional:
            extra[node] = optional
        choices[node] = tuple(found)
    return Doubts(_follow(support, support.supporting), choices, extra)


def _in_doubt(support: Support, node: Node) -> bool:
    return any(edge.optional or edge.choice is not None for edge in support.graph.edges_from(node))


def _alternatives(edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in edges:
        if edge.choice is not None:
            found.setdefault(edge.choice, []).append(edge)
    return found


def _follow(support: Support, starts: Iterable[Node]) -> Outcome:
    """Walk sure citations through standing reports to their ends; hubs are met, and their sure citations followed."""
    origins: set[Node] = set()
    hubs: set[Node] = set()
    seen = {start for start in starts if start in support.live}
    stack = list(seen)
    while stack:
        node = stack.pop()
        edges = support.graph.edges_from(node)
        if not edges:
            origins.add(node)
        for edge in edges:
            if edge.optional or edge.choice is not None:
                hubs.add(node)
            elif edge.cited in support.live and edge.cited not in seen:
                seen.add(edge.cited)
                stack.append(edge.cited)
    return Outcome(frozenset(origins), frozenset(hubs))


def possible_origins(doubts: Doubts) -> frozenset[Node]:
    """Give the origins of all resolutions together."""
    origins = set(doubts.sure.origins)
    seen = set(doubts.sure.hubs)
    stack = list(seen)
    while stack:
        hub = stack.pop()
        ways = [way for choice in doubts.choices.get(hub, ()) for way in choice.ways]
        outcome = union([*ways, *doubts.extra.get(hub, ())])
        origins |= outcome.origins
        stack += outcome.hubs - seen
        seen |= outcome.hubs
    return frozenset(origins)


def certain_origins(doubts: Doubts) -> frozenset[Node]:
    """Give the origins that every resolution reaches.

    A hub surely leads to what all ways of one of its choices lead to: the least fixed point of that,
    found by looking again at a hub whenever one that it leads to has grown.
    """
    sure: dict[Node, frozenset[Node]] = {}
    led_to_by: dict[Node, set[Node]] = {}
    for hub, choices in doubts.choices.items():
        for other in union([way for choice in choices for way in choice.ways]).hubs:
            led_to_by.setdefault(other, set()).add(hub)
    waiting = dict.fromkeys(doubts.choices)
    while waiting:
        hub, _ = waiting.popitem()
        found = frozenset[Node]().union(*(_of_all_ways(choice, sure) for choice in doubts.choices[hub]))
        if found != sure.get(hub, frozenset()):
            sure[hub] = found
            waiting |= dict.fromkeys(led_to_by.get(hub, ()))
    return doubts.sure.origins.union(*(sure.get(hub, ()) for hub in doubts.sure.hubs))


def _of_all_ways(choice: Choice, sure: Mapping[Node, frozenset[Node]]) -> frozenset[Node]:
    reached = [way.origins.union(*(sure.get(hub, ()) for hub in way.hubs)) for way in choice.ways]
    return frozenset.intersection(*reached)
