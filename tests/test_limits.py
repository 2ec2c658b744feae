"""The limits: what the table says holds, can be changed, and is what the documentation says."""

from pathlib import Path

import pytest

from provenance.cli.app import run
from provenance.limits import DEPTH, FETCH_SECONDS, FILE_BYTES, LIMITS, LimitError, look_at_limits
from provenance.read import load, read_texts

DOCUMENTED = Path(__file__).parents[1] / "docs" / "reference" / "environment.md"

TEXT = """
claims: {c: One invented sentence.}
reports:
  a: {outlet: A, says: c}
  b: {outlet: B, says: c, cites: a}
  d: {outlet: D, says: c, cites: [a, b]}
"""


def test_the_documentation_lists_every_limit_and_no_other() -> None:
    rows = [
        line for line in DOCUMENTED.read_text(encoding="utf-8").splitlines() if line.startswith("| `PROVENANCE_MAX_")
    ]
    assert rows == [f"| `{limit.variable}` | {limit.shown(limit.default)} | {limit.of} |" for limit in LIMITS]


@pytest.mark.parametrize(
    ("written", "number"), [("5", 5), (" 7 ", 7), ("2 MiB", 2 << 20), ("3KiB", 3 << 10), ("1GiB", 1 << 30)]
)
def test_a_limit_is_what_its_variable_says(written: str, number: int) -> None:
    assert FILE_BYTES.now({FILE_BYTES.variable: written}) == number


def test_without_a_variable_the_default_holds() -> None:
    assert [limit.now({}) for limit in LIMITS] == [limit.default for limit in LIMITS]
    assert all(1 <= limit.default <= limit.ceiling for limit in LIMITS)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        (
            {"PROVENANCE_MAX_FILE_BYTES": "much"},
            "PROVENANCE_MAX_FILE_BYTES is 'much': write a whole number of bytes (or `200 MiB`)",
        ),
        ({"PROVENANCE_MAX_DEPTH": "9 MiB"}, "PROVENANCE_MAX_DEPTH is '9 MiB': write a whole number of levels"),
        ({"PROVENANCE_MAX_DEPTH": "201"}, "PROVENANCE_MAX_DEPTH is '201': it can be 1 to 200 levels"),
        ({"PROVENANCE_MAX_CELLS": "0"}, "PROVENANCE_MAX_CELLS is '0': it can be 1 to 1,000,000,000,000,000 cells"),
        ({"PROVENANCE_MAX_CELLS": ""}, "PROVENANCE_MAX_CELLS is '': write a whole number of cells"),
        ({"PROVENANCE_MAX_CELLS": "-1"}, "PROVENANCE_MAX_CELLS is '-1': write a whole number of cells"),
    ],
)
def test_what_cannot_be_used_says_what_can(environment: dict[str, str], message: str) -> None:
    with pytest.raises(LimitError) as refused:
        look_at_limits(environment)
    assert str(refused.value) == message


def test_a_misspelt_limit_is_told_with_those_there_are() -> None:
    with pytest.raises(
        LimitError, match=r"there is no limit PROVENANCE_MAX_FILES; the limits are PROVENANCE_MAX_FILE_B"
    ):
        look_at_limits({"PROVENANCE_MAX_FILES": "5"})


def test_a_command_ends_before_it_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROVENANCE_MAX_DEPTH", "deep\x1b[31m")
    assert run(["check", "--data", str(tmp_path)]) == 2
    assert (
        capsys.readouterr().err
        == "provenance: PROVENANCE_MAX_DEPTH is 'deep\\x1b[31m': write a whole number of levels\n"
    )


@pytest.mark.parametrize(
    ("variable", "value", "message", "hint"),
    [
        (
            "PROVENANCE_MAX_RECORDS",
            "3",
            "this workspace has 4 records, more than 3",
            "`provenance corpus import` traces tables of any size; split the workspace, or raise PROVENANCE_MAX_RECORDS",
        ),
        (
            "PROVENANCE_MAX_CITATIONS",
            "2",
            "this workspace has 3 citations, more than 2",
            "`provenance corpus import` traces tables of any size; split the workspace, or raise PROVENANCE_MAX_CITATIONS",
        ),
        (
            "PROVENANCE_MAX_DEPTH",
            "2",
            "this is nested more than 2 levels deep",
            "no record needs so many levels; or raise PROVENANCE_MAX_DEPTH",
        ),
    ],
)
def test_what_is_too_much_names_its_limit(
    variable: str, value: str, message: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    loaded = read_texts({"f.yaml": TEXT}, "data")
    assert (message, hint) in [(problem.message, problem.hint) for problem in loaded.problems]
    assert not loaded.usable


@pytest.mark.parametrize(("records", "citations"), [("4", "3"), ("5", "4")])
def test_as_much_as_the_limit_is_read(records: str, citations: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_MAX_RECORDS", records)
    monkeypatch.setenv("PROVENANCE_MAX_CITATIONS", citations)
    assert read_texts({"f.yaml": TEXT}, "data").usable


def test_records_without_ids_count_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_MAX_RECORDS", "4")
    listed = "claims: {c: C}\nparties: {p: {name: P}}\nresponses:\n" + "  - {by: p, claim: c, stance: denies}\n" * 3
    (found,) = [one for one in read_texts({"f.yaml": listed}, "data").problems if one.code == "too-many"]
    assert found.message == "this workspace has 5 records, more than 4"


def test_texts_without_a_folder_may_be_of_any_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are a piece of a corpus."""
    monkeypatch.setenv("PROVENANCE_MAX_RECORDS", "1")
    monkeypatch.setenv("PROVENANCE_MAX_CITATIONS", "1")
    assert read_texts({"f.yaml": TEXT}).usable


def test_a_raised_depth_is_read_to_its_ceiling(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the deepest that can be asked for, nothing that walks the tree fails."""
    monkeypatch.setenv("PROVENANCE_MAX_DEPTH", str(DEPTH.ceiling))
    nested = "claims: {c: " + "&a [" * (DEPTH.ceiling - 2) + "]" * (DEPTH.ceiling - 2) + "}\n"
    assert {problem.code for problem in read_texts({"f.yaml": nested}).problems} == {"wrong-type", "unused-anchor"}


def test_a_file_as_large_as_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("PROVENANCE_MAX_FILE_BYTES", str(len(TEXT)))
    assert load(str(tmp_path)).usable
    monkeypatch.setenv("PROVENANCE_MAX_FILE_BYTES", str(len(TEXT) - 1))
    (found,) = load(str(tmp_path)).problems
    assert found.message == f"this file is larger than {len(TEXT) - 1} bytes"


def test_seconds_cannot_be_without_end() -> None:
    with pytest.raises(LimitError):
        FETCH_SECONDS.now({FETCH_SECONDS.variable: "9" * 18})
