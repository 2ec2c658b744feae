"""The answers for a claim are the same over its slice as over the whole workspace."""

import json
import random
import re
from inspect import cleandoc
from pathlib import Path

import pytest

from provenance.dates import parse_date
from provenance.export.answer import answer_json
from provenance.model import Workspace
from provenance.read import read_texts
from provenance.slices import Slices
from provenance.trace import Tracer
from provenance.trace.support import Clock
from provenance.trace.timeline import timeline
from tests.oracle import Records
from tests.records import workspace, written

REDTEAM = sorted(path for path in (Path(__file__).parent / "redteam").glob("*.yaml") if "expected" not in path.name)
SAMPLE = 400


def read(text: str) -> Workspace:
    loaded = read_texts({"a.yaml": cleandoc(text)})
    assert not loaded.problems, loaded.problems
    return loaded.workspace


def together(drawn: list[Records]) -> Records:
    """Make one workspace of several, each with claims and reports of its own."""
    found: Records = {"responses": [], "dependences": []}
    for number, records in enumerate(drawn):
        apart = json.loads(re.sub(r'"([cr])([0-9]+)"', rf'"\g<1>{number}.\2"', json.dumps(records)))
        for section in ("outlets", "parties", "sources", "claims", "reports"):
            found[section] = {**apart.get(section, {}), **found.get(section, {})}
        for section in ("responses", "dependences"):
            found[section] += apart.get(section, [])
    return {section: value for section, value in found.items() if value}


def same_answers(whole: Workspace) -> int:
    """Compare every claim's answers, and give how many slices leave out a report."""
    smaller = 0
    tracer, slices = Tracer(whole), Slices(whole)
    for claim in whole.claims:
        cut = slices.of(claim)
        of_slice = Tracer(cut)
        for as_of in (None, parse_date("2025-09-02")):
            assert answer_json(of_slice.trace(claim, as_of)) == answer_json(tracer.trace(claim, as_of)), claim
        assert of_slice.trace(claim, clock=Clock.ACCESSED) == tracer.trace(claim, clock=Clock.ACCESSED)
        assert timeline(of_slice, claim) == timeline(tracer, claim)
        smaller += len(cut.reports) < len(whole.reports)
    return smaller


def test_random_workspaces() -> None:
    smaller = 0
    for seed in range(SAMPLE):
        loaded = read_texts(written(workspace(seed)))
        smaller += same_answers(loaded.workspace)
    assert smaller > SAMPLE // 4


def test_random_workspaces_of_one_cast() -> None:
    """Claims and reports of several workspaces about the same outlets, parties and sources."""
    drawn = random.Random(7)
    smaller = 0
    for _ in range(SAMPLE // 4):
        loaded = read_texts(written(together([workspace(drawn.randrange(10**6)) for _ in range(4)])))
        smaller += same_answers(loaded.workspace)
    assert smaller > SAMPLE


@pytest.mark.parametrize("path", REDTEAM, ids=lambda path: path.stem)
def test_what_is_hard_to_trace(path: Path) -> None:
    loaded = read_texts({path.name: path.read_text(encoding="utf-8")})
    if loaded.usable:
        same_answers(loaded.workspace)


def test_a_slice_leaves_out_what_has_no_part() -> None:
    whole = read("""
        claims: {asked: It asked., other: It is raining., harder: {text: It demanded., stronger_than: asked}}
        outlets: {nefes: {name: Nefes, owner: sozcu}, sozcu: {name: Sozcu}, tele1: {name: Tele1, owner: sozcu}}
        parties: {ankara: {name: Ankara}, kyiv: {name: Kyiv}}
        sources: {aide: {kind: anonymous, party: ankara}, clerk: {kind: anonymous, party: ankara}}
        reports:
          first: {outlet: nefes, says: [{claim: asked, cites: aide}, {claim: other, cites: weather}]}
          later: {outlet: tele1, says: harder, cites: first}
          weather: {outlet: sozcu, says: other}
        responses:
          - {by: kyiv, claim: other, stance: denies}
    """)
    found = Slices(whole).of("asked")
    assert list(found.reports) == ["first", "later"]
    assert found.reports["first"] == whole.reports["first"]
    assert list(found.claims) == ["asked", "harder", "other"]
    assert list(found.outlets) == ["nefes", "sozcu", "tele1"]
    assert (list(found.sources), list(found.parties), found.responses) == (["aide"], ["ankara"], ())


def test_ties_reach_through_records_that_no_walk_meets() -> None:
    """Of one outlet family, an unreached report shares an error with another claim's."""
    whole = read("""
        claims: {asked: It asked., other: It is raining.}
        outlets: {nefes: {name: Nefes, owner: sozcu}, tele1: {name: Tele1, owner: sozcu}, kyivpost: {name: Kyiv Post}}
        reports:
          first: {outlet: nefes, says: [{claim: asked, basis: own_reporting}]}
          bridge: {outlet: tele1, says: [{claim: other, basis: own_reporting}]}
          second: {outlet: kyivpost, says: [{claim: asked, basis: own_reporting}]}
        dependences:
          - {between: [bridge, second], kind: shared_error}
    """)
    cut = Slices(whole).of("asked")
    assert list(cut.reports) == ["bridge", "first", "second"]
    assert Tracer(cut).trace("asked").origin_count.max == 1
    same_answers(whole)
