"""Stage two of an import: which reports there are, each without its statements, and which citations name none."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from provenance.corpus.columns import LONGEST_ID
from provenance.corpus.rejecting import Reject, shortened
from provenance.corpus.spilling import write_parts
from provenance.corpus.spreading import CITED, Plan, read_partition
from provenance.dates import DateError, parse_date
from provenance.model import Change, ReadAs
from provenance.read import ID_PATTERN
from provenance.read.names import is_unnamed
from provenance.value import value

T = TypeVar("T")

_READ = frozenset(ReadAs)
_CHANGES = tuple(Change)


@value
class Names:
    """What the rows of the large tables may name: outlets by every name, the ids of the small tables, input files.

    `wanted` are reports that responses and dependences may name. Without a table `claims` (`has_claims`), the claims
    are those that statements name.
    """

    outlets: Mapping[str, str]
    parties: frozenset[str]
    sources: frozenset[str]
    claims: frozenset[str]
    recorded: frozenset[str]
    wanted: frozenset[str]
    files: tuple[str, ...]
    has_claims: bool


class RowError(Exception):
    """A row cannot be used: the code and the reason."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def find_heads(plan: Plan, names: Names, partition: int) -> None:
    """Read the reports of one partition, and hold the references against them."""
    done = Path(plan.work) / "heads" / f"{partition:06}"
    if done.exists():
        return
    rejects: list[Reject] = []
    left_out: LeftOut = {}
    heads = _heads(plan, names, partition, rejects, left_out)
    missing = _tell_buckets(plan, heads, left_out, partition)
    found = [id_ for id_ in heads if id_ in names.wanted]
    kept = {id_: (head, tuple(sorted(buckets)), *place) for id_, (head, buckets, *place) in heads.items()}
    homes = [missing.get(home) for home in range(plan.partitions)]
    write_parts(done, [kept, found, [tuple(one) for one in rejects], left_out, sorted(missing), *homes])


LEFT_OUT = 3
"""The part of such a file with the reports that were left out."""

MISSING_FROM = 5
"""The first part that holds citations of reports that are not there, by the partition of the citing report."""

Heads = dict[str, tuple[list[Any], set[int], int, int]]

LeftOut = dict[str, str]
"""Where the row of a report stands that was left out, by its id."""


def _heads(plan: Plan, names: Names, partition: int, rejects: list[Reject], left_out: LeftOut) -> Heads:
    table = read_partition(Path(plan.work), "reports", partition)
    heads: Heads = {}
    columns = table.column_names
    for cells in zip(*(column.to_pylist() for column in table.columns), strict=True):
        try:
            bent: list[RowError] = []
            head = _head(names, heads, cells, bent)
        except RowError as error:
            bent = [error]
            head = None
        row = dict(zip(columns, cells, strict=True))
        at, number = row.pop("file"), row.pop("row")
        rejects += [Reject("reports", names.files[at], number, one.code, one.reason, shortened(row)) for one in bent]
        if head is not None:
            heads[head[1]] = (head, set(), at, number)
        elif cells[0] and cells[0] not in heads:
            left_out[cells[0]] = f"{names.files[at]} row {number:,}"
    return heads


def _head(names: Names, heads: Heads, cells: tuple[Any, ...], bent: list[RowError]) -> list[Any]:
    """Pack a report without its statements (provenance/packing.py): all fields up to `changes`.

    `bent` is told what a report can do without: it is used without a date, a status, a way it was read that are none.
    """
    id_, outlet, title, author, url, archived, published, accessed, language, read, via, status, _, _ = cells
    check_id(id_)
    if id_ in heads:
        raise RowError("duplicate-id", f"there is a report '{id_}' already")
    if id_ in names.recorded:
        raise RowError("duplicate-id", f"'{id_}' is the id of another record")
    known = names.outlets.get(outlet)
    if known is None:
        raise _no_outlet(outlet)
    published, accessed = (_date(name, one, bent) for name, one in (("published", published), ("accessed", accessed)))
    return [
        *(None, id_, known, title or None, author or None, url or None, archived or None),
        *(published or None, accessed or None, language or None),
        _or_none(_read, bent, id_, read or None, via or None) if read or via else None,
        (_or_none(_changes, bent, status) or []) if status else [],
    ]


def _date(name: str, text: str | None, bent: list[RowError]) -> str | None:
    if not text:
        return None
    try:
        check_date(text)
    except RowError as error:
        bent.append(RowError(error.code, f"`{name}`: {error.reason}; the row is used without it"))
        return None
    return text


def _or_none(read: Callable[..., T], bent: list[RowError], *given: Any) -> T | None:
    try:
        return read(*given)
    except RowError as error:
        bent.append(RowError(error.code, f"{error.reason}; the row is used without it"))
        return None


def check_id(id_: str | None) -> None:
    """Raise RowError where this can be no id."""
    if not id_:
        raise RowError("missing-value", "`id` is empty")
    if len(id_) > LONGEST_ID or not ID_PATTERN.fullmatch(id_) or is_unnamed(id_):
        words = "an id is made of a-z, digits, '.', '_' and '-', and begins with a letter or digit"
        blank = "; a blank stands at an end of it" if id_ != id_.strip() else ""
        raise RowError("bad-id", f"'{id_[:80]}'{blank}: {words}")


def _no_outlet(outlet: str | None) -> RowError:
    if not outlet or not outlet.strip():
        return RowError("missing-value", "`outlet` is empty")
    if is_unnamed(outlet):
        return RowError("wrong-kind", "a report is published by somebody: `unnamed` is for citations")
    return RowError("ambiguous-outlet", f"'{outlet}' may be any of several outlets")


@lru_cache(maxsize=1 << 16)
def check_date(text: str) -> None:
    """Raise RowError where this is no date."""
    try:
        parse_date(text)
    except DateError as error:
        raise RowError("bad-date", str(error)) from None


def _read(id_: str, read: str | None, via: str | None) -> list[Any]:
    form = read or ReadAs.VIA.value
    if form not in _READ:
        raise RowError("unknown-value", f"`read`: '{form}' is none of: {', '.join(ReadAs)}")
    if (form == ReadAs.VIA) != (via is not None):
        raise RowError("missing-value", "`read` is via where `via` names a report, and only there")
    if via == id_:
        raise RowError("self-reference", f"'{id_}' is said to have been read through itself")
    return [None, form] if via is None else [None, form, via]


def _changes(status: list[str]) -> list[list[str]]:
    found: dict[str, str] = {}
    for one in status:
        change, _, date = one.partition(":")
        if change not in _CHANGES or not date:
            raise RowError(
                "unknown-value", f"`status`: '{one}' is none of: retracted:DATE, corrected:DATE, withdrawn:DATE"
            )
        if change in found:
            raise RowError("unknown-value", f"`status` has `{change}` twice")
        check_date(date)
        found[change] = date
    return [[change.value, found[change]] for change in _CHANGES if change in found]


def _tell_buckets(
    plan: Plan, heads: Heads, left_out: LeftOut, partition: int
) -> dict[int, list[tuple[tuple[int, int, int], str]]]:
    """Tell each report which buckets cite it; gives the rows that cite none, by the partition they stand in."""
    table = read_partition(Path(plan.work), CITED, partition)
    names = ("cited", "bucket", "home", "table", "file", "row")
    missing: dict[int, list[tuple[tuple[int, int, int], str]]] = {}
    for cited, bucket, home, name, file, row in zip(*(table.column(name).to_pylist() for name in names), strict=True):
        head = heads.get(cited)
        if head is None:
            missing.setdefault(home, []).append(((name, file, row), left_out.get(cited, "")))
        elif bucket is not None and bucket >= 0:
            head[1].add(bucket)
    return missing
