"""The citation tree of a claim, every node opened once."""

from collections.abc import Iterable

from tests.oracle.chronology import instants
from tests.oracle.claim_at import ClaimAt
from tests.oracle.walks import IN_REPORTS, Node, by_id, id_of, walk
from tests.oracle.world import Records


def tree(at: ClaimAt) -> list[Records]:
    """Give the tree from the reports that nobody in the claim's graph cites, up to the origins.

    What is left, since it only rests on itself, begins at its earliest report.
    """
    cited = {edge.cited for edge in at.edges if edge.citing != edge.cited}
    roots = in_order(at, [node for node in at.on_claim if node not in cited])
    for node in in_order(at, at.on_claim):
        if node not in walk(roots, at.world.cites):
            roots.append(node)
    opened: set[Node] = set()
    return [_branch(at, root, opened) for root in roots]


def in_order(at: ClaimAt, nodes: Iterable[Node]) -> list[Node]:
    """Sort reports by date, then id; then what has no date."""

    def key(node: Node) -> tuple[object, ...]:
        if node[0] in IN_REPORTS:
            return (0, instants(at.world.published(node[1])), by_id(node))
        return (1, (), by_id(node))

    return sorted(nodes, key=key)


def _branch(at: ClaimAt, node: Node, opened: set[Node]) -> Records:
    if node in opened:
        return {"id": id_of(node), "seen": True}
    opened.add(node)
    cited = in_order(at, set(at.world.cites.get(node, [])))
    return {"id": id_of(node), "cites": [_branch(at, other, opened) for other in cited]}
