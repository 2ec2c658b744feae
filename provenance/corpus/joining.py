"""Stage three of an import: reports with their statements and citations, packed, for every bucket that needs them."""

import json
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from provenance.corpus.heading import LEFT_OUT, MISSING_FROM, LeftOut, Names, RowError, check_id
from provenance.corpus.rejecting import Reject, shortened
from provenance.corpus.spilling import read_part, write_parts
from provenance.corpus.spreading import Plan, read_partition
from provenance.model import (
    FIRST_REPORTED_BY,
    UNNAMED,
    Attribution,
    Basis,
    Certainty,
    CitedKind,
    Mode,
    Stance,
    Statement,
)
from provenance.packing import unpack
from provenance.read.names import is_unnamed
from provenance.slices import counts_for_owner

_STANCES, _CERTAINTIES, _BASES = frozenset(Stance), frozenset(Certainty), frozenset(Basis)
_MODES, _ATTRIBUTIONS = frozenset(Mode), frozenset(Attribution)
_DUMP = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Said = tuple[str, int, tuple[str, ...], tuple[tuple[str, str], ...], str | None]
"""Of one statement: its claim, how many citations it has, the reports they name, what else they name: (kind, id), and
who is said to have reported it first."""

Joined = tuple[str, str, str, tuple[Said, ...]]
"""A report: id, outlet, packed as JSON, what it says."""

_OUTLET, _READ = 2, 10

Missing = dict[tuple[int, int, int], str]
"""Citations of reports that are not there: (table, file, row), and where the row of the report stands, if one does."""


class _Rejects(list[Reject]):
    """Collects rows of one table after another."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def refuse(self, table: str, columns: list[str], cells: tuple[Any, ...], code: str, reason: str) -> None:
        row = dict(zip(columns, cells, strict=True))
        file, number = self._names.files[row.pop("file")], row.pop("row")
        self.append(Reject(table, file, number, code, reason, shortened(row)))


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
    rejects = _Rejects(names)
    cites = _citations(plan, names, partition, missing, rejects)
    left_out: LeftOut = read_part(work / "heads" / f"{partition:06}", LEFT_OUT) or {}
    says = _statements(plan, names, partition, heads, left_out, cites, rejects)
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
            reason = f"{_no_report(head[_READ][2], missing[0, file, row])}; the row is used without `read` and `via`"
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


Cites = dict[tuple[str, str], list[tuple[tuple[Any, ...], list[str], list[Any]]]]
"""By report and claim, each citation: its cells, their columns, the citation as packed."""


def _citations(plan: Plan, names: Names, partition: int, missing: Missing, rejects: _Rejects) -> Cites:
    table = read_partition(Path(plan.work), "citations", partition)
    columns = table.column_names
    found: Cites = {}
    for cells in zip(*(column.to_pylist() for column in table.columns), strict=True):
        try:
            packed = _citation(names, cells, missing)
        except RowError as error:
            rejects.refuse("citations", columns, cells, error.code, error.reason)
        else:
            found.setdefault((cells[0], cells[1]), []).append((cells, columns, packed))
    return found


def _citation(names: Names, cells: tuple[Any, ...], missing: Missing) -> list[Any]:
    report, claim, _, unclear, kind, id_, mode, quote, url, attribution, row, file = cells
    if not report or not claim or not id_:
        raise RowError("missing-value", "`report`, `claim` and `id` are needed")
    kind = kind or "report"
    if kind == "report":
        if missing and (2, file, row) in missing:
            where = missing[2, file, row]
            raise RowError("left-out" if where else "unknown-id", _no_report(id_, where))
    else:
        id_ = _cited(names, kind, id_)
    if mode and mode not in _MODES:
        raise RowError("unknown-value", f"`mode`: '{mode}' is none of: {', '.join(Mode)}")
    if attribution and attribution not in _ATTRIBUTIONS:
        raise RowError("unknown-value", f"`attribution`: '{attribution}' is none of: {', '.join(Attribution)}")
    if attribution == "unclear":
        if unclear is not None:
            raise RowError("doubt-twice", "an alternative is in doubt already")
        return [None, kind, id_, mode or None, quote or None, url or None, attribution]
    return _cut([None, kind, id_, mode or None, quote or None, url or None], 3)


def _no_report(id_: str, left_out: str) -> str:
    return f"the report '{id_}' was left out: {left_out}" if left_out else f"there is no report '{id_}'"


def _cited(names: Names, kind: str, id_: str) -> str:
    if kind == "source" and id_ in names.sources:
        return id_
    if kind == "party" and id_ in names.parties:
        return id_
    if kind == "outlet":
        if is_unnamed(id_):
            return UNNAMED
        if id_ in names.outlets:
            return names.outlets[id_]
        if id_.strip():
            raise RowError("ambiguous-outlet", f"'{id_}' may be any of several outlets")
    if kind not in tuple(CitedKind):
        raise RowError("unknown-value", f"`kind`: '{kind}' is none of: {', '.join(CitedKind)}")
    raise RowError("unknown-id", f"there is no {kind} '{id_}'")


_EMPTY: tuple[Any, ...] = (None, [])
_DETAILS = 7
_CITES = 8


def _cut(packed: list[Any], least: int) -> list[Any]:
    while len(packed) > least and packed[-1] in _EMPTY:
        packed.pop()
    return packed


def _statements(  # noqa: PLR0913, PLR0917 - what a join has at hand
    plan: Plan, names: Names, partition: int, heads: Any, left_out: LeftOut, cites: Cites, rejects: _Rejects
) -> dict[str, list[tuple[int, list[Any]]]]:
    """Give the statements of each report, packed with what they cite; what is used leaves `cites`."""
    table = read_partition(Path(plan.work), "statements", partition)
    columns = table.column_names
    found: dict[str, dict[str, tuple[int, list[Any]]]] = {}
    for number, cells in enumerate(zip(*(column.to_pylist() for column in table.columns), strict=True)):
        report, claim = cells[0], cells[1]
        of_report = found.setdefault(report, {})
        try:
            _check_statement(names, heads, left_out, of_report, report, claim)
            given = cites.get((report, claim))
            packed = _statement(cells, cites=bool(given))
        except RowError as error:
            rejects.refuse("statements", columns, cells, error.code, error.reason)
            continue
        if given:
            del cites[report, claim]
            packed.append(_ordered(given, rejects))
        of_report[claim] = (number if cells[2] is None else cells[2], packed)
    return {report: sorted(of.values(), key=lambda one: one[0]) for report, of in found.items()}


def _check_statement(  # noqa: PLR0913, PLR0917 - as above
    names: Names, heads: Any, left_out: LeftOut, of_report: Any, report: str | None, claim: str | None
) -> None:
    if not report or not claim:
        raise RowError("missing-value", "`report` and `claim` are needed")
    if report not in heads:
        where = left_out.get(report, "")
        raise RowError("left-out" if where else "unknown-id", _no_report(report, where))
    if claim not in names.claims:
        if not names.has_claims:
            check_id(claim)  # a claim is what statements name, if it can be an id
        raise RowError("unknown-id", f"there is no claim '{claim}'")
    if claim in of_report:
        raise RowError("second-statement", f"'{report}' already has a statement on '{claim}'")


def _statement(cells: tuple[Any, ...], *, cites: bool) -> list[Any]:
    _, claim, _, stance, certainty, basis, quote, where, details, _, _ = cells
    for name, cell, known in (
        ("stance", stance, _STANCES),
        ("certainty", certainty, _CERTAINTIES),
        ("basis", basis, _BASES),
    ):
        if cell and cell not in known:
            raise RowError("unknown-value", f"`{name}`: '{cell}' is none of: {', '.join(sorted(known))}")
    if basis and cites:
        raise RowError("basis-with-cites", f"`basis: {basis}` stands beside citations")
    pairs = _details(details) if details else []
    return [None, claim, stance or "supports", certainty or None, basis or None, quote or None, where or None, pairs]


def _details(text: str) -> list[list[str]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise RowError("wrong-type", "`details` has to be a JSON object of texts")
    try:
        text = json.dumps(found, ensure_ascii=False).encode().decode()
    except UnicodeEncodeError:
        raise RowError("wrong-type", "`details` holds half of a character") from None
    return sorted([name, one] for name, one in found.items() if one)


def _ordered(given: Any, rejects: _Rejects) -> list[Any]:
    """Give the citations of a statement in order, alternatives together where the first of them stands."""
    if len(given) > 1:
        given.sort(key=lambda one: (one[0][2] is None, one[0][2] or 0))
    if all(cells[3] is None for cells, _, _ in given):
        return [packed for _, _, packed in given]
    groups: dict[Any, list[Any]] = {}
    for number, one in enumerate(given):
        unclear = one[0][3]
        groups.setdefault(("alone", number) if unclear is None else unclear, []).append(one)
    found: list[Any] = []
    for key, group in groups.items():
        if isinstance(key, tuple):
            found.append(group[0][2])
        elif len({(one[2][1], one[2][2]) if one[2][2] != UNNAMED else id(one) for one in group}) > 1:
            found.append({"unclear": [one[2] for one in group], "place": None})
        else:
            for cells, columns, _ in group:
                rejects.refuse("citations", columns, cells, "too-few", "an unclear citation needs two alternatives")
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
        _cut(packed, 3)
        if len(packed) == 3 and packed[2] == "supports":  # noqa: PLR2004
            packed.pop()
    whole = [*head, statements] if statements else _cut(list(head), 3)
    return (id_, head[2], _DUMP(whole), tuple(says))
