"""The small tables of a corpus, held in memory and read as the YAML of the same records is: one set of rules."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from provenance.check import ESSENTIAL, run_checks
from provenance.corpus.columns import LONGEST_ID
from provenance.corpus.leaving_out import KINDS, TIE_CYCLE, At, Held, circles_of_claims, leave_out_what_hangs_on
from provenance.corpus.rejecting import CorpusError, Reject, shortened
from provenance.model import Claim, Outlet, Workspace
from provenance.packing import NOWHERE
from provenance.problems import Problem, Severity
from provenance.read import ID_PATTERN, read_texts
from provenance.read.names import Names, is_unnamed
from provenance.safe import visible
from provenance.value import Value, field_names, replaced

_LISTS = ("responses", "dependences")
_DEEPEST = 12
_STUBS = "~reports"


def read_named(held: Mapping[str, list[Held]], rejects: list[Reject]) -> Workspace:
    """Read cases, claims, outlets, parties and sources; rows that cannot be used are left out."""
    return _read({name: held.get(name, []) for name in ("cases", *KINDS)}, {}, rejects)


def read_listed(
    held: Mapping[str, list[Held]], named: Workspace, reports: Iterable[str], rejects: list[Reject]
) -> Workspace:
    """Read responses and dependences beside what they name, and give `named` with them. `reports` exist."""
    wanted = {cells.get("claim") for _, _, cells in held.get("responses", [])}
    claims: list[Held] = [("", 0, {"id": id_, "text": "-"}) for id_ in sorted(named.claims) if id_ in wanted]
    tables = {**{name: held.get(name, []) for name in ("outlets", "parties", "sources", *_LISTS)}, "claims": claims}
    usable = {"outlets": named.outlets, "parties": named.parties, "sources": named.sources}
    for table, records in usable.items():
        tables[table] = [row for row in tables[table] if row[2].get("id") in records]
    known = {id_: next(iter(named.outlets)) for id_ in reports}
    free = _free_prefix((*known, *named.claims, *named.outlets, *named.parties, *named.sources))
    stubs = {**{f"{free}{number}": id_ for number, id_ in enumerate(named.outlets)}, **known}
    found = _read(tables, stubs, rejects)
    return replaced(named, responses=found.responses, dependences=found.dependences)


def _free_prefix(taken: Iterable[str]) -> str:
    """Give a beginning for ids that no id has."""
    prefix = "0"
    ids = [id_ for id_ in taken if id_.startswith(prefix)]
    while any(id_.startswith(prefix) for id_ in ids):
        prefix += "0"
    return prefix


def outlet_uses(held: Mapping[str, list[Held]]) -> Iterator[str]:
    """Give every name that stands for an outlet in what responses cite."""
    for _, _, cells in held.get("responses", []):
        waiting = [_cites(cells.get("cites"))]
        while waiting:
            here = waiting.pop()
            if isinstance(here, list):
                waiting += here
            elif isinstance(here, dict):
                waiting += [below for below in here.values() if not isinstance(below, str)]
                if isinstance(here.get("outlet"), str):
                    yield here["outlet"]


def possible_reports(held: Mapping[str, list[Held]]) -> set[str]:
    """Give every text in responses and dependences that may be the id of a report."""
    found: set[str] = set()
    for table in _LISTS:
        for _, _, cells in held.get(table, []):
            waiting: list[Any] = [cells.get("reported_by"), cells.get("between"), _cites(cells.get("cites"))]
            while waiting:
                here = waiting.pop()
                if isinstance(here, str):
                    found.add(here)
                elif isinstance(here, (list, dict)):
                    waiting += here if isinstance(here, list) else here.values()
    return {text for text in found if ID_PATTERN.fullmatch(text)}


class OutletNames:
    """What every name of an outlet stands for: an outlet with a row, or an implicit one."""

    def __init__(self, workspace: Workspace, uses: Iterable[str]) -> None:
        self._names = Names(kinds=dict.fromkeys(workspace.outlets, "outlet"))
        for outlet in workspace.outlets.values():
            self._names.add_names(outlet.id, outlet.name, outlet.aliases)
        self._uses = sorted({name for name in uses if name.strip() and not is_unnamed(name)})
        for name in self._uses:
            self._names.add_outlet_use(name)

    def ids(self) -> dict[str, str]:
        """Give the outlet for each name that is used; a name of several outlets is left out."""
        recorded = {name: self._names.recorded_outlets(name) for name in self._uses}
        return {
            name: found[0] if found else self._names.implicit_outlet(name)
            for name, found in recorded.items()
            if len(found) < 2  # noqa: PLR2004 - one, or none
        }

    def implicit(self) -> dict[str, Outlet]:
        """Give the outlets without a row."""
        return {
            name: Outlet(id=name, name=name, implicit=True, place=NOWHERE)
            for name in self._names.implicit_names()
            if not self._names.recorded_outlets(name)
        }


def plain_claims(ids: Iterable[str], taken: Iterable[str]) -> dict[str, Claim]:
    """Give the claims of a corpus without a table of them: each is its id."""
    others = set(taken)
    usable = (id_ for id_ in sorted(set(ids)) if ID_PATTERN.fullmatch(id_) and not is_unnamed(id_))
    return {id_: Claim(id=id_, text=id_, place=NOWHERE) for id_ in usable if id_ not in others}


def _read(tables: Mapping[str, list[Held]], stubs: Mapping[str, str], rejects: list[Reject]) -> Workspace:
    """Read rows as YAML, leaving out those with errors, and all that hangs on them, until none is left."""
    kept = {table: [row for row in rows if _is_usable(table, row, rejects)] for table, rows in tables.items()}
    while True:
        texts, lines = _texts(kept, stubs)
        loaded = read_texts(texts)
        problems = [one for one in loaded.problems if one.severity is Severity.ERROR]
        problems = problems or _checked(loaded.workspace)
        if not problems:
            return _without_places(replaced(loaded.workspace, reports={}))
        refused: set[At] = set()
        for problem in problems:
            at = lines.get((problem.place.file, problem.place.line))
            if at is not None and at not in refused:
                refused.add(at)
                table, row = at[0], kept[at[0]][at[1]]
                rejects.append(Reject(table, row[0], row[1], problem.code, problem.message, shortened(row[2])))
        if not refused:
            raise CorpusError(f"the tables {', '.join(HELD_NAMES)} cannot be read: {problems[0].message}")
        leave_out_what_hangs_on(kept, refused, rejects)
        kept = {
            table: [row for number, row in enumerate(rows) if (table, number) not in refused]
            for table, rows in kept.items()
        }


def _checked(workspace: Workspace) -> list[Problem]:
    found = run_checks(workspace, ESSENTIAL)
    others = [one for one in found if one.code != TIE_CYCLE]
    return others if len(others) == len(found) else [*others, *circles_of_claims(workspace.claims)]


HELD_NAMES = ("cases", *KINDS, *_LISTS)


def _is_usable(table: str, row: Held, rejects: list[Reject]) -> bool:
    file, number, cells = row
    code, reason = "", ""
    if table in KINDS and not isinstance(cells.get("id"), str):
        code, reason = "missing-value", "`id` is empty"
    elif table in KINDS and len(cells["id"]) > LONGEST_ID:
        code, reason = "bad-id", f"an id has at most {LONGEST_ID} characters"
    elif _depth(_cites(cells.get("cites"))) > _DEEPEST:
        code, reason = "wrong-type", "`cites` is nested too deeply"
    if code:
        rejects.append(Reject(table, file, number, code, reason, shortened(cells)))
    return not code


def _depth(found: Any) -> int:
    depth, here = 0, [found]
    while here and depth <= _DEEPEST:
        depth += 1
        inner = [one for one in here if isinstance(one, (list, dict))]
        here = [below for one in inner for below in (one.values() if isinstance(one, dict) else one)]
    return depth


def _cites(cell: Any) -> Any:
    """Read what a response cites; what is no JSON is one id."""
    if not isinstance(cell, str):
        return cell
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell


def _texts(
    kept: Mapping[str, list[Held]], stubs: Mapping[str, str]
) -> tuple[dict[str, str], dict[tuple[str, int], At]]:
    """Write each table as YAML with one row on a line; gives also the row of each line."""
    texts: dict[str, str] = {}
    lines: dict[tuple[str, int], At] = {}
    for table, rows in kept.items():
        if table == "cases":
            for number, (_, _, cells) in enumerate(rows):
                name = f"cases-{number:08}"
                texts[name] = f"case:\n  {written_yaml(_record(table, cells)) or '{}'}\n"
                lines |= {(name, line): (table, number) for line in (0, 1, 2)}
        elif rows:
            opening, closing = "[]" if table in _LISTS else "{}"
            written = [f" {_entry(table, cells)},\n" for _, _, cells in rows]
            texts[table] = f"{table}: {opening}\n{''.join(written)}{closing}\n"
            lines |= {(table, number + 2): (table, number) for number in range(len(rows))}
    if stubs:
        entries = [f" {written_yaml(id_)}: {written_yaml({'outlet': outlet})},\n" for id_, outlet in stubs.items()]
        texts[_STUBS] = f"reports: {{\n{''.join(entries)}}}\n"
    return texts, lines


def _entry(table: str, cells: dict[str, Any]) -> str:
    record = _record(table, cells)
    return written_yaml(record) if table in _LISTS else f"{written_yaml(cells['id'])}: {written_yaml(record)}"


def _record(table: str, cells: dict[str, Any]) -> dict[str, Any]:
    """Give a row as the mapping that YAML holds."""
    found = {name: cell for name, cell in cells.items() if name != "id" and cell is not None and cell not in ("", [])}
    if table == "claims":
        found.setdefault("text", cells["id"])
    if "cites" in found:
        found["cites"] = _cites(found["cites"])
    if "same_as" in found:
        ties = found["same_as"]
        found["same_as"] = [
            {"source": tie[:-1], "how": "possible"} if tie.endswith("?") else tie for tie in ties if tie
        ]
    return found


def written_yaml(found: Any) -> str:
    """Write YAML in one line: JSON, with what would act as the escapes that YAML has."""
    return visible(json.dumps(found, ensure_ascii=False))


def _without_places(workspace: Workspace) -> Workspace:
    """Let go of places: rows are no lines of YAML."""
    changes: dict[str, Any] = {}
    for section in ("outlets", "parties", "sources", "claims"):
        changes[section] = {id_: _placeless(record) for id_, record in getattr(workspace, section).items()}
    for section in ("cases", "responses", "dependences"):
        changes[section] = tuple(map(_placeless, getattr(workspace, section)))
    return replaced(workspace, **changes)


def _placeless(found: Any) -> Any:
    if isinstance(found, tuple) and not hasattr(found, "_fields"):
        return tuple(map(_placeless, found))
    if not isinstance(found, Value) or not field_names(found) or "place" not in field_names(found):
        return found
    fields = {name: _placeless(getattr(found, name)) for name in field_names(found)}
    return replaced(found, **{**fields, "place": NOWHERE})
