"""Stage one of an import: rows go to partitions by the report they belong to, so that each can be joined alone.

A citation of a report also leaves a reference in the partition of the cited report: that it exists is found out there,
and which bucket needs it.
"""

import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.corpus.columns import HELD, STREAMED
from provenance.corpus.finding import TableFile
from provenance.corpus.formats import arrow_schema, batches, row_groups
from provenance.corpus.rejecting import Reject
from provenance.corpus.spilling import write_parts
from provenance.corpus.store import bucket_number
from provenance.model import FIRST_REPORTED_BY
from provenance.value import value

if TYPE_CHECKING:
    import pyarrow as pa

CITED = "cited"
"""The spill of references: (cited, bucket or -1, partition of the citing report, table, file, row)."""

_ROWS_A_FILE = 1 << 18
_ROWS_A_PIECE = 1 << 18


@value
class Plan:
    """How a corpus is cut, and where it is worked on. `families` has the claims that are tied to others."""

    work: str
    partitions: int
    buckets: int
    families: dict[str, str]

    def family_of(self, claim: str) -> str:
        """Give the id of a claim's family."""
        return self.families.get(claim, claim)

    def bucket_of(self, claim: str) -> int:
        """Give the bucket of a claim's family: the same on every machine."""
        return bucket_number(self.family_of(claim), self.buckets)


@value
class Piece:
    """A part of an input file that is read at once: some row groups, or a whole text file."""

    number: int
    source: TableFile
    file: int
    groups: tuple[int, ...]
    first: int


def pieces_of(files: list[TableFile]) -> Iterator[Piece]:
    """Cut the large tables into pieces, in the order of the files."""
    number = 0
    for at, file in enumerate(files):
        if file.table in HELD:
            continue
        groups: list[int] = []
        first, count = 1, 0
        sizes = row_groups(file)
        for group, size in enumerate(sizes):
            groups.append(group)
            count += size
            if count >= _ROWS_A_PIECE or group == len(sizes) - 1:
                yield Piece(number=number, source=file, file=at, groups=tuple(groups), first=first)
                number += 1
                first += count
                groups, count = [], 0


def spread(plan: Plan, piece: Piece) -> None:
    """Spread the rows of one piece; what it found stands in a folder that is whole or absent."""
    done = Path(plan.work) / "rows" / f"{piece.number:06}"
    if done.is_dir():
        return
    temporary = done.with_name(f".{done.name}.part")
    temporary.mkdir(exist_ok=True)
    rejects: list[Reject] = []
    outlets: set[str] = set()
    claims: set[str] = set()
    number = 0
    for number, table in enumerate(_gathered(piece, rejects)):
        outlets |= _outlets(piece.source.table, table)
        if piece.source.table == "statements":
            claims |= _texts(table.column("claim"))
        _write(
            temporary, f"{piece.source.table}-{number:06}", _parted(table, _own(piece.source.table), plan.partitions)
        )
        cited = _references(plan, piece, table)
        if cited is not None:
            _write(temporary, f"{CITED}-{number:06}", _parted(cited, "cited", plan.partitions))
    write_parts(temporary / "found", [sorted(outlets), sorted(claims), [tuple(one) for one in rejects]])
    os.replace(temporary, done)  # noqa: PTH105


def _own(table: str) -> str:
    return "id" if table == "reports" else "report"


def _gathered(piece: Piece, rejects: list[Reject]) -> Iterator["pa.Table"]:
    """Give the rows of a piece in tables that make a spill file each."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    held: list[pa.RecordBatch] = []
    for batch in batches(piece.source, piece.groups, piece.first, rejects):
        held.append(batch)
        if sum(one.num_rows for one in held) >= _ROWS_A_FILE:
            yield _with_file(held, piece.file)
            held = []
    if held:
        yield _with_file(held, piece.file)


def _with_file(held: list["pa.RecordBatch"], file: int) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    table = pa.Table.from_batches(held)
    return table.append_column("file", pa.repeat(pa.scalar(file, pa.int32()), table.num_rows))


def _outlets(name: str, table: "pa.Table") -> set[str]:
    import pyarrow.compute as pc  # noqa: PLC0415 - an extra

    if name == "reports":
        return _texts(table.column("outlet"))
    if name == "citations":
        return _texts(table.filter(pc.equal(table.column("kind"), "outlet")).column("id"))
    return set()


def _texts(column: "pa.ChunkedArray") -> set[str]:
    return {text for text in column.unique().to_pylist() if text is not None}


def _references(plan: Plan, piece: Piece, table: "pa.Table") -> "pa.Table | None":
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.compute as pc  # noqa: PLC0415

    name = piece.source.table
    if name == "reports":
        table = table.filter(pc.is_valid(table.column("via")))
        cited, buckets = table.column("via"), pa.repeat(pa.scalar(-1, pa.int32()), table.num_rows)
    elif name == "citations":
        kind = table.column("kind")
        of_report = pc.or_(pc.is_null(kind), pc.is_in(kind, pa.array(["report", ""])))
        table = table.filter(pc.and_(of_report, pc.is_valid(table.column("id"))))
        cited, buckets = table.column("id"), _buckets(plan, table.column("claim"))
    else:
        table, cited = _said_to_be_first(table)
        if not table.num_rows:
            return None
        buckets = _buckets(plan, table.column("claim"))
    return pa.table(
        {
            "cited": cited,
            "bucket": buckets,
            "home": _partitions(table.column(_own(name)), plan.partitions),
            "table": pa.repeat(pa.scalar(STREAMED.index(name), pa.int8()), table.num_rows),
            "file": table.column("file"),
            "row": table.column("row"),
        }
    )


def _said_to_be_first(table: "pa.Table") -> tuple["pa.Table", "pa.Array"]:
    """Give the statements whose details name who reported first, and the names; they may be those of reports."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.compute as pc  # noqa: PLC0415

    may = pc.match_substring_regex(table.column("details"), FIRST_REPORTED_BY + r"|\\")
    table = table.filter(pc.fill_null(may, fill_value=False))
    names = [_first_of(text) for text in table.column("details").to_pylist()]
    found = pa.array(names, pa.string())
    return table.filter(pc.is_valid(found)), found.drop_null()


def _first_of(details: str) -> str | None:
    try:
        found = json.loads(details)
        name = found.get(FIRST_REPORTED_BY) if isinstance(found, dict) else None
        return name if isinstance(name, str) and name.encode() else None
    except (ValueError, RecursionError):
        return None  # the row is refused where it is joined


def _buckets(plan: Plan, claims: "pa.ChunkedArray") -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    coded = claims.combine_chunks().dictionary_encode()
    coded = coded.combine_chunks() if isinstance(coded, pa.ChunkedArray) else coded
    of_claim = pa.array([plan.bucket_of(claim) for claim in coded.dictionary.to_pylist()], pa.int32())
    return of_claim.take(coded.indices)


def _partitions(ids: "pa.ChunkedArray", count: int) -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    crc32 = zlib.crc32
    found = [crc32(id_ or b"") % count for id_ in ids.cast(pa.binary()).to_pylist()]
    return pa.array(found, pa.int32())


def _parted(table: "pa.Table", own: str, count: int) -> list["pa.RecordBatch"]:
    """Cut a table into a batch for each partition, rows in their order."""
    import pyarrow.compute as pc  # noqa: PLC0415 - an extra

    where = _partitions(table.column(own), count)
    sizes = {one["values"]: one["counts"] for one in pc.value_counts(where).to_pylist()}
    ordered = table.take(pc.sort_indices(where)).combine_chunks()
    found, start = [], 0
    for number in range(count):
        rows = ordered.slice(start, sizes.get(number, 0)).to_batches()
        found.append(rows[0] if rows else _empty(table))
        start += sizes.get(number, 0)
    return found


def _empty(table: "pa.Table") -> "pa.RecordBatch":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.RecordBatch.from_pylist([], schema=table.schema)


def _write(folder: Path, name: str, parted: list["pa.RecordBatch"]) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    with pa.ipc.new_file(str(folder / name), parted[0].schema) as writer:
        for batch in parted:
            writer.write_batch(batch)


def read_partition(work: Path, table: str, partition: int) -> "pa.Table":
    """Give the rows of one partition, in the order of the input."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    found: list[Any] = []
    for path in sorted((work / "rows").glob(f"[0-9]*/{table}-*")):
        with pa.memory_map(str(path)) as source:
            batch = pa.ipc.open_file(source).get_batch(partition)
            if batch.num_rows:
                found.append(batch)
    if found:
        return pa.Table.from_batches(found)
    return pa.table(
        {name: [] for name in (*arrow_schema(table).names, "row", "file")}
        if table in STREAMED
        else {name: [] for name in ("cited", "bucket", "home", "table", "file", "row")}
    )
