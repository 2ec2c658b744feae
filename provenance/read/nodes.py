"""The nodes of a YAML file: text, lists and mappings that know their places."""

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from provenance.problems import Place

_LONG_TEXT = 1_000
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

NodeKind = Literal["scalar", "sequence", "mapping"]


class Mark(Protocol):
    """Where the parser was, counted from 0; `index` counts characters from the start of the text."""

    index: int
    line: int
    column: int


class Node:
    """One YAML node: scalar text here, a list of nodes or of (key, value) pairs in a `Collection`.

    `plain` tells a scalar without quotes. The marks are the parser's and count from 0; what the
    properties give counts from 1. A large file has a million scalars: they carry nothing else.
    """

    __slots__ = ("end_mark", "plain", "start_mark", "text")

    kind: NodeKind = "scalar"
    items: Sequence["Node"] = ()
    pairs: Sequence[tuple["Node", "Node"]] = ()

    def __init__(self, text: str, plain: bool, start: Mark, end: Mark) -> None:  # noqa: FBT001 - a million calls
        self.text = text
        self.plain = plain
        self.start_mark = start
        self.end_mark = end

    @property
    def is_null(self) -> bool:
        """Tell whether this is a plain scalar that YAML 1.2 reads as null."""
        return self.plain and self.text in _NULLS

    @property
    def start(self) -> tuple[int, int]:
        """Give the line and column of the first character."""
        return self.start_mark.line + 1, self.start_mark.column + 1

    @property
    def end(self) -> tuple[int, int]:
        """Give the line and column after the last character; a block ends where the next node starts."""
        return self.end_mark.line + 1, self.end_mark.column + 1

    def size(self) -> int:
        """Count the nodes from this one down, with aliases written out and long texts as several."""
        return 1 + len(self.text) // _LONG_TEXT

    def place(self, file: str) -> Place:
        """Give the place of this node's first line; a block reaches one column."""
        start, end = self.start_mark, self.end_mark
        line, column = start.line, start.column
        length = end.column - column if end.line == line else 1
        return Place(file, line + 1, column + 1, max(1, length))


class Collection(Node):
    """A list of nodes, or of (key, value) pairs."""

    __slots__ = ("_size", "items", "kind", "pairs")

    def __init__(self, kind: NodeKind, start: Mark, end: Mark) -> None:
        self.text = ""
        self.plain = False
        self.start_mark = start
        self.end_mark = end
        self.kind = kind
        self.items = ()
        self.pairs = ()
        self._size = 0

    def size(self) -> int:
        """Count the nodes from this one down; each is looked at once."""
        if not self._size:
            pairs = sum(key.size() + value.size() for key, value in self.pairs)
            self._size = 1 + pairs + sum(item.size() for item in self.items)
        return self._size


def scalars(tree: Node) -> Iterator[Node]:
    """Give every scalar below `tree` as often as it stands in the file: aliases are not followed twice."""
    seen: set[int] = set()
    stack = [tree]
    while stack:
        node = stack.pop()
        if node.kind == "scalar":
            yield node
        elif id(node) not in seen:
            seen.add(id(node))
            stack += node.items
            for pair in node.pairs:
                stack += pair
