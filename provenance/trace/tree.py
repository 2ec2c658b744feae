"""Citation trees: the graph as rows to read, every node opened once."""

from collections.abc import Collection, Iterable, Iterator

from provenance.graph import CitationGraph, Edge, Node, NodeKind
from provenance.trace.answer import Row
from provenance.trace.support import Support
from provenance.value import value


@value
class Shape:
    """What of a tree to show.

    `depth` levels below the roots (None: all), the records in `prune` left out with all that hangs
    on them alone; `down` turns the tree round: from what is cited to who cites it; nodes outside
    `within` (None: no limit) are not entered.
    """

    depth: int | None = None
    prune: frozenset[str] = frozenset()
    down: bool = False
    within: Collection[Node] | None = None


ALL = Shape()


def claim_tree(support: Support, shape: Shape = ALL) -> tuple[Row, ...]:
    """Give the tree of a claim: from the reports nobody in its graph cites, up to the origins.

    With `down`, from the origins to who spread it. A loop that nothing leads to begins at its
    earliest report.
    """
    inner = Shape(depth=shape.depth, prune=shape.prune, down=shape.down, within=support.nodes)
    return tuple(_rows(support.graph, _roots(support, down=shape.down), inner))


def report_tree(graph: CitationGraph, report: str, shape: Shape = ALL) -> tuple[Row, ...]:
    """Give the tree of one report: of each of its statements, up to the origins or down to who cites it."""
    if shape.down:
        graph.include_everything()
    starts = list(graph.statements_in(report))
    bare = Node(NodeKind.REPORT, report)
    if not starts or (shape.down and bare in graph):  # it is there where it is cited for what it does not say
        starts.append(bare)
    return tuple(_rows(graph, starts, shape))


def order(graph: CitationGraph, node: Node) -> tuple[object, ...]:
    """Sort reports by date, the undated last, then by id; then sources, parties and outlets by id."""
    report = graph.report(node)
    if report is None:
        return (2, (), node.id, node)
    if report.published is None:
        return (1, (), node.id, node)
    return (0, report.published.sort_key, node.id, node)


def _in_order(graph: CitationGraph, nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: order(graph, node))


def _roots(support: Support, *, down: bool) -> list[Node]:
    """Give the nodes nothing leads to, and one of each loop that nothing leads to; what is hidden plays no part."""
    graph, nodes = support.graph, support.nodes
    if down:
        starts, others = [node for node in nodes if not any(graph.cites(node))], list(nodes)
    else:
        cited = {edge.cited for node in nodes for edge in graph.edges_from(node) if edge.citing != edge.cited}
        starts, others = [node for node in support.statements if node not in cited], list(support.statements)
    roots = _in_order(graph, starts)
    met = graph.reach(roots, within=nodes, down=down)
    for node in _in_order(graph, others):
        if node not in met:
            roots.append(node)
            met |= graph.reach([node], within=nodes, down=down, besides=met)
    return roots


def _rows(graph: CitationGraph, starts: Iterable[Node], shape: Shape) -> Iterator[Row]:
    """Walk depth first from each start; iterative.

    A node met again is a row marked `seen` and not entered; one that is its own ancestor is a `loop`.
    """
    opened: set[Node] = set()
    children: dict[Node, list[tuple[Node, Edge]]] = {}  # of what is not opened
    for start in starts:
        if start in opened or start.id in shape.prune:
            continue
        path: list[Node] = []
        on_path: set[Node] = set()
        stack: list[tuple[int, Node, Edge | None]] = [(0, start, None)]
        while stack:
            depth, node, edge = stack.pop()
            on_path.difference_update(path[depth:])
            del path[depth:]
            if node in opened:
                yield Row(depth=depth, node=node, edge=edge, seen=True, loop=node in on_path)
                continue
            if node not in children:
                children[node] = _children(graph, node, shape)
            if shape.depth is not None and depth >= shape.depth and children[node]:
                yield Row(depth=depth, node=node, edge=edge, hidden=len(children[node]))
            else:
                opened.add(node)
                path.append(node)
                on_path.add(node)
                yield Row(depth=depth, node=node, edge=edge)
                stack += [(depth + 1, child, via) for child, via in reversed(children.pop(node))]


def _children(graph: CitationGraph, node: Node, shape: Shape) -> list[tuple[Node, Edge]]:
    edges = graph.edges_to(node) if shape.down else graph.edges_from(node)
    found: dict[Node, Edge] = {}
    for edge in edges:
        other = edge.citing if shape.down else edge.cited
        if other.id not in shape.prune and (shape.within is None or other in shape.within):
            found.setdefault(other, edge)
    return [(other, found[other]) for other in _in_order(graph, found)]
