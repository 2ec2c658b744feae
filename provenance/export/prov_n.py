"""PROV-N (https://www.w3.org/TR/prov-n/), the notation for people, as the prov library writes it."""

from provenance.export import Output
from provenance.export.figure import Export
from provenance.export.w3c_prov.code_points import inert
from provenance.export.w3c_prov.document import prov_document


def render(found: Export) -> tuple[Output, ...]:
    """Write the PROV document of an export, a record a line."""
    return (Output("", inert(prov_document(found).get_provn()) + "\n"),)
