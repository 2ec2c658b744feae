"""Shapes that try to get a wrong answer out of a trace; each says in words what it is and why its answer is right.

The answers were worked out by hand from docs/explanation/model.md before the program was asked (see `shape.py`).
Where the meaning leaves the form open, they follow the program: groups that count are numbered before retracted ones, `by`
of a detail conflict stands in the order of the values, and `retracted-support` reaches through standing reports.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from provenance.check import run_checks
from provenance.problems import Severity
from provenance.trace.answer import FindingKind, GapKind, OriginKind, Status
from tests.redteam.shape import FOLDER, NAMES, WORKED_OUT, Asked, answer_to, difference, load_shape, questions, text_of

WHAT = {
    "drift": {"claim", "certainty", "attribution", "plurality", "details", "translation"},
    "chronology": {"older-than-cited", "two-dates", "first-reported-by", "undated-copy"},
}
"""What a drift and a contradiction of dates can be in."""

NOT_IN_A_TRACE = {GapKind.STALE}
"""Gaps that need a clock."""


@pytest.mark.parametrize("name", NAMES)
def test_a_shape_has_the_answers_worked_out_for_it(name: str) -> None:
    workspace = load_shape(name).workspace
    for asked in questions(name):
        answer = answer_to(workspace, asked)
        found = difference(asked, answer)
        if found:
            asks = f"{answer['claim']} as of {answer['as_of'] or 'all dates'}"
            pytest.fail(f"{name}: {asks}\n\n{text_of(name)}\n{found}", pytrace=False)
        assert in_order(answer), f"{name}: findings and gaps are sorted by severity, then subject"


@pytest.mark.parametrize("name", NAMES)
def test_a_shape_is_recorded_without_errors_and_says_what_it_is(name: str) -> None:
    loaded = load_shape(name)
    problems = [*loaded.problems, *run_checks(loaded.workspace)]
    assert [problem for problem in problems if problem.severity is not Severity.INFO] == []
    assert text_of(name).startswith("# ")
    assert all("status" in asked and "count" in asked for asked in questions(name))


def test_there_are_enough_shapes_and_every_file_is_used() -> None:
    files = {path.name for path in FOLDER.iterdir() if path.suffix != ".py" and path.is_file()}
    assert len(NAMES) >= 60
    assert files == {f"{name}{ending}" for name in NAMES for ending in (".yaml", WORKED_OUT)}


def test_every_status_kind_of_origin_finding_and_gap_is_worked_out_in_some_shape() -> None:
    assert {asked["status"] for asked in all_questions()} == set(Status)
    assert {origin["kind"] for origin in items("origins")} == set(OriginKind)
    assert {origin.get("doubt") for origin in items("origins")} == {None, "unclear", "retracted"}
    assert {found["kind"] for found in items("findings")} == set(FindingKind)
    assert {gap.split(" ")[0] for gap in items("gaps")} == set(GapKind) - NOT_IN_A_TRACE


@pytest.mark.parametrize("kind", WHAT)
def test_everything_a_finding_can_be_about_is_worked_out_in_some_shape(kind: str) -> None:
    assert {found["what"] for found in items("findings") if found["kind"] == kind} == WHAT[kind]


def test_a_wrong_answer_is_seen() -> None:
    workspace = load_shape("diamond").workspace
    [asked] = questions("diamond")
    for part, wrong in {
        "status": "multiple-origins",
        "count": "1..2",
        "bounded": True,
        "supporting": 3,
        "origins": [{"id": "wire", "kind": "own-reporting", "group": 1, "doubt": "unclear"}],
        "common_links": [],
        "findings": [],
        "gaps": ["single-origin c", "no-origin c"],
    }.items():
        assert difference({**asked, part: wrong}, answer_to(workspace, asked)), part


def in_order(answer: dict[str, Any]) -> bool:
    findings = [(list(FindingKind).index(found["kind"]), found["at"]) for found in answer["findings"]]
    gaps = [(list(GapKind).index(gap["kind"]), gap["subject"]) for gap in answer["gaps"]]
    return findings == sorted(findings) and gaps == sorted(gaps)


@cache
def all_questions() -> tuple[Asked, ...]:
    return tuple(asked for name in NAMES for asked in questions(name))


def items(part: str) -> Iterator[Any]:
    for asked in all_questions():
        yield from asked.get(part, ())
