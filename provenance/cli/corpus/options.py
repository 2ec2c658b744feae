"""Arguments and options that several commands over a corpus share."""

from typing import Annotated

import typer

Corpus = Annotated[str, typer.Argument(metavar="CORPUS", help="What `provenance corpus import` made.")]
Processes = Annotated[
    int | None, typer.Option("--processes", metavar="N", min=1, help="Work in N processes; else one for each core.")
]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="Show the first N rows.")]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")]
