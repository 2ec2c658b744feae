"""Many claims, a row each: JSON Lines and CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from provenance.export.tables import guarded
from provenance.json_text import inert

Row = Mapping[str, object]


def triage_json_lines(rows: Iterable[Row]) -> str:
    """Give a JSON object a line."""
    return "".join(inert(json.dumps(dict(row), ensure_ascii=False)) + "\n" for row in rows)


def triage_csv(names: Sequence[str], rows: Iterable[Row]) -> str:
    """Give a table for spreadsheets; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(found: object) -> object:
    if isinstance(found, bool):
        return str(found).lower()
    return guarded(found) if isinstance(found, str) else found
