"""How the answer for a claim changed, moment by moment."""

import random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from provenance.dates import Date, parse_date
from provenance.graph import UnknownClaimError
from provenance.read import read_texts
from provenance.trace import Tracer
from provenance.trace.answer import Verdict
from provenance.trace.support import Clock
from provenance.trace.timeline import Event, Moment, Timeline, timeline
from tests.oracle import Records
from tests.records import DATES, shuffled, workspaces, written
from tests.texts import tracer_of

slowly = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))

FALLING = """
    parties: {town: {name: Town}}
    claims:
      c: {text: It happened., could_confirm: town}
      near: {text: It nearly happened.}
      far: {text: It happened twice., stronger_than: c}
    reports:
      first: {outlet: A, published: 2020-01-02, status: {retracted: 2020-01-05}, says: [{claim: c, basis: own_reporting}]}
      copy: {outlet: B, published: 2020-01-03, says: c, cites: first}
      other: {outlet: C, published: 2020-01-04, says: [{claim: c, basis: own_reporting}], status: {corrected: 2020-01-06}}
      against: {outlet: D, says: [{claim: c, stance: denies}]}
      elsewhere: {outlet: E, published: 2020-01-01, says: near, status: {withdrawn: 2020-01-09}}
    responses:
      - {by: town, claim: far, stance: denies, date: 2020-01-07}
      - {by: town, claim: c, stance: declines, date: 2020-01-08}
      - {by: town, claim: c, stance: denies, date: 2020-01-09, on_record: true}
"""


def rows(course: Timeline) -> list[str]:
    return [f"{happened(moment)}: {changed(moment)}" for moment in course.moments]


def happened(moment: Moment) -> str:
    return ", ".join(map(named, moment.events))


def named(event: Event) -> str:
    return f"{event.date.text if event.date else 'undated'} {event.kind} {event.id}"


def changed(moment: Moment) -> str:
    before, after = short(moment.before.verdict), short(moment.after.verdict)
    gaps = [f"+{kind} {subject}" for kind, subject in moment.opened]
    gaps += [f"-{kind} {subject}" for kind, subject in moment.closed]
    return f"{before} -> {after} {' '.join(gaps)}".strip()


def short(verdict: Verdict) -> str:
    count = verdict.origin_count
    return f"{verdict.status} {count.min}..{count.max} of {verdict.supporting}"


def test_each_report_retraction_and_response_is_a_row() -> None:
    course = timeline(tracer_of(FALLING), "c")
    assert [named(event) for event in course.throughout] == ["undated report against"]
    assert short(course.start.verdict) == "no-reports 0..0 of 0"
    assert course.gaps == (("no-confirmation", "town"), ("undated", "against"), ("unarchived", "against"))
    assert rows(course) == [
        "2020-01-02 report first: no-reports 0..0 of 0 -> single-origin 1..1 of 1 +single-origin c +unarchived first",
        "2020-01-03 report copy: single-origin 1..1 of 1 -> single-origin 1..1 of 2 +unarchived copy",
        "2020-01-04 report other: single-origin 1..1 of 2 -> multiple-origins 2..2 of 3 +independence-not-established c +unarchived other -single-origin c",
        "2020-01-05 retracted first: multiple-origins 2..2 of 3 -> single-origin 1..1 of 2 +single-origin c -independence-not-established c",
        "2020-01-06 corrected other: single-origin 1..1 of 2 -> single-origin 1..1 of 2",
        "2020-01-07 response town: single-origin 1..1 of 2 -> single-origin 1..1 of 2",
        "2020-01-08 response town: single-origin 1..1 of 2 -> single-origin 1..1 of 2",
        "2020-01-09 response town: single-origin 1..1 of 2 -> denied 1..1 of 2 -no-confirmation town",
    ]


def test_what_is_retracted_before_it_is_in_never_counts() -> None:
    course = timeline(
        tracer_of("""
            claims: {c: C}
            reports: {r: {outlet: A, published: 2020-02, says: c, status: {withdrawn: 2020-01}}}
        """),
        "c",
    )
    assert rows(course) == [
        "2020-01 withdrawn r: no-reports 0..0 of 0 -> no-reports 0..0 of 0",
        "2020-02 report r: no-reports 0..0 of 0 -> retracted 0..0 of 0 +no-origin c +unarchived r",
    ]


def test_a_report_on_one_that_had_fallen_brings_a_way_that_was_lost() -> None:
    course = timeline(
        tracer_of("""
            sources: {clerk: {kind: document}}
            claims: {weaker: W, c: {text: C, stronger_than: weaker}}
            reports:
              gone: {outlet: A, published: 2019, says: weaker, cites: clerk, status: {retracted: 2019}}
              ring: {outlet: B, published: 2020, says: c, cites: ring}
              late: {outlet: C, published: 2021, says: c, cites: gone}
        """),
        "c",
    )
    assert rows(course)[1:] == [
        "2020 report ring: no-reports 0..0 of 0 -> circular 0..0 of 1 +no-origin c +unarchived ring",
        "2021 report late: circular 0..0 of 1 -> retracted 0..0 of 2 +unarchived gone +unarchived late",
    ]


def test_dates_that_begin_at_one_instant_are_one_moment_and_a_qualified_date_keeps_its_interval() -> None:
    course = timeline(
        tracer_of("""
            claims: {c: C}
            reports:
              a: {outlet: A, published: 2020-01, says: c}
              b: {outlet: B, published: 2020-01-01T00:00Z, says: c, cites: a}
              d: {outlet: D, published: "2020~", says: c, cites: a}
              e: {outlet: E, published: 2020-01-01T00:01Z, says: c, cites: a}
              f: {outlet: F, published: ../2020-02, says: c, cites: a}
        """),
        "c",
    )
    assert [named(event) for event in course.throughout] == ["../2020-02 report f"]
    assert list(map(happened, course.moments)) == [
        "2020-01 report a, 2020-01-01T00:00Z report b, 2020~ report d",
        "2020-01-01T00:01Z report e",
    ]


def test_what_is_declared_of_several_origins_is_said() -> None:
    course = timeline(
        tracer_of("""
            claims: {c: C}
            reports:
              a: {outlet: A, published: 2020, says: [{claim: c, basis: own_reporting}]}
              b: {outlet: B, published: 2021, says: [{claim: c, basis: own_reporting}]}
              d: {outlet: D, published: 2022, says: [{claim: c, basis: own_reporting}]}
            dependences: [{between: [a, b], kind: declared_independent, basis: Both were there.}]
        """),
        "c",
    )
    assert [moment.after.declared_by for moment in course.moments] == [None, ("Both were there.",), None]


def test_it_is_said_whatever_the_status() -> None:
    course = timeline(
        tracer_of("""
            parties: {town: {name: Town}}
            claims: {c: {text: C, could_confirm: town}}
            reports:
              a: {outlet: A, published: 2020, says: [{claim: c, basis: own_reporting}]}
              b: {outlet: B, published: 2021, says: [{claim: c, basis: own_reporting}]}
            responses: [{by: town, claim: c, stance: confirms, on_record: true, date: 2022}]
            dependences: [{between: [a, b], kind: declared_independent, basis: Both were there.}]
        """),
        "c",
    )
    assert [short(moment.after.verdict).split()[0] for moment in course.moments][-1] == "confirmed"
    assert [moment.after.declared_by for moment in course.moments] == [None, *[("Both were there.",)] * 2]


def test_what_was_reached_in_doubt_and_is_now_cited_surely_counts() -> None:
    """r may rest on s or on nothing; q rests on s in any case."""
    course = timeline(
        tracer_of("""
            claims: {c: C}
            sources: {s: {kind: named}}
            reports:
              r: {outlet: R, published: 2020-01-01, says: c, cites: {source: s, attribution: unclear}}
              q: {outlet: Q, published: 2020-01-02, says: c, cites: s}
        """),
        "c",
    )
    assert [short(moment.after.verdict) for moment in course.moments] == [
        "single-origin 1..1 of 1",
        "origin-in-doubt 1..2 of 2",
    ]


def test_the_start_has_the_answers_without_a_date_alone() -> None:
    course = timeline(
        tracer_of("""
            parties: {town: {name: Town}}
            claims: {c: {text: C, could_confirm: town}}
            reports: {r: {outlet: R, published: 2020-01-05, says: c}, q: {outlet: Q, says: c}}
            responses:
              - {by: town, claim: c, stance: declines}
              - {by: town, claim: c, stance: confirms, on_record: true, date: 2020-01-02}
        """),
        "c",
    )
    assert [short(course.start.verdict), *(short(moment.after.verdict) for moment in course.moments)] == [
        "unattributed 0..1 of 1",
        "confirmed 0..1 of 1",
        "confirmed 0..2 of 2",
    ]


def test_a_report_and_an_answer_of_one_instant_are_both_in() -> None:
    course = timeline(
        tracer_of("""
            parties: {town: {name: Town}}
            claims: {c: {text: C, could_confirm: town}}
            reports: {a: {outlet: A, published: 2020-01-01, says: c}}
            responses:
              - {by: town, claim: c, stance: denies, date: 2020-01-01, on_record: true}
              - {by: town, claim: c, stance: confirms, date: 2020-01-02, on_record: true}
        """),
        "c",
    )
    assert [short(moment.after.verdict) for moment in course.moments] == ["denied 0..1 of 1", "confirmed 0..1 of 1"]
    answered = [event.answered for moment in course.moments for event in moment.events if event.answered]
    assert [(one.response.stance, one.replaced) for one in answered] == [("denies", False), ("confirms", False)]


def test_it_may_end_with_a_date_or_with_none() -> None:
    tracer = tracer_of(FALLING)
    whole = timeline(tracer, "c")
    until = timeline(tracer, "c", until=parse_date("2020-01-05"))
    assert (until.moments, until.later) == (whole.moments[:4], len(whole.moments) - 4)
    assert timeline(tracer, "c", until=parse_date("2020-01-05/..")) == whole


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(UnknownClaimError):
        timeline(tracer_of("claims: {c: C}"), "d")


def test_how_far_it_is_is_told_at_every_moment() -> None:
    told: list[tuple[int, int]] = []
    timeline(tracer_of(FALLING), "c", advance=lambda done, total: told.append((done, total)))
    assert told == [(number, 8) for number in range(8)]


def expected(tracer: Tracer, claim: str, instant: int | None, clock: Clock) -> tuple[Verdict, set[tuple[str, str]]]:
    """Give the answer of a whole trace at an instant."""
    as_of = None if instant is None else Date(text="then", earliest=instant, latest=instant, qualified=False)
    trace = tracer.trace(claim, as_of, clock)
    verdict = Verdict(status=trace.status, origin_count=trace.origin_count, supporting=trace.supporting)
    return verdict, {(gap.kind, gap.subject) for gap in trace.gaps}


def instant_of(moment: Moment) -> int:
    dates = {event.date.earliest for event in moment.events if event.date is not None}
    [instant] = [date for date in dates if date is not None]
    return instant


def tracer_of_texts(texts: dict[str, str]) -> Tracer:
    loaded = read_texts(texts)
    assume(loaded.usable)
    return Tracer(loaded.workspace)


def read_on(records: Records) -> Records:
    """Have most reports read on some day, and every response reported by some of them."""
    reports = list(records["reports"])
    for number, id_ in enumerate(reports):
        if number % 4:
            records["reports"][id_]["accessed"] = DATES[(number * 5) % len(DATES)]
    for number, response in enumerate(records.get("responses", [])):
        response["reported_by"] = reports[number : number + 2]
    return records


@pytest.mark.no_cover  # it covers what others do, many times over
@settings(slowly, max_examples=150)
@given(workspaces(), st.sampled_from(Clock))
def test_every_moment_is_the_trace_as_of_its_instant(records: Records, clock: Clock) -> None:
    tracer = tracer_of_texts(written(read_on(records)))
    for claim in records["claims"]:
        course = timeline(tracer, claim, clock)
        instants = [instant_of(moment) for moment in course.moments]
        assert instants == sorted(set(instants))
        verdict, open_ = course.start.verdict, set(course.gaps)
        assert (verdict, open_) == expected(tracer, claim, instants[0] - 1 if instants else None, clock)
        for moment in course.moments:
            assert moment.before.verdict == verdict
            verdict, open_ = moment.after.verdict, open_.union(moment.opened).difference(moment.closed)
            assert (verdict, open_) == expected(tracer, claim, instant_of(moment), clock)


@pytest.mark.no_cover  # it covers what others do, many times over
@settings(slowly, max_examples=30)
@given(workspaces(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(records: Records, order: random.Random) -> None:
    here, there = tracer_of_texts(written(records)), tracer_of_texts(shuffled(records, order))
    for claim in records["claims"]:
        assert rows(timeline(here, claim)) == rows(timeline(there, claim))
