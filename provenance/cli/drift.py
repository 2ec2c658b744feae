"""`provenance drift CLAIM`."""

from provenance.cli.for_claim import open_for_claim
from provenance.cli.options import DATA, AsJson, AsOf, Data, Words
from provenance.cli.output import print_data, print_lines
from provenance.report.steps import wording_lines
from provenance.trace import Tracer
from provenance.trace.steps import wording


def command(words: Words, data: Data = DATA, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Show how a claim's wording hardened: its versions, then every step from the origins to who spread it.

    Compared along each citation: claim, certainty, attribution, one source or several, details,
    translation; with what both reports print.

    Examples:
      provenance drift s400-asked
    """
    workspace, claim = open_for_claim(data, words)
    tracer = Tracer(workspace)
    found = wording(tracer.support(claim, as_of))
    if as_json:
        from provenance.export.steps import wording_json  # noqa: PLC0415 - for programs only

        print_data(wording_json(tracer.graph, found))
    else:
        print_lines(wording_lines(tracer.graph, found))
