"""The order of items on the levels of a drawing, such that few lines cross.

Barycentre sweeps (K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system
structures", IEEE Transactions on Systems, Man and Cybernetics 11(2), 1981), then exchanges of neighbours while they
help.
"""

from collections.abc import Sequence

from provenance.export.drawing.layers import Levels

_SWEEPS, _EXCHANGES = 24, 12
_MANY = 4_000
_SWEEPS_OF_MANY = 4


def put_in_order(levels: Levels) -> None:
    """Order the items of every level. The time it takes grows with their number; of many, fewer orders are tried."""
    _start(levels)
    many = len(levels.level_of) > _MANY
    best, fewest = _copied(levels), -1
    for sweep in range(_SWEEPS_OF_MANY if many else _SWEEPS):
        _sweep(levels, down=sweep % 2 == 0)
        if many:
            continue
        crossings = sum(levels.crossings(upper) for upper in range(len(levels.order) - 1))
        if fewest < 0 or crossings < fewest:
            best, fewest = _copied(levels), crossings
    if not many:
        levels.order[:] = best
        _exchange(levels)


def _copied(levels: Levels) -> list[list[int]]:
    return [list(level) for level in levels.order]


def _start(levels: Levels) -> None:
    """Begin with items in the order in which a walk along the lines comes to them, from the top left."""
    seen: set[int] = set()
    order: list[list[int]] = [[] for _ in levels.order]
    for first in (item for level in levels.order for item in level):
        waiting = [first]
        while waiting:
            item = waiting.pop()
            if item in seen:
                continue
            seen.add(item)
            order[levels.level_of[item]].append(item)
            waiting += reversed(_heaviest_inside(levels, levels.above[item] + levels.below[item]))
    levels.order[:] = order


def _heaviest_inside(levels: Levels, items: Sequence[int]) -> list[int]:
    """Put those in the middle that most hangs on, so that a trunk has its branches on both sides."""
    light_first = sorted(items, key=lambda item: len(levels.above[item]) + len(levels.below[item]))
    return light_first[::2] + light_first[1::2][::-1]


def _sweep(levels: Levels, *, down: bool) -> None:
    """Order each level by the mean place of what its items are tied to on the level before."""
    place = [0.0] * len(levels.level_of)
    ties = levels.above if down else levels.below
    for level in levels.order if down else reversed(levels.order):
        for at, item in enumerate(level):
            place[item] = at / len(level)
        keys = {item: _mean(place, ties[item], place[item]) for item in level}
        level.sort(key=keys.__getitem__)
        for at, item in enumerate(level):
            place[item] = (at + 0.5) / len(level)


def _mean(place: Sequence[float], ends: Sequence[int], otherwise: float) -> float:
    return sum([place[end] for end in ends]) / len(ends) if ends else otherwise


def _exchange(levels: Levels) -> None:
    """Exchange neighbours on a level where that takes crossings away, until it no longer does."""
    place = {item: at for level in levels.order for at, item in enumerate(level)}
    for _ in range(_EXCHANGES):
        better = False
        for level in levels.order:
            for at in range(len(level) - 1):
                left, right = level[at], level[at + 1]
                if _gain(levels, place, left, right) > 0:
                    level[at], level[at + 1] = right, left
                    place[left], place[right] = at + 1, at
                    better = True
        if not better:
            return


def _gain(levels: Levels, place: dict[int, int], left: int, right: int) -> int:
    """Tell how many crossings fewer there are once two neighbours are exchanged."""
    gain = 0
    for ties in (levels.above, levels.below):
        ends = [place[other] for other in ties[right]]
        for one in (place[other] for other in ties[left]):
            gain += sum([(end < one) - (end > one) for end in ends])
    return gain
