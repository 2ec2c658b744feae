"""A page: one HTML file that holds the drawing of a claim or several, all answers for them, and their play."""

from provenance.export import Output
from provenance.export.figure import Export
from provenance.export.page.build import page_of
from provenance.export.page.document import document


def render(export: Export) -> tuple[Output, ...]:
    """Write the page of an export as one HTML file."""
    return (Output("", document(page_of(export))),)
