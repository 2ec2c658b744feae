"""Which statements bear on a claim at a date, and what they reach."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from provenance.dates import Date
from provenance.graph import CitationGraph, Edge, Node, NodeKind
from provenance.model import Report, Stance, Statement
from provenance.trace.answer import OriginKind


class Clock(StrEnum):
    """What decides whether a report is in by a date: when it was published, or when the record's writer read it."""

    PUBLISHED = "published"
    ACCESSED = "accessed"

    def date(self, report: Report) -> Date | None:
        """Give the date of `report` on this clock."""
        return report.published if self is Clock.PUBLISHED else report.accessed


@dataclass(frozen=True)
class Support:
    """A claim seen at a date (None: with all that is recorded).

    Dates filter the statements on the claim and count retractions; they do not filter what is cited.
    `without` are nodes taken as fallen, as if they had been retracted.
    """

    graph: CitationGraph
    claim: str
    as_of: Date | None = None
    without: frozenset[Node] = frozenset()
    clock: Clock = Clock.PUBLISHED

    @cached_property
    def statements(self) -> tuple[Node, ...]:
        """All statements on the claim that are in by the date, whatever their stance, by report id."""
        return tuple(node for node in self.graph.statements_on(self.claim) if self.is_in(node))

    @cached_property
    def supporting(self) -> tuple[Node, ...]:
        """The supporting statements in reports that stand."""
        return tuple(node for node in self.all_supporting if not self.fell(node))

    @cached_property
    def all_supporting(self) -> tuple[Node, ...]:
        """The supporting statements, those in retracted or withdrawn reports included."""
        return tuple(node for node in self.statements if self.stance(node) is Stance.SUPPORTS)

    @cached_property
    def nodes(self) -> frozenset[Node]:
        """The claim's whole graph: all its statements and what they lead to."""
        return frozenset(self.graph.reach(self.statements))

    @cached_property
    def carried(self) -> frozenset[Node]:
        """What support leads to, through retracted reports too."""
        return frozenset(self.graph.reach(self.all_supporting))

    @cached_property
    def live(self) -> frozenset[Node]:
        """What support leads to through reports that stand, every recorded citation taken to hold."""
        standing = frozenset(node for node in self.carried if not self.fell(node))
        return frozenset(self.graph.reach(self.supporting, within=standing))

    @cached_property
    def reports(self) -> frozenset[str]:
        """The ids of the reports in the claim's graph."""
        return frozenset(node.id for node in self.nodes if self.graph.report(node) is not None)

    @cached_property
    def edges(self) -> list[Edge]:
        """Every citation of the claim's graph, sorted by who cites whom."""
        found = [edge for node in self.nodes for edge in self.graph.edges_from(node)]
        return sorted(found, key=lambda edge: (edge.citing, edge.cited))

    def fell(self, node: Node) -> bool:
        """Tell whether the node's report is retracted or withdrawn by the date, or the node is taken as fallen."""
        report = self.graph.report(node)
        return node in self.without or (report is not None and report.fell_by(self.as_of) is not None)

    def stance(self, node: Node) -> Stance | None:
        """Give a statement's stance, None for other nodes."""
        statement = self.graph.statement(node)
        return None if statement is None else statement.stance

    def is_in(self, node: Node) -> bool:
        """Tell whether a statement's report is in by the date."""
        report = self.graph.report(node)
        assert report is not None
        date = self.clock.date(report)
        return self.as_of is None or date is None or date.in_by(self.as_of)


def why_it_ends(graph: CitationGraph, node: Node) -> OriginKind:
    """Give the reason a walk would end at `node`, if it cited nothing (or nothing that holds)."""
    outlet = graph.outlet(node)
    if node.kind is NodeKind.OUTLET or (outlet is not None and outlet.passes_on_only):
        return OriginKind.UNLOCATED
    if node.kind is NodeKind.PARTY:
        return OriginKind.PARTY
    if node.kind is NodeKind.SOURCE:
        return OriginKind(graph.workspace.sources[node.id].kind)
    statement = graph.statement(node)
    if statement is None:
        return OriginKind.UNRECORDED
    if statement.basis is not None:
        return OriginKind(statement.basis.replace("_", "-"))
    return OriginKind.UNATTRIBUTED if statement.cites else OriginKind.UNRECORDED


def may_lose_all(statement: Statement | None) -> bool:
    """Tell whether a statement cites, but every attribution is unclear, so that none may hold."""
    return statement is not None and statement.may_lose_all
