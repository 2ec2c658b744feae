"""The row that a claim of a corpus has for an answer: its columns, and their order of urgency."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from provenance.dates import Date, parse_date
from provenance.trace import Tracer
from provenance.trace.answer import FindingKind, GapKind, Status
from provenance.trace.triage import Triage, triage, triage_of
from provenance.value import fields_of, value

if TYPE_CHECKING:
    import pyarrow as pa

URGENCY = (
    Status.CONTESTED,
    Status.CIRCULAR,
    Status.RETRACTED,
    Status.UNATTRIBUTED,
    Status.ORIGIN_IN_DOUBT,
    Status.SINGLE_ORIGIN,
    Status.DENIED,
    Status.MULTIPLE_ORIGINS,
    Status.CONFIRMED,
    Status.NO_REPORTS,
)
"""The order of the table: what needs a person most stands first; then what more reports support, then by id."""

COLUMNS = fields_of(Triage)
"""The columns that every row has, in order; `error` stands last."""

_NUMBERS = (
    "origins_min",
    "origins_max",
    "reports",
    "supporting",
    "denying",
    "retracted",
    "common_link_reports",
    "unconfirmed",
)
_FLAGS = ("bounded", "circular", "retracted_support", "anonymous_only")


@value
class Options:
    """What is asked of every claim: as of which date, and whether all findings and gaps are counted."""

    as_of: str | None = None
    full: bool = False

    @property
    def date(self) -> Date | None:
        """The date, None for all that is recorded."""
        return None if self.as_of is None else parse_date(self.as_of)


def row_of(tracer: Tracer, claim: str, options: Options) -> dict[str, Any]:
    """Give the row of one claim. Raises whatever the tracing of a broken record raises."""
    if not options.full:
        return _columns(triage(tracer, claim, options.date))
    answer = tracer.trace(claim, options.date)
    counted = Counter[str](f"finding_{_name(finding.kind)}" for finding in answer.findings)
    counted.update(f"gap_{_name(gap.kind)}" for gap in answer.gaps)
    return {**_columns(triage_of(tracer, answer)), **{name: counted[name] for name in full_names()}}


def full_names() -> list[str]:
    """Give the columns that only whole answers have: how many findings and gaps of each kind."""
    gaps = [kind for kind in GapKind if kind is not GapKind.STALE]  # that one depends on today
    return [*(f"finding_{_name(kind)}" for kind in FindingKind), *(f"gap_{_name(kind)}" for kind in gaps)]


def schema(options: Options) -> "pa.Schema":
    """Give the columns of the table."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    kinds: Mapping[str, Any] = dict.fromkeys(_NUMBERS, pa.int64()) | dict.fromkeys(_FLAGS, pa.bool_())
    columns = [(name, kinds.get(name, pa.string())) for name in COLUMNS]
    more = [(name, pa.int64()) for name in full_names()] if options.full else []
    return pa.schema([*columns, *more, ("error", pa.string())])


def sort_key(row: Mapping[str, Any]) -> tuple[int, int, str]:
    """Order rows by what needs a person."""
    return (_PLACE.get(row["status"], -1), -(row["supporting"] or 0), row["claim"])


def parquet_bytes(table: "pa.Table") -> bytes:
    """Give a table as a Parquet file."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


_PLACE: dict[str, int] = {status.value: place for place, status in enumerate(URGENCY)}


def _columns(found: Triage) -> dict[str, Any]:
    row = {name: getattr(found, name) for name in COLUMNS}
    return {**row, "status": found.status.value}


def _name(kind: str) -> str:
    return kind.replace("-", "_")
