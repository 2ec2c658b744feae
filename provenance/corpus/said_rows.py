"""Rows of statements and citations, checked and packed: what a join puts together with its reports."""

import json
from pathlib import Path
from typing import Any

from provenance.corpus.heading import LeftOut, Names, RowError, check_id
from provenance.corpus.rejecting import Reject, shortened
from provenance.corpus.spreading import Plan, read_partition
from provenance.model import UNNAMED, Attribution, Basis, Certainty, CitedKind, Mode, Stance
from provenance.read.names import is_unnamed

_STANCES, _CERTAINTIES, _BASES = frozenset(Stance), frozenset(Certainty), frozenset(Basis)
_MODES, _ATTRIBUTIONS = frozenset(Mode), frozenset(Attribution)
_EMPTY: tuple[Any, ...] = (None, [])

Missing = dict[tuple[int, int, int], str]
"""Citations of reports that are not there: (table, file, row), and where the row of the report stands, if one does."""

Cites = dict[tuple[str, str], list[tuple[tuple[Any, ...], list[str], list[Any]]]]
"""By report and claim, each citation: its cells, their columns, the citation as packed."""


class RowRejects(list[Reject]):
    """Collects rows of one table after another."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def refuse(self, table: str, columns: list[str], cells: tuple[Any, ...], code: str, reason: str) -> None:
        """Add a row with the reason."""
        row = dict(zip(columns, cells, strict=True))
        file, number = self._names.files[row.pop("file")], row.pop("row")
        self.append(Reject(table, file, number, code, reason, shortened(row)))


def read_citations(plan: Plan, names: Names, partition: int, missing: Missing, rejects: RowRejects) -> Cites:
    """Read the citations of a partition; those that cannot be used go to `rejects`."""
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
            raise RowError("left-out" if where else "unknown-id", no_report(id_, where))
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
    return cut([None, kind, id_, mode or None, quote or None, url or None], 3)


def no_report(id_: str, left_out: str) -> str:
    """Say that there is no such report, or why it was left out."""
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


def cut(packed: list[Any], least: int) -> list[Any]:
    """Leave the empty fields off the end of what is packed, down to so many."""
    while len(packed) > least and packed[-1] in _EMPTY:
        packed.pop()
    return packed


def read_statements(  # noqa: PLR0913, PLR0917 - what a join has at hand
    plan: Plan, names: Names, partition: int, heads: Any, left_out: LeftOut, cites: Cites, rejects: RowRejects
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
        raise RowError("left-out" if where else "unknown-id", no_report(report, where))
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


def _ordered(given: Any, rejects: RowRejects) -> list[Any]:
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
