"""`import` on the command line: what it prints where, and that it changes no file."""

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.ran import Provenance, Write

ROWS = "report,outlet,cites,mood\na,A,,grim\nb,B,a,\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "in.csv"
    path.write_text(ROWS)
    return path


def test_the_proposal_is_printed_and_what_was_not_placed_beside_it(provenance: Provenance, table: Path) -> None:
    assert table.exists()
    ran = provenance("import", "in.csv", "--claim", "It is so.")
    assert ran.code == 0
    assert ran.err == "Not placed: 1 thing; the head of the YAML lists them too\nin.csv:2: mood: grim\n"
    assert "# - in.csv:2: mood: grim\n" in ran.out


def test_a_new_file_is_written_and_passes_check(provenance: Provenance, table: Path) -> None:
    (table.parent / "data").mkdir()
    (table.parent / "data" / "a.yaml").write_text("claims: {c: It is so.}")
    out = provenance("import", "in.csv", "--claim", "c").out
    assert provenance("import", "in.csv", "--claim", "c", "-o", "data/new.yaml").out == ""
    assert (table.parent / "data" / "new.yaml").read_text() == out
    assert provenance("check").code == 0
    assert provenance("trace", "c").out.startswith("It is so.")


def test_an_empty_folder_of_records_is_where_one_begins(provenance: Provenance, table: Path) -> None:
    (table.parent / "data").mkdir()
    assert provenance("import", "in.csv", "--claim", "It is so.", "-o", "data/new.yaml").code == 0
    assert provenance("check").code == 0


def test_a_file_that_is_there_is_never_changed(provenance: Provenance, table: Path) -> None:
    ran = provenance("import", "in.csv", "-o", "in.csv")
    message = "provenance: 'in.csv' is there already, and an import changes no file; name a new one\n"
    assert ran == (2, "", message)
    assert table.read_text() == ROWS


def test_faults_are_given_with_their_places(provenance: Provenance, table: Path) -> None:
    table.write_text("name,age\nx,3\n")
    ran = provenance("import", "in.csv", "missing.csv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("missing.csv: error unreadable: ")
    ran = provenance("import", "in.csv")
    assert ran.err.startswith("in.csv:1:1: error missing-column: no column says which report a row is about: name, age")
    table.write_bytes("report,outlet\na,Süd\n".encode("cp1252"))
    assert provenance("import", "in.csv").err.startswith("in.csv:2:4: error not-utf8: the byte 0xFC is not UTF-8")


def test_an_unknown_format_is_named_with_those_there_are(provenance: Provenance, table: Path) -> None:
    assert table.exists()
    ran = provenance("import", "in.csv", "--format", "docx")
    assert ran.code == 2
    assert ran.err.startswith("provenance: there is no format 'docx'; the formats are csv, json, ")


def test_standard_input_is_read(provenance: Provenance, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(ROWS.encode())))
    assert provenance("import", "-", "--claim", "c").out == provenance(
        "import", str(table), "--claim", "c"
    ).out.replace(str(table), "-")


def test_of_our_two_tables_one_brings_the_other(provenance: Provenance, write: Write) -> None:
    write("claims: {c: C}\nreports: {a: {outlet: A, says: c}, b: {outlet: B, says: c, cites: a}}")
    provenance("export", "c", "-o", "graph.csv")
    write("claims: {other: C}", "../empty/records.yaml")
    for name in ("graph-nodes.csv", "graph-edges.csv"):
        out = provenance("import", name, "--data", "empty").out
        assert out.startswith("# Proposed from graph-")
        assert "\n  c: c\n" in out


def test_what_is_all_there_already_makes_no_file(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    write("claims: {c: C}\nreports: {a: {outlet: A, says: c}, b: {outlet: B, says: c, cites: a}}")
    provenance("export", "c", "-o", "graph.json")
    ran = provenance("import", "graph.json", "-o", "new.yaml")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("what could be placed is in your records already; there is nothing to propose\n")
    (tmp_path / "table.csv").write_text("report,outlet,claim\na,A,c\n")
    ran = provenance("import", "table.csv")
    assert ran == (0, "", "provenance: all of it is in your records already; there is nothing to propose\n")
    assert not (tmp_path / "new.yaml").exists()


def test_records_that_are_named_and_not_there_are_a_fault(provenance: Provenance, table: Path) -> None:
    assert table.exists()
    assert provenance("import", "in.csv", "--data", "elsewhere").code == 2


def test_an_empty_folder_that_is_named_may_be_begun_in(provenance: Provenance, table: Path) -> None:
    (table.parent / "new").mkdir()
    assert provenance("import", "in.csv", "--claim", "It is so.", "--data", "new").code == 0
    assert provenance("import", "in.csv", "--claim", "It is so.", "--data", "missing").code == 2


def test_a_claim_that_is_not_needed_is_said_to_be_so(provenance: Provenance, table: Path) -> None:
    table.write_text("report,outlet,claim\na,A,It is so.\n")
    ran = provenance("import", "in.csv", "--claim", "Other")
    assert "in.csv: --claim Other: what was read names its claims itself\n" in ran.err
    assert "Other" not in ran.out.partition("claims:")[2]


def test_what_is_no_table_or_graph_is_told_what_to_do(provenance: Provenance, table: Path) -> None:
    table.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert (
        "= name a table (CSV), a graph or a JSON file; save a spreadsheet as CSV" in provenance("import", "in.csv").err
    )
    table.write_text('<?xml version="1.0"?>\n<gexf version="1.3"></gexf>')
    ran = provenance("import", "in.csv")
    assert "error unknown-format: GEXF is not read" in ran.err
    assert "= export GraphML, JSON or CSV instead" in ran.err
