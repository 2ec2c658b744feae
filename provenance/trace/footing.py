"""What has a way along citations to somewhere, and whether in any case or only as doubts turn out."""

from collections.abc import Collection

from provenance.graph import CitationGraph, Node
from provenance.trace.support import Support, may_lose_all
from provenance.value import value


@value
class Footing:
    """What may have a way to where is asked about, and what has one however doubts turn out."""

    possible: frozenset[Node]
    sure: frozenset[Node]


def find_footing(support: Support) -> Footing:
    """Find what has a way to an origin through reports that stand.

    A statement that may lose all its citations is then an origin itself.
    """
    graph, live = support.graph, support.live
    ends = {node for node in live if not any(graph.cites(node))}
    own = {node for node in live if may_lose_all(graph.statement(node))}
    return Footing(
        possible=frozenset(graph.reach(ends | own, within=live, down=True)),
        sure=_sure(graph, ends, live, own),
    )


def find_leading(graph: CitationGraph, ends: Collection[Node], within: Collection[Node]) -> Footing:
    """Find which nodes of `within` have a way to one of `ends`, which are among them, and count."""
    return Footing(
        possible=frozenset(graph.reach(ends, within=within, down=True)),
        sure=_sure(graph, ends, within, frozenset()),
    )


def _sure(
    graph: CitationGraph, ends: Collection[Node], within: Collection[Node], own: Collection[Node]
) -> frozenset[Node]:
    """Give the least set that holds `ends` and what surely leads into it: looked at again as what it cites joins."""
    sure = set(ends)
    stack = list(sure)
    while stack:
        for citing in graph.cited_by(stack.pop()):
            if citing in within and citing not in sure and _surely_leads(graph, citing, sure, alone=citing in own):
                sure.add(citing)
                stack.append(citing)
    return frozenset(sure)


def _surely_leads(graph: CitationGraph, node: Node, sure: Collection[Node], *, alone: bool) -> bool:
    """Tell whether a sure citation leads into `sure`, or all alternatives of an unclear one do.

    With `alone`, a node all of whose citations may not hold leads there where each of them does.
    """
    edges = graph.edges_from(node)
    if any(edge.cited in sure and not edge.in_doubt for edge in edges):
        return True
    choices = {edge.choice for edge in edges if edge.choice is not None}
    alternatives = [[edge for edge in edges if edge.choice == choice] for choice in choices]
    alternatives += [edges] if alone else []
    return any(all(edge.cited in sure for edge in some) for some in alternatives)
