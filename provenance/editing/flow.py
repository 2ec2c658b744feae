"""A mapping in braces on one line: its fields in order; where they are in order already, as it was written."""

from provenance.editing.order import below, ordered
from provenance.read.nodes import Node


def one_line_flow(node: Node, place: str, line: str) -> str:
    """Write a node that stands in one line of a text."""
    raw = line[node.start_mark.column : node.end_mark.column]
    if node.kind == "scalar" or not _is_plain_sailing(node):
        return raw
    if node.kind == "sequence":
        items = [one_line_flow(item, place, line) for item in node.items]
        same = items == [_raw(item, line) for item in node.items]
        return raw if same else f"[{', '.join(items)}]"
    order = ordered(place, [key.text for key, _ in node.pairs])
    pairs = [(key, value, one_line_flow(value, below(place, key.text), line)) for key, value in node.pairs]
    if order == sorted(order) and all(written == _raw(value, line) for _, value, written in pairs):
        return raw
    written = [f"{line[key.start_mark.column : value.start_mark.column]}{words}" for key, value, words in pairs]
    return f"{{{', '.join(written[number] for number in order)}}}"


def _raw(node: Node, line: str) -> str:
    return line[node.start_mark.column : node.end_mark.column]


def _is_plain_sailing(node: Node) -> bool:
    """Tell whether each part has a text of its own: a blank one, or a mapping without braces, is left as it is."""
    parts = [*node.items, *(one for pair in node.pairs for one in pair)]
    return all(part.end_mark.column > part.start_mark.column for part in parts)
