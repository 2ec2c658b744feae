"""Responses as sentences: one for each response, however many reports tell of it."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.graph import CitationGraph
from provenance.model import Reaction
from provenance.trace.answer import Answered
from provenance.wording.names import agent_name
from provenance.wording.numbers import listing

_REACTIONS = {
    Reaction.CONFIRMS: "confirms",
    Reaction.DENIES: "denies",
    Reaction.PARTLY: "confirms in part",
    Reaction.DECLINES: "declines to comment",
    Reaction.NEITHER: "neither confirms nor denies",
    Reaction.SILENT: "did not answer",
    Reaction.NOT_ASKED: "was not asked",
}
_RECORD = {True: "on the record", False: "off the record", None: "whether on the record is not recorded"}


def response_sentences(graph: CitationGraph, responses: Iterable[Answered]) -> Iterator[str]:
    """Say who answered what, when, and whether it addresses the claim; what tells of one response is one sentence.

    One response is the same stance of the same party or source on one claim and date; undated ones stay apart.
    """
    together: dict[tuple[object, ...], list[Answered]] = {}
    for number, answered in enumerate(responses):
        response = answered.response
        when = response.date.text if response.date else number
        together.setdefault((answered.party, response.by, response.claim, response.stance, when), []).append(answered)
    return (_sentence(graph, found) for found in together.values())


def _sentence(graph: CitationGraph, found: Sequence[Answered]) -> str:
    first = found[0]
    response = first.response
    date = f"{response.date.text} " if response.date else "undated "
    who = agent_name(graph, response.by)
    if response.by != first.party:
        who += f" (for {agent_name(graph, first.party)})"
    to = "" if first.addresses else f" – to {response.claim}: does not address this claim"
    replaced = " – replaced by a later answer" if first.replaced else ""
    said = "".join(map(_account, found)) if len(found) > 1 else _record(first)
    by = _reported_by(first) if len(found) == 1 else ""
    return f"{date}{who} {_REACTIONS[response.stance]}{said}{to}{replaced}{by}"


def _account(answered: Answered) -> str:
    """Say one of several accounts of a response: on the record or not, and in which reports."""
    reports = listing(list(answered.response.reported_by)) or "a report that is not recorded"
    return f"{_record(answered) or ','} in {reports}"


def _record(answered: Answered) -> str:
    """Say whether it was on the record; nothing of one who did not speak."""
    silent = answered.response.stance in (Reaction.SILENT, Reaction.NOT_ASKED)
    return "" if silent else f", {_RECORD[answered.response.on_record]}"


def _reported_by(answered: Answered) -> str:
    reports = answered.response.reported_by
    return f"; reported by {', '.join(reports)}" if reports else ""
