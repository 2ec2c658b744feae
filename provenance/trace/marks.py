"""What each node of a graph leads to, for many ends at once: in one pass, an end being one bit of a number.

A walk from every end would take the time of the graph for each; here a number is joined for each
citation, of as many bits as there are ends (a thousand bits are sixteen machine words).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import TypeVar

from provenance.graph import Node
from provenance.trace.components import components

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


def ids_by_end(nodes: Iterable[Node], marks: Mapping[Node, int], ends: int) -> list[list[str]]:
    """Turn marks round: for each of so many `ends`, the ids of those of `nodes` that bear its mark, as they come."""
    found: list[list[str]] = [[] for _ in range(ends)]
    borne_by: dict[int, list[list[str]]] = {}
    for node in nodes:
        borne = marks.get(node, 0)
        if borne not in borne_by:
            borne_by[borne] = list(marked(found, borne))
        for ids in borne_by[borne]:
            ids.append(node.id)
    return found
