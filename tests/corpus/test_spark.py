"""Spark gives the table that this machine gives, byte for byte, in many partitions and where a task fails."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from provenance.cli.app import run
from provenance.corpus import spark
from provenance.corpus.engine import trace_batches
from provenance.corpus.rows import Options, parquet_bytes
from provenance.corpus.spark import trace_with_spark
from provenance.corpus.tracing import answers_folder, trace_corpus
from provenance.read import load, read_texts
from tests.corpus.test_trace import DATA, corpus_of, quiet, several

pytest.importorskip("pyspark", reason="pyspark is not installed: Spark was not tried")
if shutil.which("java") is None:
    pytest.skip("there is no Java: Spark was not tried", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore")  # pyspark's own


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession  # noqa: PLC0415 - where it is installed

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,3]").config("spark.ui.enabled", "false")
    started = builder.config("spark.sql.shuffle.partitions", "8").getOrCreate()
    started.sparkContext.setLogLevel("OFF")
    yield started
    started.stop()


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("options", [Options(), Options(as_of="2025-09-03", full=True)], ids=repr)
def test_the_table_is_the_same(tmp_path: Path, options: Options) -> None:
    corpus = corpus_of(several(1), tmp_path / "of Kyiv, [100%] мова")
    local = trace_corpus(corpus, options, 1, quiet)
    found = trace_with_spark(corpus, options, partitions=7)
    assert found.to_pylist() == local.to_pylist()
    assert parquet_bytes(found) == parquet_bytes(local)
    assert found.num_rows > 4


@pytest.mark.usefixtures("session")
def test_a_task_that_fails_is_tried_again(tmp_path: Path) -> None:
    corpus = corpus_of(several(2), tmp_path / "c")
    mark = tmp_path / "failed"

    def fails_once(batches: Iterable[Any], options: Options) -> Iterator[Any]:
        if not mark.exists():
            mark.touch()
            raise OSError("this executor is lost")
        yield from trace_batches(batches, options)

    found = trace_with_spark(corpus, Options(), partitions=3, function=fails_once)
    assert mark.exists()
    assert found.to_pylist() == trace_corpus(corpus, Options(), 1, quiet).to_pylist()


@pytest.mark.usefixtures("session")
def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    corpus = corpus_of(several(3), tmp_path / "c")
    first = trace_with_spark(corpus, Options())

    def never(_batches: Iterable[Any], _options: Options) -> Iterator[Any]:
        raise AssertionError

    assert trace_with_spark(corpus, Options(), function=never).to_pylist() == first.to_pylist()
    assert (answers_folder(corpus, Options(), "spark") / "rows.parquet" / "_SUCCESS").exists()


@pytest.mark.usefixtures("session")
def test_a_corpus_without_claims(tmp_path: Path) -> None:
    corpus = corpus_of(read_texts({"a.yaml": "parties: {ankara: {name: Ankara}}"}).workspace, tmp_path / "c")
    assert trace_with_spark(corpus, Options()).num_rows == 0


@pytest.mark.usefixtures("session")
def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = corpus_of(load(str(DATA)).workspace, tmp_path / "c")
    capsys.readouterr()
    assert run(["corpus", "trace", str(corpus), "--json", "--engine", "spark"]) == 0
    by_spark = capsys.readouterr().out
    assert run(["corpus", "trace", str(corpus), "--json", "--processes", "1"]) == 0
    assert by_spark == capsys.readouterr().out
    assert spark


def test_ctrl_c_is_held_back_while_java_starts() -> None:
    reached = []

    def pressed() -> None:
        with spark._interrupted_later():
            os.kill(os.getpid(), signal.SIGINT)
            reached.append("after")

    with pytest.raises(KeyboardInterrupt):
        pressed()
    assert reached == ["after"]
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def test_java_ends_where_the_command_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark import SparkContext  # noqa: PLC0415 - where it is installed

    java = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(SparkContext, "_gateway", SimpleNamespace(proc=java))
    with pytest.raises(KeyboardInterrupt), spark._java_ends_with_us():
        raise KeyboardInterrupt
    assert java.wait(10) != 0
