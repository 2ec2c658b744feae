"""`provenance gaps [CLAIM…]`."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from provenance.cli.completion import CLAIMS, ids
from provenance.cli.exits import FOUND
from provenance.cli.options import DATA, AsJson, AsOf, Data, choose_claim, open_loaded, open_workspace
from provenance.cli.output import Stop, print_data, print_lines, print_text, width
from provenance.dates import parse_date
from provenance.report.gaps import gap_lines
from provenance.trace import Tracer
from provenance.trace.answer import GapKind
from provenance.trace.desk import open_tasks

Kinds = Annotated[
    list[GapKind] | None, typer.Option("--kind", metavar="KIND", help="Only gaps of this kind (repeatable).")
]
FailOn = Annotated[
    list[GapKind] | None,
    typer.Option("--fail-on", metavar="KIND", help="Exit with 1 where such a gap is open (repeatable)."),
]
StaleDays = Annotated[
    int | None,
    typer.Option("--stale-days", metavar="N", min=0, help="List open claims without a report in the last N days."),
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the gaps as CSV, with a `link` column.")]


def command(
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="CLAIM…", help="Ids of claims; else all.", autocompletion=ids(*CLAIMS)),
    ] = None,
    data: Data = DATA,
    as_of: AsOf = None,
    kind: Kinds = None,
    stale_days: StaleDays = None,
    fail_on: FailOn = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what is open, worst first, with what would close it: over all claims, or those named.

    Examples:
      provenance gaps --kind no-confirmation
      provenance gaps s400-asked --fail-on no-origin
    """
    if stale_days is None and GapKind.STALE in [*(kind or ()), *(fail_on or ())]:
        raise Stop("provenance: stale claims are found only with --stale-days N")
    workspace = open_loaded(data).workspace if fail_on else open_workspace(data)  # no examples decide what fails
    chosen = [choose_claim(workspace, [claim]) for claim in claims] if claims else list(workspace.claims)
    today = None if stale_days is None else as_of or parse_date(datetime.now(UTC).date().isoformat())
    tasks = open_tasks(Tracer(workspace), chosen, as_of, today, stale_days or 0)
    shown = [task for task in tasks if not kind or task.gap.kind in kind]
    if as_json or as_csv:
        from provenance.export.gaps import gaps_csv, gaps_json  # noqa: PLC0415

        print_data(gaps_json(shown, as_of, stale_days) if as_json else gaps_csv(shown))
    else:
        without_stale = stale_days is None and not kind
        print_lines(gap_lines(shown, len(chosen), width(), without_stale=without_stale))
    failing = sorted({task.gap.kind for task in tasks if task.gap.kind in (fail_on or ())})
    if failing:
        print_text(f"provenance: --fail-on: {', '.join(failing)} is open\n", to_stderr=True)
        raise SystemExit(FOUND)
