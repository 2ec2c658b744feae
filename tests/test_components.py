"""Components and marks agree with networkx and with a walk from every node, on small random graphs."""

from collections.abc import Mapping

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from provenance.components import components
from provenance.graph import Node, NodeKind
from provenance.trace.marks import find_marks, ids_by_end, marked, number_ends

Arrows = Mapping[int, list[int]]

arrows = st.integers(1, 8).flatmap(
    lambda size: st.fixed_dictionaries(dict.fromkeys(range(size), st.lists(st.integers(0, size - 1), max_size=3)))
)


def graph_of(leads_to: Arrows) -> "nx.DiGraph[int]":
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(leads_to)
    graph.add_edges_from((one, other) for one, others in leads_to.items() for other in others)
    return graph


@given(arrows)
def test_components_are_those_of_networkx(leads_to: Arrows) -> None:
    found = {frozenset(one) for one in components(leads_to, lambda node: leads_to[node])}
    assert found == set(map(frozenset, nx.strongly_connected_components(graph_of(leads_to))))


@given(arrows)
def test_a_component_comes_behind_all_that_it_leads_to(leads_to: Arrows) -> None:
    given_: set[int] = set()
    for component in components(leads_to, lambda node: leads_to[node]):
        given_ |= set(component)
        assert all(other in given_ for node in component for other in leads_to[node])


def test_what_lies_outside_the_nodes_is_passed_over() -> None:
    assert list(components([1, 2], {1: [3, 2], 2: [1, 3]}.__getitem__)) == [[2, 1]]


@given(arrows, st.sets(st.integers(0, 7)))
def test_marks_are_of_what_a_walk_reaches(leads_to: Arrows, ends: set[int]) -> None:
    graph = graph_of(leads_to)
    nodes = {number: Node(NodeKind.SOURCE, f"s{number}") for number in leads_to}
    cites = {nodes[one]: [nodes[other] for other in others] for one, others in leads_to.items()}
    ended = [nodes[number] for number in sorted(ends) if number in nodes]
    marks = find_marks(cites, cites.__getitem__, number_ends(ended))
    reached = {nodes[one]: {nodes[one], *(nodes[two] for two in nx.descendants(graph, one))} for one in leads_to}
    assert {node: list(marked(ended, marks[node])) for node in cites} == {
        node: [end for end in ended if end in reached[node]] for node in cites
    }
    assert ids_by_end(cites, marks, len(ended)) == [
        tuple(sorted(node.id for node in cites if end in reached[node])) for end in ended
    ]
