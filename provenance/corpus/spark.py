"""The same buckets and the same function on Apache Spark: for corpora that one machine is too small for."""

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

from provenance.corpus.engine import trace_batches
from provenance.corpus.rejecting import CorpusError
from provenance.corpus.rows import Options, schema
from provenance.corpus.store import bucket_paths
from provenance.corpus.tracing import answers_folder, checked, collected

if TYPE_CHECKING:
    import pyarrow as pa

Batches = Iterable["pa.RecordBatch"]
Function = Callable[[Batches, Options], Iterator["pa.RecordBatch"]]


class NoSparkError(CorpusError):
    """Spark cannot be started; the message says what is missing."""

    def __init__(self, why: str) -> None:
        needs = "pip install 'source-provenance[spark]', and Java 17 or newer"
        super().__init__(f"Spark cannot be started: {why}; it needs {needs}")


def trace_with_spark(
    corpus: Path, options: Options, *, partitions: int = 0, function: Function = trace_batches
) -> "pa.Table":
    """Give the table of `tracing.trace_corpus`, by Spark; `partitions` 0 is one for each bucket.

    The session is the one that `spark-submit` gives, else a local one over all cores. A task that fails is tried again
    as the session's `spark.task.maxFailures` says. Raises CorpusError.
    """
    paths = [_plain(_on_disk(path)) for path in bucket_paths(corpus)]
    folder = answers_folder(corpus, options, "spark")
    written = folder / "rows.parquet"
    if not (written / "_SUCCESS").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        with _java_ends_with_us():
            rows = _session().read.parquet(*paths)
            rows = rows.repartition(partitions or len(paths), "family")
            rows.mapInArrow(_on_each(function, options), _declared(options)).write.parquet(_on_disk(written))
    return checked(collected(sorted(written.glob("*.parquet")), options), corpus, folder)


@contextmanager
def _java_ends_with_us() -> Iterator[None]:
    """End the Java that was started for this session where we are interrupted: it would work on without us."""
    try:
        yield
    except KeyboardInterrupt:
        from pyspark import SparkContext  # noqa: PLC0415 - an extra

        java = getattr(getattr(SparkContext, "_gateway", None), "proc", None)
        if java is not None:  # that of `spark-submit` is not ours
            java.kill()
        raise


@contextmanager
def _interrupted_later() -> Iterator[None]:
    """Hold Ctrl-C back: a Java whose start is interrupted is known to nobody, and stays."""
    if current_thread() is not main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


def _session() -> Any:
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra
    except ImportError:
        raise NoSparkError("pyspark is not installed") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # local workers have what this interpreter has
    try:
        with _interrupted_later():
            session = SparkSession.builder.appName("provenance corpus trace").getOrCreate()
    except Exception as error:  # noqa: BLE001 - Java's own are not Python's
        raise NoSparkError(str(error).splitlines()[0] if str(error) else type(error).__name__) from None
    session.sparkContext.setLogLevel("ERROR")
    return session


def _on_disk(path: Path) -> str:
    """Name a file of this disk, whatever file system Spark's settings have as the usual one; Hadoop decodes nothing."""
    return f"file://{path.resolve().as_posix()}"


def _plain(name: str) -> str:
    """Escape what Hadoop takes for a pattern."""
    return re.sub(r"([\\*?\[\]{}])", r"\\\1", name)


def _on_each(function: Function, options: Options) -> Callable[[Batches], Iterator["pa.RecordBatch"]]:
    """Bind the options by their plain values: what Spark sends to its workers is pickled."""
    given = json.dumps([options.as_of, options.full])

    def on_each(batches: Batches) -> Iterator["pa.RecordBatch"]:
        as_of, full = json.loads(given)
        return function(batches, Options(as_of=as_of, full=full))

    return on_each


def _declared(options: Options) -> str:
    """Give the columns as Spark declares them."""
    kinds = {"int64": "bigint", "bool": "boolean", "string": "string"}
    return ", ".join(f"`{field.name}` {kinds[str(field.type)]}" for field in schema(options))
