"""All checks together: nothing raised on what could be read, the same in any order, nothing in good records."""

from pathlib import Path

import pytest

from provenance.check import CHECKS, ESSENTIAL, run_checks
from provenance.problems import Severity
from provenance.read import load, read_texts
from tests.check.found import found, messages

DATA = Path(__file__).parents[2] / "data"
CASES = Path(__file__).parent.parent / "cases"


def test_the_essential_checks_are_among_all_and_none_stands_twice() -> None:
    assert set(ESSENTIAL) < set(CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)


def test_the_examples_are_without_errors_and_warnings() -> None:
    loaded = load(str(DATA))
    problems = [*loaded.problems, *run_checks(loaded.workspace)]
    assert [problem for problem in problems if problem.severity is not Severity.INFO] == []


@pytest.mark.parametrize("text", ["claims: {}\n", "case:\n", "reports:\noutlets: {}\n", "{}\n"])
def test_no_records_is_no_pass(text: str) -> None:
    assert messages(text) == ["0:0 there are no records here that could be read"]


def test_one_record_is_enough() -> None:
    assert found("claims: {c: C}\nreports: {r: {outlet: O, says: c}}\noutlets: {o: {name: O}}\n") == []


def test_a_case_is_no_record_and_records_without_a_report_are_told() -> None:
    assert messages("case: {title: T}\n") == ["0:0 there are no records here that could be read"]
    for text in ("claims: {c: C}\n", "parties: {p: }\n", "outlets: {o: {name: O}}\n"):
        assert messages(text) == ["0:0 there are no reports here that could be read: nothing can be traced"]


@pytest.mark.parametrize("path", sorted(CASES.glob("broken-*.yaml")), ids=lambda path: path.stem)
def test_records_that_cannot_be_used_can_be_checked(path: Path) -> None:
    loaded = read_texts({path.name: path.read_text()})
    found_once = run_checks(loaded.workspace)
    assert found_once == sorted(found_once, key=lambda problem: problem.sort_key)


def test_an_outlet_whose_id_cannot_stand_is_checked_without_raising() -> None:
    loaded = read_texts(
        {"f.yaml": "outlets: {Nefes: {name: Nefes}}\nreports: {r: {outlet: nefes}, s: {outlet: Nefes}}\n"}
    )
    assert [problem.code for problem in run_checks(loaded.workspace)] == ["implicit-outlet"]


def test_the_order_of_records_changes_nothing_but_places() -> None:
    records = [
        "  a: {outlet: X Y, says: c, url: here, language: xx}\n",
        "  b: {outlet: XY, says: c, published: 2025, accessed: 2024}\n",
        "  d: {outlet: X-Y, says: c, read: {via: d}}\n",
    ]
    forwards, backwards = (
        sorted((problem.code, problem.message) for problem in run_checks(read_texts({"f.yaml": text}).workspace))
        for text in (f"claims: {{c: C}}\nreports:\n{''.join(part)}" for part in (records, records[::-1]))
    )
    assert forwards == backwards
