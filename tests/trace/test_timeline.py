"""How the answer for a claim changed, moment by moment."""

import random
from itertools import chain

import pytest
from hypothesis import given

from provenance.dates import Date
from provenance.graph import UnknownClaimError
from provenance.trace import Tracer
from provenance.trace.answer import Trace, Verdict
from provenance.trace.support import Clock
from provenance.trace.timeline import Event, Moment, Timeline, timeline
from tests.records import shuffled, workspaces, written
from tests.texts import tracer_of, workspace_of
from tests.trace.test_oracle import Records, read, slowly

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
    before, after = short(moment.before), short(moment.after)
    gaps = [f"+{kind} {subject}" for kind, subject in moment.opened]
    gaps += [f"-{kind} {subject}" for kind, subject in moment.closed]
    return f"{before} -> {after} {' '.join(gaps)}".strip()


def short(verdict: Verdict) -> str:
    count = verdict.origin_count
    return f"{verdict.status} {count.min}..{count.max} of {verdict.supporting}"


def test_each_report_retraction_and_response_is_a_row() -> None:
    course = timeline(tracer_of(FALLING), "c")
    assert [named(event) for event in course.throughout] == ["undated report against"]
    assert short(course.start) == "no-reports 0..0 of 0"
    assert course.gaps == (("no-confirmation", "town"), ("undated", "against"), ("unarchived", "against"))
    assert rows(course) == [
        "2020-01-02 report first: no-reports 0..0 of 0 -> single-origin 1..1 of 1 +single-origin c +unarchived first",
        "2020-01-03 report copy: single-origin 1..1 of 1 -> single-origin 1..1 of 2 +unarchived copy",
        "2020-01-04 report other: single-origin 1..1 of 2 -> multiple-origins 2..2 of 3"
        " +independence-not-established c +unarchived other -single-origin c",
        "2020-01-05 retracted first: multiple-origins 2..2 of 3 -> single-origin 1..1 of 2"
        " +single-origin c -independence-not-established c",
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


@slowly
@given(workspaces())
def test_every_moment_is_the_trace_as_of_its_instant(records: Records) -> None:
    tracer = Tracer(read(written(records)))
    for claim in records["claims"]:
        course = timeline(tracer, claim)
        instants = [instant_of(moment) for moment in course.moments]
        assert instants == sorted(set(instants))
        open_ = set(course.gaps)
        before = instants[0] - 1 if instants else None
        assert (course.start, open_) == expected(tracer, claim, before, Clock.PUBLISHED)
        for moment in course.moments:
            open_ = open_.union(moment.opened).difference(moment.closed)
            assert (moment.after, open_) == expected(tracer, claim, instant_of(moment), Clock.PUBLISHED)
