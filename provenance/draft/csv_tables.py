"""CSV: our tables of nodes and edges, those of Gephi, or a plain table of reports, their outlets and what they cite."""

import re
from collections.abc import Sequence

from provenance.draft.csv_rows import Table, TableRow, read_table
from provenance.draft.drafting import Draft
from provenance.draft.from_network import draft_network
from provenance.draft.network import Link, Network, Row
from provenance.draft.plain_table import draft_plain
from provenance.draft.problems import UnreadableError, missing_column
from provenance.problems import Place, Problem

_GUARDED = re.compile(r"'(\s*[-=+@\uff0d\uff1d\uff0b\uff20])")
"""What our own export puts an apostrophe before; see provenance/export/tables.py."""

_NODES = frozenset(("id", "label"))
_EDGES = frozenset(("source", "target"))
_HINT = "name the columns report, outlet and cites, or give tables with Id and Label, Source and Target"


def read_csv(draft: Draft, texts: Sequence[tuple[str, str]], claim: str | None) -> None:
    """Read one table, or several that belong together: nodes and edges. Raises UnreadableError."""
    tables = [read_table(text, file) for file, text in texts]
    plain = [table for table in tables if "report" in table.columns]
    nodes = [table for table in tables if table not in plain and set(table.columns) >= _NODES]
    edges = [table for table in tables if table not in plain and set(table.columns) >= _EDGES]
    strange = [table for table in tables if table not in (*plain, *nodes, *edges)]
    if strange:
        raise UnreadableError(*(_no_column(table) for table in strange))
    for table in plain:
        draft_plain(draft, table, claim)
    if nodes or edges:
        draft_network(draft, _network(draft, nodes, edges), claim)


def _no_column(table: Table) -> Problem:
    named = ", ".join(name for name in table.columns if name)
    return missing_column(Place(table.file, 1, 1), f"no column says which report a row is about: {named}", _HINT)


def _network(draft: Draft, nodes: Sequence[Table], edges: Sequence[Table]) -> Network:
    ours = any("record" in table.columns for table in nodes)
    rows = [_node(table, row, ours=ours) for table in nodes for row in table.rows if "id" in row.cells]
    links = [_edge(table, row, ours=ours) for table in edges for row in table.rows if row.cells.keys() >= _EDGES]
    for table, key in [(table, "id") for table in nodes] + [(table, "source") for table in edges]:
        for row in table.rows:
            _leave(draft, table, row, key)
    known = {row.id for row in rows}
    for link in links:
        for end in (link.citing, link.cited):
            if end not in known:
                known.add(end)
                rows.append(Row(where=link.where, id=end, values={"label": end}))
    where = (nodes or edges)[0].file
    return Network(where=where, about={}, nodes=tuple(rows), edges=tuple(links))


def _leave(draft: Draft, table: Table, row: TableRow, key: str) -> None:
    for cell in row.extra:
        draft.note(table.where(row), f"a cell that no column names: {cell}")
    needed = _EDGES if key == "source" else frozenset((key,))
    if not needed <= row.cells.keys():
        held = ", ".join(f"{name}: {words}" for name, words in row.cells.items())
        draft.note(table.where(row), f"a row without {' and '.join(sorted(needed - row.cells.keys()))}: {held}")


def _node(table: Table, row: TableRow, *, ours: bool) -> Row:
    values = {name: _unguarded(words) if ours else words for name, words in row.cells.items() if name != "id"}
    return Row(where=table.where(row), id=row.cells["id"], values=values)


def _edge(table: Table, row: TableRow, *, ours: bool) -> Link:
    cells = {name: _unguarded(words) if ours else words for name, words in row.cells.items()}
    citing, cited = cells.pop("source"), cells.pop("target")
    return Link(where=table.where(row), citing=citing, cited=cited, values=cells)


def _unguarded(words: str) -> str:
    return words[1:] if _GUARDED.match(words) else words
