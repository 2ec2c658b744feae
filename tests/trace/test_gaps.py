"""Gaps: what is open about a claim, worst first, with what would close it."""

import pytest

from provenance.dates import parse_date
from provenance.trace.answer import Gap, GapKind, Status
from provenance.trace.gaps import sort_gaps, stale_gap
from tests.texts import tracer_of

READ = "published: 2020-01-01, archived: 'https://x.example/'"


def gaps_of(text: str, claim: str = "c") -> list[Gap]:
    return list(tracer_of(text).trace(claim).gaps)


def kinds(text: str, claim: str = "c") -> list[tuple[str, str]]:
    return [(gap.kind, gap.subject) for gap in gaps_of(text, claim)]


def details(text: str, kind: GapKind) -> list[str]:
    return [gap.detail for gap in gaps_of(text) if gap.kind is kind]


ASKED = f"""
    parties: {{town: {{name: Town}}, state: {{name: State}}}}
    sources: {{mayor: {{kind: named, name: Mayor, party: town}}}}
    claims:
      weaker: W
      c: {{text: C, stronger_than: weaker, could_confirm: town}}
      other: O
    reports: {{r: {{outlet: A, says: c, cites: mayor, {READ}}}}}
"""


@pytest.mark.parametrize(
    ("response", "said"),
    [
        ("", "no answer on record"),
        ("{by: town, claim: c, stance: silent}", "did not answer"),
        ("{by: town, claim: c, stance: declines, date: 2020-01-02}", "declined to comment (2020-01-02)"),
        ("{by: town, claim: c, stance: neither}", "neither confirmed nor denied"),
        ("{by: town, claim: c, stance: not_asked}", "was not asked"),
        ("{by: town, claim: c, stance: partly}", "confirmed only in part"),
        ("{by: mayor, claim: c, stance: silent}", "did not answer"),
        ("{by: state, claim: c, stance: denies}", "no answer on record"),
        ("{by: town, claim: other, stance: denies}", "no answer on record"),
        (
            "{by: town, claim: weaker, stance: denies}",
            "no answer on record; its denial of 'weaker' does not address this claim",
        ),
        ("{by: town, claim: weaker, stance: confirms}", "no answer on record"),
    ],
)
def test_a_party_that_could_confirm_and_has_not_is_a_gap_that_says_what_it_did(response: str, said: str) -> None:
    assert details(f"{ASKED}    responses: [{response}]\n", GapKind.NO_CONFIRMATION) == [f"Town: {said}"]


@pytest.mark.parametrize("stance", ["confirms", "denies"])
def test_a_confirming_or_denying_answer_closes_the_gap(stance: str) -> None:
    text = f"{ASKED}    responses: [{{by: mayor, claim: c, stance: {stance}, on_record: false}}]\n"
    assert details(text, GapKind.NO_CONFIRMATION) == []


def test_a_later_answer_replaces_the_one_that_closed_the_gap() -> None:
    text = f"""{ASKED}
    responses:
      - {{by: town, claim: c, stance: confirms, date: 2020-01-02}}
      - {{by: mayor, claim: c, stance: declines, date: 2020-01-03}}
    """
    assert details(text, GapKind.NO_CONFIRMATION) == ["Town: declined to comment (2020-01-03)"]


def test_every_gap_of_origins_and_counts() -> None:
    assert kinds(f"""
        claims: {{c: C}}
        reports: {{r: {{outlet: A, says: c, {READ}}}}}
    """) == [("single-origin", "c"), ("unrecorded-origin", "r")]
    assert kinds(f"""
        claims: {{c: C}}
        sources: {{s: {{kind: anonymous}}}}
        reports: {{r: {{outlet: A, says: c, cites: s, {READ}}}}}
    """) == [("single-origin", "c"), ("anonymous-only", "c")]
    assert kinds(f"""
        claims: {{c: C}}
        reports:
          a: {{outlet: A, says: [{{claim: c, basis: own_reporting}}], {READ}}}
          b: {{outlet: B, says: [{{claim: c, basis: unattributed}}], {READ}}}
          d: {{outlet: D, says: c, cites: {{outlet: Elsewhere}}, {READ}}}
    """) == [("unattributed-origin", "b"), ("unlocated-report", "Elsewhere"), ("independence-not-established", "c")]


def test_a_loop_has_no_origin() -> None:
    assert kinds(f"""
        claims: {{c: C}}
        reports:
          a: {{outlet: A, says: c, cites: b, {READ}}}
          b: {{outlet: B, says: c, cites: a, {READ}}}
    """) == [("no-origin", "c")]


def test_a_declaration_for_every_pair_establishes_independence() -> None:
    pairs = f"""
        claims: {{c: C}}
        reports:
          a: {{outlet: A, says: [{{claim: c, basis: own_reporting}}], {READ}}}
          b: {{outlet: B, says: [{{claim: c, basis: own_reporting}}], {READ}}}
        dependences: [{{between: [a, b], kind: declared_independent, basis: Both were there.}}]
    """
    assert kinds(pairs) == []


@pytest.mark.parametrize(("also", "open_"), [("", ["c"]), (", {between: [a, b, d], kind: declared_independent}", [])])
def test_a_declaration_does_not_reach_through_an_origin_in_doubt(also: str, open_: list[str]) -> None:
    """Where `b` rests on `s`, nothing ties `a` (one image with `b`) and `d` (one outlet with `b`)."""
    text = f"""
        claims: {{c: C}}
        sources: {{s: {{kind: named, name: S}}, t: {{kind: named, name: T, same_as: s}}}}
        reports:
          a: {{outlet: A, says: [{{claim: c, basis: own_reporting}}], {READ}}}
          b: {{outlet: D, says: [{{claim: c, cites: {{source: s, attribution: unclear}}}}], {READ}}}
          d: {{outlet: D, says: [{{claim: c, basis: own_reporting}}], {READ}}}
          e: {{outlet: E, says: [{{claim: c, cites: [b, {{source: t}}]}}], {READ}}}
        dependences:
        - {{between: [a, b], kind: same_image}}
        - {{between: [t, b], kind: declared_independent}}
        - {{between: [t, d], kind: declared_independent}}{also.replace(", ", chr(10) + "        - ", 1)}
    """
    found = [subject for kind, subject in kinds(text) if kind == GapKind.INDEPENDENCE_NOT_ESTABLISHED]
    assert found == open_


def test_doubt_about_an_origin_softens_its_gap() -> None:
    text = f"""
        claims: {{c: C}}
        sources: {{s: {{kind: named, name: S}}}}
        reports:
          r: {{outlet: A, says: c, cites: {{source: s, attribution: unclear}}, {READ}}}
    """
    assert ("unclear-attribution", "r") in kinds(text)
    assert details(text, GapKind.UNATTRIBUTED_ORIGIN) == ["may name no source: its attribution is unclear"]


@pytest.mark.parametrize(
    ("read", "detail"),
    [
        ("original", []),
        ("translation", ["read in translation only"]),
        ("inferred", ["not read: inferred from others"]),
        ("{via: b}", ["read only through b"]),
    ],
)
def test_an_original_that_was_not_read_is_a_gap(read: str, detail: list[str]) -> None:
    text = f"""
        claims: {{c: C}}
        reports:
          a: {{outlet: A, says: c, read: {read}, {READ}}}
          b: {{outlet: B}}
    """
    assert details(text, GapKind.UNREAD_ORIGINAL) == detail


def test_undated_and_unarchived_reports_say_how_to_mend_it() -> None:
    gaps = gaps_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, published: 2020, url: "https://a.example/"}
          b: {outlet: B, says: c, archived: "https://x.example/"}
          d: {outlet: D, says: c, published: 2020}
    """)
    assert [
        (gap.kind, gap.subject, gap.closes) for gap in gaps if gap.kind in (GapKind.UNDATED, GapKind.UNARCHIVED)
    ] == [
        ("undated", "b", "find the date of publication and record it in `published`"),
        ("unarchived", "a", "archive its page and record the copy"),
        ("unarchived", "d", "record its `url` and an archived copy"),
    ]


def test_a_claim_nobody_supports_has_no_gap_about_origins() -> None:
    assert (
        kinds(f"""
        claims: {{c: C}}
        reports: {{r: {{outlet: A, says: [{{claim: c, stance: denies}}], {READ}}}}}
    """)
        == []
    )


def test_the_same_gap_is_listed_once() -> None:
    found = gaps_of("""
        claims: {w: W, c: {text: C, stronger_than: w}}
        reports:
          a: {outlet: A, says: [{claim: c, basis: unattributed}, {claim: w, basis: unattributed}]}
          y: {outlet: Y, says: w, cites: a}
          z: {outlet: Z, says: c, cites: [a, y]}
    """)
    assert len(found) == len(set(found))


def test_gaps_are_sorted_by_severity_then_subject() -> None:
    gaps = [
        Gap(kind=kind, subject=subject, detail="d", closes="c")
        for kind in (GapKind.STALE, GapKind.UNDATED, GapKind.NO_CONFIRMATION)
        for subject in "ba"
    ]
    assert [(gap.kind, gap.subject) for gap in sort_gaps(gaps)] == [
        *[("no-confirmation", "a"), ("no-confirmation", "b")],
        *[("undated", "a"), ("undated", "b")],
        *[("stale", "a"), ("stale", "b")],
    ]


OLD = """
    claims: {c: C}
    reports:
      a: {outlet: A, says: c, published: 2020-01-01}
      b: {outlet: B, says: c, published: 2020-02, cites: a}
      d: {outlet: D, says: c}
"""


@pytest.mark.parametrize(
    ("today", "days", "stale"),
    [("2020-02-29", 0, False), ("2020-03-01", 0, True), ("2020-03-10", 10, False), ("2020-03-11", 10, True)],
)
def test_a_claim_is_stale_when_its_newest_report_is_surely_older(today: str, days: int, *, stale: bool) -> None:
    gap = stale_gap(tracer_of(OLD).support("c"), Status.UNATTRIBUTED, parse_date(today), days)
    assert (gap is not None) == stale
    assert gap is None or gap.detail == f"the newest report is of 2020-02, more than {days} days ago"


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.DENIED, Status.NO_REPORTS])
def test_a_claim_that_is_answered_is_not_stale(status: Status) -> None:
    assert stale_gap(tracer_of(OLD).support("c"), status, parse_date("2030"), 1) is None


def test_a_claim_without_a_date_is_not_stale() -> None:
    text = "claims: {c: C}\nreports: {a: {outlet: A, says: c}}"
    assert stale_gap(tracer_of(text).support("c"), Status.UNATTRIBUTED, parse_date("2030"), 1) is None


@pytest.mark.parametrize(("today", "stale"), [("2025-03-02T12:00Z", False), ("2025-03-02T12:01Z", True)])
def test_a_day_has_so_many_seconds(today: str, *, stale: bool) -> None:
    text = "claims: {c: C}\nreports: {r: {outlet: O, says: c, published: 2025-01-01T12:00Z}}"
    gap = stale_gap(tracer_of(text).support("c"), Status.UNATTRIBUTED, parse_date(today), 60)
    assert (gap is not None) == stale


@pytest.mark.parametrize(("published", "today"), [("2025-01-01/..", "2030"), ("2025-01-01", "2030/..")])
def test_what_has_no_end_is_not_surely_older(published: str, today: str) -> None:
    text = f"claims: {{c: C}}\nreports: {{r: {{outlet: O, says: c, published: {published}}}}}"
    assert stale_gap(tracer_of(text).support("c"), Status.UNATTRIBUTED, parse_date(today), 1) is None
