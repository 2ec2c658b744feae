"""The PROV document of an export (https://www.w3.org/TR/prov-dm/): what the three PROV formats write.

What each record becomes, and how doubt is kept from reading as certainty: docs/reference/formats.md.
"""

from collections.abc import Iterator, Sequence

from prov.constants import PROV
from prov.model import ProvDocument

from provenance.export.figure import Export
from provenance.export.w3c_prov import things
from provenance.export.w3c_prov.cast import Cast, cast_of, node_name
from provenance.export.w3c_prov.citations import Named, add_citations
from provenance.export.w3c_prov.names import DCTERMS, RECORDS, TERMS, instant, name, terms
from provenance.export.w3c_prov.things import Thing
from provenance.graph import Node, NodeKind
from provenance.model import Change, Report, SourceKind

_PROGRAM = name("program", "provenance")


def prov_document(found: Export) -> ProvDocument:
    """Make the document: entities by kind and in the order of the figure, then agents, then what ties them."""
    document = ProvDocument()
    for namespace in (RECORDS, TERMS, DCTERMS):
        document.add_namespace(namespace)
    cast = cast_of(found)
    nodes = [Named(node, node_name(cast, node)) for node in found.nodes]
    for thing in (*_records(cast), *_nodes(found, cast, nodes)):
        document.entity(thing.name, thing.attributes)
    for thing in _agents(found, cast):
        document.agent(thing.name, thing.attributes)
    _add_publishing(document, cast, nodes)
    _add_saying(document, cast, nodes)
    add_citations(document, found.figure.edges, nodes)
    _add_answers(document, found, nodes)
    return document


def _records(cast: Cast) -> Iterator[Thing]:
    """Describe the claims and reports."""
    for claim in cast.claims:
        yield things.claim(claim, cast.claim_ties(claim))
    for report in cast.reports:
        yield things.report(report, cast.outlets[report.outlet], cast.as_of)


def _nodes(found: Export, cast: Cast, nodes: Sequence[Named]) -> Iterator[Thing]:
    """Describe the nodes of the graph that are no reports."""
    for shown, one in zip(found.figure.nodes, nodes, strict=True):
        node = one.node
        said = found.tracer.graph.statement(node)
        if said is not None:
            report = found.tracer.workspace.reports[node.id]
            yield things.statement(report, said, cast.outlets[report.outlet])
        elif node.kind is NodeKind.OUTLET:
            yield things.unlocated(one.name, shown.label)
        elif node.kind is NodeKind.SOURCE and cast.sources[node.id].kind is SourceKind.DOCUMENT:
            source = cast.sources[node.id]
            yield things.document(source, shown.label, cast.source_ties(source))
        elif node.kind in (NodeKind.SOURCE, NodeKind.PARTY):
            yield things.account(one.name, shown.label)


def _agents(found: Export, cast: Cast) -> Iterator[Thing]:
    labels = {node.id: shown.label for node, shown in zip(found.nodes, found.figure.nodes, strict=True)}
    for _, outlet in sorted(cast.outlets.items()):
        yield things.outlet_agent(outlet)
    for source in cast.sources.values():
        if source.kind is not SourceKind.DOCUMENT:
            yield things.source_agent(source, labels[source.id], cast.source_ties(source))
    for party in cast.parties:
        yield things.party_agent(party)


def _add_publishing(document: ProvDocument, cast: Cast, nodes: Sequence[Named]) -> None:
    """Say who published each report, when, and that it no longer stands where it was retracted or withdrawn."""
    stated: dict[str, list[Named]] = {}
    for one in nodes:
        if one.node.kind is NodeKind.STATEMENT:
            stated.setdefault(one.node.id, []).append(one)
    for report in cast.reports:
        document.attribution(name("report", report.id), name("outlet", report.outlet))
        published = instant(report.published)
        if published is not None:
            its_name = name("publication", report.id)
            document.generation(name("report", report.id), time=published, identifier=its_name)
        _add_fall(document, cast, report, stated.get(report.id, []))


def _add_fall(document: ProvDocument, cast: Cast, report: Report, stated: Sequence[Named]) -> None:
    """Say that a report was retracted or withdrawn; what it states fell with it."""
    falls = [(date, change) for change, date in report.changes_by(cast.as_of) if change is not Change.CORRECTED]
    if not falls:
        return
    date, change = min(falls, key=lambda fall: (fall[0].sort_key, fall[1]))
    kind = {Change.RETRACTED: "Retraction", Change.WITHDRAWN: "Withdrawal"}[change]
    act = name(kind.lower(), report.id)
    label = f"{kind} by {cast.outlets[report.outlet].name}"
    attributes = [(PROV["type"], TERMS[kind]), (PROV["label"], label), *terms({"date": date.text})]
    document.activity(act, other_attributes=attributes)
    document.wasAssociatedWith(act, name("outlet", report.outlet))
    itself = Named(Node(NodeKind.REPORT, report.id), name("report", report.id))
    for fallen in (itself, *stated):
        document.invalidation(fallen.name, act, time=instant(date), identifier=name("invalidation", *fallen.node[1:]))


def _add_saying(document: ProvDocument, cast: Cast, nodes: Sequence[Named]) -> None:
    """Tie what is said to who said it: statements to their reports, accounts to sources and parties."""
    for one in nodes:
        node = one.node
        match node.kind:
            case NodeKind.STATEMENT:
                document.specialization(one.name, name("report", node.id))
            case NodeKind.SOURCE if cast.sources[node.id].kind is not SourceKind.DOCUMENT:
                document.attribution(one.name, name("source", node.id))
            case NodeKind.PARTY:
                document.attribution(one.name, name("party", node.id))
            case NodeKind.OUTLET if node.id in cast.outlets:
                its_name = name("publisher", node.id)
                reserved = terms({"reservation": "not-located"})
                document.influence(one.name, name("outlet", node.id), its_name, reserved)
            case _:
                pass


def _add_answers(document: ProvDocument, found: Export, nodes: Sequence[Named]) -> None:
    """Add what each trace says first, and the origins it counts, so that no record itself says what is an origin."""
    names = {one.node: one.name for one in nodes}
    document.agent(_PROGRAM, [(PROV["type"], PROV["SoftwareAgent"]), (PROV["label"], "provenance")])
    for answer, shown in zip(found.answers, found.figure.claims, strict=True):
        thing = things.answer(answer, shown, found.figure.left_out)
        document.entity(thing.name, thing.attributes)
        document.attribution(thing.name, _PROGRAM)
        for origin in answer.origins:
            if origin.node not in names:
                continue
            facts = {"origin": origin.kind.value, "group": origin.group, "doubt": origin.doubt and origin.doubt.value}
            its_name = name("origin", *things.answer_ids(answer), *origin.node)
            attributes = [(PROV["type"], TERMS["Origin"]), *terms(facts)]
            document.influence(thing.name, names[origin.node], its_name, attributes)
