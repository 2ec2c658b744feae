"""What parties and sources answered."""

from provenance.dates import parse_date
from provenance.trace.answer import Answered
from provenance.trace.responses import list_responses
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
