"""A plain table, one row a report (or a citation): `report`, `outlet`, `cites`, and more columns as they come."""

import re
from collections.abc import Callable, Iterable, Mapping

from provenance.draft.csv_rows import Table, TableRow
from provenance.draft.drafting import Draft
from provenance.draft.foreign import blank_claim, renamed
from provenance.draft.from_network import need_outlet
from provenance.draft.ids import is_id, slug
from provenance.draft.known import host_of
from provenance.draft.proposal import Entry, Value
from provenance.spelling import folded
from provenance.value import value

_REPORT = ("title", "author", "url", "archived", "published", "accessed", "language")
_STATEMENT = ("stance", "certainty", "basis", "quote", "where")
_USED = frozenset((*_REPORT, *_STATEMENT, "report", "outlet", "cites", "claim", "mode"))


@value
class _Put:
    """The reports of a table, by what they are called and by their addresses; of several at one the first."""

    by_name: Mapping[str, Entry]
    by_address: Mapping[str, Entry]


def draft_plain(draft: Draft, table: Table, claim: str | None) -> None:
    """Put the rows down; what is cited may stand below the row that cites it, so citations come last."""
    draft.reserve(row.cells["report"] for row in table.rows if is_id(row.cells.get("report", "")))
    every = all("claim" in row.cells for row in table.rows)
    on = None if every else claim or blank_claim(draft, table.file)
    if on:
        draft.claim(on, None, table.file)
    found = [(row, renamed(row.cells)) for row in table.rows]
    reports: dict[str, Entry] = {}
    for row, cells in found:
        _report(draft, table, row, cells, reports)
    addresses = {entry.fields.get("url"): entry for entry in reversed(reports.values())}
    put = _Put(by_name=reports, by_address={url: entry for url, entry in addresses.items() if isinstance(url, str)})
    for row, cells in found:
        if "report" in cells:
            _statement(draft, table.where(row), cells, cells.get("claim", on or ""), put)
    first = {_key(cells): row for row, cells in reversed(found)}
    for key, report in reports.items():
        if "outlet" not in report.fields:
            need_outlet(draft, report, table.where(first[key]))


def _key(cells: dict[str, str]) -> str:
    return _named(cells.get("report", ""))


def _named(words: str) -> str:
    """Give what tells reports apart: names in any case, addresses as they are."""
    return words if host_of(words) else folded(words)


def _report(draft: Draft, table: Table, row: TableRow, cells: dict[str, str], reports: dict[str, Entry]) -> None:
    where = table.where(row)
    for name, words in cells.items():
        if name not in _USED:
            draft.note(where, f"{name}: {words}")
    for cell in row.extra:
        draft.note(where, f"a cell that no column names: {cell}")
    called = cells.get("report")
    if called is None:
        draft.note(
            where, f"a row that names no report: {', '.join(f'{name}: {words}' for name, words in row.cells.items())}"
        )
        return
    host = host_of(called)
    url = cells.get("url") or (called if host else None)
    outlet = draft.outlet(cells["outlet"], where) if "outlet" in cells else None
    fields = {"outlet": outlet, **{name: cells.get(name) for name in _REPORT}, "url": url}
    wanted = slug(called.split("://", 1)[-1] if host else called, "report")
    made = draft.report(called if is_id(called) else _key(cells), where, fields, wanted)
    if not is_id(called) and not host:
        made.remark(f"'{called}' in what was read")
    reports[_key(cells)] = made


def _statement(draft: Draft, where: str, cells: dict[str, str], on: str, reports: _Put) -> None:
    report = reports.by_name[_key(cells)]
    fields: dict[str, str | None] = {name: cells.get(name) for name in _STATEMENT}
    said = draft.say(report, draft.claim(on, None, where), fields, where)
    apart = _cited(cells, lambda words: _named(words) in reports.by_name or words in draft.known.workspace.reports)
    cited = [_citation(draft, where, (words, cells.get("mode")), reports, report) for words in apart]
    if "mode" in cells and not cited:
        draft.note(where, f"mode: {cells['mode']}; the row cites nothing")
    if cited:
        there = said.setdefault("cites", [])
        assert isinstance(there, list)
        there += [citation for citation in cited if citation not in there]
    if "cites" in said and "basis" in said:
        draft.note(where, f"basis of {report.id}: {said.pop('basis')}; it cites something")


def _cited(cells: dict[str, str], is_report: Callable[[str], bool]) -> Iterable[str]:
    """Give what a cell says is cited, apart by semicolons or lines, or by commas where each part is a known report."""
    cell = cells.get("cites", "").strip()
    for part in [cell] if is_report(cell) else re.split(r"[;\n\r]", cell):
        several = [words.strip() for words in part.split(",") if words.strip()]
        if not is_report(part.strip()) and several and all(map(is_report, several)):
            yield from several
        elif part.strip():
            yield part.strip()


def _citation(draft: Draft, where: str, cell: tuple[str, str | None], reports: _Put, citing: Entry) -> Value:
    """Name what is cited: a report of the table by its name or address, one of the workspace, else an outlet."""
    words, mode = cell
    report = reports.by_name.get(_named(words)) or reports.by_address.get(words)
    recorded = draft.known.workspace.reports
    there = report.id if report else words if words in recorded else draft.known.at_address(words)
    citation: dict[str, Value] = {}
    if there:
        citation["report"] = there
    else:
        host = host_of(words)
        citation["outlet"] = draft.outlet(host or words, where, url=words if host else None)
        citing.remark(f"'{words}' is no report of what was read: taken for an outlet whose report was not located")
        if host:
            draft.add_to(citation, {"url": words}, where, f"a citation by {citing.id}")
    draft.add_to(citation, {"mode": mode}, where, f"a citation by {citing.id}")
    return there if there and len(citation) == 1 else citation
