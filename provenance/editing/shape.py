"""What a YAML node says, wherever it stands: two texts with equal shapes read as the same records."""

from typing import TypeAlias

from provenance.read.nodes import Node

Shape: TypeAlias = "tuple[str, bool] | tuple[str, tuple[Shape, ...]]"
"""A scalar's text, and whether it stands without quotes; or the kind of a collection, and what is in it in order."""


def shape_of(node: Node, *, in_order: bool = True) -> Shape:
    """Give the shape of a node, which is at most as deep as a file may be nested.

    Not `in_order`, the keys of mappings are sorted: their order says nothing.
    """
    if node.kind == "scalar":
        return node.text, node.plain
    if node.kind == "sequence":
        return "sequence", tuple(shape_of(item, in_order=in_order) for item in node.items)
    pairs = node.pairs if in_order else sorted(node.pairs, key=lambda pair: pair[0].text)
    return "mapping", tuple(shape_of(one, in_order=in_order) for pair in pairs for one in pair)
