"""SVG: a picture of a figure that stands alone."""

from provenance.export import Output
from provenance.export.drawing import svg_elements
from provenance.export.figure import Figure
from provenance.export.layout import place


def render(figure: Figure) -> tuple[Output, ...]:
    """Draw a figure as one SVG file."""
    return (Output("", f"{svg_elements(figure, place(figure))}\n"),)
