"""The open work of a workspace for other programs: JSON, and CSV for spreadsheets and archivers."""

import csv
import io
from collections.abc import Sequence

from provenance.dates import Date
from provenance.export.tables import guarded
from provenance.json_text import dump_json
from provenance.trace.desk import Task

_COLUMNS = ("kind", "subject", "claims", "detail", "closes", "link")


def gaps_json(tasks: Sequence[Task], as_of: Date | None, stale_days: int | None) -> str:
    """Give tasks as one JSON object, schema `provenance/gaps/1`."""
    gaps = [
        {
            "kind": task.gap.kind,
            "subject": task.gap.subject,
            "claims": list(task.claims),
            "detail": task.gap.detail,
            "closes": task.gap.closes,
            "link": task.link,
        }
        for task in tasks
    ]
    return dump_json(
        {
            "schema": "provenance/gaps/1",
            "as_of": as_of.text if as_of else None,
            "stale_days": stale_days,
            "gaps": gaps,
        }
    )


def gaps_csv(tasks: Sequence[Task]) -> str:
    """Give tasks as CSV (RFC 4180), formula cells defused; `link` is the column archivers read."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for task in tasks:
        gap = task.gap
        row = (gap.kind, gap.subject, " ".join(task.claims), gap.detail, gap.closes, task.link or "")
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue()
