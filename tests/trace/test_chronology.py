"""Dates that contradict each other, who is said to have been first, and copies without a date."""

import pytest

from provenance.trace.answer import FindingKind
from provenance.wording.findings import finding_words
from tests.texts import tracer_of


def chronology(text: str, claim: str = "c") -> list[str]:
    """Give the findings as they are printed."""
    tracer = tracer_of(text)
    findings = tracer.trace(claim).findings
    return [finding_words(found) for found in findings if found.kind is FindingKind.CHRONOLOGY]


def of_reports(*lines: str, more: str = "") -> list[str]:
    joined = "\n      ".join(lines)
    return chronology(f"""
    claims: {{c: C, weaker: W, stronger: {{text: S, stronger_than: c}}}}
    outlets: {{daily: {{name: The Daily, aliases: [TD]}}}}
    reports:
      {joined}
    {more}
    """)


class TestOlderThanCited:
    def test_a_report_surely_older_than_what_it_cites_is_found(self) -> None:
        assert of_reports(
            "a: {outlet: A, says: c, published: 2025-09-05}",
            "b: {outlet: B, says: c, published: 2025-09-04, cites: a}",
        ) == ["b (2025-09-04) is older than a (2025-09-05), which it cites"]

    @pytest.mark.parametrize(
        "published", ["2025-09-05", "2025-09", "2025", '"2025-09-04?"', "2025-09-04/..", "2025-21"]
    )
    def test_a_date_that_may_be_later_decides_nothing(self, published: str) -> None:
        assert not of_reports(
            "a: {outlet: A, says: c, published: 2025-09-05}",
            f"b: {{outlet: B, says: c, published: {published}, cites: a}}",
        )

    def test_time_zones_are_compared_as_instants(self) -> None:
        assert of_reports(
            "a: {outlet: A, says: c, published: 2025-09-03T10:00+03:00}",
            "b: {outlet: B, says: c, published: 2025-09-03T06:59Z, cites: a}",
        ) == ["b (2025-09-03T06:59Z) is older than a (2025-09-03T10:00+03:00), which it cites"]
        assert not of_reports(
            "a: {outlet: A, says: c, published: 2025-09-03T10:00+03:00}",
            "b: {outlet: B, says: c, published: 2025-09-03T07:00Z, cites: a}",
        )

    def test_a_citation_in_doubt_is_said_to_be_one(self) -> None:
        assert of_reports(
            "a: {outlet: A, says: c, published: 2025-09-05}",
            "b: {outlet: B, says: c, published: 2025-09-04, cites: {report: a, attribution: unclear}}",
        ) == ["b (2025-09-04) is older than a (2025-09-05), which it cites – if it rests on it, which is in doubt"]


class TestTwoDates:
    def test_a_statement_that_dates_a_report_otherwise_is_found(self) -> None:
        assert of_reports(
            "a: {outlet: A, says: c, published: 2025-09-03}",
            "b: {outlet: B, says: [{claim: c, cites: a, details: {a-published: 2025-09-13}}]}",
        ) == ["a is dated twice: a: 2025-09-03, b: 2025-09-13"]

    def test_two_statements_may_differ_on_a_report_that_has_no_date_of_its_own(self) -> None:
        assert of_reports(
            "a: {outlet: A, says: c}",
            "b: {outlet: B, says: [{claim: c, cites: a, details: {a-published: 2025-09-13}}]}",
            "d: {outlet: D, says: [{claim: c, cites: a, details: {a-published: 2025-09-03}}]}",
        ) == ["a is dated twice: b: 2025-09-13, d: 2025-09-03"]

    @pytest.mark.parametrize("given", ["2025-09-03", "2025-09", '"2025-09-13?"', "on Saturday", "2025-09-03T10:00"])
    def test_a_date_that_may_be_the_same_or_is_none_is_no_conflict(self, given: str) -> None:
        assert not of_reports(
            "a: {outlet: A, says: c, published: 2025-09-03}",
            f"b: {{outlet: B, says: [{{claim: c, cites: a, details: {{a-published: {given}}}}}]}}",
        )

    def test_after_a_detail_that_is_no_date_the_others_are_read(self) -> None:
        assert of_reports(
            "a: {outlet: A, says: c, published: 2025-09-03}",
            "b: {outlet: B, says: [{claim: c, cites: a, details: {x-published: soon, a-published: 2025-09-13}}]}",
        ) == ["a is dated twice: a: 2025-09-03, b: 2025-09-13"]

    def test_a_statement_on_another_claim_counts_too(self) -> None:
        assert of_reports(
            "a: {outlet: A, says: c, published: 2025-09-03}",
            "b: {outlet: B, says: [{claim: c, cites: a}, {claim: weaker, details: {a-published: 2025-09-13}}]}",
        ) == ["a is dated twice: a: 2025-09-03, b: 2025-09-13"]

    def test_a_report_outside_the_claims_graph_is_left_alone(self) -> None:
        assert not of_reports(
            "a: {outlet: A, says: weaker, published: 2025-09-03}",
            "b: {outlet: B, says: [{claim: c, details: {a-published: 2025-09-13}}]}",
        )

    def test_one_address_with_two_dates_is_found(self) -> None:
        address = "url: https://example.org/story"
        assert of_reports(
            f"old: {{outlet: A, says: c, published: 2002-12-10, {address}}}",
            f"new: {{outlet: A, says: c, published: 2008-09-08, {address}}}",
        ) == ["new is dated twice: new: 2008-09-08, old: 2002-12-10"]


class TestFirst:
    older = "old: {outlet: Old, says: c, published: 2025-09-01}"
    daily = "td: {outlet: daily, says: c, published: 2025-09-03}"
    saying = "b: {outlet: B, says: [{claim: c, cites: td, details: {first-reported-by: the daily}}]}"
    found = ("b calls the daily the first (2025-09-03), but old (2025-09-01) is older",)

    def test_an_earlier_report_of_another_outlet_contradicts_it(self) -> None:
        assert of_reports(self.older, self.daily, self.saying) == list(self.found)

    def test_the_oldest_of_several_is_named(self) -> None:
        second = "second: {outlet: Second, says: c, published: 2025-09-02}"
        assert of_reports(self.older, second, self.daily, self.saying) == list(self.found)

    def test_an_earlier_report_of_a_stronger_claim_contradicts_it_too(self) -> None:
        stronger = self.older.replace("says: c", "says: stronger")
        assert of_reports(stronger, self.daily, self.saying) == list(self.found)

    @pytest.mark.parametrize(
        ("of", "to"),
        [
            ("says: c", "says: weaker"),
            ("says: c", "says: [{claim: c, stance: denies}]"),
            ("outlet: Old", "outlet: TD"),
            ("2025-09-01", "2025-09"),
            ("2025-09-01", '"2025-09-01~"'),
            (", published: 2025-09-01", ""),
            ("2025-09-01", "2025-09-03"),
        ],
    )
    def test_what_is_weaker_denied_its_own_or_not_surely_earlier_does_not(self, of: str, to: str) -> None:
        assert not of_reports(self.older.replace(of, to), self.daily, self.saying)

    def test_an_undated_report_of_the_one_said_to_be_first_leaves_it_open(self) -> None:
        assert not of_reports(self.older, self.daily, "td2: {outlet: daily, says: c}", self.saying)

    def test_one_said_to_be_first_without_a_report_on_record_leaves_it_open(self) -> None:
        assert not of_reports(self.older, self.saying.replace("cites: td, ", ""))

    def test_a_report_may_be_named_by_id(self) -> None:
        assert of_reports(self.older, self.daily, self.saying.replace("the daily", "td")) == [
            "b calls td the first (2025-09-03), but old (2025-09-01) is older"
        ]


class TestUndatedCopy:
    old = "old: {outlet: Tribune, says: c, published: 2002-12-10}"

    @pytest.mark.parametrize("mode", ["syndicates", "translates"])
    def test_an_undated_copy_of_a_dated_report_is_found_with_who_took_it_up_later(self, mode: str) -> None:
        assert of_reports(
            self.old,
            f"copy: {{outlet: Sentinel, says: c, cites: {{report: old, mode: {mode}}}}}",
            "taken-up: {outlet: Wire, says: c, published: 2008-09-08T10:43-04:00, cites: copy}",
            "same-day: {outlet: Same, says: c, published: 2002-12-10, cites: copy}",
            "when: {outlet: When, says: c, cites: copy}",
        ) == ["copy is an undated copy of old (2002-12-10); taken-up, later, cites the copy"]

    def test_who_took_it_up_is_among_the_reports_of_the_claim_and_listed_by_id(self) -> None:
        later = "outlet: {id}, published: 2008, says: [{{claim: {claim}, cites: copy}}]"
        ids = "wdzaxk"
        assert of_reports(
            self.old,
            "copy: {outlet: Sentinel, says: c, cites: {report: old, mode: syndicates}}",
            *(f"{id_}: {{{later.format(id=id_, claim='c')}}}" for id_ in ids),
            f"other: {{{later.format(id='other', claim='weaker')}}}",
        ) == ["copy is an undated copy of old (2002-12-10); a, d, k, w, x and z, later, cite the copy"]

    def test_the_same_wording_on_record_makes_a_copy_as_well(self) -> None:
        assert of_reports(
            self.old,
            "copy: {outlet: Sentinel, says: c}",
            more="dependences: [{between: [old, copy], kind: same_wording, basis: B}]",
        ) == ["copy is an undated copy of old (2002-12-10)"]

    @pytest.mark.parametrize(
        ("copy", "dated"),
        [
            (
                "copy: {outlet: Sentinel, says: [{claim: c, basis: own_reporting}]}",
                "old: {outlet: T, says: c, published: 2002}",
            ),
            ("copy: {outlet: Sentinel, says: c}", "old: {outlet: T, says: c, published: 2002, cites: copy}"),
        ],
    )
    def test_a_report_of_its_own_or_one_that_the_dated_one_cites_is_no_copy(self, copy: str, dated: str) -> None:
        more = "dependences: [{between: [old, copy], kind: same_wording, basis: B}]"
        assert not of_reports(dated, copy, more=more)

    def test_of_several_dated_ones_worded_alike_the_oldest_is_named(self) -> None:
        assert of_reports(
            self.old,
            "newer: {outlet: Newer, says: c, published: 2003}",
            "copy: {outlet: Sentinel, says: c}",
            more="dependences: [{between: [newer, old, copy], kind: same_wording, basis: B}]",
        ) == ["copy is an undated copy of old (2002-12-10)"]

    @pytest.mark.parametrize(
        "copy",
        [
            "copy: {outlet: Sentinel, says: c, cites: {report: old, mode: relays}}",
            "copy: {outlet: Sentinel, says: c, cites: {outlet: Tribune, mode: syndicates}}",
            "copy: {outlet: Sentinel, says: c, published: 2008, cites: {report: old, mode: syndicates}}",
            "copy: {outlet: Sentinel, says: c, cites: old}",
        ],
    )
    def test_a_relay_or_a_dated_copy_is_none(self, copy: str) -> None:
        assert not of_reports(self.old, copy)

    def test_a_copy_of_what_has_no_date_either_is_not_known_to_be_stale(self) -> None:
        assert not of_reports(
            "old: {outlet: Tribune, says: c}",
            "copy: {outlet: Sentinel, says: c, cites: {report: old, mode: syndicates}}",
        )
