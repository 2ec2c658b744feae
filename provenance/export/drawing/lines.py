"""The lines of a drawing: where each leaves a box, runs and arrives."""

from collections.abc import Sequence

from provenance.export.drawing.frame import Frame
from provenance.export.drawing.layers import Way
from provenance.export.drawing.placed import Point

_SPREAD, _APART = 0.7, 22.0
"""The part of a box's side that lines may leave from, and how far apart they are where there is room."""


def routes(frame: Frame, ways: Sequence[Way]) -> list[tuple[Point, ...]]:
    """Give the points of every way, from the cited node to the citing one; two where these are the same."""
    ports = _ports(frame, ways)
    pairs = zip(ways, frame.levels.chains, strict=True)
    return [
        _route(frame, way, chain, ports) if way.citing != way.cited else _beside(frame, way) for way, chain in pairs
    ]


def _beside(frame: Frame, way: Way) -> tuple[Point, ...]:
    right = round(frame.left(way.cited) + frame.box(way.cited).width, 1)
    upper, lower = frame.side(way.cited, lower=False), frame.side(way.cited, lower=True)
    third = (lower - upper) / 3
    return (right, round(upper + third, 1)), (right, round(lower - third, 1))


Port = tuple[int, int, tuple[bool, ...], bool]


def _ports(frame: Frame, ways: Sequence[Way]) -> dict[Port, float]:
    """Give for each node, the item next to it, the kind of line and whether it is cited where the line starts."""
    sides: dict[tuple[int, bool], set[Port]] = {}
    for way, chain in zip(ways, frame.levels.chains, strict=True):
        lower = _lower(frame, way)
        sides.setdefault((way.cited, lower), set()).add(_cited_port(way, chain))
        sides.setdefault((way.citing, not lower), set()).add(_citing_port(way, chain))
    found: dict[Port, float] = {}
    for (node, _), ports in sides.items():
        step = min(_APART, _SPREAD * frame.box(node).width / max(1, len(ports) - 1))
        first = frame.middles[node] - step * (len(ports) - 1) / 2
        for place, port in enumerate(sorted(ports, key=lambda one: (frame.middles[one[1]], one))):
            found[port] = first + step * place
    return found


def _lower(frame: Frame, way: Way) -> bool:
    """Tell whether a way leaves the cited node at its lower side, as it does unless the citing one is above."""
    return frame.levels.level_of[way.cited] < frame.levels.level_of[way.citing]


def _cited_port(way: Way, chain: Sequence[int]) -> Port:
    return (way.cited, chain[0] if chain else way.citing, way.kind, True)


def _citing_port(way: Way, chain: Sequence[int]) -> Port:
    return (way.citing, chain[-1] if chain else way.cited, way.kind, False)


def _route(frame: Frame, way: Way, chain: Sequence[int], ports: dict[Port, float]) -> tuple[Point, ...]:
    lower = _lower(frame, way)
    start, end = ports[_cited_port(way, chain)], ports[_citing_port(way, chain)]
    points = [(start, frame.side(way.cited, lower=lower)), (start, frame.end(way.cited, lower=lower))]
    for item in chain:
        x = frame.middles[item]
        points += [(x, frame.end(item, lower=not lower)), (x, frame.end(item, lower=lower))]
    points += [(end, frame.end(way.citing, lower=not lower)), (end, frame.side(way.citing, lower=not lower))]
    return _plain([(round(x, 1), round(y, 1)) for x, y in points])


def _plain(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out points in the middle of a straight stretch."""
    kept = [points[0]]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        if point != kept[-1] and not before[0] == point[0] == after[0]:
            kept.append(point)
    return (*kept, points[-1])
