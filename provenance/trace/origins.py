"""The origins of a claim: every end that support reaches, with its group and the doubt about it."""

from collections.abc import Hashable

from provenance.graph import Node
from provenance.trace.answer import Doubt, Origin
from provenance.trace.count import Count
from provenance.trace.groups import Groups
from provenance.trace.support import Support, may_lose_all, why_it_ends


def list_origins(support: Support, groups: Groups, count: Count) -> tuple[Origin, ...]:
    """List the origins of all resolutions, and those reached through retracted reports only.

    Sorted by group, then id; groups are numbered by their smallest id. Those that count come first.
    """
    fallen = {node for node in support.carried if _may_end(support, node)} - count.possible
    tied = groups.certain.joined(tie for tie in groups.if_lost if tie[0] in count.possible)
    numbers: dict[Hashable, int] = {}
    for node in (*sorted(count.possible, key=_by_id), *sorted(fallen, key=_by_id)):
        numbers.setdefault(tied.find(node), len(numbers) + 1)
    found = [_origin(support, node, numbers[tied.find(node)], _doubt(node, count)) for node in count.possible | fallen]
    return tuple(sorted(found, key=lambda origin: (origin.group, origin.id, origin.node)))


def _may_end(support: Support, node: Node) -> bool:
    return not any(support.graph.cites(node)) or may_lose_all(support.graph.statement(node))


def _origin(support: Support, node: Node, group: int, doubt: Doubt | None) -> Origin:
    outlet = support.graph.outlet(node)
    return Origin(
        id=node.id,
        kind=why_it_ends(support.graph, node),
        group=group,
        outlet=None if outlet is None else outlet.id,
        reached_by=() if doubt is Doubt.RETRACTED else _reached_by(support, node),
        claim=node.claim if support.graph.statement(node) is not None else None,
        doubt=doubt,
        node=node,
    )


def _doubt(node: Node, count: Count) -> Doubt | None:
    if node not in count.possible:
        return Doubt.RETRACTED
    return None if node in count.certain else Doubt.UNCLEAR


def _reached_by(support: Support, origin: Node) -> tuple[str, ...]:
    """Give the supporting reports, other than the origin's own, from which a path of standing reports leads here."""
    seen = {origin}
    stack = [origin]
    while stack:
        for citing in support.graph.cited_by(stack.pop()):
            if citing in support.live and citing not in seen:
                seen.add(citing)
                stack.append(citing)
    supporting = {node.id for node in support.supporting if node in seen}
    report = support.graph.report(origin)
    return tuple(sorted(supporting - ({origin.id} if report is not None else set())))


def _by_id(node: Node) -> tuple[str, Node]:
    return (node.id, node)
