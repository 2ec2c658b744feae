"""`provenance why CLAIM ID`."""

from typing import Annotated

import typer

from provenance.cli.completion import claim_then_subject
from provenance.cli.for_claim import open_for_claim
from provenance.cli.options import DATA, AsJson, AsOf, Data
from provenance.cli.output import Stop, print_data, print_lines
from provenance.cli.stream import print_as_found
from provenance.cli.subject import choose_subject
from provenance.report.why import way_lines, why_head, why_tail
from provenance.trace import Tracer
from provenance.trace.why import Reasons

Words = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM", help="A claim's id, or words of its text.", autocompletion=claim_then_subject),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="A report, source, party or outlet.")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=0, help="Show the first N ways.")]
All = Annotated[bool, typer.Option("--all", help="Show all ways, each as it is found.")]

MOST_AS_JSON = 100_000
"""How many ways one JSON answer may hold."""


def command(
    words: Words,
    id_: Id,
    data: Data = DATA,
    as_of: AsOf = None,
    most: Most = 5,
    all_: All = False,
    as_json: AsJson = False,
) -> None:
    """Show every way a claim rests on a report, source, party or outlet, the shortest first.

    Which citations carry it, and what would change the verdict. A claim that does not rest on ID is
    an answer, too.

    Examples:
      provenance why s400-asked nefes-0903
    """
    workspace, claim = open_for_claim(data, words, also=id_)
    tracer = Tracer(workspace)
    reasons = Reasons(tracer, claim, choose_subject(tracer.graph, id_), as_of)
    if as_json:
        from provenance.export.why import why_json  # noqa: PLC0415

        why = reasons.answer(MOST_AS_JSON if all_ else most)
        if all_ and not why.complete:
            raise Stop(f"provenance: there are more than {MOST_AS_JSON:,} ways; name how many with --most N")
        print_data(why_json(tracer.graph, why))
        return
    why = reasons.answer(0 if all_ else most)
    ways = reasons.ways() if all_ else why.ways
    print_lines(why_head(tracer.graph, why))
    shown = print_as_found(way_lines(tracer.graph, why, number, way) for number, way in enumerate(ways, 1))
    print_lines(why_tail(tracer.graph, why, shown, complete=all_ or why.complete))
