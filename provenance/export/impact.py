"""The answer to `impact` as JSON: schema `provenance/impact/1` (docs/reference/json.md)."""

from provenance.export.why import verdict_json
from provenance.json_text import dump_json
from provenance.model import Response
from provenance.trace.impact import ClaimImpact, Impact, Resting


def impact_json(impact: Impact) -> str:
    """Give the whole answer as one JSON object."""
    return dump_json(
        {
            "schema": "provenance/impact/1",
            "id": impact.subject.id,
            "kind": impact.subject.kind,
            "as_of": impact.as_of.text if impact.as_of else None,
            "fallen": [
                {"report": fell.report, "change": fell.change, "date": fell.date.text} for fell in impact.fallen
            ],
            "tied": [{"id": tied.id, "how": tied.how} for tied in impact.tied],
            "claims": [_claim(found) for found in impact.claims],
        }
    )


def _claim(found: ClaimImpact) -> dict[str, object]:
    return {
        "claim": found.claim,
        "text": found.text,
        "changes": found.changes,
        "before": verdict_json(found.before),
        "after": verdict_json(found.after),
        "origins_lost": found.origins_lost,
        "reports": [_resting(resting) for resting in found.reports],
        "others": [{"report": report, "stance": stance} for report, stance in found.others],
        "responses": [_response(answered.response) for answered in found.responses],
        "unanswered": verdict_json(found.unanswered) if found.unanswered else None,
    }


def _resting(resting: Resting) -> dict[str, object]:
    return {
        "report": resting.report,
        "rests": resting.rests,
        "sure": resting.sure,
        "fate": resting.fate,
        "changes": [{"change": change, "date": date.text} for change, date in resting.changes],
        "uncorrected": resting.uncorrected,
    }


def _response(response: Response) -> dict[str, object]:
    return {
        "by": response.by,
        "stance": response.stance,
        "date": response.date.text if response.date else None,
        "on_record": response.on_record,
        "reported_by": response.reported_by,
    }
