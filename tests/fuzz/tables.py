"""Tables for `corpus import`: any bytes are refused with a message, or every row is in the corpus or among the rejects."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from provenance.corpus.columns import STREAMED, TABLES
from provenance.corpus.exporting import FORMATS, export_corpus
from provenance.corpus.finding import find_tables
from provenance.corpus.finishing import Imported
from provenance.corpus.formats import rows
from provenance.corpus.from_workspace import import_workspace
from provenance.corpus.importing import import_tables
from provenance.corpus.rejecting import CorpusError, Reject
from provenance.read import load
from tests.cli.test_hostile import acting
from tests.corpus.carried import contents, families, rejects
from tests.fuzz.promises import answered, parts

_LONGEST = 64
"""How many rows of a table are made of one column, at most."""

_USED = "the row is used without"
"""What a reject says where only a part of its row was left out."""

_FEW = 8
"""Up to how many families are taken out and in again in every format."""

_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "large": pa.large_string(),
    "bytes": pa.binary(),
    "number": pa.int64(),
    "small": pa.uint8(),
    "real": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.date32(),
    "none": pa.null(),
    "texts": pa.list_(pa.string()),
    "numbers": pa.list_(pa.int64()),
    "pairs": pa.map_(pa.string(), pa.string()),
    "of": pa.struct([("a", pa.string())]),
    "names": pa.dictionary(pa.int32(), pa.string()),
}


def corpus(data: bytes, suffix: str) -> bool:
    """Import tables, each below its line `%% reports`, and take them out and in again. Tells whether one was taken."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for table, body in parts(data, "reports").items():
            if table in TABLES:
                (folder / "in" / f"{table}{suffix}").write_bytes(body)
        return _carried(folder)


def parquet(data: bytes) -> bool:
    """Import Parquet files, as they are or made of columns: `NAME TYPE VALUES`, the values a JSON list."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for table, body in parts(data, "reports").items():
            if table in TABLES:
                path = folder / "in" / f"{table}.parquet"
                if body.startswith(b"PAR1") or not _made(body, path):
                    path.write_bytes(body)
        return _carried(folder)


def _made(body: bytes, path: Path) -> bool:
    """Write a table of columns; False where it says none that Arrow can make."""
    columns: dict[str, pa.Array] = {}
    for line in body.decode("utf-8", "replace").splitlines():
        name, _, rest = line.partition(" ")
        kind, _, values = rest.partition(" ")
        try:
            columns[name] = _column(kind, json.loads(values)[:_LONGEST])
        except (ValueError, LookupError, TypeError, RecursionError, pa.ArrowException, OverflowError):
            return False
    longest = max(map(len, columns.values()), default=0)
    if not columns or any(len(column) != longest for column in columns.values()):
        return False
    pq.write_table(pa.table(columns), path)
    return True


def _column(kind: str, values: list[Any]) -> pa.Array:
    """Make a column; one of `raw` is said to be text and holds the bytes that the signs below 256 stand for."""
    if kind == "raw":
        made = pa.array(
            [None if each is None else str(each).encode("latin-1", "replace") for each in values], pa.binary()
        )
        return pa.Array.from_buffers(pa.string(), len(made), made.buffers())
    return pa.array(values, _TYPES[kind])


def _carried(folder: Path) -> bool:
    try:
        done = import_tables(folder / "in", folder / "corpus", processes=1)
    except CorpusError:
        return False
    refused = rejects(folder / "corpus")
    assert done.rejected == len(refused)
    assert all(each["reason"] and each["code"] and each["row"] > 0 for each in refused)
    assert acting((folder / "corpus" / "rejects.jsonl").read_text(encoding="utf-8")) == set()
    _counted(folder / "in", done, refused)
    before = families(folder / "corpus")
    for family in before.values():
        answered(family.workspace())
    for form in FORMATS if len(before) < _FEW else ("jsonl",):
        out, again = folder / f"out-{form}", folder / f"again-{form}"
        export_corpus(folder / "corpus", out, form)
        if form in ("jsonl", "yaml"):
            assert all(acting(path.read_text(encoding="utf-8")) == set() for path in out.rglob("*.*") if path.is_file())
        if not done.counts["reports"]:
            continue
        if form == "yaml":
            import_workspace(load(str(out)).workspace, again)
        else:
            import_tables(out, again, processes=1)
            if _named_by_rejects(rejects(again), refused):
                continue
        assert _placeless(again) == _placeless(folder / "corpus"), form
    return bool(done.counts["citations"])


def _named_by_rejects(lost: list[dict[str, Any]], refused: list[dict[str, Any]]) -> bool:
    """Assert that nothing is lost on the way back but ties to an outlet that only a row left out had named.

    Such an outlet is known while the rows are judged, and in no table afterwards (docs/reference/corpus.md).
    """
    named = {cell for one in refused for cell in (one["values"].get("outlet"), one["values"].get("id"))}
    for one in lost:
        assert (one["table"], one["code"]) == ("dependences", "unknown-id"), one
        assert named & {*one["values"]["between"]}, one
    return bool(lost)


def _placeless(corpus: Path) -> list[Any]:
    """Give the families of a corpus without the places of their records."""
    found = families(corpus)
    return [(id_, one.claims, one.citations, contents(one.workspace())) for id_, one in sorted(found.items())]


def _counted(folder: Path, done: Imported, refused: list[dict[str, Any]]) -> None:
    """Every row of the large tables is in the corpus, or left out and told of: never both, never neither."""
    for table in STREAMED:
        left: list[Reject] = []
        given = 0
        for file in find_tables(folder):
            if file.table == table:
                given += sum(1 for _ in rows(file, left))
        out = {(one["file"], one["row"]) for one in refused if one["table"] == table and _USED not in one["reason"]}
        assert done.counts[table] + len(out) == given + len(left), table
