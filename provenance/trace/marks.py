"""What each node of a graph leads to, for many ends at once: in one pass, an end being one bit of a number.

A walk from every end would take the time of the graph for each; here a number is joined for each
citation, of as many bits as there are ends (a thousand bits are sixteen machine words).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import TypeVar

from provenance.components import components
from provenance.graph import Node

T = TypeVar("T")

_AS_NUMBERS = bytes.maketrans(b"01", b"\x00\x01")


def number_ends(ends: Sequence[Node]) -> dict[Node, int]:
    """Give every end its mark: the bit of its place in `ends`."""
    return {end: 1 << place for place, end in enumerate(ends)}


def find_marks(
    nodes: Iterable[Node], leads_to: Callable[[Node], Iterable[Node]], own: Mapping[Node, int]
) -> dict[Node, int]:
    """Give each of `nodes` its own marks and those of all it leads to through `nodes`."""
    found: dict[Node, int] = {}
    for component in components(nodes, leads_to):
        marks = 0
        for node in component:
            marks |= own.get(node, 0)
            for other in leads_to(node):
                further = found.get(other, 0)
                marks = marks | further if marks else further  # a number of its own only where marks meet
        found.update(dict.fromkeys(component, marks))
    return found


def marked(ends: Sequence[T], marks: int) -> Iterator[T]:
    """Give those of `ends` whose mark is in `marks`, in order."""
    return compress(ends, f"{marks:b}"[::-1].encode().translate(_AS_NUMBERS))


def ids_by_end(nodes: Iterable[Node], marks: Mapping[Node, int], ends: int) -> list[tuple[str, ...]]:
    """Turn marks round: for each of so many `ends`, the sorted ids of those of `nodes` that bear its mark.

    Nodes of the same marks are taken together, and ends that the same nodes lead to share one tuple.
    """
    alike: dict[int, list[str]] = {}
    for node in nodes:
        alike.setdefault(marks[node], []).append(node.id)
    led_to_by: list[list[int]] = [[] for _ in range(ends)]
    for number, borne in enumerate(alike):
        for numbers in marked(led_to_by, borne):
            numbers.append(number)
    ids = list(alike.values())
    found: dict[tuple[int, ...], tuple[str, ...]] = {}
    for key in map(tuple, led_to_by):
        if key not in found:
            found[key] = tuple(sorted(chain.from_iterable(ids[number] for number in key)))
    return [found[tuple(numbers)] for numbers in led_to_by]
