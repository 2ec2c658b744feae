"""Table files: which there are, and their rows in batches."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.corpus.columns import SCHEMA, TABLES, Column, Holds
from provenance.corpus.rejecting import CorpusError, MissingPackageError, Reject, shortened

if TYPE_CHECKING:
    import pyarrow as pa

SUFFIXES = (".parquet", ".csv", ".jsonl")
ROWS_AT_ONCE = 1 << 17
"""How many rows are in memory at a time."""

_LONGEST_CELL = 1 << 24
_NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_FLAGS = {"true": True, "false": False}

Row = tuple[int, dict[str, Any]]
"""The number of a row, from 1, and its cells."""


class TableFile(NamedTuple):
    """A file that holds (a part of) a table; `name` is its path within the folder."""

    table: str
    path: str
    name: str


class CellError(Exception):
    """A cell does not hold what its column does."""


def require_arrow() -> None:
    """Raise MissingPackageError where the extra is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingPackageError from None
    pa.set_cpu_count(1)  # a process per core is what we use instead


def find_tables(folder: Path) -> list[TableFile]:
    """List the table files of a folder, in the order of the tables and then by name.

    Raises CorpusError where `tables.json` names another version.
    """
    _check_version(folder)
    found = []
    for table in TABLES:
        paths = [folder / f"{table}{suffix}" for suffix in SUFFIXES]
        paths += [path for suffix in SUFFIXES for path in folder.glob(f"{table}-*{suffix}")]
        paths += [path for path in (folder / table).glob("*") if path.suffix in SUFFIXES]
        names = sorted(path.relative_to(folder).as_posix() for path in paths if path.is_file())
        found += [TableFile(table, str(folder / name), name) for name in names]
    return found


def _check_version(folder: Path) -> None:
    path = folder / "tables.json"
    if not path.is_file():
        return
    try:
        version = json.loads(path.read_text(encoding="utf-8"))["schema"]
    except (OSError, ValueError, LookupError, TypeError):
        raise CorpusError(f"'{path}' does not say `schema`") from None
    _refuse_other(str(path), version)


def _refuse_other(path: str, version: object) -> None:
    if version != SCHEMA:
        raise CorpusError(f"'{path}' is of the version '{version}'; this program reads '{SCHEMA}'")


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
        _refuse_other(file.path, version.decode("utf-8", "replace"))
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
        yield from _parquet_batches(file, list(groups), first)
    else:
        yield from _text_batches(file, rejects)


def rows(file: TableFile, rejects: list[Reject]) -> Iterator[Row]:
    """Give the rows of a file that is held in memory."""
    if not file.path.endswith(".parquet"):
        yield from _typed_rows(file, rejects)
        return
    for batch in _parquet_batches(file, list(range(len(row_groups(file)))), 1):
        for cells in batch.to_pylist():
            yield cells.pop("row"), cells


def _parquet_batches(file: TableFile, groups: list[int], first: int) -> Iterator["pa.RecordBatch"]:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    schema = arrow_schema(file.table)
    with _parquet(file) as parquet:
        _check_columns(file, parquet.schema_arrow.names)
        try:
            for batch in parquet.iter_batches(batch_size=ROWS_AT_ONCE, row_groups=groups, use_threads=False):
                yield _cast(file, batch, schema, first)
                first += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            raise CorpusError(f"'{file.path}' cannot be read: {error}") from None


def _cast(file: TableFile, batch: "pa.RecordBatch", schema: "pa.Schema", first: int) -> "pa.RecordBatch":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    columns = []
    for field in schema:
        found = batch.column(field.name) if field.name in batch.schema.names else pa.nulls(batch.num_rows, field.type)
        try:
            columns.append(found if found.type == field.type else found.cast(field.type))
        except pa.ArrowException:
            raise CorpusError(
                f"'{file.path}': the column '{field.name}' holds {found.type}; it has to be {field.type}"
            ) from None
        try:
            columns[-1].validate(full=True)  # a Parquet file can call any bytes text
        except pa.ArrowException:
            raise CorpusError(f"'{file.path}': the column '{field.name}' holds text that is not UTF-8") from None
    numbers = pa.array(range(first, first + batch.num_rows), pa.int64())
    return pa.record_batch([*columns, numbers], schema=schema.append(pa.field("row", pa.int64())))


def _check_columns(file: TableFile, names: Iterable[str]) -> None:
    known = [column.name for column in TABLES[file.table]]
    for name in names:
        if name not in known:
            raise CorpusError(
                f"'{file.path}': the table {file.table} has no column '{name}'; it has {', '.join(known)}"
            )
    for column in TABLES[file.table]:
        if column.needed and column.name not in names:
            raise CorpusError(f"'{file.path}': the table {file.table} needs the column '{column.name}'")


def _text_batches(file: TableFile, rejects: list[Reject]) -> Iterator["pa.RecordBatch"]:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    schema = arrow_schema(file.table).append(pa.field("row", pa.int64()))
    names = [column.name for column in TABLES[file.table]]
    held: list[list[Any]] = []

    def batch() -> "pa.RecordBatch":
        columns = list(zip(*held, strict=True))
        return pa.record_batch([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)

    for row, cells in _typed_rows(file, rejects):
        held.append([*(cells.get(name) for name in names), row])
        if len(held) == ROWS_AT_ONCE:
            yield batch()
            held.clear()
    if held:
        yield batch()


def _typed_rows(file: TableFile, rejects: list[Reject]) -> Iterator[Row]:
    columns = {column.name: column for column in TABLES[file.table]}
    read = _csv_rows if file.path.endswith(".csv") else _json_rows
    for row, cells in read(file):
        try:
            yield row, _typed(columns, cells)
        except CellError as error:
            values = {str(name): cell for name, cell in cells.items()} if isinstance(cells, dict) else {}
            rejects.append(Reject(file.table, file.name, row, "wrong-type", str(error), shortened(values)))


def _csv_rows(file: TableFile) -> Iterator[tuple[int, Any]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with Path(file.path).open(encoding="utf-8-sig", newline="") as text:
            reader = csv.reader(text, strict=True)
            names = next(reader, [])
            _check_columns(file, names)
            for row, cells in enumerate(reader, 1):
                if cells:
                    wrong = len(cells) != len(names)
                    yield (
                        row,
                        f"{len(cells)} cells, {len(names)} columns" if wrong else dict(zip(names, cells, strict=True)),
                    )
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise CorpusError(f"'{file.path}' cannot be read: {error}") from None


def _json_rows(file: TableFile) -> Iterator[tuple[int, Any]]:
    try:
        with Path(file.path).open(encoding="utf-8-sig", newline="\n") as text:
            for row, line in enumerate(text, 1):
                if line.strip():
                    yield row, _json(line)
    except (UnicodeDecodeError, OSError) as error:
        raise CorpusError(f"'{file.path}' cannot be read: {error}") from None


def _json(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return "this line is no JSON"


def _typed(columns: Mapping[str, Column], cells: Any) -> dict[str, Any]:
    if not isinstance(cells, dict):
        raise CellError(cells if isinstance(cells, str) else "a row is a JSON object")
    unknown = next((name for name in cells if name not in columns), None)
    if unknown is not None:
        raise CellError(f"there is no column '{unknown}'")
    return {name: _cell(columns[name], cell) for name, cell in cells.items() if cell is not None and cell != ""}


def _cell(column: Column, cell: Any) -> Any:
    match column.holds:
        case Holds.TEXT:
            found = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
            if not isinstance(cell, (str, dict, list)) or _has_surrogate(found):
                raise CellError(f"`{column.name}` has to be text")
            return found
        case Holds.TEXTS:
            return _texts(column.name, cell)
        case Holds.NUMBER:
            return _number(column.name, cell)
        case Holds.FLAG:
            flag = _FLAGS.get(cell.lower()) if isinstance(cell, str) else cell
            if not isinstance(flag, bool):
                raise CellError(f"`{column.name}` has to be true or false")
            return flag


def _texts(name: str, cell: Any) -> list[str]:
    found = _json(cell) if isinstance(cell, str) and cell.startswith("[") else [cell]
    found = cell if isinstance(cell, list) else found
    if not isinstance(found, list) or not all(isinstance(one, str) and not _has_surrogate(one) for one in found):
        raise CellError(f"`{name}` has to be a list of texts")
    return found


def _number(name: str, cell: Any) -> int:
    if isinstance(cell, str) and _NUMBER.fullmatch(cell.strip()):
        return int(cell)
    if isinstance(cell, bool) or not isinstance(cell, int) or abs(cell) >= 1 << 63:
        raise CellError(f"`{name}` has to be a whole number")
    return cell


def _has_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text)
