"""What is said of a report, source, party or outlet that is asked about, and of a verdict in short."""

from collections.abc import Iterator

from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import CitedKind
from provenance.report.lines import Line, Span, Style, line
from provenance.trace.subject import Subject
from provenance.trace.weigh import Weighed
from provenance.wording.change import standing_words
from provenance.wording.names import id_words, source_name
from provenance.wording.numbers import listing

_MOST_NAMED = 4


def subject_spans(graph: CitationGraph, subject: Subject) -> list[Span]:
    """Name a subject and say what it is."""
    return [(id_words(subject.id), Style.STRONG), (f" – {_what_it_is(graph, subject)}", Style.FAINT)]


def what_falls_with(graph: CitationGraph, subject: Subject) -> Iterator[Line]:
    """Say what is taken to fall with a subject, where that is more than its own record."""
    sources = [source_name(graph, node.id) for node in sorted(subject.nodes) if node.kind is NodeKind.SOURCE]
    reports = sorted(node.id for node in subject.nodes if node.kind is NodeKind.REPORT)
    if subject.kind is CitedKind.PARTY and sources:
        yield line(f"With it fall the sources that speak for it: {listing(shortened(sources))}.")
    if subject.kind is CitedKind.OUTLET and reports:
        yield line(f"With it {'falls' if len(reports) == 1 else 'fall'} {_its(reports)}.")


def verdict_spans(found: Weighed, *, supporting: bool = False) -> list[Span]:
    """Say a verdict in short: the status and the count, with `supporting` the supporting reports too."""
    return [
        (found.verdict.status.upper(), Style.WARN),
        (f" · {standing_words(found, supporting=supporting)}", Style.PLAIN),
    ]


def node_spans(graph: CitationGraph, node: Node, name: str) -> Iterator[Span]:
    """Name a node by its name, its id where that is another, and its date."""
    yield name, Style.STRONG
    if id_words(node.id) not in ("", name):
        yield f" {node.id}", Style.PLAIN
    report = graph.report(node)
    if report is not None:
        yield f" {report.published.text if report.published else 'undated'}", Style.FAINT


def shortened(names: list[str]) -> list[str]:
    """Keep the first few names, and count the rest."""
    return [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED:,} more"] if len(names) > _MOST_NAMED + 1 else names


def _what_it_is(graph: CitationGraph, subject: Subject) -> str:
    workspace = graph.workspace
    match subject.kind:
        case CitedKind.REPORT:
            published = workspace.reports[subject.id].published
            return f"report of {workspace.outlet_of(subject.id).name}, {published.text if published else 'undated'}"
        case CitedKind.SOURCE:
            source = workspace.sources[subject.id]
            name, party = source_name(graph, subject.id), source.party
            speaks_for = f" for {workspace.parties[party].name}" if party else ""
            return f"{source.kind} source{'' if name == subject.id else f' {name}'}{speaks_for}"
        case CitedKind.PARTY:
            return f"party {workspace.parties[subject.id].name}"
        case CitedKind.OUTLET:
            outlet = workspace.outlets.get(subject.id)
            return "outlet" if outlet is None or outlet.name == subject.id else f"outlet {outlet.name}"


def _its(reports: list[str]) -> str:
    if len(reports) == 1:
        return f"its report {reports[0]}"
    return f"its {len(reports):,} reports: {listing(shortened(reports))}"
