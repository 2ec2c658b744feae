"""The answers for a claim are the same over its slice as over the whole workspace."""

import json
import random
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import pytest

from provenance.dates import parse_date
from provenance.export.answer import answer_json
from provenance.export.steps import wording_json
from provenance.export.timeline import timeline_json
from provenance.export.why import why_json
from provenance.model import Workspace
from provenance.read import read_texts
from provenance.report.lines import plain
from provenance.report.steps import wording_lines
from provenance.report.timeline import timeline_lines
from provenance.report.trace import trace_lines
from provenance.report.tree import View, tree_lines
from provenance.report.why import way_lines, why_head, why_tail
from provenance.trace import Shape, Tracer, claim_tree
from provenance.trace.steps import wording
from provenance.trace.subject import find_subject
from provenance.trace.support import Clock
from provenance.trace.timeline import timeline
from provenance.trace.why import Reasons
from provenance.wording.sentence import claim_sentence
from tests.oracle import Records
from tests.records import workspace, written
from tests.slicing import Slices

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


REDTEAM = sorted(path for path in (Path(__file__).parent / "redteam").glob("*.yaml") if "expected" not in path.name)
SAMPLE = 120


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


def shown(tracer: Tracer, claim: str) -> list[str]:
    """Give what the commands about one claim print, with and without --json."""
    support, graph = tracer.support(claim), tracer.graph
    answer, course, found = tracer.trace(claim), timeline(tracer, claim), wording(support)
    down = claim_tree(support, Shape(down=True))
    return [
        plain(trace_lines(graph, answer, answer.tree, View(claim=claim)), 80),
        plain(tree_lines(graph, down, View(claim=claim, down=True)), 80),
        plain(timeline_lines(graph, course), 80),
        plain(wording_lines(graph, found), 80),
        wording_json(graph, found),
        timeline_json(course),
        claim_sentence(support, answer),
    ]


def reasons(tracer: Tracer, claim: str, id_: str) -> list[str]:
    """Give what `provenance why` prints, with and without --json."""
    graph = tracer.graph
    subject = find_subject(graph, id_)
    assert subject is not None
    asked = Reasons(tracer, claim, subject)
    why = asked.answer(20)
    ways = [line for number, way in enumerate(why.ways) for line in way_lines(graph, why, number, way)]
    head, tail = why_head(graph, why), why_tail(graph, why, len(why.ways), complete=why.complete)
    return [plain([*head, *ways, *tail], 80), why_json(graph, why)]


def drawn_together(number: int) -> Iterator[Workspace]:
    drawn = random.Random(number)
    for _ in range(number):
        yield read_texts(written(together([workspace(drawn.randrange(10**6)) for _ in range(3)]))).workspace


def test_what_is_printed_is_the_same() -> None:
    for whole in drawn_together(25):
        tracer, slices = Tracer(whole), Slices(whole)
        for claim in whole.claims:
            assert shown(Tracer(slices.of(claim)), claim) == shown(tracer, claim)


def test_why_is_the_same_for_each_record_of_the_slice() -> None:
    asked = 0
    for whole in drawn_together(12):
        tracer, slices = Tracer(whole), Slices(whole)
        for claim in list(whole.claims)[:3]:
            cut = slices.of(claim)
            written_outlets = (outlet.id for outlet in cut.outlets.values() if not outlet.implicit)
            for id_ in (*cut.reports, *cut.sources, *cut.parties, *written_outlets):
                assert reasons(Tracer(cut), claim, id_) == reasons(tracer, claim, id_), (claim, id_)
                asked += 1
    assert asked > 100


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


def test_who_is_said_to_have_been_first_is_a_report_before_it_is_an_outlet() -> None:
    whole = read("""
        claims: {asked: It asked., other: It is raining.}
        outlets: {old: {name: Old, aliases: r9}}
        reports:
          early: {outlet: Star, published: 2025-09-01, says: asked}
          first: {outlet: old, published: 2025-09-02, says: asked}
          r9: {outlet: Nefes, published: 2025-09-03, says: other}
          later: {outlet: Tele1, published: 2025-09-04, says: [{claim: asked, details: {first-reported-by: r9}}]}
    """)
    assert "r9" in Slices(whole).of("asked").reports
    same_answers(whole)


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


def test_an_agency_that_is_tied_to_another_brings_no_more_than_one_report() -> None:
    """What ties its owner to the other agency is any report of its own; which one makes no difference."""
    reports = "\n".join(
        f"          n{number}: {{outlet: nefes, says: [{{claim: other, basis: own_reporting}}]}}" for number in range(9)
    )
    whole = read(f"""
        claims: {{asked: It asked., other: It is raining.}}
        outlets: {{nefes: {{name: Nefes, owner: sozcu}}, tele1: {{name: Tele1, owner: sozcu}}, tass: {{name: TASS}}}}
        reports:
          first: {{outlet: tele1, says: [{{claim: asked, basis: own_reporting}}]}}
          second: {{outlet: tass, says: [{{claim: asked, basis: own_reporting}}]}}
{reports}
        dependences:
          - {{between: [nefes, tass], kind: same_person}}
    """)
    cut = Slices(whole).of("asked")
    assert list(cut.reports) == ["first", "n0", "second"]
    assert Tracer(cut).trace("asked").origin_count.max == 1
    same_answers(whole)


def test_reports_that_may_be_of_its_own_all_count_where_none_surely_is() -> None:
    whole = read("""
        claims: {asked: It asked., other: It is raining.}
        outlets: {nefes: {name: Nefes, owner: sozcu}, tele1: {name: Tele1, owner: sozcu}, tass: {name: TASS}}
        sources: {aide: {kind: anonymous}}
        reports:
          first: {outlet: tele1, says: [{claim: asked, basis: own_reporting}]}
          second: {outlet: tass, says: [{claim: asked, basis: own_reporting}]}
          maybe1: {outlet: nefes, says: [{claim: other, cites: {source: aide, attribution: unclear}}]}
          maybe2: {outlet: nefes, says: [{claim: other, cites: {source: aide, attribution: unclear}}]}
          never: {outlet: nefes, says: [{claim: other, cites: aide}]}
        dependences:
          - {between: [nefes, tass], kind: same_person}
    """)
    cut = Slices(whole).of("asked")
    assert list(cut.reports) == ["first", "maybe1", "maybe2", "second"]
    assert (Tracer(cut).trace("asked").origin_count.min, Tracer(cut).trace("asked").origin_count.max) == (1, 2)
    same_answers(whole)
