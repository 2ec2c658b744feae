"""SVG: a picture of a figure that stands alone."""

from provenance.export import Output
from provenance.export.drawing.draw import svg_elements
from provenance.export.drawing.layout import place
from provenance.export.figure import Figure


def render(figure: Figure) -> tuple[Output, ...]:
    """Draw a figure as one SVG file."""
    return (Output("", f"{svg_elements(figure, place(figure))}\n"),)
