"""PNG: the picture of the SVG file, drawn by resvg (https://github.com/linebender/resvg) with fonts of this machine."""

import re
from math import sqrt

import resvg_py

from provenance.export import ExportError, Output
from provenance.export.drawing.draw import svg_elements
from provenance.export.drawing.layout import place
from provenance.export.drawing.style import FONTS
from provenance.export.figure import Figure
from provenance.limits import PIXELS

_SHARP = 2.0
"""Pixels for each pixel of the drawing at its natural size: sharp on a dense screen and in print."""
_SAMPLE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15" font-family="{}">{}</text></svg>'


class NoFontError(ExportError):
    """The machine has no font that text of a picture could be drawn with."""

    def __init__(self) -> None:
        super().__init__(
            "png draws text with a font of this machine, and found none of those it looks for: install DejaVu Sans, "
            "Liberation Sans or Noto Sans, or export svg"
        )


def render(figure: Figure) -> tuple[Output, ...]:
    """Draw a figure as one PNG file, the light colours on white. A very large picture is made smaller to fit.

    Raises NoFontError rather than draw boxes without a word in them.
    """
    layout = place(figure)
    if not draws_text():
        raise NoFontError
    picture = svg_elements(figure, layout)
    zoom = min(_SHARP, sqrt(PIXELS.now() / _pixels(picture)))
    return (Output("", bytes(resvg_py.svg_to_bytes(svg_string=picture, zoom=zoom))),)


def _pixels(picture: str) -> float:
    """Give the area of a drawing at its natural size, with its plate and legend."""
    found = re.search(r' width="([0-9.]+)" height="([0-9.]+)"', picture)
    assert found is not None
    return float(found[1]) * float(found[2])


def draws_text(*, system_fonts: bool = True) -> bool:
    """Tell whether any of the fonts that a drawing names, or what stands in for them, is there."""
    fonts = FONTS.replace('"', "&quot;")
    drawn, blank = (
        resvg_py.svg_to_bytes(svg_string=_SAMPLE.format(fonts, letter), skip_system_fonts=not system_fonts)
        for letter in ("x", "")
    )
    return drawn != blank
