"""Why a claim rests on something. A test's docstring is its records; answers are worked out by hand."""

from collections.abc import Callable
from inspect import cleandoc

import pytest

from provenance.dates import parse_date
from provenance.trace.subject import find_subject
from provenance.trace.what_if import MOST_CITATIONS
from provenance.trace.why import Reasons, Stop, Why
from tests.texts import tracer_of

Ask = Callable[..., Why]


def ask_in(text: str) -> Ask:
    tracer = tracer_of(text)

    def answer(id_: str, claim: str = "c", as_of: str | None = None, most: int = 5) -> Why:
        subject = find_subject(tracer.graph, id_)
        assert subject, id_
        return Reasons(tracer, claim, subject, parse_date(as_of) if as_of else None).answer(most)

    return answer


@pytest.fixture
def ask(request: pytest.FixtureRequest) -> Ask:
    """Give a function that asks why the claim `c`, in the records of the docstring, rests on something."""
    return ask_in(cleandoc(request.function.__doc__ or ""))


def ways(why: Why) -> list[str]:
    return [" ".join(stop.node.id for stop in stops) for stops in why.ways]


def carriers(why: Why) -> list[str]:
    return [f"{one.citing.id} {one.cited.id} {one.reports}" for one in why.carriers]


def changes(why: Why) -> list[str]:
    return [
        f"{one.what} {one.id}{f' {one.cited}' if one.cited else ''}: {one.then.verdict.status} "
        f"{one.then.verdict.origin_count.min}..{one.then.verdict.origin_count.max}"
        for one in why.what_ifs
    ]


def stop(why: Why, way: int, place: int) -> Stop:
    return why.ways[way][place]


def test_a_diamond_with_a_tail(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      foot:  {outlet: A, says: c, cites: s}
      left:  {outlet: B, says: c, cites: foot}
      right: {outlet: D, says: c, cites: foot}
      top:   {outlet: E, says: c, cites: [right, left]}
      apart: {outlet: F, says: [{claim: c, basis: own_reporting}]}
    """
    why = ask("foot")
    assert ways(why) == ["foot", "left foot", "right foot", "top left foot", "top right foot"]
    assert (why.number, why.exact, why.complete, why.held) == (5, True, True, True)
    assert carriers(why) == ["left foot 1", "right foot 1"]
    assert changes(why) == [
        "falls foot: single-origin 1..1",
        "does-not-hold left foot: multiple-origins 3..3",
        "does-not-hold right foot: multiple-origins 3..3",
    ]
    why = ask("s")
    assert carriers(why) == ["foot s 4", "left foot 1", "right foot 1"]
    assert changes(why)[:2] == ["falls s: single-origin 1..1", "does-not-hold foot s: multiple-origins 2..2"]


def test_only_so_many_are_listed_and_all_are_counted(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: c}
      r2: {outlet: B, says: c, cites: r1}
      r3: {outlet: D, says: c, cites: [r1, r2]}
    """
    why = ask("r1", most=2)
    assert (ways(why), why.number, why.exact, why.complete) == (["r1", "r2 r1"], 4, True, False)
    assert (ask("r1", most=4).complete, ask("r1", most=3).complete) == (True, False)
    none = ask("r1", most=0)
    assert (ways(none), none.number, none.exact, none.complete) == ([], 4, True, False)


def test_in_a_ring_the_number_is_exact_only_where_all_ways_are_listed(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: c, cites: [r2, end]}
      r2: {outlet: B, says: c, cites: [r1, end]}
      end: {outlet: D, says: [{claim: c, basis: own_reporting}]}
    """
    every = ["end", "r1 end", "r2 end", "r1 r2 end", "r2 r1 end"]
    why = ask("end")
    assert (ways(why), why.number, why.exact) == (every, 5, True)
    why = ask("end", most=3)
    assert (ways(why), why.number, why.exact, why.complete) == (every[:3], 4, False, False)
    why = ask("end", most=4)
    assert (ways(why), why.number, why.exact, why.complete) == (every[:4], 5, False, False)


def test_each_step_tells_how_it_was_taken(ask: Ask) -> None:
    """
    claims: {weak: W, c: {text: C, stronger_than: weak}}
    sources: {s: {kind: anonymous, described_as: a source}}
    reports:
      r1:
        outlet: A
        published: 2020-01-01
        says: [{claim: weak, certainty: possible, cites: {source: s, attribution: unclear}}]
      r2:
        outlet: B
        says:
          - claim: c
            certainty: certain
            cites: [{report: r1, mode: relays, quote: A reported}, {unclear: [{report: r1, mode: links}, s]}]
    """
    why = ask("s")
    assert ways(why) == ["r2 s", "r2 r1 s"]
    first, step, last = (stop(why, 1, place) for place in range(3))
    assert (first.edges, first.drift, first.fallen) == ((), (), False)
    assert [(edge.citation.mode, edge.citation.quote, edge.choice, edge.optional) for edge in step.edges] == [
        ("relays", "A reported", None, False),
        ("links", None, 1, False),
    ]
    assert {(found.fact("what"), found.fact("before"), found.fact("after")) for found in step.drift} == {
        ("claim", "weak", "c"),
        ("certainty", "possible", "certain"),
    }
    assert [(edge.optional, edge.choice) for edge in last.edges] == [(True, None)]
    assert carriers(why) == []


def test_a_way_may_end_at_what_was_retracted_and_says_so(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      gone: {outlet: A, says: c, cites: s, published: 2020-01-01, status: {retracted: 2020-01-03}}
      r1:   {outlet: B, says: c, cites: gone, published: 2020-01-02}
    """
    why = ask("gone")
    assert ways(why) == ["r1 gone"]
    assert [one.fallen for one in why.ways[0]] == [False, True]
    assert changes(why) == ["falls gone: retracted 0..0", "does-not-hold r1 gone: unattributed 1..1"]
    past_it = ask("s")
    assert (past_it.held, past_it.number, past_it.exact, ways(past_it), changes(past_it)) == (True, 0, True, [], [])
    earlier = ask("s", as_of="2020-01-02")
    assert ways(earlier) == ["gone s", "r1 gone s"]
    assert carriers(earlier) == ["gone s 2", "r1 gone 1"]


def test_what_the_claim_does_not_rest_on(ask: Ask) -> None:
    """
    claims: {c: C, d: D}
    reports:
      r1: {outlet: A, says: c}
      r2: {outlet: B, says: d}
      r3: {outlet: D, says: [{claim: c, stance: denies, cites: r4}]}
      r4: {outlet: E, says: d}
    """
    assert [(why.held, why.number) for why in (ask("r1"), ask("r2"), ask("r3"), ask("r4"))] == [
        (True, 1),
        (False, 0),
        (True, 0),
        (True, 0),
    ]
    assert (ask("r2").what_ifs, ask("r2").carriers) == ((), ())


def test_parties_that_could_confirm_and_have_not_are_let_answer(ask: Ask) -> None:
    """
    claims: {c: {text: C, could_confirm: [silent, partly, denier, late, other]}}
    parties: {silent: {name: S}, partly: {name: P}, denier: {name: D}, late: {name: L}, other: {name: O}}
    sources: {s: {kind: named}, spokesman: {kind: named, party: denier}}
    reports: {r1: {outlet: A, says: c, cites: s}}
    responses:
      - {by: silent, claim: c, stance: silent, date: 2020-01-01}
      - {by: partly, claim: c, stance: partly, on_record: true}
      - {by: spokesman, claim: c, stance: denies, on_record: false}
      - {by: late, claim: c, stance: confirms, on_record: true, date: 2020-01-01}
      - {by: late, claim: c, stance: neither, date: 2020-01-02}
    """
    why = ask("s")
    answers = [change for change in changes(why) if change.startswith(("confirms", "denies"))]
    assert why.now.verdict.status == "single-origin"
    assert answers == [
        f"{what} {party}: {status} 1..1"
        for party in ("late", "other", "partly", "silent")
        for what, status in (("confirms", "contested"), ("denies", "denied"))
    ]


def test_a_party_that_spoke_to_another_claim_alone_is_let_answer(ask: Ask) -> None:
    """
    claims: {w: W, c: {text: C, stronger_than: w, could_confirm: p}}
    parties: {p: {name: P}}
    reports: {r: {outlet: A, says: [{claim: c, basis: own_reporting}]}}
    responses: [{by: p, claim: w, stance: confirms, on_record: true}]
    """
    assert [change for change in changes(ask("r")) if " p:" in change] == [
        "confirms p: confirmed 1..1",
        "denies p: denied 1..1",
    ]


def test_what_a_citation_leaves_behind_where_it_does_not_hold(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}, t: {kind: named}}
    outlets: {feed: {kind: aggregator}}
    reports:
      alone: {outlet: A, says: c, cites: s}
      two:   {outlet: B, says: c, cites: [s, t]}
      maybe: {outlet: D, says: c, cites: {unclear: [s, t, two]}}
      feed1: {outlet: feed, says: c, cites: s}
    """
    why = ask("s")
    assert why.now.verdict.origin_count.min == 2
    assert changes(why) == [
        "falls s: single-origin 1..1",
        "does-not-hold alone s: multiple-origins 3..3",
        "does-not-hold feed1 s: multiple-origins 2..3",
        "does-not-hold two s: multiple-origins 2..2",
    ]


def test_an_unclear_citation_that_loses_one_alternative_keeps_the_other(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}, t: {kind: named}, u: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: {unclear: [s, t]}}
      r2: {outlet: B, says: c, cites: {unclear: [s, t, u]}}
    """
    why = ask("s")
    count = why.now.verdict.origin_count
    assert (count.min, count.max) == (1, 3)
    assert changes(why) == [
        "falls s: origin-in-doubt 0..2",
        "does-not-hold r1 s: origin-in-doubt 1..3",
        "does-not-hold r2 s: origin-in-doubt 1..3",
    ]


def test_an_unclear_citation_of_two_that_loses_one_is_a_citation_of_the_other(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}, t: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: {unclear: [s, t]}}
    """
    why = ask("s")
    assert (why.now.verdict.origin_count.min, why.now.verdict.origin_count.max) == (1, 2)
    assert changes(why)[1:] == ["does-not-hold r1 s: single-origin 1..1"]


def test_no_more_than_a_handful_of_citations_is_tried() -> None:
    chain = [f"  r{n}: {{outlet: O, says: c, cites: r{n + 1}}}" for n in range(9)]
    why = ask_in("\n".join(["claims: {c: C}", "reports:", *chain, "  r9: {outlet: O, says: c}"]))("r9")
    assert len(why.carriers) == 9
    tried = [one for one in changes(why) if one.startswith("does-not-hold")]
    assert len(tried) == MOST_CITATIONS
    assert tried[0] == "does-not-hold r8 r9: unattributed 1..2"


def test_in_a_ring_the_shortest_way_may_lead_out_at_its_far_end(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      top: {outlet: T, says: c, cites: a}
      a: {outlet: A, says: c, cites: [b, y1]}
      b: {outlet: B, says: c, cites: [d, x1]}
      d: {outlet: D, says: c, cites: [a, s]}
      x1: {outlet: X1, says: c, cites: x2}
      x2: {outlet: X2, says: c, cites: x3}
      x3: {outlet: X3, says: c, cites: s}
      y1: {outlet: Y1, says: c, cites: y2}
      y2: {outlet: Y2, says: c, cites: y3}
      y3: {outlet: Y3, says: c, cites: s}
    """
    found = [way for way in ways(ask("s", most=50)) if way.startswith("top ")]
    assert found == ["top a b d s", "top a y1 y2 y3 s", "top a b x1 x2 x3 s"]


def test_two_citations_of_one_report_by_another_are_one_step(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: c}
      r2: {outlet: B, says: c, cites: [{report: r1, mode: quotes}, {report: r1, mode: links}]}
    """
    why = ask("r1")
    assert ways(why) == ["r1", "r2 r1"]
    assert [edge.citation.mode for edge in stop(why, 1, 1).edges] == ["quotes", "links"]
    assert carriers(why) == ["r2 r1 1"]
    assert changes(why)[1] == "does-not-hold r2 r1: unattributed 1..2"
