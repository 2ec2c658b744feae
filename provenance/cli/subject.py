"""The report, source, party or outlet that a call names."""

from provenance.cli.options import refuse_unknown
from provenance.cli.output import Stop
from provenance.graph import CitationGraph
from provenance.safe import one_line
from provenance.trace.subject import Subject, find_subject


def choose_subject(graph: CitationGraph, wanted: str) -> Subject:
    """Give what is meant. Ends the command where it is no report, source, party or outlet."""
    if wanted in graph.workspace.claims:
        raise Stop(one_line(f"provenance: '{wanted}' is a claim; name a report, source, party or outlet"))
    return find_subject(graph, wanted) or refuse_unknown(graph.workspace, wanted)
