"""How far right and how far down every item of a drawing stands, once their order is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.export.drawing.boxes import Box
from provenance.export.drawing.columns import columns
from provenance.export.drawing.layers import Levels

MARGIN = 24.0
_BETWEEN, _PASSING = 26.0, 13.0
_GAP, _WIDEST_GAP, _SLOPE = 34.0, 120.0, 0.08
"""The height between levels: at least, at most, and for each pixel that the line with the farthest way goes aside."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """Where items and levels are. `boxes` are those of the items, None for a line that passes.

    `middles` are the middles of the boxes, `tops` and `bottoms` those of the levels.
    """

    levels: Levels
    boxes: Sequence[Box | None]
    middles: Sequence[float]
    tops: Sequence[float]
    bottoms: Sequence[float]

    @property
    def right(self) -> float:
        """The right end of the rightmost item, 0 where there is none."""
        ends = (
            middle + (box.width / 2 + box.beside if box else 0)
            for middle, box in zip(self.middles, self.boxes, strict=True)
        )
        return max(ends, default=0.0)

    @property
    def lower(self) -> float:
        """The lower end of the lowest level, 0 where there is none."""
        return max(self.bottoms, default=0.0)

    def box(self, item: int) -> Box:
        """Give the box of an item that has one."""
        found = self.boxes[item]
        assert found is not None
        return found

    def left(self, item: int) -> float:
        """Give the left side of an item's box."""
        return self.middles[item] - self.box(item).width / 2

    def side(self, item: int, *, lower: bool) -> float:
        """Give the upper or lower side of an item's box: boxes stand in the middle of their level."""
        level = self.levels.level_of[item]
        half = self.box(item).height / 2
        middle = (self.tops[level] + self.bottoms[level]) / 2
        return middle + half if lower else middle - half

    def end(self, item: int, *, lower: bool) -> float:
        """Give the upper or lower end of an item's level."""
        return (self.bottoms if lower else self.tops)[self.levels.level_of[item]]


def frame(levels: Levels, boxes: Sequence[Box | None], left: float) -> Frame:
    """Find the places of all items, right of `left`."""
    rooms = [box.width + box.beside if box else 0.0 for box in boxes]
    middles = [left + middle for middle in columns(levels, rooms, _BETWEEN, _PASSING)]
    heights = [max((box.height for box in map(boxes.__getitem__, level) if box), default=0.0) for level in levels.order]
    tops: list[float] = []
    bottom = 0.0
    for level, height in enumerate(heights):
        tops.append(bottom + (_gap(levels, level - 1, middles) if level else MARGIN))
        bottom = tops[-1] + height
    return Frame(
        levels=levels,
        boxes=boxes,
        middles=[middle - (box.beside / 2 if box else 0) for middle, box in zip(middles, boxes, strict=True)],
        tops=tops,
        bottoms=[top + height for top, height in zip(tops, heights, strict=True)],
    )


def _gap(levels: Levels, upper: int, middles: Sequence[float]) -> float:
    ways = (abs(middles[item] - middles[end]) for item in levels.order[upper] for end in levels.below[item])
    return min(_WIDEST_GAP, _GAP + _SLOPE * max(ways, default=0.0))
