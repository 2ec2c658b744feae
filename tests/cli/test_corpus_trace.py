"""`provenance corpus trace`."""

import json
import shutil
from pathlib import Path

import pytest

from provenance.corpus.rows import Options
from provenance.corpus.store import bucket_paths, read_bucket, write_bucket
from provenance.read import load, read_texts
from provenance.value import replaced
from tests.cli.ran import Provenance
from tests.corpus.test_trace import DATA, corpus_of, rows, several


def test_the_command(tmp_path: Path, provenance: Provenance) -> None:
    corpus = corpus_of(load(str(DATA)).workspace, tmp_path / "c")
    ran = provenance("corpus", "trace", str(corpus), "--most", "2", "--processes", "1")
    assert ran.code == 0
    assert "the first 2 are shown" in ran.out
    assert "never whether it is true" in ran.out
    printed = provenance("corpus", "trace", str(corpus), "--json", "--processes", "1")
    lines = [json.loads(row) for row in printed.out.splitlines()]
    assert lines == rows(corpus, Options())
    several_ = [row for row in lines if row["status"] == "multiple-origins"]
    assert all(row["independence"] for row in several_)
    whole = provenance("corpus", "trace", str(corpus), "--most", "500", "--processes", "1").out
    assert whole.count("multiple-origins (independence") == 0 or "(independence" in whole


@pytest.mark.parametrize("suffix", ["parquet", "csv", "jsonl"])
def test_the_command_writes_files(tmp_path: Path, provenance: Provenance, suffix: str) -> None:
    corpus = corpus_of(load(str(DATA)).workspace, tmp_path / "c")
    target = tmp_path / f"claims.{suffix}"
    given = ("corpus", "trace", str(corpus), "--as-of", "2025-09-20", "--full", "-o", str(target), "--processes", "1")
    assert provenance(*given).code == 0
    written_ = target.read_bytes()
    assert provenance(*given).code == 2
    assert provenance(*given, "--force").code == 0
    assert target.read_bytes() == written_


def test_nothing_in_the_lines_acts(tmp_path: Path, provenance: Provenance) -> None:
    text = 'claims: {c: "\\x9bred \\u202Eright to left"}\nreports: {r: {outlet: Nefes, says: c}}\n'
    corpus = corpus_of(read_texts({"a.yaml": text}).workspace, tmp_path / "c")
    out = provenance("corpus", "trace", str(corpus), "--json", "--processes", "1").out
    assert not {"\x9b", "\u202e"} & set(out)
    assert json.loads(out)["text"] == "\x9bred \u202eright to left"


def test_the_command_refuses(tmp_path: Path, provenance: Provenance) -> None:
    assert "no corpus" in provenance("corpus", "trace", str(tmp_path)).err
    assert "no engine 'dask'" in provenance("corpus", "trace", str(tmp_path), "--engine", "dask").err
    (tmp_path / "rows.csv").touch()
    there = provenance("corpus", "trace", str(tmp_path), "-o", str(tmp_path / "rows.csv")).err
    assert "is there already" in there  # said before the corpus is looked at
    assert "no folder 'nowhere'" in provenance("corpus", "outlets", str(tmp_path), "--graph", "nowhere/x.csv").err
    assert "has to end in .parquet" in provenance("corpus", "trace", str(tmp_path), "-o", "x.txt").err


def test_the_command_says_what_failed(tmp_path: Path, provenance: Provenance) -> None:
    corpus = corpus_of(several(7), tmp_path / "c")
    path = next(path for path in bucket_paths(corpus) if any(read_bucket(path)))
    one, *others = read_bucket(path)
    write_bucket(path, [replaced(one, claims=one.claims[:1], slice=b"{"), *others])
    ran = provenance("corpus", "trace", str(corpus), "--processes", "1")
    assert ran.code == 1
    assert "1 claim could not be traced" in ran.err
    assert "not traced" in ran.out


COMMANDS = [["trace"], ["trace", "--json"], ["timeline"], ["words"], ["drift"], ["tree"], ["why", "nefes-0903"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_claim_of_a_corpus_is_answered_as_one_of_records(
    tmp_path: Path, provenance: Provenance, command: list[str]
) -> None:
    """The way from a row to the whole answer."""
    corpus = corpus_of(load(str(DATA)).workspace, tmp_path / "c")
    asked = [command[0], "s400-asked", *command[1:]]
    ran = provenance(*asked, "--data", str(corpus))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == provenance(*asked, "--data", str(DATA)).out


def test_what_a_corpus_cannot_answer_is_told(tmp_path: Path, provenance: Provenance) -> None:
    corpus = corpus_of(load(str(DATA)).workspace, tmp_path / "c")
    ran = provenance("trace", "s400-askd", "--data", str(corpus))
    assert (ran.code, "s400-asked" in ran.err) == (2, True)
    assert "corpus export --format yaml" in provenance("check", "--data", str(corpus)).out
    (corpus / "shared.json").write_text("{", encoding="utf-8")
    assert "shared.json' cannot be read" in provenance("trace", "s400-asked", "--data", str(corpus)).err


def test_a_corpus_that_nobody_may_write_to_is_traced(tmp_path: Path, provenance: Provenance) -> None:
    corpus = corpus_of(several(7), tmp_path / "c")
    kept = provenance("corpus", "trace", str(corpus), "--json", "--processes", "1").out
    shutil.rmtree(corpus / "answers")
    (corpus / "answers").write_text("in the way", encoding="utf-8")
    assert provenance("corpus", "trace", str(corpus), "--json", "--processes", "1") == (0, kept, "")
    assert provenance("corpus", "outlets", str(corpus), "--processes", "1").code == 0
