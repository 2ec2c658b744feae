"""Which claims a change of the records can bear on: all it does, and few more."""

import pytest

from provenance.graph import CitationGraph
from provenance.trace.affected import affected_claims
from provenance.trace.records import compare_records
from tests.texts import workspace_of

RECORDS = """
parties: {town: {name: Town}}
sources: {clerk: {kind: anonymous}}
claims:
  c: C
  stronger: {text: S, stronger_than: c}
  strongest: {text: T, stronger_than: stronger}
  leading: L
  answered: A
  apart: D
reports:
  r: {outlet: Herald, language: en, says: c, cites: clerk}
  quoting: {outlet: Post, says: leading, cites: r}
  other: {outlet: Herald, language: en, says: [{claim: apart, basis: own_reporting}]}
  third: {outlet: Mail, language: en, says: [{claim: apart, basis: own_reporting}]}
responses:
  - {by: town, claim: answered, stance: denies, cites: [r, {outlet: Elsewhere}]}
  - {by: town, claim: apart, stance: denies, cites: other}
"""
ALL = {"c", "stronger", "strongest", "leading", "answered", "apart"}


def affected(text: str, old: str, new: str) -> set[str]:
    """Give the claims that are affected where `old` becomes `new` in a text."""
    assert text.count(old) == 1
    before, after = workspace_of(text), workspace_of(text.replace(old, new))
    differences = compare_records(before, before, after)
    assert differences.found
    return set(affected_claims(CitationGraph(before), CitationGraph(after), differences))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  r: {outlet: Herald, language: en", "  r: {outlet: Herald, language: de"),
        ("says: c, cites: clerk", "says: c"),
        ("language: en, says: c", "language: en, status: {retracted: 2020}, says: c"),
    ],
)
def test_a_report_bears_on_its_claims_on_all_that_citations_lead_from_and_on_what_is_answered_with_it(
    old: str, new: str
) -> None:
    assert affected(RECORDS, old, new) == ALL - {"apart"}


def test_a_claim_bears_on_its_neighbours_and_a_response_on_its_claim() -> None:
    assert affected(RECORDS, "stronger: {text: S", "stronger: {text: Said") == {"c", "stronger", "strongest"}
    assert affected(RECORDS, "claim: answered, stance: denies", "claim: answered, stance: declines") == {"answered"}


def test_ties_bear_on_all() -> None:
    assert affected(RECORDS, "{kind: anonymous}", "{kind: eyewitness}") == ALL


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("[r, third]", ALL),
        ("[Herald, third]", ALL),
        ("[quoting, third]", ALL - {"apart"}),
    ],
)
def test_a_dependence_of_the_report_or_of_its_outlet_is_a_tie(between: str, expected: set[str]) -> None:
    text = f"{RECORDS}dependences: [{{between: {between}, kind: same_wording}}]\n"
    assert affected(text, "  r: {outlet: Herald, language: en", "  r: {outlet: Herald, language: de") == expected


def test_of_several_reports_one_that_is_tied_is_enough() -> None:
    text = f"{RECORDS}dependences: [{{between: [Herald, quoting], kind: same_wording}}]\n"
    before = workspace_of(text)
    after = workspace_of(text.replace("language: en, says: c", "says: c").replace("Mail, language: en", "Mail"))
    differences = compare_records(before, before, after)
    assert differences.reports == {"r", "third"}
    assert affected_claims(CitationGraph(before), CitationGraph(after), differences) == ALL


@pytest.mark.parametrize(("between", "expected"), [("[Herald, third]", ALL), ("[echo, third]", ALL - {"apart"})])
def test_a_report_that_leaves_an_outlet_which_a_dependence_names_is_a_tie(between: str, expected: set[str]) -> None:
    text = f"{RECORDS}dependences: [{{between: {between}, kind: same_wording}}]\n"
    text = text.replace("reports:\n", "outlets: {echo: {name: Echo}}\nreports:\n", 1)
    assert affected(text, "  r: {outlet: Herald,", "  r: {outlet: Gazette,") == expected
