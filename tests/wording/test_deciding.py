"""What decides the origin count, in words."""

import pytest

from provenance.wording.deciding import deciding_sentence
from tests.texts import tracer_of

RECORDS = """
    claims: {{c: C}}
    sources:
      clerk: {{kind: anonymous, described_as: sources}}
      mayor: {{kind: named, name: A. Mayor}}
      aide: {{kind: anonymous, described_as: an aide, same_as: {{source: clerk, how: possible}}}}
    reports:
      sure: {{outlet: Sure, says: c, cites: mayor}}
      {reports}
"""


def decided(*reports: str) -> str:
    tracer = tracer_of(RECORDS.format(reports="\n      ".join(reports)))
    return deciding_sentence(tracer.graph, tracer.trace("c"))


@pytest.mark.parametrize(
    ("report", "doubt"),
    [
        ("a: {outlet: Alpha, says: c}", "what Alpha rests on (a)"),
        (
            "a: {outlet: Alpha, says: c, cites: [mayor, {source: clerk, attribution: unclear}]}",
            "Alpha's “sources” (a)",
        ),
        (
            "a: {outlet: Alpha, says: c, cites: {report: sure, attribution: unclear}}",
            "whether Alpha rests on Sure (a)",
        ),
        (
            "a: {outlet: Alpha, says: c, cites: [{unclear: [mayor, clerk]}]}",
            "whether Alpha rests on A. Mayor or “sources” (a)",
        ),
        ("a: {outlet: Alpha, says: c, cites: {outlet: unnamed}}", "an outlet that a does not name"),
        ("a: {outlet: Alpha, says: c, cites: {outlet: Beta}}", "Beta"),
        ("a: {outlet: Alpha, says: c, cites: [clerk, aide]}", "whether “an aide” and “sources” are one (aide)"),
    ],
)
def test_each_doubt_is_named_with_what_is_open(report: str, doubt: str) -> None:
    assert decided(report) == f"How many origins: {doubt} decides it."


def test_several_doubts_decide_together() -> None:
    assert decided("a: {outlet: Alpha, says: c}", "b: {outlet: Beta, says: c}") == (
        "How many origins: what Alpha rests on (a) and what Beta rests on (b) decide it."
    )


def test_of_many_four_are_named() -> None:
    reports = [f"r{number}: {{outlet: R{number}, says: c}}" for number in range(6)]
    assert decided(*reports).endswith("what R3 rests on (r3) and 2 more decide it.")


def test_nothing_in_doubt_is_no_sentence() -> None:
    assert not decided()
