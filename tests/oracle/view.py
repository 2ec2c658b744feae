"""The parts of an answer in brief, for tests of small shapes."""

import json
from typing import Any

from provenance.dates import Date
from provenance.export.answer import answer_json
from provenance.trace.answer import Trace
from tests.oracle.answer import Answer
from tests.oracle.ways import Ways
from tests.oracle.world import Records, World

View = dict[str, Any]
"""The parts of an answer by name, each in brief; every list in it is sorted."""

MOST = 100_000


def expect(world: World, claim: str, as_of: Date | None) -> View:
    """Give the oracle's answer for one claim in brief."""
    return view(Answer(Ways(world, MOST), claim, as_of).json())


def seen(trace: Trace) -> View:
    """Give a real answer in brief."""
    return view(json.loads(answer_json(trace)))


def view(answer: Records) -> View:
    """Put the JSON of an answer in brief."""
    groups: dict[int, list[str]] = {}
    for one in answer["origins"]:
        groups.setdefault(one["group"], []).append(str((one["id"], one["claim"])))
    count, findings = answer["origin_count"], answer["findings"]

    def found(kind: str, *keys: str) -> list[tuple[Any, ...]]:
        return sorted({tuple(one[key] for key in ("at", *keys)) for one in findings if one["kind"] == kind})

    drift = found("drift", "from", "what", "before", "after")
    return {
        **{key: answer[key] for key in ("status", "reports", "supporting", "stances")},
        "origins": sorted(map(_origin, answer["origins"]), key=str),
        "groups": sorted(map(sorted, groups.values())),
        "count": (count["min"], count["max"], count["bounded"]),
        "decided": bool(count["decided_by"]),
        "common_links": sorted((link["id"], link["reports"]) for link in answer["common_links"]),
        "circular": sorted(sorted({one["at"], *one["loop"]}) for one in findings if one["kind"] == "circular"),
        "drift": [one for one in drift if one[2] in ("claim", "certainty")],
        "not-in-cited": found("not-in-cited", "from"),
        "chronology": [one[:2] for one in found_older(findings)],
        "retracted-support": found("retracted-support", "from"),
        "shared-owner": sorted(
            sorted({one["at"], *one["origins"]}) for one in findings if one["kind"] == "shared-owner"
        ),
        "off-target-denial": found("off-target-denial", "claim"),
        "attribution-conflict": found("attribution-conflict", "claim"),
        "rating-not-allowed": bool(found("rating-not-allowed")),
        "gaps": sorted({(one["kind"], one["subject"]) for one in answer["gaps"]}),
    }


def found_older(findings: list[Records]) -> list[tuple[str, str]]:
    """Give who is older than what it cites."""
    return sorted({(one["at"], one["from"]) for one in findings if one.get("what") == "older-than-cited"})


def _origin(one: Records) -> tuple[Any, ...]:
    return tuple(one[key] for key in ("id", "kind", "claim", "outlet", "doubt", "reached_by"))
