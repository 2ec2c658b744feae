"""Where support ends, in some case or in any: without settling what is in doubt."""

from provenance.components import components
from provenance.graph import Node
from provenance.trace.marks import marked, number_ends
from provenance.trace.support import Support, may_lose_all


def may_end(support: Support, node: Node) -> bool:
    """Tell whether a walk ends at `node`: it cites nothing, or may lose all that it cites."""
    return not any(support.graph.cites(node)) or may_lose_all(support.graph.statement(node))


def possible_ends(support: Support) -> frozenset[Node]:
    """Give the origins of all ways to settle what is in doubt, together."""
    return frozenset(node for node in support.live if may_end(support, node))


def certain_ends(support: Support) -> frozenset[Node]:
    """Give the origins that every way to settle what is in doubt reaches.

    A node surely leads to what its sure citations do, and to what all alternatives of an unclear one do: the least
    fixed point of that. Every component waits for those it leads to, and is looked through until nothing is new.
    """
    ends = [node for node in support.live if not any(support.graph.cites(node))]
    found = number_ends(ends)
    for component in components(support.live, support.graph.cites):
        grown = True
        while grown:
            grown = False
            for node in component:
                marks = found.get(node, 0) | _surely(support, node, found)
                if marks != found.get(node, 0):
                    found[node] = marks
                    grown = len(component) > 1
    reached = 0
    for node in support.supporting:
        reached |= found.get(node, 0)
    return frozenset(marked(ends, reached))


def _surely(support: Support, node: Node, found: dict[Node, int]) -> int:
    marks = 0
    choices: dict[int, int] = {}
    for edge in support.graph.edges_from(node):
        cited = found.get(edge.cited, 0)
        if edge.choice is not None:
            choices[edge.choice] = choices.get(edge.choice, cited) & cited
        elif not edge.optional:
            marks |= cited
    for of_all in choices.values():
        marks |= of_all
    return marks
