"""The one function that every engine runs: rows of a bucket in, rows of answers out."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from provenance.corpus.rows import Options, row_of, schema
from provenance.corpus.store import Family, families_of
from provenance.trace import Tracer

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_AT_ONCE = 1_000


def trace_batches(batches: Iterable["pa.RecordBatch"], options: Options) -> Iterator["pa.RecordBatch"]:
    """Answer for the claims of the families in `batches`.

    A claim that cannot be traced has a row with nothing but its id and the reason in `error`.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    columns = schema(options)
    rows: list[dict[str, Any]] = []
    for batch in batches:
        for family in families_of(batch):
            rows += rows_of(family, options)
            if len(rows) >= _ROWS_AT_ONCE:
                yield pa.RecordBatch.from_pylist(rows, schema=columns)
                rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=columns)


def rows_of(family: Family, options: Options) -> Iterator[dict[str, Any]]:
    """Give a row for each claim of a family."""
    try:
        tracer = Tracer(family.workspace())
    except Exception as error:  # noqa: BLE001 - one broken family is told and does not end the others
        yield from (_failed(claim, error) for claim in family.claims)
        return
    for claim in family.claims:
        try:
            yield row_of(tracer, claim, options)
        except Exception as error:  # noqa: BLE001 - as above
            yield _failed(claim, error)


def _failed(claim: str, error: Exception) -> dict[str, Any]:
    return {"claim": claim, "error": f"{type(error).__name__}: {error}"[:300]}
