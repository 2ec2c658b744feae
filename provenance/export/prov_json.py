"""PROV-JSON (https://www.w3.org/submissions/prov-json/), as the prov library writes it."""

import json

from provenance.export import Output
from provenance.export.figure import Export
from provenance.export.w3c_prov.document import prov_document
from provenance.json_text import dump_json


def render(found: Export) -> tuple[Output, ...]:
    """Write the PROV document of an export as JSON."""
    return (Output("", dump_json(json.loads(prov_document(found).serialize(format="json") or ""))),)
