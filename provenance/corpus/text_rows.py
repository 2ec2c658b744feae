"""Rows of text tables, CSV and JSON Lines, each cell as its column wants it."""

import csv
import difflib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from provenance.corpus.columns import TABLES, Column, Holds
from provenance.corpus.finding import TableFile
from provenance.corpus.rejecting import CorpusError, Reject, shortened

Row = tuple[int, dict[str, Any]]
"""The number of a row, from 1, and its cells."""

_LONGEST_CELL = 1 << 24
_NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_FLAGS = {"true": True, "false": False}
_OF_IDS = ("stronger_than", "part_of", "could_confirm", "same_as", "reported_by", "between")
"""Lists of ids: text with a comma or a blank in it is none."""
_OF_JSON = ("details", "cites")
"""Texts that hold JSON; in JSON Lines they may be what they hold."""


class CellError(Exception):
    """A cell does not hold what its column does."""


class _Unusable(NamedTuple):
    """What stands in place of a row, and why it is none."""

    reason: str
    cells: dict[str, Any]


def text_rows(file: TableFile, rejects: list[Reject]) -> Iterator[Row]:
    """Give the rows that can be used; blank ones are passed over. Raises CorpusError where this is no such table."""
    columns = {column.name: column for column in TABLES[file.table]}
    read = _csv_rows if file.path.endswith(".csv") else _json_rows
    for row, cells in read(file):
        try:
            yield row, _typed(columns, cells)
        except CellError as error:
            values = cells.cells if isinstance(cells, _Unusable) else {str(name): cell for name, cell in cells.items()}
            rejects.append(Reject(file.table, file.name, row, "wrong-type", str(error), shortened(values)))


def check_columns(file: TableFile, names: Sequence[str]) -> None:
    """Raise CorpusError where the columns of a file are not those of its table, each once."""
    known = [column.name for column in TABLES[file.table]]
    twice = next((name for name, count in Counter(names).items() if count > 1 and name), None)
    if twice is not None:
        raise CorpusError(f"'{file.path}' has the column '{twice}' twice")
    if names and (not names[0].strip() or names[-1].startswith("__index_level_")):
        raise CorpusError(f"'{file.path}' has an index, which is no column: write it without (in pandas, index=False)")
    for name in names:
        if name not in known:
            raise CorpusError(f"'{file.path}': {_of_column(file.table, name, known)}")
    for column in TABLES[file.table]:
        if column.needed and column.name not in names:
            raise CorpusError(f"'{file.path}': the table {file.table} needs the column '{column.name}'")


def _of_column(table: str, name: str, known: list[str]) -> str:
    if not name.strip():
        return "a column has no name: is there a comma too many at the end of the first line?"
    if "\0" in name:
        return "this is not UTF-8 (it may be UTF-16): save it as CSV UTF-8"
    for sign, called in ((";", "semicolons"), ("\t", "tabs")):
        if sign in name:
            return f"the columns are separated by {called}: save it with commas (CSV UTF-8)"
    meant = difflib.get_close_matches(name.strip().lower(), known, n=1)
    hint = f"did you mean '{meant[0]}'? It has" if meant else "it has"
    return f"the table {table} has no column '{name}'; {hint} {', '.join(known)}"


def _csv_rows(file: TableFile) -> Iterator[tuple[int, Any]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = None
    try:
        with Path(file.path).open(encoding="utf-8-sig", newline="") as text:
            reader = csv.reader(text, strict=True)
            names = next(reader, None)
            if names is None:
                raise CorpusError(f"'{file.path}' is empty: its first line has to name the columns")
            check_columns(file, names)
            for row, cells in enumerate(reader, 1):
                if len(cells) == len(names):
                    if any(cells):
                        yield row, dict(zip(names, cells, strict=True))
                elif any(cells):
                    yield row, _Unusable(f"{len(cells)} cells, {len(names)} columns", _numbered(cells))
    except UnicodeDecodeError:
        raise _not_utf8(file) from None
    except csv.Error as error:
        line = f", line {reader.line_num}" if reader is not None else ""
        raise CorpusError(f"'{file.path}'{line}: {error}; a quoted cell may not be closed") from None
    except OSError as error:
        raise CorpusError(f"'{file.path}' cannot be read: {(error.strerror or str(error)).lower()}") from None


def _numbered(cells: list[str]) -> dict[str, Any]:
    return {f"cell {number}": cell for number, cell in enumerate(cells, 1)}


def _not_utf8(file: TableFile) -> CorpusError:
    with Path(file.path).open("rb") as lines:
        where = next((number for number, line in enumerate(lines, 1) if not _is_utf8(line)), 1)
        lines.seek(0)
        what = "UTF-16" if lines.read(2) in (b"\xff\xfe", b"\xfe\xff") else f"line {where:,} is no UTF-8"
    return CorpusError(f"'{file.path}' is not UTF-8 ({what}): save it as {_wanted(file)}")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wanted(file: TableFile) -> str:
    return "CSV UTF-8" if file.path.endswith(".csv") else "UTF-8"


def _json_rows(file: TableFile) -> Iterator[tuple[int, Any]]:
    try:
        with Path(file.path).open(encoding="utf-8-sig", newline="\n") as text:
            for row, line in enumerate(text, 1):
                if line.strip():
                    yield row, _json_row(line)
    except UnicodeDecodeError:
        raise _not_utf8(file) from None
    except OSError as error:
        raise CorpusError(f"'{file.path}' cannot be read: {(error.strerror or str(error)).lower()}") from None


def _json_row(line: str) -> Any:
    try:
        found = json.loads(line, object_pairs_hook=_once_each)
    except CellError as error:
        return _Unusable(str(error), {"line": line.strip()})
    except (ValueError, RecursionError):
        return _Unusable("this line is no JSON", {"line": line.strip()})
    return found if isinstance(found, dict) else _Unusable("a row is a JSON object", {"line": line.strip()})


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise CellError(f"the key '{twice}' stands there twice")
    return found


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _typed(columns: Mapping[str, Column], cells: Any) -> dict[str, Any]:
    if isinstance(cells, _Unusable):
        raise CellError(cells.reason)
    unknown = next((name for name in cells if name not in columns), None)
    if unknown is not None:
        raise CellError(f"there is no column '{unknown}'")
    typed = ((name, typed_cell(columns[name], cell)) for name, cell in cells.items())
    return {name: cell for name, cell in typed if cell is not None}


def typed_cell(column: Column, cell: Any) -> Any:
    """Give a cell as its column wants it, None where it is empty. Raises CellError."""
    if cell is None or cell == "":
        return None
    match column.holds:
        case Holds.TEXT:
            return _text(column.name, cell)
        case Holds.TEXTS:
            return _texts(column.name, cell)
        case Holds.NUMBER:
            return _number(column.name, cell)
        case Holds.FLAG:
            flag = _FLAGS.get(cell.lower()) if isinstance(cell, str) else cell
            if not isinstance(flag, bool):
                raise CellError(f"`{column.name}` has to be true or false")
            return flag


def _text(name: str, cell: Any) -> str:
    if name in _OF_JSON and isinstance(cell, (dict, list)):
        cell = json.dumps(cell, ensure_ascii=False)
    if not isinstance(cell, str) or _has_surrogate(cell):
        raise CellError(f"`{name}` has to be text")
    return cell


def _texts(name: str, cell: Any) -> list[str]:
    found = _json(cell) if isinstance(cell, str) and cell.startswith("[") else [cell]
    if name in _OF_IDS and isinstance(cell, str) and not cell.startswith("[") and re.search(r"[,;|\s]", cell.strip()):
        raise CellError(f'`{name}` holds several ids: write them as a JSON array, as in ["one", "two"]')
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
