"""Chronology: dates that cannot all be right, and copies that lost theirs."""

from collections.abc import Iterator

from provenance.trace.answer import Finding, FindingKind, on_edge
from provenance.trace.support import Support


def find_chronology(support: Support) -> Iterator[Finding]:
    """Find reports surely older than what they cite, and what else the dates contradict."""
    yield from _older_than_cited(support)


def _older_than_cited(support: Support) -> Iterator[Finding]:
    for edge in support.edges:
        citing, cited = support.graph.report(edge.citing), support.graph.report(edge.cited)
        if citing is None or cited is None or citing.published is None or cited.published is None:
            continue
        if citing.published.surely_before(cited.published):
            before, after = cited.published.text, citing.published.text
            yield on_edge(FindingKind.CHRONOLOGY, edge, what="older-than-cited", before=before, after=after)
