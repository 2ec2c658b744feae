"""`provenance new response`."""

from typing import Annotated

import typer

from provenance.cli.completion import CLAIMS, ids
from provenance.cli.new.adding import Where, add, flag
from provenance.cli.new.options import Ask, Cites, DryRun, File, Quote
from provenance.cli.options import DATA, Data
from provenance.editing.questions import Kind
from provenance.model import Reaction

By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="ID", help="The party or source that responds.", autocompletion=ids("party", "source")
    ),
]
Claim = Annotated[
    str | None, typer.Option("--claim", metavar="CLAIM", help="The claim it responds to.", autocompletion=ids(*CLAIMS))
]
Does = Annotated[Reaction | None, typer.Option("--stance", help="What it does.")]
When = Annotated[str | None, typer.Option("--date", metavar="DATE", help="When, as EDTF: 2025-09-03, 2025-09.")]
Record = Annotated[bool | None, typer.Option("--on-record/--off-record", help="Whether it was on the record.")]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--reported-by", metavar="REPORT", help="The report that has it (repeatable).", autocompletion=ids("report")
    ),
]


def command(
    by: By = None,
    claim: Claim = None,
    stance: Does = None,
    date: When = None,
    on_record: Record = None,
    quote: Quote = None,
    reported_by: Reports = None,
    cites: Cites = None,
    file: File = None,
    ask: Ask = False,
    dry_run: DryRun = False,
    data: Data = DATA,
) -> None:
    """Add what a party or source said to a claim, or that it said nothing.

    Examples:
      provenance new response --by city-council --claim bridge-closed --stance denies --on-record
    """
    given = {
        "by": by,
        "claim": claim,
        "stance": stance,
        "date": date,
        "on_record": flag(on_record),
        "quote": quote,
        "reported_by": reported_by,
        "cites": cites,
    }
    add(Kind.RESPONSE, given, Where(data=data, file=file, id_=None, ask=ask, dry_run=dry_run))
