"""A claim's citation graph as a figure: everything a format may show, found once; formats only write it down."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from provenance.graph import Edge, Node, NodeKind
from provenance.model import Attribution, Certainty, Change, Mode, Report, Source, SourceKind, Stance
from provenance.trace import Tracer
from provenance.trace.answer import Doubt, FindingKind, GapKind, Origin, OriginKind, Status, Trace
from provenance.trace.support import Support
from provenance.trace.tree import order
from provenance.value import value


@value
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


@value
class FigureEdge:
    """A citation, from the node that cites to the one cited.

    Edges with one `choice` (numbered from 1) are the alternatives of an unclear citation; `not_said` tells that the
    cited report does not say it; `hardens` names what the citing statement puts more strongly (claim, certainty).
    """

    citing: str
    cited: str
    mode: Mode | None
    attribution: Attribution
    choice: int | None
    not_said: bool
    hardens: tuple[str, ...]
    quote: str | None
    url: str | None


@value
class Figure:
    """A claim (`title` is its text) with its graph: nodes by date, then id; edges by who cites whom.

    `independence` says for several origins whether they are declared independent of each other; None for others.
    """

    claim: str
    title: str
    as_of: str | None
    status: Status
    independence: str | None
    nodes: tuple[FigureNode, ...]
    edges: tuple[FigureEdge, ...]


def figure(tracer: Tracer, answer: Trace) -> Figure:
    """Make the figure of an answer. The same records give the same figure, in whatever order they were read."""
    support = tracer.support(answer.claim, answer.as_of)
    nodes = sorted(support.nodes, key=lambda node: order(support.graph, node))
    origins = {origin.node: origin for origin in answer.origins}
    numbers = {node: number for number, node in enumerate(nodes)}
    return Figure(
        claim=answer.claim,
        title=answer.text,
        as_of=answer.as_of.text if answer.as_of else None,
        status=answer.status,
        independence=_independence(answer),
        nodes=tuple(_node(support, node, numbers[node], origins.get(node)) for node in nodes),
        edges=_edges(support.edges(), numbers, _hardening(answer)),
    )


def _independence(answer: Trace) -> str | None:
    if answer.status is not Status.MULTIPLE_ORIGINS:
        return None
    if any(gap.kind is GapKind.INDEPENDENCE_NOT_ESTABLISHED for gap in answer.gaps):
        return "independence not established"
    return f"declared independent by {'; '.join(answer.declared_by) or 'the record, which gives no basis'}"


def _node(support: Support, node: Node, number: int, origin: Origin | None) -> FigureNode:
    found = _record(support, node, f"n{number}")
    if origin is None:
        return found
    return replace(found, origin=origin.kind, group=origin.group, doubt=origin.doubt)


def _record(support: Support, node: Node, id_: str) -> FigureNode:
    found = FigureNode(id=id_, record=node.id, kind=node.kind, label=node.id)
    workspace = support.graph.workspace
    match node.kind:
        case NodeKind.STATEMENT | NodeKind.REPORT:
            return _report(support, node, found)
        case NodeKind.SOURCE:
            source = workspace.sources[node.id]
            return replace(found, label=_source_name(source), url=source.url)
        case NodeKind.PARTY:
            party = workspace.parties[node.id]
            return replace(found, label=party.name, country=party.country)
        case NodeKind.OUTLET:
            outlet = support.graph.outlet(node)
            if outlet is None:
                return replace(found, label=f"an outlet that {node.id.split(':')[1]} does not name")
            return replace(found, label=outlet.name, outlet=outlet.id, country=outlet.country)


def _report(support: Support, node: Node, found: FigureNode) -> FigureNode:
    report = support.graph.workspace.reports[node.id]
    outlet = support.graph.workspace.outlets[report.outlet]
    said = support.graph.statement(node)
    found = replace(
        found,
        label=outlet.name,
        title=report.title,
        outlet=outlet.id,
        country=outlet.country,
        published=report.published.text if report.published else None,
        status=_status(support, report),
        url=report.url,
        archived=report.archived,
    )
    if said is None:
        return found
    return replace(found, claim=said.claim, stance=said.stance, certainty=said.certainty, quote=said.quote)


def _status(support: Support, report: Report) -> str:
    """Say what was done to a report by the date: a retraction or withdrawal outweighs a correction."""
    by = support.as_of
    corrected = any(change is Change.CORRECTED and (by is None or date.in_by(by)) for change, date in report.changes)
    fell = report.fell_by(by)
    return fell.value if fell else Change.CORRECTED.value if corrected else "live"


def _source_name(source: Source) -> str:
    """Give a source's name with its role, else the words printed of it, else its id."""
    if source.kind is not SourceKind.ANONYMOUS and source.name:
        return f"{source.name}, {source.described_as}" if source.described_as else source.name
    return f"“{source.described_as}”" if source.described_as else source.id


def _hardening(answer: Trace) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """Map citing and cited node to what becomes harder between them."""
    found: dict[tuple[Node, Node], set[str]] = {}
    for finding in answer.findings:
        if finding.kind is FindingKind.DRIFT and finding.edge is not None:
            found.setdefault((finding.edge.citing, finding.edge.cited), set()).add(str(finding.fact("what")))
    return {ends: tuple(sorted(whats)) for ends, whats in found.items()}


def _edges(
    edges: Iterable[Edge], numbers: Mapping[Node, int], hardening: Mapping[tuple[Node, Node], tuple[str, ...]]
) -> tuple[FigureEdge, ...]:
    ordered = sorted(edges, key=lambda edge: (numbers[edge.citing], numbers[edge.cited], _wording(edge)))
    choices: dict[tuple[Node, int], int] = {}
    for edge in ordered:
        if edge.choice is not None:
            choices.setdefault((edge.citing, edge.choice), len(choices) + 1)
    return tuple(
        FigureEdge(
            citing=f"n{numbers[edge.citing]}",
            cited=f"n{numbers[edge.cited]}",
            mode=edge.citation.mode,
            attribution=edge.citation.attribution,
            choice=None if edge.choice is None else choices[edge.citing, edge.choice],
            not_said=edge.not_said,
            hardens=hardening.get((edge.citing, edge.cited), ()),
            quote=edge.citation.quote,
            url=edge.citation.url,
        )
        for edge in ordered
    )


def _wording(edge: Edge) -> tuple[str, ...]:
    """Order citations with the same ends."""
    cited = edge.citation
    return (cited.attribution, cited.mode or "", cited.quote or "", cited.url or "", str(edge.choice is not None))
