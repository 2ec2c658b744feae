"""Random small workspaces: the answer is the oracle's, whatever the order of the records."""

import random
import re

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from provenance.dates import Date, parse_date
from provenance.model import Workspace
from provenance.read import read_texts
from provenance.trace import Tracer
from provenance.trace.answer import Trace
from tests.oracle import Records, World, expect, seen, settle
from tests.records import dates, shuffled, smallest, workspaces, written

# The warning is that of a package which Hypothesis imports, if it is there, to report a failure.

slowly = settings(
    deadline=None,
    database=None,
    max_examples=300,
    phases=[Phase.explicit, Phase.generate],  # `smallest` shrinks the records themselves, and much faster
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def read(texts: dict[str, str]) -> Workspace:
    loaded = read_texts(texts)
    assert not loaded.problems, loaded.problems
    return loaded.workspace


def differences(world: World, tracer: Tracer, claim: str, as_of: Date | None) -> dict[str, str]:
    """Give the parts of the answer in which the program and the oracle differ."""
    got = seen(tracer.trace(claim, as_of))
    expected = settle(expect(world, claim, as_of), got)
    return {
        name: f"expected {expected[name]}\n  got      {got[name]}" for name in expected if expected[name] != got[name]
    }


def explained(records: Records, claim: str, as_of: Date | None, name: str) -> str:
    """Show the smallest part of the records on which the program and the oracle still differ in `name`."""

    def differ(fewer: Records) -> dict[str, str]:
        loaded = read_texts(written(fewer))
        if not loaded.usable or claim not in loaded.workspace.claims:
            return {}
        return differences(World(fewer), Tracer(loaded.workspace), claim, as_of)

    fewer = smallest(records, lambda some: name in differ(some))
    text = yaml.safe_dump(fewer, sort_keys=False, default_flow_style=None, width=140)
    return f"{name} of {claim} as of {as_of and as_of.text}:\n  {differ(fewer)[name]}\n{text}"


def without_places(trace: Trace) -> str:
    """Show everything in an answer but where its records stand."""
    return re.sub(r"Place\([^()]*\)", "Place", repr(trace))


@slowly
@given(workspaces(), dates())
def test_every_answer_is_that_of_the_oracle(records: Records, date: str) -> None:
    tracer, world = Tracer(read(written(records))), World(records)
    for claim in records["claims"]:
        for as_of in (None, parse_date(date)):
            found = differences(world, tracer, claim, as_of)
            assert not found, "\n".join(explained(records, claim, as_of, name) for name in found)


@settings(slowly, max_examples=60)
@given(workspaces(), st.randoms(use_true_random=False))
def test_the_order_of_records_keys_and_files_changes_nothing(records: Records, order: random.Random) -> None:
    one, other = Tracer(read(written(records))), Tracer(read(shuffled(records, order)))
    for claim in records["claims"]:
        assert without_places(one.trace(claim)) == without_places(other.trace(claim))


@settings(slowly, max_examples=60)
@given(workspaces(), st.data())
def test_a_further_report_never_lowers_the_number_of_reports(records: Records, data: st.DataObject) -> None:
    further = data.draw(st.sampled_from(sorted(records["reports"])))
    fewer = Tracer(read(written(records)))
    more = Tracer(read(written({**records, "reports": {**records["reports"], "new": records["reports"][further]}})))
    for claim in records["claims"]:
        assert more.trace(claim).reports >= fewer.trace(claim).reports
