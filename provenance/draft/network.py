"""A graph as some format holds it: nodes and edges with attributes that are text."""

from collections.abc import Mapping

from provenance.value import value


@value
class Row:
    """A node: its id in the graph, and its attributes by name, in lower case; blank ones are left out."""

    where: str
    id: str
    values: Mapping[str, str]


@value
class Link:
    """An edge, from the node that cites to the one cited."""

    where: str
    citing: str
    cited: str
    values: Mapping[str, str]


@value
class Network:
    """A graph as read: what is said of it as a whole, its nodes and its edges."""

    where: str
    about: Mapping[str, str]
    nodes: tuple[Row, ...]
    edges: tuple[Link, ...]
