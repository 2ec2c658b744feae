"""CSV text -> rows by column name, each with its line. Separator, quotes and line breaks as spreadsheets write them."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from provenance.draft.problems import UnreadableError, missing_column, no_csv
from provenance.limits import CELLS, COLUMNS
from provenance.problems import Place, Problem
from provenance.read.wording import shortened
from provenance.value import value

_SEPARATORS = ",;\t|"


@value
class TableRow:
    """A row: its first line, its cells by column name in lower case, and cells that no column names."""

    line: int
    cells: dict[str, str]
    extra: tuple[str, ...] = ()


@value
class Table:
    """A table: its file, its column names in lower case, and its rows; blank cells and rows are left out."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def where(self, row: TableRow) -> str:
        """Say where a row stands."""
        return f"{self.file}:{row.line}"


def read_table(text: str, file: str) -> Table:
    """Read a table whose first row names its columns. Raises UnreadableError."""
    text = text.removeprefix("\ufeff")
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = _rows(text, file)
    head_line, head = next(rows, (1, []))
    columns = tuple(" ".join(name.casefold().split()) for name in head)
    faults = _faults(columns, Place(file, head_line, 1), text.split("\n", 1)[0][:500])
    if faults:
        raise UnreadableError(*faults)
    return Table(file=file, columns=columns, rows=tuple(_row(columns, line, cells) for line, cells in rows))


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not blank, each with its first line."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    cells, most = 0, CELLS.now()
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            reason = "a quotation mark is never closed" if "end of data" in str(error) else str(error)
            hint = 'inside quotation marks write "" for a quotation mark'
            raise UnreadableError(no_csv(Place(file, line, 1), f"this row cannot be read: {reason}", hint)) from None
        cells += len(row)
        if cells > most:
            message = f"this table has more than {CELLS.shown(most)}"
            raise UnreadableError(no_csv(Place(file, line, 1), message, f"split it, {CELLS.raised}"))
        if any(cell.strip() for cell in row):
            yield line, row


def _separator(text: str) -> str:
    """Give the separator of the first row: the one that makes the most columns of it."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = {sign: first.count(sign) for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: counts[sign])


def _faults(columns: tuple[str, ...], place: Place, excerpt: str) -> list[Problem]:
    if not any(columns):
        return [missing_column(place, "this table has no row", "its first row names the columns")]
    if len(columns) > COLUMNS.now():
        message = f"this table has more than {COLUMNS.shown(COLUMNS.now())}"
        return [no_csv(place, message, f"split it, {COLUMNS.raised}")]
    twice = sorted(name for name, times in Counter(columns).items() if name and times > 1)
    return [
        no_csv(place, f"two columns are named '{shortened(name)}'", "rename one of them", excerpt) for name in twice
    ]


def _row(columns: tuple[str, ...], line: int, cells: list[str]) -> TableRow:
    named = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name and cell.strip()}
    nameless = [cell for name, cell in zip(columns, cells, strict=False) if not name]
    extra = tuple(cell.strip() for cell in (*nameless, *cells[len(columns) :]) if cell.strip())
    return TableRow(line=line, cells=named, extra=extra)
