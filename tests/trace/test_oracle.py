"""Random small workspaces: the answer is the oracle's, whatever the order of the records."""

import random
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import yaml
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from provenance.dates import parse_date
from provenance.model import Workspace
from provenance.read import read_texts
from provenance.trace import Tracer
from tests.oracle import Records, View, expect, seen
from tests.records import dates, shuffled, workspaces, written

slowly = settings(
    deadline=None,
    database=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def read(texts: dict[str, str]) -> Workspace:
    loaded = read_texts(texts)
    assert not loaded.problems, loaded.problems
    return loaded.workspace


def differences(expected: View, got: View) -> str:
    lines = [
        f"{name}:\n  expected {expected[name]}\n  got      {got[name]}"
        for name in expected
        if expected[name] != got[name]
    ]
    return "\n".join(lines)


def as_text(records: Records) -> str:
    return str(yaml.safe_dump(records, sort_keys=False, default_flow_style=None, width=140))


def without_places(value: Any) -> Any:
    """Give an answer as plain values, without the places of its records."""
    if is_dataclass(value) and not isinstance(value, type):
        return [(part.name, without_places(getattr(value, part.name))) for part in fields(value) if part.name != "place"]
    if isinstance(value, tuple | list):
        return [without_places(one) for one in value]
    return value.value if isinstance(value, Enum) else value


@slowly
@given(workspaces(), dates())
def test_every_answer_is_that_of_the_oracle(records: Records, date: str) -> None:
    tracer = Tracer(read(written(records)))
    for claim in records["claims"]:
        for as_of in (None, parse_date(date)):
            expected, got = expect(records, claim, as_of), seen(tracer.trace(claim, as_of))
            if expected != got:
                note(as_text(records))
            assert expected == got, f"{claim} as of {as_of and as_of.text}:\n{differences(expected, got)}"


@settings(slowly, max_examples=100)
@given(workspaces(), st.randoms(use_true_random=False))
def test_the_order_of_records_keys_and_files_changes_nothing(records: Records, order: random.Random) -> None:
    one, other = Tracer(read(written(records))), Tracer(read(shuffled(records, order)))
    for claim in records["claims"]:
        assert without_places(one.trace(claim)) == without_places(other.trace(claim))


@settings(slowly, max_examples=100)
@given(workspaces(), st.data())
def test_a_further_report_never_lowers_the_number_of_reports(records: Records, data: st.DataObject) -> None:
    further = data.draw(st.sampled_from(sorted(records["reports"])))
    fewer = Tracer(read(written(records)))
    more = Tracer(read(written({**records, "reports": {**records["reports"], "new": records["reports"][further]}})))
    for claim in records["claims"]:
        assert more.trace(claim).reports >= fewer.trace(claim).reports
