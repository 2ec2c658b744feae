"""What parties and sources answered: to this claim, and to neighbouring ones."""

from collections.abc import Iterable, Mapping

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
    latest = _latest_words(graph, found)
    answered = [
        Answered(
            party=graph.agents.of(response.by),
            addresses=response.claim == claim,
            replaced=_replaced(graph, response, latest),
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


def _latest_words(graph: CitationGraph, found: Iterable[Response]) -> dict[tuple[str, str], int]:
    """Give for each agent and claim the latest first instant of a response: what surely ends before it is replaced."""
    latest: dict[tuple[str, str], int] = {}
    for response in found:
        date = response.date
        if date is not None and not date.qualified and date.earliest is not None:
            key = (graph.agents.of(response.by), response.claim)
            latest[key] = max(date.earliest, latest.get(key, date.earliest))
    return latest


def _replaced(graph: CitationGraph, response: Response, latest: Mapping[tuple[str, str], int]) -> bool:
    """Tell whether the same party's surely later word on the same claim stands in place of this response."""
    date, after = response.date, latest.get((graph.agents.of(response.by), response.claim))
    return (
        after is not None
        and date is not None
        and not date.qualified
        and date.latest is not None
        and date.latest < after
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
