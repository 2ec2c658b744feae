"""Strongly connected components: the sets of nodes that each lead to all others of their set."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import TypeVar

T = TypeVar("T")


def components(nodes: Iterable[T], leads_to: Callable[[T], Iterable[T]]) -> Iterator[list[T]]:
    """Give the components of the graph on `nodes`, each behind all that it leads to; linear and iterative.

    Tarjan 1972, with one number a node (Pearce 2016). What `leads_to` gives outside `nodes` is passed over. The nodes
    of a component come last met first: mostly behind what they lead to. networkx's own promise no order.
    """
    low = dict.fromkeys(nodes, 0)  # the number of the first node met that is led to; 0: not met yet
    given = len(low) + 1
    numbers = count(1)
    ungiven: list[T] = []

    def enter(node: T) -> tuple[T, int, Iterator[T]]:
        number = low[node] = next(numbers)
        ungiven.append(node)
        return node, number, iter(leads_to(node))

    for start in low:
        walk = [] if low[start] else [enter(start)]
        while walk:
            node, number, further = walk[-1]
            for other in further:
                found = low.get(other, given)
                if not found:
                    walk.append(enter(other))
                    break
                low[node] = min(low[node], found)
            else:
                walk.pop()
                if low[node] < number:
                    before = walk[-1][0]
                    low[before] = min(low[before], low[node])
                else:
                    component = _taken(ungiven, node)
                    low.update(dict.fromkeys(component, given))
                    yield component


def _taken(ungiven: list[T], first: T) -> list[T]:
    """Take what was met since `first`, and it, off the end."""
    found = [ungiven.pop()]
    while found[-1] != first:
        found.append(ungiven.pop())
    return found
