"""All claims of a corpus traced on this machine: a process for each core over the buckets, resumable."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from provenance.corpus.engine import trace_batches
from provenance.corpus.rejecting import CorpusError
from provenance.corpus.rows import COLUMNS, Options, schema, sort_key
from provenance.corpus.store import BUCKETS, FORMAT, bucket_paths, read_batches, read_manifest
from provenance.corpus.working import Worker, work
from provenance.packing import FORMAT as PACKING
from provenance.program import made_by

if TYPE_CHECKING:
    import pyarrow as pa

ANSWERS = "answers"
_ROWS_AT_ONCE = 16
_TRACERS = ("", "corpus", "trace")


def trace_corpus(corpus: Path, options: Options, processes: int, advance: Callable[[int, int], None]) -> "pa.Table":
    """Give one row for each claim, sorted by what needs a person.

    What a killed run had done is kept below CORPUS/answers, and not done again. Raises CorpusError for what is no
    corpus.
    """
    with kept_answers(answers_folder(corpus, options)) as folder:
        return _answered(corpus, folder, options, processes, advance)


@contextmanager
def kept_answers(folder: Path) -> Iterator[Path]:
    """Make the folder of answers, without what killed processes left there; where that cannot be, give one for now."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob(".*.part"):
            if not _is_being_written(path):
                path.unlink(missing_ok=True)
        writable = os.access(folder, os.W_OK)
    except OSError:
        writable = False
    if writable:
        yield folder
        return
    with TemporaryDirectory(prefix="provenance-") as temporary:
        yield Path(temporary)


def _is_being_written(path: Path) -> bool:
    """Tell whether the process in the file's name still runs; where that cannot be asked, it is taken to."""
    if os.name != "posix":  # elsewhere the question ends the process
        return True
    try:
        os.kill(int(path.name.split(".")[-2]), 0)
    except ProcessLookupError:
        return False
    except (ValueError, OverflowError, OSError):
        return True
    return True


def _answered(
    corpus: Path, folder: Path, options: Options, processes: int, advance: Callable[[int, int], None]
) -> "pa.Table":
    missing = [path.name for path in bucket_paths(corpus) if not _is_whole(folder / path.name)]
    work(Worker(_trace_bucket, str(corpus), str(folder), options), missing, processes, advance)
    paths = [folder / path.name for path in bucket_paths(corpus)]
    return checked(collected(paths, options), corpus, folder)


def answers_folder(corpus: Path, options: Options, engine: str = "") -> Path:
    """Give the folder of the answers to these options on this very corpus by this very program."""
    told = read_manifest(corpus).text.encode()
    asked = (made_by(*_TRACERS), FORMAT, PACKING, COLUMNS, engine, options.as_of, options.full, _size(corpus))
    return corpus / ANSWERS / blake2b(repr(asked).encode() + told, digest_size=8).hexdigest()


def checked(table: "pa.Table", corpus: Path, folder: Path) -> "pa.Table":
    """Give a table of answers that has a row for each claim. Raises CorpusError, and forgets them, where it has not."""
    claims = read_manifest(corpus).counts.get("claims")
    if table.num_rows != claims:
        shutil.rmtree(folder, ignore_errors=True)
        raise CorpusError(f"there are answers for {table.num_rows:,} of {claims:,} claims: run the same command again")
    return table


def collected(paths: list[Path], options: Options) -> "pa.Table":
    """Give the rows of several files as one table, sorted."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    columns = schema(options)
    tables = [pq.read_table(path, schema=columns, memory_map=True) for path in paths]
    whole = pa.concat_tables(tables) if tables else columns.empty_table()
    keys = whole.select(["status", "supporting", "claim"]).to_pylist()
    order = sorted(range(len(keys)), key=lambda at: sort_key(keys[at]))
    return whole.take(pa.array(order, pa.int64())).combine_chunks()


def _is_whole(path: Path) -> bool:
    """Tell whether the answers of a bucket are there and can be read; a file that cannot is made anew."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        pq.read_table(path)
    except (pa.ArrowException, OSError):
        return False
    return True


def _size(corpus: Path) -> list[tuple[str, int, int]]:
    """Tell buckets apart that were made anew: by name, size and time."""
    found = [(path.name, path.stat()) for path in bucket_paths(corpus)]
    return [(name, told.st_size, told.st_mtime_ns) for name, told in found]


def _trace_bucket(corpus: str, folder: str, options: Options, name: str) -> None:
    """Write the answers of one bucket, whole or not at all."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    target = Path(folder) / name
    temporary = target.with_name(f".{name}.{os.getpid()}.part")
    with pq.ParquetWriter(temporary, schema(options), compression="zstd") as writer:
        for batch in trace_batches(read_batches(Path(corpus) / BUCKETS / name, _ROWS_AT_ONCE), options):
            writer.write_batch(batch)
    os.replace(temporary, target)  # noqa: PTH105
