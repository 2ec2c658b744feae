"""How a story's wording changed: its versions from the weakest to the strongest, and every step between reports."""

from collections.abc import Iterator, Sequence

from provenance.dates import Date
from provenance.graph import Edge, Node
from provenance.trace.answer import Row
from provenance.trace.drift import Change, Sources, changes_along, quotes, read_sources
from provenance.trace.support import Support
from provenance.trace.tree import Shape, claim_tree, order
from provenance.value import value

_COMPARED = ("certainty", "attribution", "plurality")


@value
class Version:
    """A claim of one story. `reports` support it on record; `first` is the one that was surely out the earliest.

    That is the one whose date ends first, of several the one that cites nobody; a qualified date is
    sure of nothing. `decided` tells that each other is surely later.
    """

    claim: str
    text: str
    reports: int
    first: Node | None
    decided: bool
    quote: str | None


@value
class Step:
    """One row of the way from the origins to who spread it: a statement, and what it made of the one above.

    `edge` is None at a beginning. `not_recorded` names what cannot be compared, since only one end
    records it. `quotes` are those of the cited and the citing statement.
    """

    row: Row
    edge: Edge | None
    changes: tuple[Change, ...] = ()
    not_recorded: tuple[str, ...] = ()
    quotes: tuple[str | None, str | None] = (None, None)


@value
class Wording:
    """The answer to "how did it harden": versions weakest first, and steps as a tree from the origins on."""

    claim: str
    text: str
    as_of: Date | None
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]


def wording(support: Support) -> Wording:
    """Follow a claim's wording from its origins to who spread it."""
    sources = read_sources(support)
    rows = claim_tree(support, Shape(down=True))
    return Wording(
        claim=support.claim,
        text=support.graph.workspace.claims[support.claim].text,
        as_of=support.as_of,
        versions=tuple(_versions(support)),
        steps=tuple(_step(support, row, sources) for row in rows),
    )


def _versions(support: Support) -> Iterator[Version]:
    """List the versions of the claim: what it is stronger than, itself, what is stronger than it."""
    tied = support.graph.ties.tied_to(support.claim)
    rungs = {other: tie.steps if tie.upwards else -tie.steps for other, tie in tied.items() if not tie.across_parts}
    rungs[support.claim] = 0
    for claim in sorted(rungs, key=lambda other: (rungs[other], other)):
        seen = Support(support.graph, claim, support.as_of)
        nodes = sorted(seen.supporting, key=lambda node: _surely_out(support, node))
        said = support.graph.statement(nodes[0]) if nodes else None
        yield Version(
            claim=claim,
            text=support.graph.workspace.claims[claim].text,
            reports=len(nodes),
            first=nodes[0] if nodes else None,
            decided=_is_first(support, nodes),
            quote=said.quote if said else None,
        )


def _is_first(support: Support, nodes: Sequence[Node]) -> bool:
    dates = [support.graph.workspace.reports[node.id].published for node in nodes]
    first = dates[0] if dates else None
    return first is not None and all(date is not None and first.surely_before(date) for date in dates[1:])


def _surely_out(support: Support, node: Node) -> tuple[object, ...]:
    date = support.graph.workspace.reports[node.id].published
    if date is None or date.latest is None or date.qualified:
        return (1, *order(support.graph, node))
    return (0, date.latest, any(support.graph.cites(node)), node)


def _step(support: Support, row: Row, sources: Sources) -> Step:
    if row.edge is None:
        return Step(row=row, edge=None)
    graph, edge = support.graph, row.edge
    parallel = [other for other in graph.edges_from(edge.citing) if other.cited == edge.cited]
    changes = dict.fromkeys(change for other in parallel for change in changes_along(graph, other, sources))
    return Step(
        row=row,
        edge=edge,
        changes=tuple(changes),
        not_recorded=tuple(_not_recorded(support, edge, sources)),
        quotes=quotes(graph, edge),
    )


def _not_recorded(support: Support, edge: Edge, sources: Sources) -> Iterator[str]:
    cited, citing = support.graph.statement(edge.cited), support.graph.statement(edge.citing)
    if cited is None or citing is None:
        yield "wording"
        return
    own = [sources[node] for node in (edge.cited, edge.citing)]
    recorded = {
        "certainty": [bool(said.certainty) for said in (cited, citing)],
        "attribution": [bool(source.word) for source in own],
        "plurality": [source.several is not None for source in own],
    }
    yield from (what for what in _COMPARED if len(set(recorded[what])) > 1)
