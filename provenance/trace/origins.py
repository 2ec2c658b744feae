"""The origins of a claim: every end that support reaches, with its group and the doubt about it."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence

from provenance.graph import Node
from provenance.trace.answer import Doubt, Origin
from provenance.trace.count import Count
from provenance.trace.ends import may_end
from provenance.trace.groups import Groups
from provenance.trace.marks import find_marks, ids_by_end, number_ends
from provenance.trace.support import Support, why_it_ends


def list_origins(support: Support, groups: Groups, count: Count) -> tuple[Origin, ...]:
    """List the origins of all resolutions, and those reached through retracted reports only.

    Sorted by group, then id; groups are numbered by their smallest id. Those that count come first.
    """
    return _listed(support, groups, count, _reached_by(support, sorted(count.possible)))


def list_ends(support: Support, groups: Groups, count: Count) -> tuple[Origin, ...]:
    """List the origins as `list_origins` does, without the reports that reach them."""
    return _listed(support, groups, count, {})


def _listed(
    support: Support, groups: Groups, count: Count, reached_by: Mapping[Node, tuple[str, ...]]
) -> tuple[Origin, ...]:
    fallen = {node for node in support.carried if may_end(support, node)} - count.possible
    tied = groups.certain.joined(tie for tie in groups.if_lost if tie[0] in count.possible)
    numbers: dict[Hashable, int] = {}
    for node in (*sorted(count.possible, key=_by_id), *sorted(fallen, key=_by_id)):
        numbers.setdefault(tied.find(node), len(numbers) + 1)
    found = [
        _origin(support, node, numbers[tied.find(node)], _doubt(node, count), reached_by.get(node, ()))
        for node in count.possible | fallen
    ]
    return tuple(sorted(found, key=lambda origin: (origin.group, origin.id, origin.node)))


def _origin(support: Support, node: Node, group: int, doubt: Doubt | None, reached_by: tuple[str, ...]) -> Origin:
    outlet = support.graph.outlet(node)
    return Origin(
        id=node.id,
        kind=why_it_ends(support.graph, node),
        group=group,
        outlet=None if outlet is None else outlet.id,
        reached_by=reached_by,
        claim=node.claim if support.graph.statement(node) is not None else None,
        doubt=doubt,
        node=node,
    )


def _doubt(node: Node, count: Count) -> Doubt | None:
    if node not in count.possible:
        return Doubt.RETRACTED
    return None if node in count.certain else Doubt.UNCLEAR


def _reached_by(support: Support, origins: Sequence[Node]) -> dict[Node, tuple[str, ...]]:
    """Give the supporting reports, other than the origin's own, from which a path of standing reports leads to each."""
    marks = find_marks(support.live, support.graph.cites, number_ends(origins))
    citing = [node for node in support.supporting if any(support.graph.cites(node))]
    reached = ids_by_end(citing, marks, len(origins))
    return {origin: _without(ids, origin.id) for origin, ids in zip(origins, reached, strict=True)}


def _without(ids: tuple[str, ...], id_: str) -> tuple[str, ...]:
    place = bisect_left(ids, id_)
    return ids[:place] + ids[place + 1 :] if ids[place : place + 1] == (id_,) else ids


def _by_id(node: Node) -> tuple[str, Node]:
    return (node.id, node)
