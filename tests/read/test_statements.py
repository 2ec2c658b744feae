"""What is wrong with a statement or a citation is said once, at its place."""

import pytest

from tests.read.said import said

EMPTY = "this text is empty | give it text, or leave it out"
TOO_FEW = (
    "too-few: an unclear citation needs two alternatives or more"
    " | for a single doubtful one write `{report: ID, attribution: unclear}`"
)

FAULTS = [
    ("says: [~]", ["12+1 error missing-key: a statement needs `claim` | add `claim: …` to it"]),
    (
        "says: {claim: c, basis: x, cites: q}",
        ["29+1 error unknown-value: 'x' is none of: own_reporting, unattributed | write one of these words"],
    ),
    (
        "says: {claim: c, basis: unattributed, cites: q}",
        [
            (
                "29+12 error basis-with-cites: `basis: unattributed` stands beside `cites`"
                " | keep `basis` only where the report cites nothing"
            )
        ],
    ),
    ("says: {claim: c, details: {[a]: b}}", ["32+3 error not-a-key: a key has to be a word | write `key: value`"]),
    ("says: {claim: c, details: {'': x, b: y}}", [f"32+2 error empty-value: {EMPTY}"]),
    (
        "says: {claim: c, details: {a: '', a: y}}",
        [
            f"35+2 error empty-value: {EMPTY}",
            (
                "39+1 error duplicate-key: 'a' stands here a second time; the first is on line 5"
                " | make one of the two, or give one another name"
            ),
        ],
    ),
    ("cites: [unclear: [q]]", [f"13+12 error {TOO_FEW}"]),
    ("cites: [unclear: [q, q]]", [f"13+15 error {TOO_FEW}"]),
    ("cites: [unclear: [{outlet: unnamed}]]", [f"13+28 error {TOO_FEW}"]),
    ("cites: [unclear: []]", [f"13+11 error {TOO_FEW}"]),
    (
        "cites: [unclear: [zzz]]",
        [
            f"13+14 error {TOO_FEW}",
            "23+3 error unknown-id: there is no report, source, party or outlet 'zzz' | add the report, source, party or outlet, or mend the id",
        ],
    ),
    ("cites: [unclear: [q, {outlet: unnamed}]]", []),
    ("cites: [unclear: [{outlet: unnamed}, {outlet: unnamed}]]", []),
]


@pytest.mark.parametrize(("written", "expected"), FAULTS)
def test_a_fault_is_said_once(written: str, expected: list[str]) -> None:
    statement = "" if written.startswith("says") else " says: c,"
    text = f"claims: {{c: C}}\nreports:\n  q: {{outlet: X}}\n  r: {{outlet: X,{statement}\n    {written}}}\n"
    assert said(text) == [f"5:{line}" for line in expected]
