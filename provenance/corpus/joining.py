"""Stage three of an import: reports with their statements and citations, packed, for every bucket that needs them."""

import json
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from provenance.corpus.heading import LEFT_OUT, MISSING_FROM, LeftOut, Names
from provenance.corpus.rejecting import Reject
from provenance.corpus.said_rows import Missing, RowRejects, cut, no_report, read_citations, read_statements
from provenance.corpus.spilling import read_part, write_parts
from provenance.corpus.spreading import Plan
from provenance.model import (
    FIRST_REPORTED_BY,
    UNNAMED,
    Statement,
)
from provenance.packing import unpack
from provenance.slices import counts_for_owner

_DUMP = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Said = tuple[str, int, tuple[str, ...], tuple[tuple[str, str], ...], str | None]
"""Of one statement: its claim, how many citations it has, the reports they name, what else they name: (kind, id), and
who is said to have reported it first."""

Joined = tuple[str, str, str, tuple[Said, ...]]
"""A report: id, outlet, packed as JSON, what it says."""

_OUTLET, _READ = 2, 10
_DETAILS, _CITES = 7, 8


def join(plan: Plan, names: Names, shared: frozenset[str], tied: frozenset[str], partition: int) -> None:
    """Join one partition.

    Told apart, since every bucket may need them: `shared` reports, and those through which an outlet's owner is tied to
    what `tied` outlets are tied to.
    """
    done = Path(plan.work) / "joined" / f"{partition:06}"
    if done.exists():
        return
    work = Path(plan.work)
    heads: dict[str, tuple[list[Any], tuple[int, ...], int, int]] = (
        read_part(work / "heads" / f"{partition:06}", 0) or {}
    )
    missing = _missing(plan, partition)
    rejects = RowRejects(names)
    cites = read_citations(plan, names, partition, missing, rejects)
    left_out: LeftOut = read_part(work / "heads" / f"{partition:06}", LEFT_OUT) or {}
    says = read_statements(plan, names, partition, heads, left_out, cites, rejects)
    for report, claim in sorted(cites):
        for cells, columns, _ in cites[report, claim]:
            rejects.refuse("citations", columns, cells, "no-statement", f"'{report}' has no statement on '{claim}'")
    buckets: list[list[Joined]] = [[] for _ in range(plan.buckets)]
    rest: list[str] = []
    told: list[str] = []
    told_apart = shared | _for_owners(tied, heads, says)
    counts = [len(heads), 0, 0]
    bucket_of = cache(plan.bucket_of)
    for id_, (head, needed, file, row) in heads.items():
        said = [packed for _, packed in says.get(id_, ())]
        if (0, file, row) in missing and head[_READ] is not None:
            reason = f"{no_report(head[_READ][2], missing[0, file, row])}; the row is used without `read` and `via`"
            values = {"id": id_, "read": "via", "via": head[_READ][2]}
            rejects.append(Reject("reports", names.files[file], row, "unknown-via", reason, values))
            head[_READ] = None
        joined = _joined(id_, head, said)
        counts[1] += len(said)
        counts[2] += sum(one[1] for one in joined[3])
        for bucket in {*needed, *(bucket_of(one[0]) for one in joined[3])}:
            buckets[bucket].append(joined)
        if not said:
            rest.append(joined[2])
        if id_ in told_apart:
            told.append(joined[2])
    parts = [rest, told, [tuple(one) for one in rejects], counts, *(bucket or None for bucket in buckets)]
    write_parts(done, parts)


def _for_owners(tied: frozenset[str], heads: Any, says: Any) -> set[str]:
    """Choose the reports of tied outlets that slices need (`provenance.slices.Needs`), or a few more."""
    found: set[str] = set()
    certain: set[str] = set()
    for id_ in sorted(id_ for id_, (head, *_) in heads.items() if head[_OUTLET] in tied) if tied else ():
        outlet = heads[id_][0][_OUTLET]
        counts = {counts_for_owner(unpack(Statement, packed)) for _, packed in says.get(id_, ())} - {False}
        if counts and outlet not in certain:
            found.add(id_)
        if True in counts:
            certain.add(outlet)
    return found


BUCKETS_FROM = 4
"""The first part of such a file that holds a bucket."""


def _missing(plan: Plan, partition: int) -> Missing:
    found: Missing = {}
    for path in sorted((Path(plan.work) / "heads").glob("[0-9]*")):
        if partition in (read_part(path, MISSING_FROM - 1) or ()):
            found.update(read_part(path, MISSING_FROM + partition))
    return found


def _joined(id_: str, head: list[Any], statements: list[list[Any]]) -> Joined:
    says: list[Said] = []
    for packed in statements:
        first = next((one for name, one in packed[_DETAILS] if name == FIRST_REPORTED_BY), None)
        cited = packed[_CITES] if len(packed) > _CITES else ()
        flat = list(chain.from_iterable(one["unclear"] if isinstance(one, dict) else (one,) for one in cited))
        reports = tuple(one[2] for one in flat if one[1] == "report")
        others = tuple((one[1], one[2]) for one in flat if one[1] != "report" and one[2] != UNNAMED)
        says.append((packed[1], len(flat), reports, others, first))
        cut(packed, 3)
        if len(packed) == 3 and packed[2] == "supports":  # noqa: PLR2004
            packed.pop()
    whole = [*head, statements] if statements else cut(list(head), 3)
    return (id_, head[2], _DUMP(whole), tuple(says))
