"""A corpus on disk: a manifest, buckets of claim families, rejected rows, answers.

CORPUS/corpus.json           what it is, its version and counts; written last, so that a corpus is whole or none
CORPUS/buckets/0000.parquet  one row for each family: see `schema`
CORPUS/shared.json           every record but the reports, which all families share
CORPUS/rest.jsonl            reports that say nothing of any claim
CORPUS/rejects.jsonl         rows that could not be used, each with the reason
CORPUS/answers/…             what was traced, by bucket
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.claims import ClaimTies
from provenance.corpus.rejecting import CorpusError
from provenance.model import Claim, Workspace
from provenance.packing import pack_workspace, unpack_workspace
from provenance.value import value

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = 1
"""The version of the layout and of the columns below."""

MANIFEST = "corpus.json"
BUCKETS = "buckets"
REJECTS = "rejects.jsonl"
SHARED = "shared.json"
REST = "rest.jsonl"
_ROWS_AT_ONCE = 64


@value
class Family:
    """Claims that are tied to each other, and the packed slice they are traced over.

    `id` is the smallest claim id; `claims` are sorted; `citations` counts those of the family's statements.
    """

    id: str
    claims: tuple[str, ...]
    citations: int
    slice: bytes

    def workspace(self) -> Workspace:
        """Give the slice as records; it may hold claims that only its reports state: those are not the family's."""
        return unpack_workspace(json.loads(self.slice))


def family_of(id_: str, claims: Iterable[str], citations: int, workspace: Workspace) -> Family:
    """Pack a slice as a family."""
    packed = json.dumps(pack_workspace(workspace), ensure_ascii=False, separators=(",", ":")).encode()
    return Family(id=id_, claims=tuple(sorted(claims)), citations=citations, slice=packed)


def schema() -> "pa.Schema":
    """Give the columns of a bucket."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.schema(
        [
            ("family", pa.string()),
            ("claims", pa.list_(pa.string())),
            ("citations", pa.int64()),
            ("slice", pa.large_binary()),
        ],
        metadata={"provenance": f"corpus/{FORMAT}"},
    )


def claim_families(claims: Mapping[str, Claim]) -> dict[str, str]:
    """Give each claim that is tied to others its family: the smallest id among them."""
    ties = ClaimTies(claims)
    found: dict[str, str] = {}
    for claim in claims:
        if claim not in found:
            together = ties.neighbours(claim)
            if together:
                found |= dict.fromkeys((claim, *together), min(claim, *together))
    return found


def bucket_number(family: str, buckets: int) -> int:
    """Give the bucket of a family, of so many: the same on every machine."""
    return int.from_bytes(blake2b(family.encode(), digest_size=8).digest(), "little") % buckets


def read_shared(corpus: Path) -> Workspace:
    """Read what all families share: every record but the reports. Raises CorpusError."""
    read_manifest(corpus)
    try:
        return unpack_workspace(json.loads((corpus / SHARED).read_text(encoding="utf-8")), str(corpus))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise CorpusError(f"'{corpus / SHARED}' cannot be read ({error}): import the tables again") from None


def read_family(corpus: Path, claims: Mapping[str, Claim], claim: str) -> Family:
    """Read the family of one of the `claims` of a corpus. Raises CorpusError where it is not in its bucket."""
    wanted = claim_families(claims).get(claim, claim)
    path = bucket_paths(corpus)[bucket_number(wanted, read_manifest(corpus).buckets)]
    for family in read_bucket(path):
        if family.id == wanted:
            return family
    raise CorpusError(f"'{path}' lacks the claim '{claim}': import the tables again")


def write_bucket(path: Path, families: Iterable[Family]) -> None:
    """Write one bucket, whole or not at all."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    temporary = path.with_name(f".{path.name}.part")
    columns = schema()
    with pq.ParquetWriter(temporary, columns, compression="zstd") as writer:
        for some in _several(families):
            rows: dict[str, list[Any]] = {
                "family": [family.id for family in some],
                "claims": [list(family.claims) for family in some],
                "citations": [family.citations for family in some],
                "slice": [family.slice for family in some],
            }
            writer.write_batch(pa.record_batch(rows, schema=columns))
    os.replace(temporary, path)  # noqa: PTH105


def read_bucket(path: Path) -> Iterator[Family]:
    """Give the families of one bucket, few in memory at a time."""
    for batch in read_batches(path, _ROWS_AT_ONCE):
        yield from families_of(batch)


def read_batches(path: Path, rows: int) -> Iterator["pa.RecordBatch"]:
    """Give some rows of a bucket at a time. Raises CorpusError where the file is damaged."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as file:
            if file.schema_arrow.names != schema().names:
                raise CorpusError(f"'{path}' is not of this corpus: import the tables again")
            yield from file.iter_batches(batch_size=rows)
    except (pa.ArrowException, OSError) as error:
        raise CorpusError(f"'{path}' is damaged ({str(error).splitlines()[0]}): import the tables again") from None


def families_of(batch: "pa.RecordBatch") -> Iterator[Family]:
    """Give the families of one Arrow batch of a bucket."""
    for row in batch.to_pylist():
        yield Family(
            id=row["family"], claims=tuple(row["claims"]), citations=row["citations"], slice=bytes(row["slice"])
        )


@value
class Manifest:
    """What CORPUS/corpus.json says: how many buckets and records there are, and the text itself."""

    buckets: int
    counts: Mapping[str, int]
    rejected: int
    text: str


def read_manifest(corpus: Path) -> Manifest:
    """Read what a corpus holds. Raises CorpusError where this is none, or of another version."""
    path = corpus / MANIFEST
    try:
        text = path.read_text(encoding="utf-8")
        found = json.loads(text)
        if found["format"] != f"corpus/{FORMAT}":
            words = f"'{corpus}' is of the version '{found['format']}'; this program reads 'corpus/{FORMAT}'"
            raise CorpusError(f"{words}: import the tables again")
        return Manifest(buckets=found["buckets"], counts=dict(found["counts"]), rejected=found["rejected"], text=text)
    except FileNotFoundError:
        words = f"'{corpus}' is no corpus, or its import is not finished: `provenance corpus import` makes one"
        raise CorpusError(words) from None
    except (OSError, ValueError, LookupError, TypeError):
        raise CorpusError(f"'{path}' cannot be read: import the tables again") from None


def write_manifest(corpus: Path, buckets: int, counts: Mapping[str, int], rejected: int) -> None:
    """Say that a corpus is whole."""
    told = {"format": f"corpus/{FORMAT}", "buckets": buckets, "counts": counts, "rejected": rejected}
    temporary = corpus / f".{MANIFEST}.part"
    temporary.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8", newline="\n")
    os.replace(temporary, corpus / MANIFEST)  # noqa: PTH105


def bucket_paths(corpus: Path) -> list[Path]:
    """List the buckets of a corpus, in order. Raises CorpusError where one that its manifest counts is gone."""
    paths = [corpus / BUCKETS / f"{number:04}.parquet" for number in range(read_manifest(corpus).buckets)]
    gone = next((path for path in paths if not path.is_file()), None)
    if gone is not None:
        raise CorpusError(f"'{gone}' is gone: import the tables again")
    return paths


def _several(families: Iterable[Family]) -> Iterator[list[Family]]:
    some: list[Family] = []
    for family in families:
        some.append(family)
        if len(some) == _ROWS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some
