"""What makes two origins one: the ties of a workspace, certain and possible, and why a walk ends."""

from collections.abc import Iterable
from functools import cached_property
from itertools import combinations

from tests.oracle.walks import Cites, Groups, Node, joined
from tests.oracle.world import World, listed

Tie = tuple[Node, Node]

FAMILY = ("own-reporting", "unattributed")
"""The kinds of origins that one owner ties."""


class Ties:
    """The nodes of a workspace, and the ties between them, reached by a claim or not."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.certain: list[Tie] = []
        self.possible: list[Tie] = []
        """A source and what it is possibly the same as; the first is the one whose record says so."""
        self._of_sources()
        self.named: set[Node] = set()
        """What a dependence ties."""
        for dependence in world.dependences:
            if dependence["kind"] != "declared_independent":
                tied = sorted(set[Node]().union(*(self.nodes_of(id_) for id_ in dependence["between"])))
                self.certain += [(tied[0], other) for other in tied[1:]]
                self.named |= set(tied)

    @cached_property
    def nodes(self) -> set[Node]:
        """Every node that there can be."""
        world = self.world
        nodes: set[Node] = {("statement", report, claim) for report, claim in world.statements}
        nodes |= {("report", id_) for id_ in world.reports}
        nodes |= {("source", id_) for id_ in world.sources}
        nodes |= {("party", id_) for id_ in world.parties}
        nodes |= {("outlet", id_) for id_ in (*world.outlets, *world.implicit.values())}
        return nodes | {edge.cited for edge in world.edges}

    def kind(self, node: Node) -> str:
        """Say why a walk ends at `node`, if it does."""
        if node[0] in ("outlet", "unnamed") or self.world.passes_on(node):
            return "unlocated"
        if node[0] == "party":
            return "party"
        if node[0] == "source":
            kind: str = self.world.sources[node[1]]["kind"]
            return kind
        if node[0] == "report":
            return "unrecorded"
        statement = self.world.statement(node)
        if listed(statement.get("cites", [])):
            return "unattributed"  # of the citations, all in doubt, none holds
        basis: str = statement.get("basis", "unrecorded")
        return basis.replace("_", "-")

    def nodes_of(self, written: str) -> set[Node]:
        """Give the nodes that an id or an outlet's name in a dependence stands for."""
        world = self.world
        if written in world.reports:
            return {node for node in self.nodes if node[0] in ("statement", "report") and node[1] == written}
        if written in world.sources or written in world.parties:
            return {("source" if written in world.sources else "party", written)}
        outlet = world.outlet_id(written)
        reports = [report for report in world.reports if world.outlet_of(("report", report)) == outlet]
        return {("outlet", outlet)}.union(*(self.nodes_of(report) for report in reports))

    def _of_sources(self) -> None:
        for id_, source in self.world.sources.items():
            if source.get("party"):
                self.certain.append((("source", id_), ("party", source["party"])))
            for other in listed(source.get("same_as", [])):
                certain = isinstance(other, str) or other["how"] == "certain"
                ties = self.certain if certain else self.possible
                ties.append((("source", id_), ("source", other if isinstance(other, str) else other["source"])))

    @cached_property
    def _families(self) -> Groups:
        """Number the families of outlets: an owner that is an outlet is of it, others are by their name."""
        world = self.world
        outlets: set[Node] = {("outlet", id_) for id_ in (*world.outlets, *world.implicit.values())}
        ties: list[Tie] = []
        for id_, outlet in world.outlets.items():
            if "owner" in outlet:
                known = world.known_outlet(outlet["owner"])
                ties.append((("outlet", id_), ("outlet", known) if known else ("owner", outlet["owner"].casefold())))
        return joined(outlets | {owner for _, owner in ties}, ties)

    def family(self, node: Node) -> int:
        """Give the number of the family that a statement's outlet is of."""
        outlet = self.world.outlet_of(node)
        assert outlet is not None
        return self._families["outlet", outlet]

    def of_families(self, ends: Iterable[Node]) -> list[Tie]:
        """Give the ties of one owner between statements that rest on nobody."""
        own = sorted(node for node in ends if node[0] == "statement" and self.kind(node) in FAMILY)
        return [(one, other) for one, other in combinations(own, 2) if self.family(one) == self.family(other)]

    def ends(self, cites: Cites) -> set[Node]:
        """Give the nodes that cite nothing, by the citations that hold."""
        return {node for node in self.nodes if not cites.get(node)}

    def groups(self, ties: Iterable[Tie]) -> Groups:
        """Number the groups that certain and further ties make of all nodes."""
        return joined(self.nodes, [*self.certain, *ties])
