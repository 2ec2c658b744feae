"""What parties and sources answered: to this claim, and to neighbouring ones."""

from provenance.dates import Date
from provenance.graph import CitationGraph
from provenance.model import Response
from provenance.trace.answer import Answered
from provenance.trace.support import Clock, Support


def list_responses(support: Support) -> tuple[Answered, ...]:
    """List the responses to the claim and its neighbours that are in by the date, by date, party and claim."""
    graph, claim = support.graph, support.claim
    neighbours = graph.ties.neighbours(claim)
    found = [
        response
        for response in graph.workspace.responses
        if (response.claim == claim or response.claim in neighbours) and _is_in(support, response)
    ]
    answered = [
        Answered(
            party=graph.agents.of(response.by),
            addresses=response.claim == claim,
            replaced=any(_replaces(graph, other, response) for other in found),
            response=response,
        )
        for response in found
    ]
    return tuple(sorted(answered, key=_in_order))


def response_date(graph: CitationGraph, response: Response, clock: Clock) -> Date | None:
    """Give when a response came in: its own date; by `accessed`, when the first report of it was read, if recorded."""
    read = [graph.workspace.reports[report].accessed for report in response.reported_by]
    known = [date for date in read if date is not None]
    if clock is Clock.PUBLISHED or not known:
        return response.date
    return min(known, key=lambda date: (date.sort_key, date.text))


def _is_in(support: Support, response: Response) -> bool:
    date = response_date(support.graph, response, support.clock)
    return support.as_of is None or date is None or date.in_by(support.as_of)


def _replaces(graph: CitationGraph, later: Response, earlier: Response) -> bool:
    """Tell whether `later` is the same party's surely later word on the same claim."""
    return (
        later.claim == earlier.claim
        and graph.agents.of(later.by) == graph.agents.of(earlier.by)
        and later.date is not None
        and earlier.date is not None
        and earlier.date.surely_before(later.date)
    )


def _in_order(found: Answered) -> tuple[object, ...]:
    response = found.response
    date = response.date
    return (
        date is None,
        date.sort_key if date else (),
        found.party,
        response.claim,
        response.stance,
        response.by,
        str(response.on_record),
        response.quote or "",
        response.reported_by,
        date.text if date else "",
    )
