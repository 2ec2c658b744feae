"""The levels of a drawing: rows of nodes, levels for the words at citations between them, and the lines that pass.

A line that passes a level has an item of its own there, so that it can run between boxes. Lines of one kind to one
cited node share such items, as branches share a trunk.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A citation to be drawn: nodes by number, the `kind` that lines of one trunk share, and whether it has words."""

    citing: int
    cited: int
    kind: tuple[bool, ...]
    words: bool


@dataclass(kw_only=True, slots=True)
class Levels:
    """Items by number, the nodes first: those of each level in their order, and what each is tied to above and below.

    `chains` give for each way the items between the cited node and the citing one, in that order; `labels` the item of
    its words, None where it has none. `trunks` are the cited nodes, each with the items of one trunk. `level_of` is
    each item's level.
    """

    order: list[list[int]]
    level_of: list[int]
    above: list[list[int]]
    below: list[list[int]]
    chains: list[tuple[int, ...]] = field(default_factory=list)
    labels: list[int | None] = field(default_factory=list)
    trunks: list[list[int]] = field(default_factory=list)

    def crossings(self, upper: int) -> int:
        """Count the crossings of lines between a level and the next, by the order of their items."""
        place = {item: place for place, item in enumerate(self.order[upper + 1])}
        return _inversions(
            [end for item in self.order[upper] for end in sorted(place[one] for one in self.below[item])]
        )

    def add(self, level: int) -> int:
        """Add an item to a level, give its number."""
        self.order[level].append(len(self.level_of))
        self.level_of.append(level)
        self.above.append([])
        self.below.append([])
        return len(self.level_of) - 1

    def tie(self, one: int, other: int) -> None:
        """Tie two items that stand on neighbouring levels, once."""
        upper, lower = (one, other) if self.level_of[one] < self.level_of[other] else (other, one)
        if lower not in self.below[upper]:
            self.below[upper].append(lower)
            self.above[lower].append(upper)


def levels(rows: Sequence[Sequence[int]], ways: Sequence[Way]) -> Levels:
    """Make the levels of rows of nodes. A level for words stands next to the citing row, where that has such lines."""
    row_of = {node: row for row, nodes in enumerate(rows) for node in nodes}
    worded = {_gap(row_of[way.citing], row_of[way.cited]) for way in ways if way.words}
    level_of_row = [row + sum(gap < row for gap in worded) for row in range(len(rows))]
    found = Levels(
        order=[[] for _ in range(len(rows) + len(worded))],
        level_of=[level_of_row[row_of[node]] for node in range(len(row_of))],
        above=[[] for _ in row_of],
        below=[[] for _ in row_of],
    )
    for row, nodes in enumerate(rows):
        found.order[level_of_row[row]] = list(nodes)
    _lead(found, ways)
    return found


def _gap(citing: int, cited: int) -> int:
    """Give the gap between rows, by the row above it, in which the words of a citation stand."""
    return citing - 1 if cited < citing else citing


def _lead(found: Levels, ways: Sequence[Way]) -> None:
    """Lead every way from the cited node to the citing one; who cites itself needs none."""
    trunks: dict[tuple[int, tuple[bool, ...], int], list[int]] = {}
    for way in ways:
        first, last = found.level_of[way.cited], found.level_of[way.citing]
        step = 1 if first < last else -1
        trunk = trunks.setdefault((way.cited, way.kind, step), [way.cited])
        while len(trunk) < abs(last - first) - way.words:
            trunk.append(found.add(first + step * len(trunk)))
            found.tie(trunk[-2], trunk[-1])
        chain = trunk[: abs(last - first) - way.words]
        label = found.add(last - step) if way.words else None
        if label is not None:
            found.tie(chain[-1], label)
            chain = [*chain, label]
        if chain:
            found.tie(chain[-1], way.citing)
        found.chains.append(tuple(chain[1:]))
        found.labels.append(label)
    found.trunks += trunks.values()


def _inversions(numbers: Sequence[int]) -> int:
    """Count the pairs of which the greater number comes first, with a tree of counts (Fenwick 1994)."""
    size = max(numbers, default=0) + 1
    tree = [0] * (size + 1)
    found = 0
    for seen, number in enumerate(numbers):
        found += seen
        at = number + 1
        while at:
            found -= tree[at]
            at &= at - 1
        at = number + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return found
