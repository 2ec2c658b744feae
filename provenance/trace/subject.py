"""What an id stands for in citation graphs, and whom else the records tie to it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import CitedKind, DependenceKind, Workspace
from provenance.spelling import folded
from provenance.value import value


@value
class Subject:
    """A report, source, party or outlet, with the nodes that stand or fall with it.

    A report falls with all it says, a party with the sources that speak for it, an outlet with all
    its reports and what is cited of it without being located.
    """

    id: str
    kind: CitedKind
    nodes: frozenset[Node]


class How(StrEnum):
    """How another record is tied to a subject; a recorded dependence is called by its own kind."""

    SAME = "same"
    POSSIBLY_SAME = "possibly-same"
    SPEAKS_FOR = "speaks-for"
    SAME_PARTY = "same-party"


@value
class Tied:
    """A record that is tied to a subject, and does not fall with it."""

    id: str
    how: How | DependenceKind


def find_subject(graph: CitationGraph, wanted: str) -> Subject | None:
    """Give what `wanted` stands for: an id; for an outlet a name or alias too, in any case. None for anything else.

    `unnamed:REPORT` is the outlet that a report does not name. The nodes need not be built in the graph yet.
    """
    workspace = graph.workspace
    if wanted in workspace.reports:
        return Subject(id=wanted, kind=CitedKind.REPORT, nodes=frozenset(_report(workspace, wanted)))
    if wanted in workspace.sources:
        return Subject(id=wanted, kind=CitedKind.SOURCE, nodes=frozenset({Node(NodeKind.SOURCE, wanted)}))
    if wanted in workspace.parties:
        return Subject(id=wanted, kind=CitedKind.PARTY, nodes=frozenset(_party(graph, wanted)))
    outlet = wanted if wanted in workspace.outlets else workspace.outlet_names.get(folded(wanted))
    if outlet is not None:
        return Subject(id=outlet, kind=CitedKind.OUTLET, nodes=frozenset(_outlet(workspace, outlet)))
    unnamed = frozenset(_unnamed(graph, wanted))
    return Subject(id=wanted, kind=CitedKind.OUTLET, nodes=unnamed) if unnamed else None


def find_tied(graph: CitationGraph, subject: Subject) -> tuple[Tied, ...]:
    """List whom the records tie to a subject, by how and id: the same source, its party, recorded dependences."""
    found = [*_tied_sources(graph, subject)] if subject.kind is CitedKind.SOURCE else []
    for record in graph.workspace.dependences:
        if record.kind is not DependenceKind.DECLARED_INDEPENDENT and subject.id in record.between:
            found += [Tied(id=id_, how=record.kind) for id_ in record.between if id_ != subject.id]
    order = [*How, *DependenceKind]
    return tuple(sorted(dict.fromkeys(found), key=lambda tied: (order.index(tied.how), tied.id)))


def _report(workspace: Workspace, report: str) -> Iterator[Node]:
    yield Node(NodeKind.REPORT, report)
    for said in workspace.reports[report].says:
        yield Node(NodeKind.STATEMENT, report, said.claim)


def _party(graph: CitationGraph, party: str) -> Iterator[Node]:
    yield Node(NodeKind.PARTY, party)
    for source in graph.workspace.sources:
        if graph.agents.of(source) == party:
            yield Node(NodeKind.SOURCE, source)


def _outlet(workspace: Workspace, outlet: str) -> Iterator[Node]:
    yield Node(NodeKind.OUTLET, outlet)
    for report in workspace.reports.values():
        if report.outlet == outlet:
            yield from _report(workspace, report.id)


def _unnamed(graph: CitationGraph, wanted: str) -> Iterator[Node]:
    report = wanted.partition(":")[2].partition(":")[0]
    if report in graph.workspace.reports:
        for statement in graph.statements_in(report):
            yield from (cited for cited in graph.cites(statement) if cited.id == wanted)


def _tied_sources(graph: CitationGraph, subject: Subject) -> Iterator[Tied]:
    workspace, agent = graph.workspace, graph.agents.of(subject.id)
    same = _same(workspace, subject.id)
    yield from (Tied(id=id_, how=How.SAME) for id_ in same - {subject.id})
    for source in workspace.sources.values():
        for tie in source.same_as:
            if (source.id in same) is not (tie.source in same):  # `same` has both ends of what is certain
                yield Tied(id=tie.source if source.id in same else source.id, how=How.POSSIBLY_SAME)
    if agent in workspace.parties:
        yield Tied(id=agent, how=How.SPEAKS_FOR)
        others = (source for source in workspace.sources if graph.agents.of(source) == agent and source not in same)
        yield from (Tied(id=source, how=How.SAME_PARTY) for source in others)


def _same(workspace: Workspace, source: str) -> set[str]:
    """Give every source that is certainly the same as `source`, itself included, over any number of steps."""
    pairs = [(one.id, tie.source) for one in workspace.sources.values() for tie in one.same_as if tie.certain]
    same_as: dict[str, set[str]] = {}
    for one, other in pairs:
        same_as.setdefault(one, set()).add(other)
        same_as.setdefault(other, set()).add(one)
    return _closed(source, same_as)


def _closed(start: str, links: dict[str, set[str]]) -> set[str]:
    seen = {start}
    stack = [start]
    while stack:
        further: Iterable[str] = links.get(stack.pop(), set()) - seen
        seen.update(further)
        stack += further
    return seen
