"""What a YAML node says, wherever it stands: two texts with equal shapes read as the same records."""

from typing import TypeAlias

from provenance.read.yaml_tree import Node

Shape: TypeAlias = "tuple[str, bool] | tuple[str, tuple[Shape, ...]]"
"""A scalar's text, and whether it stands without quotes; or the kind of a collection, and what is in it in order."""


def shape_of(node: Node) -> Shape:
    """Give the shape of a node; it is at most as deep as a file may be nested."""
    if node.kind == "scalar":
        return node.text, node.plain
    if node.kind == "sequence":
        return "sequence", tuple(map(shape_of, node.items))
    return "mapping", tuple(shape for pair in node.pairs for shape in map(shape_of, pair))
