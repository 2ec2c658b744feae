"""The answer to `timeline` as JSON: schema `provenance/timeline/1` (docs/reference/json.md)."""

from collections.abc import Iterable

from provenance.export.why import verdict_json
from provenance.json_text import dump_json
from provenance.trace.course import OpenGap
from provenance.trace.timeline import Event, Moment, Timeline


def timeline_json(course: Timeline) -> str:
    """Write a timeline as one JSON object."""
    return dump_json(
        {
            "schema": "provenance/timeline/1",
            "claim": course.claim,
            "text": course.text,
            "by": course.clock,
            "throughout": {
                "events": [_event(event) for event in course.throughout],
                "verdict": verdict_json(course.start),
                "gaps": _gaps(course.gaps),
            },
            "moments": [_moment(moment) for moment in course.moments],
        }
    )


def _moment(moment: Moment) -> dict[str, object]:
    return {
        "events": [_event(event) for event in moment.events],
        "before": verdict_json(moment.before),
        "after": verdict_json(moment.after),
        "opened": _gaps(moment.opened),
        "closed": _gaps(moment.closed),
    }


def _event(event: Event) -> dict[str, object]:
    found: dict[str, object] = {"kind": event.kind, "id": event.id, "date": event.date.text if event.date else None}
    if event.stance is not None:
        found["stance"] = event.stance
    if event.answered is not None:
        response = event.answered.response
        found |= {
            "party": event.answered.party,
            "stance": response.stance,
            "claim": response.claim,
            "addresses": event.answered.addresses,
            "answered": response.date.text if response.date else None,
            "on_record": response.on_record,
            "reported_by": response.reported_by,
        }
    return found


def _gaps(gaps: Iterable[OpenGap]) -> list[dict[str, str]]:
    return [{"kind": kind, "subject": subject} for kind, subject in gaps]
