"""What is wrong with a record is said once, at its place."""

import pytest

from tests.read.said import said

FEW = "error too-few: a dependence is between two records or more | write `between: [ID, ID]`"
KEYS = "kind, name, described_as, party, same_as, url"

FAULTS = [
    (
        "dependences: [{kind: shared_error, between: zzz}]",
        [
            f"1:45+3 {FEW}",
            (
                "1:45+3 error unknown-id: there is no report, source, party or outlet 'zzz'"
                " | add the report, source, party or outlet, or mend the id"
            ),
        ],
    ),
    (
        "dependences: [{kind: shared_error, between: {a: b}}]",
        ["1:45+6 error wrong-type: this has to be text, and it is a mapping | quote the text, or write one value"],
    ),
    (
        "reports: {r: {outlet: X, status: {lost: }}}",
        ["1:35+4 error unknown-key: a status has no key 'lost' | the keys are corrected, retracted, withdrawn"],
    ),
    (
        "sources: {s: {kind: anonymous, called: x}}",
        [f"1:32+6 error unknown-key: the source 's' has no key 'called' | the keys are {KEYS}"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_a_fault_is_said_once(text: str, expected: list[str]) -> None:
    assert said(f"{text}\n") == expected
