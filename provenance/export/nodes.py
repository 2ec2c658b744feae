"""The nodes of a figure: what the records say of each report, source, party and outlet in a claim's graph."""

from dataclasses import dataclass, replace

from provenance.dates import Date
from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import Certainty, Change, Report, Source, SourceKind, Stance
from provenance.trace.answer import Doubt, Origin, OriginKind


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureNode:
    """A node. `id` is allocated (n0, n1, …) and good for this figure only; `record` is the record's own id.

    `label` is what a person would call it; `outlet` an id, as in the records; `status` what its publisher did to a
    report: live, corrected, retracted or withdrawn. What does not apply, or is not recorded, is None.
    """

    id: str
    record: str
    kind: NodeKind
    label: str
    title: str | None = None
    claim: str | None = None
    outlet: str | None = None
    country: str | None = None
    published: str | None = None
    stance: Stance | None = None
    certainty: Certainty | None = None
    origin: OriginKind | None = None
    group: int | None = None
    doubt: Doubt | None = None
    status: str | None = None
    url: str | None = None
    archived: str | None = None
    quote: str | None = None


def figure_node(
    graph: CitationGraph, node: Node, id_: str, origin: Origin | None, as_of: Date | None = None
) -> FigureNode:
    """Make the figure's node of a node of the graph; `origin` is what the answer says of it, if it is one."""
    found = _record(graph, node, id_, as_of)
    if origin is None:
        return found
    return replace(found, origin=origin.kind, group=origin.group, doubt=origin.doubt)


def _record(graph: CitationGraph, node: Node, id_: str, as_of: Date | None) -> FigureNode:
    found = FigureNode(id=id_, record=node.id, kind=node.kind, label=node.id)
    workspace = graph.workspace
    match node.kind:
        case NodeKind.STATEMENT | NodeKind.REPORT:
            return _report(graph, node, found, as_of)
        case NodeKind.SOURCE:
            source = workspace.sources[node.id]
            return replace(found, label=_source_name(source), url=source.url)
        case NodeKind.PARTY:
            party = workspace.parties[node.id]
            return replace(found, label=party.name, country=party.country)
        case NodeKind.OUTLET:
            outlet = graph.outlet(node)
            if outlet is None:
                return replace(found, label=f"an outlet that {node.id.split(':')[1]} does not name")
            return replace(found, label=outlet.name, outlet=outlet.id, country=outlet.country)


def _report(graph: CitationGraph, node: Node, found: FigureNode, as_of: Date | None) -> FigureNode:
    report = graph.workspace.reports[node.id]
    outlet = graph.workspace.outlets[report.outlet]
    said = graph.statement(node)
    found = replace(
        found,
        label=outlet.name,
        title=report.title,
        outlet=outlet.id,
        country=outlet.country,
        published=report.published.text if report.published else None,
        status=_status(report, as_of),
        url=report.url,
        archived=report.archived,
    )
    if said is None:
        return found
    return replace(found, claim=said.claim, stance=said.stance, certainty=said.certainty, quote=said.quote)


def _status(report: Report, by: Date | None) -> str:
    """Say what was done to a report by the date: a retraction or withdrawal outweighs a correction."""
    corrected = any(change is Change.CORRECTED and (by is None or date.in_by(by)) for change, date in report.changes)
    fell = report.fell_by(by)
    return fell.value if fell else Change.CORRECTED.value if corrected else "live"


def _source_name(source: Source) -> str:
    """Give a source's name with its role, else the words printed of it, else its id."""
    if source.kind is not SourceKind.ANONYMOUS and source.name:
        return f"{source.name}, {source.described_as}" if source.described_as else source.name
    return f"“{source.described_as}”" if source.described_as else source.id
