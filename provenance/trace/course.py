"""The standing of a claim while reports, falls and responses come in: each recomputes what it can have changed.

What no date changes is shared by all moments: the citation graph, the origin groups, the gaps of single reports. The
answer at any moment is that of a trace for its date; a test holds the two together.
"""

from collections.abc import Callable, Iterable

from provenance.dates import Date
from provenance.graph import Edge, Node, NodeKind
from provenance.model import Stance
from provenance.trace import Tracer
from provenance.trace.answer import Answered, Gap, GapKind, Origin, Verdict
from provenance.trace.count import Count, count_origins
from provenance.trace.gaps import Found, find_gaps, report_gaps
from provenance.trace.origins import list_origins
from provenance.trace.status import find_status
from provenance.trace.support import Support
from provenance.trace.weigh import Weighed
from provenance.value import value

OpenGap = tuple[GapKind, str]
"""A gap by its kind and subject; what its words say may change while it stays open."""


@value
class Standing:
    """A claim weighed at a moment, and what is then open."""

    weighed: Weighed
    gaps: frozenset[OpenGap]


@value
class _Counted:
    """What citations alone decide: who answered has no part in it."""

    count: Count
    origins: tuple[Origin, ...]
    declared_by: tuple[str, ...] | None


class Course:
    """A claim of which nothing is in yet."""

    def __init__(self, tracer: Tracer, claim: str) -> None:
        self._tracer = tracer
        self._graph = tracer.graph
        self._claim = claim
        self._of_report: dict[str, set[OpenGap]] = {}
        for gap in report_gaps(tracer.support(claim)):
            self._of_report.setdefault(gap.subject, set()).add(_open(gap))
        self._nodes: set[Node] = set()
        self._carried: set[Node] = set()
        self._live: set[Node] = set()
        self._sure: set[Node] = set()
        self._supporting: dict[Node, bool] = {}
        self._fallen: set[str] = set()
        self._responses: tuple[Answered, ...] = ()
        self._in_doubt: list[Edge] = []
        self._open: set[OpenGap] = set()
        self._counted: _Counted | None = None

    def report(self, node: Node) -> None:
        """Let a statement on the claim come in."""
        for new in self._enter(self._nodes, [node]):
            self._in_doubt += [edge for edge in self._graph.edges_from(new) if edge.in_doubt]
            if new.kind in (NodeKind.STATEMENT, NodeKind.REPORT):
                self._open |= self._of_report.get(new.id, set())
        statement = self._graph.statement(node)
        if statement is None or statement.stance is not Stance.SUPPORTS:
            return
        self._supporting[node] = self._stands(node)
        carried = self._enter(self._carried, [node])
        live = self._enter(self._live, [node], self._stands)
        if self._adds_nothing(node, carried, live):
            self._sure.update(live)
        else:
            self._counted = None

    def fall(self, report: str) -> None:
        """Let a report be retracted or withdrawn."""
        self._fallen.add(report)
        said = self._tracer.workspace.reports[report].says
        nodes = [Node(NodeKind.REPORT, report), *(Node(NodeKind.STATEMENT, report, each.claim) for each in said)]
        if not self._carried.isdisjoint(nodes):
            self._supporting = {node: self._stands(node) for node in self._supporting}
            self._live = set()
            self._enter(self._live, self._standing_support(), self._stands)
            self._counted = None

    def respond(self, responses: tuple[Answered, ...]) -> None:
        """Let these be the responses to the claim and its neighbours."""
        self._responses = responses

    def standing(self, as_of: Date | None) -> Standing:
        """Give the answer with what is in so far, which is what is in by `as_of`."""
        counted = self._counted = self._counted or self._count(as_of)
        count, declared = counted.count.interval, counted.declared_by is not None
        support = self._seen(as_of, live=frozenset(self._live), edges=self._in_doubt, reports=frozenset())
        found = Found(
            support=support, origins=counted.origins, count=count, responses=self._responses, declared=declared
        )
        status = find_status(support, self._responses, counted.origins, count)
        verdict = Verdict(status=status, origin_count=count, supporting=len(support.supporting))
        weighed = Weighed(verdict=verdict, origins=counted.count.possible, declared_by=counted.declared_by)
        return Standing(weighed=weighed, gaps=frozenset(self._open).union(map(_open, find_gaps(found))))

    def _count(self, as_of: Date | None) -> _Counted:
        support = self._seen(as_of, live=frozenset(self._live))
        count = count_origins(support, self._tracer.groups)
        # Neither status nor gaps ask who reaches an origin: with nothing that supports, nobody is looked for.
        apart = self._seen(as_of, live=frozenset(), supporting=(), carried=frozenset(self._carried))
        origins = list_origins(apart, self._tracer.groups, count)
        self._sure = set()
        self._enter(self._sure, self._standing_support(), self._live.__contains__, surely=True)
        return _Counted(count=count, origins=origins, declared_by=self._tracer.declared(origins, count.interval))

    def _seen(self, as_of: Date | None, **known: object) -> Support:
        """Give the claim at this moment with what is known of it, so that nothing of it is walked again."""
        support = Support(self._graph, self._claim, as_of)
        given = {"supporting": tuple(self._standing_support()), "all_supporting": tuple(self._supporting), **known}
        vars(support).update(given)  # where cached properties keep what they gave
        return support

    def _adds_nothing(self, node: Node, carried: Iterable[Node], live: Iterable[Node]) -> bool:
        """Tell whether the new nodes surely lead to what was surely reached before, and to nothing else."""
        new = frozenset(live)
        known = self._sure | new
        for each in (*carried, *new):
            edges = self._graph.edges_from(each)
            if not edges or any(edge.in_doubt for edge in edges):
                return False
        edges = [edge for each in new for edge in self._graph.edges_from(each)]
        return (node in known or not self._supporting[node]) and all(
            edge.cited in known or edge.cited not in self._live for edge in edges
        )

    def _enter(
        self,
        seen: set[Node],
        starts: Iterable[Node],
        may_enter: Callable[[Node], bool] = lambda _: True,
        *,
        surely: bool = False,
    ) -> list[Node]:
        """Follow citations to nodes not seen yet and add them to `seen`; give them. Cycles end at what is seen."""
        stack = [start for start in starts if start not in seen and may_enter(start)]
        new = list(stack)
        seen.update(stack)
        while stack:
            for edge in self._graph.edges_from(stack.pop()):
                if edge.cited not in seen and not (surely and edge.in_doubt) and may_enter(edge.cited):
                    seen.add(edge.cited)
                    new.append(edge.cited)
                    stack.append(edge.cited)
        return new

    def _stands(self, node: Node) -> bool:
        return not (node.kind in (NodeKind.STATEMENT, NodeKind.REPORT) and node.id in self._fallen)

    def _standing_support(self) -> list[Node]:
        return [node for node, stands in self._supporting.items() if stands]


def _open(gap: Gap) -> OpenGap:
    return gap.kind, gap.subject
