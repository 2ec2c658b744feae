"""What each statement on a claim did: began, relayed, hardened, dropped its attribution, stood in a loop; and how late.

Facts to compare outlets by, one statement at a time (provenance/corpus/outlets.py adds them up): no measure of truth.
"""

from collections.abc import Iterator, Mapping

from provenance.components import components
from provenance.dates import Date
from provenance.graph import Node, NodeKind
from provenance.trace import Tracer
from provenance.trace.answer import OriginKind
from provenance.trace.drift import Direction, changes_along, read_sources
from provenance.trace.ends import possible_ends
from provenance.trace.support import Support, why_it_ends
from provenance.value import value

_HOUR = 3600


@value
class Conduct:
    """What one statement did.

    `origin`: support may end at it, and it is no aggregator's or platform's. `relays`: it cites a report or an outlet.
    `hardens`: it puts something harder than what it cites; `drops_attribution`: it names its source less than that.
    `feeds` are the outlets it cites, each once. `lag` is how many hours its first instant is after that of the oldest
    origin it reaches, None where no such origin is surely older.
    """

    outlet: str
    supports: bool
    origin: bool
    relays: bool
    hardens: bool
    drops_attribution: bool
    in_loop: bool
    feeds: tuple[str, ...]
    lag: int | None


def conduct(tracer: Tracer, claim: str) -> Iterator[Conduct]:
    """Give what each statement on a claim did, by report id. Raises UnknownClaimError."""
    support = tracer.support(claim)
    graph = support.graph
    sources = read_sources(support)
    origins = {node for node in possible_ends(support) if why_it_ends(graph, node) is not OriginKind.UNLOCATED}
    rings = [
        ring for ring in components(support.nodes, graph.cites) if len(ring) > 1 or ring[0] in graph.cites(ring[0])
    ]
    looped = {node for ring in rings for node in ring}
    oldest = _oldest(support, origins)
    for node in support.statements:
        report = graph.workspace.reports[node.id]
        steps = [change for edge in graph.edges_from(node) for change in changes_along(graph, edge, sources)]
        harder = [change.what for change in steps if change.direction is Direction.HARDENS]
        cited = [cited for cited in graph.cites(node) if cited.kind not in (NodeKind.SOURCE, NodeKind.PARTY)]
        yield Conduct(
            outlet=report.outlet,
            supports=node in support.supporting,
            origin=node in origins,
            relays=bool(cited),
            hardens=bool(harder),
            drops_attribution="attribution" in harder,
            in_loop=node in looped,
            feeds=tuple(sorted({name for one in cited if (name := _outlet(support, one)) is not None})),
            lag=_lag(report.published, oldest.get(node)),
        )


def _outlet(support: Support, node: Node) -> str | None:
    outlet = support.graph.outlet(node)
    return outlet.id if outlet else None


def _oldest(support: Support, origins: set[Node]) -> Mapping[Node, Date]:
    """Give for each live node the date of the oldest dated origin that it reaches, itself apart."""
    reports = support.graph.workspace.reports
    dated = {
        node: date
        for node in origins
        if node.kind is NodeKind.STATEMENT
        and (date := reports[node.id].published) is not None
        and date.earliest is not None
    }
    found: dict[Node, Date] = {}
    for node in sorted(dated, key=lambda node: (dated[node].sort_key, dated[node].text, node)):
        for reached in support.graph.reach([node], within=support.live, down=True, besides=found):
            if reached != node:
                found[reached] = dated[node]
    return found


def _lag(date: Date | None, origin: Date | None) -> int | None:
    if date is None or origin is None or not origin.surely_before(date):
        return None
    assert date.earliest is not None
    assert origin.earliest is not None
    return (date.earliest - origin.earliest) // _HOUR
