"""What falls with a report, source, party or outlet. A test's docstring is its records; answers are worked out by hand."""

import random
from collections.abc import Callable, Iterator
from inspect import cleandoc
from itertools import chain, combinations, product
from typing import Any

import pytest

from provenance.dates import parse_date
from provenance.trace.answer import Status
from provenance.trace.footing import find_footing
from provenance.trace.impact import ClaimImpact, Impact, find_impact
from provenance.trace.subject import find_subject, find_tied
from provenance.trace.weigh import Weighed
from tests.texts import tracer_of

Fall = Callable[..., Impact]


@pytest.fixture
def fall(request: pytest.FixtureRequest) -> Fall:
    """Give a function that lets something fall in the records of the docstring."""
    tracer = tracer_of(cleandoc(request.function.__doc__ or ""))

    def let_fall(id_: str, as_of: str | None = None) -> Impact:
        subject = find_subject(tracer.graph, id_)
        assert subject, id_
        return find_impact(tracer, subject, parse_date(as_of) if as_of else None)

    return let_fall


def short(found: Weighed) -> str:
    count = found.verdict.origin_count
    return f"{found.verdict.status} {count.min}..{count.max}"


def resting(found: ClaimImpact) -> list[str]:
    return [
        f"{one.report} {one.rests}{'' if one.sure else '?'} {one.fate}{'' if one.uncorrected else ' corrected'}"
        for one in found.reports
    ]


def only(impact: Impact) -> ClaimImpact:
    (found,) = impact.claims
    return found


def test_a_diamond_falls_with_its_foot_and_keeps_half_of_itself(fall: Fall) -> None:
    """
    claims: {c: C}
    reports:
      foot:  {outlet: A, says: [{claim: c, basis: own_reporting}]}
      left:  {outlet: B, says: c, cites: foot}
      right: {outlet: D, says: c, cites: [foot, other]}
      top:   {outlet: E, says: c, cites: [left, right]}
      other: {outlet: F, says: [{claim: c, basis: own_reporting}]}
    """
    found = only(fall("foot"))
    assert (short(found.before), short(found.after)) == ("multiple-origins 2..2", "single-origin 1..1")
    assert found.origins_lost == ("foot",)
    assert resting(found) == [
        "foot itself falls",
        "left directly falls",
        "right directly stands",
        "top through-others stands",
    ]
    assert found.changes
    left = only(fall("left"))
    assert resting(left) == ["left itself falls", "top directly stands"]
    assert (short(left.before), short(left.after)) == ("multiple-origins 2..2", "multiple-origins 2..2")
    assert left.origins_lost == ()


def test_all_support_that_falls_is_as_if_retracted(fall: Fall) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: s}
      r2: {outlet: B, says: c, cites: r1}
    """
    found = only(fall("s"))
    assert (short(found.before), short(found.after)) == ("single-origin 1..1", "retracted 0..0")
    assert resting(found) == ["r1 directly falls", "r2 through-others falls"]


def test_a_loop_had_no_way_to_an_origin_before(fall: Fall) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: c, cites: r2}
      r2: {outlet: B, says: c, cites: r1}
      r3: {outlet: D, says: c, cites: [r2, r4]}
      r4: {outlet: E, says: [{claim: c, basis: own_reporting}]}
    """
    found = only(fall("r1"))
    assert resting(found) == ["r1 itself falls", "r2 directly no-way", "r3 through-others stands"]
    assert (short(found.before), short(found.after)) == ("single-origin 1..1", "single-origin 1..1")
    found = only(fall("r4"))
    assert resting(found) == ["r3 directly falls", "r4 itself falls"]
    assert (short(found.before), short(found.after)) == ("single-origin 1..1", "retracted 0..0")


def test_what_is_in_doubt_is_neither_lost_nor_safe(fall: Fall) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}, t: {kind: named}}
    reports:
      either: {outlet: A, says: c, cites: {unclear: [s, t]}}
      both:   {outlet: B, says: c, cites: [s, t]}
      maybe:  {outlet: D, says: c, cites: {source: s, attribution: unclear}}
      twice:  {outlet: E, says: c, cites: {unclear: [either, both]}}
      also:   {outlet: F, says: c, cites: [s, {source: t, attribution: unclear}]}
    """
    found = only(fall("s"))
    assert resting(found) == [
        "also directly in-doubt",
        "both directly stands",
        "either directly? in-doubt",
        "maybe directly? in-doubt",
        "twice through-others? in-doubt",
    ]
    assert (short(found.before), short(found.after)) == ("multiple-origins 2..3", "origin-in-doubt 1..2")


def test_alternatives_that_all_lead_there_rest_on_it_surely(fall: Fall) -> None:
    """
    claims: {c: C}
    outlets: {o: {name: The Outlet}}
    reports:
      r1: {outlet: o, says: c}
      r2: {outlet: o, says: c}
      r3: {outlet: A, says: c, cites: {unclear: [r1, r2]}}
    """
    assert resting(only(fall("the outlet"))) == ["r1 itself falls", "r2 itself falls", "r3 directly falls"]


def test_of_a_retracted_report_it_is_said_who_still_rests_on_it_and_what_was_corrected_since(fall: Fall) -> None:
    """
    claims: {c: C}
    reports:
      gone:   {outlet: A, says: [{claim: c, basis: own_reporting}], published: 2020-01-01, status: {retracted: 2020-02-01}}
      still:  {outlet: B, says: c, cites: gone}
      before: {outlet: D, says: c, cites: gone, status: {corrected: 2020-01-15}}
      since:  {outlet: E, says: c, cites: [gone, other], status: {corrected: 2020-02-02}}
      same:   {outlet: F, says: c, cites: gone, status: {corrected: 2020-02}}
      out:    {outlet: G, says: c, cites: still, status: {withdrawn: 2020-03}}
      upon:   {outlet: H, says: c, cites: out}
      other:  {outlet: I, says: [{claim: c, basis: own_reporting}]}
    """
    impact = fall("gone")
    assert [(fell.report, fell.change, fell.date.text) for fell in impact.fallen] == [
        ("gone", "retracted", "2020-02-01")
    ]
    found = only(impact)
    assert resting(found) == [
        "before directly no-way",
        "gone itself out corrected",
        "out through-others out corrected",
        "same directly no-way corrected",
        "since directly stands corrected",
        "still directly no-way",
    ]
    assert not found.changes
    assert short(found.before) == short(found.after) == "single-origin 1..1"
    earlier = fall("gone", "2020-01-31")
    assert earlier.fallen == ()
    assert (short(only(earlier).before), short(only(earlier).after)) == ("multiple-origins 2..2", "single-origin 1..1")
    assert "before directly falls corrected" in resting(only(earlier))


def test_what_was_in_doubt_without_it_already_does_not_change(fall: Fall) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      gone: {outlet: A, says: c, cites: s, status: {withdrawn: 2020}}
      r1:   {outlet: B, says: c, cites: {unclear: [gone, s]}}
    """
    found = only(fall("gone"))
    assert (resting(found)[1], found.changes) == ("r1 directly? in-doubt", False)
    assert only(fall("r1")).changes
    assert only(fall("s")).changes


def test_claims_are_those_whose_graph_holds_it_by_id(fall: Fall) -> None:
    """
    claims:
      weak: Weak
      strong: {text: Strong, stronger_than: weak}
      part: {text: Part, part_of: strong}
      apart: Apart
    reports:
      r1: {outlet: A, says: [{claim: weak, basis: own_reporting}]}
      r2: {outlet: B, says: strong, cites: r1}
      r3: {outlet: D, says: part, cites: r2}
      r4: {outlet: E, says: apart, cites: r1, published: 2021}
      r5: {outlet: F, says: [{claim: weak, stance: denies, cites: r1}]}
    """
    impact = fall("r1")
    assert [found.claim for found in impact.claims] == ["apart", "part", "strong", "weak"]
    assert [resting(found) for found in impact.claims] == [
        ["r4 directly falls"],
        ["r3 through-others falls"],
        ["r2 directly falls"],
        ["r1 itself falls"],
    ]
    assert impact.claims[3].others == (("r5", "denies"),)
    assert [found.claim for found in fall("r1", "2020").claims] == ["part", "strong", "weak"]
    assert fall("r4").claims[0].claim == "apart"


def test_a_party_falls_with_its_sources_and_an_outlet_with_its_reports(fall: Fall) -> None:
    """
    claims: {c: C}
    parties: {p: {name: P}, q: {name: Q}}
    outlets: {o: {name: The Outlet, aliases: [TO]}}
    sources: {s: {kind: named, party: p}, t: {kind: named, party: q}, u: {kind: named, same_as: s}}
    reports:
      r1: {outlet: o, says: c, cites: p}
      r2: {outlet: A, says: c, cites: s}
      r3: {outlet: B, says: c, cites: t}
      r4: {outlet: D, says: c, cites: {outlet: TO}}
      r5: {outlet: Loose Leaf, says: c, cites: r1}
      r6: {outlet: E, says: c, cites: {outlet: loose leaf}}
      r7: {outlet: F, says: c, cites: {outlet: unnamed}}
      r8: {outlet: G, says: c, cites: u}
    """
    of_p = ["r1 directly falls", "r2 directly falls", "r5 through-others falls", "r8 directly falls"]
    assert resting(only(fall("p"))) == of_p
    assert resting(only(fall("s"))) == ["r2 directly falls"]
    for name in ("o", "The outlet", "to"):
        assert resting(only(fall(name))) == ["r1 itself falls", "r4 directly falls", "r5 directly falls"]
    for name in ("Loose Leaf", "loose leaf"):
        assert resting(only(fall(name))) == ["r5 itself falls", "r6 directly falls"]
    assert resting(only(fall("unnamed:r7"))) == ["r7 directly falls"]


def test_answers_of_the_fallen_are_not_taken_back_but_the_verdict_without_them_is_traced(fall: Fall) -> None:
    """
    claims: {c: {text: C, could_confirm: [p, q]}, d: {text: D, could_confirm: p}}
    parties: {p: {name: P}, q: {name: Q}}
    sources: {spokesman: {kind: named, party: p}, other: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: other}
      r2: {outlet: B, says: d, cites: other}
      r3: {outlet: D}
    responses:
      - {by: spokesman, claim: c, stance: denies, on_record: true, reported_by: [r1, r3]}
      - {by: p, claim: d, stance: confirms, on_record: true, reported_by: r3}
    """
    impact = fall("p")
    assert [found.claim for found in impact.claims] == ["c", "d"]
    denied, confirmed = impact.claims
    assert denied.unanswered
    assert confirmed.unanswered
    assert [short(found) for found in (denied.before, denied.after, denied.unanswered)] == [
        "denied 1..1",
        "denied 1..1",
        "single-origin 1..1",
    ]
    assert short(confirmed.unanswered) == "single-origin 1..1"
    assert denied.changes
    assert denied.reports == ()
    assert only(fall("spokesman")).claim == "c"
    alone = only(fall("r3"))
    assert (alone.claim, len(alone.responses)) == ("d", 1)
    assert only(fall("r1")).unanswered is None


def test_an_answer_that_nobody_reports_or_that_is_to_another_claim_is_not_the_reports_own(fall: Fall) -> None:
    """
    claims: {w: W, c: {text: C, stronger_than: w, could_confirm: p}}
    parties: {p: {name: P}}
    reports:
      r: {outlet: A, says: [{claim: c, basis: own_reporting}]}
      x: {outlet: X, says: [{claim: w, basis: own_reporting}]}
    responses:
      - {by: p, claim: c, stance: declines}
      - {by: p, claim: w, stance: denies, reported_by: r}
    """
    found = {claim.claim: claim for claim in fall("r").claims}
    assert found["c"].responses == ()
    assert [one.response.stance for one in found["w"].responses] == ["denies"]


def test_what_rests_on_it_no_longer_surely_changes_though_the_verdict_does_not(fall: Fall) -> None:
    """
    claims: {c: C}
    sources: {t: {kind: named, same_as: [u]}, u: {kind: named}}
    reports:
      q: {outlet: Q, says: c, cites: u}
      r: {outlet: R, says: c, cites: [t, {report: q, attribution: unclear}]}
    """
    found = only(fall("t"))
    assert found.changes
    assert (short(found.before), short(found.after)) == ("single-origin 1..1", "single-origin 1..1")
    assert resting(found) == ["r directly in-doubt"]


def test_those_that_do_not_rest_on_it_are_not_among_the_others(fall: Fall) -> None:
    """
    claims: {c: C}
    reports:
      a: {outlet: A, says: [{claim: c, basis: own_reporting}]}
      b: {outlet: B, says: [{claim: c, stance: questions, cites: a}]}
      d: {outlet: D, says: [{claim: c, stance: denies, basis: own_reporting}]}
    """
    assert only(fall("a")).others == (("b", "questions"),)


def test_what_falls_and_is_lost_is_listed_by_id(fall: Fall) -> None:
    """
    claims: {c: C}
    sources: {w: {kind: named}, k: {kind: named}, z: {kind: named}, a: {kind: named}, m: {kind: named}}
    reports:
      r4: {outlet: Paper, says: c, cites: [w, k, z, a, m], status: {corrected: 2020-03}}
      r2: {outlet: Paper, says: c, status: {retracted: 2020-01}}
      r9: {outlet: Paper, says: c, status: {retracted: 2020-01}}
      r1: {outlet: Paper, says: c, status: {withdrawn: 2020-02}}
      r7: {outlet: Paper, says: c, status: {withdrawn: 2020-02}}
    """
    impact = fall("Paper")
    assert [fell.report for fell in impact.fallen] == ["r1", "r2", "r7", "r9"]
    assert only(impact).origins_lost == ("a", "k", "m", "w", "z")


def test_nothing_rests_on_a_report_that_says_nothing(fall: Fall) -> None:
    """
    claims: {c: C}
    reports: {r1: {outlet: A}, r2: {outlet: B, says: c}}
    """
    assert fall("r1").claims == ()


def test_a_report_cited_for_what_it_does_not_say_falls_too(fall: Fall) -> None:
    """
    claims: {c: C, d: D}
    reports:
      r1: {outlet: A, says: d}
      r2: {outlet: B, says: c, cites: r1}
    """
    impact = fall("r1")
    assert [(found.claim, resting(found)) for found in impact.claims] == [
        ("c", ["r2 directly falls"]),
        ("d", ["r1 itself falls"]),
    ]


def test_declared_independence_is_weighed_anew(fall: Fall) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: B, says: [{claim: c, basis: own_reporting}]}
      r3: {outlet: D, says: [{claim: c, basis: own_reporting}]}
    dependences:
      - {between: [r1, r2], kind: declared_independent, basis: Both were there.}
    """
    found = only(fall("r3"))
    assert found.before.declared_by is None
    assert found.after.declared_by == ("Both were there.",)


def test_what_is_declared_of_several_origins_is_said_whatever_the_status(fall: Fall) -> None:
    """
    parties: {town: {name: Town}}
    claims: {c: {text: C, could_confirm: town}}
    reports:
      r1: {outlet: A, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: B, says: [{claim: c, basis: own_reporting}]}
    responses: [{by: town, claim: c, stance: confirms, on_record: true}]
    dependences:
      - {between: [r1, r2], kind: declared_independent, basis: Both were there.}
    """
    found = only(fall("r2"))
    assert found.before.verdict.status is found.after.verdict.status is Status.CONFIRMED
    assert (found.before.declared_by, found.after.declared_by) == (("Both were there.",), None)


def test_whom_the_records_tie_to_it() -> None:
    tracer = tracer_of("""
        claims: {c: C}
        parties: {p: {name: P}}
        sources:
          s1: {kind: named, party: p, same_as: s2}
          s2: {kind: named}
          s3: {kind: named, same_as: s2}
          s4: {kind: named, same_as: {source: s3, how: possible}}
          s5: {kind: named, party: p}
        reports: {r1: {outlet: A, says: c, cites: s1}, r2: {outlet: B, says: c, cites: s2}}
        dependences:
          - {between: [r1, r2, s1], kind: same_wording}
          - {between: [r1, r2], kind: declared_independent}
        """)

    def tied(id_: str) -> list[str]:
        subject = find_subject(tracer.graph, id_)
        assert subject
        return [f"{one.how} {one.id}" for one in find_tied(tracer.graph, subject)]

    same = ["possibly-same s4", "speaks-for p", "same-party s5"]
    assert tied("s1") == ["same s2", "same s3", *same, "same_wording r1", "same_wording r2"]
    assert tied("s3") == ["same s1", "same s2", *same]
    assert tied("s4") == ["possibly-same s3"]
    assert tied("r1") == ["same_wording r2", "same_wording s1"]
    assert tied("p") == tied("A") == []


@pytest.mark.parametrize("id_", ["c", "nobody", "unnamed:r1", "unnamed", "unnamed:nobody", ""])
def test_what_is_no_report_source_party_or_outlet_is_nothing(id_: str) -> None:
    tracer = tracer_of("claims: {c: C}\nreports: {r1: {outlet: A, says: c, cites: {outlet: Elsewhere}}}")
    assert find_subject(tracer.graph, id_) is None


# Against every way in which doubts may turn out -------------------------------------------------------------------------

Cites = list[Any]
"""Ids, lists of alternatives (`unclear`), and one-element tuples (`attribution: unclear`)."""


def drawn(order: random.Random) -> dict[str, Cites]:
    ids = [f"r{number}" for number in range(order.randint(2, 6))]
    return {id_: [one(order, ids) for _ in range(order.randint(0, 2))] for id_ in ids}


def one(order: random.Random, ids: list[str]) -> Any:
    match order.randint(1, 4):
        case 1:
            return (order.choice(ids),)
        case 2:
            return order.sample(ids, 2)
        case _:
            return order.choice(ids)


def yaml_of(reports: dict[str, Cites], fallen: set[str]) -> str:
    def written(cited: Any) -> str:
        match cited:
            case (id_,) if isinstance(cited, tuple):
                return f"{{report: {id_}, attribution: unclear}}"
            case list():
                return f"{{unclear: [{', '.join(cited)}]}}"
            case _:
                return str(cited)

    lines = ["claims: {c: C}", "reports:"]
    for id_, cites in reports.items():
        fell = ", status: {retracted: 2020}" if id_ in fallen else ""
        lines.append(f"  {id_}: {{outlet: O, says: c, cites: [{', '.join(map(written, cites))}]{fell}}}")
    return "\n".join(lines).replace(", cites: []", "")


def ways_out(cited: Any) -> list[list[str]]:
    """Give every way in which one entry may turn out."""
    if isinstance(cited, tuple):
        return [[], list(cited)]
    if isinstance(cited, list):
        return [list(some) for size in (1, 2) for some in combinations(cited, size)]
    return [[cited]]


def outcomes(reports: dict[str, Cites]) -> Iterator[dict[str, list[str]]]:
    entries = [(id_, ways_out(cited)) for id_, cites in reports.items() for cited in cites]
    for chosen in product(*(ways for _, ways in entries)):
        found: dict[str, list[str]] = {id_: [] for id_ in reports}
        for (id_, _), some in zip(entries, chosen, strict=True):
            found[id_] += some
        yield found


def reaching(cites: dict[str, list[str]], fallen: set[str]) -> set[str]:
    """Give the standing reports with a way to one that cites nothing."""
    found = {id_ for id_ in cites if not cites[id_] and id_ not in fallen}
    while more := {id_ for id_ in cites if id_ not in found | fallen and any(cited in found for cited in cites[id_])}:
        found |= more
    return found


def test_on_random_graphs_footing_is_that_of_every_way_in_which_doubts_turn_out() -> None:
    order = random.Random(9)
    sizes = set()
    for _ in range(300):
        reports = drawn(order)
        fallen = set(order.sample(list(reports), order.randint(0, 2)))
        every = [reaching(cites, fallen) for cites in outcomes(reports)]
        footing = find_footing(tracer_of(yaml_of(reports, fallen)).support("c"))
        assert {node.id for node in footing.possible} == set(chain.from_iterable(every)), reports
        assert {node.id for node in footing.sure} == set.intersection(*every), reports
        sizes.add(len(footing.possible) - len(footing.sure))
    assert len(sizes) > 3
