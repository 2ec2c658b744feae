"""Citations as PROV relations: a derivation where the record leaves no doubt of it, else an influence that says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prov.constants import PROV
from prov.identifier import QualifiedName
from prov.model import ProvDocument

from provenance.export.figure import FigureEdge
from provenance.export.w3c_prov.names import TERMS, name, terms
from provenance.graph import Node, NodeKind
from provenance.model import Attribution, Mode

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

_SUBTYPES = {Mode.QUOTES: PROV["Quotation"], Mode.TRANSLATES: TERMS["Translation"]}

_Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A node of the graph, and the name of the entity that it is."""

    node: Node
    name: QualifiedName


@dataclass(frozen=True, slots=True)
class _Citation:
    """A citation; `number` counts those with the same ends, `choice` the unclear ones of who cites."""

    edge: FigureEdge
    citing: Named
    cited: Named
    number: int
    choice: int | None
    reservations: tuple[str, ...]


def add_citations(document: ProvDocument, edges: Sequence[FigureEdge], nodes: Sequence[Named]) -> None:
    """Add every citation of a figure, in its order."""
    for citation in _citations(edges, nodes):
        _add(document, citation)


def _add(document: ProvDocument, one: _Citation) -> None:
    citing, cited, edge = one.citing, one.cited, one.edge
    its_name = name("citation", *citing.node[1:], cited.node.kind.value, *cited.node[1:], str(one.number))
    attributes = terms(
        {
            "mode": edge.mode and edge.mode.value,
            "reservation": one.reservations,
            "choice": name("choice", *citing.node[1:], str(one.choice)) if one.choice else None,
            "hardens": edge.hardens,
            "changes": edge.changes,
            "quote": edge.quote,
            "url": edge.url,
        }
    )
    if one.reservations:
        document.influence(citing.name, cited.name, its_name, attributes)
        return
    types = [(PROV["type"], type_) for type_ in _types(edge, cited.node)]
    document.derivation(citing.name, cited.name, identifier=its_name, other_attributes=[*types, *attributes])


def _types(edge: FigureEdge, cited: Node) -> list[QualifiedName]:
    """Say what is more than a derivation: what a source or party said is where the record of the words begins."""
    subtype = _SUBTYPES.get(edge.mode) if edge.mode else None
    found = [subtype] if subtype else []
    return [*found, PROV["PrimarySource"]] if cited.kind in (NodeKind.SOURCE, NodeKind.PARTY) else found


def _citations(edges: Sequence[FigureEdge], nodes: Sequence[Named]) -> list[_Citation]:
    ends = [(_number(edge.citing), _number(edge.cited)) for edge in edges]
    doubts = [_doubts(edge, nodes[cited].node) for edge, (_, cited) in zip(edges, ends, strict=True)]
    circular = _circular([pair for pair, found in zip(ends, doubts, strict=True) if not found])
    counted: dict[_Ends, int] = {}
    choices = _choices(edges)
    found = []
    for edge, pair, doubt in zip(edges, ends, doubts, strict=True):
        counted[pair] = counted.get(pair, 0) + 1
        found.append(
            _Citation(
                edge=edge,
                citing=nodes[pair[0]],
                cited=nodes[pair[1]],
                number=counted[pair],
                choice=choices.get((edge.citing, edge.choice)),
                reservations=doubt or (("circular",) if pair in circular else ()),
            )
        )
    return found


def _choices(edges: Sequence[FigureEdge]) -> dict[tuple[str, int | None], int]:
    """Give unclear citations numbers by who cites, so that they do not depend on the rest of the figure."""
    found: dict[tuple[str, int | None], int] = {}
    last: dict[str, int] = {}
    for citing, choice in sorted({(edge.citing, edge.choice) for edge in edges if edge.choice}):
        found[citing, choice] = last[citing] = last.get(citing, 0) + 1
    return found


def _doubts(edge: FigureEdge, cited: Node) -> tuple[str, ...]:
    """Say why a citation is no sure derivation, as far as it alone decides that; () where it is one."""
    found = {
        "unclear-choice": edge.choice is not None,
        "unclear-attribution": edge.attribution is Attribution.UNCLEAR,
        "not-in-cited": edge.not_said,
        "not-located": cited.kind is NodeKind.OUTLET,
    }
    return tuple(word for word, holds in found.items() if holds)


def _circular(ends: Sequence[_Ends]) -> set[_Ends]:
    """Give the citations from which a way leads back to who cites.

    A derived entity comes after what it derives from (PROV-CONSTRAINTS, constraint 42), so that no loop of derivations
    is valid: the record shows that the loop is there, not where it was closed.
    """
    graph: nx.DiGraph[int] = nx.DiGraph(list(ends))
    parts = enumerate(nx.strongly_connected_components(graph))
    part_of = {node: number for number, part in parts for node in part}
    return {(citing, cited) for citing, cited in ends if part_of[citing] == part_of[cited]}


def _number(id_: str) -> int:
    return int(id_.removeprefix("n"))
