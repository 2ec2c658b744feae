"""The commands `corpus import` and `corpus export`: what they say, their exit codes, what they refuse."""

import builtins
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.ran import Provenance, Write

pytest.importorskip("pyarrow", reason="the extra corpus is not installed")

REPORTS = "id,outlet\na,P\nb,Q\n"
STATEMENTS = "report,claim\na,closed\nb,closed\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    found = tmp_path / "tables"
    found.mkdir()
    (found / "reports.csv").write_text(REPORTS, encoding="utf-8")
    (found / "statements.csv").write_text(STATEMENTS, encoding="utf-8")
    return found


def test_import_says_what_is_in_the_corpus(provenance: Provenance, folder: Path) -> None:
    ran = provenance("corpus", "import", "tables", "-o", "corpus")
    counts = "2 reports, 2 statements, 1 claim, 2 outlets, 1 family"
    assert ran == (0, f"corpus: {counts}\n", "")
    assert json.loads((folder.parent / "corpus" / "corpus.json").read_text(encoding="utf-8"))["rejected"] == 0


def test_rows_left_out_are_told_and_exit_with_1(provenance: Provenance, folder: Path) -> None:
    (folder / "citations.csv").write_text("report,claim,id\nb,closed,z\n", encoding="utf-8")
    ran = provenance("corpus", "import", "tables", "-o", "corpus")
    assert ran.code == 1
    told = "provenance: 1 row was left out of this corpus; 'corpus/rejects.jsonl' says which and why\n"
    assert ran.err == f"  1 row of citations: unknown-id\n{told}"
    for asked in (("trace", "corpus"), ("outlets", "corpus"), ("export", "corpus", "-o", "out")):
        again = provenance("corpus", *asked)
        assert (again.code, again.err) == (0, told)
    assert provenance("corpus", "import", "tables", "-o", "other", "--strict").code == 2


def test_export_writes_the_same_records(provenance: Provenance, folder: Path) -> None:
    provenance("corpus", "import", "tables", "-o", "corpus")
    assert provenance("corpus", "export", "corpus", "-o", "out", "--format", "csv") == (
        0,
        "out: 2 reports, as csv\n",
        "",
    )
    rows = (folder.parent / "out" / "reports.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[:2] for row in rows] == [["id", "outlet"], ["a", "P"], ["b", "Q"]]


def test_a_workspace_becomes_a_corpus_and_records_again(provenance: Provenance, write: Write) -> None:
    write("claims: {c: C}\nreports: {r: {outlet: O, says: c}}\n")
    assert provenance("corpus", "import", "data", "-o", "corpus").code == 0
    assert provenance("corpus", "export", "corpus", "-o", "again", "--format", "yaml").code == 0
    assert provenance("trace", "c", "--data", "again").out == provenance("trace", "c").out


def test_without_reports_a_corpus_comes_out_as_tables_too(provenance: Provenance, write: Write) -> None:
    write("claims: {c: C}\n")
    provenance("corpus", "import", "data", "-o", "corpus")
    assert provenance("corpus", "export", "corpus", "-o", "out", "--format", "jsonl").code == 0
    assert provenance("corpus", "import", "out", "-o", "again").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["import", "nowhere", "-o", "corpus"], "there is no folder 'nowhere'"),
        (["export", "nowhere", "-o", "out"], "'nowhere' is no corpus, or its import is not finished"),
        (["export", "tables", "-o", "out", "--format", "xml"], "there is no format 'xml'"),
    ],
)
def test_what_cannot_be_used_is_refused(
    provenance: Provenance, folder: Path, arguments: list[str], message: str
) -> None:
    assert folder.exists()
    ran = provenance("corpus", *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_a_corpus_of_another_version_is_refused(provenance: Provenance, folder: Path) -> None:
    provenance("corpus", "import", "tables", "-o", "corpus")
    (folder.parent / "corpus" / "corpus.json").write_text('{"format": "corpus/99"}', encoding="utf-8")
    assert "'corpus/99'" in provenance("corpus", "export", "corpus", "-o", "out").err


def test_without_the_extra_it_is_named(provenance: Provenance, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = builtins.__import__

    def refused(name: str, *given: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return old(name, *given)

    monkeypatch.setattr(builtins, "__import__", refused)
    ran = provenance("corpus", "import", str(folder), "-o", "corpus")
    wanted = "a corpus needs an extra that is not installed: pip install 'source-provenance[corpus]'"
    assert (ran.code, ran.err) == (2, f"provenance: {wanted}\n")


def test_parquet_that_cannot_be_used_exits_with_2_and_its_rows_with_1(provenance: Provenance, folder: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    (folder / "reports.csv").unlink()
    columns = [pa.array(["a", "b"]), pa.array(["P", "Q"]), pa.array([["corrected:2025", None], None])]
    pq.write_table(pa.Table.from_arrays(columns, ["id", "outlet", "status"]), folder / "reports.parquet")
    assert provenance("corpus", "import", "tables", "-o", "corpus").code == 1
    pq.write_table(pa.Table.from_arrays(columns, ["id", "outlet", "id"]), folder / "reports.parquet")
    ran = provenance("corpus", "import", "tables", "-o", "other")
    assert (ran.code, ran.err) == (2, "provenance: 'tables/reports.parquet' has the column 'id' twice\n")


def test_help_lists_the_commands(provenance: Provenance) -> None:
    out = provenance("corpus", "--help").out
    assert "\n  import " in out
    assert "\n  export " in out
    assert provenance("corpus", "import", "--help").out.startswith("Usage: provenance corpus import ")
    assert provenance("corpus", "bogus").code == 2
