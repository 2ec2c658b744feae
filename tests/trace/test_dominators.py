"""Immediate dominators, held against networkx."""

import random

import networkx as nx

from provenance.trace.dominators import immediate_dominators


def expected(cited: dict[int, list[int]], roots: set[int]) -> dict[int, int]:
    turned: nx.DiGraph[int] = nx.DiGraph()
    turned.add_node(-1)
    turned.add_edges_from((-1, root) for root in roots)
    turned.add_edges_from((other, node) for node, others in cited.items() for other in others if other in cited)
    found = nx.immediate_dominators(turned, -1)
    return {node: over for node, over in found.items() if node != -1 and over not in (-1, None)}


def test_random_graphs() -> None:
    drawn = random.Random(5)
    met = 0
    for _ in range(400):
        nodes = list(range(drawn.randint(1, 12)))
        cited = {node: drawn.sample([*nodes, 99], drawn.randint(0, min(3, len(nodes)))) for node in nodes}
        roots = set(drawn.sample(nodes, drawn.randint(0, 3) if len(nodes) > 2 else 1))
        found = immediate_dominators(nodes, cited.__getitem__, roots)
        assert found == expected(cited, roots)
        met += len(found)
    assert met > 400


def test_a_deep_chain_and_a_ring_without_a_root() -> None:
    deep = 50_000
    found = immediate_dominators(range(deep), lambda node: [node - 1] if node else [], {0})
    assert found == {node: node - 1 for node in range(1, deep)}
    assert immediate_dominators("ab", {"a": "b", "b": "a"}.__getitem__, set()) == {}
    assert immediate_dominators((), lambda _: (), set()) == {}
