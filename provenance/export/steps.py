"""The answer to `drift` as JSON: schema `provenance/drift/1` (docs/reference/json.md)."""

from provenance.graph import CitationGraph
from provenance.json_text import dump_json
from provenance.trace.drift import Change
from provenance.trace.steps import Step, Version, Wording


def wording_json(graph: CitationGraph, found: Wording) -> str:
    """Write how a claim's wording changed: versions weakest first, and every step between two reports."""
    return dump_json(
        {
            "schema": "provenance/drift/1",
            "claim": found.claim,
            "text": found.text,
            "as_of": found.as_of.text if found.as_of else None,
            "versions": [_version(version) for version in found.versions],
            "steps": [_step(graph, step) for step in found.steps],
        }
    )


def _version(version: Version) -> dict[str, object]:
    return {
        "claim": version.claim,
        "text": version.text,
        "reports": version.reports,
        "first": version.first.id if version.first else None,
        "first_decided": version.decided,
        "quote": version.quote,
    }


def _step(graph: CitationGraph, step: Step) -> dict[str, object]:
    """Write one row: `from` is null where the way begins."""
    edge = step.edge
    said = graph.statement(step.row.node)
    return {
        "at": step.row.node.id,
        "claim": step.row.node.claim or None,
        "stance": said.stance if said else None,
        "from": edge.cited.id if edge else None,
        "depth": step.row.depth,
        "seen": step.row.seen,
        "mode": edge.citation.mode if edge else None,
        "doubt": "unclear" if edge and edge.in_doubt else None,
        "quotes": step.quotes,
        "changes": [_change(change) for change in step.changes],
        "not_recorded": step.not_recorded,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "what": change.what,
        "name": change.name,
        "before": change.before,
        "after": change.after,
        "direction": change.direction,
        "doubt": "unclear" if change.in_doubt else None,
    }
