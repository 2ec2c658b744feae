"""What each node of a graph leads to, for many ends at once: in one pass, an end being one bit of a number.

A walk from every end would take the time of the graph for each; here a number is joined for each
citation, of as many bits as there are ends (a thousand bits are sixteen machine words).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from provenance.graph import Node
from provenance.trace.components import components


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


def places(marks: int) -> Iterator[int]:
    """Give the places of the ends that `marks` holds, in order."""
    bits = f"{marks:b}"[::-1]
    place = bits.find("1")
    while place >= 0:
        yield place
        place = bits.find("1", place + 1)


def ids_by_place(nodes: Iterable[Node], marks: Mapping[Node, int], ends: int) -> list[list[str]]:
    """Turn marks round: for each of so many `ends`, the ids of those of `nodes` that bear its mark, as they come."""
    found: list[list[str]] = [[] for _ in range(ends)]
    alike: dict[int, list[list[str]]] = {0: []}
    for node in nodes:
        borne = marks.get(node, 0)
        if borne not in alike:
            alike[borne] = [found[place] for place in places(borne)]
        for ids in alike[borne]:
            ids.append(node.id)
    return found
