"""`provenance impact ID`."""

from typing import Annotated

import typer

from provenance.cli.completion import SUBJECTS, ids
from provenance.cli.options import DATA, AsJson, AsOf, Data, open_workspace
from provenance.cli.output import print_data, print_lines, width
from provenance.cli.subject import choose_subject
from provenance.report.impact import impact_lines
from provenance.trace import Tracer
from provenance.trace.impact import find_impact

Id = Annotated[
    list[str],
    typer.Argument(
        metavar="ID",
        help="A report, source, party or outlet; an outlet by its name, too.",
        autocompletion=ids(*SUBJECTS, most=1),
    ),
]


def command(id_: Id, data: Data = DATA, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Show what falls if this report, source, party or outlet falls or is retracted, claim by claim.

    Who rests on it, who of them loses every way to an origin, who has corrected so far, and how the
    status and the number of origins change. A party falls with the sources that speak for it, an
    outlet with all its reports.

    Examples:
      provenance impact nefes-0903
    """
    workspace = open_workspace(data)
    tracer = Tracer(workspace)
    impact = find_impact(tracer, choose_subject(tracer.graph, " ".join(id_)), as_of)
    if as_json:
        from provenance.export.impact import impact_json  # noqa: PLC0415

        print_data(impact_json(impact))
    else:
        print_lines(impact_lines(tracer.graph, impact, width()))
