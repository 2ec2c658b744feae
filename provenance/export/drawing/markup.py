"""The pieces that SVG drawings are made of: escaped text, rows of text, outlines of boxes, lines with arrowheads."""

from collections.abc import Sequence
from unicodedata import bidirectional

from provenance.export.drawing.placed import Point
from provenance.safe import visible

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_HEAD, _HALF_HEAD = 9.0, 4.5
_BULGE = 34.0
_CORNER = 9.0
_RIGHT_TO_LEFT, _STRONG = ("R", "AL"), ("L", "R", "AL")


def escaped(text: str) -> str:
    """Make text fit for an XML document, in elements and in quoted attributes: the only place where this is done."""
    return "\n".join(visible(line) for line in text.split("\n")).translate(_ESCAPES)


def number(value: float) -> str:
    """Write a length to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def text(rows: Sequence[str], x: float, y: float, step: float, kind: str) -> str:
    """Write rows of text one below another, from the line that `y` is the baseline of.

    The blank at which a row was broken stands at its end, so that the text can be found and copied whole.
    The direction is that of the first letter that has one, as Unicode's bidirectional algorithm takes it for a
    paragraph.
    """
    turned = ' direction="rtl"' if _reads_left("".join(rows)) else ""
    start = f'<text class="{kind}" x="{number(x)}" y="{number(y)}"{turned}>'
    if len(rows) == 1:
        return f"{start}{escaped(rows[0].rstrip(' '))}</text>"
    lines = (
        f'<tspan x="{number(x)}" y="{number(y + step * place)}">{escaped(row)}</tspan>'
        for place, row in enumerate(rows)
    )
    return f"{start}{''.join(lines)}</text>"


def rectangle(x: float, y: float, width: float, height: float, kind: str, corner: float = 0) -> str:  # noqa: PLR0913, PLR0917 - a place, a size, a look
    """Draw a rectangle, with round corners or without."""
    round_ = f' rx="{number(corner)}"' if corner else ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect class="{kind}" {place}{round_}/>'


def octagon(x: float, y: float, width: float, height: float, kind: str) -> str:
    """Draw a rectangle with its corners cut."""
    right, lower, cut = x + width, y + height, _CORNER
    points = (
        *((x + cut, y), (right - cut, y), (right, y + cut), (right, lower - cut)),
        *((right - cut, lower), (x + cut, lower), (x, lower - cut), (x, y + cut)),
    )
    return f'<path class="{kind}" d="{polygon(points)}"/>'


def polygon(points: Sequence[Point]) -> str:
    """Write the path data of a closed outline."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def curve(points: Sequence[Point], without: tuple[float, float] | None = None) -> str:
    """Write the path data of a line that leaves and arrives at every point vertically; it begins behind its arrowhead.

    `without` is a stretch, from its top to its bottom, that the line leaves free where it runs straight down or up.
    """
    (x, y), *rest = points
    y += _towards(points) * (_HEAD - 1)
    parts = [f"M{number(x)} {number(y)}"]
    for end, lower in rest:
        if end == x:
            parts.append(_straight(x, y, lower, without))
        else:
            middle = number((y + lower) / 2)
            parts.append(f"C{number(x)} {middle} {number(end)} {middle} {number(end)} {number(lower)}")
        x, y = end, lower
    return "".join(parts)


def _straight(x: float, start: float, end: float, without: tuple[float, float] | None) -> str:
    if without is None or not min(start, end) <= without[0] <= without[1] <= max(start, end):
        return f"V{number(end)}"
    near, far = without if start < end else reversed(without)
    return f"V{number(near)}M{number(x)} {number(far)}V{number(end)}"


def head(points: Sequence[Point]) -> str:
    """Write the path data of the arrowhead at the first point of a line."""
    (x, y), back = points[0], _towards(points) * _HEAD
    return polygon([(x, y), (x - _HALF_HEAD, y + back), (x + _HALF_HEAD, y + back)])


def arc(points: Sequence[Point]) -> str:
    """Write the path data of the line of a box that cites itself: out to the right and back in."""
    (x, y), (_, end) = points
    out = number(x + _BULGE)
    return f"M{number(x + _HEAD - 1)} {number(y)}C{out} {number(y)} {out} {number(end)} {number(x)} {number(end)}"


def arc_head(points: Sequence[Point]) -> str:
    """Write the path data of the arrowhead of such a line."""
    x, y = points[0]
    return polygon([(x, y), (x + _HEAD, y - _HALF_HEAD), (x + _HEAD, y + _HALF_HEAD)])


def _towards(points: Sequence[Point]) -> int:
    """Give 1 for a line that begins downwards, -1 for one that begins upwards."""
    return 1 if points[1][1] >= points[0][1] else -1


def _reads_left(words: str) -> bool:
    strong = next((found for found in map(bidirectional, words) if found in _STRONG), "L")
    return strong in _RIGHT_TO_LEFT
