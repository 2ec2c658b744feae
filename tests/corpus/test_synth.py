"""A made-up corpus: its answers are known because of how it is made, and tracing it finds them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from provenance.cli.app import run
from provenance.corpus.finding import find_tables
from provenance.corpus.importing import import_tables
from provenance.corpus.rows import Options
from provenance.corpus.synth import ANSWERS, synthesize
from provenance.corpus.synth.motifs import MOTIFS
from provenance.corpus.tracing import trace_corpus
from tests.corpus.test_trace import quiet

pytest.importorskip("pyarrow", reason="pyarrow is not installed: no corpus was made up")


def made(folder: Path, *, citations: int, claims: int = 0, seed: int = 1, form: str = "jsonl") -> Path:
    synthesize(folder, citations, claims, seed, form, quiet)
    return folder


def known(folder: Path) -> dict[str, dict[str, Any]]:
    rows = map(json.loads, (folder / ANSWERS).read_text(encoding="utf-8").splitlines())
    return {row["claim"]: row for row in rows}


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("seed", "citations", "claims", "form"),
    [(1, 800, 150, "parquet"), (2, 1_000, 0, "csv"), (3, 200, 120, "jsonl"), (4, 1_000, 4, "parquet")],
)
def test_tracing_finds_what_is_known(tmp_path: Path, seed: int, citations: int, claims: int, form: str) -> None:
    tables = made(tmp_path / "tables", citations=citations, claims=claims, seed=seed, form=form)
    imported = import_tables(tables, tmp_path / "corpus", processes=1)
    assert imported.rejected == 0
    rows = trace_corpus(tmp_path / "corpus", Options(), 1, quiet).to_pylist()
    expected = known(tables)
    assert {row["claim"]: {name: row[name] for name in expected[row["claim"]]} for row in rows} == expected
    assert abs(imported.counts["citations"] - citations) < max(100, citations // 5) + 3 * len(expected)


def test_every_status_and_shape_occurs(tmp_path: Path) -> None:
    answers = known(made(tmp_path, citations=4_000, claims=400)).values()
    statuses = Counter(row["status"] for row in answers)
    assert set(statuses) == {
        "single-origin", "multiple-origins", "unattributed", "circular", "retracted", "origin-in-doubt",
        "confirmed", "denied", "contested",
    }  # fmt: skip
    assert sum(weight for _, weight in MOTIFS) == 100
    sizes = sorted(row["reports"] for row in answers)
    assert sizes[0] == 1
    assert sizes[-1] > 20 * sizes[len(sizes) // 2]
    claims = [json.loads(row) for row in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert any(row.get("stronger_than") for row in claims)


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_the_same_numbers_give_the_same_files(tmp_path: Path, form: str) -> None:
    one, same, other = (
        made(tmp_path / name, citations=500, claims=40, seed=seed, form=form)
        for name, seed in (("one", 7), ("same", 7), ("other", 8))
    )
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in same.iterdir())
    assert all((one / name).read_bytes() == (same / name).read_bytes() for name in names)
    assert (one / ANSWERS).read_bytes() != (other / ANSWERS).read_bytes()


@pytest.mark.no_cover  # it covers what others do, many times over
def test_a_corpus_of_nothing_can_be_imported(tmp_path: Path) -> None:
    tables = made(tmp_path / "tables", citations=0, claims=0)
    assert {file.table for file in find_tables(tables)} >= {"reports", "statements"}
    assert import_tables(tables, tmp_path / "corpus", processes=1).rejected == 0


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "tables"
    assert run(["corpus", "synth", "-o", str(target), "--citations", "200", "--claims", "10", "--format", "csv"]) == 0
    assert "10 claims" in capsys.readouterr().out
    assert run(["corpus", "synth", "-o", str(target)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert run(["corpus", "synth", "-o", str(tmp_path / "x"), "--format", "xml"]) == 2
    assert "the formats are parquet, csv, jsonl" in capsys.readouterr().err
