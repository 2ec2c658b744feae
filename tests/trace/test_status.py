"""The status of a claim: exactly one, the first that holds."""

import pytest

from provenance.dates import parse_date
from tests.texts import tracer_of

CLAIM = """
    parties: {town: {name: Town}, state: {name: State}}
    sources:
      mayor: {kind: named, name: Mayor, party: town}
      clerk: {kind: anonymous}
    claims: {c: {text: C, could_confirm: town}}
"""


def status(rest: str, as_of: str | None = None) -> str:
    """Trace claim `c` of the common records and `rest`, given without their common indentation."""
    return tracer_of(f"{CLAIM}{rest}").trace("c", parse_date(as_of) if as_of else None).status


def with_reports(*reports: str) -> str:
    return "    reports:\n" + "".join(f"      {report}\n" for report in reports)


def with_responses(*responses: str) -> str:
    return (
        with_reports("r: {outlet: A, says: c}") + "    responses:\n" + "".join(f"      - {one}\n" for one in responses)
    )


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([], "no-reports"),
        (["r: {outlet: A, says: [{claim: c, stance: denies}]}"], "no-reports"),
        (["r: {outlet: A, says: c, status: {retracted: 2020}}"], "retracted"),
        (["r: {outlet: A, says: c, cites: s}", "s: {outlet: B, says: c, status: {withdrawn: 2020}}"], "retracted"),
        (["r: {outlet: A, says: c, cites: s}", "s: {outlet: B, says: c, cites: r}"], "circular"),
        (["r: {outlet: A, says: c}"], "unattributed"),
        (["r: {outlet: A, says: [{claim: c, basis: unattributed}]}"], "unattributed"),
        (["r: {outlet: A, says: c, cites: {outlet: unnamed}}"], "unattributed"),
        (["r: {outlet: A, says: c, cites: clerk}"], "single-origin"),
        (["r: {outlet: A, says: c, cites: [mayor, town]}"], "single-origin"),
        (["r: {outlet: A, says: c, cites: clerk}", "s: {outlet: B, says: c}"], "origin-in-doubt"),
        (["r: {outlet: A, says: c, cites: {unclear: [clerk, mayor]}}"], "origin-in-doubt"),
        (["r: {outlet: A, says: c, cites: [clerk, mayor]}"], "multiple-origins"),
    ],
)
def test_status_by_the_reports(reports: list[str], expected: str) -> None:
    assert status(with_reports(*reports) if reports else "") == expected


def test_a_report_that_stands_counts_beside_a_retracted_one() -> None:
    reports = ("r: {outlet: A, says: c, cites: s, status: {retracted: 2020}}", "s: {outlet: B, says: c, cites: clerk}")
    assert status(with_reports(*reports)) == "single-origin"


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        (["{by: town, claim: c, stance: confirms, on_record: true}"], "confirmed"),
        (["{by: mayor, claim: c, stance: confirms, on_record: true}"], "confirmed"),
        (["{by: town, claim: c, stance: denies, on_record: true}"], "denied"),
        (["{by: town, claim: c, stance: confirms, on_record: false}"], "unattributed"),
        (["{by: town, claim: c, stance: confirms}"], "unattributed"),
        (["{by: town, claim: c, stance: denies}"], "unattributed"),
        (["{by: state, claim: c, stance: confirms, on_record: true}"], "unattributed"),
        (["{by: state, claim: c, stance: denies, on_record: true}"], "unattributed"),
        (["{by: town, claim: c, stance: partly, on_record: true}"], "unattributed"),
        (["{by: town, claim: c, stance: confirms}", "{by: state, claim: c, stance: denies}"], "contested"),
        (["{by: clerk, claim: c, stance: confirms}", "{by: town, claim: c, stance: denies}"], "contested"),
        (
            ["{by: town, claim: c, stance: confirms, on_record: true}", "{by: mayor, claim: c, stance: denies}"],
            "confirmed",
        ),
        (
            [
                "{by: town, claim: c, stance: confirms, on_record: true, date: 2020-01-01}",
                "{by: town, claim: c, stance: denies, on_record: true, date: 2020-01-02}",
            ],
            "denied",
        ),
        (
            [
                "{by: town, claim: c, stance: denies, on_record: true, date: 2020-01-01}",
                "{by: state, claim: c, stance: silent}",
            ],
            "denied",
        ),
    ],
)
def test_status_by_the_responses(responses: list[str], expected: str) -> None:
    assert status(with_responses(*responses)) == expected


def test_an_answer_counts_from_its_day_on() -> None:
    rest = with_responses("{by: town, claim: c, stance: confirms, on_record: true, date: 2020-01-05}")
    assert status(rest, "2020-01-04") == "unattributed"
    assert status(rest, "2020-01-05") == "confirmed"


def test_without_a_supporting_report_even_a_denied_claim_has_no_reports() -> None:
    assert status("    responses: [{by: town, claim: c, stance: denies, on_record: true}]\n") == "no-reports"


def test_a_retraction_counts_from_its_day_on() -> None:
    rest = with_reports("r: {outlet: A, says: c, cites: clerk, published: 2020-01-01, status: {retracted: 2020-02-01}}")
    assert [status(rest, day) for day in ("2019-12-31", "2020-01-01", "2020-01-31", "2020-02-01")] == [
        *("no-reports", "single-origin", "single-origin", "retracted"),
    ]


def test_who_declines_does_not_contest_a_confirmation() -> None:
    confirmed = "{by: town, claim: c, stance: confirms, on_record: true}"
    assert status(with_responses(confirmed, "{by: state, claim: c, stance: declines}")) == "confirmed"


def test_a_denial_on_the_record_beside_a_confirmation_off_it_decides_nothing() -> None:
    responses = (
        "{by: town, claim: c, stance: confirms, on_record: false}",
        "{by: town, claim: c, stance: denies, on_record: true}",
    )
    assert status(with_responses(*responses)) == "unattributed"
