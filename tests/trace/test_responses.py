"""What parties and sources answered."""

import pytest

from provenance.dates import parse_date
from provenance.trace.answer import Answered
from provenance.trace.responses import list_responses, response_date
from provenance.trace.support import Clock
from tests.texts import tracer_of

RECORDS = """
    parties: {{town: {{name: Town}}, state: {{name: State}}}}
    sources: {{mayor: {{kind: named, name: Mayor, party: town}}, clerk: {{kind: anonymous}}}}
    claims:
      weaker: W
      c: {{text: C, stronger_than: weaker}}
      stronger: {{text: S, stronger_than: c}}
      apart: A
    responses:
      {responses}
"""


def answers(*responses: str, as_of: str | None = None) -> list[Answered]:
    text = RECORDS.format(responses="\n      ".join(f"- {response}" for response in responses))
    return list(list_responses(tracer_of(text).support("c", parse_date(as_of) if as_of else None)))


def test_responses_to_the_claim_and_its_neighbours_are_listed() -> None:
    found = answers(
        "{by: town, claim: stronger, stance: denies}",
        "{by: town, claim: c, stance: silent}",
        "{by: town, claim: weaker, stance: confirms}",
        "{by: town, claim: apart, stance: denies}",
    )
    assert [(one.response.claim, one.addresses) for one in found] == [
        ("c", True),
        ("stronger", False),
        ("weaker", False),
    ]


def test_they_stand_in_order_of_date_then_party_with_the_undated_last() -> None:
    found = answers(
        "{by: town, claim: c, stance: silent}",
        "{by: town, claim: c, stance: denies, date: 2020-02}",
        "{by: state, claim: c, stance: denies, date: 2020-02}",
        "{by: clerk, claim: c, stance: confirms, date: 2019}",
    )
    assert [one.party for one in found] == ["clerk", "state", "town", "town"]


def test_a_source_answers_for_its_party() -> None:
    [one] = answers("{by: mayor, claim: c, stance: denies}")
    assert (one.party, one.response.by) == ("town", "mayor")


def test_a_surely_later_answer_of_the_same_party_replaces_an_earlier_one() -> None:
    found = answers(
        "{by: town, claim: c, stance: denies, date: 2020-01-01}",
        "{by: mayor, claim: c, stance: confirms, date: 2020-01-02}",
        "{by: state, claim: c, stance: denies, date: 2020-01-01}",
        "{by: town, claim: weaker, stance: denies, date: 2019}",
    )
    assert {(one.response.by, one.response.claim): one.replaced for one in found} == {
        ("town", "c"): True,
        ("mayor", "c"): False,
        ("state", "c"): False,
        ("town", "weaker"): False,
    }


def test_dates_that_decide_nothing_replace_nothing() -> None:
    found = answers(
        "{by: town, claim: c, stance: denies, date: 2020-01-01}",
        "{by: town, claim: c, stance: confirms, date: '2020-01-02?'}",
        "{by: town, claim: c, stance: declines, date: 2020-01}",
        "{by: town, claim: c, stance: silent}",
    )
    assert not any(one.replaced for one in found)


def test_as_of_a_day_only_answers_that_may_be_in_are_listed() -> None:
    found = answers(
        "{by: town, claim: c, stance: denies, date: 2020-01-05}",
        "{by: town, claim: c, stance: declines, date: 2020-01}",
        "{by: town, claim: c, stance: silent}",
        as_of="2020-01-04",
    )
    assert [one.response.stance for one in found] == ["declines", "silent"]
    assert not any(one.replaced for one in found)


def test_by_when_it_was_read_an_answer_came_with_the_first_report_of_it() -> None:
    tracer = tracer_of("""
        parties: {town: {name: Town}}
        claims: {c: {text: C, could_confirm: town}}
        reports:
          a: {outlet: A, says: c, accessed: 2020-01-07}
          b: {outlet: B, says: c, accessed: 2020-01-05}
          d: {outlet: D, says: c}
        responses:
          - {by: town, claim: c, stance: denies, date: 2020-01-02, reported_by: [a, b, d]}
          - {by: town, claim: c, stance: declines, date: 2020-01-01, reported_by: d}
    """)
    responses = tracer.workspace.responses

    def came(clock: Clock) -> list[str]:
        return [date.text for one in responses if (date := response_date(tracer.graph, one, clock)) is not None]

    assert came(Clock.ACCESSED) == ["2020-01-05", "2020-01-01"]
    assert came(Clock.PUBLISHED) == ["2020-01-02", "2020-01-01"]


def test_an_answer_of_which_only_the_latest_day_is_known_replaces_none() -> None:
    tracer = tracer_of("""
        parties: {town: {name: Town}}
        claims: {c: {text: C, could_confirm: town}}
        responses:
          - {by: town, claim: c, stance: declines, date: 2020-01-02}
          - {by: town, claim: c, stance: denies, date: ../2020-01-05}
          - {by: town, claim: c, stance: silent, date: ../2020-01-06}
    """)
    assert not any(one.replaced for one in list_responses(tracer.support("c")))


@pytest.mark.parametrize("date", ["../2020-01-01", "'2020?'", "2020-01-01/.."])
def test_what_is_not_surely_over_before_a_later_answer_is_not_replaced(date: str) -> None:
    [alone] = answers(f"{{by: town, claim: c, stance: denies, date: {date}}}")
    found = answers(
        f"{{by: town, claim: c, stance: denies, date: {date}}}",
        "{by: state, claim: c, stance: confirms, date: 2020-06-01}",
        "{by: town, claim: c, stance: confirms, date: 2021-01-02}",
    )
    assert not alone.replaced
    assert [one.replaced for one in found if one.response.stance == "denies"] == [date == "../2020-01-01"]


def test_of_two_answers_in_the_same_second_none_replaces_the_other() -> None:
    found = answers(
        "{by: town, claim: c, stance: denies, date: 2020-01-01T10:00:00Z}",
        "{by: town, claim: c, stance: confirms, date: 2020-01-01T10:00:00Z}",
    )
    assert [one.replaced for one in found] == [False, False]
