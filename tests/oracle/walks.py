"""Plain walks over plain sets: what leads where, what reaches itself."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations, pairwise
from typing import TypeVar

T = TypeVar("T")

Node = tuple[str, ...]
"""("statement", REPORT, CLAIM), ("report", REPORT), ("source", ID), ("party", ID), ("outlet", ID) or
("unnamed", REPORT, CLAIM, NUMBER)."""

Cites = dict[Node, list[Node]]
Arrow = tuple[Node, Node]
Arrows = set[Arrow]
Groups = dict[Node, int]

IN_REPORTS = ("statement", "report")


def id_of(node: Node) -> str:
    """Give the id under which an answer names a node; a further unnamed outlet of one statement has its number."""
    if node[0] == "unnamed":
        return f"unnamed:{node[1]}" + (f":{node[3]}" if node[3] != "1" else "")
    return node[1]


def by_id(node: Node) -> tuple[str, str, tuple[str, ...]]:
    """Sort nodes by id; a report before its statements, and these by claim."""
    return (id_of(node), node[0], node[2:])


def subsets(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Give every part of `items`, the empty one first and the whole last."""
    listed = list(items)
    return chain.from_iterable(combinations(listed, size) for size in range(len(listed) + 1))


def walk(starts: Iterable[Node], cites: Cites, may: Callable[[Node], bool] = lambda _: True) -> set[Node]:
    """Give the nodes reached from `starts`, themselves included, through nodes that `may` be passed."""
    found: set[Node] = set()
    stack = [start for start in starts if may(start)]
    while stack:
        here = stack.pop()
        if here not in found:
            found.add(here)
            stack += [node for node in cites.get(here, []) if may(node)]
    return found


def joined(nodes: Iterable[Node], ties: Iterable[tuple[Node, Node]]) -> Groups:
    """Number the groups that ties make of nodes."""
    group = {node: number for number, node in enumerate(sorted(nodes))}
    members = {number: [node] for node, number in group.items()}
    for one, other in ties:
        old, new = group[one], group[other]
        if old != new:
            group |= dict.fromkeys(members[old], new)
            members[new] += members.pop(old)
    return group


def loops(arrows: Arrows) -> list[set[Node]]:
    """Give the sets of nodes that reach each other, and the nodes that reach themselves."""
    reach = set(arrows)
    while True:
        more = {(a, d) for a, b in reach for c, d in arrows if b == c} - reach
        if not more:
            break
        reach |= more
    on_loop = {one for one, other in reach if one == other}
    sets = {frozenset(b for a, b in reach if a == node and (b, a) in reach) for node in on_loop}
    return [set(loop) for loop in sets]


def simple_cycles(arrows: Arrows) -> Iterator[list[Node]]:
    """Give the nodes of every cycle that passes no node twice, once for each node it can begin at."""
    stack = [[one] for one in {one for one, _ in arrows}]
    while stack:
        path = stack.pop()
        for one, other in arrows:
            if one != path[-1]:
                continue
            if other == path[0]:
                yield path
            elif other not in path:
                stack.append([*path, other])


def arrows_of(cycle: list[Node]) -> Arrows:
    """Give the arrows of a cycle."""
    return set(pairwise([*cycle, cycle[0]]))
