"""The answer to `diff` as JSON: schema `provenance/diff/1` (docs/reference/json.md)."""

from collections.abc import Iterable

from provenance.export.why import verdict_json
from provenance.json_text import dump_json
from provenance.trace.answer import Finding, Gap, Origin
from provenance.trace.difference import (
    ClaimDifference,
    Difference,
    FieldDifference,
    OriginDifference,
    RecordDifference,
    ResponseDifference,
)


def diff_json(difference: Difference, old: str, new: str) -> str:
    """Write a difference as one JSON object; `old` and `new` are the two states as they were named."""
    return dump_json(
        {
            "schema": "provenance/diff/1",
            "old": old,
            "new": new,
            "changed": difference.found,
            "claims": [_claim(found) for found in difference.claims],
            "records": [_record(found) for found in difference.records],
        }
    )


def _claim(found: ClaimDifference) -> dict[str, object]:
    return {
        "claim": found.claim,
        "change": found.how,
        "text": found.text,
        "before": verdict_json(found.before) if found.before else None,
        "after": verdict_json(found.after) if found.after else None,
        "fields": _fields(found.fields),
        "origins": [_origins(one) for one in found.origins],
        "reports": [{"id": one.id, "change": one.how, "on_record": one.on_record} for one in found.reports],
        "acts": [
            {"report": one.report, "change": one.how, "act": one.act, "date": one.date.text} for one in found.acts
        ],
        "statements": [
            {"report": one.report, "claim": one.claim, "change": one.how, "fields": _fields(one.fields)}
            for one in found.statements
        ],
        "responses": [_response(one) for one in found.responses],
        "findings": {"opened": _findings(found.findings_opened), "closed": _findings(found.findings_closed)},
        "gaps": {"opened": _gaps(found.gaps_opened), "closed": _gaps(found.gaps_closed)},
    }


def _fields(fields: Iterable[FieldDifference]) -> list[dict[str, object]]:
    return [{"name": field.name, "removed": field.removed, "added": field.added} for field in fields]


def _origins(found: OriginDifference) -> dict[str, object]:
    origin = found.after or found.before
    assert origin is not None
    return {"id": origin.id, "change": found.how, "before": _origin(found.before), "after": _origin(found.after)}


def _origin(origin: Origin | None) -> dict[str, object] | None:
    return {"kind": origin.kind, "claim": origin.claim, "doubt": origin.doubt} if origin else None


def _response(found: ResponseDifference) -> dict[str, object]:
    response = found.response
    return {
        "party": found.party,
        "by": response.by,
        "change": found.how,
        "stance": response.stance,
        "claim": response.claim,
        "date": response.date.text if response.date else None,
        "on_record": response.on_record,
        "reported_by": response.reported_by,
        "fields": _fields(found.fields),
    }


def _findings(findings: Iterable[Finding]) -> list[dict[str, object]]:
    return [{"kind": found.kind, "at": found.at, **dict(found.facts)} for found in findings]


def _gaps(gaps: Iterable[Gap]) -> list[dict[str, str]]:
    return [{"kind": gap.kind, "subject": gap.subject, "detail": gap.detail} for gap in gaps]


def _record(found: RecordDifference) -> dict[str, object]:
    return {"kind": found.kind, "id": found.id, "change": found.how, "fields": _fields(found.fields)}
