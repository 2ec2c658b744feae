"""Tables written into a folder, as Parquet, CSV or JSON Lines."""

import json
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from provenance.corpus.columns import TABLES
from provenance.corpus.formats import ROWS_AT_ONCE, arrow_schema

_TO_QUOTE = re.compile(r'[",\r\n]|^\s|\s$')


class TableWriter:
    """Writes tables into a folder, rows as they come; a table without rows is not written."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder = folder
        self._suffix = suffix
        self._stack = ExitStack()
        self._writers: dict[str, Any] = {}
        self._held: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for table in self._held:
            self._flush(table)
        self._stack.close()

    def add(self, table: str, cells: dict[str, Any]) -> None:
        """Write one row."""
        held = self._held.setdefault(table, [])
        held.append(cells)
        if len(held) >= ROWS_AT_ONCE // 4:
            self._flush(table)

    def add_none(self, table: str) -> None:
        """Write a table, with or without rows."""
        self._held.setdefault(table, [])

    def _flush(self, table: str) -> None:
        held = self._held[table]
        if table not in self._writers:
            self._writers[table] = self._opened(table)
        self._writers[table](held)
        held.clear()

    def _opened(self, table: str) -> Any:
        path = self._folder / f"{table}{self._suffix}"
        if self._suffix == ".parquet":
            return _parquet_writer(self._stack, path, table)
        file = self._stack.enter_context(path.open("w", encoding="utf-8", newline=""))
        names = [column.name for column in TABLES[table]]
        if self._suffix == ".jsonl":
            return lambda held: file.writelines(_json_line(row) for row in held)
        file.write(",".join(names) + "\n")
        return lambda held: file.writelines(_csv_line(row.get(name) for name in names) for row in held)


def _parquet_writer(stack: ExitStack, path: Path, table: str) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = arrow_schema(table)
    writer = stack.enter_context(pq.ParquetWriter(path, schema, compression="zstd"))
    return lambda held: writer.write_table(pa.Table.from_pylist(held, schema=schema))


def _json_line(row: dict[str, Any]) -> str:
    return json.dumps({name: cell for name, cell in row.items() if cell is not None}, ensure_ascii=False) + "\n"


def _csv_line(cells: Iterable[Any]) -> str:
    """Write one row; the writer of `csv` puts no quotes around a carriage return where lines end without one."""
    return ",".join(_quoted(_csv_cell(cell)) for cell in cells) + "\n"


def _quoted(cell: Any) -> str:
    text = "" if cell is None else str(cell)
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def _csv_cell(cell: Any) -> Any:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, list) else cell
