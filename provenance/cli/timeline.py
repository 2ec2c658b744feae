"""`provenance timeline CLAIM`."""

from typing import Annotated

import typer

from provenance.cli.for_claim import open_for_claim
from provenance.cli.options import DATA, AsJson, Data, Words
from provenance.cli.output import print_data, print_lines
from provenance.cli.progress import progress
from provenance.report.timeline import timeline_lines
from provenance.trace import Tracer
from provenance.trace.support import Clock
from provenance.trace.timeline import timeline

By = Annotated[Clock, typer.Option("--by", help="The clock: when a report was published, or when it was read.")]


def command(words: Words, data: Data = DATA, by: By = Clock.PUBLISHED, as_json: AsJson = False) -> None:
    """Show how status, origin count and gaps of a claim changed with each report, response and retraction.

    What carries no date counts throughout. On the clock `accessed` a report comes in when it was
    read, a response when the first report of it was; a retraction keeps its own date.

    Examples:
      provenance timeline s400-asked --by accessed
    """
    workspace, claim = open_for_claim(data, words)
    tracer = Tracer(workspace)
    with progress("moments") as advance:
        course = timeline(tracer, claim, by, advance)
    if as_json:
        from provenance.export.timeline import timeline_json  # noqa: PLC0415 - for machines only

        print_data(timeline_json(course))
    else:
        print_lines(timeline_lines(tracer.graph, course))
