"""Admiralty ratings in words."""

import pytest

from provenance.model import Credibility, Reliability
from provenance.report.lines import plain
from provenance.report.trace import trace_lines
from provenance.report.tree import View
from provenance.wording.ratings import rating_sentences
from tests.texts import tracer_of

RECORDS = """
    outlets:
      zebra: {{name: The Zebra, reliability: {reliability}, rated_by: Desk}}
      alpha: {{name: Alpha}}
      apart: {{name: Apart, reliability: A, rated_by: Desk}}
    claims: {{c: {{text: C, {credibility}}}, other: O}}
    reports:
      a: {{outlet: alpha, says: c, cites: z}}
      z: {{outlet: zebra, says: c}}
      x: {{outlet: apart, says: other}}
"""


def sentences(credibility: str = "", reliability: str = "C") -> list[str]:
    tracer = tracer_of(RECORDS.format(credibility=credibility, reliability=reliability))
    return list(rating_sentences(tracer.graph, "c", (row.node for row in tracer.trace("c").tree)))


@pytest.mark.parametrize("rating", list(Reliability))
def test_the_outlets_of_the_claim_are_listed_with_who_rated_them(rating: Reliability) -> None:
    [sentence] = sentences(reliability=rating)
    assert sentence.startswith(f"The Zebra: reliability {rating} (“")
    assert sentence.endswith("”), rated by Desk")


def test_reliability_is_said_in_the_words_of_its_scale() -> None:
    assert sentences() == ["The Zebra: reliability C (“fairly reliable”), rated by Desk"]


@pytest.mark.parametrize("rating", list(Credibility))
def test_credibility_is_shown_as_recorded(rating: Credibility) -> None:
    assert sentences(f"credibility: {rating}")[0].startswith(f"credibility {rating} on the Admiralty scale (“")


def test_the_rule_of_credibility_1_stands_with_it() -> None:
    rule = "; 1 takes confirmation by other sources: two origins or more"
    assert sentences("credibility: 1")[0].endswith(f"as recorded for the claim{rule}")
    assert sentences("credibility: 2")[0].endswith("(“probably true”), as recorded for the claim")


def test_the_view_shows_ratings_only_where_there_are_any() -> None:
    heading = "Ratings on record, by people; none of this answer is computed from them"
    for text, shown in ((RECORDS, True), (RECORDS.replace(", reliability: {reliability}, rated_by: Desk", ""), False)):
        tracer = tracer_of(text.format(credibility="", reliability="C"))
        answer = tracer.trace("c")
        lines = plain(trace_lines(tracer.graph, answer, answer.tree, View(claim="c")))
        assert (heading in lines) is shown
