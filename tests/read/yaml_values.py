"""YAML 1.2 (core schema) as the values that a schema judges: what an editor makes of a file."""

import re
from typing import Any

from provenance.read.nodes import Node
from provenance.read.yaml_tree import parse_yaml

WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def values(text: str) -> Any:
    """Give the values of one file, or none where it cannot be read."""
    tree, _ = parse_yaml(text, "f.yaml")
    return {} if tree is None else _value(tree)


def _value(node: Node) -> Any:
    if node.kind == "mapping":
        return {key.text: _value(value) for key, value in node.pairs}
    if node.kind == "sequence":
        return [_value(item) for item in node.items]
    if node.is_null or not node.plain:
        return None if node.is_null else node.text
    if re.fullmatch("[-+]?[0-9]+", node.text):
        return int(node.text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node.text):
        return float(node.text)
    return WORDS.get(node.text, node.text)
