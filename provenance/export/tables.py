"""CSV (RFC 4180) as two tables, with the column names Gephi expects; no cell is a formula to a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO

from provenance.export import Output
from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.flat import Plain, flat, names_of, values_of
from provenance.safe import one_line

_FORMULA = re.compile(r"\s*[-=+@\uff0d\uff1d\uff0b\uff20]|[\t\r\n]")


def render(figure: Figure) -> tuple[Output, ...]:
    """Write a figure as a table of nodes and one of edges, the latter with the labels of both ends for the reader."""
    return (Output("-nodes", _nodes(figure)), Output("-edges", _edges(figure)))


def guarded(text: str) -> str:
    """Make text a cell that no spreadsheet takes for a formula: an apostrophe before = + - @ and their wide forms.

    Tabs, line ends and blanks before them are seen through (OWASP, CSV injection), then folded to one blank.
    """
    return f"'{one_line(text)}" if _FORMULA.match(text) else one_line(text)


def _nodes(figure: Figure) -> str:
    rows = [{"Id": node.id, "Label": node.label, **flat(values_of(node))} for node in figure.nodes]
    return _table(("Id", "Label", *names_of(FigureNode)), rows)


def _edges(figure: Figure) -> str:
    labels = {node.id: node.label for node in figure.nodes}
    rows = [
        {
            "Source": edge.citing,
            "Target": edge.cited,
            "Type": "Directed",
            "citing": labels[edge.citing],
            "cited": labels[edge.cited],
            **flat(values_of(edge)),
        }
        for edge in figure.edges
    ]
    return _table(("Source", "Target", "Type", "citing", "cited", *names_of(FigureEdge)), rows)


def _table(columns: tuple[str, ...], rows: Iterable[Mapping[str, Plain]]) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: Plain) -> str:
    return str(value).lower() if isinstance(value, bool) else guarded(str(value))
