"""Admiralty ratings as people recorded them: shown beside the answer, never computed into it.

The scales are those of NATO AJP-2.1: the reliability of a source and the credibility of information
are rated apart, by a person, and never made into one figure.
"""

from collections.abc import Iterable, Iterator

from provenance.graph import CitationGraph, Node
from provenance.model import Credibility, Reliability

RATINGS = "Ratings on record, by people; none of this answer is computed from them"
"""What stands over ratings."""

_RELIABILITY = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}
_CREDIBILITY = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLY_TRUE: "probably true",
    Credibility.POSSIBLY_TRUE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.CANNOT_BE_JUDGED: "cannot be judged",
}


def rating_sentences(graph: CitationGraph, claim: str, nodes: Iterable[Node]) -> Iterator[str]:
    """Say how the record's writer rated the claim, and who rated the outlets among `nodes`; nothing where none is."""
    credibility = graph.workspace.claims[claim].credibility
    if credibility is not None:
        words = _CREDIBILITY[credibility]
        rule = "; 1 takes confirmation by other sources: two origins or more"
        rule = rule if credibility is Credibility.CONFIRMED else ""
        yield f"credibility {credibility.value} on the Admiralty scale (“{words}”), as recorded for the claim{rule}"
    outlets = {outlet.id: outlet for node in nodes if (outlet := graph.outlet(node)) is not None}
    for _, outlet in sorted(outlets.items()):
        if outlet.reliability is not None:
            by = f", rated by {outlet.rated_by}" if outlet.rated_by else ""
            yield f"{outlet.name}: reliability {outlet.reliability.value} (“{_RELIABILITY[outlet.reliability]}”){by}"
