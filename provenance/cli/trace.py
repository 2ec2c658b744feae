"""`provenance trace CLAIM`."""

from collections.abc import Iterator

from provenance.cli.for_claim import open_for_claim
from provenance.cli.options import DATA, Ascii, AsJson, AsOf, Data, Depth, Down, Words
from provenance.cli.output import print_data, print_lines, shows_unicode, width
from provenance.report.lines import Line
from provenance.report.trace import trace_lines
from provenance.report.tree import ASCII, UNICODE, View
from provenance.trace import Shape, Tracer, claim_tree
from provenance.trace.answer import Trace


def command(
    words: Words,
    data: Data = DATA,
    as_of: AsOf = None,
    depth: Depth = None,
    down: Down = False,
    ascii_: Ascii = False,
    as_json: AsJson = False,
) -> None:
    """Say where a claim starts, how many origins it has, who hardened it, and who could confirm it and has not.

    CLAIM is an id or words of the claim's text. With --json the answer is complete: --depth and
    --down change only what is drawn.

    Examples:
      provenance trace s400-asked
      provenance trace coati --as-of 2010-01-01
    """
    workspace, claim = open_for_claim(data, words)
    tracer = Tracer(workspace)
    answer = tracer.trace(claim, as_of)
    if as_json:
        from provenance.export.answer import answer_json  # noqa: PLC0415

        print_data(answer_json(answer))
        return
    print_lines(drawn(tracer, answer, Shape(depth=depth, down=down), ascii_=ascii_))


def drawn(tracer: Tracer, answer: Trace, shape: Shape, *, ascii_: bool) -> Iterator[Line]:
    """Draw an answer, with a tree of this shape."""
    rows = answer.tree
    if shape.depth is not None or shape.down:
        rows = claim_tree(tracer.support(answer.claim, answer.as_of), shape)
    guides = UNICODE if shows_unicode() and not ascii_ else ASCII
    view = View(guides=guides, width=width(), claim=answer.claim, as_of=answer.as_of, down=shape.down)
    return trace_lines(tracer.graph, answer, rows, view)
