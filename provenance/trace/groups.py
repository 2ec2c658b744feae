"""Which origins are one: ties by source, party, owner and recorded dependence, closed over all records."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from itertools import combinations, product

from provenance.families import outlet_families
from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import DependenceKind, Report
from provenance.trace.answer import OriginKind
from provenance.trace.support import may_lose_all, why_it_ends

Tie = tuple[Node, Hashable]
"""A node, and what it is tied to: another node, or what stands for a family or a record."""

_TIED_BY_OWNER = (OriginKind.OWN_REPORTING, OriginKind.UNATTRIBUTED)


class Partition:
    """Disjoint sets (union by size, path halving: Tarjan and van Leeuwen 1984), or sets of the sets of another."""

    def __init__(self, finer: "Partition | None" = None) -> None:
        self._finer = finer
        self._parent: dict[Hashable, Hashable] = {}
        self._size: dict[Hashable, int] = {}

    def joined(self, pairs: Iterable[tuple[Hashable, Hashable]]) -> "Partition":
        """Give a partition in which each of `pairs` is together as well; this one must not be joined any more."""
        more = Partition(self)
        for first, second in pairs:
            more.join(first, second)
        return more

    def find(self, item: Hashable) -> Hashable:
        """Give the representative of the set that `item` is in; an unknown item is alone."""
        if self._finer is not None:
            item = self._finer.find(item)
        parent = self._parent
        here = parent.get(item, item)
        while here != item:
            above = parent.get(here, here)
            parent[item] = above
            item, here = here, above
        return item

    def join(self, first: Hashable, second: Hashable) -> None:
        """Make one set of the two that `first` and `second` are in."""
        one, two = self.find(first), self.find(second)
        if one == two:
            return
        if self._size.get(one, 1) < self._size.get(two, 1):
            one, two = two, one
        self._parent[two] = one
        self._size[one] = self._size.get(one, 1) + self._size.get(two, 1)


class Groups:
    """The origin groups of a workspace, over all its records, reached by a claim or not.

    `certain` holds the ties that are recorded as such; `possible` the pairs of sources that may be
    the same. `if_lost` ties a statement to its owner's family if it loses all its citations: kept
    apart only where a recorded dependence names the statement too, so that it would join two groups.
    """

    def __init__(self, graph: CitationGraph) -> None:
        self._workspace = graph.workspace
        self._graph = graph
        self.certain = Partition()
        self.possible: list[Tie] = []
        self.if_lost: list[Tie] = []
        self._families = outlet_families(graph.workspace)
        self._reports_by_outlet: dict[str, list[str]] = {}
        for report in graph.workspace.reports.values():
            self._reports_by_outlet.setdefault(report.outlet, []).append(report.id)
        self._join_sources()
        named = self._join_dependences()
        for report in graph.workspace.reports.values():
            self._join_owner(report, named)

    def family(self, outlet: str) -> str:
        """Give the outlet family: its owner where one is recorded, else the outlet itself."""
        return self._families[outlet]

    def declared(self, origins: Iterable[Node]) -> tuple[str, ...] | None:
        """Give the bases on which every two of `origins` are declared independent that may be of different groups.

        None where some two are not. A declaration that gives no basis adds none; all that are given are listed.
        """
        bases: set[str] = set()
        for one, other in combinations(dict.fromkeys(map(self._sets_of, origins)), 2):
            if one.isdisjoint(other):
                found = [self._declarations.get(frozenset(pair), set()) for pair in product(one, other)]
                if not any(found):
                    return None
                bases.update(*found)
        return tuple(sorted(bases - {""}))

    def _sets_of(self, node: Node) -> frozenset[Hashable]:
        """Give the sets that a node is in wherever it is an origin: its own, and its family's where only that ties it.

        What ties others to the family through it does not hold where it keeps a citation.
        """
        return frozenset(map(self.certain.find, (node, *self._families_if_lost.get(node, ()))))

    @cached_property
    def _families_if_lost(self) -> dict[Node, list[Hashable]]:
        found: dict[Node, list[Hashable]] = {}
        for node, family in self.if_lost:
            found.setdefault(node, []).append(family)
        return found

    @cached_property
    def _declarations(self) -> dict[frozenset[Hashable], set[str]]:
        found: dict[frozenset[Hashable], set[str]] = {}
        for record in self._workspace.dependences:
            if record.kind is DependenceKind.DECLARED_INDEPENDENT:
                named = [{one for node in self._nodes_of(id_) for one in self._sets_of(node)} for id_ in record.between]
                for ones, others in combinations(named, 2):
                    for pair in product(ones, others):
                        found.setdefault(frozenset(pair), set()).add(record.basis or "")
        return found

    def _join_sources(self) -> None:
        for source in self._workspace.sources.values():
            node = Node(NodeKind.SOURCE, source.id)
            if source.party is not None:
                self.certain.join(node, Node(NodeKind.PARTY, source.party))
            for tie in source.same_as:
                other = Node(NodeKind.SOURCE, tie.source)
                if tie.certain:
                    self.certain.join(node, other)
                else:
                    self.possible.append((node, other))

    def _join_dependences(self) -> set[Node]:
        named: set[Node] = set()
        for number, record in enumerate(self._workspace.dependences):
            if record.kind is not DependenceKind.DECLARED_INDEPENDENT:
                for id_ in record.between:
                    for node in self._nodes_of(id_):
                        named.add(node)
                        self.certain.join(("dependence", number), node)
        return named

    def _join_owner(self, report: Report, named: set[Node]) -> None:
        for said in report.says:
            node = Node(NodeKind.STATEMENT, report.id, said.claim)
            loses_all = may_lose_all(said)
            if (said.cites and not loses_all) or why_it_ends(self._graph, node) not in _TIED_BY_OWNER:
                continue
            if loses_all and node in named:
                self.if_lost.append((node, ("family", self.family(report.outlet))))
            else:
                self.certain.join(("family", self.family(report.outlet)), node)

    def _nodes_of(self, id_: str) -> Iterator[Node]:
        if id_ in self._workspace.reports:
            yield Node(NodeKind.REPORT, id_)
            for said in self._workspace.reports[id_].says:
                yield Node(NodeKind.STATEMENT, id_, said.claim)
        elif id_ in self._workspace.sources:
            yield Node(NodeKind.SOURCE, id_)
        elif id_ in self._workspace.parties:
            yield Node(NodeKind.PARTY, id_)
        else:
            yield Node(NodeKind.OUTLET, id_)
            for report in self._reports_by_outlet.get(id_, ()):
                yield from self._nodes_of(report)
