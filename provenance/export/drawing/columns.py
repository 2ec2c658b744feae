"""How far right everything stands: as near as there is room below and above of what it is tied to.

Each level is fitted to the places its items would like best, by least squares under the order and the distances that
they must keep: an isotonic regression, by pooling neighbours that are in each other's way (R. E. Barlow et al.,
"Statistical inference under order restrictions", 1972).
"""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from provenance.export.drawing.layers import Levels

_ROUNDS, _ROUNDS_OF_MANY = 12, 3
_MANY = 4_000
_STRAIGHT = (1.0, 3.0, 9.0)
"""How much a tie between two boxes, a box and a passing line, or two passing lines is to be straight."""


def columns(levels: Levels, widths: Sequence[float], gap: float, passing: float) -> list[float]:
    """Give the middle of each item, the left edge of the leftmost at 0.

    `widths` are 0 for a passing line; `gap` is the least distance between boxes, `passing` that of a line from
    anything.
    """
    offsets = [0.0] * len(widths)
    for level in levels.order:
        for left, right in pairwise(level):
            between = gap if widths[left] and widths[right] else passing
            offsets[right] = offsets[left] + (widths[left] + widths[right]) / 2 + between
    middles = _centred(levels, offsets)
    rounds = _ROUNDS if len(widths) <= _MANY else _ROUNDS_OF_MANY
    for _ in range(rounds):
        for level in levels.order[1:]:
            _fit(level, [levels.above], offsets, middles, widths)
        for level in reversed(levels.order[:-1]):
            _fit(level, [levels.below], offsets, middles, widths)
    for _ in range(rounds // 2):
        for level in levels.order:
            _fit(level, [levels.above, levels.below], offsets, middles, widths)
    for _ in range(2):
        _straighten(levels, middles, offsets)
    start = min((middle - width / 2 for middle, width in zip(middles, widths, strict=True)), default=0.0)
    return [middle - start for middle in middles]


def _straighten(levels: Levels, middles: list[float], offsets: Sequence[float]) -> None:
    """Let passing lines run straight as far as there is room, and then turn once."""
    place = {item: at for level in levels.order for at, item in enumerate(level)}
    for trunk in levels.trunks:
        stretch: list[int] = []
        wanted, least, most = middles[trunk[0]], -inf, inf
        for item in trunk[1:]:
            level, at = levels.order[levels.level_of[item]], place[item]
            low = middles[level[at - 1]] + offsets[item] - offsets[level[at - 1]] if at else -inf
            high = middles[level[at + 1]] + offsets[item] - offsets[level[at + 1]] if at + 1 < len(level) else inf
            if stretch and max(least, low) > min(most, high):
                wanted = _put(stretch, middles, wanted, least, most)
                stretch, least, most = [], -inf, inf
            stretch.append(item)
            least, most = max(least, low), min(most, high)
        _put(stretch, middles, wanted, least, most)


def _put(stretch: Sequence[int], middles: list[float], wanted: float, least: float, most: float) -> float:
    """Put a stretch of a line where it is wanted, as far as it may be; give where that is."""
    middle = min(max(wanted, least), most)
    for item in stretch:
        middles[item] = middle
    return middle


def _centred(levels: Levels, offsets: Sequence[float]) -> list[float]:
    middles = [0.0] * len(offsets)
    for level in levels.order:
        for item in level:
            middles[item] = offsets[item] - offsets[level[-1]] / 2
    return middles


def _fit(
    level: Sequence[int],
    sides: Sequence[Sequence[Sequence[int]]],
    offsets: Sequence[float],
    middles: list[float],
    widths: Sequence[float],
) -> None:
    """Move the items of a level to where they would like to be, as far as they keep their order and distances."""
    pools: list[tuple[float, float, int]] = []  # the place (less the offset), the weight and the number of items
    for item in level:
        wanted, weight = _wish(item, sides, middles, widths)
        place: float = wanted - offsets[item]
        count = 1
        while pools and pools[-1][0] > place:
            other, heavy, many = pools.pop()
            place = (place * weight + other * heavy) / (weight + heavy)
            weight, count = weight + heavy, count + many
        pools.append((place, weight, count))
    at = 0
    for place, _, count in pools:
        for item in level[at : at + count]:
            middles[item] = place + offsets[item]
        at += count


def _wish(
    item: int, sides: Sequence[Sequence[Sequence[int]]], middles: Sequence[float], widths: Sequence[float]
) -> tuple[float, float]:
    """Give where an item would like to be, and how much."""
    wanted = weight = 0.0
    thin = not widths[item]
    for ties in sides:
        for other in ties[item]:
            heavy = _STRAIGHT[thin + (not widths[other])]
            wanted += heavy * middles[other]
            weight += heavy
    return (wanted / weight, weight) if weight else (middles[item], 0.1)
