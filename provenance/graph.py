"""The citation graph: who says what, resting on whom. A typed face over one networkx multigraph.

Nodes are statements (a report on a claim), bare reports (cited for what they do not say), sources,
parties and unlocated outlets. An edge runs from the citing statement to what it cites. This is the
only module that builds or changes the citation graph.
"""

from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from provenance.agents import Agents
from provenance.claims import ClaimTies
from provenance.model import (
    UNNAMED,
    Attribution,
    Citation,
    CitedKind,
    Outlet,
    Report,
    Stance,
    Statement,
    UnclearCitation,
    Workspace,
)

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx


class NodeKind(StrEnum):
    """What a node of the citation graph stands for."""

    STATEMENT = "statement"
    REPORT = "report"
    SOURCE = "source"
    PARTY = "party"
    OUTLET = "outlet"


class Node(NamedTuple):
    """A node: its kind, the id of its record, and for a statement the claim it is about.

    Every use of an unnamed outlet is a node of its own, with the id `unnamed:REPORT` (`:2`, … for
    further ones of the same statement).
    """

    kind: NodeKind
    id: str
    claim: str = ""


class Edge(NamedTuple):
    """A citation as the graph holds it.

    `choice` numbers the unclear citation this is an alternative of (None: it is not one); `optional`
    tells that the attribution is unclear; `not_said` that the cited report does not say it.
    """

    citing: Node
    cited: Node
    citation: Citation
    choice: int | None
    optional: bool
    not_said: bool

    @property
    def in_doubt(self) -> bool:
        """Tell whether the record leaves open that this citation holds."""
        return self.optional or self.choice is not None


class UnknownClaimError(KeyError):
    """A claim was asked for that no record has."""


class CitationGraph:
    """The citation graph of a workspace, built claim by claim as it is asked for.

    Edges of statements do not depend on the claim that is traced: a statement's citations are
    resolved for its own claim (docs/explanation/model.md).
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.ties = ClaimTies(workspace.claims)
        self.agents = Agents(workspace.sources)
        self._graph: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
        self._edges: dict[Node, list[Edge]] = {}
        self._on: dict[str, list[Node]] = {claim: [] for claim in workspace.claims}
        self._statements: dict[Node, Statement] = {}
        for report in workspace.reports.values():
            for said in report.says:
                node = Node(NodeKind.STATEMENT, report.id, said.claim)
                self._on[said.claim].append(node)
                self._statements[node] = said

    def __contains__(self, node: object) -> bool:
        """Tell whether `node` is in what is built so far."""
        return node in self._graph

    def statements_on(self, claim: str) -> tuple[Node, ...]:
        """Give all statements on `claim`, by report id. Raises UnknownClaimError."""
        if claim not in self._on:
            raise UnknownClaimError(claim)
        nodes = self._on[claim]
        self._include(nodes)
        return tuple(nodes)

    def statements_in(self, report: str) -> tuple[Node, ...]:
        """Give the statements of `report`, as written."""
        nodes = tuple(Node(NodeKind.STATEMENT, report, said.claim) for said in self.workspace.reports[report].says)
        self._include(nodes)
        return nodes

    def include_everything(self) -> None:
        """Build the graph of all claims, so that `edges_to` is complete."""
        for nodes in self._on.values():
            self._include(nodes)

    def edges_from(self, node: Node) -> list[Edge]:
        """Give what `node` cites, as recorded: in the order of the record."""
        return self._edges.get(node, [])

    def edges_to(self, node: Node) -> list[Edge]:
        """Give who cites `node`, among what is built so far."""
        return [data["edge"] for _, _, data in self._graph.in_edges(node, data=True)]

    def cites(self, node: Node) -> Iterator[Node]:
        """Give each node that `node` cites, once."""
        return self._graph.successors(node)

    def surely_cites(self, node: Node) -> list[Node]:
        """Give what `node` cites in no doubt; twice what it cites twice."""
        return [edge.cited for edge in self.edges_from(node) if not edge.in_doubt]

    def cited_by(self, node: Node) -> Iterator[Node]:
        """Give each node that cites `node`, once, among what is built so far."""
        return self._graph.predecessors(node)

    def reach(
        self,
        starts: Iterable[Node],
        within: Container[Node] | None = None,
        *,
        down: bool = False,
        besides: Container[Node] = (),
    ) -> set[Node]:
        """Give every node that citations lead to from `starts`, them included; iterative, cycles end at seen nodes.

        With `within`, nodes outside it are not entered, nor those in `besides`; with `down`, citations are followed
        backwards.
        """
        following = self._graph.predecessors if down else self._graph.successors
        seen = {start for start in starts if (within is None or start in within) and start not in besides}
        stack = list(seen)
        while stack:
            for cited in following(stack.pop()):
                if cited not in seen and (within is None or cited in within) and cited not in besides:
                    seen.add(cited)
                    stack.append(cited)
        return seen

    def statement(self, node: Node) -> Statement | None:
        """Give the statement a node stands for, None where it is no statement."""
        return self._statements.get(node)

    def report(self, node: Node) -> Report | None:
        """Give the report a node belongs to, None for sources, parties and outlets."""
        if node.kind in (NodeKind.STATEMENT, NodeKind.REPORT):
            return self.workspace.reports[node.id]
        return None

    def outlet(self, node: Node) -> Outlet | None:
        """Give the outlet that published a node's report, or that the node is; None for others and the unnamed."""
        report = self.report(node)
        if report is not None:
            return self.workspace.outlets[report.outlet]
        return self.workspace.outlets.get(node.id) if node.kind is NodeKind.OUTLET else None

    def nearest_statement(self, report: Report, claim: str) -> Statement | None:
        """Give what `report` says of `claim`, else of the tied claim that a walk takes; None where it says neither."""
        return report.statement_on(claim) or self._tied_statement(report, claim)

    def _include(self, starts: Iterable[Node]) -> None:
        stack = [start for start in starts if start not in self._graph]
        self._graph.add_nodes_from(stack)
        while stack:
            node = stack.pop()
            self._edges[node] = list(self._resolve(node))
            for edge in self._edges[node]:
                if edge.cited not in self._graph:
                    self._graph.add_node(edge.cited)
                    stack.append(edge.cited)
                self._graph.add_edge(edge.citing, edge.cited, edge=edge)

    def _resolve(self, node: Node) -> Iterator[Edge]:
        statement = self.statement(node)
        if statement is None:
            return
        unnamed = 0
        for index, entry in enumerate(statement.cites):
            choice = index if isinstance(entry, UnclearCitation) else None
            for citation in entry.alternatives if isinstance(entry, UnclearCitation) else (entry,):
                unnamed += citation.id == UNNAMED
                cited, not_said = self._target(node, statement, citation, unnamed)
                optional = citation.attribution is Attribution.UNCLEAR
                yield Edge(node, cited, citation, choice, optional, not_said)

    def _target(self, node: Node, statement: Statement, citation: Citation, unnamed: int) -> tuple[Node, bool]:
        match citation.kind:
            case CitedKind.REPORT:
                return self._said(statement, citation.id)
            case CitedKind.SOURCE:
                return Node(NodeKind.SOURCE, citation.id), False
            case CitedKind.PARTY:
                return Node(NodeKind.PARTY, citation.id), False
            case CitedKind.OUTLET if citation.id == UNNAMED:
                place = f"{node.id}:{unnamed}" if unnamed > 1 else node.id
                return Node(NodeKind.OUTLET, f"{UNNAMED}:{place}", node.claim), False
            case CitedKind.OUTLET:
                return Node(NodeKind.OUTLET, citation.id), False

    def _said(self, citing: Statement, cited: str) -> tuple[Node, bool]:
        """Find what `cited` says of the citing statement's claim: on the claim itself, else on the nearest tied one.

        Versions come before parts and wholes, then the nearest, then the weaker, then by id.
        """
        said = self.nearest_statement(self.workspace.reports[cited], citing.claim)
        if said is None or (citing.stance is Stance.SUPPORTS and said.stance is not Stance.SUPPORTS):
            return Node(NodeKind.REPORT, cited), True
        return Node(NodeKind.STATEMENT, cited, said.claim), False

    def _tied_statement(self, report: Report, claim: str) -> Statement | None:
        tied = self.ties.tied_to(claim)
        near = [(tied[said.claim], said.claim, said) for said in report.says if said.claim in tied]
        return min(near, key=lambda found: found[:2])[2] if near else None
