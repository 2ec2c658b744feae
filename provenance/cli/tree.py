"""`provenance tree CLAIM|REPORT`."""

from typing import Annotated

import typer

from provenance.cli.completion import ids
from provenance.cli.for_claim import open_for_id
from provenance.cli.options import (
    DATA,
    Ascii,
    AsOf,
    Data,
    Depth,
    Down,
    Prune,
    choose_claim,
    open_workspace,
    pruned,
)
from provenance.cli.output import Stop, print_lines, shows_unicode, width
from provenance.report.tree import ASCII, UNICODE, View, tree_lines
from provenance.trace import Shape, Tracer, claim_tree, report_tree

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="CLAIM",
        help="A claim's id, or words of its text; or a report's id.",
        autocompletion=ids("claim", "report", most=1),
    ),
]


def command(
    words: Words,
    data: Data = DATA,
    as_of: AsOf = None,
    depth: Depth = None,
    prune: Prune = None,
    down: Down = False,
    ascii_: Ascii = False,
) -> None:
    """Show who rests on whom: for a claim (id or words), or for one report (id).

    Up to the origins, or with --down from there to who spread it.

    Examples:
      provenance tree s400-asked --down
      provenance tree kyiv-post
    """
    wanted = " ".join(words)
    workspace = open_workspace(data) if prune else open_for_id(data, wanted)
    tracer = Tracer(workspace)
    shape = Shape(depth=depth, prune=pruned(workspace, prune), down=down)
    claim = None if wanted in workspace.reports else choose_claim(workspace, words, or_report=True)
    if claim is None and as_of is not None:
        raise Stop("provenance: --as-of goes with a claim: a report's own citations have one date")
    if claim is None:
        rows = report_tree(tracer.graph, wanted, shape)
    else:
        rows = claim_tree(tracer.support(claim, as_of), shape)
    guides = UNICODE if shows_unicode() and not ascii_ else ASCII
    view = View(guides=guides, width=width(), claim=claim, as_of=as_of, down=down, pruned=tuple(sorted(shape.prune)))
    print_lines(tree_lines(tracer.graph, rows, view))
