"""The records of a page: each node of the figure with everything recorded of it, and who rests on whom."""

from collections.abc import Iterator, Mapping, Sequence

from provenance.dates import Date
from provenance.export.figure import Export, FigureEdge, FigureNode
from provenance.export.page.model import Address, Passage, Record
from provenance.export.words import edge_words, fell, sound_address
from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import Outlet, ReadAs, Report, Source, SourceKind, Stance, Statement
from provenance.wording.names import id_of, origin_words, source_name

_STANCES = {
    Stance.SUPPORTS: "says",
    Stance.DENIES: "denies",
    Stance.QUESTIONS: "questions",
    Stance.COMMENTS: "comments on",
}
_READ = {
    ReadAs.ORIGINAL: "the original",
    ReadAs.TRANSLATION: "in translation",
    ReadAs.VIA: "through {via}",
    ReadAs.INFERRED: "not read: inferred",
}
_SOURCES = {
    SourceKind.NAMED: "named source",
    SourceKind.ANONYMOUS: "anonymous source",
    SourceKind.DOCUMENT: "document",
    SourceKind.EYEWITNESS: "eyewitness",
}


def records_of(export: Export) -> tuple[Record, ...]:
    """Give the records of all nodes, in the order of the figure."""
    passages = _passages(export)
    return tuple(_record(export, number, *passages[number]) for number in range(len(export.nodes)))


def _record(export: Export, number: int, rests_on: Sequence[Passage], rest_on_it: Sequence[Passage]) -> Record:
    graph, node, shown = export.tracer.graph, export.nodes[number], export.figure.nodes[number]
    report, said, outlet = graph.report(node), graph.statement(node), graph.outlet(node)
    name = shown.label if node.kind is not NodeKind.SOURCE else source_name(graph, node.id)
    return Record(
        number=number,
        name=name,
        id="" if id_of(node) == name else id_of(node),
        what=_what(graph, node),
        date=_date(report),
        marks=tuple(_marks(shown, report, export.answers[0].as_of)),
        title=shown.title,
        says=_says(export, said),
        quote=shown.quote,
        language=report.language if report else None,
        facts=tuple(_facts(graph, node)),
        addresses=tuple(_addresses(shown)),
        outlet=shown.outlet,
        country=shown.country,
        kinds=_kinds(graph, node, outlet),
        fell=fell(shown),
        rests_on=tuple(rests_on),
        rest_on_it=tuple(rest_on_it),
    )


def _date(report: Report | None) -> str:
    if report is None:
        return ""
    return report.published.text if report.published else "undated"


def _what(graph: CitationGraph, node: Node) -> str:
    outlet = graph.outlet(node)
    match node.kind:
        case NodeKind.SOURCE:
            source = graph.workspace.sources[node.id]
            party = f", for {graph.workspace.parties[source.party].name}" if source.party else ""
            return f"{_SOURCES[source.kind]}{party}"
        case NodeKind.PARTY:
            return _joined("party", graph.workspace.parties[node.id].country)
        case NodeKind.OUTLET:
            return _joined("outlet: the report that is meant was not located", outlet.country if outlet else None)
        case NodeKind.STATEMENT | NodeKind.REPORT:
            assert outlet is not None
            what = "report" if node.kind is NodeKind.STATEMENT else "report, cited for what it does not say"
            return _joined(what, outlet.kind, outlet.country, "state-affiliated" if outlet.state_affiliated else None)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _marks(shown: FigureNode, report: Report | None, as_of: Date | None) -> Iterator[str]:
    if shown.origin is not None:
        yield f"origin {shown.group}: {origin_words(shown.origin, shown.doubt)}"
    for change, date in report.changes_by(as_of) if report else ():
        yield f"{change.value} {date.text}"


def _says(export: Export, said: Statement | None) -> str:
    """Say what a statement does with its claim, which is named where the page has several or it is a tied one."""
    if said is None:
        return ""
    certainty = f" (certainty: {said.certainty})" if said.certainty else ""
    if [said.claim] == [answer.claim for answer in export.answers]:
        return f"{_STANCES[said.stance]} it{certainty}"
    text = export.tracer.workspace.claims[said.claim].text
    return f"{_STANCES[said.stance]}{certainty} {said.claim}: {text}"


def _facts(graph: CitationGraph, node: Node) -> Iterator[tuple[str, str]]:
    report, said, outlet = graph.report(node), graph.statement(node), graph.outlet(node)
    if said is not None:
        yield from _of_statement(said)
    if report is not None:
        yield from _of_report(report)
    if node.kind is NodeKind.SOURCE:
        yield from _of_source(graph, graph.workspace.sources[node.id])
    if outlet is not None and outlet.owner:
        yield "owner", outlet.owner
    if outlet is not None and outlet.reliability:
        by = f", rated by {outlet.rated_by}" if outlet.rated_by else ""
        yield "reliability of the outlet", f"{outlet.reliability}{by}"


def _of_statement(said: Statement) -> Iterator[tuple[str, str]]:
    if said.basis is not None:
        yield "basis", said.basis.value.replace("_", " ")
    if said.where:
        yield "where", said.where
    yield from said.details


def _of_report(report: Report) -> Iterator[tuple[str, str]]:
    if report.author:
        yield "author", report.author
    if report.language:
        yield "language", report.language
    if report.read is not None:
        yield "read", _READ[report.read.form].format(via=report.read.via)
    if report.accessed is not None:
        yield "accessed", report.accessed.text


def _of_source(graph: CitationGraph, source: Source) -> Iterator[tuple[str, str]]:
    if source.described_as and source.name:
        yield "described as", f"“{source.described_as}”"
    for tie in source.same_as:
        yield ("the same as" if tie.certain else "possibly the same as"), source_name(graph, tie.source)


def _addresses(shown: FigureNode) -> Iterator[Address]:
    for what, recorded in (("page", shown.url), ("archived copy", shown.archived)):
        if recorded:
            yield Address(what=what, recorded=recorded, url=sound_address(recorded))


def _kinds(graph: CitationGraph, node: Node, outlet: Outlet | None) -> tuple[str, ...]:
    match node.kind:
        case NodeKind.SOURCE:
            return ("source", graph.workspace.sources[node.id].kind)
        case NodeKind.PARTY:
            return ("party",)
        case NodeKind.OUTLET:
            kinds: tuple[str, ...] = ("unlocated",)
        case NodeKind.STATEMENT | NodeKind.REPORT:
            kinds = ("report",)
    return (*kinds, outlet.kind) if outlet and outlet.kind else kinds


def _passages(export: Export) -> Sequence[tuple[list[Passage], list[Passage]]]:
    """Give for each node, by its number, its citations and those of it."""
    numbers = {node.id: number for number, node in enumerate(export.figure.nodes)}
    names = [_name(shown) for shown in export.figure.nodes]
    found: list[tuple[list[Passage], list[Passage]]] = [([], []) for _ in names]
    for place, edge in enumerate(export.figure.edges):
        citing, cited = numbers[edge.citing], numbers[edge.cited]
        found[citing][0].append(_passage(edge, place, cited, names))
        found[cited][1].append(_passage(edge, place, citing, names))
    return found


def _passage(edge: FigureEdge, place: int, other: int, names: Sequence[str]) -> Passage:
    return Passage(
        edge=place, other=other, name=names[other], how=edge_words(edge), quote=edge.quote, url=sound_address(edge.url)
    )


def _name(shown: FigureNode) -> str:
    unnamed = shown.kind is NodeKind.OUTLET or shown.label == shown.record
    return shown.label if unnamed else f"{shown.label} ({shown.record})"


def by_record(records: Sequence[Record], nodes: Sequence[Node]) -> Mapping[str, int]:
    """Map each record's id to the number of the first of its nodes."""
    found: dict[str, int] = {}
    for record, node in zip(records, nodes, strict=True):
        found.setdefault(node.id, record.number)
    return found
