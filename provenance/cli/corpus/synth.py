"""`provenance corpus synth -o FOLDER --citations N`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.corpus.running import running
from provenance.cli.output import Stop, print_text
from provenance.cli.progress import progress
from provenance.corpus.synth import ANSWERS, CITATIONS_A_CLAIM, synthesize
from provenance.safe import visible
from provenance.wording.numbers import plural

FORMATS = ("parquet", "csv", "jsonl")

Output = Annotated[str, typer.Option("-o", "--output", metavar="FOLDER", help="A new folder for the tables.")]
Citations = Annotated[int, typer.Option("--citations", metavar="N", min=0, help="Make about N citations.")]
Claims = Annotated[
    int | None,
    typer.Option("--claims", metavar="N", min=1, help=f"Make N claims; else one for {CITATIONS_A_CLAIM} citations."),
]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Another number, another corpus.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")]


def command(
    output: Output, citations: Citations = 10_000, claims: Claims = None, seed: Seed = 1, format_: Format = "parquet"
) -> None:
    """Make up a corpus of any size whose answers are known: tables, and the answers beside them.

    It is shaped like news: bursts, agencies that hundreds relay, loops, owners, retractions, claims of one report
    and of thousands. Nothing in it is true. The same numbers give the same files.

    Examples:
      provenance corpus synth -o tables/ --citations 100000
    """
    if format_ not in FORMATS:
        raise Stop(f"provenance: there is no format '{format_}'; the formats are {', '.join(FORMATS)}")
    with running(), progress("claims") as advance:
        made = synthesize(Path(output), citations, claims or 0, seed, format_, advance)
    counts = f"{plural(made.claims, 'claim')}, {plural(made.reports, 'report')}, {plural(made.citations, 'citation')}"
    print_text(f"{visible(output)}: {counts}; the answers are in {ANSWERS}\n")
