"""Responses in words."""

import pytest

from provenance.wording.responses import response_sentences
from tests.texts import tracer_of

RESPONSES = """
    parties: {{p: {{name: Ministry}}}}
    sources: {{s: {{kind: anonymous, described_as: an aide, party: p}}}}
    claims: {{w: W, c: {{text: C, stronger_than: w}}}}
    reports: {{r: {{outlet: A, says: c}}}}
    responses: [{response}]
"""


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (
            "by: p, claim: c, stance: confirms, date: 2020-01, on_record: true",
            "2020-01 Ministry confirms, on the record",
        ),
        ("by: p, claim: c, stance: denies, on_record: false", "undated Ministry denies, off the record"),
        ("by: p, claim: c, stance: partly", "undated Ministry confirms in part, whether on the record is not recorded"),
        (
            "by: p, claim: c, stance: declines",
            "undated Ministry declines to comment, whether on the record is not recorded",
        ),
        ("by: p, claim: c, stance: silent, reported_by: r", "undated Ministry did not answer; reported by r"),
        ("by: p, claim: c, stance: not_asked", "undated Ministry was not asked"),
        (
            "by: s, claim: w, stance: neither, on_record: false",
            (
                "undated “an aide” (for Ministry) neither confirms nor denies, off the record"
                " – to w: does not address this claim"
            ),
        ),
    ],
)
def test_each_response_is_one_sentence(response: str, words: str) -> None:
    tracer = tracer_of(RESPONSES.format(response=f"{{{response}}}"))
    assert list(response_sentences(tracer.graph, tracer.trace("c").responses)) == [words]


def test_a_replaced_response_says_so() -> None:
    both = (
        "{by: p, claim: c, stance: denies, date: 2020, on_record: true}, {by: p, claim: c, stance: silent, date: 2021}"
    )
    tracer = tracer_of(RESPONSES.format(response=both))
    first, _ = response_sentences(tracer.graph, tracer.trace("c").responses)
    assert first.endswith(" – replaced by a later answer")


@pytest.mark.parametrize(
    ("responses", "sentences"),
    [
        (
            (
                "{by: p, claim: c, stance: denies, date: 2020, on_record: true, reported_by: r},"
                " {by: p, claim: c, stance: denies, date: 2020, on_record: false, reported_by: q}"
            ),
            ["2020 Ministry denies, off the record in q, on the record in r"],
        ),
        (
            (
                "{by: p, claim: c, stance: silent, date: 2020, reported_by: [q, r]},"
                " {by: p, claim: c, stance: silent, date: 2020}"
            ),
            ["2020 Ministry did not answer, in a report that is not recorded, in q and r"],
        ),
        (
            "{by: p, claim: c, stance: denies, on_record: true}, {by: p, claim: c, stance: denies, on_record: false}",
            ["undated Ministry denies, off the record", "undated Ministry denies, on the record"],
        ),
        (
            "{by: p, claim: c, stance: denies, date: 2020}, {by: s, claim: c, stance: denies, date: 2020}",
            [
                "2020 Ministry denies, whether on the record is not recorded",
                "2020 “an aide” (for Ministry) denies, whether on the record is not recorded",
            ],
        ),
    ],
)
def test_several_accounts_of_one_response_are_one_sentence(responses: str, sentences: list[str]) -> None:
    tracer = tracer_of(RESPONSES.format(response=responses).replace("r: {", "q: {outlet: B}, r: {"))
    assert list(response_sentences(tracer.graph, tracer.trace("c").responses)) == sentences
