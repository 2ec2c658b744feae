"""Immediate dominators: what every way from the roots to a node passes last (Cooper, Harvey and Kennedy 2001).

networkx has the same; most of its time goes into making the graph it asks for, which was a third of the triage of a
claim (benchmarks/corpus.py).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


def immediate_dominators(nodes: Collection[T], cites: Callable[[T], Iterable[T]], roots: Collection[T]) -> dict[T, T]:
    """Give for each node the nearest one without which no way leads to it from the roots, along citations turned round.

    What `cites` gives outside `nodes` is passed over. Nodes that no root leads to are left out, as are those that no
    single node lies before.
    """
    numbered = list(nodes)
    number = {node: place for place, node in enumerate(numbered, start=1)}
    before: list[list[int]] = [[]]
    after: list[list[int]] = [[] for _ in range(len(numbered) + 1)]
    for place, node in enumerate(numbered, start=1):
        cited = [number[other] for other in cites(node) if other in number]
        if node in roots:
            cited.append(0)
        before.append(cited)
        for other in cited:
            after[other].append(place)
    above = _dominators(before, after)
    return {numbered[place - 1]: numbered[over - 1] for place, over in above.items() if over}


def count_below(above: Mapping[T, T], counted: Collection[T]) -> Counter[T]:
    """Count how many of `counted` stand strictly below each node of a dominator tree, from the leaves up.

    `above` gives each node the next one, as `immediate_dominators` does.
    """
    waiting = Counter(above.values())
    below: Counter[T] = Counter()
    leaves = [node for node in above if not waiting[node]]
    while leaves:
        node = leaves.pop()
        over = above.get(node)
        if over is None:
            continue
        below[over] += below[node] + (node in counted)
        waiting[over] -= 1
        if not waiting[over]:
            leaves.append(over)
    return below


def _dominators(before: list[list[int]], after: list[list[int]]) -> dict[int, int]:
    """Work on numbers; 0 leads to the roots."""
    order = list(_in_postorder(after))
    rank = {place: number for number, place in enumerate(order)}
    above = {0: 0}
    changed = True
    while changed:
        changed = False
        for place in reversed(order[:-1]):
            found: int | None = None
            for other in before[place]:
                if other in above:
                    found = other if found is None else _meeting(other, found, above, rank)
            assert found is not None
            if above.get(place) != found:
                above[place] = found
                changed = True
    return above


def _meeting(one: int, other: int, above: dict[int, int], rank: dict[int, int]) -> int:
    """Give where the ways up from two nodes meet."""
    while one != other:
        while rank[one] < rank[other]:
            one = above[one]
        while rank[other] < rank[one]:
            other = above[other]
    return one


def _in_postorder(after: list[list[int]]) -> Iterator[int]:
    """Give each node that 0 leads to behind all that it leads to first; iterative."""
    seen = {0}
    walk = [(0, iter(after[0]))]
    while walk:
        place, further = walk[-1]
        for other in further:
            if other not in seen:
                seen.add(other)
                walk.append((other, iter(after[other])))
                break
        else:
            walk.pop()
            yield place
