"""Where an answer of the program is not what the oracle expects."""

import json
from itertools import groupby
from typing import Any

from provenance.dates import Date
from tests.oracle.answer import Answer
from tests.oracle.ways import Ways
from tests.oracle.world import Records

SUBJECT = {"findings": "at", "gaps": "subject"}
"""The lists that are sorted by kind, then subject, and the key of that; the model does not order what is equal there."""

BY_COUNT = ("status", "origins", "gaps", "declared_by")
"""What follows from all ways to settle doubt."""


def differences(ways: Ways, claim: str, as_of: Date | None, got: Records) -> dict[str, str]:
    """Give the keys of an answer that are not what they should be, with both values.

    Where there are too many ways to try them all, what follows from all of them is not compared, but the count has to
    hold every count that was tried.
    """
    answer = Answer(ways, claim, as_of)
    expected = answer.json()
    if not ways.complete:
        count = got["origin_count"]
        sound = count["min"] <= answer.origins.min and count["max"] >= answer.origins.max
        of_all = {"origin_count": count} if sound else {}
        expected |= {key: got[key] for key in BY_COUNT} | of_all
        for one in (expected, got):
            one["findings"] = [
                found for found in one["findings"] if found["kind"] not in ("shared-owner", "rating-not-allowed")
            ]
    return {
        key: _shown(key, expected.get(key), got.get(key))
        for key in {**expected, **got}
        if _in_order(key, expected.get(key)) != _in_order(key, got.get(key))
    }


def _in_order(key: str, value: Any) -> Any:
    """Put what the model does not order in some order."""
    if key not in SUBJECT or value is None:
        return value
    runs = groupby(value, key=lambda one: (one["kind"], one[SUBJECT[key]]))
    return [sorted(map(_text, run)) for _, run in runs]


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _shown(key: str, expected: Any, got: Any) -> str:
    if isinstance(expected, list) and isinstance(got, list) and key != "tree":
        missing, further = [one for one in expected if one not in got], [one for one in got if one not in expected]
        if missing or further:
            return f"missing {_text(missing)}\n  further {_text(further)}"
    return f"expected {_text(expected)}\n  got      {_text(got)}"
