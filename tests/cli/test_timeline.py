"""`provenance timeline`."""

import json

import pytest

from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES

CLOCKS = """\
parties: {town: {name: Town}}
claims: {c: {text: It happened., could_confirm: town}}
reports:
  old: {outlet: The Old, published: 2019, accessed: 2020-01-03, says: [{claim: c, basis: own_reporting}]}
  new:
    outlet: The New
    published: 2020-01-02
    accessed: 2020-01-02
    says: [{claim: c, basis: unattributed}]
    status: {retracted: 2020-01-04}
  unread: {outlet: The Unread, published: 2020-01-01, says: c, cites: new}
responses:
  - {by: town, claim: c, stance: denies, date: 2019-06, on_record: true, reported_by: [old, new]}
  - {by: town, claim: c, stance: silent, date: 2019-05}
"""


@pytest.mark.parametrize("width", [110, 60])
@pytest.mark.parametrize("claim", ["retracted", "several"])
def test_the_course_of_a_claim(provenance: Provenance, write: Write, golden: Golden, claim: str, width: int) -> None:
    write(SHAPES)
    ran = provenance("timeline", claim, width=width)
    golden(f"cli/timeline-{claim}-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


def test_by_publication_each_date_is_that_of_what_happened(provenance: Provenance, write: Write) -> None:
    write(CLOCKS)
    assert provenance("timeline", "c").out == (
        """\
It happened.
c · by the dates of publication

Before the first date
  NO-REPORTS · no origin · 0 supporting reports
  open no-confirmation: town

2019 The Old (old) supports it
  no-reports → SINGLE-ORIGIN · no origin → 1 origin · 0 → 1 supporting report
  opened single-origin: c
  opened unarchived: old

2019-05 Town did not answer
  unchanged: SINGLE-ORIGIN · 1 origin · 1 supporting report

2019-06 Town denies, on the record; reported by old, new
  single-origin → DENIED · 1 origin unchanged · 1 supporting report
  closed no-confirmation: town

2020-01-01 The Unread (unread) supports it
  DENIED unchanged · 1 origin → 2 origins · 1 → 2 supporting reports
  opened unattributed-origin: new
  opened independence-not-established: c
  opened unarchived: new, unread
  closed single-origin: c

2020-01-02 The New (new) supports it
  DENIED unchanged · 2 origins unchanged · 2 → 3 supporting reports

2020-01-04 The New (new) was retracted
  DENIED unchanged · 2 origins → 1 origin · 3 → 2 supporting reports
  opened single-origin: c
  closed unattributed-origin: new
  closed independence-not-established: c

6 moments; an interval of dates counts from its first instant. It does not show whether the claim is true.
"""
    )


def test_by_reading_a_response_comes_in_with_the_first_report_of_it_that_was_read(
    provenance: Provenance, write: Write
) -> None:
    write(CLOCKS)
    assert provenance("timeline", "c", "--by", "accessed").out == (
        """\
It happened.
c · by the dates on which the reports were read (`accessed`)

Throughout: what carries no date on this clock counts at every date
  undated The Unread (unread, published 2020-01-01) supports it
  UNATTRIBUTED · 1 origin · 1 supporting report
  open no-confirmation: town
  open single-origin: c
  open unattributed-origin: new
  open unarchived: new, unread

2019-05 Town did not answer
  unchanged: UNATTRIBUTED · 1 origin · 1 supporting report

2020-01-02 The New (new, published 2020-01-02) supports it
2020-01-02 response of 2019-06: Town denies, on the record; reported by old, new
  unattributed → DENIED · 1 origin unchanged · 1 → 2 supporting reports
  closed no-confirmation: town

2020-01-03 The Old (old, published 2019) supports it
  DENIED unchanged · 1 origin → 2 origins · 2 → 3 supporting reports
  opened independence-not-established: c
  opened unarchived: old
  closed single-origin: c

2020-01-04 The New (new) was retracted
  DENIED unchanged · 2 origins → 1 origin · 3 → 2 supporting reports
  opened single-origin: c
  closed unattributed-origin: new
  closed independence-not-established: c

4 moments; an interval of dates counts from its first instant. Where what carries no date belongs is not known. \
It does
not show whether the claim is true.
"""
    )


def test_where_nothing_is_dated_there_is_no_order_to_show(provenance: Provenance, write: Write) -> None:
    write("{claims: {c: C}, reports: {r: {outlet: A, says: c}}}")
    assert provenance("timeline", "c").out == (
        """\
C
c · by the dates of publication

Throughout: what carries no date counts at every date
  undated A (r) supports it
  UNATTRIBUTED · 0 to 1 origin · 1 supporting report
  open single-origin: c
  open unrecorded-origin: r
  open undated: r
  open unarchived: r

Nothing on record carries a date on this clock: there is no order to show.
"""
    )


@pytest.mark.parametrize("clock", ["published", "accessed"])
def test_the_course_for_programs(provenance: Provenance, write: Write, golden: Golden, clock: str) -> None:
    write(CLOCKS)
    ran = provenance("timeline", "c", "--by", clock, "--json")
    golden(f"cli/timeline-{clock}.json", ran.out)
    assert (ran.code, ran.err) == (0, "")


def test_the_last_row_is_the_answer_to_trace(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    for claim in ("loop", "retracted", "several", "declared", "denied"):
        last = json.loads(provenance("timeline", claim, "--json").out)["moments"][-1]
        now = json.loads(provenance("trace", claim, "--json").out)
        for name in ("status", "origin_count", "supporting"):
            assert last["after"][name] == now[name]


def test_another_clock_is_refused(provenance: Provenance, write: Write) -> None:
    write(CLOCKS)
    ran = provenance("timeline", "c", "--by", "heard")
    assert (ran.code, ran.out) == (2, "")
    assert "'heard' is not one of 'published', 'accessed'" in ran.err


def test_ctrl_c_in_between_exits_with_130(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    write(CLOCKS)
    monkeypatch.setattr("provenance.trace.course.Course.standing", interrupt)
    assert provenance("timeline", "c") == (130, "", "")
