"""The report, source, party or outlet that a call names."""

from provenance.cli.options import what_is_meant
from provenance.cli.output import Stop
from provenance.graph import CitationGraph
from provenance.safe import one_line
from provenance.trace.subject import Subject, find_subject


def choose_subject(graph: CitationGraph, wanted: str) -> Subject:
    """Give what is meant. Ends the command where it is no report, source, party or outlet."""
    subject = find_subject(graph, wanted)
    if subject is None:
        raise Stop(one_line(f"provenance: {_refusal(graph, wanted)}"))
    return subject


def _refusal(graph: CitationGraph, wanted: str) -> str:
    workspace = graph.workspace
    if wanted in workspace.claims:
        return f"'{wanted}' is a claim; name a report, source, party or outlet"
    kinds = (workspace.reports, workspace.sources, workspace.parties, workspace.outlets)
    return f"there is no report, source, party or outlet '{wanted}'; {what_is_meant(kinds, wanted)}"
