"""What decides how many origins there are, in words: the doubt of each record that `decided_by` names."""

from collections.abc import Iterable, Iterator

from provenance.graph import CitationGraph, Edge, Node, NodeKind
from provenance.trace.answer import Trace
from provenance.wording.names import id_words, name_of, source_name
from provenance.wording.numbers import listing

_MANY = 4


def deciding_sentence(graph: CitationGraph, answer: Trace) -> str:
    """Say which doubts decide the origin count; "" where none does."""
    ids = answer.origin_count.decided_by
    nodes = [row.node for row in answer.tree]
    shown = [_doubt(graph, nodes, id_) for id_ in (ids if len(ids) <= _MANY + 1 else ids[:_MANY])]
    if len(shown) < len(ids):
        shown.append(f"{len(ids) - len(shown)} more")
    return f"How many origins: {listing(shown)} {'decides' if len(ids) == 1 else 'decide'} it." if shown else ""


def _doubt(graph: CitationGraph, nodes: Iterable[Node], id_: str) -> str:
    if id_ in graph.workspace.sources:
        same = [tie.source for tie in graph.workspace.sources[id_].same_as if not tie.certain]
        return f"whether {listing([source_name(graph, one) for one in (id_, *same)])} are one ({id_})"
    if id_ not in graph.workspace.reports:
        return id_words(id_)
    mine = dict.fromkeys(node for node in nodes if node.id == id_ and graph.report(node) is not None)
    edges = [edge for node in mine for edge in graph.edges_from(node) if edge.in_doubt]
    outlet = graph.workspace.outlet_of(id_).name
    said = list(dict.fromkeys(_what_is_open(graph, outlet, edges))) or [f"what {outlet} rests on"]
    return f"{listing(said)} ({id_})"


def _what_is_open(graph: CitationGraph, outlet: str, edges: list[Edge]) -> Iterator[str]:
    choices: dict[tuple[Node, int], list[str]] = {}
    for edge in edges:
        if edge.choice is None and edge.cited.kind is NodeKind.SOURCE:
            yield f"{outlet}'s {name_of(graph, edge.cited)}"
        elif edge.choice is None:
            yield f"whether {outlet} rests on {name_of(graph, edge.cited)}"
        else:
            choices.setdefault((edge.citing, edge.choice), []).append(name_of(graph, edge.cited))
    for names in choices.values():
        yield f"whether {outlet} rests on {listing(names, 'or')}"
