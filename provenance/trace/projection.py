"""The agent projection: which outlets, parties and sources cite which, and where they do so first."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from provenance.dates import Date
from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import Attribution, Citation, CitedKind, UnclearCitation
from provenance.trace.answer import RESPONSE, Answered
from provenance.trace.support import Support

Agent = tuple[str, str]
"""An outlet, party or source: (kind, id). Who stands for whom: provenance/agents.py."""

Arrow = tuple[Agent, Agent]


class Witness(NamedTuple):
    """Where one agent cites another; the smallest of several is the one to show: a sure one, then the earliest.

    `by` is the report, or RESPONSE; `date` as written.
    """

    in_doubt: bool
    order: tuple[object, ...]
    by: str
    date: str | None


def project(support: Support, responses: Iterable[Answered]) -> dict[Arrow, Witness]:
    """Project the claim's graph on agents; what a party rests on by its responses to the claim counts as its edges."""
    found: dict[Arrow, Witness] = {}
    for arrow, witness in (*_of_reports(support), *_of_responses(support.graph, responses)):
        if arrow[0] != arrow[1]:
            found[arrow] = min(witness, found.get(arrow, witness))
    return found


def arrows_of(support: Support, responses: Iterable[Answered]) -> set[Arrow]:
    """Give who cites whom as `project` does, without where."""
    graph = support.graph
    agents = {node: _agent(graph, node) for node in support.nodes}
    found = {(agents[node], agents[cited]) for node in support.nodes for cited in graph.cites(node)}
    found |= {arrow for arrow, _ in _of_responses(graph, responses)}
    return {(one, other) for one, other in found if one != other}


def arrows(graph: CitationGraph, nodes: Iterable[Node]) -> set[Arrow]:
    """Project the citations between `nodes`; those within one agent are no arrows."""
    inside = frozenset(nodes)
    found = {
        (_agent(graph, node), _agent(graph, cited)) for node in inside for cited in graph.cites(node) if cited in inside
    }
    return {(one, other) for one, other in found if one != other}


def with_doubt(cites: Iterable[Citation | UnclearCitation]) -> Iterator[tuple[Citation, bool]]:
    """Give each citation, and whether it is in doubt."""
    for entry in cites:
        if isinstance(entry, UnclearCitation):
            yield from ((alternative, True) for alternative in entry.alternatives)
        else:
            yield entry, entry.attribution is Attribution.UNCLEAR


def _of_reports(support: Support) -> Iterator[tuple[Arrow, Witness]]:
    graph = support.graph
    for edge in support.edges:
        arrow = (_agent(graph, edge.citing), _agent(graph, edge.cited))
        date = graph.workspace.reports[edge.citing.id].published
        yield arrow, _witness(edge.citing.id, date, in_doubt=edge.in_doubt)


def _of_responses(graph: CitationGraph, responses: Iterable[Answered]) -> Iterator[tuple[Arrow, Witness]]:
    for answered in responses:
        response = answered.response
        for citation, in_doubt in with_doubt(response.cites) if answered.addresses else ():
            arrow = (_agent_of(graph, response.by), _cited_agent(graph, citation))
            yield arrow, _witness(RESPONSE, response.date, in_doubt=in_doubt)


def _witness(by: str, date: Date | None, *, in_doubt: bool) -> Witness:
    order = (date is None, *(date.sort_key if date else ()))
    return Witness(in_doubt, order, by, date.text if date else None)


def _agent(graph: CitationGraph, node: Node) -> Agent:
    match node.kind:
        case NodeKind.STATEMENT | NodeKind.REPORT:
            return "outlet", graph.workspace.reports[node.id].outlet
        case NodeKind.OUTLET:
            return "outlet", node.id
        case NodeKind.SOURCE | NodeKind.PARTY:
            return _agent_of(graph, node.id)


def _agent_of(graph: CitationGraph, id_: str) -> Agent:
    agent = graph.agents.of(id_)
    return ("party" if agent in graph.workspace.parties else "source"), agent


def _cited_agent(graph: CitationGraph, citation: Citation) -> Agent:
    match citation.kind:
        case CitedKind.REPORT:
            return "outlet", graph.workspace.reports[citation.id].outlet
        case CitedKind.OUTLET:
            return "outlet", citation.id
        case CitedKind.SOURCE | CitedKind.PARTY:
            return _agent_of(graph, citation.id)
