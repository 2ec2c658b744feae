"""What of the records an export shows: claims, a date, and a part of their graph."""

from typing import Annotated

import typer

from provenance.cli.options import choose_claims, open_workspace, pruned
from provenance.dates import Date
from provenance.export.figure import Export, export_of
from provenance.trace import Shape, Tracer

All = Annotated[bool, typer.Option("--all", help="All claims of the records in one graph.")]


def open_export(
    data: str,
    words: list[str] | None,
    *,
    everything: bool,
    depth: int | None,
    prune: list[str] | None,
    as_of: Date | None,
) -> Export:
    """Read the records and answer for the claims that are meant. Ends the command where something is not there."""
    workspace = open_workspace(data)
    tracer = Tracer(workspace)
    claims = choose_claims(workspace, words or [], everything=everything)
    shape = Shape(depth=depth, prune=pruned(workspace, prune))
    return export_of(tracer, [tracer.trace(claim, as_of) for claim in claims], shape)
