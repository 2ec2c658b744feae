"""The records that a PROV document shows: those behind the nodes of the figure, and who stands behind these."""

from collections.abc import Mapping
from dataclasses import dataclass

from prov.identifier import QualifiedName

from provenance.dates import Date
from provenance.export.figure import Export
from provenance.export.w3c_prov.names import name
from provenance.export.w3c_prov.things import Ties, source_name
from provenance.graph import Node, NodeKind
from provenance.model import Claim, Outlet, Party, Report, Source, SourceKind


@dataclass(frozen=True, slots=True)
class Cast:
    """The records, each once, in the order of the figure; claims by id. `as_of` is the date of the export."""

    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    outlets: Mapping[str, Outlet]
    sources: Mapping[str, Source]
    parties: tuple[Party, ...]
    as_of: Date | None

    def claim_ties(self, found: Claim) -> Ties:
        """Name the claims shown that a claim is stronger than, and those it is a part of."""
        shown = {claim.id for claim in self.claims}
        return {
            "strongerThan": tuple(name("claim", id_) for id_ in sorted(shown.intersection(found.stronger_than))),
            "partOf": tuple(name("claim", id_) for id_ in sorted(shown.intersection(found.part_of))),
        }

    def source_ties(self, found: Source) -> Ties:
        """Name the sources shown that a source is recorded to be, or to be possibly."""
        ties: dict[str, tuple[QualifiedName, ...]] = {}
        for term, certain in (("sameAs", True), ("possiblySameAs", False)):
            ids = {tie.source for tie in found.same_as if tie.certain is certain}
            ties[term] = tuple(source_name(self.sources[id_]) for id_ in sorted(ids.intersection(self.sources)))
        return ties


def cast_of(found: Export) -> Cast:
    """List the records of an export."""
    workspace, graph, nodes = found.tracer.workspace, found.tracer.graph, found.nodes
    claims = {claim.id for claim in found.figure.claims} | {node.claim for node in nodes if node.claim}
    sources = {node.id: workspace.sources[node.id] for node in nodes if node.kind is NodeKind.SOURCE}
    parties = [source.party for source in sources.values() if source.party]
    parties += [node.id for node in nodes if node.kind is NodeKind.PARTY]
    return Cast(
        claims=tuple(workspace.claims[id_] for id_ in sorted(claims)),
        reports=tuple({report.id: report for node in nodes if (report := graph.report(node))}.values()),
        outlets={outlet.id: outlet for node in nodes if (outlet := graph.outlet(node))},
        sources=sources,
        parties=tuple(workspace.parties[id_] for id_ in dict.fromkeys(parties)),
        as_of=found.answers[0].as_of if found.answers else None,
    )


def node_name(cast: Cast, node: Node) -> QualifiedName:
    """Name the entity that a node of the graph is."""
    match node.kind:
        case NodeKind.STATEMENT:
            return name("statement", node.id, node.claim)
        case NodeKind.REPORT:
            return name("report", node.id)
        case NodeKind.SOURCE if cast.sources[node.id].kind is SourceKind.DOCUMENT:
            return source_name(cast.sources[node.id])
        case NodeKind.SOURCE | NodeKind.PARTY:
            return name("account", node.id)
        case NodeKind.OUTLET:
            return name("unlocated", node.id, node.claim)
