"""What parties and sources answered: to this claim, and to neighbouring ones."""

from provenance.dates import Date
from provenance.graph import CitationGraph
from provenance.model import Response
from provenance.trace.answer import Answered


def list_responses(graph: CitationGraph, claim: str, as_of: Date | None) -> tuple[Answered, ...]:
    """List the responses to `claim` and its neighbours that are in by the date, by date, party and claim."""
    neighbours = graph.ties.neighbours(claim)
    found = [
        response
        for response in graph.workspace.responses
        if (response.claim == claim or response.claim in neighbours)
        and (as_of is None or response.date is None or response.date.in_by(as_of))
    ]
    answered = [
        Answered(
            party=graph.workspace.agent_of(response.by),
            addresses=response.claim == claim,
            replaced=any(_replaces(graph, other, response) for other in found),
            response=response,
        )
        for response in found
    ]
    return tuple(sorted(answered, key=_in_order))


def _replaces(graph: CitationGraph, later: Response, earlier: Response) -> bool:
    """Tell whether `later` is the same party's surely later word on the same claim."""
    return (
        later.claim == earlier.claim
        and graph.workspace.agent_of(later.by) == graph.workspace.agent_of(earlier.by)
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
    )
