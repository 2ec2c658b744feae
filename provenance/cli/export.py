"""`provenance export CLAIM… --format FORMAT -o FILE`."""

from typing import Annotated

import typer

from provenance.cli.destination import choose_exporter, render, store
from provenance.cli.options import DATA, AsOf, Claims, Data, Depth, Prune
from provenance.cli.selection import All, open_export
from provenance.export import EXPORTERS

Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}; else by FILE's ending."),
]
File = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; - is standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")]


def command(
    words: Claims = None,
    format_: Format = None,
    output: File = None,
    everything: All = False,
    depth: Depth = None,
    prune: Prune = None,
    force: Force = False,
    data: Data = DATA,
    as_of: AsOf = None,
) -> None:
    """Write the citation graph of a claim, of several, or of all (--all) for another program.

    `-o NAME.csv` writes NAME-nodes.csv and NAME-edges.csv. Files are written whole or not at all.

    Examples:
      provenance export s400-asked -o s400.svg
      provenance export --all --format csv -o desk.csv
    """
    exporter = choose_exporter(format_, output)
    found = open_export(data, words, everything=everything, depth=depth, prune=prune, as_of=as_of)
    store(render(exporter, found), exporter, output, force=force)
