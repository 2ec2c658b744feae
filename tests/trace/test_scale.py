"""Large claims: nothing recurses, no path is listed, and what many share is right for each."""

import re

import pytest

from provenance.export.answer import answer_json
from provenance.report.lines import plain
from provenance.report.trace import trace_lines
from provenance.report.tree import View
from provenance.trace import Tracer
from provenance.trace.answer import Doubt, Finding, FindingKind, Trace
from tests.texts import tracer_of

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


DEEP = 10_000
"""Ten times as deep as Python lets calls nest; benchmarks/growth.py goes to 100,000."""


def tracer(*reports: str) -> Tracer:
    return tracer_of("\n  ".join(["claims: {c: C}\nreports:", *reports, ""]))


def traced(*reports: str) -> Trace:
    return tracer(*reports).trace("c")


def citing(id_: str, *cited: str, more: str = "") -> str:
    return f"{id_}: {{outlet: O-{id_}, says: c, cites: [{', '.join(cited)}]{more}}}"


def own(id_: str) -> str:
    return f"{id_}: {{outlet: O-{id_}, says: [{{claim: c, basis: own_reporting}}]}}"


def found(answer: Trace, kind: FindingKind) -> list[Finding]:
    return [finding for finding in answer.findings if finding.kind is kind]


def test_a_chain_deeper_than_any_recursion_limit_is_traced_and_shown_whole() -> None:
    ids = [f"r{number:05}" for number in range(DEEP)]
    of_all = tracer(*(citing(one, ids[number + 1]) for number, one in enumerate(ids[:-1])), own(ids[-1]))
    answer = of_all.trace("c")
    (origin,) = answer.origins
    assert (origin.id, origin.reached_by) == (ids[-1], tuple(ids[:-1]))
    assert [(row.depth, row.node.id) for row in answer.tree] == list(enumerate(ids))
    links = {(link.id, link.reports) for link in answer.common_links}
    assert links == {(one, number) for number, one in enumerate(ids) if number > 1}
    text = answer_json(answer)
    assert text.count('"cites": [') == text.count("]}") == DEEP
    lines = plain(trace_lines(of_all.graph, answer, answer.tree, View(width=100, claim="c")), 100)
    assert set(ids) <= set(re.findall(r"r\d{5}", lines))


def test_a_lattice_of_forty_diamonds_has_one_origin_and_a_link_at_every_joint() -> None:
    layers = range(40)
    answer = traced(
        *(citing(f"j{layer:02}", f"a{layer:02}", f"b{layer:02}") for layer in layers),
        *(citing(f"{side}{layer:02}", f"j{layer + 1:02}") for layer in layers for side in "ab"),
        own("j40"),
    )
    (origin,) = answer.origins
    assert (origin.id, len(origin.reached_by)) == ("j40", 120)
    links = {(link.id, link.reports) for link in answer.common_links}
    assert links == {(f"j{layer:02}", 3 * layer) for layer in range(1, 41)}
    assert len(answer.tree) == 1 + 40 * 4  # the root, and every citation once
    assert sum(not row.seen for row in answer.tree) == 121


def test_a_ring_is_one_loop_in_the_order_of_citation() -> None:
    ids = [f"r{number:04}" for number in range(2_000)]
    answer = traced(*(citing(one, ids[(number + 1) % len(ids)]) for number, one in enumerate(ids)))
    assert answer.origins == ()
    loops = [(finding.at, finding.fact("loop")) for finding in found(answer, FindingKind.CIRCULAR)]
    assert loops == [(ids[0], tuple(ids[1:]))]
    assert [row.node.id for row in answer.tree] == [*ids, ids[0]]


def test_who_cites_a_hub_reaches_every_origin_behind_it() -> None:
    above, below = ([f"{letter}{number:03}" for number in range(200)] for letter in "ce")
    answer = traced(*(citing(one, "hub") for one in above), citing("hub", *below), *map(own, below))
    assert [origin.id for origin in answer.origins] == below
    assert {origin.reached_by for origin in answer.origins} == {(*above, "hub")}
    assert len(answer.tree) == len(above) + len(below) + len(above)  # the hub below each, open below the first


def test_an_origin_is_not_among_those_who_reach_it() -> None:
    """r1 may rest on r2, or on nothing but itself."""
    answer = traced(citing("r0", "r1"), citing("r1", "{report: r2, attribution: unclear}"), own("r2"))
    assert {origin.id: origin.reached_by for origin in answer.origins} == {"r1": ("r0",), "r2": ("r0", "r1")}


def test_each_retracted_report_has_those_that_rest_on_it() -> None:
    """a rests on b and y, b on x, x on z; x, y and z fell. Nobody reaches z through reports that stand."""
    answer = traced(
        citing("a", "b", "y"),
        citing("b", "x"),
        citing("x", "z", more=", status: {retracted: 2025-09-01}"),
        citing("y", more=", status: {withdrawn: 2025-09-01}"),
        citing("z", more=", status: {retracted: 2025-09-01}"),
    )
    resting = [(one.at, one.fact("from")) for one in found(answer, FindingKind.RETRACTED_SUPPORT)]
    assert resting == [("a", "x"), ("a", "y"), ("b", "x")]
    assert {(origin.id, origin.doubt) for origin in answer.origins} == {("y", Doubt.RETRACTED), ("z", Doubt.RETRACTED)}


def test_doubts_are_counted_exactly_however_many_origins_they_do_not_touch() -> None:
    """r rests on x or y or both, s on z or on nothing but itself."""
    sure = [f"e{number:03}" for number in range(300)]
    answer = traced(
        citing("top", *sure),
        citing("r", "{unclear: [x, y]}"),
        citing("s", "{report: z, attribution: unclear}"),
        *map(own, sure),
        *map(own, "xyz"),
    )
    count = answer.origin_count
    assert (count.min, count.max, count.bounded) == (303, 304, False)


def test_an_origin_is_certain_where_every_alternative_leads_there_through_a_loop() -> None:
    """e and f rest on each other, f on s as well; d rests on e or f, g on e or t."""
    answer = tracer_of(
        """
        claims: {c: {text: C, stronger_than: w}, w: W}
        sources: {s: {kind: named}, t: {kind: named}}
        reports:
          d: {outlet: D, says: c, cites: [{unclear: [e, f]}]}
          e: {outlet: E, says: w, cites: f}
          f: {outlet: F, says: w, cites: [e, s]}
          g: {outlet: G, says: c, cites: [{unclear: [e, t]}]}
        """
    ).trace("c")
    assert {origin.id: origin.doubt for origin in answer.origins} == {"s": None, "t": Doubt.UNCLEAR}


def test_where_each_may_rest_on_the_other_alone_nothing_is_certain() -> None:
    """a rests on b or s, b on a or s."""
    answer = tracer_of(
        """
        claims: {c: C}
        sources: {s: {kind: named}}
        reports:
          a: {outlet: A, says: c, cites: [{unclear: [b, s]}]}
          b: {outlet: B, says: c, cites: [{unclear: [a, s]}]}
        """
    ).trace("c")
    assert {origin.id: origin.doubt for origin in answer.origins} == {"s": Doubt.UNCLEAR}
    assert (answer.origin_count.min, answer.origin_count.max) == (0, 1)
