"""Common links: what several supporting statements cannot do without."""

from provenance.graph import Node
from provenance.trace.answer import CommonLink
from provenance.trace.dominators import count_below, immediate_dominators
from provenance.trace.support import Support, may_lose_all


def find_common_links(support: Support) -> tuple[CommonLink, ...]:
    """Find the nodes without which two or more other supporting statements reach no origin.

    A node is one where it dominates them in the live graph turned round and rooted at its origins
    (immediate dominators: Cooper, Harvey and Kennedy 2001). All recorded citations are taken to
    hold. Sorted by the number of statements, most first, then id.
    """
    live, cites = support.live, support.graph.cites
    ends = frozenset(node for node in live if not any(cites(node)))
    found = _most_below(support, ends)
    surely = found
    alone = [node for node in live if may_lose_all(support.graph.statement(node))]
    if alone and found:
        surely = _most_below(support, ends.union(alone))
    links = (CommonLink(id=id_, reports=of, in_doubt=surely.get(id_, 0) < of) for id_, of in found.items() if of > 1)
    return tuple(sorted(links, key=lambda link: (-link.reports, link.id)))


def _most_below(support: Support, roots: frozenset[Node]) -> dict[str, int]:
    """Give for each record the most supporting statements that one of its nodes dominates."""
    most: dict[str, int] = {}
    above = immediate_dominators(support.live, support.graph.cites, roots)
    for node, number in count_below(above, frozenset(support.supporting)).items():
        most[node.id] = max(number, most.get(node.id, 0))
    return most
