"""Who surely was the first on record to report a claim."""

import pytest

from provenance.dates import parse_date
from provenance.trace.first import find_not_first, surely_first
from tests.texts import tracer_of

OWN = "says: [{claim: c, basis: own_reporting}]"


def first(*reports: str) -> str | None:
    lines = "".join(f"  {report}\n" for report in reports)
    text = f"claims: {{c: C}}\nsources: {{s: {{kind: named}}}}\nreports:\n{lines}" if lines else "claims: {c: C}"
    return surely_first(tracer_of(text).support("c"))


def test_it_is_the_oldest_whatever_it_is_called() -> None:
    assert (
        first(f"a: {{outlet: A, published: 2020-01-02, {OWN}}}", f"z: {{outlet: Z, published: 2020-01-01, {OWN}}}")
        == "z"
    )
    assert first("z: {outlet: Z, published: 2020-01-01, says: c, cites: s}") == "z"


@pytest.mark.parametrize(
    "reports",
    [
        [],
        [f"a: {{outlet: A, {OWN}}}"],
        [f"a: {{outlet: A, published: 2020-01-01, {OWN}}}", f"b: {{outlet: B, {OWN}}}"],
        [f"a: {{outlet: A, published: 2020-01-01, {OWN}}}", f"b: {{outlet: B, published: 2020-01, {OWN}}}"],
        ["a: {outlet: A, published: 2020-01-01, says: c}"],
        ["a: {outlet: A, published: 2020-01-01, says: c, cites: {outlet: X}}"],
        ["a: {outlet: A, published: 2020-01-01, says: c, cites: b}", f"b: {{outlet: B, published: 2020-01-02, {OWN}}}"],
    ],
    ids=[
        "none",
        "undated",
        "another undated",
        "at the same time",
        "resting on what",
        "on what is not located",
        "on a later",
    ],
)
def test_where_that_is_not_certain_nobody_is(reports: list[str]) -> None:
    assert first(*reports) is None


def test_who_was_first_with_more_than_the_claim_is_not_said_to_be_first_with_it() -> None:
    text = f"""
        claims: {{c: C, more: {{text: M, stronger_than: c}}}}
        reports:
          a: {{outlet: A, published: 2020-01-01, says: [{{claim: more, basis: own_reporting}}]}}
          b: {{outlet: B, published: 2020-01-02, {OWN}}}
    """
    assert surely_first(tracer_of(text).support("c")) is None


def test_what_passes_on_may_be_first_where_it_says_on_whose_word() -> None:
    text = """
        claims: {c: C}
        outlets: {feed: {kind: platform}}
        sources: {s: {kind: named}}
        reports: {a: {outlet: feed, published: 2020-01-01, says: c, cites: s}}
    """
    assert surely_first(tracer_of(text).support("c")) == "a"


def test_what_is_not_in_by_the_date_was_not_before() -> None:
    text = f"""
        claims: {{c: C}}
        reports:
          x: {{outlet: X, published: 2020-01-04, says: [{{claim: c, stance: comments, details: {{first-reported-by: z}}}}]}}
          y: {{outlet: Y, published: 2020-01-10, {OWN}}}
          z: {{outlet: Z, published: 2020-01-20, {OWN}}}
    """
    tracer = tracer_of(text)
    assert [one.fact("from") for one in find_not_first(tracer.support("c"))] == ["y"]
    assert not list(find_not_first(tracer.support("c", parse_date("2020-01-05"))))
