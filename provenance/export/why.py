"""The answer to `why` as JSON: schema `provenance/why/1` (docs/reference/json.md)."""

from provenance.graph import CitationGraph, Edge
from provenance.json_text import dump_json
from provenance.trace.answer import Finding
from provenance.trace.weigh import Weighed
from provenance.trace.what_if import WhatIf
from provenance.trace.why import Stop, Why


def why_json(graph: CitationGraph, why: Why) -> str:
    """Give the answer as one JSON object."""
    return dump_json(
        {
            "schema": "provenance/why/1",
            "claim": why.claim,
            "text": why.text,
            "id": why.subject.id,
            "kind": why.subject.kind,
            "as_of": why.as_of.text if why.as_of else None,
            "now": verdict_json(why.now),
            "held": why.held,
            "number": {"min": why.number, "exact": why.exact},
            "complete": why.complete,
            "ways": [[_stop(graph, stop) for stop in stops] for stops in why.ways],
            "carriers": [
                {
                    "citing": carrier.citing.id,
                    "claim": carrier.citing.claim,
                    "cited": carrier.cited.id,
                    "reports": carrier.reports,
                }
                for carrier in why.carriers
            ],
            "what_if": [_what_if(found) for found in why.what_ifs],
        }
    )


def verdict_json(found: Weighed) -> dict[str, object]:
    """Give a verdict as the keys `status`, `origin_count`, `supporting` and `declared_by`."""
    verdict, count = found.verdict, found.verdict.origin_count
    ends = {"min": count.min, "max": count.max, "bounded": count.bounded, "decided_by": count.decided_by}
    return {
        "status": verdict.status,
        "origin_count": ends,
        "supporting": verdict.supporting,
        "declared_by": found.declared_by,
    }


def _stop(graph: CitationGraph, stop: Stop) -> dict[str, object]:
    report = graph.report(stop.node)
    return {
        "id": stop.node.id,
        "kind": stop.node.kind,
        "claim": stop.node.claim or None,
        "published": report.published.text if report and report.published else None,
        "fallen": stop.fallen,
        "citations": [_citation(edge) for edge in stop.edges],
        "drift": [_drift(finding) for finding in stop.drift],
    }


def _citation(edge: Edge) -> dict[str, object]:
    return {
        "mode": edge.citation.mode,
        "quote": edge.citation.quote,
        "unclear": edge.choice is not None,
        "attribution": edge.citation.attribution,
        "not_said": edge.not_said,
    }


def _drift(finding: Finding) -> dict[str, object]:
    facts = dict(finding.facts)
    return {name: facts[name] for name in ("what", "name", "before", "after") if name in facts}


def _what_if(found: WhatIf) -> dict[str, object]:
    return {"if": found.what, "id": found.id, "cited": found.cited, "then": verdict_json(found.then)}
