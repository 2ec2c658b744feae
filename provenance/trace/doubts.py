"""A claim's support boiled down to what is in doubt: what surely counts, and the choices that are open.

The reduction follows every sure citation to its end, so that what is left is small: a set of origins
that count in any case, and *hubs*, the statements with citations in doubt, each with its choices.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from provenance.graph import Edge, Node
from provenance.trace.marks import find_marks, marked, number_ends
from provenance.trace.support import Support, may_lose_all


class Outcome(NamedTuple):
    """What following one way leads to: origins that are reached, and hubs whose choices then come up."""

    origins: frozenset[Node] = frozenset()
    hubs: frozenset[Node] = frozenset()


NOTHING = Outcome()


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


def union(outcomes: Iterable[Outcome]) -> Outcome:
    """Join any number of outcomes."""
    origins: set[Node] = set()
    hubs: set[Node] = set()
    for outcome in outcomes:
        origins |= outcome.origins
        hubs |= outcome.hubs
    return Outcome(frozenset(origins), frozenset(hubs))


def find_hubs(support: Support) -> list[Node]:
    """Give the nodes with citations in doubt that support reaches, in order."""
    live = support.live
    return sorted(node for node in live if any(edge.in_doubt for edge in support.graph.edges_from(node)))


def count_doubts(support: Support, hubs: Iterable[Node]) -> int:
    """Count the citations of `hubs` that are in doubt: each unclear one, and each unclear attribution."""
    edges = [edge for hub in hubs for edge in support.graph.edges_from(hub)]
    return len({(edge.citing, edge.choice) for edge in edges if edge.choice is not None}) + sum(
        edge.optional for edge in edges
    )


def reduce_doubts(support: Support) -> Doubts:
    """Boil a claim's live support down: linear in the graph, and in what is left of it.

    What surely counts is left out of the choices. With many doubts what is left is large: their number times that of
    the hubs that each leads to.
    """
    hubs = find_hubs(support)
    follow = _Following(support, hubs)
    sure = follow.outcome(support.supporting)
    choices: dict[Node, tuple[Choice, ...]] = {}
    extra: dict[Node, tuple[Outcome, ...]] = {}
    for node in hubs:
        edges = support.graph.edges_from(node)
        found = [
            Choice(node, tuple(follow.outcome([edge.cited], besides=sure) for edge in alternatives))
            for alternatives in _alternatives(edges).values()
        ]
        optional = tuple(follow.outcome([edge.cited], besides=sure) for edge in edges if edge.optional)
        if may_lose_all(support.graph.statement(node)):
            found.append(Choice(node, optional, own=Outcome(frozenset({node}))))
        elif optional:
            extra[node] = optional
        choices[node] = tuple(found)
    return Doubts(sure, choices, extra)


def _alternatives(edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in edges:
        if edge.choice is not None:
            found.setdefault(edge.choice, []).append(edge)
    return found


class _Following:
    """Sure citations followed through standing reports: to their ends, and to the hubs on the way."""

    def __init__(self, support: Support, hubs: Sequence[Node]) -> None:
        self._hubs = frozenset(hubs)
        self._met = [*hubs, *(node for node in support.live if not any(support.graph.cites(node)))]
        self._marks = find_marks(support.live, support.graph.surely_cites, number_ends(self._met))

    def outcome(self, starts: Iterable[Node], besides: Outcome = NOTHING) -> Outcome:
        """Give what following from `starts` leads to, without the origins of `besides`."""
        marks = 0
        for start in starts:
            marks |= self._marks.get(start, 0)
        met = frozenset(marked(self._met, marks))
        return Outcome(met - self._hubs - besides.origins, met & self._hubs)
