"""The comments of a text: what stands behind a `#` that no scalar holds."""

from collections.abc import Iterator, Sequence

from provenance.read.nodes import Node


def remarks_of(root: Node, lines: Sequence[str]) -> list[str]:
    """List the comments of a text, sorted, without the blanks behind them."""
    held: dict[int, list[tuple[int, int]]] = {}
    for node in _scalars(root):
        start, end = node.start_mark, node.end_mark
        first = start.line
        if lines[first][start.column : start.column + 1] in ("|", ">") and not node.plain:
            first += 1  # what stands behind its sign is a comment
        for line in range(first, end.line + 1):
            left = start.column if line == start.line else 0
            right = end.column if line == end.line else len(lines[line]) if line < len(lines) else 0
            held.setdefault(line, []).append((left, right))
    found = (_remark(line, sorted(held.get(number, ()))) for number, line in enumerate(lines))
    return sorted(remark for remark in found if remark is not None)


def _scalars(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar":
            yield node
        waiting += node.items
        waiting += (one for pair in node.pairs for one in pair)


def _remark(line: str, held: Sequence[tuple[int, int]]) -> str | None:
    at = line.find("#")
    spans = iter(held)
    span = next(spans, None)
    while at >= 0:
        while span is not None and span[1] <= at:
            span = next(spans, None)
        if span is not None and span[0] <= at:
            at = line.find("#", span[1])
        else:
            return line[at:].rstrip()
    return None
