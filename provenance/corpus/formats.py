"""The rows of table files, in batches."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.corpus.arrow_types import fits, is_text
from provenance.corpus.columns import SCHEMA, TABLES, Column, Holds
from provenance.corpus.finding import TableFile, refuse_other
from provenance.corpus.rejecting import CorpusError, MissingPackageError, Reject, shortened
from provenance.corpus.text_rows import CellError, Row, check_columns, text_rows, typed_cell

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 1 << 17
"""How many rows are in memory at a time."""


def require_arrow() -> None:
    """Raise MissingPackageError where the extra is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingPackageError from None
    pa.set_cpu_count(1)  # a process per core is what we use instead


def row_count(file: TableFile) -> int:
    """Give how many rows a file has; of text files an estimate by their size."""
    if not file.path.endswith(".parquet"):
        return Path(file.path).stat().st_size // 60 + 1
    with _parquet(file) as parquet:
        return int(parquet.metadata.num_rows)


def row_groups(file: TableFile) -> list[int]:
    """Give the rows of each row group of a Parquet file; a text file is one group."""
    if not file.path.endswith(".parquet"):
        return [0]
    with _parquet(file) as parquet:
        return [parquet.metadata.row_group(number).num_rows for number in range(parquet.num_row_groups)]


def _parquet(file: TableFile) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        parquet = pq.ParquetFile(file.path, memory_map=True)
    except (pa.ArrowException, OSError) as error:
        raise CorpusError(f"'{file.path}' is no Parquet file: {error}") from None
    version = (parquet.schema_arrow.metadata or {}).get(b"provenance")
    if version is not None:
        refuse_other(file.path, version.decode("utf-8", "replace"))
    return parquet


def arrow_schema(table: str) -> "pa.Schema":
    """Give the Arrow columns of a table."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    types = {
        Holds.TEXT: pa.string(),
        Holds.TEXTS: pa.list_(pa.string()),
        Holds.NUMBER: pa.int64(),
        Holds.FLAG: pa.bool_(),
    }
    fields = [pa.field(column.name, types[column.holds]) for column in TABLES[table]]
    return pa.schema(fields, metadata={"provenance": SCHEMA})


def batches(file: TableFile, groups: Iterable[int], first: int, rejects: list[Reject]) -> Iterator["pa.RecordBatch"]:
    """Give rows of a file as batches with all columns of its table and `row`; `first` is the number of the first row.

    Raises CorpusError for a file that cannot be read.
    """
    if file.path.endswith(".parquet"):
        yield from _parquet_batches(file, list(groups), first, rejects)
    else:
        yield from _text_batches(file, rejects)


def rows(file: TableFile, rejects: list[Reject]) -> Iterator[Row]:
    """Give the rows of a file that is held in memory."""
    if not file.path.endswith(".parquet"):
        yield from text_rows(file, rejects)
        return
    for batch in _parquet_batches(file, list(range(len(row_groups(file)))), 1, rejects):
        for cells in batch.to_pylist():
            yield cells.pop("row"), cells


def _parquet_batches(
    file: TableFile, groups: list[int], first: int, rejects: list[Reject]
) -> Iterator["pa.RecordBatch"]:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    schema = arrow_schema(file.table)
    with _parquet(file) as parquet:
        check_columns(file, parquet.schema_arrow.names)
        try:
            for batch in parquet.iter_batches(batch_size=ROWS_AT_ONCE, row_groups=groups, use_threads=False):
                wrong: dict[int, str] = {}
                yield _usable(file, _cast(file, batch, schema, first, wrong), wrong, rejects)
                first += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            raise CorpusError(f"'{file.path}' cannot be read: {error}") from None


def _cast(
    file: TableFile, batch: "pa.RecordBatch", schema: "pa.Schema", first: int, wrong: dict[int, str]
) -> "pa.RecordBatch":
    """Give all columns of the table; a column of what a cast would bend is refused, text is read as in CSV."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    columns = []
    for column, field in zip(TABLES[file.table], schema, strict=True):
        found = pa.nulls(batch.num_rows, field.type)
        if field.name in batch.schema.names and batch.column(field.name).null_count < batch.num_rows:
            found = batch.column(field.name)
        try:
            if not fits(column.holds, found.type):
                raise pa.ArrowInvalid
            if column.holds is not Holds.TEXT and is_text(found.type):
                found = pa.array(_read_as_text(column, found.cast(pa.string()), wrong), field.type)
            columns.append(found if found.type == field.type else found.cast(field.type))
        except (pa.ArrowException, UnicodeDecodeError):
            words = f"the column '{field.name}' holds {found.type}; it has to be {field.type}"
            raise CorpusError(f"'{file.path}': {words}") from None
    numbers = pa.array(range(first, first + batch.num_rows), pa.int64())
    return pa.record_batch([*columns, numbers], schema=schema.append(pa.field("row", pa.int64())))


def _read_as_text(column: Column, found: "pa.Array", wrong: dict[int, str]) -> Iterator[Any]:
    for row, cell in enumerate(found):
        try:
            yield typed_cell(column, cell.as_py())
        except UnicodeDecodeError:
            wrong[row] = f"`{column.name}` is not UTF-8"
            yield None
        except CellError as error:
            wrong[row] = str(error)
            yield None


def _usable(file: TableFile, batch: "pa.RecordBatch", wrong: dict[int, str], rejects: list[Reject]) -> "pa.RecordBatch":
    """Give the rows whose cells are text and lists of texts; an empty text is no cell, as in CSV."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.compute as pc  # noqa: PLC0415

    columns = []
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            column.validate(full=True)
        except pa.ArrowInvalid:
            wrong |= dict.fromkeys(_not_utf8(column), f"`{name}` is not UTF-8")
            columns.append(column)
            continue
        if pa.types.is_string(column.type):
            empty = pc.equal(column, "")
            columns.append(pc.if_else(empty, pa.scalar(None, pa.string()), column) if pc.any(empty).as_py() else column)
            continue
        if pa.types.is_list(column.type) and column.flatten().null_count:
            holed = (row for row, cell in enumerate(column.to_pylist()) if cell is not None and None in cell)
            wrong |= dict.fromkeys(holed, f"`{name}` has to be a list of texts")
        columns.append(column)
    whole = pa.record_batch(columns, schema=batch.schema)
    if not wrong:
        return whole
    numbers = batch.column("row")
    rejects += [
        Reject(file.table, file.name, numbers[row].as_py(), "wrong-type", reason, shortened(_shown(batch, row)))
        for row, reason in sorted(wrong.items())
    ]
    kept = [row for row in range(batch.num_rows) if row not in wrong]
    return whole.take(pa.array(kept, pa.int64()))


def _shown(batch: "pa.RecordBatch", row: int) -> dict[str, Any]:
    """Give the cells of a row as far as they can be read."""
    found: dict[str, Any] = {}
    for name in batch.schema.names:
        if name != "row":
            with suppress(UnicodeDecodeError):
                found[name] = batch.column(name)[row].as_py()
    return found


def _not_utf8(column: "pa.Array") -> Iterator[int]:
    """Give the rows of a column of texts, or of lists of texts, that hold what is no UTF-8."""
    for row in range(len(column)):
        try:
            column[row].as_py()
        except UnicodeDecodeError:
            yield row


def _text_batches(file: TableFile, rejects: list[Reject]) -> Iterator["pa.RecordBatch"]:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    schema = arrow_schema(file.table).append(pa.field("row", pa.int64()))
    names = [column.name for column in TABLES[file.table]]
    held: list[list[Any]] = []

    def batch() -> "pa.RecordBatch":
        columns = list(zip(*held, strict=True))
        return pa.record_batch([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)

    for row, cells in text_rows(file, rejects):
        held.append([*(cells.get(name) for name in names), row])
        if len(held) == ROWS_AT_ONCE:
            yield batch()
            held.clear()
    if held:
        yield batch()
