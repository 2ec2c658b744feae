"""A figure's values as formats can hold them: by name, flat, and without text that acts."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.safe import one_line

if TYPE_CHECKING:
    import networkx as nx
else:
    from provenance.networkx_alone import nx

Plain = str | int | bool
Value = Plain | tuple[str, ...] | None
Thing = FigureNode | FigureEdge

RESERVED = frozenset({"id", "label", "name", "value", "source", "target", "start", "end", "weight"})
"""Names that one graph format or another uses for itself: an attribute of that name is lost or misread there."""

_OWN_PLACE = frozenset({"id", "label", "citing", "cited"})
"""What every format has a place of its own for."""


def names_of(kind: type[Thing]) -> tuple[str, ...]:
    """Name the attributes of nodes or edges, in the order formats show them."""
    return tuple(field.name for field in fields(kind) if field.name not in _OWN_PLACE)


def values_of(thing: Thing) -> dict[str, Value]:
    """Give the attributes of a thing by name, as they are: None and tuples among them, text not escaped."""
    return {name: getattr(thing, name) for name in names_of(type(thing))}


def values_of_figure(figure: Figure) -> dict[str, Value]:
    """Give what is said of a figure as a whole: of one claim as it is, of several as tuples, in the order of claims."""
    values: dict[str, tuple[Value, ...]] = {
        "claim": tuple(claim.id for claim in figure.claims),
        "title": tuple(claim.text for claim in figure.claims),
        "status": tuple(claim.status for claim in figure.claims),
        "independence": tuple(claim.independence for claim in figure.claims),
    }
    one = {name: found[0] if len(found) == 1 else _strings(found) for name, found in values.items()}
    return {"claim": one["claim"], "title": one["title"], "as_of": figure.as_of, **one, "left_out": figure.left_out}


def _strings(values: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(str(value or "") for value in values)


def flat(values: Mapping[str, Value]) -> dict[str, Plain]:
    """Flatten attributes: None and empty tuples are left out, tuples joined by "; ", reserved names get `its_` before.

    Text comes on one line, with what would act in it made visible.
    """
    kept = {name: value for name, value in values.items() if value is not None and value != ()}
    return {f"its_{name}" if name in RESERVED else name: _plain(value) for name, value in kept.items()}


def network(
    figure: Figure, attributes: Callable[[Mapping[str, Value]], Mapping[str, Value]], label: Callable[[str], str]
) -> "nx.MultiDiGraph[str]":
    """Make a networkx graph of a figure, for formats that networkx writes.

    `attributes` and `label` bring values into a form that the format can hold. Edges have the keys e0, e1, …
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(attributes(values_of_figure(figure)))
    for node in figure.nodes:
        graph.add_node(node.id, label=label(node.label), **attributes(values_of(node)))
    for number, edge in enumerate(figure.edges):
        graph.add_edge(edge.citing, edge.cited, f"e{number}", **attributes(values_of(edge)))
    return graph


def _plain(value: Plain | tuple[str, ...]) -> Plain:
    if isinstance(value, tuple):
        return one_line("; ".join(value))
    return one_line(value) if isinstance(value, str) else value
