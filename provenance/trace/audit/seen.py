"""What rules look at: a claim's answer, with its origins as they count and the citations that lead to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from provenance.graph import Edge, Node
from provenance.model import Citation, CitedKind
from provenance.trace.answer import Doubt, Finding, FindingKind, Members, Origin, Trace
from provenance.trace.audit.ruling import FailingEdge, cited_by, failing_edge
from provenance.trace.doubts import reduce_doubts
from provenance.trace.groups import Groups
from provenance.trace.projection import with_doubt
from provenance.trace.search import Budget, TooManyStepsError, fewest_groups
from provenance.trace.support import Support, why_it_ends


@dataclass(frozen=True)
class Seen:
    """A claim at a date: its support, its answer, and the origin groups of the workspace."""

    support: Support
    answer: Trace
    groups: Groups

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """The origins that count or may count: all but those reached only through what was retracted."""
        return tuple(origin for origin in self.answer.origins if origin.doubt is not Doubt.RETRACTED)

    @cached_property
    def sure(self) -> tuple[Origin, ...]:
        """The origins that count however doubts are settled; where ties are in doubt, some may count as one."""
        return tuple(origin for origin in self.origins if origin.doubt is None and not origin.kind.may_be_nothing)

    @cached_property
    def loops(self) -> tuple[Finding, ...]:
        """The loops of the claim's graph, of reports and of the agents behind them."""
        return tuple(found for found in self.answer.findings if found.kind is FindingKind.CIRCULAR)

    def another_kind_counts(self, kinds: Iterable[str]) -> bool:
        """Tell whether, however doubts are settled, an origin counts that is of none of `kinds`.

        With more doubts than are counted exactly, or too entangled ones, it is not told to.
        """
        left_out = frozenset(kinds)
        if any(origin.kind not in left_out for origin in self.sure):
            return True
        if self.answer.origin_count.bounded:
            return False

        def counting(node: Node) -> Node | None:
            kind = why_it_ends(self.support.graph, node)
            return None if kind in left_out or kind.may_be_nothing else node

        try:
            return fewest_groups(reduce_doubts(self.support), counting, Budget()) > 0
        except TooManyStepsError:
            return False

    def leading_to(self, origins: Iterable[Origin]) -> tuple[FailingEdge, ...]:
        """Give the citations of standing reports that lead straight to `origins`.

        A statement that is one only if its own citations do not hold comes with these.
        """
        return as_failing(edge for origin in origins for edge in self._at_an_end.get(origin.node, ()))

    def in_doubt(self) -> tuple[FailingEdge, ...]:
        """Give the citations of standing reports that the record leaves in doubt."""
        return as_failing(edge for edge in self._live_edges if edge.in_doubt)

    def ring(self, loop: Finding) -> tuple[FailingEdge, ...]:
        """Give the citations that make a loop: between its reports, or between its outlets, parties and sources."""
        ring = set(members(loop))
        if loop.fact("of") is Members.REPORTS:
            return as_failing(edge for edge in self.support.edges if {edge.citing.id, edge.cited.id} <= ring)
        return as_failing(edge for edge in self.support.edges if self._joins(edge, ring)) + self._of_responses(ring)

    @cached_property
    def _live_edges(self) -> list[Edge]:
        return [edge for edge in self.support.edges if edge.citing in self.support.live]

    @cached_property
    def _at_an_end(self) -> dict[Node, list[Edge]]:
        """The live citations by the node they lead to, and by the node that makes them."""
        found: dict[Node, list[Edge]] = {}
        for edge in self._live_edges:
            found.setdefault(edge.cited, []).append(edge)
            found.setdefault(edge.citing, []).append(edge)
        return found

    def _joins(self, edge: Edge, ring: set[str]) -> bool:
        agents = [self._agent(edge.citing), self._agent(edge.cited)]
        return agents[0] != agents[1] and ring.issuperset(agents)

    def _agent(self, node: Node) -> str:
        outlet = self.support.graph.outlet(node)
        return self.support.graph.agents.of(node.id) if outlet is None else outlet.id

    def _of_responses(self, ring: set[str]) -> tuple[FailingEdge, ...]:
        responses = [found.response for found in self.answer.responses if found.addresses and found.party in ring]
        return in_order(
            cited_by(response.by, citation.id, citation, in_doubt=in_doubt)
            for response in responses
            for citation, in_doubt in with_doubt(response.cites)
            if self._cited_agent(citation) in ring
        )

    def _cited_agent(self, citation: Citation) -> str:
        if citation.kind is CitedKind.REPORT:
            return self.support.graph.workspace.reports[citation.id].outlet
        return self.support.graph.agents.of(citation.id)


def members(loop: Finding) -> list[str]:
    """Give the ids of all that a loop passes."""
    rest = loop.fact("loop")
    assert isinstance(rest, tuple)
    return [loop.at, *(id_ for id_ in rest if isinstance(id_, str))]


def as_failing(edges: Iterable[Edge]) -> tuple[FailingEdge, ...]:
    """Take citations out of the graph, by who cites whom, each once."""
    return in_order(failing_edge(edge) for edge in edges)


def in_order(edges: Iterable[FailingEdge]) -> tuple[FailingEdge, ...]:
    """Sort citations by who cites whom; the same one counts once."""
    unique = dict.fromkeys(edges)
    return tuple(sorted(unique, key=lambda edge: (edge.citing, edge.cited, edge.mode or "", edge.quote or "")))
